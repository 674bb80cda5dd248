//! The verb after a modal: can to go, must went, could helped.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags, Token};

use super::next_word;

/// can to go, must went, could helped.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        if is_modal(sentence, &sentence.tokens[at]) {
            slips.extend(judge(sentence, at));
        }
    }
}

fn is_modal(sentence: &Sentence<'_>, token: &Token) -> bool {
    let known = token.is_in(sentence.words, "modals") && !token.can(Tags::NOMINAL)
        || token.is(&["can", "must", "should", "could", "would"]) && token.can(Tags::MODAL);
    known && !token.is_capital() && !token.quoted
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let modal = &sentence.tokens[at];
    // "My will is weak", "a can to put on it"; "the rotation I would repeat if I could is".
    let noun = sentence.before_can(at, Tags::POSSESSIVE | Tags::DETERMINER | Tags::GENITIVE);
    let left_alone = sentence
        .get(at + 1)
        .is_some_and(|next| next.is_be() || next.is(&["had", "has", "have", "did", "went"]))
        && !sentence.at_is(at + 1, &["be", "have"]);
    let all = sentence.at_is(at + 1, &["to"]) && sentence.any_is(0, at, &["all", "everything", "what", "whatever"]);
    if noun || all || left_alone && sentence.finite().count() > 1 {
        return None;
    }
    let next = next_word(sentence, at + 1)?;
    let word = &sentence.tokens[next];
    if word.reads("to") && sentence.at_can(next + 1, Tags::BASE) && !modal.is(&["will", "may", "might"]) {
        let message = format!("\"{}\" takes the bare verb, without \"to\"", modal.text);
        return Some(sentence.slip_at("form-modal", next, message, ""));
    }
    let verbal = word.may.and(Tags::VERBAL);
    let finite = verbal.any(Tags::PAST | Tags::THIRD | Tags::PARTICIPLE)
        && !verbal.any(Tags::BASE | Tags::ING)
        && !word.may.any(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION);
    let third = verbal.only(Tags::THIRD)
        && !word.may.any(Tags::ADJECTIVAL | Tags::PREPOSITION)
        && word.chunk != Chunk::Noun
        && modal.must(Tags::MODAL);
    let past = verbal.only(Tags::PAST | Tags::PARTICIPLE) && word.chunk == Chunk::Verb && !word.may.any(Tags::NOMINAL);
    if !finite && !third && !past {
        return None;
    }
    let base = word.verb();
    let message = format!("\"{}\" takes the bare verb: \"{base}\"", modal.text);
    Some(sentence.slip_at("form-modal", next, message, base))
}
