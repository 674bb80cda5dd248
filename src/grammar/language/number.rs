//! How many a noun phrase means, by its head and what stands before it.

use super::phrase::Number;
use super::token::{Tags, Token};
use super::words::Words;

/// Words that make the phrase plural whatever its head looks like.
const PLURAL_HEADS: [&str; 8] = [
    "people", "police", "women", "men", "children", "criteria", "data", "media",
];

/// How many a phrase means.
pub fn number(tokens: &[Token], start: usize, head: usize, words: &Words) -> Number {
    let token = &tokens[head];
    if token.is_in(words, "number-nouns") {
        return Number::Either;
    }
    if token.is(&PLURAL_HEADS) || token.is(&["these", "those", "many", "few", "several", "both"]) {
        return Number::Many;
    }
    if token.is(&["this", "that", "each", "neither", "either", "one"]) {
        return Number::One;
    }
    // "Room nine", "the five": one room, or a figure.
    let named = head > start && tokens[head - 1].can(Tags::NOUN | Tags::DETERMINER | Tags::GENITIVE);
    if token.may.any(Tags::NUMBER) && named {
        return if tokens[head - 1].can(Tags::NOUN) {
            Number::One
        } else {
            Number::Either
        };
    }
    if token.may.any(Tags::NUMBER) && !token.can(Tags::NOUNS) {
        return number_of_numeral(token);
    }
    let before = &tokens[start..head];
    let measured = before.iter().any(|word| word.can(Tags::NUMBER)) && token.is_in(words, "measured-nouns");
    let counted = before
        .iter()
        .any(|word| word.can(Tags::NUMBER) && !word.is(&["one", "1", "first", "second", "third"]));
    if measured || counted && !token.can(Tags::NOUNS) {
        return Number::Either;
    }
    let alone = before
        .iter()
        .any(|word| word.is(&["a", "an", "each", "every", "another"]));
    match number_of_noun(token) {
        // "A box": the dictionary takes some words for a plural too.
        Number::Either if alone && !token.lower.ends_with('s') && !token.can(Tags::UNKNOWN) => Number::One,
        number => number,
    }
}

fn number_of_numeral(token: &Token) -> Number {
    let is_figure = token.lower.starts_with(|c: char| c.is_ascii_digit());
    if token.is(&["one", "1"]) {
        Number::One
    } else if is_figure || token.is(&["second", "hundred", "thousand", "million", "dozen", "zero"]) {
        Number::Either
    } else {
        Number::Many
    }
}

fn number_of_noun(token: &Token) -> Number {
    let is_plural = token.can(Tags::NOUNS);
    if token.is_letters() {
        return if token.text.ends_with('s') {
            Number::Many
        } else {
            Number::Either
        };
    }
    if token.must(Tags::NOUNS | Tags::NAMES | Tags::UNKNOWN) {
        let unsure = token.can(Tags::UNKNOWN) && !is_plural;
        return if unsure { Number::Either } else { Number::Many };
    }
    if is_plural || token.can(Tags::NAMES) || token.can(Tags::UNKNOWN) && !token.can(Tags::NAME) {
        return Number::Either;
    }
    Number::One
}
