#!/usr/bin/env python3
"""Which requirement is proved by which test. Holds docs/standards/requirements.md and the tests against each other.

A test claims a requirement with a line `// REQ: ID` above it; the table lists the ids with what is claimed of each. Red: an id of
the table that no test claims, a test that claims an id the table does not know, an id listed twice. usage: req_report.py [--list] [--root FOLDER]
"""
import argparse
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = "docs/standards/requirements.md"
ROW = re.compile(r"^\|\s*`?([A-Z]+-[A-Z0-9-]+)`?\s*\|")
CLAIM = re.compile(r"^\s*//\s*REQ:\s*(.+?)\s*$")
TEST_NAME = re.compile(r"\bTEST(?:_[FP])?\(\s*(\w+)\s*,\s*(\w+)|\b(?:test|it|describe)\(\s*['\"`](.+?)['\"`]\s*,")
PLACES = ("kernel/**/tests/*.cpp", "domain/**/tests/*.cpp", "flows/**/tests/*.cpp", "adapters/**/tests/*.cpp",
          "apps/**/tests/*.cpp", "testkit/**/tests/*.cpp", "tests/**/*.cpp", "web/src/**/*.test.ts*", "web/e2e/*.ts")


def table_ids(text):
    """Yields (line number, id) for each row of the table."""
    for number, line in enumerate(text.splitlines(), 1):
        found = ROW.match(line)
        if found:
            yield number, found.group(1)


def claims(text):
    """Yields (line number, id, name of the test that follows) for each claim."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        found = CLAIM.match(line)
        if not found:
            continue
        name = next((match for match in map(TEST_NAME.search, lines[number:number + 6]) if match), None)
        words = [word for word in name.groups() if word] if name else []
        for claimed in re.split(r"[,\s]+", found.group(1)):
            yield number, claimed, ".".join(words)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true", help="name the tests of each id")
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    options = parser.parse_args()
    red, tests, known = [], collections.defaultdict(list), set()
    for number, listed in table_ids((options.root / TABLE).read_text()):
        if listed in known:
            red.append(f"{TABLE}:{number}: {listed} is listed twice")
        known.add(listed)
    for path in sorted({path for place in PLACES for path in options.root.glob(place)}):
        name = path.relative_to(options.root)
        for number, claimed, test in claims(path.read_text(errors="replace")):
            tests[claimed].append(test or f"{name}:{number}")
            if claimed not in known:
                red.append(f"{name}:{number}: claims {claimed}, which {TABLE} does not list")
            if not test:
                red.append(f"{name}:{number}: no test follows the claim of {claimed}")
    red += [f"{TABLE}: {listed} is claimed by no test" for listed in sorted(known - tests.keys())]
    if options.list:
        for listed in sorted(known):
            print(f"{listed}: {len(tests[listed])} tests: {', '.join(tests[listed])}")
    print("\n".join(red + [f"requirements: {len(known)} ids, {sum(map(len, tests.values()))} claims"]))
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
