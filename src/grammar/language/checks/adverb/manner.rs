//! An adjective for how something is done: he spoke so quiet that; took the news serious.

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

/// An adjective after a verb, and how it stands to it.
struct Place<'s> {
    /// Where the adjective stands.
    at: usize,
    /// The verb.
    lemma: &'s str,
    /// Whether the verb takes an adjective: it is, it seems.
    links: bool,
    /// Whether the verb, active, tells of a deed that is done in some manner.
    plain: bool,
    /// The same of a passive.
    treated: bool,
    /// Whether an object stands between: "took the news serious".
    object: bool,
    /// Whether "as" stands before.
    as_as: bool,
    /// Whether nothing but words of degree stands between.
    direct: bool,
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
    let between = sentence.span(group.end, start);
    let noun_before = between
        .last()
        .is_some_and(|token| token.can(Tags::PREPOSITION | Tags::DETERMINER));
    let place = place(sentence, at, start, group);
    (!noun_before && is_done(&place) && tells_manner(sentence, &place)).then(|| slip(sentence, at))
}

fn place<'s>(sentence: &'s Sentence<'_>, at: usize, start: usize, group: &Group) -> Place<'s> {
    let (words, verb) = (sentence.words, &sentence.tokens[group.main]);
    let lemma = verb.verb();
    let links = verb.is_be() || words.has("links", lemma);
    let direct = group.end == start;
    Place {
        at,
        lemma,
        links,
        plain: direct && (words.has("manner-verbs", lemma) && !links || lemma == "do"),
        treated: group.passive && direct && words.has("manner-passive", lemma),
        object: start == at
            && words.has("manner-with-object", lemma)
            && sentence
                .phrase_starting(group.end)
                .is_some_and(|phrase| phrase.end == start),
        as_as: start < at && sentence.tokens[start].reads("as"),
        direct,
    }
}

/// Whether the verb tells of a deed, and what stands between leaves the adjective to it.
fn is_done(place: &Place<'_>) -> bool {
    let takes_object = ["take", "treat"].contains(&place.lemma) && place.object;
    let linked = place.links && !place.treated && !takes_object;
    !linked && (place.plain || place.treated || place.object || place.as_as && place.direct && !place.links)
}

/// Whether the adjective is not right after all: "work hard", "speak louder", "do good".
fn tells_manner(sentence: &Sentence<'_>, place: &Place<'_>) -> bool {
    let word = &sentence.tokens[place.at];
    let sure = word.is(&["quick", "slow", "different", "calm", "easy", "clear"])
        && (place.treated || place.plain && (!word.is(&["clear", "easy", "slow"]) || place.lemma == "read"));
    let also_adverb = word.is_in(sentence.words, "manner-also-adverbs") && !sure && !place.as_as;
    if also_adverb && !place.object || place.object && !word.is_in(sentence.words, "manner-after-object") {
        return false;
    }
    let next = sentence.get(place.at + 1);
    match (word.lower.as_str(), place.lemma) {
        ("good", "do") => next.is_some_and(|next| !next.is(&["and", "for", "to", "by"])),
        ("good", lemma) => ["perform", "work", "speak", "sleep"].contains(&lemma),
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
