//! The clauses of a sentence. In a long sentence one clause may do what the others do not: it is heard better alone.

use crate::prose::{Gap, Prose, WordRange, WordSet};

/// The clauses of a sentence: parted by commas, dashes and the like, and before conjunctions, none under four words.
#[must_use]
pub fn clauses(prose: &Prose, sentence: WordRange) -> Vec<WordRange> {
    static CONJUNCTIONS: WordSet = WordSet::new(&[
        "and", "but", "because", "although", "though", "while", "which", "so", "since", "when", "until", "after",
    ]);
    let mut clauses: Vec<WordRange> = Vec::new();
    let mut start = sentence.start();
    for word in sentence.range().skip(1) {
        let parts = prose.words()[word].gap >= Gap::Comma || CONJUNCTIONS.has(prose.fold(word));
        if parts && word - start >= 4 && sentence.end() - word >= 4 {
            clauses.push(WordRange::new(start, word));
            start = word;
        }
    }
    clauses.push(WordRange::new(start, sentence.end()));
    clauses
}
