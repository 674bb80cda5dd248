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
use super::{FileReport, Total, doubt, one_line, picture};

/// Prints the sum of several drafts; one speaks for itself.
pub(super) fn end(total: Total, out: &mut dyn WriteColor) -> io::Result<()> {
    match total.files {
        0 | 1 => Ok(()),
        files => writeln!(out, "{files} files: {}", total.tally),
    }
}

/// Prints a draft for a terminal of `width` columns.
pub(super) fn draft(file: &FileReport, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    for finding in &file.linted.findings {
        print_finding(&file.linted.draft, finding, width, out)?;
    }
    picture::print(file, width, out)?;
    writeln!(out)
}

/// Prints one finding for a terminal of `width` columns.
///
/// # Errors
/// When `out` can not be written.
pub fn print_finding(draft: &Draft, finding: &Finding, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let (view, diagnostic) = diagnostic(draft, finding, width);
    emit_to_write_style(out, &Config::default(), &view, &diagnostic).map_err(|error| match error {
        files::Error::Io(error) => error,
        other => io::Error::other(other),
    })
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
            .map(|suggestion| textwrap::fill(&said(suggestion), &note)),
    );
    // The last thing to know: the message is read first either way, and the place to look at is shown.
    notes.extend(doubt(finding));
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
fn said(suggestion: &Suggestion) -> String {
    format!(
        "{}: {}",
        called(suggestion.applicability),
        one_line(&suggestion.message)
    )
}

/// How people call a suggestion that may be trusted so far.
pub(super) fn called(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::Safe => "fix",
        Applicability::Review => "suggestion",
        Applicability::Template => "template",
    }
}

#[cfg(test)]
mod tests {
    use codespan_reporting::term::termcolor::NoColor;

    use super::*;
    use crate::lints::finding::{Confidence, Edit, Related};
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    /// The report about one finding under `words` of `text`, with `related` words, in `width` columns.
    fn report(text: &str, words: &str, related: &[(&str, &str)], width: usize) -> String {
        report_as(Confidence::High, text, words, related, width)
    }

    /// The same of a finding that is so sure.
    fn report_as(confidence: Confidence, text: &str, words: &str, related: &[(&str, &str)], width: usize) -> String {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let settings = Settings::default();
        let mut linted = crate::lint(source, &settings);
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        linted.findings = vec![Finding {
            lint: "blame".into(),
            group: "accountability".into(),
            severity: Severity::Warning,
            confidence,
            scope: Scope::Passage,
            message: format!("\"{words}\" is a message that is wrapped if the terminal is narrow").into(),
            help: "do this, or else do something quite different, as long as it fits the terminal".into(),
            span: span(words),
            related: related
                .iter()
                .map(|(words, message)| Related {
                    span: span(words),
                    message: (*message).to_owned(),
                })
                .collect(),
            suggestions: vec![Suggestion {
                message: "say it plainly".into(),
                applicability: Applicability::Review,
                edits: vec![Edit {
                    span: span(words),
                    replacement: "I failed".to_owned(),
                }],
            }],
        }];
        let mut out = NoColor::new(Vec::new());
        super::draft(&FileReport::new(linted, &settings.rules), width, &mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    #[test]
    fn a_finding_shows_its_words_its_other_places_and_the_way_out() {
        let text = "I came up short.\n\nThen a year went by.\n\nIt was May.\n\nI failed Step 1 in 2022.\n";
        let shown = report(text, "came up short", &[("failed Step 1", "it is told here")], 80);
        let expected = "\
warning[blame]: \"came up short\" is a message that is wrapped if the terminal is
  narrow
  ┌─ t.md:1:3
  │
1 │ I came up short.
  │   ^^^^^^^^^^^^^
  ·
7 │ I failed Step 1 in 2022.
  │   ------------- it is told here
  │
  = help: do this, or else do something quite different, as long as it fits the
      terminal
  = suggestion: say it plainly
";
        assert!(shown.starts_with(expected), "{shown}");
    }

    #[test]
    fn a_finding_that_is_less_sure_says_so_below_all_else() {
        let text = "I came up short.\n";
        let high = report(text, "came up short", &[], 80);
        let medium = report_as(Confidence::Medium, text, "came up short", &[], 80);
        assert!(!high.contains("confidence"), "{high}");
        let said = "  = suggestion: say it plainly\n  = medium confidence\n";
        assert!(medium.contains(said), "{medium}");
    }

    #[test]
    fn a_paragraph_in_one_line_is_never_printed_whole() {
        let filler = "I placed ports in Toledo, and I followed each patient. ".repeat(8);
        let text = format!("{filler}I came up short on the exam. {filler}");
        assert!(text.len() > 900);
        let shown = report(&text, "came up short", &[], 80);
        assert!(shown.contains("t.md:1:443"), "{shown}");
        assert!(shown.contains("1 │ … I came up short on the exam. …"), "{shown}");
        assert!(!shown.contains("Toledo"), "{shown}");
    }

    #[test]
    fn the_report_keeps_to_the_width_of_the_terminal() {
        let filler = "I placed ports in Toledo, and I followed each patient, ".repeat(8);
        let text = format!("{filler}and so I came up short. {filler}and then I failed Step 1 in May.");
        for width in [40, 60, 100, 200] {
            let shown = report(&text, "came up short", &[("I failed Step 1", "it is told here")], width);
            for line in shown.lines() {
                assert!(textwrap::core::display_width(line) <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_finding_about_the_document_points_at_its_start_only() {
        let text = "word after word ".repeat(40) + "ends.";
        let source = Source::new("t.md", text, Syntax::Markdown, KindSayings::default()).unwrap();
        let settings = Settings::default();
        let linted = crate::lint(source, &settings);
        let finding = linted
            .findings
            .iter()
            .find(|finding| finding.lint == "field-limit")
            .unwrap();
        let (_, diagnostic) = diagnostic(&linted.draft, finding, 80);
        assert_eq!(diagnostic.labels.len(), 1);
    }
}
