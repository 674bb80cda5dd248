//! Accountability: whose doing it was.

use crate::draft::Draft;
use crate::story::decision::Decision;

use super::finding::Finding;

use super::rule::Rule;

/// Where two of them fit the same words, one is enough (catalogue, section 3).
const EXCUSES: [Decision; 3] = [Decision::Blame, Decision::Defence, Decision::Minimizing];

/// `blame`: a person, school, exam, luck or circumstance is made the cause.
pub(super) fn blame(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::Blame, &EXCUSES, rule, findings);
}

/// `defensive-phrasing`: the text argues with a judge. Where the same words blame, that is enough.
pub(super) fn defensive_phrasing(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::Defence, &EXCUSES, rule, findings);
}

/// `minimizing`: the red flag is made small.
pub(super) fn minimizing(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::Minimizing, &EXCUSES, rule, findings);
}

/// `hidden-agent`: the applicant's own fault happens by itself.
pub(super) fn hidden_agent(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::HiddenAgent, &[], rule, findings);
}

/// `missing-ownership`: an exam, score, academic or professionalism episode without any ownership.
pub(super) fn missing_ownership(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for (episode, rule) in draft.sure_of(Decision::LacksOwnership, rule) {
        if let Some(event) = draft.event_of(episode) {
            findings.push(rule.finding(draft.sentence(event), &[("flag", episode.flag.spoken())]));
        }
    }
}
