//! Slots between brackets.

use crate::lexicon::{Marks, class};

use super::{Explained, with_title, word_before};

/// What opens a slot.
const OPENING: [char; 6] = ['[', '{', '<', '(', '\u{ab}', '\u{2039}'];

/// With what `«` and some other characters begin in UTF-8.
const GUILLEMET: u8 = 0xC2;

/// The same for `‹`.
const LONE_GUILLEMET: u8 = 0xE2;

/// Slots between brackets of some sort.
pub(super) fn find(text: &str, marks: &Marks, explained: &mut Explained, found: &mut Vec<(usize, usize)>) {
    if !OPENING.iter().any(|&open| text.contains(open)) {
        return;
    }
    for (at, byte) in text.bytes().enumerate() {
        let (open, close, most) = match byte {
            b'[' => ('[', ']', 80),
            b'{' => ('{', '}', 60),
            b'<' => ('<', '>', 60),
            b'(' => ('(', ')', 80),
            GUILLEMET if text[at..].starts_with('\u{ab}') => ('\u{ab}', '\u{bb}', 40),
            LONE_GUILLEMET if text[at..].starts_with('\u{2039}') => ('\u{2039}', '\u{203a}', 60),
            _ => continue,
        };
        // The first of a run of brackets opens the slot.
        if text[..at].ends_with(open) {
            continue;
        }
        let behind = &text[at + open.len_utf8()..];
        let inner_start = text.len() - behind.trim_start_matches(open).len();
        let mut near = text[inner_start..].char_indices().take_while(|&(at, _)| at <= most);
        let Some((length, _)) = near.find(|&(_, c)| c == close).filter(|&(length, _)| length > 0) else {
            continue;
        };
        let inner = &text[inner_start..inner_start + length];
        if inner.contains(open) {
            continue;
        }
        let end = inner_start + length;
        let end = end + (text[end..].len() - text[end..].trim_start_matches(close).len()).min(inner_start - at);
        let open_slot = match open {
            // "I pressed [Enter]."
            '[' => !marks.know(class::PRESSES_KEY, word_before(text, at)) && is_square_slot(inner, &text[..at], marks),
            '{' => inner.chars().all(|c| c.is_alphabetic() || joins_words(c)) || is_left_to_check(inner, marks),
            '<' => is_angle_slot(inner) && !text[..at].ends_with(char::is_alphanumeric),
            '\u{ab}' | '\u{2039}' => {
                is_merge_field(inner) || is_round_slot(inner, "", "", marks) || is_left_to_check(inner, marks)
            }
            _ => {
                let note = marks.know(class::SLOT_NOTE, inner);
                !(note && explained.knows(text, inner)) && is_round_slot(inner, &text[..at], &text[end..], marks)
            }
        };
        if open_slot {
            found.push((with_title(text, at, marks), end));
        }
    }
}

/// Whether a character stands between or in words, as a typewriter or a word processor sets it.
fn joins_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}')
}

/// `«ProgramName»`: what a mail merge fills in; words between such marks are a quotation.
fn is_merge_field(inner: &str) -> bool {
    let humps = inner
        .chars()
        .zip(inner.chars().skip(1))
        .any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    inner.chars().all(|c| c.is_alphanumeric() || c == '_') && (humps || inner.contains('_'))
}

fn is_square_slot(inner: &str, before: &str, marks: &Marks) -> bool {
    let inner = inner.trim();
    // An empty box opens the entries of a list.
    if inner.chars().all(|c| c == '?') {
        return !before.trim().is_empty();
    }
    if inner.starts_with('^') || inner.ends_with("...") {
        return false;
    }
    let words: Vec<String> = lower_words(inner);
    let Some(first) = words.first() else { return false };
    let has_digit = inner.contains(|c: char| c.is_ascii_digit());
    let names_slot = words.iter().any(|word| marks.know(class::SLOT_WORD, word));
    let ordered = marks.know(class::SLOT_ORDER, first) || inner.starts_with("to be ");
    let capitals = inner
        .split_whitespace()
        .all(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
    if inner.len() > 1 && inner.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x')) {
        return true;
    }
    // "[He] came", "[sic]", "[The]": an editor's brackets in a quotation.
    let editorial = words.len() == 1 && (inner.len() < 4 || marks.know(class::EDITOR_WORD, first));
    if editorial || is_kept_back(&words, marks) {
        return false;
    }
    ordered
        || is_left_to_check(inner, marks)
        || (names_slot && words.len() <= 6)
        || inner.ends_with('?')
        || (capitals && !has_digit)
}

/// "Six months - confirm with NAME", "hospital, to be filled": a note that something here is not settled yet.
fn is_left_to_check(inner: &str, marks: &Marks) -> bool {
    let orders = |part: &str| {
        let words = lower_words(part);
        let row: Vec<&str> = words.iter().map(String::as_str).collect();
        match row.as_slice() {
            [first, _, ..] if marks.know(class::SLOT_ORDER, first) => true,
            [.., "to", "be", last] | [.., "to", "be", last, "with", _] => marks.know(class::SLOT_SETTLED, last),
            _ => false,
        }
    };
    let parts: Vec<&str> = inner
        .split([',', ';', ':'])
        .flat_map(|part| part.split(" - "))
        .collect();
    parts.iter().skip(1).any(|part| orders(part))
        || parts
            .last()
            .is_some_and(|last| last.contains(" to be ") && orders(last))
}

fn is_angle_slot(inner: &str) -> bool {
    inner.starts_with(char::is_alphabetic)
        && inner.ends_with(char::is_alphanumeric)
        && !inner.contains("://")
        && inner.chars().all(|c| c.is_alphanumeric() || joins_words(c) || c == '/')
        && inner.split_whitespace().count() <= 8
}

fn is_round_slot(inner: &str, before: &str, after: &str, marks: &Marks) -> bool {
    let words = lower_words(inner);
    let Some(first) = words.first() else { return false };
    let cut = (before.ends_with("...") || before.ends_with('\u{2026}'))
        && (after.starts_with("...") || after.starts_with('\u{2026}'));
    let ordered = marks.know(class::SLOT_ORDER_ROUND, first) && words.len() <= 9;
    let here = words.len() <= 6 && words.last().is_some_and(|word| word == "here");
    let asked_for = marks.know(class::BEFORE_SLOT_ROUND, word_before(before, before.len()));
    cut || (ordered && !inner.contains(','))
        || here
        || is_named_for(&words, inner, marks)
        || (asked_for && is_bare_slot(&words, marks))
}

/// "in (city)", "to (city/hospital to be confirmed)": the slot itself, where a remark would have nothing to remark on.
fn is_bare_slot(words: &[String], marks: &Marks) -> bool {
    let bare = words.iter().position(|word| !marks.know(class::SLOT_WORD, word));
    let rest: Vec<&str> = words[bare.unwrap_or(words.len())..]
        .iter()
        .map(String::as_str)
        .collect();
    bare != Some(0) && matches!(rest.as_slice(), [] | ["to", "be", _])
}

/// "name of hospital", "program name", "your hospital": what an author has to put here, in a template's words.
fn is_named_for(words: &[String], inner: &str, marks: &Marks) -> bool {
    let row: Vec<&str> = words.iter().map(String::as_str).collect();
    let short = match row.as_slice() {
        ["name" | "names", "of", rest @ ..] => !rest.is_empty() && rest.len() <= 5,
        ["your", what] | ["your", what, "name"] => marks.know(class::SLOT_WORD, what),
        [what, "name" | "names"] | [what, _, "name" | "names"] => {
            marks.know(class::SLOT_WORD, what) || matches!(*what, "last" | "first" | "full")
        }
        _ => false,
    };
    short && !inner.contains([',', ':', ';']) && !is_kept_back(words, marks)
}

/// "name withheld", "names changed": what an author has left out on purpose.
fn is_kept_back(words: &[String], marks: &Marks) -> bool {
    words.iter().any(|word| marks.know(class::KEPT_BACK, word))
}

fn lower_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
