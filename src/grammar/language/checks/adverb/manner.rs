//! An adjective for how something is done: he spoke so quiet that; took the news serious.

use std::ops::Range;

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Group;

/// He spoke so quiet that; took the news serious; did good on.
pub fn manner(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let word = &sentence.tokens[at];
        let known = word.is_in(sentence.words, "manner") || word.reads("good");
        if known && word.text == word.lower {
            slips.extend(judge(sentence, at));
        }
    }
}

fn slip(sentence: &Sentence<'_>, at: usize) -> Slip {
    let adverb = forms::adverb(&sentence.tokens[at].lower);
    let message = format!("with a verb stands the adverb: \"{adverb}\"");
    sentence.slip_at("adverb-manner", at, message, adverb)
}

/// What the verb before an adjective tells, if it takes an adverb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// It was treated different.
    Passive,
    /// He spoke quiet.
    Plain,
    /// He took the news serious.
    WithObject,
    /// He came as quick as.
    Compared,
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let ends = sentence
        .get(at + 1)
        .is_none_or(|next| next.can(Tags::STOP) || next.is_in(sentence.words, "after-manner"));
    if !ends || sentence.at_is(at + 1, &["-", "/"]) {
        return None;
    }
    let mut start = at;
    while sentence.before_in(start, "degree-words") {
        start -= 1;
    }
    let group = sentence
        .groups
        .iter()
        .filter(|group| group.end <= start)
        .max_by_key(|group| group.end)?;
    let noun_before = group.end < start && sentence.before_can(start, Tags::PREPOSITION | Tags::DETERMINER);
    let deed = deed(sentence, group, start..at).filter(|_| !noun_before)?;
    let lemma = sentence.tokens[group.main].verb();
    let compared = start < at && sentence.tokens[start].reads("as");
    tells_manner(sentence, at, lemma, deed, compared).then(|| slip(sentence, at))
}

/// What the verb tells that an adjective follows; `degree` are the words of degree before the adjective.
fn deed(sentence: &Sentence<'_>, group: &Group, degree: Range<usize>) -> Option<Deed> {
    let (words, verb) = (sentence.words, &sentence.tokens[group.main]);
    let lemma = verb.verb();
    let links = verb.is_be() || words.has("links", lemma);
    if group.end == degree.start {
        let compares = !degree.is_empty() && sentence.tokens[degree.start].reads("as");
        return if group.passive && words.has("manner-passive", lemma) {
            Some(Deed::Passive)
        } else if words.has("manner-verbs", lemma) && !links || lemma == "do" {
            Some(Deed::Plain)
        } else {
            (compares && !links).then_some(Deed::Compared)
        };
    }
    let object = sentence
        .phrase_starting(group.end)
        .is_some_and(|phrase| phrase.end == degree.start);
    if sentence.any_is(degree.start, degree.end, &["as"]) {
        return None;
    }
    let takes_adverb = words.has("manner-with-object", lemma) && (!links || ["take", "treat"].contains(&lemma));
    (object && takes_adverb).then_some(Deed::WithObject)
}

/// Whether the adjective is not right after all: "work hard", "speak louder", "do good".
fn tells_manner(sentence: &Sentence<'_>, at: usize, lemma: &str, deed: Deed, compared: bool) -> bool {
    let word = &sentence.tokens[at];
    let alone = !sentence.before_in(at, "degree-words");
    if deed == Deed::WithObject && alone && !word.is_in(sentence.words, "manner-after-object") {
        return false;
    }
    let sure = word.is(&["quick", "slow", "different", "calm", "easy", "clear"])
        && match deed {
            Deed::Passive => true,
            Deed::Plain => !word.is(&["clear", "easy", "slow"]) || lemma == "read",
            Deed::WithObject | Deed::Compared => false,
        };
    let also_adverb = word.is_in(sentence.words, "manner-also-adverbs") && !sure && !compared;
    if also_adverb && deed != Deed::WithObject {
        return false;
    }
    match (word.lower.as_str(), lemma) {
        ("good", "do") => sentence
            .get(at + 1)
            .is_some_and(|next| !next.is(&["and", "for", "to", "by"])),
        ("good", lemma) => ["perform", "work", "speak", "sleep"].contains(&lemma),
        // "Take it easy": said.
        ("easy", "take") => false,
        (other, "do") => other == "bad",
        _ => true,
    }
}

/// I could read the film easy, but.
pub fn comma_manner(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 3..sentence.tokens.len().saturating_sub(1) {
        let word = &sentence.tokens[at];
        let ends = word.is(&["easy", "quick", "perfect", "fluent"])
            && sentence.at_is(at + 1, &[",", "."])
            && word.text == word.lower;
        let phrase = sentence
            .phrase_ending(at)
            .filter(|phrase| ends && !phrase.is_pronoun && phrase.determiner.is_some());
        let governed = phrase
            .and_then(|phrase| sentence.group_ending(phrase.start))
            .is_some_and(|group| sentence.words.has("manner-easily", sentence.tokens[group.main].verb()));
        if governed && !slips.iter().any(|slip| slip.place.start == word.start) {
            slips.push(slip(sentence, at));
        }
    }
}
