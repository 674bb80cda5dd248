//! The report for programs: one JSON document.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::story_json::WireStory;
use super::wire::WireFinding;
use super::{FileReport, Run, Tally, Total};

/// The version of the format. It grows when a reader of the old one would break.
pub const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'r> {
    schema_version: u32,
    tool: Tool,
    files: Vec<File<'r>>,
    errors: Vec<Failure<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct File<'r> {
    path: &'r str,
    kind: &'static str,
    words: usize,
    characters: usize,
    diagnostics: Vec<WireFinding<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<WireStory>,
}

/// A file that could not be linted.
#[derive(Serialize)]
pub(super) struct Failure<'r> {
    path: &'r str,
    message: &'r str,
}

/// How much there is in a run.
#[derive(Serialize)]
pub(super) struct Summary {
    files: usize,
    error: usize,
    warning: usize,
    note: usize,
}

/// Prints a run, with the stories of the drafts if `with_story`.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, with_story: bool, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        files: run.files.iter().map(|file| told(file, with_story)).collect(),
        errors: failures(run),
        summary: Summary::of(Total::of(run)),
    };
    // It comes in pieces of a few letters, and `out` is asked for each anew.
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, &document)?;
    writeln!(out)?;
    out.flush()
}

/// The files of a run that could not be linted.
pub(super) fn failures(run: &Run) -> Vec<Failure<'_>> {
    let told = run.errors.iter().map(|error| Failure {
        path: &error.path,
        message: &error.message,
    });
    told.collect()
}

impl Summary {
    /// How much there is in a run.
    pub(super) fn of(total: Total) -> Self {
        let Tally { error, warning, note } = total.tally;
        Self {
            files: total.files,
            error,
            warning,
            note,
        }
    }
}

fn told(file: &FileReport, with_story: bool) -> File<'_> {
    let draft = &file.linted.draft;
    File {
        path: file.name(),
        kind: file.kind().name(),
        words: file.words.count,
        characters: file.characters.count,
        diagnostics: file
            .linted
            .findings
            .iter()
            .map(|finding| WireFinding::new(&draft.source, finding))
            .collect(),
        story: with_story.then(|| WireStory::new(&file.linted)),
    }
}
