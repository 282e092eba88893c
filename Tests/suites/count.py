"""Adds up what the suites left in a folder, prints the closing line and fails if anything did.

usage: count.py FOLDER

A suite leaves either an xUnit file (NAME.xml) or an empty NAME.passed or NAME.skipped. NAME.failed
says in a sentence why the suite as a whole failed, for one that died before it could count.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def count(folder):
    passed = failed = skipped = 0
    reasons = []
    for path in sorted(folder.glob("*.xml")):
        for suite in ElementTree.parse(path).getroot().iter("testsuite"):
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            left_out = int(suite.get("skipped", 0))
            failed += bad
            skipped += left_out
            passed += int(suite.get("tests")) - bad - left_out
    passed += len(list(folder.glob("*.passed")))
    skipped += len(list(folder.glob("*.skipped")))
    for path in sorted(folder.glob("*.failed")):
        reasons.append(path.read_text().strip())
    # A suite that counted its failures gives its reason too: both mean the same ones.
    return passed, max(failed, len(reasons)), skipped, reasons


def main(folder):
    passed, failed, skipped, reasons = count(pathlib.Path(folder))
    for reason in reasons:
        print(f"martlet: {reason}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main(sys.argv[1])
