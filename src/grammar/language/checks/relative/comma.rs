//! "That" after a comma: my mentor, that had trained abroad, laughed.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;

use super::{Place, is_person, is_thing};

/// my mentor, that had trained abroad,
pub(super) fn that(sentence: &Sentence<'_>, place: &Place<'_>) -> Option<Slip> {
    let person = is_person(sentence, place.phrase);
    let known = person || is_thing(sentence, place.phrase) || place.phrase.determiner.is_some();
    let is_wrong = place.comma
        && known
        && place.is_subject(sentence)
        && !sentence.at_is(place.at + 1, &["said", "is", "'s", "means"])
        && relative_comma(sentence, place.at, place.phrase);
    let put = if person { "who" } else { "which" };
    is_wrong.then(|| {
        sentence.slip_at(
            "relative-comma",
            place.at,
            format!("after a comma stands \"{put}\""),
            put,
        )
    })
}

/// Whether ", that" begins a clause that a second comma closes.
fn relative_comma(sentence: &Sentence<'_>, at: usize, phrase: &Phrase) -> bool {
    let close = sentence
        .span(at, sentence.tokens.len())
        .iter()
        .position(|token| token.reads(","));
    let first_verb = sentence.groups.iter().find(|group| group.start > at);
    let no_verb_before = !sentence
        .groups
        .iter()
        .any(|group| group.is_finite() && group.end <= phrase.start && group.start > at.saturating_sub(12));
    close.is_some_and(|close| {
        sentence
            .groups
            .iter()
            .any(|group| group.is_finite() && group.start >= at + close)
    }) && first_verb.is_some()
        && no_verb_before
}
