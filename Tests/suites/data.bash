# shellcheck shell=bash
# Where the tests' data sets are.

# find_data: sets MARTLET_DATA when it is not set but the data sets can be had: a folder `shared`
# beside the checkout may hold them packed, with a program that lays them out.
find_data() {
  local unpack="$root/../shared/data/unpack" cache="${TMPDIR:-/tmp}/martlet-data-$UID"
  [[ -z ${MARTLET_DATA-} && -x $unpack ]] || return 0
  step "data sets into $cache" "$venv/bin/python" "$unpack" "$cache" || return 0
  export MARTLET_DATA="$cache"
}
