//! Verbs of one subject: she squeezed my hand and asks.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::{Tags, Token};
use crate::grammar::language::verb_group::{Group, Tense};

use super::{in_past, lasting, surely_past};

/// She squeezed my hand and asks.
pub fn judge(sentence: &Sentence<'_>, first: &Group, second: &Group) -> Option<Slip> {
    let (verb, at) = (&sentence.tokens[second.first], second.first);
    let link = link(sentence, at)?;
    if !second.is_single()
        || !first.is_single()
        || sentence.any_in(first.end, second.first, "shift-breaks-joined")
        || link.reads(",") && !sentence.before_is(at, &[","])
    {
        return None;
    }
    let is_shift = surely_past(sentence, first) && second.tense == Tense::Present;
    let outcome = sentence.words.has("outcomes", sentence.tokens[first.first].verb());
    let is_shift = is_shift && !outcome;
    let third = is_shift && verb.must(Tags::THIRD | Tags::NOMINAL) && verb.can(Tags::THIRD);
    if is_lasting(sentence, verb, third && link.reads("and"), at) {
        return None;
    }
    let verb_alone = !verb.may.any(Tags::NOMINAL) && link.reads("and");
    // "To sit with them and explain": the bare verb goes with another.
    let loose = sentence
        .groups
        .iter()
        .any(|other| other.start >= first.end && other.end <= at && !other.is_finite());
    let bare = is_shift && !loose && verb.must(Tags::PRESENT | Tags::BASE) && verb_alone && !verb.may.any(Tags::PAST);
    let may_be_noun = verb.may.any(Tags::NOUNS) && !followed(sentence, second)
        || link.reads(",") && sentence.phrase_ending(first.first).is_none();
    if third && (verb_alone || !may_be_noun) || bare {
        return Some(in_past(sentence, at, verb.verb(), "the verb before", first.first));
    }
    (link.reads("and") && is_back(sentence, first, verb)).then(|| {
        let third = sentence.form(verb.verb(), Form::Third);
        let told = &sentence.tokens[first.first].text;
        let message = format!("the verb before is in the present (\"{told}\"): \"{third}\"");
        sentence.slip_at("tense-shift", at, message, third)
    })
}

/// The comma or the "and" before a verb.
fn link<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s Token> {
    let before = sentence.before(at)?;
    let link = if before.must(Tags::ADVERB) && at >= 2 {
        &sentence.tokens[at - 2]
    } else {
        before
    };
    link.is(&[",", "and"]).then_some(link)
}

/// Whether the verb may tell what still holds.
fn is_lasting(sentence: &Sentence<'_>, verb: &Token, is_joined_third: bool, at: usize) -> bool {
    let lemma = verb.verb();
    // "Lets me close the wound": who is told of has an object that was there.
    let personal = sentence.at_is(at + 1, &["me", "him", "her", "us", "them"]) && verb.must(Tags::THIRD);
    let dynamic =
        is_joined_third && (!verb.may.any(Tags::NOMINAL) || personal) && !sentence.words.has("lasting", lemma);
    let general = verb.is(&["says", "stands", "gives", "calls", "leaves", "sits", "shows"])
        && !sentence.any_is(at, at + 3, &["my", "me", "us", "him"])
        && !(verb.reads("says") && sentence.at_is(at + 1, &["that"]));
    verb.is_be()
        || verb.can(Tags::UNKNOWN)
        || verb.is(&["has", "have", "does", "do"])
        || !sentence.words.has("moments", lemma) && !dynamic
        || general
        || own_clause(sentence, at).is_some_and(|end| sentence.any_in(at, end, "lasting-words"))
        || own_clause(sentence, at).is_none() && lasting(sentence, at)
}

/// Where a relative clause ends the verb's own: "says one word that I still repeat".
fn own_clause(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    (at..sentence.tokens.len()).find(|at| sentence.tokens[*at].is(&["that", "which", "who", "what"]))
}

/// Every morning she opens the shop and swept.
fn is_back(sentence: &Sentence<'_>, first: &Group, verb: &Token) -> bool {
    first.tense == Tense::Present
        && sentence.tokens[first.first].can(Tags::THIRD)
        && verb.must(Tags::PAST | Tags::PARTICIPLE)
        && verb.may.any(Tags::PAST)
        && sentence.any_is(0, first.first, &["every", "always", "usually", "often"])
}

/// Whether a verb that may be a noun has an object or a complement.
fn followed(sentence: &Sentence<'_>, group: &Group) -> bool {
    sentence.get(group.end).is_some_and(|next| {
        next.can(
            Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::WH | Tags::ADVERB | Tags::TO | Tags::PARTICLE,
        ) || next.is_in(sentence.words, "after-joined-verb")
    })
}
