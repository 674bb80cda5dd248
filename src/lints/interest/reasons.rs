//! Why this branch of radiology, and what for.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::field;

use super::target::other_target;
use super::{around, has_word, own};

/// Names reading images or those who do it.
const READING: [Class; 3] = [class::DR_NAME, class::DR_WORK, class::READS_IMAGES];

/// Words that turn to the other side of a comparison.
const TURNS: [&str; 22] = [
    "but", "yet", "though", "although", "however", "still", "rather", "instead", "whereas", "would", "want", "wanted",
    "wish", "prefer", "than", "missed", "enough", "only", "need", "wonder", "wondered", "alone",
];

/// Words of images, which show what a clinic or a pair of hands is compared with.
const IMAGES: [&str; 16] = [
    "image",
    "images",
    "picture",
    "pictures",
    "read",
    "reads",
    "reading",
    "reader",
    "report",
    "reports",
    "scan",
    "scans",
    "film",
    "films",
    "screen",
    "radiologist",
];

/// `why-not-dr`: nothing sets IR against reading images.
pub(in crate::lints) fn why_not_dr(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    if !own(draft).any(|at| sets_apart(draft, at)) {
        findings.push(rule.finding(draft.opening(), &[]));
    }
}

/// Whether a sentence sets IR against reading: reading as the other term of a comparison, or treatment and patients of
/// one's own as what comes on top of the image. Reading that is only told as done compares nothing.
fn sets_apart(draft: &Draft, at: usize) -> bool {
    if draft.marks.has_any(at, &[class::DR_NAME, class::TREATS_BY_HAND]) {
        return true;
    }
    if draft.marks.has_any(at, &READING) {
        return around(draft, at, 1, 4)
            .any(|near| has_word(draft, near, &TURNS) || field::is_plainly_ir(&draft.marks, near));
    }
    if draft.marks.has(at, class::READING_NAMED) {
        return around(draft, at, 1, 2).any(|near| draft.marks.has(near, class::TURNS_FROM_READING));
    }
    let about_images = |at| {
        draft.marks.has_any(at, &READING)
            || has_word(draft, at, &IMAGES)
            || draft.marks.has_any(at, &[class::RADIOLOGY_NAME])
    };
    draft
        .marks
        .has_any(at, &[class::SETS_AGAINST_READING, class::OWN_CLINIC])
        && around(draft, at, 1, 1).any(about_images)
}

/// Opens a plan or an aim.
const PLAN: [Class; 2] = [class::PLAN_VERB, class::PLAN_OPENING];

/// What a plan can be about.
const OBJECT: [Class; 7] = [
    class::PLAN_OBJECT,
    class::PLAN_THING,
    class::IR_DISEASE,
    class::PROJECT,
    class::BODY_DISEASE,
    class::STUDY_ABROAD_PLACE,
    class::IR_PERSON_ROLE,
];

/// `no-forward-look`: no plan or aim with an object. A plan in another field is one: `other-specialty-target` speaks.
pub(in crate::lints) fn no_forward_look(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let planned = own(draft).any(|at| {
        let ahead = draft.marks.has(at, class::FORWARD_TIME) && has_word(draft, at, &["will", "shall", "want", "hope"]);
        (draft.marks.has_any(at, &PLAN) || ahead) && around(draft, at, 1, 2).any(|near| has_object(draft, near, at))
    });
    if !planned && other_target(draft).is_none() {
        findings.push(rule.finding(draft.opening(), &[]));
    }
}

/// Words behind which a name is that of a place.
const PLACED: [&str; 8] = ["in", "at", "to", "near", "across", "outside", "around", "between"];

/// Whether a sentence near the plan `at` holds what the plan is about. Places and other fields count in the plan alone.
fn has_object(draft: &Draft, near: usize, at: usize) -> bool {
    let is_place = |mark: &Mark| {
        let before = mark.words.start().checked_sub(1);
        mark.class == class::NAME && before.is_some_and(|word| PLACED.contains(&draft.prose.fold(word)))
    };
    let weak = || {
        let mut marks = draft.marks.of_sentence(near).iter();
        marks.any(|mark| is_place(mark) || field::is_specialty(mark.class))
    };
    draft.marks.has_any(near, &OBJECT) || field::is_concrete(&draft.marks, near) || (near == at && weak())
}
