//! The reports that are a row of drafts and an end. What one draft has to say depends on no other, so each can be printed,
//! and let go of, as soon as it is linted.

use std::io;

use codespan_reporting::term::termcolor::WriteColor;

use super::{FileError, FileReport, Format, Run, Tally, github, jsonl, rdjsonl, short, text};

/// A format that is printed draft by draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByDraft {
    /// See [`Format::Text`].
    Text,
    /// See [`Format::Short`].
    Short,
    /// See [`Format::Jsonl`].
    Jsonl,
    /// See [`Format::Github`].
    Github,
    /// See [`Format::Rdjsonl`].
    Rdjsonl,
}

/// What the drafts of a run add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Total {
    /// Drafts.
    pub files: usize,
    /// Their findings.
    pub tally: Tally,
}

impl Total {
    /// Counts the drafts of a run.
    #[must_use]
    pub fn of(run: &Run) -> Self {
        Self {
            files: run.files.len(),
            tally: Tally::of(run.findings()),
        }
    }

    /// Adds one draft.
    pub fn add(&mut self, tally: Tally) {
        self.files += 1;
        self.tally += tally;
    }
}

impl ByDraft {
    /// The format, if it is printed draft by draft.
    #[must_use]
    pub fn of(format: Format) -> Option<Self> {
        match format {
            Format::Text => Some(Self::Text),
            Format::Short => Some(Self::Short),
            Format::Jsonl => Some(Self::Jsonl),
            Format::Github => Some(Self::Github),
            Format::Rdjsonl => Some(Self::Rdjsonl),
            Format::Html | Format::Json | Format::Sarif | Format::Vale => None,
        }
    }

    /// Prints a run for a terminal of `width` columns.
    ///
    /// # Errors
    /// When `out` can not be written.
    pub fn print(self, run: &Run, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
        for file in &run.files {
            self.draft(file, width, out)?;
        }
        self.end(Total::of(run), &run.errors, out)
    }

    /// Prints one draft for a terminal of `width` columns.
    ///
    /// # Errors
    /// When `out` can not be written.
    pub fn draft(self, file: &FileReport, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
        match self {
            Self::Text => text::draft(file, width, out),
            Self::Short => short::draft(file, out),
            Self::Jsonl => jsonl::draft(file, out),
            Self::Github => github::draft(file, out),
            Self::Rdjsonl => rdjsonl::draft(file, out),
        }
    }

    /// Prints what comes after all drafts.
    ///
    /// # Errors
    /// When `out` can not be written.
    pub fn end(self, total: Total, errors: &[FileError], out: &mut dyn WriteColor) -> io::Result<()> {
        match self {
            Self::Text => text::end(total, out),
            Self::Short => Ok(()),
            Self::Jsonl => jsonl::end(total, errors, out),
            Self::Github => github::end(errors, out),
            Self::Rdjsonl => rdjsonl::end(errors, out),
        }
    }
}
