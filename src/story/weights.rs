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
    /// Numbers of the cues by hash; 0 where nothing stands; a power of two long.
    pub keys: Cow<'static, [u64]>,
    /// For each place of `keys`, the first of its entries.
    pub firsts: Cow<'static, [u32]>,
    /// Decision number, and in the lower half the weight, of each entry; the entries of a cue end where the decision is
    /// [`DECISIONS`].
    pub entries: Cow<'static, [u64]>,
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
            keys: Cow::default(),
            firsts: Cow::default(),
            entries: Cow::default(),
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
        let mut cues: Vec<(u64, u32, f32)> = Vec::new();
        for line in lines {
            let number = line.decision.number();
            match line.cue.as_str() {
                "bias" => weights.bias[number] = line.weight,
                "threshold" => weights.threshold[number] = line.weight,
                "scale" => weights.scale[number] = line.weight,
                "shift" => weights.shift[number] = line.weight,
                name => cues.push((
                    Cue::parse(name).number(),
                    u32::try_from(number).unwrap_or(0),
                    line.weight,
                )),
            }
        }
        cues.sort_by_key(|cue| (cue.0, cue.1));
        let size = (cues.len() * 2 + 2).next_power_of_two();
        let mut keys = vec![0_u64; size];
        let mut firsts = vec![0_u32; size];
        let mut entries: Vec<u64> = Vec::new();
        let entry = |decision: u32, weight: f32| u64::from(decision) << 32 | u64::from(weight.to_bits());
        let end = entry(u32::try_from(DECISIONS).unwrap_or(0), 0.0);
        for cue in cues.chunk_by(|a, b| a.0 == b.0) {
            let at = Self::place(&keys, cue[0].0);
            keys[at] = cue[0].0;
            firsts[at] = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            entries.extend(cue.iter().map(|&(_, decision, weight)| entry(decision, weight)));
            entries.push(end);
        }
        weights.keys = Cow::Owned(keys);
        weights.firsts = Cow::Owned(firsts);
        weights.entries = Cow::Owned(entries);
        weights
    }

    /// Where `key` stands or would stand.
    fn place(keys: &[u64], key: u64) -> usize {
        let mask = keys.len().wrapping_sub(1);
        let mut at = usize::try_from(key & u64::from(u32::MAX)).unwrap_or(0) & mask;
        while keys[at] != 0 && keys[at] != key {
            at = (at + 1) & mask;
        }
        at
    }

    /// How likely a decision is right to say yes at these log odds, 0 to 1.
    #[must_use]
    pub fn chance(&self, decision: Decision, odds: f32) -> f32 {
        let number = decision.number();
        1.0 / (1.0 + (-(odds * self.scale[number] + self.shift[number])).exp())
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
        let at = Self::place(&self.keys, cue.number());
        (self.keys[at] == cue.number()).then(|| Known(self.firsts[at]))
    }

    /// The decisions that a cue weighs for, with its weights.
    pub fn of(&self, cue: Cue) -> impl Iterator<Item = (Decision, f32)> + '_ {
        self.find(cue).into_iter().flat_map(|known| self.of_known(known))
    }

    /// The decisions that a cue of the table weighs for, with its weights.
    pub fn of_known(&self, known: Known) -> impl Iterator<Item = (Decision, f32)> + '_ {
        let entries = self.entries.get(known.0 as usize..).unwrap_or_default();
        entries.iter().map_while(|&entry| {
            let decision = usize::try_from(entry >> 32).unwrap_or(DECISIONS);
            let weight = u32::try_from(entry & u64::from(u32::MAX)).unwrap_or_default();
            Some((*Decision::ALL.get(decision)?, f32::from_bits(weight)))
        })
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
