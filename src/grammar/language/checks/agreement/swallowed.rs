//! Bare verbs that look like nouns after their subject: "the catheter pass through".

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;

/// A bare verb that looks like a noun, after a person or a thing: "the catheter pass through".
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        if !phrase.is_pronoun && phrase.head > phrase.start + 1 {
            slips.extend(judge(sentence, phrase));
        }
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Slip> {
    let verb = &sentence.tokens[phrase.head];
    let subject = &sentence.tokens[phrase.head - 1];
    let known = ["persons", "roles", "things", "movers"];
    let singular = subject.can(Tags::NOUN)
        && !subject.can(Tags::NOUNS)
        && known.iter().any(|list| subject.is_in(sentence.words, list));
    let bare = verb.may.any(Tags::BASE) && verb.is_in(sentence.words, "verb-like-nouns");
    let goes_on = sentence.get(phrase.end).is_some_and(|next| {
        next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::TO | Tags::NUMBER)
            || next.is_in(sentence.words, "after-sure-verb")
    });
    let opens =
        sentence.is_opening(phrase.start) && sentence.tokens[phrase.start].is_in(sentence.words, "common-determiners");
    if !singular || !bare || !goes_on || !opens || has_other_verb(sentence, phrase) {
        return None;
    }
    let right = sentence.form(verb.verb(), Form::Third);
    let message = format!("the subject \"{}\" is one: \"{right}\"", subject.text);
    Some(sentence.slip_at("agreement", phrase.head, message, right))
}

/// Whether the clause of a phrase has a verb elsewhere, so that the phrase is all noun.
fn has_other_verb(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let end =
        (phrase.end..sentence.tokens.len()).find(|at| sentence.tokens[*at].is_in(sentence.words, "coordinate-bounds"));
    let limit = end.unwrap_or(sentence.tokens.len());
    // After "that" or a comma the verb of the phrase may follow.
    let goes_on = end.is_some_and(|end| {
        sentence.tokens[end].is(&["that", "who", "which"])
            || sentence.tokens[end].reads(",") && !sentence.at_is(end + 1, &["and", "but", "so", "while", "because"])
    });
    let limit = if goes_on { limit + 2 } else { limit };
    sentence.finite().any(|group| {
        group.start >= phrase.end && group.start < limit || group.start < phrase.start && group.end == phrase.start
    })
}
