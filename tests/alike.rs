//! The same draft says the same: however its lines end, on however many threads, and in whatever order drafts are named.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use essaylint::lint;
use essaylint::settings::Settings;
use essaylint::source::{Kind, KindSayings, Source, Syntax};
use proptest::prelude::*;

/// Some of the labelled essays.
fn essays() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/essays");
    let folders = fs::read_dir(root).unwrap().map(|folder| folder.unwrap().path());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()));
    let mut essays: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|name| name == "md"))
        .collect();
    essays.sort();
    essays.into_iter().step_by(60).collect()
}

/// What is found: which lint, where (counted without carriage returns), how loudly, in which words.
fn found(text: &str, syntax: Syntax, kind: Kind) -> Vec<String> {
    let said = KindSayings {
        forced: Some(kind),
        configured: None,
    };
    let source = Source::new("draft", text.to_owned(), syntax, said).unwrap();
    let linted = lint(source, &Settings::default());
    let place = |at: usize| at - text[..at].matches("\r\n").count();
    let findings = linted.findings.iter().map(|finding| {
        let (start, end) = (place(finding.span.start()), place(finding.span.end()));
        let message = finding.message.split_whitespace().collect::<Vec<_>>().join(" ");
        format!(
            "{} {start}..{end} {:?} {:?} {message}",
            finding.lint, finding.severity, finding.confidence
        )
    });
    findings.collect()
}

/// A text with line ends and what stands at them put in at some of its spaces.
fn broken(text: &str, pieces: &[&str], every: usize) -> String {
    let mut pieces = pieces.iter().cycle();
    let words: Vec<&str> = text.split(' ').collect();
    let lines = words.chunks(every);
    let mut out = String::new();
    for line in lines {
        out.push_str(&line.join(" "));
        out.push_str(pieces.next().unwrap());
    }
    out
}

fn piece() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "\n",
        "\n",
        " \n",
        "  \n",
        "\n\n",
        "\n\n\n",
        "\n- ",
        "\n> ",
        "\n\n> ",
        "\n    ",
        "\n1. ",
        "\n# ",
        "\n***\n",
        "\n<!-- essaylint-ignore draft: \n x -->\n",
        " [Program\nName] ",
        " the\nthe ",
        "\u{2014}\n",
        " a  b\n",
        "\n```\na  b\n```\n",
        "\n| a | b |\n| - | - |\n| the the | c |\n",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.min(40), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_lines_end_the_same_is_found(
        essay in proptest::sample::select(essays()),
        pieces in proptest::collection::vec(piece(), 1..12),
        every in 4..60_usize,
        syntax in proptest::sample::select(vec![Syntax::Markdown, Syntax::Plain]),
        kind in proptest::sample::select(Kind::ALL.to_vec()),
    ) {
        let text = broken(&fs::read_to_string(essay).unwrap().replace('\r', ""), &pieces, every);
        let of_unix = found(&text, syntax, kind);
        prop_assert_eq!(&of_unix, &found(&text.replace('\n', "\r\n"), syntax, kind), "CR LF");
        prop_assert_eq!(&of_unix, &found(&text.replace('\n', "\r"), syntax, kind), "CR");
    }
}

/// What the program prints about a folder of essays.
fn printed(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_essaylint"));
    let done = program
        .current_dir(folder)
        .arg("--isolated")
        .args(arguments)
        .output()
        .unwrap();
    assert!(matches!(done.status.code(), Some(0 | 1)) && done.stderr.is_empty());
    done.stdout
}

#[test]
fn on_however_many_threads_and_in_whatever_order_the_same_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let mut names = Vec::new();
    for (number, essay) in essays().iter().step_by(3).enumerate() {
        let name = format!("{number}.md");
        fs::copy(essay, folder.path().join(&name)).unwrap();
        names.push(name);
    }
    assert!(names.len() > 10);
    let backwards: Vec<&str> = names.iter().rev().map(String::as_str).collect();
    for format in [
        &["--format", "json", "--story"][..],
        &["--format", "text"],
        &["--format", "html"],
        &["--diff"],
    ] {
        let alone = printed(folder.path(), &[format, &["--jobs", "1"]].concat());
        assert!(!alone.is_empty() || format == ["--diff"]);
        for jobs in ["2", "16"] {
            assert!(
                alone == printed(folder.path(), &[format, &["--jobs", jobs]].concat()),
                "{jobs} threads, {format:?}"
            );
        }
        assert!(
            alone == printed(folder.path(), format),
            "as many threads as there are cores, {format:?}"
        );
        assert!(
            alone == printed(folder.path(), &[format, &backwards].concat()),
            "backwards, {format:?}"
        );
    }
}

#[test]
fn threads_that_share_a_long_draft_find_the_same() {
    let texts: Vec<String> = essays()
        .iter()
        .map(|essay| fs::read_to_string(essay).unwrap())
        .collect();
    let long = [texts.as_slice(), &texts].concat().join("\n\n");
    assert!(long.len() > 300_000, "this is no long draft");
    let found = || found(&long, Syntax::Markdown, Kind::PersonalStatement);
    let alone = found();
    assert!(!alone.is_empty());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
    assert!(pool.install(found) == alone, "another report than by one thread");
}
