#!/bin/bash
# Builds with the preset ci and runs every suite; prints `N passed, N failed` last and fails when one failed.
set -uo pipefail
cd "$(dirname "$0")/.."
preset=${PRESET:-ci}
jobs=${JOBS:-$(nproc)}
reports=build/reports
rm -rf "$reports"
mkdir -p "$reports"
stop() { echo "test: $1"; echo "0 passed, 1 failed"; exit 1; }

cmake --preset "$preset" > "$reports/configure.log" 2>&1 || { tail -30 "$reports/configure.log"; stop "configuration failed"; }
echo "test: building (preset $preset)"
ninja -C "build/$preset" -j "$jobs" -k 0 > "$reports/build.log" 2>&1 || { grep -E "error|FAILED" "$reports/build.log" | head -40; stop "the build failed"; }
ninja -C "build/$preset" -j "$jobs" headers_alone fuzzers > "$reports/extra.log" 2>&1 || { grep -E "error|FAILED" "$reports/extra.log" | head -40; stop "headers or fuzz targets do not build"; }

echo "test: C++ suites"
ctest --test-dir "build/$preset" -j "$jobs" --output-on-failure --output-junit "$PWD/$reports/ctest.xml" > "$reports/ctest.log" 2>&1
tail -25 "$reports/ctest.log"

echo "test: web suites"
{ tools/web.sh check && tools/web.sh build; } > "$reports/web.log" 2>&1 || { tail -40 "$reports/web.log"; stop "the web application does not check or build"; }
(cd web && npx vitest run --reporter=default --reporter=junit --outputFile.junit="../$reports/vitest.xml") > "$reports/vitest.log" 2>&1
tail -12 "$reports/vitest.log"
(cd web && CARDEA_BINARY="$PWD/../build/$preset/apps/cardea/cardea" PLAYWRIGHT_JUNIT_OUTPUT_FILE="$PWD/../$reports/playwright.xml" \
  npx playwright test --reporter=list,junit) > "$reports/playwright.log" 2>&1
tail -40 "$reports/playwright.log"

python3 tools/totals.py "$reports/ctest.xml" "$reports/vitest.xml" "$reports/playwright.xml"
