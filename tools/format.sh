#!/bin/bash
# clang-format on C++ files that differ from main (or, on main, from the last commit). --check only reports.
set -euo pipefail
cd "$(dirname "$0")/.."
formatter=$(command -v clang-format-19 || true)
[ -n "$formatter" ] || { echo "format: clang-format-19 is not installed; not checked"; exit 0; }
base=$(git merge-base HEAD main 2>/dev/null || git rev-parse HEAD)
mapfile -t files < <({ git diff --name-only --diff-filter=d "$base"; git ls-files -o --exclude-standard; } | grep -E '\.(hpp|cpp)$' | sort -u)
[ ${#files[@]} -gt 0 ] || exit 0
if [ "${1:-}" = --check ]; then "$formatter" --dry-run -Werror "${files[@]}"; else "$formatter" -i "${files[@]}"; fi
