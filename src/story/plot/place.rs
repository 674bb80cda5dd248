//! Where an episode stands in its text, and how much room it takes.

use std::collections::BTreeSet;

use crate::prose::Prose;
use crate::source::BlockKind;
use crate::story::decision::Decision;
use crate::story::{Episode, Story};

use super::{Plot, odds};

impl Story {
    /// The sentences in the applicant's voice that stand in the paragraphs of episode `number`, and that it does not tell.
    pub(in crate::story) fn beside(&self, prose: &Prose, number: usize) -> Vec<usize> {
        let paragraph = |at: usize| prose.sentences()[at].paragraph;
        let told = self.episodes[number].sentences.iter();
        let paragraphs: BTreeSet<usize> = told.map(|&at| paragraph(at)).collect();
        let is_beside = |&at: &usize| self.tellings[at].episode != Some(number) && paragraphs.contains(&paragraph(at));
        self.own().filter(is_beside).collect()
    }

    /// The sentence of an episode that tells what happened, or else its first.
    pub(in crate::story) fn event(&self, episode: &Episode) -> usize {
        let mut told = episode.sentences.iter().copied();
        let event = told.find(|&at| self.tellings[at].is_event());
        event.unwrap_or(episode.sentences[0])
    }
}

impl Plot<'_> {
    /// How much of the text the episode takes, and where it stands.
    #[allow(clippy::cast_precision_loss, reason = "counts of words and sentences")]
    pub(super) fn space(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let sentences = &self.episode().sentences;
        let count = self.prose.sentences().len();
        let all = (0..count).map(|at| self.words(at)).sum::<usize>().max(1) as f32;
        let told: usize = sentences.iter().map(|&at| self.words(at)).sum();
        sink("share", "told", told as f32 / all);
        let confessed = |&at: &usize| self.words(at) as f32 * self.story.tellings[at].chance_of_confession();
        sink(
            "share",
            "confession",
            sentences.iter().map(confessed).sum::<f32>() / all,
        );
        sink("count", "sentences", sentences.len().min(20) as f32 / 5.0);
        sink("count", "episodes", self.story.episodes.len().min(5) as f32 / 2.0);
        let paragraph = |at: usize| self.prose.sentences()[at].paragraph;
        let (first, last) = (sentences[0], sentences[sentences.len() - 1]);
        let mut is = |name: &str, yes: bool| {
            if yes {
                sink("is", name, 1.0);
            }
        };
        let body = |number: &usize| self.prose.paragraphs()[*number].kind != BlockKind::Heading;
        let mut bodies = (0..self.prose.paragraphs().len()).filter(body);
        let first_body = bodies.next();
        let last_body = bodies.next_back().or(first_body);
        is("first-paragraph", Some(paragraph(first)) == first_body);
        is("last-paragraph", Some(paragraph(last)) == last_body);
        is("last-sentence", last + 1 == count);
        let told_later = self.story.tellings[last + 1..]
            .iter()
            .any(|telling| telling.episode.is_some());
        is("last-told", !told_later);
    }

    /// How much of the first paragraph tells the episode, and how much any.
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    pub(super) fn opening(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let mut paragraphs = self.prose.paragraphs().iter();
        let Some(first) = paragraphs.find(|paragraph| paragraph.kind != BlockKind::Heading) else {
            return;
        };
        let share = |sentences: &[usize]| {
            let words: usize = sentences.iter().map(|&at| self.words(at)).sum();
            let all: usize = first.sentences.clone().map(|at| self.words(at)).sum();
            words as f32 / all.max(1) as f32
        };
        let tellings = &self.story.tellings;
        let tells = |at: &usize| tellings[*at].episode.is_some() && !tellings[*at].roles.is_empty();
        let own = |at: &usize| tellings[*at].episode == Some(self.number);
        let told: Vec<usize> = first.sentences.clone().filter(tells).collect();
        let mine: Vec<usize> = told.iter().copied().filter(own).collect();
        if !mine.is_empty() {
            let any = share(&told);
            sink("opening", "told", share(&mine));
            sink("opening", "any", any);
            let own = first.sentences.clone().filter(own);
            let event = own.map(|at| tellings[at].chance_of_event());
            sink("opening", "event", event.fold(0.0, f32::max));
            if any > 0.5 {
                sink("opening", "mainly", 1.0);
            }
        }
    }

    /// How surely a later, separate passage tells the event or a cause again.
    pub(super) fn later(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let sentences = &self.episode().sentences;
        let paragraph = |at: usize| self.prose.sentences()[at].paragraph;
        let (mut parts, mut separate) = (1.0_f32, false);
        let (mut event, mut context) = (0.0_f32, 0.0_f32);
        let is_event = |at: usize| self.story.tellings[at].is_event();
        let mut told = is_event(sentences[0]);
        for pair in sentences.windows(2) {
            let (before, at) = (pair[0], pair[1]);
            if at - before > 1 && paragraph(at) != paragraph(before) {
                parts += 1.0;
                separate |= told;
            }
            let telling = self.chance(at, Decision::Telling);
            if separate {
                event = event.max(telling * self.chance(at, Decision::Event));
                context = context.max(telling * self.chance(at, Decision::Context));
            }
            told |= is_event(at);
        }
        sink("count", "parts", parts.min(4.0) - 1.0);
        sink("later", "event", event);
        sink("later", "context", context);
        if separate {
            sink("later", "event-odds", odds(event));
        }
    }
}
