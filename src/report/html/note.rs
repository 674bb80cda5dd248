//! A finding as a note: what, what to do, why, and the places that belong to it.

use maud::{Markup, html};

use crate::lints::finding::{Applicability, Finding, Suggestion};
use crate::report::doubt;
use crate::report::text::called;

use super::ink::{Ink, first_words};
use super::sheet::{Sheet, group_class};
use super::strands::Over;

/// How many letters of another place are shown.
const WORDS: usize = 36;

/// The note of finding number `at` of a file.
pub(super) fn note(sheet: &Sheet<'_>, at: usize) -> Markup {
    let finding = &sheet.file.linted.findings[at];
    let id = sheet.note_id(at);
    let says = format!("{id}-says");
    html! {
        article class={ "note " (group_class(&finding.group)) " is-" (finding.severity) } id=(id) tabindex="-1"
            aria-labelledby=(says) data-severity=(finding.severity) data-group=(finding.group)
            data-lint=(finding.lint) data-start=(finding.span.start()) data-end=(finding.span.end()) {
            p.what {
                (number(sheet, at))
                span.severity { (finding.severity) } " "
                span.lint { (Ink(&finding.lint)) }
                @if let Some(doubt) = doubt(finding) { " " span.doubt { (doubt) } }
            }
            p.says id=(says) { (Ink(&finding.message)) }
            p.help { (Ink(&finding.help)) }
            @for suggestion in finding.suggestions.iter().filter(|suggestion| !is_template(suggestion)) {
                (told(suggestion))
            }
            (more(sheet, at, finding))
        }
    }
}

fn is_template(suggestion: &Suggestion) -> bool {
    suggestion.applicability == Applicability::Template
}

fn told(suggestion: &Suggestion) -> Markup {
    html! {
        p.suggestion.is-template[is_template(suggestion)] {
            span.label { (called(suggestion.applicability)) } " " (Ink(&suggestion.message))
        }
    }
}

/// What a reader of the note may want next. It is open: the script closes it while another note is looked at.
fn more(sheet: &Sheet<'_>, at: usize, finding: &Finding) -> Markup {
    let why = sheet.file.whys.get(&finding.lint).filter(|why| !why.is_empty());
    let template = finding.suggestions.iter().find(|suggestion| is_template(suggestion));
    let parts = [
        (why.is_some(), "why"),
        (template.is_some(), "template"),
        (!finding.related.is_empty(), "other places"),
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, name)| name)
        .collect();
    html! {
        @if !parts.is_empty() {
            details open {
                summary { (parts.join(", ")) }
                @if let Some(why) = why { p.why { (Ink(why)) } }
                @if let Some(template) = template { (told(template)) }
                (related(sheet, at, finding))
            }
        }
    }
}

/// The number of a note, linked to the words.
fn number(sheet: &Sheet<'_>, at: usize) -> Markup {
    let number = sheet.shown_number(at);
    html! {
        @if sheet.home(at).is_some() {
            a.number href={ "#" (sheet.words_id(Over::Finding(at))) } aria-label={ "note " (number) ": to its words" } {
                (number)
            }
        } @else {
            span.number { (number) }
        }
        " "
    }
}

fn related(sheet: &Sheet<'_>, at: usize, finding: &Finding) -> Markup {
    let text = sheet.file.linted.draft.source.text();
    html! {
        @for (place, related) in finding.related.iter().enumerate() {
            p.related {
                (Ink(&related.message)) ": "
                a href={ "#" (sheet.words_id(Over::Related(at, place))) } {
                    (Ink(&first_words(text, related.span, WORDS)))
                }
            }
        }
    }
}
