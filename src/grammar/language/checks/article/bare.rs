//! Nouns that are counted and stand without an article: after embolization patient said, had fever.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Tags, Token};

use super::{is_bare, is_cut_off, with_a};

/// "after embolization patient said", "had fever", "opened door".
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        if is_counted(sentence, phrase) {
            slips.extend(judge(sentence, phrase));
        }
    }
}

/// Whether a phrase is one noun that is counted, and has no article.
fn is_counted(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let noun = &sentence.tokens[phrase.head];
    let is_singular = noun.can(Tags::NOUN)
        && !noun.can(Tags::NOUNS | Tags::VERBAL.without(Tags::BASE | Tags::PRESENT | Tags::ING))
        && noun.text == noun.lower;
    !phrase.is_pronoun
        && !phrase.is_name
        && is_singular
        && (noun.is_in(sentence.words, "counted") || noun.is_in(sentence.words, "counted-as-object"))
        && is_bare(sentence, phrase)
        && !is_cut_off(sentence, phrase)
        && !pair(sentence, phrase)
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Slip> {
    let noun = &sentence.tokens[phrase.head];
    let Some(before) = sentence.before(phrase.start) else {
        return begins_clause(sentence, phrase).then(|| slip(sentence, phrase, true));
    };
    let set_phrase = format!("{} {}", before.lower, noun.lower);
    if sentence.tokens[phrase.start].is_in(sentence.words, "bare-ordinals")
        || sentence.words.has("bare-pairs", &set_phrase)
    {
        return None;
    }
    let opens = before.is_in(sentence.words, "clause-openers")
        && sentence
            .group_starting(phrase.end)
            .is_some_and(|group| group.first == group.start)
        && begins_clause(sentence, phrase);
    let definite = opens || is_after_preposition(sentence, phrase, before);
    (definite || is_after_verb(sentence, phrase) || is_after_be(sentence, phrase))
        .then(|| slip(sentence, phrase, definite))
}

/// Whether a verb follows: "Radiographer stands at the foot".
fn begins_clause(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    sentence
        .group_starting(phrase.end)
        .is_some_and(|group| group.is_finite() && !sentence.tokens[group.first].may.any(Tags::NOMINAL))
}

fn is_listed(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    sentence.at_is(phrase.end, &[",", "included", ":", ";"])
}

/// had fever
fn is_after_verb(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let Some(group) = sentence.group_ending(phrase.start) else {
        return false;
    };
    let verb = &sentence.tokens[group.main];
    let noun_like = group.is_single()
        && (verb.can(Tags::ING | Tags::PARTICIPLE) || verb.may.any(Tags::NOMINAL))
        && !group.is_infinitive()
        && !verb.can(Tags::PAST);
    // "His transplanted liver", "gentle and grounded person": no verb.
    let describes = group.is_single()
        && (sentence.before_can(
            group.start,
            Tags::DETERMINER | Tags::POSSESSIVE | Tags::NUMBER | Tags::ADJECTIVAL,
        ) || sentence.before_is(group.start, &["and"]) && sentence.before_can(group.start - 1, Tags::ADJECTIVAL));
    // "Take part", "change course": with these a noun stands alone, though not with an adjective.
    let alone = phrase.head == phrase.start;
    let heavy =
        !sentence.words.has("light", verb.verb()) || !alone && !["become", "be", "attend", "do"].contains(&verb.verb());
    !group.passive && !noun_like && !verb.is_be() && heavy && !describes && !is_listed(sentence, phrase)
}

/// it was difficult case
fn is_after_be(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    sentence.before_is(phrase.start, &["is", "was"])
        && phrase.head > phrase.start
        && sentence.tokens[phrase.start].must(Tags::ADJECTIVAL)
        && !is_listed(sentence, phrase)
        && sentence.phrase_ending(phrase.start - 1).is_some()
}

/// opened with key
fn is_after_preposition(sentence: &Sentence<'_>, phrase: &Phrase, before: &Token) -> bool {
    let list = is_listed(sentence, phrase)
        && sentence.any_is(phrase.end, phrase.end + 4, &["and", ","])
        && before.is(&["with", "for"]);
    // "From leak to referral".
    let from_to = before.reads("from") && sentence.at_is(phrase.end, &["to"])
        || before.reads("to")
            && sentence
                .phrase_ending(phrase.start - 1)
                .is_some_and(|other| !other.is_pronoun && other.determiner.is_none() && other.end == other.start + 1);
    // What stands alone in "by phone" or "in school" does not with an adjective: "in small hospital".
    let described = phrase.head == phrase.start + 1
        && sentence.tokens[phrase.start].must(Tags::ADJECTIVAL)
        && sentence.at_in(phrase.head, "counted-places")
        && before.is(&["in", "at", "from", "to", "on"]);
    if !sentence.at_in(phrase.head, "counted") && !described {
        return false;
    }
    // "By flashlight", "by wheelchair": the means; only somebody is counted there.
    let means = before.reads("by")
        && !["persons", "roles"]
            .iter()
            .any(|list| sentence.at_in(phrase.head, list));
    if means || from_to || list {
        return false;
    }
    before.is_in(sentence.words, "plain-prepositions")
        && before.can(Tags::PREPOSITION | Tags::PARTICLE | Tags::TO)
        && !(before.reads("to") && sentence.tokens[phrase.head].may.any(Tags::BASE))
}

fn slip(sentence: &Sentence<'_>, phrase: &Phrase, definite: bool) -> Slip {
    let with_a = with_a(sentence, phrase);
    let the = format!("the {}", sentence.text(phrase.start, phrase.end));
    let put = if definite { vec![the, with_a] } else { vec![with_a, the] };
    let message = format!(
        "\"{}\" is counted: one of them wants an article or another determiner",
        sentence.tokens[phrase.head].lower
    );
    sentence.slip("article-missing", phrase.start, phrase.end, message, put)
}

/// A list of bare nouns: "door to door", "doctor and patient".
fn pair(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let noun = &sentence.tokens[phrase.head].lower;
    let same = |at: usize| sentence.get(at).is_some_and(|token| &token.lower == noun);
    same(phrase.end + 1)
        || (phrase.start >= 2 && same(phrase.start - 2))
        || sentence.get(phrase.end).is_some_and(|next| {
            next.reads("to")
                && sentence
                    .get(phrase.end + 1)
                    .is_some_and(|far| far.can(Tags::NOUN) && !far.can(Tags::BASE))
        })
}
