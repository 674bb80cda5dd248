//! "Much" before an adjective: too much tired.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// too much tired, very much happy, so much kind.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (degree, much, word) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let adjective = word.may.only(Tags::ADJECTIVE | Tags::PARTICIPLE | Tags::PAST)
            && word.may.any(Tags::ADJECTIVE)
            && !sentence
                .get(at + 3)
                .is_some_and(|next| next.can(Tags::NOMINAL) && !next.can(Tags::PREPOSITION));
        let linked = at >= 1
            && (sentence.tokens[at - 1].is_be()
                || ["feel", "become", "seem"].contains(&sentence.tokens[at - 1].verb()));
        if degree.is(&["too", "so", "very"])
            && much.reads("much")
            && adjective
            && linked
            && !word.is(&[
                "alive",
                "needed",
                "improved",
                "appreciated",
                "involved",
                "loved",
                "alike",
            ])
        {
            slips.push(sentence.slip(
                "word-much",
                at,
                at + 2,
                format!("before an adjective stands \"{}\" alone", degree.lower),
                vec![degree.text.clone()],
            ));
        }
    }
}
