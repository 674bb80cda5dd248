//! The verb after "have": have went, had wrote, have try.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::{Tags, Token};

use super::next_word;

/// have went, had wrote, have try, should have spoke.
pub fn after_have(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        if verb.is(&["have", "has", "had", "'ve", "having"]) && verb.can(Tags::VERBAL) {
            slips.extend(judge(sentence, at));
        }
    }
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let next = next_word(sentence, at + 1)?;
    let word = &sentence.tokens[next];
    if word.is_be() && !word.reads("be") {
        return None;
    }
    // "The interviews I had went well": two verbs.
    let contact =
        at >= 2 && sentence.before_can(at, Tags::PRONOUN) && sentence.before_can(at - 1, Tags::NOUN | Tags::NOUNS);
    if contact && next == at + 1 && word.may.any(Tags::PAST) {
        return None;
    }
    let saw =
        word.reads("saw") && sentence.any_is(at + 1, next, &["never", "ever", "always", "already", "just", "also"]);
    if saw || is_past(sentence, word) {
        let base = sentence.words.base_of_past(&word.lower).unwrap_or_else(|| word.verb());
        return Some(participle(sentence, at, next, base));
    }
    (is_bare_here(sentence, at, next) && is_auxiliary(sentence, at, word))
        .then(|| participle(sentence, at, next, word.verb()))
}

fn participle(sentence: &Sentence<'_>, at: usize, next: usize, base: &str) -> Slip {
    let right = sentence.form(base, Form::Participle);
    let message = format!(
        "after \"{}\" stands the participle: \"{right}\"",
        sentence.tokens[at].text
    );
    sentence.slip_at("form-have", next, message, right)
}

/// Whether a word is a past and no participle.
fn is_past(sentence: &Sentence<'_>, word: &Token) -> bool {
    let verbal = word.may.and(Tags::VERBAL);
    let by_dictionary = verbal.any(Tags::PAST)
        && !verbal.any(Tags::PARTICIPLE | Tags::BASE)
        && !word.may.any(Tags::NOMINAL | Tags::ADJECTIVAL);
    let words = sentence.words;
    let two_forms = words
        .base_of_past(&word.lower)
        .and_then(|base| words.irregular(base))
        .is_some_and(|(past, participle)| past != participle && participle != "gotten");
    let by_table = two_forms
        && words.base_of_participle(&word.lower).is_none()
        && verbal.any(Tags::PAST)
        && word.is_in(words, "plain-pasts");
    by_dictionary || by_table
}

/// Whether the word at `next` is a bare verb, and the participle is meant.
fn is_bare_here(sentence: &Sentence<'_>, at: usize, next: usize) -> bool {
    let word = &sentence.tokens[next];
    let verbal = word.may.and(Tags::VERBAL);
    let is_base = verbal.any(Tags::BASE)
        && !verbal.any(Tags::PARTICIPLE | Tags::PAST)
        && !word.may.any(Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::DETERMINER)
        && word.text == word.lower;
    let verb_alone = !word.may.any(Tags::NOMINAL) && !word.reads("be");
    let after_adverb = sentence.any_is(at + 1, next, &["never", "always", "already", "just", "ever"]);
    let object = Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::NUMBER;
    let with_object = sentence.before_in(at, "subject-pronouns")
        && word.is_in(sentence.words, "often-after-have")
        && sentence.at_can(next + 1, object | Tags::TO | Tags::PREPOSITION | Tags::ADVERB);
    is_base && (verb_alone || after_adverb || with_object)
}

/// Whether "have" helps the word: not "have let go", "to have go", "have help".
fn is_auxiliary(sentence: &Sentence<'_>, at: usize, word: &Token) -> bool {
    let has_noun = match word.lower.as_str() {
        "let" | "come" | "run" | "become" | "overcome" => true,
        "go" => sentence.before_is(at, &["to", "let"]),
        "help" => !sentence.before_in(at, "subject-pronouns"),
        _ => false,
    };
    sentence.tokens[at].is(&["have", "has", "'ve", "had"]) && !has_noun
}

/// had ran, had came, had became: forms that look like the bare verb.
pub fn past_like_bare(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        let Some(next) = next_word(sentence, at + 1) else {
            continue;
        };
        let word = &sentence.tokens[next];
        if verb.is(&["have", "has", "had", "'ve"])
            && verb.can(Tags::VERBAL)
            && word.is(&["ran", "came", "became", "overcame"])
            && !slips.iter().any(|slip| slip.place.start == word.start)
        {
            let base = sentence.words.base_of_past(&word.lower).unwrap_or_default();
            slips.push(participle(sentence, at, next, base));
        }
    }
}
