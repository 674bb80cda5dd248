//! A pronoun that says again what the relative pronoun says: the woman whom we treated her.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// The woman whom we treated her; the attending which I worked with him.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(3) {
        match sentence.tokens[at].lower.as_str() {
            "who" => slips.extend(subject(sentence, at)),
            "whom" | "which" => slips.extend(object(sentence, at)),
            "that" if is_relative_that(sentence, at) => slips.extend(object(sentence, at)),
            _ => {}
        }
    }
}

/// Whether "that" at this token begins a relative clause of the subject, and not what a fact or an idea says.
fn is_relative_that(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(phrase) = sentence.phrase_ending(at) else {
        return false;
    };
    let (start, head) = (&sentence.tokens[phrase.start], &sentence.tokens[phrase.head]);
    let verb = sentence.group_starting(at + 2);
    let goes_on = verb.is_some_and(|verb| sentence.finite().any(|group| group.start > verb.end));
    let is_object = verb.is_some_and(|verb| {
        let both = if head.can(Tags::NOUNS) { ["them"] } else { ["it"] };
        sentence.at_is(verb.end, &both)
    });
    phrase.start == 0
        && start.is(&["the", "my", "our", "his", "her", "a", "an", "this"])
        && !sentence.words.has("that-nouns", head.noun())
        && goes_on
        && is_object
}

/// Those who they lost.
fn subject(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let verb = sentence.get(at + 2)?;
    let phrase = sentence.phrase_ending(at)?;
    let is_wrong = sentence.at_is(at + 1, &["they", "he", "she"])
        && (verb.can(Tags::PAST) && !verb.can(Tags::PARTICIPLE) || verb.is_be())
        && !sentence.words.has("thinks", verb.verb())
        && (phrase.is_pronoun || sentence.tokens[phrase.head].is(&["those", "people"]));
    is_wrong.then(|| sentence.slip_at("relative-double", at + 1, "\"who\" is the subject already", ""))
}

/// The woman whom we treated her.
fn object(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let group = sentence
        .group_starting(at + 2)
        .filter(|group| group.is_finite() && !group.passive)?;
    let ends = sentence
        .get(group.end + 1)
        .is_some_and(|next| !next.can(Tags::NOMINAL | Tags::ADJECTIVAL) || next.can(Tags::FINITE | Tags::ADVERB));
    let is_wrong = sentence.at_is(at + 1, &["i", "we", "he", "she", "they"])
        && sentence.at_is(group.end, &["him", "her", "them", "it"])
        && ends
        // "Which I gave her", "which I asked him to do": a second object.
        && !sentence.words.has("two-objects", sentence.tokens[group.main].verb())
        && !["forgive", "allow", "owe", "promise", "ask", "tell"].contains(&sentence.tokens[group.main].verb())
        && !sentence.before_can(at, Tags::PREPOSITION);
    is_wrong.then(|| {
        let message = format!("\"{}\" stands for it already", sentence.tokens[at].text);
        sentence.slip_at("relative-double", group.end, message, "")
    })
}
