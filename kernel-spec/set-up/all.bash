# shellcheck shell=bash source-path=SCRIPTDIR
# The set-up as a whole. Sourced by kernel-spec/install, run and lab, and by Tests/run.

set_up_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$set_up_folder/../.." && pwd -P)
log="$root/.build/setup.log"
venv="$root/.jupyter"

say() { printf 'martlet: %s\n' "$*"; }
warn() { printf 'martlet: %s\n' "$*" >&2; }
die() {
  warn "$*"
  exit 1
}

# step TITLE COMMAND...: a long command, with its log and a line that says how far it is.
step() { step_of 0 "$@"; }

# step_of TOTAL TITLE COMMAND...: the same, where the number of things to come is known.
step_of() {
  local total=$1 title=$2
  shift 2
  python3 "$set_up_folder/step.py" --total "$total" "$title" "$log" "$@"
}

# shellcheck source=packages.bash
source "$set_up_folder/packages.bash"
# shellcheck source=build.bash
source "$set_up_folder/build.bash"
# shellcheck source=kernelspec.bash
source "$set_up_folder/kernelspec.bash"
# shellcheck source=jupyter.bash
source "$set_up_folder/jupyter.bash"

# set_up [REQUIREMENTS...]: brings everything that is missing, and with it a private Jupyter that
# holds what the files list. One set-up at a time: a second one waits for the first.
set_up() {
  command -v python3 >/dev/null || die "python3 was not found on PATH; type: sudo apt-get install python3"
  # Kernels work in their notebook's folder, so a relative path would be lost on them.
  if [[ -n ${MARTLET_DATA-} ]]; then
    MARTLET_DATA=$(realpath -m -- "$MARTLET_DATA")
    export MARTLET_DATA
  fi
  mkdir -p "$root/.build" || die "this checkout cannot be written to: $root"
  exec 9<"$root/kernel-spec"
  if ! flock -n 9; then
    say "another set-up of this checkout is at work; waiting for it"
    flock 9
  fi
  # Debian keeps the part of Python that makes virtual environments in a package of its own.
  python3 -c 'import ensurepip' 2>/dev/null || needed_packages+=(python3-venv)
  install_packages "${needed_packages[@]}"
  build_martlet
  install_kernelspec
  private_jupyter "$@"
  exec 9<&-
}
