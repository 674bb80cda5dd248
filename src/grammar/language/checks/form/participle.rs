//! A participle without "have": I seen, he done.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// I seen, he done: a participle without "have".
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (before, word) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let Some(base) = sentence.words.base_of_participle(&word.lower) else {
            continue;
        };
        let Some((past, participle)) = sentence.words.irregular(base) else {
            continue;
        };
        let ambiguous = past == participle || participle == base || word.is(&["born", "sunken", "drunk", "lain"]);
        let pronoun = before.is(&["i", "he", "she", "we", "they"]) && sentence.is_opening(at - 1);
        let asked = at >= 2
            && (sentence.tokens[at - 2].is_in(sentence.words, "forms-of-have-and-be")
                || sentence.tokens[at - 2].can(Tags::MODAL)
                || sentence.tokens[at - 2].is(&["than", "as", "neither", "nor"]));
        if !ambiguous && pronoun && !asked && !word.may.any(Tags::PAST) {
            slips.push(sentence.slip_at(
                "form-participle",
                at,
                format!("without \"have\" stands the past: \"{past}\""),
                past,
            ));
        }
    }
}
