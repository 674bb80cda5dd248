//! What each setting does to the findings.

use super::*;
use crate::lints::finding::{Confidence, Severity};

#[test]
fn an_empty_configuration_changes_nothing() {
    let config = read("").unwrap();
    assert_eq!(config.fail_on(), None);
    assert_eq!(config.kind_of(Path::new("d/a.md")), None);
    assert_eq!(findings(&config, SLOT), findings(&Config::default(), SLOT));
}

#[test]
fn lints_are_set_by_name_and_what_is_said_of_a_lint_counts_more_than_its_group() {
    let config = read("fail-on = \"never\"\n[lints]\nplaceholder = \"note\"\ndraft = \"off\"\n").unwrap();
    assert_eq!(config.fail_on(), Some(FailOn::Never));
    let found = findings(&config, SLOT);
    assert_eq!(of(&found, "placeholder")[0].severity, Severity::Note);
    assert!(of(&found, "field-limit").is_empty(), "its group is off");
    let config = read("lints.draft.severity = \"error\"\nlints.placeholder = \"off\"").unwrap();
    let found = findings(&config, SLOT);
    assert!(of(&found, "placeholder").is_empty());
    assert_eq!(of(&found, "field-limit")[0].severity, Severity::Error);
}

#[test]
fn thresholds_are_set_by_their_names_in_the_lint_s_file() {
    let config = read("[lints.field-limit]\nwords-personal-statement-low = 3\n").unwrap();
    assert!(of(&findings(&config, SLOT), "field-limit").is_empty());
    let config = read("[lints.field-limit]\nseverity = \"warning\"\ncharacters-personal-statement = 10\n").unwrap();
    assert!(
        of(&findings(&config, SLOT), "field-limit")
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
}

/// A draft that blames, about as surely as one can.
const BLAME: &str = "I failed Step 2 CK in April 2023 because our school gave us only two weeks to prepare.";

#[test]
fn a_finding_earns_its_confidence_by_its_chance() {
    let confidence = |text: &str| {
        let found = findings(&read(text).unwrap(), BLAME);
        of(&found, "blame")[0].confidence
    };
    assert_eq!(confidence("lints.blame.high = 0"), Confidence::High);
    assert_eq!(confidence("lints.blame.high = 1"), Confidence::Medium);
}

#[test]
fn findings_that_are_less_sure_than_asked_for_are_left_out() {
    let blames = |text: &str| !of(&findings(&read(text).unwrap(), BLAME), "blame").is_empty();
    assert!(blames("min-confidence = \"medium\"\nlints.blame.high = 1"));
    assert!(!blames("min-confidence = \"high\"\nlints.blame.high = 1"));
    assert!(blames("min-confidence = \"high\"\nlints.blame.high = 0"));
}

#[test]
fn own_lints_say_how_sure_they_are() {
    let draft = "At the end of the day we sew.";
    let confidence = |own: &str| {
        let found = findings(&read_with("phrases = \"lints\"\n", &[own]).unwrap(), draft);
        of(&found, "my-words")[0].confidence
    };
    assert_eq!(confidence(OWN), Confidence::High);
    assert_eq!(
        confidence(&OWN.replace("scope", "confidence = \"medium\"\nscope")),
        Confidence::Medium
    );
}

#[test]
fn documents_have_their_kinds_and_the_last_glob_counts() {
    let text = "[[documents]]\nglob = \"*.md\"\nkind = \"experience\"\n[[documents]]\nglob = \"talk/**\"\nkind = \"interview-answer\"\n";
    let config = read(text).unwrap();
    assert_eq!(config.kind_of(Path::new("d/x/a.md")), Some(Kind::Experience));
    assert_eq!(config.kind_of(Path::new("d/talk/a.md")), Some(Kind::InterviewAnswer));
    assert_eq!(config.kind_of(Path::new("d/a.txt")), None);
    assert_eq!(config.kind_of(Path::new("e/a.md")), None, "not below the folder");
}

#[test]
fn own_words_inflect_as_their_class_does() {
    let config = read("[words]\nexam = [\"zorpian paper\"]\n").unwrap();
    let text = "I failed two Zorpian papers in May.".to_owned();
    let source = Source::new("t.md", text, Syntax::Markdown, KindSayings::default()).unwrap();
    let draft = crate::lint(source, &config.settings()).draft;
    let exam = draft.marks.in_sentence(0, crate::lexicon::class::EXAM).next().unwrap();
    assert_eq!(draft.prose.span(exam.words).of(draft.source.text()), "Zorpian papers");
}

#[test]
fn own_lints_report_their_phrases_and_are_set_like_others() {
    let text = "phrases = \"lints\"\n";
    let draft = "At the end of the day I took it to the next level.";
    let found = findings(&read_with(text, &[OWN]).unwrap(), draft);
    let words: Vec<&str> = of(&found, "my-words")
        .iter()
        .map(|finding| finding.span.of(draft))
        .collect();
    assert_eq!(words, ["At the end of the day", "took it to the next level"]);
    let text = "phrases = \"lints\"\n[lints]\nmine = \"error\"\n";
    let found = findings(&read_with(text, &[OWN]).unwrap(), draft);
    assert_eq!(of(&found, "my-words")[0].severity, Severity::Error);
    assert_eq!(of(&found, "my-words")[0].message, "\"At the end of the day\" again");
}

#[test]
fn own_lints_stand_without_a_configuration_too() {
    let file = LintText {
        name: "my-words.toml".to_owned(),
        text: OWN.to_owned(),
    };
    let config = Config::of_lints(&[file]).unwrap();
    assert_eq!(
        of(&findings(&config, "At the end of the day we sew."), "my-words").len(),
        1
    );
}
