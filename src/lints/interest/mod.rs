//! Interest: why interventional radiology.

mod experience;
mod path;
mod reasons;
mod target;

use crate::draft::Draft;
use crate::story::Voice;
use crate::story::decision::Decision;

use super::finding::Finding;
use super::rule::Rule;

pub(super) use experience::{missing_ir_experience, non_ir_heavy};
pub(super) use path::{unbridged_switch, unchanged_reapplication};
pub(super) use reasons::{no_forward_look, why_not_dr};
pub(super) use target::other_specialty_target;

/// `vague-ir-interest`: once per run of sentences that praise or claim love of IR in words that fit any field.
pub(super) fn vague_ir_interest(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let mut run: Option<(usize, usize)> = None;
    let close = |run: Option<(usize, usize)>, findings: &mut Vec<Finding>| {
        if let Some((first, last)) = run {
            let span = draft.sentence(first).to(draft.sentence(last));
            findings.push(rule.finding(span, &[]));
        }
    };
    for at in 0..draft.prose.sentences().len() {
        let taken = draft.story.tellings[at].stance(Decision::VagueInterest, rule.threshold("certainty"));
        if taken.is_none() {
            continue;
        }
        let same = |last: usize| draft.prose.sentences()[last].paragraph == draft.prose.sentences()[at].paragraph;
        run = match run {
            Some((first, last)) if at - last <= 2 && same(last) => Some((first, at)),
            other => {
                close(other, findings);
                Some((at, at))
            }
        };
    }
    close(run, findings);
}

/// The sentences in the applicant's own voice.
fn own(draft: &Draft) -> impl Iterator<Item = usize> {
    (0..draft.prose.sentences().len()).filter(|&at| draft.story.tellings[at].voice == Voice::Own)
}

/// Whether one of `words` stands in a sentence.
fn has_word(draft: &Draft, at: usize, words: &[&str]) -> bool {
    let mut range = draft.prose.sentences()[at].words.range();
    range.any(|word| words.contains(&draft.prose.fold(word)))
}

/// The sentences of the same paragraph from `back` before a sentence to `on` after it, itself included.
fn around(draft: &Draft, at: usize, back: usize, on: usize) -> impl Iterator<Item = usize> {
    let sentences = draft.prose.sentences();
    let near = at.saturating_sub(back)..(at + on + 1).min(sentences.len());
    near.filter(move |&other| sentences[other].paragraph == sentences[at].paragraph)
}
