//! Which rules of nlprule speak: `lints/grammar/nlprule.toml`.

use std::collections::HashMap;

use nlprule::Rules;
use serde::Deserialize;

use super::GrammarError;

const TABLE: &str = include_str!("../../lints/grammar/nlprule.toml");

/// Which rules speak.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Curation {
    /// Categories that speak, each with why.
    categories: HashMap<String, String>,
    /// Rules of those categories that are silent, each with why.
    silent: HashMap<String, String>,
}

impl Curation {
    /// Reads the table.
    ///
    /// # Errors
    /// When it is written wrongly.
    pub fn read() -> Result<Self, GrammarError> {
        toml::from_str(TABLE).map_err(|error| GrammarError::new(format!("lints/grammar/nlprule.toml: {error}")))
    }

    /// Whether a rule speaks, by the name that its findings give: `CATEGORY/RULE/NUMBER`.
    pub fn speaks(&self, source: &str) -> bool {
        let mut parts = source.split('/');
        let known =
            |table: &HashMap<String, String>, name: &str| table.keys().any(|key| key.eq_ignore_ascii_case(name));
        let speaks = parts.next().is_some_and(|category| known(&self.categories, category));
        speaks && parts.next().is_some_and(|rule| !known(&self.silent, rule))
    }

    /// Disables the rules that are silent, so that they cost no time.
    pub fn quiet(&self, rules: &mut Rules) {
        for rule in rules.rules_mut() {
            if !self.speaks(&rule.id().to_string()) {
                rule.disable();
            }
        }
    }
}
