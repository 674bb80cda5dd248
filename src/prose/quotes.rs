//! Direct speech: the stretches between quotation marks, which are somebody's words.

use super::Word;
use crate::source::{Flow, Span};

/// Marks those of `words`, all words of a block in order, that stand between quotation marks.
pub(super) fn mark(flow: &Flow, words: &mut [Word]) {
    let mut rest = words;
    for span in inside(flow) {
        let before = rest.partition_point(|word| word.span.start() < span.start());
        rest = &mut rest[before..];
        for word in rest.iter_mut().take_while(|word| word.span.start() < span.end()) {
            word.quoted |= span.holds(word.span);
        }
    }
}

/// The stretches of a block that stand between quotation marks, marks not included. A mark that is never closed opens
/// nothing.
pub(crate) fn inside(flow: &Flow) -> Vec<Span> {
    let text = flow.text();
    // Most blocks quote nobody; all marks but one are no ASCII.
    if !text.bytes().any(|byte| byte == b'"' || !byte.is_ascii()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut before = ' ';
    for (at, mark) in text.char_indices() {
        let after = at + mark.len_utf8();
        match (mark, open) {
            ('"', None) if opens_after(before) => open = Some(('"', after)),
            ('\u{201c}' | '\u{201e}', None) => open = Some(('\u{201d}', after)),
            ('\u{ab}', None) => open = Some(('\u{bb}', after)),
            ('\u{2018}', None) => open = Some(('\u{2019}', after)),
            (mark, Some((closing, start))) if closes(mark, closing, &text[after..]) => {
                found.push(flow.span(start, at));
                open = None;
            }
            _ => {}
        }
        before = mark;
    }
    found
}

/// Whether `mark`, before the text `next`, is the closing mark of speech. An apostrophe stands before a letter, a closing
/// mark does not; a straight mark closes what a curly one opened.
fn closes(mark: char, closing: char, next: &str) -> bool {
    let apostrophe = mark == '\u{2019}' && next.starts_with(char::is_alphanumeric);
    (mark == closing && !apostrophe) || (closing == '\u{201d}' && mark == '"')
}

fn opens_after(before: char) -> bool {
    before.is_whitespace() || matches!(before, '(' | '[' | '\u{2014}' | '\u{2013}' | '-' | '\'' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<String> {
        let mut flow = Flow::default();
        flow.push(text, 0);
        inside(&flow).into_iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn straight_curly_and_single_marks_hold_speech() {
        assert_eq!(
            quoted("He said \"I failed.\" Then \u{201c}why?\u{201d}"),
            ["I failed.", "why?"]
        );
        assert_eq!(
            quoted("\u{2018}I don\u{2019}t know,\u{2019} he said"),
            ["I don\u{2019}t know,"]
        );
    }

    #[test]
    fn a_lost_mark_opens_nothing() {
        assert!(quoted("a 6\" screen and \"no end").is_empty());
    }
}
