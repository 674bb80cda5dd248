//! Articles that are wrong or too many.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::phrase::is_determiner;
use super::super::sounds;
use super::super::token::Tags;

/// "a" before a vowel, "an" before a consonant.
pub fn sound(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let (article, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        let is_article = article.is(&["a", "an"]) && !(article.text == "A" && (at > 0 || next.is_be()));
        if !is_article
            || !next.spaced
            || next.can(Tags::STOP)
            || (article.eq("a") && next.is(&["and", "or", "as", "is", "of"]))
        {
            continue;
        }
        let Some(an) = sounds::takes_an(sentence.words, &next.text) else {
            continue;
        };
        if an != article.eq("an") {
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

/// the my, a this, an another.
pub fn double(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (first, second, third) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let firsts = first.is(&["a", "an", "the"]) || first.must(Tags::POSSESSIVE);
        let seconds = second.is(&["a", "an", "the", "this", "these", "those"]) || second.must(Tags::POSSESSIVE);
        let named = first.is(&["a", "an", "the"]) && second.eq("another");
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
        if first.is(&["a", "an"]) && second.eq("half") && third.is(&["a", "an"]) {
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

/// the Canada; in Netherlands; the French.
pub fn places(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let words = sentence.words;
    let is_part_of_more = |at: usize| {
        sentence.get(at).is_some_and(|next| {
            (next.can(Tags::NOMINAL | Tags::ADJECTIVAL) && !next.can(Tags::FINITE))
                || next.eq("of")
                || next.can(Tags::GENITIVE)
                || next.is(&["-", "'s"])
        })
    };
    for at in 0..sentence.tokens.len().saturating_sub(1) {
        let (first, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        let named = next.is_capital() && words.has("no-the-places", &next.lower);
        if first.eq("the") && named && !is_part_of_more(at + 2) && !next.eq("turkey") {
            let message = format!("\"{}\" takes no article", next.text);
            slips.push(sentence.slip("article-place", at, at + 2, message, vec![next.text.clone()]));
        }
        let tongue = next.is_capital() && words.has("tongues", &next.lower) && first.eq("the");
        let spoken = at > 0
            && sentence.tokens[at - 1].lemmas.iter().any(|(lemma, _)| {
                ["speak", "learn", "study", "understand", "know", "teach", "in"].contains(&lemma.as_str())
            });
        if tongue && spoken && !is_part_of_more(at + 2) {
            slips.push(sentence.slip(
                "article-place",
                at,
                at + 2,
                "a language takes no article",
                vec![next.text.clone()],
            ));
        }
        if first.eq("the")
            && next.is(&["dr", "mr", "mrs", "ms"])
            && next.is_capital()
            && sentence
                .tokens
                .get(at + 2)
                .is_some_and(|stop| stop.eq(".") || stop.is_capital())
            && at.checked_sub(1).is_none_or(|before| !sentence.tokens[before].eq("of"))
        {
            let longer = (at + 3..at + 6).any(|on| {
                sentence
                    .get(on)
                    .is_some_and(|token| token.can(Tags::NOUN | Tags::NOUNS) && !token.is_capital())
            });
            if !longer {
                slips.push(sentence.slip(
                    "article-title",
                    at,
                    at + 2,
                    "a title with a name takes no article",
                    vec![next.text.clone()],
                ));
            }
        }
    }
    for at in 0..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let next_states = token.eq("united")
            && token.is_capital()
            && sentence
                .get(at + 1)
                .is_some_and(|next| next.is(&["states", "kingdom", "nations", "arab"]));
        let named =
            token.is_capital() && words.has("the-countries", &token.lower) || token.text == "USA" || token.text == "UK";
        let Some(before) = sentence.before(at) else { continue };
        let places = before.is(&[
            "in", "to", "from", "of", "at", "across", "visit", "left", "leave", "leaving",
        ]) && !before.can(Tags::DETERMINER);
        let ends = if next_states { at + 2 } else { at + 1 };
        let part = sentence
            .get(ends)
            .is_some_and(|next| next.can(Tags::NOUN | Tags::NOUNS) && next.is_capital());
        if (next_states || named) && places && !part {
            let name = &token.text;
            slips.push(sentence.slip(
                "article-place",
                at,
                ends,
                format!("\"the\" belongs before \"{name}\""),
                vec![if next_states {
                    format!("the {name} {}", sentence.tokens[at + 1].text)
                } else {
                    format!("the {name}")
                }],
            ));
        }
    }
}

/// The happiness is: a quality in general.
pub fn generic(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        let Some(start) = phrase.determiner.filter(|at| sentence.tokens[*at].eq("the")) else {
            continue;
        };
        let head = &sentence.tokens[phrase.head];
        if start + 1 != phrase.head || !sentence.words.has("generic", &head.lower) || head.is_capital() {
            continue;
        }
        // What follows tells which one: the patience of my mother, the medicine that I took, the surgery to remove.
        let after = sentence.get(phrase.end);
        let is_told = after.is_some_and(|next| {
            next.is(&[
                "of", "that", "which", "who", "in", "to", "with", "for", "at", "i", "he", "she", "we", "they", "my",
                "from", "on", "between", "behind", "needed", "required", "it", "you", "about", "as", "and", "team",
                "itself",
            ]) || next.can(Tags::PARTICIPLE | Tags::NOMINAL) && !next.can(Tags::FINITE)
        });
        let opens = phrase.start == 0
            || sentence
                .before(phrase.start)
                .is_some_and(|before| before.is(&["that", "believe", "think", "because"]));
        let learned = sentence.before(phrase.start).is_some_and(|before| {
            before.can(Tags::VERBAL) && ["learn", "love", "study", "teach", "value"].contains(&before.verb())
        });
        let _stops = after.is_none_or(|next| next.can(Tags::STOP));
        let concrete = head.is(&[
            "medicine",
            "surgery",
            "music",
            "failure",
            "death",
            "success",
            "experience",
            "knowledge",
            "education",
            "art",
            "radiology",
            "science",
            "communication",
            "history",
            "technology",
            "friendship",
            "leadership",
        ]);
        let states = after
            .is_some_and(|next| next.is(&["is", "matters", "means", "requires", "teaches", "comes", "has", "gives"]));
        if (opens && states && !concrete
            || learned
                && !head.is(&[
                    "music",
                    "surgery",
                    "medicine",
                    "death",
                    "failure",
                    "success",
                    "experience",
                ]))
            && !is_told
        {
            slips.push(sentence.slip(
                "article-generic",
                start,
                phrase.end,
                format!("\"{}\" in general takes no article", head.lower),
                vec![head.text.clone()],
            ));
        }
    }
}

/// It was best day; for first time; I am only doctor.
pub fn superlative(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (before, token, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let noun = next.can(Tags::NOUN)
            && !next.can(Tags::FINITE | Tags::PREPOSITION)
            && !next.is(&[
                "person", "thing", "half", "degree", "author", "aid", "class", "hand", "name", "year", "light",
                "sight", "step", "base", "line",
            ]);
        let in_front = before.is_be()
            || before.is(&[
                "for", "in", "during", "at", "because", "from", "became", "with", "on", "of",
            ]);
        let ordinal = token.is(&["first", "second", "third", "fourth", "fifth", "sixth", "seventh"])
            && (next.is(&["time", "day", "week", "month"])
                || (noun && before.is(&["during"]))
                || (next.is(&["year", "semester", "rotation"]) && before.is(&["during"]))
                || (next.is(&["person", "doctor", "physician"]) && before.is_be()));
        let same = token.eq("same")
            && noun
            && before.is(&[
                "in", "at", "has", "had", "have", "with", "on", "for", "from", "is", "was",
            ])
            && !before.is(&["the"]);
        let only = token.eq("only")
            && before.is(&["is", "was", "am", "became"])
            && next.must(Tags::NOUN)
            && sentence.words.has("roles", &next.lower);
        let best = token.can(Tags::SUPERLATIVE)
            && !token.is(&["most", "least", "best", "last", "next"])
            && sentence.words.has("superlatives", &token.lower)
            && noun
            && (before.is_be() || before.is(&["in", "at", "because", "from", "of", "for"]));
        let best = best
            || (token.eq("best")
                && before.is(&["is", "was"])
                && next.is(&[
                    "day",
                    "teacher",
                    "way",
                    "decision",
                    "part",
                    "doctor",
                    "moment",
                    "example",
                    "experience",
                ]));
        if !in_front && !same && !only || before.is(&["the"]) {
            continue;
        }
        if ordinal && !before.can(Tags::DETERMINER) || same || only || best {
            let put = format!("the {}", token.text);
            slips.push(sentence.slip(
                "article-superlative",
                at,
                at + 1,
                format!("\"the\" belongs before \"{}\"", token.lower),
                vec![put],
            ));
        }
    }
}

/// an advice, a feedback: what is not counted.
pub fn mass(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in &sentence.phrases {
        let Some(start) = phrase.determiner.filter(|at| sentence.tokens[*at].is(&["a", "an"])) else {
            continue;
        };
        let head = &sentence.tokens[phrase.head];
        let adjacent =
            phrase.head == start + 1 || (phrase.head == start + 2 && sentence.tokens[start + 1].must(Tags::ADJECTIVAL));
        let goes_on = sentence.get(phrase.end).is_some_and(|next| {
            next.can(Tags::NOMINAL | Tags::GENITIVE) && !next.can(Tags::FINITE | Tags::PREPOSITION)
                || next.is(&["-", "'s"])
                || next.can(Tags::PARTICIPLE) && next.must(Tags::PARTICIPLE | Tags::ADJECTIVE)
        });
        let with_adjective_only = phrase.head != start + 1
            && head.is(&[
                "medicine",
                "nature",
                "light",
                "rice",
                "bread",
                "training",
                "permission",
                "weather",
                "patience",
                "luck",
                "water",
                "blood",
                "progress",
                "knowledge",
                "guidance",
            ]);
        let clean_water = phrase.head == start + 2
            && head.is(&["water", "blood"])
            && sentence.tokens[start + 1].is(&["clean", "fresh", "cold", "hot"]);
        if !adjacent
            || goes_on
            || with_adjective_only && !clean_water
            || sentence.tokens[start].text == "A"
            || !sentence.words.has("no-a", &head.lower)
        {
            continue;
        }
        if head.eq("research")
            && sentence.tokens[start + 1].eq("research")
            && is_determiner(&sentence.tokens[start])
            && sentence.get(phrase.end).is_some_and(|next| next.can(Tags::NOMINAL))
        {
            continue;
        }
        let rest: Vec<String> = sentence
            .span(start + 1, phrase.end)
            .iter()
            .map(|token| token.text.clone())
            .collect();
        slips.push(sentence.slip(
            "article-mass",
            start,
            phrase.end,
            format!(
                "\"{}\" is not counted, so it takes no \"{}\"",
                head.lower, sentence.tokens[start].lower
            ),
            vec![rest.join(" ")],
        ));
    }
}
