//! What follows a verb, an adjective or a preposition: -ing, "to", a person, a preposition.

mod gerund;
mod infinitive;
mod person;
mod preposition;

pub use gerund::{bare_after_preposition, gerund};
pub use infinitive::check as infinitive;
pub use person::check as person;
pub use preposition::check as preposition_verb;

use crate::grammar::language::clause::Sentence;

fn passive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .group_holding(at)
        .is_some_and(|group| group.passive && group.main == at)
}
