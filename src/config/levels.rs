//! The table `[lints]`: how loudly lints and groups of lints speak, and the lints' thresholds.

use super::ConfigError;
use super::page::{Entry, Page, Value};
use crate::lints::finding::Severity;
use crate::lints::lint::Lint;
use crate::lints::threshold::Measure;
use crate::lints::{GROUPS, Rules};

/// How loudly a lint speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not at all.
    Off,
    /// With this severity.
    At(Severity),
}

impl Level {
    /// The names, as configuration has them.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "off"];

    fn named(name: &str) -> Option<Self> {
        match name {
            "off" => Some(Self::Off),
            _ => name.parse().ok().map(Self::At),
        }
    }
}

/// Reads `[lints]` into `rules`. What is said of a lint counts more than what is said of its group.
pub(super) fn read<'t>(page: Page<'t>, value: &Value<'t>, rules: &mut Rules) -> Result<(), ConfigError> {
    let table = page.table(value, "write a table: [lints]")?;
    let (of_groups, of_lints): (Vec<_>, Vec<_>) = page
        .entries(table)
        .into_iter()
        .partition(|entry| rules.lints().iter().any(|lint| lint.group == entry.key));
    for entry in of_groups {
        group(page, &entry, rules)?;
    }
    for entry in of_lints {
        let found = rules.lints().iter().find(|lint| lint.id == entry.key).cloned();
        match found {
            Some(lint) => one(page, &entry, &lint, rules)?,
            None => return Err(unknown(page, &entry, rules)),
        }
    }
    Ok(())
}

fn unknown(page: Page<'_>, entry: &Entry<'_, '_>, rules: &Rules) -> ConfigError {
    let message = format!("unknown lint or group '{}'", entry.key);
    let help = match rules.nearest(entry.key) {
        Some(name) => format!("did you mean '{name}'?"),
        None => format!(
            "the groups are {}; 'essaylint lints' lists the lints",
            GROUPS.join(", ")
        ),
    };
    page.error(entry.at.clone(), message, help)
}

fn group<'t>(page: Page<'t>, entry: &Entry<'_, 't>, rules: &mut Rules) -> Result<(), ConfigError> {
    if let Some(table) = entry.value.get_ref().as_table() {
        for inner in page.entries(table) {
            if inner.key != "severity" {
                let message = format!("'{}' is a group and has no '{}'", entry.key, inner.key);
                let help = format!(
                    "a group has a severity alone; set thresholds under a lint: [lints.LINT] {} = …",
                    inner.key
                );
                return Err(page.error(inner.at, message, help));
            }
            set(level(page, inner.value)?, entry.key, rules);
        }
        return Ok(());
    }
    set(level(page, entry.value)?, entry.key, rules);
    Ok(())
}

fn one<'t>(page: Page<'t>, entry: &Entry<'_, 't>, lint: &Lint, rules: &mut Rules) -> Result<(), ConfigError> {
    let Some(table) = entry.value.get_ref().as_table() else {
        set(level(page, entry.value)?, &lint.id, rules);
        return Ok(());
    };
    for inner in page.entries(table) {
        let own = lint.thresholds.iter().find(|(name, _)| name == inner.key);
        match own {
            _ if inner.key == "severity" => set(level(page, inner.value)?, &lint.id, rules),
            Some((name, own)) => {
                let value = threshold(page, inner.value, Measure::of(name, *own))?;
                rules.set_threshold(&lint.id, name, value);
            }
            None => {
                let known: Vec<&str> = lint
                    .thresholds
                    .iter()
                    .map(|(name, _)| name.as_ref())
                    .chain(["severity"])
                    .collect();
                let error = page.unknown("threshold", inner.key, inner.at, &known);
                let message = format!("{} of '{}'", error.message, lint.id);
                return Err(ConfigError { message, ..error });
            }
        }
    }
    Ok(())
}

fn level<'t>(page: Page<'t>, value: &Value<'t>) -> Result<Level, ConfigError> {
    let name = page.string(value, "write \"error\", \"warning\", \"note\" or \"off\"")?;
    Level::named(name).ok_or_else(|| page.unknown("severity", name, value.span(), &Level::NAMES))
}

fn threshold<'t>(page: Page<'t>, value: &Value<'t>, measure: Measure) -> Result<f64, ConfigError> {
    let number = page.number(value)?;
    if measure.allows(number) {
        Ok(number)
    } else {
        let message = format!("this threshold can not be {number}");
        Err(page.error(value.span(), message, measure.shape()))
    }
}

fn set(level: Level, name: &str, rules: &mut Rules) {
    match level {
        Level::Off => rules.turn(name, false),
        Level::At(severity) => {
            rules.turn(name, true);
            rules.set_severity(name, severity);
        }
    }
}
