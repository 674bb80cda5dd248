//! Names that the applicant says are not the real ones.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::lexicon::class;
use crate::prose::{Shape, WordRange};

/// What a draft declares about the names in it.
pub(super) struct Declared {
    /// Whether all names are said to be changed.
    all: bool,
    /// The folded names of sentences that declare a name.
    names: BTreeSet<String>,
}

impl Declared {
    /// Reads the declarations of a draft.
    pub fn of(draft: &Draft) -> Self {
        let sentences = 0..draft.prose.sentences().len();
        let mut names = BTreeSet::new();
        for at in sentences.clone().filter(|&at| declares(draft, at, at)) {
            let words = draft.prose.sentences()[at].words.range();
            let titles = words.filter(|&word| draft.prose.words()[word].shape == Shape::Title);
            names.extend(titles.map(|word| draft.prose.fold(word).to_owned()));
        }
        Self {
            all: sentences.clone().any(|at| declares_all(draft, at)),
            names,
        }
    }

    /// Whether sentence number `at` or the one after it says that its name is not the real one.
    pub fn here(&self, draft: &Draft, at: usize) -> bool {
        self.all || declares(draft, at, (at + 1).min(draft.prose.sentences().len() - 1))
    }

    /// Whether a name was declared changed elsewhere.
    pub fn knows(&self, draft: &Draft, name: WordRange) -> bool {
        name.range().any(|word| self.names.contains(draft.prose.fold(word)))
    }
}

/// "Whom I will call", "let her be", "not his name", "I have changed her".
fn declares(draft: &Draft, first: usize, last: usize) -> bool {
    (first..=last).any(|at| draft.marks.has(at, class::DECLARES_NAME))
}

/// "Names and details have been changed."
fn declares_all(draft: &Draft, at: usize) -> bool {
    draft.marks.has(at, class::IDENTITY_WORD) && draft.marks.has(at, class::MADE_UP)
}
