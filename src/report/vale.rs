//! The report as Vale prints it, so that the editor plugins of Vale read it: an object with the findings of each draft
//! that has any.
//!
//! A span is two columns in Unicode scalar values, from 1, both inclusive, on one line: of a finding over several lines the
//! part on its first line is told. Files that could not be linted are told on standard error, in the same shape.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::lints::finding::{Applicability, Finding, Severity};
use crate::source::{Source, Span};

use super::{FileError, Run, doubt, wire};

/// A finding. The fields stand in Vale's order.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Alert<'r> {
    action: Action<'r>,
    span: [usize; 2],
    check: String,
    description: &'r str,
    link: String,
    message: String,
    severity: &'static str,
    r#match: &'r str,
    line: usize,
}

/// What an editor may do: replace the words by one of `params`.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Action<'r> {
    name: &'static str,
    params: Option<Vec<&'r str>>,
}

/// Prints a run.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let mut files = BTreeMap::new();
    for file in run.files.iter().filter(|file| !file.linted.findings.is_empty()) {
        let source = &file.linted.draft.source;
        let alerts: Vec<Alert<'_>> = file
            .linted
            .findings
            .iter()
            .map(|finding| alert(source, finding))
            .collect();
        files.insert(file.name(), alerts);
    }
    serde_json::to_writer_pretty(&mut *out, &files)?;
    writeln!(out)
}

/// Prints a file that could not be linted.
///
/// # Errors
/// When `out` can not be written.
pub fn print_error(error: &FileError, out: &mut dyn Write) -> io::Result<()> {
    let told = serde_json::json!({
        "Line": 0,
        "Path": error.path,
        "Text": error.message,
        "Code": "E100",
        "Span": 0,
    });
    serde_json::to_writer_pretty(&mut *out, &told)?;
    writeln!(out)
}

fn alert<'r>(source: &'r Source, finding: &'r Finding) -> Alert<'r> {
    let span = on_first_line(source, finding.span);
    let start = source.lines().position(source.text(), span.start());
    let end = source.lines().position(source.text(), span.end());
    let doubt = doubt(finding).map_or(String::new(), |doubt| format!(" ({doubt})"));
    Alert {
        action: action(finding, span),
        // An empty span has no last character; Vale, too, points at the one that follows.
        span: [start.column, (end.column - 1).max(start.column)],
        check: format!("essaylint.{}", finding.lint),
        description: &finding.help,
        link: wire::url(&finding.group, &finding.lint),
        message: format!("{}{doubt}", finding.message),
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "suggestion",
        },
        r#match: span.of(source.text()),
        line: start.line,
    }
}

/// An action replaces the words under the finding, so that only an edit of just these can be one.
fn action(finding: &Finding, shown: Span) -> Action<'_> {
    let edits = finding.suggestions.iter().filter_map(|suggestion| {
        let [edit] = suggestion.edits.as_slice() else {
            return None;
        };
        let fits = edit.span == shown && suggestion.applicability != Applicability::Template;
        fits.then_some(edit.replacement.as_str())
    });
    let params: Vec<&str> = edits.collect();
    match params.as_slice() {
        [] => Action { name: "", params: None },
        [""] => Action {
            name: "remove",
            params: None,
        },
        _ => Action {
            name: "replace",
            params: Some(params),
        },
    }
}

/// The part of a span on the line where it starts, without the line's end.
fn on_first_line(source: &Source, span: Span) -> Span {
    let line = source.lines().line_of(span.start());
    let line = source.lines().span_of(line, source.text());
    let words = line.of(source.text()).trim_end_matches(['\r', '\n']);
    let last = line.start() + words.len();
    Span::new(span.start(), span.end().min(last))
}
