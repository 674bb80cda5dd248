//! Pairs of sentences, and who finds what in them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::fs;
use std::path::Path;

use essaylint::lints::finding::Finding;
use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Syntax};
use rayon::prelude::*;
use serde::Deserialize;

use crate::harper;
use crate::raw::Raw;

#[derive(Deserialize)]
struct File {
    pair: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    writer: String,
    wrong: String,
    right: String,
}

/// A sentence with an error, and the same without it.
pub struct Pair {
    category: String,
    is_native: bool,
    wrong: String,
    right: String,
}

/// Reads all files of a folder; a category is a file.
pub fn read(folder: &Path) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut pairs = Vec::new();
    for path in paths {
        let file: File = toml::from_str(&fs::read_to_string(&path)?)?;
        let category = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        pairs.extend(file.pair.into_iter().map(|pair| Pair {
            category: category.clone(),
            is_native: pair.writer == "native",
            wrong: pair.wrong,
            right: pair.right,
        }));
    }
    Ok(pairs)
}

/// What the lint says about a sentence: messages.
fn ours(sentence: &str, settings: &Settings) -> Vec<String> {
    let Ok(source) = Source::new(
        "sentence.md",
        sentence.to_owned(),
        Syntax::Markdown,
        KindSayings::default(),
    ) else {
        return Vec::new();
    };
    let linted = essaylint::lint(source, settings);
    let of_grammar = linted.findings.iter().filter(|finding| finding.lint == "grammar");
    of_grammar
        .map(|finding: &Finding| finding.message.to_string())
        .collect()
}

/// How often somebody spoke.
#[derive(Clone, Copy, Default)]
struct Tally {
    found: usize,
    false_alarms: usize,
}

impl Tally {
    /// An error is found where something is said of the wrong sentence that is not said of the right one.
    fn count(&mut self, wrong: &[String], right: &[String]) {
        self.found += usize::from(wrong.iter().any(|message| !right.contains(message)));
        self.false_alarms += usize::from(!right.is_empty());
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.false_alarms += other.false_alarms;
    }
}

#[derive(Clone, Copy, Default)]
struct Row {
    pairs: usize,
    /// essaylint, nlprule, harper.
    tallies: [Tally; 3],
}

/// The scores of all.
pub struct Table {
    rows: BTreeMap<String, Row>,
    has_harper: bool,
    misses: Vec<String>,
}

impl Table {
    /// Lets all three read all pairs.
    pub fn new(pairs: &[Pair], raw: &Raw) -> Self {
        let settings = Settings {
            grammar: true,
            ..Settings::default()
        };
        let harper = harper::read(pairs.iter().flat_map(|pair| [pair.wrong.as_str(), pair.right.as_str()]));
        let read: Vec<_> = pairs
            .par_iter()
            .map(|pair| {
                let own = [ours(&pair.wrong, &settings), ours(&pair.right, &settings)];
                (own, [raw.messages(&pair.wrong), raw.messages(&pair.right)])
            })
            .collect();
        let mut table = Self {
            rows: BTreeMap::new(),
            has_harper: harper.is_some(),
            misses: Vec::new(),
        };
        for (at, (pair, (own, theirs))) in pairs.iter().zip(read).enumerate() {
            let half = if pair.is_native {
                "native writers"
            } else {
                "second-language writers"
            };
            let mut tallies = [Tally::default(); 3];
            tallies[0].count(&own[0], &own[1]);
            tallies[1].count(&theirs[0], &theirs[1]);
            if let Some(harper) = &harper {
                tallies[2].count(&harper[2 * at], &harper[2 * at + 1]);
            }
            if tallies[0].found == 0 {
                table
                    .misses
                    .push(format!("- missed ({}): {}", pair.category, pair.wrong));
            }
            if tallies[0].false_alarms > 0 {
                table.misses.push(format!(
                    "- false ({}): {}: {}",
                    pair.category,
                    pair.right,
                    own[1].join("; ")
                ));
            }
            for name in [format!("1 {}", pair.category), format!("2 {half}"), "3 all".to_owned()] {
                let row = table.rows.entry(name).or_default();
                row.pairs += 1;
                row.tallies.iter_mut().zip(tallies).for_each(|(own, new)| own.add(new));
            }
        }
        table
    }

    /// What was missed, and what was marked for nothing.
    pub fn print_misses(&self) {
        for miss in &self.misses {
            println!("{miss}");
        }
        println!();
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "| | pairs | essaylint | false | nlprule | false | harper | false |"
        )?;
        writeln!(out, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for (name, row) in &self.rows {
            write!(out, "| {} | {} |", &name[2..], row.pairs)?;
            let measured = if self.has_harper { 3 } else { 2 };
            for tally in &row.tallies[..measured] {
                write!(
                    out,
                    " {} ({} %) | {} |",
                    tally.found,
                    percent(tally.found, row.pairs),
                    tally.false_alarms
                )?;
            }
            writeln!(out, "{}", if self.has_harper { "" } else { " – | – |" })?;
        }
        if !self.has_harper {
            writeln!(out, "\nharper was not measured: its program was not built.")?;
        }
        Ok(())
    }
}

fn percent(part: usize, whole: usize) -> usize {
    (100 * part + whole / 2) / whole.max(1)
}
