//! The report for programs that read as it comes: one JSON object in each line, its `type` first. A draft is followed by its
//! findings, which are as in [`super::json`] and carry their path besides.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{Summary, summary};
use super::wire::WireFinding;
use super::{FileError, FileReport, Run};

/// One line.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'r> {
    File {
        path: &'r str,
        kind: &'static str,
        words: usize,
        characters: usize,
    },
    Finding {
        path: &'r str,
        #[serde(flatten)]
        finding: WireFinding<'r>,
    },
    Error {
        path: &'r str,
        message: &'r str,
    },
    Summary(Summary),
}

/// Prints a run.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    for file in &run.files {
        print_file(file, out)?;
    }
    for FileError { path, message } in &run.errors {
        line(&Line::Error { path, message }, out)?;
    }
    line(&Line::Summary(summary(run)), out)
}

fn print_file(file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
    let path = file.name();
    let head = Line::File {
        path,
        kind: file.kind().name(),
        words: file.words.count,
        characters: file.characters.count,
    };
    line(&head, out)?;
    let source = &file.linted.draft.source;
    for finding in &file.linted.findings {
        let finding = WireFinding::new(source, finding);
        line(&Line::Finding { path, finding }, out)?;
    }
    Ok(())
}

fn line(line: &Line<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}
