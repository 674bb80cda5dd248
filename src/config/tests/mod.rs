//! The configuration from text to findings.

mod files;
mod settings;
mod wrong;

use super::*;
use crate::lints::finding::Finding;
use crate::source::{KindSayings, Source, Syntax};

/// The file of an own lint.
const OWN: &str = r#"
id = "my-words"
group = "mine"
severity = "note"
scope = "passage"
kinds = ["personal-statement"]
message = "\"{words}\" again"
help = "say it another way"
phrases = ["at the end of the day", "take~v it to the next level"]

[[example]]
kind = "personal-statement"
fires = "«At the end of the day» we sew."
"#;

fn no_lints(_: &str) -> Result<Vec<LintText>, String> {
    Err("it does not exist".to_owned())
}

fn read(text: &str) -> Result<Config, ConfigError> {
    Config::read(text, "d/essaylint.toml", no_lints)
}

fn read_with(text: &str, own: &[&str]) -> Result<Config, ConfigError> {
    let files = own.iter().enumerate().map(|(number, text)| LintText {
        name: format!("d/lints/{number}.toml"),
        text: (*text).to_owned(),
    });
    let files: Vec<LintText> = files.collect();
    Config::read(text, "d/essaylint.toml", |_| Ok(files.clone()))
}

fn findings(config: &Config, text: &str) -> Vec<Finding> {
    let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    crate::lint(source, &config.settings()).findings
}

fn of<'f>(findings: &'f [Finding], lint: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|finding| finding.lint == lint).collect()
}

/// A draft with a slot left open.
const SLOT: &str = "I was at [Medical Center] in May.";
