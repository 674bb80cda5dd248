//! What was thought then, told as if it were now: I thought I will fail, she hoped that the letter is lost.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

use super::lasting;

/// I thought I will fail; she hoped that the letter is lost.
pub fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    sentence.finite().find_map(|group| {
        let verb = &sentence.tokens[group.main];
        let thought = group.is_single() && verb.may.any(Tags::PAST) && sentence.words.has("past-thoughts", verb.verb());
        if !thought || verb.may.any(Tags::PRESENT) || verb.quoted {
            return None;
        }
        let start = group.end + usize::from(sentence.at_is(group.end, &["that"]));
        let phrase = sentence.phrase_starting(start)?;
        let first = &sentence.tokens[phrase.start];
        // "I thought a doctor is", "I thought medicine is": what holds at any time.
        let somebody = first.is(&["i", "he", "she", "we", "they", "it", "my", "his", "her", "our", "their"])
            || first.is(&["the", "this"]) && sentence.tokens[phrase.head].can(Tags::NOUN);
        let told = sentence
            .get(phrase.end)
            .filter(|_| somebody && !lasting(sentence, group.end))?;
        let past = match told.lower.as_str() {
            "will" | "'ll" => "would",
            "can" => "could",
            "may" => "might",
            "is" | "am" => "was",
            "are" => "were",
            _ => return None,
        };
        let message = format!(
            "what was thought then (\"{}\") is told in the past: \"{past}\"",
            verb.text
        );
        Some(sentence.slip_at("tense-shift", phrase.end, message, past))
    })
}
