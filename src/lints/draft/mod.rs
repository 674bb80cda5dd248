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
use crate::story::decision::Decision;

use super::finding::Finding;
use super::rule::Rule;

pub(super) use doubled::grammar;
pub(super) use identifier::patient_identifier;
pub(super) use limits::field_limit;
pub(super) use mechanical::settle;
pub(crate) use mechanical::{retain, safe, settle_rest};
pub(super) use plain_text::non_plain_text;

/// `placeholder`: an open slot.
pub(super) fn placeholder(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let blocks = draft.source.blocks().iter();
    for slot in blocks.flat_map(|block| placeholder::find(block, &draft.marks)) {
        findings.push(rule.finding(slot.span, &[("words", slot.span.of(draft.source.text()))]));
    }
}

/// `cliche`: a phrase that every reader has met a thousand times; a famous saying. A stock word or closing alone is
/// common English: two or more in one sentence are a heap. Known phrases are believed unless the sentence speaks against it;
/// where none stands, the sentence as a whole may say what everybody says.
pub(super) fn cliche(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let text = draft.source.text();
    let (certainty, doubt) = (rule.threshold("certainty"), rule.threshold("doubt"));
    let first = draft
        .body()
        .next()
        .map_or(0..0, |paragraph| paragraph.sentences.clone());
    for (at, telling) in draft.story.tellings.iter().enumerate() {
        let believed = f64::from(telling.chance(Decision::Cliche)) >= doubt;
        let phrase = stock_phrase(draft, at, first.contains(&at)).filter(|_| believed);
        let said = phrase.or_else(|| {
            telling
                .stance(Decision::Cliche, certainty)
                .map(|words| ("sentence", words))
        });
        if let Some((message, words)) = said {
            let span = draft.prose.span(words);
            findings.push(rule.finding_saying(message, span, &[("words", span.of(text))]));
        }
    }
}

/// The known phrase in sentence number `at`, or the heap of stock words there, with the name of the message that fits.
fn stock_phrase(draft: &Draft, at: usize, opens: bool) -> Option<(&'static str, WordRange)> {
    let unquoted = |mark: &&Mark| !draft.prose.words()[mark.words.start()].quoted;
    let marks: Vec<&Mark> = draft
        .marks
        .of_sentence(at)
        .iter()
        .filter(|mark| is_stock(mark.class))
        .collect();
    let strong = marks.iter().copied().find(|mark| match mark.class {
        class::CLICHE_SAYING => opens || unquoted(mark),
        class::CLICHE_OPENING | class::CLICHE_MOTIVE | class::CLICHE_SET_PHRASE => unquoted(mark),
        _ => false,
    });
    let heap: Vec<&Mark> = marks.iter().copied().filter(unquoted).collect();
    let apart = heap.iter().any(|mark| !mark.words.overlaps(heap[0].words));
    match (strong, heap.as_slice()) {
        (Some(mark), _) if mark.class == class::CLICHE_SAYING => Some(("saying", mark.words)),
        (Some(mark), _) => Some(("", mark.words)),
        (None, [one, .., last]) if apart => Some(("", WordRange::new(one.words.start(), last.words.end()))),
        _ => None,
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
