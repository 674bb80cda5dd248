//! How much of the statement tells of other fields.

use crate::draft::Draft;
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;

/// `non-ir-heavy`: what is told of activities and interests belongs to other fields rather than to IR and DR.
pub(in crate::lints) fn non_ir_heavy(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let Some(breadth) = &draft.story.breadth else { return };
    // The message says so many words, and they have to bear it out.
    if rule.is_sure(breadth.is_other) && breadth.other.words > breadth.ir.words {
        let (other, ir) = (breadth.other.words.to_string(), breadth.ir.words.to_string());
        let slots = [("other", other.as_str()), ("ir", ir.as_str())];
        findings.push(rule.at(breadth.is_other).finding(draft.opening(), &slots));
    }
}
