#!/usr/bin/env python3
"""Net 4: no clock, file, socket, thread, randomness or environment in the objects of the pure floors.

Reads the undefined symbols of each archive with nm and holds them against [bans.purity_symbols] of
architecture.toml. Catches what includes cannot: a helper that calls time() two headers away.

usage: purity_check.py architecture.toml ARCHIVE...
"""
import re
import subprocess
import sys
import tomllib


def undefined_symbols(archive):
    listing = subprocess.run(["nm", "-uC", archive], check=True, capture_output=True, text=True).stdout
    member = "?"
    for line in listing.splitlines():
        if line.endswith(":"):
            member = line[:-1]
        elif found := re.match(r"\s+[Uw]\s+(.*)", line):
            yield member, found.group(1)


def offends(symbol, bans):
    bare = re.sub(r"@.*", "", symbol)
    return bare in bans["symbols"] or any(bare.startswith(prefix) for prefix in bans["prefixes"])


def main(arguments):
    with open(arguments[0], "rb") as file:
        bans = tomllib.load(file)["bans"]["purity_symbols"]
    findings = [f"{archive}({member}): {symbol}"
                for archive in arguments[1:]
                for member, symbol in undefined_symbols(archive) if offends(symbol, bans)]
    print("\n".join(findings) if findings else f"purity: {len(arguments) - 1} archives are pure")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
