//! The labelled essays and sentences under `fixtures/`, read for the judge and for learning.
#![allow(dead_code, reason = "each example uses its part")]

pub mod target;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;

use essaylint::prose::Prose;
use essaylint::source::{Kind, KindSayings, Source, Span, Syntax};

/// The labels of an essay, as its file holds them.
#[derive(Debug, Deserialize)]
pub struct Labels {
    pub kind: Kind,
    pub profile: String,
    pub findings: Vec<Label>,
    pub document_findings: Vec<DocumentLabel>,
    pub traps: Vec<Trap>,
    pub episodes: Vec<LabelledEpisode>,
}

/// A finding that must be made.
#[derive(Debug, Deserialize)]
pub struct Label {
    pub lint: String,
    pub quote: String,
    pub sure: bool,
    #[serde(default)]
    pub why: String,
}

/// A finding about the whole text.
#[derive(Debug, Deserialize)]
pub struct DocumentLabel {
    pub lint: String,
    pub sure: bool,
}

/// Innocent words.
#[derive(Debug, Deserialize)]
pub struct Trap {
    pub lint: String,
    pub quote: String,
}

/// An episode with its sentences.
#[derive(Debug, Deserialize)]
pub struct LabelledEpisode {
    pub flag: String,
    pub sentences: Vec<LabelledSentence>,
}

/// A sentence of an episode.
#[derive(Debug, Deserialize)]
pub struct LabelledSentence {
    pub quote: String,
    pub roles: Vec<String>,
}

/// An essay with its labels.
pub struct Essay {
    /// Folder and name: `d/ps-01`.
    pub name: String,
    pub text: String,
    pub labels: Labels,
}

impl Essay {
    /// The essay as a source of its labelled kind.
    pub fn source(&self) -> Result<Source, Box<dyn Error>> {
        let said = KindSayings {
            forced: Some(self.labels.kind),
            configured: None,
        };
        Ok(Source::new(
            &format!("{}.md", self.name),
            self.text.clone(),
            Syntax::Markdown,
            said,
        )?)
    }

    /// The set that it belongs to: the texts of one pen.
    pub fn set(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// The number of the sentence that a quote is mostly in; none where it is in no sentence.
    pub fn sentence(&self, prose: &Prose, quote: &str) -> Option<usize> {
        let span = self.span(quote);
        let sentences = prose.sentences();
        let shared = |at: usize| {
            let other = sentences[at].span;
            other
                .end()
                .min(span.end())
                .saturating_sub(other.start().max(span.start()))
        };
        (0..sentences.len())
            .filter(|&at| sentences[at].span.overlaps(span))
            .max_by_key(|&at| (shared(at), usize::MAX - at))
    }

    /// Where a quote stands.
    pub fn span(&self, quote: &str) -> Span {
        let start = self.text.find(quote).unwrap_or(0);
        Span::new(start, start + quote.len())
    }
}

/// The essays under `folder`, in order of name.
pub fn essays(folder: &Path) -> Result<Vec<Essay>, Box<dyn Error>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    let essays: Result<Vec<Essay>, String> = paths.par_iter().map(|path| essay(folder, path)).collect();
    Ok(essays?)
}

/// The sets of essays whose pens knew nothing of the lints, as the fixtures under `folder` name them.
pub fn unaware(folder: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let path = folder.join("unaware-sets.txt");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let names = text.lines().filter(|line| !line.starts_with('#'));
    Ok(names.flat_map(str::split_whitespace).map(str::to_owned).collect())
}

/// The essay whose labels stand at `path`.
fn essay(folder: &Path, path: &Path) -> Result<Essay, String> {
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let labels: Labels = serde_json::from_str(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let draft = PathBuf::from(path.to_string_lossy().replace(".labels.json", ".md"));
    let text = read(&draft)?;
    let name = draft.with_extension("");
    let name = name
        .strip_prefix(folder)
        .unwrap_or(&name)
        .to_string_lossy()
        .into_owned();
    Ok(Essay { name, text, labels })
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.to_string_lossy().ends_with(".labels.json") {
            paths.push(path);
        }
    }
    Ok(())
}

/// A sentence of the bank.
#[derive(Debug, Deserialize)]
pub struct BankSentence {
    pub text: String,
    pub kind: Kind,
    #[serde(default)]
    pub lint: Option<String>,
    #[serde(default)]
    pub span: Option<String>,
    #[serde(default)]
    pub not: Option<String>,
    #[serde(default)]
    pub roles: Vec<String>,
    /// The file it stands in, without extension.
    #[serde(skip)]
    pub file: String,
    /// Its pair in the file: a sentence and its innocent twin. Every fifth pair is kept apart as a test.
    #[serde(skip)]
    pub pair: usize,
}

impl BankSentence {
    /// Whether the sentence is kept apart from learning.
    pub fn is_test(&self) -> bool {
        self.pair % 5 == 4
    }

    /// The sentence as an essay that holds nothing else, with what the bank says of it.
    pub fn as_essay(&self) -> Essay {
        let label = |lint: &String| Label {
            lint: lint.clone(),
            quote: self.span.clone().unwrap_or_else(|| self.text.clone()),
            sure: true,
            why: String::new(),
        };
        let trap = |lint: &String| Trap {
            lint: lint.clone(),
            quote: self.text.clone(),
        };
        Essay {
            name: format!("{}/{}", self.file, self.pair),
            text: self.text.clone(),
            labels: Labels {
                kind: self.kind,
                profile: String::new(),
                findings: self.lint.iter().map(label).collect(),
                document_findings: Vec::new(),
                traps: self.not.iter().map(trap).collect(),
                episodes: Vec::new(),
            },
        }
    }
}

#[derive(Deserialize)]
struct BankFile {
    sentence: Vec<BankSentence>,
}

/// The sentence bank.
pub fn bank(folder: &Path) -> Result<Vec<BankSentence>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    let mut bank = Vec::new();
    for path in paths {
        let file: BankFile =
            toml::from_str(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (number, mut sentence) in file.sentence.into_iter().enumerate() {
            sentence.file.clone_from(&name);
            sentence.pair = number / 2;
            bank.push(sentence);
        }
    }
    Ok(bank)
}
