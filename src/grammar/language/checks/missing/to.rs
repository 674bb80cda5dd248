//! "To" that is missing: want become, would like thank, able help.

use crate::grammar::Slip;
use crate::grammar::language::checks::form::is_bare;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};

/// want become, decided become, need learn; would like thank.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let next = &sentence.tokens[at + 1];
        let after_verb = is_bare_verb(sentence, at + 1) && wants_to(sentence, at);
        let bare = is_bare_alone(next);
        if after_verb || (bare || next.reads("be")) && is_able(sentence, at) {
            let word = &sentence.tokens[at].text;
            let message = format!("\"to\" is missing after \"{word}\"");
            let put = vec![format!("{word} to {}", next.text)];
            slips.push(sentence.slip("missing-to", at, at + 2, message, put));
        }
    }
}

/// Whether a word is a bare verb and nothing else.
fn is_bare_alone(word: &Token) -> bool {
    let elsewhere = Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB | Tags::DETERMINER;
    is_bare(word) && !word.may.any(elsewhere) && !word.is_be() && !word.is(&["do", "let"])
}

/// Whether a bare verb stands here: one that is nothing else, or one with its object.
fn is_bare_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.tokens[at];
    let with_object = is_bare(word)
        && !word.may.any(Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB)
        && sentence.at_can(at + 1, Tags::DETERMINER | Tags::POSSESSIVE)
        && word.is_in(sentence.words, "bare-after-wish");
    is_bare_alone(word) || with_object
}

/// Whether the verb at this token takes "to" and a verb.
fn wants_to(sentence: &Sentence<'_>, at: usize) -> bool {
    let verb = &sentence.tokens[at];
    let listed = verb.is_verb_of(sentence.words, "to-needed") && !verb.must(Tags::NOMINAL | Tags::ADJECTIVAL);
    let would_like = verb.is(&["like", "love"]) && sentence.before_is(at, &["would", "'d"]);
    let wants = match verb.verb() {
        "like" | "love" | "prefer" => false,
        "try" | "continue" | "begin" => listed && !verb.can(Tags::NOMINAL),
        "need" => {
            let person = sentence.before_is(at, &["i", "we", "they", "you"]) && is_bare_alone(&sentence.tokens[at + 1]);
            listed && (person || !verb.can(Tags::NOMINAL) && !verb.reads("need"))
        }
        _ => listed,
    };
    let passive = sentence.group_holding(at).is_some_and(|group| group.passive) && !verb.can(Tags::PAST);
    (wants || would_like) && !verb.can(Tags::ING) && !passive
}

/// able help, in order become
fn is_able(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.tokens[at];
    word.is(&["able", "unable", "willing", "eager", "supposed"])
        || word.reads("order") && sentence.before_is(at, &["in"])
}
