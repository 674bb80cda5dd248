//! An adjective before an adjective: extreme important, technical successful.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms;
use crate::grammar::language::token::Tags;

/// extreme important, technical successful, considerable older.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let word = &sentence.tokens[at];
        let listed = word.is_in(sentence.words, "degree") && (at == 0 || word.text == word.lower);
        if listed && is_before_adjective(sentence, at) && is_meant(sentence, at) {
            let adverb = forms::adverb(&word.lower);
            let message = format!("before an adjective stands the adverb: \"{adverb}\"");
            slips.push(sentence.slip_at("adverb-degree", at, message, adverb));
        }
    }
}

fn is_before_adjective(sentence: &Sentence<'_>, at: usize) -> bool {
    let [word, next] = [&sentence.tokens[at], &sentence.tokens[at + 1]];
    next.may.any(Tags::ADJECTIVAL) && !next.may.any(Tags::NOMINAL | Tags::ADVERB)
        || next.may.any(Tags::COMPARATIVE) && !next.may.any(Tags::NOMINAL)
        || next.is_in(sentence.words, "needs-be")
        || next.is(&["slow", "hard", "clean", "good", "nice", "fast"]) && word.is(&["real", "surprising"])
}

/// Whether the word tells how much, and is no adjective of its own: "a special new ward", "poor old man".
fn is_meant(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = sentence.words;
    let [word, next] = [&sentence.tokens[at], &sentence.tokens[at + 1]];
    let before_noun = sentence
        .get(at + 2)
        .is_some_and(|after| after.can(Tags::NOMINAL) && !after.can(Tags::VERBAL | Tags::PREPOSITION));
    let linked = sentence.before(at).is_some_and(|before| {
        before.is_be()
            || before.is(&["very", "so", "seemed", "felt", "became", "looked", "back"])
            || ["seem", "feel", "become", "look", "remain"].contains(&before.verb())
    });
    let only_degree = word.is_in(words, "degree-only");
    if before_noun {
        let also_of_noun = word.is_in(words, "degree-also-of-nouns") && !word.reads("real")
            || word.is(&["technical", "relative", "surgical"])
            || word.is_in(words, "degree-after-link") && !linked
            || word.reads("real") && !next.is(&["good", "hard", "nice"]);
        only_degree && !also_of_noun
    } else {
        linked || only_degree && !word.is_in(words, "degree-after-link")
    }
}
