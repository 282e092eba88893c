# shellcheck shell=bash
# The release build of the kernel, its worker and the notebook libraries.

# The kernel, the process that runs cells, and the library that cells import.
built_products=(martlet martlet-worker Martlet CompilerSnapshot)

# Identifies the build: the toolchain, the place, and the text of everything that is compiled.
build_key() {
  printf '%s\n' "$root" "$(command -v swift)" "$(swift --version 2>&1)"
  (cd "$root" && find Package.swift Sources -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

build_martlet() {
  local key product stamp="$root/.build/martlet.built"
  command -v swift >/dev/null \
    || die "swift was not found on PATH; get Swift 6.3 or newer from https://www.swift.org/install"
  key=$(build_key | sha256sum)
  if [[ -x $root/.build/release/martlet && -x $root/.build/release/martlet-worker ]] \
    && [[ -f $stamp && $(<"$stamp") == "$key" ]]; then
    return
  fi
  # Compiled modules remember where they lie: a checkout that was moved starts afresh.
  if [[ -f $root/.build/martlet.place && $(<"$root/.build/martlet.place") != "$root" ]]; then
    say "this checkout was moved, so its build starts afresh"
    rm -rf "$root/.build"
    mkdir -p "$root/.build"
  fi
  printf '%s' "$root" >"$root/.build/martlet.place"
  for product in "${built_products[@]}"; do
    step "release build of $product" swift build -c release --package-path "$root" \
      --product "$product" || die "Martlet could not be built; the whole log is in $log"
  done
  step "first compile of a cell" "$root/.build/release/martlet" prepare \
    || die "a first cell could not be compiled; the whole log is in $log"
  printf '%s' "$key" >"$stamp"
}
