//! "A" and "an" by the sound that follows.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::sounds;
use crate::grammar::language::token::Tags;

/// "a" before a vowel, "an" before a consonant.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let (article, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        let is_article = article.is(&["a", "an"]) && !(article.text == "A" && (at > 0 || next.is_be()));
        if !is_article
            || !next.spaced
            || next.can(Tags::STOP)
            || (article.reads("a") && next.is(&["and", "or", "as", "is", "of"]))
        {
            continue;
        }
        let Some(an) = sounds::takes_an(sentence.words, &next.text) else {
            continue;
        };
        if an != article.reads("an") {
            let right = if an { "an" } else { "a" };
            let message = format!(
                "\"{}\" begins with a {} sound: \"{right} {}\"",
                next.text,
                if an { "vowel" } else { "consonant" },
                next.text
            );
            slips.push(sentence.slip(
                "article-sound",
                at,
                at + 2,
                message,
                vec![format!("{right} {}", next.text)],
            ));
        }
    }
}
