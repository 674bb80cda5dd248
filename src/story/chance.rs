//! How likely an episode does something, from how likely each of its sentences does: a lint about a whole episode weighs
//! all of its sentences, and no single one tips it over.

use super::decision::Decision;
use super::{Episode, Story, Telling};

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

    /// How likely it plays event or context and nothing else.
    #[must_use]
    pub fn chance_of_confession(&self) -> f32 {
        (1.0 - self.chance_of_none(&[Decision::Event, Decision::Context])) * self.chance_of_none(&GROWTH)
    }
}

impl Story {
    /// How likely no sentence of the episode plays one of `roles`.
    #[must_use]
    pub fn chance_of_none(&self, episode: &Episode, roles: &[Decision]) -> f32 {
        let tellings = episode.sentences.iter().map(|&at| &self.tellings[at]);
        tellings.map(|telling| telling.chance_of_none(roles)).product()
    }

    /// How likely more than `limit` of `sentences` are confession.
    #[must_use]
    pub fn chance_of_confession_over(&self, sentences: &[usize], limit: usize) -> f32 {
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
            open *= telling.chance_of_none(&Decision::ROLES);
        }
        ends
    }
}
