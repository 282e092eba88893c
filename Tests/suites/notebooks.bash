# shellcheck shell=bash
# Every notebook, from top to bottom, on the real data. One that trains for long says in its
# metadata (martlet, test) which constants have smaller values here. What is printed is compared
# with what the committed notebook holds.

run_notebooks() {
  local notebook name settings
  for notebook in "$root"/notebooks/*.ipynb; do
    [[ -f $notebook && $notebook != *.executed.ipynb ]] || continue
    name=$(basename "$notebook" .ipynb)
    chosen "$name" || continue
    if [[ -z ${MARTLET_DATA-} ]]; then
      say "notebook $name skipped: it needs data sets, and MARTLET_DATA is not set"
      touch "$results/notebook-$name.skipped"
      continue
    fi
    say "notebook $name"
    mapfile -t settings < <("$venv/bin/python" - "$notebook" <<<'
import json, sys
metadata = json.load(open(sys.argv[1]))["metadata"]
for name, value in metadata.get("martlet", {}).get("test", {}).items():
    print(f"--set={name}={value}")')
    if "$venv/bin/python" "$root/kernel-spec/runner" --no-stand-in "${settings[@]}" "$notebook" \
      --output "$results/$name.ipynb" </dev/null \
      && python3 "$root/Tests/suites/notebook_texts.py" "$notebook" "$results/$name.ipynb"; then
      touch "$results/notebook-$name.passed"
    else
      echo "the notebook $name failed" >"$results/notebook-$name.failed"
    fi
  done
}

# chosen NAME: whether a filter finds the name; without filters all are chosen.
chosen() {
  local filter
  ((${#filters[@]})) || return 0
  for filter in "${filters[@]}"; do
    [[ $1 =~ $filter ]] && return 0
  done
  return 1
}
