//! Draft: not ready to send.

mod identifier;
pub mod limits;
mod placeholder;
mod plain_text;

use crate::draft::Draft;
use crate::lexicon::class;

use super::finding::Finding;
use super::rule::Rule;

pub(super) use identifier::patient_identifier;
pub(super) use limits::field_limit;
pub(super) use plain_text::non_plain_text;

/// `placeholder`: an open slot.
pub(super) fn placeholder(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for slot in draft.source.blocks().iter().flat_map(placeholder::find) {
        findings.push(rule.finding(slot.span, &[("words", slot.span.of(draft.source.text()))]));
    }
}

/// `cliche`: a phrase that every reader has met a thousand times; a famous saying as the opening.
pub(super) fn cliche(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let text = draft.source.text();
    let first = draft
        .body()
        .next()
        .map_or(0..0, |paragraph| paragraph.sentences.clone());
    let mut last_end = 0;
    for mark in draft.marks.all() {
        let at = draft.prose.sentence_of(mark.words.start());
        let quoted = draft.prose.words()[mark.words.start()].quoted;
        let message = match mark.class {
            class::CLICHE_GENERAL | class::CLICHE_MOTIVE if !quoted => "",
            class::CLICHE_OPENING if !quoted && first.contains(&at) => "",
            class::CLICHE_CLOSING if !quoted && at + 4 >= draft.prose.sentences().len() => "",
            class::CLICHE_SAYING if first.contains(&at) => "saying",
            _ => continue,
        };
        let span = draft.prose.span(mark.words);
        if span.start() >= last_end {
            last_end = span.end();
            findings.push(rule.finding_saying(message, span, &[("words", span.of(text))]));
        }
    }
}
