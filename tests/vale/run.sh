#!/usr/bin/env bash
# The report as Vale prints it, in a real plugin for Vale: ALE in Neovim, both from Debian. It must show each finding where the
# short report says that it is. ESSAYLINT names the program; without it a debug build is made.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
if [ -z "${ESSAYLINT:-}" ]; then
    cargo build --locked --bin essaylint
    export ESSAYLINT=$root/target/debug/essaylint
fi
if ! command -v nvim >/dev/null || [ ! -d /usr/share/vim-ale ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends neovim vim-ale >/dev/null
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SHIM=$root/editors/vale/vale SHOWN=$folder/shown DRAFT=$folder/statement.md
cp tests/cmd/formats.in/statement.md "$DRAFT"
printf '[lints]\ninterest = "off"\nfield-limit = "off"\n' > "$folder/essaylint.toml"
HOME=$folder XDG_CONFIG_HOME=$folder timeout 60 nvim --headless -i NONE -u tests/vale/draft.vim </dev/null >"$folder/log" 2>&1 || true
[ -s "$SHOWN" ] || { cat "$folder/log"; echo "ALE shows nothing" >&2; exit 1; }

# Line, column and lint of each finding, from ALE and from the short report.
awk '{ print $1, $2, substr($5, 11) }' "$SHOWN" | sort > "$folder/of-ale"
"$ESSAYLINT" --format short "$DRAFT" > "$folder/short" || true
sed -E 's/^[^:]*:([0-9]+):([0-9]+): [a-z]+\[([a-z-]+)\].*/\1 \2 \3/' "$folder/short" | sort > "$folder/of-essaylint"
diff "$folder/of-essaylint" "$folder/of-ale" || { echo "ALE shows other findings" >&2; exit 1; }
grep -q '^2 19 24 E essaylint.placeholder "\[City\]"' "$SHOWN" || { cat "$SHOWN"; echo "an end or a message is lost" >&2; exit 1; }
echo "vale: ALE shows the $(wc -l < "$SHOWN") findings of essaylint in their places"
