//! `--fix` and `--diff` with the real program and real files: which bytes change, and when none do.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn essaylint(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_essaylint"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

/// The program with this standard input.
fn filter(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// All names in a folder: nothing may be left behind.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

const DRAFT: &[u8] = "I held the the probe\u{2014}and so on.\n".as_bytes();
const FIXED: &[u8] = b"I held the probe - and so on.\n";

#[test]
fn every_byte_that_no_edit_names_stays() {
    let before = "\u{feff}# Don\u{2019}t touch\r\n\r\nI\u{2019}d \u{1f469}\u{200d}\u{1f52c} met  her.  Then,\u{a0}in\tMay  \r\nI passed\u{2026}\r\
                  \n\r\n| a  b | \u{c9} |\r\n\r\n    code  here\r\nlast\rline\u{2013}";
    let after = "\u{feff}# Don\u{2019}t touch\r\n\r\nI'd \u{1f469}\u{200d}\u{1f52c} met  her.  Then, in\tMay  \r\nI passed...\r\
                 \n\r\n| a  b | \u{c9} |\r\n\r\n    code  here\r\nlast\rline-";
    let folder = folder(&[("a.md", before.as_bytes())]);
    let run = essaylint(folder.path(), &["--fix", "--isolated", "--select", "draft", "a.md"]);
    assert_eq!(said(&fs::read(folder.path().join("a.md")).unwrap()), after);
    assert_eq!(said(&run.stderr), "made 4 edits in 1 file\n");
    let again = essaylint(folder.path(), &["--fix", "--isolated", "a.md"]);
    assert_eq!(said(&again.stderr), "made no edits\n");
    assert_eq!(said(&fs::read(folder.path().join("a.md")).unwrap()), after);
}

#[test]
fn several_files_are_mended_and_a_bad_one_stops_none() {
    let folder = folder(&[
        ("a.md", DRAFT),
        ("b.txt", DRAFT),
        ("c.md", FIXED),
        ("d.md", b"\xff the the"),
    ]);
    let arguments = [
        "--fix",
        "--isolated",
        "--select",
        "grammar,non-plain-text",
        "--format",
        "short",
    ];
    let run = essaylint(folder.path(), &arguments);
    assert_eq!(run.status.code(), Some(2));
    assert_eq!(said(&run.stdout), "", "nothing is left to report");
    let told = said(&run.stderr);
    assert!(
        told.starts_with("made 4 edits in 2 files\nerror: d.md: the text is not UTF-8"),
        "{told}"
    );
    for name in ["a.md", "b.txt", "c.md"] {
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), FIXED, "{name}");
    }
    assert_eq!(fs::read(folder.path().join("d.md")).unwrap(), b"\xff the the");
    assert_eq!(names(folder.path()), ["a.md", "b.txt", "c.md", "d.md"]);
}

#[test]
fn the_fixed_text_of_standard_input_goes_to_standard_output() {
    let arguments = ["--fix", "--isolated", "--select", "draft", "--format", "short", "-"];
    let run = filter(&arguments, "\u{feff}I\u{2019}d met XXX of them.\r\n".as_bytes());
    assert_eq!(said(&run.stdout), "\u{feff}I'd met XXX of them.\r\n");
    assert_eq!(run.status.code(), Some(1));
    let told = said(&run.stderr);
    assert!(
        told.starts_with("made 1 edit in 1 file\n") && told.contains("error[placeholder]"),
        "{told}"
    );
    let unchanged = filter(&["--fix", "--isolated", "--select", "draft", "-"], b"I met them.");
    assert_eq!(said(&unchanged.stdout), "I met them.");
    let unreadable = filter(&["--fix", "--isolated", "-"], b"\xff");
    assert_eq!((unreadable.stdout.len(), unreadable.status.code()), (0, Some(2)));
}

#[test]
fn a_diff_shows_all_and_writes_nothing() {
    let folder = folder(&[("a.md", DRAFT), ("b.md", FIXED)]);
    let run = essaylint(folder.path(), &["--diff", "--isolated"]);
    assert_eq!(
        said(&run.stdout),
        format!("--- a.md\n+++ a.md\n@@ -1 +1 @@\n-{}+{}", said(DRAFT), said(FIXED))
    );
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), DRAFT);
    let none = essaylint(folder.path(), &["--diff", "--isolated", "b.md"]);
    assert_eq!((none.stdout.len(), none.status.code()), (0, Some(0)));
}

#[test]
fn review_without_a_terminal_says_so() {
    let folder = folder(&[("a.md", DRAFT)]);
    let run = essaylint(folder.path(), &["--fix=review", "--isolated", "a.md"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run.stderr).contains("needs a terminal"));
    assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), DRAFT);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_stays_one_and_its_file_keeps_its_permissions() {
        let folder = folder(&[("real.md", DRAFT)]);
        let real = folder.path().join("real.md");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        fs::create_dir(folder.path().join("drafts")).unwrap();
        let link = folder.path().join("drafts/link.md");
        symlink("../real.md", &link).unwrap();
        essaylint(folder.path(), &["--fix", "--isolated", "drafts/link.md"]);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), FIXED);
        let metadata = fs::metadata(&real).unwrap();
        assert_eq!(metadata.mode() & 0o7777, 0o640);
        assert_eq!(names(&folder.path().join("drafts")), ["link.md"]);
        assert_eq!(names(folder.path()), ["drafts", "real.md"]);
    }

    /// A limit on the size of files stands for a full disk: it holds for whoever runs the test.
    #[test]
    fn a_file_that_can_not_be_written_whole_is_left_whole() {
        let folder = folder(&[("a.md", DRAFT)]);
        let run = Command::new("sh")
            .current_dir(folder.path())
            .args([
                "-c",
                "trap '' XFSZ; ulimit -f 0; exec \"$0\" --fix --isolated --format short a.md",
            ])
            .arg(env!("CARGO_BIN_EXE_essaylint"))
            .output()
            .unwrap();
        let told = said(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{told}");
        assert!(
            told.contains("error: a.md: it can not be written") && told.contains("stays as it is"),
            "{told}"
        );
        assert!(
            said(&run.stdout).contains("\"the the\" stands twice"),
            "what is in the file is reported"
        );
        assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), DRAFT);
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[test]
    fn a_file_that_may_not_be_written_is_left_alone() {
        let folder = folder(&[("a.md", DRAFT)]);
        let path = folder.path().join("a.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        if fs::OpenOptions::new().write(true).open(&path).is_ok() {
            // Root may write everything.
            return;
        }
        let run = essaylint(folder.path(), &["--fix", "--isolated", "a.md"]);
        assert_eq!(run.status.code(), Some(2));
        assert!(said(&run.stderr).contains("permission denied"));
        assert_eq!(fs::read(&path).unwrap(), DRAFT);
    }
}
