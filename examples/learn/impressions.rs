//! What the impression of a whole draft says of each of its faults, learned from what the tables that have not seen an essay
//! find in it.

use std::collections::BTreeSet;

use essaylint::story::chance::odds;
use essaylint::story::decision::Decision;
use essaylint::story::impression::{self, Impression};
use essaylint::story::weights::Weights;
use essaylint::story::{FAINT, Story};

use rayon::prelude::*;

use super::corpus::{Corpus, EXAMPLE, ReadEssay, ReadExample};
use super::labelled::target::targets;
use super::learning::{Learner, NUMBERS, lint_of};
use super::signs::{self, LACKS};
use super::solver::{Fit, Row, best_threshold};
use super::tables::{FOLDS, Known, lines};
use super::verdicts;

/// How impressions are fitted.
const IMPRESSIONS: Fit = Fit { ridge: 4.0, ..NUMBERS };

/// A fault that the story suspects, and whether it is one.
struct Suspicion {
    fault: Decision,
    /// None where it is learned from always.
    fold: Option<usize>,
    /// How much it counts.
    count: f64,
    /// What the impression shows, and last how likely the fault is by itself, in log odds.
    row: Row,
    is_fault: bool,
}

impl Learner<'_> {
    /// What each fault is seen beside, and what that says of it.
    pub(super) fn impressions(&mut self) {
        let suspicions = self.suspicions();
        let names: Vec<String> = impression::names().chain([impression::own()]).collect();
        for fault in impression::faults() {
            let of_fault: Vec<&Suspicion> = suspicions.iter().filter(|suspicion| suspicion.fault == fault).collect();
            let known = Known {
                rows: of_fault.iter().map(|suspicion| &suspicion.row).collect(),
                features: names.len(),
                labels: of_fault.iter().map(|suspicion| suspicion.is_fault).collect(),
                counts: of_fault.iter().map(|suspicion| suspicion.count).collect(),
                folds: of_fault.iter().map(|suspicion| suspicion.fold).collect(),
            };
            let models = known.learn(IMPRESSIONS);
            let (own, always) = (impression::own(), impression::always());
            self.tables.put_beyond(fault, &models, &names, &own, &always);
            let of_essays = of_fault.iter().filter(|suspicion| suspicion.fold.is_some());
            let (odds, labels): (Vec<f64>, Vec<bool>) = of_essays
                .map(|suspicion| (models.odds(suspicion.fold, &suspicion.row), suspicion.is_fault))
                .unzip();
            self.say(fault, best_threshold(&odds, &labels).1);
        }
    }

    /// All faults that are suspected: in the essays by weights that have not seen them, and in the examples of what may be
    /// at fault in a whole draft or an episode.
    fn suspicions(&self) -> Vec<Suspicion> {
        let tables = self.tables.folds.iter();
        let weights: Vec<Weights> = tables.map(|table| Weights::new(&lines(table))).collect();
        let essays: BTreeSet<usize> = self.corpus.essays_of(self.known);
        let of_essay = |number: usize| {
            let fold = self.corpus.fold_of_essay(number, FOLDS);
            in_essay(self.corpus, number, fold, &weights[fold])
        };
        let mut found: Vec<Vec<Suspicion>> = essays.into_par_iter().map(of_essay).collect();
        let weights = Weights::new(&lines(&self.tables.whole));
        found.extend(self.corpus.shown.iter().map(|shown| in_example(shown, &weights)));
        found.into_iter().flatten().collect()
    }
}

/// Notes what is suspected of the faults in one draft, where somebody has said whether it is one.
struct Suspect {
    impression: Impression,
    fold: Option<usize>,
    count: f64,
    found: Vec<Suspicion>,
}

impl Suspect {
    fn add(&mut self, fault: Decision, chance: f32, is_fault: Option<bool>) {
        let Some(is_fault) = is_fault.filter(|_| chance >= FAINT) else {
            return;
        };
        let seen = self.impression.values(fault).into_iter().chain([odds(chance)]);
        // What is always there is the bias of the fit.
        let row = (0_u32..).zip(seen).skip(1).filter(|(_, value)| *value != 0.0);
        self.found.push(Suspicion {
            fault,
            fold: self.fold,
            count: self.count,
            row: row.collect(),
            is_fault,
        });
    }
}

/// The lint whose labels say whether the whole draft is at fault; none for other faults.
fn lint_of_whole(fault: Decision) -> Option<&'static str> {
    let sign = LACKS.into_iter().find(|(sign, _)| *sign == fault).map(|(_, lint)| lint);
    sign.or((fault == Decision::OtherFields).then(|| fault.name()))
}

fn in_essay(corpus: &Corpus, number: usize, fold: usize, weights: &Weights) -> Vec<Suspicion> {
    let read = &corpus.essays[number];
    let ReadEssay {
        essay,
        prose,
        marks,
        first,
    } = read;
    let kind = essay.labels.kind;
    let story = Story::read(kind, prose, marks, weights);
    let Some(impression) = Impression::of(kind, &story) else {
        return Vec::new();
    };
    let mut suspect = Suspect {
        impression,
        fold: Some(fold),
        count: corpus.count_of_essay(number),
        found: Vec::new(),
    };
    let targets = targets(essay);
    for fault in impression::faults() {
        if let Some(lint) = lint_of_whole(fault) {
            let is_fault = signs::statement(read, lint).map(|statement| !statement.shown);
            for chance in story.chances_of_fault(kind, fault) {
                suspect.add(fault, chance, is_fault);
            }
        } else if Decision::VERDICTS.contains(&fault) {
            for episode in &story.episodes {
                let is_fault = verdicts::said(essay, prose, &targets, episode, fault);
                suspect.add(fault, episode.chance(fault), is_fault);
            }
        } else {
            for at in story.own() {
                let is_fault = corpus.stance(first + at, lint_of(fault));
                suspect.add(fault, story.tellings[at].chance(fault), is_fault);
            }
        }
    }
    suspect.found
}

/// What an example shows of the lint that it belongs to, where that speaks of the whole draft or of an episode.
fn in_example(shown: &ReadExample, weights: &Weights) -> Vec<Suspicion> {
    let story = Story::read(shown.kind, &shown.prose, &shown.marks, weights);
    let Some(impression) = Impression::of(shown.kind, &story) else {
        return Vec::new();
    };
    let mut suspect = Suspect {
        impression,
        fold: None,
        count: EXAMPLE,
        found: Vec::new(),
    };
    let last = story.episodes.len().saturating_sub(1);
    for fault in impression::faults() {
        if lint_of_whole(fault) == Some(&shown.lint) {
            for chance in story.chances_of_fault(shown.kind, fault) {
                suspect.add(fault, chance, Some(shown.fires));
            }
        } else if verdicts::means(&shown.lint, fault, last) {
            for (at, episode) in story.episodes.iter().enumerate() {
                suspect.add(fault, episode.chance(fault), Some(shown.fires && at == last));
            }
        }
    }
    suspect.found
}
