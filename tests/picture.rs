//! The picture of the README is what the program prints about the demo drafts: `SNAPSHOTS=overwrite cargo test --test
//! picture` draws it anew.

use snapbox::cmd::{Command, cargo_bin};

#[test]
fn the_picture_shows_a_real_run() {
    Command::new(cargo_bin!("essaylint"))
        .args(["--isolated", "--color", "always", "fixtures/demo/weak-explanation.md"])
        .env("COLUMNS", "92")
        .assert()
        .code(1)
        .stdout_eq(snapbox::file!["../fixtures/demo/weak-explanation.term.svg": TermSvg]);
}
