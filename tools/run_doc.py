#!/usr/bin/env python3
"""Runs the blocks marked `sh` of Markdown files, one after the other, as one script in an empty folder: what a guide says works.

usage: run_doc.py --program FILE_TO_PUT_ON_THE_PATH GUIDE...
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def script_of(guides):
    blocks = [block for guide in guides for block in re.findall(r"```sh\n(.*?)```", guide.read_text(), flags=re.S)]
    end_servers = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n"
    return "set -euo pipefail\n" + end_servers + "\n".join(blocks)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("guides", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    path = f"{options.program.resolve().parent}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["bash", "-c", script_of(options.guides)], cwd=folder, env={**os.environ, "PATH": path},
                              timeout=120)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
