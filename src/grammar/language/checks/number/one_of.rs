//! One of many, said as one: one of my teacher.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Tags, Token};

/// one of my teacher.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        slips.extend(judge(sentence, at));
    }
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let first = &sentence.tokens[at];
    let counts = first.is_in(sentence.words, "firm-counts")
        && sentence.tokens[at + 1].reads("of")
        && !sentence.before_is(at, &["the"]);
    let phrase = sentence
        .phrase_starting(at + 2)
        .filter(|phrase| counts && !phrase.is_pronoun)?;
    let start = &sentence.tokens[phrase.start];
    let plain = sentence
        .span(phrase.start + 1, phrase.head)
        .iter()
        .all(|token| !token.can(Tags::GENITIVE | Tags::NOUNS));
    if !start.is_in(sentence.words, "definite-determiners")
        || !is_singular(sentence, &sentence.tokens[phrase.head])
        || goes_on(sentence, phrase)
        || !plain
        || sentence.any_is(phrase.start, phrase.head, &["other"])
    {
        return None;
    }
    let plural = forms::plural(sentence.words, &sentence.tokens[phrase.head].lower);
    let message = format!("\"{} of\" is followed by more than one: \"{plural}\"", first.lower);
    Some(sentence.slip_at("number-one-of", phrase.head, message, plural))
}

/// Whether the head is a noun that is counted, and one; a team or a family is many.
fn is_singular(sentence: &Sentence<'_>, head: &Token) -> bool {
    head.can(Tags::NOUN)
        && !head.can(Tags::NOUNS | Tags::VERBAL | Tags::UNKNOWN | Tags::NAME)
        && !head.may.any(Tags::NUMBER | Tags::ADVERB)
        && !head.is(&["first", "last", "best", "worst", "few"])
        && !head.is_capital()
        && !head.is_in(sentence.words, "auxiliaries")
        && is_known(sentence, head)
        && !head.is_in(sentence.words, "collectives")
        && !head.is_in(sentence.words, "mass")
}

/// Whether it names somebody or something that one can point at; "one of the head", "many of the batch" leave the noun out.
fn is_known(sentence: &Sentence<'_>, head: &Token) -> bool {
    ["persons", "roles", "things", "counted", "counted-with-adjective"]
        .iter()
        .any(|list| head.is_in(sentence.words, list))
}

fn goes_on(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    sentence.get(phrase.end).is_some_and(|next| {
        next.is(&["and", ",", "-", "'s", "/", "or"])
            || next.can(Tags::GENITIVE | Tags::NOMINAL) && !next.can(Tags::VERBAL | Tags::PREPOSITION)
            || next.is_letters()
            || !next.spaced && !next.can(Tags::STOP)
    })
}
