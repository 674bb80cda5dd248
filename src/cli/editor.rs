//! The author's own editor, for words that do not fit on a prompt.

use std::env;
use std::fs;
use std::io::Write as _;
use std::process::Command;

/// The editor that the environment names.
pub(super) fn named() -> Option<String> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR"))
}

/// Opens `words` in the editor: what it leaves, white space around it left out.
///
/// # Errors
/// With the reason, when the editor can not be used.
pub(super) fn edited(editor: &str, words: &str) -> Result<String, String> {
    let fail = |error: std::io::Error| format!("{editor} can not be used ({}); type your words instead", error.kind());
    // Nobody else may read it, and it is gone when the editor is.
    let mut file = tempfile::Builder::new()
        .prefix("essaylint-")
        .suffix(".md")
        .tempfile()
        .map_err(fail)?;
    writeln!(file, "{words}").map_err(fail)?;
    let mut parts = editor.split_whitespace();
    let program = parts.next().unwrap_or_default();
    let status = Command::new(program)
        .args(parts)
        .arg(file.path())
        .status()
        .map_err(fail)?;
    if !status.success() {
        return Err(format!("{editor} ended with an error, so nothing is changed"));
    }
    let left = fs::read_to_string(file.path()).map_err(fail)?;
    Ok(left.replace("\r\n", "\n").trim().to_owned())
}
