//! How much each cue weighs for each decision. The table is learned from labelled essays by `examples/learn`, stands in
//! `lints/story/weights.tsv` for people to read, and is compiled in.

use std::borrow::Cow;

use super::cue::Cue;
use super::decision::Decision;

/// How many decisions there are.
pub const DECISIONS: usize = Decision::ALL.len();

/// A sum of weights for each decision, in log odds.
pub type Scores = [f32; DECISIONS];

/// The weights of all cues.
#[derive(Debug, Clone)]
pub struct Weights {
    /// A bit for the highest bits of each cue's number: most cues that text shows weigh nothing, which is seen here; a power
    /// of two long.
    pub sieve: Cow<'static, [u64]>,
    /// For each value of the highest bits of a cue's number, the first of `keys`; one more at the end.
    pub starts: Cow<'static, [u32]>,
    /// The numbers of the cues, in order.
    pub keys: Cow<'static, [u64]>,
    /// For each of `keys`, the first of its entries; one more at the end.
    pub firsts: Cow<'static, [u32]>,
    /// The number of the decision of each entry.
    pub decisions: Cow<'static, [u8]>,
    /// The weight of each entry.
    pub values: Cow<'static, [f32]>,
    /// What each decision starts from, in log odds.
    pub bias: Scores,
    /// The log odds from which each decision says yes.
    pub threshold: Scores,
    /// What the log odds of each decision are multiplied by to be those that unseen essays bear out, ...
    pub scale: Scores,
    /// ... after which this is added.
    pub shift: Scores,
}

/// A cue that the table knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known(u32);

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
            firsts: Cow::default(),
            decisions: Cow::default(),
            values: Cow::default(),
            bias: nothing,
            threshold: nothing,
            scale: nothing,
            shift: nothing,
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
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (mut keys, mut firsts) = (Vec::new(), Vec::new());
        for (at, cue) in cues.iter().enumerate() {
            if keys.last() != Some(&cue.0) {
                keys.push(cue.0);
                firsts.push(count(at));
            }
        }
        firsts.push(count(cues.len()));
        let buckets = keys.len().next_power_of_two();
        let mut sieve = vec![0_u64; (buckets / 8).max(2)];
        let mut starts = vec![0_u32; buckets + 1];
        for key in &keys {
            let bit = Self::highest(*key, sieve.len() * 64);
            sieve[bit / 64] |= 1 << (bit % 64);
            starts[Self::highest(*key, buckets) + 1] += 1;
        }
        for bucket in 0..buckets {
            starts[bucket + 1] += starts[bucket];
        }
        weights.sieve = Cow::Owned(sieve);
        weights.starts = Cow::Owned(starts);
        weights.keys = Cow::Owned(keys);
        weights.firsts = Cow::Owned(firsts);
        weights.decisions = cues.iter().map(|cue| cue.1).collect();
        weights.values = cues.iter().map(|cue| cue.2).collect();
        weights
    }

    /// The highest bits of a cue's number, as a place in a table of `size`, a power of two.
    fn highest(key: u64, size: usize) -> usize {
        match size.trailing_zeros() {
            0 => 0,
            bits => usize::try_from(key >> (64 - bits)).unwrap_or(0),
        }
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
        if self.keys.is_empty() {
            return None;
        }
        let key = cue.number();
        let bit = Self::highest(key, self.sieve.len() * 64);
        if self.sieve[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let bucket = Self::highest(key, self.starts.len() - 1);
        let mut places = self.starts[bucket]..self.starts[bucket + 1];
        places.find(|&at| self.keys[at as usize] == key).map(Known)
    }

    /// The decisions that a cue weighs for, with its weights.
    pub fn of(&self, cue: Cue) -> impl Iterator<Item = (Decision, f32)> + '_ {
        self.find(cue).into_iter().flat_map(|known| self.of_known(known))
    }

    /// The decisions that a cue of the table weighs for, with its weights.
    pub fn of_known(&self, known: Known) -> impl Iterator<Item = (Decision, f32)> + '_ {
        let (decisions, values) = self.entries(known);
        let decisions = decisions
            .iter()
            .filter_map(|&decision| Decision::ALL.get(usize::from(decision)));
        decisions.copied().zip(values.iter().copied())
    }

    /// Adds what a cue of the table weighs to `scores`.
    pub fn add(&self, known: Known, scores: &mut Scores) {
        let (decisions, values) = self.entries(known);
        for (&decision, value) in decisions.iter().zip(values) {
            if let Some(score) = scores.get_mut(usize::from(decision)) {
                *score += value;
            }
        }
    }

    fn entries(&self, known: Known) -> (&[u8], &[f32]) {
        let at = known.0 as usize;
        let entries = match (self.firsts.get(at), self.firsts.get(at + 1)) {
            (Some(&first), Some(&end)) => first as usize..end as usize,
            _ => 0..0,
        };
        let decisions = self.decisions.get(entries.clone()).unwrap_or_default();
        (decisions, self.values.get(entries).unwrap_or_default())
    }

    /// The weight of a cue for one decision.
    #[must_use]
    pub fn weight(&self, cue: Cue, decision: Decision) -> f32 {
        self.of(cue)
            .find(|(of, _)| *of == decision)
            .map_or(0.0, |(_, weight)| weight)
    }
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
        assert!(read("event has\t1").is_err());
    }
}
