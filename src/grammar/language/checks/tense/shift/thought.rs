//! What was thought then, told as if it were now: I thought I will fail, she hoped that the letter is lost.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

use super::{lasting, surely_past};

/// I thought I will fail; she hoped that the letter is lost.
pub fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    sentence.finite().find_map(|group| {
        let verb = &sentence.tokens[group.main];
        let known = |list: &str| sentence.words.has(list, verb.verb());
        let reports = known("past-reports");
        let thought = group.is_single() && verb.may.any(Tags::PAST) && (known("past-thoughts") || reports);
        if !thought || verb.may.any(Tags::PRESENT) || verb.quoted {
            return None;
        }
        let start = if reports {
            reported(sentence, group)?
        } else {
            group.end + usize::from(sentence.at_is(group.end, &["that"]))
        };
        let phrase = sentence.phrase_starting(start)?;
        let first = &sentence.tokens[phrase.start];
        // "I thought a doctor is", "I thought medicine is": what holds at any time.
        let somebody = first.is(&["i", "he", "she", "we", "they", "it", "my", "his", "her", "our", "their"])
            || first.is(&["the", "this"]) && sentence.tokens[phrase.head].can(Tags::NOUN);
        let told = sentence
            .get(phrase.end)
            .filter(|_| somebody && !lasting(sentence, group.end))?;
        // "Asked whether I am afraid": the question was of that moment.
        let asked = ["ask", "wonder"].contains(&verb.verb())
            && sentence.before_is(start, &["whether", "if"])
            && phrase.is_pronoun
            && !first.reads("it");
        // "Said that the vein will steal the heat" holds; what he will do was of then.
        let thing_will = told.is(&["will", "'ll"]) && !phrase.is_pronoun;
        if reports && !asked && (thing_will || !is_of_then(sentence, phrase.end)) {
            return None;
        }
        let past = match told.lower.as_str() {
            "has" | "have" => "had",
            "will" | "'ll" => "would",
            "can" => "could",
            "may" => "might",
            "is" | "am" => "was",
            "are" => "were",
            _ => return None,
        };
        let message = format!(
            "what was thought then (\"{}\") is told in the past: \"{past}\"",
            verb.text
        );
        Some(sentence.slip_at("tense-shift", phrase.end, message, past))
    })
}

/// Where what was said or asked begins, after the person who was told: "asked me what", "told the family that".
fn reported(sentence: &Sentence<'_>, group: &Group) -> Option<usize> {
    let person = sentence.phrase_starting(group.end).map(|phrase| phrase.end);
    // "Told the director I will be back".
    let bare = person.filter(|at| {
        sentence.tokens[group.main].is_verb("tell") && sentence.at_is(*at, &["i", "he", "she", "we", "they"])
    });
    if bare.is_some() {
        return bare;
    }
    let at = [Some(group.end), person]
        .into_iter()
        .flatten()
        .find(|at| sentence.at_in(*at, "report-links"))?;
    Some(at + 1)
}

/// Whether what was said can only be of that time: it went on, was over or lay ahead then, and a past stands beside it.
fn is_of_then(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(group) = sentence.group_starting(at) else {
        return false;
    };
    let others: Vec<&Group> = sentence.finite().filter(|other| other.start != at).collect();
    let past = |other: &&Group| surely_past(sentence, other) || other.tense == Tense::Modal;
    let all_past = others.iter().all(past);
    let then = group.progressive || group.perfect || sentence.at_is(at, &["will", "'ll"]) && group.end > at + 1;
    then && all_past && others.len() > 1
}
