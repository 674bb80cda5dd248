//! Where "to" and the bare verb stand: hoped working, let me to observe, encouraged me applying.

use crate::grammar::Slip;
use crate::grammar::language::checks::form::is_bare;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::passive;

/// hoped working, refused taking, let me to observe, encouraged me applying.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        slips.extend(ing_for_to(sentence, at));
        if sentence.tokens[at + 1].is_in(sentence.words, "object-pronouns") {
            slips.extend(to_for_bare(sentence, at));
            slips.extend(ing_after_person(sentence, at));
            slips.extend(bare_after_person(sentence, at));
        }
    }
}

/// hoped working
fn ing_for_to(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let words = sentence.words;
    let only_to = verb.is_verb_of(words, "takes-to")
        && !verb.can(Tags::ING | Tags::NOMINAL)
        && !passive(sentence, at)
        && !words.has("to-also-gerund", verb.verb());
    let ing = next.may.any(Tags::ING)
        && next.text == next.lower
        && next.lower.ends_with("ing")
        && !next.is_in(words, "ing-not-verbs");
    let object = Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::NOMINAL | Tags::NUMBER;
    if !only_to || !ing || !third.can(object | Tags::PREPOSITION | Tags::ADVERB) || !verb.spaced {
        return None;
    }
    let base = next.lemma(Tags::ING).unwrap_or(&next.lower);
    let message = format!("\"{}\" is followed by \"to {base}\"", verb.text);
    Some(sentence.slip_at("frame-to", at + 1, message, format!("to {base}")))
}

/// let me to observe
fn to_for_bare(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let verb = &sentence.tokens[at];
    let is_wrong = verb.is_verb_of(sentence.words, "object-bare")
        && sentence.at_is(at + 2, &["to"])
        && sentence.get(at + 3).is_some_and(is_bare)
        && !passive(sentence, at);
    is_wrong.then(|| {
        let message = format!("\"{}\" takes the bare verb, without \"to\"", verb.text);
        sentence.slip_at("frame-bare", at + 2, message, "")
    })
}

/// Whether the verb takes a person and "to", and the word after it is one.
fn takes_person(sentence: &Sentence<'_>, at: usize) -> bool {
    let [verb, next] = [&sentence.tokens[at], &sentence.tokens[at + 1]];
    !next.reads("it")
        && verb.is_verb_of(sentence.words, "object-to")
        && !sentence.words.has("object-to-loose", verb.verb())
}

/// encouraged me applying
fn ing_after_person(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let is_wrong = takes_person(sentence, at)
        && third.may.any(Tags::ING)
        && third.lower.ends_with("ing")
        && !third.may.any(Tags::PREPOSITION)
        && sentence.get(at + 3).is_some_and(|next| !next.can(Tags::STOP));
    is_wrong.then(|| {
        let base = third.lemma(Tags::ING).unwrap_or(&third.lower);
        let message = format!("\"{} {}\" is followed by \"to {base}\"", verb.text, next.text);
        sentence.slip_at("frame-object-to", at + 2, message, format!("to {base}"))
    })
}

/// encouraged me apply
fn bare_after_person(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let elsewhere = Tags::PREPOSITION | Tags::ADVERB | Tags::ADJECTIVAL;
    if !is_bare(third) || third.may.any(elsewhere) {
        return None;
    }
    let plain = takes_person(sentence, at) && !third.may.any(Tags::NOMINAL);
    let firm = sentence.words.has("object-to-firm", verb.verb())
        && verb.is_verb_of(sentence.words, "object-to")
        && !(third.may.any(Tags::NOMINAL) && next.reads("her"))
        && sentence.at_can(at + 3, Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN);
    (plain || firm).then(|| {
        let message = format!("\"{} {}\" is followed by \"to\"", verb.text, next.text);
        sentence.slip_at("frame-object-to", at + 2, message, format!("to {}", third.text))
    })
}
