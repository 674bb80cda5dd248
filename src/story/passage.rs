//! The words of a sentence that carry a decision: the clauses in which its weightiest cues stand.

use crate::prose::{Gap, Prose, WordRange};

use super::cue::Cue;
use super::cues::Reading;
use super::decision::Decision;
use super::weights::Weights;

/// How much of the evidence the clauses must hold together.
const SHARE: f32 = 0.7;

/// The words in sentence `at` that carry `decision`: the shortest run of whole clauses that holds most of what weighs
/// for it.
pub(super) fn carrying(reading: &Reading<'_>, at: usize, weights: &Weights, decision: Decision) -> WordRange {
    let sentence = reading.prose.sentences()[at].words;
    let mut evidence = vec![0.0_f32; sentence.len()];
    let mut seen: Vec<Cue> = Vec::new();
    reading.cues(at, &mut |cue: Cue, words: WordRange| {
        if words.is_empty() || !sentence.holds(words) || seen.contains(&cue) {
            return;
        }
        seen.push(cue);
        let weight = weights.weight(cue, decision);
        if weight > 0.0 {
            let share = weight / f32::from(u16::try_from(words.len()).unwrap_or(u16::MAX));
            for word in words.range() {
                evidence[word - sentence.start()] += share;
            }
        }
    });
    let clauses = clauses(reading.prose, sentence);
    let weigh = |range: WordRange| -> f32 {
        evidence[range.start() - sentence.start()..range.end() - sentence.start()]
            .iter()
            .sum()
    };
    let total: f32 = weigh(sentence);
    let mut best = sentence;
    for (number, first) in clauses.iter().enumerate() {
        for last in &clauses[number..] {
            let run = WordRange::new(first.start(), last.end());
            if run.len() < best.len() && weigh(run) >= total * SHARE {
                best = run;
            }
        }
    }
    best
}

/// The clauses of a sentence: parted by commas, dashes and the like, and before conjunctions, none under four words.
fn clauses(prose: &Prose, sentence: WordRange) -> Vec<WordRange> {
    const CONJUNCTIONS: [&str; 12] = [
        "and", "but", "because", "although", "though", "while", "which", "so", "since", "when", "until", "after",
    ];
    let mut clauses: Vec<WordRange> = Vec::new();
    let mut start = sentence.start();
    for word in sentence.range().skip(1) {
        let parts = prose.words()[word].gap >= Gap::Comma || CONJUNCTIONS.contains(&prose.fold(word));
        if parts && word - start >= 4 && sentence.end() - word >= 4 {
            clauses.push(WordRange::new(start, word));
            start = word;
        }
    }
    clauses.push(WordRange::new(start, sentence.end()));
    clauses
}
