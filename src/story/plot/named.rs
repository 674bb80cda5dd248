//! What the words of an episode name by themselves, whatever the sentences around them make of it: who tells a thing in a way
//! that nobody told it before still names the course, the pass, the month of observing.

use crate::lexicon::{Class, class};
use crate::story::Voice;

use super::Plot;

/// Words that name an act of the applicant as the cause.
const OWNED: [Class; 6] = [
    class::OWN_FAULT,
    class::OWN_CHOICE,
    class::OWN_MISJUDGMENT,
    class::OWN_ACT,
    class::OWN_ADMISSION,
    class::OWN_LACK,
];

/// Words that name what was done differently, or what time was spent on.
const CHANGED: [Class; 10] = [
    class::STUDY_METHOD,
    class::PRACTICE_TEST,
    class::HELP_SEEKING,
    class::MENTOR_MEETING,
    class::SCHEDULE_CHANGE,
    class::HABIT,
    class::TREATMENT,
    class::COURSE,
    class::WORK_ACTIVITY,
    class::PROJECT,
];

/// Words that name what came of it.
const CAME: [Class; 8] = [
    class::EXAM_OUTCOME,
    class::EVALUATION_OUTCOME,
    class::HONORS,
    class::CLEAN_RECORD,
    class::ON_TIME,
    class::COMPLETION,
    class::PUBLICATION_OUTCOME,
    class::CERTIFICATION,
];

/// Words that say that a cause is over.
const OVER: [Class; 4] = [
    class::RESOLUTION_HEALTH,
    class::RESOLUTION_FAMILY,
    class::RESOLUTION_GENERIC,
    class::NO_DAY_MISSED,
];

/// Clinical work, which may be new.
const CLINICAL: [Class; 3] = [class::ROTATION, class::USCE, class::POST];

/// The groups with their names.
const GROUPS: [(&str, &[Class]); 5] = [
    ("owned", &OWNED),
    ("changed", &CHANGED),
    ("came", &CAME),
    ("over", &OVER),
    ("clinical", &CLINICAL),
];

impl Plot<'_> {
    /// How many sentences name such things: of the episode, of those behind what happened, and of those beside it in its
    /// paragraphs.
    pub(super) fn named(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let tellings = &self.story.tellings;
        let told = self.episode().sentences.as_slice();
        let event = told.iter().copied().find(|&at| tellings[at].is_event());
        let event = event.unwrap_or(told[0]);
        let beside: Vec<usize> = self.beside().collect();
        for (name, classes) in GROUPS {
            let count = |sentences: &[usize], from: usize| {
                let names = |at: &&usize| **at >= from && self.marks.has_any(**at, classes);
                let found = sentences.iter().filter(names).take(4).count();
                f32::from(u8::try_from(found).unwrap_or(4)) / 2.0
            };
            sink("named", name, count(told, 0));
            sink("named-after", name, count(told, event + 1));
            sink("named-beside", name, count(&beside, event + 1));
        }
    }

    /// The sentences in the applicant's voice that stand in the paragraphs of the episode, and that it does not tell.
    fn beside(&self) -> impl Iterator<Item = usize> {
        let paragraph = |at: usize| self.prose.sentences()[at].paragraph;
        let (told, tellings) = (&self.episode().sentences, &self.story.tellings);
        let all = paragraph(told[0])..=paragraph(told[told.len() - 1]);
        let own = (0..tellings.len()).filter(|&at| tellings[at].voice == Voice::Own);
        own.filter(move |&at| {
            let here = paragraph(at);
            all.contains(&here)
                && tellings[at].episode != Some(self.number)
                && told.iter().any(|&other| paragraph(other) == here)
        })
    }
}
