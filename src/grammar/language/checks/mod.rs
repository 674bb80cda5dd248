//! What looks at phrases and clauses, where a pattern over tokens is not enough.

#![allow(
    clippy::too_many_lines,
    reason = "a check is one sentence about English with its exceptions, which are read together"
)]

mod adverb;
mod agreement;
mod article;
mod bare_noun;
mod form;
mod frame;
mod missing;
mod number;
mod order;
mod preposition;
mod relative;
mod repeated;
mod tense;
mod tense_shift;
mod word_class;

use super::Slip;
use super::clause::Sentence;

/// A check: it adds what it finds.
type Check = fn(&Sentence<'_>, &mut Vec<Slip>);

const CHECKS: [Check; 42] = [
    repeated::words,
    article::sound,
    article::double,
    article::places,
    article::generic,
    article::superlative,
    article::mass,
    bare_noun::counted,
    bare_noun::role,
    agreement::subject,
    agreement::relative,
    agreement::there_is,
    agreement::one_of,
    agreement::further,
    number::counted,
    number::singular,
    number::never_plural,
    number::much_many,
    number::less_fewer,
    number::one_of,
    form::after_modal,
    form::after_do,
    form::after_have,
    form::after_be,
    form::after_to,
    form::lone_participle,
    form::regularised,
    frame::gerund,
    frame::infinitive,
    frame::object,
    frame::preposition_verb,
    preposition::wrong,
    missing::be,
    missing::to,
    missing::subject,
    order::question,
    order::inversion,
    order::adverb,
    relative::pronoun,
    tense::over,
    tense::since,
    tense::future,
];

/// Runs all checks over a sentence.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for check in CHECKS {
        check(sentence, slips);
    }
    adverb::check(sentence, slips);
    tense_shift::check(sentence, slips);
    word_class::check(sentence, slips);
}
