#!/bin/bash
# clang-tidy-19 on changed sources, or on all with --all. Warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
# clang cannot read precompiled headers of g++: a build folder of its own holds the compile commands.
cmake --preset fuzz > /dev/null
if [ "${1:-}" = --all ]; then
  mapfile -t files < <(git ls-files 'kernel/src/*.cpp' 'domain/*/src/*.cpp' 'flows/*/src/*.cpp' 'adapters/*/src/*.cpp' 'apps/*/src/*.cpp')
else
  base=$(git merge-base HEAD main 2>/dev/null || git rev-parse HEAD)
  [ "$base" != "$(git rev-parse HEAD)" ] || base=HEAD~1
  mapfile -t files < <(git diff --name-only --diff-filter=d "$base" | grep -E '^(kernel|domain|flows|adapters|apps)/.*src/.*\.cpp$' || true)
fi
[ ${#files[@]} -gt 0 ] || { echo "tidy: nothing to look at"; exit 0; }
printf '%s\n' "${files[@]}" | xargs -P "${JOBS:-$(nproc)}" -n 4 clang-tidy-19 -p build/fuzz --quiet
