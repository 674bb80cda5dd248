//! essaylint reads a residency application essay and reports what a careful adviser would.
//!
//! The way of a draft: [`source`] → [`prose`] → [`lexicon`] → [`story`] → [`lints`] → findings. Each stage is a pure
//! function of the one before; nothing of it reads a file, a clock or a terminal.
//!
//! ```
//! use essaylint::settings::Settings;
//! use essaylint::source::{KindSayings, Source, Syntax};
//!
//! let text = "My practice scores rose to XXX in nine weeks.".to_owned();
//! let source = Source::new("statement.md", text, Syntax::Markdown, KindSayings::default())?;
//! let linted = essaylint::lint(source, &Settings::default());
//! assert!(linted.findings.iter().any(|finding| finding.lint == "placeholder"));
//! # Ok::<(), essaylint::source::SourceError>(())
//! ```

pub mod baseline;
pub mod config;
pub mod draft;
pub mod fingerprint;
pub mod fix;
pub mod grammar;
mod hash;
pub mod lexicon;
pub mod lints;
mod nearest;
pub mod prose;
pub mod report;
pub mod settings;
pub mod source;
pub mod story;
pub mod suppression;
mod threads;

use draft::Draft;
use lints::finding::Finding;
use settings::Settings;
use source::Source;
use story::weights::Weights;

/// A draft and what there is to say about it.
#[derive(Debug)]
pub struct Linted {
    /// The draft, read.
    pub draft: Draft,
    /// The findings in order of start, end and lint; those that the author silenced, and those that are less sure than the
    /// settings ask for, are left out.
    pub findings: Vec<Finding>,
    /// The weights that the draft was read with.
    pub weights: &'static Weights,
}

/// Reads a source and lints it.
#[must_use]
pub fn lint(source: Source, settings: &Settings) -> Linted {
    let weights = story::builtin_weights();
    let draft = Draft::read(source, &settings.lexicon, weights);
    let mut found = lints::check(&draft, &settings.rules);
    if settings.grammar {
        // Last of all, so that the engine may still be loading while the others work.
        grammar::check(&draft, &settings.rules, &mut found);
        lints::sort(&mut found);
    }
    let safe = lints::draft::safe(&found);
    let mut findings = suppression::apply(&draft, &settings.rules, found);
    // After the suppressions: one that silences a finding is used, whether or not the finding is sure enough to be kept.
    findings.retain(|finding| finding.confidence >= settings.min_confidence);
    lints::draft::settle_rest(&draft.source, &mut findings, safe);
    Linted {
        draft,
        findings,
        weights,
    }
}
