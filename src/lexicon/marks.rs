//! The words of a draft that belong to classes.

use crate::prose::{Prose, WordRange};

use super::Class;

/// Words of a draft that belong to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The class.
    pub class: Class,
    /// The words.
    pub words: WordRange,
}

/// All marks of a draft, in order.
#[derive(Debug, Clone)]
pub struct Marks {
    list: Vec<Mark>,
    /// First mark of each sentence; one more at the end.
    starts: Vec<usize>,
}

impl Marks {
    pub(super) fn new(list: Vec<Mark>, prose: &Prose) -> Self {
        let start_of = |word: usize| list.partition_point(|mark| mark.words.start() < word);
        let mut starts: Vec<usize> = prose
            .sentences()
            .iter()
            .map(|sentence| start_of(sentence.words.start()))
            .collect();
        starts.push(list.len());
        Self { list, starts }
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
