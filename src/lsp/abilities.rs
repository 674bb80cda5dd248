//! What an editor can do, and how it counts.

use std::path::PathBuf;

use gen_lsp_types::{MarkupKind, PositionEncodingKind, Uri};
use serde_json::Value;

use essaylint::source::Encoding;

use super::uri;

/// What an editor can do: of its long list what matters here. What it says in another form than the protocol has it
/// counts as not said.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing that an editor says of itself"
)]
pub(super) struct Abilities {
    /// How it counts the characters of a line.
    pub(super) encoding: Encoding,
    /// The folder that it works in.
    pub(super) folder: Option<PathBuf>,
    /// In which form hovers are shown.
    pub(super) hover: MarkupKind,
    /// It takes edits of a document only for the version that they were made for.
    pub(super) versions_edits: bool,
    /// It watches files where it is asked to.
    pub(super) watches_files: bool,
    /// It shows documents of the server.
    pub(super) shows_contents: bool,
    /// It asks again for code lenses where it is asked to.
    pub(super) refreshes_lenses: bool,
    /// It shows words that could go as such.
    pub(super) fades: bool,
}

impl Abilities {
    /// What the parameters of `initialize` tell.
    pub(super) fn read(params: &Value) -> Self {
        let said = |path: &str| params.pointer(&format!("/capabilities/{path}"));
        let can = |path: &str| said(path).and_then(Value::as_bool).unwrap_or(false);
        let list = |path: &str| said(path).and_then(Value::as_array).cloned().unwrap_or_default();
        let encodings = list("general/positionEncodings");
        let hovers = list("textDocument/hover/contentFormat");
        Self {
            encoding: encodings
                .iter()
                .filter_map(Value::as_str)
                .find_map(encoding)
                .unwrap_or(Encoding::Utf16),
            folder: folder(params),
            hover: match hovers.first().and_then(Value::as_str) {
                Some("markdown") => MarkupKind::Markdown,
                _ => MarkupKind::PlainText,
            },
            versions_edits: can("workspace/workspaceEdit/documentChanges"),
            watches_files: can("workspace/didChangeWatchedFiles/dynamicRegistration"),
            shows_contents: can("window/showDocument/support") && said("workspace/textDocumentContent").is_some(),
            refreshes_lenses: can("workspace/codeLens/refreshSupport"),
            fades: list("textDocument/publishDiagnostics/tagSupport/valueSet").contains(&Value::from(1)),
        }
    }
}

fn encoding(name: &str) -> Option<Encoding> {
    match name {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}

/// The name of an encoding in the protocol.
pub(super) fn kind_of(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

fn folder(params: &Value) -> Option<PathBuf> {
    let first = params.pointer("/workspaceFolders/0/uri");
    let written = first.or(params.get("rootUri"))?.as_str()?;
    uri::path(&Uri::from(written))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_first_encoding_that_both_know_is_taken() {
        let taken = |encodings: Value| {
            let params = json!({"capabilities": {"general": {"positionEncodings": encodings}}});
            Abilities::read(&params).encoding
        };
        assert_eq!(taken(json!(["utf-7", "utf-32", "utf-8"])), Encoding::Utf32);
        assert_eq!(taken(json!(["utf-8", "utf-16"])), Encoding::Utf8);
        assert_eq!(taken(json!([])), Encoding::Utf16);
        assert_eq!(taken(json!("utf-8")), Encoding::Utf16, "no list");
    }

    #[test]
    fn an_editor_that_says_nothing_can_do_nothing() {
        for params in [
            json!(null),
            json!({"capabilities": null}),
            json!({"capabilities": {"window": 3}, "rootUri": null}),
        ] {
            let abilities = Abilities::read(&params);
            assert!(!abilities.versions_edits && !abilities.shows_contents && abilities.folder.is_none());
            assert_eq!(abilities.hover, MarkupKind::PlainText);
        }
    }
}
