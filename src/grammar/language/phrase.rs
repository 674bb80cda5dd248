//! Noun phrases: determiner, modifiers, head.

use super::number::number;
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
    let next = tokens.get(start + 1);
    if first.reads("that") && next.is_some_and(|next| next.may.any(Tags::THIRD | Tags::NOUNS)) {
        return None;
    }
    let (after, determiner) = determiners(tokens, start);
    let reading = Reading {
        tokens,
        start,
        at: after,
        determiner,
        head: None,
    };
    let reading = reading.finish();
    let (at, determiner) = (reading.at, reading.determiner);
    let has_number = || tokens[start..at].iter().any(|token| token.can(Tags::NUMBER));
    let stands_alone = || determiner == Some(start) && at == start + 1 && first.is_in(words, "pronoun-determiners");
    let head = match reading.head {
        Some(head) => head,
        None if stands_alone() => start,
        None if has_number() => at - 1,
        None => return None,
    };
    Some(Phrase {
        start,
        end: head + 1,
        head,
        number: number(tokens, start, head, words),
        determiner: determiner.or_else(|| (start..head).find(|at| tokens[*at].can(Tags::NUMBER))),
        is_pronoun: false,
        is_name: tokens[head].must(Tags::NAME | Tags::NAMES | Tags::UNKNOWN) || tokens[head].is_letters(),
    })
}

/// The token after the determiners with which a phrase begins, and the first of them.
fn determiners(tokens: &[Token], start: usize) -> (usize, Option<usize>) {
    let mut at = start;
    let next = tokens.get(start + 1);
    if tokens[start].is(&["all", "both", "half", "such", "what"])
        && next.is_some_and(|next| is_determiner(next) && !next.reads("that"))
    {
        at += 1;
    }
    let first = at;
    let determines = |token: &Token| is_determiner(token) && (!token.can(Tags::WH) || token.reads("whose"));
    while tokens.get(at).is_some_and(determines) && at < start + 4 {
        at += 1;
    }
    (at, (at > first).then_some(first))
}

/// A phrase that is read token by token.
struct Reading<'t> {
    tokens: &'t [Token],
    start: usize,
    /// The token that is read next.
    at: usize,
    determiner: Option<usize>,
    head: Option<usize>,
}

impl Reading<'_> {
    fn finish(mut self) -> Self {
        while self.step() {
            self.at += 1;
        }
        self
    }

    /// Takes the next token, if it belongs to the phrase.
    fn step(&mut self) -> bool {
        let (tokens, at) = (self.tokens, self.at);
        let Some(token) = tokens.get(at) else {
            return false;
        };
        let inside = at > self.start;
        // "Interests outside of medicine": no head.
        if token.is(&["outside", "inside"]) && self.head.is_some() {
            return false;
        }
        let next_is_nominal = tokens.get(at + 1).is_some_and(is_nominal);
        if is_nominal(token) && (inside || !token.can(Tags::FINITE) || token.chunk == Chunk::Noun) {
            let begins_another = self.begins_another();
            if !begins_another {
                self.head = Some(at);
            }
            return !begins_another;
        }
        if is_modifier(tokens, at, inside) && !(self.head.is_some() && token.can(Tags::ADVERB | Tags::ING)) {
            // "Level 2 center", but "each resident carry two pagers".
            let sure = self.head.is_some_and(|head| tokens[head].must(Tags::NOMINAL));
            let counts =
                sure && token.can(Tags::NUMBER) && token.lower.starts_with(char::is_alphabetic) && next_is_nominal;
            return self.head.is_none() || !counts && (token.can(Tags::NUMBER) || next_is_nominal);
        }
        if token.can(Tags::GENITIVE) && self.head.is_some() {
            let goes_on = next_is_nominal || at + 1 < tokens.len() && is_modifier(tokens, at + 1, true);
            if goes_on {
                self.determiner = Some(at);
                self.head = None;
            }
            return goes_on;
        }
        // "A calm, patient voice".
        inside
            && token.is(&[",", "and"])
            && self.head.is_none()
            && tokens[at - 1].can(Tags::ADJECTIVAL)
            && tokens.get(at + 1).is_some_and(|next| next.must(Tags::ADJECTIVAL))
    }

    /// Whether the noun that is read next begins a phrase of its own by what the chunker says.
    fn begins_another(&self) -> bool {
        let token = &self.tokens[self.at];
        self.at > self.start
            && token.opens
            && self.head.is_some()
            && !token.can(Tags::NAME)
            && self.tokens[self.at - 1].chunk == Chunk::Noun
            && token.chunk == Chunk::Noun
    }
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
