//! A finding as a note: what, what to do, why, and the places that belong to it.

use maud::{Markup, html};

use crate::lints::finding::{Applicability, Finding};
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
            @for suggestion in &finding.suggestions {
                p.suggestion.is-template[suggestion.applicability == Applicability::Template] {
                    span.label { (called(suggestion.applicability)) } " " (Ink(&suggestion.message))
                }
            }
            (related(sheet, at, finding))
            @if let Some(why) = sheet.file.whys.get(&finding.lint).filter(|why| !why.is_empty()) {
                details open { summary { "why a reader minds" } p { (Ink(why)) } }
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
