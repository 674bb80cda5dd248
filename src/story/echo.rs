//! Echoes: how much a sentence says again of what an earlier one has told of a red flag. Who tells it twice seldom says
//! it in the same words, but names the same things: the month, the city, the colleague, the notes.

use std::collections::BTreeMap;

use crate::hash::hash;
use crate::prose::{Prose, Shape, Word, WordSet};

use super::stem::stem;

/// The names of what is looked at, as the table of weights has them.
pub const ECHOES: [&str; 5] = [
    "echo words",
    "echo share",
    "echo names",
    "echo apart",
    "echo told-apart",
];

/// The value of each of [`ECHOES`] for a sentence.
pub type Echo = [f32; ECHOES.len()];

/// Letters from which on a word may say what a text is about.
const LONG: usize = 4;

/// Longer words that every text is full of.
static EMPTY: WordSet = WordSet::new(&[
    "about", "after", "again", "also", "another", "because", "been", "before", "between", "both", "could", "does",
    "doing", "during", "each", "even", "every", "from", "have", "having", "here", "into", "itself", "just", "like",
    "many", "more", "most", "much", "must", "myself", "never", "only", "other", "over", "same", "should", "since",
    "some", "still", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those",
    "though", "through", "under", "until", "very", "were", "what", "when", "where", "which", "while", "with", "would",
]);

/// The echoes of all sentences. `told`: for each how surely it tells of a red flag, in log odds.
#[must_use]
pub fn echoes(prose: &Prose, told: &[f32]) -> Vec<Echo> {
    let sentences = prose.sentences();
    let mut echoes = vec![[0.0; ECHOES.len()]; sentences.len()];
    // For the hash of each stem, the number of the first run of told sentences that holds it.
    let mut first_in: BTreeMap<u64, usize> = BTreeMap::new();
    let (mut run, mut started, mut before) = (0_usize, None, None);
    for (at, sentence) in sentences.iter().enumerate() {
        let tells = told.get(at).is_some_and(|odds| *odds >= 0.0);
        let (mut known, mut names, mut all) = (0.0_f32, 0.0_f32, 0.0_f32);
        let next_run =
            before.is_some_and(|last: usize| at - last > 1 || sentences[last].paragraph != sentence.paragraph);
        if tells && next_run {
            run += 1;
        }
        // Where nothing has been told there is nothing to say again.
        let heard = if tells || !first_in.is_empty() {
            sentence.words.range()
        } else {
            0..0
        };
        for word in heard {
            let info = &prose.words()[word];
            let is_name = info.shape == Shape::Digits || (info.shape != Shape::Lower && word > sentence.words.start());
            let Some(content) = content(prose, info, is_name) else {
                continue;
            };
            all += 1.0;
            match first_in.get(&content) {
                // What the same run said just now is no echo.
                Some(first) if *first < run || !tells => {
                    known += 1.0;
                    names += if is_name { 1.0 } else { 0.0 };
                }
                None if tells => {
                    first_in.insert(content, run);
                }
                _ => {}
            }
        }
        let apart = match (started, before) {
            (Some(first), Some(last)) if at > first => (at - last - 1, run),
            _ => (0, 0),
        };
        echoes[at] = [
            known.min(8.0) / 4.0,
            if all > 0.0 { known / all } else { 0.0 },
            names.min(4.0) / 2.0,
            small(apart.0),
            if tells { small(apart.1) } else { 0.0 },
        ];
        if tells {
            started = started.or(Some(at));
            before = Some(at);
        }
    }
    echoes
}

/// A count as a small number: all from ten on are one.
fn small(count: usize) -> f32 {
    f32::from(u8::try_from(count.min(10)).unwrap_or(10)) / 5.0
}

/// The hash of the stem of a word that may say what a text is about; none of an empty word.
fn content(prose: &Prose, word: &Word, is_name: bool) -> Option<u64> {
    let fold = prose.folded(word);
    let says = is_name && fold.len() > 1 || fold.len() >= LONG && !EMPTY.has(fold);
    (says && !word.quoted).then(|| hash(stem(fold).as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Source, Syntax};

    fn echoes_of(text: &str, told: &[f32]) -> Vec<Echo> {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        echoes(&Prose::read(&source), told)
    }

    #[test]
    fn what_is_told_again_echoes_and_what_goes_on_does_not() {
        let text = "In April I failed the anatomy final in Kharkiv. I had skipped the sessions in anatomy.\n\nI like \
                    trees.\n\nThat April in Kharkiv I had skipped sessions.\n";
        let echoes = echoes_of(text, &[2.0, 2.0, -2.0, 2.0]);
        let close = |value: f32, wanted: f32| (value - wanted).abs() < 1e-6;
        assert!(close(echoes[1][0], 0.0), "the same passage goes on");
        assert!(close(echoes[3][0], 1.0), "April, Kharkiv, skipped, sessions");
        assert!(close(echoes[3][2], 1.0), "two of them are names");
        assert!(echoes[3][4] > 0.0);
        assert!(echoes[2].iter().all(|value| close(*value, 0.0)));
    }
}
