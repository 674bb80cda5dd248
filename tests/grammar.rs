//! The lint `grammar` with its engine: every rule's own sentences, findings in a draft, and what it leaves alone.
#![cfg(feature = "grammar")]
#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use essaylint::grammar;
use essaylint::lints::finding::{Applicability, Finding};
use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Syntax};

fn findings(text: &str) -> Vec<Finding> {
    let settings = Settings {
        grammar: true,
        ..Settings::default()
    };
    let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    let linted = essaylint::lint(source, &settings);
    linted
        .findings
        .into_iter()
        .filter(|finding| finding.lint == "grammar")
        .collect()
}

fn list<'t>(rule: &'t toml::Value, key: &str) -> Vec<&'t str> {
    rule[key]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value.as_str().unwrap())
        .collect()
}

#[test]
fn every_rule_speaks_on_its_wrong_sentences_and_not_on_its_right_ones() {
    grammar::load().unwrap();
    let mut complaint = String::new();
    for entry in fs::read_dir(Path::new("lints/grammar/rules")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let file: toml::Value = toml::from_str(&text).unwrap();
        for rule in file["rule"].as_array().unwrap() {
            let id = rule["id"].as_str().unwrap();
            let speaks = |sentence: &str| grammar::slips(sentence).iter().any(|slip| slip.rule == id);
            for sentence in list(rule, "wrong")
                .into_iter()
                .filter(|sentence| grammar::slips(sentence).is_empty())
            {
                writeln!(complaint, "{id} is silent: {sentence}").unwrap();
            }
            for sentence in list(rule, "right").into_iter().filter(|sentence| speaks(sentence)) {
                writeln!(complaint, "{id} speaks: {sentence}").unwrap();
            }
        }
    }
    assert!(complaint.is_empty(), "{complaint}");
}

/// Sentences in which a check speaks, and sentences in which it does not.
const CHECKED: [(&str, &[&str], &[&str]); 4] = [
    (
        "far",
        &[
            "The images that our old scanner produced was grainy.",
            "The binder of protocols that the two technologists wrote are still in use.",
            "Knowing the segments, together with their drainage, help every day.",
        ],
        &[
            "The images that our old scanner produced were grainy.",
            "The binder of protocols that the two technologists wrote is still in use.",
            "Two coils later the blush was gone.",
            "The images I enjoy as a welder enjoys a drawing.",
        ],
    ),
    (
        "series",
        &[
            "I failed the exam in June, tell my parents in July, and passed in October.",
            "When I was a child, there is no light in our street.",
            "The fellow swore at the wire, and then she reaches for the syringe.",
        ],
        &[
            "I failed the exam in June, told my parents in July, and passed in October.",
            "When I was a child, there was no light in our street.",
            "The months went by the way snow goes.",
        ],
    ),
    (
        "thought",
        &["I thought I will fail.", "She hoped that the letter is lost."],
        &[
            "I thought I would fail.",
            "I thought that a doctor is somebody who knows.",
        ],
    ),
    (
        "question",
        &[
            "Where was the wires?",
            "Why do the patient wait?",
            "Has the results come back?",
        ],
        &[
            "Where were the wires?",
            "Why does the patient wait?",
            "Where is the head of the nurses?",
        ],
    ),
];

#[test]
fn a_check_speaks_on_its_wrong_sentences_and_not_on_its_right_ones() {
    grammar::load().unwrap();
    let mut complaint = String::new();
    for (name, wrong, right) in CHECKED {
        for sentence in wrong.iter().filter(|sentence| grammar::slips(sentence).is_empty()) {
            writeln!(complaint, "{name} is silent: {sentence}").unwrap();
        }
        for sentence in right.iter().filter(|sentence| !grammar::slips(sentence).is_empty()) {
            writeln!(complaint, "{name} speaks: {sentence}").unwrap();
        }
    }
    assert!(complaint.is_empty(), "{complaint}");
}

#[test]
fn a_finding_stands_under_its_words_whatever_the_quotation_marks_and_offers_a_wording() {
    let text = "\u{201c}Well,\u{201d} she said. I\u{2019}ve  enjoyed\nto teach them.";
    let found = findings(text);
    let finding = found.iter().find(|finding| finding.message.contains("-ing")).unwrap();
    assert_eq!(finding.span.of(text), "to teach");
    assert_eq!(finding.suggestions[0].applicability, Applicability::Review);
    assert_eq!(finding.suggestions[0].edits[0].replacement, "teaching");
}

#[test]
fn what_others_said_and_code_is_left_alone() {
    for text in [
        "He said, \"I enjoyed to teach them.\"",
        "I wrote `enjoyed to teach` on it.",
        "# I enjoyed to teach",
    ] {
        assert_eq!(findings(text), [], "{text}");
    }
}

#[test]
fn nothing_is_said_where_it_was_not_asked_for() {
    let source = Source::new(
        "t.md",
        "I enjoyed to teach them.".to_owned(),
        Syntax::Markdown,
        KindSayings::default(),
    )
    .unwrap();
    let linted = essaylint::lint(source, &Settings::default());
    assert!(linted.findings.iter().all(|finding| finding.lint != "grammar"));
}
