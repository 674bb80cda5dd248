//! Bare verbs that look like nouns after their subject: "the catheter pass through".

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::{Tags, Token};

use super::mended;

/// A bare verb that looks like a noun, after a person or a thing: "the catheter pass through".
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        if !phrase.is_pronoun && phrase.head > phrase.start + 1 {
            slips.extend(judge(sentence, phrase));
        }
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Slip> {
    let verb = &sentence.tokens[phrase.head];
    let subject = &sentence.tokens[phrase.head - 1];
    let known = ["persons", "roles", "things", "movers"];
    let singular = subject.can(Tags::NOUN)
        && !subject.can(Tags::NOUNS)
        && known.iter().any(|list| subject.is_in(sentence.words, list));
    let bare = verb.may.any(Tags::BASE) && verb.is_in(sentence.words, "verb-like-nouns");
    let goes_on = sentence.get(phrase.end).is_some_and(|next| {
        next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::TO | Tags::NUMBER)
            || next.is_in(sentence.words, "after-sure-verb")
    });
    let joined = sentence.before_is(phrase.start, &["and", "or"]) && sentence.phrase_ending(phrase.start - 1).is_some();
    let opens = !joined
        && sentence.is_opening(phrase.start)
        && sentence.tokens[phrase.start].is_in(sentence.words, "common-determiners");
    if !singular || !bare || !goes_on || !opens || has_other_verb(sentence, phrase) {
        return None;
    }
    let right = sentence.form(verb.verb(), Form::Third);
    let message = format!("the subject \"{}\" is one: \"{right}\"", subject.text);
    Some(sentence.slip_at("agreement", phrase.head, message, right))
}

/// Whether the clause of a phrase has a verb elsewhere, so that the phrase is all noun.
fn has_other_verb(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let end =
        (phrase.end..sentence.tokens.len()).find(|at| sentence.tokens[*at].is_in(sentence.words, "coordinate-bounds"));
    let limit = end.unwrap_or(sentence.tokens.len());
    // After "that" or a comma the verb of the phrase may follow.
    let goes_on = end.is_some_and(|end| {
        sentence.tokens[end].is(&["that", "who", "which"])
            || sentence.tokens[end].reads(",") && !sentence.at_is(end + 1, &["and", "but", "so", "while", "because"])
    });
    let limit = if goes_on { limit + 2 } else { limit };
    sentence.finite().any(|group| {
        group.start >= phrase.end && group.start < limit || group.start < phrase.start && group.end == phrase.start
    })
}

/// A clause after a conjunction that has no other verb: if both kidneys needs drainage, although PAE sound simple.
pub fn clause(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        if sentence.tokens[at].is_in(sentence.words, "begins-clause-surely") {
            slips.extend(judge_clause(sentence, at + 1));
        }
    }
}

fn judge_clause(sentence: &Sentence<'_>, start: usize) -> Option<Slip> {
    let phrase = sentence.phrase_starting(start).filter(|phrase| !phrase.is_pronoun)?;
    let is_end = |token: &Token| token.can(Tags::STOP | Tags::AND | Tags::WH) || token.reads("that");
    let end = (start..sentence.tokens.len()).find(|at| is_end(&sentence.tokens[*at]))?;
    let has_verb = sentence
        .groups
        .iter()
        .any(|group| group.start >= start && group.start < end);
    if has_verb || phrase.end > end {
        return None;
    }
    let mut candidates = (start + 1..phrase.end).filter(|at| {
        let (verb, before) = (&sentence.tokens[*at], &sentence.tokens[at - 1]);
        verb.may.any(Tags::FINITE) && before.may.any(Tags::NOMINAL) && !before.can(Tags::DETERMINER | Tags::POSSESSIVE)
    });
    let (at, None) = (candidates.next()?, candidates.next()) else {
        return None;
    };
    let verb = &sentence.tokens[at];
    let number = number_of(&sentence.tokens[at - 1])?;
    let wrong = match number {
        Number::One => verb.may.any(Tags::PRESENT) && !verb.may.any(Tags::PAST | Tags::THIRD),
        _ => verb.may.any(Tags::THIRD),
    };
    let goes_on = at + 1 < end && !sentence.at_can(at + 1, Tags::PREPOSITION | Tags::AND);
    (wrong && goes_on).then(|| {
        let right = mended(sentence, verb, number);
        let many = if number == Number::One { "one" } else { "more than one" };
        let message = format!(
            "the subject \"{}\" is {many}: \"{right}\"",
            sentence.tokens[at - 1].text
        );
        sentence.slip_at("agreement", at, message, right)
    })
}

/// How many the noun before a verb means, where its form tells: "the last three were mine" is no noun.
fn number_of(noun: &Token) -> Option<Number> {
    if noun.can(Tags::NUMBER) {
        return None;
    }
    if noun.is_letters() {
        return Some(if noun.text.ends_with('s') {
            Number::Many
        } else {
            Number::One
        });
    }
    match (noun.can(Tags::NOUN), noun.can(Tags::NOUNS)) {
        (true, false) => Some(Number::One),
        (false, true) => Some(Number::Many),
        _ => None,
    }
}
