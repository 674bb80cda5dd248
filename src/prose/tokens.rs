//! Where words begin and end: the rules of Unicode. Text in Latin letters, as nearly all of it is, needs few of them.

use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// The tokens of a text that hold a letter or a digit, each with the byte where it starts.
pub(super) enum Tokens<'t> {
    /// Of letters of which these rules know all; what is before this byte has been read.
    Latin(&'t str, usize),
    /// Of any letters.
    Any(UWordBoundIndices<'t>),
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`, in order.
    pub(super) fn of(text: &'t str) -> Self {
        if text.is_ascii() || text.chars().all(is_latin) {
            Self::Latin(text, 0)
        } else {
            Self::Any(text.split_word_bound_indices())
        }
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        match self {
            Self::Latin(text, from) => latin(text, from),
            Self::Any(tokens) => {
                let (at, token) = tokens.find(|(_, token)| token.contains(char::is_alphanumeric))?;
                // A combining mark that counts as a letter takes the space before it into its word.
                let bare = token.trim_start();
                Some((at + token.len() - bare.len(), bare))
            }
        }
    }
}

/// What a character does to the word around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Letter,
    Digit,
    /// Goes on with anything: `snake_case`.
    Joiner,
    /// Stands between letters: `a:b`.
    InLetters,
    /// Stands between digits: `1,000`.
    InDigits,
    /// Stands between letters and between digits: `don't`, `6.5`.
    Inside,
    /// Is in no word.
    Outside,
}

/// The roles of the characters of ASCII.
static ASCII: [Role; 128] = {
    let mut roles = [Role::Outside; 128];
    let mut letter = 0_u8;
    while letter < 128 {
        roles[letter as usize] = Role::of(letter as char);
        letter += 1;
    }
    roles
};

impl Role {
    const fn of(letter: char) -> Self {
        match letter {
            '0'..='9' => Self::Digit,
            '\'' | '.' | '\u{2018}' | '\u{2019}' => Self::Inside,
            ',' | ';' => Self::InDigits,
            ':' => Self::InLetters,
            '_' => Self::Joiner,
            '\u{d7}' | '\u{f7}' => Self::Outside,
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{17f}' => Self::Letter,
            _ => Self::Outside,
        }
    }

    /// The role of the character at byte `at` of a text, and where the next one starts.
    fn at(text: &str, at: usize) -> Option<(Self, usize)> {
        let byte = *text.as_bytes().get(at)?;
        if let Some(role) = ASCII.get(usize::from(byte)) {
            return Some((*role, at + 1));
        }
        let letter = text.get(at..)?.chars().next()?;
        Some((Self::of(letter), at + letter.len_utf8()))
    }
}

/// Whether a character is one of those whose part in words and sentences is known here: ASCII, the letters of western and
/// central Europe, the marks that word processors set.
pub(super) fn is_latin(letter: char) -> bool {
    let marks = matches!(
        letter,
        '\u{a0}' | '\u{2013}' | '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2026}'
    );
    letter.is_ascii() || marks || ('\u{c0}'..='\u{17f}').contains(&letter)
}

/// The next token of `text` from byte `from` on, which moves behind it.
fn latin<'t>(text: &'t str, from: &mut usize) -> Option<(usize, &'t str)> {
    loop {
        let (start, mut last) = loop {
            let at = *from;
            let (role, next) = Role::at(text, at)?;
            *from = next;
            if matches!(role, Role::Letter | Role::Digit | Role::Joiner) {
                break (at, role);
            }
        };
        let mut has_word = last != Role::Joiner;
        while let Some((role, next)) = Role::at(text, *from) {
            let (role, next) = match role {
                Role::Outside => break,
                Role::Letter | Role::Digit | Role::Joiner => (role, next),
                between => {
                    let goes_on = match last {
                        Role::Letter => between != Role::InDigits,
                        Role::Digit => between != Role::InLetters,
                        _ => false,
                    };
                    match Role::at(text, next) {
                        Some((behind, next)) if goes_on && behind == last => (behind, next),
                        _ => break,
                    }
                }
            };
            *from = next;
            has_word |= role != Role::Joiner;
            last = role;
        }
        if has_word {
            return Some((start, &text[start..*from]));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_all_rules(text: &str) -> Vec<(usize, &str)> {
        Tokens::Any(text.split_word_bound_indices()).collect()
    }

    #[test]
    fn every_character_that_is_known_acts_by_the_rules() {
        for letter in (0..0x3000)
            .filter_map(char::from_u32)
            .filter(|letter| is_latin(*letter))
        {
            for text in [
                format!("a{letter}b"),
                format!("1{letter}2"),
                format!("a{letter}1"),
                format!("_{letter}"),
                format!(" {letter} "),
                format!("a{letter}{letter}b"),
                format!("ab {letter}b{letter} 1{letter}"),
            ] {
                assert_eq!(Tokens::of(&text).collect::<Vec<_>>(), by_all_rules(&text), "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn few_rules_do_for_latin_letters(text in "[a-cA-B0-2'._:;, \\-\"\n\u{e9}\u{2019}\u{2014}\u{a0}]{0,24}") {
            prop_assert_eq!(Tokens::of(&text).collect::<Vec<_>>(), by_all_rules(&text));
        }

        #[test]
        fn other_letters_have_all_rules(text in "\\PC{0,12}") {
            prop_assert_eq!(Tokens::of(&text).collect::<Vec<_>>(), by_all_rules(&text));
        }
    }
}
