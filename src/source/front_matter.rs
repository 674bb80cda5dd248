//! The one key of a front matter that says something to essaylint: `kind`.

use super::{Kind, SourceError, Span};

/// The kind that the front matter under `span` names, if it has the key.
///
/// # Errors
/// When the value is no kind: the error points at it.
pub(super) fn kind(text: &str, span: Span) -> Result<Option<Kind>, SourceError> {
    let mut at = span.start();
    for line in span.of(text).split_inclusive('\n') {
        if let Some(value) = line.trim_end().strip_prefix("kind:") {
            let value = value.split(" #").next().unwrap_or_default();
            let start = at + "kind:".len() + (value.len() - value.trim_start().len());
            let written = value.trim();
            let bare = written.trim_matches(['"', '\'']);
            return bare.parse().map(Some).map_err(|error: super::UnknownKind| SourceError {
                span: Span::new(start, start + written.len()),
                message: error.to_string(),
            });
        }
        at += line.len();
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_read_with_quotes_and_comments() {
        let text = "---\ntitle: x\nkind: \"interview-answer\" # spoken\n---\n";
        let found = kind(text, Span::new(0, text.len()));
        assert_eq!(found, Ok(Some(Kind::InterviewAnswer)));
    }

    #[test]
    fn an_unknown_kind_is_pointed_at() {
        let text = "---\nkind: letter\n---\n";
        let error = kind(text, Span::new(0, text.len())).unwrap_err();
        assert_eq!(error.span.of(text), "letter");
    }
}
