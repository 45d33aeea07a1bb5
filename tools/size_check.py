#!/usr/bin/env python3
"""Sizes of functions and files in product code, as tests (STYLE.md).

Red: a function over 70 lines, a header over 300, a source over 600, a median over 7 or a 90th percentile over 33.
The list of known giants, tools/size_debt.txt, can only shrink: an entry that is no longer needed is red too.
"""
import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("kernel", "domain", "flows", "adapters", "apps", "testkit")
FUNCTION_MAX, HEADER_MAX, SOURCE_MAX, MEDIAN_MAX, P90_MAX = 70, 300, 600, 7, 33
CONTROL = re.compile(r"\b(if|for|while|switch|catch|else|do|try)\b[^;{}]*$")
TYPE = re.compile(r"\b(class|struct|enum|union|namespace)\b[^;(){}=]*(\([^)]*\))?[^;(){}=]*$")


def blank(text):
    """Comments, strings and characters become blanks; line breaks stay."""
    pattern = re.compile(r'R"([^(\s]*)\((?:.|\n)*?\)\1"|//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|'
                         r"(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'")
    text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group(0)), text)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda found: re.sub(r"[^\n]", " ", found.group(0)), text,
                  flags=re.M)


def is_body(head):
    """Whether the text before an opening brace is the head of a function."""
    head = head.strip()
    if not head or head.endswith(("=", ",", "(", "return")) or CONTROL.search(head) and ")" not in head[-3:]:
        return False
    if re.search(r"\b(if|for|while|switch|catch)\s*(constexpr)?\s*\([^;]*\)$", head):
        return False
    if TYPE.search(head) and ")" not in head:
        return False
    return bool(re.search(r"\)\s*(const|noexcept(\([^)]*\))?|override|final|mutable|&{1,2}|->[^{;]*|:[^{;]*|requires[^{;]*|\s)*$",
                          head)) and not re.search(r"\b(class|struct|enum|namespace)\s+\w+[^()]*$", head)


def functions(text):
    """Yields (line, length) of every function body outside other functions."""
    text = blank(text)
    stack = []
    line = 1
    head_from = 0
    inside = 0
    for index, char in enumerate(text):
        if char == "\n":
            line += 1
        elif char == "{":
            head = text[head_from:index]
            body = inside == 0 and is_body(head)
            head_line = line - head.lstrip().count("\n")
            stack.append((body, head_line))
            inside += 1 if body or inside else 0
            head_from = index + 1
        elif char == "}" and stack:
            body, head_line = stack.pop()
            if inside:
                inside -= 1
            if body and inside == 0:
                yield head_line, line - head_line + 1
            head_from = index + 1
        elif char == ";":
            head_from = index + 1


def product_files():
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.[ch]pp")):
            parts = path.relative_to(ROOT).parts
            if not {"tests", "bench", "fuzz"} & set(parts):
                yield path


def main():
    debt_file = ROOT / "tools" / "size_debt.txt"
    debt = {line.split("#")[0].strip() for line in debt_file.read_text().splitlines()} - {""} if debt_file.exists() else set()
    lengths, findings = [], []
    for path in product_files():
        text = path.read_text()
        lines = text.count("\n")
        name = str(path.relative_to(ROOT))
        limit = HEADER_MAX if path.suffix == ".hpp" else SOURCE_MAX
        if lines > limit:
            findings.append((name, f"{name}:1: {lines} lines, at most {limit}"))
        for line, length in functions(text):
            lengths.append(length)
            if length > FUNCTION_MAX:
                findings.append((name, f"{name}:{line}: a function of {length} lines, at most {FUNCTION_MAX}"))
    red = [text for name, text in findings if name not in debt]
    red += [f"tools/size_debt.txt: {name} is no longer a debt" for name in debt - {name for name, _ in findings}]
    lengths.sort()
    median = statistics.median(lengths) if lengths else 0
    p90 = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if median > MEDIAN_MAX or p90 > P90_MAX:
        red.append(f"functions: median {median} (at most {MEDIAN_MAX}), p90 {p90} (at most {P90_MAX})")
    print("\n".join(red + [f"sizes: {len(lengths)} functions, median {median}, p90 {p90}, longest {lengths[-1] if lengths else 0}"]))
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
