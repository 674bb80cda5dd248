//! To whom something is done or said: allowed to enter, suggested me to apply, said me, told that.

use crate::grammar::Slip;
use crate::grammar::language::checks::form::is_bare;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// allowed to enter (whom?); suggested me to apply; wanted that I.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        slips.extend(missing(sentence, at));
        slips.extend(said_to(sentence, at));
        slips.extend(wanted_that(sentence, at));
        slips.extend(told_that(sentence, at));
    }
}

/// allowed to enter
fn missing(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let words = sentence.words;
    let active = sentence
        .group_holding(at)
        .is_some_and(|group| group.main == at && !group.passive && group.is_finite());
    let wants_person = verb.is_verb_of(words, "object-first") && !["teach", "advise"].contains(&verb.verb());
    if !wants_person || !active || !next.reads("to") || !is_bare(third) || !has_subject(sentence, at) {
        return None;
    }
    let message = format!("\"{}\" wants a person before \"to\"", verb.text);
    let put = ["me", "us"].map(|person| format!("{} {person} to", verb.text));
    Some(sentence.slip("frame-missing-person", at, at + 2, message, put.into()))
}

/// Whether the subject of the verb stands right before it, so that the verb is no participle.
fn has_subject(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = sentence.words;
    let (verb, before) = (&sentence.tokens[at], sentence.before(at));
    let subject = before.is_some_and(|before| {
        before.is_in(words, "active-subjects")
            || before.can(Tags::MODAL)
            || before.can(Tags::NOMINAL) && words.has("things", before.noun())
    });
    let finite = !verb.can(Tags::PARTICIPLE)
        || before.is_some_and(|before| before.is_in(words, "active-subjects-past"))
        || verb.can(Tags::THIRD);
    let past =
        verb.can(Tags::PAST) && !verb.is_be() && sentence.before_is(at, &["it", "this", "which", "they", "he", "she"]);
    subject && finite || past
}

/// said me; explained me that; suggested me to apply
fn said_to(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let person = next.is(&["me", "us", "him", "them", "her", "you"]);
    if !person || !verb.can(Tags::VERBAL) || verb.can(Tags::NOMINAL) {
        return None;
    }
    match verb.verb() {
        "say" if !next.is(&["her", "you"]) => {
            let told = match verb.lower.as_str() {
                "says" => "tells",
                "saying" => "telling",
                "say" => "tell",
                _ => "told",
            };
            Some(sentence.slip_at("frame-say", at, "one tells somebody, and says something", told))
        }
        "explain" | "describe" | "mention" => {
            let what = third.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::WH) || third.is(&["that", "about"]);
            let message = format!("\"{}\" takes the person with \"to\", or none", verb.text);
            what.then(|| sentence.slip_at("frame-explain", at + 1, message, format!("to {}", next.text)))
        }
        "suggest" | "recommend" | "propose" | "demand" => {
            let deed = third.reads("to") && sentence.get(at + 3).is_some_and(is_bare);
            let who = subject_form(&next.lower);
            let message = format!("\"{}\" is followed by \"that {who}\"", verb.text);
            deed.then(|| sentence.slip("frame-suggest", at + 1, at + 3, message, vec![format!("that {who}")]))
        }
        _ => None,
    }
}

fn subject_form(object: &str) -> &str {
    match object {
        "me" => "I",
        "us" => "we",
        "him" => "he",
        "them" => "they",
        "her" => "she",
        other => other,
    }
}

fn object_form(subject: &str) -> &str {
    match subject {
        "i" => "me",
        "we" => "us",
        "he" => "him",
        "she" => "her",
        "they" => "them",
        other => other,
    }
}

/// wanted that I
fn wanted_that(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let who = third.is(&["i", "we", "he", "she", "they", "you"]) || third.can(Tags::POSSESSIVE);
    if !who || !next.reads("that") || !verb.is_verb("want") || verb.can(Tags::NOMINAL) {
        return None;
    }
    let put = format!("{} to", object_form(&third.lower));
    let message = "\"want\" takes a person and \"to\"";
    Some(sentence.slip("frame-want", at + 1, at + 3, message, vec![put]))
}

/// told that she
fn told_that(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [verb, next, third] = sentence.row(at)?;
    let is_wrong = verb.is_verb("tell")
        && next.reads("that")
        && third.is(&["i", "he", "she", "we", "they"])
        && !verb.can(Tags::PARTICIPLE | Tags::ING);
    let message = "one tells somebody; what is told alone is said";
    is_wrong.then(|| sentence.slip_at("frame-tell", at, message, "said"))
}
