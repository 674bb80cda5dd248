//! Prepositions that a word does not take: `lints/grammar/prepositions.txt`.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags, Token};
use crate::grammar::language::words::{Governed, Part};

/// A word and the wrong preposition after it.
pub fn wrong(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let word = &sentence.tokens[at];
        for (lemma, _) in &word.lemmas {
            for governed in sentence.words.governed(lemma) {
                if let Some(slip) = judge(sentence, at, governed)
                    && !slips.iter().any(|other| other.place == slip.place)
                {
                    slips.push(slip);
                }
            }
        }
    }
}

fn judge(sentence: &Sentence<'_>, at: usize, governed: &Governed) -> Option<Slip> {
    let word = &sentence.tokens[at];
    let after = match governed.part {
        Part::Adjective => adjective(sentence, at, word)?,
        Part::Noun => noun(sentence, at, word)?,
        Part::Verb => verb(sentence, at, word)?,
        Part::VerbWithObject => with_object(sentence, at, word)?,
    };
    let preposition = sentence.get(after)?;
    let next = sentence.get(after + 1)?;
    if !governed.wrong.contains(&preposition.lower) || !preposition.spaced || !is_preposition(sentence, after) {
        return None;
    }
    // "interested to learn", "qualified to teach": an infinitive.
    let infinitive = preposition.reads("to")
        && next.may.any(Tags::BASE)
        && !next.must(Tags::NOMINAL)
        && !next.can(Tags::PRONOUN | Tags::DETERMINER | Tags::POSSESSIVE)
        && next.chunk != Chunk::Noun;
    let object = next.can(
        Tags::NOMINAL
            | Tags::ADJECTIVAL
            | Tags::DETERMINER
            | Tags::POSSESSIVE
            | Tags::PRONOUN
            | Tags::ING
            | Tags::NUMBER
            | Tags::WH,
    ) && !next.can(Tags::STOP);
    if infinitive || !object || is_elsewhere(sentence, after + 1, preposition) {
        return None;
    }
    if is_set(sentence, at, after) {
        return None;
    }
    // "Decide for herself": somebody who acts alone.
    if preposition.is(&["for", "by"]) && (next.lower.ends_with("self") || next.lower.ends_with("selves")) {
        return None;
    }
    // "interest for me", "proud for him": somebody who is affected.
    if preposition.reads("for")
        && (next.is(&["me", "us", "him", "her", "them", "you"]) && governed.part != Part::VerbWithObject)
    {
        return None;
    }
    Some(sentence.slip_at(
        "preposition",
        after,
        format!("\"{}\" goes with \"{}\"", word.lower, governed.right),
        governed.right.clone(),
    ))
}

/// Whether both are part of something else: "for reasons of my own", "angry on his behalf", "married with two children".
fn is_set(sentence: &Sentence<'_>, at: usize, after: usize) -> bool {
    let word = &sentence.tokens[at];
    let own = sentence.any_is(after + 1, after + 4, &["own", "behalf", "mine", "fault"]);
    let reasons = word.is(&["reason", "reasons"]) && sentence.before_is(at, &["for", "no", "without"]);
    let counted = word.reads("married") && sentence.at_can(after + 1, Tags::NUMBER | Tags::NOUNS);
    own || reasons || counted
}

fn is_preposition(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tokens[at].can(Tags::PREPOSITION | Tags::TO | Tags::PARTICLE)
}

/// Whether the phrase after the preposition tells when or where.
fn is_elsewhere(sentence: &Sentence<'_>, start: usize, preposition: &Token) -> bool {
    if preposition.is(&["of"]) {
        return false;
    }
    let Some(phrase) = sentence.phrase_starting(start) else {
        return false;
    };
    let head = &sentence.tokens[phrase.head];
    let place = head.is_in(sentence.words, "when-or-where")
        || head.is_capital() && preposition.is(&["in", "at", "for", "to", "from", "by", "on"])
        || head.can(Tags::NUMBER);
    place && preposition.is_in(sentence.words, "elsewhere-prepositions")
}

/// The token after a predicate adjective.
fn adjective(sentence: &Sentence<'_>, at: usize, word: &Token) -> Option<usize> {
    let is_adjective =
        word.may.any(Tags::ADJECTIVAL | Tags::PARTICIPLE) && !word.must(Tags::NOMINAL) && word.text == word.lower;
    if !is_adjective {
        return None;
    }
    let mut back = at;
    while sentence.before_can(back, Tags::ADVERB | Tags::NOT)
        || sentence.before_is(back, &["and", "more", "so", "very", "most", "clearly"])
    {
        back -= 1;
    }
    let before = sentence.before(back);
    let linked = before.is_none_or(|before| {
        before.is_be()
            || sentence.words.has("adjective-links", before.verb()) && before.can(Tags::VERBAL)
            || before.can(Tags::STOP | Tags::NOMINAL | Tags::PRONOUN)
            || before.can(Tags::ADJECTIVAL)
    });
    linked.then_some(at + 1)
}

fn noun(sentence: &Sentence<'_>, at: usize, word: &Token) -> Option<usize> {
    let phrase = sentence
        .phrases
        .iter()
        .find(|phrase| phrase.head == at && !phrase.is_pronoun)?;
    let sure = word.can(Tags::NOMINAL)
        && (word.must(Tags::NOMINAL) || word.chunk == Chunk::Noun || phrase.determiner.is_some());
    // "the reasons of state", "for the sake": only a plain noun phrase counts; a verb with its own preposition does not.
    let transfer = sentence
        .group_ending(phrase.start)
        .is_some_and(|group| sentence.words.has("transfers", sentence.tokens[group.main].verb()));
    let preposition = sentence.get(phrase.end)?;
    if !sure || transfer && !preposition.reads("of") {
        return None;
    }
    Some(phrase.end)
}

fn verb(sentence: &Sentence<'_>, at: usize, word: &Token) -> Option<usize> {
    let group = sentence.group_holding(at).filter(|group| group.main == at)?;
    let sure = word.can(Tags::VERBAL)
        && !(word.chunk == Chunk::Noun && word.can(Tags::NOMINAL))
        && !(word.can(Tags::NOMINAL) && !group.is_finite() && !group.is_infinitive());
    (sure && !group.passive).then_some(at + 1)
}

/// The token after the object of a verb; after the verb itself where it is passive.
fn with_object(sentence: &Sentence<'_>, at: usize, _word: &Token) -> Option<usize> {
    let group = sentence.group_holding(at).filter(|group| group.main == at)?;
    if group.passive {
        return Some(at + 1);
    }
    // Behind a thing the preposition may belong to it: "prevented a fair reading of".
    let phrase = sentence.phrase_starting(at + 1)?;
    let somebody = phrase.is_pronoun
        || phrase.is_name
        || sentence.at_in(phrase.head, "persons")
        || sentence.at_in(phrase.head, "roles");
    somebody.then_some(phrase.end)
}
