//! Gathers the sentences that tell of red flags into episodes, one for each red flag.

use crate::lexicon::Marks;
use crate::prose::Prose;

use super::cues::Reading;
use super::decision::Decision;
use super::flag::{Family, Flag};
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

// The numbers below are those of a search on essays that the weights had not seen; a chain model with twenty learned ones parts
// them no better.

/// How surely one sentence may speak for a family or against it, in log odds: an exam that is named in passing must not
/// outweigh all that the others tell.
const SUREST: f32 = 8.0;

/// Log odds that it costs to change from one family to another between two told sentences.
const CHANGE: f32 = 5.0;

/// What of that it costs across the border of a paragraph, ...
const ACROSS: f32 = 0.4;

/// ... and over sentences that tell of no red flag.
const APART: f32 = 0.65;

/// What a change costs less, or more, for each of the log odds that the sentence goes on to another red flag, ...
const GOES_ON: f32 = 1.0;

/// ... and that it tells what happened: another red flag begins with its event.
const BEGINS: f32 = 1.2;

/// Log odds of an event beyond which it begins nothing more.
const BEGINS_AT_MOST: f32 = 2.0;

/// Finds the episodes and writes each sentence's episode into `tellings`.
pub(super) fn find(reading: &Reading<'_>, tellings: &mut [Telling]) -> Vec<Episode> {
    let told: Vec<usize> = (0..tellings.len())
        .filter(|&at| tellings[at].voice == Voice::Own && tellings[at].says(Decision::Telling))
        .collect();
    let families = families(reading.prose, tellings, &told);
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
fn families(prose: &Prose, tellings: &[Telling], told: &[usize]) -> Vec<Family> {
    let here = |at: usize| -> [f32; FAMILIES] {
        Decision::HERE.map(|family| tellings[at].margins[family.number()].clamp(-SUREST, SUREST))
    };
    let Some(&first) = told.first() else { return Vec::new() };
    let mut best = here(first);
    let mut came_from: Vec<[usize; FAMILIES]> = Vec::new();
    for pair in told.windows(2) {
        let cost = cost(prose, &tellings[pair[1]], pair[0], pair[1]);
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

/// What it costs to go on to another family from the told sentence `before` to the told sentence `after`, `telling`; at
/// least nothing.
fn cost(prose: &Prose, telling: &Telling, before: usize, after: usize) -> f32 {
    let paragraph = |at: usize| prose.sentences()[at].paragraph;
    let border = if paragraph(before) == paragraph(after) {
        1.0
    } else {
        ACROSS
    };
    let between = if after - before > 1 { APART } else { 1.0 };
    let odds = |decision: Decision| telling.margins[decision.number()];
    let begins = odds(Decision::Event).clamp(-BEGINS_AT_MOST, BEGINS_AT_MOST);
    (CHANGE * border * between - GOES_ON * odds(Decision::GoesOn) - BEGINS * begins).max(0.0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::lexicon::Lexicon;
    use crate::source::{KindSayings, Source, Syntax};
    use crate::story::builtin_weights;

    /// The families of the episodes of a text, in order, and how many sentences tell each.
    fn told(text: &str) -> Vec<(Family, usize)> {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let draft = Draft::read(source, &Lexicon::builtin(), builtin_weights());
        let episodes = draft.story.episodes.iter();
        episodes
            .map(|episode| (episode.flag.family(), episode.sentences.len()))
            .collect()
    }

    const FAILED: &str = "I failed Step 1 in May 2021. I had read without testing myself. I then did forty timed questions a day, and \
                          I passed in November 2021 with a 232.";
    const AWAY: &str = "In March 2022 I took a leave of absence. My mother had a stroke, and I cared for her in El Paso until \
                        September 2022.";

    #[test]
    fn a_short_red_flag_beside_a_long_one_is_an_episode_of_its_own() {
        assert_eq!(told(FAILED), [(Family::Exam, 3)]);
        assert_eq!(told(AWAY), [(Family::Time, 2)]);
        let both = [(Family::Exam, 3), (Family::Time, 2)];
        assert_eq!(told(&format!("{FAILED}\n\n{AWAY}")), both);
        assert_eq!(told(&format!("{FAILED} {AWAY}")), both);
    }

    #[test]
    fn what_is_named_in_passing_begins_no_episode() {
        let text = format!(
            "{AWAY} I studied for Step 2 CK in the evenings. I returned in October 2022 and have not missed a day."
        );
        let told = told(&text);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].0, Family::Time);
    }
}
