//! Irregular verbs with a regular ending: teached, costed, brung.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

/// teached, costed, brung.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for (at, word) in sentence.tokens.iter().enumerate() {
        let listed = sentence.words.other(word, "odd-pasts", true).map(str::to_owned);
        let right = listed.or_else(|| made(sentence, word));
        if let Some(right) = right.filter(|_| word.text == word.lower) {
            let message = format!("the past of this verb is \"{right}\"");
            slips.push(sentence.slip_at("form-irregular", at, message, right));
        }
    }
}

/// The past of the irregular verb that a word with -ed was made from.
fn made(sentence: &Sentence<'_>, word: &Token) -> Option<String> {
    let stem = word.lower.strip_suffix("ed")?;
    if !word.can(Tags::UNKNOWN) && !word.is_in(sentence.words, "false-pasts") {
        return None;
    }
    let shorter = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
    let bases = [stem.to_owned(), format!("{stem}e"), shorter.to_owned()];
    let (past, _) = bases.iter().find_map(|base| sentence.words.irregular(base))?;
    Some(past.to_owned())
}
