//! Interest: why interventional radiology.

mod breadth;
mod path;
mod reasons;
mod target;

use crate::draft::Draft;
use crate::story::decision::Decision;

use super::finding::Finding;
use super::rule::Rule;

pub(super) use breadth::non_ir_heavy;
pub(super) use path::{unbridged_switch, unchanged_reapplication};
pub(super) use reasons::{missing_ir_experience, no_forward_look, why_not_dr};
pub(super) use target::other_specialty_target;

/// `vague-ir-interest`: once per run of sentences that praise or claim love of IR in words that fit any field.
pub(super) fn vague_ir_interest(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    // First and last sentence, and how likely the surest of them takes the stance.
    let mut run: Option<(usize, usize, f32)> = None;
    let close = |run: Option<(usize, usize, f32)>, findings: &mut Vec<Finding>| {
        if let Some((first, last, chance)) = run {
            let span = draft.sentence(first).to(draft.sentence(last));
            findings.push(rule.at(chance).finding(span, &[]));
        }
    };
    for (at, telling) in draft.story.tellings.iter().enumerate() {
        if telling
            .stance(Decision::VagueInterest, rule.threshold("certainty"))
            .is_none()
        {
            continue;
        }
        let chance = telling.chance(Decision::VagueInterest);
        let same = |last: usize| draft.prose.sentences()[last].paragraph == draft.prose.sentences()[at].paragraph;
        run = match run {
            Some((first, last, surest)) if at - last <= 2 && same(last) => Some((first, at, chance.max(surest))),
            other => {
                close(other, findings);
                Some((at, at, chance))
            }
        };
    }
    close(run, findings);
}

/// The sentences in the applicant's own voice.
fn own(draft: &Draft) -> impl Iterator<Item = usize> {
    draft.story.own()
}
