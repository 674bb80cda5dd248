//! Words that a singular follows: every doctors, this experiences, a mistakes.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Tags, Token};

/// every doctors, this experiences, a mistakes, another reasons.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence.phrases.iter().filter(|phrase| !phrase.is_pronoun) {
        slips.extend(judge(sentence, phrase));
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Slip> {
    let (first, head) = (&sentence.tokens[phrase.start], &sentence.tokens[phrase.head]);
    if phrase.head == phrase.start
        || !is_plural(sentence, head)
        || !wants_one(sentence, phrase)
        || head.may.any(Tags::THIRD) && (first.is(&["another", "this"]) || is_verb(sentence, phrase))
        || phrase.head == phrase.start + 1 && head.opens && first.is(&["each", "another"])
        || goes_on(sentence, phrase)
    {
        return None;
    }
    Some(if first.reads("this") {
        let message = format!("\"{}\" is more than one: \"these\"", head.text);
        sentence.slip_at("number-one", phrase.start, message, "these")
    } else {
        let one = head.noun();
        let message = format!("\"{}\" goes with one: \"{one}\"", first.text);
        sentence.slip_at("number-one", phrase.head, message, one)
    })
}

/// "Every minute counts", "each wants something": the word is the verb.
fn is_verb(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let alone = phrase.head == phrase.start + 1 && sentence.at_is(phrase.start, &["each"]);
    alone || phrase.head > phrase.start + 1 && sentence.before_can(phrase.head, Tags::NOUN)
}

fn is_plural(sentence: &Sentence<'_>, head: &Token) -> bool {
    head.must(Tags::NOUNS)
        && !head.may.any(Tags::NOUN)
        && !head.is_in(sentence.words, "plural-as-one")
        && !head.is_letters()
        && !head.can(Tags::UNKNOWN)
        && !head.is(&["honors", "does", "thumbs", "innings", "thousands", "hundreds"])
}

/// Whether the first word of a phrase wants one, and nothing after it counts: "every few weeks".
fn wants_one(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let first = &sentence.tokens[phrase.start];
    let between = sentence.span(phrase.start + 1, phrase.head);
    let counted = between.iter().any(|token| {
        token.can(Tags::NUMBER | Tags::GENITIVE | Tags::DETERMINER)
            || token.is_in(sentence.words, "counting-words")
            || token.is_capital()
    });
    let is_near = between.len() < 2;
    let wants = match first.lower.as_str() {
        "every" | "each" | "another" => true,
        "a" | "an" => first.text != "A" && is_near && !between.iter().any(|token| token.can(Tags::NOUN)),
        "this" => phrase.determiner == Some(phrase.start) && is_near,
        _ => false,
    };
    wants && !counted
}

fn goes_on(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    sentence.get(phrase.end).is_some_and(|next| {
        next.is(&["-", "'"])
            || next.can(Tags::GENITIVE)
            || !next.spaced && !next.can(Tags::STOP)
            || next.can(Tags::NOUN) && next.must(Tags::NOMINAL)
    })
}
