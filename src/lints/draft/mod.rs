//! Draft: not ready to send.

mod doubled;
mod identifier;
pub mod limits;
mod mechanical;
mod placeholder;
mod plain_text;

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::prose::WordRange;

use super::finding::Finding;
use super::rule::Rule;

pub(super) use doubled::grammar;
pub(super) use identifier::patient_identifier;
pub(super) use limits::field_limit;
pub(super) use mechanical::settle;
pub(super) use plain_text::non_plain_text;

/// `placeholder`: an open slot.
pub(super) fn placeholder(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let blocks = draft.source.blocks().iter();
    for slot in blocks.flat_map(|block| placeholder::find(block, &draft.marks)) {
        findings.push(rule.finding(slot.span, &[("words", slot.span.of(draft.source.text()))]));
    }
}

/// `cliche`: a phrase that every reader has met a thousand times; a famous saying. A stock word or closing alone is
/// common English: two or more in one sentence are a heap.
pub(super) fn cliche(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let text = draft.source.text();
    let first = draft
        .body()
        .next()
        .map_or(0..0, |paragraph| paragraph.sentences.clone());
    for at in 0..draft.prose.sentences().len() {
        let unquoted = |mark: &&Mark| !draft.prose.words()[mark.words.start()].quoted;
        let marks: Vec<&Mark> = draft
            .marks
            .of_sentence(at)
            .iter()
            .filter(|mark| is_stock(mark.class))
            .collect();
        let strong = marks.iter().copied().find(|mark| match mark.class {
            class::CLICHE_SAYING => first.contains(&at) || unquoted(mark),
            class::CLICHE_OPENING | class::CLICHE_MOTIVE | class::CLICHE_SET_PHRASE => unquoted(mark),
            _ => false,
        });
        let heap: Vec<&Mark> = marks.iter().copied().filter(unquoted).collect();
        let apart = heap.iter().any(|mark| !mark.words.overlaps(heap[0].words));
        let (message, words) = match (strong, heap.as_slice()) {
            (Some(mark), _) if mark.class == class::CLICHE_SAYING => ("saying", mark.words),
            (Some(mark), _) => ("", mark.words),
            (None, [one, .., last]) if apart => ("", WordRange::new(one.words.start(), last.words.end())),
            _ => continue,
        };
        let span = draft.prose.span(words);
        findings.push(rule.finding_saying(message, span, &[("words", span.of(text))]));
    }
}

fn is_stock(class: Class) -> bool {
    matches!(
        class,
        class::CLICHE_SAYING
            | class::CLICHE_OPENING
            | class::CLICHE_MOTIVE
            | class::CLICHE_SET_PHRASE
            | class::CLICHE_CLOSING
            | class::CLICHE_GENERAL
            | class::CLICHE_WEAK
    )
}
