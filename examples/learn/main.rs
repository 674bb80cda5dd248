//! Learns the weights of the story's cues from the labelled essays and sentences:
//! `cargo run --release --example learn` writes `lints/story/weights.tsv`. The same fixtures give the same table;
//! `-- --check` learns it and compares it with the one that stands there.
//!
//! Episodes come first: a first step weighs what a sentence shows by itself, a second step looks at its neighbours (on
//! odds that the first step gave while it had not seen the essay), and roles are learned inside episodes alone.
#![allow(clippy::print_stdout, reason = "a tool that is run by hand")]

mod clauses;
mod corpus;
mod cues;
mod gather;
mod impressions;
#[path = "../labelled/mod.rs"]
mod labelled;
mod learning;
mod second_look;
mod shown;
mod signs;
mod solver;
mod tables;
mod verdicts;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use corpus::Corpus;

/// Where the table stands.
const TABLE: &str = "lints/story/weights.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    let check = env::args().skip(1).any(|argument| argument == "--check");
    let corpus = Corpus::read(Path::new("fixtures"))?;
    let known: Vec<usize> = (0..corpus.sentences.len()).collect();
    let page = tables::page(&tables::lines(&learning::learn(&corpus, &known, true)));
    if !check {
        fs::write(TABLE, page)?;
        return Ok(());
    }
    let committed = fs::read_to_string(TABLE)?;
    let (known, learned): (BTreeSet<&str>, BTreeSet<&str>) = (committed.lines().collect(), page.lines().collect());
    let differing = known.symmetric_difference(&learned).count();
    if differing > 0 {
        return Err(format!("{TABLE} is not what the fixtures give: {differing} lines differ; learn it anew").into());
    }
    println!("{TABLE} is what the fixtures give");
    Ok(())
}
