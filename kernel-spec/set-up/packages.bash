# shellcheck shell=bash
# Debian packages: which of them are missing, and how this user gets them.

# What the Swift toolchain needs on a bare Debian, what Martlet's system libraries are, and the
# fonts its plots are lettered with.
needed_packages=(
  binutils libc6-dev libstdc++-12-dev libcurl4 libncurses6 libsqlite3-0 libxml2
  pkg-config libzmq3-dev libpng-dev libjpeg62-turbo-dev libarchive-dev zlib1g-dev
  libpango1.0-dev libopenblas0-pthread
  fonts-dejavu-core fonts-nanum
)

# Prints the packages of its arguments that are not installed.
missing_packages() {
  local installed package
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
  done
}

# install_packages PACKAGE...: installs what is missing, or says what to type.
install_packages() {
  local missing prefix=()
  if ! command -v dpkg-query >/dev/null; then
    warn "this is no Debian, so these are taken to be there by other names: $*"
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0

  local install="apt-get install -y --no-install-recommends ${missing[*]}"
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      die "Debian packages are missing; have root type: apt-get update && $install"
    elif ! sudo -n true 2>/dev/null; then
      die "Debian packages are missing; type: sudo apt-get update && sudo $install"
    fi
    prefix=(sudo -n)
  fi
  # apt closes its status descriptor for dpkg, so it must not be the standard output itself.
  # shellcheck disable=SC2016
  local apt=("${prefix[@]}" env DEBIAN_FRONTEND=noninteractive bash -c 'exec apt-get "$@" 3>&1'
    apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 -o APT::Status-Fd=3)
  # A third-party source that is down must not stop packages that come from another one.
  step "Debian's package lists" "${apt[@]}" update || true
  step "Debian packages (${#missing[@]})" \
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" \
    || die "Debian packages could not be installed; type: ${prefix:+sudo }$install"
}
