//! Files that are none, folders that lead nowhere, names that steer.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::program::{command, folder_with, measure, names, path, run, staged};

const DRAFT: &[u8] = b"At [Center] I saw  one case.\n";
const FOUND: &str = "a.md:1:4: error[placeholder]";

#[test]
fn links_that_lead_around_are_walked_once() {
    let folder = folder_with("a.md", DRAFT);
    symlink(".", folder.path().join("here")).unwrap();
    symlink("..", folder.path().join("up")).unwrap();
    symlink("loop.md", folder.path().join("loop.md")).unwrap();
    symlink("b", folder.path().join("c")).unwrap();
    symlink("c", folder.path().join("b")).unwrap();
    let ran = run(folder.path(), &["--format", "short"]);
    assert_eq!((ran.status, ran.errors.as_str()), (Some(1), ""));
    assert_eq!(ran.said().matches(FOUND).count(), 1, "{}", ran.said());
    ran.tell(
        "links that lead around",
        "a folder with links to itself and above",
        "each draft is read once",
    );
    let ran = run(folder.path(), &["--format", "short", "loop.md", "b", "a.md"]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.errors.contains("error: loop.md: ") && ran.errors.contains("error: b: "),
        "{}",
        ran.errors
    );
    assert!(ran.said().contains(FOUND));
    ran.tell(
        "links that lead around, by name",
        "`loop.md` is a link to `loop.md`",
        "refused in words; the others are linted",
    );
}

/// The program as somebody who may not read everything; none where that can not be had.
fn humble(folder: &Path, arguments: &[&str]) -> Option<Command> {
    if fs::read_dir(folder.join("closed")).is_err() {
        return Some(command(folder, arguments));
    }
    // Root reads everything, so that it has to be somebody else.
    let program = folder.join("essaylint");
    fs::copy(path(), &program).unwrap();
    let mut other = Command::new("setpriv");
    other
        .current_dir(folder)
        .args(["--reuid", "65534", "--regid", "65534", "--clear-groups", "--"]);
    let is_there = Command::new("setpriv")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok();
    other.arg(program).arg("--isolated").args(arguments);
    is_there.then_some(other)
}

#[test]
fn what_may_not_be_read_is_told_and_stops_nothing() {
    let folder = folder_with("a.md", DRAFT);
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::write(closed.join("b.md"), DRAFT).unwrap();
    fs::write(folder.path().join("c.md"), DRAFT).unwrap();
    let set = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    set(folder.path(), 0o755);
    set(&folder.path().join("c.md"), 0);
    set(&closed, 0);
    let ran = humble(folder.path(), &["--format", "short"]).map(|mut command| measure(&mut command));
    set(&closed, 0o755);
    let Some(ran) = ran else {
        println!("not checked: there is nobody here who may not read everything (setpriv is missing)");
        return;
    };
    assert_eq!(ran.status, Some(2), "{}", ran.errors);
    assert!(
        ran.errors.contains("closed: you may not read this") && ran.errors.contains("c.md: you may not"),
        "{}",
        ran.errors
    );
    assert!(ran.said().contains(FOUND), "{}", ran.said());
    ran.tell(
        "a folder and a draft that may not be read",
        "beside a draft that may",
        "told; the others are linted",
    );
}

#[test]
fn a_pipe_is_read_by_name_only_and_never_replaced() {
    let folder = folder_with("a.md", DRAFT);
    assert!(
        Command::new("mkfifo")
            .arg(folder.path().join("pipe.md"))
            .status()
            .unwrap()
            .success()
    );
    let ran = run(folder.path(), &["--format", "short"]);
    assert_eq!((ran.status, ran.errors.as_str()), (Some(1), ""));
    ran.tell(
        "a pipe (FIFO) in a folder",
        "`pipe.md` that nobody writes to",
        "left out; nobody waits for it",
    );

    let script = "cat a.md > pipe.md & exec \"$@\"";
    let ran = staged(folder.path(), script, &["--format", "short", "pipe.md"]);
    assert_eq!(ran.status, Some(1), "{}", ran.errors);
    assert!(ran.said().contains("pipe.md:1:4: error[placeholder]"), "{}", ran.said());
    ran.tell("a pipe by name", "a draft is written to it", "read as a draft");

    let ran = staged(folder.path(), script, &["--fix", "--format", "short", "pipe.md"]);
    assert_eq!(ran.status, Some(2), "{}", ran.errors);
    assert!(
        ran.errors.contains("pipe.md: it is a pipe or a device"),
        "{}",
        ran.errors
    );
    assert_eq!(names(folder.path()), ["a.md", "pipe.md"]);
    ran.tell(
        "a pipe by name, `--fix`",
        "the draft in it has something to fix",
        "told; the pipe stays",
    );
}

#[test]
fn what_never_ends_is_left() {
    let folder = folder_with("a.md", DRAFT);
    let ran = run(folder.path(), &["--format", "short", "/dev/zero", "a.md"]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.errors.contains("/dev/zero: this is longer than 64 MiB"),
        "{}",
        ran.errors
    );
    assert!(ran.said().contains(FOUND) && ran.peak < 300_000_000, "{}", ran.peak);
    ran.tell(
        "a device that never ends",
        "`/dev/zero`",
        "left after 64 MiB; the others are linted",
    );
    let ran = staged(folder.path(), "exec \"$@\" < /dev/zero", &["-"]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.errors.contains("64 MiB") && ran.peak < 300_000_000,
        "{}",
        ran.errors
    );
}

#[test]
fn a_draft_that_shrinks_and_grows_while_it_is_read_is_never_spoilt() {
    let long = [b"I saw  one\xe2\x80\x94case.\n".repeat(3_000), DRAFT.to_vec()].concat();
    let folder = folder_with("a.md", &long);
    let file = folder.path().join("a.md");
    let is_over = AtomicBool::new(false);
    let mut last = None;
    thread::scope(|scope| {
        scope.spawn(|| {
            // As an editor that empties a draft and writes it anew, each time.
            while !is_over.load(Ordering::Relaxed) {
                File::options().write(true).open(&file).unwrap().set_len(7).unwrap();
                thread::yield_now();
                fs::write(&file, &long).unwrap();
            }
        });
        for _ in 0..20 {
            let ran = run(folder.path(), &["--format", "short", "a.md"]);
            // A letter may be cut in two at the moment.
            assert!(matches!(ran.status, Some(0..=2)) && ran.signal.is_none(), "{ran:?}");
            assert!(
                ran.status != Some(2) || ran.errors.contains("not UTF-8"),
                "{}",
                ran.errors
            );
            last = Some(ran);
        }
        is_over.store(true, Ordering::Relaxed);
    });
    last.unwrap().tell(
        "a draft that shrinks while it is read",
        "20 runs while it is cut and written anew",
        "what is there is read",
    );
}

#[test]
fn names_that_steer_are_shown_by_number() {
    for name in ["a\u{1b}[31m.md", "a\u{202e}dm.txt", "a\nb.md", "a\u{7}.md"] {
        let folder = folder_with(name, DRAFT);
        for format in ["text", "short", "html"] {
            let ran = run(folder.path(), &["--format", format, name]);
            assert_eq!(ran.status, Some(1));
            let said = ran.said();
            let steers = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!said.contains(steers) && !said.contains(name), "{format}: {said:?}");
        }
    }
    let folder = folder_with(OsStr::from_bytes(b"a\xff.md"), DRAFT);
    let ran = run(folder.path(), &["--format", "short"]);
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.said().contains("a\u{fffd}.md:1:4: error[placeholder]"),
        "{}",
        ran.said()
    );
    ran.tell(
        "a name that is no UTF-8",
        "`a\\xff.md`",
        "read and shown as near as can be",
    );
}
