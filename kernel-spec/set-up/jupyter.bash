# shellcheck shell=bash
# Jupyter in a virtual environment of this checkout's own.

# usable_jupyter: whether the user has a JupyterLab already.
usable_jupyter() {
  command -v jupyter-lab >/dev/null && jupyter-lab --version >/dev/null 2>&1
}

# Identifies this very place and this very Python: an environment can be moved to neither.
venv_place() {
  printf '%s\n' "$root"
  python3 -c 'import sys; print(sys.base_prefix, sys.version)'
}

# private_jupyter REQUIREMENTS...: makes the environment hold what the files list.
private_jupyter() {
  local file key stamp count place
  place=$(venv_place)
  for file in "$@"; do
    stamp="$venv/$(basename "$(dirname "$file")").installed"
    key=$(sha256sum <<<"$place$(<"$file")")
    [[ -f $stamp && $(<"$stamp") == "$key" ]] && continue
    make_venv "$place"
    count=$(grep -c '==' "$file")
    step_of "$count" "Jupyter for ${file#"$root"/}" \
      "$venv/bin/python" -m pip install --disable-pip-version-check -r "$file" \
      || die "Jupyter could not be installed; the whole log is in $log"
    printf '%s' "$key" >"$stamp"
  done
}

make_venv() {
  local place=$1
  [[ -f $venv/place && $(<"$venv/place") == "$place" ]] && return
  rm -rf "$venv"
  step "virtual environment" python3 -m venv "$venv" \
    || die "no virtual environment could be made; the whole log is in $log"
  printf '%s' "$place" >"$venv/place"
}
