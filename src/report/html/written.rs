//! A block as it is written: its words, and between them the markup and the comments that a plain field would show.

use std::borrow::Cow;

use crate::source::{Block, BlockKind, Source, Span};

/// What a piece of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Running text.
    Words,
    /// Markup around or inside it.
    Markup,
    /// A comment of the author.
    Comment,
}

/// A piece of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece<'s> {
    /// What is shown.
    pub(super) text: Cow<'s, str>,
    /// What it is.
    pub(super) sort: Sort,
    /// The bytes of the file that it stands for.
    pub(super) from: Span,
    /// Whether it agrees with the file byte for byte, so that it can be cut.
    pub(super) verbatim: bool,
}

/// The pieces of a block in order. Line ends are spaces; what makes it a heading, an item or a quote is left out.
pub(super) fn pieces<'s>(source: &'s Source, block: &'s Block) -> Vec<Piece<'s>> {
    let mut pieces: Vec<Piece<'s>> = Vec::new();
    let mut at = block.span.start();
    let mut begins_line = true;
    for (text, from, verbatim) in block.flow.stretches() {
        if from.start() > at {
            between(source, block, Span::new(at, from.start()), begins_line, &mut pieces);
        }
        begins_line = !verbatim && text == " ";
        pieces.push(Piece {
            text: Cow::Borrowed(text),
            sort: Sort::Words,
            from,
            verbatim,
        });
        at = at.max(from.end());
    }
    between(source, block, Span::new(at, block.span.end()), false, &mut pieces);
    pieces
}

/// Adds what stands between two stretches of words.
fn between<'s>(source: &'s Source, block: &Block, gap: Span, begins_line: bool, pieces: &mut Vec<Piece<'s>>) {
    let text = source.text();
    let mut at = gap.start();
    let comments = source.comments();
    let first = comments.partition_point(|comment| comment.span.end() <= gap.start());
    for comment in comments[first..]
        .iter()
        .take_while(|comment| comment.span.start() < gap.end())
    {
        let span = Span::new(comment.span.start().max(at), comment.span.end().min(gap.end()));
        markup(text, block.kind, Span::new(at, span.start()), begins_line, pieces);
        pieces.push(piece(text, span, Sort::Comment));
        at = span.end();
    }
    markup(
        text,
        block.kind,
        Span::new(at, gap.end()),
        begins_line && at == gap.start(),
        pieces,
    );
}

/// Adds markup, less what makes the block what it is.
fn markup<'s>(text: &'s str, kind: BlockKind, span: Span, begins_line: bool, pieces: &mut Vec<Piece<'s>>) {
    if kind == BlockKind::Heading {
        return;
    }
    let mut written = span.of(text);
    if begins_line {
        written = written.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let mark = marker(written);
        // Words in italics begin with an asterisk, too, but with no space behind it.
        if written[..mark].ends_with([' ', '\t']) {
            written = &written[mark..];
        }
    }
    let start = span.end() - written.len();
    let trimmed = written.trim_end();
    if !trimmed.trim_start().is_empty() {
        pieces.push(piece(text, Span::new(start, start + trimmed.len()), Sort::Markup));
    }
}

fn piece(text: &str, from: Span, sort: Sort) -> Piece<'_> {
    Piece {
        text: Cow::Borrowed(from.of(text)),
        sort,
        from,
        verbatim: true,
    }
}

/// The length of the mark of a list's item that `line` begins with, the space after it included.
pub(super) fn marker(line: &str) -> usize {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = match line[digits..].chars().next() {
        Some(c @ ('-' | '*' | '+' | '•' | '·')) if digits == 0 => c.len_utf8(),
        Some('.' | ')') if (1..=9).contains(&digits) => digits + 1,
        _ => return 0,
    };
    let rest = &line[mark..];
    let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if space == 0 && !rest.is_empty() {
        0
    } else {
        mark + space
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Syntax};

    fn written(text: &str, syntax: Syntax) -> Vec<Vec<(String, Sort)>> {
        let source = Source::new("t.md", text.to_owned(), syntax, KindSayings::default()).unwrap();
        let blocks = source.blocks().iter();
        blocks
            .map(|block| {
                let pieces = pieces(&source, block).into_iter();
                pieces.map(|piece| (piece.text.into_owned(), piece.sort)).collect()
            })
            .collect()
    }

    fn shown(text: &str) -> Vec<String> {
        let blocks = written(text, Syntax::Markdown).into_iter();
        blocks
            .map(|pieces| pieces.into_iter().map(|(text, _)| text).collect())
            .collect()
    }

    #[test]
    fn markup_and_comments_are_shown_as_they_are_written() {
        assert_eq!(
            shown("I **failed** [Step 1](x.org) &amp; <!-- why --> told\nno one."),
            ["I **failed** [Step 1](x.org) & <!-- why --> told no one."]
        );
        let sorts = &written("*I* went.", Syntax::Markdown)[0];
        assert_eq!(sorts[0], ("*".to_owned(), Sort::Markup));
        assert_eq!(sorts[1], ("I".to_owned(), Sort::Words));
    }

    #[test]
    fn what_makes_a_block_what_it_is_is_left_out() {
        assert_eq!(
            shown("# My *year* #\n\n> They\n> said so.\n\n1. One\n2. *Two*\n   and on\n\n- Three\n"),
            ["My year", "They said so.", "One", "*Two* and on", "Three"]
        );
    }

    #[test]
    fn plain_text_is_shown_whole() {
        let text = "* I *did* it.\nAnd on.";
        let shown: Vec<String> = written(text, Syntax::Plain)[0]
            .iter()
            .map(|(text, _)| text.clone())
            .collect();
        assert_eq!(shown.concat(), "* I *did* it. And on.");
    }

    #[test]
    fn the_mark_of_an_item_is_known() {
        for (line, length) in [
            ("- a", 2),
            ("12.  a", 5),
            ("*a*", 0),
            ("1.5 a", 0),
            ("-", 1),
            ("", 0),
            ("• a", 4),
        ] {
            assert_eq!(marker(line), length, "{line}");
        }
    }
}
