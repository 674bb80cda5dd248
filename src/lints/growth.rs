//! Growth: what came of it.

use crate::draft::Draft;
use crate::source::Kind;
use crate::story::decision::Decision;

use super::finding::Finding;
use super::rule::Rule;

/// `missing-growth`: neither change nor outcome.
pub(super) fn missing_growth(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    report_at_event(Decision::LacksGrowth, draft, rule, findings);
}

/// `missing-outcome`: change, and nothing that shows that it worked.
pub(super) fn missing_outcome(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    report_at_event(Decision::LacksOutcome, draft, rule, findings);
}

fn report_at_event(verdict: Decision, draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for (episode, rule) in draft.sure_of(verdict, rule) {
        if let Some(event) = draft.event_of(episode) {
            findings.push(rule.finding(draft.sentence(event), &[("flag", episode.flag.spoken())]));
        }
    }
}

/// `vague-growth`: a claim of growth with nothing to check beside it.
pub(super) fn vague_growth(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::VagueGrowth, &[], rule, findings);
}

/// `ends-on-setback`: the last sentence with a role is event or context, in an episode of a statement or in the text of
/// the other kinds.
pub(super) fn ends_on_setback(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for (episode, rule) in draft.sure_of(Decision::EndsOnSetback, rule) {
        let likely = |at: &&usize| draft.story.tellings[**at].chance_of_role() >= 0.5;
        let Some(&last) = episode.sentences.iter().rev().find(likely).or(episode.sentences.last()) else {
            continue;
        };
        let span = draft.sentence(last);
        if draft.kind() == Kind::PersonalStatement {
            findings.push(rule.finding(span, &[("flag", episode.flag.spoken())]));
        } else if draft.story.tellings[last + 1..].iter().all(|telling| telling.chance_of_role() < 0.5) {
            findings.push(rule.finding_saying("document", span, &[]));
        }
    }
}
