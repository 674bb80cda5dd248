//! Whether somebody named heals, teaches or belongs to the applicant: no patient, however much illness stands around.

use crate::lexicon::{Mark, class};
use crate::prose::Gap;

use super::any_behind;
use super::name::word_before;
use super::patient::Told;

impl Told<'_> {
    /// Whether the name is told as a clinician's, teacher's, relative's or the applicant's own.
    pub(super) fn heals(&self) -> bool {
        let (start, end) = (self.start(), self.run().end());
        let overlaid = |mark: &Mark| {
            self.marks().iter().any(|other| {
                matches!(other.class, class::TRADE | class::PATIENT_MET) && other.words.overlaps(mark.words)
            })
        };
        let clinician = |mark: &Mark| {
            let behind = (end..=end + 3).contains(&mark.words.start())
                && !(end..mark.words.start()).any(|word| self.fold(word) == "and");
            let before = mark.words.start() < end && mark.words.end() + 1 >= start;
            mark.class == class::CLINICIAN && (behind || before) && !overlaid(mark)
        };
        let together = self.fold(end) == "and" && matches!(self.fold(end + 1), "i" | "we");
        let own = matches!(word_before(self.draft, self.at, self.run(), 1), "am" | "name" | "is")
            && matches!(
                word_before(self.draft, self.at, self.run(), 2),
                "i" | "my" | "own" | "name"
            )
            && !matches!(word_before(self.draft, self.at, self.run(), 3), "his" | "her" | "their");
        own || together
            || self.inverted()
            || self.is_of_mine()
            || self.is_name_of_clinician()
            || self.works_here()
            || self.marks().iter().any(clinician)
            || self.before(class::RELATIVE, 0)
            || self.before(class::TEACHER_BEFORE, 1)
            || self.does(class::TEACHER_DOES, 4)
            || self.does(class::TEACHER_IS, 2)
            || self.has_hands_at_work()
            || self.told_on(|at| {
                let subject = self.draft.prose.sentences()[at].words.start();
                any_behind(self.draft, at, subject + 1, 1, &[class::TEACHER_DOES])
            })
    }

    /// "NAME came in, put a stent across": a second verb of the same sentence, which a device follows.
    fn has_hands_at_work(&self) -> bool {
        /// How far behind the name it may stand.
        const REACH: usize = 15;
        let (words, end) = (self.draft.prose.words(), self.run().end());
        self.marks().iter().any(|mark| {
            let start = mark.words.start();
            let goes_on =
                || words[start].gap == Gap::Comma || (start > end && matches!(self.fold(start - 1), "and" | "then"));
            mark.class == class::HANDS_AT_WORK && self.is_subject_of(mark, REACH) && goes_on()
        })
    }

    /// "The woman was the radiologist who had put in his port. Her name is NAME."
    fn is_name_of_clinician(&self) -> bool {
        let before = |back: usize| word_before(self.draft, self.at, self.run(), back);
        let named = matches!(before(1), "is" | "was") && before(2) == "name" && matches!(before(3), "his" | "her");
        let prose = &self.draft.prose;
        let last = self.at.checked_sub(1).filter(|_| named);
        last.is_some_and(|last| {
            let is = |word: usize| matches!(prose.fold(word), "is" | "was" | "became");
            let clinicians = [class::CLINICIAN, class::RADIOLOGY_NAME, class::IR_NAME];
            let mut marks = self.draft.marks.of_sentence(last).iter();
            prose.sentences()[last].paragraph == prose.sentences()[self.at].paragraph
                && marks.any(|mark| {
                    let start = mark.words.start();
                    clinicians.contains(&mark.class) && (start.saturating_sub(3)..start).any(is)
                })
        })
    }

    /// "NAME, 34, my co-author": who is mine is no patient, unless it is the first or the last one.
    fn is_of_mine(&self) -> bool {
        let words = self.draft.prose.words();
        let end = self.run().end();
        let last = self.sentence().end().min(end + 6);
        let mut behind = (end..last).take_while(|&word| words[word].gap <= Gap::Comma);
        let patient = |word: usize| {
            matches!(
                self.fold(word),
                "first" | "second" | "last" | "only" | "patient" | "favorite"
            )
        };
        behind
            .any(|word| words[word].gap == Gap::Comma && matches!(self.fold(word), "my" | "our") && !patient(word + 1))
    }

    /// "NAME and she was the charge nurse", "NAME; she had been my teacher": who somebody is, told further on.
    fn works_here(&self) -> bool {
        let end = self.run().end();
        let is = |word: usize| matches!(self.fold(word), "was" | "is" | "been" | "became");
        self.marks().iter().any(|mark| {
            let told = matches!(
                mark.class,
                class::CLINICIAN | class::TEACHER_BEFORE | class::TEACHER_IS | class::RELATIVE
            );
            let start = mark.words.start();
            let subject =
                |word: usize| word > end && matches!(self.fold(word - 1), "he" | "she" | "who" | "had" | "and");
            told && start > end && (start.saturating_sub(3).max(end)..start).any(|word| is(word) && subject(word))
        })
    }

    /// "The charge nurse that night was NAME".
    fn inverted(&self) -> bool {
        let start = self.start();
        matches!(word_before(self.draft, self.at, self.run(), 1), "is" | "was")
            && self.marks().iter().any(|mark| {
                matches!(
                    mark.class,
                    class::CLINICIAN | class::RELATIVE | class::TEACHER_BEFORE | class::TEACHER_IS
                ) && mark.words.end() <= start
                    && mark.words.end() + 6 >= start
            })
    }
}
