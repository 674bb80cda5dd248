//! Where the rows of a flat table start, in half the bytes that their numbers would take: tables that every draft looks into
//! are held in memory whole.

use std::borrow::Cow;
use std::ops::Range;

/// Where the rows of a flat table start, and where the last one ends.
#[derive(Debug, Clone, Default)]
pub struct Starts {
    /// How far each row starts behind the base of its run; one more at the end.
    pub offsets: Cow<'static, [u16]>,
    /// Where the first row of each run starts.
    pub bases: Cow<'static, [u32]>,
    /// A run has two to the power of so many rows.
    pub power: u32,
}

impl Starts {
    /// The longest run, as a power of two.
    const LONGEST: u32 = 6;

    /// The same numbers, which must be in order, packed.
    #[must_use]
    pub fn new(starts: &[u32]) -> Self {
        // Runs of one row fit whatever the rows are.
        let fits = |power: &u32| {
            let mut runs = starts.chunks(1 << power);
            runs.all(|run| u16::try_from(run[run.len() - 1] - run[0]).is_ok())
        };
        let power = (0..=Self::LONGEST).rev().find(fits).unwrap_or(0);
        let runs = starts.chunks(1 << power);
        let offset = |start: u32, base: u32| u16::try_from(start - base).unwrap_or(u16::MAX);
        let offsets = runs
            .clone()
            .flat_map(|run| run.iter().map(|&start| offset(start, run[0])));
        Self {
            offsets: offsets.collect(),
            bases: runs.map(|run| run[0]).collect(),
            power,
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places of row `number` in the flat table; none if there is no such row.
    #[must_use]
    pub fn places(&self, number: usize) -> Range<usize> {
        let offsets = self.offsets.get(number..).and_then(<[u16]>::first_chunk);
        let base = |number: usize| self.bases.get(number >> self.power);
        match (offsets, base(number), base(number + 1)) {
            (Some(&[start, end]), Some(&of_start), Some(&of_end)) => {
                of_start as usize + usize::from(start)..of_end as usize + usize::from(end)
            }
            _ => 0..0,
        }
    }

    /// Row `number` of the table `flat`.
    #[must_use]
    pub fn row<'t, T>(&self, flat: &'t [T], number: usize) -> &'t [T] {
        flat.get(self.places(number)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back() {
        let far = u32::from(u16::MAX) + 9;
        for starts in [
            vec![0],
            vec![0, 0, 3, far, far],
            (0..500).map(|row| row * 700).collect(),
        ] {
            let packed = Starts::new(&starts);
            assert_eq!(packed.len(), starts.len() - 1);
            for (number, pair) in starts.windows(2).enumerate() {
                assert_eq!(packed.places(number), pair[0] as usize..pair[1] as usize);
            }
            assert!(packed.places(starts.len()).is_empty());
        }
        assert_eq!(Starts::new(&[0, 2, 3]).row(&[7, 8, 9], 1), [9]);
        assert!(Starts::default().is_empty());
    }
}
