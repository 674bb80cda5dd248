//! Stands in for `essaylint::config` until that module is merged: the same names, and nothing configured. To merge, delete
//! this file and let `project.rs` use `essaylint::config`.

use std::convert::Infallible;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use essaylint::lints::finding::{Finding, Severity};
use essaylint::settings::Settings;
use essaylint::source::Kind;

/// Why a configuration can not be read.
pub type ConfigError = Infallible;

/// A configuration.
#[derive(Debug, Clone, Default)]
pub struct Config;

/// The configuration that counts for the file or folder at `path`.
pub fn find(_path: &Path) -> Option<PathBuf> {
    None
}

/// Reads the configuration at `path`.
#[allow(clippy::unnecessary_wraps, reason = "the module it stands in for can fail")]
pub fn load(_path: &Path) -> Result<Config, ConfigError> {
    Ok(Config)
}

/// Reads own lints: a lint file, or all of a folder.
#[allow(clippy::unnecessary_wraps, reason = "the module it stands in for can fail")]
pub fn load_lints(_path: &Path) -> Result<Config, ConfigError> {
    Ok(Config)
}

#[allow(clippy::unused_self, reason = "the module it stands in for needs it")]
impl Config {
    /// What a run is set to.
    pub fn settings(&self) -> Settings {
        Settings::default()
    }

    /// From which severity on findings make a run fail.
    pub fn fail_on(&self) -> Option<FailOn> {
        None
    }

    /// The configured kind of a file.
    pub fn kind_of(&self, _path: &Path) -> Option<Kind> {
        None
    }
}

/// The mildest finding that makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// Findings of this severity, and graver ones.
    At(Severity),
    /// None.
    Never,
}

impl FailOn {
    /// The names.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "never"];

    /// Whether one of `findings` makes the run fail.
    pub fn fails(self, findings: &[Finding]) -> bool {
        match self {
            Self::At(mildest) => findings.iter().any(|finding| finding.severity >= mildest),
            Self::Never => false,
        }
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::At(Severity::Warning)
    }
}

impl fmt::Display for FailOn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(severity) => severity.fmt(out),
            Self::Never => out.write_str("never"),
        }
    }
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        match written {
            "never" => Ok(Self::Never),
            _ => written.parse().map(Self::At),
        }
    }
}
