//! What holds for every fix: it changes what it says and nothing else, leaves no fix behind, and divides no draft anew.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::path::Path;

use essaylint::fix::{self, Choice};
use essaylint::lints::finding::{Applicability, Finding};
use essaylint::settings::Settings;
use essaylint::source::{BlockKind, KindSayings, Source, Syntax};
use essaylint::{Linted, lint};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// The lints whose findings go away when their edits are made, and the one that counts characters.
const FIXED: [&str; 3] = ["non-plain-text", "grammar", "field-limit"];

fn read(text: &str, syntax: Syntax, settings: &Settings) -> Linted {
    let said = KindSayings {
        forced: Some(essaylint::source::Kind::PersonalStatement),
        configured: None,
    };
    lint(Source::new("t", text.to_owned(), syntax, said).unwrap(), settings)
}

/// Pieces of drafts, with all that fixes look for and much that could be broken by them.
fn piece() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "I placed the the port",
        "a  b",
        "and  and",
        "It was, as she said,  hard.  Then",
        "my",
        "the",
        " ",
        "  ",
        "  \n",
        "\\\n",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\r\n\r\n",
        "\u{2014}",
        " \u{2014} ",
        "\u{2013}",
        "2019\u{2013}2021",
        "\u{2026}",
        "\u{a0}",
        "\u{202f}",
        "\u{2011}",
        "\u{2192}",
        "\u{21d2}",
        "\u{2022} ",
        "\u{b7}",
        "\u{201c}",
        "\u{201d}",
        "\u{2018}",
        "\u{2019}",
        "\u{ab}",
        "\u{1f469}\u{200d}\u{1f52c}",
        "e\u{301}",
        "\u{feff}",
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[a](http://x.y/\u{2014})",
        "[a](b \u{201c}c\u{201d})",
        "<https://a.org/\u{2013}>",
        "<a href=\u{201c}x\u{201d}>",
        "&mdash;",
        "| a  b | c |\n| - | \u{2014} |\n",
        "<!-- a \u{2014} b -->",
        "<!-- essaylint-ignore draft: a \u{2014} b -->",
        "---\n",
        "===\n",
        "word",
        ". ",
        ", ",
    ])
}

fn text() -> impl Strategy<Value = String> {
    let body = proptest::collection::vec(piece(), 0..30).prop_map(|pieces| pieces.concat());
    (any::<bool>(), body).prop_map(|(mark, body)| if mark { format!("\u{feff}{body}") } else { body })
}

fn safe(findings: &[Finding]) -> usize {
    let suggestions = findings.iter().flat_map(|finding| &finding.suggestions);
    suggestions
        .filter(|suggestion| suggestion.applicability == Applicability::Safe)
        .count()
}

fn blocks(linted: &Linted) -> Vec<BlockKind> {
    linted.draft.source.blocks().iter().map(|block| block.kind).collect()
}

/// The text without the bytes that edits replace, and the edited text without those that they put there.
fn outside(choice: &Choice, before: &str, after: &str) -> (String, String) {
    let (mut kept, mut left) = (String::new(), String::new());
    let (mut old, mut new) = (0, 0);
    for edit in choice.edits() {
        let length = edit.span.start() - old;
        kept.push_str(&before[old..edit.span.start()]);
        left.push_str(&after[new..new + length]);
        old = edit.span.end();
        new += length + edit.replacement.len();
    }
    kept.push_str(&before[old..]);
    left.push_str(&after[new..]);
    (kept, left)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(400), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_leaves_no_fix_and_touches_nothing_else(text in text(), syntax in proptest::sample::select(vec![Syntax::Markdown, Syntax::Plain])) {
        let settings = Settings::default();
        let again = |source: Source| lint(source, &settings);
        let linted = read(&text, syntax, &settings);
        let choice = Choice::of(&linted.findings, Applicability::Safe);
        let (kept, left) = outside(&choice, &text, &choice.apply(&text));
        prop_assert_eq!(kept, left);
        if let Some(fixed) = fix::fix(&linted, again) {
            let after = fixed.linted.draft.source.text();
            prop_assert_eq!(safe(&fixed.linted.findings), 0, "{:?} is left in {:?}", fixed.linted.findings, after);
            prop_assert!(fix::fix(&fixed.linted, again).is_none());
            prop_assert_eq!(blocks(&linted), blocks(&fixed.linted), "{:?}", after);
            prop_assert_eq!(text.starts_with('\u{feff}'), after.starts_with('\u{feff}'));
        } else {
            prop_assert_eq!(safe(&linted.findings), 0);
        }
    }
}

/// Labelled essays of many writers.
fn essays() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/apart");
    let mut paths: Vec<_> = walk(&folder);
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect()
}

/// A text as a word processor would set it, as far as `dice` wants: curly quotes, long dashes, spaces and hyphens that hold
/// a line together.
fn typeset(text: &str, dice: &[bool], crlf: bool) -> String {
    let mut dice = dice.iter().cycle();
    let mut roll = || *dice.next().unwrap();
    let mut out = String::new();
    let mut before = '\n';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or('\n');
        let between_words = before.is_alphanumeric() && after.is_alphanumeric();
        match letter {
            '"' if before.is_whitespace() || before == '(' => out.push('\u{201c}'),
            '"' => out.push('\u{201d}'),
            '\'' if before.is_alphanumeric() => out.push('\u{2019}'),
            '-' if before == ' ' && after == ' ' => out.push(if roll() { '\u{2013}' } else { '\u{2014}' }),
            '-' if between_words && roll() => out.push('\u{2011}'),
            ' ' if between_words && roll() && roll() => out.push('\u{a0}'),
            '\n' if crlf => out.push_str("\r\n"),
            letter => out.push(letter),
        }
        before = letter;
    }
    out
}

/// What other lints find, each at its place in the text after the edits of `choice`.
fn others(findings: &[Finding], choice: &Choice) -> Vec<(String, usize, usize)> {
    let moved = |at: usize| {
        let before = choice.edits().iter().filter(|edit| edit.span.end() <= at);
        before.fold(at, |at, edit| at + edit.replacement.len() - edit.span.len())
    };
    let other = |finding: &&Finding| !FIXED.contains(&finding.lint.as_ref());
    findings
        .iter()
        .filter(other)
        .map(|finding| {
            (
                finding.lint.to_string(),
                moved(finding.span.start()),
                moved(finding.span.end()),
            )
        })
        .collect()
}

#[test]
fn what_other_lints_find_in_an_essay_is_not_changed_by_its_fixes() {
    let settings = Settings::default();
    let essays = essays();
    assert!(essays.len() > 20);
    // The same cases each time: what is held here holds for most essays, not for every way to set one.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let config = ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let made = (
        proptest::sample::select(essays),
        proptest::collection::vec(any::<bool>(), 64),
        any::<bool>(),
        any::<bool>(),
    );
    let result = runner.run(&made, |(essay, dice, crlf, mark)| {
        let mark = if mark { "\u{feff}" } else { "" };
        let text = format!("{mark}{}", typeset(&essay, &dice, crlf));
        let linted = read(&text, Syntax::Markdown, &settings);
        let choice = Choice::of(&linted.findings, Applicability::Safe);
        let fixed = fix::again(&linted, &choice, |source| lint(source, &settings));
        let fixed = fixed.as_ref().unwrap_or(&linted);
        prop_assert_eq!(safe(&fixed.findings), 0, "one pass is enough");
        let none = Choice::default();
        prop_assert_eq!(
            others(&linted.findings, &choice),
            others(&fixed.findings, &none),
            "{}",
            text
        );
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
