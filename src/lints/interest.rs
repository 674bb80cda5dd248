//! Interest: why interventional radiology.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::story::decision::Decision;
use crate::story::field::{self, Field};
use crate::story::{Flag, Voice};

use super::finding::Finding;
use super::rule::Rule;

/// `vague-ir-interest`: once per run of sentences that praise or claim love of IR in words that fit any field.
pub(super) fn vague_ir_interest(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let mut run: Option<(usize, usize)> = None;
    let close = |run: Option<(usize, usize)>, findings: &mut Vec<Finding>| {
        if let Some((first, last)) = run {
            let span = draft.sentence(first).to(draft.sentence(last));
            findings.push(rule.finding(span, &[]));
        }
    };
    for at in 0..draft.prose.sentences().len() {
        let taken = draft.story.tellings[at].stance(Decision::VagueInterest, rule.threshold("certainty"));
        if taken.is_none() {
            continue;
        }
        let same = |last: usize| draft.prose.sentences()[last].paragraph == draft.prose.sentences()[at].paragraph;
        run = match run {
            Some((first, last)) if at - last <= 2 && same(last) => Some((first, at)),
            other => {
                close(other, findings);
                Some((at, at))
            }
        };
    }
    close(run, findings);
}

/// The sentences in the applicant's own voice.
fn own(draft: &Draft) -> impl Iterator<Item = usize> {
    (0..draft.prose.sentences().len()).filter(|&at| draft.story.tellings[at].voice == Voice::Own)
}

fn any(draft: &Draft, classes: &[Class]) -> bool {
    own(draft).any(|at| classes.iter().any(|&class| draft.marks.has(at, class)))
}

/// `missing-ir-experience`: no IR clinical experience of the applicant's own is told.
pub(super) fn missing_ir_experience(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let lived = own(draft).any(|at| {
        let has = |class| draft.marks.has(at, class);
        let scene = has(class::OWN_CASE_VERB)
            || has(class::PATIENT_WORD)
            || has(class::PROCEDURE_VERB)
            || has(class::CLINICIAN);
        has(class::IR_EXPERIENCE) || (field::is_concrete(&draft.marks, at) && scene)
    });
    if !lived {
        findings.push(rule.finding(draft.opening(), &[]));
    }
}

/// `why-not-dr`: nothing sets IR against reading images.
pub(super) fn why_not_dr(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    if !any(
        draft,
        &[
            class::SETS_AGAINST_READING,
            class::OWN_CLINIC,
            class::DR_NAME,
            class::DR_WORK,
        ],
    ) {
        findings.push(rule.finding(draft.opening(), &[]));
    }
}

/// `no-forward-look`: no plan or aim with an object.
pub(super) fn no_forward_look(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let planned = own(draft).any(|at| {
        let has = |class| draft.marks.has(at, class);
        let plan = has(class::PLAN_VERB) || has(class::FORWARD_TIME);
        let object = has(class::PLAN_OBJECT)
            || field::is_concrete(&draft.marks, at)
            || has(class::IR_DISEASE)
            || has(class::STUDY_ABROAD_PLACE)
            || has(class::NAME)
            || has(class::PROJECT)
            || has(class::BODY_DISEASE)
            || draft
                .marks
                .of_sentence(at)
                .iter()
                .any(|mark| field::is_specialty(mark.class));
        plan && object
    });
    // A plan in another field is a plan: `other-specialty-target` speaks.
    if !planned && other_target(draft).is_none() {
        findings.push(rule.finding(draft.opening(), &[]));
    }
}

/// `non-ir-heavy`: of the words that tell activities and interests, far more belong to other fields than to IR and DR.
pub(super) fn non_ir_heavy(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let words = |wanted: &[Field]| {
        own(draft)
            .filter(|&at| draft.story.tellings[at].episode.is_none())
            .filter(|&at| wanted.contains(&field::of_sentence(&draft.marks, at)))
            .fold((0, 0), |(sentences, words), at| {
                (sentences + 1, words + draft.prose.sentences()[at].words.len())
            })
    };
    let (_, ir) = words(&[Field::Ir, Field::Radiology]);
    let (sentences, other) = words(&[Field::Other]);
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    let heavy = other as f64 >= rule.threshold("ratio") * ir as f64;
    if heavy && sentences >= rule.count("sentences") {
        let (other, ir) = (other.to_string(), ir.to_string());
        findings.push(rule.finding(draft.opening(), &[("other", &other), ("ir", &ir)]));
    }
}

/// `unbridged-switch`: an earlier specialty without how the applicant came from it to IR or what it gave them.
pub(super) fn unbridged_switch(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in draft
        .story
        .episodes
        .iter()
        .filter(|episode| episode.tells(Flag::SpecialtySwitch))
    {
        let bridged = draft.story.plays(episode, Decision::Change)
            || episode.sentences.iter().any(|&at| draft.marks.has(at, class::BRIDGE));
        let Some(event) = draft.event_of(episode).filter(|_| !bridged) else {
            continue;
        };
        let named = episode
            .sentences
            .iter()
            .flat_map(|&at| draft.marks.of_sentence(at))
            .find(|mark| field::is_specialty(mark.class));
        let name = named.map_or("the earlier field", |mark| spoken(mark.class));
        findings.push(rule.finding(draft.sentence(event), &[("field", name)]));
    }
}

/// How a message names a specialty.
fn spoken(class: Class) -> &'static str {
    class.name().trim_start_matches("specialty-")
}

/// `unchanged-reapplication`: an unsuccessful match without anything concrete that is new since.
pub(super) fn unchanged_reapplication(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in draft
        .story
        .episodes
        .iter()
        .filter(|episode| episode.tells(Flag::Reapplication))
    {
        let plays = |role| draft.story.plays(episode, role);
        let changed = plays(Decision::Change) || plays(Decision::Outcome);
        if let Some(event) = draft.event_of(episode).filter(|_| !changed) {
            findings.push(rule.finding(draft.sentence(event), &[]));
        }
    }
}

/// The sentence and the field with which the text applies or commits itself to another specialty.
fn other_target(draft: &Draft) -> Option<(usize, Mark)> {
    own(draft).find_map(|at| {
        let marks = draft.marks.of_sentence(at);
        let target = marks.iter().find(|mark| mark.class == class::OTHER_TARGET)?;
        let told = marks.iter().any(field::is_ir);
        let named = marks
            .iter()
            .find(|mark| field::is_specialty(mark.class) && target.words.overlaps(mark.words))?;
        (!told).then_some((at, *named))
    })
}

/// `other-specialty-target`: the text applies or commits itself to a specialty that is not IR or DR.
pub(super) fn other_specialty_target(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    if let Some((at, field)) = other_target(draft) {
        findings.push(rule.finding(draft.sentence(at), &[("field", spoken(field.class))]));
    }
}
