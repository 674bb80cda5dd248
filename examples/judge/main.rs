//! Scores every lint on the labelled essays: `cargo run --release --example judge -- fixtures/essays`.
//!
//! Without more it judges the built-in weights, which were learned on these very essays; `--cross` learns them anew for
//! each sixth of the pens from the other five, which is what an unseen essay would meet. `--curve` does so with a
//! quarter, half and all of the essays, so that one sees whether more would pay. `--keep FOLDER` with `--cross` keeps what was learned there and learns it once
//! only: so a lint can be tried again in seconds. `--misses` lists each
//! false finding and each miss, `--certainty` how each lint would score at other certainties than the one in its file.
//! `judge fixtures/sentences --bank` judges the sentences that the bank keeps apart, every fifth pair: each for the lint of
//! its file alone, since nothing else is said of it.
//! `--check FILE` compares the score with a committed one, `--write FILE` writes it.
#![allow(clippy::print_stdout, reason = "a tool that is run by hand")]

#[path = "../learn/clauses.rs"]
mod clauses;
#[path = "../learn/corpus.rs"]
mod corpus;
#[path = "../learn/cues.rs"]
mod cues;
#[path = "../learn/gather.rs"]
mod gather;
mod grid;
#[path = "../learn/impressions.rs"]
mod impressions;
#[path = "../labelled/mod.rs"]
mod labelled;
#[path = "../learn/learning.rs"]
mod learning;
mod scoring;
#[path = "../learn/second_look.rs"]
mod second_look;
#[path = "../learn/shown.rs"]
mod shown;
#[path = "../learn/signs.rs"]
mod signs;
#[path = "../learn/solver.rs"]
mod solver;
#[path = "../learn/tables.rs"]
mod tables;
#[path = "../learn/verdicts.rs"]
mod verdicts;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use essaylint::draft::Draft;
use essaylint::lexicon::Lexicon;
use essaylint::lints::{Rules, check};
use essaylint::story::builtin_weights;
use essaylint::story::weights::{self, Weights};

use rayon::prelude::*;

use corpus::Corpus;
use grid::Grid;
use labelled::{Essay, bank, essays};
use scoring::Score;

/// By which weights to judge.
#[derive(Default, PartialEq, Eq)]
enum Way {
    /// Those that are built in.
    #[default]
    BuiltIn,
    /// Those learned from other pens.
    Cross,
    /// Those that are built in, on the sentences that the bank keeps apart.
    Bank,
    /// Those learned from a quarter, half and all of the essays by other pens.
    Curve,
}

#[derive(Default)]
struct Arguments {
    folder: Option<PathBuf>,
    way: Way,
    misses: bool,
    certainty: bool,
    keep: Option<PathBuf>,
    check: Option<PathBuf>,
    write: Option<PathBuf>,
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut found = Arguments::default();
    let mut rest = env::args().skip(1);
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--cross" => found.way = Way::Cross,
            "--bank" => found.way = Way::Bank,
            "--misses" => found.misses = true,
            "--certainty" => found.certainty = true,
            "--curve" => found.way = Way::Curve,
            "--keep" => found.keep = rest.next().map(PathBuf::from),
            "--check" => found.check = rest.next().map(PathBuf::from),
            "--write" => found.write = rest.next().map(PathBuf::from),
            other if other.starts_with('-') => return Err(format!("unknown argument {other}").into()),
            other => found.folder = Some(PathBuf::from(other)),
        }
    }
    Ok(found)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let folder = arguments.folder.unwrap_or_else(|| PathBuf::from("fixtures/essays"));
    if arguments.way == Way::Bank {
        let mut score = Score::new(arguments.misses);
        judge_bank(&folder, &mut score)?;
        return conclude(&score.lints_table(), arguments.check, arguments.write);
    }
    let essays = essays(&folder)?;
    if arguments.way == Way::Curve {
        return curve(&folder, &essays);
    }
    let mut score = Score::new(arguments.misses);
    let mut grid = Grid::new(arguments.certainty);
    if arguments.way == Way::Cross {
        let corpus = Corpus::read(folder.parent().unwrap_or(&folder))?;
        let keep = arguments.keep.as_deref();
        cross(&corpus, &essays, WHOLE, keep, &mut score, &mut grid)?;
    } else {
        let all: Vec<&Essay> = essays.iter().collect();
        judge(&all, builtin_weights(), &mut score, &mut grid)?;
    }
    print!("{}", grid.table());
    conclude(&score.table(), arguments.check, arguments.write)
}

/// Prints the score, keeps it and compares it with a committed one, as asked.
fn conclude(table: &str, check: Option<PathBuf>, write: Option<PathBuf>) -> Result<(), Box<dyn Error>> {
    print!("{table}");
    if let Some(path) = write {
        fs::write(path, table)?;
    }
    if let Some(path) = check {
        let committed = fs::read_to_string(&path)?;
        if committed != table {
            print!("{}", scoring::changes(&committed, table));
            return Err(format!(
                "the score differs from {}: if it is better, or worse for a good reason, write it with --write",
                path.display()
            )
            .into());
        }
    }
    Ok(())
}

/// Counts what is found on the sentences of the bank that are kept apart.
fn judge_bank(folder: &Path, score: &mut Score) -> Result<(), Box<dyn Error>> {
    let rules = Rules::default();
    let bank = bank(folder)?;
    for sentence in bank
        .iter()
        .filter(|sentence| sentence.is_test() && rules.knows(&sentence.file))
    {
        let essay = sentence.as_essay();
        let draft = Draft::read(essay.source()?, &Lexicon::builtin(), builtin_weights());
        let mut findings = check(&draft, &rules);
        findings.retain(|finding| finding.lint == sentence.file);
        score.add(&essay, &draft, &findings);
    }
    Ok(())
}

/// Quarters of the essays to learn from: all of them.
const WHOLE: usize = 4;

/// Judges each sixth of the pens by weights learned from so many quarters of the essays by other pens; the weights are
/// kept in a folder if one is named, and read from it if they are there.
fn cross(
    corpus: &Corpus,
    essays: &[Essay],
    quarters: usize,
    keep: Option<&Path>,
    score: &mut Score,
    grid: &mut Grid,
) -> Result<(), Box<dyn Error>> {
    let learned = |fold: usize| -> Result<Weights, String> {
        let known: Vec<usize> = (0..corpus.sentences.len())
            .filter(|&at| corpus.fold(at, tables::FOLDS) != Some(fold))
            .filter(|&at| corpus.sentences[at].essay.is_none_or(|essay| essay % WHOLE < quarters))
            .collect();
        let kept = keep.map(|folder| folder.join(format!("{fold}.tsv")));
        let lines = match kept.as_deref().map(fs::read_to_string) {
            Some(Ok(text)) => weights::read(&text)?,
            _ => tables::lines(&learning::learn(corpus, &known, false)),
        };
        if let Some(path) = kept {
            keep.map_or(Ok(()), fs::create_dir_all)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            fs::write(&path, tables::page(&lines)).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(Weights::new(&lines))
    };
    let folds = (0..tables::FOLDS).into_par_iter().map(learned);
    let folds: Vec<Weights> = folds.collect::<Result<_, _>>()?;
    for (fold, weights) in folds.iter().enumerate() {
        let unseen = (0..essays.len()).filter(|&number| corpus.fold_of_essay(number, tables::FOLDS) == fold);
        let unseen: Vec<&Essay> = unseen.map(|number| &essays[number]).collect();
        judge(&unseen, weights, score, grid)?;
    }
    Ok(())
}

/// Prints how the score of unseen pens grows with the essays that are learned from.
fn curve(folder: &Path, essays: &[Essay]) -> Result<(), Box<dyn Error>> {
    let corpus = Corpus::read(folder.parent().unwrap_or(folder))?;
    for (name, quarters) in [("a quarter", 1), ("half", 2), ("all", WHOLE)] {
        let mut score = Score::new(false);
        cross(&corpus, essays, quarters, None, &mut score, &mut Grid::new(false))?;
        println!("{name:<10} {}", score.summary());
    }
    Ok(())
}

/// Counts what is found in essays, which are read and counted on all processors.
fn judge(essays: &[&Essay], weights: &Weights, score: &mut Score, grid: &mut Grid) -> Result<(), Box<dyn Error>> {
    /// How many essays are counted in a row.
    const IN_A_ROW: usize = 64;
    let (rules, lists, is_asked) = (Rules::default(), score.lists(), grid.is_asked());
    let count = |some: &[&Essay]| -> Result<(Score, Grid), String> {
        let (mut score, mut grid) = (Score::new(lists), Grid::new(is_asked));
        for essay in some {
            let source = essay.source().map_err(|error| format!("{}: {error}", essay.name))?;
            let draft = Draft::read(source, &Lexicon::builtin(), weights);
            score.add(essay, &draft, &check(&draft, &rules));
            grid.add(essay, &draft);
        }
        Ok((score, grid))
    };
    let counted: Vec<_> = essays.par_chunks(IN_A_ROW).map(count).collect::<Result<_, _>>()?;
    for (more, at_certainties) in counted {
        score.join(more);
        grid.join(at_certainties);
    }
    Ok(())
}
