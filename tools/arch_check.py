#!/usr/bin/env python3
"""Net 3: holds every #include and every cardea_room() against architecture.toml (ADR 1).

Reports `file:line: sentence` for each violation and exits 1 when there is one. With --root DIR it reads another
tree, so that the check itself can be tested on planted violations.
"""
import argparse
import pathlib
import re
import sys
import tomllib

FLOOR_FOLDERS = {"kernel": "kernel", "domain": "domain", "flows": "flows", "adapters": "adapters", "apps": "apps"}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
ROOM_CALL = re.compile(r"cardea_room\(([^)]*)\)", re.S)
LINK = re.compile(r"cardea_(\w+)")


def rooms_on_disk(root):
    """Yields (room name, folder) for every folder that declares a room."""
    for top in ("kernel", "testkit"):
        if (root / top / "CMakeLists.txt").exists():
            yield top, root / top
    for floor in ("domain", "flows", "adapters", "apps"):
        for cmake in sorted((root / floor).glob("*/CMakeLists.txt")):
            yield cmake.parent.name, cmake.parent


def strip_comments(line):
    return re.sub(r"//.*", "", line)


def may_use(rules, room):
    allowed = rules["rooms"].get(room, {}).get("may_use", [])
    return None if "*" in allowed else set(allowed) | {room}


def check_graph(rules, report):
    """The allowed graph itself: known rooms, no upward edge, no circle."""
    floors, rooms = rules["floors"], rules["rooms"]
    level = {name: floors.get(room["floor"], len(floors)) for name, room in rooms.items()}
    for name, room in rooms.items():
        for used in room["may_use"]:
            if used == "*":
                continue
            if used not in rooms:
                report(f"architecture.toml:1: {name} may use {used}, which is not a room")
            elif level[used] > level[name]:
                report(f"architecture.toml:1: {name} ({room['floor']}) may not use {used} of a higher floor")
    state = {}

    def visit(name, path):
        if state.get(name) == "done" or name == "*":
            return
        if name in path:
            report(f"architecture.toml:1: circle {' > '.join([*path, name])}")
            return
        for used in rooms.get(name, {}).get("may_use", []):
            visit(used, [*path, name])
        state[name] = "done"

    for name in rooms:
        visit(name, [])


def check_cmake(root, rules, room, folder, report):
    text = (folder / "CMakeLists.txt").read_text()
    place = (folder / "CMakeLists.txt").relative_to(root)
    allowed = may_use(rules, room)
    for call in ROOM_CALL.findall(text):
        words = call.split()
        if "NAME" in words and words[words.index("NAME") + 1] != room:
            report(f"{place}:1: the room is named {words[words.index('NAME') + 1]} but its folder is {room}")
        used = set()
        if "USES" in words:
            for word in words[words.index("USES") + 1:]:
                if word.isupper():
                    break
                used.add(word)
        used |= {name for name in LINK.findall(call) if name in rules["rooms"]}
        for name in sorted(used):
            if allowed is not None and name not in allowed:
                report(f"{place}:1: {room} may not use {name}")


def check_source(root, rules, room, path, report):
    allowed = may_use(rules, room)
    pure = rules["rooms"].get(room, {}).get("floor") in ("kernel", "domain")
    bans = rules["bans"]["pure"]
    inside_tests = "tests" in path.relative_to(root).parts or "bench" in path.relative_to(root).parts
    for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
        where = f"{path.relative_to(root)}:{number}"
        found = INCLUDE.match(line)
        if found:
            header = found.group(1)
            if header.startswith("cardea/"):
                used = header.split("/")[1]
                if used not in rules["rooms"]:
                    report(f"{where}: unknown room {used}")
                elif allowed is not None and used not in allowed and not (inside_tests and used == "testkit"):
                    report(f"{where}: {room} may not use {used}")
            elif "/src/" in header or header.startswith("../"):
                report(f"{where}: reaches into another folder: {header}")
            elif pure and not inside_tests and header in bans["headers"]:
                report(f"{where}: {room} is pure and may not include {header}")
        elif pure and not inside_tests:
            for word in bans["words"]:
                if word in strip_comments(line):
                    report(f"{where}: {room} is pure and may not say {word}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root.resolve()
    rules = tomllib.loads((root / "architecture.toml").read_text())
    findings = []
    check_graph(rules, findings.append)
    for room, folder in rooms_on_disk(root):
        if room not in rules["rooms"]:
            findings.append(f"{folder.relative_to(root)}/CMakeLists.txt:1: room {room} is not in architecture.toml")
            continue
        if not (folder / "README.md").exists():
            findings.append(f"{folder.relative_to(root)}:1: a room has a README.md")
        check_cmake(root, rules, room, folder, findings.append)
        for path in sorted([*folder.rglob("*.hpp"), *folder.rglob("*.cpp")]):
            check_source(root, rules, room, path, findings.append)
    print("\n".join(findings) if findings else "architecture: no violation")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
