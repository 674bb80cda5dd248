//! The verb after "do", and "not" without it: did not knew, I not understood.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::next_word;

/// did not knew, doesn't has, don't saw.
pub fn after_do(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        if verb.is(&["do", "does", "did"]) && verb.can(Tags::VERBAL) {
            slips.extend(judge(sentence, at));
        }
    }
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let next = verb_after(sentence, at)?;
    let word = sentence.get(next).filter(|word| !word.is_be())?;
    let verbal = word.may.and(Tags::VERBAL);
    let is_wrong = verbal.any(Tags::PAST | Tags::THIRD | Tags::PARTICIPLE)
        && !verbal.any(Tags::BASE | Tags::ING)
        && !word.may.any(Tags::NOMINAL.without(Tags::NAME) | Tags::PREPOSITION)
        && next <= at + 6;
    let base = is_wrong.then(|| word.verb())?;
    let message = format!("\"{}\" takes the bare verb: \"{base}\"", sentence.tokens[at].text);
    Some(sentence.slip_at("form-do", next, message, base))
}

/// Where the verb stands that "do" at this token helps: after "not", or after the subject of a question.
fn verb_after(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let next = next_word(sentence, at + 1)?;
    if sentence.at_can(at + 1, Tags::NOT) {
        return Some(next);
    }
    let asks = sentence
        .before(at)
        .is_none_or(|before| before.can(Tags::WH | Tags::STOP))
        && sentence.tokens[next].can(Tags::PRONOUN | Tags::NOMINAL | Tags::DETERMINER)
        && sentence.any_is(0, sentence.tokens.len(), &["?"]);
    let phrase = sentence.phrase_starting(next).filter(|_| asks)?;
    Some(phrase.end)
}

/// I not understood.
pub fn not_past(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        slips.extend(judge_not(sentence, at));
    }
}

fn judge_not(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [before, not, verb] = sentence.row(at - 1)?;
    let finite = verb.may.and(Tags::VERBAL);
    let helped = sentence
        .before(at - 1)
        .is_some_and(|left| left.can(Tags::MODAL) || left.is(&["had", "did", "do", "have", "does", "were", "was"]));
    let bare = before.is(&["i", "he", "she", "we", "they", "it", "you"])
        && not.text == "not"
        && !verb.may.any(Tags::NOMINAL | Tags::ADJECTIVAL)
        && finite.any(Tags::FINITE)
        && !finite.any(Tags::ING)
        && !verb.is_be()
        && !verb.is(&["have", "had", "has", "do", "did", "does"])
        && sentence.is_opening(at - 1)
        && !helped;
    if !bare || !finite.any(Tags::PAST) && !verb.can(Tags::PRESENT | Tags::THIRD) {
        return None;
    }
    let aux = if finite.any(Tags::PAST) {
        "did"
    } else if finite.any(Tags::THIRD) {
        "does"
    } else {
        "do"
    };
    let message = format!("\"not\" needs \"{aux}\" before it");
    let put = vec![format!("{aux} not {}", verb.verb())];
    Some(sentence.slip("form-not", at, at + 2, message, put))
}
