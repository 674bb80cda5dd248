//! "Be" before a verb that has no passive: was happened, is depends.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// was happened, is depends, was died.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (be, verb) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        if !be.is_be() || be.reads("'s") || verb.text != verb.lower {
            continue;
        }
        let past = verb.may.any(Tags::PAST | Tags::PARTICIPLE)
            && sentence.words.has("no-passive", verb.verb())
            && !verb.is_in(sentence.words, "participles-alone")
            && verb.lower.ends_with("ed");
        let third = verb.may.only(Tags::THIRD)
            && !be.is(&["being", "been"])
            && !(at >= 2 && sentence.tokens[..at - 1].iter().any(|token| token.is(&["what", "all"])))
            && sentence
                .phrase_ending(at - 1)
                .is_some_and(|phrase| sentence.is_opening(phrase.start));
        if past || third {
            let put = if past && be.is(&["was", "were"]) || third {
                verb.text.clone()
            } else {
                verb.verb().to_owned()
            };
            slips.push(sentence.slip(
                "form-passive",
                at - 1,
                at + 1,
                format!("\"{}\" stands without a form of \"be\"", verb.verb()),
                vec![put],
            ));
        }
    }
}
