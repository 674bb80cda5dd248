//! A preposition before an object that needs none: discussed about, entered to, contacted with.

use crate::grammar::Slip;
use crate::grammar::language::checks::form::is_bare;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags, Token};

/// discussed about, entered to, contacted with.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        slips.extend(judge(sentence, at));
    }
}

/// The verbs that take their object without this preposition.
fn list_of(preposition: &Token) -> Option<&'static str> {
    Some(match preposition.lower.as_str() {
        "about" => "no-about",
        "to" => "no-to",
        "with" => "no-with",
        "on" => "no-on",
        "of" => "no-of",
        "for" => "no-for",
        _ => return None,
    })
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, preposition, next] = sentence.row(at)?;
    let list = list_of(preposition)?;
    let pronominal = Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::WH;
    let object = next.can(pronominal | Tags::NOMINAL | Tags::ADJECTIVAL | Tags::NUMBER);
    let active = sentence
        .group_holding(at)
        .is_some_and(|group| group.main == at && !group.passive)
        && verb.chunk != Chunk::Noun
        && !verb.can(Tags::NOMINAL);
    let infinitive =
        preposition.reads("to") && is_bare(next) && next.can(Tags::BASE) && !next.can(Tags::PRONOUN | Tags::DETERMINER);
    if !object
        || !active
        || infinitive
        || !verb.is_verb_of(sentence.words, list)
        || is_said(sentence, verb, preposition, next)
        || is_participle(sentence, at, list)
    {
        return None;
    }
    let message = format!("\"{}\" takes its object without \"{}\"", verb.text, preposition.text);
    Some(sentence.slip_at("preposition-none", at + 1, message, ""))
}

/// "benefit to", "attend to a patient", "speak to": what can be said stays.
fn is_said(sentence: &Sentence<'_>, verb: &Token, preposition: &Token, next: &Token) -> bool {
    let lemma = verb.verb();
    let words = sentence.words;
    match preposition.lower.as_str() {
        "to" => {
            let to_person = next.is(&["me", "us", "him", "them"])
                || next.can(Tags::POSSESSIVE) && ["help", "support"].contains(&lemma);
            words.has("no-to-loose", lemma) && !(words.has("no-to-firm", lemma) && to_person)
        }
        "with" => ["visit", "join", "face"].contains(&lemma),
        "on" => ["influence", "stress", "discuss"].contains(&lemma),
        "of" => ["need", "require", "include"].contains(&lemma) || verb.can(Tags::ING) && lemma != "lack",
        "for" => ["visit", "attend", "order", "request"].contains(&lemma),
        _ => verb.can(Tags::PARTICIPLE) && !verb.can(Tags::PAST),
    }
}

/// Whether the verb is a participle after its noun, so that the preposition is another's: "the cases discussed on rounds".
fn is_participle(sentence: &Sentence<'_>, at: usize, list: &str) -> bool {
    let verb = &sentence.tokens[at];
    let after_comma = verb.can(Tags::PARTICIPLE) && sentence.before_is(at, &[","]);
    let after_noun = verb.can(Tags::PARTICIPLE)
        && sentence.before_can(at, Tags::NOMINAL)
        && sentence.finite().count() > 1
        && ["no-on", "no-of", "no-for"].contains(&list);
    after_comma || after_noun || verb.must(Tags::PARTICIPLE)
}
