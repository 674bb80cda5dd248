//! Which pronoun stands for what: the patient which, a case who, all what, a surgeon whom insisted.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::{Place, comma, is_person, is_thing, whom, whose};

/// the patient which; a case who; all what; a surgeon whom insisted; a nurse who's name.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let Some(place) = Place::find(sentence, at) else {
            continue;
        };
        match sentence.tokens[at].lower.as_str() {
            "which" => slips.extend(which_person(sentence, &place)),
            "who" => {
                slips.extend(who_thing(sentence, &place));
                slips.extend(whose::who_is(sentence, &place));
                slips.extend(whose::who_noun(sentence, &place));
            }
            "what" => slips.extend(all_what(sentence, &place)),
            "whom" => slips.extend(whom::subject(sentence, &place)),
            "that" => slips.extend(comma::that(sentence, &place)),
            _ => {}
        }
    }
}

/// the patient which
fn which_person(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let phrase = place.phrase;
    let the_one = sentence.tokens[phrase.head].reads("one")
        && sentence.before_is(phrase.end - 1, &["the"])
        && sentence.any_in(0, phrase.start, "persons");
    let object = place.is_object(sentence);
    let is_wrong = (is_person(sentence, phrase) || the_one)
        && !sentence.before_is(phrase.start, &["of"])
        && !place.comma
        && (object || place.is_subject(sentence))
        && !sentence.before_is(place.at, &["family"]);
    let message = "people are \"who\", things \"which\"";
    is_wrong.then(|| {
        sentence.slip_at(
            "relative-person",
            place.at,
            message,
            if object { "whom" } else { "who" },
        )
    })
}

/// a case who
fn who_thing(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let is_wrong = is_thing(sentence, place.phrase)
        && !place.comma
        && place.is_subject(sentence)
        // "A man across the table who": the clause may hang on what stands before the preposition.
        && !sentence.before_can(place.phrase.start, Tags::PREPOSITION | Tags::TO)
        && !is_asked(sentence, place)
        && !sentence.any_in(0, place.phrase.start, "persons");
    let message = "people are \"who\", things \"that\" or \"which\"";
    let put = ["that", "which"].map(str::to_owned).into();
    is_wrong.then(|| sentence.slip("relative-thing", place.at, place.at + 1, message, put))
}

/// Whether a verb before asks who it was: "shows us every year who was missed".
fn is_asked(sentence: &Sentence<'_>, place: &Place<'_>) -> bool {
    let before = sentence.span(place.phrase.start.saturating_sub(4), place.phrase.start);
    let object = sentence.group_ending(place.phrase.start).is_some();
    !object && before.iter().any(|token| token.may_be_verb_of(sentence.words, "asks"))
}

/// all what
fn all_what(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let head = &sentence.tokens[place.phrase.head];
    let all =
        place.phrase.is_pronoun && head.is(&["everything", "something", "nothing", "anything"]) || head.reads("all");
    // "She taught us all what to do": the verb asks.
    let asked = sentence
        .span(0, place.phrase.start)
        .iter()
        .rev()
        .take(3)
        .any(|token| token.has_lemma_in(sentence.words, "asks-somebody"));
    let is_wrong = all && !place.comma && !asked && (place.is_object(sentence) || place.is_subject(sentence));
    let message = "after a noun stands \"that\", not \"what\"";
    is_wrong.then(|| sentence.slip_at("relative-what", place.at, message, "that"))
}
