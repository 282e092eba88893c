"""JupyterLab in a headless browser, driven as a user would."""

import contextlib
import json
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / ".build" / "tests" / "screenshots"
START_SECONDS = 60

SETTINGS = {
    # Cells out of sight leave the page otherwise, and then nobody can count them.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false", "checkForUpdates": False},
}


def missing_browser():
    """A reason to skip, or None when the browser is there."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"{program} is not installed (apt-get install chromium chromium-driver)"
    return None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def lab(folder, scratch):
    """Serves `folder` on the loopback; gives a function from a notebook's name to its address."""
    settings = scratch / "settings"
    for name, values in SETTINGS.items():
        path = settings / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    port, token = free_port(), secrets.token_hex()
    environment = os.environ | {
        "JUPYTERLAB_SETTINGS_DIR": str(settings),
        "JUPYTERLAB_WORKSPACES_DIR": str(scratch / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_TOKEN": token,
    }
    with open(scratch / "lab.log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
             f"--port={port}", "--ServerApp.port_retries=0"],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log,
            stderr=subprocess.STDOUT)
    try:
        wait_for(f"http://127.0.0.1:{port}/api", server, scratch / "lab.log")
        yield lambda name: f"http://127.0.0.1:{port}/lab/tree/{name}?token={token}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address, server, log):
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()}") from None
            time.sleep(0.2)


@contextlib.contextmanager
def browser(width=1100, height=1400):
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                     f"--window-size={width},{height}"):
        options.add_argument(argument)
    driver = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


class Page:
    """One notebook, open in the browser."""

    def __init__(self, driver, address):
        self.driver = driver
        driver.get(address)
        self.until(lambda: self.all(".jp-NotebookPanel .jp-CodeCell"), START_SECONDS)
        self.until(self.kernel_is_idle, START_SECONDS)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def until(self, condition, seconds):
        """Waits; on giving up leaves a picture of what the page looked like instead."""
        from selenium.common.exceptions import TimeoutException
        from selenium.webdriver.support.ui import WebDriverWait

        try:
            WebDriverWait(self.driver, seconds, poll_frequency=0.2).until(lambda _: condition())
        except TimeoutException:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            self.driver.save_screenshot(str(SCREENSHOTS / "timeout.png"))
            raise

    def kernel_is_idle(self):
        """What the status bar says; the round indicator looks idle without any kernel, too."""
        return any(item.text.endswith("| Idle") for item in self.all(".jp-StatusBar-TextItem"))

    def run_all(self, seconds):
        """Run > Run All Cells, and waits until every cell ran or one has failed."""
        menu = next(item for item in self.all(".lm-MenuBar-item") if item.text == "Run")
        menu.click()
        self.until(lambda: self.all(".lm-Menu-item[data-command='runmenu:run-all']"), 10)
        self.all(".lm-Menu-item[data-command='runmenu:run-all']")[0].click()
        self.until(self.is_done, seconds)

    def is_done(self):
        prompts = [prompt.text.strip("[]: ") for prompt in self.all(".jp-CodeCell .jp-InputPrompt")]
        return self.kernel_is_idle() and "*" not in prompts and any(map(str.isdigit, prompts))

    def pictures(self):
        """Width and height of every picture among the outputs that the browser could draw."""
        sizes = self.driver.execute_script(
            "return Array.from(document.querySelectorAll('.jp-OutputArea-output img'))"
            ".filter(image => image.complete).map(image => [image.naturalWidth, image.naturalHeight])")
        return [tuple(size) for size in sizes if size[0] > 0]

    def outputs(self):
        return "\n".join(output.text for output in self.all(".jp-OutputArea-output"))

    def errors(self):
        selector = ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"
        return [output.text for output in self.all(selector)]

    def screenshots(self, name):
        """One picture of the window for each picture among the outputs, and one of the end."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for number, image in enumerate(self.all(".jp-OutputArea-output img"), start=1):
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", image)
            self.driver.save_screenshot(str(SCREENSHOTS / f"{name}-{number}.png"))
        self.driver.execute_script(
            "arguments[0].scrollIntoView({block: 'end'})", self.all(".jp-CodeCell")[-1])
        self.driver.save_screenshot(str(SCREENSHOTS / f"{name}-end.png"))
