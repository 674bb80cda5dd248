//! The classes that no list could hold: numbers, years, scores, dates, names.

use crate::prose::{Gap, Prose, Shape, WordRange, WordSet};

use super::Class;

/// Names of the built-in classes, in the order of their numbers; the classes of `lints/words/` follow.
pub const NAMES: [&str; 7] = ["number", "year", "score", "ordinal", "percent", "month", "name"];

const NUMBER: Class = Class(0);
const YEAR: Class = Class(1);
const SCORE: Class = Class(2);
const ORDINAL: Class = Class(3);
const PERCENT: Class = Class(4);
const MONTH: Class = Class(5);
const NAME: Class = Class(6);

static NUMBER_WORDS: WordSet = WordSet::new(&[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fourty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "dozen",
    "dozens",
    "half",
]);

static ORDINAL_WORDS: WordSet = WordSet::new(&[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "final",
]);

static MONTHS: WordSet = WordSet::new(&[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "oct",
    "nov",
]);

/// Reports the built-in marks of a sentence of `prose`.
pub(super) fn find(prose: &Prose, sentence: WordRange, mut found: impl FnMut(Class, WordRange)) {
    let mut number_from = None;
    let mut name_from = None;
    for at in sentence.range() {
        let word = &prose.words()[at];
        let fold = prose.folded(word);
        let one = WordRange::new(at, at + 1);
        let digits = fold.starts_with(|c: char| c.is_ascii_digit());
        let number = (digits && ordinal_of(fold).is_none()) || NUMBER_WORDS.has(fold);
        run(number, at, word.gap, &mut number_from, |range| found(NUMBER, range));
        let capital = matches!(word.shape, Shape::Title | Shape::Mixed) && at > sentence.start();
        run(capital, at, word.gap, &mut name_from, |range| found(NAME, range));
        if digits {
            if let Ok(value) = fold.parse::<u32>() {
                if fold.len() == 4 && (1950..2050).contains(&value) {
                    found(YEAR, one);
                } else if fold.len() == 3 && (150..=300).contains(&value) {
                    found(SCORE, one);
                }
            }
            if ordinal_of(fold).is_some() {
                found(ORDINAL, one);
            }
            // The next word may be another sentence's.
            let next = prose.words()[sentence.range()].get(at + 1 - sentence.start());
            if next.is_some_and(|next| matches!(prose.folded(next), "percent" | "percentage")) {
                found(PERCENT, WordRange::new(at, at + 2));
            }
        } else if ORDINAL_WORDS.has(fold) {
            found(ORDINAL, one);
        }
        if MONTHS.has(fold) && is_month(prose, at, fold, word.shape) {
            found(MONTH, one);
        }
    }
    run(false, sentence.end(), Gap::Start, &mut number_from, |range| {
        found(NUMBER, range);
    });
    run(false, sentence.end(), Gap::Start, &mut name_from, |range| {
        found(NAME, range);
    });
}

/// Extends or closes a run of words.
fn run(holds: bool, at: usize, gap: Gap, from: &mut Option<usize>, mut close: impl FnMut(WordRange)) {
    if let Some(start) = *from
        && (!holds || gap > Gap::Space)
    {
        close(WordRange::new(start, at));
        *from = None;
    }
    if holds && from.is_none() {
        *from = Some(at);
    }
}

fn ordinal_of(fold: &str) -> Option<&str> {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| fold.strip_suffix(ending))
        .filter(|stem| !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `May` and `March` are months only with a capital letter, and `May` not where it starts a sentence as a verb would.
fn is_month(prose: &Prose, at: usize, fold: &str, shape: Shape) -> bool {
    if !matches!(fold, "may" | "march" | "mar" | "jan" | "august") {
        return true;
    }
    let starts = prose.words()[at].gap == Gap::Start;
    matches!(shape, Shape::Title | Shape::Upper)
        && !(starts && prose.fold(at + 1).parse::<u32>().is_err() && fold == "may")
}
