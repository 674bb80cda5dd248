//! The language engine behind the lint `grammar`: nlprule's English tokenizer and rules, curated, and rules of our own on its tokens.
//!
//! It takes most of a second and 180 MB to load, so nothing loads it that was not asked to: [`crate::settings::Settings::grammar`].
//! Then [`warm`] lets it load on a thread of its own while other work goes on. A build without the feature `grammar` has no
//! engine, and the lint marks only what needs none.

#[cfg(not(feature = "grammar"))]
mod absent;
#[cfg(feature = "grammar")]
mod curation;
#[cfg(feature = "grammar")]
mod engine;
#[cfg(feature = "grammar")]
pub mod language;
mod report;

use std::fmt;
use std::ops::Range;

#[cfg(not(feature = "grammar"))]
pub use absent::{is_ready, load, slips, warm};
#[cfg(feature = "grammar")]
pub use engine::{is_ready, load, slips, warm};
pub(crate) use report::check;

/// Whether this build has the engine.
pub const IS_BUILT_IN: bool = cfg!(feature = "grammar");

/// What the notice of the engine's data says.
pub const NOTICE: &str =
    "grammar: the language data of LanguageTool (LGPL-2.1), as nlprule 0.6.4 packs it; see LICENSE-DATA";

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

/// Why the engine can not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrammarError(String);

impl GrammarError {
    /// With what is wrong, and the way out.
    pub(crate) fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for GrammarError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for GrammarError {}
