//! Weighs what sentences show: each by itself, then with what its neighbours say; and decides without weighing where
//! nothing is to be weighed.

use crate::lexicon::{Class, Marks, class};
use crate::prose::Prose;
use crate::threads;

use super::company::{self, Company, HEARD};
use super::decision::Decision;
use super::echo::{self, ECHOES, Echo};
use super::telling::{Hints, LOOKS};
use super::weights::{Row, Scores, WIDTH, Weights};

/// The cue that says how surely a sentence tells of a red flag: that matters for what else it does.
const TOLD: &str = "told";

/// What is seen around sentences.
pub(super) struct Around<'p> {
    hints: Hints<'p>,
    /// For each sentence, the value of [`TOLD`].
    told: Vec<f32>,
    echoes: Vec<Echo>,
    companies: Vec<Company>,
}

impl Around<'_> {
    /// The cues that sentence number `at` gets from around it, with their values.
    pub(super) fn cues(&self, at: usize) -> impl Iterator<Item = (String, f32)> {
        let looks = LOOKS.into_iter().zip(self.hints.look(at));
        let echoes = ECHOES.into_iter().zip(self.echoes[at]);
        let near = looks.chain([(TOLD, self.told[at])]).chain(echoes);
        let near = near.map(|(name, value)| (name.to_owned(), value));
        near.chain(company::names().zip(self.companies[at]))
    }
}

/// Adds to the scores what the neighbours say, and then what the whole company does.
pub(super) fn look_around<'p>(prose: &'p Prose, weights: &Weights, scores: &mut [Scores]) -> Around<'p> {
    let odds: Vec<f32> = scores.iter().map(|score| score[Decision::Hint.number()]).collect();
    let hints = Hints::new(prose, &odds);
    let (looks, rows) = rows(weights).split_at(LOOKS.len());
    let (of_told, rows) = rows.split_at(1);
    let (of_echoes, of_company) = rows.split_at(ECHOES.len());
    threads::change(scores, |at, score| add(score, &hints.look(at), looks));
    let telling = Decision::Telling.number();
    let told: Vec<f32> = scores.iter().map(|score| score[telling].clamp(-6.0, 6.0)).collect();
    let echoes = echo::echoes(prose, &told);
    threads::change(scores, |at, score| {
        add(score, &[told[at]], of_told);
        add(score, &echoes[at], of_echoes);
    });
    let first: Vec<company::First> = scores
        .iter()
        .map(|score| HEARD.map(|decision| score[decision.number()]))
        .collect();
    let companies = company::companies(&first);
    threads::change(scores, |at, score| add(score, &companies[at], of_company));
    Around {
        hints,
        told,
        echoes,
        companies,
    }
}

/// What all that is seen around a sentence weighs, in the order in which it is heard.
fn rows(weights: &Weights) -> &[Row] {
    weights.rows(|| {
        let near = LOOKS.into_iter().chain([TOLD]).chain(ECHOES);
        near.map(str::to_owned).chain(company::names()).collect()
    })
}

/// Adds to the scores of a sentence what each row weighs, as often as its value says.
fn add(scores: &mut Scores, values: &[f32], rows: &[Row]) {
    let Some(sums) = scores.first_chunk_mut::<WIDTH>() else {
        return;
    };
    // Half of what is seen around a sentence is nothing, which weighs nothing.
    let seen = values.iter().zip(rows).filter(|(value, _)| **value != 0.0);
    *sums = seen.fold(*sums, |mut sums, (value, row)| {
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += value * weight;
        }
        sums
    });
}

/// What is decided without weighing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sure {
    /// The sentence.
    pub at: usize,
    /// What it does.
    pub decision: Decision,
    /// The class whose mark can mean nothing else.
    pub class: Class,
}

impl Sure {
    /// The score from which such a decision stands: so far above the threshold, in log odds.
    pub(super) fn score(self, weights: &Weights) -> f32 {
        const ABOVE: f32 = 4.0;
        weights.threshold[self.decision.number()] + ABOVE
    }
}

/// What needs no weighing, because the words can mean nothing else: the applicant says that a red flag of theirs happened,
/// or, where they say that they failed an exam, that one was passed; or how few points one was missed by.
pub(super) fn sure(prose: &Prose, marks: &Marks) -> Vec<Sure> {
    let says = |at: usize, class: Class| {
        let mut marks = marks.in_sentence(at, class);
        marks.any(|mark| !prose.words()[mark.words.start()].quoted)
    };
    let mut sure = Vec::new();
    let mut decide = |at: usize, decision: Decision, class: Class| sure.push(Sure { at, decision, class });
    let all = 0..prose.sentences().len();
    let mut failed = false;
    for at in all.clone().filter(|&at| says(at, class::SURE_EVENT)) {
        decide(at, Decision::Telling, class::SURE_EVENT);
        decide(at, Decision::Event, class::SURE_EVENT);
        failed |= says(at, class::EXAM_FAIL_SURE);
    }
    for at in all.clone().filter(|&at| failed && says(at, class::EXAM_PASS_SURE)) {
        decide(at, Decision::Telling, class::EXAM_PASS_SURE);
    }
    let missed = [class::EXAM, class::EXAM_FAIL, class::EXAM_FAIL_SURE];
    for at in all.filter(|&at| says(at, class::MINIMIZING_SURE) && marks.has_any(at, &missed)) {
        decide(at, Decision::Minimizing, class::MINIMIZING_SURE);
    }
    sure
}
