//! Rules that are data: `lints/grammar/rules/*.toml`.

use serde::Deserialize;

use super::GrammarError;
use super::Slip;
use super::forms::{self, Form};
use super::pattern::{Match, Pattern};
use super::token::{Tags, Token};
use super::words::Words;

/// A file of rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Written>,
}

/// A rule as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Its name.
    pub id: String,
    /// One of these has to fit.
    pub patterns: Vec<String>,
    /// Where one of these fits over the same words, the rule is silent.
    #[serde(default)]
    pub unless: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// What could stand there: words, and `$1` for the token of the first element, `$1:past` for a form of it.
    #[serde(default)]
    pub put: Vec<String>,
    /// Sentences in which it speaks.
    pub wrong: Vec<String>,
    /// Sentences in which it does not.
    pub right: Vec<String>,
}

/// A rule, read.
#[derive(Debug)]
pub struct Rule {
    /// As it is written.
    pub written: Written,
    patterns: Vec<Pattern>,
    unless: Vec<Pattern>,
}

/// Reads the rules of a file.
///
/// # Errors
/// With what is wrong in it.
pub fn read(name: &str, text: &str, words: &Words) -> Result<Vec<Rule>, GrammarError> {
    let file: File = toml::from_str(text).map_err(|error| super::unreadable(name, &error))?;
    let mut rules = Vec::new();
    for written in file.rule {
        let patterns = |list: &[String]| -> Result<Vec<Pattern>, GrammarError> {
            list.iter()
                .flat_map(|text| expanded(text))
                .map(|text| {
                    Pattern::read(&text, words)
                        .map_err(|error| super::unreadable(name, &format!("{}: {error}", written.id)))
                })
                .collect()
        };
        let asked = patterns(&written.patterns)?;
        // Another token in a place that is put anew would be said twice, or be one that nobody meant.
        let strange = slots(&written.put).find(|slot| !asked.iter().all(|pattern| pattern.underlines(*slot)));
        if let Some(slot) = strange {
            let error = format!("{}: ${slot} is not underlined by each pattern", written.id);
            return Err(super::unreadable(name, &error));
        }
        rules.push(Rule {
            patterns: asked,
            unless: patterns(&written.unless)?,
            written,
        });
    }
    Ok(rules)
}

/// The numbers of the elements that replacements name.
fn slots(put: &[String]) -> impl Iterator<Item = usize> {
    let parts = put.iter().flat_map(|put| put.split_whitespace());
    parts.filter_map(|part| part.strip_prefix('$')?.split(':').next()?.parse().ok())
}

/// `^|and x` stands for two patterns: the beginning of the sentence, or a word.
fn expanded(text: &str) -> Vec<String> {
    match text.strip_prefix("^|") {
        Some(rest) => {
            let after = rest.split_once(' ').map_or("", |(_, after)| after);
            vec![format!("^ {after}"), rest.to_owned()]
        }
        None => vec![text.to_owned()],
    }
}

impl Rule {
    /// Adds what the rule finds in a sentence.
    pub fn check(&self, tokens: &[Token], words: &Words, slips: &mut Vec<Slip>) {
        for at in 0..tokens.len() {
            let Some(found) = self.patterns.iter().find_map(|pattern| pattern.fits(tokens, at, words)) else {
                continue;
            };
            if self.is_excused(tokens, &found, words) {
                continue;
            }
            let (Some(first), Some(last)) = (tokens.get(found.start), tokens.get(found.end.saturating_sub(1))) else {
                continue;
            };
            let put = self
                .written
                .put
                .iter()
                .filter_map(|put| filled(put, tokens, &found, words));
            slips.push(Slip {
                rule: self.written.id.clone(),
                place: first.start..last.end,
                message: self.written.message.clone(),
                replacements: put.map(|put| forms::cased(&put, &first.text)).collect(),
            });
        }
    }

    fn is_excused(&self, tokens: &[Token], found: &Match, words: &Words) -> bool {
        let near = found.start.saturating_sub(4)..found.end;
        near.into_iter().any(|at| {
            let excuses = self.unless.iter().filter_map(|pattern| pattern.fits(tokens, at, words));
            excuses
                .into_iter()
                .any(|excuse| excuse.start < found.end && excuse.end > found.start)
        })
    }
}

/// A replacement with its slots filled; none if a slot has no token.
fn filled(put: &str, tokens: &[Token], found: &Match, words: &Words) -> Option<String> {
    let mut out: Vec<String> = Vec::new();
    for part in put.split_whitespace() {
        let Some(slot) = part.strip_prefix('$') else {
            out.push(part.to_owned());
            continue;
        };
        let (number, form) = slot.split_once(':').unwrap_or((slot, ""));
        let number: usize = number.parse().ok()?;
        match found.tokens.get(number.checked_sub(1)?) {
            Some(Some(at)) => out.push(formed(&tokens[*at], form, words)?),
            // An optional element that took nothing.
            Some(None) => {}
            None => return None,
        }
    }
    Some(out.join(" "))
}

fn formed(token: &Token, form: &str, words: &Words) -> Option<String> {
    let verb = |form| Some(forms::verb(words, token.verb(), form));
    match form {
        "" => Some(token.text.clone()),
        "base" => verb(Form::Base),
        "ing" => verb(Form::Ing),
        "past" => verb(Form::Past),
        "part" => verb(Form::Participle),
        "adverb" => Some(forms::adverb(token.lemma(Tags::ADJECTIVAL).unwrap_or(&token.lower))),
        _ => None,
    }
}
