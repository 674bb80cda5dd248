//! The one verb of a story in the present: he was pale, and his wife keeps praying until the sedation took hold.

use crate::grammar::Slip;
use crate::grammar::language::checks::tense::over::is_over;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

use super::{in_past, is_past, lasting};

/// He was pale, and his wife keeps praying until the sedation took hold.
pub fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    let spoken = |group: &Group| sentence.tokens[group.first].quoted;
    let mut present = sentence
        .finite()
        .filter(|group| group.tense == Tense::Present && !spoken(group) && !is_aside(sentence, group));
    let (group, None) = (present.next()?, present.next()) else {
        return None;
    };
    let phrase = subject(sentence, group)?;
    let start = sentence.subject(group).map_or(phrase.start, |subject| subject.start);
    let pasts: Vec<&Group> = sentence
        .finite()
        .filter(|other| !spoken(other) && tells_past(sentence, other))
        .collect();
    let before = pasts.iter().rev().find(|other| other.end <= start);
    let after = pasts.iter().find(|other| other.start >= group.end);
    let told = before.or(after)?;
    let link = link(sentence, start);
    let is_cause = link == "because" && !group.progressive;
    // "Whenever the power failed, we finish": the clause before the comma sets the time.
    let framed = link == "," && before.is_some() && sentence.at_is(0, &["when", "whenever", "once", "as"]);
    let between = before.is_some() && after.is_some() && sentence.words.has("story-links", link) && !is_cause;
    let dated = is_over(sentence) && sentence.words.has("dated-links", link);
    if !(framed || between || dated)
        || sentence.is_question()
        || !is_deed(sentence, phrase, group)
        || is_general(sentence, phrase, group)
    {
        return None;
    }
    let at = group.first;
    if !sentence.tokens[at].is_be() {
        return Some(in_past(
            sentence,
            at,
            sentence.tokens[at].verb(),
            "the story",
            told.first,
        ));
    }
    let past = if sentence.tokens[at].reads("are") {
        "were"
    } else {
        "was"
    };
    let message = format!(
        "the story is in the past (\"{}\"): \"{past}\"",
        sentence.tokens[told.first].text
    );
    Some(sentence.slip_at("tense-shift", at, message, past))
}

/// Every morning I open the list, drink my tea, and decided; the wire stops, my mouth goes dry, and I forgot.
pub fn judge_habit(sentence: &Sentence<'_>) -> Option<Slip> {
    let asked = |group: &&Group| {
        let start = sentence
            .phrase_ending(group.first)
            .map_or(group.first, |phrase| phrase.start);
        !sentence.before_is(start, &["which", "what", "who", "that", "how", "why"])
            && !sentence.tokens[start].is(&["which", "what", "who"])
    };
    let finite: Vec<&Group> = sentence.finite().filter(asked).collect();
    let (last, others) = finite.split_last()?;
    let is_deed = |group: &&Group| {
        let lemma = sentence.tokens[group.first].verb();
        group.is_single() && (sentence.words.has("moments", lemma) || sentence.words.has("deeds", lemma))
    };
    let habit = !others.is_empty()
        && others
            .iter()
            .all(|group| group.tense == Tense::Present && !sentence.tokens[group.first].may.any(Tags::PAST));
    let every = sentence.at_is(0, &["every", "each"]) || others.len() > 1 && others.iter().all(is_deed);
    let start = sentence
        .phrase_ending(last.first)
        .filter(|phrase| phrase.is_pronoun)
        .map_or(last.first, |phrase| phrase.start);
    let verb = &sentence.tokens[last.first];
    let is_wrong = habit
        && every
        && last.tense == Tense::Past
        && is_deed(last)
        && sentence.before_is(start, &["and"])
        && !verb.quoted
        && !is_over(sentence);
    is_wrong.then(|| {
        let present = sentence.form(verb.verb(), Form::Base);
        let told = &sentence.tokens[others[0].first].text;
        let message = format!("the story is in the present (\"{told}\"): \"{present}\"");
        sentence.slip_at("tense-shift", last.first, message, present)
    })
}

/// Whether a verb is past for sure: alone, or after another of its subject.
fn tells_past(sentence: &Sentence<'_>, group: &Group) -> bool {
    let joined = group.tense == Tense::Past && sentence.before_is(group.first, &["and", "then"]);
    joined || is_past(sentence, group)
}

/// Whether a verb tells something beside the story: "which is rare", "that I still repeat".
pub(super) fn is_aside(sentence: &Sentence<'_>, group: &Group) -> bool {
    let start = sentence
        .phrase_ending(group.first)
        .map_or(group.first, |phrase| phrase.start);
    sentence.before_is(start, &["that", "which", "who", "whom", "what", "how", "why"])
        && sentence.any_in(start, group.end + 3, "lasting-words")
}

/// The subject, if it is somebody or something of the story.
fn subject<'s>(sentence: &'s Sentence<'_>, group: &Group) -> Option<&'s Phrase> {
    sentence.phrase_before(group).filter(|phrase| {
        let head = &sentence.tokens[phrase.head];
        let person = phrase.is_pronoun && head.is(&["i", "he", "she", "we", "they"]);
        let thing = phrase
            .determiner
            .is_some_and(|at| sentence.tokens[at].is_in(sentence.words, "common-determiners"));
        person || thing && !phrase.is_pronoun || sentence.is_titled(phrase.start)
    })
}

/// The word before the clause, adverbs aside; nothing where it opens the sentence.
fn link<'s>(sentence: &'s Sentence<'_>, start: usize) -> &'s str {
    let mut at = if sentence.is_titled(start) { start - 2 } else { start };
    while sentence.before_is(at, &["then", "suddenly", "immediately", "there"]) {
        at -= 1;
    }
    sentence.before(at).map_or("^", |before| before.lower.as_str())
}

/// Whether the verb tells what somebody does or what goes on, and not what he thinks or is.
fn is_deed(sentence: &Sentence<'_>, phrase: &Phrase, group: &Group) -> bool {
    let words = sentence.words;
    let verb = &sentence.tokens[group.first];
    let lemma = sentence.tokens[group.main].verb();
    let state = ["lasting", "thinks", "thinks-in-present", "states", "light-states"]
        .iter()
        .any(|list| words.has(list, lemma));
    if verb.is_be() {
        return group.progressive && !state && !verb.reads("'m");
    }
    let moment = words.has("moments", lemma) || words.has("deeds", lemma);
    let third = verb.must(Tags::THIRD) && !verb.may.any(Tags::NOMINAL) && !phrase.is_pronoun;
    group.is_single()
        && !verb.may.any(Tags::PAST)
        && (moment || third)
        && (!state || moment && words.has("deeds", lemma))
}

/// Whether the clause may hold at any time.
fn is_general(sentence: &Sentence<'_>, phrase: &Phrase, group: &Group) -> bool {
    let rest = (group.end..sentence.tokens.len())
        .find(|at| sentence.tokens[*at].is(&["that", "which", "who", ";"]))
        .unwrap_or(sentence.tokens.len());
    let many = sentence.tokens[phrase.head].can(Tags::NOUNS) && phrase.determiner.is_none();
    let timeless = sentence.words.has("timeless", sentence.tokens[phrase.head].noun());
    many || timeless
        || sentence.is_caused(group)
        || sentence.any_in(phrase.start.saturating_sub(2), rest, "lasting-words")
        || rest == sentence.tokens.len() && lasting(sentence, group.end)
}
