//! Noun phrases: determiner, modifiers, head.

use super::token::{Chunk, Tags, Token};
use super::words::Words;

/// How many a noun phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// One: is.
    One,
    /// More than one: are.
    Many,
    /// Either can be meant.
    Either,
}

/// A noun phrase without what follows its head.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its first token.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// The token that the verb agrees with.
    pub head: usize,
    /// How many it means.
    pub number: Number,
    /// Its determiner, if it has one: an article, a possessive, a quantifier, a numeral, a genitive.
    pub determiner: Option<usize>,
    /// Whether it is a pronoun.
    pub is_pronoun: bool,
    /// Whether its head is a name or an abbreviation.
    pub is_name: bool,
}

/// Determiners with which a phrase begins.
const QUANTIFIERS: [&str; 30] = [
    "many", "few", "several", "much", "little", "more", "most", "fewer", "less", "some", "any", "no", "each", "every",
    "all", "both", "another", "such", "enough", "either", "neither", "this", "that", "these", "those", "half", "one",
    "own", "other", "various",
];

/// Words that make the phrase plural whatever its head looks like.
const PLURAL_HEADS: [&str; 8] = [
    "people", "police", "women", "men", "children", "criteria", "data", "media",
];

/// All noun phrases of a sentence, from left to right, none over another.
pub fn phrases(tokens: &[Token], words: &Words) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match phrase_at(tokens, at, words) {
            Some(phrase) => {
                at = phrase.end;
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a token can be the head of a phrase here.
fn is_nominal(token: &Token) -> bool {
    token.can(Tags::NOMINAL) && !(token.chunk == Chunk::Verb && token.can(Tags::VERBAL)) && !token.must(Tags::STOP)
}

/// Whether it can stand before a head.
fn is_modifier(tokens: &[Token], at: usize, inside: bool) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    (token.can(Tags::ADJECTIVAL | Tags::NUMBER) && !token.can(Tags::PREPOSITION))
        || (inside
            && token.chunk != Chunk::Verb
            && token.can(Tags::PARTICIPLE | Tags::ING)
            && next.is_some_and(|next| !next.opens))
        || (inside
            && token.can(Tags::ADVERB)
            && !token.can(Tags::NOT)
            && next.is_some_and(|next| next.can(Tags::ADJECTIVAL | Tags::PARTICIPLE) && next.chunk != Chunk::Verb))
}

/// Whether a token is a determiner of any kind.
pub fn is_determiner(token: &Token) -> bool {
    token.can(Tags::POSSESSIVE)
        || token.must(Tags::DETERMINER)
        || token.is(&QUANTIFIERS)
        || token.is(&["a", "an", "the", "whose", "which", "what"])
}

fn phrase_at(tokens: &[Token], start: usize, words: &Words) -> Option<Phrase> {
    let first = &tokens[start];
    if first.can(Tags::PRONOUN) && !is_followed_by_noun(tokens, start) {
        return Some(pronoun(first, start));
    }
    if first.reads("that")
        && tokens
            .get(start + 1)
            .is_some_and(|next| next.may.any(Tags::THIRD | Tags::NOUNS))
    {
        return None;
    }
    let mut at = start;
    let mut determiner = None;
    if first.is(&["all", "both", "half", "such", "what"])
        && tokens
            .get(at + 1)
            .is_some_and(|next| is_determiner(next) && !next.reads("that"))
    {
        at += 1;
    }
    while tokens
        .get(at)
        .is_some_and(|token| is_determiner(token) && !(token.can(Tags::WH) && !token.reads("whose")))
        && at < start + 4
    {
        determiner.get_or_insert(at);
        at += 1;
    }
    let mut head = None;
    while let Some(token) = tokens.get(at) {
        let inside = at > start;
        if is_nominal(token) && (inside || !token.can(Tags::FINITE) || token.chunk == Chunk::Noun) {
            if inside
                && token.opens
                && head.is_some()
                && !token.can(Tags::NAME)
                && tokens[at - 1].chunk == Chunk::Noun
                && token.chunk == Chunk::Noun
            {
                break;
            }
            head = Some(at);
            at += 1;
        } else if is_modifier(tokens, at, inside) && !(head.is_some() && token.can(Tags::ADVERB | Tags::ING)) {
            if head.is_some() && !token.can(Tags::NUMBER) && !(tokens.get(at + 1).is_some_and(is_nominal)) {
                break;
            }
            at += 1;
        } else if token.can(Tags::GENITIVE)
            && head.is_some()
            && tokens
                .get(at + 1)
                .is_some_and(|next| is_nominal(next) || is_modifier(tokens, at + 1, true))
        {
            determiner = Some(at);
            head = None;
            at += 1;
        } else if inside
            && (token.is(&[",", "and"]))
            && head.is_none()
            && tokens[at - 1].can(Tags::ADJECTIVAL)
            && tokens.get(at + 1).is_some_and(|next| next.must(Tags::ADJECTIVAL))
        {
            at += 1;
        } else {
            break;
        }
    }
    let has_number = |from: usize, to: usize| tokens[from..to].iter().any(|token| token.can(Tags::NUMBER));
    let head = match head {
        Some(head) => head,
        None if determiner == Some(start) && at == start + 1 && first.is_in(words, "pronoun-determiners") => start,
        None if at > start && has_number(start, at) => at - 1,
        None => return None,
    };
    let end = head + 1;
    Some(Phrase {
        start,
        end,
        head,
        number: number(tokens, start, head, words),
        determiner: determiner.or_else(|| (start..head).find(|at| tokens[*at].can(Tags::NUMBER))),
        is_pronoun: false,
        is_name: tokens[head].must(Tags::NAME | Tags::NAMES | Tags::UNKNOWN) || tokens[head].is_letters(),
    })
}

/// her hands, his work: a possessive that can also be a pronoun.
fn is_followed_by_noun(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.reads("that") && tokens.get(at + 1).is_some_and(|next| next.may.any(Tags::THIRD)) {
        return false;
    }
    let may_be_possessive = token.can(Tags::POSSESSIVE | Tags::DETERMINER) || token.reads("her");
    let next = tokens.get(at + 1);
    may_be_possessive
        && next.is_some_and(|next| {
            (next.can(Tags::NOMINAL | Tags::ADJECTIVAL) && next.chunk != Chunk::Verb && !next.opens)
                || next.can(Tags::NUMBER)
                || (is_nominal(next) && next.must(Tags::NOMINAL))
        })
}

fn pronoun(token: &Token, at: usize) -> Phrase {
    let number = match token.lower.as_str() {
        "we" | "they" | "you" | "us" | "them" | "i" => Number::Many,
        "this" | "that" | "he" | "she" | "it" | "everyone" | "everybody" | "someone" | "somebody" | "nobody"
        | "anyone" | "anybody" | "something" | "nothing" | "everything" | "anything" => Number::One,
        _ => Number::Either,
    };
    Phrase {
        start: at,
        end: at + 1,
        head: at,
        number,
        determiner: None,
        is_pronoun: true,
        is_name: false,
    }
}

fn number(tokens: &[Token], start: usize, head: usize, words: &Words) -> Number {
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
    if token.may.any(Tags::NUMBER) && !token.can(Tags::NOUNS) {
        let is_figure = token.lower.starts_with(|c: char| c.is_ascii_digit());
        return if token.is(&["one", "1"]) {
            Number::One
        } else if is_figure || token.is(&["second", "hundred", "thousand", "million", "dozen", "zero"]) {
            Number::Either
        } else {
            Number::Many
        };
    }
    if start < head
        && tokens[start..head].iter().any(|word| word.can(Tags::NUMBER))
        && token.is_in(words, "measured-nouns")
    {
        return Number::Either;
    }
    let counted = tokens[start..head]
        .iter()
        .any(|word| word.can(Tags::NUMBER) && !word.is(&["one", "1", "first", "second", "third"]));
    if counted && !token.can(Tags::NOUNS) {
        return Number::Either;
    }
    if token.is_letters() {
        return if token.text.ends_with('s') {
            Number::Many
        } else {
            Number::Either
        };
    }
    if token.must(Tags::NOUNS | Tags::NAMES | Tags::UNKNOWN) && !words.has("plural-looking", &token.lower) {
        return if token.can(Tags::UNKNOWN) && !token.can(Tags::NOUNS) {
            Number::Either
        } else {
            Number::Many
        };
    }
    if token.can(Tags::NOUNS) || token.can(Tags::NAMES) {
        return Number::Either;
    }
    if token.can(Tags::UNKNOWN) && !token.can(Tags::NAME) {
        return Number::Either;
    }
    Number::One
}
