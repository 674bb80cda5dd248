//! The second look: roles and stances are weighed again with the company that each sentence keeps, and from where on they
//! hold is set by that.

use essaylint::story::company;
use essaylint::story::decision::Decision;

use super::corpus::Heard;
use super::learning::{Learner, Told, lint_of};
use super::solver::{Fit, Row, best_threshold};
use super::tables::Models;

/// How the company of sentences is fitted.
const COMPANY: Fit = Fit {
    ridge: 30.0,
    lasso: 8.0,
    trust: 0.0,
    passes: 60,
};

impl Learner<'_> {
    /// The second look at roles and stances, with the company of each sentence; thresholds are set by it.
    pub(super) fn company(&mut self, told: &Told, first: &[Heard]) {
        let rows = self.corpus.companies(&told.odds, first);
        let names: Vec<String> = company::names().collect();
        for &Heard { decision, .. } in first {
            let (models, odds) = self.second_look(decision, first, &rows, &names);
            let (own, always) = (company::own(decision), company::always());
            self.tables.put_beyond(decision, &models, &names, &own, &always);
            if Decision::ROLES.contains(&decision) {
                self.judge_role(decision, told, &odds);
            } else {
                self.judge_stance(decision, &odds);
            }
        }
    }

    /// Learns what company, cues of these `names`, weighs for a decision; and the odds with it, by models that have not seen a
    /// sentence.
    fn second_look(&self, decision: Decision, first: &[Heard], rows: &[Row], names: &[String]) -> (Models, Vec<f64>) {
        /// Log odds under which a sentence is not looked at again.
        const HOPELESS: f64 = -6.0;
        let corpus = self.corpus;
        let is_role = Decision::ROLES.contains(&decision);
        let of_first = |at: usize| {
            first
                .iter()
                .find(|heard| heard.decision == decision)
                .map(|heard| heard.odds[at])
        };
        let yes = |at: usize| {
            let sentence = &corpus.sentences[at];
            if is_role {
                return sentence.told.then(|| sentence.roles.contains(&decision));
            }
            let takes = corpus.stance(at, lint_of(decision));
            takes.filter(|takes| *takes || of_first(at) > Some(HOPELESS))
        };
        let essays = self.of_essays();
        let train: Vec<usize> = essays.into_iter().filter(|&at| yes(at).is_some()).collect();
        // Who does a thing elsewhere does it here no less, whatever the labelled essays would have it.
        let rival = |feature: u32| company::elsewhere(decision).contains(&names[feature as usize]);
        let rivals: Vec<u32> = (0_u32..).take(names.len()).filter(|&feature| rival(feature)).collect();
        let without = |row: &Row| {
            row.iter()
                .filter(|(feature, _)| !rivals.contains(feature))
                .copied()
                .collect()
        };
        let rows: &[Row] = &rows.iter().map(without).collect::<Vec<_>>();
        let models = self.models(&train, rows, &|at| yes(at) == Some(true), COMPANY);
        let odds = self.unseen(&models, rows);
        (models, odds)
    }

    /// Sets from where on a role is played, where the sentences are told by the program's own judgement.
    fn judge_role(&mut self, role: Decision, told: &Told, odds: &[f64]) {
        let corpus = self.corpus;
        let essays = self.of_essays();
        let plays = |at: usize| corpus.sentences[at].roles.contains(&role);
        let seen = |&at: &usize| {
            if told.odds[at] >= told.threshold {
                odds[at]
            } else {
                -20.0
            }
        };
        let all: Vec<f64> = essays.iter().map(seen).collect();
        let labels: Vec<bool> = essays.iter().map(|&at| plays(at)).collect();
        let (threshold, f1) = best_threshold(&all, &labels);
        self.tables.entry(role, "threshold", threshold);
        let own = essays.iter().filter(|&&at| corpus.sentences[at].told);
        let (own_odds, own_labels): (Vec<f64>, Vec<bool>) = own.map(|&at| (odds[at], plays(at))).unzip();
        self.calibrate(role, &own_odds, &own_labels);
        self.say(role, f1);
    }

    /// Sets from where on a stance is taken.
    fn judge_stance(&mut self, stance: Decision, odds: &[f64]) {
        let corpus = self.corpus;
        let essays = self.of_essays().into_iter();
        let judged = essays.filter_map(|at| Some((odds[at], corpus.stance(at, lint_of(stance))?)));
        let (odds, labels): (Vec<f64>, Vec<bool>) = judged.unzip();
        let (threshold, f1) = best_threshold(&odds, &labels);
        self.tables.entry(stance, "threshold", threshold);
        self.calibrate(stance, &odds, &labels);
        self.say(stance, f1);
    }
}
