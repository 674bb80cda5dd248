//! Bytes of a text as ranges of an editor, and back.

use gen_lsp_types::{Position, Range};

use essaylint::source::{Encoding, LineIndex, Place, Span};

/// A text with the lines and the encoding in which ranges of it are told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranges<'t> {
    pub(super) text: &'t str,
    pub(super) lines: &'t LineIndex,
    pub(super) encoding: Encoding,
}

impl Ranges<'_> {
    /// The range of a span.
    pub(super) fn range(self, span: Span) -> Range {
        let position = |offset| {
            let Place { line, character } = self.lines.place(self.text, offset, self.encoding);
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            Position {
                line: number(line),
                character: number(character),
            }
        };
        Range {
            start: position(span.start()),
            end: position(span.end()),
        }
    }

    /// The span of a range; one that ends before it starts is turned around.
    pub(super) fn span(self, range: Range) -> Span {
        let (a, b) = (self.offset(range.start), self.offset(range.end));
        Span::new(a.min(b), a.max(b))
    }

    /// The byte at a position, held within the text.
    pub(super) fn offset(self, position: Position) -> usize {
        let place = Place {
            line: position.line as usize,
            character: position.character as usize,
        };
        self.lines.offset(self.text, place, self.encoding)
    }
}
