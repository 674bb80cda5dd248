#!/usr/bin/env bash
# Looks at the page in a browser: `tests/page/run.sh`, or `tests/page/run.sh --screenshot` for the picture in the README.
# What is missing is installed; what can not be installed is a failure. ESSAYLINT names a program that is built already.
set -euo pipefail
[ -z "${ESSAYLINT:-}" ] || ESSAYLINT="$(realpath "$ESSAYLINT")"
cd "$(dirname "$0")"

install() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@"
}

export CHROMIUM="${CHROMIUM:-/usr/bin/chromium}"
[ -x "$CHROMIUM" ] || install chromium
command -v npm >/dev/null || install nodejs npm
cmp -s package-lock.json node_modules/.installed || {
  npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.installed
}

if [ -z "${ESSAYLINT:-}" ]; then
  export CARGO_PROFILE_DEV_DEBUG="${CARGO_PROFILE_DEV_DEBUG:-0}"
  cargo build --locked
  ESSAYLINT="$(cargo metadata --format-version 1 --no-deps | node -p 'JSON.parse(fs.readFileSync(0)).target_directory')/debug/essaylint"
fi
export ESSAYLINT

if [ "${1:-}" = --screenshot ]; then
  command -v pngquant >/dev/null || install pngquant
  # The letters of the picture.
  [ -n "$(fc-list P052)" ] && [ -n "$(fc-list 'Noto Sans')" ] || install fonts-urw-base35 fonts-noto-core
  exec node screenshot.js
fi
exec node --test --test-reporter=spec "$@" ./*.test.js
