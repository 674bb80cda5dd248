//! Which marks give way to others.

use crate::prose::WordRange;

use super::Mark;
use super::program::Program;

/// Drops the marks of a sentence that lie inside longer ones of their class, and those that others shadow.
pub(super) struct Thinning {
    /// Pairs of a class and one that it shadows, in order.
    shadows: Vec<(usize, usize)>,
    /// For each class up to the last that shadows another, its first pair; one more at the end.
    starts: Vec<usize>,
    /// Kept from sentence to sentence for its room: the marks that are left, by class.
    order: Vec<Left>,
    dropped: Vec<usize>,
}

/// A mark that is left, as one number, by which those of a class come together, in order of start and the longest first:
/// class, start, what is left up to an end beyond all, and the mark's number, each of 32 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Left(u128);

impl Left {
    fn new(mark: Mark, at: usize) -> Self {
        let part = |number: usize| u128::from(u32::try_from(number).unwrap_or(u32::MAX));
        let (start, shortness) = (
            part(mark.words.start()),
            part(u32::MAX as usize) - part(mark.words.end()),
        );
        Self(part(mark.class.number()) << 96 | start << 64 | shortness << 32 | part(at))
    }

    fn part(self, shift: u32) -> usize {
        u32::try_from(self.0 >> shift & u128::from(u32::MAX)).unwrap_or(u32::MAX) as usize
    }

    fn class(self) -> usize {
        self.part(96)
    }

    fn start(self) -> usize {
        self.part(64)
    }

    /// Its number.
    fn at(self) -> usize {
        self.part(0)
    }
}

impl Thinning {
    /// For the classes of `programs`.
    pub(super) fn new(programs: &[&Program]) -> Self {
        let pairs = programs.iter().flat_map(|program| program.shadow_pairs());
        let mut shadows: Vec<(usize, usize)> = pairs.map(|(one, other)| (one as usize, other as usize)).collect();
        shadows.sort_unstable();
        let mut starts = vec![0];
        for (at, &(shadower, _)) in shadows.iter().enumerate() {
            starts.resize(shadower + 1, at);
        }
        starts.push(shadows.len());
        Self {
            starts,
            shadows,
            order: Vec::new(),
            dropped: Vec::new(),
        }
    }

    /// Thins out the marks of one sentence, of which those from number `known` on are new. A dropped mark stays in its
    /// place, empty.
    pub(super) fn thin_out(&mut self, marks: &mut [Mark], known: usize) {
        // What was left before is left without new marks.
        if known == marks.len() {
            return;
        }
        self.order.clear();
        self.order.extend(
            marks
                .iter()
                .enumerate()
                .filter(|(_, mark)| !mark.words.is_empty())
                .map(|(at, mark)| Left::new(*mark, at)),
        );
        self.order.sort_unstable();
        self.dropped.clear();
        let mut longest: Option<Mark> = None;
        let dropped = &mut self.dropped;
        self.order.retain(|left| {
            let mark = marks[left.at()];
            let held = longest.is_some_and(|last| last.class == mark.class && last.words.holds(mark.words));
            if held {
                dropped.push(left.at());
            } else {
                longest = Some(mark);
            }
            !held
        });
        for shadowers in self.order.chunk_by(|one, other| one.class() == other.class()) {
            let class = shadowers[0].class();
            let (Some(&first), Some(&end)) = (self.starts.get(class), self.starts.get(class + 1)) else {
                break;
            };
            for &(_, shadowed) in &self.shadows[first..end] {
                let from = self.order.partition_point(|left| left.class() < shadowed);
                let shadowed = self.order[from..].iter().take_while(|left| left.class() == shadowed);
                // None lies inside another, so the last that starts before a mark's end reaches farthest.
                self.dropped.extend(shadowed.map(|left| left.at()).filter(|&at| {
                    let before = shadowers.partition_point(|other| other.start() < marks[at].words.end());
                    let last = shadowers[..before].last();
                    last.is_some_and(|other| marks[other.at()].words.overlaps(marks[at].words))
                }));
            }
        }
        for &at in &self.dropped {
            marks[at].words = WordRange::new(0, 0);
        }
    }
}
