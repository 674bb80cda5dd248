//! Every example of every lint runs.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use essaylint::lints::{catalogue, examples};
use essaylint::settings::Settings;

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
    let mut complaint = String::new();
    for (name, failure) in failures() {
        writeln!(complaint, "{name}: {failure}").unwrap();
    }
    assert!(
        complaint.is_empty(),
        "\n{complaint}Mend the lint, or its example where the example is wrong.\n"
    );
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
