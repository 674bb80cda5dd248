//! The lexicon compiled into flat tables: nothing is parsed or built when the program starts, and nothing points at
//! anything, so the tables cost no relocation either.

use std::borrow::Cow;

use crate::hash::hash;

/// A flat table of numbers: built in, or compiled from a configuration.
pub type Table = Cow<'static, [u32]>;

/// Words and their numbers, in the order of their hashes, over one run of letters.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// The letters of all words, one after the other.
    pub letters: Cow<'static, str>,
    /// Where each word starts in `letters`; one more entry than words.
    pub starts: Table,
    /// For each part of all hashes the first word in it; one more at the end.
    pub parts: Table,
}

impl Vocabulary {
    /// The number of `word` (folded), if it is known.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<u32> {
        self.find_hashed(word, hash(word.as_bytes()))
    }

    /// The same, where the hash of the word is known.
    #[must_use]
    pub fn find_hashed(&self, word: &str, hash: u64) -> Option<u32> {
        let part = part(hash, self.parts.len().saturating_sub(1));
        let &[first, end] = self.parts.get(part..).and_then(<[u32]>::first_chunk)?;
        (first..end).find(|&number| self.letters_of(number) == Some(word.as_bytes()))
    }

    /// The letters of word number `number`.
    fn letters_of(&self, number: u32) -> Option<&[u8]> {
        let number = number as usize;
        let (start, end) = (*self.starts.get(number)?, *self.starts.get(number + 1)?);
        self.letters.as_bytes().get(start as usize..end as usize)
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Which of `count` parts of all hashes this one is in: the higher the hash, the farther behind.
#[must_use]
pub fn part(hash: u64, count: usize) -> usize {
    usize::try_from((u128::from(hash) * count as u128) >> 64).unwrap_or(0)
}

/// A compiled lexicon.
///
/// A pattern is a row of slots. Patterns are tried where their *anchor* stands: the word (or mark) of the pattern that
/// is rarest in English. Patterns of level 0 hold words alone; one that refers to classes has a level above theirs.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The words that patterns know.
    pub vocabulary: Vocabulary,
    /// Members that are one word, by that word: first index into `lone` for each word number; one more at the end.
    pub lone_starts: Table,
    /// The class of which the word is a member, and the case in which it is one: see [`entry`].
    pub lone: Table,
    /// All other patterns by the word that anchors them: first index into `word_patterns` for each word number; one more at the end.
    pub word_starts: Table,
    /// Pattern numbers.
    pub word_patterns: Table,
    /// For each of `word_patterns` what may stand before its anchor and what behind: two [`Sieve`]s.
    pub word_sieves: Table,
    /// Patterns by the class that anchors them, as above.
    pub class_starts: Table,
    /// Pattern numbers.
    pub class_patterns: Table,
    /// As `word_sieves`.
    pub class_sieves: Table,
    /// Each pattern's class, level, anchor and reach: see [`PatternHead`].
    pub heads: Table,
    /// First slot of each pattern; one more at the end.
    pub slot_starts: Table,
    /// Slots: see [`SlotCode`].
    pub slots: Table,
    /// First entry of each set of words; one more at the end.
    pub set_starts: Table,
    /// Entries of the sets: word number and case, see [`entry`].
    pub set_entries: Table,
    /// Pairs of a class and one that it shadows: `shadower << 16 | shadowed`.
    pub shadows: Table,
    /// The highest level of a pattern.
    pub top_level: u32,
}

impl Program {
    /// The classes of which a word is a member by itself, each with the case in which it is one.
    pub fn lone_of(&self, word: u32) -> impl Iterator<Item = (u16, u32)> + use<'_> {
        let members = row(&self.lone_starts, &self.lone, word).iter();
        members.map(|&member| {
            let (class, case) = unpack_entry(member);
            (u16::try_from(class).unwrap_or(u16::MAX), case)
        })
    }

    /// The slots of a pattern.
    #[must_use]
    pub fn slots_of(&self, pattern: u32) -> &[u32] {
        row(&self.slot_starts, &self.slots, pattern)
    }

    /// Pairs of a class and one that it shadows, by number.
    pub fn shadow_pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        self.shadows.iter().map(|pair| (pair >> 16, pair & 0xffff))
    }

    /// The same patterns with other heads.
    #[must_use]
    pub fn with_heads(&self, heads: Vec<u32>) -> Self {
        let levels = heads.iter().map(|&head| u32::from(PatternHead::unpack(head).level));
        Self {
            top_level: levels.max().unwrap_or(0),
            heads: Cow::Owned(heads),
            ..self.clone()
        }
    }
}

/// Which words may be next to the anchor of a pattern: one bit for many words, so that most places where a pattern does not
/// match are seen before it is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sieve(pub u32);

impl Sieve {
    /// Lets everything pass.
    pub const ALL: Self = Self(u32::MAX);
    /// The edge of the sentence.
    pub const EDGE: Self = Self(1);
    /// A word that the program does not know, which no pattern names.
    pub const UNKNOWN: Self = Self(2);

    /// The bit of word number `word`.
    #[must_use]
    pub fn of_word(word: u32) -> Self {
        Self(4 << ((word.wrapping_mul(0x9e37_79b9) >> 16) % 30))
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether what has the bit `other` passes.
    #[must_use]
    pub fn passes(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Row `number` of a table that lies flat.
#[must_use]
pub fn row<'t>(starts: &[u32], flat: &'t [u32], number: u32) -> &'t [u32] {
    let number = number as usize;
    match (starts.get(number), starts.get(number + 1)) {
        (Some(&start), Some(&end)) => flat.get(start as usize..end as usize).unwrap_or_default(),
        _ => &[],
    }
}

/// Class, level and anchor of a pattern, packed in one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatternHead {
    /// The class whose mark the pattern makes.
    pub class: u16,
    /// The level at which it is tried.
    pub level: u8,
    /// Fewest words before the anchor.
    pub nearest: u8,
    /// Most words before the anchor.
    pub farthest: u8,
}

impl PatternHead {
    /// How many classes a head can tell apart.
    pub const CLASSES: usize = 1 << 12;
    /// The highest level that a head can hold.
    pub const TOP: u8 = 15;

    /// Packs: 12 bits class, 4 level, 8 nearest, 8 farthest.
    #[must_use]
    pub fn pack(self) -> u32 {
        u32::from(self.class) << 20
            | u32::from(self.level & Self::TOP) << 16
            | u32::from(self.nearest) << 8
            | u32::from(self.farthest)
    }

    /// Unpacks what [`Self::pack`] packed.
    #[must_use]
    pub fn unpack(code: u32) -> Self {
        let byte = |shift: u32, mask: u32| u8::try_from(code >> shift & mask).unwrap_or_default();
        Self {
            class: u16::try_from(code >> 20).unwrap_or_default(),
            level: byte(16, 15),
            nearest: byte(8, 255),
            farthest: byte(0, 255),
        }
    }
}

/// A slot, packed in one number: 3 bits kind, 1 bit optional, 28 bits value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotCode {
    /// One word: see [`entry`].
    Word(u32),
    /// One word of this set.
    Set(u32),
    /// A mark of this class.
    Class(u32),
    /// Up to so many words.
    Gap(u32),
    /// The sentence's start.
    Start,
    /// The sentence's end.
    End,
}

impl SlotCode {
    const OPTIONAL: u32 = 1 << 28;
    const VALUE: u32 = Self::OPTIONAL - 1;

    /// Packs the slot.
    #[must_use]
    pub fn pack(self, optional: bool) -> u32 {
        let (kind, value) = match self {
            Self::Word(value) => (0, value),
            Self::Set(value) => (1, value),
            Self::Class(value) => (2, value),
            Self::Gap(value) => (3, value),
            Self::Start => (4, 0),
            Self::End => (5, 0),
        };
        kind << 29 | if optional { Self::OPTIONAL } else { 0 } | (value & Self::VALUE)
    }

    /// The [`entry`] of a packed slot for one word that must be there.
    #[must_use]
    pub fn one_word(code: u32) -> Option<u32> {
        (code <= Self::VALUE).then_some(code)
    }

    /// The slot and whether it is optional.
    #[must_use]
    pub fn unpack(code: u32) -> (Self, bool) {
        let value = code & Self::VALUE;
        let slot = match code >> 29 {
            0 => Self::Word(value),
            1 => Self::Set(value),
            2 => Self::Class(value),
            3 => Self::Gap(value),
            4 => Self::Start,
            _ => Self::End,
        };
        (slot, code & Self::OPTIONAL != 0)
    }
}

/// The number of a word, or of the class that one belongs to, and the case that is demanded of the word in one number: 24
/// bits number, case above.
#[must_use]
pub fn entry(number: u32, case: u32) -> u32 {
    case << 24 | number
}

/// Number and case of an [`entry`].
#[must_use]
pub fn unpack_entry(entry: u32) -> (u32, u32) {
    (entry & 0x00ff_ffff, entry >> 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_come_back() {
        let head = PatternHead {
            class: 300,
            level: 5,
            nearest: 2,
            farthest: 250,
        };
        assert_eq!(PatternHead::unpack(head.pack()), head);
        for slot in [
            SlotCode::Word(entry(12, 3)),
            SlotCode::Class(7),
            SlotCode::Gap(12),
            SlotCode::End,
        ] {
            assert_eq!(SlotCode::unpack(slot.pack(true)), (slot, true));
            assert_eq!(SlotCode::one_word(slot.pack(true)), None);
        }
        let word = entry(12, 3);
        assert_eq!(SlotCode::one_word(SlotCode::Word(word).pack(false)), Some(word));
        assert_eq!(SlotCode::one_word(SlotCode::Set(12).pack(false)), None);
    }
}
