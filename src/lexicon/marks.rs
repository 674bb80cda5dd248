//! The words of a draft that belong to classes.

use std::sync::Arc;

use crate::prose::{Prose, WordRange};
use crate::threads;

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

/// The bit that stands for a class among those of a sentence's marks; some share one.
fn bit(class: Class) -> u128 {
    1 << (class.number() % 128)
}

/// All marks of a draft, in order.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    list: Vec<Mark>,
    /// First mark of each sentence; one more at the end.
    starts: Vec<usize>,
    /// For each sentence the bits of the classes of its marks.
    sieves: Vec<u128>,
    /// What a configuration adds to the lexicon.
    added: Option<Arc<Program>>,
}

impl Marks {
    /// Finds the marks of a draft.
    pub(super) fn find(prose: &Prose, base: &Program, added: Option<Arc<Program>>) -> Self {
        let programs: Vec<&Program> = [base].into_iter().chain(added.as_deref()).collect();
        let all = prose.sentences().len();
        let mut runs = threads::in_runs(all, |run| matcher::find(&programs, prose, run)).into_iter();
        let (mut list, mut starts) = runs.next().unwrap_or_default();
        for (mut marks, of_run) in runs {
            starts.extend(of_run.into_iter().map(|start| list.len() + start));
            list.append(&mut marks);
        }
        starts.push(list.len());
        let bits = |marks: &[Mark]| marks.iter().map(|mark| bit(mark.class)).fold(0, |all, one| all | one);
        let sieves = starts.windows(2).map(|pair| bits(&list[pair[0]..pair[1]]));
        Self {
            sieves: sieves.collect(),
            list,
            starts,
            added,
        }
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
        let marks = if self.may_have(sentence, &[class]) {
            self.of_sentence(sentence)
        } else {
            &[]
        };
        marks.iter().filter(move |mark| mark.class == class).copied()
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
        let marks = self.of_sentence(sentence).iter();
        self.may_have(sentence, classes) && marks.map(|mark| mark.class).any(|class| classes.contains(&class))
    }

    /// Whether the bits of a sentence let one of `classes` be there: most are seen not to be.
    fn may_have(&self, sentence: usize, classes: &[Class]) -> bool {
        let asked = classes.iter().fold(0, |all, class| all | bit(*class));
        self.sieves.get(sentence).is_some_and(|sieve| sieve & asked != 0)
    }
}
