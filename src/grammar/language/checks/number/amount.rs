//! How much and how many: much questions, less patients, an amount of patients.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::{Tags, Token};

fn head_after<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<(usize, &'s Token, Number)> {
    let phrase = sentence
        .phrases
        .iter()
        .find(|phrase| phrase.start <= at && at < phrase.head && !phrase.is_pronoun)?;
    Some((phrase.head, &sentence.tokens[phrase.head], phrase.number))
}

/// much questions, many hope.
pub fn much_many(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let Some((head_at, head, number)) = head_after(sentence, at) else {
            continue;
        };
        let plain = |token: &Token| {
            token.can(Tags::ADJECTIVAL | Tags::NOUN | Tags::PARTICIPLE) && !token.is(&["more", "too", "less", "better"])
        };
        if !sentence.span(at + 1, head_at).iter().all(plain) {
            continue;
        }
        // "How much people suffer", "much smaller things": the word goes with the verb, or with the adjective.
        let elsewhere = sentence.before_is(at, &["how"]) && sentence.is_finite_at(head_at + 1)
            || sentence.at_can(at + 1, Tags::COMPARATIVE);
        let many = number == Number::Many && head.can(Tags::NOUNS) && !head.is(&["news", "means"]) && !elsewhere;
        match sentence.tokens[at].lower.as_str() {
            "much" if many => {
                let message = format!("\"{}\" are counted: \"many\"", head.text);
                slips.push(sentence.slip_at("much-many", at, message, "many"));
            }
            "many" if is_mass(sentence, head_at) && !head.is(&["help", "contrast"]) => {
                let message = format!("\"{}\" is not counted: \"much\"", head.text);
                slips.push(sentence.slip_at("much-many", at, message, "much"));
            }
            "few" if is_mass(sentence, head_at) && head_at == at + 1 => {
                let article = sentence.before_is(at, &["a"]);
                let (start, put) = if article { (at - 1, "a little") } else { (at, "little") };
                let message = format!("\"{}\" is not counted: \"little\"", head.text);
                slips.push(sentence.slip("much-many", start, at + 1, message, vec![put.to_owned()]));
            }
            _ => {}
        }
    }
}

/// Whether the head at this token is not counted, and no part of a longer phrase.
fn is_mass(sentence: &Sentence<'_>, head_at: usize) -> bool {
    let head = &sentence.tokens[head_at];
    head.must(Tags::NOUN | Tags::MASS)
        && head.is_in(sentence.words, "mass")
        && !head.is(&["people", "surgery", "medicine"])
        && !sentence.at_can(head_at + 1, Tags::NOMINAL)
}

/// less patients, fewer water, amount of patients.
pub fn less_fewer(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let slip = match sentence.tokens[at].lower.as_str() {
            "less" => less(sentence, at),
            "fewer" => fewer(sentence, at),
            "amount" | "quantity" => amount(sentence, at),
            _ => None,
        };
        slips.extend(slip);
    }
}

/// less patients
fn less(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let is_near = |phrase: &&Phrase| phrase.start == at + 1 || phrase.start <= at && at < phrase.head;
    let phrase = sentence.phrases.iter().find(is_near)?;
    let head = &sentence.tokens[phrase.head];
    let many = phrase.number == Number::Many && !phrase.is_pronoun && phrase.head <= at + 2 && head.must(Tags::NOUNS)
        || head.reads("people");
    // "Less common diseases": the adjective is compared.
    let adjective = phrase.head == at + 2 && sentence.tokens[at + 1].must(Tags::ADJECTIVE);
    if !many
        || adjective
        || sentence.at_is(at + 1, &["than"])
        || sentence.before_is(at, &["no", "a", "the", "or", "any", "my", "these"])
        || phrase.determiner.is_some_and(|own| own != at)
        || head.is_in(sentence.words, "measures")
    {
        return None;
    }
    let very = sentence.before_is(at, &["very"]);
    let message = format!("\"{}\" are counted: \"fewer\"", head.text);
    Some(sentence.slip_at("less-fewer", at, message, if very { "few" } else { "fewer" }))
}

/// fewer water
fn fewer(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let (head_at, head, number) = head_after(sentence, at)?;
    let plain = |token: &Token| token.can(Tags::ADJECTIVAL | Tags::NOUN) && !token.is(&["than", "common"]);
    let is_wrong =
        number == Number::One && head.is_in(sentence.words, "mass") && sentence.span(at + 1, head_at).iter().all(plain);
    is_wrong.then(|| sentence.slip_at("less-fewer", at, "what is not counted takes \"less\"", "less"))
}

/// an amount of patients
fn amount(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let phrase = sentence
        .phrase_starting(at + 2)
        .filter(|_| sentence.at_is(at + 1, &["of"]))?;
    let head = &sentence.tokens[phrase.head];
    let is_wrong = phrase.number == Number::Many
        && head.must(Tags::NOUNS)
        && !phrase.is_pronoun
        && phrase.determiner.is_none()
        && !head.is_in(sentence.words, "amounts-of");
    is_wrong.then(|| {
        let message = format!("\"{}\" are counted: \"number\"", head.text);
        sentence.slip_at("less-fewer", at, message, "number")
    })
}
