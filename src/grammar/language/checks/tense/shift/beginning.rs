//! The first of two verbs: I walk into the room and she smiled.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Tense;

use super::{in_past, is_past, lasting};

/// I walk into the room and she smiled; when he sees me, he asked.
pub fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    let mut finite = sentence.finite();
    let (Some(first), Some(second), None) = (finite.next(), finite.next(), finite.next()) else {
        return None;
    };
    let verb = &sentence.tokens[first.first];
    let lemma = verb.verb();
    let moment = first.is_single()
        && first.tense == Tense::Present
        && !verb.is_be()
        && !verb.may.any(Tags::PAST)
        && sentence.words.has("moments", lemma)
        && !sentence.words.has("moment-also-present", lemma);
    let subject = sentence
        .phrase_ending(first.first)
        .is_some_and(|phrase| phrase.is_pronoun && sentence.is_opening(phrase.start) && phrase.start < 3);
    let linked = sentence.any_is(first.end, second.first, &["and", ",", "so", "but"])
        && !sentence.any_in(first.end, second.first, "shift-breaks-beginning");
    let told = is_past(sentence, second) || second.tense == Tense::Past && sentence.before_is(second.first, &["and"]);
    let past = told && second.is_single() && !sentence.tokens[second.first].is_be();
    (moment && subject && linked && past && !lasting(sentence, 0))
        .then(|| in_past(sentence, first.first, lemma, "the other verb", second.first))
}

/// The patient wakes up and screamed: two verbs of one subject, the first of them a deed of one moment.
pub fn judge_joined(sentence: &Sentence<'_>) -> Option<Slip> {
    let finite: Vec<_> = sentence.finite().collect();
    finite.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let (verb, past) = (&sentence.tokens[first.first], &sentence.tokens[second.first]);
        let lemma = verb.verb();
        let deed = sentence.words.has("moments", lemma) && !sentence.words.has("lasting", lemma)
            || ["come", "call", "give", "tell", "take", "bring"].contains(&lemma);
        let present = first.is_single() && first.tense == Tense::Present && verb.must(Tags::THIRD | Tags::NOMINAL);
        let shared = sentence.before_is(second.first, &["and"]) && second.is_single() && second.tense == Tense::Past;
        let general = sentence.any_in(0, second.end, "lasting-words")
            || sentence.any_in(first.end, second.first, "shift-breaks-joined")
            || past.reads("had")
            || verb.quoted;
        // "It holds what is left and used": a participle after a noun.
        let surely = !past.may.any(Tags::PARTICIPLE | Tags::ADJECTIVAL)
            || sentence.at_is(second.end, &["me", "us", "him", "them", "if", "that", "."]);
        (deed && present && shared && surely && !general)
            .then(|| in_past(sentence, first.first, lemma, "the other verb", second.first))
    })
}
