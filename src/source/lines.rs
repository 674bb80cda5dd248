//! Lines and columns of a file, computed at the edge, where people and editors want them.

use super::span::Span;

/// Where a byte stands, in the encodings that readers of a report want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Byte offset from the start of the file, from 0, a byte order mark included.
    pub byte: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1; a byte order mark takes no column, as in every editor.
    pub column: usize,
    /// UTF-16 code units from the line's start, from 0; a byte order mark is not counted.
    pub utf16: usize,
}

/// How an editor counts the characters of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// In bytes.
    Utf8,
    /// In UTF-16 code units: a character outside of the basic plane counts twice.
    Utf16,
    /// In Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// All encodings.
    pub const ALL: [Self; 3] = [Self::Utf8, Self::Utf16, Self::Utf32];

    /// How much a character counts.
    #[must_use]
    pub fn units(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Where something stands in a text that an editor holds.
///
/// A byte order mark is a character like any other here: an editor that keeps the mark to itself never sends it, and one
/// that sends it counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 0.
    pub line: usize,
    /// Units of an [`Encoding`] from the line's start, from 0.
    pub character: usize,
}

/// The starts of all lines of a file: turns byte offsets into lines and columns.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as the language server protocol has it.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// What stands before each block of [`BLOCK`] bytes, so that the columns of a very long line are found quickly.
    before: Vec<Counted>,
}

/// Bytes that are looked through for line ends at once.
const CHUNK: usize = 64;

/// Bytes between two counts.
const BLOCK: usize = 1024;

/// Characters counted from the start of a file.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    scalars: u32,
    utf16: u32,
}

impl Counted {
    /// Adds the characters that begin in bytes `from..to` of `text`.
    fn add(mut self, text: &str, from: usize, to: usize) -> Self {
        // Every character is counted at its first byte.
        let bytes = &text.as_bytes()[from..to];
        let scalars: u32 = bytes
            .iter()
            .map(|byte| u32::from(byte & 0b1100_0000 != 0b1000_0000))
            .sum();
        let pairs: u32 = bytes.iter().map(|byte| u32::from(*byte >= 0b1111_0000)).sum();
        self.scalars += scalars;
        self.utf16 += scalars + pairs;
        self
    }

    /// The count in an encoding; `byte` is where the counting stopped.
    fn units(self, byte: usize, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Utf8 => byte,
            Encoding::Utf16 => self.utf16 as usize,
            Encoding::Utf32 => self.scalars as usize,
        }
    }
}

/// The byte order mark as it stands in UTF-8 text.
pub const BOM: char = '\u{feff}';

impl LineIndex {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let mut starts = vec![0];
        for (number, chunk) in bytes.chunks(CHUNK).enumerate() {
            // Few chunks hold an end, and many bytes at once are seen not to be one.
            if !chunk.iter().fold(false, |any, byte| any | is_end(byte)) {
                continue;
            }
            for (at, _) in chunk.iter().enumerate().filter(|(_, byte)| is_end(byte)) {
                let next = number * CHUNK + at + 1;
                if bytes[next - 1] == b'\n' || bytes.get(next) != Some(&b'\n') {
                    starts.push(u32::try_from(next).unwrap_or(u32::MAX));
                }
            }
        }
        let mut before = vec![Counted::default()];
        for end in (BLOCK..=bytes.len()).step_by(BLOCK) {
            let last = before.last().copied().unwrap_or_default();
            before.push(last.add(text, end - BLOCK, end));
        }
        Self { starts, before }
    }

    /// What stands before byte `offset`, a byte order mark included.
    fn counted(&self, text: &str, offset: usize) -> Counted {
        let block = offset / BLOCK;
        let before = self.before.get(block).copied().unwrap_or_default();
        before.add(text, block * BLOCK, offset)
    }

    /// Number of lines, the last one counted even if empty.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: even an empty file has one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Number, from 0, of the line that holds byte `offset`.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|&start| start as usize <= offset)
            .saturating_sub(1)
    }

    /// The bytes of line `line` (from 0), its line end included; empty past the last line.
    #[must_use]
    pub fn span_of(&self, line: usize, text: &str) -> Span {
        let end = text.len();
        let start = self.starts.get(line).map_or(end, |&s| s as usize);
        let next = self.starts.get(line + 1).map_or(end, |&s| s as usize);
        Span::new(start, next)
    }

    /// The position of byte `offset` of `text`; an offset inside a character counts as that character's start, one past
    /// the end as the end.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let byte = boundary(text, offset);
        let line = self.line_of(byte);
        let start = self.starts.get(line).map_or(0, |&s| s as usize);
        let (from, to) = if byte - start < BLOCK {
            (Counted::default(), Counted::default().add(text, start, byte))
        } else {
            (self.counted(text, start), self.counted(text, byte))
        };
        // A byte order mark takes no column.
        let mark = usize::from(start == 0 && byte > 0 && text.starts_with(BOM));
        let columns = |from: u32, to: u32| (to.saturating_sub(from) as usize).saturating_sub(mark);
        Position {
            byte,
            line: line + 1,
            column: columns(from.scalars, to.scalars) + 1,
            utf16: columns(from.utf16, to.utf16),
        }
    }

    /// Where byte `offset` of `text` stands for an editor; an offset inside a character counts as that character's start,
    /// one past the end as the end.
    #[must_use]
    pub fn place(&self, text: &str, offset: usize, encoding: Encoding) -> Place {
        let byte = boundary(text, offset);
        let line = self.line_of(byte);
        let start = self.starts.get(line).map_or(0, |&start| start as usize);
        let units = |byte| self.counted(text, byte).units(byte, encoding);
        Place {
            line,
            character: units(byte).saturating_sub(units(start)),
        }
    }

    /// The byte of `text` at a place: the way back of [`LineIndex::place`]. A place past the end of its line counts as the
    /// end of the line, before the line end; one past the last line as the end of the text; one inside a character as
    /// that character's start.
    #[must_use]
    pub fn offset(&self, text: &str, place: Place, encoding: Encoding) -> usize {
        let line = self.span_of(place.line, text);
        let words = line.of(text).trim_end_matches(['\n', '\r']);
        let end = line.start() + words.len();
        let before = self.counted(text, line.start()).units(line.start(), encoding);
        let goal = before.saturating_add(place.character);
        // From the last count that is not past the goal on, so that a very long line is not counted from its start.
        let block = match encoding {
            Encoding::Utf8 => goal / BLOCK,
            _ => self
                .before
                .partition_point(|counted| counted.units(0, encoding) <= goal)
                .saturating_sub(1),
        };
        let mut at = boundary(text, block.saturating_mul(BLOCK).clamp(line.start(), end));
        let mut units = self.counted(text, at).units(at, encoding);
        for c in text[at..end].chars() {
            units += encoding.units(c);
            if units > goal {
                break;
            }
            at += c.len_utf8();
        }
        at
    }
}

/// The start of the character that holds byte `offset`; the end of the text for an offset past it.
fn boundary(text: &str, offset: usize) -> usize {
    let mut byte = offset.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_line_end_counts_once() {
        let index = LineIndex::new("a\nb\r\nc\rd");
        assert_eq!(index.len(), 4);
        assert_eq!(index.line_of(5), 2);
        assert_eq!(index.span_of(1, "a\nb\r\nc\rd"), Span::new(2, 5));
    }

    #[test]
    fn columns_are_scalar_values_and_utf16_is_what_editors_count() {
        let text = "e\u{301} 😀 x";
        let index = LineIndex::new(text);
        let at = index.position(text, text.len() - 1);
        assert_eq!((at.line, at.column, at.utf16), (1, 6, 6));
        let at = index.position(text, text.len());
        assert_eq!((at.column, at.utf16), (7, 7));
    }

    #[test]
    fn a_byte_order_mark_takes_bytes_but_no_column() {
        let text = "\u{feff}I failed";
        let index = LineIndex::new(text);
        let at = index.position(text, 5);
        assert_eq!((at.byte, at.line, at.column, at.utf16), (5, 1, 3, 2));
    }

    #[test]
    fn a_very_long_line_is_counted_like_a_short_one() {
        let text = "\u{feff}".to_owned() + &"aé😀e\u{301}\u{2014}".repeat(400) + "\n" + &"ü😀".repeat(600);
        let index = LineIndex::new(&text);
        for (offset, _) in text.char_indices() {
            let at = index.position(&text, offset);
            let before = text[..offset].rsplit('\n').next().unwrap().trim_start_matches(BOM);
            assert_eq!(at.column, before.chars().count() + 1);
            assert_eq!(at.utf16, before.encode_utf16().count());
        }
        assert_eq!(index.position(&text, 4 + 1).byte, 4, "inside of é");
    }

    /// Line and character counted from the start, character by character.
    fn counted_slowly(text: &str, offset: usize, encoding: Encoding) -> Place {
        let mut place = Place { line: 0, character: 0 };
        let mut rest = text[..offset].chars().peekable();
        while let Some(c) = rest.next() {
            let next = rest.peek().copied().or(text[offset..].chars().next());
            if c == '\n' || (c == '\r' && next != Some('\n')) {
                place = Place {
                    line: place.line + 1,
                    character: 0,
                };
            } else {
                place.character += encoding.units(c);
            }
        }
        place
    }

    const PARTS: [&str; 11] = [
        "a",
        "\n",
        "\r\n",
        "\r",
        "é",
        "e\u{301}",
        "😀",
        "\u{feff}",
        "—",
        "👩\u{200d}⚕️",
        " ",
    ];

    fn texts() -> impl Strategy<Value = String> {
        let part = || prop::sample::select(&PARTS[..]);
        let short = prop::collection::vec(part(), 0..40);
        // Some lines are longer than a block of counts.
        let long = prop::collection::vec((part(), 1..700_usize), 0..6);
        prop_oneof![
            short.prop_map(|parts| parts.concat()),
            long.prop_map(|parts| parts.into_iter().map(|(part, times)| part.repeat(times)).collect()),
        ]
    }

    proptest! {
        #[test]
        fn every_place_leads_back_to_its_byte(text in texts(), seeds in prop::collection::vec(any::<prop::sample::Index>(), 8)) {
            let index = LineIndex::new(&text);
            let offsets = seeds.iter().map(|seed| boundary(&text, seed.index(text.len() + 1)));
            for offset in offsets.chain([0, text.len()]) {
                let inside_line_end = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
                for encoding in Encoding::ALL {
                    let place = index.place(&text, offset, encoding);
                    prop_assert_eq!(place, counted_slowly(&text, offset, encoding));
                    prop_assert_eq!(index.offset(&text, place, encoding), offset - usize::from(inside_line_end));
                }
            }
        }

        #[test]
        fn a_place_that_is_not_there_is_held_in_the_text(text in texts(), line in 0..60_usize, character in 0..3000_usize) {
            let index = LineIndex::new(&text);
            for encoding in Encoding::ALL {
                let offset = index.offset(&text, Place { line, character }, encoding);
                prop_assert!(text.is_char_boundary(offset));
                let place = index.place(&text, offset, encoding);
                if line >= index.len() {
                    prop_assert_eq!(offset, text.len());
                } else {
                    prop_assert_eq!(place.line, line);
                    prop_assert!(place.character <= character);
                }
            }
        }
    }

    #[test]
    fn a_place_inside_a_character_is_its_start_and_one_past_the_line_its_end() {
        let text = "a😀b\r\nc";
        let index = LineIndex::new(text);
        let offset = |line, character, encoding| index.offset(text, Place { line, character }, encoding);
        assert_eq!(offset(0, 2, Encoding::Utf16), 1);
        assert_eq!(offset(0, 3, Encoding::Utf8), 1);
        assert_eq!(offset(0, 99, Encoding::Utf32), 6);
        assert_eq!(offset(0, usize::MAX, Encoding::Utf8), 6);
        assert_eq!(offset(7, 0, Encoding::Utf16), text.len());
    }
}
