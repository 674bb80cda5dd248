//! What is wrong in a sentence.

use std::ops::Range;

/// A place of a sentence that is wrong, or looks so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The rule or check that found it.
    pub rule: String,
    /// Its characters, counted in characters of the sentence.
    pub place: Range<usize>,
    /// What is wrong, in plain words.
    pub message: String,
    /// What could stand there, the likeliest first.
    pub replacements: Vec<String>,
}
