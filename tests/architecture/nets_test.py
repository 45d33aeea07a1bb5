#!/usr/bin/env python3
"""Each of the four nets, and the report on requirements, catches a planted violation. usage: nets_test.py SOURCE_DIR CASE"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOM = 'cardea_room(NAME {name} FLOOR {floor} {more})\n'


def plant_tree(source, folder):
    """A small house of two rooms that obeys all nets."""
    for part in ("cmake", "architecture.toml", "CMakeLists.txt"):
        origin = source / part
        (shutil.copytree if origin.is_dir() else shutil.copy)(origin, folder / part)
    for header in ("pch.hpp", "test_pch.hpp"):  # small, so that a case takes a second
        write(folder / "cmake" / header, "#pragma once\n")
    write(folder / "kernel/CMakeLists.txt", ROOM.format(name="kernel", floor=0, more="PURE LINKS Boost::json"))
    write(folder / "kernel/include/cardea/kernel/one.hpp", "#pragma once\nint one();\n")
    write(folder / "kernel/src/one.cpp", '#include "cardea/kernel/one.hpp"\nint one() { return 1; }\n')
    write(folder / "kernel/README.md", "# kernel\n")
    write(folder / "domain/people/CMakeLists.txt", ROOM.format(name="people", floor=1, more="PURE USES kernel"))
    write(folder / "domain/people/include/cardea/people/two.hpp", "#pragma once\nint two();\n")
    write(folder / "domain/people/src/two.cpp",
          '#include "cardea/kernel/one.hpp"\n#include "cardea/people/two.hpp"\nint two() { return 2 * one(); }\n')
    write(folder / "domain/people/README.md", "# people\n")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def configure(folder):
    return run("cmake", "-S", folder, "-B", folder / "build", "-G", "Ninja")


def expect(condition, output):
    if not condition:
        print(output)
        sys.exit("the net did not hold")


def upward_lean_stops_configuration(source, folder):
    write(folder / "kernel/CMakeLists.txt", ROOM.format(name="kernel", floor=0, more="PURE USES people LINKS Boost::json"))
    code, output = configure(folder)
    expect(code != 0 and "may not lean on people" in " ".join(output.split()), output)


def honest_tree_passes(source, folder):
    code, output = configure(folder)
    expect(code == 0, output)
    code, output = run("ninja", "-C", folder / "build", "cardea_people", "headers_people")
    expect(code == 0, output)
    code, output = run(sys.executable, source / "tools/arch_check.py", "--root", folder)
    expect(code == 0, output)
    archives = sorted((folder / "build").rglob("libcardea_*.a"))
    code, output = run(sys.executable, source / "tools/purity_check.py", folder / "architecture.toml", *archives)
    expect(code == 0 and len(archives) == 2, output)


def unlinked_room_is_not_on_the_include_path(source, folder):
    write(folder / "kernel/src/one.cpp", '#include "cardea/people/two.hpp"\nint one() { return two(); }\n')
    code, output = configure(folder)
    expect(code == 0, output)
    code, output = run("ninja", "-C", folder / "build", "cardea_kernel")
    expect(code != 0 and "No such file or directory" in output, output)


def include_check_names_the_line(source, folder):
    write(folder / "kernel/src/one.cpp", '#include "cardea/people/two.hpp"\n#include <thread>\nint one() { return 1; }\n')
    code, output = run(sys.executable, source / "tools/arch_check.py", "--root", folder)
    expect(code == 1, output)
    expect("kernel/src/one.cpp:1: kernel may not use people" in output, output)
    expect("kernel/src/one.cpp:2: kernel is pure and may not include thread" in output, output)


def include_check_wants_a_readme(source, folder):
    (folder / "kernel/README.md").unlink()
    code, output = run(sys.executable, source / "tools/arch_check.py", "--root", folder)
    expect(code == 1 and "a room has a README.md" in output, output)


def nm_sees_a_hidden_clock(source, folder):
    write(folder / "kernel/src/one.cpp",
          'extern "C" long time(long*);\nextern "C" char* getenv(const char*);\n'
          'int one() { return static_cast<int>(time(nullptr)) + (getenv("HOME") != nullptr ? 1 : 0); }\n'
          "int one();\n")
    code, output = configure(folder)
    expect(code == 0, output)
    code, output = run("ninja", "-C", folder / "build", "cardea_kernel")
    expect(code == 0, output)
    archives = sorted((folder / "build").rglob("libcardea_kernel.a"))
    code, output = run(sys.executable, source / "tools/purity_check.py", folder / "architecture.toml", *archives)
    expect(code == 1 and "time" in output and "getenv" in output, output)


def header_that_leans_on_its_includer_is_caught(source, folder):
    write(folder / "kernel/include/cardea/kernel/one.hpp", "#pragma once\nstd::string one();\n")
    code, output = configure(folder)
    expect(code == 0, output)
    code, output = run("ninja", "-C", folder / "build", "headers_kernel")
    expect(code != 0 and "string" in output, output)


def requirements_and_tests_are_held_together(source, folder):
    write(folder / "docs/standards/requirements.md", "# Requirements\n\n| id |\n|---|\n| F-A01 |\n| F-A02 |\n")
    write(folder / "kernel/tests/one_test.cpp", "// REQ: F-A01\nTEST(One, IsOne) {}\n\n// REQ: F-Z99\nTEST(Two, IsTwo) {}\n")
    code, output = run(sys.executable, source / "tools/req_report.py", "--root", folder)
    expect(code == 1 and "F-A02 is claimed by no test" in output, output)
    expect("kernel/tests/one_test.cpp:4: claims F-Z99" in output and "F-A01" not in output, output)


def main():
    source, case = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plant_tree(source, folder)
        globals()[case](source, folder)


main()
