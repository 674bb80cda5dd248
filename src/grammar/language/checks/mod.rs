//! What looks at phrases and clauses, where a pattern over tokens is not enough.

mod adverb;
mod agreement;
mod article;
mod form;
mod frame;
mod missing;
mod number;
mod order;
mod preposition;
mod relative;
mod repeated;
mod tense;
mod word_class;

use super::Slip;
use super::clause::Sentence;

/// A check: it adds what it finds.
type Check = fn(&Sentence<'_>, &mut Vec<Slip>);

/// All checks. Of two that find the same place the first one speaks.
const CHECKS: &[Check] = &[
    repeated::words,
    article::sound,
    article::double,
    article::before_place,
    article::missing_before_place,
    article::generic,
    article::superlative,
    article::mass,
    article::bare,
    article::role,
    agreement::subject,
    agreement::relative,
    agreement::there_is,
    agreement::inverted,
    agreement::one_of,
    agreement::what,
    agreement::shared,
    agreement::swallowed,
    agreement::swallowed_clause,
    agreement::question,
    agreement::indefinite,
    agreement::far,
    number::counted,
    number::thirds,
    number::kinds,
    number::singular,
    number::never_plural,
    number::measure,
    number::much_many,
    number::less_fewer,
    number::one_of,
    form::after_modal,
    form::after_do,
    form::not_past,
    form::after_have,
    form::past_like_bare,
    form::after_be,
    form::after_to,
    form::lone_participle,
    form::regularised,
    frame::gerund,
    frame::bare_after_preposition,
    frame::infinitive,
    frame::person,
    frame::preposition_verb,
    preposition::wrong,
    missing::be,
    missing::progressive,
    missing::been,
    missing::before_predicate,
    missing::to,
    missing::it_is,
    missing::subject,
    missing::dropped,
    order::indirect_question,
    order::direct_question,
    order::inversion,
    order::adverb,
    relative::which,
    relative::resumed,
    relative::of_them,
    relative::contact,
    relative::his_for_whose,
    relative::after_preposition,
    tense::over,
    tense::childhood,
    tense::since,
    tense::past_since,
    tense::by_the_time,
    tense::so_far,
    tense::worked_since,
    tense::future,
    tense::wish,
    adverb::degree,
    adverb::manner,
    adverb::comma_manner,
    adverb::comparison,
    adverb::sense,
    adverb::beside_adjective,
    tense::shift,
    word_class::quality,
    word_class::feeling,
    word_class::adverb_before_noun,
    word_class::adjective_before_verb,
    word_class::passive,
    word_class::too_much,
];

/// Runs all checks over a sentence.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for check in CHECKS {
        check(sentence, slips);
    }
}
