//! What would let somebody find the patient: a full name or nickname, a day with a place, a record number.

mod date;
mod declared;
mod healer;
mod name;
mod nickname;
mod patient;
mod record;

use crate::draft::Draft;
use crate::lexicon::{Class, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::prose::WordRange;
use declared::Declared;

/// Classes that speak of a patient's body or treatment.
const BODY: [Class; 11] = [
    class::PATIENT_BODY,
    class::PATIENT_WORD,
    class::BODY_DISEASE,
    class::IR_DISEASE,
    class::IR_PROCEDURE,
    class::IR_PROCEDURE_SHARED,
    class::DIAGNOSIS,
    class::SYMPTOM,
    class::IR_ANATOMY,
    class::BODY_PART,
    class::IR_DEVICE_SHARED,
];

/// Classes that say that somebody is ill or treated. Everybody has a head.
const DISEASE: [Class; 7] = [
    class::PATIENT_BODY,
    class::BODY_DISEASE,
    class::IR_DISEASE,
    class::IR_PROCEDURE,
    class::IR_PROCEDURE_SHARED,
    class::DIAGNOSIS,
    class::SYMPTOM,
];

/// Classes that only one who is ill has: who operates has none of them.
const ILLNESS: [Class; 7] = [
    class::PATIENT_BODY,
    class::BODY_DISEASE,
    class::IR_DISEASE,
    class::DIAGNOSIS,
    class::SYMPTOM,
    class::IR_ANATOMY,
    class::BODY_PART,
];

/// `patient-identifier`.
pub(in crate::lints) fn patient_identifier(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let declared = Declared::of(draft);
    for at in 0..draft.prose.sentences().len() {
        let found = record::number(draft, at).map(|words| ("record", words));
        let found = found.or_else(|| full_name(draft, at, &declared).map(|words| ("name", words)));
        let found = found.or_else(|| nickname::find(draft, at, &declared).map(|words| ("nickname", words)));
        let found = found.or_else(|| date::with_place(draft, at).map(|words| ("date", words)));
        if let Some((message, words)) = found {
            let span = draft.prose.span(words);
            findings.push(rule.finding_saying(message, span, &[("words", span.of(draft.source.text()))]));
        }
    }
}

/// The first full name of a sentence that is a patient's and is not declared changed.
fn full_name(draft: &Draft, at: usize, declared: &Declared) -> Option<WordRange> {
    if declared.here(draft, at) || draft.marks.has(at, class::NO_PATIENT) {
        return None;
    }
    name::in_sentence(draft, at)
        .into_iter()
        .filter(|name| !declared.knows(draft, name.core))
        .find(|name| patient::is_patient(draft, at, name))
        .map(|name| name.run)
}

/// The mark of one of `classes` whose words begin at `start` or at most `reach` words behind it.
fn any_behind(draft: &Draft, at: usize, start: usize, reach: usize, classes: &[Class]) -> bool {
    draft
        .marks
        .of_sentence(at)
        .iter()
        .any(|mark| classes.contains(&mark.class) && (start..=start + reach).contains(&mark.words.start()))
}
