//! An adverb before a noun, an adjective before a verb: a recently graduate; I final stood.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms;
use crate::grammar::language::token::Tags;

/// a recently graduate, my deeply passion.
pub fn adverb_before_noun(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (before, word, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let determiner = before.is(&["a", "an", "my", "his", "her", "their", "our"]) && before.text != "A";
        let adverb = word.lower.ends_with("ly")
            && word.may.only(Tags::ADVERB)
            && !word.is_in(sentence.words, "adverbs-also-adjectives");
        let noun = next.may.only(Tags::NOUN | Tags::MASS | Tags::NOUNS) && next.text == next.lower;
        let longer = sentence.get(at + 2).is_some_and(|after| {
            after.is(&["-", ",", "and", "or"])
                || after.can(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PARTICIPLE)
                    && !after.can(Tags::FINITE | Tags::PREPOSITION | Tags::MODAL | Tags::ADVERB)
        });
        if determiner && adverb && noun && !longer {
            let adjective = adjective_of(&word.lower);
            slips.push(sentence.slip_at(
                "adverb-noun",
                at,
                format!("before a noun stands the adjective: \"{adjective}\""),
                &adjective,
            ));
        }
    }
}

fn adjective_of(adverb: &str) -> String {
    let stem = adverb.strip_suffix("ly").unwrap_or(adverb);
    if let Some(stem) = stem.strip_suffix('i') {
        return format!("{stem}y");
    }
    if stem.ends_with("ib") || stem.ends_with("ab") || stem.ends_with("mp") || stem.ends_with("nt") && stem.len() < 4 {
        return format!("{stem}le");
    }
    stem.to_owned()
}

/// I final stood; would glad take; was correct seated.
pub fn adjective_before_verb(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (before, word, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let adjective = word.may.only(Tags::ADJECTIVE)
            && word.text == word.lower
            && !word.lower.contains('-')
            && !word.lower.ends_with("ed")
            && !word.lower.ends_with("ing");
        let subject = before.is(&["i", "he", "she", "we", "they", "who"])
            || before.must(Tags::MODAL)
            || before.is(&["have", "has", "had", "'ve"]);
        let verb = next.may.any(Tags::PAST | Tags::PARTICIPLE | Tags::BASE | Tags::THIRD)
            && !next
                .may
                .any(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB | Tags::AND);
        if adjective && subject && verb && !word.is_in(sentence.words, "adjectives-not-before-verbs") {
            let adverb = forms::adverb(&word.lower);
            slips.push(sentence.slip_at(
                "adverb-verb",
                at,
                format!("before a verb stands the adverb: \"{adverb}\""),
                &adverb,
            ));
        }
        let exact = word.is(&["exact", "precise"])
            && word.may.only(Tags::ADJECTIVE | Tags::BASE | Tags::PRESENT | Tags::NOUN)
            && next.is_in(sentence.words, "after-adjective-verb")
            && !before.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::ADJECTIVAL);
        if exact {
            let adverb = forms::adverb(&word.lower);
            slips.push(sentence.slip_at(
                "adverb-degree",
                at,
                format!("here stands the adverb: \"{adverb}\""),
                &adverb,
            ));
        }
    }
}
