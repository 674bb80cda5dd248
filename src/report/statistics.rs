//! How often each lint speaks in a run, instead of what it says.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use crate::lints::finding::Severity;

use super::{Run, Tally, Total, json, one_line};

/// The findings of one lint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row<'r> {
    /// The lint.
    pub lint: &'r str,
    /// Its group.
    pub group: &'r str,
    /// The highest severity of its findings.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
    /// In how many files.
    pub files: usize,
}

#[derive(Serialize)]
struct Document<'r> {
    schema_version: u32,
    statistics: Vec<Row<'r>>,
    errors: Vec<json::Failure<'r>>,
    summary: json::Summary,
}

/// Counts the findings of a run: the lint that speaks most often first, those that speak alike by name.
#[must_use]
pub fn rows(run: &Run) -> Vec<Row<'_>> {
    let mut rows: BTreeMap<&str, (Row<'_>, BTreeSet<usize>)> = BTreeMap::new();
    for (number, file) in run.files.iter().enumerate() {
        for finding in &file.linted.findings {
            let (row, files) = rows.entry(&finding.lint).or_insert_with(|| {
                let row = Row {
                    lint: &finding.lint,
                    group: &finding.group,
                    severity: finding.severity,
                    count: 0,
                    files: 0,
                };
                (row, BTreeSet::new())
            });
            row.count += 1;
            row.severity = row.severity.max(finding.severity);
            files.insert(number);
        }
    }
    let counted = rows.into_values().map(|(row, files)| Row {
        files: files.len(),
        ..row
    });
    let mut rows: Vec<Row<'_>> = counted.collect();
    rows.sort_by_key(|row| Reverse(row.count));
    rows
}

/// Prints the statistics of a run as a table.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let rows = rows(run);
    let longest = rows.iter().map(|row| row.lint.chars().count()).max().unwrap_or(0);
    for row in &rows {
        let (count, severity, lint) = (row.count, row.severity.name(), one_line(row.lint));
        let files = counted(row.files, "file");
        writeln!(out, "{count:5}  {severity:7}  {lint:longest$}  {files}")?;
    }
    let files = counted(run.files.len(), "file");
    writeln!(out, "{files}: {}", Tally::of(run.findings()))
}

fn counted(count: usize, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// Prints the statistics of a run as one JSON document.
///
/// # Errors
/// When `out` can not be written.
pub fn print_json(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: json::SCHEMA_VERSION,
        statistics: rows(run),
        errors: json::failures(run),
        summary: json::Summary::of(Total::of(run)),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
