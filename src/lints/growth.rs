//! Growth: what came of it.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::source::Kind;
use crate::story::Episode;
use crate::story::decision::Decision;

use super::finding::Finding;
use super::rule::Rule;

/// Whether growth is expected of an episode: exam, score, academic and professionalism matters, and gaps without a cause
/// in health, family or bereavement.
fn wants_growth(draft: &Draft, episode: &Episode) -> bool {
    episode.flag.wants_ownership() || (episode.flag.is_time() && draft.cause_of(episode).is_none())
}

/// `missing-growth`: neither change nor outcome.
pub(super) fn missing_growth(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in draft
        .story
        .episodes
        .iter()
        .filter(|episode| wants_growth(draft, episode))
    {
        let none = draft
            .story
            .chance_to_lack(episode, &[Decision::Change, Decision::Outcome]);
        if let Some(event) = draft.event_of(episode).filter(|_| rule.is_sure(none)) {
            findings.push(rule.finding(draft.sentence(event), &[("flag", episode.flag.spoken())]));
        }
    }
}

/// `missing-outcome`: change, and nothing that shows that it worked.
pub(super) fn missing_outcome(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in draft
        .story
        .episodes
        .iter()
        .filter(|episode| wants_growth(draft, episode))
    {
        let lacks = |roles: &[Decision]| draft.story.chance_to_lack(episode, roles);
        let open = lacks(&[Decision::Outcome]) - lacks(&[Decision::Change, Decision::Outcome]);
        let asked = !episode.flag.is_time() && rule.is_sure(open);
        if let Some(event) = draft.event_of(episode).filter(|_| asked) {
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
    let end = |sentences: &[usize]| {
        let plays = |at: &&usize| !draft.story.tellings[**at].roles.is_empty();
        let last = sentences.iter().rev().find(plays).copied();
        last.filter(|_| rule.is_sure(draft.story.chance_to_end_on_confession(sentences)))
    };
    if draft.kind() == Kind::PersonalStatement {
        for episode in &draft.story.episodes {
            if let Some(at) = end(&episode.sentences) {
                findings.push(rule.finding(draft.sentence(at), &[("flag", episode.flag.spoken())]));
            }
        }
    } else {
        let told = draft.story.episodes.iter().flat_map(|episode| &episode.sentences);
        let all: Vec<usize> = told.copied().collect::<BTreeSet<_>>().into_iter().collect();
        if let Some(at) = end(&all) {
            findings.push(rule.finding_saying("document", draft.sentence(at), &[]));
        }
    }
}
