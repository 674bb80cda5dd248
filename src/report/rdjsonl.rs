//! The report in reviewdog's diagnostic format: one JSON object for each finding in a line.
//!
//! Columns are UTF-8 bytes from 1 within the line, a byte order mark included; ends are exclusive.

use std::io;

use codespan_reporting::term::termcolor::WriteColor;
use serde::Serialize;

use crate::lints::finding::{Edit, Finding, Severity};
use crate::source::{Source, Span};

use super::{FileError, FileReport, wire};

#[derive(Serialize)]
struct Diagnostic<'r> {
    message: &'r str,
    location: Location<'r>,
    severity: &'static str,
    source: Origin,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'r>>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Origin {
    name: &'static str,
    url: &'static str,
}

const ORIGIN: Origin = Origin {
    name: env!("CARGO_PKG_NAME"),
    url: env!("CARGO_PKG_REPOSITORY"),
};

#[derive(Serialize)]
struct Code<'r> {
    value: &'r str,
    url: String,
}

#[derive(Serialize)]
struct Suggestion<'r> {
    range: Range,
    text: &'r str,
}

/// Prints a draft.
pub(super) fn draft(file: &FileReport, out: &mut dyn WriteColor) -> io::Result<()> {
    let source = &file.linted.draft.source;
    let findings = &file.linted.findings;
    findings
        .iter()
        .try_for_each(|finding| line(&diagnostic(source, finding), out))
}

/// Prints the files that could not be linted.
pub(super) fn end(errors: &[FileError], out: &mut dyn WriteColor) -> io::Result<()> {
    for error in errors {
        let location = Location {
            path: &error.path,
            range: None,
        };
        let diagnostic = Diagnostic {
            message: &error.message,
            location,
            severity: "ERROR",
            source: ORIGIN,
            code: None,
            suggestions: Vec::new(),
        };
        line(&diagnostic, out)?;
    }
    Ok(())
}

fn line(diagnostic: &Diagnostic<'_>, out: &mut dyn WriteColor) -> io::Result<()> {
    serde_json::to_writer(&mut *out, diagnostic)?;
    writeln!(out)
}

fn diagnostic<'r>(source: &'r Source, finding: &'r Finding) -> Diagnostic<'r> {
    let edits = finding.suggestions.iter().flat_map(|suggestion| &suggestion.edits);
    let suggestion = |edit: &'r Edit| Suggestion {
        range: range(source, edit.span),
        text: &edit.replacement,
    };
    Diagnostic {
        message: &finding.message,
        location: Location {
            path: source.name(),
            range: Some(range(source, finding.span)),
        },
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note => "INFO",
        },
        source: ORIGIN,
        code: Some(Code {
            value: &finding.lint,
            url: wire::url(&finding.group, &finding.lint),
        }),
        suggestions: edits.map(suggestion).collect(),
    }
}

fn range(source: &Source, span: Span) -> Range {
    let position = |offset| {
        let line = source.lines().line_of(offset);
        let start = source.lines().span_of(line, source.text()).start();
        Position {
            line: line + 1,
            column: offset - start + 1,
        }
    };
    Range {
        start: position(span.start()),
        end: position(span.end()),
    }
}
