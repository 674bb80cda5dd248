//! Pronouns for anybody, far from their verb: everyone in my cohort have.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::Tags;

use super::{agrees_with, mended};

/// Everyone in my cohort have.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.finite() {
        let verb = &sentence.tokens[group.first];
        if agrees_with(verb) != Some(Number::Many) || verb.may.any(Tags::NOMINAL) && !verb.is(&["have", "do"]) {
            continue;
        }
        let Some(at) = (0..group.first).rev().find(|at| {
            sentence.tokens[*at].is(&["everyone", "everybody", "nobody", "anyone", "someone", "everything"])
        }) else {
            continue;
        };
        let between = sentence.span(at + 1, group.first);
        let prepositional = between
            .first()
            .is_some_and(|first| first.is(&["in", "on", "at", "from", "around", "of", "with"]))
            && between.len() < 6
            && !between.iter().any(|token| {
                token.can(Tags::STOP | Tags::WH | Tags::MODAL)
                    || token.must(Tags::FINITE)
                    || token.is(&["that", "and", "i", "we", "they", "you"])
            });
        if prepositional && sentence.is_opening(at) {
            let right = mended(sentence, verb, Number::One);
            slips.push(sentence.slip_at(
                "agreement",
                group.first,
                format!("\"{}\" is one: \"{right}\"", sentence.tokens[at].text),
                right,
            ));
        }
    }
}
