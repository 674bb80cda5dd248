//! An article before a quality or a field in general: the happiness is.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;

/// The happiness is: a quality in general.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        let the = phrase.determiner.filter(|at| sentence.tokens[*at].reads("the"));
        if let Some(start) = the.filter(|start| start + 1 == phrase.head) {
            slips.extend(judge(sentence, phrase, start));
        }
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase, start: usize) -> Option<Slip> {
    let words = sentence.words;
    let head = &sentence.tokens[phrase.head];
    if !head.is_in(words, "generic") || head.is_capital() {
        return None;
    }
    // What follows tells which one: the patience of my mother, the medicine that I took, the surgery to remove.
    let after = sentence.get(phrase.end);
    let is_told = after.is_some_and(|next| {
        next.is_in(words, "tells-which") || next.can(Tags::PARTICIPLE | Tags::NOMINAL) && !next.can(Tags::FINITE)
    });
    let before = sentence.before(phrase.start);
    let opens = before.is_none_or(|before| before.is(&["that", "believe", "think", "because"]));
    let stated = opens
        && after.is_some_and(|next| next.is_in(words, "generic-verbs"))
        && !head.is_in(words, "generic-also-concrete");
    let learned = before.is_some_and(|before| {
        before.can(Tags::VERBAL) && ["learn", "love", "study", "teach", "value"].contains(&before.verb())
    }) && !head.is_in(words, "learned-also-concrete");
    let message = format!("\"{}\" in general takes no article", head.lower);
    let put = vec![head.text.clone()];
    (!is_told && (stated || learned)).then(|| sentence.slip("article-generic", start, phrase.end, message, put))
}
