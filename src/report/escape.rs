//! Text of a draft or a path made safe to show: nothing in it may move the cursor, change colours or turn the line around.

use std::borrow::Cow;

/// Whether a character is shown by its number instead of as itself.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            // Marks, embeddings, overrides and isolates of the writing direction; line and paragraph separators; a byte
            // order mark in the middle.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
        )
}

/// How one character is shown.
pub(super) fn shown(c: char) -> Cow<'static, str> {
    if c == '\t' {
        Cow::Borrowed(" ")
    } else if is_unsafe(c) {
        Cow::Owned(c.escape_unicode().to_string())
    } else {
        Cow::Owned(c.to_string())
    }
}

/// Escapes a text that stands in one line: runs of white space with a line end in them become one space.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| is_unsafe(c)) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        if rest[..blank].contains(['\n', '\r']) {
            line.push(' ');
            rest = &rest[blank..];
        } else {
            line.push_str(&shown(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(line)
}

/// Escapes a line of a file and leaves its spaces and tabs as they are.
pub(super) fn steady(line: &str) -> Cow<'_, str> {
    if !line.contains(|c: char| is_unsafe(c) && c != '\t') {
        return Cow::Borrowed(line);
    }
    let keep = |c: char| if c == '\t' { Cow::Borrowed("\t") } else { shown(c) };
    Cow::Owned(line.chars().map(keep).collect())
}

/// Escapes a text of several lines and leaves their ends, spaces and tabs as they are.
#[must_use]
pub(crate) fn steady_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| is_unsafe(c) && !matches!(c, '\n' | '\t')) {
        return Cow::Borrowed(text);
    }
    let lines = text.split_inclusive('\n').map(|line| {
        let words = line.trim_end_matches('\n').trim_end_matches('\r');
        steady(words) + &line[words.len()..]
    });
    Cow::Owned(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_ends() {
        assert_eq!(
            steady_lines("a\u{1b}\tb\r\n\u{202e}\nc\r"),
            "a\\u{1b}\tb\r\n\\u{202e}\nc\r"
        );
        assert!(matches!(steady_lines("a\tb\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_reaches_the_terminal_that_steers_it() {
        assert_eq!(one_line("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(one_line("x\u{202e}cod.md"), "x\\u{202e}cod.md");
    }

    #[test]
    fn line_ends_become_one_space() {
        assert_eq!(one_line("failed\r\n  Step\t1"), "failed Step 1");
    }

    #[test]
    fn letters_and_emoji_stay() {
        assert!(matches!(one_line("e\u{301} 👩\u{200d}⚕️ —"), Cow::Borrowed(_)));
    }
}
