//! Articles before places, tongues and titles: the Canada; in Netherlands; the Dr. Smith.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// the Canada; the French; the Dr. Smith.
pub fn before_place(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        if sentence.tokens[at].reads("the") && sentence.tokens[at + 1].is_capital() {
            slips.extend(country(sentence, at));
            slips.extend(tongue(sentence, at));
            slips.extend(title(sentence, at));
        }
    }
}

/// The name without the article before it.
fn bare(sentence: &Sentence<'_>, rule: &str, at: usize, message: impl Into<String>) -> Slip {
    sentence.slip(rule, at, at + 2, message, vec![sentence.tokens[at + 1].text.clone()])
}

/// Whether a name goes on: "the Canada goose", "the Poland of my childhood".
fn is_part_of_more(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.get(at).is_some_and(|next| {
        next.can(Tags::NOMINAL | Tags::ADJECTIVAL) && !next.can(Tags::FINITE)
            || next.is(&["of", "-", "'s"])
            || next.can(Tags::GENITIVE)
    })
}

/// the Canada
fn country(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let name = &sentence.tokens[at + 1];
    let is_wrong =
        name.is_in(sentence.words, "no-the-places") && !name.reads("turkey") && !is_part_of_more(sentence, at + 2);
    is_wrong.then(|| {
        bare(
            sentence,
            "article-place",
            at,
            format!("\"{}\" takes no article", name.text),
        )
    })
}

/// learned the French
fn tongue(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let spoken = sentence
        .before(at)
        .is_some_and(|before| before.has_lemma_in(sentence.words, "speaks-tongue"));
    let is_wrong =
        sentence.tokens[at + 1].is_in(sentence.words, "tongues") && spoken && !is_part_of_more(sentence, at + 2);
    is_wrong.then(|| bare(sentence, "article-place", at, "a language takes no article"))
}

/// the Dr. Smith
fn title(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let name = sentence
        .get(at + 2)
        .is_some_and(|stop| stop.reads(".") || stop.is_capital());
    // "The Dr. Smith lecture", "of the Dr. Smith we knew".
    let longer = (at + 3..at + 6).any(|on| {
        sentence
            .get(on)
            .is_some_and(|token| token.can(Tags::NOUN | Tags::NOUNS) && !token.is_capital())
    });
    let is_wrong =
        sentence.tokens[at + 1].is(&["dr", "mr", "mrs", "ms"]) && name && !longer && !sentence.before_is(at, &["of"]);
    is_wrong.then(|| bare(sentence, "article-title", at, "a title with a name takes no article"))
}

/// in Netherlands; from United States.
pub fn missing_before_place(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let united = token.reads("united") && sentence.at_is(at + 1, &["states", "kingdom", "nations", "arab"]);
        let named = token.is_in(sentence.words, "the-countries") || token.text == "USA" || token.text == "UK";
        let governed = sentence.before_in(at, "place-governors") && !sentence.before_can(at, Tags::DETERMINER);
        if token.is_capital() && (united || named) && governed {
            slips.extend(missing(sentence, at, if united { at + 2 } else { at + 1 }));
        }
    }
}

fn missing(sentence: &Sentence<'_>, at: usize, end: usize) -> Option<Slip> {
    let goes_on = sentence
        .get(end)
        .is_some_and(|next| next.can(Tags::NOUN | Tags::NOUNS) && next.is_capital());
    let message = format!("\"the\" belongs before \"{}\"", sentence.tokens[at].text);
    let put = vec![format!("the {}", sentence.text(at, end))];
    (!goes_on).then(|| sentence.slip("article-place", at, end, message, put))
}
