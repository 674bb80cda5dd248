#!/usr/bin/env bash
# What is released: the package of the library builds by itself; the wheel is built by maturin, installed into a fresh virtual
# environment that may look nowhere else, and used; the workflows are what GitHub takes.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/target/release-test
mkdir -p "$work"
[ -x "$work/tools/bin/pip" ] || python3 -m venv "$work/tools"
"$work/tools/bin/pip" install --quiet --disable-pip-version-check 'maturin>=1.9,<2' 'check-jsonschema>=0.30'

"$work/tools/bin/check-jsonschema" --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
grep -q "^## \(Unreleased\|$version\)" CHANGELOG.md || { echo "CHANGELOG.md tells nothing of $version" >&2; exit 1; }

# Packing builds what was packed, so that a file which is left out and needed shows.
cargo package --quiet --locked --allow-dirty
size=$(stat -c %s "target/package/essaylint-$version.crate")
[ "$size" -lt 10000000 ] || { echo "the package has $size bytes; a registry takes 10 MB" >&2; exit 1; }

# What is tested is the package; that no optimising takes the time of the test changes nothing about it.
export CARGO_TARGET_DIR=$root/target/unoptimized CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0
export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
rm -rf "$work/wheels" "$work/fresh"
"$work/tools/bin/maturin" build --quiet --release --locked --out "$work/wheels"

python3 -m venv "$work/fresh"
"$work/fresh/bin/pip" install --quiet --disable-pip-version-check --no-index "$work"/wheels/essaylint-*.whl
essaylint=$work/fresh/bin/essaylint
[ "$("$essaylint" --version)" = "essaylint $version" ] || { echo "the wheel holds another version" >&2; exit 1; }
status=0
said=$(cd fixtures/demo && "$essaylint" --isolated --format short weak-explanation.md) || status=$?
[ "$status" = 1 ] && grep -qF 'warning[blame]' <<<"$said" || { echo "$status: $said" >&2; exit 1; }
"$work/fresh/bin/pip" uninstall --quiet --yes essaylint
[ ! -e "$essaylint" ] || { echo "the program outlives its package" >&2; exit 1; }
echo "release: the package has $size bytes and builds; the wheel was installed, used and taken away"
