//! Ctrl-C in the middle of the work.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::program::{command, many, measure};

const BEFORE: &str = "I saw  one\u{2014}case, again and again.\n\n";

fn drafts(count: usize, text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..count {
        fs::write(folder.path().join(format!("{number:04}.md")), text).unwrap();
    }
    folder
}

#[test]
fn a_fix_that_is_broken_off_leaves_each_draft_old_or_new() {
    let before = BEFORE.repeat(20);
    let count = many(400, 60);
    let arguments = ["--fix", "--select", "non-plain-text", "--format", "short"];
    let whole = drafts(count, &before);
    let start = Instant::now();
    let ran = measure(&mut command(whole.path(), &arguments));
    let took = start.elapsed();
    assert!(matches!(ran.status, Some(0 | 1)), "{}", ran.errors);
    let after = fs::read_to_string(whole.path().join("0000.md")).unwrap();
    assert_ne!(before, after);

    let mut in_the_middle = 0;
    for step in 1..=10_u32 {
        let folder = drafts(count, &before);
        let file = |number: usize| folder.path().join(format!("{number:04}.md"));
        let mut child = command(folder.path(), &arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if step <= 3 {
            thread::sleep(took * step / 4);
        } else {
            // The drafts are written one after another: this one has another inode then.
            let awaited = file(count * (step as usize - 3) / 8);
            let inode = fs::metadata(&awaited).unwrap().ino();
            while fs::metadata(&awaited).unwrap().ino() == inode && child.try_wait().unwrap().is_none() {}
        }
        let pid = child.id().to_string();
        Command::new("kill")
            .args(["-INT", &pid])
            .stderr(Stdio::null())
            .status()
            .unwrap();
        child.wait().unwrap();
        let mut fixed = 0;
        for number in 0..count {
            let text = fs::read_to_string(file(number)).unwrap();
            assert!(text == before || text == after, "draft {number} is neither old nor new");
            fixed += usize::from(text == after);
        }
        in_the_middle += usize::from(fixed > 0 && fixed < count);
    }
    assert!(in_the_middle > 0, "none was broken off among the writing");
    ran.tell(
        "Ctrl-C during `--fix`",
        &format!("{count} drafts, broken off at 10 moments ({in_the_middle} of them among the writing)"),
        "each draft is the old one or the new one",
    );
}

#[test]
fn two_fixes_at_once_lose_nothing() {
    let before = BEFORE.repeat(20);
    let folder = drafts(many(60, 20), &before);
    let arguments = ["--fix", "--select", "non-plain-text", "--format", "short"];
    let mut children: Vec<_> = (0..4)
        .map(|_| {
            command(folder.path(), &arguments)
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    thread::sleep(Duration::from_millis(1));
    let ran = measure(&mut command(folder.path(), &arguments));
    for child in children.drain(..) {
        let done = child.wait_with_output().unwrap();
        let told = String::from_utf8(done.stderr).unwrap();
        let is_told = |line: &str| {
            line.starts_with("made ") || line.contains("changed while") || line.contains("not there any more")
        };
        assert!(told.lines().all(is_told), "{told}");
    }
    let again = measure(&mut command(folder.path(), &arguments));
    assert_eq!(again.errors, "made no edits\n");
    ran.tell(
        "five `--fix` at once",
        "in one folder",
        "each draft is fixed once and whole",
    );
}
