//! Subjects that come after their verb: there is three, among the charts was two.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::Tags;

use super::{agrees_with, mended};

/// there is three, there are a.
pub fn there_is(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        if sentence.tokens[at].reads("there") && introduces(sentence, at) {
            slips.extend(judge(sentence, at + 1));
        }
    }
}

/// Whether "there" at this token stands for a subject that comes later.
fn introduces(sentence: &Sentence<'_>, at: usize) -> bool {
    let opens = sentence.is_opening(at)
        || sentence.before(at).is_some_and(|before| {
            before.must(Tags::ADVERB) || before.is(&["country", "where"]) || before.can(Tags::PREPOSITION | Tags::WH)
        });
    let after_place = at > 2 && sentence.tokens[0].is(&["in", "at", "on"]);
    let perfect = sentence.at_is(at + 1, &["has", "have"]);
    (opens || after_place) && (!perfect || sentence.at_is(at + 2, &["been"]))
}

/// The slip of the verb after "there".
fn judge(sentence: &Sentence<'_>, verb_at: usize) -> Option<Slip> {
    let verb = &sentence.tokens[verb_at];
    let is_singular = verb.is(&["is", "was", "has"]);
    if !is_singular && !verb.is(&["are", "were", "have"]) {
        return None;
    }
    let on = subject_start(sentence, verb_at + 1)?;
    let holds = |phrase: &&Phrase| phrase.start > verb_at && phrase.start <= on && on < phrase.end;
    let phrase = sentence
        .phrases
        .iter()
        .find(holds)
        .filter(|phrase| !phrase.is_pronoun)?;
    let (start, head) = (&sentence.tokens[phrase.start], &sentence.tokens[phrase.head]);
    let clause = sentence.is_finite_at(phrase.end) && verb_at + 1 < on;
    if clause || head.is(&["years", "months", "weeks", "days", "hours", "minutes", "miles"]) {
        return None;
    }
    let number = number(sentence, phrase);
    let is_wrong = match number {
        Number::Many => is_singular,
        Number::One => {
            !is_singular && !sentence.at_is(phrase.end, &["and", ",", "or"]) && start.is(&["a", "an", "one"])
        }
        Number::Either => false,
    };
    let right = is_wrong.then(|| mended(sentence, verb, number))?;
    let message = format!("\"{}\" follows \"there\": \"{right}\"", head.text);
    Some(sentence.slip_at("agreement-there", verb_at, message, right))
}

/// Where the subject begins: after a parenthesis and adverbs.
fn subject_start(sentence: &Sentence<'_>, mut on: usize) -> Option<usize> {
    if sentence.at_is(on, &[","]) {
        let last = (on + 9).min(sentence.tokens.len());
        on = 1 + (on + 1..last).find(|at| sentence.tokens[*at].reads(","))?;
    }
    while sentence
        .get(on)
        .is_some_and(|token| token.must(Tags::ADVERB | Tags::NOT) || token.is_in(sentence.words, "after-there"))
    {
        on += 1;
    }
    Some(on)
}

fn number(sentence: &Sentence<'_>, phrase: &Phrase) -> Number {
    let (start, head) = (&sentence.tokens[phrase.start], &sentence.tokens[phrase.head]);
    if head.is(&["people", "children"]) {
        Number::Many
    } else if start.is(&["a", "an", "another", "one", "no"]) && phrase.number != Number::Many {
        if head.can(Tags::NOUNS) || head.is_in(sentence.words, "there-either") {
            Number::Either
        } else {
            Number::One
        }
    } else {
        phrase.number
    }
}

/// Among the charts was two.
pub fn inverted(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    slips.extend(judge_inverted(sentence));
}

fn judge_inverted(sentence: &Sentence<'_>) -> Option<Slip> {
    let places = ["among", "in", "on", "at", "behind", "under", "beside"];
    let first = sentence.get(0).filter(|first| first.is(&places))?;
    let group = sentence.groups.first()?;
    let verb = &sentence.tokens[group.first];
    if !group.is_single() || !verb.is(&["was", "is", "were", "are"]) || sentence.any_is(0, group.first, &[","]) {
        return None;
    }
    let prepositional = sentence
        .phrases
        .iter()
        .take_while(|phrase| phrase.end <= group.first)
        .all(|phrase| sentence.before_can(phrase.start, Tags::PREPOSITION));
    let phrase = sentence
        .phrase_starting(group.end)
        .filter(|phrase| !phrase.is_pronoun && prepositional && !first.can(Tags::STOP))?;
    if phrase.number == Number::Either
        || agrees_with(verb) == Some(phrase.number)
        || sentence.at_is(phrase.end, &["and", ","])
    {
        return None;
    }
    let right = mended(sentence, verb, phrase.number);
    let message = format!(
        "the subject \"{}\" comes after the verb: \"{right}\"",
        sentence.tokens[phrase.head].text
    );
    Some(sentence.slip_at("agreement-inverted", group.first, message, right))
}
