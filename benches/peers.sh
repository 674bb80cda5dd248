#!/usr/bin/env bash
# Measures essaylint beside other linters of text and writes benches/results.md and the table in README.md. All tools take turns,
# round after round, so that what else the machine does troubles all of them alike. What can not be had is named in the results.
#
#   benches/peers.sh [--rounds N] [--patience SECONDS] [CACHE]
#
# A run that takes longer than the patience (240 seconds) is ended and told as such.
# The tools are installed into the folder CACHE, by default $XDG_CACHE_HOME/essaylint-peers (~/.cache/essaylint-peers).
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=11
patience=240
while [[ "${1:-}" == --* ]]; do
    case $1 in
        --rounds) rounds=$2 ;;
        --patience) patience=$2 ;;
        *) echo "unknown option $1: there are --rounds and --patience" >&2 && exit 2 ;;
    esac
    shift 2
done
cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/essaylint-peers}
mkdir -p "$cache"
cache=$(realpath "$cache")

# Installs what is missing; a tool that can not be had leaves a line in the log and is named in the results.
try() {
    local name=$1
    shift
    "$@" >"$cache/$name.log" 2>&1 || echo "$name can not be had here: $cache/$name.log says why" >&2
}
debian=()
command -v style >/dev/null || debian+=(diction)
[ -x /usr/bin/time ] || debian+=(time)
if [ ${#debian[@]} -gt 0 ]; then
    try debian sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${debian[*]}"
fi
[ -x "$cache/python/bin/python" ] || try venv python3 -m venv "$cache/python"
for tool in typos proselint vale; do
    [ -x "$cache/python/bin/$tool" ] || try "$tool" "$cache/python/bin/pip" install --quiet "$tool"
done
if [ ! -x "$cache/node_modules/.bin/textlint" ]; then
    try npm npm install --silent --no-fund --no-audit --prefix "$cache" write-good textlint textlint-rule-write-good alex
fi
try harper cargo build --locked --release --manifest-path benches/harper/Cargo.toml --target-dir "$cache/harper"
# As releases are built, with the C library inside (.github/workflows/release.yml).
target=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS="${RUSTFLAGS:-} -C target-feature=+crt-static" cargo build --locked --release --bin essaylint --target "$target"

python3 benches/inputs.py "$cache/inputs"
python3 benches/peers.py --rounds "$rounds" --patience "$patience" --cache "$cache" \
    --essaylint "$(realpath "${CARGO_TARGET_DIR:-target}")/$target/release/essaylint" --out benches/results.md
