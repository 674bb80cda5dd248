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

/// The starts of all lines of a file: turns byte offsets into lines and columns.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as the language server protocol has it.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// The byte order mark as it stands in UTF-8 text.
pub const BOM: char = '\u{feff}';

impl LineIndex {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            let ends = byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        Self { starts }
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
        let byte = offset.min(text.len());
        let line = self.line_of(byte);
        let start = self.starts.get(line).map_or(0, |&s| s as usize);
        let mut column = 1;
        let mut utf16 = 0;
        for (at, character) in text[start..].char_indices() {
            if start + at + character.len_utf8() > byte {
                break;
            }
            if start + at == 0 && character == BOM {
                continue;
            }
            column += 1;
            utf16 += character.len_utf16();
        }
        Position {
            byte,
            line: line + 1,
            column,
            utf16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
