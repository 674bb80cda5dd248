//! One of many: one of the reasons were, each of my rotations leave.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::Tags;

use super::{agrees_with, mended};

/// A plural verb after "one of" and the like.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| !group.is_infinitive()) {
        let verb = &sentence.tokens[group.first];
        if agrees_with(verb) != Some(Number::Many) {
            continue;
        }
        let Some(at) = (0..group.first).rev().find(|at| {
            sentence.tokens[*at].is(&["one", "each", "neither", "either"]) && sentence.at_is(at + 1, &["of"])
        }) else {
            continue;
        };
        let between = sentence.span(at + 2, group.first);
        let opening = sentence.is_opening(at) || at == 1 && sentence.tokens[0].reads("not");
        let plain = between.len() < 9
            && !between.iter().any(|token| token.is_in(sentence.words, "clause-bounds"))
            && !between.iter().any(|token| token.must(Tags::FINITE | Tags::MODAL));
        let contact = between.len() < 9 && between.iter().any(|token| token.is(&["i", "we", "he", "she", "they"]));
        let wished =
            verb.reads("were") && sentence.any_is(at.saturating_sub(3), at, &["if", "though", "wish", "wished"]);
        let reported = sentence.subject(group).is_some_and(|subject| subject.head == at);
        let later = verb.may.any(Tags::NOMINAL) && !verb.is(&["have", "do"]);
        if opening
            && !wished
            && !later
            && (plain && !contact || contact && reported)
            && !slips.iter().any(|slip| slip.place.start == verb.start)
        {
            let right = mended(sentence, verb, Number::One);
            slips.push(sentence.slip_at(
                "agreement",
                group.first,
                format!("the subject is \"{}\": \"{right}\"", sentence.tokens[at].lower),
                right,
            ));
        }
    }
}
