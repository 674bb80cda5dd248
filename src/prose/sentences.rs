//! Where sentences end: the rules of Unicode, corrected by the abbreviations of this field.

use std::ops::Range;

use super::WordSet;
use super::bounds::bounds;

/// Abbreviations that a name or a number follows: their stop never ends a sentence.
static LEADING: WordSet = WordSet::new(&[
    "dr", "drs", "mr", "mrs", "ms", "mx", "prof", "st", "mt", "ft", "rev", "fr", "hon", "gen", "lt", "col", "sgt",
    "capt", "cpt", "maj", "cmdr", "vs", "cf", "eg", "ie", "viz", "approx", "ca", "fig", "vol", "univ", "assoc", "asst",
    "al",
]);

/// Abbreviations whose stop ends a sentence only before a capital letter that starts one.
static TRAILING: WordSet = WordSet::new(&[
    "jr", "sr", "etc", "esq", "dept", "hosp", "inc", "ltd", "co", "no", "nos", "min", "mins", "hr", "hrs", "wk", "wks",
    "mo", "yr", "yrs", "jan", "feb", "sept", "dec",
]);

/// Words that start sentences far oftener than names.
static STARTERS: WordSet = WordSet::new(&[
    "i", "we", "my", "our", "the", "a", "an", "in", "it", "its", "he", "she", "they", "his", "her", "their", "that",
    "this", "these", "those", "there", "then", "when", "while", "after", "before", "but", "and", "or", "so", "yet",
    "at", "on", "for", "from", "by", "to", "with", "as", "if", "since", "because", "although", "though", "during",
    "one", "two", "what", "who", "how", "why", "where", "not", "no", "nobody", "each", "every", "all", "both", "most",
    "some", "only",
]);

/// The longest sentence in bytes. What goes on for longer was not written as one, and would have to be compared with itself:
/// it is read as several.
const LONGEST: usize = 10_000;

/// The sentences of a block's running text as byte ranges, white space around them left out.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    let mut at = 0;
    for end in bounds(text) {
        let piece = &text[at..end];
        match ranges.last_mut() {
            Some(last) if joins || continues(&text[last.clone()], piece) => last.end = end,
            _ => ranges.push(at..end),
        }
        joins = !piece.contains(char::is_alphanumeric) && piece.trim_end().chars().all(|c| !is_end(c));
        at = end;
    }
    ranges
        .into_iter()
        .flat_map(|range| cut(text, range))
        .map(|range| {
            let piece = &text[range.clone()];
            let start = range.start + (piece.len() - piece.trim_start().len());
            start..(range.start + piece.trim_end().len()).max(start)
        })
        .filter(|range| !range.is_empty())
        .collect()
}

/// The pieces of a range that is too long: each ends behind white space or, where there is none, behind a mark.
fn cut(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut start = range.start;
    std::iter::from_fn(move || {
        let rest = &text[start..range.end];
        if rest.is_empty() {
            return None;
        }
        let length = if rest.len() > LONGEST {
            length_of_piece(rest)
        } else {
            rest.len()
        };
        start += length;
        Some(start - length..start)
    })
}

fn length_of_piece(rest: &str) -> usize {
    let is_mark = |c: char| c.is_ascii_punctuation() && c != '\'';
    let head = (0..=LONGEST).rev().find_map(|end| rest.get(..end)).unwrap_or_default();
    let behind = |text: &str, is_end: &dyn Fn(char) -> bool| {
        let mut letters = text.char_indices().rev();
        letters.find(|&(_, c)| is_end(c)).map(|(at, c)| at + c.len_utf8())
    };
    behind(head, &char::is_whitespace)
        .or_else(|| behind(head, &is_mark))
        .or_else(|| rest.find(char::is_whitespace))
        .unwrap_or(rest.len())
}

fn is_end(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '\u{2026}')
}

/// Whether `right`, which the rules of Unicode begin a sentence with, goes on with the sentence `left`.
fn continues(left: &str, right: &str) -> bool {
    let left = left.trim_end();
    if !right.contains(char::is_alphanumeric) {
        return true;
    }
    let first_letter = right.chars().find(|c| c.is_alphanumeric()).unwrap_or(' ');
    let bare = left.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', ']']);
    if bare.len() < left.len() && first_letter.is_lowercase() && right.starts_with(char::is_alphanumeric) {
        // "Where is it?" he asked.
        return true;
    }
    if !left.ends_with('.') {
        return false;
    }
    let body = left.trim_end_matches('.');
    if body.len() + 1 < left.len() {
        return false;
    }
    let last = body
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '\u{201c}' | '/'))
        .next();
    stop_of_abbreviation(body, last.unwrap_or_default(), right, first_letter)
}

/// Whether the stop after the word `last`, with which `body` ends, belongs to an abbreviation before `right`.
fn stop_of_abbreviation(body: &str, last: &str, right: &str, first_letter: char) -> bool {
    let plain: String = last
        .chars()
        .filter(|c| *c != '.')
        .flat_map(char::to_lowercase)
        .collect();
    let starts_one = || {
        let next: String = right
            .chars()
            .skip_while(|c| !c.is_alphanumeric())
            .take_while(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        STARTERS.has(&next)
    };
    if last.chars().all(|c| c.is_ascii_digit()) && last == body.trim() {
        // "1. The first item"
        return !last.is_empty();
    }
    if LEADING.has(&plain) {
        return plain != "al" || !starts_one();
    }
    let follows_on = || first_letter.is_lowercase() || (first_letter.is_numeric() && !starts_one());
    if TRAILING.has(&plain) {
        return follows_on();
    }
    if last.contains('.') && last.chars().all(|c| c.is_alphabetic() || c == '.') {
        // U.S., M.D., Ph.D., a.m., Step 2 C.K.
        return follows_on() || (!starts_one() && last.starts_with(char::is_uppercase));
    }
    is_initial(body, last) && !starts_one() && first_letter.is_uppercase()
}

/// Whether `last` is the initial of a name: one capital letter at the start or after a capitalised word.
fn is_initial(body: &str, last: &str) -> bool {
    let mut letters = last.chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if !single || last == "I" {
        return false;
    }
    let before = body[..body.len() - last.len()].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.is_empty() || (word.starts_with(char::is_uppercase) && word != "Step" && word != "Plan" && word != "Level")
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, split};

    fn count(text: &str) -> usize {
        split(text).len()
    }

    #[test]
    fn abbreviations_of_the_field_do_not_end_a_sentence() {
        for text in [
            "I met Dr. Smith in May.",
            "Prof. Okafor and Drs. Lee and Cho agreed.",
            "St. George's is in Grenada.",
            "The mass was 6.5 cm wide.",
            "It was TACE vs. ablation, e.g. in Child-Pugh A.",
            "I took Step 2 C.K. in June.",
            "I trained in the U.S. Army before.",
            "J. Smith, M.D. of Boston, saw me at 7 a.m. that day.",
            "Robert J. Smith taught me.",
            "\"Where is it?\" he asked.",
            "\"Go.\" she said.",
            "See Chen et al. for the method.",
            "1. The first attempt failed.",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
    }

    #[test]
    fn sentences_end_after_abbreviations_too() {
        for text in [
            "I came back to the U.S. I was glad.",
            "He had hepatitis C. He was treated.",
            "I took Step 2 C.K. I passed.",
            "The clinic closed at 5 p.m. We walked home.",
            "I have an M.D. My brother has none.",
            "It was Plan B. It worked.",
            "I failed! I passed.",
            "\"Go home.\" He went.",
        ] {
            assert_eq!(count(text), 2, "{text}");
        }
    }

    #[test]
    fn what_never_ends_is_read_as_several() {
        for (text, most) in [
            ("word ".repeat(9_000), LONGEST),
            ("one,".repeat(9_000), LONGEST),
            ("a".repeat(30_000), 30_000),
        ] {
            let ranges = split(&text);
            assert!(ranges.iter().all(|range| range.len() <= most));
            assert!(
                ranges
                    .iter()
                    .all(|range| text[..range.start].ends_with([' ', ',']) || range.start == 0)
            );
            let letters = |text: &str| text.replace(' ', "").len();
            assert_eq!(
                ranges.iter().map(|range| letters(&text[range.clone()])).sum::<usize>(),
                letters(&text)
            );
        }
    }

    #[test]
    fn ranges_are_trimmed_and_in_order() {
        let text = "  One.  Two?  ";
        let found: Vec<_> = split(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["One.", "Two?"]);
    }
}
