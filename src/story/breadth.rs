//! How much of a statement tells of IR and DR, and how much of other fields.

use std::collections::BTreeMap;

use crate::lexicon::Marks;
use crate::prose::Prose;

use super::decision::Decision;
use super::field::{self, Field};
use super::impression::LONGEST;
use super::{FAINT, Story};

/// Marks of IR from which on there are no more, as with [`LONGEST`]: two in each sentence.
const MOST_MARKS: usize = 2 * LONGEST;

/// What of a statement's breadth is a cue for what may be at fault in it.
pub const CUES: [&str; 11] = [
    "others",
    "other-sentences",
    "other-words",
    "ir-words",
    "radiology-words",
    "praise",
    "told",
    "lived-in-all",
    "ir-marks",
    "opens-on-ir",
    "closes-on-ir",
];

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// How many sentences.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
}

impl Told {
    fn add(&mut self, words: usize) {
        self.sentences += 1;
        self.words += words;
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    fn share_of(self, all: Self) -> f32 {
        self.words as f32 / all.words.max(1) as f32
    }
}

/// How the activities, experiences and interests that a statement tells divide into fields.
#[derive(Debug, Clone, Default)]
pub struct Breadth {
    /// What tells of IR and DR.
    pub ir: Told,
    /// What tells of all else.
    pub other: Told,
    /// How likely the statement is mostly about other fields, 0 to 1.
    pub is_other: f32,
    cues: [f32; CUES.len()],
}

impl Breadth {
    /// The breadth of a statement, from its story and its marks.
    #[must_use]
    pub fn of(prose: &Prose, marks: &Marks, story: &Story) -> Self {
        let told = told_by_paragraph(prose, story);
        let words = |at: usize| prose.sentences()[at].words.len();
        let fields: Vec<Field> = (0..prose.sentences().len())
            .map(|at| field::of_sentence(marks, at))
            .collect();
        let serves = |at: usize| matches!(fields[at], Field::Ir | Field::Radiology);
        let lone = told.len() == 1;
        let (mut ir, mut other) = (Told::default(), Told::default());
        for paragraph in told.values() {
            // A paragraph that comes to IR is a road to it, whatever else it tells. One that stands alone has no other
            // beside it, and is weighed sentence by sentence.
            let road = !lone && paragraph.iter().any(|&at| serves(at));
            for &at in paragraph {
                if road || serves(at) { &mut ir } else { &mut other }.add(words(at));
            }
        }
        let mut all = Told::default();
        story.own().for_each(|at| all.add(words(at)));
        let activities = Told {
            sentences: ir.sentences + other.sentences,
            words: ir.words + other.words,
        };
        let share = |is: &dyn Fn(usize) -> bool| {
            let mut some = Told::default();
            story.own().filter(|&at| is(at)).for_each(|at| some.add(words(at)));
            some.share_of(all)
        };
        let is_of = |field: Field| share(&|at| fields[at] == field);
        let serving = |paragraph: Option<&Vec<usize>>| {
            f32::from(paragraph.is_some_and(|paragraph| paragraph.iter().any(|&at| serves(at))))
        };
        let lived = story.own().map(|at| story.tellings[at].chance(Decision::Lived));
        #[allow(clippy::cast_precision_loss, reason = "counts of sentences and marks")]
        let many = |count: usize, most: usize| libm::logf(1.0 + count.min(most) as f32);
        Self {
            ir,
            other,
            is_other: other.share_of(activities),
            cues: [
                other.share_of(activities),
                many(other.sentences, LONGEST),
                is_of(Field::Other),
                is_of(Field::Ir),
                is_of(Field::Radiology),
                share(&|at| is_praise(story, at)),
                activities.share_of(all),
                lived.filter(|chance| *chance >= FAINT).sum::<f32>().min(4.0) / 2.0,
                many(story.own().map(|at| field::ir_marks(marks, at)).sum(), MOST_MARKS),
                serving(told.values().next()),
                serving(told.values().next_back()),
            ],
        }
    }

    /// The values of [`CUES`]: shares of words from 0 to 1, or logarithms of counts.
    #[must_use]
    pub fn cues(&self) -> [f32; CUES.len()] {
        self.cues
    }
}

/// Whether a sentence praises IR in words that would fit any field.
fn is_praise(story: &Story, at: usize) -> bool {
    story.tellings[at].chance(Decision::VagueInterest) >= 0.5
}

/// By paragraph, the sentences that tell activities, experiences and interests: not the red flags, and not the praise of
/// IR that would fit any field, for praise is neither.
fn told_by_paragraph(prose: &Prose, story: &Story) -> BTreeMap<usize, Vec<usize>> {
    let mut told: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in story.own() {
        if story.tellings[at].episode.is_none() && !is_praise(story, at) {
            told.entry(prose.sentences()[at].paragraph).or_default().push(at);
        }
    }
    told
}
