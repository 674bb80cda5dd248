//! Growth: what came of it.

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
        let grown = draft.story.plays(episode, Decision::Change) || draft.story.plays(episode, Decision::Outcome);
        if let Some(event) = draft.event_of(episode).filter(|_| !grown) {
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
        let plays = |role| draft.story.plays(episode, role);
        let open = plays(Decision::Change) && !plays(Decision::Outcome) && !episode.flag.is_time();
        if let Some(event) = draft.event_of(episode).filter(|_| open) {
            findings.push(rule.finding(draft.sentence(event), &[("flag", episode.flag.spoken())]));
        }
    }
}

/// `vague-growth`: a claim of growth with nothing to check beside it.
pub(super) fn vague_growth(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::VagueGrowth, rule, findings);
}

/// `ends-on-setback`: the last sentence with a role is event or context, in an episode of a statement or in the text of
/// the other kinds.
pub(super) fn ends_on_setback(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let last_of = |episodes: &[&Episode]| {
        episodes
            .iter()
            .flat_map(|episode| &episode.sentences)
            .copied()
            .filter(|&at| !draft.story.tellings[at].roles.is_empty())
            .max()
            .filter(|&at| draft.story.tellings[at].roles.is_confession())
    };
    if draft.kind() == Kind::PersonalStatement {
        for episode in &draft.story.episodes {
            if let Some(at) = last_of(&[episode]) {
                findings.push(rule.finding(draft.sentence(at), &[("flag", episode.flag.spoken())]));
            }
        }
    } else {
        let all: Vec<&Episode> = draft.story.episodes.iter().collect();
        if let Some(at) = last_of(&all) {
            findings.push(rule.finding_saying("document", draft.sentence(at), &[]));
        }
    }
}
