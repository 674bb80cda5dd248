//! The verb after "to": to went, wanted to improving.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags, Token};

/// to went, to improving: after "to" stands the bare verb.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        if sentence.tokens[at].reads("to") {
            slips.extend(past(sentence, at));
            slips.extend(ing(sentence, at));
        }
    }
}

/// Whether what stands before "to" takes an infinitive.
fn wants(sentence: &Sentence<'_>, before: &Token) -> bool {
    before.may_be_verb_of(sentence.words, "takes-to") || before.may_be_verb_of(sentence.words, "to-needed")
}

/// to went
fn past(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [before, _, word] = sentence.row(at - 1)?;
    let verbal = word.may.and(Tags::VERBAL);
    let elsewhere = Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::DETERMINER;
    let is_past =
        verbal.any(Tags::PAST) && !verbal.any(Tags::BASE) && !word.may.any(elsewhere) && word.text == word.lower;
    let governed = wants(sentence, before) || before.is_in(sentence.words, "able-words");
    let sure = governed
        || verbal.only(Tags::PAST)
        || before.must(Tags::NOUN | Tags::VERBAL | Tags::PRONOUN) && !word.may.any(Tags::PARTICIPLE);
    if !is_past || !sure || word.is_be() || before.is(&["due", "prior", "compared", "according"]) {
        return None;
    }
    let base = word.verb();
    let message = format!("after \"to\" stands the bare verb: \"{base}\"");
    Some(sentence.slip_at("form-to", at + 1, message, base))
}

/// wanted to improving
fn ing(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [before, _, word] = sentence.row(at - 1)?;
    let is_ing = word.may.any(Tags::ING)
        && (word.chunk != Chunk::Noun || sentence.at_can(at + 2, Tags::DETERMINER | Tags::POSSESSIVE));
    let left = at.checked_sub(2).map(|left| &sentence.tokens[left]);
    let able = before.is_in(sentence.words, "able-words") && !before.reads("going");
    let person = before.is(&["me", "us", "him", "them"])
        && left.is_some_and(|left| left.has_lemma_in(sentence.words, "object-to"));
    let goal = before.is_be() && left.is_some_and(|left| left.is_in(sentence.words, "purpose-nouns"));
    let wanted = wants(sentence, before) && !before.is(&["prefer", "preferred", "need", "aspire"]);
    if !is_ing || !(wanted || able || person || goal) {
        return None;
    }
    let base = word.lemma(Tags::ING).unwrap_or(&word.lower);
    let message = format!("after \"to\" stands the bare verb here: \"{base}\"");
    Some(sentence.slip_at("form-to", at + 1, message, base))
}
