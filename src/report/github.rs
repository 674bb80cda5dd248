//! The report as workflow commands: GitHub shows each finding beside its line of a pull request.
//!
//! One line for each finding, `::warning title=…,file=…,line=…::message`. GitHub shows columns within one line only, so
//! a finding over several lines has none.

use std::io;

use codespan_reporting::term::termcolor::WriteColor;

use crate::lints::finding::{Finding, Severity};

use super::wire::WireSpan;
use super::{FileError, FileReport, doubt, one_line};

/// Prints a draft.
pub(super) fn draft(file: &FileReport, out: &mut dyn WriteColor) -> io::Result<()> {
    let findings = &file.linted.findings;
    findings
        .iter()
        .try_for_each(|finding| print_finding(file, finding, out))
}

/// Prints the files that could not be linted.
pub(super) fn end(errors: &[FileError], out: &mut dyn WriteColor) -> io::Result<()> {
    for error in errors {
        let (file, message) = (property(&error.path), data(&error.message));
        writeln!(out, "::error title=essaylint,file={file}::{message}")?;
    }
    Ok(())
}

fn print_finding(file: &FileReport, finding: &Finding, out: &mut dyn WriteColor) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let WireSpan { start, end } = WireSpan::new(&file.linted.draft.source, finding.span);
    write!(
        out,
        "::{command} title={},file={},line={}",
        property(&format!("essaylint ({})", finding.lint)),
        property(file.name()),
        start.line
    )?;
    if start.line == end.line {
        write!(
            out,
            ",col={},endLine={},endColumn={}",
            start.column, end.line, end.column
        )?;
    } else {
        write!(out, ",endLine={}", end.line)?;
    }
    let doubt = doubt(finding).map_or(String::new(), |doubt| format!(" ({doubt})"));
    let message = format!("{}{doubt}\n{}", one_line(&finding.message), one_line(&finding.help));
    writeln!(out, "::{}", data(&message))
}

/// A text behind the command, as the runner reads it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text in the command, as the runner reads it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_draft_ends_a_command_or_begins_one() {
        assert_eq!(data("50% done\r\n::error::x"), "50%25 done%0D%0A::error::x");
        assert_eq!(property("a:b, c%.md"), "a%3Ab%2C c%25.md");
    }
}
