//! What a draft falls into, and whether an edit of some characters leaves it so.

use std::ops::Range;

use super::{Block, BlockKind, MarkupClass, Source, Span, Syntax};

/// The parts of a draft, with places that are comparable before and after an edit.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    /// What each block is, and where its letters outside of the edits stand: those next to each other together.
    blocks: Vec<(BlockKind, Vec<Range<usize>>)>,
    groups: Vec<Range<usize>>,
    markup: Vec<(MarkupClass, Range<usize>)>,
    comments: Vec<Range<usize>>,
}

/// Whether `edits` of `source` leave its shape as it is.
pub(super) fn keeps(source: &Source, edits: &[(Span, &str)]) -> bool {
    // Most edits are of apostrophes and quotation marks, and to read the draft again takes longer than all lints together.
    // Tags, links, footnotes and comments are what a quotation mark can open or close; all of them begin with one of these.
    let could_quote = ["<", "](", "]:"].iter().any(|sign| source.text().contains(sign));
    if !could_quote && edits.iter().all(|(span, put)| divides_nothing(source, *span, put)) {
        return true;
    }
    is_alike(source, edits)
}

/// Whether the draft is read again as it was, but for the edits.
fn is_alike(source: &Source, edits: &[(Span, &str)]) -> bool {
    let mut text = String::with_capacity(source.text().len());
    let mut moves = Vec::new();
    let mut done = 0;
    for (span, put) in edits {
        text.push_str(source.text().get(done..span.start()).unwrap_or_default());
        let start = text.len();
        text.push_str(put);
        moves.push((*span, Span::new(start, text.len())));
        done = span.end();
    }
    text.push_str(source.text().get(done..).unwrap_or_default());
    let Ok(edited) = source.with_text(text) else {
        return false;
    };
    let before: Vec<Span> = moves.iter().map(|(old, _)| *old).collect();
    let after: Vec<Span> = moves.iter().map(|(_, new)| *new).collect();
    shape(source, &before, |at, end| moved(&moves, at, end)) == shape(&edited, &after, |at, _| at)
}

/// Whether an edit can divide no text that has neither tags nor links: it puts one quotation mark for another, which are
/// punctuation alike, or letters, spaces, hyphens or points for a character beyond ASCII between two letters or digits, or
/// between two spaces with these around them, where no block and no emphasis begins or ends. A line of a plain draft is also
/// told by its length.
fn divides_nothing(source: &Source, span: Span, put: &str) -> bool {
    const QUOTES: [&str; 4] = ["\u{2018}", "\u{2019}", "\u{201c}", "\u{201d}"];
    let (text, old) = (source.text(), span.of(source.text()));
    let before = text.get(..span.start()).and_then(|text| text.chars().next_back());
    let after = text.get(span.end()..).and_then(|text| text.chars().next());
    if QUOTES.contains(&old) && matches!(put, "'" | "\"") {
        return before != Some('\\');
    }
    let is_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let next_but_spaces = || {
        let (before, after) = (text.get(..span.start())?, text.get(span.end()..)?);
        let before = before.trim_end_matches(' ').chars().next_back();
        Some([before, after.trim_start_matches(' ').chars().next()])
    };
    let spaced = before == Some(' ') && after == Some(' ');
    let flanked = (is_word(before) && is_word(after))
        || (spaced && next_but_spaces().is_some_and(|sides| sides.into_iter().all(is_word)));
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '\'' | '"');
    let is_typed = !put.is_empty() && put.chars().all(plain) && old.chars().count() == 1 && !old.is_ascii();
    flanked && is_typed && (source.syntax() == Syntax::Markdown || put.chars().count() == 1)
}

/// Where byte `at` stands after the edits; an end stands behind what was put in before it, a start in front.
fn moved(moves: &[(Span, Span)], at: usize, is_end: bool) -> usize {
    let past = moves.partition_point(|(old, _)| old.end() < at || (old.end() == at && (is_end || !old.is_empty())));
    if let Some((old, new)) = moves.get(past)
        && old.start() < at
    {
        return new.end();
    }
    match past.checked_sub(1).map(|last| moves[last]) {
        Some((old, new)) => at - old.end() + new.end(),
        None => at,
    }
}

/// The shape of `source`: letters under `edited` do not count, and `place` says where a byte stands (or, if true, an end).
fn shape(source: &Source, edited: &[Span], place: impl Fn(usize, bool) -> usize) -> Shape {
    let is_edited = |at: usize| {
        let next = edited.partition_point(|span| span.end() <= at);
        edited.get(next).is_some_and(|span| span.start() <= at)
    };
    let spanned = |span: Span| place(span.start(), false)..place(span.end(), true);
    let letters = |block: &Block| {
        let mut letters: Vec<Range<usize>> = Vec::new();
        let mut add = |at: usize, length: usize| {
            let at = place(at, false);
            match letters.last_mut() {
                Some(last) if last.end == at => last.end += length,
                _ => letters.push(at..at + length),
            }
        };
        for (text, from, _) in block.flow.stretches().filter(|(_, _, verbatim)| *verbatim) {
            for word in text.split_whitespace() {
                let start = from.start() + (word.as_ptr() as usize - text.as_ptr() as usize);
                let next = edited.partition_point(|span| span.end() < start);
                if edited.get(next).is_none_or(|span| span.start() > start + word.len()) {
                    add(start, word.len());
                    continue;
                }
                for (at, letter) in word.char_indices().filter(|(at, _)| !is_edited(start + at)) {
                    add(start + at, letter.len_utf8());
                }
            }
        }
        letters
    };
    let blocks = source.blocks().iter().map(|block| (block.kind, letters(block)));
    Shape {
        blocks: blocks.collect(),
        groups: source.groups().iter().map(|group| group.blocks.clone()).collect(),
        markup: source
            .markup()
            .iter()
            .map(|markup| (markup.class, spanned(markup.span)))
            .collect(),
        comments: source.comments().iter().map(|comment| spanned(comment.span)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Syntax};

    fn source_in(syntax: Syntax, text: &str) -> Source {
        Source::new("t", text.to_owned(), syntax, KindSayings::default()).unwrap()
    }

    fn keeps(text: &str, old: &str, new: &str) -> bool {
        keeps_in(Syntax::Markdown, text, old, new)
    }

    fn keeps_in(syntax: Syntax, text: &str, old: &str, new: &str) -> bool {
        let source = source_in(syntax, text);
        let places: Vec<(Span, &str)> = text
            .match_indices(old)
            .map(|(at, _)| (Span::new(at, at + old.len()), new))
            .collect();
        source.keeps_shape(&places)
    }

    #[test]
    fn words_of_a_paragraph_may_change() {
        let text = "I passed\u{2014}in May\u{2014}**twice**.\n\n- A list\u{2014}of <!-- one --> item\n";
        assert!(keeps(text, "\u{2014}", " - "));
    }

    #[test]
    fn what_stands_between_words_divides_nothing_as_a_new_reading_says() {
        for text in [
            "I passed \u{2014} in May.",
            "One\u{2192}two",
            "1 \u{2014} two",
            "- a  \u{2192} b",
        ] {
            for put in ["-", "to", " - ", "..."] {
                let at = text.find(['\u{2014}', '\u{2192}']).unwrap();
                let span = Span::new(at, at + '\u{2014}'.len_utf8());
                let source = source_in(Syntax::Markdown, text);
                assert!(
                    divides_nothing(&source, span, put) && is_alike(&source, &[(span, put)]),
                    "{text} {put}"
                );
            }
        }
        for text in [
            "\u{2014} a",
            "a\n\u{2014} b",
            "*a* \u{2014} b",
            "1\u{2014} b",
            "a \u{2014}\nb",
        ] {
            let at = text.find('\u{2014}').unwrap();
            let span = Span::new(at, at + '\u{2014}'.len_utf8());
            assert!(
                !divides_nothing(&source_in(Syntax::Markdown, text), span, "-"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_line_of_a_plain_draft_that_becomes_too_long_is_seen() {
        let line = format!(
            "{}stopped\u{2014}my father was ill, and I went home\nagain.",
            "So ".repeat(26)
        );
        assert_eq!(line.lines().next().unwrap().chars().count(), 120);
        assert!(!keeps_in(Syntax::Plain, &line, "\u{2014}", " - "));
        assert!(keeps_in(Syntax::Plain, &line, "\u{2014}", "-"));
    }

    #[test]
    fn what_begins_a_list_a_link_or_a_paragraph_is_seen() {
        assert!(!keeps("\u{2022} A list of one item", "\u{2022}", "-"));
        assert!(!keeps(
            "So [it](was \u{201c}said\u{201d}) then",
            "\u{201c}said\u{201d}",
            "\"said\""
        ));
        assert!(!keeps("One.\n\u{a0}\nTwo.", "\u{a0}", " "));
        assert!(!keeps("A *word\u{2014}* and", "\u{2014}", " "));
        assert!(!keeps("a\u{2014}b*c", "\u{2014}", "*"));
        assert!(!keeps("<a title=\u{201c}x y\u{201c}>y", "\u{201c}", "\""));
        assert!(!keeps("He \\\u{201c}said", "\u{201c}", "\""));
    }
}
