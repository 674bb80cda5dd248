//! Signs of an interest in interventional radiology: that a statement sets it against reading images, plans something, or
//! was there. What words show plainly is a cue of the sentence; what people say in their own way the weights have to
//! hear (`Decision::SIGNS`).

use std::sync::OnceLock;

use crate::lexicon::{Class, Mark, Marks, class};
use crate::prose::{Paragraph, Prose, WordSet};

use super::decision::Decision;
use super::field;

/// Names reading images or those who do it.
const READING: [Class; 3] = [class::DR_NAME, class::DR_WORK, class::READS_IMAGES];

/// Words that turn to the other side of a comparison.
static TURNS: WordSet = WordSet::new(&[
    "but", "yet", "though", "although", "however", "still", "rather", "instead", "whereas", "would", "want", "wanted",
    "wish", "prefer", "than", "missed", "enough", "only", "need", "wonder", "wondered", "alone",
]);

/// Words of images, which show what a clinic or a pair of hands is compared with.
static IMAGES: WordSet = WordSet::new(&[
    "image",
    "images",
    "picture",
    "pictures",
    "read",
    "reads",
    "reading",
    "reader",
    "report",
    "reports",
    "scan",
    "scans",
    "film",
    "films",
    "screen",
    "radiologist",
]);

/// Opens a plan or an aim.
const PLAN: [Class; 2] = [class::PLAN_VERB, class::PLAN_OPENING];

/// What a plan can be about.
const OBJECT: [Class; 7] = [
    class::PLAN_OBJECT,
    class::PLAN_THING,
    class::IR_DISEASE,
    class::PROJECT,
    class::BODY_DISEASE,
    class::STUDY_ABROAD_PLACE,
    class::IR_PERSON_ROLE,
];

/// Words behind which a name is that of a place.
static PLACED: WordSet = WordSet::new(&["in", "at", "to", "near", "across", "outside", "around", "between"]);

/// The applicant, or a team that the applicant is part of.
static FIRST_PERSON: WordSet = WordSet::new(&["i", "me", "my", "we", "us"]);

/// Words that look ahead.
static AHEAD: WordSet = WordSet::new(&["will", "shall", "want", "hope"]);

/// Words for a doctor beside those of the lexicon.
static DOCTOR: WordSet = WordSet::new(&["dr", "doctor", "professor"]);

/// What makes words about IR a scene: somebody acts, or somebody is treated.
const SCENE: [Class; 4] = [
    class::OWN_CASE_VERB,
    class::PROCEDURE_VERB,
    class::CLINICIAN,
    class::PATIENT_WORD,
];

/// The signs that a text shows in so many words.
#[derive(Debug, Clone)]
pub(super) struct Signs<'r> {
    prose: &'r Prose,
    marks: &'r Marks,
    /// For each paragraph, whether it is full of IR; looked for when first asked.
    scenes: OnceLock<Vec<bool>>,
}

impl<'r> Signs<'r> {
    pub(super) fn new(prose: &'r Prose, marks: &'r Marks) -> Self {
        Self {
            prose,
            marks,
            scenes: OnceLock::new(),
        }
    }

    /// The signs of sentence number `at`.
    pub(super) fn of_sentence(&self, at: usize) -> impl Iterator<Item = Decision> {
        let shown = [self.sets_apart(at), self.plans(at), self.is_lived(at)];
        Decision::SIGNS
            .into_iter()
            .zip(shown)
            .filter_map(|(sign, shown)| shown.then_some(sign))
    }

    /// Whether a sentence sets IR against reading: reading as the other term of a comparison, or treatment and patients
    /// of one's own as what comes on top of the image. Reading that is only told as done compares nothing.
    fn sets_apart(&self, at: usize) -> bool {
        let marks = self.marks;
        if marks.has_any(at, &[class::DR_NAME, class::TREATS_BY_HAND]) {
            return true;
        }
        if marks.has_any(at, &READING) {
            return self
                .prose
                .around(at, 1, 4)
                .any(|near| self.prose.has_one_of(near, &TURNS) || field::is_plainly_ir(marks, near));
        }
        if marks.has(at, class::READING_NAMED) {
            return self
                .prose
                .around(at, 1, 2)
                .any(|near| marks.has(near, class::TURNS_FROM_READING));
        }
        let about_images = |at| {
            marks.has_any(at, &READING)
                || self.prose.has_one_of(at, &IMAGES)
                || marks.has_any(at, &[class::RADIOLOGY_NAME])
        };
        marks.has_any(at, &[class::SETS_AGAINST_READING, class::OWN_CLINIC])
            && self.prose.around(at, 1, 1).any(about_images)
    }

    /// Whether a sentence tells a plan or an aim with an object.
    fn plans(&self, at: usize) -> bool {
        let ahead = || self.marks.has(at, class::FORWARD_TIME) && self.prose.has_one_of(at, &AHEAD);
        (self.marks.has_any(at, &PLAN) || ahead()) && self.prose.around(at, 1, 2).any(|near| self.has_object(near, at))
    }

    /// Whether a sentence near the plan `at` holds what the plan is about. Places and other fields count in the plan
    /// alone.
    fn has_object(&self, near: usize, at: usize) -> bool {
        let is_place = |mark: &Mark| {
            let before = mark.words.start().checked_sub(1);
            mark.class == class::NAME && before.is_some_and(|word| PLACED.has(self.prose.fold(word)))
        };
        let weak = || {
            let mut marks = self.marks.of_sentence(near).iter();
            marks.any(|mark| is_place(mark) || field::is_specialty(mark.class))
        };
        self.marks.has_any(near, &OBJECT) || field::is_concrete(self.marks, near) || (near == at && weak())
    }

    /// Whether the words of IR stand thickly in a paragraph, and some of them can mean nothing else.
    fn is_scene(&self, paragraph: &Paragraph) -> bool {
        let whole = paragraph.sentences.clone();
        whole.clone().map(|at| field::ir_marks(self.marks, at)).sum::<usize>() >= 4
            && whole.clone().any(|at| field::is_plainly_ir(self.marks, at))
    }

    fn stands_in_scene(&self, at: usize) -> bool {
        let scenes = self.scenes.get_or_init(|| {
            self.prose
                .paragraphs()
                .iter()
                .map(|paragraph| self.is_scene(paragraph))
                .collect()
        });
        scenes[self.prose.sentences()[at].paragraph]
    }

    /// Whether a sentence tells IR as lived. Words of IR alone prove nothing: bench work, reviews, plans and the cases of
    /// friends are full of them. So it counts how thickly they stand, and asks for the applicant's presence.
    fn is_lived(&self, at: usize) -> bool {
        let marks = self.marks;
        if marks.has(at, class::NOT_THERE) {
            return false;
        }
        let near: Vec<usize> = self.prose.around(at, 2, 1).collect();
        let thick = || near.iter().map(|&at| field::ir_marks(marks, at)).sum::<usize>();
        let plain = near.iter().any(|&at| field::is_plainly_ir(marks, at));
        let experience = marks.has(at, class::IR_EXPERIENCE);
        if experience && plain {
            return true;
        }
        let shown = || {
            let here = field::ir_marks(marks, at);
            here > 0 && (plain || experience || here > 1 || thick() >= 4)
        };
        if marks.has(at, class::OWN_PRESENCE) && (shown() || self.stands_in_scene(at)) {
            return true;
        }
        if marks.has(at, class::PLAN_VERB) {
            return false;
        }
        let first = || self.prose.has_one_of(at, &FIRST_PERSON);
        let acts = marks.has_any(at, &[class::OWN_CASE_VERB, class::PROCEDURE_VERB]);
        let stay = marks.has_any(at, &[class::ROTATION, class::USCE]) && field::is_plainly_ir(marks, at);
        let doctor = || marks.has(at, class::CLINICIAN) || self.prose.has_one_of(at, &DOCTOR);
        let witness = || near.iter().any(|&at| self.prose.has_one_of(at, &FIRST_PERSON));
        (stay && first())
            || (acts && plain && thick() >= 3 && first())
            || (acts && thick() >= 3 && doctor())
            || (plain && thick() >= 4 && marks.has_any(at, &SCENE) && witness())
    }
}
