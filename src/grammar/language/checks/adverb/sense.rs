//! An adverb where a verb of the senses takes an adjective: smelled sweetly, felt badly.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags, Token};
use crate::grammar::language::verb_group::Group;

/// smelled sweetly, tasted wonderfully, felt badly.
pub fn sense(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        slips.extend(judge(sentence, group));
    }
}

fn judge(sentence: &Sentence<'_>, group: &Group) -> Option<Slip> {
    let words = sentence.words;
    let (verb, adverb) = (&sentence.tokens[group.main], sentence.get(group.end)?);
    let next = sentence.get(group.end + 1);
    let ends = next.is_none_or(|next| next.can(Tags::STOP) || next.is_in(words, "after-sense"));
    let manner = adverb.must(Tags::ADVERB) && adverb.lower.ends_with("ly") && !adverb.is_in(words, "not-of-manner");
    let takes_adjective = match verb.verb() {
        "be" => {
            group.is_single() && adverb.is_in(words, "looks-at-adverbs") && next.is_none_or(|next| next.is(&[",", "."]))
        }
        "feel" => adverb.is_in(words, "feels-adverbs"),
        lemma => words.has("senses", lemma),
    };
    (manner && takes_adjective && ends && verb.chunk != Chunk::Noun).then(|| {
        let adjective = adjective_of(&adverb.lower);
        let message = format!("after \"{}\" stands the adjective: \"{adjective}\"", verb.text);
        sentence.slip_at("adverb-link", group.end, message, adjective)
    })
}

/// I felt calm and proudly.
pub fn beside_adjective(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 2..sentence.tokens.len() {
        let (earlier, adverb) = (&sentence.tokens[at - 2], &sentence.tokens[at]);
        let beside = sentence.before_is(at, &["and"])
            && earlier.can(Tags::ADJECTIVE | Tags::PARTICIPLE)
            && adverb.is_in(sentence.words, "was-adverbs");
        let felt = |token: &Token| ["feel", "seem", "look"].contains(&token.verb()) && token.can(Tags::VERBAL);
        if beside && sentence.span(0, at - 1).iter().rev().take(5).any(felt) {
            let adjective = adjective_of(&adverb.lower);
            let message = format!("two adjectives stand side by side: \"{adjective}\"");
            slips.push(sentence.slip_at("adverb-link", at, message, adjective));
        }
    }
}

fn adjective_of(adverb: &str) -> String {
    let stem = adverb.strip_suffix("ly").unwrap_or(adverb);
    if let Some(stem) = stem.strip_suffix('i') {
        return format!("{stem}y");
    }
    if stem.ends_with("ib") || stem.ends_with("ab") {
        return format!("{stem}le");
    }
    stem.to_owned()
}
