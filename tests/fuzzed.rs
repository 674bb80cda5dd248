//! What fuzzing found once, and some of what it begins with, each time: the same promises as `fuzz/run.sh` tries with any bytes.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by the one and tells by the other"
)]

#[path = "../fuzz/src/lib.rs"]
mod promises;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// So many of the seeds are left out for each that is tried: all of them take a fuzzer's time.
const SKIPPED: usize = 7;

type Promise = fn(&[u8]);

const TARGETS: [(&str, Promise); 5] = [
    ("draft", promises::draft::run),
    ("fix", promises::fix::run),
    ("suppression", promises::suppression::run),
    ("config", promises::config::run),
    ("lint-file", promises::lint_file::run),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn what_was_found_once_is_mended() {
    for (target, promise) in TARGETS {
        for file in files(&root().join("fuzz/regressions").join(target)) {
            println!("{}", file.display());
            promise(&fs::read(file).unwrap());
        }
    }
}

#[test]
fn what_fuzzing_begins_with_breaks_no_promise() {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new("python3")
        .arg(root().join("fuzz/seeds.py"))
        .arg(folder.path())
        .status();
    if !made.is_ok_and(|made| made.success()) {
        println!("not checked: python3 is missing");
        return;
    }
    for (target, promise) in TARGETS {
        let seeds = files(&folder.path().join("seeds").join(target));
        assert!(!seeds.is_empty(), "{target}");
        for seed in seeds.iter().step_by(if seeds.len() > 50 { 1 + SKIPPED } else { 1 }) {
            println!("{}", seed.display());
            promise(&fs::read(seed).unwrap());
        }
    }
}
