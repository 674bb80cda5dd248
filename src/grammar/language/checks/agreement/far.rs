//! A verb far from its subject: the images that our old scanner produced was, the skills required for it, from first to last, develops.

use crate::grammar::Slip;
use crate::grammar::language::clause::{Onward, Sentence, Subject};
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Group;

use super::noun::{counted, is_amount, is_doubtful, is_gerund};
use super::{agrees_with, mended};

/// The images that our old scanner produced was; the binder of protocols that they wrote are.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let subjects = sentence.phrases.iter().filter_map(|phrase| judge(sentence, phrase));
    let found: Vec<Slip> = subjects.chain(judge_gerund(sentence)).collect();
    for slip in found {
        if !slips.iter().any(|other| other.place == slip.place) {
            slips.push(slip);
        }
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Slip> {
    // "What the families wanted": a clause is the subject.
    if !begins_clause(sentence, phrase.start) || sentence.at_is(phrase.start, &["what"]) {
        return None;
    }
    let number = number(sentence, phrase)?;
    let (group, number) = Onward::from(sentence, phrase, number).verb()?;
    let subject = Subject::at(phrase.start, phrase.head, number);
    let no_subject = is_gerund(sentence, &subject) || is_amount(sentence, group, &subject);
    if group.first == phrase.end || no_subject || is_caused(sentence, group) || is_doubtful(sentence, group, &subject) {
        return None;
    }
    slip(sentence, group, number, &sentence.tokens[phrase.head].text)
}

/// Knowing the segments, together with their drainage, help.
fn judge_gerund(sentence: &Sentence<'_>) -> Option<Slip> {
    let first = sentence.group_starting(0).filter(|first| first.is_single())?;
    let verb = &sentence.tokens[0];
    if !verb.can(Tags::ING) || sentence.at_is(first.end, &["and", "or", ","]) {
        return None;
    }
    let (group, number) = Onward::from_gerund(sentence, first.end).verb()?;
    let before = sentence.phrase_ending(group.first).map(|phrase| phrase.start);
    // "Watching her work are three residents": the subject comes after the verb.
    let inverted = verb.is(&["watching", "standing", "sitting", "waiting", "lying", "hanging"]);
    // "Growing up, the clinics are": a comma before the last phrase parts it from the gerund.
    let parted = before.is_some_and(|start| sentence.before_is(start, &[","]));
    if inverted || parted || is_caused(sentence, group) {
        return None;
    }
    slip(sentence, group, number, &verb.text)
}

/// Whether the word before the verb is the object of a verb of seeing or causing; after a preposition it is none.
fn is_caused(sentence: &Sentence<'_>, group: &Group) -> bool {
    let governed = sentence
        .phrase_ending(group.first)
        .is_some_and(|phrase| sentence.before_can(phrase.start, Tags::PREPOSITION));
    !governed && sentence.is_caused(group)
}

fn slip(sentence: &Sentence<'_>, group: &Group, number: Number, subject: &str) -> Option<Slip> {
    let verb = &sentence.tokens[group.first];
    let shown = agrees_with(verb)?;
    if number == Number::Either || number == shown || verb.quoted || !is_surely_verb(sentence, group) {
        return None;
    }
    let right = mended(sentence, verb, number);
    let many = if number == Number::One { "one" } else { "more than one" };
    let message = format!("the subject \"{subject}\" is {many}: \"{right}\"");
    Some(sentence.slip_at("agreement", group.first, message, right))
}

/// Whether the subject of a clause may begin at this token.
fn begins_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = sentence.before(at) else { return true };
    let leads = sentence
        .get(0)
        .is_some_and(|first| first.can(Tags::PREPOSITION | Tags::ADVERB | Tags::WH));
    match before.lower.as_str() {
        "," => leads && sentence.comma() == Some(at - 1) && at < 12,
        "not" | "yet" | "and" | "but" | "every" => at == 1,
        "that" => at > 1 && sentence.tokens[at - 2].can(Tags::VERBAL),
        _ => before.is_in(sentence.words, "before-subject"),
    }
}

/// How many a subject means; none where that hangs on more than the phrase.
fn number(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Number> {
    let head = &sentence.tokens[phrase.head];
    let of = sentence.at_is(phrase.end, &["of"]);
    if head.is(&["one", "each", "neither", "either"]) {
        return of.then_some(Number::One);
    }
    let measured = head.is_in(sentence.words, "plural-as-one") || head.may.any(Tags::NUMBER) && !head.reads("number");
    // "Every time I try", "that year": no subject.
    let when = head.is_in(sentence.words, "adverbial-nouns") && !sentence.at_is(phrase.start, &["the", "my"]);
    let unsure =
        head.can(Tags::FINITE) || head.can(Tags::UNKNOWN) || head.can(Tags::ING) && phrase.determiner.is_none();
    let verbal = head.may.any(Tags::FINITE) && phrase.head > phrase.start + 1 && !head.must(Tags::NOUN);
    if phrase.is_pronoun || phrase.is_name || measured || unsure || verbal || when {
        return None;
    }
    Some(counted(
        sentence,
        &Subject::at(phrase.start, phrase.head, phrase.number),
    ))
}

/// Whether a word that may be a noun is the verb: it has an object or a complement.
fn is_surely_verb(sentence: &Sentence<'_>, group: &Group) -> bool {
    let verb = &sentence.tokens[group.first];
    let plain = !verb.may.any(Tags::NOMINAL | Tags::ADJECTIVAL)
        || verb.is(&["is", "are", "was", "were", "has", "have", "do", "does"]);
    let followed = sentence.get(group.end).is_some_and(|next| {
        next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::WH | Tags::NUMBER)
            || next.must(Tags::ADVERB | Tags::COMPARATIVE | Tags::ADJECTIVE)
    });
    !verb.can(Tags::UNKNOWN) && (plain || followed)
}
