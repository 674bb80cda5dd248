//! Adverbs between a verb and its object: drinks always her tea; speaks fluently three languages.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Tags, Token};
use crate::grammar::language::verb_group::Group;

/// speaks fluently three languages; drinks always her tea; I believed always.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence
        .groups
        .iter()
        .filter(|group| group.is_finite() || group.is_infinitive())
    {
        let verb = &sentence.tokens[group.main];
        if verb.is_be() || verb.can(Tags::MODAL) || group.passive {
            continue;
        }
        if let Some([adverb, next]) = sentence.row(group.end) {
            slips.extend(how_often(sentence, group, adverb, next));
            slips.extend(manner(sentence, group, adverb, next));
            if let Some(slip) = fluent(sentence, group, adverb, next)
                && !slips.iter().any(|slip| slip.place.start == adverb.start)
            {
                slips.push(slip);
            }
        }
    }
}

/// Whether a token begins the object of a verb before it.
fn is_object(token: &Token) -> bool {
    token.can(Tags::DETERMINER | Tags::POSSESSIVE)
        && !token.is(&["all", "that", "each", "every", "this", "both", "half"])
        || token.is(&["me", "him", "us", "them", "it", "her"])
        || token.can(Tags::NUMBER)
}

/// Whether the phrase at `at` tells when or where: "works always the night shift".
fn is_time(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .phrase_starting(at)
        .is_some_and(|phrase| sentence.tokens[phrase.head].is_in(sentence.words, "adverbial-nouns"))
}

/// drinks always her tea
fn how_often(sentence: &Sentence<'_>, group: &Group, adverb: &Token, next: &Token) -> Option<Slip> {
    let verb = &sentence.tokens[group.main];
    let often = adverb.is_in(sentence.words, "often") && group.is_single() && !group.is_infinitive();
    let that = next.reads("that") && ["believe", "think", "know", "hope", "feel"].contains(&verb.verb());
    let is_wrong = often
        && (is_object(next) || that)
        && !is_time(sentence, group.end + 1)
        && !["be", "have", "do"].contains(&verb.verb());
    is_wrong.then(|| {
        let message = format!("\"{}\" stands before the verb", adverb.text);
        let put = vec![format!("{} {}", adverb.text, verb.text)];
        sentence.slip("order-adverb", group.main, group.end + 1, message, put)
    })
}

/// What is said of an adverb before an object.
fn between(adverb: &Token) -> String {
    format!("\"{}\" does not stand between the verb and its object", adverb.text)
}

/// closed gently the door
fn manner(sentence: &Sentence<'_>, group: &Group, adverb: &Token, next: &Token) -> Option<Slip> {
    let words = sentence.words;
    let manner =
        adverb.lower.ends_with("ly") && adverb.must(Tags::ADVERB) && !adverb.is_in(words, "adverbs-before-objects");
    let phrase = sentence.phrase_starting(group.end + 1)?;
    // A long object may come last.
    let goes_on = sentence
        .get(phrase.end)
        .is_some_and(|after| after.is_in(words, "after-adverb-clause") && !after.reads("and"));
    if !manner
        || !is_object(next)
        || is_time(sentence, group.end + 1)
        || phrase.end - phrase.start > 3
        || goes_on
        || words.has("linking-verbs", sentence.tokens[group.main].verb())
    {
        return None;
    }
    let put = format!("{} {}", sentence.text(group.end + 1, phrase.end), adverb.text);
    Some(sentence.slip("order-adverb", group.end, phrase.end, between(adverb), vec![put]))
}

/// speaks fluently French
fn fluent(sentence: &Sentence<'_>, group: &Group, adverb: &Token, next: &Token) -> Option<Slip> {
    let is_wrong = sentence.tokens[group.main].is_verb("speak")
        && adverb.is(&["fluently", "perfectly", "badly"])
        && (next.is_capital() || next.can(Tags::NUMBER));
    is_wrong.then(|| sentence.slip("order-adverb", group.end, group.end + 2, between(adverb), Vec::new()))
}
