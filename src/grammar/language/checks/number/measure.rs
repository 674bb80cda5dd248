//! Measures before a noun: a 45-years-old mechanic, a two-weeks rotation.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

/// a 45-years-old mechanic, a two-weeks rotation.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for (at, token) in sentence.tokens.iter().enumerate() {
        if let Some(right) = mended(
            sentence,
            token,
            sentence.at_can(at + 1, Tags::NOMINAL | Tags::ADJECTIVAL),
        ) {
            let message = "a measure before a noun stands in the singular";
            slips.push(sentence.slip_at("number-measure", at, message, right));
        }
    }
}

/// The measure in the singular, if it is one in the plural.
fn mended(sentence: &Sentence<'_>, token: &Token, before_noun: bool) -> Option<String> {
    let parts: Vec<&str> = token.text.split('-').collect();
    let (count, unit, rest) = match parts.as_slice() {
        [count, unit] if before_noun => (*count, *unit, None),
        [count, unit, rest] if ["old", "long"].contains(rest) => (*count, *unit, Some(*rest)),
        _ => return None,
    };
    let counts = count.chars().all(|c| c.is_ascii_digit()) || sentence.words.has("count-words", count);
    let one = unit
        .strip_suffix('s')
        .filter(|_| counts && sentence.words.has("hyphen-units", unit))?;
    Some(rest.map_or_else(|| format!("{count}-{one}"), |rest| format!("{count}-{one}-{rest}")))
}
