//! The second look at a sentence: what its neighbours, its paragraph and the document say about whether it tells of a
//! red flag. An episode is a matter of discourse; the words of one sentence alone often do not show it.

use crate::prose::Prose;

/// The names of what is looked at, as the table of weights has them.
pub const LOOKS: [&str; 24] = [
    "look self",
    "look before-1-same",
    "look before-1-other",
    "look before-2-same",
    "look before-2-other",
    "look before-3-same",
    "look before-3-other",
    "look after-1-same",
    "look after-1-other",
    "look after-2-same",
    "look after-2-other",
    "look after-3-same",
    "look after-3-other",
    "look paragraph-most",
    "look paragraph-mean",
    "look paragraph-least",
    "look alone",
    "look document-most",
    "look document-mean",
    "look most-before",
    "look most-after",
    "look between",
    "look edge-before",
    "look edge-after",
];

/// The value of each of [`LOOKS`] for a sentence; log odds, or 1 for a yes.
pub type Look = [f32; LOOKS.len()];

/// Log odds where there is no sentence to look at.
const NOBODY: f32 = -3.0;

/// The log odds of all sentences by themselves, prepared so that each look takes the same time however long the text is.
pub struct Hints<'h> {
    prose: &'h Prose,
    odds: Vec<f32>,
    /// Highest and lowest odds in the paragraph before each sentence, and after it.
    before: Vec<(f32, f32)>,
    after: Vec<(f32, f32)>,
    /// Sum of the odds of each paragraph.
    sums: Vec<f32>,
    document: (f32, f32),
}

impl<'h> Hints<'h> {
    /// Prepares `odds`, one of each sentence of `prose`.
    #[must_use]
    pub fn new(prose: &'h Prose, odds: &[f32]) -> Self {
        const NONE: (f32, f32) = (f32::NEG_INFINITY, f32::INFINITY);
        let odds: Vec<f32> = odds.iter().map(|value| value.clamp(-9.2, 9.2)).collect();
        let (mut before, mut after) = (vec![NONE; odds.len()], vec![NONE; odds.len()]);
        let widen = |(most, least): (f32, f32), value: f32| (most.max(value), least.min(value));
        let mut sums = Vec::new();
        for paragraph in prose.paragraphs() {
            let range = paragraph.sentences.clone();
            for at in range.clone().skip(1) {
                before[at] = widen(before[at - 1], odds[at - 1]);
            }
            for at in range.clone().rev().skip(1) {
                after[at] = widen(after[at + 1], odds[at + 1]);
            }
            sums.push(odds[range].iter().sum());
        }
        let most = odds.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let document = (or_nobody(most), mean(odds.iter().sum(), odds.len()));
        Self {
            prose,
            odds,
            before,
            after,
            sums,
            document,
        }
    }

    /// Looks at sentence number `at`.
    #[must_use]
    pub fn look(&self, at: usize) -> Look {
        let mut look = [0.0; LOOKS.len()];
        let sentences = self.prose.sentences();
        let paragraph = sentences[at].paragraph;
        look[0] = self.odds[at];
        for distance in 1..=3 {
            let other = |number: Option<usize>, first: usize, edge: usize, look: &mut Look| match number {
                Some(number) if number < sentences.len() => {
                    let same = sentences[number].paragraph == paragraph;
                    look[first + (distance - 1) * 2 + usize::from(!same)] = self.odds[number];
                }
                _ => look[edge] += 1.0,
            };
            other(at.checked_sub(distance), 1, 22, &mut look);
            other(Some(at + distance), 7, 23, &mut look);
        }
        let (before, after) = (self.before[at], self.after[at]);
        let others = self.prose.paragraphs()[paragraph].sentences.len() - 1;
        look[13] = or_nobody(before.0.max(after.0));
        look[14] = if others == 0 {
            NOBODY
        } else {
            mean(self.sums[paragraph] - self.odds[at], others)
        };
        look[15] = or_nobody(before.1.min(after.1));
        look[16] = if others == 0 { 1.0 } else { 0.0 };
        look[17] = self.document.0;
        look[18] = self.document.1;
        look[19] = or_nobody(before.0);
        look[20] = or_nobody(after.0);
        look[21] = look[19].min(look[20]);
        look
    }
}

fn or_nobody(value: f32) -> f32 {
    if value.is_finite() { value } else { NOBODY }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a mean over millions of sentences needs no last digit"
)]
fn mean(sum: f32, count: usize) -> f32 {
    sum / count.max(1) as f32
}
