//! The report in one line for each finding: `path:line:column: severity[lint] message`, and behind it that a finding
//! is not of the surest.

use std::io::{self, Write};

use super::{Run, doubt, one_line};

/// Prints a run.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    for file in &run.files {
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
    }
    Ok(())
}
