//! What a run is set to: which lints speak, how loudly, and which words they know besides their own.

use crate::lexicon::Lexicon;
use crate::lints::Rules;
use crate::lints::finding::Confidence;

/// The settings of a run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The lints with their severities and thresholds.
    pub rules: Rules,
    /// The lexicon, with own words added.
    pub lexicon: Lexicon,
    /// The least sure findings that are kept.
    pub min_confidence: Confidence,
    /// Whether the lint `grammar` asks the language engine, which takes most of a second to load: [`crate::grammar`].
    pub grammar: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rules: Rules::default(),
            lexicon: Lexicon::builtin(),
            min_confidence: Confidence::LEAST,
            grammar: false,
        }
    }
}
