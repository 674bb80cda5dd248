#!/usr/bin/env bash
# A build without the engine checks and lints; a build whose data can not be had fails, and says the way out.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT

# Features named one by one are a build of their own: the usual one is not made anew afterwards.
status=0
said=$(ESSAYLINT_NLPRULE_DATA=$empty cargo check --quiet --locked --lib --no-default-features --features grammar 2>&1) || status=$?
[ "$status" != 0 ] || { echo "a build without data succeeded" >&2; exit 1; }
for word in ESSAYLINT_NLPRULE_DATA --no-default-features en_tokenizer.bin.xz; do
    grep -qF -- "$word" <<<"$said" || { echo "the failure does not name $word: $said" >&2; exit 1; }
done

cargo check --quiet --locked --no-default-features --all-targets
echo "grammar: a build without data names the way out; a build without the engine is whole"
