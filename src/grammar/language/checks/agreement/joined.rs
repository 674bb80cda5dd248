//! Verbs whose subject is a whole clause, or stands before another verb.

use crate::grammar::Slip;
use crate::grammar::language::clause::{Onward, Sentence};
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::Tags;

use super::mended;

/// What I kept were the talk.
pub fn what(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    if !sentence.at_is(0, &["what"]) || sentence.is_question() {
        return;
    }
    let onward = Onward::from_clause(sentence, 1).verb().map(|(group, _)| group);
    let near = || {
        sentence
            .finite()
            .nth(1)
            .filter(|group| !sentence.any_is(0, group.first, &[","]))
    };
    let Some(group) = onward.or_else(near) else {
        return;
    };
    let verb = &sentence.tokens[group.first];
    let singular = sentence.phrase_starting(group.end).is_some_and(|phrase| {
        phrase.number == Number::One
            && sentence.tokens[phrase.start].is(&["a", "an", "the", "my", "her", "his", "their", "our", "its"])
            && sentence.tokens[phrase.head].must(Tags::NOUN | Tags::MASS)
    });
    let goes_on = sentence
        .phrase_starting(group.end)
        .and_then(|phrase| sentence.get(phrase.end))
        .is_some_and(|next| next.is(&["and", ","]));
    if group.is_single() && verb.is(&["are", "were"]) && singular && !goes_on {
        let right = mended(sentence, verb, Number::One);
        slips.push(sentence.slip_at(
            "agreement",
            group.first,
            format!("what is meant is one: \"{right}\""),
            right,
        ));
    }
}

/// A verb after "and" whose subject is a pronoun before.
pub fn shared(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.finite() {
        let verb = &sentence.tokens[group.first];
        let joined = sentence.before_is(group.first, &["and"]);
        if !joined || !verb.is_in(sentence.words, "auxiliaries-with-number") {
            continue;
        }
        let Some(first) = sentence
            .groups
            .iter()
            .rev()
            .find(|other| other.is_finite() && other.end <= group.first)
        else {
            continue;
        };
        let Some(phrase) = sentence
            .phrase_ending(first.first)
            .filter(|phrase| phrase.is_pronoun && sentence.is_opening(phrase.start))
        else {
            continue;
        };
        let between = sentence.span(first.end, group.first);
        let plain = !between.iter().any(|token| {
            token.is_in(sentence.words, "list-breaks")
                || token.can(Tags::NOUNS) && between.iter().any(|token| token.reads("and")) && token.is(&["both"])
        }) && !sentence.before_in(phrase.start, "subject-clause-starts");
        let subject = &sentence.tokens[phrase.head];
        let wrong = subject.is(&["i", "we", "they", "you"]) && verb.is(&["has", "is", "does"])
            || subject.is(&["we", "they"]) && verb.reads("was")
            || subject.is(&["he", "she"]) && verb.is(&["have", "are", "do", "were"]);
        if plain && wrong {
            let number = if subject.is(&["he", "she"]) {
                Number::One
            } else {
                Number::Many
            };
            let right = if subject.reads("i") && verb.reads("is") {
                "am".to_owned()
            } else {
                mended(sentence, verb, number)
            };
            slips.push(sentence.slip_at(
                "agreement",
                group.first,
                format!("the subject is still \"{}\": \"{right}\"", subject.text),
                right,
            ));
        }
    }
}
