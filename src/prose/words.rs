//! Words: the rules of Unicode, with contractions taken apart and letters parted from digits.

use std::ops::Range;

use super::digits::split_digits;
use super::fold::fold_letters;
use super::tokens::Tokens;
use super::{Gap, Shape, Word};
use crate::hash::hash;
use crate::source::{Flow, Span, Trail};

/// Reads the words of the sentence at `range` of the block's text and adds them to `words`, their folded views to
/// `folded`. `trail` has not come past the sentence.
pub(super) fn read(
    flow: &Flow,
    trail: &mut Trail<'_>,
    range: Range<usize>,
    words: &mut Vec<Word>,
    folded: &mut String,
) {
    let sentence = &flow.text()[range.clone()];
    let first = words.len();
    let mut gap_from = 0;
    for (at, token) in Tokens::of(sentence) {
        let mut gap = if words.len() == first {
            Gap::Start
        } else {
            gap_of(&sentence[gap_from..at])
        };
        gap_from = at + token.len();
        let mut add = |part: &Part<'_>, gap: Gap| {
            let start = range.start + at + part.start;
            let span = trail.span(start, range.start + at + part.end);
            push(part, span, gap, words, folded);
        };
        if is_whole(token) {
            let plain = true;
            add(&Part { plain, ..whole(token) }, gap);
            continue;
        }
        let next = &sentence[at + token.len()..];
        for part in split_token(token, next) {
            add(&part, gap);
            gap = Gap::Joined;
        }
    }
}

/// Whether a token is one word by its letters alone.
fn is_whole(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_alphabetic()) && !token.eq_ignore_ascii_case("cannot")
}

#[cfg(test)]
fn fold_of<'f>(folded: &'f str, word: &Word) -> &'f str {
    let start = word.fold_start as usize;
    folded
        .get(start..start + usize::from(word.fold_len))
        .unwrap_or_default()
}

fn push(part: &Part<'_>, span: Span, gap: Gap, words: &mut Vec<Word>, folded: &mut String) {
    let start = folded.len();
    match part.folded {
        Some(spelled) => folded.push_str(spelled),
        None if part.plain => {
            folded.push_str(part.text);
            folded[start..].make_ascii_lowercase();
        }
        None => fold_letters(part.text, folded),
    }
    let (fold_len, fold) = match u16::try_from(folded.len() - start) {
        Ok(length) => (length, &folded[start..]),
        Err(_) => (0, ""),
    };
    words.push(Word {
        span,
        shape: Shape::of(part.text),
        gap,
        possessive: part.possessive,
        quoted: false,
        fold_start: u32::try_from(start).unwrap_or(u32::MAX),
        fold_len,
        fold_hash: hash(fold.as_bytes()),
    });
}

/// A part of a written token.
#[derive(Debug, PartialEq, Eq)]
struct Part<'t> {
    /// The letters as they are written, a possessive ending left out.
    text: &'t str,
    /// Byte range in the token, a possessive ending included.
    start: usize,
    /// End of that range.
    end: usize,
    /// What a contracted part stands for: `n't` for `not`.
    folded: Option<&'static str>,
    /// Whether a possessive ending was left out.
    possessive: bool,
    /// Whether it is known to have letters of the English alphabet alone.
    plain: bool,
}

/// Takes a token apart: `didn't` into `did` and `not`, `Step2CK` into `Step`, `2` and `CK`. `next` is
/// the text after it, which decides what `'d` stands for.
fn split_token<'t>(token: &'t str, next: &str) -> Vec<Part<'t>> {
    let (stem, ending) = cut_ending(token);
    let mut parts = Vec::new();
    let mut possessive = false;
    let mut contracted = None;
    if let Some(ending) = ending {
        let lower = stem.to_lowercase();
        match ending {
            "s" if TAKES_IS.contains(&lower.as_str()) => contracted = Some("is"),
            "s" | "" => possessive = true,
            "m" => contracted = Some("am"),
            "re" => contracted = Some("are"),
            "ve" => contracted = Some("have"),
            "ll" => contracted = Some("will"),
            "d" => contracted = Some(if participle_follows(next) { "had" } else { "would" }),
            "t" => contracted = Some("not"),
            _ => return vec![whole(token)],
        }
    }
    if contracted == Some("not") {
        let verb = &stem[..stem.len() - 1];
        let spelled = match verb.to_lowercase().as_str() {
            "ca" => Some("can"),
            "wo" => Some("will"),
            "sha" => Some("shall"),
            "ai" => Some("is"),
            _ => None,
        };
        parts.push(Part {
            text: verb,
            start: 0,
            end: verb.len(),
            folded: spelled,
            possessive: false,
            plain: false,
        });
    } else if contracted.is_none() && stem.eq_ignore_ascii_case("cannot") {
        parts.push(Part {
            text: &stem[..3],
            start: 0,
            end: 3,
            folded: None,
            possessive: false,
            plain: false,
        });
        contracted = Some("not");
    } else {
        push_digits(stem, &mut parts);
    }
    if let Some(last) = parts.last_mut() {
        last.possessive = possessive;
        if possessive {
            last.end = token.len();
        } else if contracted.is_some() {
            let start = last.end;
            parts.push(Part {
                text: &token[start..],
                start,
                end: token.len(),
                folded: contracted,
                possessive: false,
                plain: false,
            });
        }
    }
    parts
}

/// Words after which `'s` stands for "is" (or "has"), not for possession.
const TAKES_IS: [&str; 14] = [
    "it",
    "that",
    "he",
    "she",
    "there",
    "here",
    "what",
    "who",
    "where",
    "how",
    "when",
    "this",
    "everything",
    "let",
];

fn whole(token: &str) -> Part<'_> {
    Part {
        text: token,
        start: 0,
        end: token.len(),
        folded: None,
        possessive: false,
        plain: false,
    }
}

/// Cuts `n't`, `'s`, `'ve` ... off: the stem (with the n of `n't`) and the letters after the apostrophe.
fn cut_ending(token: &str) -> (&str, Option<&str>) {
    let Some(at) = token.rfind(['\'', '\u{2019}']) else {
        return (token, None);
    };
    let mark = token[at..].chars().next().map_or(1, char::len_utf8);
    let (stem, ending) = (&token[..at], &token[at + mark..]);
    let known = match ending {
        "t" | "T" => stem.ends_with(['n', 'N']) && stem.len() > 2,
        "s" | "S" | "m" | "M" | "re" | "RE" | "ve" | "VE" | "ll" | "LL" | "d" | "D" | "" => !stem.is_empty(),
        _ => false,
    };
    if !known {
        return (token, None);
    }
    let lower = match ending {
        "T" => "t",
        "S" => "s",
        "M" => "m",
        "RE" => "re",
        "VE" => "ve",
        "LL" => "ll",
        "D" => "d",
        same => same,
    };
    (stem, Some(lower))
}

/// Whether the words after `I'd` make it "I had": a participle comes next, an adverb or "not" aside.
fn participle_follows(next: &str) -> bool {
    const IRREGULAR: [&str; 40] = [
        "been", "had", "done", "gone", "seen", "known", "made", "taken", "got", "given", "come", "left", "lost",
        "begun", "become", "read", "told", "heard", "sat", "sent", "put", "kept", "met", "spent", "taught", "thought",
        "written", "chosen", "grown", "fallen", "felt", "found", "held", "built", "learnt", "paid", "run", "said",
        "set", "worn",
    ];
    let mut words = next
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_adverb = |word: &str| {
        word.ends_with("ly") || matches!(word, "not" | "never" | "already" | "just" | "also" | "always" | "only")
    };
    let verb = words.by_ref().find(|word| !is_adverb(word)).unwrap_or_default();
    IRREGULAR.contains(&verb) || (verb.ends_with("ed") && verb != "need")
}

/// Parts letters from digits.
fn push_digits<'t>(stem: &'t str, parts: &mut Vec<Part<'t>>) {
    let mut start = 0;
    for text in split_digits(stem) {
        parts.push(Part {
            text,
            start,
            end: start + text.len(),
            folded: None,
            possessive: false,
            plain: false,
        });
        start += text.len();
    }
}

fn gap_of(between: &str) -> Gap {
    match between {
        " " => return Gap::Space,
        ", " => return Gap::Comma,
        _ => {}
    }
    let mut gap = Gap::Joined;
    let spaced = between.contains(char::is_whitespace);
    for mark in between.chars() {
        let this = match mark {
            ';' | ':' | '\u{2014}' | '\u{2026}' => Gap::Strong,
            '-' | '\u{2013}' if spaced => Gap::Strong,
            '-' if between.contains("--") => Gap::Strong,
            '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '/' => Gap::Hyphen,
            ',' | '(' | ')' | '[' | ']' => Gap::Comma,
            _ => Gap::Space,
        };
        gap = gap.max(this);
    }
    gap
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, Gap)> {
        let mut flow = Flow::default();
        flow.push(text, 0);
        let (mut found, mut folded) = (Vec::new(), String::new());
        read(&flow, &mut flow.trail(), 0..text.len(), &mut found, &mut folded);
        found
            .iter()
            .map(|word| (fold_of(&folded, word).to_owned(), word.gap))
            .collect()
    }

    fn folds(text: &str) -> Vec<String> {
        words(text).into_iter().map(|(fold, _)| fold).collect()
    }

    #[test]
    fn contractions_are_the_words_they_stand_for() {
        assert_eq!(
            folds("I didn\u{2019}t, can't, won't, I've"),
            ["i", "did", "not", "can", "not", "will", "not", "i", "have"]
        );
        assert_eq!(
            folds("I'd never failed; I'd like"),
            ["i", "had", "never", "failed", "i", "would", "like"]
        );
        assert_eq!(folds("it's the dean's fault"), ["it", "is", "the", "dean", "fault"]);
        assert_eq!(folds("cannot O'Brien"), ["can", "not", "o'brien"]);
    }

    #[test]
    fn letters_part_from_digits_but_not_from_units() {
        assert_eq!(
            folds("Step2CK PGY-1 Y90 2nd 230s 6.5 7mm"),
            ["step", "2", "ck", "pgy", "1", "y", "90", "2nd", "230s", "6.5", "7mm"]
        );
    }

    #[test]
    fn a_word_begins_with_no_space() {
        let text = "a \u{a81}b";
        let mut flow = Flow::default();
        flow.push(text, 0);
        let (mut found, mut folded) = (Vec::new(), String::new());
        read(&flow, &mut flow.trail(), 0..text.len(), &mut found, &mut folded);
        assert!(found.iter().all(|word| !word.span.of(text).contains(' ')));
    }

    #[test]
    fn gaps_tell_what_stands_between() {
        use Gap::{Comma, Hyphen, Space, Start, Strong};
        let gaps: Vec<Gap> = words("drug-eluting bead, then (a) b: c \u{2014} d")
            .into_iter()
            .map(|(_, gap)| gap)
            .collect();
        assert_eq!(gaps, [Start, Hyphen, Space, Comma, Comma, Comma, Strong, Strong]);
    }

    #[test]
    fn shapes_tell_abbreviations_from_words() {
        assert_eq!(Shape::of("PICCs"), Shape::Upper);
        assert_eq!(Shape::of("Step"), Shape::Title);
        assert_eq!(Shape::of("mRECIST"), Shape::Mixed);
        assert_eq!(Shape::of("as"), Shape::Lower);
        assert_eq!(Shape::of("I"), Shape::Upper);
    }
}
