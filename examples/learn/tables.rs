//! The weights that are learned: from all essays, and beside these for each fold from the other folds, which is what the
//! essays of the fold are read by where nothing may have seen them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use essaylint::story::decision::Decision;
use essaylint::story::weights::Line;

use super::solver::{Columns, Fit, Model, Row};

/// Parts into which the essays fall.
pub const FOLDS: usize = 6;

/// A weight under this says nothing that could be heard, in log odds.
const LEAST: f64 = 0.05;

/// The same for a cue whose values are up to ten.
const LEAST_OF_NUMBERS: f64 = 0.005;

/// The weights of each decision by name of the cue, in log odds.
pub type Table = BTreeMap<Decision, BTreeMap<String, f64>>;

/// What is known of rows: their features, labels, how often each counts, and the fold that it falls into.
pub struct Known<'r> {
    /// Features below `features`.
    pub rows: Vec<&'r Row>,
    /// How many features there are.
    pub features: usize,
    /// Yes or no.
    pub labels: Vec<bool>,
    /// How often each row counts.
    pub counts: Vec<f64>,
    /// None for rows that are learned from always.
    pub folds: Vec<Option<usize>>,
}

/// Models of one decision.
pub struct Models {
    /// Learned from all rows.
    pub whole: Model,
    /// For each fold, learned from the others; none where the fold has no rows.
    pub folds: Vec<Option<Model>>,
}

/// How many ways to count the rows each of two processors takes: there is one for each fold, which leaves it out, and one that
/// takes all. The last of the second processor leaves out a fold that there is not, and is not asked.
const HALF: usize = FOLDS / 2 + 1;

impl Known<'_> {
    /// Learns the decision from all, and for each fold from the others.
    pub fn learn(&self, fit: Fit) -> Models {
        let columns = Columns::new(&self.rows, self.features);
        let half = |first: usize| {
            let counts: Vec<[f32; HALF]> = self
                .counts
                .iter()
                .zip(&self.folds)
                .map(|(&count, &fold)| {
                    #[allow(clippy::cast_possible_truncation, reason = "fine enough for a count")]
                    let count = count as f32;
                    std::array::from_fn(|way| if fold == Some(first + way) { 0.0 } else { count })
                })
                .collect();
            fit.run(&columns, &self.labels, &counts)
        };
        let (first, second) = rayon::join(|| half(0), || half(HALF));
        let mut models = first.into_iter().chain(second);
        let any = |fold: usize| self.folds.contains(&Some(fold));
        let folds = (0..FOLDS).map(|fold| models.next().filter(|_| any(fold))).collect();
        Models {
            whole: models.next().unwrap_or_default(),
            folds,
        }
    }
}

impl Models {
    /// Log odds of a row that falls into `fold`, from a model that has not seen the fold.
    pub fn odds(&self, fold: Option<usize>, row: &[(u32, f32)]) -> f64 {
        let model = fold.and_then(|fold| self.folds[fold].as_ref());
        model.unwrap_or(&self.whole).odds(row)
    }
}

/// The table, and those of the folds.
pub struct Tables {
    /// Learned from all.
    pub whole: Table,
    /// Learned without a fold each.
    pub folds: Vec<Table>,
}

impl Tables {
    /// Empty tables.
    pub fn new() -> Self {
        Self {
            whole: Table::new(),
            folds: vec![Table::new(); FOLDS],
        }
    }

    /// Puts the weights that count into each table; `name` tells what a feature is called.
    pub fn put(&mut self, decision: Decision, models: &Models, name: &dyn Fn(usize) -> String) {
        put(&mut self.whole, decision, &models.whole, name);
        for (table, model) in self.folds.iter_mut().zip(&models.folds) {
            put(table, decision, model.as_ref().unwrap_or(&models.whole), name);
        }
    }

    /// Puts what dense numbers weigh into each table. What was found before is there already as `own`; what that weighs
    /// beyond itself stands beside the others, and the bias with what is `always` there.
    pub fn put_beyond(&mut self, decision: Decision, models: &Models, names: &[String], own: &str, always: &str) {
        let whole = (&mut self.whole, &models.whole);
        let folds = self
            .folds
            .iter_mut()
            .zip(models.folds.iter().map(|model| model.as_ref().unwrap_or(&models.whole)));
        for (table, model) in folds.chain([whole]) {
            let entries = table.entry(decision).or_default();
            for (name, &weight) in names.iter().zip(&model.weights) {
                let weight = if name == own { weight - 1.0 } else { weight };
                if weight.abs() >= LEAST_OF_NUMBERS {
                    entries.insert(name.clone(), weight);
                }
            }
            entries.insert(always.to_owned(), model.bias);
        }
    }

    /// Puts one entry into all tables.
    pub fn entry(&mut self, decision: Decision, cue: &str, weight: f64) {
        for table in self.folds.iter_mut().chain([&mut self.whole]) {
            table.entry(decision).or_default().insert(cue.to_owned(), weight);
        }
    }
}

fn put(table: &mut Table, decision: Decision, model: &Model, name: &dyn Fn(usize) -> String) {
    let entries = table.entry(decision).or_default();
    entries.insert("bias".to_owned(), model.bias);
    for (feature, &weight) in model.weights.iter().enumerate() {
        if weight.abs() >= LEAST {
            entries.insert(name(feature), weight);
        }
    }
}

/// The table as lines of its file, rounded as it is written.
pub fn lines(table: &Table) -> Vec<Line> {
    let mut lines = Vec::new();
    for (&decision, weights) in table {
        for (cue, weight) in weights {
            #[allow(clippy::cast_possible_truncation, reason = "log odds with two places")]
            let weight = (weight * 100.0).round() as f32 / 100.0;
            lines.push(Line {
                decision,
                cue: cue.clone(),
                weight,
            });
        }
    }
    lines
}

/// The lines as the text of their file.
pub fn page(lines: &[Line]) -> String {
    let mut text = String::from(
        "# How much each cue weighs for each decision, in log odds. Learned by `cargo run --release --example learn`.\n",
    );
    for line in lines {
        let _ = writeln!(text, "{}\t{}\t{:.2}", line.decision.name(), line.cue, line.weight);
    }
    text
}
