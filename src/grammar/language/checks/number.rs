//! One and many: numerals, quantifiers, and the nouns after them.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms;
use super::super::phrase::Number;
use super::super::token::{Tags, Token};

/// Numerals and quantifiers that a plural follows.
const MANY: [&str; 14] = [
    "many",
    "several",
    "few",
    "both",
    "these",
    "those",
    "various",
    "numerous",
    "multiple",
    "countless",
    "fewer",
    "dozens",
    "diverse",
    "two",
];

fn wants_many(token: &Token) -> bool {
    token.is(&MANY)
        || (token.must(Tags::NUMBER | Tags::NOUN | Tags::ADJECTIVE)
            && token.can(Tags::NUMBER)
            && !token.is(&["one", "1", "first", "second", "third", "0", "zero", "half"])
            && !is_year(token)
            && !token.lower.contains(['.', '/', '%', ':'])
            && !token.lower.ends_with("th")
            && !token.lower.ends_with("st")
            && !token.lower.ends_with("nd")
            && !token.lower.ends_with("rd"))
}

fn is_year(token: &Token) -> bool {
    token.lower.len() == 4 && token.lower.chars().all(|c| c.is_ascii_digit())
}

/// nine week, these colleague, many patient.
pub fn counted(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence
        .phrases
        .iter()
        .filter(|phrase| !phrase.is_pronoun && !phrase.is_name)
    {
        let head = &sentence.tokens[phrase.head];
        let singular = head.can(Tags::NOUN)
            && !head.can(Tags::NOUNS)
            && head.text == head.lower
            && !head.can(Tags::VERBAL)
            && !head.can(Tags::UNKNOWN);
        let singular = singular
            || head.is(&[
                "week",
                "month",
                "hour",
                "year",
                "day",
                "minute",
                "colleague",
                "patient",
                "resident",
                "woman",
                "man",
                "child",
                "student",
                "nurse",
                "case",
            ]) && phrase.head > phrase.start;
        if !singular
            || head.is(&[
                "people",
                "percent",
                "series",
                "species",
                "aircraft",
                "staff",
                "dozen",
                "hundred",
                "thousand",
                "million",
                "billion",
                "data",
                "half",
                "other",
                "more",
                "less",
                "cm",
                "mm",
                "mg",
                "ml",
                "kg",
                "km",
                "pm",
                "am",
                "p.m",
                "offspring",
                "deer",
                "fish",
                "sheep",
                "craft",
                "faculty",
                "plus",
                "a",
                "such",
                "kind",
                "mile",
                "fellow",
                "times",
                "one",
                "thing",
                "odd",
                "something",
                "quarter",
                "past",
                "oh",
                "ten",
                "score",
                "average",
                "o'clock",
                "degree",
                "euro",
                "yen",
                "won",
                "rand",
                "baht",
                "g",
                "gauge",
                "french",
                "stone",
                "third",
                "fifth",
                "hertz",
                "is",
                "weekly",
                "monthly",
                "in",
            ])
            || sentence.words.has("mass", &head.lower)
        {
            continue;
        }
        if head
            .may
            .any(Tags::NUMBER | Tags::PREPOSITION | Tags::ADVERB | Tags::THIRD)
            || head.is_be()
            || head.is(&[
                "have", "gray", "cent", "cc", "north", "south", "east", "west", "company", "good", "straight", "core",
                "first", "worst", "do", "did",
            ])
            || !head.may.any(Tags::NOUN)
            || head.may.any(Tags::FINITE.without(Tags::PRESENT)) && !head.is(&["work"])
        {
            continue;
        }
        let listed = sentence
            .get(phrase.end)
            .is_some_and(|next| next.is(&["and", "or", ","]))
            && sentence
                .span(phrase.end, phrase.end + 4)
                .iter()
                .any(|token| token.may.any(Tags::NOUNS));
        let longer = sentence.get(phrase.end).is_some_and(|next| next.may.any(Tags::NOUNS));
        if listed || longer {
            continue;
        }
        let third = head.lower.ends_with("third");
        let Some(at) = (phrase.start..phrase.head).find(|at| wants_many(&sentence.tokens[*at])) else {
            continue;
        };
        let quantifier = &sentence.tokens[at];
        let between = sentence.span(at + 1, phrase.head);
        let compound = between.iter().any(|token| {
            token.can(Tags::NOUNS | Tags::GENITIVE | Tags::NUMBER)
                || token.is(&["a", "an", "one", "-"])
                || token.is_letters()
                || token.is_capital()
        });
        let article = sentence.span(phrase.start, at).iter().any(|token| {
            token.is(&[
                "a", "an", "every", "each", "one", "no", "any", "half", "per", "this", "that",
            ])
        });
        let numeral = !quantifier.is(&MANY);
        let hyphen = sentence.get(phrase.end).is_some_and(|next| {
            next.is(&["-", "'s", "/"])
                || next.can(Tags::GENITIVE)
                || (!next.spaced && !next.can(Tags::STOP))
                || next.can(Tags::NOUNS | Tags::NOUN) && !next.can(Tags::VERBAL | Tags::PREPOSITION | Tags::ADVERB)
                || next.eq("old")
                || next.is_letters()
        });
        let named = at > 0
            && (sentence.tokens[at - 1].is(&[
                "step",
                "page",
                "room",
                "level",
                "day",
                "type",
                "stage",
                "grade",
                "phase",
                "part",
                "chapter",
                "number",
                "covid",
                "-",
                "zone",
                "unit",
                "bed",
                "floor",
                "class",
                "age",
                "at",
                "plan",
                "question",
                "ward",
                "year",
                "$",
                "operating",
                "/",
                "line",
                "figure",
                "table",
                "case",
            ]) || sentence.tokens[at - 1].is_letters()
                || sentence.tokens[at - 1].is_capital() && numeral && at > 1);
        let both = quantifier.eq("both")
            && (sentence
                .get(phrase.end)
                .is_some_and(|next| next.is(&["and", ",", "in", "as"]))
                || sentence.tokens[at + 1].is_determiner_like());
        let pronoun = quantifier.is(&["those", "these", "few", "both", "many"]) && phrase.head == at
            || quantifier.is(&["those", "several", "many", "few", "both"])
                && between.is_empty()
                && (head.may.any(Tags::VERBAL)
                    && !head.is(&["patient", "week", "month", "resident", "case", "student"])
                    || quantifier.eq("those")
                        && !sentence
                            .get(phrase.end)
                            .is_none_or(|next| next.can(Tags::STOP | Tags::FINITE | Tags::PREPOSITION | Tags::WH)));
        let few = quantifier.is(&["few", "several", "many", "multiple", "various"])
            && between.is_empty()
            && sentence
                .before(at)
                .is_some_and(|before| before.eq("as") && quantifier.eq("many"));
        if compound
            || article
            || hyphen
            || named
            || both
            || pronoun
            || few
            || numeral && between.len() > 1
            || third && numeral
        {
            continue;
        }
        if quantifier.is(&["those", "these"]) && sentence.get(phrase.end).is_some_and(|next| next.is(&["and"])) {
            continue;
        }
        let plural = forms::plural(sentence.words, &head.lower);
        slips.push(sentence.slip(
            "number-many",
            phrase.head,
            phrase.end,
            format!("\"{}\" wants more than one: \"{plural}\"", quantifier.text),
            vec![plural.clone()],
        ));
    }
    thirds(sentence, slips);
    kinds(sentence, slips);
}

impl Token {
    fn is_determiner_like(&self) -> bool {
        self.can(Tags::DETERMINER | Tags::POSSESSIVE)
    }
}

/// two third of.
fn thirds(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (number, part, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        if number.is(&["two", "three", "four"]) && part.is(&["third", "quarter", "fifth"]) && next.eq("of") {
            slips.push(sentence.slip(
                "number-many",
                at,
                at + 1,
                format!("\"{} {}\" are more than one", number.text, part.text),
                vec![format!("{}s", part.text)],
            ));
        }
    }
}

/// those kind of essays; this kinds.
fn kinds(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (first, kind) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        if first.is(&["these", "those"]) && kind.is(&["kind", "type", "sort"]) {
            slips.push(sentence.slip(
                "number-many",
                at,
                at + 1,
                format!("\"{}\" wants more than one", first.text),
                vec![format!("{}s", kind.text)],
            ));
        }
    }
}

/// every doctors, this experiences, a mistakes, another reasons.
pub fn singular(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence.phrases.iter().filter(|phrase| !phrase.is_pronoun) {
        let head = &sentence.tokens[phrase.head];
        let first = &sentence.tokens[phrase.start];
        if phrase.head == phrase.start
            || !head.must(Tags::NOUNS)
            || head.may.any(Tags::NOUN | Tags::VERBAL) && head.may.any(Tags::NOUN)
            || head.is(&[
                "series",
                "species",
                "means",
                "headquarters",
                "crossroads",
                "rounds",
                "news",
                "hours",
                "days",
                "years",
                "weeks",
                "minutes",
                "months",
                "miles",
                "dollars",
                "pounds",
                "percent",
                "times",
                "odds",
                "people",
            ])
            || head.is_letters()
            || head.can(Tags::UNKNOWN)
        {
            continue;
        }
        let between = sentence.span(phrase.start + 1, phrase.head);
        let counted = between.iter().any(|token| {
            token.can(Tags::NUMBER | Tags::GENITIVE | Tags::DETERMINER)
                || token.is(&[
                    "few", "many", "hundred", "thousand", "dozen", "million", "couple", "lot", "other", "-",
                ])
                || token.is_capital()
        });
        let wrong = first.is(&["every", "each", "another"])
            || first.is(&["a", "an"])
                && first.text != "A"
                && between.len() < 2
                && !between.iter().any(|token| token.can(Tags::NOUN))
            || first.is(&["this", "that"])
                && phrase.determiner == Some(phrase.start)
                && between.len() < 2
                && first.eq("this");
        let verbal = head.may.any(Tags::THIRD) && first.is(&["another", "this", "that"]);
        let goes_on = sentence.get(phrase.end).is_some_and(|next| {
            next.is(&["-", "'"])
                || next.can(Tags::GENITIVE)
                || !next.spaced && !next.can(Tags::STOP)
                || next.can(Tags::NOUN) && next.must(Tags::NOMINAL)
        });
        if !wrong || verbal || counted || goes_on || head.is(&["honors", "does"]) {
            continue;
        }
        let one = head.noun().to_owned();
        if first.is(&["this", "that"]) {
            let right = if first.eq("this") { "these" } else { "those" };
            slips.push(sentence.slip(
                "number-one",
                phrase.start,
                phrase.start + 1,
                format!("\"{}\" is more than one: \"{right}\"", head.text),
                vec![right.to_owned()],
            ));
        } else {
            slips.push(sentence.slip(
                "number-one",
                phrase.head,
                phrase.end,
                format!("\"{}\" goes with one: \"{one}\"", first.text),
                vec![one.clone()],
            ));
        }
    }
}

/// informations, equipments.
pub fn never_plural(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let Some(one) = token.lower.strip_suffix('s') else {
            continue;
        };
        let verb = token.is(&["researches", "progresses", "evidences"])
            && !sentence
                .phrases
                .iter()
                .any(|phrase| phrase.head == at && phrase.start < at)
            && !sentence
                .before(at)
                .is_some_and(|before| before.is(&["done", "do", "of", "in", "many"]));
        let alone = token.text == token.lower && !verb;
        let known = sentence.words.has("never-plural", one)
            || token.is(&["researches", "evidences"])
            || (sentence.words.has("never-plural", &one.replace("ie", "y")) && one.ends_with("ie"));
        if alone && known && !token.eq("works") {
            let singular = if token.eq("researches") { "research" } else { one };
            slips.push(sentence.slip(
                "number-mass",
                at,
                at + 1,
                format!("\"{singular}\" is not counted and has no plural"),
                vec![singular.to_owned()],
            ));
        }
        if token.eq("peoples")
            && sentence.before(at).is_some_and(|before| {
                before.is(&["the", "of", "many", "these", "those", "some", "other", "most", "all"])
            })
            && !sentence.tokens.get(at + 1).is_some_and(|next| next.is(&["of"]))
        {
            slips.push(sentence.slip(
                "number-mass",
                at,
                at + 1,
                "\"people\" is more than one already",
                vec!["people".to_owned()],
            ));
        }
        if token.eq("staffs")
            && sentence.before(at).is_some_and(|before| {
                before.can(Tags::NUMBER | Tags::POSSESSIVE) || before.is(&["the", "many", "several", "other"])
            })
        {
            slips.push(sentence.slip(
                "number-mass",
                at,
                at + 1,
                "\"staff\" means all of them: one is a staff member",
                vec!["staff members".to_owned(), "staff".to_owned()],
            ));
        }
        if token.is(&[
            "childrens",
            "mens",
            "womens",
            "mans",
            "childs",
            "womans",
            "foots",
            "tooths",
            "mouses",
        ]) && token.text == token.lower
            && !sentence.tokens.get(at + 1).is_some_and(|next| next.can(Tags::GENITIVE))
        {
            let put = match token.lower.as_str() {
                "childrens" | "childs" => "children",
                "mens" | "mans" => "men",
                "foots" => "feet",
                "tooths" => "teeth",
                "mouses" => "mice",
                _ => "women",
            };
            slips.push(sentence.slip(
                "number-plural",
                at,
                at + 1,
                "this plural takes no -s",
                vec![put.to_owned()],
            ));
        }
    }
}

fn head_after<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<(usize, &'s Token, Number)> {
    let phrase = sentence
        .phrases
        .iter()
        .find(|phrase| phrase.start <= at && at < phrase.head && !phrase.is_pronoun)?;
    Some((phrase.head, &sentence.tokens[phrase.head], phrase.number))
}

/// much questions, many hope.
pub fn much_many(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let Some((head_at, head, number)) = head_after(sentence, at) else {
            continue;
        };
        let between = sentence.span(at + 1, head_at);
        if between.iter().any(|token| {
            !token.can(Tags::ADJECTIVAL | Tags::NOUN | Tags::PARTICIPLE) || token.is(&["more", "too", "less", "better"])
        }) {
            continue;
        }
        if token.eq("much") && number == Number::Many && head.can(Tags::NOUNS) && !head.is(&["news", "means"]) {
            slips.push(sentence.slip(
                "much-many",
                at,
                at + 1,
                format!("\"{}\" are counted: \"many\"", head.text),
                vec!["many".to_owned()],
            ));
        }
        if token.eq("many")
            && head.must(Tags::NOUN | Tags::MASS)
            && sentence.words.has("mass", &head.lower)
            && !head.eq("people")
            && !head.is(&["surgery", "help", "contrast", "medicine"])
            && !sentence.get(head_at + 1).is_some_and(|next| next.can(Tags::NOMINAL))
        {
            slips.push(sentence.slip(
                "much-many",
                at,
                at + 1,
                format!("\"{}\" is not counted: \"much\"", head.text),
                vec!["much".to_owned()],
            ));
        }
        if token.is(&["few"])
            && head.must(Tags::NOUN | Tags::MASS)
            && sentence.words.has("mass", &head.lower)
            && between.is_empty()
            && !head.is(&["surgery", "medicine"])
            && !sentence.get(head_at + 1).is_some_and(|next| next.can(Tags::NOMINAL))
        {
            let start = if sentence.before(at).is_some_and(|before| before.eq("a")) {
                at - 1
            } else {
                at
            };
            slips.push(sentence.slip(
                "much-many",
                start,
                at + 1,
                format!("\"{}\" is not counted: \"little\"", head.text),
                vec![if start < at { "a little" } else { "little" }.to_owned()],
            ));
        }
    }
}

/// less patients, fewer water, amount of patients.
pub fn less_fewer(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let next = sentence.get(at + 1);
        let head = head_after(sentence, at);
        let plain = |head_at: usize| {
            sentence
                .span(at + 1, head_at)
                .iter()
                .all(|token| token.can(Tags::ADJECTIVAL | Tags::NOUN) && !token.is(&["than", "common"]))
        };
        if token.eq("less") && !sentence.get(at + 1).is_some_and(|next| next.eq("than")) {
            let phrase = sentence
                .phrases
                .iter()
                .find(|phrase| phrase.start == at + 1 || phrase.start <= at && at < phrase.head);
            if let Some(phrase) = phrase.filter(|phrase| {
                phrase.number == Number::Many
                    && !phrase.is_pronoun
                    && phrase.head <= at + 2
                    && sentence.tokens[phrase.head].must(Tags::NOUNS)
                    || sentence.tokens[phrase.head].eq("people")
            }) {
                let head = &sentence.tokens[phrase.head];
                let adjective = phrase.head == at + 2 && sentence.tokens[at + 1].must(Tags::ADJECTIVE);
                let a_or_no = sentence
                    .before(at)
                    .is_some_and(|before| before.is(&["no", "a", "the", "or", "any", "my", "these"]));
                if !adjective
                    && !a_or_no
                    && phrase.determiner.is_none_or(|at_det| at_det == at)
                    && !head.is(&[
                        "hours", "minutes", "days", "years", "weeks", "months", "miles", "dollars", "percent",
                    ])
                {
                    let very = sentence.before(at).is_some_and(|before| before.eq("very"));
                    slips.push(sentence.slip(
                        "less-fewer",
                        at,
                        at + 1,
                        format!("\"{}\" are counted: \"fewer\"", head.text),
                        vec![if very { "few" } else { "fewer" }.to_owned()],
                    ));
                }
            }
        }
        if token.eq("fewer")
            && head.is_some_and(|(head_at, head, number)| {
                number == Number::One && sentence.words.has("mass", &head.lower) && plain(head_at)
            })
        {
            slips.push(sentence.slip(
                "less-fewer",
                at,
                at + 1,
                "what is not counted takes \"less\"",
                vec!["less".to_owned()],
            ));
        }
        let amount = token.is(&["amount", "quantity"]) && next.is_some_and(|next| next.eq("of"));
        if amount {
            let Some(phrase) = sentence.phrase_starting(at + 2) else {
                continue;
            };
            let head = &sentence.tokens[phrase.head];
            if phrase.number == Number::Many
                && head.must(Tags::NOUNS)
                && !phrase.is_pronoun
                && phrase.determiner.is_none()
                && !head.is(&[
                    "drugs",
                    "fluids",
                    "data",
                    "resources",
                    "funds",
                    "dollars",
                    "supplies",
                    "savings",
                    "details",
                    "calories",
                    "goods",
                    "fluids",
                    "narcotics",
                    "blood",
                    "materials",
                    "opioids",
                ])
            {
                slips.push(sentence.slip(
                    "less-fewer",
                    at,
                    at + 1,
                    format!("\"{}\" are counted: \"number\"", head.text),
                    vec!["number".to_owned()],
                ));
            }
        }
    }
}

/// one of my teacher.
pub fn one_of(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        let first = &sentence.tokens[at];
        let counts = first.is(&[
            "one", "each", "many", "several", "few", "both", "some", "none", "either", "neither", "two", "three",
            "four",
        ]) && sentence.tokens[at + 1].eq("of");
        let Some(phrase) = sentence
            .phrase_starting(at + 2)
            .filter(|phrase| counts && !phrase.is_pronoun)
        else {
            continue;
        };
        let head = &sentence.tokens[phrase.head];
        let start = &sentence.tokens[phrase.start];
        let determined = start.is(&[
            "the", "my", "our", "your", "his", "her", "their", "these", "those", "its",
        ]);
        let group = head.is(&[
            "family",
            "team",
            "staff",
            "group",
            "class",
            "world",
            "country",
            "time",
            "work",
            "faculty",
            "people",
            "public",
            "kind",
            "crew",
            "day",
            "year",
            "data",
            "community",
            "night",
            "week",
            "class",
            "most",
            "series",
            "cohort",
            "school",
            "media",
            "few",
            "money",
        ]);
        let firm = first.is(&["one", "each", "many", "several", "both", "two", "three", "four"]);
        let the_one = sentence.before(at).is_some_and(|before| before.eq("the"));
        if head.may.any(Tags::NUMBER | Tags::ADVERB)
            || head.is(&["first", "last", "best", "worst", "few"])
            || the_one
            || !firm
            || !determined
            || group
            || !head.can(Tags::NOUN)
            || head.can(Tags::NOUNS | Tags::VERBAL | Tags::UNKNOWN | Tags::NAME)
            || head.is_capital()
            || sentence.words.has("mass", &head.lower)
        {
            continue;
        }
        let goes_on = sentence.get(phrase.end).is_some_and(|next| {
            next.is(&["and", ",", "-", "'s", "/", "or"])
                || next.can(Tags::GENITIVE | Tags::NOMINAL) && !next.can(Tags::VERBAL | Tags::PREPOSITION)
                || next.is_letters()
                || !next.spaced && !next.can(Tags::STOP)
        });
        let adjectives = sentence
            .span(phrase.start + 1, phrase.head)
            .iter()
            .all(|token| !token.can(Tags::GENITIVE) && !token.can(Tags::NOUNS));
        if !goes_on
            && adjectives
            && sentence
                .span(phrase.start, phrase.head)
                .iter()
                .all(|token| !token.eq("other"))
        {
            let plural = forms::plural(sentence.words, &head.lower);
            slips.push(sentence.slip(
                "number-one-of",
                phrase.head,
                phrase.end,
                format!("\"{} of\" is followed by more than one: \"{plural}\"", first.lower),
                vec![plural.clone()],
            ));
        }
    }
}
