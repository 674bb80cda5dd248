//! Articles that are wrong, missing or too many.

mod bare;
mod double;
mod generic;
mod mass;
mod place;
mod role;
mod sound;
mod superlative;

pub use bare::check as bare;
pub use double::check as double;
pub use generic::check as generic;
pub use mass::check as mass;
pub use place::{before_place, missing_before_place};
pub use role::check as role;
pub use sound::check as sound;
pub use superlative::check as superlative;

use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms;
use crate::grammar::language::phrase::{Phrase, is_determiner};
use crate::grammar::language::token::{Chunk, Tags, Token};

/// Whether a phrase has neither determiner nor anything else that stands for one.
fn is_bare(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let tokens = sentence.span(phrase.start, phrase.head);
    let first = &sentence.tokens[phrase.start];
    phrase.determiner.is_none()
        && !tokens.iter().any(|token| {
            is_determiner(token)
                || token.can(Tags::NUMBER | Tags::DETERMINER | Tags::GENITIVE | Tags::POSSESSIVE)
                || token.is_letters()
        })
        && !first.quoted
        && !tokens.iter().any(Token::is_capital)
        && !first.is(&[
            "such", "what", "which", "whose", "enough", "chief", "no", "alone", "per",
        ])
        && sentence.before(phrase.start).is_none_or(|before| {
            !is_determiner(before)
                && !before.can(Tags::NUMBER | Tags::GENITIVE)
                && !before.is_in(sentence.words, "before-bare")
        })
}

/// Whether something after the head makes it part of a longer word or a pair.
fn is_cut_off(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let Some(next) = sentence.get(phrase.end) else {
        return false;
    };
    next.is_in(sentence.words, "after-bare")
        || next.can(Tags::GENITIVE | Tags::NUMBER)
        || next.reads("per")
        || (next.can(Tags::NOMINAL) && !next.can(Tags::VERBAL | Tags::PREPOSITION | Tags::ADVERB | Tags::PRONOUN))
        || (next.may.any(Tags::NOUNS) && next.chunk == Chunk::Noun && !next.opens)
        || (!next.spaced && !next.can(Tags::STOP))
        || next.is_letters()
}

/// A phrase with "a" or "an" before it.
fn with_a(sentence: &Sentence<'_>, phrase: &Phrase) -> String {
    let text = sentence.text(phrase.start, phrase.end);
    let first = &sentence.tokens[phrase.start].text;
    format!("{}{}", forms::with_article(sentence.words, first), &text[first.len()..])
}
