"""The folder by which Jupyter finds the kernel."""

import json
import pathlib
import subprocess
import sys

from jupyter_client.kernelspec import KernelSpecManager

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "kernel-spec"


def install(program, dest):
    command = [sys.executable, FOLDER / "set-up" / "kernelspec.py", program, FOLDER / "martlet", dest]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_awkward_paths_survive(tmp_path):
    """Spaces, quotes, backslashes and Hangul in the checkout's path reach Jupyter unharmed."""
    program = "/home/학생 one/it's \"here\"\\there/martlet"
    install(program, tmp_path / "kernels" / "martlet")
    manager = KernelSpecManager(kernel_dirs=[str(tmp_path / "kernels")], ensure_native_kernel=False)
    spec = manager.get_kernel_spec("martlet")
    assert spec.argv == [program, "kernel", "--connection-file", "{connection_file}"]
    assert (spec.display_name, spec.language) == ("Swift (Martlet)", "swift")
    assert spec.interrupt_mode == "message"
    assert spec.resource_dir == str(tmp_path / "kernels" / "martlet")


def test_only_changes_are_written(tmp_path):
    """A second call is silent and leaves the files alone; one from elsewhere takes over."""
    dest = tmp_path / "martlet"
    assert str(dest) in install("/one/martlet", dest)
    files = {path.name: path.stat().st_mtime_ns for path in dest.iterdir()}
    assert set(files) == {"kernel.json", "logo-64x64.png", "logo-svg.svg"}
    assert install("/one/martlet", dest) == ""
    assert files == {path.name: path.stat().st_mtime_ns for path in dest.iterdir()}
    assert str(dest) in install("/two/martlet", dest)
    assert json.loads((dest / "kernel.json").read_text())["argv"][0] == "/two/martlet"
