//! Learns the table of weights from labelled sentences.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use essaylint::story::Family;
use essaylint::story::decision::Decision;
use essaylint::story::telling::LOOKS;
use essaylint::story::weights::Line;

use rayon::prelude::*;

use super::corpus::Corpus;
use super::solver::{self, Fit, Row, best_threshold};

/// Parts into which the essays fall for predictions that have not seen their essay.
pub const FOLDS: usize = 6;

/// A weight under this says nothing that could be heard, in log odds.
const LEAST: f64 = 0.05;

/// The weights of each decision by name of the cue, in log odds.
pub type Table = BTreeMap<Decision, BTreeMap<String, f64>>;

/// Learns all decisions from the sentences `known`.
pub fn learn(corpus: &Corpus, known: &[usize], print: bool) -> Table {
    let mut table = Table::new();
    let words = Fit {
        ridge: 4.0,
        lasso: 0.2,
        trust: 0.6,
        passes: 40,
    };
    // First step: by itself.
    let essays: Vec<usize> = known
        .iter()
        .copied()
        .filter(|&at| corpus.sentences[at].essay.is_some())
        .collect();
    let is_told = |at: usize| corpus.sentences[at].told;
    let judged: Vec<usize> = known
        .iter()
        .copied()
        .filter(|&at| corpus.sentences[at].is_judged)
        .collect();
    let hints = out_of_fold(corpus, &judged, &essays, &is_told, words, &corpus.rows);
    put(
        &mut table,
        Decision::Hint,
        corpus,
        &judged,
        &is_told,
        words,
        &corpus.rows,
    );
    // Second step: with the neighbours.
    let looks = corpus.looks(&hints);
    let wide = Fit {
        ridge: 1.0,
        lasso: 0.0,
        trust: 0.0,
        passes: 200,
    };
    let told = out_of_fold(corpus, &essays, &essays, &is_told, wide, &looks.rows);
    let labels: Vec<bool> = essays.iter().map(|&at| is_told(at)).collect();
    let odds: Vec<f64> = essays.iter().map(|&at| told[at]).collect();
    let (threshold, f1) = best_threshold(&odds, &labels);
    put_looks(&mut table, &essays, &is_told, wide, &looks.rows);
    entry(&mut table, Decision::Telling, "threshold", threshold);
    calibrate(&mut table, Decision::Telling, &odds, &labels);
    if print {
        let alone: Vec<f64> = essays.iter().map(|&at| hints[at]).collect();
        println!(
            "hint {:.3}  telling {f1:.3} at {threshold:.2}",
            best_threshold(&alone, &labels).1
        );
    }
    // Roles inside episodes.
    for role in Decision::ROLES {
        let inside: Vec<usize> = known.iter().copied().filter(|&at| corpus.sentences[at].told).collect();
        let plays = |at: usize| corpus.sentences[at].roles.contains(&role);
        let odds = out_of_fold(corpus, &inside, &essays, &plays, words, &corpus.rows);
        // The threshold is set where the sentences are told by the program's own judgement.
        let labels: Vec<bool> = essays.iter().map(|&at| plays(at)).collect();
        let seen: Vec<f64> = essays
            .iter()
            .map(|&at| if told[at] >= threshold { odds[at] } else { -20.0 })
            .collect();
        let (role_threshold, f1) = best_threshold(&seen, &labels);
        put(&mut table, role, corpus, &inside, &plays, words, &corpus.rows);
        let inside: Vec<usize> = inside
            .into_iter()
            .filter(|&at| corpus.sentences[at].essay.is_some())
            .collect();
        let inside_odds: Vec<f64> = inside.iter().map(|&at| odds[at]).collect();
        let labels: Vec<bool> = inside.iter().map(|&at| plays(at)).collect();
        calibrate(&mut table, role, &inside_odds, &labels);
        entry(&mut table, role, "threshold", role_threshold);
        if print {
            println!("{} {f1:.3} at {role_threshold:.2}", role.name());
        }
    }
    learn_families(&mut table, corpus, known, words);
    // What a sentence does besides.
    let with_told = corpus.with_told(&told);
    for stance in Decision::STANCES {
        let near: Vec<usize> = known
            .iter()
            .copied()
            .filter(|&at| corpus.stance(at, stance).is_some())
            .collect();
        let takes = |at: usize| corpus.stance(at, stance) == Some(true);
        let judged: Vec<usize> = near
            .iter()
            .copied()
            .filter(|&at| corpus.sentences[at].essay.is_some())
            .collect();
        let odds = out_of_fold(corpus, &near, &judged, &takes, words, &with_told.rows);
        let labels: Vec<bool> = judged.iter().map(|&at| takes(at)).collect();
        let seen: Vec<f64> = judged.iter().map(|&at| odds[at]).collect();
        let (stance_threshold, f1) = best_threshold(&seen, &labels);
        put(&mut table, stance, corpus, &near, &takes, words, &with_told.rows);
        calibrate(&mut table, stance, &seen, &labels);
        entry(&mut table, stance, "threshold", stance_threshold);
        if print {
            println!("{} {f1:.3} at {stance_threshold:.2}", stance.name());
        }
    }
    table
}

/// Learns what tells the family of a red flag: in the sentence, and in all told sentences together.
fn learn_families(table: &mut Table, corpus: &Corpus, known: &[usize], fit: Fit) {
    let inside: Vec<usize> = known
        .iter()
        .copied()
        .filter(|&at| corpus.sentences[at].family.is_some())
        .collect();
    let (rows, families, _) = corpus.essays_told(known);
    let whole = Fit {
        ridge: 20.0,
        lasso: 0.1,
        ..fit
    };
    for (number, family) in Family::ALL.into_iter().enumerate() {
        let is_here = |at: usize| corpus.sentences[at].family == Some(family);
        put(
            table,
            Decision::HERE[number],
            corpus,
            &inside,
            &is_here,
            fit,
            &corpus.rows,
        );
        let all: Vec<usize> = (0..rows.len()).collect();
        let is_somewhere = |essay: usize| families[essay].contains(&family);
        let padded = features(&corpus.rows);
        let model = run(&all, &is_somewhere, &|_| 1.0, whole, &rows, padded);
        put_model(table, Decision::SOMEWHERE[number], corpus, &model);
    }
}

/// Log odds of the sentences `wanted`, each from a fit on those sentences of `known` that stand in other folds.
fn out_of_fold(
    corpus: &Corpus,
    known: &[usize],
    wanted: &[usize],
    label: &dyn Fn(usize) -> bool,
    fit: Fit,
    rows: &[Row],
) -> Vec<f64> {
    let labels: Vec<bool> = (0..rows.len()).map(label).collect();
    let models: Vec<solver::Model> = (0..FOLDS)
        .into_par_iter()
        .map(|fold| {
            let others = known.iter().copied();
            let others: Vec<usize> = others.filter(|&at| corpus.fold(at, FOLDS) != Some(fold)).collect();
            run(
                &others,
                &|at| labels[at],
                &|at| corpus.count(at),
                fit,
                rows,
                features(rows),
            )
        })
        .collect();
    let mut odds = vec![0.0; rows.len()];
    for &at in wanted {
        if let Some(fold) = corpus.fold(at, FOLDS) {
            odds[at] = models[fold].odds(&rows[at]);
        }
    }
    odds
}

fn features(rows: &[Row]) -> usize {
    rows.iter()
        .flatten()
        .map(|&(feature, _)| feature as usize + 1)
        .max()
        .unwrap_or(0)
}

fn run(
    train: &[usize],
    label: &dyn Fn(usize) -> bool,
    count: &dyn Fn(usize) -> f64,
    fit: Fit,
    rows: &[Row],
    features: usize,
) -> solver::Model {
    let counts: Vec<f64> = train.iter().map(|&at| count(at)).collect();
    let chosen: Vec<&Row> = train.iter().map(|&at| &rows[at]).collect();
    let labels: Vec<bool> = train.iter().map(|&at| label(at)).collect();
    fit.run(&chosen, &labels, &counts, features)
}

/// Learns how the odds that a decision gives for unseen essays are borne out.
fn calibrate(table: &mut Table, decision: Decision, odds: &[f64], labels: &[bool]) {
    #[allow(clippy::cast_possible_truncation, reason = "log odds")]
    let rows: Vec<Row> = odds.iter().map(|&odds| vec![(0, odds as f32)]).collect();
    let fit = Fit {
        ridge: 0.01,
        lasso: 0.0,
        trust: 0.0,
        passes: 200,
    };
    let model = fit.run(&rows.iter().collect::<Vec<_>>(), labels, &vec![1.0; labels.len()], 1);
    entry(table, decision, "scale", model.weights[0]);
    entry(table, decision, "shift", model.bias);
}

fn entry(table: &mut Table, decision: Decision, cue: &str, weight: f64) {
    table.entry(decision).or_default().insert(cue.to_owned(), weight);
}

/// Fits on all of `known` and puts the weights that count into the table.
fn put(
    table: &mut Table,
    decision: Decision,
    corpus: &Corpus,
    known: &[usize],
    label: &dyn Fn(usize) -> bool,
    fit: Fit,
    rows: &[Row],
) {
    let model = run(known, label, &|at| corpus.count(at), fit, rows, features(rows));
    put_model(table, decision, corpus, &model);
}

fn put_model(table: &mut Table, decision: Decision, corpus: &Corpus, model: &solver::Model) {
    entry(table, decision, "bias", model.bias);
    for (feature, &weight) in model.weights.iter().enumerate() {
        if weight.abs() >= LEAST {
            entry(table, decision, corpus.name(feature), weight);
        }
    }
}

fn put_looks(table: &mut Table, known: &[usize], label: &dyn Fn(usize) -> bool, fit: Fit, rows: &[Row]) {
    let model = run(known, label, &|_| 1.0, fit, rows, LOOKS.len());
    entry(table, Decision::Telling, "bias", model.bias);
    for (name, &weight) in LOOKS.iter().zip(&model.weights) {
        entry(table, Decision::Telling, name, weight);
    }
}

/// The table as lines of its file, rounded as it is written.
pub fn lines(table: &Table) -> Vec<Line> {
    let mut lines = Vec::new();
    for (&decision, weights) in table {
        for (cue, weight) in weights {
            #[allow(clippy::cast_possible_truncation, reason = "log odds with two places")]
            let weight = (weight * 100.0).round() as f32 / 100.0;
            lines.push(Line {
                decision,
                cue: cue.clone(),
                weight,
            });
        }
    }
    lines
}

/// The lines as the text of their file.
pub fn page(lines: &[Line]) -> String {
    let mut text = String::from(
        "# How much each cue weighs for each decision, in log odds. Learned by `cargo run --release --example learn`.\n",
    );
    for line in lines {
        let _ = writeln!(text, "{}\t{}\t{:.2}", line.decision.name(), line.cue, line.weight);
    }
    text
}
