#!/usr/bin/env python3
"""Adds up JUnit reports and prints `N passed, N failed` on a line of its own. A report that is missing or holds no
test counts as one failure: a suite that did not run has not passed."""
import sys
import xml.etree.ElementTree as tree


def counts(path):
    try:
        root = tree.parse(path).getroot()
    except (OSError, tree.ParseError) as problem:
        print(f"{path}: {problem}")
        return 0, 1, 0
    passed = failed = skipped = 0
    for case in root.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None or case.get("status") == "fail":
            failed += 1
            print(f"failed: {case.get('classname', '')} {case.get('name', '')}")
        elif case.find("skipped") is not None or case.get("status") in ("disabled", "notrun"):
            skipped += 1
        else:
            passed += 1
    if passed + failed == 0:
        print(f"{path}: no test ran")
        failed = 1
    return passed, failed, skipped


def main():
    totals = [sum(column) for column in zip(*(counts(path) for path in sys.argv[1:]))]
    passed, failed, skipped = totals
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
