//! "The" before what there is only one of: it was best day; for first time.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

/// It was best day; for first time; I am only doctor.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        if wants_the(sentence, at) {
            let token = &sentence.tokens[at];
            let message = format!("\"the\" belongs before \"{}\"", token.lower);
            slips.push(sentence.slip_at("article-superlative", at, message, format!("the {}", token.text)));
        }
    }
}

fn wants_the(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = sentence.words;
    let (before, token, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
    let noun = next.can(Tags::NOUN)
        && !next.can(Tags::FINITE | Tags::PREPOSITION)
        && !next.is_in(words, "superlative-adverbial");
    let same = token.reads("same") && noun && before.is_in(words, "superlative-after");
    let only = token.reads("only")
        && before.is(&["is", "was", "am", "became"])
        && next.must(Tags::NOUN)
        && next.is_in(words, "roles");
    let best = token.can(Tags::SUPERLATIVE)
        && !token.is(&["most", "least", "best", "last", "next"])
        && token.is_in(words, "superlatives")
        && noun
        && (before.is_be() || before.is(&["in", "at", "because", "from", "of", "for"]))
        || token.reads("best") && before.is(&["is", "was"]) && next.is_in(words, "superlative-nouns");
    let in_front = before.is_be() || before.is_in(words, "superlative-governors");
    !before.reads("the")
        && !before.can(Tags::GENITIVE)
        && (same || only || in_front && (best || is_ordinal(before, token, next, noun)))
}

/// for first time, during second year
fn is_ordinal(before: &Token, token: &Token, next: &Token, noun: bool) -> bool {
    let during = before.reads("during") && (noun || next.is(&["year", "semester", "rotation"]));
    token.is(&["first", "second", "third", "fourth", "fifth", "sixth", "seventh"])
        && !before.can(Tags::DETERMINER)
        && (next.is(&["time", "day", "week", "month"])
            || during
            || next.is(&["person", "doctor", "physician"]) && before.is_be())
}
