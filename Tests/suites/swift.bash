# shellcheck shell=bash
# The tests in Swift, run against the very objects that the kernel is made of.

run_swift_tests() {
  local arguments=() filter status=0
  for filter in "${filters[@]}"; do arguments+=(--filter "$filter"); done
  step "release build of the tests" swift build -c release --build-tests \
    || die "the tests could not be built; the whole log is in $log"
  say "tests in Swift"
  # Of all that is printed only issues, reasons of skipping and the sum are for the terminal.
  # A process that died may leave its parent waiting.
  timeout 900 swift test -c release --skip-build --xunit-output "$results/swift.xml" "${arguments[@]}" \
    </dev/null 2>&1 | tee "$results/swift.log" | grep -E '^(✘|➜|↳ [^TP]|✔ Test run with)' \
    || status=${PIPESTATUS[0]}
  # The file for XCTest is about no test at all, the one beside it about those of swift-testing.
  rm -f "$results/swift.xml"
  if ((status)); then
    # One that died prints no sum, but last words.
    grep -qE 'Test run with' "$results/swift.log" || tail -n 40 "$results/swift.log"
    echo "the tests in Swift ended with status $status; see $results/swift.log" \
      >"$results/swift.failed"
  fi
}
