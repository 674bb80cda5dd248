//! What the words of an episode name by themselves, whatever the sentences around them make of it: who tells a thing in a way
//! that nobody told it before still names the course, the pass, the month of observing.

use crate::lexicon::{Class, class};
use crate::story::path::some;

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
    /// How many sentences name such things: of the episode, of those behind what happened, and of those behind it that stand
    /// beside the episode in its paragraphs.
    pub(super) fn named(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let told = self.episode().sentences.as_slice();
        let (beside, event) = (
            self.story.beside(self.prose, self.number),
            self.story.event(self.episode()),
        );
        for (name, classes) in GROUPS {
            let names = |at: usize| self.marks.has_any(at, classes);
            let after = |at: usize| at > event && names(at);
            sink("named", name, some(told, names));
            sink("named-after", name, some(told, after));
            sink("named-beside", name, some(&beside, after));
        }
    }
}
