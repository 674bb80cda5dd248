//! The configurations of the open drafts: read, watched, read again. One that is wrong leaves the last good one in force.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use gen_lsp_types::Uri;

use essaylint::config::{self, Config, ConfigError};
use essaylint::settings::Settings;
use essaylint::source::Kind;

use super::uri;
use crate::cli::args::Shared;
use crate::cli::project;

/// The file of a configuration; none is the default.
pub(super) type Key = Option<PathBuf>;

/// When a file was written, and how long it is in bytes.
type Stamp = (SystemTime, u64);

/// All configurations that a draft has asked for.
#[derive(Debug)]
pub(super) struct Configs<'a> {
    shared: &'a Shared,
    loaded: BTreeMap<Key, Loaded>,
}

#[derive(Debug, Default)]
struct Loaded {
    /// The last good one.
    config: Config,
    settings: Arc<Settings>,
    stamp: Option<Stamp>,
    /// What is wrong with the file as it is now.
    error: Option<ConfigError>,
}

impl Loaded {
    fn load(&mut self, path: &Path) {
        self.stamp = stamp(path);
        match config::load(path) {
            Ok(config) => {
                self.settings = Arc::new(config.settings());
                self.config = config;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }
}

impl<'a> Configs<'a> {
    pub(super) fn new(shared: &'a Shared) -> Self {
        Self {
            shared,
            loaded: BTreeMap::new(),
        }
    }

    /// The configuration that counts for the draft at `path`; it is read if it has not been.
    pub(super) fn key_of(&mut self, path: &Path) -> Key {
        let key = project::config_of(self.shared, path);
        self.loaded.entry(key.clone()).or_insert_with(|| {
            let mut loaded = Loaded::default();
            if let Some(path) = &key {
                loaded.load(path);
            }
            loaded
        });
        key
    }

    /// What counts for the draft at `path`: the settings of its configuration, and the kind that this tells.
    pub(super) fn terms(&self, key: &Key, path: &Path) -> (Arc<Settings>, Option<Kind>) {
        match self.loaded.get(key) {
            Some(loaded) => (Arc::clone(&loaded.settings), loaded.config.kind_of(path)),
            None => (Arc::default(), None),
        }
    }

    /// Reads again what has been written since; `whatever` the stamps say, where a lint file may have changed. Says
    /// whether anything was read or has gone.
    pub(super) fn refresh(&mut self, whatever: bool) -> bool {
        let before = self.loaded.len();
        let is_fixed = self.shared.config.is_some();
        self.loaded
            .retain(|key, _| is_fixed || key.as_ref().is_none_or(|path| path.is_file()));
        let mut changed = self.loaded.len() < before;
        for (key, loaded) in &mut self.loaded {
            if let Some(path) = key
                && (whatever || stamp(path) != loaded.stamp)
            {
                loaded.load(path);
                changed = true;
            }
        }
        changed
    }

    /// Forgets all configurations but these.
    pub(super) fn keep(&mut self, used: &BTreeSet<Key>) {
        self.loaded.retain(|key, _| used.contains(key));
    }

    /// What is wrong with configurations, by the file that it is wrong in.
    pub(super) fn errors(&self) -> impl Iterator<Item = (Uri, &ConfigError)> {
        let errors = self.loaded.values().filter_map(|loaded| loaded.error.as_ref());
        errors.map(|error| {
            let path = Path::new(&error.path);
            let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            (uri::of_path(&whole), error)
        })
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let data = fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}
