//! The company that a sentence keeps: what else it does, what its neighbours do, and the rest of the text. Words that
//! could be blame mostly are where the text blames elsewhere, and seldom where it owns everything; so a second look weighs
//! what the first one found.

use crate::threads;

use super::chance::at_odds;
use super::decision::Decision;

/// The decisions about a sentence that others hear of: whether it tells of a red flag, the roles, the stances and what gives
/// an episode away.
pub const HEARD: [Decision; 1 + ROLES + STANCES + TELLTALES] = {
    let mut heard = [Decision::Telling; 1 + ROLES + STANCES + TELLTALES];
    let mut at = 0;
    while at < ROLES + STANCES + TELLTALES {
        heard[1 + at] = if at < ROLES {
            Decision::ROLES[at]
        } else if at < ROLES + STANCES {
            Decision::STANCES[at - ROLES]
        } else {
            Decision::TELLTALES[at - ROLES - STANCES].0
        };
        at += 1;
    }
    heard
};

const ROLES: usize = Decision::ROLES.len();
const STANCES: usize = Decision::STANCES.len();
const TELLTALES: usize = Decision::TELLTALES.len();

/// Where each is heard: in the sentence itself, right before and after it, where the rest of the text is surest of it, and
/// in all the rest on the mean.
const PLACES: [&str; 5] = ["self", "before", "after", "most", "mean"];

/// How many cues there are: each decision in each place, and one that is always there.
pub const CUES: usize = HEARD.len() * PLACES.len() + 1;

/// The values of the cues of a sentence, in the order of [`names`].
pub type Company = [f32; CUES];

/// What the first look says of each of [`HEARD`], in log odds.
pub type First = [f32; HEARD.len()];

/// The names of the cues, as the table of weights has them.
pub fn names() -> impl Iterator<Item = String> {
    let heard = PLACES
        .into_iter()
        .flat_map(|place| HEARD.map(|decision| named(place, decision)));
    heard.chain([always()])
}

/// The name of the cue that is always there.
#[must_use]
pub fn always() -> String {
    "company always".to_owned()
}

/// The name of the cue of what a sentence itself does.
#[must_use]
pub fn own(decision: Decision) -> String {
    named(PLACES[0], decision)
}

/// The names of the cues that the rest of the text does the same.
#[must_use]
pub fn elsewhere(decision: Decision) -> [String; 2] {
    [named(PLACES[3], decision), named(PLACES[4], decision)]
}

fn named(place: &str, decision: Decision) -> String {
    ["company ", place, "-", decision.name()].concat()
}

/// Log odds under which a neighbour surely does not do a thing: as good as no neighbour.
const NEVER: f32 = -4.0;

/// Log odds beyond which surer is no surer.
const SURE: f32 = 6.0;

/// How far the first look's own odds are believed.
const BELIEVED: f32 = 9.0;

/// The company of each sentence, from the odds of all by the first look.
#[must_use]
pub fn companies(first: &[First]) -> Vec<Company> {
    let text = Text::new(first);
    threads::each(first.len(), |at| text.company(first, at))
}

/// What a text does as a whole.
struct Text {
    /// For each decision the sentence that is surest of it.
    surest: [usize; HEARD.len()],
    /// How sure that and the next surest are.
    most: [(f32, f32); HEARD.len()],
    /// The chances of each sentence.
    chances: Vec<First>,
    /// Those of all sentences together.
    sums: First,
}

impl Text {
    fn new(first: &[First]) -> Self {
        let mut text = Self {
            surest: [usize::MAX; HEARD.len()],
            most: [(0.0, 0.0); HEARD.len()],
            chances: threads::each(first.len(), |at| first[at].map(at_odds)),
            sums: [0.0; HEARD.len()],
        };
        for (at, odds) in first.iter().enumerate() {
            for (number, &odds) in odds.iter().enumerate() {
                let value = heard(odds);
                let (most, second) = &mut text.most[number];
                if value > *most {
                    (*second, *most) = (*most, value);
                    text.surest[number] = at;
                } else if value > *second {
                    *second = value;
                }
                text.sums[number] += text.chances[at][number];
            }
        }
        text
    }

    fn company(&self, first: &[First], at: usize) -> Company {
        const ALL: usize = HEARD.len();
        let mut company = [0.0; CUES];
        let near =
            |other: Option<usize>, number: usize| other.and_then(|at| first.get(at)).map(|odds| heard(odds[number]));
        #[allow(clippy::cast_precision_loss, reason = "a count of sentences")]
        let others = (first.len().max(2) - 1) as f32;
        for number in 0..ALL {
            let odds = first[at][number];
            let (most, second) = self.most[number];
            company[number] = odds.clamp(-BELIEVED, BELIEVED);
            company[ALL + number] = near(at.checked_sub(1), number).unwrap_or(0.0);
            company[2 * ALL + number] = near(Some(at + 1), number).unwrap_or(0.0);
            company[3 * ALL + number] = if self.surest[number] == at { second } else { most };
            company[4 * ALL + number] = 10.0 * (self.sums[number] - self.chances[at][number]).max(0.0) / others;
        }
        company[CUES - 1] = 1.0;
        company
    }
}

/// How loudly a sentence says something: nothing where it surely does not.
fn heard(odds: f32) -> f32 {
    odds.clamp(NEVER, SURE) - NEVER
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(blame: &[f32]) -> Vec<First> {
        let blames = |&odds: &f32| {
            let mut first = [-9.0; HEARD.len()];
            first[number(Decision::Blame)] = odds;
            first
        };
        blame.iter().map(blames).collect()
    }

    fn number(decision: Decision) -> usize {
        HEARD.iter().position(|known| *known == decision).unwrap()
    }

    fn value(company: &Company, place: &str) -> f32 {
        let name = named(place, Decision::Blame);
        company[names().position(|known| known == name).unwrap()]
    }

    #[test]
    fn a_sentence_hears_its_neighbours_and_the_rest() {
        let companies = companies(&text(&[2.0, -1.0, -9.0, 1.0]));
        let near = |a: f32, b: f32| (a - b).abs() < 0.001;
        assert!(near(value(&companies[1], "self"), -1.0));
        assert!(near(value(&companies[1], "before"), 6.0));
        assert!(near(value(&companies[1], "after"), 0.0));
        assert!(near(value(&companies[1], "most"), 6.0));
        // The surest sentence hears the next surest.
        assert!(near(value(&companies[0], "most"), 5.0));
        let mean = 10.0 * (at_odds(2.0) + at_odds(-1.0) + at_odds(-9.0)) / 3.0;
        assert!(near(value(&companies[3], "mean"), mean));
    }

    #[test]
    fn a_lone_sentence_hears_nobody() {
        let alone = companies(&text(&[2.0]));
        for place in &PLACES[1..] {
            assert!(value(&alone[0], place).abs() < 0.001, "{place}");
        }
        assert!(companies(&[]).is_empty());
    }

    #[test]
    fn each_cue_has_a_name_of_its_own() {
        let all: std::collections::BTreeSet<String> = names().collect();
        assert_eq!(all.len(), CUES);
        assert!(all.contains(&own(Decision::Blame)));
    }
}
