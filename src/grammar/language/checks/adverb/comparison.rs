//! Comparison: more sharper, most good, more easy than, better then.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// more sharper, most hardest, more easy, most good.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        match sentence.tokens[at].lower.as_str() {
            "more" => slips.extend(more(sentence, at)),
            "most" => slips.extend(most(sentence, at)),
            _ => {}
        }
        slips.extend(positive(sentence, at));
        slips.extend(then(sentence, at));
    }
}

/// The word of degree and the adjective as one form.
fn form(sentence: &Sentence<'_>, at: usize, right: &str) -> Slip {
    let message = format!("the form is \"{right}\"");
    sentence.slip("comparison-form", at, at + 2, message, vec![right.to_owned()])
}

fn double(sentence: &Sentence<'_>, at: usize) -> Slip {
    let next = &sentence.tokens[at + 1].text;
    sentence.slip(
        "comparison-double",
        at,
        at + 2,
        format!("\"{next}\" says it already"),
        vec![next.clone()],
    )
}

/// more sharper, more good, more easy than
fn more(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let next = &sentence.tokens[at + 1];
    let after = sentence.get(at + 2);
    if next.is_in(sentence.words, "comparatives") {
        return (!sentence.before_is(at, &["once"])).then(|| double(sentence, at));
    }
    if next.is(&["good", "bad"]) {
        let alone =
            after.is_none_or(|after| after.is(&["than", "for", ",", ".", "listener", "way"]) && !after.can(Tags::NOUN));
        let right = if next.reads("good") { "better" } else { "worse" };
        return alone.then(|| form(sentence, at, right));
    }
    let fits = match after.map_or("", |after| after.lower.as_str()) {
        "than" => true,
        "to" => !next.is(&["simple", "poor", "hard"]),
        _ => false,
    };
    (fits && next.is_in(sentence.words, "short-adjectives") && !sentence.before_is(at, &["no", "the", "or"]))
        .then(|| form(sentence, at, &comparative_of(&next.lower)))
}

/// most hardest, most good, the most easy way
fn most(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    // "Most bad fistulas", "does the most good".
    let many = sentence.at_is(at + 1, &["bad", "good"]) && !sentence.at_can(at + 2, Tags::NOUN);
    if many {
        return None;
    }
    let next = &sentence.tokens[at + 1];
    if next.is_in(sentence.words, "superlatives") {
        return Some(double(sentence, at));
    }
    if next.is(&["good", "bad"]) {
        let right = if next.reads("good") { "best" } else { "worst" };
        return Some(form(sentence, at, right));
    }
    let fits = next.is_in(sentence.words, "short-adjectives")
        && sentence.before_is(at, &["the"])
        && sentence.at_can(at + 2, Tags::NOUN);
    fits.then(|| {
        let stem = comparative_of(&next.lower);
        form(sentence, at, &format!("{}st", stem.trim_end_matches('r')))
    })
}

/// good than
fn positive(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let word = &sentence.tokens[at];
    let is_positive = word.must(Tags::ADJECTIVE)
        && sentence.tokens[at + 1].reads("than")
        && !word.is_in(sentence.words, "than-without-comparative")
        && !word.may.any(Tags::NOMINAL | Tags::ADVERB | Tags::COMPARATIVE);
    let compared = sentence
        .span(0, at)
        .iter()
        .rev()
        .take(6)
        .any(|before| before.is_in(sentence.words, "comparing") || before.can(Tags::COMPARATIVE));
    let message = "before \"than\" stands a comparative";
    (is_positive && !compared).then(|| sentence.slip_at("comparison-than", at, message, format!("more {}", word.text)))
}

/// better then
fn then(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let nominal = Tags::DETERMINER | Tags::PRONOUN | Tags::POSSESSIVE | Tags::NUMBER | Tags::NOMINAL;
    let next = &sentence.tokens[at + 1];
    let is_wrong = next.is_in(sentence.words, "comparatives")
        && next.spaced
        && sentence.at_is(at + 2, &["then"])
        && sentence.at_can(at + 3, nominal)
        && !sentence.tokens[at].reads("then");
    is_wrong.then(|| sentence.slip_at("than-then", at + 2, "after a comparative stands \"than\"", "than"))
}

fn comparative_of(adjective: &str) -> String {
    match adjective {
        "good" => "better".to_owned(),
        "big" | "hot" | "thin" => format!("{adjective}{}er", &adjective[adjective.len() - 1..]),
        _ if adjective.ends_with('y') => format!("{}ier", &adjective[..adjective.len() - 1]),
        _ if adjective.ends_with('e') => format!("{adjective}r"),
        _ => format!("{adjective}er"),
    }
}
