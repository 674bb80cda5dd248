//! Slots that are words or marks of their own.

use crate::lexicon::{Marks, class};

use super::{Explained, with_title};

/// Slots that are words or marks of their own.
pub(super) fn find(
    text: &str,
    heading: bool,
    marks: &Marks,
    explained: &mut Explained,
    found: &mut Vec<(usize, usize)>,
) {
    let tokens = tokens(text);
    let striking: Vec<usize> = (0..tokens.len())
        .filter(|&number| !is_everyday(tokens[number].1))
        .collect();
    let mut ends = Ends::default();
    let is_shouted_at = |&&number: &&usize| is_shouted(tokens[number].1);
    let shouted = striking.iter().filter(is_shouted_at).count() * 2 > tokens.len();
    // A slot of two words may begin with an everyday one: "Hospital A".
    let mut numbers: Vec<usize> = striking
        .iter()
        .flat_map(|&number| number.saturating_sub(1)..=number)
        .collect();
    numbers.dedup();
    for number in numbers {
        let (at, token) = tokens[number];
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '_' && c != '#');
        if bare.is_empty() {
            if token.len() > 1 && token.bytes().all(|byte| byte == b'?') {
                found.push((at, at + token.len()));
            }
            continue;
        }
        let start = offset_of(text, bare);
        let before = number.checked_sub(1).map_or("", |number| tokens[number].1);
        let after = tokens.get(number + 1).map_or("", |next| next.1);
        if bare.len() >= 3 && bare.bytes().all(|byte| byte == b'_') {
            found.push((start, start + bare.len()));
        } else if is_crossed_out(bare, before, after, marks) {
            found.push((with_title(text, start, marks), start + bare.len()));
        } else if bare == "XX" && token.contains("XX%") {
            found.push((start, start + bare.len() + 1));
        } else if is_shouted(bare)
            && marks.know(class::SLOT_NOTE, bare)
            && !is_spoken_of(before, after)
            && !explained.knows(text, bare)
        {
            let end = if token.ends_with(':') {
                ends.of_sentence(text, at)
            } else {
                start + bare.len()
            };
            found.push((start, end));
        } else if (is_date_mask(bare) && before != "into")
            || (!heading && bare.len() >= 2 && bare.bytes().all(|byte| byte == b'#'))
        {
            found.push((start, start + bare.len()));
        } else if text[..start].ends_with('$') && bare.contains('_') && is_shouted(bare) {
            found.push((start - 1, start + bare.len()));
        } else if bare.eq_ignore_ascii_case("lorem")
            && after.to_lowercase().starts_with("ipsum")
            && tokens.get(number + 2).is_some_and(|next| next.1.starts_with("dolor"))
        {
            found.push((start, ends.of_sentence(text, at)));
        } else if !shouted {
            named_slot(text, &tokens, number, marks, &mut ends, found);
        }
    }
}

/// The runs of `text` without white space, each with the byte where it starts.
fn tokens(text: &str) -> Vec<(usize, &str)> {
    // Most text is ASCII, where each byte is a letter.
    if text.is_ascii() {
        let bytes = text.bytes().enumerate();
        let spaces = bytes.filter(|(_, byte)| matches!(byte, b' ' | b'\t'..=b'\r'));
        return between(text, spaces.map(|(at, _)| (at, 1)));
    }
    let spaces = text.char_indices().filter(|(_, letter)| letter.is_whitespace());
    between(text, spaces.map(|(at, letter)| (at, letter.len_utf8())))
}

/// The runs of `text` between `spaces`, which are places and lengths.
fn between(text: &str, spaces: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, &str)> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    for (at, length) in spaces {
        if at > start {
            tokens.push((start, &text[start..at]));
        }
        start = at + length;
    }
    if start < text.len() {
        tokens.push((start, &text[start..]));
    }
    tokens
}

/// Whether a token is one that most of any text is made of, small letters behind a first one of either sort, and no slot
/// or the beginning of one by itself.
fn is_everyday(token: &str) -> bool {
    let mut letters = token.bytes();
    let first = letters.next().unwrap_or_default();
    let mut last = first;
    while let Some(byte) = letters.next() {
        let inside = byte.is_ascii_lowercase() || (matches!(byte, b'-' | b'\'') && last.is_ascii_lowercase());
        if !inside {
            let ends = matches!(byte, b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'"') && letters.len() == 0;
            return ends && is_everyday(&token[..token.len() - 1]);
        }
        last = byte;
    }
    let word = first.is_ascii_alphabetic() && last.is_ascii_lowercase() && token.len() > 1;
    (word || matches!(token, "a" | "I"))
        && !matches!(first, b'x' | b'X')
        && !matches!(token, "lorem" | "Lorem" | "City")
}

fn offset_of(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn is_shouted(token: &str) -> bool {
    let letters = || token.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// "The TBD in the schedule": somebody else's note, which is told of.
fn is_spoken_of(before: &str, after: &str) -> bool {
    matches!(before, "the" | "a" | "that" | "every") && matches!(after, "in" | "on" | "of" | "at")
}

/// `XX beds`, `a score of XXX`, `Dr. XX`, `xxxxx`, `Xxxxx`; not Super Bowl XX, Ward XX or a karyotype.
fn is_crossed_out(bare: &str, before: &str, after: &str, marks: &Marks) -> bool {
    let next = after.trim_end_matches(',');
    if marks.know(class::KARYOTYPE_WORD, next) || marks.know(class::BEFORE_CENTURY, before) {
        return false;
    }
    let rest = bare.get(1..).unwrap_or_default();
    let small = rest.bytes().all(|byte| byte == b'x') && bare.starts_with(['x', 'X']);
    let long = bare.len() >= 3 && (small || bare.bytes().all(|byte| byte == b'X'));
    if long || bare != "XX" {
        return long;
    }
    let counted = after.starts_with(char::is_lowercase) && !matches!(next, "and" | "or" | "was" | "is");
    let introduced = marks.know(class::BEFORE_CROSSED_OUT, before) || marks.know(class::SLOT_TITLE, before);
    let named = before.starts_with(char::is_uppercase) && !introduced && !is_verb(before, marks);
    !named && (counted || introduced)
}

/// `Screened`, `Read`: with what an entry of a list of deeds begins.
fn is_verb(word: &str, marks: &Marks) -> bool {
    word.ends_with("ed") || marks.know(class::ENTRY_VERB, word)
}

/// `MM/YYYY`, `XX/XX`, `XX/2022`, `20XX`, and a score of `2XX`.
fn is_date_mask(bare: &str) -> bool {
    let score = bare.len() == 3 && bare.starts_with(['1', '2', '3', '5', '6']) && bare.ends_with("XX");
    let year = bare.len() == 4 && matches!(bare, "19XX" | "20XX" | "19xx" | "20xx");
    let slashes = bare.contains('/') && bare.split('/').any(|part| matches!(part, "XX" | "xx"));
    let is_part = |part: &str| matches!(part, "XX" | "xx") || part.bytes().all(|byte| byte.is_ascii_digit());
    let crossed_out = slashes && bare.split('/').all(is_part);
    let letters = bare.contains("YYYY") && bare.chars().all(|c| matches!(c, 'Y' | 'M' | 'D' | '/' | '-' | '.'));
    score || year || crossed_out || letters
}

/// Slots named by a word in capitals (`NAME?`, `CONFERENCE, YEAR`), `FILL IN LATER`, `Hospital A`, `City, State`, `N =`.
fn named_slot(
    text: &str,
    tokens: &[(usize, &str)],
    number: usize,
    marks: &Marks,
    ends: &mut Ends,
    found: &mut Vec<(usize, usize)>,
) {
    let (at, token) = tokens[number];
    let next = tokens.get(number + 1).map(|&(at, token)| (at, token, bare(token)));
    let this = bare(token);
    let start = at + token.find(&this).unwrap_or(0);
    if is_shouted(&this) {
        let fills = matches!(this.as_str(), "FILL" | "ADD" | "INSERT")
            && next.as_ref().is_some_and(|(_, _, next)| is_shouted(next));
        if marks.know(class::SLOT_IN_CAPITALS, &this) || fills {
            let end = ends.of_capitals(tokens, number);
            let end = if text[end..].starts_with('?') { end + 1 } else { end };
            found.push((start, end));
        }
        return;
    }
    let Some((next_at, next_token, next)) = next else {
        return;
    };
    let letter = next.len() == 1 && matches!(next.as_str(), "A" | "B" | "C" | "X" | "Y" | "Z");
    if letter && marks.know(class::SLOT_PLACE, &this) && !token.ends_with([',', '.', ';']) {
        found.push((start, next_at + next_token.find(&next).unwrap_or(0) + 1));
    } else if this == "City" && token.ends_with(',') && matches!(next.as_str(), "State" | "Country") {
        found.push((start, next_at + next.len()));
    } else if matches!(this.as_str(), "N" | "n") && next_token == "=" {
        let value = tokens.get(number + 2).map_or("", |value| value.1);
        if !value.contains(|c: char| c.is_ascii_digit()) {
            found.push((start, next_at + 1));
        }
    }
}

/// A token without the marks around it.
fn bare(token: &str) -> String {
    token.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Ends of what was looked at last: of a run of slots each would look for the same end, up to the end of the block.
#[derive(Debug, Default)]
struct Ends {
    sentence: usize,
    /// Number of the token behind a run of capitals.
    behind: usize,
    /// Where the last word of that run ends.
    capitals: usize,
}

impl Ends {
    /// The end of the sentence that goes on at `from`; the places asked for follow each other.
    fn of_sentence(&mut self, text: &str, from: usize) -> usize {
        if from >= self.sentence {
            self.sentence = end_of_sentence(text, from);
        }
        self.sentence
    }

    /// The end of the run of words in capitals that token `number` is one of; the numbers asked for follow each other.
    fn of_capitals(&mut self, tokens: &[(usize, &str)], number: usize) -> usize {
        if number >= self.behind {
            let words = tokens[number..].iter().map(|&(at, token)| (at, token, bare(token)));
            let run = words.take_while(|(_, _, word)| is_shouted(word));
            self.behind = number;
            for (at, token, word) in run {
                self.behind += 1;
                self.capitals = at + token.find(&word).unwrap_or(0) + word.len();
            }
        }
        self.capitals
    }
}

fn end_of_sentence(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let end = rest.char_indices().find(|&(at, mark)| {
        matches!(mark, '.' | '!' | '?')
            && rest[at + mark.len_utf8()..]
                .chars()
                .next()
                .is_none_or(char::is_whitespace)
    });
    end.map_or(text.len(), |(at, mark)| from + at + mark.len_utf8())
}
