//! What essaylint says about a place of a draft.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::source::Span;

use super::lint::Text;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a thought.
    Note,
    /// A reader will mind.
    Warning,
    /// The draft can not be sent like this.
    Error,
}

impl Severity {
    /// All severities, mildest first.
    pub const ALL: [Self; 3] = [Self::Note, Self::Warning, Self::Error];

    /// The name, as configuration and reports have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Severity {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.name() == written)
            .ok_or_else(|| format!("unknown severity '{written}': use note, warning or error"))
    }
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Worth a look: more than one in ten like it may be wrong.
    Medium,
    /// At least nine of ten like it were right on essays by writers that essaylint had not read before.
    High,
}

impl Confidence {
    /// Both, the less sure first.
    pub const ALL: [Self; 2] = [Self::Medium, Self::High];

    /// The least there is: what a run keeps, where it is told nothing else.
    pub const LEAST: Self = Self::Medium;

    /// The names, as configuration, lint files and the command line have them.
    pub const NAMES: [&str; 2] = ["high", "medium"];

    /// The name, as configuration and reports have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Confidence {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|confidence| confidence.name() == written)
            .ok_or_else(|| format!("unknown confidence '{written}': use {}", Self::NAMES.join(" or ")))
    }
}

/// Whether a finding is about words or about the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// About the words under the span.
    Passage,
    /// About the document; the span is its first sentence, so that every editor can show it.
    Document,
}

/// How far an edit may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Mechanical: `--fix` applies it.
    Safe,
    /// A wording to accept or change.
    Review,
    /// Has slots that only the applicant can fill.
    Template,
}

/// One replacement in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
}

/// `text` after `edits`, which are in order and none over another; one that is not is left out.
#[must_use]
pub fn rewritten<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let Some(kept) = text
            .get(done..edit.span.start())
            .filter(|_| text.is_char_boundary(edit.span.end()))
        else {
            continue;
        };
        out.push_str(kept);
        out.push_str(&edit.replacement);
        done = edit.span.end();
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it does; for a template its text.
    pub message: Text,
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// The edits that carry it out together; none for a template.
    pub edits: Vec<Edit>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// Why it matters here.
    pub message: String,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The lint's id.
    pub lint: Text,
    /// The lint's group.
    pub group: Text,
    /// How much it matters.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// Words or document.
    pub scope: Scope,
    /// What: lower case, no final period.
    pub message: Text,
    /// What to do.
    pub help: Text,
    /// The words.
    pub span: Span,
    /// Other places.
    pub related: Vec<Related>,
    /// Ways to mend it; of those that may be trusted alike the first is the one to take.
    pub suggestions: Vec<Suggestion>,
}
