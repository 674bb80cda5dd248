//! The report in one line for each finding: `path:line:column: severity[lint] message`, and behind it that a finding
//! is not of the surest.

use std::io;

use codespan_reporting::term::termcolor::WriteColor;

use super::{FileReport, doubt, one_line};

/// Prints a draft.
pub(super) fn draft(file: &FileReport, out: &mut dyn WriteColor) -> io::Result<()> {
    let source = &file.linted.draft.source;
    for finding in &file.linted.findings {
        let at = source.lines().position(source.text(), finding.span.start());
        let doubt = doubt(finding).map_or(String::new(), |doubt| format!(" ({doubt})"));
        writeln!(
            out,
            "{}:{}:{}: {}[{}] {}{doubt}",
            one_line(file.name()),
            at.line,
            at.column,
            finding.severity,
            finding.lint,
            one_line(&finding.message)
        )?;
    }
    Ok(())
}
