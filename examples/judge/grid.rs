//! How each lint would score at other certainties than the one in its file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use essaylint::draft::Draft;
use essaylint::lints::{Rules, catalogue, check};

use super::labelled::Essay;
use super::scoring::{Score, Tally};

const CERTAINTIES: [f64; 9] = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// A score for each certainty; none where nobody asked.
pub struct Grid {
    scores: Vec<(Rules, Score)>,
}

impl Grid {
    /// An empty grid.
    pub fn new(asked: bool) -> Self {
        let certainties = CERTAINTIES.iter().filter(|_| asked);
        Self {
            scores: certainties.map(|&value| (rules(value), Score::new(false))).collect(),
        }
    }

    /// Counts the findings of an essay at each certainty.
    pub fn add(&mut self, essay: &Essay, draft: &Draft) {
        for (rules, score) in &mut self.scores {
            score.add(essay, draft, &check(draft, rules));
        }
    }

    /// Takes over what was counted of other essays at the same certainties.
    pub fn join(&mut self, other: Self) {
        for ((_, score), (_, more)) in self.scores.iter_mut().zip(other.scores) {
            score.join(more);
        }
    }

    /// Whether anybody asked.
    pub fn is_asked(&self) -> bool {
        !self.scores.is_empty()
    }

    /// The precision and recall of each lint at each certainty.
    pub fn table(&self) -> String {
        let mut rows: BTreeMap<&str, Vec<Tally>> = BTreeMap::new();
        for (_, score) in &self.scores {
            for (lint, tally) in score.lints().filter(|(lint, _)| asks(lint)) {
                rows.entry(lint).or_default().push(tally);
            }
        }
        let mut out = String::new();
        for (lint, tallies) in rows {
            let _ = write!(out, "\n{lint:<22}");
            for (certainty, tally) in CERTAINTIES.iter().zip(tallies) {
                let _ = write!(out, " {certainty}: {:.2}/{:.2}", tally.precision(), tally.recall());
            }
        }
        out
    }
}

fn asks(lint: &str) -> bool {
    Rules::default().threshold(lint, "certainty").is_some()
}

fn rules(certainty: f64) -> Rules {
    let mut rules = Rules::default();
    for lint in catalogue() {
        rules.set_threshold(&lint.id, "certainty", certainty);
    }
    rules
}
