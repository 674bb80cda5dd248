//! An article before what is not counted: an advice, a feedback.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;

/// an advice, a feedback: what is not counted.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        let article = phrase.determiner.filter(|at| sentence.tokens[*at].is(&["a", "an"]));
        slips.extend(article.and_then(|start| judge(sentence, phrase, start)));
    }
}

fn judge(sentence: &Sentence<'_>, phrase: &Phrase, start: usize) -> Option<Slip> {
    let (article, head) = (&sentence.tokens[start], &sentence.tokens[phrase.head]);
    if !head.is_in(sentence.words, "no-a")
        || article.text == "A"
        || !is_uncounted(sentence, phrase, start)
        || goes_on(sentence, phrase)
    {
        return None;
    }
    let message = format!(
        "\"{}\" is not counted, so it takes no \"{}\"",
        head.lower, article.lower
    );
    let put = vec![sentence.text(start + 1, phrase.end)];
    Some(sentence.slip("article-mass", start, phrase.end, message, put))
}

/// Whether no adjective makes one of it: "a cold water" but "a deep guidance".
fn is_uncounted(sentence: &Sentence<'_>, phrase: &Phrase, start: usize) -> bool {
    let (first, head) = (&sentence.tokens[start + 1], &sentence.tokens[phrase.head]);
    if phrase.head == start + 1 {
        return true;
    }
    let clean_water = head.is(&["water", "blood"]) && first.is(&["clean", "fresh", "cold", "hot"]);
    phrase.head == start + 2
        && first.must(Tags::ADJECTIVAL)
        && (clean_water || !head.is_in(sentence.words, "mass-also-counted"))
}

fn goes_on(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    sentence.get(phrase.end).is_some_and(|next| {
        next.can(Tags::NOMINAL | Tags::GENITIVE) && !next.can(Tags::FINITE | Tags::PREPOSITION)
            || next.is(&["-", "'s"])
            || next.can(Tags::NOMINAL) && sentence.tokens[phrase.head].reads("research")
            || next.can(Tags::PARTICIPLE) && next.must(Tags::PARTICIPLE | Tags::ADJECTIVE)
    })
}
