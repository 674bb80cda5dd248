//! A noun for its adjective, what causes a feeling for who feels it, an adverb before a noun.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms;
use super::super::slip_of;
use super::super::token::Tags;

/// All of them.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    quality(sentence, slips);
    feeling(sentence, slips);
    adverb_before_noun(sentence, slips);
    adjective_before_verb(sentence, slips);
    passive(sentence, slips);
    too_much(sentence, slips);
}

/// I was very confidence; the important of.
fn quality(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (before, word) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let next = sentence.get(at + 1);
        let degree = before.is(&["very", "so", "too", "more", "quite", "really", "extremely", "less"])
            && at >= 2
            && (sentence.tokens[at - 2].is_be()
                || ["feel", "become", "seem", "look"].contains(&sentence.tokens[at - 2].verb()));
        if let Some(adjective) = sentence.words.other(word, "qualities", true).filter(|_| degree)
            && !next.is_some_and(|next| next.can(Tags::NOMINAL) && !next.can(Tags::PREPOSITION))
        {
            slips.push(slip_of(
                sentence,
                "word-class",
                at,
                format!("\"{}\" is a noun: the adjective is \"{adjective}\"", word.text),
                adjective,
            ));
        }
        let opens = before.is(&["the", "my", "his", "her", "their", "our", "its", "no", "great"]);
        let ends = next.is_some_and(|next| next.eq("of"))
            || next.is_some_and(|next| next.is(&["between", "in", "."])) && before.must(Tags::POSSESSIVE);
        if let Some(noun) = sentence
            .words
            .other(word, "qualities", false)
            .filter(|_| opens && ends && !word.may.any(Tags::NOUN))
        {
            slips.push(slip_of(
                sentence,
                "word-class",
                at,
                format!("\"{}\" is an adjective: the noun is \"{noun}\"", word.text),
                noun,
            ));
        }
    }
}

/// I was interesting in; the case was very excited.
fn feeling(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 2..sentence.tokens.len() {
        let word = &sentence.tokens[at];
        let mut back = at;
        while back > 1
            && sentence.tokens[back - 1].is(&[
                "very",
                "so",
                "really",
                "more",
                "always",
                "also",
                "deeply",
                "especially",
                "particularly",
                "not",
                "most",
                "too",
            ])
        {
            back -= 1;
        }
        let verb = &sentence.tokens[back - 1];
        if !verb.is_be() && !["feel", "become", "get"].contains(&verb.verb()) {
            continue;
        }
        let Some(subject) = back.checked_sub(2).and_then(|at| sentence.get(at)) else {
            continue;
        };
        let next = sentence.get(at + 1);
        if let Some(felt) = sentence.words.other(word, "feelings", true) {
            let governed = next.is_some_and(|next| match word.lower.as_str() {
                "interesting" => next.is(&["in"]),
                "exciting" => next.is(&["about", "to", "when"]),
                "boring" | "tiring" | "satisfying" | "confusing" => next.is(&["of", "with", "about", "because", "."]),
                _ => next.is(&["by", "with", "about", "of", "."]),
            });
            if subject.is(&["i", "we", "he", "she", "they"]) && governed {
                slips.push(slip_of(
                    sentence,
                    "word-feeling",
                    at,
                    format!("who feels it is \"{felt}\""),
                    felt,
                ));
            }
        }
        if let Some(causes) = sentence.words.other(word, "feelings", false) {
            let thing = subject.eq("it")
                || sentence.words.has("things", subject.noun())
                    && subject.can(Tags::NOUN)
                    && !subject.is(&[
                        "department",
                        "ward",
                        "unit",
                        "hospital",
                        "city",
                        "village",
                        "town",
                        "school",
                        "program",
                        "country",
                        "service",
                    ]);
            let ends = next.is_none_or(|next| next.is(&[".", ",", "and", "but", "for", "because"]))
                && !word.is(&["tired", "worried", "relaxed", "shocked", "exhausted"]);
            if thing && ends {
                slips.push(slip_of(
                    sentence,
                    "word-feeling",
                    at,
                    format!("what causes it is \"{causes}\""),
                    causes,
                ));
            }
        }
    }
}

/// a recently graduate, my deeply passion.
fn adverb_before_noun(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (before, word, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let determiner = before.is(&["a", "an", "my", "his", "her", "their", "our"]) && before.text != "A";
        let adverb = word.lower.ends_with("ly")
            && word.may.only(Tags::ADVERB)
            && !word.is(&[
                "only",
                "mostly",
                "nearly",
                "hardly",
                "barely",
                "merely",
                "simply",
                "really",
                "daily",
                "weekly",
                "monthly",
                "exactly",
                "roughly",
                "mainly",
                "supposedly",
                "usually",
                "early",
                "family",
                "solely",
                "perfectly",
                "truly",
            ]);
        let noun = next.may.only(Tags::NOUN | Tags::MASS | Tags::NOUNS) && next.text == next.lower;
        let longer = sentence.get(at + 2).is_some_and(|after| {
            after.is(&["-", ",", "and", "or"])
                || after.can(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PARTICIPLE)
                    && !after.can(Tags::FINITE | Tags::PREPOSITION | Tags::MODAL | Tags::ADVERB)
        });
        if determiner && adverb && noun && !longer {
            let adjective = adjective_of(&word.lower);
            slips.push(slip_of(
                sentence,
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
    if let Some(stem) = stem.strip_suffix("ical") {
        return format!("{stem}ical");
    }
    if let Some(stem) = stem.strip_suffix('i') {
        return format!("{stem}y");
    }
    if stem.ends_with("ib") || stem.ends_with("ab") || stem.ends_with("mp") || stem.ends_with("nt") && stem.len() < 4 {
        return format!("{stem}le");
    }
    stem.to_owned()
}

/// I final stood; would glad take; was correct seated.
fn adjective_before_verb(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
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
        if adjective
            && subject
            && verb
            && !word.is(&[
                "sure", "able", "such", "many", "certain", "own", "other", "alone", "afraid", "aware", "worth", "much",
            ])
        {
            let adverb = forms::adverb(&word.lower);
            slips.push(slip_of(
                sentence,
                "adverb-verb",
                at,
                format!("before a verb stands the adverb: \"{adverb}\""),
                &adverb,
            ));
        }
        let exact = word.is(&["exact", "precise", "usual", "final"])
            && next.is(&["what", "how", "why", "where", "when", "who", "which", "the", "like"])
            && !before.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::ADJECTIVAL);
        if exact
            && word.may.only(Tags::ADJECTIVE | Tags::BASE | Tags::PRESENT | Tags::NOUN)
            && word.is(&["exact", "precise"])
        {
            let adverb = forms::adverb(&word.lower);
            slips.push(slip_of(
                sentence,
                "adverb-degree",
                at,
                format!("here stands the adverb: \"{adverb}\""),
                &adverb,
            ));
        }
    }
}

/// was happened, is depends, was died.
fn passive(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (be, verb) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        if !be.is_be() || be.eq("'s") || verb.text != verb.lower {
            continue;
        }
        let past = verb.may.any(Tags::PAST | Tags::PARTICIPLE)
            && sentence.words.has("no-passive", verb.verb())
            && !verb.is(&[
                "gone",
                "come",
                "go",
                "fallen",
                "succeeded",
                "lasting",
                "risen",
                "arrived",
                "emerged",
                "last",
                "disappeared",
                "remained",
            ])
            && verb.lower.ends_with("ed");
        let third = verb.may.only(Tags::THIRD)
            && !be.is(&["being", "been"])
            && !(at >= 2 && sentence.tokens[..at - 1].iter().any(|token| token.is(&["what", "all"])))
            && sentence
                .phrase_ending(at - 1)
                .is_some_and(|phrase| sentence.is_opening(phrase.start));
        if past || third {
            let put = if past && be.is(&["was", "were"]) || third {
                verb.text.clone()
            } else {
                verb.verb().to_owned()
            };
            slips.push(sentence.slip(
                "form-passive",
                at - 1,
                at + 1,
                format!("\"{}\" stands without a form of \"be\"", verb.verb()),
                vec![put],
            ));
        }
    }
}

/// too much tired, very much happy, so much kind.
fn too_much(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (degree, much, word) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let adjective = word.may.only(Tags::ADJECTIVE | Tags::PARTICIPLE | Tags::PAST)
            && word.may.any(Tags::ADJECTIVE)
            && !sentence
                .get(at + 3)
                .is_some_and(|next| next.can(Tags::NOMINAL) && !next.can(Tags::PREPOSITION));
        let linked = at >= 1
            && (sentence.tokens[at - 1].is_be()
                || ["feel", "become", "seem"].contains(&sentence.tokens[at - 1].verb()));
        if degree.is(&["too", "so", "very"])
            && much.eq("much")
            && adjective
            && linked
            && !word.is(&[
                "alive",
                "needed",
                "improved",
                "appreciated",
                "involved",
                "loved",
                "alike",
            ])
        {
            slips.push(sentence.slip(
                "word-much",
                at,
                at + 2,
                format!("before an adjective stands \"{}\" alone", degree.lower),
                vec![degree.text.clone()],
            ));
        }
    }
}
