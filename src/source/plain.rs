//! Plain text: paragraphs between blank lines, or one to a line.

use super::groups::{Group, Groups};
use super::{BOM, Block, BlockKind, Comment, Flow, Layout, Span};

/// No editor wraps lines wider than this many characters by itself: a longer line is a whole paragraph.
const WRAPPED_LINE: usize = 120;

/// How a comment to essaylint begins: the only one that is one in the middle of a line, where any other is shown as it
/// stands.
const TO_ESSAYLINT: &str = "<!-- essaylint-";

/// Finds the paragraphs of `text`. Lines that are a `<!-- comment -->` are one, as in Markdown, so that suppressions work
/// in plain files too.
pub(super) fn read(text: &str) -> Layout {
    let mut reader = Reader {
        text,
        layout: Layout::default(),
        open: None,
        comment_end: 0,
    };
    let mut at = text.strip_prefix(BOM).map_or(0, |_| BOM.len_utf8());
    while at < text.len() {
        at = reader.comment_lines(at).unwrap_or_else(|| reader.line(at));
    }
    reader.close();
    reader.layout.groups = lists(text, &reader.layout.blocks);
    reader.layout
}

struct Reader<'t> {
    text: &'t str,
    layout: Layout,
    open: Option<Block>,
    /// Just past the next end of a comment, so that nothing is searched twice; past the text where there is none.
    comment_end: usize,
}

/// The length of the line end that `text` begins with.
fn line_end(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    }
}

impl Reader<'_> {
    /// Takes the comment that begins at byte `at`, if nothing but it stands on its lines; where the next line begins.
    fn comment_lines(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let start = at + (text.len() - at - text[at..].trim_start_matches([' ', '\t']).len());
        let inside = start + text[start..].strip_prefix("<!--").map(|_| 4)?;
        if self.comment_end < inside + 3 {
            let end = text[inside..].find("-->");
            self.comment_end = end.map_or(usize::MAX, |end| inside + end + 3);
        }
        let rest = text.get(self.comment_end..)?;
        let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
        if !rest[..line].trim().is_empty() {
            return None;
        }
        self.close();
        self.layout.comments.push(Comment {
            span: Span::new(start, self.comment_end),
            inside_block: false,
        });
        Some(self.comment_end + line + line_end(&rest[line..]))
    }

    /// Takes the line that begins at byte `start`; where the next one begins.
    fn line(&mut self, start: usize) -> usize {
        let rest = &self.text[start..];
        let body = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        if body.trim().is_empty() {
            self.close();
        } else {
            self.words(body, start);
        }
        start + body.len() + line_end(&rest[body.len()..])
    }

    fn words(&mut self, body: &str, start: usize) {
        let is_item = starts_item(body);
        if is_item {
            self.close();
        }
        let block = self.open.get_or_insert_with(|| Block {
            kind: if is_item {
                BlockKind::ListItem
            } else {
                BlockKind::Paragraph
            },
            span: Span::new(start, start),
            flow: Flow::default(),
        });
        if !block.flow.text().is_empty() {
            block.flow.push_for(" ", Span::new(block.span.end(), start));
        }
        let mut at = 0;
        while let Some(comment) = comment_within(&body[at..]) {
            block.flow.push(&body[at..at + comment.start], start + at);
            self.layout.comments.push(Comment {
                span: Span::new(start + at + comment.start, start + at + comment.end),
                inside_block: true,
            });
            at += comment.end;
        }
        block.flow.push(&body[at..], start + at);
        block.span = block.span.to(Span::new(start, start + body.len()));
        if body.len() > WRAPPED_LINE && body.chars().count() > WRAPPED_LINE {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(block) = self.open.take().filter(|block| !block.flow.is_blank()) {
            self.layout.blocks.push(block);
        }
    }
}

/// The first comment to essaylint within a line.
fn comment_within(line: &str) -> Option<std::ops::Range<usize>> {
    let start = line.find(TO_ESSAYLINT)?;
    let end = start + line[start..].find("-->")? + 3;
    Some(start..end)
}

/// Whether a line begins an item: a hyphen, an asterisk or a bullet, then a space.
fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    ["- ", "* ", "• ", "· "].iter().any(|bullet| line.starts_with(bullet))
}

/// The lists and their items. An item that is indented farther than the one before it belongs to a list inside that one.
fn lists(text: &str, blocks: &[Block]) -> Vec<Group> {
    let mut groups = Groups::default();
    // How far the items that are open are indented, the innermost last: each stands in a list of its own.
    let mut open: Vec<usize> = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let line = block.span.of(text);
        let indent = line.len() - line.trim_start().len();
        let is_item = block.kind == BlockKind::ListItem || starts_with_number(line);
        while let Some(&outer) = open.last()
            && (!is_item || outer >= indent)
        {
            groups.close(number);
            if is_item && outer == indent {
                // The list goes on.
                break;
            }
            groups.close(number);
            open.pop();
        }
        if is_item {
            if open.last() != Some(&indent) {
                groups.open(block.span.start(), number);
                open.push(indent);
            }
            groups.open(block.span.start(), number);
        }
    }
    for _ in 0..open.len() * 2 {
        groups.close(blocks.len());
    }
    groups.finish()
}

/// Whether a line begins with the number of an item: `1.` or `1)`, then a space.
fn starts_with_number(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        read(text)
            .blocks
            .iter()
            .map(|block| block.flow.text().to_owned())
            .collect()
    }

    fn comments(text: &str) -> Vec<(&str, bool)> {
        let layout = read(text);
        let comments = layout.comments.iter();
        comments
            .map(|comment| (comment.span.of(text), comment.inside_block))
            .collect()
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph_in_every_line_end() {
        assert_eq!(paragraphs("a b\nc\n\nd\n"), ["a b c", "d"]);
        assert_eq!(paragraphs("\u{feff}a b\r\nc\r\n\r\nd"), ["a b c", "d"]);
        assert_eq!(paragraphs("a b\rc\r\rd"), ["a b c", "d"]);
    }

    #[test]
    fn a_line_longer_than_any_wrapping_is_a_paragraph() {
        let long = "word ".repeat(30);
        assert_eq!(paragraphs(&format!("{long}\n{long}\n")).len(), 2);
    }

    #[test]
    fn a_comment_on_its_own_lines_is_no_text() {
        let text = "<!-- essaylint-ignore blame: told so -->\nI failed.\n  <!-- a\n\nb -->\r\nI passed.";
        assert_eq!(
            comments(text),
            [
                ("<!-- essaylint-ignore blame: told so -->", false),
                ("<!-- a\n\nb -->", false)
            ]
        );
        assert_eq!(paragraphs(text), ["I failed.", "I passed."]);
    }

    #[test]
    fn within_a_line_only_what_is_said_to_essaylint_is_a_comment() {
        let text = "I failed <!-- why? --> in May.\n<!-- essaylint-ignore blame: x --> I passed.";
        assert_eq!(comments(text), [("<!-- essaylint-ignore blame: x -->", true)]);
        assert_eq!(paragraphs(text), ["I failed <!-- why? --> in May.  I passed."]);
    }

    #[test]
    fn a_comment_that_is_never_closed_is_text() {
        assert_eq!(paragraphs("<!-- open\n\nand on"), ["<!-- open", "and on"]);
    }
}
