#!/usr/bin/env bash
# The report in SARIF before a real validator: Microsoft's, with GitHub's rules. It must find nothing in ours, and must find
# what is wrong with a report that is broken on purpose. ESSAYLINT names the program; without it a debug build is made.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
if [ -z "${ESSAYLINT:-}" ]; then
    (cd "$root" && cargo build --locked --bin essaylint)
    ESSAYLINT=$root/target/debug/essaylint
fi
command -v npm >/dev/null || { echo "npm is missing: install Node.js" >&2; exit 1; }
npm ci --no-audit --no-fund --silent
validator=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$validator"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Errors and warnings of the validator on a report, one in a line. Notes ask for what a linter of drafts does not have, such as
# the text around a finding: a report carries no more of a draft than it must.
complaints() {
    "$validator" validate "$1" --output "$folder/said.sarif" --log ForceOverwrite --config policy.xml \
        --rule-kind 'Sarif;Ghas' --level 'Error;Warning' --quiet >/dev/null || true
    node -e '
        const { runs } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8").replace(/^\uFEFF/, ""));
        for (const { ruleId, message } of runs[0].results)
            console.log(ruleId, (message.arguments || [message.text]).join(" "));
    ' "$folder/said.sarif"
}

report() {
    (cd "$root/$1" && shift && "$ESSAYLINT" --isolated --format sarif "$@") > "$folder/report.sarif" || [ $? -ne 101 ]
}

passed=0
for drafts in 'fixtures/demo weak-explanation.md mended-explanation.md' 'tests/cmd/formats.in statement.md clean.md bad.md' \
    'fixtures/models .'; do
    # shellcheck disable=SC2086
    report $drafts
    said=$(complaints "$folder/report.sarif")
    [ -z "$said" ] || { echo "the report on $drafts is not as it should be:"; echo "$said"; exit 1; }
    passed=$((passed + 1))
done

report 'tests/cmd/formats.in' statement.md
for breach in 'JSON result.rule = result.ruleId' 'GH result.locations = []'; do
    node -e '
        const fs = require("fs");
        const report = JSON.parse(fs.readFileSync(process.argv[1]));
        const result = report.runs[0].results[0];
        eval(process.argv[3]);
        fs.writeFileSync(process.argv[2], JSON.stringify(report));
    ' "$folder/report.sarif" "$folder/broken.sarif" "${breach#* }"
    said=$(complaints "$folder/broken.sarif")
    grep -q "^${breach%% *}" <<<"$said" || { echo "the validator takes a broken report (${breach#* }): $said"; exit 1; }
done
echo "sarif: $passed reports are valid, broken ones are not"
