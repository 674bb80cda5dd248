//! What is told of time away: its start, its end, what was done in it.

use crate::lexicon::{Class, Marks, class};
use crate::prose::Prose;

use super::decision::Decision;
use super::{Episode, Story};

/// Something that is not told of time away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// When it began.
    Start,
    /// When it ended, or how long it was.
    End,
    /// What was done in it.
    Activity,
}

impl Missing {
    /// The name, as cues have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End => "end",
            Self::Activity => "activity",
        }
    }

    /// As it is said to the applicant.
    #[must_use]
    pub fn spoken(self) -> &'static str {
        match self {
            Self::Start => "its start",
            Self::End => "its end or length",
            Self::Activity => "what you did in it",
        }
    }
}

/// What an episode of time away does not tell.
#[must_use]
pub fn missing(prose: &Prose, marks: &Marks, story: &Story, episode: &Episode) -> Vec<Missing> {
    let roles = |at: usize| story.tellings[at].roles;
    let count = |at: usize, class: Class| marks.in_sentence(at, class).count();
    let has = |at: usize, classes: &[Class]| marks.has_any(at, classes);
    let tells = |at: &usize| {
        Decision::ROLES
            .iter()
            .any(|&role| role != Decision::Outcome && roles(*at).has(role))
    };
    // What came of it later has its own dates; they are not those of the gap.
    let gap: Vec<usize> = episode.sentences.iter().copied().filter(tells).collect();
    let starts = |at: usize| has(at, &[class::YEAR, class::MONTH, class::TIME_START, class::SINCE_THEN]);
    let returns =
        |at: usize| has(at, &[class::RETURN_VERB]) && has(at, &[class::YEAR, class::MONTH, class::TIME_START]);
    let ends = |at: usize| {
        let lasts = roles(at).has(Decision::Event) && is_length(prose, marks, at);
        lasts || count(at, class::MONTH) > 1 || count(at, class::YEAR) > 1 || has(at, &[class::TIME_END])
    };
    let busy = |at: usize| {
        let told = has(
            at,
            &[
                class::WORK_ACTIVITY,
                class::CAREGIVING,
                class::TREATMENT,
                class::HEALTH_NEUTRAL,
            ],
        );
        told || roles(at).has(Decision::Change)
    };
    let ended = gap.iter().any(|&at| ends(at)) || episode.sentences.iter().any(|&at| returns(at));
    let told = [
        (gap.iter().any(|&at| starts(at)), Missing::Start),
        (ended, Missing::End),
        (gap.iter().any(|&at| busy(at)), Missing::Activity),
    ];
    told.into_iter()
        .filter_map(|(told, missing)| (!told).then_some(missing))
        .collect()
}

/// Whether a sentence gives a length of weeks or more.
fn is_length(prose: &Prose, marks: &Marks, at: usize) -> bool {
    const UNITS: [&str; 7] = ["week", "month", "term", "semester", "quarter", "year", "half"];
    let sentence = prose.sentences()[at].words;
    marks.in_sentence(at, class::DURATION).any(|mark| {
        let mut words = mark.words.range();
        let next = mark.words.end();
        // "Two months after graduation" is a date, not a length.
        let counts_from = next < sentence.end()
            && matches!(
                prose.fold(next),
                "after" | "later" | "into" | "before" | "ago" | "earlier" | "behind"
            );
        !counts_from && words.any(|word| UNITS.contains(&prose.fold(word).trim_end_matches('s')))
    })
}
