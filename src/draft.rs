//! A draft with all that the stages found in it: what lints look at.

use crate::lexicon::{Lexicon, Marks};
use crate::lints::Rule;
use crate::lints::draft::limits::Length;
use crate::lints::finding::Finding;
use crate::prose::{Paragraph, Prose};
use crate::source::{BlockKind, Kind, Source, Span};
use crate::story::decision::Decision;
use crate::story::weights::Weights;
use crate::story::{Episode, Story};

/// A draft, read.
#[derive(Debug)]
pub struct Draft {
    /// The file.
    pub source: Source,
    /// Its paragraphs, sentences and words.
    pub prose: Prose,
    /// The words that the lexicon knows.
    pub marks: Marks,
    /// What the essay does.
    pub story: Story,
    /// How much of it there is.
    pub length: Length,
}

impl Draft {
    /// Reads a source through all stages.
    #[must_use]
    pub fn read(source: Source, lexicon: &Lexicon, weights: &Weights) -> Self {
        let prose = Prose::read(&source);
        let marks = lexicon.mark(&prose);
        let story = Story::read(source.kind(), &prose, &marks, weights);
        Self {
            length: Length::of(&source),
            source,
            prose,
            marks,
            story,
        }
    }

    /// Lets go of the words, the marks and the story; paragraphs and sentences stay.
    pub fn forget_reading(&mut self) {
        self.prose.forget_words();
        self.marks = Marks::default();
        self.story = Story::default();
    }

    /// The kind of the document.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.source.kind()
    }

    /// The bytes of sentence number `at`.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Span {
        self.prose
            .sentences()
            .get(at)
            .map_or(Span::new(0, 0), |sentence| sentence.span)
    }

    /// The bytes that stand for the whole document: its first sentence, or the place where its text would start.
    #[must_use]
    pub fn opening(&self) -> Span {
        let first = self.prose.sentences().first();
        first.map_or_else(|| self.source.start(), |sentence| sentence.span)
    }

    /// The paragraphs that are sent: headings are structure of the draft.
    #[must_use]
    pub fn body(&self) -> impl DoubleEndedIterator<Item = &Paragraph> {
        self.prose
            .paragraphs()
            .iter()
            .filter(|paragraph| paragraph.kind != BlockKind::Heading)
    }

    /// The sentence that tells the event of an episode: the first that does so nearly as surely as the surest. None if
    /// the episode has no sentence.
    #[must_use]
    pub fn event_of(&self, episode: &Episode) -> Option<usize> {
        /// How sure beside the surest is sure enough.
        const NEARLY: f32 = 0.8;
        let surest = self.story.chance_of_event(episode);
        let tells = |at: &usize| self.story.tellings[*at].chance_of_event() >= surest * NEARLY;
        episode.sentences.iter().copied().find(tells)
    }

    /// The episodes on which a verdict is likely enough for a rule to speak, each with the rule as it speaks of it.
    pub fn sure_of<'d>(&'d self, verdict: Decision, rule: &Rule<'d>) -> impl Iterator<Item = (&'d Episode, Rule<'d>)> {
        let rule = *rule;
        let episodes = self.story.episodes.iter();
        let likely = episodes.map(move |episode| (episode, episode.chance(verdict)));
        likely
            .filter(move |(_, chance)| rule.is_sure(*chance))
            .map(move |(episode, chance)| (episode, rule.at(chance)))
    }

    /// Reports each sentence that takes a stance, under the words that carry it, unless it takes one of `rivals` more
    /// surely with the same words.
    pub fn report_stance(&self, stance: Decision, rivals: &[Decision], rule: &Rule<'_>, findings: &mut Vec<Finding>) {
        let certainty = rule.threshold("certainty");
        for telling in &self.story.tellings {
            let Some(words) = telling.stance(stance, certainty) else {
                continue;
            };
            let yields = rivals.iter().any(|&rival| {
                let surer = telling.chance(rival) > telling.chance(stance);
                surer
                    && telling
                        .stance(rival, certainty)
                        .is_some_and(|other| other.overlaps(words))
            });
            if !yields {
                let span = self.prose.span(words);
                let rule = rule.at(telling.chance(stance));
                findings.push(rule.finding(span, &[("words", span.of(self.source.text()))]));
            }
        }
    }
}
