//! The specialty that a text applies to.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::field;

use super::own;

/// The sentence and the field with which the text applies or commits itself to another specialty.
pub(super) fn other_target(draft: &Draft) -> Option<(usize, Mark)> {
    own(draft).find_map(|at| {
        let marks = draft.marks.of_sentence(at);
        let is_form = |mark: &&Mark| mark.class == class::OTHER_TARGET || mark.class == class::OTHER_TARGET_FORM;
        if field::is_plainly_ir(&draft.marks, at) {
            return None;
        }
        let refused = |target: &Mark| {
            let mut refusals = draft.marks.in_sentence(at, class::NOT_TARGET);
            refusals.any(|refusal| refusal.words.start() <= target.words.start())
        };
        let named = |target: &Mark| {
            let mut marks = marks.iter();
            marks.find(|mark| field::is_specialty(mark.class) && target.words.overlaps(mark.words))
        };
        let targets = marks.iter().filter(is_form).filter(|target| !refused(target));
        targets.into_iter().find_map(named).map(|named| (at, *named))
    })
}

/// How a message names a specialty.
pub(super) fn spoken(class: Class) -> &'static str {
    class.name().trim_start_matches("specialty-")
}

/// `other-specialty-target`: the text applies or commits itself to a specialty that is not IR or DR.
pub(in crate::lints) fn other_specialty_target(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    if let Some((at, field)) = other_target(draft) {
        findings.push(rule.finding(draft.sentence(at), &[("field", spoken(field.class))]));
    }
}
