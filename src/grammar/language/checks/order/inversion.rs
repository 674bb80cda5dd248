//! Words that pull the verb before its subject: never I had seen; only then I understood.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Tags, Token};

use super::is_auxiliary;

/// Never I had seen; not only I learned; only then I understood.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let nor =
            sentence.tokens[at].reads("nor") && sentence.before_is(at, &[","]) && !sentence.any_is(0, at, &["neither"]);
        if nor || at == 0 || sentence.before_is(at, &[";", "and", "but", "\u{2014}", ":"]) {
            slips.extend(after_clause(sentence, at));
            let start = subject_start(sentence, at);
            slips.extend(start.and_then(|start| judge(sentence, at, start)));
        }
    }
}

/// Where the subject would stand after a word at `at` that pulls the verb before it.
fn subject_start(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let (first, second) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
    match first.lower.as_str() {
        "never" | "rarely" | "seldom" | "hardly" | "scarcely" | "nowhere" => Some(if second.is(&["before", "again"]) {
            at + 2
        } else {
            at + 1
        }),
        "little" => second.reads("did").then_some(at + 1),
        "not" => second.is(&["only", "once"]).then_some(at + 2),
        "nor" => Some(at + 1),
        "only" if second.is(&["then", "later"]) => Some(at + 2),
        "only" if second.is(&["after", "in", "by", "during"]) => only_after(sentence, at),
        "under" | "at" | "in" if second.reads("no") => sentence.phrase_starting(at + 1).map(|phrase| phrase.end),
        _ => None,
    }
}

/// Not until I had held a retractor for nine hours I could see.
fn after_clause(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [first, second] = sentence.row(at)?;
    let pulls = first.reads("not") && second.reads("until")
        || first.reads("only") && second.is(&["when", "if", "once", "after"]);
    if !pulls {
        return None;
    }
    let main = sentence.finite().filter(|group| group.start > at).nth(1)?;
    let phrase = sentence.phrase_ending(main.first).filter(|phrase| phrase.is_pronoun)?;
    let who = &sentence.tokens[phrase.head];
    let hangs = sentence.before_in(phrase.start, "list-breaks")
        || sentence.before_is(phrase.start, &["because", "if", "and", "but"]);
    let is_inverted = (at + 2..sentence.tokens.len())
        .any(|on| is_auxiliary(sentence, &sentence.tokens[on]) && sentence.phrase_starting(on + 1).is_some());
    if hangs || is_inverted || !who.is(&["i", "he", "she", "we", "they", "it", "you"]) {
        return None;
    }
    Some(inverted(sentence, first, phrase, &sentence.tokens[main.first]))
}

fn judge(sentence: &Sentence<'_>, at: usize, start: usize) -> Option<Slip> {
    let first = &sentence.tokens[at];
    let phrase = sentence.phrase_starting(start)?;
    let (who, verb) = (&sentence.tokens[phrase.head], sentence.get(phrase.end)?);
    let is_subject = phrase.is_pronoun && who.is(&["i", "he", "she", "we", "they", "it", "you"])
        || phrase.determiner.is_some() && first.is(&["never", "rarely", "seldom", "only"]);
    if !is_subject
        || !verb.can(Tags::FINITE | Tags::MODAL)
        || first.reads("never") && verb.can(Tags::BASE) && !phrase.is_pronoun
    {
        return None;
    }
    Some(inverted(sentence, first, phrase, verb))
}

/// The slip of a phrase and its verb that stand the wrong way round.
fn inverted(sentence: &Sentence<'_>, first: &Token, phrase: &Phrase, verb: &Token) -> Slip {
    let text = sentence.text(phrase.start, phrase.end);
    let put = if is_auxiliary(sentence, verb) || verb.is_be() {
        format!("{} {text}", verb.text)
    } else {
        let aux = if verb.can(Tags::PAST) {
            "did"
        } else if verb.can(Tags::THIRD) {
            "does"
        } else {
            "do"
        };
        format!("{aux} {text} {}", verb.verb())
    };
    let message = format!(
        "after \"{}\" at the beginning the verb stands before the subject",
        first.text
    );
    sentence.slip("order-inversion", phrase.start, phrase.end + 1, message, vec![put])
}

/// The subject after "Only after the funeral".
fn only_after(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let mut end = sentence.phrase_starting(at + 2)?.end;
    while sentence.at_is(end, &["of", "in", "at", "with"]) {
        end = sentence.phrase_starting(end + 1)?.end;
    }
    sentence.phrase_starting(end)?.is_pronoun.then_some(end)
}
