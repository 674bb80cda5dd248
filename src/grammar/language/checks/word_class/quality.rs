//! A quality for who has it, or the reverse: I was very confidence; the important of.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// I was very confidence; the important of.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (before, word) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let next = sentence.get(at + 1);
        let degree = before.is(&["very", "so", "too", "more", "quite", "really", "extremely", "less"])
            && at >= 2
            && (sentence.tokens[at - 2].is_be()
                || ["feel", "become", "seem", "look"].contains(&sentence.tokens[at - 2].verb()));
        if let Some(adjective) = sentence.words.other(word, "qualities", true).filter(|_| degree)
            && !next.is_some_and(|next| next.can(Tags::NOMINAL) && !next.can(Tags::PREPOSITION))
        {
            slips.push(sentence.slip_at(
                "word-class",
                at,
                format!("\"{}\" is a noun: the adjective is \"{adjective}\"", word.text),
                adjective,
            ));
        }
        let opens = before.is(&["the", "my", "his", "her", "their", "our", "its", "no", "great"]);
        let ends = next.is_some_and(|next| next.reads("of"))
            || next.is_some_and(|next| next.is(&["between", "in", "."])) && before.must(Tags::POSSESSIVE);
        if let Some(noun) = sentence
            .words
            .other(word, "qualities", false)
            .filter(|_| opens && ends && !word.may.any(Tags::NOUN))
        {
            slips.push(sentence.slip_at(
                "word-class",
                at,
                format!("\"{}\" is an adjective: the noun is \"{noun}\"", word.text),
                noun,
            ));
        }
    }
}
