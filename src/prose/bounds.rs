//! Where sentences end by the rules of Unicode. Text in Latin letters, as nearly all of it is, needs few of them.

use unicode_segmentation::UnicodeSegmentation;

use super::tokens::is_latin;

/// Where the sentences of `text` end, in order.
pub(super) fn bounds(text: &str) -> Vec<usize> {
    if text.is_ascii() || text.chars().all(is_latin) {
        latin(text)
    } else {
        by_all_rules(text)
    }
}

fn by_all_rules(text: &str) -> Vec<usize> {
    let pieces = text.split_sentence_bound_indices();
    pieces.map(|(at, piece)| at + piece.len()).collect()
}

/// What a character says of where sentences end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Lower,
    Upper,
    Digit,
    /// `.`, which ends a sentence or an abbreviation.
    Stop,
    /// `!` and `?`.
    End,
    /// Goes on with a sentence: `,`.
    Continues,
    /// Closes or opens something.
    Close,
    Space,
    Line,
    Other,
}

impl Role {
    fn of(letter: char) -> Self {
        match letter {
            'A'..='Z' => Self::Upper,
            '0'..='9' => Self::Digit,
            ' ' | '\t' | '\u{b}' | '\u{c}' | '\u{a0}' => Self::Space,
            '\n' | '\r' => Self::Line,
            '.' => Self::Stop,
            '!' | '?' => Self::End,
            ',' | '-' | ':' | ';' | '\u{2013}' | '\u{2014}' => Self::Continues,
            '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => {
                Self::Close
            }
            '\u{d7}' | '\u{f7}' => Self::Other,
            '\u{c0}'..='\u{17f}' if letter.is_uppercase() => Self::Upper,
            'a'..='z' | '\u{c0}'..='\u{17f}' => Self::Lower,
            _ => Self::Other,
        }
    }
}

fn latin(text: &str) -> Vec<usize> {
    let mut bounds = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..]
        .bytes()
        .position(|byte| matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r'))
    {
        let mark = from + at;
        from = mark + 1;
        if matches!(text.as_bytes()[mark], b'\n' | b'\r') {
            from += usize::from(text[mark..].starts_with("\r\n"));
            bounds.push(from);
        } else {
            let (behind, ends) = look_behind(text, mark);
            from = behind;
            if ends && behind < text.len() {
                bounds.push(behind);
            }
        }
    }
    if bounds.last().is_none_or(|last| *last < text.len()) && !text.is_empty() {
        bounds.push(text.len());
    }
    bounds
}

/// Just past the mark at byte `mark` and what belongs to it, and whether the sentence ends there.
fn look_behind(text: &str, mark: usize) -> (usize, bool) {
    let is_stop = text.as_bytes()[mark] == b'.';
    let rest = &text[mark + 1..];
    let is_role = |wanted: Role| move |letter: char| Role::of(letter) == wanted;
    let spaced = rest.trim_start_matches(is_role(Role::Close));
    let next = spaced.trim_start_matches(is_role(Role::Space));
    let behind = text.len() - next.len();
    let role = next.chars().next().map_or(Role::Other, Role::of);
    let ends = match role {
        Role::Line | Role::Continues | Role::Stop | Role::End => false,
        Role::Digit if is_stop && next.len() == rest.len() => false,
        Role::Upper if is_stop && next.len() == rest.len() => {
            let before = text[..mark].chars().next_back().map(Role::of);
            !matches!(before, Some(Role::Upper | Role::Lower))
        }
        _ if is_stop => {
            let deciding =
                |role: &Role| matches!(role, Role::Lower | Role::Upper | Role::Line | Role::Stop | Role::End);
            next.chars().map(Role::of).find(deciding) != Some(Role::Lower)
        }
        _ => true,
    };
    (behind, ends)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_character_that_is_known_acts_by_the_rules() {
        for letter in (0..0x3000)
            .filter_map(char::from_u32)
            .filter(|letter| is_latin(*letter))
        {
            for text in [
                format!("a.{letter}B"),
                format!("a. {letter}b"),
                format!("a. {letter} B"),
                format!("a! {letter}b"),
                format!("a!{letter} B"),
                format!("{letter}.B"),
                format!("{letter} B"),
                format!("a. (1{letter} b"),
            ] {
                assert_eq!(bounds(&text), by_all_rules(&text), "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn few_rules_do_for_latin_letters(
            text in "[abAB1.!?,:;'()\" \n\r\\-%\u{e9}\u{c9}\u{2019}\u{201d}\u{2014}\u{2026}\u{a0}]{0,24}",
        ) {
            prop_assert_eq!(bounds(&text), by_all_rules(&text));
        }
    }
}
