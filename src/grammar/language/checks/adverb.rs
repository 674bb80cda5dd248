//! Adjectives and adverbs in each other's place.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms;
use super::super::token::{Chunk, Tags};

/// All of them.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    degree(sentence, slips);
    manner(sentence, slips);
    comparison(sentence, slips);
    senses(sentence, slips);
}

/// extreme important, technical successful, considerable older.
fn degree(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let (word, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        if !sentence.words.has("degree", &word.lower) || word.text != word.lower && at > 0 {
            continue;
        }
        let adjective = next.may.any(Tags::ADJECTIVAL) && !next.may.any(Tags::NOMINAL | Tags::ADVERB)
            || next.may.any(Tags::COMPARATIVE) && !next.may.any(Tags::NOMINAL)
            || sentence.words.has("needs-be", &next.lower)
            || next.is(&["slow", "hard", "clean", "good", "nice", "fast"]) && word.is(&["real", "surprising"]);
        let after = sentence.get(at + 2);
        let before_noun =
            after.is_some_and(|after| after.can(Tags::NOMINAL) && !after.can(Tags::VERBAL | Tags::PREPOSITION));
        let only_degree = word.is(&[
            "extreme",
            "incredible",
            "unbelievable",
            "considerable",
            "relative",
            "absolute",
            "real",
            "technical",
        ]);
        let linked = sentence.before(at).is_some_and(|before| {
            before.is_be()
                || before.is(&["very", "so", "seemed", "felt", "became", "looked", "back"])
                || ["seem", "feel", "become", "look", "remain"].contains(&before.verb())
        });
        if !adjective
            || word.is(&[
                "special", "usual", "high", "strong", "deep", "poor", "good", "severe", "true", "serious",
            ]) && !linked
            || before_noun && !only_degree
            || word.is(&["technical", "relative", "surgical"]) && before_noun
            || word.is(&[
                "good", "high", "poor", "usual", "special", "deep", "strong", "real", "true",
            ]) && before_noun
                && !word.eq("real")
            || !linked && !only_degree && !before_noun
        {
            continue;
        }
        if word.eq("real") && before_noun && !next.is(&["good", "hard", "nice"]) {
            continue;
        }
        let adverb = forms::adverb(&word.lower);
        slips.push(sentence.slip(
            "adverb-degree",
            at,
            at + 1,
            format!("before an adjective stands the adverb: \"{adverb}\""),
            vec![adverb.clone()],
        ));
    }
}

/// He spoke so quiet that; took the news serious; did good on.
fn manner(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let word = &sentence.tokens[at];
        let good = word.eq("good");
        if !(sentence.words.has("manner", &word.lower) || good) || word.text != word.lower {
            continue;
        }
        let next = sentence.get(at + 1);
        let ends = next.is_none_or(|next| {
            next.can(Tags::STOP)
                || next.is(&[
                    "that", "and", "to", "on", "in", "because", "as", "when", "with", "but", "once", "during", "for",
                    "at", "by",
                ])
        });
        if !ends || next.is_some_and(|next| next.is(&["-", "/"])) {
            continue;
        }
        let mut start = at;
        while start > 0
            && sentence.tokens[start - 1].is(&[
                "so",
                "very",
                "too",
                "as",
                "really",
                "quite",
                "more",
                "pretty",
                "extremely",
            ])
        {
            start -= 1;
        }
        let as_as = start < at && sentence.tokens[start].eq("as");
        let Some(group) = sentence
            .groups
            .iter()
            .filter(|group| group.end <= start)
            .max_by_key(|group| group.end)
        else {
            continue;
        };
        let verb = &sentence.tokens[group.main];
        let lemma = verb.verb();
        let links = verb.is_be() || sentence.words.has("links", lemma);
        let between = sentence.span(group.end, start);
        let direct = between.is_empty();
        // An object between: "took the news serious".
        let object = sentence
            .phrase_starting(group.end)
            .is_some_and(|phrase| phrase.end == start)
            && [
                "take", "treat", "do", "perform", "speak", "answer", "drive", "handle", "sing", "play", "read",
                "learn", "write", "work", "teach",
            ]
            .contains(&lemma)
            && start == at;
        let active_verbs = [
            "speak",
            "work",
            "respond",
            "perform",
            "move",
            "act",
            "behave",
            "listen",
            "breathe",
            "walk",
            "talk",
            "write",
            "react",
            "treat",
            "learn",
            "progress",
            "drive",
            "operate",
            "function",
            "communicate",
            "communicated",
            "read",
            "explain",
            "answer",
            "sleep",
            "recover",
            "improve",
            "change",
            "proceed",
            "approach",
            "train",
            "do",
            "perform",
            "study",
            "wait",
            "watch",
            "smile",
            "ask",
            "nod",
            "teach",
            "adapt",
            "eat",
            "cry",
            "heal",
            "think",
            "look",
            "scrub",
            "sing",
            "play",
        ];
        let plain = direct && (active_verbs.contains(&lemma) && !links || lemma == "do" && direct);
        let treated = group.passive
            && direct
            && [
                "treat", "perform", "do", "write", "train", "explain", "prepare", "handle", "use", "test", "change",
                "execute",
            ]
            .contains(&lemma);
        let idle = word.is(&[
            "hard",
            "fast",
            "close",
            "direct",
            "wrong",
            "right",
            "loud",
            "slow",
            "quick",
            "clear",
            "patient",
            "safe",
            "different",
            "calm",
            "easy",
        ]) && !(word.is(&["quick", "slow", "different", "calm", "easy", "clear"])
            && (treated || plain && !(word.is(&["clear", "easy", "slow"]) && !treated && lemma != "read")))
            && !as_as;
        let noun_before = between
            .last()
            .is_some_and(|token| token.can(Tags::PREPOSITION | Tags::DETERMINER));
        if links && !treated && !(["take", "treat"].contains(&lemma) && object) || idle && !object || noun_before {
            continue;
        }
        if !(plain || treated || object || as_as && direct && !links)
            || good && !(lemma == "do" || lemma == "perform" || lemma == "work" || lemma == "speak" || lemma == "sleep")
        {
            continue;
        }
        if lemma == "do" && !(word.is(&["good", "bad"]))
            || good && next.is_none_or(|next| next.is(&["and", "for", "to", "by"])) && lemma == "do"
        {
            continue;
        }
        if object
            && !word.is(&[
                "serious",
                "personal",
                "different",
                "easy",
                "good",
                "quick",
                "slow",
                "careful",
            ])
        {
            continue;
        }
        let adverb = forms::adverb(&word.lower);
        slips.push(sentence.slip(
            "adverb-manner",
            at,
            at + 1,
            format!("with a verb stands the adverb: \"{adverb}\""),
            vec![adverb.clone()],
        ));
    }
    comma_manner(sentence, slips);
}

/// I could read the film easy, but.
fn comma_manner(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 3..sentence.tokens.len().saturating_sub(1) {
        let (word, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        if word.is(&["easy", "quick", "perfect", "fluent"]) && next.is(&[",", "."]) && word.text == word.lower {
            let Some(phrase) = sentence
                .phrase_ending(at)
                .filter(|phrase| !phrase.is_pronoun && phrase.determiner.is_some())
            else {
                continue;
            };
            let governed = sentence.group_ending(phrase.start).is_some_and(|group| {
                [
                    "read",
                    "learn",
                    "finish",
                    "write",
                    "solve",
                    "understand",
                    "speak",
                    "open",
                    "answer",
                    "pass",
                    "do",
                    "perform",
                    "complete",
                    "place",
                ]
                .contains(&sentence.tokens[group.main].verb())
            });
            if governed && !slips.iter().any(|slip| slip.place.start == word.start) {
                let adverb = forms::adverb(&word.lower);
                slips.push(sentence.slip(
                    "adverb-manner",
                    at,
                    at + 1,
                    format!("with a verb stands the adverb: \"{adverb}\""),
                    vec![adverb.clone()],
                ));
            }
        }
    }
}

/// more sharper, most hardest, more easy, most good.
fn comparison(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let (more, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        let comparative = sentence.words.has("comparatives", &next.lower);
        let superlative = sentence.words.has("superlatives", &next.lower);
        if more.eq("more")
            && comparative
            && !sentence
                .before(at)
                .is_some_and(|before| before.is(&["the", "once", "no", "any", "even"]) && before.eq("once"))
            || more.eq("most") && superlative
        {
            slips.push(sentence.slip(
                "comparison-double",
                at,
                at + 2,
                format!("\"{}\" says it already", next.text),
                vec![next.text.clone()],
            ));
        }
        let after = sentence.get(at + 2);
        let alone = after
            .is_none_or(|after| after.is(&["than", "to", "for", ",", ".", "listener", "way"]) || after.can(Tags::NOUN));
        if more.eq("most") && next.is(&["good", "bad"]) {
            let right = if next.eq("good") { "best" } else { "worst" };
            slips.push(sentence.slip(
                "comparison-form",
                at,
                at + 2,
                format!("the form is \"{right}\""),
                vec![right.to_owned()],
            ));
        }
        if more.eq("more")
            && next.is(&["good", "bad"])
            && alone
            && !after.is_some_and(|after| after.can(Tags::NOUN) || after.eq("to"))
        {
            let right = if next.eq("good") { "better" } else { "worse" };
            slips.push(sentence.slip(
                "comparison-form",
                at,
                at + 2,
                format!("the form is \"{right}\""),
                vec![right.to_owned()],
            ));
        }
        let short = next.is(&[
            "easy", "big", "small", "large", "long", "short", "old", "young", "high", "low", "fast", "hard", "strong",
            "weak", "cheap", "deep", "wide", "thin", "thick", "heavy", "happy", "easy", "early", "late", "simple",
            "hot", "cold", "rich", "poor", "tall", "sharp", "busy",
        ]);
        if more.eq("more")
            && short
            && after.is_some_and(|after| after.is(&["than", "to"]))
            && !sentence
                .before(at)
                .is_some_and(|before| before.is(&["no", "the", "or"]))
            && !(next.is(&["simple", "poor", "hard", "easy"])
                && after.is_some_and(|after| after.eq("to"))
                && !next.eq("easy"))
        {
            let right = comparative_of(&next.lower);
            slips.push(sentence.slip(
                "comparison-form",
                at,
                at + 2,
                format!("the form is \"{right}\""),
                vec![right.clone()],
            ));
        }
        if more.eq("most")
            && short
            && sentence.before(at).is_some_and(|before| before.eq("the"))
            && after.is_some_and(|after| after.can(Tags::NOUN))
        {
            let stem = comparative_of(&next.lower);
            let right = format!("{}st", stem.trim_end_matches('r'));
            slips.push(sentence.slip(
                "comparison-form",
                at,
                at + 2,
                format!("the form is \"{right}\""),
                vec![right.clone()],
            ));
        }
        // good than, important then
        let positive = more.must(Tags::ADJECTIVE)
            && next.eq("than")
            && !more.is(&[
                "other",
                "different",
                "rather",
                "less",
                "more",
                "superior",
                "else",
                "such",
                "same",
            ])
            && !more.may.any(Tags::NOMINAL | Tags::ADVERB | Tags::COMPARATIVE);
        if positive
            && !(0..at).rev().take(6).any(|before| {
                sentence.tokens[before].is(&[
                    "more", "less", "rather", "better", "worse", "fewer", "other", "greater", "higher", "as",
                ]) || sentence.tokens[before].can(Tags::COMPARATIVE)
            })
        {
            slips.push(sentence.slip(
                "comparison-than",
                at,
                at + 1,
                "before \"than\" stands a comparative",
                vec![format!("more {}", more.text)],
            ));
        }
        if comparative
            && next.spaced
            && after.is_some_and(|after| after.eq("then"))
            && sentence.get(at + 3).is_some_and(|far| {
                far.can(Tags::DETERMINER | Tags::PRONOUN | Tags::POSSESSIVE | Tags::NUMBER | Tags::NOMINAL)
            })
            && !more.eq("then")
        {
            slips.push(sentence.slip(
                "than-then",
                at + 2,
                at + 3,
                "after a comparative stands \"than\"",
                vec!["than".to_owned()],
            ));
        }
    }
}

fn comparative_of(adjective: &str) -> String {
    match adjective {
        "good" => "better".to_owned(),
        "big" | "hot" | "thin" => format!("{adjective}{}er", &adjective[adjective.len() - 1..]),
        _ if adjective.ends_with('y') => format!("{}ier", &adjective[..adjective.len() - 1]),
        _ if adjective.ends_with('e') => format!("{adjective}r"),
        _ => format!("{adjective}er"),
    }
}

/// smelled sweetly, tasted wonderfully, felt badly.
fn senses(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        let verb = &sentence.tokens[group.main];
        let lemma = verb.verb();
        let Some(adverb) = sentence.get(group.end) else {
            continue;
        };
        let next = sentence.get(group.end + 1);
        let ends = next.is_none_or(|next| {
            next.can(Tags::STOP)
                || next.is(&[
                    "after", "and", "to", "like", "because", "when", "that", "in", "at", "about",
                ])
        });
        let manner = adverb.must(Tags::ADVERB)
            && adverb.lower.ends_with("ly")
            && !adverb.is(&[
                "really",
                "only",
                "early",
                "truly",
                "finally",
                "exactly",
                "mostly",
                "lovely",
                "especially",
                "slightly",
                "clearly",
                "strongly",
                "deeply",
                "differently",
                "immediately",
                "quickly",
                "nearly",
                "particularly",
                "increasingly",
                "suddenly",
                "constantly",
                "simply",
                "unexpectedly",
                "initially",
                "similarly",
                "keenly",
                "acutely",
                "probably",
                "slowly",
                "recently",
                "instantly",
            ]);
        let sense = sentence.words.has("senses", lemma)
            || lemma == "be"
                && group.is_single()
                && adverb.is(&[
                    "carefully",
                    "seriously",
                    "nervously",
                    "happily",
                    "sadly",
                    "angrily",
                    "proudly",
                    "gratefully",
                ])
                && next.is_none_or(|next| next.is(&[",", "."]))
            || lemma == "feel"
                && adverb.is(&[
                    "badly",
                    "awkwardly",
                    "sadly",
                    "happily",
                    "nervously",
                    "angrily",
                    "terribly",
                    "proudly",
                    "safely",
                ]);
        if manner && sense && ends && verb.chunk != Chunk::Noun {
            let adjective = adjective_of(&adverb.lower);
            slips.push(sentence.slip(
                "adverb-link",
                group.end,
                group.end + 1,
                format!("after \"{}\" stands the adjective: \"{adjective}\"", verb.text),
                vec![adjective.clone()],
            ));
        }
    }
    for at in 2..sentence.tokens.len() {
        let (earlier, and, adverb) = (&sentence.tokens[at - 2], &sentence.tokens[at - 1], &sentence.tokens[at]);
        let felt = sentence
            .span(0, at - 1)
            .iter()
            .rev()
            .take(5)
            .any(|token| ["feel", "seem", "look"].contains(&token.verb()) && token.can(Tags::VERBAL));
        if and.eq("and")
            && earlier.can(Tags::ADJECTIVE | Tags::PARTICIPLE)
            && adverb.is(&[
                "awkwardly",
                "nervously",
                "sadly",
                "happily",
                "angrily",
                "foolishly",
                "uncomfortably",
                "helplessly",
                "proudly",
            ])
            && felt
        {
            let adjective = adjective_of(&adverb.lower);
            slips.push(sentence.slip(
                "adverb-link",
                at,
                at + 1,
                format!("two adjectives stand side by side: \"{adjective}\""),
                vec![adjective.clone()],
            ));
        }
    }
}

fn adjective_of(adverb: &str) -> String {
    let stem = adverb.strip_suffix("ly").unwrap_or(adverb);
    if stem.ends_with('i') {
        return format!("{}y", &stem[..stem.len() - 1]);
    }
    if stem.ends_with("ib") || stem.ends_with("ab") {
        return format!("{stem}le");
    }
    stem.to_owned()
}
