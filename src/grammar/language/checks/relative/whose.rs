//! "Whose": a nurse who's name, a physician who hands never shook.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::{Place, is_person};

/// a nurse who's name
pub(super) fn who_is(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let noun = sentence.get(place.at + 2).is_some_and(|noun| {
        noun.can(Tags::NOMINAL) && !noun.can(Tags::VERBAL | Tags::ADJECTIVAL | Tags::PRONOUN | Tags::ADVERB)
    });
    let message = "\"who's\" is \"who is\"; what belongs to somebody is \"whose\"";
    let put = vec!["whose".to_owned()];
    (noun && sentence.at_is(place.at + 1, &["'s"]))
        .then(|| sentence.slip("relative-whose", place.at, place.at + 2, message, put))
}

/// a physician who hands never shook
pub(super) fn who_noun(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let next = sentence.get(place.at + 1)?;
    let verbal = Tags::VERBAL | Tags::MODAL | Tags::ADVERB;
    let other = Tags::PRONOUN | Tags::DETERMINER | Tags::POSSESSIVE | Tags::PREPOSITION | Tags::WH | Tags::STOP;
    let is_wrong = is_person(sentence, place.phrase)
        && !next.lower.starts_with('\'')
        && !next.may.any(Tags::THIRD | Tags::PRESENT)
        && !next.can(verbal | other)
        && next.can(Tags::NOUN | Tags::NOUNS);
    let message = "what belongs to somebody is \"whose\"";
    is_wrong.then(|| sentence.slip_at("relative-whose", place.at, message, "whose"))
}
