#!/usr/bin/env bash
# Tries any bytes: fuzz/run.sh SECONDS [TARGET...]. Each target begins with what stands in fuzz/regressions and with pieces of the
# fixtures, and is steered by what code it reaches (libFuzzer; a stable compiler is enough). What breaks a promise stops it, and is
# kept as target/fuzz/TARGET-crash-*: mend it, and put that file into fuzz/regressions/TARGET.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?how many seconds for each target}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(draft fix suppression config lint-file server)
triple=$(rustc -vV | sed -n 's/^host: //p')
work=${CARGO_TARGET_DIR:-$PWD/target}/fuzz
mkdir -p "$work"

# The passes of LLVM that tell libFuzzer where a run went. No address is watched over: there is no unsafe code in essaylint.
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares"
CARGO_TARGET_DIR=$work/build cargo build --locked --release --manifest-path fuzz/Cargo.toml --target "$triple"
python3 fuzz/seeds.py "$work"
for target in "${targets[@]}"; do
    echo "== fuzz $target"
    mkdir -p "fuzz/regressions/$target"
    "$work/build/$triple/release/$target" "$work/corpus/$target" "$work/seeds/$target" "fuzz/regressions/$target" -dict=fuzz/essay.dict \
        -artifact_prefix="$work/$target-" -max_total_time="$seconds" -max_len=2048 -timeout=60 -rss_limit_mb=2048 \
        -print_final_stats=1 -verbosity=0 >"$work/$target.log" 2>&1 ||
        { tail -40 "$work/$target.log"; exit 1; }
    grep -E 'number_of_executed_units|new_units_added|peak_rss_mb' "$work/$target.log"
done
