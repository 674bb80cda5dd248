//! A question whose verb comes before its subject: where was the wires?

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::Tags;

use super::{agrees_with, mended};

/// Where was the wires; why do the patient wait; has the results come back.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    if sentence.is_question() {
        slips.extend(judge(sentence));
    }
}

fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    let at = usize::from(sentence.at_is(0, &["where", "why", "how", "when"]));
    let verb = sentence.get(at)?;
    if !verb.is_in(sentence.words, "auxiliaries") || verb.quoted {
        return None;
    }
    let phrase = sentence.phrase_starting(at + 1).filter(|phrase| !phrase.is_pronoun)?;
    let head = &sentence.tokens[phrase.head];
    let first = &sentence.tokens[phrase.start];
    let plain = first.can(Tags::DETERMINER | Tags::POSSESSIVE) || head.must(Tags::NOUNS);
    let joined = sentence.at_is(phrase.end, &["and", "or", ",", "of"]);
    if !plain || joined || phrase.is_name || head.can(Tags::UNKNOWN) {
        return None;
    }
    let wrong = phrase.number != Number::Either && agrees_with(verb).is_some_and(|shown| shown != phrase.number);
    wrong.then(|| {
        let right = mended(sentence, verb, phrase.number);
        let message = format!("the subject \"{}\" comes after the verb: \"{right}\"", head.text);
        sentence.slip_at("agreement-inverted", at, message, right)
    })
}
