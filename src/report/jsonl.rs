//! The report for programs that read as it comes: one JSON object in each line, its `type` first. A draft is followed by its
//! findings, which are as in [`super::json`] and carry their path besides.

use std::io;

use codespan_reporting::term::termcolor::WriteColor;
use serde::Serialize;

use super::json::Summary;
use super::wire::WireFinding;
use super::{FileError, FileReport, Total};

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

/// Prints the files that could not be linted, and how much there is in a run.
pub(super) fn end(total: Total, errors: &[FileError], out: &mut dyn WriteColor) -> io::Result<()> {
    for FileError { path, message } in errors {
        line(&Line::Error { path, message }, out)?;
    }
    line(&Line::Summary(Summary::of(total)), out)
}

/// Prints a draft.
pub(super) fn draft(file: &FileReport, out: &mut dyn WriteColor) -> io::Result<()> {
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

fn line(line: &Line<'_>, out: &mut dyn WriteColor) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}
