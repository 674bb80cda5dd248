//! Every example of every lint runs. Those that do not pass yet stand in `lint_examples.pending`, which may only shrink.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use essaylint::lints::{catalogue, examples};
use essaylint::settings::Settings;

const PENDING: &str = "tests/lint_examples.pending";

/// What each failing example does instead, by `lint #number`.
fn failures() -> BTreeMap<String, String> {
    let settings = Settings::default();
    let mut failures = BTreeMap::new();
    for lint in catalogue() {
        for (number, example) in (1..).zip(lint.examples.iter()) {
            if let Err(failure) = examples::run(lint, example, &settings) {
                failures.insert(format!("{} #{number}", lint.id), failure);
            }
        }
    }
    failures
}

#[test]
fn every_example_shows_what_its_lint_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PENDING);
    let list = std::fs::read_to_string(&path).unwrap_or_default();
    let pending: Vec<&str> = list.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let failures = failures();
    let mut complaint = String::new();
    for (name, failure) in &failures {
        if !pending.contains(&name.as_str()) {
            writeln!(complaint, "{name}: {failure}").unwrap();
        }
    }
    if !complaint.is_empty() {
        complaint.push_str("Mend the lint, or its example where the example is wrong.\n");
    }
    let passing: Vec<&&str> = pending.iter().filter(|name| !failures.contains_key(**name)).collect();
    if !passing.is_empty() && std::env::var_os("UPDATE_EXAMPLES").is_some() {
        let left: Vec<&str> = pending
            .iter()
            .copied()
            .filter(|name| failures.contains_key(*name))
            .collect();
        std::fs::write(&path, left.join("\n") + "\n").unwrap();
    } else if !passing.is_empty() {
        writeln!(complaint, "These pass now, or are no more: {passing:?}").unwrap();
        writeln!(
            complaint,
            "Take them out of {PENDING} (UPDATE_EXAMPLES=1 cargo test --test lint_examples)."
        )
        .unwrap();
    }
    assert!(complaint.is_empty(), "\n{complaint}");
}

#[test]
fn every_lint_shows_when_it_fires_and_when_not() {
    for lint in catalogue() {
        for fires in [true, false] {
            let count = lint.examples.iter().filter(|example| example.fires == fires).count();
            assert!(count > 0, "{} has no example with fires = {fires}", lint.id);
        }
        for example in lint.examples.iter() {
            assert!(
                lint.kinds.contains(&example.kind),
                "{} does not apply to {}",
                lint.id,
                example.kind
            );
        }
    }
}

#[test]
fn every_rewrite_is_an_expression_whose_groups_its_words_use() {
    for lint in catalogue() {
        for rewrite in lint.rewrites.iter() {
            let find = essaylint::lints::rewrite::compile(&rewrite.find).unwrap();
            let used = rewrite.put.matches('$').count();
            assert_eq!(used, find.captures_len() - 1, "{}: {}", lint.id, rewrite.find);
        }
    }
}
