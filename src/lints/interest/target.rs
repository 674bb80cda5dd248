//! The specialty that a text applies to.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::field;

use super::own;

/// The sentence and the field with which the text applies or commits itself to another specialty.
fn other_target(draft: &Draft) -> Option<(usize, Mark)> {
    own(draft).find_map(|at| {
        let marks = draft.marks.of_sentence(at);
        let is_form = |mark: &&Mark| mark.class == class::OTHER_TARGET || mark.class == class::OTHER_TARGET_FORM;
        let told = marks.iter().any(field::is_ir) || draft.marks.has(at, class::NOT_TARGET);
        let named = |target: &Mark| {
            let mut marks = marks.iter();
            marks.find(|mark| field::is_specialty(mark.class) && target.words.overlaps(mark.words))
        };
        let named = marks.iter().filter(is_form).find_map(named)?;
        (!told).then_some((at, *named))
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
