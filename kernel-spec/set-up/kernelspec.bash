# shellcheck shell=bash
# The folder by which every Jupyter of this user finds the kernel.

install_kernelspec() {
  local data="${JUPYTER_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/jupyter}"
  python3 "$root/kernel-spec/set-up/kernelspec.py" \
    "$root/.build/release/martlet" "$root/kernel-spec/martlet" "$data/kernels/martlet" \
    || die "the kernelspec could not be written to $data/kernels/martlet"
}
