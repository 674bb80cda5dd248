//! Findings as they go to programs: positions in every encoding that a reader may want, names as in the documentation.

use serde::Serialize;

use crate::lints::finding::{Applicability, Confidence, Finding, Scope, Severity};
use crate::source::{Position, Source, Span};

/// The page that tells about a lint.
#[must_use]
pub fn url(group: &str, id: &str) -> String {
    format!("https://github.com/essaylint/essaylint/blob/main/lints/{group}/{id}.toml")
}

/// A span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WireSpan {
    /// Its first character.
    pub start: WirePosition,
    /// Just past its last character.
    pub end: WirePosition,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WirePosition {
    /// Bytes from the start of the file, from 0, byte order mark included.
    pub byte: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
    /// UTF-16 code units from the start of the line, from 0.
    pub utf16: usize,
}

impl From<Position> for WirePosition {
    fn from(position: Position) -> Self {
        let Position {
            byte,
            line,
            column,
            utf16,
        } = position;
        Self {
            byte,
            line,
            column,
            utf16,
        }
    }
}

impl WireSpan {
    /// The span as a reader of `source` finds it.
    #[must_use]
    pub fn new(source: &Source, span: Span) -> Self {
        let position = |offset| source.lines().position(source.text(), offset).into();
        Self {
            start: position(span.start()),
            end: position(span.end()),
        }
    }
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct WireFinding<'f> {
    lint: &'f str,
    group: &'f str,
    severity: Severity,
    confidence: Confidence,
    scope: Scope,
    message: &'f str,
    help: &'f str,
    url: String,
    span: WireSpan,
    related: Vec<WireRelated<'f>>,
    suggestions: Vec<WireSuggestion<'f>>,
}

#[derive(Debug, Serialize)]
struct WireRelated<'f> {
    span: WireSpan,
    message: &'f str,
}

#[derive(Debug, Serialize)]
struct WireSuggestion<'f> {
    message: &'f str,
    applicability: Applicability,
    edits: Vec<WireEdit<'f>>,
}

#[derive(Debug, Serialize)]
struct WireEdit<'f> {
    span: WireSpan,
    replacement: &'f str,
}

impl<'f> WireFinding<'f> {
    /// A finding in `source`.
    #[must_use]
    pub fn new(source: &Source, finding: &'f Finding) -> Self {
        let span = |span| WireSpan::new(source, span);
        Self {
            lint: &finding.lint,
            group: &finding.group,
            severity: finding.severity,
            confidence: finding.confidence,
            scope: finding.scope,
            message: &finding.message,
            help: &finding.help,
            url: url(&finding.group, &finding.lint),
            span: span(finding.span),
            related: finding
                .related
                .iter()
                .map(|related| WireRelated {
                    span: span(related.span),
                    message: &related.message,
                })
                .collect(),
            suggestions: finding
                .suggestions
                .iter()
                .map(|suggestion| WireSuggestion {
                    message: &suggestion.message,
                    applicability: suggestion.applicability,
                    edits: suggestion
                        .edits
                        .iter()
                        .map(|edit| WireEdit {
                            span: span(edit.span),
                            replacement: &edit.replacement,
                        })
                        .collect(),
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Syntax};

    #[test]
    fn a_span_is_told_in_every_encoding() {
        let text = "\u{feff}One.\r\n😀 I failed".to_owned();
        let source = Source::new("t.md", text, Syntax::Markdown, KindSayings::default()).unwrap();
        let start = source.text().find("failed").unwrap();
        let span = WireSpan::new(&source, Span::new(start, start + 6));
        assert_eq!(
            span.start,
            WirePosition {
                byte: 16,
                line: 2,
                column: 5,
                utf16: 5
            }
        );
        assert_eq!(
            span.end,
            WirePosition {
                byte: 22,
                line: 2,
                column: 11,
                utf16: 11
            }
        );
    }
}
