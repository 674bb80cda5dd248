//! Learns the weights of the story's cues from the labelled essays and sentences:
//! `cargo run --release --example learn` writes `lints/story/weights.tsv`. The same fixtures give the same table.
//!
//! Episodes come first: a first step weighs what a sentence shows by itself, a second step looks at its neighbours (on
//! odds that the first step gave while it had not seen the essay), and roles are learned inside episodes alone.
#![allow(clippy::print_stdout, reason = "a tool that is run by hand")]

mod corpus;
#[path = "../labelled/mod.rs"]
mod labelled;
mod learning;
mod shown;
mod solver;
mod tables;

use std::error::Error;
use std::fs;
use std::path::Path;

use corpus::Corpus;

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Corpus::read(Path::new("fixtures"))?;
    let known: Vec<usize> = (0..corpus.sentences.len()).collect();
    let table = learning::learn(&corpus, &known, true);
    fs::write("lints/story/weights.tsv", tables::page(&tables::lines(&table)))?;
    Ok(())
}
