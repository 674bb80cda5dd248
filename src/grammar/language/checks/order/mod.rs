//! Word order: indirect questions, inversion, adverbs.

mod adverb;
mod inversion;
mod question;

pub use adverb::check as adverb;
pub use inversion::check as inversion;
pub use question::{direct_question, indirect_question};

use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

fn is_auxiliary(sentence: &Sentence<'_>, token: &Token) -> bool {
    token.is_in(sentence.words, "auxiliaries") || token.must(Tags::MODAL)
}
