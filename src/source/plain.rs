//! Plain text: paragraphs between blank lines, or one to a line.

use super::{BOM, Block, BlockKind, Comment, Flow, Layout, Span};

/// No editor wraps lines wider than this many bytes by itself: a longer line is a whole paragraph.
const WRAPPED_LINE: usize = 120;

/// Finds the paragraphs of `text`. A paragraph that is one `<!-- comment -->` is a comment, as in Markdown, so that
/// suppressions work in plain files too.
pub(super) fn read(text: &str) -> Layout {
    let mut layout = Layout::default();
    let mut open: Option<Block> = None;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let start = at;
        at += line.len();
        let body = line.trim_end_matches(['\n', '\r']);
        let skipped = if start == 0 {
            body.len() - body.trim_start_matches(BOM).len()
        } else {
            0
        };
        let body = &body[skipped..];
        let start = start + skipped;
        if body.trim().is_empty() {
            // "\r\n" is split into "…\r" and "\n": the second half is no blank line.
            if line != "\n" || !text[..at - 1].ends_with('\r') {
                close(&mut open, text, &mut layout);
            }
            continue;
        }
        let is_item = starts_item(body);
        if is_item {
            close(&mut open, text, &mut layout);
        }
        let block = open.get_or_insert_with(|| Block {
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
        block.flow.push(body, start);
        block.span = block.span.to(Span::new(start, start + body.len()));
        if body.len() > WRAPPED_LINE {
            close(&mut open, text, &mut layout);
        }
    }
    close(&mut open, text, &mut layout);
    layout
}

/// Whether a line begins an item: a hyphen, an asterisk or a bullet, then a space.
fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    ["- ", "* ", "• ", "· "].iter().any(|bullet| line.starts_with(bullet))
}

fn close(open: &mut Option<Block>, text: &str, layout: &mut Layout) {
    let Some(block) = open.take() else { return };
    let words = block.span.of(text).trim();
    if words.starts_with("<!--") && words.ends_with("-->") {
        layout.comments.push(Comment {
            span: block.span,
            inside_block: false,
        });
    } else {
        layout.blocks.push(block);
    }
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

    #[test]
    fn hard_wrapped_lines_are_one_paragraph_in_every_line_end() {
        assert_eq!(paragraphs("a b\nc\n\nd\n"), ["a b c", "d"]);
        assert_eq!(paragraphs("\u{feff}a b\r\nc\r\n\r\nd"), ["a b c", "d"]);
    }

    #[test]
    fn a_line_longer_than_any_wrapping_is_a_paragraph() {
        let long = "word ".repeat(30);
        assert_eq!(paragraphs(&format!("{long}\n{long}\n")).len(), 2);
    }

    #[test]
    fn a_comment_alone_is_no_text() {
        let layout = read("<!-- essaylint-ignore blame: told so -->\n\ntext");
        assert_eq!((layout.comments.len(), layout.blocks.len()), (1, 1));
    }
}
