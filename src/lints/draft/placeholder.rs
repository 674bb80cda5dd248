//! Open slots: `[Hospital A]`, `___`, `XX hours`, `TODO`, `{program}`, `<name>`.

use crate::source::{Block, BlockKind, Span};

/// Words that people write into a slot for what is still to come.
const SLOT_WORDS: [&str; 48] = [
    "hospital",
    "program",
    "programme",
    "name",
    "surname",
    "university",
    "school",
    "institution",
    "city",
    "state",
    "country",
    "place",
    "date",
    "dates",
    "month",
    "year",
    "years",
    "number",
    "score",
    "specialty",
    "mentor",
    "doctor",
    "attending",
    "resident",
    "director",
    "department",
    "clinic",
    "rotation",
    "project",
    "conference",
    "journal",
    "topic",
    "title",
    "example",
    "anecdote",
    "story",
    "case",
    "procedure",
    "disease",
    "detail",
    "details",
    "reason",
    "your",
    "insert",
    "blank",
    "placeholder",
    "exam",
    "course",
];

/// Words that begin an instruction to oneself.
const ORDERS: [&str; 22] = [
    "insert", "fill", "add", "check", "ask", "describe", "explain", "mention", "todo", "tbd", "tba", "find", "look",
    "confirm", "replace", "verify", "expand", "rewrite", "cite", "update", "put", "hook",
];

/// An open slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Its bytes in the file.
    pub span: Span,
}

/// The open slots of a block, in order, none inside another.
pub(crate) fn find(block: &Block) -> Vec<Slot> {
    let text = block.flow.text();
    let mut found: Vec<(usize, usize)> = Vec::new();
    brackets(text, &mut found);
    words(text, block.kind == BlockKind::Heading, &mut found);
    found.sort_unstable_by_key(|&(start, end)| (start, usize::MAX - end));
    let mut last = 0;
    found.retain(|&(start, end)| {
        let apart = start >= last;
        if apart {
            last = end;
        }
        apart
    });
    found
        .into_iter()
        .map(|(start, end)| Slot {
            span: block.flow.span(start, end),
        })
        .collect()
}

/// Slots between brackets of some sort.
fn brackets(text: &str, found: &mut Vec<(usize, usize)>) {
    for (at, open) in text.char_indices() {
        let (close, most) = match open {
            '[' => (']', 80),
            '{' => ('}', 60),
            '<' => ('>', 60),
            '(' => (')', 80),
            _ => continue,
        };
        let inner_start = at + 1 + text[at + 1..].len() - text[at + 1..].trim_start_matches(open).len();
        let Some(length) = text[inner_start..]
            .find(close)
            .filter(|&length| length <= most && length > 0)
        else {
            continue;
        };
        let inner = &text[inner_start..inner_start + length];
        if inner.contains(open) || text[..at].ends_with(open) {
            continue;
        }
        let end = inner_start + length;
        let end = end + (text[end..].len() - text[end..].trim_start_matches(close).len()).min(inner_start - at);
        let open_slot = match open {
            '[' => is_square_slot(inner),
            '{' => inner
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '_' | '-' | '\'')),
            '<' => is_angle_slot(inner),
            _ => is_round_slot(inner, &text[..at], &text[end..]),
        };
        if open_slot {
            found.push((with_title(text, at), end));
        }
    }
}

/// `Dr. <last name>`: the title belongs to the slot.
fn with_title(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if matches!(word, "Dr." | "Dr" | "Professor" | "Prof." | "Mr." | "Mrs." | "Ms.") {
        before.len() - word.len()
    } else {
        at
    }
}

fn is_square_slot(inner: &str) -> bool {
    let inner = inner.trim();
    if inner.starts_with('^') || inner.ends_with("...") {
        return false;
    }
    let words: Vec<String> = lower_words(inner);
    let Some(first) = words.first() else { return false };
    let has_digit = inner.contains(|c: char| c.is_ascii_digit());
    let names_slot = words.iter().any(|word| SLOT_WORDS.contains(&word.as_str()));
    let ordered = ORDERS.contains(&first.as_str()) || inner.starts_with("to be ");
    let capitals = inner
        .split_whitespace()
        .all(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
    // "[He] came", "[sic]", "[The]": an editor's brackets in a quotation.
    let editorial = words.len() == 1
        && (inner.len() < 4
            || matches!(
                first.as_str(),
                "the" | "his" | "her" | "their" | "this" | "that" | "they" | "sic" | "which" | "when" | "emphasis"
            ));
    if editorial {
        return false;
    }
    ordered || (names_slot && words.len() <= 6) || inner.ends_with('?') || (capitals && !has_digit)
}

fn is_angle_slot(inner: &str) -> bool {
    inner.starts_with(char::is_alphabetic)
        && inner.ends_with(char::is_alphanumeric)
        && !inner.contains("://")
        && inner
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '\''))
        && inner.split_whitespace().count() <= 8
}

fn is_round_slot(inner: &str, before: &str, after: &str) -> bool {
    let words = lower_words(inner);
    let Some(first) = words.first() else { return false };
    let cut = (before.ends_with("...") || before.ends_with('\u{2026}'))
        && (after.starts_with("...") || after.starts_with('\u{2026}'));
    let ordered = matches!(
        first.as_str(),
        "insert" | "todo" | "tbd" | "tba" | "fill" | "add" | "ask" | "look"
    ) && words.len() <= 9;
    let here = words.len() <= 6 && words.last().is_some_and(|word| word == "here");
    cut || (ordered && !inner.contains(',')) || here
}

fn lower_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Slots that are words or marks of their own.
fn words(text: &str, heading: bool, found: &mut Vec<(usize, usize)>) {
    let tokens: Vec<(usize, &str)> = text
        .split_whitespace()
        .map(|token| (offset_of(text, token), token))
        .collect();
    let shouted = tokens.iter().filter(|(_, token)| is_shouted(token)).count() * 2 > tokens.len();
    for (number, &(at, token)) in tokens.iter().enumerate() {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '_' && c != '#');
        if bare.is_empty() {
            continue;
        }
        let start = offset_of(text, bare);
        let before = number.checked_sub(1).map_or("", |number| tokens[number].1);
        let after = tokens.get(number + 1).map_or("", |next| next.1);
        if bare.len() >= 3 && bare.bytes().all(|byte| byte == b'_') {
            found.push((start, start + bare.len()));
        } else if is_crossed_out(bare, before, after) {
            found.push((with_title(text, start), start + bare.len()));
        } else if matches!(bare, "TODO" | "FIXME" | "TBD" | "TBA" | "TBC") {
            let end = if token.ends_with(':') {
                end_of_sentence(text, at)
            } else {
                start + bare.len()
            };
            found.push((start, end));
        } else if is_date_mask(bare) || (!heading && bare.len() >= 2 && bare.bytes().all(|byte| byte == b'#')) {
            found.push((start, start + bare.len()));
        } else if bare.eq_ignore_ascii_case("lorem") && after.to_lowercase().starts_with("ipsum") {
            found.push((start, end_of_sentence(text, at)));
        } else if !shouted {
            named_slot(text, &tokens, number, found);
        }
    }
}

fn offset_of(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn is_shouted(token: &str) -> bool {
    let letters = || token.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// `XX beds`, `a score of XXX`, `Dr. XX`, `xxxxx`; not Super Bowl XX, Ward XX or a karyotype.
fn is_crossed_out(bare: &str, before: &str, after: &str) -> bool {
    let long = bare.len() >= 3 && (bare.bytes().all(|byte| byte == b'x') || bare.bytes().all(|byte| byte == b'X'));
    if long {
        return true;
    }
    let counted = after.starts_with(char::is_lowercase)
        && !matches!(
            after.trim_end_matches(','),
            "and" | "or" | "chromosome" | "chromosomes" | "karyotype" | "was" | "is"
        );
    let introduced = matches!(
        before,
        "Dr." | "Mr." | "Mrs." | "Ms." | "Prof." | "Professor" | "of" | "to" | "from" | "by" | "at" | "in" | "with"
    );
    let named = before.starts_with(char::is_uppercase) && !introduced;
    bare == "XX" && !named && (counted || introduced)
}

fn is_date_mask(bare: &str) -> bool {
    bare.contains("YYYY") && bare.chars().all(|c| matches!(c, 'Y' | 'M' | 'D' | '/' | '-' | '.'))
}

/// Slots named by a word in capitals (`NAME?`, `CONFERENCE, YEAR`), `FILL IN LATER`, `Hospital A`, `City, State`, `N =`.
fn named_slot(text: &str, tokens: &[(usize, &str)], number: usize, found: &mut Vec<(usize, usize)>) {
    let (at, token) = tokens[number];
    let bare = |token: &str| token.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let next = tokens.get(number + 1).map(|&(at, token)| (at, token, bare(token)));
    let this = bare(token);
    let start = at + token.find(&this).unwrap_or(0);
    if is_shouted(&this) {
        let words = [
            "NAME",
            "CONFERENCE",
            "HOSPITAL",
            "PROGRAM",
            "CITY",
            "YEAR",
            "DATE",
            "INSERT",
            "SURNAME",
            "UNIVERSITY",
            "SPECIALTY",
            "JOURNAL",
        ];
        let fills = matches!(this.as_str(), "FILL" | "ADD" | "INSERT")
            && next.as_ref().is_some_and(|(_, _, next)| is_shouted(next));
        if words.contains(&this.as_str()) || fills {
            let mut end = start + this.len();
            for &(next_at, next) in &tokens[number + 1..] {
                let word = bare(next);
                if !is_shouted(&word) {
                    break;
                }
                end = next_at + next.find(&word).unwrap_or(0) + word.len();
            }
            let end = if text[end..].starts_with('?') { end + 1 } else { end };
            found.push((start, end));
        }
        return;
    }
    let Some((next_at, next_token, next)) = next else {
        return;
    };
    let letter = next.len() == 1 && matches!(next.as_str(), "A" | "B" | "C" | "X" | "Y" | "Z");
    let place = matches!(
        this.as_str(),
        "Hospital" | "Program" | "Programme" | "University" | "Institution" | "City" | "Clinic"
    );
    if place && letter && !token.ends_with([',', '.', ';']) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Source, Syntax};

    fn slots(text: &str) -> Vec<String> {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        source
            .blocks()
            .iter()
            .flat_map(find)
            .map(|slot| slot.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn slots_of_every_sort_are_found() {
        for (text, slot) in [
            ("a week at [Hospital A], where", "[Hospital A]"),
            ("Dear Dr. <last name>, hello", "Dr. <last name>"),
            ("in {{program_name}} this fall", "{{program_name}}"),
            ("from ____ to June", "____"),
            ("two hours and XX minutes", "XX"),
            ("my score of XXX.", "XXX"),
            ("TODO: tell the story here.", "TODO: tell the story here."),
            ("the date is TBD.", "TBD"),
            ("it lasted until MM/YYYY", "MM/YYYY"),
            ("what I admire is <<their clinic>>.", "<<their clinic>>"),
            ("our nurse, NAME?, had the keys", "NAME?"),
            ("everyone at Hospital B spoke", "Hospital B"),
            ("lorem ipsum dolor sit amet.", "lorem ipsum dolor sit amet."),
            ("(conference name here) in May", "(conference name here)"),
        ] {
            assert_eq!(slots(text), [slot], "{text}");
        }
    }

    #[test]
    fn brackets_and_letters_of_other_trades_are_quiet() {
        for text in [
            "\"He came [the] first day [sic] and read [it] all.\"",
            "a neck <4 mm and a dome >20 mm",
            "the flow in {0.2, 0.4} and n = 14",
            "a link [to the paper](http://x.y) and a note[^1]\n\n[^1]: here",
            "the karyotype said XX, and Super Bowl XX, in Ward XX, so",
            "the column program_name and leave_family",
            "the hepatitis B clinic (the old one) and Boston (TIPS)",
            "a rise of 72% [95% CI 62 to 82] in all",
            "a snare (the buddy, my attending called it) before",
        ] {
            assert_eq!(slots(text), Vec::<String>::new(), "{text}");
        }
    }
}
