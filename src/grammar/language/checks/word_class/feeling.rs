//! What causes a feeling for who feels it: I was interesting in; the case was very excited.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

/// I was interesting in; the case was very excited.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 2..sentence.tokens.len() {
        if let Some(subject) = subject(sentence, at) {
            slips.extend(felt(sentence, at, subject));
            slips.extend(causes(sentence, at, subject));
        }
    }
}

/// The last word of the subject of which token `at` is said.
fn subject<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s Token> {
    let mut back = at;
    while back > 1 && sentence.before_in(back, "feeling-adverbs") {
        back -= 1;
    }
    let verb = sentence.before(back)?;
    let is_said = verb.is_be() || ["feel", "become", "get"].contains(&verb.verb());
    sentence.before(back - 1).filter(|_| is_said)
}

/// I was interesting in
fn felt(sentence: &Sentence<'_>, at: usize, subject: &Token) -> Option<Slip> {
    let word = &sentence.tokens[at];
    let felt = sentence.words.other(word, "feelings", true)?;
    let governed = sentence.get(at + 1).is_some_and(|next| match word.lower.as_str() {
        "interesting" => next.is(&["in"]),
        "exciting" => next.is(&["about", "to", "when"]),
        "boring" | "tiring" | "satisfying" | "confusing" => next.is(&["of", "with", "about", "because", "."]),
        _ => next.is(&["by", "with", "about", "of", "."]),
    });
    (subject.is(&["i", "we", "he", "she", "they"]) && governed)
        .then(|| sentence.slip_at("word-feeling", at, format!("who feels it is \"{felt}\""), felt))
}

/// the case was very excited
fn causes(sentence: &Sentence<'_>, at: usize, subject: &Token) -> Option<Slip> {
    let word = &sentence.tokens[at];
    let causes = sentence.words.other(word, "feelings", false)?;
    let thing = subject.reads("it")
        || sentence.words.has("things", subject.noun())
            && subject.can(Tags::NOUN)
            && !subject.is_in(sentence.words, "places-that-feel");
    let ends = sentence
        .get(at + 1)
        .is_none_or(|next| next.is(&[".", ",", "and", "but", "for", "because"]))
        && !word.is(&["tired", "worried", "relaxed", "shocked", "exhausted"]);
    (thing && ends).then(|| sentence.slip_at("word-feeling", at, format!("what causes it is \"{causes}\""), causes))
}
