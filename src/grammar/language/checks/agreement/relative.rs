//! The verb of a relative clause: the resident who carry, the residents who carries.

use crate::grammar::Slip;
use crate::grammar::language::clause::{Sentence, Subject};
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Group;

use super::noun::counted;
use super::{agrees_with, mended};

/// A verb that does not agree with what its relative pronoun stands for.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| !group.is_infinitive()) {
        slips.extend(judge(sentence, group));
    }
}

fn judge(sentence: &Sentence<'_>, group: &Group) -> Option<Slip> {
    let verb = &sentence.tokens[group.first];
    let shown = agrees_with(verb)?;
    let subject = sentence.subject(group).filter(|subject| subject.is_relative)?;
    let is_right = subject.number == Number::Either || subject.number == shown;
    // "One of those who are", "the only one who is": either can be meant.
    if is_right
        || sentence.any_is(0, subject.start, &["one", "only"])
        || is_open(sentence, group, &subject)
        || counted(sentence, &subject) == Number::Either
    {
        return None;
    }
    let right = mended(sentence, verb, subject.number);
    let many = if subject.number == Number::One {
        "one"
    } else {
        "more than one"
    };
    let message = format!("\"{}\" is {many}: \"{right}\"", sentence.tokens[subject.head].text);
    Some(sentence.slip_at("agreement-relative", group.first, message, right))
}

/// Whether the pronoun may stand for something else, or be none.
fn is_open(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let (verb, head) = (&sentence.tokens[group.first], &sentence.tokens[subject.head]);
    let pronoun = sentence
        .span(subject.head + 1, group.first)
        .iter()
        .find(|token| token.is(&["who", "which", "that"]))
        .map_or("", |token| token.lower.as_str());
    let named = head.can(Tags::NAME)
        || !head.can(Tags::NOMINAL | Tags::PRONOUN)
        || verb.reads("'s")
        || head.may.any(Tags::NUMBER);
    let units = head.is(&["days", "years", "months", "weeks", "hours", "minutes", "times"]);
    let unlikely = match pronoun {
        "which" => verb.may.any(Tags::NOMINAL),
        "who" => {
            !sentence.words.has("persons", head.noun())
                && !sentence.words.has("roles", head.noun())
                && !head.is_in(sentence.words, "relative-open-heads")
        }
        "that" => {
            verb.may.any(Tags::NOMINAL)
                || head.can(Tags::PRONOUN | Tags::VERBAL)
                || head.is_in(sentence.words, "clause-nouns")
        }
        _ => false,
    };
    let pronominal = head.can(Tags::PRONOUN) && !head.is(&["those", "anyone", "everyone", "someone"]);
    named || units || unlikely || pronominal
}
