#!/usr/bin/env python3
"""Small rules that no compiler holds: banned words in product code, one H1 per Markdown file, live links and paths, what
a room's README must say.

Each rule names its reason in STYLE.md. Prints `file:line: sentence`; exits 1 when there is a finding.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PRODUCT = ("kernel/", "domain/", "flows/", "adapters/", "apps/", "testkit/")
LOCALE = re.compile(r"\bstd::(stoi|stol|stoll|stoul|stod|stof|to_string\(\d+\.\d|tolower|toupper|isalpha|isdigit|isspace)\b|"
                    r"\b(atoi|atof|strtod|strtol|printf|fprintf|sprintf|snprintf)\s*\(")
WORDS = re.compile(r"\b(FIXME|HACK)\b|\bTODO(?!\(#\d+\))")
REVEAL = re.compile(r"\breveal\(\)")
REVEAL_FOLDERS = ("kernel/", "adapters/", "flows/administration/", "apps/", "domain/access/")


# A path in backticks that begins with a folder of the tree; patterns and placeholders are not paths.
PATH = re.compile(r"`((?:kernel|domain|flows|adapters|apps|testkit|api|db|data|docs|tests|tools|bench|cmake)/[\w./-]+)`")


def tracked(*patterns):
    listing = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", *patterns], check=True,
                             capture_output=True, text=True).stdout
    return [name for name in listing.splitlines() if (ROOT / name).is_file()]


def check_code(report):
    for name in tracked("*.cpp", "*.hpp"):
        product = name.startswith(PRODUCT) and not re.search(r"/(tests|bench|fuzz)/", name)
        for number, line in enumerate((ROOT / name).read_text(errors="replace").splitlines(), 1):
            code = re.sub(r"//.*", "", line)
            if product and LOCALE.search(code):
                report(f"{name}:{number}: depends on the locale: {code.strip()[:60]}")
            if product and WORDS.search(line):
                report(f"{name}:{number}: unfinished work without an issue")
            if product and REVEAL.search(code) and not name.startswith(REVEAL_FOLDERS):
                report(f"{name}:{number}: reveal() outside the allowed folders")
            if product and re.search(r"^\s*using namespace\b", code) and name.endswith(".hpp"):
                report(f"{name}:{number}: using namespace in a header")
            if re.search(r"EXPECT_TRUE\(true\)|\bDISABLED_|sleep_for\(|\busleep\(", code):
                report(f"{name}:{number}: a test that waits, asserts nothing or is off")


def check_markdown(report):
    for name in tracked("*.md"):
        text = re.sub(r"```.*?```", lambda found: "\n" * found.group(0).count("\n"), (ROOT / name).read_text(), flags=re.S)
        heads = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("# ")]
        if len(heads) != 1:
            report(f"{name}:1: {len(heads)} titles, exactly one belongs there")
        for found in re.finditer(r"\]\(([^)#:\s]+)(#[^)]*)?\)", text):
            if not ((ROOT / name).parent / found.group(1)).exists():
                report(f"{name}:{text[:found.start()].count(chr(10)) + 1}: dead link {found.group(1)}")


def check_paths(report):
    """A path of this tree that a document names exists."""
    for name in tracked("*.md"):
        text = re.sub(r"```.*?```", lambda found: "\n" * found.group(0).count("\n"), (ROOT / name).read_text(), flags=re.S)
        for found in PATH.finditer(text):
            place = found.group(1)
            if not any((base / place).exists() for base in (ROOT, (ROOT / name).parent)):
                report(f"{name}:{text[:found.start()].count(chr(10)) + 1}: there is no {place}")


def check_room_readmes(report):
    """A room's README states its quality tier, and each type it names stands in a header or source of the tree."""
    code = "\n".join((ROOT / name).read_text(errors="replace") for name in tracked("*.hpp", "*.cpp"))
    words = set(re.findall(r"\w+", code))
    for name in tracked("*README.md"):
        if not (ROOT / name).parent.joinpath("CMakeLists.txt").exists() or not name.startswith(PRODUCT):
            continue
        text = (ROOT / name).read_text()
        if not re.search(r"Quality( tier)?: (field|trial|sketch)\b", text):
            report(f"{name}:1: no quality tier (field, trial, sketch)")
        for found in re.finditer(r"`(?:\w+::)*([A-Z]\w*)(?:<\w+>)?`", text):
            if found.group(1) not in words:
                report(f"{name}:{text[:found.start()].count(chr(10)) + 1}: no type {found.group(1)}")


def main():
    findings = []
    check_code(findings.append)
    check_markdown(findings.append)
    check_paths(findings.append)
    check_room_readmes(findings.append)
    print("\n".join(findings) if findings else "house: no finding")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
