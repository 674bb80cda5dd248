//! Disks that are full, and reports that nobody takes.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{folder_with, many, names, path, run, staged};

/// A draft with something to fix in each line, longer than what a full disk takes.
fn draft() -> Vec<u8> {
    "I saw  one\u{2014}case.\n".repeat(many(100_000, 3_000)).into_bytes()
}

#[test]
fn a_fix_on_a_full_disk_leaves_the_draft_whole() {
    let folder = folder_with("a.md", &draft());
    // A limit of the system says no in the place of the disk: it can be had without being root.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$@\" 2>&1 | cat";
    let ran = staged(
        folder.path(),
        script,
        &["--fix", "--select", "non-plain-text", "--format", "short", "a.md"],
    );
    assert!(
        ran.said()
            .contains("a.md: it can not be written (file too large), and stays as it is"),
        "{}",
        ran.said()
    );
    assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), draft());
    assert_eq!(names(folder.path()), ["a.md"], "nothing is left beside it");

    let script = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    let ran = staged(
        folder.path(),
        script,
        &[
            "--fix",
            "--select",
            "cliche,non-plain-text",
            "--format",
            "short",
            "a.md",
        ],
    );
    assert_eq!(ran.status, Some(2));
    ran.tell(
        "no room for the fixed draft",
        "a limit of 4 kB for each file, `--fix`",
        "told; the draft is whole, nothing lies beside it",
    );
}

/// A disk of its own, full but for some bytes; gone with the shell that `script` runs in. Only root can make one.
fn on_a_small_disk(folder: &Path, script: &str) -> Option<crate::program::Ran> {
    let may = Command::new("unshare")
        .args(["-m", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs \"$0\""])
        .arg(folder)
        .output();
    if !may.is_ok_and(|tried| tried.status.success()) {
        println!("not checked: no disk can be made here (root and unshare are needed)");
        return None;
    }
    let mut shell = Command::new("unshare");
    shell.args(["-m", "sh", "-c"]).arg(format!(
        "mount -t tmpfs -o size=64k tmpfs \"$0\" && cd \"$0\" && {script}"
    ));
    Some(crate::program::measure(shell.arg(folder).arg(path())))
}

#[test]
fn a_disk_that_is_really_full_leaves_the_draft_whole() {
    let folder = tempfile::tempdir().unwrap();
    let script = "for i in $(seq 1000); do printf 'I saw  one case \u{2014} again, and then again.\n'; done > a.md; cp a.md /tmp/before.$$; \
                  \"$1\" --isolated --fix --select non-plain-text a.md; status=$?; cmp a.md /tmp/before.$$ && ls -A; rm /tmp/before.$$; exit $status";
    let Some(ran) = on_a_small_disk(folder.path(), script) else {
        return;
    };
    assert_eq!(ran.status, Some(2), "{}", ran.errors);
    assert!(
        ran.errors.contains("the disk is full, and the file stays as it is"),
        "{}",
        ran.errors
    );
    assert!(
        ran.said().ends_with("\na.md\n"),
        "the draft is as before, alone: {}",
        ran.said()
    );
    ran.tell(
        "a disk that is full, `--fix`",
        "a disk of 64 kB with a draft of 43 kB",
        "told; the draft is whole, nothing lies beside it",
    );

    let script = "echo before > report; head -c 61440 /dev/zero > filler; printf 'At [Center].\n' > a.md; \
                  \"$1\" --isolated --format html -o report a.md; status=$?; cat report; ls -A; exit $status";
    let ran = on_a_small_disk(folder.path(), script).unwrap();
    assert_eq!(ran.status, Some(2), "{}", ran.errors);
    assert!(
        ran.errors.contains("report: the report can not be written here"),
        "{}",
        ran.errors
    );
    assert_eq!(ran.said(), "before\na.md\nfiller\nreport\n");
    ran.tell(
        "a disk that is full, `--output`",
        "a report in the place of an older one",
        "told; the older report is whole",
    );
}

#[test]
fn a_report_that_can_not_be_written_is_told() {
    if !Path::new("/dev/full").exists() {
        println!("not checked: there is no /dev/full here");
        return;
    }
    let folder = folder_with("a.md", b"At [Center] I saw  one case.\n");
    for format in ["text", "short", "json", "html", "sarif"] {
        let ran = staged(folder.path(), "exec \"$@\" > /dev/full", &["--format", format, "a.md"]);
        assert_eq!(ran.status, Some(2), "{format}: {}", ran.errors);
        assert!(ran.errors.contains("the report can not be written"), "{}", ran.errors);
        let ran = run(folder.path(), &["--format", format, "--output", "/dev/full", "a.md"]);
        assert_eq!(ran.status, Some(2), "{format}: {}", ran.errors);
        assert!(
            ran.errors.contains("/dev/full: the report can not be written here"),
            "{}",
            ran.errors
        );
    }
    let ran = staged(folder.path(), "exec \"$@\" < a.md > /dev/full", &["--fix", "-"]);
    assert_eq!(ran.status, Some(2), "{}", ran.errors);
    ran.tell(
        "output that can not be written",
        "`--fix - > /dev/full`",
        "told, exit 2",
    );
}

#[test]
fn whoever_has_read_enough_is_no_error() {
    let folder = folder_with(
        "a.md",
        "At [Center] I saw one case.\n\n"
            .repeat(many(100_000, 4_000))
            .as_bytes(),
    );
    for format in ["text", "short", "json", "html"] {
        let script = "{ \"$@\"; echo \"status $?\" >&2; } | head -1 > first";
        let ran = staged(folder.path(), script, &["--format", format, "a.md"]);
        assert_eq!(ran.errors, "status 0\n", "{format}");
        assert_eq!(
            fs::read_to_string(folder.path().join("first")).unwrap().lines().count(),
            1
        );
        if format == "short" {
            ran.tell(
                "a reader that has read enough",
                "`--format short | head -1` (SIGPIPE)",
                "no word, exit 0",
            );
        }
    }
}
