//! Reads the blocks of a draft, and puts together what was read of some of them.

use super::{Paragraph, Prose, Sentence, Word, WordRange, quotes, sentences, words};
use crate::source::{Block, Source};
use crate::threads;

impl Prose {
    /// Reads the blocks of `source`.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        let blocks = source.blocks();
        let runs = threads::in_runs(blocks.len(), |run| Self::of_blocks(&blocks[run]));
        let mut runs = runs.into_iter();
        let mut prose = runs.next().unwrap_or_default();
        runs.for_each(|run| prose.append(run));
        prose
    }

    /// Adds what stands behind.
    fn append(&mut self, behind: Self) {
        let (words, letters) = (self.words.len(), u32::try_from(self.folded.len()).unwrap_or(u32::MAX));
        let (sentences, paragraphs) = (self.sentences.len(), self.paragraphs.len());
        self.folded.push_str(&behind.folded);
        self.words.extend(behind.words.into_iter().map(|word| Word {
            fold_start: word.fold_start.saturating_add(letters),
            ..word
        }));
        self.sentences
            .extend(behind.sentences.into_iter().map(|sentence| Sentence {
                words: WordRange::new(words + sentence.words.start(), words + sentence.words.end()),
                paragraph: paragraphs + sentence.paragraph,
                ..sentence
            }));
        self.paragraphs
            .extend(behind.paragraphs.into_iter().map(|paragraph| Paragraph {
                sentences: sentences + paragraph.sentences.start..sentences + paragraph.sentences.end,
                ..paragraph
            }));
    }

    fn of_blocks(blocks: &[Block]) -> Self {
        let mut prose = Self::default();
        for block in blocks {
            let first = prose.sentences.len();
            let paragraph = prose.paragraphs.len();
            let flow = &block.flow;
            let first_word = prose.words.len();
            let mut trail = flow.trail();
            for range in sentences::split(flow.text()) {
                let start = prose.words.len();
                words::read(flow, &mut trail, range.clone(), &mut prose.words, &mut prose.folded);
                if prose.words.len() > start {
                    prose.sentences.push(Sentence {
                        span: flow.span(range.start, range.end),
                        words: WordRange::new(start, prose.words.len()),
                        paragraph,
                    });
                }
            }
            quotes::mark(flow, &mut prose.words[first_word..]);
            if prose.sentences.len() > first {
                prose.paragraphs.push(Paragraph {
                    kind: block.kind,
                    span: block.span,
                    sentences: first..prose.sentences.len(),
                });
            }
        }
        prose
    }
}
