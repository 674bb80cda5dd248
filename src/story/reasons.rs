//! Why the story reads as it does: the cues that carried each decision, by the names that the table of weights has. The
//! cues are gathered anew for who asks, so that reading a draft takes no longer for it.

use std::collections::BTreeSet;

use crate::lexicon::Marks;
use crate::prose::{Prose, WordRange};
use crate::source::Kind;

use super::Story;
use super::cue::Cue;
use super::cues::{Reading, Sink};
use super::decision::Decision;
use super::impression;
use super::known::{Known, Spare};
use super::plot::{self, Plot};
use super::weighing::{self, Around, Sure};
use super::weights::{DECISIONS, Scores, Weights};

/// What there was to see in a draft whose story has been read.
pub struct Reasons<'r> {
    kind: Kind,
    reading: Reading<'r>,
    story: &'r Story,
    /// The story before the whole made an impression: what verdicts on episodes were given by.
    parts: Story,
    weights: &'r Weights,
    around: Around<'r>,
    sure: Vec<Sure>,
}

/// The evidence on a sentence or an episode: cues, and what each adds to the log odds of each decision.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    cues: Vec<(String, Scores)>,
    /// What was decided without weighing: by which rule, and how much higher it stands for that.
    rules: Vec<(Decision, String, f32)>,
}

impl Evidence {
    /// At most `most` cues for or against a decision with their weights, the weightiest first; a rule that decided it
    /// without weighing stands before them.
    #[must_use]
    pub fn weightiest(&self, decision: Decision, most: usize) -> Vec<(&str, f32)> {
        /// What is shown as nothing.
        const NOTHING: f32 = 0.005;
        let cues = self.cues.iter();
        let mut cues: Vec<(&str, f32)> = cues
            .map(|(name, row)| (name.as_str(), row[decision.number()]))
            .filter(|(_, weight)| weight.abs() >= NOTHING)
            .collect();
        cues.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(b.0)));
        let rules = self.rules.iter().filter(|(decided, ..)| *decided == decision);
        let rules = rules.map(|(_, name, weight)| (name.as_str(), *weight));
        rules.chain(cues).take(most).collect()
    }

    /// What all cues together add to the log odds of a decision.
    fn sum(&self, decision: Decision) -> f32 {
        self.cues.iter().map(|(_, row)| row[decision.number()]).sum()
    }

    fn add(&mut self, name: &str, value: f32, mut row: Scores) {
        for weight in &mut row {
            *weight *= value;
        }
        if row.iter().any(|weight| *weight != 0.0) {
            self.cues.push((name.to_owned(), row));
        }
    }
}

impl<'r> Reasons<'r> {
    /// Looks again at a draft. `weights` are those that `story` was read with.
    #[must_use]
    pub fn new(kind: Kind, prose: &'r Prose, marks: &'r Marks, story: &'r Story, weights: &'r Weights) -> Self {
        let reading = Reading::new(kind, prose, marks);
        let spare = Spare::default();
        let parts = Story::by_parts(kind, &reading, weights, &spare);
        let known = reading.known(weights, &spare);
        let mut sure = weighing::sure(prose, marks);
        sure.sort_by_key(|sure| sure.at);
        let mut scores: Vec<Scores> = known.iter().map(|known| weights.sum(known)).collect();
        Self {
            kind,
            reading,
            story,
            parts,
            weights,
            around: weighing::look_around(prose, weights, &mut scores),
            sure,
        }
    }

    /// The evidence on sentence number `at`.
    #[must_use]
    pub fn of_sentence(&self, at: usize) -> Evidence {
        let mut named = Named {
            weights: self.weights,
            seen: BTreeSet::new(),
            evidence: Evidence::default(),
        };
        self.reading.cues(at, &mut named);
        let mut evidence = named.evidence;
        for (name, value) in self.around.cues(at) {
            evidence.add(&name, value, self.weights.row(&name));
        }
        let first = self.sure.partition_point(|sure| sure.at < at);
        for sure in self.sure[first..].iter().take_while(|sure| sure.at == at) {
            let decision = sure.decision;
            let ruled = evidence.rules.iter().any(|(known, ..)| *known == decision);
            let weighed = self.weights.bias[decision.number()] + evidence.sum(decision);
            let raised = sure.score(self.weights) - weighed;
            // What weighs as much by itself was not decided by the rule.
            if raised > 0.0 && !ruled {
                let name = format!("rule {}", sure.class.name());
                evidence.rules.push((decision, name, raised));
            }
        }
        evidence
    }

    /// What the impression of the whole draft adds to the log odds of each of [`impression::faults`]. None where the draft
    /// makes no impression.
    #[must_use]
    pub fn of_draft(&self) -> Option<Evidence> {
        let impression = self.story.impression.as_ref()?;
        let mut evidence = Evidence::default();
        let rows = impression::names().zip(impression::rows(self.weights));
        for (number, (name, row)) in rows.enumerate() {
            let mut row = *row;
            for fault in impression::faults() {
                row[fault.number()] *= impression.values(fault)[number];
            }
            evidence.add(&name, 1.0, row);
        }
        Some(evidence)
    }

    /// The evidence on episode `number`, for its verdicts.
    #[must_use]
    pub fn of_episode(&self, number: usize) -> Evidence {
        let mut evidence = Evidence::default();
        let plot = Plot::new(self.kind, self.reading.prose, self.reading.marks, &self.parts, number);
        plot.cues(&mut |a, b, value| {
            let name = name(plot::TAG, a, b);
            let row = self.weights.row(&name);
            evidence.add(&name, value, row);
        });
        evidence
    }
}

/// Takes the cues of a sentence that the table of weights knows, each once, by their names.
struct Named<'w> {
    weights: &'w Weights,
    seen: BTreeSet<Known>,
    evidence: Evidence,
}

impl Sink for Named<'_> {
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, _: WordRange) {
        let Some(known) = self.weights.find(Cue::new(tag, a, b)) else {
            return;
        };
        if self.seen.insert(known) {
            let mut row = [0.0; DECISIONS];
            for (decision, weight) in self.weights.of_known(known) {
                row[decision.number()] = weight;
            }
            self.evidence.add(&name(tag, a, b), 1.0, row);
        }
    }
}

/// The name of a cue as the table has it.
fn name(tag: &str, a: &str, b: &str) -> String {
    let mut name = tag.to_owned();
    for part in [a, b].into_iter().filter(|part| !part.is_empty()) {
        name.push(' ');
        name.push_str(part);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::lexicon::Lexicon;
    use crate::source::{KindSayings, Source, Syntax};
    use crate::story::{builtin_weights, chance};

    const TEXT: &str = "My brother paints boats in Maine.\n\nI failed Step 1 in March 2022, because our school had told us \
                        nothing. I then did forty timed questions a day, and I passed in August 2022 with a 241. \"I was \
                        crushed,\" my mother said.\n\nI scrubbed for nine TIPS procedures.\n";

    fn draft(text: &str) -> Draft {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        Draft::read(source, &Lexicon::builtin(), builtin_weights())
    }

    fn reasons(draft: &Draft) -> Reasons<'_> {
        let Draft {
            prose, marks, story, ..
        } = draft;
        Reasons::new(draft.kind(), prose, marks, story, builtin_weights())
    }

    #[test]
    fn the_cues_add_up_to_what_was_decided_of_a_sentence() {
        let draft = draft(TEXT);
        let (reasons, weights) = (reasons(&draft), builtin_weights());
        for (at, telling) in draft.story.tellings.iter().enumerate() {
            let evidence = reasons.of_sentence(at);
            for decision in Decision::ALL {
                let number = decision.number();
                let rules = evidence.rules.iter().filter(|(known, ..)| *known == decision);
                let raised: f32 = rules.map(|(.., raised)| raised).sum();
                let odds = weights.bias[number] + evidence.sum(decision) + raised - weights.threshold[number];
                let margin = telling.margins[number];
                assert!((odds - margin).abs() < 0.001, "{at} {decision:?}: {odds}, not {margin}");
            }
        }
    }

    #[test]
    fn the_cues_add_up_to_the_verdicts_on_an_episode() {
        let draft = draft(TEXT);
        let (reasons, weights) = (reasons(&draft), builtin_weights());
        let impression = reasons.of_draft().unwrap();
        assert!(!draft.story.episodes.is_empty());
        for (number, episode) in draft.story.episodes.iter().enumerate() {
            let evidence = reasons.of_episode(number);
            for verdict in Decision::VERDICTS {
                let odds = weights.bias[verdict.number()] + evidence.sum(verdict);
                let alone = chance::odds(weights.chance(verdict, odds));
                let odds = alone * impression::times(weights, verdict) + impression.sum(verdict);
                let chance = chance::at_odds(odds);
                assert!((chance - episode.chance(verdict)).abs() < 0.001, "{verdict:?}");
            }
        }
    }

    #[test]
    fn what_is_decided_without_weighing_says_so_first() {
        let text = "I failed Step 1 in 2022. I passed it in 2023.".to_owned();
        let source = Source::new("t.md", text, Syntax::Markdown, KindSayings::default()).unwrap();
        // Where nothing weighs anything, rules alone decide.
        let nothing = Weights::default();
        let draft = Draft::read(source, &Lexicon::builtin(), &nothing);
        let reasons = Reasons::new(draft.kind(), &draft.prose, &draft.marks, &draft.story, &nothing);
        let mut failed = reasons.of_sentence(0);
        assert_eq!(failed.weightiest(Decision::Event, 8), [("rule sure-event", 4.0)]);
        assert_eq!(failed.weightiest(Decision::Blame, 8), []);
        let passed = reasons.of_sentence(1);
        assert_eq!(passed.weightiest(Decision::Telling, 8), [("rule exam-pass-sure", 4.0)]);
        failed.add("has exam", 5.0, [1.0; DECISIONS]);
        let both = [("rule sure-event", 4.0), ("has exam", 5.0)];
        assert_eq!(failed.weightiest(Decision::Event, 8), both);
    }

    #[test]
    fn the_weightiest_cues_of_both_signs_come_first() {
        let row = |weight: f32| {
            let mut row = [0.0; DECISIONS];
            row[Decision::Event.number()] = weight;
            row
        };
        let mut evidence = Evidence::default();
        for (name, weight) in [("a", 0.5), ("b", -2.0), ("c", 0.001), ("d", 1.0)] {
            evidence.add(name, 2.0, row(weight));
        }
        assert_eq!(evidence.weightiest(Decision::Event, 2), [("b", -4.0), ("d", 2.0)]);
        assert_eq!(evidence.weightiest(Decision::Event, 8).len(), 3);
    }

    #[test]
    fn names_are_those_of_the_table() {
        for (tag, a, b) in [("passive", "bare", ""), ("pair", "did", "not"), ("scored", "", "")] {
            assert_eq!(Cue::parse(&name(tag, a, b)), Cue::new(tag, a, b));
        }
    }
}
