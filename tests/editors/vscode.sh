#!/usr/bin/env bash
# Builds the extension for VS Code, tries its protocol library against the real server, and looks into the package.
set -euo pipefail
cd "$(dirname "$0")/../.."

for program in node npm python3; do
    command -v "$program" >/dev/null || {
        echo "$program is missing; install it to build and try the extension" >&2
        exit 1
    }
done
essaylint="${ESSAYLINT:-}"
if [[ -z "$essaylint" ]]; then
    CARGO_PROFILE_DEV_DEBUG=0 cargo build --locked --quiet
    target="${CARGO_TARGET_DIR:-target}"
    [[ "$target" == /* ]] || target="$PWD/$target"
    essaylint="$target/debug/essaylint"
fi
export ESSAYLINT="$essaylint"

package="$(mktemp -d)"
trap 'rm -rf "$package"' EXIT
cd editors/vscode

echo "== packages as they are locked"
if grep -n '"resolved"' package-lock.json; then
    echo "package-lock.json names a registry; write it with omit-lockfile-registry-resolved" >&2
    exit 1
fi
npm ci --silent --no-audit --no-fund
echo "== types"
npm run --silent check
echo "== the client's protocol against the real server"
npm test --silent
echo "== package"
npm exec --offline -- vsce package --no-dependencies --out "$package/essaylint.vsix" >"$package/log" || {
    cat "$package/log" >&2
    exit 1
}

python3 - "$package/essaylint.vsix" <<'END'
import json
import sys
import zipfile

package = zipfile.ZipFile(sys.argv[1])
found = sorted(package.namelist())
wanted = [
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/LICENSE.txt",
    "extension/dist/extension.js",
    "extension/package.json",
    "extension/readme.md",
]
assert found == wanted, f"the package holds {found}"
told = json.loads(package.read("extension/package.json"))
assert told["main"] == "./dist/extension.js", told["main"]
assert "onLanguage:markdown" in told["activationEvents"], told["activationEvents"]
settings = told["contributes"]["configuration"]["properties"]
assert {"essaylint.path", "essaylint.trace.server"} <= settings.keys(), settings.keys()
code = package.read("extension/dist/extension.js").decode()
assert "essaylint" in code and len(code) < 1_000_000, f"{len(code)} characters of code"
print("the package holds what it should:", ", ".join(found))
END
