//! Two articles before one noun: the my, a this, an another.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// the my, a this, an another.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (first, second, third) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let firsts = first.is(&["a", "an", "the"]) || first.must(Tags::POSSESSIVE);
        let seconds = second.is(&["a", "an", "the", "this", "these", "those"]) || second.must(Tags::POSSESSIVE);
        let named = first.is(&["a", "an", "the"]) && second.reads("another");
        if (firsts && seconds || named)
            && first.lower != second.lower
            && second.spaced
            && first.text != "A"
            && !third.can(Tags::STOP)
            && second.text == second.lower
        {
            // "a half an hour" is said; "this my" is not.
            slips.push(sentence.slip(
                "double-article",
                at,
                at + 2,
                "one article is enough here",
                vec![second.text.clone(), first.text.clone()],
            ));
        }
        if first.is(&["a", "an"]) && second.reads("half") && third.is(&["a", "an"]) {
            slips.push(sentence.slip(
                "double-article",
                at,
                at + 3,
                "one article is enough here",
                vec![format!("half {}", third.text)],
            ));
        }
    }
}
