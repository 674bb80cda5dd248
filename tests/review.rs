//! `--fix=review` with the real program on a real terminal.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs;
use std::path::Path;
use std::process::Command;

use rexpect::session::{PtySession, spawn_command};
use tempfile::TempDir;

/// What the program asks.
const PROMPT: &str = "[q]uit: ";

const DRAFT: &str =
    "I failed Step 1 in 2021 by only four points.\r\n\r\nI missed Step 2 by only two points in 2022.\r\n";

fn folder(names: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        fs::write(folder.path().join(name), DRAFT).unwrap();
    }
    folder
}

/// Starts a review of the drafts in a folder, and waits for the first question.
fn review(folder: &Path, editor: &str) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_essaylint"));
    command
        .current_dir(folder)
        .args([
            "--fix=review",
            "--isolated",
            "--select",
            "minimizing",
            "--format",
            "short",
            "--color",
            "never",
        ])
        .env("EDITOR", editor)
        .env_remove("VISUAL");
    let mut session = spawn_command(command, Some(20_000)).unwrap();
    session.exp_string(PROMPT).unwrap();
    session
}

/// Gives all but the last of `answers`, each to the next question.
fn answer(session: &mut PtySession, answers: &[&str]) {
    for (number, line) in answers.iter().enumerate() {
        session.send_line(line).unwrap();
        if number + 1 < answers.len() {
            session.exp_string(PROMPT).unwrap();
        }
    }
}

/// What is said at the end, and the exit status.
fn end(mut session: PtySession) -> (String, String) {
    let said = session.exp_eof().unwrap();
    (said, status(&session))
}

/// How the program ended: `Exited(…, 1)`, without the number of the process.
fn status(session: &PtySession) -> String {
    let status = format!("{:?}", session.process().wait().unwrap());
    let (kind, rest) = status.split_once('(').unwrap();
    format!("{kind} {}", rest.rsplit(", ").next().unwrap().trim_end_matches(')'))
}

fn draft(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn what_is_accepted_is_written_and_the_rest_is_reported() {
    let folder = folder(&["a.md"]);
    let mut session = review(folder.path(), "");
    answer(&mut session, &["y", "n"]);
    let (said, status) = end(session);
    assert_eq!(draft(folder.path(), "a.md"), DRAFT.replacen("only ", "", 1));
    assert!(
        said.contains("made 1 edit in 1 file") && said.contains("a.md:3:"),
        "{said}"
    );
    assert_eq!(status, "Exited 1", "one finding is left");
}

#[test]
fn skipping_goes_to_the_next_file_and_quitting_ends_all() {
    let folder = folder(&["a.md", "b.md", "c.md"]);
    let mut session = review(folder.path(), "");
    answer(&mut session, &["s", "n", "y", "y", "q"]);
    let (said, _) = end(session);
    assert_eq!(draft(folder.path(), "a.md"), DRAFT, "skipped");
    assert_eq!(draft(folder.path(), "b.md"), DRAFT.replace("only two", "two"));
    assert_eq!(
        draft(folder.path(), "c.md"),
        DRAFT.replacen("only ", "", 1),
        "taken before the end"
    );
    assert!(said.contains("made 2 edits in 2 files"), "{said}");
}

#[test]
fn own_words_are_typed_or_written_in_the_editor() {
    let folder = folder(&["a.md"]);
    let mut session = review(folder.path(), "sed -i s/points/marks/");
    session.send_line("e").unwrap();
    session.exp_string("your words for \"by only four\"").unwrap();
    session.send_line("by 4 (four)").unwrap();
    session.exp_string(PROMPT).unwrap();
    session.send_line("e").unwrap();
    session.exp_string("opens in sed").unwrap();
    session.send_line("").unwrap();
    let (said, _) = end(session);
    let wanted = DRAFT
        .replace("by only four", "by 4 (four)")
        .replace("only two points", "two marks");
    assert_eq!(draft(folder.path(), "a.md"), wanted, "{said}");
}

#[test]
fn interrupting_leaves_the_file_whole() {
    let folder = folder(&["a.md"]);
    let mut session = review(folder.path(), "");
    answer(&mut session, &["y"]);
    session.exp_string(PROMPT).unwrap();
    session.send_control('c').unwrap();
    session.flush().unwrap();
    let status = status(&session);
    assert!(status.starts_with("Signaled"), "{status}");
    assert_eq!(draft(folder.path(), "a.md"), DRAFT);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_changed_during_the_review_is_not_overwritten() {
    let folder = folder(&["a.md"]);
    let mut session = review(folder.path(), "");
    fs::write(folder.path().join("a.md"), "Another draft.\n").unwrap();
    answer(&mut session, &["y", "y"]);
    let (said, status) = end(session);
    assert!(
        said.contains("error: a.md: it was changed while essaylint worked"),
        "{said}"
    );
    assert_eq!(status, "Exited 2");
    assert_eq!(draft(folder.path(), "a.md"), "Another draft.\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_vanished_during_the_review_is_told() {
    let folder = folder(&["a.md"]);
    let mut session = review(folder.path(), "");
    fs::remove_dir_all(folder.path()).unwrap();
    answer(&mut session, &["y", "q"]);
    let (said, status) = end(session);
    assert!(said.contains("error: a.md: it is not there any more"), "{said}");
    assert_eq!(status, "Exited 2");
}
