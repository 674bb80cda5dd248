//! English as far as the lint `grammar` needs it: tokens with their tags, phrases, clauses, and the rules and checks over them.

mod checks;
mod clause;
mod forms;
mod number;
mod pattern;
mod phrase;
mod read;
mod resolve;
pub mod rule;
mod sounds;
pub mod token;
mod verb_group;
mod words;

use nlprule::types::Sentence as Parsed;
use nlprule::{Rules, Tokenizer};

use super::{GrammarError, Slip};
use rule::Rule;
use token::Token;
use words::Words;

/// A table that is written wrongly.
fn unreadable(name: &str, error: &dyn std::fmt::Display) -> GrammarError {
    GrammarError::new(format!("lints/grammar/{name}: {error}"))
}

/// The files of rules, by name.
const RULES: [(&str, &str); 17] = [
    (
        "rules/articles.toml",
        include_str!("../../../lints/grammar/rules/articles.toml"),
    ),
    (
        "rules/confusions.toml",
        include_str!("../../../lints/grammar/rules/confusions.toml"),
    ),
    (
        "rules/forms.toml",
        include_str!("../../../lints/grammar/rules/forms.toml"),
    ),
    (
        "rules/frames.toml",
        include_str!("../../../lints/grammar/rules/frames.toml"),
    ),
    (
        "rules/learners.toml",
        include_str!("../../../lints/grammar/rules/learners.toml"),
    ),
    (
        "rules/clause-parts.toml",
        include_str!("../../../lints/grammar/rules/clause-parts.toml"),
    ),
    (
        "rules/nouns.toml",
        include_str!("../../../lints/grammar/rules/nouns.toml"),
    ),
    (
        "rules/usage.toml",
        include_str!("../../../lints/grammar/rules/usage.toml"),
    ),
    (
        "rules/verbs.toml",
        include_str!("../../../lints/grammar/rules/verbs.toml"),
    ),
    (
        "rules/words.toml",
        include_str!("../../../lints/grammar/rules/words.toml"),
    ),
    (
        "rules/order.toml",
        include_str!("../../../lints/grammar/rules/order.toml"),
    ),
    (
        "rules/prepositions.toml",
        include_str!("../../../lints/grammar/rules/prepositions.toml"),
    ),
    (
        "rules/adverbs.toml",
        include_str!("../../../lints/grammar/rules/adverbs.toml"),
    ),
    (
        "rules/clauses.toml",
        include_str!("../../../lints/grammar/rules/clauses.toml"),
    ),
    (
        "rules/relatives.toml",
        include_str!("../../../lints/grammar/rules/relatives.toml"),
    ),
    (
        "rules/questions.toml",
        include_str!("../../../lints/grammar/rules/questions.toml"),
    ),
    (
        "rules/times.toml",
        include_str!("../../../lints/grammar/rules/times.toml"),
    ),
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
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The tokens of a sentence that nlprule has parsed; it may have parted it.
    #[must_use]
    pub fn tokens(&self, tokenizer: &Tokenizer, parsed: &[Parsed<'_>]) -> Vec<Token> {
        let mut tokens = read::read(tokenizer, parsed);
        resolve::resolve(&mut tokens);
        tokens
    }

    /// What is wrong in a sentence: by our own rules and checks, and by those rules of nlprule that are enabled.
    #[must_use]
    pub fn look(&self, tokenizer: &Tokenizer, rules: &Rules, text: &str) -> (Vec<Slip>, Vec<Slip>) {
        let parsed: Vec<Parsed<'_>> = tokenizer.pipe(text).collect();
        let own = self.check(&self.tokens(tokenizer, &parsed));
        let theirs = parsed
            .iter()
            .flat_map(|sentence| rules.apply(sentence))
            .map(|found| Slip {
                rule: found.source().to_owned(),
                place: found.span().char().clone(),
                message: said(found.message()),
                replacements: found.replacements().to_vec(),
            });
        (own, theirs.collect())
    }

    /// What is wrong in a sentence.
    #[must_use]
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

/// A message of nlprule as findings say it: no capital letter, no final stop.
fn said(message: &str) -> String {
    let message = message.trim_end_matches(['.', '?', ' ']);
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    let rest = letters.as_str();
    match first {
        // "I am": a word that is always written with a capital letter.
        Some(_) if message.starts_with("I ") || message.starts_with('\'') => message.to_owned(),
        Some(first) => first + rest,
        None => String::new(),
    }
}
