//! How likely a thing is at some log odds; and how likely an episode does something, from how likely each of its sentences does. Sentences of an episode are doubted
//! for the same reasons, so many doubtful ones together are no better than the best of them.

use std::collections::BTreeSet;

use super::decision::Decision;
use super::{Episode, Story, Telling};

/// How likely a thing is at these log odds, 0 to 1.
#[must_use]
pub fn at_odds(odds: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-odds))
}

/// Log odds of a chance.
#[must_use]
pub fn odds(chance: f32) -> f32 {
    let chance = chance.clamp(0.000_1, 0.999_9);
    libm::logf(chance / (1.0 - chance))
}

/// The roles that a confession lacks.
const GROWTH: [Decision; 4] = [
    Decision::Ownership,
    Decision::Change,
    Decision::Outcome,
    Decision::Resolution,
];

impl Telling {
    /// How likely a sentence of an episode plays `role`, 0 to 1.
    #[must_use]
    pub fn chance(&self, role: Decision) -> f32 {
        self.chances[role.number()]
    }

    /// How likely it plays none of `roles`.
    #[must_use]
    pub fn chance_of_none(&self, roles: &[Decision]) -> f32 {
        roles.iter().map(|role| 1.0 - self.chance(*role)).product()
    }

    /// Whether it rather tells what happened than not, if it tells of a red flag at all.
    #[must_use]
    pub fn is_event(&self) -> bool {
        self.chance(Decision::Event) >= 0.5
    }

    /// How likely it tells of a red flag, and what happened.
    #[must_use]
    pub fn chance_of_event(&self) -> f32 {
        self.chance(Decision::Telling) * self.chance(Decision::Event)
    }

    /// How likely it tells of a red flag and plays any role there.
    #[must_use]
    pub fn chance_of_role(&self) -> f32 {
        self.chance(Decision::Telling) * (1.0 - self.chance_of_none(&Decision::ROLES))
    }

    /// How likely it tells of a red flag and plays event or context and nothing else.
    #[must_use]
    pub fn chance_of_confession(&self) -> f32 {
        let confesses = 1.0 - self.chance_of_none(&[Decision::Event, Decision::Context]);
        self.chance(Decision::Telling) * confesses * self.chance_of_none(&GROWTH)
    }
}

impl Story {
    /// How likely the episode tells the event of a red flag at all, and is not made of stray sentences.
    #[must_use]
    pub fn chance_of_event(&self, episode: &Episode) -> f32 {
        let tellings = episode.sentences.iter().map(|&at| &self.tellings[at]);
        tellings.map(Telling::chance_of_event).fold(0.0, f32::max)
    }

    /// How likely the episode tells a red flag and no sentence of it, or told right beside it, plays one of `roles`.
    #[must_use]
    pub fn chance_to_lack(&self, episode: &Episode, roles: &[Decision]) -> f32 {
        let tellings = self.told_around(episode).into_iter().map(|at| &self.tellings[at]);
        let none = tellings
            .map(|telling| telling.chance_of_none(roles))
            .fold(1.0, f32::min);
        self.chance_of_event(episode) * none
    }

    /// The sentences of an episode, and those of other episodes that stand at most one sentence away from it: where two
    /// red flags are told in one breath, what is said of one may be meant of both.
    fn told_around(&self, episode: &Episode) -> BTreeSet<usize> {
        let mut around: BTreeSet<usize> = episode.sentences.iter().copied().collect();
        for &at in &episode.sentences {
            let near = at.saturating_sub(2)..(at + 3).min(self.tellings.len());
            around.extend(near.filter(|&at| self.tellings[at].episode.is_some()));
        }
        around
    }

    /// How likely more than `limit` of `sentences` are confession.
    #[must_use]
    pub fn chance_of_confession_over(&self, sentences: &[usize], limit: usize) -> f32 {
        if limit >= sentences.len() {
            return 0.0;
        }
        // How likely each number up to the limit is; all beyond it are one.
        let mut counts = vec![0.0_f32; limit + 1];
        counts[0] = 1.0;
        for &at in sentences {
            let chance = self.tellings[at].chance_of_confession();
            for number in (0..=limit).rev() {
                let before = number.checked_sub(1).map_or(0.0, |before| counts[before]);
                counts[number] = counts[number] * (1.0 - chance) + before * chance;
            }
        }
        1.0 - counts.iter().sum::<f32>()
    }

    /// How likely the last of `sentences` that plays a role is confession.
    #[must_use]
    pub fn chance_to_end_on_confession(&self, sentences: &[usize]) -> f32 {
        let (mut ends, mut open) = (0.0, 1.0);
        for &at in sentences.iter().rev() {
            let telling = &self.tellings[at];
            ends += open * telling.chance_of_confession();
            open *= 1.0 - telling.chance_of_role();
        }
        ends
    }
}
