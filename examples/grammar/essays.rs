//! How often the engine speaks on strong essays.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use essaylint::settings::Settings;
use essaylint::source::{Kind, KindSayings, Source, Syntax};
use rayon::prelude::*;
use serde::Deserialize;

/// Every so many of the strong essays is read, so that it takes a minute and not ten.
const STEP: usize = 8;

#[derive(Deserialize)]
struct Labels {
    kind: Kind,
    profile: String,
}

/// Prints how many findings there are in a thousand words, and how many of each message.
pub fn print(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths = Vec::new();
    for pen in fs::read_dir(folder)? {
        for entry in fs::read_dir(pen?.path())? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".labels.json") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let settings = Settings {
        grammar: true,
        ..Settings::default()
    };
    let strong: Vec<(PathBuf, Kind)> = paths
        .into_iter()
        .filter_map(|path| {
            let labels: Labels = serde_json::from_str(&fs::read_to_string(&path).ok()?).ok()?;
            (labels.profile == "strong").then_some((path, labels.kind))
        })
        .step_by(STEP)
        .collect();
    let read: Vec<(usize, Vec<String>)> = strong
        .par_iter()
        .filter_map(|(path, kind)| findings(path, *kind, &settings))
        .collect();
    let words: usize = read.iter().map(|(words, _)| words).sum();
    let messages: Vec<&String> = read.iter().flat_map(|(_, messages)| messages).collect();
    println!("## Strong essays\n");
    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    let rate = 1000.0 * messages.len() as f64 / words.max(1) as f64;
    println!(
        "{} findings in {} essays of {words} words: {rate:.2} in a thousand words.\n",
        messages.len(),
        read.len()
    );
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for message in messages {
        *counted.entry(message).or_default() += 1;
    }
    if std::env::args().any(|argument| argument == "--essays") {
        for (message, count) in counted {
            println!("- {count}: {message}");
        }
        println!();
    }
    Ok(())
}

fn findings(labels: &Path, kind: Kind, settings: &Settings) -> Option<(usize, Vec<String>)> {
    let path = PathBuf::from(labels.to_string_lossy().replace(".labels.json", ".md"));
    let text = fs::read_to_string(&path).ok()?;
    let words = text.split_whitespace().count();
    let said = KindSayings {
        forced: Some(kind),
        configured: None,
    };
    let source = Source::new(&path.to_string_lossy(), text, Syntax::Markdown, said).ok()?;
    let linted = essaylint::lint(source, settings);
    let text = linted.draft.source.text();
    let of_grammar = linted.findings.iter().filter(|finding| finding.lint == "grammar");
    let told = of_grammar.map(|finding| format!("\"{}\": {}", finding.span.of(text), finding.message));
    Some((words, told.collect()))
}
