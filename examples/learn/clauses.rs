//! The clauses of sentences: labels of a stance say which clause takes it, so that each teaches too.

use std::collections::BTreeSet;

use super::corpus::Corpus;
use super::solver::Row;
use super::tables::{FOLDS, Known};

/// A clause of a sentence that has several.
pub struct Clause {
    /// The number of its sentence among all.
    pub sentence: usize,
    /// The lints that surely speak of it.
    pub found: Vec<String>,
}

impl Corpus {
    /// The cues of the clauses, and what each hears of its sentence from around it, as `sentences` have it.
    pub fn clauses_with_told(&self, sentences: &[Row]) -> Vec<Row> {
        let from_around = |sentence: usize| sentences[sentence][self.rows[sentence].len()..].iter();
        let clauses = self.clauses.iter().zip(&self.clause_rows);
        clauses
            .map(|(clause, row)| row.iter().chain(from_around(clause.sentence)).copied().collect())
            .collect()
    }
}

impl<'r> Known<'r> {
    /// Adds the clauses of the sentences `near`, of which `rows` are the cues, and whether they take the stance that `lint`
    /// reports. A sentence that stands alone has none, and counts for so much more as those of essays do with theirs.
    pub fn add_clauses(&mut self, corpus: &Corpus, rows: &'r [Row], near: &[usize], lint: &str) {
        let near: BTreeSet<usize> = near.iter().copied().collect();
        let sentences = self.rows.len();
        for (clause, row) in corpus.clauses.iter().zip(rows) {
            if near.contains(&clause.sentence) {
                self.rows.push(row);
                self.labels.push(clause.found.iter().any(|found| found == lint));
                self.counts.push(corpus.count(clause.sentence));
                self.folds.push(corpus.fold(clause.sentence, FOLDS));
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "counts of sentences")]
        let more = self.rows.len() as f64 / sentences.max(1) as f64;
        let alone = self
            .counts
            .iter_mut()
            .zip(&self.folds)
            .filter(|(_, fold)| fold.is_none());
        alone.for_each(|(count, _)| *count *= more);
    }
}
