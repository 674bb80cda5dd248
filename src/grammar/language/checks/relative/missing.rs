//! A clause that wants its pronoun: there was a professor lived above us; I met a man his wife had died.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::is_person;

/// There was a professor lived above the bakery.
pub fn contact(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        if sentence.tokens[at].reads("there") && sentence.tokens[at + 1].is(&["is", "was", "are", "were"]) {
            slips.extend(judge(sentence, at));
        }
    }
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let phrase = sentence
        .phrase_starting(at + 2)
        .filter(|phrase| !phrase.is_pronoun && phrase.determiner.is_some())?;
    let group = sentence.finite().find(|group| group.start == phrase.end)?;
    let verb = &sentence.tokens[group.first];
    let intransitive = sentence.words.has("contact-intransitive", verb.verb());
    let sure = verb.can(Tags::PAST) && !verb.can(Tags::PARTICIPLE)
        || intransitive && verb.can(Tags::PAST | Tags::THIRD)
        || verb.must(Tags::THIRD);
    sure.then(|| {
        let who = if is_person(sentence, phrase) { "who" } else { "that" };
        let message = format!("\"{who}\" is missing before \"{}\"", verb.text);
        sentence.slip_at("relative-missing", group.first, message, format!("{who} {}", verb.text))
    })
}

/// I met a man his wife had died.
pub fn his_for_whose(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(2) {
        if sentence.tokens[at].is(&["his", "her", "their"]) && is_whose(sentence, at) {
            let message = "what belongs to somebody is \"whose\" here";
            slips.push(sentence.slip_at("relative-whose", at, message, "whose"));
        }
    }
}

fn is_whose(sentence: &Sentence<'_>, at: usize) -> bool {
    let somebody = sentence.phrase_ending(at).filter(|phrase| {
        !phrase.is_pronoun
            && phrase.determiner.is_some_and(|at| sentence.tokens[at].is(&["a", "an"]))
            && is_person(sentence, phrase)
    });
    let own = sentence
        .phrases
        .iter()
        .find(|phrase| phrase.start == at && phrase.head > at);
    let (Some(somebody), Some(own)) = (somebody, own) else {
        return false;
    };
    // "I gave a patient his chart": two objects.
    let one_object = sentence
        .group_ending(somebody.start)
        .is_some_and(|group| !sentence.words.has("two-objects", sentence.tokens[group.main].verb()));
    sentence.is_finite_at(own.end) && one_object
}
