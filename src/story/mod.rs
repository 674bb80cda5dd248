//! What the essay does: whose voice speaks, which sentences tell a red flag and in what role, what is claimed and what is
//! concrete. Lints read the story; none of them decides again what a sentence is.
//!
//! Each decision weighs named cues ([`cues`]); the weights are learned from labelled essays and stand in
//! `lints/story/weights.tsv`.

pub mod breadth;
pub mod chance;
pub mod clause;
pub mod company;
pub mod cue;
pub mod cues;
pub mod decision;
pub mod echo;
pub mod entry;
mod episodes;
pub mod field;
mod flag;
pub mod impression;
pub mod known;
mod passage;
pub mod path;
pub mod plot;
pub mod reasons;
pub mod shares;
mod signs;
pub mod starts;
mod stem;
pub mod telling;
pub mod time_away;
mod weighing;
pub mod weights;

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::{Class, Marks, class};
use crate::prose::{Prose, WordRange};
use crate::source::{BlockKind, Kind};
use crate::threads;

use breadth::Breadth;
use cues::Reading;
use decision::Decision;
use impression::Impression;
use known::{KnownSet, Spare};
use plot::Plot;
use starts::Starts;
use weights::{DECISIONS, Scores, Weights};

pub use episodes::Episode;
pub use flag::{Family, Flag};

/// The weights that are built in.
#[must_use]
pub fn builtin_weights() -> &'static Weights {
    &WEIGHTS
}

include!(concat!(env!("OUT_DIR"), "/weights.rs"));

/// How likely a sentence takes a stance at least, if lints are to hear of it.
pub const FAINT: f32 = 0.1;

/// Whose words a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The applicant's.
    Own,
    /// Somebody else's: quoted speech, a block quote, a heading.
    Other,
}

/// What one sentence does.
#[derive(Debug, Clone)]
pub struct Telling {
    /// Whose words it is.
    pub voice: Voice,
    /// The episode that it belongs to, by number in [`Story::episodes`].
    pub episode: Option<usize>,
    /// Its roles in that episode.
    pub roles: Roles,
    /// How far above its threshold each decision stands, in log odds; negative is no.
    pub margins: Scores,
    /// How likely it tells of a red flag, and if it does, how likely it plays each role and takes each stance; 0 to 1, and 0
    /// for what is not decided of sentences.
    pub chances: Scores,
    /// For each stance that it may take, the words that carry it.
    pub stances: Vec<(Decision, WordRange)>,
}

impl Telling {
    /// What a sentence of this score does by itself; `asked` are the decisions about sentences.
    fn new(voice: Voice, score: &Scores, asked: &[Decision], weights: &Weights) -> Self {
        let mut margins = *score;
        let mut chances = [0.0; DECISIONS];
        for &decision in asked {
            chances[decision.number()] = weights.chance(decision, score[decision.number()]);
        }
        for (margin, threshold) in margins.iter_mut().zip(weights.threshold) {
            *margin -= threshold;
        }
        let mut telling = Self {
            voice,
            episode: None,
            roles: Roles::default(),
            margins,
            chances,
            stances: Vec::new(),
        };
        if telling.says(Decision::Telling) {
            for role in Decision::ROLES {
                if telling.margins[role.number()] >= 0.0 {
                    telling.roles.add(role);
                }
            }
        }
        telling
    }

    /// Whether the weighed cues say yes.
    #[must_use]
    pub fn says(&self, decision: Decision) -> bool {
        self.voice == Voice::Own && self.margins[decision.number()] >= 0.0
    }

    /// The words that carry a stance, if the sentence takes it with at least this certainty, 0 to 1. None under
    /// [`FAINT`].
    #[must_use]
    pub fn stance(&self, stance: Decision, certainty: f64) -> Option<WordRange> {
        let taken = self.voice == Voice::Own && f64::from(self.chance(stance)) >= certainty;
        let words = self.stances.iter().find(|(known, _)| *known == stance);
        words.filter(|_| taken).map(|(_, words)| *words)
    }
}

/// The roles of a sentence in its episode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles(u8);

impl Roles {
    /// Adds a role; other decisions are none.
    pub fn add(&mut self, role: Decision) {
        if let Some(at) = Decision::ROLES.iter().position(|known| *known == role) {
            self.0 |= 1 << at;
        }
    }

    /// Whether the role is among them.
    #[must_use]
    pub fn has(self, role: Decision) -> bool {
        Decision::ROLES
            .iter()
            .position(|known| *known == role)
            .is_some_and(|at| self.0 & (1 << at) != 0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the sentence plays only event or context.
    #[must_use]
    pub fn is_confession(self) -> bool {
        !self.is_empty() && Decision::ROLES[2..].iter().all(|role| !self.has(*role))
    }

    /// The roles in order.
    pub fn iter(self) -> impl Iterator<Item = Decision> {
        Decision::ROLES.into_iter().filter(move |role| self.has(*role))
    }
}

/// What the essay does.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// What each sentence does, in order.
    pub tellings: Vec<Telling>,
    /// The episodes in order of their first sentence.
    pub episodes: Vec<Episode>,
    /// How a statement divides into fields; none for other kinds of text.
    pub breadth: Option<Breadth>,
    /// The impression that the draft makes; none if it is too short to make one.
    pub impression: Option<Impression>,
}

impl Story {
    /// Reads the story of a document.
    #[must_use]
    pub fn read(kind: Kind, prose: &Prose, marks: &Marks, weights: &Weights) -> Self {
        let reading = Reading::new(kind, prose, marks);
        let spare = Spare::default();
        let mut story = Self::by_parts(kind, &reading, weights, &spare);
        story.weigh_anew(kind, weights);
        story.find_words(&reading, weights, &spare);
        story
    }

    /// Reads the story sentence by sentence and episode by episode, before the whole has made an impression.
    fn by_parts(kind: Kind, reading: &Reading<'_>, weights: &Weights, spare: &Spare) -> Self {
        let (prose, marks) = (reading.prose, reading.marks);
        let known = reading.known(weights, spare);
        let mut scores: Vec<Scores> = threads::each(known.len(), |at| weights.sum(&known[at]));
        weighing::look_around(prose, weights, &mut scores);
        for sure in weighing::sure(prose, marks) {
            let score = &mut scores[sure.at][sure.decision.number()];
            *score = score.max(sure.score(weights));
        }
        let asked: Vec<Decision> = Decision::of_sentences().collect();
        let telling = |at: usize| Telling::new(voice(prose, at), &scores[at], &asked, weights);
        let mut tellings = threads::each(scores.len(), telling);
        let episodes = episodes::find(reading, &mut tellings);
        let mut story = Self {
            tellings,
            episodes,
            breadth: None,
            impression: None,
        };
        let plots = (0..story.episodes.len()).map(|number| Plot::new(kind, prose, marks, &story, number));
        let verdicts: Vec<_> = plots.map(|plot| plot.verdicts(weights)).collect();
        for (episode, verdicts) in story.episodes.iter_mut().zip(verdicts) {
            episode.verdicts = verdicts;
        }
        story.breadth = (kind == Kind::PersonalStatement).then(|| Breadth::of(prose, marks, &story));
        story
    }

    /// Finds the words that carry the stances which sentences may take.
    fn find_words(&mut self, reading: &Reading<'_>, weights: &Weights, spare: &Spare) {
        let of_sentence = |at: usize, cues: &mut KnownSet| {
            let telling = &self.tellings[at];
            let may = Decision::STANCES
                .into_iter()
                .filter(|&stance| telling.voice == Voice::Own && telling.chance(stance) >= FAINT);
            let may: Vec<Decision> = may.collect();
            if may.is_empty() {
                return None;
            }
            let shown = passage::shown(reading, at, weights, cues);
            let carrying = |stance| (stance, passage::carrying(reading, at, weights, &shown, stance));
            Some((at, may.into_iter().map(carrying).collect()))
        };
        let of_run =
            |run: Range<usize>| spare.lend(weights, |cues| run.filter_map(|at| of_sentence(at, cues)).collect());
        let found: Vec<(usize, Vec<_>)> = threads::joined(threads::in_runs(self.tellings.len(), of_run));
        for (at, stances) in found {
            self.tellings[at].stances = stances;
        }
    }

    /// The sentences in the applicant's own voice.
    pub fn own(&self) -> impl Iterator<Item = usize> {
        (0..self.tellings.len()).filter(|&at| self.tellings[at].voice == Voice::Own)
    }

    /// How likely a sentence in the applicant's voice shows `sign`, 0 to 1.
    #[must_use]
    pub fn chance_of_sign(&self, sign: Decision) -> f32 {
        let own = self.tellings.iter().filter(|telling| telling.voice == Voice::Own);
        own.map(|telling| telling.chance(sign)).fold(0.0, f32::max)
    }

    /// The private cause of an episode, if health, family or bereavement is one: the sentence that tells it.
    #[must_use]
    pub fn cause_of(&self, marks: &Marks, episode: &Episode) -> Option<usize> {
        const CAUSES: [Class; 6] = [
            class::HEALTH_CAUSE_NEUTRAL,
            class::FAMILY_CAUSE,
            class::BEREAVEMENT,
            class::CAREGIVING,
            class::OWN_BODY,
            class::DIAGNOSIS,
        ];
        const ILL: [Class; 4] = [
            class::OTHERS_HEALTH,
            class::BODY_DISEASE,
            class::HEALTH_NEUTRAL,
            class::SYMPTOM,
        ];
        episode.sentences.iter().copied().find(|&at| {
            let roles = self.tellings[at].roles;
            let tells = roles.has(Decision::Event) || roles.has(Decision::Context);
            tells && (marks.has_any(at, &CAUSES) || (marks.has(at, class::RELATIVE) && marks.has_any(at, &ILL)))
        })
    }
}

/// A sentence is somebody else's if it stands in a block quote or a heading, or if most of its words are quoted.
#[must_use]
pub fn voice(prose: &Prose, at: usize) -> Voice {
    let sentence = prose.sentences()[at];
    let paragraph = &prose.paragraphs()[sentence.paragraph];
    let quoted = sentence
        .words
        .range()
        .filter(|&word| prose.words()[word].quoted)
        .count();
    let other = matches!(paragraph.kind, BlockKind::Quote | BlockKind::Heading) || quoted * 2 > sentence.words.len();
    if other { Voice::Other } else { Voice::Own }
}
