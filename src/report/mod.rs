//! What a run found, in the formats that people and programs read: one printer per format over the same findings.

mod by_draft;
pub mod diff;
mod escape;
mod github;
pub mod html;
pub mod json;
mod jsonl;
mod picture;
mod rdjsonl;
pub mod sarif;
mod short;
pub mod statistics;
mod story_json;
pub mod text;
pub mod vale;
mod view;
mod window;
pub mod wire;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;
use std::str::FromStr;

use crate::Linted;
use crate::lints::Rules;
use crate::lints::finding::{Confidence, Finding, Severity};
use crate::lints::lint::Text;
use crate::source::Kind;
use crate::story::shares::Shares;

pub use by_draft::{ByDraft, Total};
pub use escape::one_line;
pub(crate) use escape::steady_lines;
pub use picture::in_one_line;

/// A form in which a run is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: the words underlined, the help below, a picture of the essay.
    Text,
    /// For people and simple tools: one line for each finding.
    Short,
    /// For programs: everything.
    Json,
    /// For programs that read as it comes: one object in each line.
    Jsonl,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For GitHub's workflows: annotations.
    Github,
    /// For reviewdog.
    Rdjsonl,
    /// For editor plugins that read Vale.
    Vale,
    /// For people: a page to look at, with the essay and the notes beside its words.
    Html,
}

impl Format {
    /// All formats, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Short,
        Self::Html,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Github,
        Self::Rdjsonl,
        Self::Vale,
    ];

    /// Whether the findings, the counts and the sentences of a draft are all that is printed.
    #[must_use]
    pub fn is_of_findings(self) -> bool {
        // SARIF knows findings again by the words of their sentences.
        !matches!(self, Self::Html | Self::Sarif)
    }

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Short => "short",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Rdjsonl => "rdjsonl",
            Self::Vale => "vale",
            Self::Html => "html",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == written)
            .ok_or_else(|| {
                let names = Self::ALL.map(Self::name).join(", ");
                format!("unknown format '{written}': use one of {names}")
            })
    }
}

/// A draft with its findings and what is counted in it.
#[derive(Debug)]
pub struct FileReport {
    /// The draft and the findings.
    pub linted: Linted,
    /// Its words against what readers expect.
    pub words: Count,
    /// Its characters against what the field holds.
    pub characters: Count,
    /// How its words divide.
    pub shares: Shares,
    /// Why a reader minds, by the lints that have findings.
    pub whys: BTreeMap<Text, Text>,
}

/// A number and the numbers it should keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Count {
    /// The number.
    pub count: usize,
    /// It should not be lower.
    pub low: Option<usize>,
    /// It should not be higher.
    pub high: Option<usize>,
}

impl FileReport {
    /// Counts a linted draft against the limits that `rules` set.
    #[must_use]
    pub fn new(linted: Linted, rules: &Rules) -> Self {
        let source = &linted.draft.source;
        let kind = source.kind();
        let speaks = |id: &str| linted.findings.iter().any(|finding| finding.lint == id);
        let lints = rules.lints().iter().filter(|lint| speaks(&lint.id));
        let draft = &linted.draft;
        Self {
            shares: Shares::of(&draft.prose, &draft.marks, &draft.story),
            whys: lints.map(|lint| (lint.id.clone(), lint.why.clone())).collect(),
            words: Count {
                count: draft.length.words,
                low: limit(rules, &format!("words-{kind}-low")),
                high: limit(rules, &format!("words-{kind}-high")),
            },
            characters: Count {
                count: draft.length.characters,
                low: None,
                high: limit(rules, &format!("characters-{kind}")),
            },
            linted,
        }
    }

    /// Lets go of what was read between the lines of the draft, which a report of its findings alone does not need: of
    /// thousands of drafts that is most of the memory.
    pub fn forget_reading(&mut self) {
        self.linted.draft.forget_reading();
    }

    /// The name of the file.
    #[must_use]
    pub fn name(&self) -> &str {
        self.linted.draft.source.name()
    }

    /// The kind of the document.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.linted.draft.source.kind()
    }
}

/// A limit that the lint `field-limit` keeps; 0 is none.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "limits are counts, and a float turned into an integer stays in its bounds"
)]
fn limit(rules: &Rules, name: &str) -> Option<usize> {
    rules
        .threshold("field-limit", name)
        .map(|value| value as usize)
        .filter(|limit| *limit > 0)
}

/// A file that could not be linted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The file, as it was named.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", one_line(&self.path), one_line(&self.message))
    }
}

impl std::error::Error for FileError {}

/// All that a run has to report, in order of path.
#[derive(Debug, Default)]
pub struct Run {
    /// The drafts.
    pub files: Vec<FileReport>,
    /// The files that could not be linted.
    pub errors: Vec<FileError>,
}

impl Run {
    /// All findings.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.files.iter().flat_map(|file| &file.linted.findings)
    }

    /// The highest severity of a finding.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings().map(|finding| finding.severity).max()
    }
}

/// A message whose slots nothing fills: what a lint says, told of no draft.
#[must_use]
pub fn spoken(message: &str) -> String {
    let mut spoken = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        spoken.push_str(before);
        spoken.push('…');
        rest = after;
    }
    spoken + rest
}

/// What people are told of how sure a finding is. That one is of the surest goes without saying.
fn doubt(finding: &Finding) -> Option<String> {
    let confidence = finding.confidence;
    (confidence < Confidence::High).then(|| format!("{confidence} confidence"))
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notes.
    pub note: usize,
}

impl Tally {
    /// Counts findings.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => tally.error += 1,
                Severity::Warning => tally.warning += 1,
                Severity::Note => tally.note += 1,
            }
        }
        tally
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.error += other.error;
        self.warning += other.warning;
        self.note += other.note;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = [(self.error, "error"), (self.warning, "warning"), (self.note, "note")];
        let said: Vec<String> = counted
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
            .collect();
        if said.is_empty() {
            out.write_str("nothing to report")
        } else {
            out.write_str(&said.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_read_as_they_are_named() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
        assert!(
            "yaml"
                .parse::<Format>()
                .unwrap_err()
                .contains("text, short, html, json")
        );
    }

    #[test]
    fn a_tally_is_spoken_in_words() {
        let tally = Tally {
            error: 1,
            warning: 0,
            note: 2,
        };
        assert_eq!(tally.to_string(), "1 error, 2 notes");
        assert_eq!(Tally::default().to_string(), "nothing to report");
    }

    #[test]
    fn slots_of_messages_are_shown_as_open() {
        assert_eq!(spoken("{count} words in {x}, {"), "… words in …, {");
    }
}
