//! The story of a draft as it goes to programs: what each sentence was read as, and which words and cues said so.

use serde::Serialize;

use crate::draft::Draft;
use crate::story::Voice;
use crate::story::decision::Decision;
use crate::story::field;
use crate::story::shares::{Share, Shares};

use super::wire::WireSpan;

/// The story of one draft.
#[derive(Debug, Serialize)]
pub(super) struct WireStory {
    sentences: Vec<WireSentence>,
    episodes: Vec<WireEpisode>,
    shares: WireShares,
}

#[derive(Debug, Serialize)]
struct WireSentence {
    span: WireSpan,
    voice: &'static str,
    episode: Option<usize>,
    roles: Vec<&'static str>,
    field: &'static str,
    evidence: Vec<String>,
}

#[derive(Debug, Serialize)]
struct WireEpisode {
    flag: &'static str,
    sentences: Vec<usize>,
}

/// Shares of words, in ten-thousandths, so that they add up to 1.
#[derive(Debug, Serialize)]
struct WireShares {
    ir: f64,
    setback: f64,
    growth: f64,
    other: f64,
}

impl WireStory {
    /// The story of `draft`.
    pub(super) fn new(draft: &Draft) -> Self {
        let story = &draft.story;
        Self {
            sentences: (0..story.tellings.len()).map(|at| sentence(draft, at)).collect(),
            episodes: story
                .episodes
                .iter()
                .map(|episode| WireEpisode {
                    flag: episode.flag.name(),
                    sentences: episode.sentences.clone(),
                })
                .collect(),
            shares: shares(Shares::of(&draft.prose, &draft.marks, story)),
        }
    }
}

fn sentence(draft: &Draft, at: usize) -> WireSentence {
    let telling = &draft.story.tellings[at];
    WireSentence {
        span: WireSpan::new(&draft.source, draft.sentence(at)),
        voice: match telling.voice {
            Voice::Own => "own",
            Voice::Other => "other",
        },
        episode: telling.episode,
        roles: telling.roles.iter().map(Decision::name).collect(),
        field: field::of_sentence(&draft.marks, at).name(),
        evidence: evidence(draft, at),
    }
}

/// The classes of a sentence's cues, then the decisions that said yes, each with how far it stands above its threshold.
fn evidence(draft: &Draft, at: usize) -> Vec<String> {
    let mut evidence: Vec<String> = Vec::new();
    for mark in draft.marks.of_sentence(at).iter().filter(|mark| mark.class.is_cue()) {
        let name = mark.class.name();
        if !evidence.iter().any(|known| known == name) {
            evidence.push(name.to_owned());
        }
    }
    let telling = &draft.story.tellings[at];
    let said = Decision::ALL.into_iter().filter(|&decision| telling.says(decision));
    evidence.extend(said.map(|decision| format!("{}: +{:.2}", decision.name(), telling.margins[decision.number()])));
    evidence
}

fn shares(shares: Shares) -> WireShares {
    let parts = shares.in_parts(10_000);
    let share = |share: Share| f64::from(u32::try_from(parts[share as usize]).unwrap_or(0)) / 10_000.0;
    WireShares {
        ir: share(Share::Ir),
        setback: share(Share::Setback),
        growth: share(Share::Growth),
        other: share(Share::Other),
    }
}
