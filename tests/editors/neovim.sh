#!/usr/bin/env bash
# Tries the language server in a real Neovim, without a screen. Installs Neovim where it is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v nvim >/dev/null; then
    echo "== installing Neovim"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq neovim >/dev/null
fi

essaylint="${ESSAYLINT:-}"
if [[ -z "$essaylint" ]]; then
    CARGO_PROFILE_DEV_DEBUG=0 cargo build --locked --quiet
    target="${CARGO_TARGET_DIR:-target}"
    [[ "$target" == /* ]] || target="$PWD/$target"
    essaylint="$target/debug/essaylint"
fi

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
# Nothing of the person who runs this counts, and nothing is left in their folders.
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_STATE_HOME="$folder/state"
export XDG_CACHE_HOME="$folder/cache"
# The setup that is tried names the program as a person would.
mkdir "$folder/bin"
ln -s "$(realpath "$essaylint")" "$folder/bin/essaylint"
export PATH="$folder/bin:$PATH"

draft="$folder/my drafts/personal-statement.md"
mkdir -p "${draft%/*}"
printf '%s\n' \
    'I only failed Step 1 by four points, and 😀 it’s true.' \
    '' \
    'I scrubbed at [Center] in May.' >"$draft"

nvim --version | head -n 1
timeout 120 nvim --headless --clean -n -u NONE -c "luafile tests/editors/neovim.lua" "$draft"
