//! English as far as the lint `grammar` needs it: tokens with their tags, phrases, clauses, and the rules and checks over them.

mod checks;
mod clause;
mod forms;
mod pattern;
mod phrase;
mod read;
mod resolve;
pub mod rule;
pub mod slip;
mod sounds;
pub mod token;
mod verb_group;
mod words;

use nlprule::Tokenizer;

use rule::Rule;
use slip::Slip;
use token::Token;
use words::Words;

/// Why the engine can not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrammarError(String);

impl GrammarError {
    /// A table that is written wrongly.
    fn table(name: &str, error: &dyn std::fmt::Display) -> Self {
        Self(format!("lints/grammar/{name}: {error}"))
    }

    /// Data of nlprule that can not be read.
    pub fn data(name: &str, error: &dyn std::fmt::Display) -> Self {
        Self(format!("the data that is built in ({name}) can not be read: {error}"))
    }
}

impl std::fmt::Display for GrammarError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for GrammarError {}

/// The files of rules, by name.
const RULES: [(&str, &str); 6] = [
    ("rules/articles.toml", include_str!("../../../lints/grammar/rules/articles.toml")),
    ("rules/confusions.toml", include_str!("../../../lints/grammar/rules/confusions.toml")),
    ("rules/forms.toml", include_str!("../../../lints/grammar/rules/forms.toml")),
    ("rules/frames.toml", include_str!("../../../lints/grammar/rules/frames.toml")),
    ("rules/order.toml", include_str!("../../../lints/grammar/rules/order.toml")),
    ("rules/prepositions.toml", include_str!("../../../lints/grammar/rules/prepositions.toml")),
];

/// The tables, rules and checks.
#[derive(Debug)]
pub struct Language {
    words: Words,
    rules: Vec<Rule>,
}

impl Language {
    /// Reads tables and rules.
    ///
    /// # Errors
    /// When one is written wrongly.
    pub fn read() -> Result<Self, GrammarError> {
        let words = Words::read()?;
        let mut rules = Vec::new();
        for (name, text) in RULES {
            rules.extend(rule::read(name, text, &words)?);
        }
        Ok(Self { words, rules })
    }

    /// The rules that are data.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The tokens of a sentence.
    pub fn tokens(&self, tokenizer: &Tokenizer, text: &str) -> Vec<Token> {
        let mut tokens = read::read(tokenizer, text);
        resolve::resolve(&mut tokens);
        tokens
    }

    /// What is wrong in a sentence.
    pub fn check(&self, tokens: &[Token]) -> Vec<Slip> {
        let mut slips = Vec::new();
        for rule in &self.rules {
            rule.check(tokens, &self.words, &mut slips);
        }
        let clauses = clause::Sentence::read(tokens, &self.words);
        checks::check(&clauses, &mut slips);
        slips
    }
}
