//! What counts for a file: its configuration, with what the command line says on top of it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use essaylint::lints::Rules;
use essaylint::settings::Settings;
use essaylint::source::Kind;

use super::Failure;
use super::args::{Check, Shared};
use super::baselines::{BaselineFile, BaselinePlace};
use essaylint::{baseline, config, grammar};

pub(super) use config::FailOn;

/// What counts for one file.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    /// The lints and words.
    pub(super) settings: Arc<Settings>,
    /// The kind that the configuration tells.
    pub(super) configured: Option<Kind>,
    /// From which severity on findings make the run fail.
    pub(super) fail_on: FailOn,
    /// What the author lives with; none where no baseline can be meant.
    pub(super) baseline: Option<Arc<BaselineFile>>,
}

/// A configuration with the command line's selection on top.
#[derive(Debug)]
struct Loaded {
    config: config::Config,
    settings: Arc<Settings>,
    baseline: Option<Arc<BaselineFile>>,
}

/// Finds what counts for each file; each configuration is read once.
#[derive(Debug)]
pub(super) struct Project<'a> {
    check: &'a Check,
    shared: &'a Shared,
    /// By the path of the configuration; none is the default.
    loaded: HashMap<Option<PathBuf>, Loaded>,
    /// The configuration of each folder.
    found: HashMap<PathBuf, Option<PathBuf>>,
    baselines: Vec<Arc<BaselineFile>>,
}

impl<'a> Project<'a> {
    /// A project in which nothing is read yet.
    pub(super) fn new(check: &'a Check, shared: &'a Shared) -> Self {
        Self {
            check,
            shared,
            loaded: HashMap::new(),
            found: HashMap::new(),
            baselines: Vec::new(),
        }
    }

    /// What counts for the file at `path`.
    pub(super) fn terms(&mut self, path: &Path) -> Result<Terms, Failure> {
        let key = self.config_of(path);
        if !self.loaded.contains_key(&key) {
            let config = load(key.as_deref())?;
            let mut settings = config.settings();
            select(self.check, &mut settings.rules)?;
            if let Some(least) = self.check.min_confidence {
                settings.min_confidence = least;
            }
            settings.grammar |= self.check.grammar;
            if settings.grammar {
                prepare_grammar()?;
            }
            let baseline = self.baseline(key.as_deref(), &config)?;
            let settings = Arc::new(settings);
            let loaded = Loaded {
                config,
                settings,
                baseline,
            };
            self.loaded.insert(key.clone(), loaded);
        }
        let loaded = &self.loaded[&key];
        Ok(Terms {
            settings: Arc::clone(&loaded.settings),
            configured: loaded.config.kind_of(path),
            fail_on: self.check.fail_on.or(loaded.config.fail_on()).unwrap_or_default(),
            baseline: loaded.baseline.clone(),
        })
    }

    /// The baseline that belongs to a configuration: each file is read once.
    fn baseline(&mut self, key: Option<&Path>, config: &config::Config) -> Result<Option<Arc<BaselineFile>>, Failure> {
        let Some(place) = self.baseline_place(key, config)? else {
            return Ok(None);
        };
        if let Some(known) = self.baselines.iter().find(|known| known.path == place.path) {
            return Ok(Some(Arc::clone(known)));
        }
        let read = Arc::new(BaselineFile::read(place, self.check.known.write_baseline)?);
        self.baselines.push(Arc::clone(&read));
        Ok(Some(read))
    }

    /// The command line names the file before the configuration does; else it lies beside that, or in the current folder.
    fn baseline_place(&self, key: Option<&Path>, config: &config::Config) -> Result<Option<BaselinePlace>, Failure> {
        let named = self.check.known.baseline.clone().or_else(|| config.baseline());
        if let Some(path) = named {
            return Ok(Some(BaselinePlace {
                path: config::absolute(&path),
                is_named: true,
            }));
        }
        if self.shared.isolated && self.check.known.write_baseline {
            let message = "--isolated takes a baseline by its name alone; say --baseline FILE, too";
            return Err(Failure::Said(message.to_owned()));
        }
        if self.shared.isolated {
            return Ok(None);
        }
        let folder = key.and_then(Path::parent).unwrap_or(Path::new(""));
        Ok(Some(BaselinePlace {
            path: config::absolute(&folder.join(baseline::NAME)),
            is_named: false,
        }))
    }

    fn config_of(&mut self, path: &Path) -> Option<PathBuf> {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let find = || config_of(self.shared, path);
        self.found.entry(folder).or_insert_with(find).clone()
    }
}

/// The file of the configuration that counts for the file or folder at `path`; none is the default.
pub(crate) fn config_of(shared: &Shared, path: &Path) -> Option<PathBuf> {
    match &shared.config {
        _ if shared.isolated => None,
        Some(path) => Some(path.clone()),
        None => config::find(path),
    }
}

/// The rules of the current folder's configuration.
pub(super) fn rules_here(shared: &Shared) -> Result<Rules, Failure> {
    let path = config_of(shared, Path::new("."));
    Ok(load(path.as_deref())?.settings().rules)
}

/// The rules that the lint files at `path` add to those that are built in.
pub(super) fn own_lints(path: &Path) -> Result<Settings, Failure> {
    let config = config::load_lints(path)?;
    Ok(config.settings())
}

fn load(path: Option<&Path>) -> Result<config::Config, Failure> {
    match path {
        Some(path) => Ok(config::load(path)?),
        None => Ok(config::Config::default()),
    }
}

/// Lets the language engine load while the drafts are read.
fn prepare_grammar() -> Result<(), Failure> {
    if !grammar::IS_BUILT_IN {
        return grammar::load().map_err(|error| Failure::Said(error.to_string()));
    }
    grammar::warm();
    Ok(())
}

/// Turns lints on and off as the command line says.
fn select(check: &Check, rules: &mut Rules) -> Result<(), Failure> {
    for name in check.select.iter().chain(&check.ignore) {
        if !rules.knows(name) {
            return Err(unknown(name, rules));
        }
    }
    if !check.select.is_empty() {
        rules.turn_all_off();
    }
    check.select.iter().for_each(|name| rules.turn(name, true));
    check.ignore.iter().for_each(|name| rules.turn(name, false));
    Ok(())
}

/// A name that no lint and no group has.
pub(super) fn unknown(name: &str, rules: &Rules) -> Failure {
    let guess = rules
        .nearest(name)
        .map_or(String::new(), |near| format!(" did you mean '{near}'?"));
    let colon = if guess.is_empty() { ";" } else { ":" };
    Failure::Said(format!(
        "no lint or group is called '{}'{colon}{guess} 'essaylint lints' lists them all",
        essaylint::report::one_line(name)
    ))
}
