//! Words that a plural follows: nine week, these colleague, many patient.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Tags, Token};

/// Numerals and quantifiers that a plural follows.
const MANY: &str = "plural-quantifiers";

fn wants_many(sentence: &Sentence<'_>, token: &Token) -> bool {
    let ordinal = ["th", "st", "nd", "rd"];
    let is_numeral = token.must(Tags::NUMBER | Tags::NOUN | Tags::ADJECTIVE)
        && token.can(Tags::NUMBER)
        && !token.is_in(sentence.words, "one-numbers")
        && !is_year(token)
        && !token.lower.contains(['.', '/', '%', ':'])
        && !ordinal.iter().any(|end| token.lower.ends_with(end));
    token.is_in(sentence.words, MANY) || is_numeral
}

fn is_year(token: &Token) -> bool {
    token.lower.len() == 4 && token.lower.chars().all(|c| c.is_ascii_digit())
}

/// A singular after a word that a plural follows.
pub fn counted(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        if !phrase.is_pronoun && !phrase.is_name {
            slips.extend(judge(sentence, phrase));
        }
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Slip> {
    if !is_singular(sentence, phrase) || goes_on(sentence, phrase) {
        return None;
    }
    let head = &sentence.tokens[phrase.head];
    let at = (phrase.start..phrase.head).find(|at| wants_many(sentence, &sentence.tokens[*at]))?;
    let quantifier = &sentence.tokens[at];
    let is_numeral = !quantifier.is_in(sentence.words, MANY);
    // "On the 4 train": a name.
    let named = quantifier.lower.starts_with(|c: char| c.is_ascii_digit()) && sentence.before_is(at, &["the"]);
    // "Multiple choice has its limits".
    let named = named || quantifier.reads("multiple") && head.reads("choice");
    // "In those the ulcer", "how many the doctor": the numeral stands alone.
    let parted = sentence.any_is(at + 1, phrase.head, &["the", "a", "an"]) || sentence.tokens[phrase.head].opens;
    let first_try = quantifier.is(&["both", "two"]) && sentence.at_is(at + 1, &["first", "need"]);
    let named = named || parted || first_try;
    let far = named || is_numeral && (phrase.head > at + 2 || head.lower.ends_with("third") || named);
    // "The two lack it": a verb.
    let verbal =
        is_numeral && phrase.head == at + 1 && head.may.any(Tags::VERBAL) && !head.is_in(sentence.words, "counted-one");
    if far
        || verbal
        || is_compound(sentence, phrase, at)
        || is_name_of_one(sentence, at, is_numeral)
        || is_apart(sentence, phrase, at)
    {
        return None;
    }
    let plural = forms::plural(sentence.words, &head.lower);
    let message = format!("\"{}\" wants more than one: \"{plural}\"", quantifier.text);
    Some(sentence.slip_at("number-many", phrase.head, message, plural))
}

/// Whether the head is a noun that is counted, and one.
fn is_singular(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let head = &sentence.tokens[phrase.head];
    let plain =
        head.can(Tags::NOUN) && !head.can(Tags::NOUNS | Tags::VERBAL | Tags::UNKNOWN) && head.text == head.lower;
    let known = head.is_in(sentence.words, "counted-one") && phrase.head > phrase.start;
    let counted = ["counted", "persons", "roles", "things", "counted-one"]
        .iter()
        .any(|list| head.is_in(sentence.words, list));
    let no_noun = head
        .may
        .any(Tags::NUMBER | Tags::PREPOSITION | Tags::ADVERB | Tags::THIRD)
        || head.is_be()
        || !head.may.any(Tags::NOUN)
        || head.may.any(Tags::FINITE.without(Tags::PRESENT)) && !head.reads("work");
    let uncounted = ["unit-words", "mass", "number-names"];
    let sure = phrase.head > phrase.start
        && head.must(Tags::NOUN | Tags::MASS)
        && sentence.tokens[phrase.head - 1].must(Tags::NUMBER);
    (plain && (counted || sure) || known) && !no_noun && !uncounted.iter().any(|list| head.is_in(sentence.words, list))
}

/// Whether the phrase is the first part of something longer: "two patient rooms", "many mother and child".
fn goes_on(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let Some(next) = sentence.get(phrase.end) else {
        return false;
    };
    let listed = next.is(&["and", "or", ","])
        && sentence
            .span(phrase.end, phrase.end + 4)
            .iter()
            .any(|token| token.may.any(Tags::NOUNS));
    let compound = next.is(&["-", "'s", "/", "old"])
        || next.can(Tags::GENITIVE)
        || !next.spaced && !next.can(Tags::STOP)
        || next.can(Tags::NOUNS | Tags::NOUN) && !next.can(Tags::VERBAL | Tags::PREPOSITION | Tags::ADVERB)
        || next.is_letters();
    listed || next.may.any(Tags::NOUNS) || compound
}

/// Whether something between quantifier and head, or before them, counts in its place: "a two week rotation".
fn is_compound(sentence: &Sentence<'_>, phrase: &Phrase, at: usize) -> bool {
    let between = sentence.span(at + 1, phrase.head).iter().any(|token| {
        token.can(Tags::NOUNS | Tags::GENITIVE | Tags::NUMBER)
            || token.is(&["a", "an", "one", "-", "day", "week", "month", "year", "hour"])
            || token.is_letters()
            || token.is_capital()
    });
    between || sentence.any_in(phrase.start, at, "determiners-of-one")
}

/// Whether the numeral is a name: "step two score", "ward nine".
fn is_name_of_one(sentence: &Sentence<'_>, at: usize, is_numeral: bool) -> bool {
    sentence.before(at).is_some_and(|before| {
        before.is_in(sentence.words, "before-number-names")
            || before.is_letters()
            || before.is_capital() && is_numeral && at > 1
    })
}

/// Whether the quantifier stands for itself: "those who", "both mother and child", "as many".
fn is_apart(sentence: &Sentence<'_>, phrase: &Phrase, at: usize) -> bool {
    let (quantifier, head) = (&sentence.tokens[at], &sentence.tokens[phrase.head]);
    let is_adjacent = phrase.head == at + 1;
    let both = quantifier.reads("both")
        && (sentence.at_is(phrase.end, &["and", ",", "in", "as"])
            || sentence.at_can(at + 1, Tags::DETERMINER | Tags::POSSESSIVE));
    let verbal = head.may.any(Tags::VERBAL) && !head.is(&["patient", "week", "month", "resident", "case", "student"]);
    let those_of = quantifier.reads("those")
        && sentence
            .get(phrase.end)
            .is_some_and(|next| !next.can(Tags::STOP | Tags::FINITE | Tags::PREPOSITION | Tags::WH));
    let pronoun = quantifier.is(&["those", "several", "many", "few", "both"]) && is_adjacent && (verbal || those_of);
    let as_many = quantifier.reads("many") && is_adjacent && sentence.before_is(at, &["as"]);
    let pair = quantifier.is(&["those", "these"]) && sentence.at_is(phrase.end, &["and"]);
    both || pronoun || as_many || pair
}

/// two third of.
pub fn thirds(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (number, part, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        if number.is(&["two", "three", "four"]) && part.is(&["third", "quarter", "fifth"]) && next.reads("of") {
            slips.push(sentence.slip_at(
                "number-many",
                at,
                format!("\"{} {}\" are more than one", number.text, part.text),
                format!("{}s", part.text),
            ));
        }
    }
}

/// those kind of essays; this kinds.
pub fn kinds(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (first, kind) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        if first.is(&["these", "those"]) && kind.is(&["kind", "type", "sort"]) {
            slips.push(sentence.slip_at(
                "number-many",
                at,
                format!("\"{}\" wants more than one", first.text),
                format!("{}s", kind.text),
            ));
        }
    }
}
