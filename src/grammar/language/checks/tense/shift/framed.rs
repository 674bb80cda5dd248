//! Clauses of one story: I walked into the room, and the patient looks; when a code is called.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Tags, Token};
use crate::grammar::language::verb_group::{Group, Tense};

use super::{in_past, is_past, lasting};

/// I walked into the room, and the patient looks; when a code is called.
pub fn judge(sentence: &Sentence<'_>, first: &Group, second: &Group) -> Option<Slip> {
    let verb = &sentence.tokens[second.first];
    let had = first.perfect && sentence.tokens[first.first].reads("had");
    if !(is_past(sentence, first) || had)
        || second.tense != Tense::Present
        || verb.quoted
        || sentence.before_is(second.first, &["'d"])
        || sentence.tokens[first.first].quoted
        || verb.may.any(Tags::PAST)
    {
        return None;
    }
    let phrase = sentence.phrase_before(second)?;
    let link_at = link(sentence, phrase.start)?;
    let link = &sentence.tokens[link_at];
    if !link.is_in(sentence.words, "shift-links")
        || is_broken(sentence, first.end, link_at + 1)
        || is_general(sentence, phrase, second)
    {
        return None;
    }
    let when = link.is(&["when", "until", "before"]);
    let although = link.reads(",") && sentence.at_is(0, &["although", "when", "because", "after"]);
    let first_is_state =
        sentence.tokens[first.first].is_be() && first.is_single() && !when && !although && !link.reads("so");
    let now_before = sentence
        .finite()
        .any(|other| other.end <= first.start && other.tense == Tense::Present);
    if when && now_before {
        return None;
    }
    let lemma = sentence.tokens[second.main].verb();
    let stays =
        sentence.words.has("lasting", lemma) && !when && !["call", "take", "give", "say", "want"].contains(&lemma);
    if first_is_state || stays || !tells_moment(sentence, link, phrase, second) {
        return None;
    }
    if second.passive {
        let past = if verb.reads("is") { "was" } else { "were" };
        let told = &sentence.tokens[first.first].text;
        let message = format!("the sentence is in the past (\"{told}\"): \"{past}\"");
        return Some(sentence.slip_at("tense-shift", second.first, message, past));
    }
    Some(in_past(
        sentence,
        second.first,
        verb.verb(),
        "the sentence",
        first.first,
    ))
}

/// The word that joins the clause whose subject begins at `start`: "and after an hour the resident explains".
fn link(sentence: &Sentence<'_>, start: usize) -> Option<usize> {
    let mut at = start.checked_sub(1)?;
    let is_adverb = |at: usize| {
        let token = &sentence.tokens[at];
        token.can(Tags::ADVERB) && token.is(&["then", "there", "suddenly", "immediately"])
    };
    while at > 0 && is_adverb(at) {
        at -= 1;
    }
    Some(at)
}

/// Whether something between the two clauses parts them.
fn is_broken(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    let between = sentence.span(start, end);
    let clause_that = between
        .iter()
        .enumerate()
        .any(|(on, token)| token.reads("that") && !between.get(on + 1).is_some_and(|next| next.can(Tags::NOUN)));
    clause_that || between.len() > 14 || sentence.any_in(start, end, "shift-breaks-framed")
}

/// Whether the second clause may tell what holds at any time.
fn is_general(sentence: &Sentence<'_>, phrase: &Phrase, group: &Group) -> bool {
    let many = sentence
        .phrase_ending(group.first)
        .is_some_and(|phrase| sentence.tokens[phrase.head].can(Tags::NOUNS) && phrase.determiner.is_none());
    sentence.any_in(group.start, group.start + 6, "general-words")
        || sentence.tokens[phrase.start].is(&["you", "it", "this", "that", "there", "one"])
        || sentence.before_is(phrase.start, &["as", "way", "where"])
        || sentence.words.has("timeless", sentence.tokens[phrase.head].noun())
        || sentence.is_caused(group)
        || lasting(sentence, group.first)
        || sentence.any_is(phrase.start, group.first, &["still", "now", "never", "always", "often"])
        || many
}

/// Whether the verb tells what happens at once, after a word that leads on in a story.
fn tells_moment(sentence: &Sentence<'_>, link: &Token, phrase: &Phrase, group: &Group) -> bool {
    let (verb, lemma) = (&sentence.tokens[group.first], sentence.tokens[group.main].verb());
    let words = sentence.words;
    let out = sentence.at_is(group.end, &["out", "to", "behind", "that"]);
    let dynamic = verb.must(Tags::THIRD)
        && !verb.may.any(Tags::NOMINAL)
        && !words.has("lasting", lemma)
        && link.is_in(words, "dynamic-links");
    let known = words.has("moments", lemma) && !words.has("moment-also-general", lemma) && !(lemma == "turn" && out);
    let single = group.is_single() && !verb.is_be();
    let moment = single && (dynamic || known);
    let personal = single && verb.must(Tags::THIRD) && sentence.at_is(group.end, &["him", "her", "me", "us", "them"]);
    match link.lower.as_str() {
        // "When a young man comes in": he was not there before.
        "when" if single && verb.must(Tags::THIRD) && sentence.at_is(phrase.start, &["a", "an"]) => true,
        "when" | "until" | "before" => moment || personal || verb.is(&["is", "are"]) && group.passive,
        "while" => single && verb.must(Tags::THIRD) && !words.has("lasting", lemma),
        "because" => single && lemma == "want",
        "so" => moment,
        _ => moment && !sentence.tokens[phrase.head].reads("i"),
    }
}
