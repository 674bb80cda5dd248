//! Verbs that do not agree with their subject.

mod far;
mod indefinite;
mod joined;
mod noun;
mod one_of;
mod pronoun;
mod question;
mod relative;
mod swallowed;
mod there;

pub use far::check as far;
pub use indefinite::check as indefinite;
pub use joined::{shared, what};
pub use one_of::check as one_of;
pub use question::check as question;
pub use relative::check as relative;
pub use swallowed::{check as swallowed, clause as swallowed_clause};
pub use there::{inverted, there_is};

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::{Chunk, Tags, Token};

/// The plain case: a subject and its verb.
pub fn subject(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        let verb = &sentence.tokens[group.first];
        if group.is_infinitive() || verb.quoted && !verb.spaced {
            continue;
        }
        slips.extend(match pronoun::end(sentence, group) {
            Some(at) => pronoun::judge(sentence, group, at),
            None => noun::judge(sentence, group),
        });
    }
}

/// What a verb form agrees with, if it shows it.
fn agrees_with(token: &Token) -> Option<Number> {
    if token.is(&["was", "is", "has", "does"]) {
        return Some(Number::One);
    }
    if token.is(&["were", "are", "have", "do", "'re", "'ve"]) {
        return Some(Number::Many);
    }
    // "Cost", "even", "open": a past, an adverb or an adjective as well.
    let unlike = token.may.any(Tags::ADVERB | Tags::ADJECTIVAL) && token.chunk != Chunk::Verb;
    if (unlike || token.may.any(Tags::PAST)) && !token.may.any(Tags::THIRD) {
        return None;
    }
    let finite = token.tags.and(Tags::VERBAL | Tags::MODAL);
    if finite.only(Tags::THIRD) {
        return Some(Number::One);
    }
    // "Come" and "become" are participles too.
    let finite = if token.is(&["come", "become", "overcome"]) {
        finite.without(Tags::PARTICIPLE)
    } else {
        finite
    };
    if finite.only(Tags::PRESENT | Tags::BASE) && finite.any(Tags::PRESENT) {
        return Some(Number::Many);
    }
    None
}

/// The form of the verb that agrees.
fn mended(sentence: &Sentence<'_>, token: &Token, number: Number) -> String {
    let one = number == Number::One;
    let own = match token.lower.as_str() {
        "was" | "were" => Some(if one { "was" } else { "were" }),
        "is" | "are" | "am" | "'re" => Some(if one { "is" } else { "are" }),
        "has" | "have" | "'ve" => Some(if one { "has" } else { "have" }),
        "does" | "do" => Some(if one { "does" } else { "do" }),
        _ => None,
    };
    match own {
        Some(own) => own.to_owned(),
        None if one => sentence.form(token.verb(), Form::Third),
        None => token.verb().to_owned(),
    }
}
