//! Tenses that do not fit what the sentence says about time.

mod by_the_time;
mod future;
mod over;
mod shift;
mod since;
mod until_now;

pub use by_the_time::check as by_the_time;
pub use future::{future, wish};
pub use over::{childhood, over};
pub use shift::check as shift;
pub use since::{past_since, since};
pub use until_now::{so_far, worked_since};

use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Token;

/// The tokens of the clause around token `at`: up to a comma with a new subject, a subordinator, or the end.
fn clause(sentence: &Sentence<'_>, at: usize) -> (usize, usize) {
    let is_end = |token: &Token| token.is_in(sentence.words, "clause-ends");
    let mut start = at;
    while start > 0 && !is_end(&sentence.tokens[start - 1]) && !joins(sentence, start - 1) {
        start -= 1;
    }
    let mut end = at;
    while end < sentence.tokens.len() && !(end > at && (is_end(&sentence.tokens[end]) || joins(sentence, end))) {
        end += 1;
    }
    (start, end)
}

/// Whether "and" or "or" at this token begins a clause of its own.
fn joins(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tokens[at].is(&["and", "or"])
        && sentence.phrase_starting(at + 1).is_some_and(|phrase| {
            sentence
                .groups
                .iter()
                .any(|group| group.is_finite() && (group.start == phrase.end || group.start == phrase.end + 1))
        })
}
