//! Gathers the sentences that tell of red flags into episodes, one for each red flag.

use crate::lexicon::Marks;

use super::cues::Reading;
use super::decision::Decision;
use super::flag::{Family, Flag};
use super::{Telling, Voice};

/// The sentences that tell one red flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Episode {
    /// The red flag.
    pub flag: Flag,
    /// Numbers of its sentences, in order; separate tellings of the same red flag are together.
    pub sentences: Vec<usize>,
}

/// A run of telling sentences and what it shows of its flag.
struct Passage {
    sentences: Vec<usize>,
    votes: Vec<(Flag, usize)>,
}

/// Finds the episodes and writes each sentence's episode into `tellings`.
pub(super) fn find(reading: &Reading<'_>, tellings: &mut [Telling]) -> Vec<Episode> {
    let mut episodes: Vec<Episode> = Vec::new();
    for passage in passages(reading, tellings) {
        let flag = passage.flag(episodes.last().map(|episode| episode.flag));
        let family = flag.family();
        let same = episodes
            .iter()
            .position(|episode| episode.flag.family() == family || flag == Flag::Other);
        match same {
            Some(number) => episodes[number].sentences.extend(passage.sentences),
            None => episodes.push(Episode {
                flag,
                sentences: passage.sentences,
            }),
        }
    }
    for (number, episode) in episodes.iter().enumerate() {
        for &at in &episode.sentences {
            tellings[at].episode = Some(number);
        }
    }
    episodes
}

/// Runs of telling sentences: broken where two or more others lie between, and where another flag's event begins.
fn passages(reading: &Reading<'_>, tellings: &[Telling]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for (at, telling) in tellings.iter().enumerate() {
        if telling.voice != Voice::Own || !telling.says(Decision::Telling) {
            continue;
        }
        let flags = flags_of(reading.marks, at);
        let breaks = passages.last().is_none_or(|last| {
            let near = last.sentences.last().is_some_and(|&before| at - before <= 2);
            !near || (telling.roles.has(Decision::Event) && last.differs(&flags))
        });
        if breaks {
            passages.push(Passage {
                sentences: Vec::new(),
                votes: Vec::new(),
            });
        }
        if let Some(passage) = passages.last_mut() {
            passage.sentences.push(at);
            let weight = if telling.roles.has(Decision::Event) { 3 } else { 1 };
            passage.votes.extend(flags.into_iter().map(|flag| (flag, weight)));
        }
    }
    passages
}

/// The flags that the marks of a sentence tell.
fn flags_of(marks: &Marks, at: usize) -> Vec<Flag> {
    let mut flags: Vec<Flag> = marks
        .of_sentence(at)
        .iter()
        .filter_map(|mark| Flag::told_by(mark.class))
        .collect();
    flags.sort_unstable();
    flags.dedup();
    flags
}

impl Passage {
    /// Whether `flags` tell of another red flag than this passage.
    fn differs(&self, flags: &[Flag]) -> bool {
        let families: Vec<Family> = self.votes.iter().map(|(flag, _)| flag.family()).collect();
        !flags.is_empty() && !families.is_empty() && flags.iter().all(|flag| !families.contains(&flag.family()))
    }

    /// The flag with most votes; `before` where nothing votes.
    fn flag(&self, before: Option<Flag>) -> Flag {
        let sum = |flag: Flag| {
            self.votes
                .iter()
                .filter(|(other, _)| *other == flag)
                .map(|(_, weight)| weight)
                .sum::<usize>()
        };
        let family = |flag: Flag| {
            self.votes
                .iter()
                .filter(|(other, _)| other.family() == flag.family())
                .map(|(_, weight)| weight)
                .sum::<usize>()
        };
        let best = Flag::ALL
            .into_iter()
            .rev()
            .max_by_key(|&flag| (family(flag), sum(flag)));
        match best {
            Some(flag) if sum(flag) > 0 => flag,
            _ => before.unwrap_or(Flag::Other),
        }
    }
}
