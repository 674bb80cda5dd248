//! The story of a draft as it goes to programs: what each sentence was read as, and which words and cues said so.

use serde::Serialize;

use crate::Linted;
use crate::draft::Draft;
use crate::story::decision::Decision;
use crate::story::reasons::{Evidence, Reasons};
use crate::story::shares::{Share, Shares};
use crate::story::weights::Weights;
use crate::story::{Episode, FAINT, Telling, Voice, field, impression};

use super::wire::WireSpan;

/// The story of one draft.
#[derive(Debug, Serialize)]
pub(super) struct WireStory {
    sentences: Vec<WireSentence>,
    episodes: Vec<WireEpisode>,
    impression: Vec<WireDoubt>,
    shares: WireShares,
}

#[derive(Debug, Serialize)]
struct WireSentence {
    span: WireSpan,
    voice: &'static str,
    episode: Option<usize>,
    roles: Vec<&'static str>,
    field: &'static str,
    /// The classes of its marks.
    evidence: Vec<&'static str>,
    decisions: Vec<WireDecision>,
}

/// What was decided of a sentence, or nearly so.
#[derive(Debug, Serialize)]
struct WireDecision {
    name: &'static str,
    /// How far it stands above the threshold from which it says yes.
    odds: f64,
    /// How likely it is right to say yes; nothing where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    chance: Option<f64>,
    yes: bool,
    cues: Vec<WireCue>,
}

/// A verdict on an episode.
#[derive(Debug, Serialize)]
struct WireVerdict {
    name: &'static str,
    chance: f64,
    cues: Vec<WireCue>,
}

/// What the impression of the whole draft made of the chances of a fault that is suspected in it.
#[derive(Debug, Serialize)]
struct WireDoubt {
    name: &'static str,
    /// What the log odds of each such fault were multiplied by, before the cues were added.
    times: f64,
    cues: Vec<WireCue>,
}

/// A cue, and what it added to the log odds.
#[derive(Debug, Serialize)]
struct WireCue {
    cue: String,
    weight: f64,
}

#[derive(Debug, Serialize)]
struct WireEpisode {
    flag: &'static str,
    sentences: Vec<usize>,
    verdicts: Vec<WireVerdict>,
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
    /// The story of a draft, with the cues that carried it.
    pub(super) fn new(linted: &Linted) -> Self {
        let Linted { draft, weights, .. } = linted;
        let Draft {
            prose, marks, story, ..
        } = draft;
        let reasons = Reasons::new(draft.kind(), prose, marks, story, weights);
        let sentence = |at: usize| sentence(draft, weights, at, &reasons.of_sentence(at));
        let episodes = story.episodes.iter().enumerate();
        Self {
            sentences: (0..story.tellings.len()).map(sentence).collect(),
            episodes: episodes
                .map(|(number, told)| episode(told, &reasons.of_episode(number)))
                .collect(),
            impression: reasons
                .of_draft()
                .map_or_else(Vec::new, |evidence| doubts(draft, weights, &evidence)),
            shares: shares(Shares::of(prose, marks, story)),
        }
    }
}

fn sentence(draft: &Draft, weights: &Weights, at: usize, evidence: &Evidence) -> WireSentence {
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
        evidence: classes(draft, at),
        decisions: decisions(telling, weights, evidence),
    }
}

/// The classes of a sentence's marks that are cues, each once, in order.
fn classes(draft: &Draft, at: usize) -> Vec<&'static str> {
    let mut classes: Vec<&'static str> = Vec::new();
    for mark in draft.marks.of_sentence(at).iter().filter(|mark| mark.class.is_cue()) {
        let name = mark.class.name();
        if !classes.contains(&name) {
            classes.push(name);
        }
    }
    classes
}

/// The decisions about a sentence that say yes, and those that may.
fn decisions(telling: &Telling, weights: &Weights, evidence: &Evidence) -> Vec<WireDecision> {
    let decision = |decision: Decision| {
        let chance = weights.is_calibrated(decision).then(|| telling.chance(decision));
        let yes = telling.says(decision);
        (yes || chance.is_some_and(|chance| chance >= FAINT)).then(|| WireDecision {
            name: decision.name(),
            odds: rounded(telling.margins[decision.number()]),
            chance: chance.map(rounded),
            yes,
            cues: cues(decision, evidence),
        })
    };
    Decision::of_sentences().filter_map(decision).collect()
}

fn episode(episode: &Episode, evidence: &Evidence) -> WireEpisode {
    let verdict = |verdict: Decision| WireVerdict {
        name: verdict.name(),
        chance: rounded(episode.chance(verdict)),
        cues: cues(verdict, evidence),
    };
    WireEpisode {
        flag: episode.flag.name(),
        sentences: episode.sentences.clone(),
        verdicts: Decision::VERDICTS.map(verdict).into(),
    }
}

/// What was made of the faults that may be in the draft.
fn doubts(draft: &Draft, weights: &Weights, evidence: &Evidence) -> Vec<WireDoubt> {
    let suspected = impression::faults().filter(|&fault| {
        let chances = draft.story.chances_of_fault(draft.kind(), fault);
        chances.into_iter().any(|chance| chance >= FAINT)
    });
    let doubt = |fault: Decision| WireDoubt {
        name: fault.name(),
        times: rounded(impression::times(weights, fault)),
        cues: cues(fault, evidence),
    };
    suspected.map(doubt).collect()
}

/// The weightiest cues of a decision.
fn cues(decision: Decision, evidence: &Evidence) -> Vec<WireCue> {
    const MOST: usize = 8;
    let cues = evidence.weightiest(decision, MOST).into_iter();
    cues.map(|(name, weight)| WireCue {
        cue: name.to_owned(),
        weight: rounded(weight),
    })
    .collect()
}

/// Two digits behind the point, as the table of weights has them.
fn rounded(value: f32) -> f64 {
    // Adding nothing makes a plain zero of a negative one.
    (f64::from(value) * 100.0).round() / 100.0 + 0.0
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    fn story(text: &str) -> WireStory {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        WireStory::new(&crate::lint(source, &Settings::default()))
    }

    fn is_told(cues: &[WireCue]) -> bool {
        let weights: Vec<f64> = cues.iter().map(|cue| cue.weight.abs()).collect();
        cues.len() <= 8 && cues.iter().all(|cue| !cue.cue.starts_with("rule")) && weights.is_sorted_by(|a, b| a >= b)
    }

    #[test]
    fn every_decision_comes_with_its_weightiest_cues() {
        let story = story(
            "I scrubbed for nine TIPS procedures. We failed the exam in 2022, because my dean had told us nothing, and \
             everyone struggles with it.\n",
        );
        let told = &story.sentences[1];
        assert!(told.evidence.contains(&"exam"), "{:?}", told.evidence);
        assert!(!told.decisions.is_empty());
        for decision in story.sentences.iter().flat_map(|sentence| &sentence.decisions) {
            assert!(decision.yes || decision.chance.is_some_and(|chance| chance >= 0.1));
            assert_eq!(decision.yes, decision.odds >= 0.0, "{}", decision.name);
            assert!(is_told(&decision.cues), "{decision:?}");
        }
        for verdict in story.episodes.iter().flat_map(|episode| &episode.verdicts) {
            assert!(verdict.cues.iter().all(|cue| cue.cue.starts_with("plot ")));
            assert!(is_told(&verdict.cues), "{verdict:?}");
        }
        assert!(
            story
                .episodes
                .iter()
                .all(|episode| episode.verdicts.len() == Decision::VERDICTS.len())
        );
    }

    #[test]
    fn numbers_have_two_digits_behind_the_point() {
        assert_eq!(
            serde_json::to_string(&[5.551, -0.001, 1.0].map(rounded)).unwrap(),
            "[5.55,0.0,1.0]"
        );
    }
}
