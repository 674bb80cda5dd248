//! The report for people: each finding with its words underlined, what to do below, and a picture of each essay.

use std::io;

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity as Tone};
use codespan_reporting::files;
use codespan_reporting::term::termcolor::WriteColor;
use codespan_reporting::term::{Config, emit_to_write_style};
use textwrap::Options;

use crate::draft::Draft;
use crate::lints::finding::{Applicability, Finding, Scope, Severity, Suggestion};
use crate::source::Span;

use super::view::View;
use super::{FileReport, Run, Tally, one_line, picture};

/// Prints a run for a terminal of `width` columns.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    for file in &run.files {
        print_file(file, width, out)?;
    }
    if run.files.len() > 1 {
        writeln!(out, "{} files: {}", run.files.len(), Tally::of(run.findings()))?;
    }
    Ok(())
}

fn print_file(file: &FileReport, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let config = Config::default();
    for finding in &file.linted.findings {
        let (view, diagnostic) = diagnostic(&file.linted.draft, finding, width);
        emit_to_write_style(out, &config, &view, &diagnostic).map_err(|error| match error {
            files::Error::Io(error) => error,
            other => io::Error::other(other),
        })?;
    }
    picture::print(file, width, out)?;
    writeln!(out)
}

/// A finding as codespan shows it: the view of its lines, and labels in it.
fn diagnostic(draft: &Draft, finding: &Finding, width: usize) -> (View, Diagnostic<()>) {
    let spans = spans(finding);
    let digits = digits(draft, &spans);
    let columns = width.saturating_sub(digits + 3).max(20);
    let view = View::new(draft, one_line(draft.source.name()).into_owned(), &spans, columns);
    let mut labels = primary(&view, finding);
    for related in &finding.related {
        secondary(&view, related.span, &related.message, columns, &mut labels);
    }
    let tone = match finding.severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Note,
    };
    let note = Options::new(columns).subsequent_indent("  ");
    let mut notes = vec![textwrap::fill(&format!("help: {}", one_line(&finding.help)), &note)];
    notes.extend(
        finding
            .suggestions
            .iter()
            .map(|suggestion| textwrap::fill(&said(draft, suggestion), &note)),
    );
    let head = format!("{}[{}]: ", finding.severity, finding.lint);
    let message = textwrap::fill(
        &one_line(&finding.message),
        Options::new(width)
            .initial_indent(&" ".repeat(head.len()))
            .subsequent_indent("  "),
    );
    let diagnostic = Diagnostic::new(tone)
        .with_code(&finding.lint)
        .with_message(message.trim_start())
        .with_labels(labels)
        .with_notes(notes);
    (view, diagnostic)
}

/// The spans to show, the finding's own first.
fn spans(finding: &Finding) -> Vec<Span> {
    std::iter::once(finding.span)
        .chain(finding.related.iter().map(|related| related.span))
        .collect()
}

/// Digits of the largest line number that may be shown.
fn digits(draft: &Draft, spans: &[Span]) -> usize {
    let last = spans.iter().map(|span| span.end()).max().unwrap_or(0);
    (draft.source.lines().line_of(last) + 1).to_string().len()
}

/// The underline of the finding. One about the whole document points at where the document starts, and no further.
fn primary(view: &View, finding: &Finding) -> Vec<Label<()>> {
    let parts = view.shown(finding.span);
    let most = match finding.scope {
        Scope::Passage => parts.len(),
        Scope::Document => 1,
    };
    parts
        .into_iter()
        .take(most)
        .map(|part| Label::primary((), part))
        .collect()
}

/// The underline of another place, with what it says at its last row.
fn secondary(view: &View, span: Span, message: &str, columns: usize, labels: &mut Vec<Label<()>>) {
    let parts = view.shown(span);
    let last = parts.len().saturating_sub(1);
    for (number, part) in parts.into_iter().enumerate() {
        let label = Label::secondary((), part.clone());
        if number < last {
            labels.push(label);
            continue;
        }
        if view.column(part.end) + 1 + message.chars().count() > columns {
            // codespan writes the words below the underline, not behind it, if the label has company.
            labels.push(Label::new(LabelStyle::Secondary, (), part));
        }
        labels.push(label.with_message(one_line(message)));
    }
}

/// A suggestion in words.
fn said(draft: &Draft, suggestion: &Suggestion) -> String {
    let name = match suggestion.applicability {
        Applicability::Safe => "fix",
        Applicability::Review => "suggestion",
        Applicability::Template => "template",
    };
    let mut said = format!("{name}: {}", one_line(&suggestion.message));
    for edit in &suggestion.edits {
        let old = one_line(edit.span.of(draft.source.text()));
        let new = one_line(&edit.replacement);
        said.push_str(&match (old.is_empty(), new.is_empty()) {
            (true, _) => format!("; add \"{new}\""),
            (_, true) => format!("; take out \"{old}\""),
            _ => format!("; write \"{new}\" for \"{old}\""),
        });
    }
    said
}
