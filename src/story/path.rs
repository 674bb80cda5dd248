//! The path to IR, where it leads through another specialty or an unsuccessful match: what of IR an episode holds, what
//! leads over to it, and what is new since. Cues of the plot.

use crate::lexicon::{Class, Marks, class};
use crate::prose::Prose;

use super::decision::Decision;
use super::field::{self, Field};
use super::plot::odds;
use super::{Family, Story};

/// Says that an application to residency failed or is made again.
pub const UNMATCHED: [Class; 5] = [
    class::UNMATCHED,
    class::REAPPLY,
    class::MATCH_WORD,
    class::APPLICATION_ROUND,
    class::BROAD_APPLICATION,
];

/// Says in so many words that training in another field was sought or held.
pub const OTHER_TRAINING: [Class; 2] = [class::OTHER_TRAINING, class::OTHER_TRAINING_SAID];

/// The roles of what is new.
pub const NEWS: [Decision; 2] = [Decision::Change, Decision::Outcome];

/// Words that name something new, beside a longer list of programs too.
const NAMES_NEWS: [Class; 8] = [
    class::ROTATION,
    class::USCE,
    class::WORK_ACTIVITY,
    class::PROJECT,
    class::EXAM_OUTCOME,
    class::EVALUATION_OUTCOME,
    class::PUBLICATION_OUTCOME,
    class::CERTIFICATION,
];

/// Words whose presence is a cue: in the episode, else beside it in its paragraphs, else elsewhere.
const CLASSES: [Class; 14] = [
    class::BRIDGE,
    class::FIELD_GIFT,
    class::FIELD_KEPT,
    class::OTHER_TRAINING,
    class::OTHER_TRAINING_SAID,
    class::TRAINING_IN_IT,
    class::PARTIAL_MATCH,
    class::OTHER_TARGET_FORM,
    class::LATER_THAN_MATCH,
    class::UNMATCHED,
    class::MATCH_WORD,
    class::APPLICATION_ROUND,
    class::BROAD_APPLICATION,
    class::PLAN_VERB,
];

/// An episode that tells of the path to IR. Sentences by their numbers, in order.
pub(super) struct Path<'p> {
    marks: &'p Marks,
    story: &'p Story,
    number: usize,
    /// Those of the episode.
    told: &'p [usize],
    /// Those in the applicant's own voice that stand in its paragraphs and that it does not tell.
    beside: Vec<usize>,
    /// All in the applicant's own voice.
    own: Vec<usize>,
    /// The one that tells what happened, or the first of the episode.
    event: usize,
}

impl<'p> Path<'p> {
    /// The path that episode `number` tells, if its red flag is one of the path.
    pub(super) fn of(prose: &Prose, marks: &'p Marks, story: &'p Story, number: usize) -> Option<Self> {
        let episode = &story.episodes[number];
        let told = episode.sentences.as_slice();
        (episode.flag.family() == Family::Path).then(|| Self {
            marks,
            story,
            number,
            told,
            beside: story.beside(prose, number),
            own: story.own().collect(),
            event: story.event(episode),
        })
    }

    /// All cues: two parts of the name, and the value.
    pub(super) fn cues(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        self.holds_ir(sink);
        self.words(sink);
        self.lacks_news(sink);
    }

    /// Whether a sentence shows something of IR and does not only name it, as one that says what is applied for.
    fn shows_ir(&self, at: usize) -> bool {
        let more = field::is_concrete(self.marks, at) || self.marks.has(at, class::IR_PERSON_ROLE);
        field::is_plainly_ir(self.marks, at) && more
    }

    /// Whether a sentence names a field other than radiology.
    fn names_other(&self, at: usize) -> bool {
        let mut marks = self.marks.of_sentence(at).iter();
        marks.any(|mark| field::is_specialty(mark.class))
    }

    /// How much of IR and of other fields stands in the episode, beside it and elsewhere, and how much of it behind what
    /// happened.
    fn holds_ir(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let shows = |at: usize| self.shows_ir(at);
        let names = |at: usize| field::is_plainly_ir(self.marks, at);
        let serves = |at: usize| field::of_sentence(self.marks, at) == Field::Ir;
        let other = |at: usize| self.names_other(at);
        let after = |at: usize| at > self.event;
        let (told, beside, own) = (self.told, self.beside.as_slice(), self.own.as_slice());
        sink("path", "ir-told", some(told, shows));
        sink("path", "ir-named", some(told, names));
        sink("path", "ir-served", some(told, serves));
        sink("path", "ir-told-after", some(told, |at| after(at) && shows(at)));
        sink("path", "ir-beside", some(beside, shows));
        sink("path", "ir-beside-after", some(beside, |at| after(at) && shows(at)));
        sink("path", "ir-after", some(own, |at| after(at) && shows(at)));
        sink("path", "ir-text", some(own, shows));
        sink("path", "field-told", some(told, other));
        sink("path", "field-at-event", f32::from(u8::from(other(self.event))));
        sink("path", "field-with-ir", some(own, |at| other(at) && shows(at)));
        sink("path", "field-with-ir-told", some(told, |at| other(at) && names(at)));
    }

    /// The words that name what happened on the path and what leads over.
    fn words(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        for class in CLASSES {
            let has = |sentences: &[usize]| sentences.iter().any(|&at| self.marks.has(at, class));
            if has(self.told) {
                sink("path-told", class.name(), 1.0);
            } else if has(&self.beside) {
                sink("path-beside", class.name(), 1.0);
            } else if has(&self.own) {
                sink("path-elsewhere", class.name(), 1.0);
            }
        }
    }

    /// How likely nothing is new since what happened, as the episode tells it, as it tells it of IR, and as other episodes
    /// tell it that stand close. A longer list of programs is no news by itself.
    fn lacks_news(&self, sink: &mut impl FnMut(&'static str, &str, f32)) {
        let tellings = &self.story.tellings;
        let none = |at: usize| tellings[at].chance_of_none(&NEWS);
        let counts =
            |at: &usize| !self.marks.has(*at, class::BROAD_APPLICATION) || self.marks.has_any(*at, &NAMES_NEWS);
        let told = || self.told.iter().copied().filter(counts);
        let ir = |at: &usize| field::of_sentence(self.marks, *at) == Field::Ir;
        let since = |at: &usize| *at >= self.event;
        sink("path", "nothing-new", odds(told().filter(since).map(none).product()));
        sink("path", "nothing-new-least", odds(told().map(none).fold(1.0, f32::min)));
        sink(
            "path",
            "nothing-new-in-ir",
            odds(told().filter(ir).map(none).fold(1.0, f32::min)),
        );
        let other = |at: &usize| tellings[*at].episode.is_some_and(|episode| episode != self.number);
        let near = self.own.iter().copied().filter(|&at| self.is_close(at));
        sink(
            "path",
            "nothing-new-near",
            odds(near.filter(other).filter(ir).map(none).fold(1.0, f32::min)),
        );
        let works = |at: usize| self.shows_ir(at) || self.marks.has(at, class::WORK_ACTIVITY);
        let later = |at: usize| at > self.event && self.marks.has(at, class::LATER_THAN_MATCH);
        if self.own.iter().any(|&at| later(at) && works(at)) {
            sink("path", "at-work-since", 1.0);
        }
    }

    /// Whether a sentence stands at most two sentences away from one of the episode.
    fn is_close(&self, at: usize) -> bool {
        let first = self.told.partition_point(|&other| other + 2 < at);
        self.told.get(first).is_some_and(|&other| other <= at + 2)
    }
}

/// How many sentences are such, up to four, halved.
pub(super) fn some(sentences: &[usize], is_such: impl Fn(usize) -> bool) -> f32 {
    let found = sentences.iter().filter(|&&at| is_such(at)).take(4).count();
    f32::from(u8::try_from(found).unwrap_or(4)) / 2.0
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::source::{Kind, KindSayings, Source, Syntax};
    use crate::story::builtin_weights;

    /// The cues of the path that the first episode of an explanation tells.
    fn cues(text: &str) -> BTreeMap<String, f32> {
        let said = KindSayings {
            forced: Some(Kind::AdditionalInformation),
            configured: None,
        };
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, said).unwrap();
        let prose = Prose::read(&source);
        let marks = Lexicon::builtin().mark(&prose);
        let story = Story::read(source.kind(), &prose, &marks, builtin_weights());
        let mut found = BTreeMap::new();
        if let Some(path) = Path::of(&prose, &marks, &story, 0) {
            path.cues(&mut |a, b, value| {
                found.insert(format!("{a} {b}"), value);
            });
        }
        found
    }

    #[test]
    fn what_is_told_of_ir_after_the_switch_is_counted() {
        let left = "I left my neurology residency in Cincinnati in June 2022.";
        let alone = cues(&format!("{left} The choice was mine."));
        let led = cues(&format!(
            "{left} On call there I watched eleven thrombectomies from the angiography suite, and I asked for a month in \
             interventional radiology."
        ));
        assert!(alone["path field-at-event"] > 0.0);
        assert!(led["path ir-after"] > alone["path ir-after"]);
    }

    #[test]
    fn what_is_new_since_the_match_lowers_the_odds_that_nothing_is() {
        let unmatched = "I applied to interventional radiology in the 2023 Match and did not match.";
        let still = cues(&format!("{unmatched} I applied to more programs this year."));
        let since = cues(&format!(
            "{unmatched} Since July 2023 I have worked as a research fellow in interventional radiology at Emory, and our \
             paper on portal vein embolization was accepted in May 2024."
        ));
        assert!(since["path nothing-new"] < still["path nothing-new"]);
        assert!(still.contains_key("path-told unmatched"));
    }

    #[test]
    fn a_longer_list_of_programs_hides_no_news_beside_it() {
        let unmatched = "I applied to interventional radiology in the 2023 Match and did not match.";
        let list = cues(&format!("{unmatched} I have since broadened my list."));
        let both = cues(&format!(
            "{unmatched} I have since broadened my list, and completed a rotation of thirteen weeks in interventional \
             radiology in Omaha."
        ));
        assert!(both["path nothing-new"] < list["path nothing-new"]);
    }

    #[test]
    fn an_exam_is_no_path() {
        assert!(
            cues("I failed Step 1 in June 2021. I had read without testing myself. I passed in March 2022.").is_empty()
        );
    }
}
