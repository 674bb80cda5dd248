//! The words of a draft that belong to classes.

use std::sync::Arc;

use crate::prose::{Prose, WordRange};

use super::program::Program;
use super::{Class, LEXICON, lookup, matcher};

/// Words of a draft that belong to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The class.
    pub class: Class,
    /// The words.
    pub words: WordRange,
}

/// All marks of a draft, in order.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    list: Vec<Mark>,
    /// First mark of each sentence; one more at the end.
    starts: Vec<usize>,
    /// What a configuration adds to the lexicon.
    added: Option<Arc<Program>>,
}

impl Marks {
    /// Finds the marks of a draft.
    pub(super) fn find(prose: &Prose, base: &Program, added: Option<Arc<Program>>) -> Self {
        let programs: Vec<&Program> = [base].into_iter().chain(added.as_deref()).collect();
        let (list, starts) = matcher::find(&programs, prose);
        Self { list, starts, added }
    }

    /// All of them, in order of start, then end.
    #[must_use]
    pub fn all(&self) -> &[Mark] {
        &self.list
    }

    /// Those of a sentence.
    #[must_use]
    pub fn of_sentence(&self, sentence: usize) -> &[Mark] {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&start), Some(&end)) => &self.list[start..end],
            _ => &[],
        }
    }

    /// Those of a sentence that belong to `class`.
    pub fn in_sentence(&self, sentence: usize, class: Class) -> impl Iterator<Item = Mark> + '_ {
        self.of_sentence(sentence)
            .iter()
            .filter(move |mark| mark.class == class)
            .copied()
    }

    /// Whether a mark of `class` starts at word number `word`.
    #[must_use]
    pub fn start_at(&self, word: usize, class: Class) -> bool {
        let first = self.list.partition_point(|mark| mark.words.start() < word);
        self.list[first..]
            .iter()
            .take_while(|mark| mark.words.start() == word)
            .any(|mark| mark.class == class)
    }

    /// Whether `word`, which need be no word of the draft, is a member of `class` by itself.
    #[must_use]
    pub fn know(&self, class: Class, word: &str) -> bool {
        lookup::is_member(&LEXICON, class, word)
            || self
                .added
                .as_deref()
                .is_some_and(|program| lookup::is_member(program, class, word))
    }

    /// Whether a sentence has a mark of `class`.
    #[must_use]
    pub fn has(&self, sentence: usize, class: Class) -> bool {
        self.in_sentence(sentence, class).next().is_some()
    }

    /// Whether a sentence has a mark of one of `classes`.
    #[must_use]
    pub fn has_any(&self, sentence: usize, classes: &[Class]) -> bool {
        self.of_sentence(sentence)
            .iter()
            .any(|mark| classes.contains(&mark.class))
    }
}
