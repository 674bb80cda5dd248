//! What a cue weighs for one decision, packed in one small number.

use super::weights;

/// A decision by its number, in 6 bits, and the rank of a weight among all that there are, in the 10 above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry(pub u16);

const BITS: u32 = 6;

/// How many decisions an entry can tell apart.
pub const ROOM: usize = 1 << BITS;

/// How many ranks.
pub const RANKS: usize = 1 << (u16::BITS - BITS);

/// Stands in place of a decision behind the entries of a cue that has a row; its rank is the number of the row.
pub const HAS_ROW: u8 = u8::MAX >> 2;

const _: () = assert!(weights::DECISIONS <= HAS_ROW as usize && HAS_ROW as usize == ROOM - 1);

impl Entry {
    /// Packs; ranks that are too high become the highest.
    #[must_use]
    pub fn new(decision: u8, rank: usize) -> Self {
        let rank = u16::try_from(rank.min(RANKS - 1)).unwrap_or(0);
        Self(rank << BITS | u16::from(decision & HAS_ROW))
    }

    /// The number of the decision, below [`ROOM`], and the rank.
    #[must_use]
    pub fn parts(self) -> (usize, usize) {
        (usize::from(self.0) % ROOM, usize::from(self.0 >> BITS))
    }

    /// The number of the row of a cue, if this stands for one.
    #[must_use]
    pub fn row(self) -> Option<usize> {
        let (decision, number) = self.parts();
        (decision == usize::from(HAS_ROW)).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_come_back() {
        assert_eq!(Entry::new(46, 1000).parts(), (46, 1000));
        assert_eq!(Entry::new(0, usize::MAX).parts(), (0, RANKS - 1));
        assert_eq!(Entry::new(46, 700).row(), None);
        assert_eq!(Entry::new(HAS_ROW, 700).row(), Some(700));
    }
}
