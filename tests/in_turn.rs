//! Many drafts: they are reported in turn, some at a time, and nobody can tell.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// More drafts than are ever at hand at once.
const MANY: usize = 300;

const GOOD: &str = "---\nkind: additional-information\n---\nI passed Step 2 CK in March 2023 with a score of 248.\n";
const WEAK: &str = "---\nkind: additional-information\n---\nI failed Step 1 in June 2021 at [Hospital A].\n";

/// A folder of many good drafts, of which `change` has changed some.
fn drafts(change: impl Fn(&Path)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..MANY {
        fs::write(draft(folder.path(), number), GOOD).unwrap();
    }
    change(folder.path());
    folder
}

fn draft(folder: &Path, number: usize) -> std::path::PathBuf {
    folder.join(format!("draft-{number:03}.md"))
}

fn essaylint(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .arg("--isolated")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_report_in_turn_is_the_report_that_is_gathered() {
    let folder = drafts(|folder| {
        for number in [3, 130, 299] {
            fs::write(draft(folder, number), WEAK).unwrap();
        }
        fs::write(draft(folder, 200), b"caf\xe9 \xff\xfe\n").unwrap();
    });
    for format in ["text", "short", "jsonl", "github", "rdjsonl"] {
        // A report in a file is gathered and written at once.
        let file = folder.path().join("report");
        let path = file.to_str().unwrap();
        let gathered = essaylint(folder.path(), &["--format", format, "--output", path, "."]);
        let whole = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(text(&whole).contains("draft-299.md"), "{format}");
        for jobs in ["1", "3"] {
            let in_turn = essaylint(folder.path(), &["--format", format, "-j", jobs, "."]);
            assert_eq!(text(&in_turn.stdout), text(&whole), "{format} on {jobs} threads");
            assert_eq!(in_turn.stderr, gathered.stderr, "{format} on {jobs} threads");
            assert_eq!(in_turn.status.code(), Some(2), "{format}: one draft can not be read");
        }
    }
}

#[test]
fn a_finding_in_the_last_draft_is_one_of_the_run() {
    let folder = drafts(|folder| fs::write(draft(folder, MANY - 1), WEAK).unwrap());
    let run = essaylint(folder.path(), &["."]);
    assert_eq!(run.status.code(), Some(1));
    let clean = drafts(|_| {});
    assert_eq!(essaylint(clean.path(), &["."]).status.code(), Some(0));
}

#[test]
fn a_baseline_is_counted_over_all_drafts() {
    let folder = drafts(|folder| {
        for number in [0, 299] {
            fs::write(draft(folder, number), WEAK).unwrap();
        }
    });
    let with = ["--baseline", "known.json", "."];
    let written = essaylint(folder.path(), &["--write-baseline", "--baseline", "known.json", "."]);
    assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
    let known = essaylint(folder.path(), &with);
    assert_eq!((known.status.code(), text(&known.stderr)), (Some(0), ""));
    fs::write(draft(folder.path(), 299), GOOD).unwrap();
    let gone = essaylint(folder.path(), &with);
    assert!(text(&gone.stderr).contains("of the baseline"), "{}", text(&gone.stderr));
}

#[test]
fn a_report_does_not_read_itself() {
    let folder = drafts(|folder| fs::write(draft(folder, 0), WEAK).unwrap());
    let report = folder.path().join("report.md");
    let status = Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .args(["--isolated", "--format", "short", "."])
        .current_dir(folder.path())
        .stdout(File::create(&report).unwrap())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1));
    let printed = fs::read_to_string(&report).unwrap();
    assert!(
        printed.contains("draft-000.md") && !printed.contains("report.md"),
        "{printed}"
    );
}

#[test]
#[cfg(feature = "grammar")]
fn threads_that_wait_for_the_engine_do_not_keep_it_from_loading() {
    let folder = drafts(|_| {});
    let mut run = Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .args(["--isolated", "--grammar", "--select", "grammar", "."])
        // With --jobs other threads lint than those that the engine loads on.
        .env("RAYON_NUM_THREADS", "2")
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let patience = Instant::now() + Duration::from_secs(120);
    while run.try_wait().unwrap().is_none() {
        if Instant::now() > patience {
            run.kill().unwrap();
            panic!("the run does not end");
        }
        thread::sleep(Duration::from_millis(50));
    }
}
