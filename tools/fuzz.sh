#!/bin/bash
# Runs fuzz targets with libFuzzer. usage: tools/fuzz.sh SECONDS [TARGET]; without TARGET all, and the canary.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=$1
only=${2:-}
cmake --preset fuzz > /dev/null
goal=fuzzers
[ -z "$only" ] || goal=${only}_fuzz
ninja -C build/fuzz -j "${JOBS:-$(nproc)}" "$goal" 2>&1 | tail -3
mapfile -t programs < <(find build/fuzz -name '*_fuzz' -type f -executable | sort)
passed=0
failed=0
for program in "${programs[@]}"; do
  name=$(basename "$program")
  [ -z "$only" ] || [ "$name" = "${only}_fuzz" ] || continue
  [ "$name" != canary_fuzz ] || continue
  work=build/fuzz/corpus/$name
  mkdir -p "$work"
  mapfile -t seeds < <(find kernel domain adapters flows -type d -path "*/fuzz/corpus/$name")
  if "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -artifact_prefix="$work/" "$work" "${seeds[@]}" > "$work.log" 2>&1; then
    echo "fuzz: $name held for $seconds s ($(grep -oE 'stat::number_of_executed_units: *[0-9]+|Done [0-9]+' "$work.log" | tail -1))"
    passed=$((passed + 1))
  else
    echo "fuzz: $name FAILED, see $work.log"
    failed=$((failed + 1))
  fi
done
if [ -z "$only" ]; then
  canary=$(find build/fuzz -name canary_fuzz -type f -executable)
  if "$canary" -max_total_time=30 -artifact_prefix=build/fuzz/ > build/fuzz/canary.log 2>&1; then
    echo "fuzz: the canary lived, so this fuzzer finds nothing"
    failed=$((failed + 1))
  else
    echo "fuzz: the canary crashed, as it must"
    passed=$((passed + 1))
  fi
fi
[ "$passed" -gt 0 ] || [ "$failed" -gt 0 ] || { echo "fuzz: there is no target ${only}_fuzz"; exit 2; }
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
