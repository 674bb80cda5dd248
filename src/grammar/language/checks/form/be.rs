//! The verb after "be": was wrote, was advance, am agree.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::{Tags, Token};

use super::next_word;

/// was wrote, was advance, is call, am agree.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        if verb.is_be() && !verb.reads("'s") && !(verb.reads("be") && at == 0) {
            slips.extend(judge(sentence, at));
        }
    }
}

/// What a word may also be, so that it is no verb for sure.
const ELSEWHERE: Tags = Tags::NOMINAL
    .with(Tags::ADJECTIVAL)
    .with(Tags::PREPOSITION)
    .with(Tags::DETERMINER)
    .with(Tags::PRONOUN);

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let verb = &sentence.tokens[at];
    let next = next_word(sentence, at + 1)?;
    let word = &sentence.tokens[next];
    let verbal = word.may.and(Tags::VERBAL);
    let past = verbal.any(Tags::PAST)
        && !verbal.any(Tags::PARTICIPLE | Tags::BASE | Tags::PRESENT)
        && !word.may.any(ELSEWHERE);
    // "What I wanted to be was", "the human being rang".
    if word.is_be() || word.is(&["had", "went", "did"]) || verb.reads("being") && sentence.before_is(at, &["human"]) {
        return None;
    }
    if past || word.is_in(sentence.words, "pasts-not-participles") {
        let base = sentence.words.base_of_past(&word.lower).unwrap_or_else(|| word.verb());
        let right = sentence.form(base, Form::Participle);
        let message = format!("after \"{}\" stands the participle: \"{right}\"", verb.text);
        return Some(sentence.slip_at("form-be", next, message, right));
    }
    if next > at + 3 || !is_bare_verb(word) || !helps(sentence, at) {
        return None;
    }
    let base = word.verb();
    if word.is_in(sentence.words, "no-be") && verb.is(&["am", "is", "are", "'m", "'re"]) {
        let message = format!("\"{base}\" is the verb: no \"{}\" before it", verb.text);
        return Some(sentence.slip("form-be", next, next + 1, message, Vec::new()));
    }
    let message = format!("after \"{}\" stands a participle", verb.text);
    let put = [Form::Participle, Form::Ing].map(|form| sentence.form(base, form));
    Some(sentence.slip("form-be", next, next + 1, message, put.into()))
}

fn is_bare_verb(word: &Token) -> bool {
    let verbal = word.may.and(Tags::VERBAL);
    verbal.any(Tags::BASE)
        && !verbal.any(Tags::PARTICIPLE | Tags::PAST | Tags::ING)
        && !word.may.any(ELSEWHERE)
        && !word.can(Tags::ADVERB)
        && word.text == word.lower
        && !word.is(&["let", "be", "go", "do", "come", "become", "please"])
}

/// Whether the form of "be" at this token helps a verb: "all I did was wait" and "the goal is help" are complete without.
fn helps(sentence: &Sentence<'_>, at: usize) -> bool {
    let subject_is_near = sentence.phrase_ending(at).is_some()
        || sentence.tokens[at].is(&["been", "being"])
        || sentence.before_is(at, &["who", "which", "that", "has", "have", "had"]);
    let task = sentence
        .before(at)
        .is_some_and(|before| before.can(Tags::NOUN) && before.is_in(sentence.words, "task-nouns"));
    subject_is_near && !task && !sentence.any_is(0, at, &["all", "what", "thing", "first"])
}
