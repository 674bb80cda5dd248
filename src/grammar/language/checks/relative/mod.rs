//! Relative pronouns.

mod comma;
mod missing;
mod resumed;
mod splice;
mod which;
mod whom;
mod whose;

pub use missing::{contact, his_for_whose};
pub use resumed::check as resumed;
pub use splice::check as of_them;
pub use which::check as which;
pub use whom::after_preposition;

use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;

/// A relative pronoun, or what stands where one would.
struct Place<'s> {
    /// Where it stands.
    at: usize,
    /// The phrase before it.
    phrase: &'s Phrase,
    /// Whether a comma stands between.
    comma: bool,
}

impl<'s> Place<'s> {
    fn find(sentence: &'s Sentence<'_>, at: usize) -> Option<Self> {
        let comma = sentence.before_is(at, &[","]);
        let phrase = sentence.phrase_ending(if comma { at - 1 } else { at })?;
        Some(Self { at, phrase, comma })
    }

    /// Whether a verb follows, so that the pronoun is its subject.
    fn is_subject(&self, sentence: &Sentence<'_>) -> bool {
        sentence.get(self.at + 1).is_some_and(|next| {
            next.can(Tags::FINITE | Tags::MODAL) && !next.can(Tags::NOMINAL | Tags::PRONOUN | Tags::DETERMINER)
                || next.must(Tags::ADVERB) && sentence.at_can(self.at + 2, Tags::FINITE)
        })
    }

    /// Whether a subject follows, so that the pronoun is an object.
    fn is_object(&self, sentence: &Sentence<'_>) -> bool {
        sentence.at_is(self.at + 1, &["i", "he", "she", "we", "they", "you"])
    }
}

fn is_person(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let head = &sentence.tokens[phrase.head];
    let by_tag = phrase.is_pronoun && head.is(&["someone", "everyone", "anyone", "nobody", "those", "somebody"]);
    by_tag
        || sentence.words.has("persons", &head.lower)
        || sentence.words.has("persons", head.noun())
        || sentence.words.has("roles", head.noun())
}

fn is_thing(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let head = &sentence.tokens[phrase.head];
    sentence.words.has("things", head.noun()) && !head.is_capital()
}
