//! The impression that a draft makes as a whole. Who reads hundreds of essays doubts a lone fault in a draft that is
//! otherwise in order, and hardly doubts one among many. So how likely each fault is, is weighed once more with how likely
//! all the others are.

use crate::source::Kind;

use super::breadth::{self, Breadth};
use super::chance::{at_odds, odds};
use super::decision::Decision;
use super::weights::{DECISIONS, Scores, Weights};
use super::{FAINT, Story, Voice};

/// The tag of these cues.
const TAG: &str = "impression";

const ALWAYS: &str = "always";

/// Sentences under which a text makes no impression: there is nothing else to be right or wrong.
const FEW: usize = 4;

/// Sentences from which on a text is no longer than this: no essay that the weights were learned from is, and what they say
/// of longer ones nobody has seen.
pub(super) const LONGEST: usize = 100;

/// Faults of one kind from which on there are no more, in the same way.
const MOST: f32 = 30.0;

const FAULTS: usize = Decision::STANCES.len() + Decision::VERDICTS.len() + Decision::SIGNS.len() + 2;

/// What is seen of the draft besides its kind and its faults.
const PLAIN: [&str; 7] = [ALWAYS, "all", "hardly-any", "none", "density", "length", "episodes"];

/// How many cues there are.
pub const CUES: usize = PLAIN.len() + Kind::ALL.len() + breadth::CUES.len() + FAULTS;

/// What may be at fault in a draft: what sentences do, what they give away, what episodes lack, what the whole lacks.
pub fn faults() -> impl Iterator<Item = Decision> {
    let of_sentences = Decision::STANCES.into_iter().chain([Decision::Retells]);
    let of_whole = Decision::SIGNS.into_iter().chain([Decision::OtherFields]);
    of_sentences.chain(Decision::VERDICTS).chain(of_whole)
}

/// The names of the cues, as the table of weights has them.
pub fn names() -> impl Iterator<Item = String> {
    let kinds = Kind::ALL.into_iter().map(Kind::name);
    let seen = PLAIN.into_iter().chain(kinds).chain(breadth::CUES);
    let names = seen.chain(faults().map(Decision::name));
    names.map(|name| format!("{TAG} {name}"))
}

/// The name of the cue whose value is how likely the fault itself is, in log odds. What it weighs is beyond the 1 that it
/// always counts.
#[must_use]
pub fn own() -> String {
    format!("{TAG} self")
}

/// What the cues weigh, in the order of [`names`], and last what the fault itself does.
pub(super) fn rows(weights: &Weights) -> &[Scores] {
    weights.impressions(|| names().chain([own()]).collect())
}

/// What the log odds of a fault by itself are multiplied by.
#[must_use]
pub fn times(weights: &Weights, fault: Decision) -> f32 {
    let own = rows(weights).last();
    own.map_or(1.0, |own| 1.0 + own[fault.number()])
}

/// The name of the cue that is always there.
#[must_use]
pub fn always() -> String {
    format!("{TAG} {ALWAYS}")
}

/// How likely the faults of a draft are.
#[derive(Debug, Clone)]
pub struct Impression {
    kind: Kind,
    sentences: usize,
    episodes: usize,
    /// What a statement's breadth shows; nothing in other texts.
    breadth: [f32; breadth::CUES.len()],
    /// For each decision, the chances of all its faults together; 0 for those that are none.
    sums: Scores,
    /// The square roots of these.
    roots: Scores,
}

impl Impression {
    /// The impression of a draft from the chances that its story gives. None of a text that is too short to make one.
    #[must_use]
    pub fn of(kind: Kind, story: &Story) -> Option<Self> {
        let sentences = story.own().count();
        if sentences < FEW {
            return None;
        }
        let mut sums = [0.0; DECISIONS];
        for fault in faults() {
            let chances = story.chances_of_fault(kind, fault).into_iter();
            let sum: f32 = chances.filter(|chance| *chance >= FAINT).sum();
            sums[fault.number()] = sum.min(MOST);
        }
        Some(Self {
            kind,
            sentences: sentences.min(LONGEST),
            episodes: story.episodes.len(),
            breadth: story.breadth.as_ref().map(Breadth::cues).unwrap_or_default(),
            sums,
            roots: sums.map(libm::sqrtf),
        })
    }

    /// What a fault of the kind `of` is seen beside, in the order of [`names`]. Others of its own kind say nothing: who does
    /// a thing twice does it no less.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "counts of sentences")]
    pub fn values(&self, of: Decision) -> [f32; CUES] {
        let sum = |fault: Decision| if fault == of { 0.0 } else { self.sums[fault.number()] };
        let all: f32 = faults().map(sum).sum();
        let sentences = self.sentences as f32;
        let plain = [
            1.0,
            libm::logf(1.0 + all),
            libm::expf(-all),
            libm::expf(-4.0 * all),
            4.0 * all / sentences,
            libm::logf(sentences / 10.0),
            self.episodes.min(4) as f32 / 2.0,
        ];
        let kinds = Kind::ALL.into_iter().map(|kind| f32::from(kind == self.kind));
        let faults = faults().map(|fault| if fault == of { 0.0 } else { self.roots[fault.number()] });
        let mut values = [0.0; CUES];
        let all = plain.into_iter().chain(kinds).chain(self.breadth).chain(faults);
        for (value, seen) in values.iter_mut().zip(all) {
            *value = seen;
        }
        values
    }
}

/// What an impression makes of the chance of a fault.
#[derive(Clone, Copy)]
struct Doubt {
    /// What its log odds are multiplied by, ...
    times: f32,
    /// ... and what is added.
    seen: f32,
}

impl Doubt {
    fn of(self, chance: f32) -> f32 {
        at_odds(odds(chance) * self.times + self.seen)
    }
}

impl Story {
    /// Weighs how likely the faults of a draft are once more, by the impression that all of them make.
    pub(super) fn weigh_anew(&mut self, kind: Kind, weights: &Weights) {
        let Some(impression) = Impression::of(kind, self) else {
            return;
        };
        let rows = rows(weights);
        for fault in faults() {
            let values = impression.values(fault).into_iter().zip(rows);
            let doubt = Doubt {
                times: times(weights, fault),
                seen: values.map(|(value, row)| value * row[fault.number()]).sum(),
            };
            self.doubt(fault, doubt);
        }
        self.impression = Some(impression);
    }

    /// How likely each fault of a kind is: one for each sentence in the applicant's voice, for each episode, or for the whole.
    /// Only a statement lacks a sign of interest in IR.
    #[must_use]
    pub fn chances_of_fault(&self, kind: Kind, fault: Decision) -> Vec<f32> {
        if Decision::VERDICTS.contains(&fault) {
            self.episodes.iter().map(|episode| episode.chance(fault)).collect()
        } else if Decision::SIGNS.contains(&fault) {
            let lacks = (kind == Kind::PersonalStatement).then(|| 1.0 - self.chance_of_sign(fault));
            lacks.into_iter().collect()
        } else if fault == Decision::OtherFields {
            self.breadth.iter().map(|breadth| breadth.is_other).collect()
        } else {
            self.own().map(|at| self.tellings[at].chance(fault)).collect()
        }
    }

    /// Changes how likely the faults of a kind are.
    fn doubt(&mut self, fault: Decision, doubt: Doubt) {
        if let Some(at) = Decision::VERDICTS.iter().position(|verdict| *verdict == fault) {
            for episode in &mut self.episodes {
                episode.verdicts[at] = doubt.of(episode.verdicts[at]);
            }
            return;
        }
        if fault == Decision::OtherFields {
            if let Some(breadth) = &mut self.breadth {
                breadth.is_other = doubt.of(breadth.is_other);
            }
            return;
        }
        let lacks = Decision::SIGNS.contains(&fault);
        for telling in self.tellings.iter_mut().filter(|telling| telling.voice == Voice::Own) {
            let chance = &mut telling.chances[fault.number()];
            *chance = if lacks {
                1.0 - doubt.of(1.0 - *chance)
            } else {
                doubt.of(*chance)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::lexicon::Lexicon;
    use crate::source::{KindSayings, Source, Syntax};
    use crate::story::weights::Line;

    /// An explanation in which a dean is blame and "only" makes small, read with `weights` for blame.
    fn read(text: &str, weights: &[(&str, f32)]) -> Draft {
        let line = |decision: Decision, cue: &str, weight: f32| Line {
            decision,
            cue: cue.to_owned(),
            weight,
        };
        let told = [Decision::Telling].into_iter().chain(faults());
        let mut lines: Vec<Line> = told
            .flat_map(|decision| [line(decision, "bias", -6.0), line(decision, "scale", 1.0)])
            .collect();
        lines.push(line(Decision::Blame, "word dean", 7.0));
        lines.push(line(Decision::Minimizing, "word only", 8.0));
        lines.extend(weights.iter().map(|(cue, weight)| line(Decision::Blame, cue, *weight)));
        let said = KindSayings {
            forced: Some(Kind::AdditionalInformation),
            configured: None,
        };
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, said).unwrap();
        Draft::read(source, &Lexicon::builtin(), &Weights::new(&lines))
    }

    fn blame(draft: &Draft, at: usize) -> f32 {
        draft.story.tellings[at].chance(Decision::Blame)
    }

    const LONE: &str = "The dean told us late. I read at night. I ran at noon. I slept well.\n";
    const AMONG: &str = "The dean told us late. It was only a quiz. I ran at noon. I slept well.\n";

    #[test]
    fn a_lone_fault_is_doubted_and_one_among_others_is_not() {
        let weights = [("impression none", -2.0)];
        let (lone, among) = (read(LONE, &weights), read(AMONG, &weights));
        let alone = blame(&read(LONE, &[]), 0);
        assert!((alone - 0.731).abs() < 0.001, "{alone}");
        assert!((blame(&lone, 0) - 0.269).abs() < 0.001, "{}", blame(&lone, 0));
        assert!(blame(&among, 0) > 0.69, "{}", blame(&among, 0));
    }

    #[test]
    fn more_of_the_same_fault_says_nothing() {
        let weights = [("impression none", -2.0)];
        let twice = read(&LONE.replace("I slept well", "The dean slept well"), &weights);
        assert!((blame(&twice, 3) - blame(&read(LONE, &weights), 0)).abs() < 0.001);
    }

    #[test]
    fn its_own_odds_count_as_often_as_the_table_says() {
        let halved = read(LONE, &[("impression self", -0.5)]);
        assert!((odds(blame(&halved, 0)) - 0.5).abs() < 0.01);
        assert!((times(&Weights::default(), Decision::Blame) - 1.0).abs() < f32::EPSILON);
    }

    #[test]
    fn a_text_of_few_sentences_makes_no_impression() {
        let weights = [("impression none", -2.0)];
        let short = read("The dean told us late. I read at night.\n", &weights);
        assert!(short.story.impression.is_none());
        assert!((blame(&short, 0) - 0.731).abs() < 0.001);
    }

    #[test]
    fn a_draft_longer_than_any_essay_makes_no_other_impression_than_the_longest() {
        let read = |sentences: usize| {
            let text = "- I saw the TIPS of a baker.\n- I kept bees.\n".repeat(sentences);
            let said = KindSayings {
                forced: Some(Kind::PersonalStatement),
                configured: None,
            };
            let source = Source::new("t.md", text, Syntax::Markdown, said).unwrap();
            Draft::read(source, &Lexicon::builtin(), &Weights::default())
        };
        let values = |sentences: usize| {
            let draft = read(sentences);
            draft.story.impression.unwrap().values(Decision::Blame)
        };
        let longest = values(2 * LONGEST);
        for (name, (one, other)) in names().zip(longest.iter().zip(values(40 * LONGEST))) {
            assert!((one - other).abs() < 0.001, "{name}: {one} and {other}");
        }
    }

    #[test]
    fn every_value_has_a_name() {
        let names: std::collections::BTreeSet<String> = names().collect();
        assert_eq!(names.len(), CUES);
        assert_eq!(faults().count(), FAULTS);
    }
}
