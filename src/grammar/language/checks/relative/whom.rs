//! "Whom" and "who": a surgeon whom insisted, the nurse with who I worked.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::{Place, is_person, is_thing};

/// a surgeon whom insisted
pub fn subject(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let asks = sentence.at_can(place.at + 1, Tags::MODAL)
        || sentence.at_in(place.at + 1, "auxiliaries") && sentence.is_question();
    let is_wrong = place.is_subject(sentence) && !asks && !sentence.before_can(place.at, Tags::PREPOSITION);
    is_wrong.then(|| sentence.slip_at("relative-whom", place.at, "the subject of the clause is \"who\"", "who"))
}

/// with who, about that.
pub fn after_preposition(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 2..sentence.tokens.len().saturating_sub(1) {
        let (before, token, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let Some(phrase) = sentence.phrase_ending(at - 1) else {
            continue;
        };
        let preposition = before.is_in(sentence.words, "relative-prepositions");
        let subject = next.is(&["i", "we", "he", "she", "they"])
            || next.can(Tags::POSSESSIVE)
                && sentence
                    .phrase_starting(at + 1)
                    .is_some_and(|own| sentence.is_finite_at(own.end));
        if preposition && token.reads("who") && is_person(sentence, phrase) && subject {
            slips.push(sentence.slip_at(
                "relative-whom",
                at,
                format!("after \"{}\" stands \"whom\"", before.text),
                "whom",
            ));
        }
        if preposition
            && token.reads("that")
            && is_thing(sentence, phrase)
            && subject
            && !before.is(&["in", "of", "for", "from", "by"])
        {
            slips.push(sentence.slip_at(
                "relative-which",
                at,
                format!("after \"{}\" stands \"which\"", before.text),
                "which",
            ));
        }
    }
}
