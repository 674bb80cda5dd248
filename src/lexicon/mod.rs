//! The field's words: classes of words and phrases, found in one pass and turned into marks on a draft.
//!
//! The classes stand in `lints/words/`; the build compiles them into flat tables.

mod builtin;
pub mod compile;
mod inflect;
mod levels;
mod lookup;
mod marks;
mod matcher;
pub mod member;
mod numbered;
pub mod program;
mod spelling;
#[cfg(test)]
mod tests;
mod thinning;

use std::borrow::Cow;
use std::sync::Arc;

use crate::hash::hash;
use crate::prose::{Prose, split_digits};
use compile::{ClassSource, CompileError};
pub use marks::{Mark, Marks};
use member::Inflect;
use program::{PatternHead, Program};

mod digits {
    pub(super) use super::split_digits;
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A class of the lexicon, by number. The classes that the code knows by name are in [`class`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u16);

impl Class {
    /// The class of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let number = builtin::NAMES
            .iter()
            .chain(CLASS_NAMES.iter())
            .position(|known| *known == name)?;
        u16::try_from(number).ok().map(Self)
    }

    /// The classes of `lints/words/`, in order of name: those that a configuration can add words to.
    pub fn of_words() -> impl Iterator<Item = Self> {
        let numbers = builtin::NAMES.len()..Self::count();
        numbers.filter_map(|number| u16::try_from(number).ok().map(Self))
    }

    /// How the members of the class inflect.
    #[must_use]
    pub fn inflect(self) -> Inflect {
        let own = self.number().checked_sub(builtin::NAMES.len());
        own.and_then(|number| CLASS_INFLECTS.get(number).copied())
            .unwrap_or_default()
    }

    /// Whether marks of the class are cues of the story: those of `lints/words/` are, unless their file says `cue = false`.
    #[must_use]
    pub fn is_cue(self) -> bool {
        match self.number().checked_sub(builtin::NAMES.len()) {
            Some(number) => CLASS_CUES.get(number).copied().unwrap_or_default(),
            None => true,
        }
    }

    /// The name, as `lints/words/` has it; empty for a class that a configuration brings along.
    #[must_use]
    pub fn name(self) -> &'static str {
        let number = usize::from(self.0);
        let own = || {
            number
                .checked_sub(builtin::NAMES.len())
                .and_then(|number| CLASS_NAMES.get(number))
        };
        builtin::NAMES.get(number).or_else(own).copied().unwrap_or_default()
    }

    /// The hash of the name.
    pub(crate) fn name_hash(self) -> u64 {
        const NAMELESS: u64 = hash(b"");
        CLASS_HASHES.get(self.number()).copied().unwrap_or(NAMELESS)
    }

    /// How many classes are built in; the classes of a configuration have numbers from here on.
    #[must_use]
    pub fn count() -> usize {
        builtin::NAMES.len() + CLASS_NAMES.len()
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

/// The lexicon: what is built in, and what a configuration adds.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// What is built in, where added words make its patterns wait.
    raised: Option<Program>,
    added: Option<Arc<Program>>,
}

impl Lexicon {
    /// The lexicon as it is built in.
    #[must_use]
    pub fn builtin() -> Self {
        Self {
            raised: None,
            added: None,
        }
    }

    /// The lexicon with further members for its classes.
    ///
    /// # Errors
    /// When a member is not written as the format says, or names a class that does not exist.
    pub fn with(words: &[ClassSource]) -> Result<Self, CompileError> {
        Self::with_own(words, &[]).map(|(lexicon, _)| lexicon)
    }

    /// The lexicon with further members for its classes (`words`) and with classes of its own (`own`), which come after
    /// those that are built in, in the order in which they are given.
    ///
    /// # Errors
    /// As [`Lexicon::with`], and when there are more classes than a [`Program`] can number.
    pub fn with_own(words: &[ClassSource], own: &[ClassSource]) -> Result<(Self, Vec<Class>), CompileError> {
        if words.is_empty() && own.is_empty() {
            return Ok((Self::builtin(), Vec::new()));
        }
        let most = PatternHead::CLASSES - Class::count();
        if own.len() > most {
            return Err(CompileError::TooMany { most });
        }
        let builtin = builtin::NAMES.iter().chain(CLASS_NAMES.iter());
        let names: Vec<String> = builtin
            .map(|name| (*name).to_owned())
            .chain(own.iter().map(|class| class.name.clone()))
            .collect();
        let (program, raised) = compile::compile(&[words, own].concat(), &names, &LEXICON)?;
        let classes = (Class::count()..names.len()).filter_map(|number| u16::try_from(number).ok().map(Class));
        let lexicon = Self {
            raised: raised.map(|heads| LEXICON.with_heads(heads)),
            added: Some(Arc::new(program)),
        };
        Ok((lexicon, classes.collect()))
    }

    /// Finds the marks of a draft.
    #[must_use]
    pub fn mark(&self, prose: &Prose) -> Marks {
        Marks::find(prose, self.raised.as_ref().unwrap_or(&LEXICON), self.added.clone())
    }
}
