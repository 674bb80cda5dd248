//! What an episode does as a whole: how surely its sentences play each role and take each stance, how much of the text
//! they take, where they stand, what they date. Each is a named cue with a value; what it weighs for a verdict on the
//! episode stands in the table of weights.

mod named;
mod place;

use std::collections::BTreeSet;

use crate::lexicon::{Class, Marks, class};
use crate::prose::Prose;
use crate::source::Kind;
use crate::story::chance;
use crate::story::cue::Cue;
use crate::story::decision::Decision;
use crate::story::path::Path;
use crate::story::weights::{Scores, Weights};
use crate::story::{Episode, Flag, Story, time_away};

/// The tag of these cues.
pub const TAG: &str = "plot";

/// Classes whose marks anywhere in the episode are cues.
const CLASSES: [Class; 19] = [
    class::TIME_START,
    class::TIME_END,
    class::YEAR,
    class::MONTH,
    class::DURATION,
    class::RETURN_VERB,
    class::WORK_ACTIVITY,
    class::CAREGIVING,
    class::TREATMENT,
    class::RESOLUTION_HEALTH,
    class::RESOLUTION_FAMILY,
    class::NO_DAY_MISSED,
    class::BEREAVEMENT,
    class::RELATIVE,
    class::REAPPLY,
    class::BRIDGE,
    class::SWITCH_REGRET,
    class::HEALTH_NEUTRAL,
    class::SINCE_THEN,
];

/// Words under which a sentence is a fragment.
const FRAGMENT: usize = 6;

/// The sentences of an episode that are no fragments.
#[must_use]
pub fn whole_sentences(prose: &Prose, episode: &Episode) -> Vec<usize> {
    let long = |at: &usize| prose.sentences()[*at].words.len() >= FRAGMENT;
    episode.sentences.iter().copied().filter(long).collect()
}

/// An episode in its text.
pub struct Plot<'p> {
    kind: Kind,
    prose: &'p Prose,
    marks: &'p Marks,
    story: &'p Story,
    number: usize,
}

impl<'p> Plot<'p> {
    /// The plot of episode `number` of a story.
    #[must_use]
    pub fn new(kind: Kind, prose: &'p Prose, marks: &'p Marks, story: &'p Story, number: usize) -> Self {
        Self {
            kind,
            prose,
            marks,
            story,
            number,
        }
    }

    /// How likely each verdict on the episode is right, 0 to 1, in the order of [`Decision::VERDICTS`].
    #[must_use]
    pub(in crate::story) fn verdicts(&self, weights: &Weights) -> [f32; Decision::VERDICTS.len()] {
        let mut scores: Scores = weights.bias;
        self.cues(&mut |a, b, value| {
            for (decision, weight) in weights.of(Cue::new(TAG, a, b)) {
                scores[decision.number()] += weight * value;
            }
        });
        Decision::VERDICTS.map(|verdict| weights.chance(verdict, scores[verdict.number()]))
    }

    /// All cues: two parts of the name, and the value.
    pub fn cues(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        self.roles(sink);
        self.elsewhere(sink);
        self.lacks(sink);
        self.named(sink);
        self.earlier(sink);
        self.space(sink);
        self.opening(sink);
        self.later(sink);
        self.world(sink);
        if let Some(path) = Path::of(self.prose, self.marks, self.story, self.number) {
            path.cues(sink);
        }
    }

    fn episode(&self) -> &'p Episode {
        &self.story.episodes[self.number]
    }

    fn chance(&self, at: usize, decision: Decision) -> f32 {
        self.story.tellings[at].chance(decision)
    }

    fn words(&self, at: usize) -> usize {
        self.prose.sentences()[at].words.len()
    }

    /// How surely the sentences do what sentences do: the surest, the second, and all together.
    fn roles(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let sentences = &self.episode().sentences;
        let sentences_do = Decision::ROLES.into_iter().chain(Decision::STANCES);
        for decision in sentences_do.chain(Decision::TELLTALES.map(|(telltale, _)| telltale)) {
            let name = decision.name();
            let mut chances: Vec<f32> = sentences.iter().map(|&at| self.chance(at, decision)).collect();
            chances.sort_by(|a, b| b.total_cmp(a));
            sink("most", name, chances.first().copied().unwrap_or_default());
            sink("second", name, chances.get(1).copied().unwrap_or_default());
            sink("sum", name, chances.iter().sum::<f32>().min(6.0) / 2.0);
        }
        let others = self.others_near();
        for role in Decision::ROLES {
            let name = role.name();
            let near = others.iter().map(|&at| self.chance(at, role)).fold(0.0, f32::max);
            sink("near", name, near);
            for (place, at) in [("first", sentences.first()), ("last", sentences.last())] {
                sink(place, name, at.map_or(0.0, |&at| self.chance(at, role)));
            }
        }
    }

    /// What the rest of the text does: who owns one thing mostly owns the other, too.
    #[allow(clippy::cast_precision_loss, reason = "counts of sentences")]
    fn elsewhere(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let tellings = &self.story.tellings;
        let outside = |at: &usize| tellings[*at].episode != Some(self.number);
        let others: Vec<usize> = (0..tellings.len()).filter(outside).collect();
        for decision in Decision::ROLES.into_iter().chain(Decision::STANCES) {
            let chances = || others.iter().map(|&at| self.chance(at, decision));
            sink("elsewhere", decision.name(), chances().fold(0.0, f32::max));
            let mean = chances().sum::<f32>() / others.len().max(1) as f32;
            sink("text", decision.name(), 5.0 * mean);
        }
    }

    /// Sentences of other episodes at most two sentences away.
    fn others_near(&self) -> BTreeSet<usize> {
        let tellings = &self.story.tellings;
        let near = self
            .episode()
            .sentences
            .iter()
            .flat_map(|&at| at.saturating_sub(2)..(at + 3).min(tellings.len()));
        near.filter(|&at| tellings[at].episode.is_some_and(|episode| episode != self.number))
            .collect()
    }

    /// How likely roles are wanting, and how likely confession is long or stands last.
    fn lacks(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let (story, episode) = (self.story, self.episode());
        let mut both = |name: &str, chance: f32| {
            sink("chance", name, chance);
            sink("odds", name, odds(chance));
        };
        both("event", story.chance_of_event(episode));
        for (name, roles) in [
            ("no-ownership", &[Decision::Ownership][..]),
            ("no-growth", &[Decision::Change, Decision::Outcome]),
            ("no-outcome", &[Decision::Outcome]),
            ("no-resolution", &[Decision::Resolution]),
        ] {
            both(name, story.chance_to_lack(episode, roles));
        }
        both("end", story.chance_to_end_on_confession(&episode.sentences));
        let whole = whole_sentences(self.prose, episode);
        for (limit, name) in [(1, "over-1"), (2, "over-2"), (3, "over-3"), (4, "over-4")] {
            both(name, story.chance_of_confession_over(&whole, limit));
        }
    }

    /// How likely an episode before this one confesses at some length, and how likely both do.
    fn earlier(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let over = |episode: &Episode| {
            let whole = whole_sentences(self.prose, episode);
            self.story.chance_of_confession_over(&whole, 1)
        };
        let before = &self.story.episodes[..self.number];
        let Some(most) = before.iter().map(over).max_by(f32::total_cmp) else {
            return;
        };
        let both = most.min(over(self.episode()));
        sink("earlier", "over-1", odds(most));
        sink("earlier", "chance", both);
        sink("earlier", "odds", odds(both));
        if before.iter().all(|episode| episode.tells(Flag::SpecialtySwitch)) {
            sink("earlier", "switch", both);
        }
    }

    /// What the episode is about, in which kind of text, and what it names.
    fn world(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let episode = self.episode();
        sink("kind", self.kind.name(), 1.0);
        for flag in &episode.flags {
            sink("flag", flag.name(), 1.0);
        }
        sink("family", episode.flag.family().name(), 1.0);
        if self.story.cause_of(self.marks, episode).is_some() {
            sink("is", "private-cause", 1.0);
        }
        if episode.flag.is_time() {
            for missing in time_away::missing(self.prose, self.marks, self.story, episode) {
                sink("misses", missing.name(), 1.0);
            }
        }
        for class in CLASSES {
            if episode.sentences.iter().any(|&at| self.marks.has(at, class)) {
                sink("names", class.name(), 1.0);
            }
        }
    }
}

/// Log odds of a chance, a third of them, so that they are of the size of the other cues.
pub(in crate::story) fn odds(chance: f32) -> f32 {
    chance::odds(chance.clamp(0.002, 0.998)) / 3.0
}
