//! What was lived in interventional radiology, and how much of the statement tells of other fields.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::lexicon::{Class, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::prose::Paragraph;
use crate::story::decision::Decision;
use crate::story::field::{self, Field};

use super::{around, has_word, own};

/// The applicant, or a team that the applicant is part of.
const FIRST_PERSON: [&str; 5] = ["i", "me", "my", "we", "us"];

/// What makes words about IR a scene: somebody acts, or somebody is treated.
const SCENE: [Class; 4] = [
    class::OWN_CASE_VERB,
    class::PROCEDURE_VERB,
    class::CLINICIAN,
    class::PATIENT_WORD,
];

/// `missing-ir-experience`: no IR clinical experience of the applicant's own is told.
pub(in crate::lints) fn missing_ir_experience(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let scenes: Vec<bool> = draft
        .prose
        .paragraphs()
        .iter()
        .map(|paragraph| is_scene(draft, paragraph))
        .collect();
    if !own(draft).any(|at| is_lived(draft, at, scenes[draft.prose.sentences()[at].paragraph])) {
        findings.push(rule.finding(draft.opening(), &[]));
    }
}

/// Whether the words of IR stand thickly in a paragraph, and some of them can mean nothing else.
fn is_scene(draft: &Draft, paragraph: &Paragraph) -> bool {
    let whole = paragraph.sentences.clone();
    whole.clone().map(|at| field::ir_marks(&draft.marks, at)).sum::<usize>() >= 4
        && whole.clone().any(|at| field::is_plainly_ir(&draft.marks, at))
}

/// Whether a sentence tells IR as lived. Words of IR alone prove nothing: bench work, reviews, plans and the cases of
/// friends are full of them. So it counts how thickly they stand, and asks for the applicant's presence. `scene`: whether
/// its paragraph is full of IR.
fn is_lived(draft: &Draft, at: usize, scene: bool) -> bool {
    if draft.marks.has(at, class::NOT_THERE) {
        return false;
    }
    let near: Vec<usize> = around(draft, at, 2, 1).collect();
    let thick: usize = near.iter().map(|&at| field::ir_marks(&draft.marks, at)).sum();
    let plain = near.iter().any(|&at| field::is_plainly_ir(&draft.marks, at));
    let here = field::ir_marks(&draft.marks, at);
    let first = has_word(draft, at, &FIRST_PERSON);
    let experience = draft.marks.has(at, class::IR_EXPERIENCE);
    let acts = draft.marks.has_any(at, &[class::OWN_CASE_VERB, class::PROCEDURE_VERB]);
    if experience && plain {
        return true;
    }
    let shown = here > 0 && (plain || experience || here > 1 || thick >= 4);
    if draft.marks.has(at, class::OWN_PRESENCE) && (shown || scene) {
        return true;
    }
    if draft.marks.has(at, class::PLAN_VERB) {
        return false;
    }
    let stay = draft.marks.has_any(at, &[class::ROTATION, class::USCE]) && field::is_plainly_ir(&draft.marks, at);
    let doctor = draft.marks.has(at, class::CLINICIAN) || has_word(draft, at, &["dr", "doctor", "professor"]);
    let witness = near.iter().any(|&at| has_word(draft, at, &FIRST_PERSON));
    (first && stay)
        || (first && acts && plain && thick >= 3)
        || (doctor && acts && thick >= 3)
        || (witness && draft.marks.has_any(at, &SCENE) && plain && thick >= 4)
}

/// `non-ir-heavy`: of the words that tell activities and interests, far more belong to other fields than to IR and DR.
pub(in crate::lints) fn non_ir_heavy(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let told = told_by_paragraph(draft);
    let lone = told.len() == 1;
    let (mut ir, mut other) = (Told::default(), Told::default());
    for paragraph in told.values() {
        // A paragraph that comes to IR is a road to it, whatever else it tells. One that stands alone has no other
        // beside it, and is weighed sentence by sentence.
        let road = !lone && paragraph.iter().any(|&at| serves(draft, at));
        for &at in paragraph {
            if road || serves(draft, at) { &mut ir } else { &mut other }.add(draft, at);
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    let heavy = other.words as f64 >= rule.threshold("ratio") * ir.words as f64;
    if heavy && other.sentences >= rule.count("sentences") {
        let (other, ir) = (other.words.to_string(), ir.words.to_string());
        findings.push(rule.finding(draft.opening(), &[("other", &other), ("ir", &ir)]));
    }
}

/// How much is told.
#[derive(Default)]
struct Told {
    sentences: usize,
    words: usize,
}

impl Told {
    fn add(&mut self, draft: &Draft, at: usize) {
        self.sentences += 1;
        self.words += draft.prose.sentences()[at].words.len();
    }
}

/// Whether a sentence serves IR or DR.
fn serves(draft: &Draft, at: usize) -> bool {
    matches!(field::of_sentence(&draft.marks, at), Field::Ir | Field::Radiology)
}

/// By paragraph, the sentences that tell activities, experiences and interests: not the red flags, and not the praise of
/// IR that would fit any field, for praise is neither.
fn told_by_paragraph(draft: &Draft) -> BTreeMap<usize, Vec<usize>> {
    let mut told: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in own(draft) {
        let telling = &draft.story.tellings[at];
        if telling.episode.is_none() && telling.chance(Decision::VagueInterest) < 0.5 {
            told.entry(draft.prose.sentences()[at].paragraph).or_default().push(at);
        }
    }
    told
}
