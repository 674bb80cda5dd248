//! How the words of an essay divide: the picture that stands in the summary.

use crate::lexicon::Marks;
use crate::prose::Prose;

use super::field::{Field, of_sentence};
use super::{Story, Telling};

/// The share that a sentence counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Interventional radiology and radiology, outside of the episodes.
    Ir,
    /// What went wrong and why, and nothing else.
    Setback,
    /// What the applicant owns, changed, reached.
    Growth,
    /// All else.
    Other,
}

impl Share {
    /// All shares, in the order of the picture.
    pub const ALL: [Self; 4] = [Self::Ir, Self::Setback, Self::Growth, Self::Other];

    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ir => "ir",
            Self::Setback => "setback",
            Self::Growth => "growth",
            Self::Other => "other",
        }
    }
}

/// How many words go to each share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Shares {
    words: [usize; 4],
}

impl Shares {
    /// Divides the words of an essay.
    #[must_use]
    pub fn of(prose: &Prose, marks: &Marks, story: &Story) -> Self {
        let mut words = [0; 4];
        for (at, (sentence, telling)) in prose.sentences().iter().zip(&story.tellings).enumerate() {
            words[share_of(marks, at, telling) as usize] += sentence.words.len();
        }
        Self { words }
    }

    /// All words.
    #[must_use]
    pub fn total(self) -> usize {
        self.words.iter().sum()
    }

    /// How many of `parts` equal parts go to each share, in the order of [`Share::ALL`]. They add up to `parts`; where
    /// there are no words, all parts are other.
    #[must_use]
    pub fn in_parts(self, parts: usize) -> [usize; 4] {
        let total = self.total();
        if total == 0 {
            return [0, 0, 0, parts];
        }
        let mut given = self.words.map(|words| words * parts / total);
        let mut order = [0, 1, 2, 3];
        // What rounding left over goes to the shares that lost most by it.
        order.sort_by_key(|&at| std::cmp::Reverse(self.words[at] * parts % total));
        let left = parts - given.iter().sum::<usize>();
        for at in order.into_iter().take(left) {
            given[at] += 1;
        }
        given
    }
}

fn share_of(marks: &Marks, at: usize, telling: &Telling) -> Share {
    if telling.episode.is_some() {
        return match telling.roles {
            roles if roles.is_empty() => Share::Other,
            roles if roles.is_confession() => Share::Setback,
            _ => Share::Growth,
        };
    }
    match of_sentence(marks, at) {
        Field::Ir | Field::Radiology => Share::Ir,
        Field::Other | Field::None => Share::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::lexicon::Lexicon;
    use crate::source::{KindSayings, Source, Syntax};
    use crate::story::builtin_weights;

    fn shares(text: &str) -> Shares {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let draft = Draft::read(source, &Lexicon::builtin(), builtin_weights());
        Shares::of(&draft.prose, &draft.marks, &draft.story)
    }

    #[test]
    fn each_sentence_counts_for_what_it_does() {
        let failed = "I failed Step 1 in March 2022.";
        let changed = "I then did forty timed questions a day and passed in August 2022 with a 241.";
        let ir = "I scrubbed for nine TIPS procedures.";
        let other = "My brother paints boats in Maine.";
        let words = |text: &str| shares(text).total();
        let all = shares(&format!("{failed} {changed}\n\n{ir}\n\n{other}\n"));
        assert_eq!(all.words, [words(ir), words(failed), words(changed), words(other)]);
    }

    #[test]
    fn parts_add_up() {
        let shares = Shares { words: [1, 1, 1, 0] };
        for parts in [0, 1, 7, 40, 100, 10_000] {
            assert_eq!(shares.in_parts(parts).iter().sum::<usize>(), parts);
        }
        assert_eq!(shares.in_parts(100), [34, 33, 33, 0]);
        assert_eq!(Shares::default().in_parts(100), [0, 0, 0, 100]);
    }
}
