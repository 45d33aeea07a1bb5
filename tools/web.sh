#!/bin/bash
# The officer web application. usage: tools/web.sh build | check
set -euo pipefail
cd "$(dirname "$0")/../web"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm_config_update_notifier=false

# node_modules is as good as the lock file it was made from.
stamp=node_modules/.cardea-lock
if ! cmp -s package-lock.json "$stamp"; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json "$stamp"
fi

case "$1" in
  build) npm run --silent build ;;
  check) npm run --silent check ;;
  *) echo "usage: tools/web.sh build | check" >&2; exit 2 ;;
esac
