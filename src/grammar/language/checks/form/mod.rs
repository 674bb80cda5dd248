//! Verb forms that do not fit the verb before them.

mod be;
mod do_verb;
mod have;
mod modal;
mod participle;
mod regular;
mod to;

pub use be::check as after_be;
pub use do_verb::{after_do, not_past};
pub use have::{after_have, past_like_bare};
pub use modal::check as after_modal;
pub use participle::check as lone_participle;
pub use regular::check as regularised;
pub use to::check as after_to;

use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

/// The first token after `at` that is no adverb, pronoun of a question or negation.
fn next_word(sentence: &Sentence<'_>, mut at: usize) -> Option<usize> {
    while sentence
        .get(at)
        .is_some_and(|token| token.must(Tags::ADVERB | Tags::NOT))
    {
        at += 1;
    }
    sentence.get(at).map(|_| at)
}

/// Whether a token is a bare verb for sure.
pub fn is_bare(token: &Token) -> bool {
    let verbal = token.may.and(Tags::VERBAL);
    verbal.any(Tags::BASE) && !verbal.any(Tags::PAST | Tags::PARTICIPLE | Tags::ING) && token.text == token.lower
}
