//! A baseline: the findings that an author lives with, so that a run reports the new ones alone.
//!
//! It names each finding by its file, its lint and a number made of the sentence's letters, so that it is found again when
//! the text around it changes or moves, and so that no words of a draft stand in it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Linted;
use crate::draft::Draft;
use crate::fingerprint::Fingerprint;
use crate::lints::draft;
use crate::lints::finding::{Finding, Scope};
use crate::report::one_line;

/// The name of the file, where nobody gives it another.
pub const NAME: &str = "essaylint-baseline.json";

/// The version of the file. It grows when an older essaylint would misread it.
const SCHEMA_VERSION: u32 = 1;

/// What stands in the place of a sentence where a finding is about the whole document.
const DOCUMENT: &str = "document";

/// How often a lint speaks of each sentence, by the sentence's number.
type Counts = BTreeMap<String, usize>;

/// Findings to leave out, by file and lint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    files: BTreeMap<String, BTreeMap<String, Counts>>,
}

/// The file, as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    schema_version: u32,
    files: BTreeMap<String, BTreeMap<String, Counts>>,
}

/// Why a file is no baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaselineError {
    /// It is written in another way.
    Shape {
        /// The line, from 1.
        line: usize,
        /// What a reader of JSON says about it.
        reason: String,
    },
    /// A newer essaylint wrote it.
    Version(u32),
}

impl fmt::Display for BaselineError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { line, reason } => write!(out, "line {line}: this is no baseline ({})", one_line(reason)),
            Self::Version(version) => write!(
                out,
                "this baseline is of version {version}, and this essaylint reads version {SCHEMA_VERSION}"
            ),
        }
    }
}

impl std::error::Error for BaselineError {}

impl Baseline {
    /// Reads the text of a baseline.
    ///
    /// # Errors
    /// When it is none, or of another version.
    pub fn read(text: &str) -> Result<Self, BaselineError> {
        let written: Written = serde_json::from_str(text).map_err(|error| {
            let reason = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            BaselineError::Shape {
                line: error.line(),
                reason: reason.strip_suffix(&place).unwrap_or(&reason).to_owned(),
            }
        })?;
        if written.schema_version != SCHEMA_VERSION {
            return Err(BaselineError::Version(written.schema_version));
        }
        Ok(Self { files: written.files })
    }

    /// The text of the baseline: sorted, an entry to a line.
    ///
    /// # Errors
    /// Never in practice: names and numbers can always be written.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        let written = Written {
            schema_version: SCHEMA_VERSION,
            files: self.files.clone(),
        };
        Ok(serde_json::to_string_pretty(&written)? + "\n")
    }

    /// Puts the findings of a draft in the place of what the baseline holds of the file at `path`.
    pub fn put(&mut self, path: &str, linted: &Linted) {
        let mut lints: BTreeMap<String, Counts> = BTreeMap::new();
        for finding in &linted.findings {
            let counts = lints.entry(finding.lint.to_string()).or_default();
            *counts.entry(number(&linted.draft, finding)).or_default() += 1;
        }
        if lints.is_empty() {
            self.files.remove(path);
        } else {
            self.files.insert(path.to_owned(), lints);
        }
    }

    /// Forgets the files whose paths `keep` does not want.
    pub fn keep(&mut self, keep: impl Fn(&str) -> bool) {
        self.files.retain(|path, _| keep(path));
    }

    /// Leaves out of the findings of the file at `path` those that the baseline holds, as many as it counts; says how many.
    pub fn leave_out(&self, path: &str, linted: &mut Linted) -> usize {
        let Some(lints) = self.files.get(path) else {
            return 0;
        };
        let mut open = lints.clone();
        let draft = &linted.draft;
        let before = linted.findings.len();
        draft::retain(&linted.draft.source, &mut linted.findings, |finding| {
            let counts = open.get_mut(finding.lint.as_ref());
            let count = counts.and_then(|counts| counts.get_mut(&number(draft, finding)));
            match count {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            }
        });
        before - linted.findings.len()
    }

    /// How many findings the baseline holds of the file at `path`.
    #[must_use]
    pub fn count(&self, path: &str) -> usize {
        let lints = self.files.get(path).into_iter().flatten();
        lints.flat_map(|(_, counts)| counts.values()).sum()
    }

    /// The files of which the baseline holds findings, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

/// What stands for a finding's sentence.
fn number(draft: &Draft, finding: &Finding) -> String {
    match finding.scope {
        Scope::Document => DOCUMENT.to_owned(),
        Scope::Passage => Fingerprint::of(draft, finding).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    fn linted(text: &str) -> Linted {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let mut settings = Settings::default();
        settings.rules.turn_all_off();
        settings.rules.turn("placeholder", true);
        settings.rules.turn("field-limit", true);
        crate::lint(source, &settings)
    }

    /// The lints that still speak of `text` under the baseline of `old`.
    fn new_in(old: &str, text: &str) -> Vec<String> {
        let mut baseline = Baseline::default();
        baseline.put("t.md", &linted(old));
        let mut linted = linted(text);
        baseline.leave_out("t.md", &mut linted);
        linted
            .findings
            .into_iter()
            .map(|finding| finding.lint.into_owned())
            .collect()
    }

    const OLD: &str = "I rotated at [Hospital A] and saw XXX ports.\n\nIt was ______ then.";

    #[test]
    fn what_is_in_it_is_not_reported_wherever_it_moves() {
        assert!(new_in(OLD, OLD).is_empty());
        let moved = "It was ______ then.\n\nNothing else.\n\nI rotated\r\nat [Hospital A] and **saw** XXX ports.";
        assert!(new_in(OLD, moved).is_empty());
    }

    #[test]
    fn what_is_new_is_reported() {
        assert_eq!(new_in(OLD, &format!("{OLD} And TBD.")), ["placeholder"]);
        let twice = format!("{OLD}\n\nIt was ______ then.");
        assert_eq!(new_in(OLD, &twice), ["placeholder"], "it is counted");
        let changed = OLD.replace("ports", "drains");
        assert_eq!(new_in(OLD, &changed), ["placeholder"; 2], "another sentence");
    }

    #[test]
    fn it_reads_what_it_writes_and_holds_no_words_of_a_draft() {
        let mut baseline = Baseline::default();
        baseline.put("a/t.md", &linted(OLD));
        let written = baseline.write().unwrap();
        assert_eq!(Baseline::read(&written), Ok(baseline.clone()));
        assert!(
            !written.contains("rotated") && !written.contains("Hospital"),
            "{written}"
        );
        assert_eq!(baseline.count("a/t.md"), linted(OLD).findings.len());
        baseline.put("a/t.md", &linted(""));
        baseline.keep(|path| path != "a/t.md");
        assert_eq!(baseline.paths().count(), 0);
    }

    #[test]
    fn what_is_none_says_where() {
        let error = Baseline::read("{\n  \"schema_version\": 1,\n  \"fils\": {}\n}").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("line 3: this is no baseline (unknown field"),
            "{error}"
        );
        let newer = Baseline::read("{\"schema_version\": 7, \"files\": {}}").unwrap_err();
        assert_eq!(newer, BaselineError::Version(7));
    }
}
