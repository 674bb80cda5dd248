//! What shows an interest in IR: reasons against reading, plans, experience of one's own.

use crate::draft::Draft;
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::decision::Decision;

use super::target::other_target;

/// `why-not-dr`: nothing sets IR against reading images.
pub(in crate::lints) fn why_not_dr(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    report_missing(Decision::SetsApart, draft, rule, findings);
}

/// `no-forward-look`: no plan or aim with an object. A plan in another field is one: `other-specialty-target` speaks.
pub(in crate::lints) fn no_forward_look(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    if other_target(draft).is_none() {
        report_missing(Decision::Plans, draft, rule, findings);
    }
}

/// `missing-ir-experience`: no IR clinical experience of the applicant's own is told.
pub(in crate::lints) fn missing_ir_experience(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    report_missing(Decision::Lived, draft, rule, findings);
}

/// Reports that no sentence shows `sign`.
fn report_missing(sign: Decision, draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let chance = 1.0 - draft.story.chance_of_sign(sign);
    if rule.is_sure(chance) {
        findings.push(rule.at(chance).finding(draft.opening(), &[]));
    }
}
