//! The table of lints in the README comes from `lints/` and from the committed score of the judge: `UPDATE_README=1 cargo
//! test --test readme` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use essaylint::lints::finding::Severity;
use essaylint::lints::{GROUPS, about_group, catalogue};

const START: &str = "<!-- lints: written by tests/readme.rs -->\n";
const END: &str = "<!-- end of lints -->\n";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Precision and recall of each lint on essays that its weights have not seen.
fn scores() -> BTreeMap<String, (String, String)> {
    let table = fs::read_to_string(file("fixtures/score-cross.txt")).unwrap();
    let rows = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    rows.filter(|row| row.len() >= 7)
        .map(|row| (row[0].to_owned(), (row[4].to_owned(), row[5].to_owned())))
        .collect()
}

fn table() -> String {
    let scores = scores();
    let mut out = String::new();
    for group in GROUPS {
        writeln!(out, "\n**{group}**: {}\n", about_group(group)).unwrap();
        out.push_str("| lint | severity | what it says | precision | recall |\n| --- | --- | --- | --- | --- |\n");
        for lint in catalogue().iter().filter(|lint| lint.group == group) {
            let (precision, recall) = scores
                .get(lint.id.as_ref())
                .map_or(("", ""), |(precision, recall)| (precision, recall));
            writeln!(
                out,
                "| [`{id}`](lints/{group}/{id}.toml) | {}{} | {} | {precision} | {recall} |",
                lint.severity,
                lint.medium.map_or(String::new(), |severity| format!(", or {severity}")),
                lint.message.replace('|', "\\|"),
                id = lint.id,
            )
            .unwrap();
        }
    }
    out.push('\n');
    out
}

#[test]
fn the_readme_lists_every_lint() {
    let path = file("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let wanted = format!("{before}{START}{}{END}{after}", table());
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&path, wanted).unwrap();
        return;
    }
    assert!(
        readme == wanted,
        "the table is old: UPDATE_README=1 cargo test --test readme"
    );
}

/// A warning must be right four times in five; a lint that is not may warn only where it is sure.
#[test]
fn lints_that_are_often_wrong_speak_softly() {
    let scores = scores();
    let mut complaint = String::new();
    for lint in catalogue().iter().filter(|lint| lint.severity >= Severity::Warning) {
        let precision = scores
            .get(lint.id.as_ref())
            .map(|(precision, _)| precision.parse::<f64>().unwrap());
        let soft = lint.medium == Some(Severity::Note);
        if precision.is_some_and(|precision| precision < 0.8) && !soft {
            writeln!(
                complaint,
                "{}: precision {precision:?}, medium = {:?}",
                lint.id, lint.medium
            )
            .unwrap();
        }
    }
    assert!(complaint.is_empty(), "write medium = \"note\":\n{complaint}");
}
