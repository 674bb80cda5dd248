#!/usr/bin/env bash
# The hook with the real pre-commit: `try-repo` on a weak and a strong draft, then a commit that is refused, says why, and
# passes once the draft is mended. The version under test is the last commit of this repository.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/target/pre-commit
mkdir -p "$work"
[ -x "$work/venv/bin/pip" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pre-commit==4.*'
export PATH=$work/venv/bin:$PATH
export PRE_COMMIT_HOME=$work/home
# The hook is built as pre-commit builds it; only that no optimising takes the time of the test.
export CARGO_TARGET_DIR=$root/target/unoptimized CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0
export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/drafts"
cd "$folder/drafts"
git init -q
cp "$root/fixtures/demo/weak-explanation.md" "$root/fixtures/demo/mended-explanation.md" .
echo '[Program Name]' > notes.rs
git add .

# What pre-commit says goes here; `wants STATUS TEXT COMMAND...` runs a command that must end and speak like this.
said=$folder/said
wants() {
    local status=0
    "${@:3}" > "$said" 2>&1 || status=$?
    if [ "$status" != "$1" ] || { [ -n "$2" ] && ! grep -qF -- "$2" "$said"; }; then
        cat "$said"
        echo "'${*:3}' ended with $status; wanted: $1, and '$2'" >&2
        exit 1
    fi
}

wants 1 'warning[blame]' pre-commit try-repo "$root" essaylint --ref HEAD --all-files
! grep -q 'notes.rs' "$said" || { echo "a file that is no draft was linted" >&2; exit 1; }
grep -q '^mended-explanation.md:.*nothing to report' "$said" || { cat "$said"; echo "the strong draft fails" >&2; exit 1; }
wants 0 '' git commit -q -m 'Add drafts'

cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: $root
    rev: $(git -C "$root" rev-parse HEAD)
    hooks:
      - id: essaylint
CONFIG
wants 0 'installed' pre-commit install
echo 'I thank my mother.' >> weak-explanation.md
git add .
wants 1 'warning[blame]' git commit -m 'Thank my mother'
cp mended-explanation.md weak-explanation.md
git add .
wants 0 'Passed' git commit -m 'Own what went wrong'
echo "pre-commit: a weak draft is refused, a mended one passes"
