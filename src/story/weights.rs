//! How much each cue weighs for each decision. The table is learned from labelled essays by `examples/learn`, stands in
//! `lints/story/weights.tsv` for people to read, and is compiled in.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::cue::Cue;
use super::decision::Decision;
use super::entry::{self, Entry};
use super::known::{Finder, Known, key, place};
use super::starts::Starts;

/// How many decisions there are.
pub const DECISIONS: usize = Decision::ALL.len();

/// A sum of weights for each decision, in log odds.
pub type Scores = [f32; DECISIONS];

/// The weights of all cues.
#[derive(Debug, Clone)]
pub struct Weights {
    /// A bit for the highest bits of each cue's number: many cues that text shows weigh nothing, which is seen here.
    pub sieve: Cow<'static, [u64]>,
    /// For each part of all numbers that a cue may have, the first of `keys` in it; one more at the end.
    pub starts: Cow<'static, [u32]>,
    /// The numbers of the cues, in order: of each what its part does not tell.
    pub keys: Cow<'static, [u32]>,
    /// For each of `keys`, the first of its entries.
    pub firsts: Starts,
    /// What each cue weighs for which decision: see [`Entry`].
    pub entries: Cow<'static, [u16]>,
    /// All weights that there are, each once, in order: the table has two places, so they are few. Behind them nothing, up to
    /// [`entry::RANKS`].
    pub values: Cow<'static, [f32]>,
    /// The rows of the cues that have one, one behind the other.
    pub crowded: Cow<'static, [f32]>,
    /// What each decision starts from, in log odds.
    pub bias: Scores,
    /// The log odds from which each decision says yes.
    pub threshold: Scores,
    /// What the log odds of each decision are multiplied by to be those that unseen essays bear out, ...
    pub scale: Scores,
    /// ... after which this is added.
    pub shift: Scores,
    /// What the cues weigh that every sentence shows ([`Self::rows`]), once it was asked for.
    pub rows: OnceLock<Vec<Row>>,
    /// What the cues of the impression of a draft weigh ([`Self::impressions`]), once it was asked for.
    pub impressions: OnceLock<Vec<Scores>>,
}

/// How many decisions cues of sentences weigh for: all but the verdicts, which come last.
pub const WIDTH: usize = DECISIONS - Decision::VERDICTS.len();

/// What a cue of sentences weighs for each decision; rows are added to each other at once.
pub type Row = [f32; WIDTH];

/// How many cues stand in one part of all numbers, more or less.
const IN_PART: usize = 3;

/// Of so many entries on, a cue has a row besides, which is added in fewer steps: those of everyday words.
const CROWDED: usize = 16;

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The decision.
    pub decision: Decision,
    /// The cue's name; `bias` and `threshold` are the decision's own.
    pub cue: String,
    /// The weight, in log odds.
    pub weight: f32,
}

/// Reads a table: lines `decision<TAB>cue<TAB>weight`; lines that start with `#` are for people.
///
/// # Errors
/// Names the first line that is not of this form.
pub fn read(text: &str) -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut parts = line.split('\t');
        let decision = parts.next().and_then(Decision::named);
        let (cue, weight) = (parts.next(), parts.next().and_then(|weight| weight.parse().ok()));
        match (decision, cue, weight) {
            (Some(decision), Some(cue), Some(weight)) => lines.push(Line {
                decision,
                cue: cue.to_owned(),
                weight,
            }),
            _ => {
                return Err(format!(
                    "line {}: not 'decision<TAB>cue<TAB>weight': {line}",
                    number + 1
                ));
            }
        }
    }
    Ok(lines)
}

impl Default for Weights {
    fn default() -> Self {
        let nothing = [0.0; DECISIONS];
        Self {
            sieve: Cow::default(),
            starts: Cow::default(),
            keys: Cow::default(),
            firsts: Starts::default(),
            entries: Cow::default(),
            values: Cow::default(),
            crowded: Cow::default(),
            bias: nothing,
            threshold: nothing,
            scale: nothing,
            shift: nothing,
            rows: OnceLock::new(),
            impressions: OnceLock::new(),
        }
    }
}

impl Weights {
    /// Builds the hash table of `lines`.
    #[must_use]
    pub fn new(lines: &[Line]) -> Self {
        let mut weights = Self::default();
        let mut cues: Vec<(u64, u8, f32)> = Vec::new();
        for line in lines {
            let number = line.decision.number();
            match line.cue.as_str() {
                "bias" => weights.bias[number] = line.weight,
                "threshold" => weights.threshold[number] = line.weight,
                "scale" => weights.scale[number] = line.weight,
                "shift" => weights.shift[number] = line.weight,
                name => cues.push((
                    Cue::parse(name).number(),
                    u8::try_from(number).unwrap_or(0),
                    line.weight,
                )),
            }
        }
        cues.sort_by_key(|cue| (cue.0, cue.1));
        weights.fill(&cues);
        weights
    }

    /// Fills the tables with the numbers of cues, their decisions and weights, in order.
    fn fill(&mut self, cues: &[(u64, u8, f32)]) {
        let mut values: Vec<f32> = cues.iter().map(|cue| cue.2).collect();
        values.sort_by(f32::total_cmp);
        values.dedup();
        let distinct = values.len();
        values.resize(distinct.max(entry::RANKS), 0.0);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (mut keys, mut firsts) = (Vec::new(), vec![0]);
        let (mut entries, mut crowded) = (Vec::new(), Vec::new());
        for of_cue in cues.chunk_by(|one, other| one.0 == other.0) {
            keys.push(of_cue[0].0);
            for &(_, decision, value) in of_cue {
                let rank = values[..distinct].partition_point(|other| other.total_cmp(&value).is_lt());
                entries.push(Entry::new(decision, rank).0);
            }
            let row = crowded.len() / WIDTH;
            let for_sentences = of_cue.iter().all(|entry| usize::from(entry.1) < WIDTH);
            if of_cue.len() >= CROWDED && for_sentences && row < entry::RANKS {
                entries.push(Entry::new(entry::HAS_ROW, row).0);
                let mut row = [0.0; WIDTH];
                for &(_, decision, value) in of_cue {
                    row[usize::from(decision)] = value;
                }
                crowded.extend(row);
            }
            firsts.push(count(entries.len()));
        }
        let mut sieve = vec![0_u64; keys.len().div_ceil(8)];
        for key in &keys {
            let bit = place(*key, sieve.len() * 64);
            sieve[bit / 64] |= 1 << (bit % 64);
        }
        let parts = keys.len().div_ceil(IN_PART);
        let starts = (0..=parts).map(|part| count(keys.partition_point(|key| place(*key, parts) < part)));
        self.starts = starts.collect();
        self.sieve = Cow::Owned(sieve);
        self.keys = keys.into_iter().map(key).collect();
        self.firsts = Starts::new(&firsts);
        self.entries = Cow::Owned(entries);
        self.values = Cow::Owned(values);
        self.crowded = Cow::Owned(crowded);
    }

    /// How likely a decision is right to say yes at these log odds, 0 to 1.
    #[must_use]
    pub fn chance(&self, decision: Decision, odds: f32) -> f32 {
        let number = decision.number();
        1.0 / (1.0 + libm::expf(-(odds * self.scale[number] + self.shift[number])))
    }

    /// Whether it is known how likely a decision is right; if not, there are its log odds alone.
    #[must_use]
    pub fn is_calibrated(&self, decision: Decision) -> bool {
        self.scale[decision.number()] != 0.0
    }

    /// Finds a cue in the table; none if it weighs nothing.
    #[must_use]
    pub fn find(&self, cue: Cue) -> Option<Known> {
        self.finder().find(cue)
    }

    /// What finds cues in the table, for who looks for many.
    #[must_use]
    pub fn finder(&self) -> Finder<'_> {
        Finder {
            sieve: &self.sieve,
            starts: &self.starts,
            keys: &self.keys,
        }
    }

    /// The decisions that a cue weighs for, with its weights.
    pub fn of(&self, cue: Cue) -> impl Iterator<Item = (Decision, f32)> + '_ {
        self.find(cue).into_iter().flat_map(|known| self.of_known(known))
    }

    /// The decisions that a cue of the table weighs for, with its weights.
    pub fn of_known(&self, known: Known) -> impl Iterator<Item = (Decision, f32)> + '_ {
        self.entries(known).iter().filter_map(|&entry| {
            let (decision, rank) = Entry(entry).parts();
            Some((*Decision::ALL.get(decision)?, *self.values.get(rank)?))
        })
    }

    /// The bias of each decision, and what the cues of the table weigh, added one after the other.
    #[must_use]
    pub fn sum(&self, known: &[Known]) -> Scores {
        let mut sums = [0.0; entry::ROOM];
        sums[..DECISIONS].copy_from_slice(&self.bias);
        let (rows, _) = self.crowded.as_chunks::<WIDTH>();
        let Some(values) = self.values.first_chunk::<{ entry::RANKS }>() else {
            return self.bias;
        };
        for &known in known {
            let entries = self.entries(known);
            if let Some(number) = entries.last().and_then(|&last| Entry(last).row()) {
                if let (Some(sums), Some(row)) = (sums.first_chunk_mut(), rows.get(number)) {
                    *sums = both(sums, row);
                }
                continue;
            }
            for &entry in entries {
                let (decision, rank) = Entry(entry).parts();
                sums[decision] += values[rank];
            }
        }
        std::array::from_fn(|number| sums[number])
    }

    fn entries(&self, known: Known) -> &[u16] {
        self.firsts.row(&self.entries, known.0 as usize)
    }

    /// What the cue of this name weighs for each decision.
    #[must_use]
    pub fn row(&self, name: &str) -> Scores {
        let mut row = [0.0; DECISIONS];
        for (decision, weight) in self.of(Cue::parse(name)) {
            row[decision.number()] = weight;
        }
        row
    }

    /// What cues of these names weigh for each decision about a sentence. Every reading asks for the same ones: they are
    /// found once.
    pub fn rows<N: AsRef<str>>(&self, names: impl FnOnce() -> Vec<N>) -> &[Row] {
        let row = |name: &N| {
            let row = self.row(name.as_ref());
            std::array::from_fn(|decision| row[decision])
        };
        self.rows.get_or_init(|| names().iter().map(row).collect())
    }

    /// What cues weigh that every draft shows; `names` are always the same.
    pub fn impressions<N: AsRef<str>>(&self, names: impl FnOnce() -> Vec<N>) -> &[Scores] {
        let row = |name: &N| self.row(name.as_ref());
        self.impressions.get_or_init(|| names().iter().map(row).collect())
    }

    /// The weight of a cue of the table for one decision.
    #[must_use]
    pub fn weight(&self, known: Known, decision: Decision) -> f32 {
        let mut entries = self.entries(known).iter().map(|&entry| Entry(entry).parts());
        let found = entries.find(|(of, _)| *of == decision.number());
        found
            .and_then(|(_, rank)| self.values.get(rank))
            .map_or(0.0, |value| *value)
    }
}

/// The sums of what stands in the same place; as whole rows, so that several numbers are added at once.
fn both(one: &Row, other: &Row) -> Row {
    std::array::from_fn(|number| one[number] + other[number])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_back_by_its_cues() {
        let lines = read("# table\nevent\tbias\t-1\nevent\thas exam-fail\t2.5\nblame\thas exam-fail\t0.5\n").unwrap();
        let weights = Weights::new(&lines);
        assert!((weights.bias[Decision::Event.number()] + 1.0).abs() < f32::EPSILON);
        let found: Vec<_> = weights.of(Cue::parse("has exam-fail")).collect();
        assert_eq!(found, [(Decision::Event, 2.5), (Decision::Blame, 0.5)]);
        assert!(weights.of(Cue::parse("has exam")).next().is_none());
        assert!(Weights::default().find(Cue::parse("has exam")).is_none());
        assert!(read("event has\t1").is_err());
    }
}
