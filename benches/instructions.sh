#!/usr/bin/env bash
# Counts the instructions that essaylint takes for fixed inputs, and fails where they are over three per cent more than
# benches/instructions.txt says. Unlike a time, a count is the same on a busy machine.
#
#   benches/instructions.sh           compares
#   benches/instructions.sh --write   writes the counts anew, after a change that is worth its cost
set -euo pipefail
cd "$(dirname "$0")/.."
counts=benches/instructions.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v valgrind >/dev/null || {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends valgrind
}
cargo build --locked --release --bin essaylint
program="$(realpath "${CARGO_TARGET_DIR:-target}")/release/essaylint"
python3 benches/inputs.py "$work" 200 1mb
inputs=$(cd "$work" && find . -name '*.md' -print0 | sort -z | xargs -0 cat | sha256sum | cut -c1-16)

count() {
    local status=0
    (cd "$work" && valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file=log \
        "$program" --isolated --format json -j 1 "$1" >/dev/null) || status=$?
    if [ "$status" -gt 1 ]; then
        cat "$work/log" >&2
        return 1
    fi
    sed -n 's/.*Collected : //p' "$work/log"
}

{
    echo "# Instructions of the release build, by benches/instructions.sh --write."
    echo "rustc $(rustc --version | cut -d' ' -f2)"
    echo "inputs $inputs"
    for input in statement.md statements-200 1mb.md; do
        echo "$input $(count "$input")"
    done
} >"$work/counts"

if [ "${1:-}" = --write ]; then
    cp "$work/counts" "$counts"
    cat "$counts"
    exit
fi
python3 - "$counts" "$work/counts" <<'PYTHON'
import sys

ALLOWED = 1.03
WRITE = "benches/instructions.sh --write takes the counts anew"
was, now = ({line.split()[0]: line.split()[1] for line in open(path) if line[0] != "#"} for path in sys.argv[1:])
if was["inputs"] != now["inputs"]:
    sys.exit(f"the essays that the counts were taken with have changed: {WRITE}")
if was["rustc"] != now["rustc"]:
    print(f"the counts are by rustc {was['rustc']}, this is {now['rustc']}")
worse = []
for name in was.keys() - {"rustc", "inputs"}:
    ratio = int(now[name]) / int(was[name])
    print(f"{name}: {int(now[name]):,} instructions, {ratio:.3f} of {int(was[name]):,}")
    if ratio > ALLOWED:
        worse.append(name)
if worse:
    sys.exit(f"more instructions than before for {', '.join(sorted(worse))}: find out why, or, if it is worth that, {WRITE}")
PYTHON
