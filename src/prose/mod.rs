//! Paragraphs, sentences and words of a draft, each with its span, and a folded view for matching.
//!
//! What is found here depends on the text alone, never on which lints are on.

mod bounds;
mod digits;
mod fold;
pub(crate) mod quotes;
mod read;
mod sentences;
mod tokens;
mod word_set;
mod words;

use std::ops::Range;

use crate::source::{BlockKind, Span};

pub use digits::split_digits;
pub use fold::fold_letters;
pub use word_set::WordSet;

/// How a word's letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No upper-case letter: `score`.
    Lower,
    /// The first letter only: `Step`.
    Title,
    /// All letters, a plural s aside: `TACE`, `PICCs`. A single capital letter counts as this.
    Upper,
    /// Any other mixture: `mRECIST`.
    Mixed,
    /// No letter at all: `245`.
    Digits,
}

impl Shape {
    /// How `text`, one word, is written.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.bytes().all(|byte| byte.is_ascii_lowercase()) && !text.is_empty() {
            return Self::Lower;
        }
        let body = text
            .strip_suffix('s')
            .filter(|body| body.chars().filter(|c| c.is_uppercase()).count() > 1);
        let letters = || body.unwrap_or(text).chars().filter(|c| c.is_alphabetic());
        let upper = letters().filter(|c| c.is_uppercase()).count();
        let all = letters().count();
        match (upper, all) {
            (_, 0) => Self::Digits,
            (0, _) => Self::Lower,
            (upper, all) if upper == all => Self::Upper,
            (1, _) if text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) => Self::Title,
            _ => Self::Mixed,
        }
    }
}

/// What stands between a word and the one before it in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: parts of one written word (`did|n't`, `Step|2|CK`).
    Joined,
    /// A hyphen or a slash without spaces.
    Hyphen,
    /// White space, quotation marks, a stop of an abbreviation.
    Space,
    /// A comma or a parenthesis.
    Comma,
    /// A semicolon, a colon, a dash.
    Strong,
    /// The word is the first of its sentence.
    Start,
}

/// One word as the lexicon sees it. A contraction is two words (`did` + `n't`, folded to `not`), a run of letters and
/// digits falls apart where they meet (`Step2CK`).
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes in the file.
    pub span: Span,
    /// How it is written.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it carries a possessive ending, which the folded view leaves out.
    pub possessive: bool,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
    fold_start: u32,
    fold_len: u16,
    fold_hash: u64,
}

impl Word {
    /// The hash of its folded view.
    #[must_use]
    pub(crate) fn hash(&self) -> u64 {
        self.fold_hash
    }
}

/// A range of word numbers of one [`Prose`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordRange {
    start: u32,
    end: u32,
}

impl WordRange {
    /// The words from number `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            start: clamp(start),
            end: clamp(end.max(start)),
        }
    }

    /// Number of the first word.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Number just past the last word.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many words.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a range of numbers.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// A number by which ranges come in their order.
    pub(crate) fn rank(self) -> u128 {
        u128::from(self.start) << u32::BITS | u128::from(self.end)
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a word.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Its bytes, end mark and quotation marks included, white space around it not.
    pub span: Span,
    /// Its words.
    pub words: WordRange,
    /// Number of its paragraph in [`Prose::paragraphs`].
    pub paragraph: usize,
}

/// A paragraph, list item, heading or block quote.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes, markup included.
    pub span: Span,
    /// Numbers of its sentences in [`Prose::sentences`].
    pub sentences: Range<usize>,
}

/// The text of a draft as paragraphs, sentences and words.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
    words: Vec<Word>,
    folded: String,
}

/// The sentences of a block's running text, as ranges of its bytes.
pub(crate) fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    sentences::split(text)
}

impl Prose {
    /// Lets go of the words; the sentences keep their bytes, and have none.
    pub(crate) fn forget_words(&mut self) {
        (self.words, self.folded) = (Vec::new(), String::new());
        for sentence in &mut self.sentences {
            sentence.words = WordRange::new(0, 0);
        }
    }

    /// The paragraphs in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The words in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The folded view of a word: lower case, straight apostrophes, no accents, contractions spelt out.
    #[must_use]
    pub fn folded(&self, word: &Word) -> &str {
        let start = word.fold_start as usize;
        self.folded
            .get(start..start + usize::from(word.fold_len))
            .unwrap_or_default()
    }

    /// The folded view of word number `word`.
    #[must_use]
    pub fn fold(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| self.folded(word))
    }

    /// Whether one of `words`, given as folded, stands in sentence number `at`.
    #[must_use]
    pub fn has_word(&self, at: usize, words: &[&str]) -> bool {
        let mut range = self.sentences[at].words.range();
        range.any(|word| words.contains(&self.fold(word)))
    }

    /// Whether a word of `set` stands in sentence number `at`.
    #[must_use]
    pub fn has_one_of(&self, at: usize, set: &WordSet) -> bool {
        let words = &self.words[self.sentences[at].words.range()];
        words.iter().any(|word| set.has(self.folded(word)))
    }

    /// The sentences of the same paragraph from `back` before sentence number `at` to `on` after it, itself included.
    pub fn around(&self, at: usize, back: usize, on: usize) -> impl Iterator<Item = usize> {
        let near = at.saturating_sub(back)..(at + on + 1).min(self.sentences.len());
        near.filter(move |&other| self.sentences[other].paragraph == self.sentences[at].paragraph)
    }

    /// The bytes of a run of words, from the first letter of the first to the last of the last, contractions whole.
    #[must_use]
    pub fn span(&self, range: WordRange) -> Span {
        let mut end = range.end();
        while self
            .words
            .get(end)
            .is_some_and(|word| word.gap == Gap::Joined && end > range.start())
        {
            end += 1;
        }
        match (self.words.get(range.start()), self.words.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// Number of the sentence that holds word number `word`.
    #[must_use]
    pub fn sentence_of(&self, word: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.words.start() <= word)
            .saturating_sub(1)
    }
}
