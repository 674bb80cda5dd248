//! The cues that a table of weights knows: they are found by their numbers, and gathered in their order.

use std::sync::{Mutex, PoisonError};

use super::cue::Cue;
use super::weights::Weights;

/// A cue that the table knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known(pub(super) u32);

/// The place of a cue's number in a table of `size`: the higher the number, the farther behind.
pub(super) fn place(key: u64, size: usize) -> usize {
    usize::try_from((u128::from(key) * size as u128) >> 64).unwrap_or(0)
}

/// What a table holds of a cue's number: the part that it stands in tells the rest.
pub(super) fn key(number: u64) -> u32 {
    (number & u64::from(u32::MAX)).try_into().unwrap_or(0)
}

/// Finds cues in a table of weights.
#[derive(Debug, Clone, Copy)]
pub struct Finder<'w> {
    pub(super) sieve: &'w [u64],
    pub(super) starts: &'w [u32],
    pub(super) keys: &'w [u32],
}

impl Finder<'_> {
    /// Finds a cue in the table; none if it weighs nothing.
    #[must_use]
    pub fn find(self, cue: Cue) -> Option<Known> {
        let number = cue.number();
        let bit = place(number, self.sieve.len() * 64);
        if self.sieve.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let part = place(number, self.starts.len() - 1);
        let (first, end) = (self.starts[part], self.starts[part + 1]);
        let keys = self.keys.get(first as usize..end as usize)?;
        let (key, mut known) = (key(number), (first..end).zip(keys));
        known.find(|(_, known)| **known == key).map(|(at, _)| Known(at))
    }
}

/// Cues of a table, each once: one bit for each that the table has.
#[derive(Debug)]
pub struct KnownSet {
    bits: Vec<u64>,
    /// One bit for each of `bits` that is not empty.
    filled: Vec<u64>,
    count: usize,
}

impl KnownSet {
    /// No cue of `weights`.
    #[must_use]
    pub fn of(weights: &Weights) -> Self {
        let bits = weights.keys.len().div_ceil(64);
        Self {
            bits: vec![0; bits],
            filled: vec![0; bits.div_ceil(64)],
            count: 0,
        }
    }

    /// Puts a cue in; whether it was not there yet.
    pub fn insert(&mut self, known: Known) -> bool {
        let at = known.0 as usize;
        let (word, bit) = (at / 64, 1 << (at % 64));
        let is_new = self.bits[word] & bit == 0;
        self.bits[word] |= bit;
        self.filled[word / 64] |= 1 << (word % 64);
        self.count += usize::from(is_new);
        is_new
    }

    /// Takes all cues out, in order.
    pub fn take(&mut self) -> Vec<Known> {
        let mut all = Vec::with_capacity(self.count);
        self.count = 0;
        for (number, filled) in (0..).zip(&mut self.filled) {
            for word in ones(std::mem::take(filled)) {
                let word = number * 64 + word;
                let bits = std::mem::take(&mut self.bits[word as usize]);
                for bit in ones(bits) {
                    all.push(Known(word * 64 + bit));
                }
            }
        }
        all
    }
}

/// Empty sets of cues, lent to whoever gathers some: to make one costs as much as to gather those of a sentence.
#[derive(Debug, Default)]
pub struct Spare(Mutex<Vec<KnownSet>>);

impl Spare {
    /// Lends `work` a set for cues of `weights`, which are always the same; it gives the set back empty.
    pub fn lend<T>(&self, weights: &Weights, work: impl FnOnce(&mut KnownSet) -> T) -> T {
        let sets = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = sets().pop();
        let mut set = last.unwrap_or_else(|| KnownSet::of(weights));
        let result = work(&mut set);
        sets().push(set);
        result
    }
}

/// The numbers of the bits that are one, in order.
fn ones(mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let next = (bits != 0).then(|| bits.trailing_zeros());
        bits &= bits.wrapping_sub(1);
        next
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::weights::read;

    #[test]
    fn cues_of_a_set_come_out_once_and_in_order() {
        let names: Vec<String> = (0..9000).map(|number| format!("event\tword w{number}\t1\n")).collect();
        let weights = Weights::new(&read(&names.concat()).unwrap());
        let mut set = KnownSet::of(&weights);
        for known in [8999, 64, 0, 63, 64, 4096] {
            set.insert(Known(known));
        }
        assert_eq!(set.take(), [0, 63, 64, 4096, 8999].map(Known));
        assert!(set.take().is_empty());
    }
}
