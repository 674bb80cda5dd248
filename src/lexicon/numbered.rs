//! A lexicon's program beside the words of a sentence: which of them it knows, and which of its patterns may stand there.

use crate::prose::{Gap, Prose, Shape, Word};

use super::Mark;
use super::lookup::has_case;
use super::program::{PatternHead, Program, Sieve, row, unpack_entry};

/// The number of a word that the program does not know.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// A program with what it makes of the words of a sentence.
pub(super) struct Numbered<'p> {
    pub(super) program: &'p Program,
    pub(super) seats: Vec<Seat>,
    /// The bits of the words, with the edges of the sentence around them.
    bits: Vec<Sieve>,
    /// For each level above 0, whether a class anchors a pattern of it: see [`levels_of`].
    class_levels: Vec<u16>,
    /// The marks of the sentence whose class anchors patterns, by number, and the levels of these.
    pub(super) anchors: Vec<(usize, u16)>,
}

/// A word of the sentence as patterns ask for it.
#[derive(Clone, Copy)]
pub(super) struct Seat {
    /// The number that the program gives it.
    pub(super) word: u32,
    pub(super) shape: Shape,
    pub(super) gap: Gap,
}

impl Seat {
    /// Whether it is the word of an [`entry`](super::program::entry).
    pub(super) fn is(self, entry: u32) -> bool {
        let (word, case) = unpack_entry(entry);
        self.word == word && has_case(self.shape, case)
    }
}

impl<'p> Numbered<'p> {
    pub(super) fn new(program: &'p Program) -> Self {
        Self {
            program,
            seats: Vec::new(),
            bits: Vec::new(),
            class_levels: levels_of(program),
            anchors: Vec::new(),
        }
    }

    /// Takes in those of `marks` from number `from` on that anchor patterns.
    pub(super) fn find_anchors(&mut self, marks: &[Mark], from: usize) {
        let levels = |mark: &Mark| self.class_levels.get(mark.class.number()).copied().unwrap_or_default();
        let levels = (from..).zip(marks[from..].iter().map(levels));
        self.anchors.extend(levels.filter(|(_, levels)| *levels > 0));
    }

    pub(super) fn read(&mut self, prose: &Prose, words: &[Word]) {
        self.seats.clear();
        self.bits.clear();
        self.bits.push(Sieve::EDGE);
        for word in words {
            let number = self.program.vocabulary.find_hashed(prose.folded(word), word.hash());
            self.seats.push(Seat {
                word: number.unwrap_or(UNKNOWN),
                shape: word.shape,
                gap: word.gap,
            });
            self.bits.push(number.map_or(Sieve::UNKNOWN, Sieve::of_word));
        }
        self.bits.push(Sieve::EDGE);
    }

    /// The bits of what stands before and behind words `start..end` of the sentence.
    pub(super) fn around(&self, start: usize, end: usize) -> [Sieve; 2] {
        [self.bits[start], self.bits[end + 1]]
    }

    /// The word at `at`, if it may follow over a gap as wide as `join`.
    pub(super) fn seat(&self, at: usize, join: Gap) -> Option<Seat> {
        self.seats.get(at).copied().filter(|seat| seat.gap <= join)
    }
}

/// The patterns of row `number` whose sieves let pass what stands around their anchor.
pub(super) fn anchored<'p>(
    starts: &[u32],
    patterns: &'p [u32],
    sieves: &'p [u32],
    number: u32,
    [before, behind]: [Sieve; 2],
) -> impl Iterator<Item = u32> + use<'p> {
    let number = number as usize;
    let places = match (starts.get(number), starts.get(number + 1)) {
        (Some(&first), Some(&end)) => first as usize..end as usize,
        _ => 0..0,
    };
    let (sieves, _) = sieves.as_chunks::<2>();
    let sieves = sieves.get(places.clone()).unwrap_or_default().iter();
    let row = patterns.get(places).unwrap_or_default();
    // Most patterns begin with their anchor: what stands behind it tells more.
    let passing = sieves
        .enumerate()
        .filter(move |(_, [one, other])| Sieve(*other).passes(behind) && Sieve(*one).passes(before));
    passing.filter_map(|(at, _)| row.get(at).copied())
}

/// For each class the levels of the patterns that it anchors, one bit for each.
fn levels_of(program: &Program) -> Vec<u16> {
    let classes = program.class_starts.len().saturating_sub(1);
    let levels = |class: usize| {
        let patterns = row(
            &program.class_starts,
            &program.class_patterns,
            u32::try_from(class).unwrap_or(UNKNOWN),
        );
        let levels = patterns
            .iter()
            .map(|&pattern| 1 << PatternHead::unpack(program.heads[pattern as usize]).level);
        levels.fold(0, |all, level: u16| all | level)
    };
    (0..classes).map(levels).collect()
}
