//! `essaylint.toml`: which lints speak and how loudly, what files are, own words and own lints.
//!
//! ```
//! use essaylint::config::Config;
//!
//! let text = "[lints]\nblame = \"error\"\ndraft = \"off\"\n";
//! let config = Config::read(text, "essaylint.toml", |_| Ok(Vec::new()))?;
//! let settings = config.settings();
//! # let _ = settings;
//! # Ok::<(), essaylint::config::ConfigError>(())
//! ```

mod documents;
mod error;
mod fail_on;
mod init;
mod levels;
mod own_lint;
mod page;
mod place;
mod words;

use std::path::{Path, PathBuf};

use crate::lexicon::Lexicon;
use crate::lexicon::compile::{ClassSource, CompileError};
use crate::lints::finding::Confidence;
use crate::lints::lint::Lint;
use crate::lints::{Rules, catalogue, lint_file};
use crate::settings::Settings;
use crate::source::Kind;

use documents::Documents;
use page::{Page, Value};

pub use error::ConfigError;
pub use fail_on::FailOn;
pub use init::init;
pub use levels::Level;
pub use own_lint::{KEYS as LINT_KEYS, LintText};
pub use place::{absolute, find, sources};

/// The name of the file.
pub const NAME: &str = "essaylint.toml";

/// The keys of the file.
pub const KEYS: [&str; 8] = [
    "fail-on",
    "min-confidence",
    "grammar",
    "baseline",
    "phrases",
    "documents",
    "words",
    "lints",
];

/// A configuration, read and checked.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The folder that globs begin at.
    folder: PathBuf,
    fail_on: Option<FailOn>,
    /// As it is written.
    baseline: Option<PathBuf>,
    documents: Vec<Documents>,
    settings: Settings,
}

/// Reads the configuration at `path`, and the own lints that it names.
///
/// # Errors
/// When a file can not be read, or something in it is wrong.
pub fn load(path: &Path) -> Result<Config, ConfigError> {
    let whole = place::absolute(path);
    let folder = whole.parent().unwrap_or(Path::new("")).to_owned();
    let text = place::text_of(path)?;
    let lints = |phrases: &str| place::lint_texts(&folder.join(phrases));
    let config = Config::read(&text, &place::shown(path), lints)?;
    Ok(Config { folder, ..config })
}

/// Reads own lints without a configuration: a lint file, or all of a folder.
///
/// # Errors
/// When a file can not be read, or something in it is wrong.
pub fn load_lints(path: &Path) -> Result<Config, ConfigError> {
    if path.is_dir() {
        let help = "look at the path, and whether you may read it";
        let files = place::lint_files(path).map_err(|reason| {
            ConfigError::of_file(
                place::shown(path),
                format!("the folder can not be read: {reason}"),
                help,
            )
        })?;
        let texts: Result<Vec<LintText>, ConfigError> = files.iter().map(|file| lint_text(file)).collect();
        return Config::of_lints(&own(texts?));
    }
    Config::of_lints(&own(vec![lint_text(path)?]))
}

/// The files that are own lints: the file of a lint that is built in adds none.
fn own(mut files: Vec<LintText>) -> Vec<LintText> {
    let is_builtin = |id: &str| catalogue().iter().any(|lint| lint.id == id);
    files.retain(|file| !lint_file::read(&file.text).is_ok_and(|file| is_builtin(&file.id)));
    files
}

fn lint_text(path: &Path) -> Result<LintText, ConfigError> {
    let text = place::text_of(path)?;
    Ok(LintText {
        name: place::shown(path),
        text,
    })
}

impl Config {
    /// Reads the text of a configuration, which is called `name`. `lints` gives the lint files of the folder that the
    /// configuration names by `phrases`, or says why it can not.
    ///
    /// # Errors
    /// With the first thing that is wrong, here or in a lint file.
    pub fn read(
        text: &str,
        name: &str,
        lints: impl Fn(&str) -> Result<Vec<LintText>, String>,
    ) -> Result<Self, ConfigError> {
        let page = Page::new(name, text);
        let table = page.parse()?;
        for entry in page.entries(&table) {
            if !KEYS.contains(&entry.key) {
                return Err(page.unknown("key", entry.key, entry.at, &KEYS));
            }
        }
        let mut config = Self {
            folder: Path::new(name).parent().unwrap_or(Path::new("")).to_owned(),
            ..Self::default()
        };
        if let Some(value) = table.get("fail-on") {
            config.fail_on = Some(fail_on(page, value)?);
        }
        if let Some(value) = table.get("baseline") {
            config.baseline = Some(baseline(page, value)?);
        }
        if let Some(value) = table.get("documents") {
            config.documents = documents::read(page, value)?;
        }
        let words = match table.get("words") {
            Some(value) => words::read(page, value)?,
            None => Vec::new(),
        };
        let files = match table.get("phrases") {
            Some(value) => own_files(page, value, lints)?,
            None => Vec::new(),
        };
        config.settings = settings(&words, &files, |error| words::wrong(page, &table, &error))?;
        if let Some(value) = table.get("min-confidence") {
            config.settings.min_confidence = min_confidence(page, value)?;
        }
        if let Some(value) = table.get("grammar") {
            config.settings.grammar = grammar(page, value)?;
        }
        if let Some(value) = table.get("lints") {
            levels::read(page, value, &mut config.settings.rules)?;
        }
        Ok(config)
    }

    /// The configuration that own lints make by themselves.
    ///
    /// # Errors
    /// With the first thing that is wrong in one of them.
    pub fn of_lints(files: &[LintText]) -> Result<Self, ConfigError> {
        let settings = settings(&[], files, |error| {
            let name = files.first().map_or(String::new(), |file| file.name.clone());
            ConfigError::of_file(name, error.to_string(), "split the phrases over fewer lints")
        })?;
        Ok(Self {
            settings,
            ..Self::default()
        })
    }

    /// What a run is set to.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings.clone()
    }

    /// From which severity on findings make a run fail, if the configuration says so.
    #[must_use]
    pub fn fail_on(&self) -> Option<FailOn> {
        self.fail_on
    }

    /// The file of the baseline, if the configuration names one.
    #[must_use]
    pub fn baseline(&self) -> Option<PathBuf> {
        self.baseline.as_ref().map(|file| self.folder.join(file))
    }

    /// The kind of the file at `path`, if `[[documents]]` tells it; the last glob that fits counts.
    #[must_use]
    pub fn kind_of(&self, path: &Path) -> Option<Kind> {
        if self.documents.is_empty() {
            return None;
        }
        let whole = place::absolute(path);
        let below = whole.strip_prefix(&self.folder).or(path.strip_prefix(&self.folder));
        let below = below.ok()?;
        self.documents
            .iter()
            .rev()
            .find_map(|documents| documents.kind_of(below))
    }
}

fn fail_on<'t>(page: Page<'t>, value: &Value<'t>) -> Result<FailOn, ConfigError> {
    let name = page.string(value, "write \"error\", \"warning\", \"note\" or \"never\"")?;
    name.parse()
        .map_err(|_| page.unknown("value of fail-on", name, value.span(), &FailOn::NAMES))
}

fn min_confidence<'t>(page: Page<'t>, value: &Value<'t>) -> Result<Confidence, ConfigError> {
    let name = page.string(value, "write \"high\" or \"medium\"")?;
    name.parse()
        .map_err(|_| page.unknown("value of min-confidence", name, value.span(), &Confidence::NAMES))
}

fn grammar<'t>(page: Page<'t>, value: &Value<'t>) -> Result<bool, ConfigError> {
    let asked = page.boolean(value, "write true or false, without quotes")?;
    if asked && !crate::grammar::IS_BUILT_IN {
        let message = "this essaylint was built without the feature 'grammar'";
        return Err(page.error(value.span(), message, "build it with that, or write grammar = false"));
    }
    Ok(asked)
}

fn baseline<'t>(page: Page<'t>, value: &Value<'t>) -> Result<PathBuf, ConfigError> {
    const SHAPE: &str = "write the file of the baseline: baseline = \"essaylint-baseline.json\"";
    match page.string(value, SHAPE)? {
        "" => Err(page.error(value.span(), "the baseline has no name", SHAPE)),
        file => Ok(PathBuf::from(file)),
    }
}

fn own_files<'t>(
    page: Page<'t>,
    value: &Value<'t>,
    lints: impl Fn(&str) -> Result<Vec<LintText>, String>,
) -> Result<Vec<LintText>, ConfigError> {
    let folder = page.string(value, "write the folder of your own lints: phrases = \"lints\"")?;
    let files = lints(folder).map_err(|reason| {
        let message = format!("the folder '{folder}' can not be read: {reason}");
        page.error(value.span(), message, "the path begins at the folder of essaylint.toml")
    })?;
    if files.is_empty() {
        let message = format!("the folder '{folder}' holds no lint file");
        return Err(page.error(
            value.span(),
            message,
            "put a file LINT.toml into it, or take 'phrases' out",
        ));
    }
    Ok(files)
}

/// Settings with own words and own lints.
fn settings(
    words: &[ClassSource],
    files: &[LintText],
    wrong: impl Fn(CompileError) -> ConfigError,
) -> Result<Settings, ConfigError> {
    let builtin = catalogue();
    let mut known: Vec<Lint> = builtin.to_vec();
    for file in files {
        let lint = own_lint::read(file, &known)?;
        known.push(lint);
    }
    let lints = known.split_off(builtin.len());
    let own: Vec<ClassSource> = lints.iter().map(own_lint::class).collect();
    let (lexicon, classes) = Lexicon::with_own(words, &own).map_err(wrong)?;
    let mut rules = Rules::default();
    for (lint, class) in lints.into_iter().zip(classes) {
        rules.add(lint, class);
    }
    Ok(Settings {
        rules,
        lexicon,
        min_confidence: Confidence::LEAST,
        grammar: false,
    })
}

#[cfg(test)]
mod tests;
