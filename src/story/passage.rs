//! The words of a sentence that carry a decision: the clauses in which its weightiest cues stand.

use crate::prose::WordRange;

use super::clause::clauses;
use super::cue::Cue;
use super::cues::Reading;
use super::decision::Decision;
use super::known::{Known, KnownSet};
use super::weights::Weights;

/// How much of the evidence the clauses must hold together.
const SHARE: f32 = 0.7;

/// Cues of a sentence that words in it show, each where it stands first, in the order in which they are shown. `seen` is an
/// empty set of cues.
pub(super) fn shown(
    reading: &Reading<'_>,
    at: usize,
    weights: &Weights,
    seen: &mut KnownSet,
) -> Vec<(Known, WordRange)> {
    let sentence = reading.prose.sentences()[at].words;
    let finder = weights.finder();
    let mut shown = Vec::new();
    reading.cues(at, &mut |cue: Cue, words: WordRange| {
        if words.is_empty() || !sentence.holds(words) {
            return;
        }
        if let Some(known) = finder.find(cue).filter(|known| seen.insert(*known)) {
            shown.push((known, words));
        }
    });
    seen.take();
    shown
}

/// The words in sentence `at`, which shows the cues `shown`, that carry `decision`: the shortest run of whole clauses that
/// holds most of what weighs for it.
pub(super) fn carrying(
    reading: &Reading<'_>,
    at: usize,
    weights: &Weights,
    shown: &[(Known, WordRange)],
    decision: Decision,
) -> WordRange {
    let sentence = reading.prose.sentences()[at].words;
    let mut evidence = vec![0.0_f32; sentence.len()];
    for &(known, words) in shown {
        let weight = weights.weight(known, decision);
        if weight > 0.0 {
            let share = weight / f32::from(u16::try_from(words.len()).unwrap_or(u16::MAX));
            for word in words.range() {
                evidence[word - sentence.start()] += share;
            }
        }
    }
    let clauses = clauses(reading.prose, sentence);
    let weigh = |range: &WordRange| -> f32 {
        evidence[range.start() - sentence.start()..range.end() - sentence.start()]
            .iter()
            .sum()
    };
    let weights: Vec<f32> = clauses.iter().map(weigh).collect();
    let enough = weights.iter().sum::<f32>() * SHARE;
    let mut best = sentence;
    let (mut first, mut held) = (0, 0.0);
    for (last, weight) in weights.iter().enumerate() {
        held += weight;
        // The run that ends here is shortest when it starts as late as it can.
        while first < last && held - weights[first] >= enough {
            held -= weights[first];
            first += 1;
        }
        let run = WordRange::new(clauses[first].start(), clauses[last].end());
        if run.len() < best.len() && held >= enough {
            best = run;
        }
    }
    best
}
