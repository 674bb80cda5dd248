//! How much of the statement tells of other fields.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::decision::Decision;
use crate::story::field::{self, Field};

use super::own;

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
