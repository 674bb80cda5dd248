//! What one is or becomes: became nurse, as medical student, he was soldier.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::Tags;

use super::{is_bare, is_cut_off, with_a};

/// "became nurse", "as medical student", "he was soldier".
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence.phrases.iter().filter(|phrase| !phrase.is_pronoun) {
        let noun = &sentence.tokens[phrase.head];
        if noun.is_in(sentence.words, "roles")
            && noun.text == noun.lower
            && is_bare(sentence, phrase)
            && (!is_cut_off(sentence, phrase) || sentence.at_is(phrase.end, &["after", "by"]))
            && !is_title(sentence, phrase)
            && (becomes(sentence, phrase) || serves_as(sentence, phrase))
        {
            let put = with_a(sentence, phrase);
            let message = format!("\"{}\" wants an article: one is or becomes \"{put}\"", noun.lower);
            slips.push(sentence.slip("article-role", phrase.start, phrase.end, message, vec![put]));
        }
    }
}

/// Whether the phrase is an office or no person at all: "class president of", "was patient with us".
fn is_title(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let noun = &sentence.tokens[phrase.head];
    let patient = noun.reads("patient") && sentence.at_is(phrase.end, &["with", "enough", "and", "about", "in"]);
    // "Learned to be patient": an adjective.
    let quality = noun.reads("patient") && phrase.start == phrase.head && !sentence.before_is(phrase.start, &["as"]);
    let office = sentence.at_is(phrase.end, &["of", "for", "to", "at", "in"]) && noun.is_in(sentence.words, "titles");
    patient || quality || office || sentence.any_in(phrase.start, phrase.head, "title-parts")
}

/// became nurse
fn becomes(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let Some(group) = sentence.group_ending(phrase.start) else {
        return false;
    };
    let many = sentence
        .subject(group)
        .is_some_and(|subject| subject.number == Number::Many && !sentence.tokens[subject.head].is(&["i", "you"]));
    ["be", "become"].contains(&sentence.tokens[group.main].verb()) && !group.passive && !many
}

/// as medical student
fn serves_as(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let left = phrase.start.wrapping_sub(2);
    sentence
        .before(phrase.start)
        .is_some_and(|before| before.reads("as") && !before.can(Tags::ADVERB))
        && !sentence.at_in(left, "post-nouns")
        && !sentence.at_is(left, &["as", "such", "same"])
}
