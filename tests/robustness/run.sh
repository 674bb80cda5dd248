#!/usr/bin/env bash
# The tests of tests/robustness with an optimised program and drafts of 50 MB. With --write what happened is written into
# tests/robustness.md. ESSAYLINT_RELEASE names the program; without it one is built.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${ESSAYLINT_RELEASE:-}" ]; then
    cargo build --locked --release --bin essaylint
    export ESSAYLINT_RELEASE=${CARGO_TARGET_DIR:-$PWD/target}/release/essaylint
fi
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
# One after another: what is measured is of one run alone.
cargo test --locked --test robustness -- --nocapture --test-threads 1 | tee "$rows"
[ "${1:-}" = --write ] || exit 0
{
    sed '/^| threat/q' tests/robustness.md
    echo '| --- | --- | --- | --- | ---: | ---: |'
    # A test's name stands before its first row.
    sed -n 's/^\(test [^|]*\)\{0,1\}\(| .* |\)$/\2/p' "$rows"
} > "$rows.new"
mv "$rows.new" tests/robustness.md
