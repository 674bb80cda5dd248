//! Gathers the sentences that tell of red flags into episodes, one for each red flag.

use crate::lexicon::Marks;
use crate::prose::Prose;

use super::cues::Reading;
use super::decision::Decision;
use super::flag::{Family, Flag};
use super::known::{Known, Spare};
use super::weights::Weights;
use super::{Telling, Voice};

/// The sentences that tell one red flag.
#[derive(Debug, Clone, PartialEq)]
pub struct Episode {
    /// The red flag.
    pub flag: Flag,
    /// All flags of its family that it tells: a switch and an unmatched cycle told as one story are one.
    pub flags: Vec<Flag>,
    /// Numbers of its sentences, in order; separate tellings of the same red flag are together.
    pub sentences: Vec<usize>,
    /// How likely each of [`Decision::VERDICTS`] is right, 0 to 1.
    pub(super) verdicts: [f32; Decision::VERDICTS.len()],
}

impl Episode {
    /// How likely a verdict on the episode is right, 0 to 1; 0 for other decisions.
    #[must_use]
    pub fn chance(&self, verdict: Decision) -> f32 {
        let at = Decision::VERDICTS.iter().position(|known| *known == verdict);
        at.map_or(0.0, |at| self.verdicts[at])
    }

    /// Whether the episode tells this flag, perhaps beside others.
    #[must_use]
    pub fn tells(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }
}

/// How many families there are.
const FAMILIES: usize = Family::ALL.len();

/// Log odds that it costs to change from one family to another between two told sentences.
const CHANGE: f32 = 1.5;

/// How much of that is made up for, or raised, by the log odds that a sentence goes on to another red flag.
const GOES_ON: f32 = 0.5;

/// What of that it costs across the border of a paragraph, and over other sentences.
const ACROSS: f32 = 0.6;

/// Finds the episodes and writes each sentence's episode into `tellings`.
pub(super) fn find(
    reading: &Reading<'_>,
    weights: &Weights,
    known: &[Vec<Known>],
    spare: &Spare,
    tellings: &mut [Telling],
) -> Vec<Episode> {
    let told: Vec<usize> = (0..tellings.len())
        .filter(|&at| tellings[at].voice == Voice::Own && tellings[at].says(Decision::Telling))
        .collect();
    let families = families(reading.prose, somewhere(known, weights, spare, &told), tellings, &told);
    let mut episodes: Vec<(Family, Vec<usize>)> = Vec::new();
    for (&at, family) in told.iter().zip(families) {
        match episodes.iter_mut().find(|(known, _)| *known == family) {
            Some((_, sentences)) => sentences.push(at),
            None => episodes.push((family, vec![at])),
        }
    }
    for (number, (_, sentences)) in episodes.iter().enumerate() {
        for &at in sentences {
            tellings[at].episode = Some(number);
        }
    }
    episodes
        .into_iter()
        .map(|(family, sentences)| {
            let flags = flags(family, reading.marks, tellings, &sentences);
            Episode {
                flag: flags[0],
                flags,
                sentences,
                verdicts: [0.0; Decision::VERDICTS.len()],
            }
        })
        .collect()
}

/// The family of each told sentence: the likeliest row of families, where a change costs.
fn families(prose: &Prose, somewhere: [f32; FAMILIES], tellings: &[Telling], told: &[usize]) -> Vec<Family> {
    let here = |at: usize| -> [f32; FAMILIES] {
        std::array::from_fn(|family| tellings[at].margins[Decision::HERE[family].number()] + somewhere[family])
    };
    let Some(&first) = told.first() else { return Vec::new() };
    let mut best = here(first);
    let mut came_from: Vec<[usize; FAMILIES]> = Vec::new();
    for pair in told.windows(2) {
        let goes_on = tellings[pair[1]].margins[Decision::GoesOn.number()];
        let cost = (cost(prose, pair[0], pair[1]) - GOES_ON * goes_on).max(0.0);
        let (leader, lead) = highest(&best);
        let next = here(pair[1]);
        came_from.push(std::array::from_fn(|family| {
            if best[family] >= lead - cost { family } else { leader }
        }));
        best = std::array::from_fn(|family| best[family].max(lead - cost) + next[family]);
    }
    let (mut family, _) = highest(&best);
    let mut row = vec![Family::ALL[family]];
    for step in came_from.iter().rev() {
        family = step[family];
        row.push(Family::ALL[family]);
    }
    row.reverse();
    row
}

fn cost(prose: &Prose, before: usize, after: usize) -> f32 {
    let paragraph = |at: usize| prose.sentences()[at].paragraph;
    let border = if paragraph(before) == paragraph(after) {
        1.0
    } else {
        ACROSS
    };
    CHANGE * border * if after - before > 3 { 0.5 } else { 1.0 }
}

fn highest(odds: &[f32; FAMILIES]) -> (usize, f32) {
    let mut best = (0, odds[0]);
    for (family, &value) in odds.iter().enumerate().skip(1) {
        if value > best.1 {
            best = (family, value);
        }
    }
    best
}

/// What the told sentences together say of each family, in log odds.
fn somewhere(known: &[Vec<Known>], weights: &Weights, spare: &Spare, told: &[usize]) -> [f32; FAMILIES] {
    let mut scores = weights.bias;
    let together = spare.lend(weights, |cues| {
        for &cue in told.iter().flat_map(|&at| &known[at]) {
            cues.insert(cue);
        }
        cues.take()
    });
    for cue in together {
        let of_all = weights.of_known(cue).rev();
        for (decision, weight) in of_all.take_while(|(decision, _)| Decision::SOMEWHERE.contains(decision)) {
            scores[decision.number()] += weight;
        }
    }
    Decision::SOMEWHERE.map(|decision| scores[decision.number()])
}

/// The flags of an episode's family that its marks tell, most told first; never empty.
fn flags(family: Family, marks: &Marks, tellings: &[Telling], sentences: &[usize]) -> Vec<Flag> {
    let mut votes: Vec<(usize, Flag)> = Vec::new();
    for &at in sentences {
        let weight = if tellings[at].roles.has(Decision::Event) { 3 } else { 1 };
        for flag in marks
            .of_sentence(at)
            .iter()
            .filter_map(|mark| Flag::told_by(mark.class))
        {
            if flag.family() != family {
                continue;
            }
            match votes.iter_mut().find(|(_, known)| *known == flag) {
                Some((count, _)) => *count += weight,
                None => votes.push((weight, flag)),
            }
        }
    }
    votes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut flags: Vec<Flag> = votes
        .into_iter()
        .filter(|(count, _)| *count >= 2)
        .map(|(_, flag)| flag)
        .collect();
    if flags.is_empty() {
        flags.push(family.usual());
    }
    flags
}
