# shellcheck shell=bash
# The tests that drive the installed kernel through Jupyter's own client.

run_kernel_tests() {
  local arguments=() status=0 expression
  if ((${#filters[@]})); then
    expression=$(printf ' or %s' "${filters[@]}")
    arguments=(-k "${expression:4}")
  fi
  say "tests of the kernel"
  "$venv/bin/python" -m pytest "$root/Tests/KernelTests" -q -rs -p no:cacheprovider \
    --junitxml "$results/kernel.xml" "${arguments[@]}" </dev/null || status=$?
  # Status 5: the filters chose none.
  ((status == 0 || status == 5)) || echo "pytest ended with status $status" >"$results/kernel.failed"
}
