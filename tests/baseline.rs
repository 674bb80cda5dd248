//! Baselines with the real program: what is known is left out, what is new is not, and what is gone is told.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// What the program says of the drafts in a folder, on both streams, and its exit status.
fn essaylint(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let run = Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .current_dir(folder)
        .args(["--format", "short"])
        .args(arguments)
        .output()
        .unwrap();
    let said = |bytes| String::from_utf8(bytes).unwrap();
    (said(run.stdout), said(run.stderr), run.status.code().unwrap())
}

/// A folder with drafts of which one lint speaks.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config = essaylint::config::init().replace("fail-on = \"warning\"", "fail-on = \"error\"");
    let off = essaylint::lints::GROUPS
        .map(|group| format!("{group} = \"off\"\n"))
        .concat();
    let lints = format!("\n[lints]\n{off}placeholder = \"error\"\n");
    fs::write(folder.path().join("essaylint.toml"), config + &lints).unwrap();
    fs::write(
        folder.path().join("a.md"),
        "I was at [Hospital A].\n\nI saw XXX ports.\n",
    )
    .unwrap();
    fs::create_dir(folder.path().join("more")).unwrap();
    fs::write(folder.path().join("more/b.md"), "It was TBD.\n").unwrap();
    folder
}

#[test]
fn only_what_is_new_is_reported_also_from_another_folder() {
    let folder = folder();
    let (said, told, status) = essaylint(folder.path(), &["--write-baseline"]);
    assert_eq!(
        (said.as_str(), told.as_str(), status),
        ("wrote 3 findings to essaylint-baseline.json\n", "", 0)
    );
    assert_eq!(essaylint(folder.path(), &[]), (String::new(), String::new(), 0));
    let moved = "A first line.\n\nI saw XXX ports,\nand so on.\n\nI was at **[Hospital A]**.\n";
    fs::write(folder.path().join("a.md"), moved).unwrap();
    let (said, told, status) = essaylint(&folder.path().join("more"), &["../a.md", "b.md"]);
    assert_eq!(
        said, "../a.md:3:7: error[placeholder] \"XXX\" is still an open slot\n",
        "the sentence is another"
    );
    assert_eq!(
        told,
        "1 entry of the baseline is gone: --write-baseline writes it anew\n"
    );
    assert_eq!(status, 1);
}

#[test]
fn what_is_gone_is_told_and_goes_when_it_is_written_anew() {
    let folder = folder();
    essaylint(folder.path(), &["--write-baseline"]);
    let file = folder.path().join("essaylint-baseline.json");
    let first = fs::read_to_string(&file).unwrap();
    assert!(
        !first.contains("Hospital") && !first.contains("ports"),
        "no words of a draft: {first}"
    );
    fs::remove_file(folder.path().join("more/b.md")).unwrap();
    fs::write(folder.path().join("a.md"), "I saw XXX ports.\n").unwrap();
    let (_, told, status) = essaylint(folder.path(), &["a.md"]);
    assert_eq!(
        told,
        "2 entries of the baseline are gone: --write-baseline writes it anew\n"
    );
    assert_eq!(status, 0);
    essaylint(folder.path(), &["--write-baseline"]);
    assert_eq!(essaylint(folder.path(), &[]), (String::new(), String::new(), 0));
    let second = fs::read_to_string(&file).unwrap();
    let kept: Vec<&str> = second.lines().filter(|line| !first.contains(line)).collect();
    assert!(
        kept.is_empty() && second.len() < first.len(),
        "lines are taken out, no line changes: {second}"
    );
}

#[test]
fn drafts_that_were_not_looked_at_stay_in_the_baseline() {
    let folder = folder();
    essaylint(folder.path(), &["--write-baseline"]);
    fs::write(folder.path().join("a.md"), "Done.\n").unwrap();
    assert_eq!(
        essaylint(folder.path(), &["--write-baseline", "a.md"]).0,
        "wrote 0 findings to essaylint-baseline.json\n"
    );
    assert_eq!(essaylint(folder.path(), &[]), (String::new(), String::new(), 0));
}

#[test]
fn what_is_known_is_not_mended_either() {
    let folder = folder();
    let path = folder.path().join("a.md");
    fs::write(&path, "I held the the probe.\n").unwrap();
    let known = ["--isolated", "--baseline", "known.json", "--select", "grammar", "a.md"];
    essaylint(folder.path(), &[&known[..], &["--write-baseline"]].concat());
    let (_, told, _) = essaylint(folder.path(), &[&known[..], &["--fix"]].concat());
    assert_eq!(told, "made no edits\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), "I held the the probe.\n");
}
