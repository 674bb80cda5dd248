//! nlprule as it comes, with all its rules.

use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::time::{Duration, Instant};

use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Syntax};
use nlprule::{Rules, Tokenizer};

const TOKENIZER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en_tokenizer.bin"));
const RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en_rules.bin"));

/// The draft that is timed: a statement of usual length.
const DRAFT: &str = "fixtures/demo/first-statement.md";

/// nlprule, loaded.
pub struct Raw {
    tokenizer: Tokenizer,
    rules: Rules,
    /// How long it took.
    loading: Duration,
}

impl Raw {
    /// Loads it as its documentation shows it.
    pub fn load() -> Result<Self, Box<dyn Error>> {
        let start = Instant::now();
        let tokenizer = Tokenizer::from_reader(Cursor::new(TOKENIZER))?;
        let rules = Rules::from_reader(Cursor::new(RULES))?;
        Ok(Self {
            tokenizer,
            rules,
            loading: start.elapsed(),
        })
    }

    /// What it says about a sentence.
    pub fn messages(&self, sentence: &str) -> Vec<String> {
        let found = self.rules.suggest(sentence, &self.tokenizer);
        found
            .iter()
            .map(|found| format!("{} {}", found.source(), found.message()))
            .collect()
    }

    /// Compares the time of a run with nlprule's own.
    pub fn print_time(&self) -> Result<(), Box<dyn Error>> {
        let text = fs::read_to_string(DRAFT)?;
        let start = Instant::now();
        let found = self.rules.suggest(&text, &self.tokenizer).len();
        let suggesting = start.elapsed();
        let settings = Settings {
            grammar: true,
            ..Settings::default()
        };
        // The engine is loaded already: that time is nlprule's own, and both pay it.
        let start = Instant::now();
        let source = Source::new(DRAFT, text, Syntax::Markdown, KindSayings::default())?;
        let linted = essaylint::lint(source, &settings);
        let linting = start.elapsed();
        let theirs = self.loading + suggesting;
        let whole = self.loading + linting;
        println!("## Time\n");
        println!(
            "On `{DRAFT}` nlprule loads in {} ms and suggests in {} ms ({found} suggestions); essaylint lints with grammar in {} ms ({} findings). \
             With loading that is {:.2} of nlprule's time.",
            self.loading.as_millis(),
            suggesting.as_millis(),
            linting.as_millis(),
            linted.findings.len(),
            whole.as_secs_f64() / theirs.as_secs_f64()
        );
        Ok(())
    }
}
