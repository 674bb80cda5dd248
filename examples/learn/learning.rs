//! Learns the tables of weights from labelled sentences: first whether a sentence tells of a red flag, by itself and
//! then with its neighbours, then its role in the episode, the family of the red flag, the stances that it takes, and at
//! last the verdicts on whole episodes, which look at all of that.

use std::collections::BTreeMap;

use essaylint::story::Family;
use essaylint::story::decision::Decision;
use essaylint::story::telling::LOOKS;

use rayon::prelude::*;

use super::corpus::{Corpus, Heard};
use super::signs;
use super::solver::{Columns, Fit, Row, best_threshold};
use super::tables::{FOLDS, Known, Models, Table, Tables};

/// How cues of sentences are fitted.
const WORDS: Fit = Fit {
    ridge: 4.0,
    lasso: 1.0,
    trust: 0.6,
    passes: 20,
};

/// How a few dense numbers are fitted: what the neighbours say.
pub(super) const NUMBERS: Fit = Fit {
    ridge: 1.0,
    lasso: 0.0,
    trust: 0.0,
    passes: 200,
};

/// How odds are calibrated.
const LINE: Fit = Fit { ridge: 0.01, ..NUMBERS };

/// Learns all decisions from the sentences `known`.
pub fn learn(corpus: &Corpus, known: &[usize], print: bool) -> Table {
    let mut learner = Learner {
        corpus,
        known,
        tables: Tables::new(),
        print,
    };
    let told = learner.telling();
    let mut first = learner.roles();
    learner.families();
    learner.goes_on();
    first.extend(learner.stances(&told));
    learner.company(&told, &first);
    learner.signs();
    learner.verdicts();
    learner.impressions();
    learner.tables.whole
}

/// The decisions about one sentence that labels of a lint teach, and that lint.
pub fn on_sentences() -> impl Iterator<Item = (Decision, &'static str)> {
    let stances = Decision::STANCES.map(|stance| (stance, stance.name()));
    stances.into_iter().chain(Decision::TELLTALES)
}

/// The lint whose labels teach a decision about one sentence.
pub(super) fn lint_of(decision: Decision) -> &'static str {
    on_sentences()
        .find(|(known, _)| *known == decision)
        .map_or("", |(_, lint)| lint)
}

/// What is learned, step after step.
pub(super) struct Learner<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) known: &'c [usize],
    pub(super) tables: Tables,
    print: bool,
}

/// How surely each sentence tells of a red flag, for models that have not seen it, and from where on it does.
pub(super) struct Told {
    pub(super) odds: Vec<f64>,
    pub(super) threshold: f64,
}

impl Learner<'_> {
    /// The known sentences that `wanted` says yes to.
    fn those(&self, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        self.known.iter().copied().filter(|&at| wanted(at)).collect()
    }

    /// The known sentences of essays.
    pub(super) fn of_essays(&self) -> Vec<usize> {
        self.those(|at| self.corpus.sentences[at].essay.is_some())
    }

    /// Learns from `rows` of the sentences `train`.
    pub(super) fn models(&self, train: &[usize], rows: &[Row], label: &dyn Fn(usize) -> bool, fit: Fit) -> Models {
        self.known(train, rows, label).learn(fit)
    }

    /// The rows of the sentences `train` and what is known of them.
    fn known<'r>(&self, train: &[usize], rows: &'r [Row], label: &dyn Fn(usize) -> bool) -> Known<'r> {
        Known {
            rows: train.iter().map(|&at| &rows[at]).collect(),
            features: features(rows),
            labels: train.iter().map(|&at| label(at)).collect(),
            counts: train.iter().map(|&at| self.corpus.count(at)).collect(),
            folds: train.iter().map(|&at| self.corpus.fold(at, FOLDS)).collect(),
        }
    }

    /// The odds of all sentences of essays, by models that have not seen their fold.
    pub(super) fn unseen(&self, models: &Models, rows: &[Row]) -> Vec<f64> {
        let mut odds = vec![0.0; rows.len()];
        let of_essays: Vec<(usize, f64)> = self
            .of_essays()
            .into_par_iter()
            .map(|at| (at, models.odds(self.corpus.fold(at, FOLDS), &rows[at])))
            .collect();
        for (at, of_essay) in of_essays {
            odds[at] = of_essay;
        }
        odds
    }

    /// Learns decisions and puts their weights into the tables: the odds of each.
    fn each(&mut self, decisions: &[Decision], learn: impl Fn(&Self, Decision) -> (Models, Vec<f64>)) -> Vec<Heard> {
        let mut heard = Vec::new();
        for &decision in decisions {
            let (models, odds) = learn(self, decision);
            self.put(decision, &models);
            heard.push(Heard { decision, odds });
        }
        heard
    }

    fn put(&mut self, decision: Decision, models: &Models) {
        let corpus = self.corpus;
        self.tables
            .put(decision, models, &|feature| corpus.name(feature).to_owned());
    }

    /// Sets how the odds of a decision are borne out on unseen essays.
    pub(super) fn calibrate(&mut self, decision: Decision, odds: &[f64], labels: &[bool]) {
        #[allow(clippy::cast_possible_truncation, reason = "log odds")]
        let rows: Vec<Row> = odds.iter().map(|&odds| vec![(0, odds as f32)]).collect();
        let columns = Columns::new(&rows.iter().collect::<Vec<_>>(), 1);
        let [model] = LINE.run(&columns, labels, &vec![[1.0]; labels.len()]);
        self.tables.entry(decision, "scale", model.weights[0]);
        self.tables.entry(decision, "shift", model.bias);
    }

    pub(super) fn say(&self, decision: Decision, f1: f64) {
        if self.print {
            println!("{} {f1:.3}", decision.name());
        }
    }

    /// Whether a sentence tells of a red flag: by itself, then with its neighbours.
    fn telling(&mut self) -> Told {
        let corpus = self.corpus;
        let is_told = |at: usize| corpus.sentences[at].told;
        let essays = self.of_essays();
        let labels: Vec<bool> = essays.iter().map(|&at| is_told(at)).collect();
        let chosen = |odds: &[f64]| -> Vec<f64> { essays.iter().map(|&at| odds[at]).collect() };
        let judged = self.those(|at| corpus.sentences[at].is_judged);
        let models = self.models(&judged, &corpus.rows, &is_told, WORDS);
        self.put(Decision::Hint, &models);
        let hints = self.unseen(&models, &corpus.rows);
        self.say(Decision::Hint, best_threshold(&chosen(&hints), &labels).1);
        let looks = corpus.looks(&hints);
        let models = self.models(&essays, &looks, &is_told, NUMBERS);
        self.tables
            .put(Decision::Telling, &models, &|feature| LOOKS[feature].to_owned());
        let odds = self.unseen(&models, &looks);
        let (threshold, f1) = best_threshold(&chosen(&odds), &labels);
        self.tables.entry(Decision::Telling, "threshold", threshold);
        self.calibrate(Decision::Telling, &chosen(&odds), &labels);
        self.say(Decision::Telling, f1);
        Told { odds, threshold }
    }

    /// Roles inside episodes, by the cues of each sentence: the odds of each.
    fn roles(&mut self) -> Vec<Heard> {
        let corpus = self.corpus;
        let inside = self.those(|at| corpus.sentences[at].told);
        self.each(&Decision::ROLES, |learner, role| {
            let plays = |at: usize| corpus.sentences[at].roles.contains(&role);
            let models = learner.models(&inside, &corpus.rows, &plays, WORDS);
            let odds = learner.unseen(&models, &corpus.rows);
            (models, odds)
        })
    }

    /// What tells the family of a red flag.
    fn families(&mut self) {
        let corpus = self.corpus;
        let inside = self.those(|at| corpus.sentences[at].family.is_some());
        for (family, here) in Family::ALL.into_iter().zip(Decision::HERE) {
            let is_here = |at: usize| corpus.sentences[at].family == Some(family);
            let models = self.models(&inside, &corpus.rows, &is_here, WORDS);
            self.put(here, &models);
        }
    }

    /// Whether a told sentence goes on to another red flag.
    fn goes_on(&mut self) {
        let corpus = self.corpus;
        let goes_on = |at: usize| corpus.sentences[at].goes_on;
        let inside = self.those(|at| goes_on(at).is_some());
        let models = self.models(&inside, &corpus.rows, &|at| goes_on(at) == Some(true), WORDS);
        self.put(Decision::GoesOn, &models);
        let all = self.unseen(&models, &corpus.rows);
        let (labels, odds): (Vec<bool>, Vec<f64>) =
            inside.iter().map(|&at| (goes_on(at) == Some(true), all[at])).unzip();
        let (threshold, f1) = best_threshold(&odds, &labels);
        self.tables.entry(Decision::GoesOn, "threshold", threshold);
        self.calibrate(Decision::GoesOn, &odds, &labels);
        self.say(Decision::GoesOn, f1);
    }

    /// What a sentence does besides, by its cues: the odds of each.
    fn stances(&mut self, told: &Told) -> Vec<Heard> {
        let corpus = self.corpus;
        let with_told = corpus.with_told(&told.odds);
        let of_clauses = corpus.clauses_with_told(&with_told);
        let all: Vec<Decision> = on_sentences().map(|(stance, _)| stance).collect();
        self.each(&all, |learner, stance| {
            let lint = lint_of(stance);
            let near = learner.those(|at| corpus.stance(at, lint).is_some());
            let takes = |at: usize| corpus.stance(at, lint) == Some(true);
            let mut known = learner.known(&near, &with_told, &takes);
            if Decision::STANCES.contains(&stance) {
                known.add_clauses(corpus, &of_clauses, &near, lint);
            }
            let models = known.learn(WORDS);
            let odds = learner.unseen(&models, &with_told);
            (models, odds)
        })
    }

    /// What shows an interest in IR.
    fn signs(&mut self) {
        let corpus = self.corpus;
        for (sign, lint) in signs::LACKS {
            let statements = corpus.statements(self.known, lint);
            let plain = corpus.feature(&format!("sign {}", sign.name()));
            let says_plainly = |at: usize| corpus.rows[at].iter().any(|(cue, _)| Some(*cue) == plain);
            let mut taken = signs::taken(&statements, &|_| None, &says_plainly);
            for round in 0..=signs::ROUNDS {
                let says: BTreeMap<usize, bool> = taken.into_iter().collect();
                let train: Vec<usize> = says.keys().copied().collect();
                let models = self.models(&train, &corpus.rows, &|at| says[&at], WORDS);
                let odds = |at: usize| models.odds(corpus.fold(at, FOLDS), &corpus.rows[at]);
                taken = signs::taken(&statements, &|at| Some(odds(at)), &says_plainly);
                if round == signs::ROUNDS {
                    let essays = statements.iter().filter(|statement| statement.is_essay);
                    let (odds, shown): (Vec<f64>, Vec<bool>) =
                        essays.map(|statement| (statement.most(&odds), statement.shown)).unzip();
                    let (against, lacks): (Vec<f64>, Vec<bool>) =
                        odds.iter().zip(&shown).map(|(odds, shown)| (-odds, !shown)).unzip();
                    self.put(sign, &models);
                    self.calibrate(sign, &odds, &shown);
                    self.say(sign, best_threshold(&against, &lacks).1);
                }
            }
        }
    }
}

fn features(rows: &[Row]) -> usize {
    rows.iter()
        .flatten()
        .map(|&(feature, _)| feature as usize + 1)
        .max()
        .unwrap_or(0)
}
