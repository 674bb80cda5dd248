//! Words that stand twice.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// Words that stand twice for a good reason.
const MAY_REPEAT: [&str; 11] = [
    "had", "that", "her", "very", "so", "long", "no", "many", "much", "really", "far",
];

/// Whether two parts of the sentence meet between the two: "what it is is", "put in in a hurry", "the machine that had died died".
fn meets(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.tokens[at];
    let clause = sentence.any_is(
        0,
        at - 1,
        &["what", "who", "which", "that", "whatever", "where", "how", "all"],
    );
    let subject = sentence.before_can(at - 1, Tags::PRONOUN | Tags::NOMINAL | Tags::MODAL | Tags::WH)
        || sentence.before_is(at - 1, &["had", "has", "have"]);
    let verbs = word.can(Tags::VERBAL) && clause && subject;
    let phrasal = word.is(&["in", "on", "over", "up", "off", "out", "down", "through"])
        && (sentence.before_can(at - 1, Tags::VERBAL)
            || sentence.before_is(at - 1, &["it", "them", "him", "her", "me"]));
    verbs || phrasal || word.can(Tags::UNKNOWN)
}

/// The same word twice in a row.
pub fn words(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (first, second) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let is_word = second.text.chars().all(char::is_alphabetic);
        let same = first.lower == second.lower && second.spaced && second.text == second.lower && !first.quoted;
        if same && is_word && !second.is(&MAY_REPEAT) && !meets(sentence, at) {
            slips.push(sentence.slip(
                "repeated-word",
                at - 1,
                at + 1,
                format!("\"{}\" stands twice", second.lower),
                vec![first.text.clone()],
            ));
        }
        let that_twice = same
            && second.reads("that")
            && sentence.tokens.get(at + 1).is_some_and(|next| {
                next.can(Tags::POSSESSIVE) || next.is(&["the", "a", "i", "he", "she", "we", "they"])
            });
        if that_twice {
            slips.push(sentence.slip(
                "repeated-word",
                at - 1,
                at + 1,
                "\"that\" stands twice",
                vec!["that".to_owned()],
            ));
        }
    }
}
