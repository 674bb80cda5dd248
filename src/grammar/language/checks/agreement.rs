//! Verbs that do not agree with their subject.

use super::super::Slip;
use super::super::clause::{Sentence, Subject};
use super::super::forms::{self, Form};
use super::super::phrase::Number;
use super::super::token::{Chunk, Tags, Token};
use super::super::verb_group::Group;

/// What a verb form agrees with, if it shows it.
fn agrees_with(token: &Token) -> Option<Number> {
    if token.is(&["was", "is", "has", "does"]) {
        return Some(Number::One);
    }
    if token.is(&["were", "are", "have", "do", "'re", "'ve"]) {
        return Some(Number::Many);
    }
    let finite = token.tags.and(Tags::VERBAL | Tags::MODAL);
    if finite.only(Tags::THIRD) {
        return Some(Number::One);
    }
    if finite.only(Tags::PRESENT | Tags::BASE) && finite.any(Tags::PRESENT) {
        return Some(Number::Many);
    }
    None
}

/// The form of the verb that agrees.
fn mended(sentence: &Sentence<'_>, token: &Token, number: Number) -> String {
    let one = number == Number::One;
    let own = match token.lower.as_str() {
        "was" | "were" => Some(if one { "was" } else { "were" }),
        "is" | "are" | "am" | "'re" => Some(if one { "is" } else { "are" }),
        "has" | "have" | "'ve" => Some(if one { "has" } else { "have" }),
        "does" | "do" => Some(if one { "does" } else { "do" }),
        _ => None,
    };
    match own {
        Some(own) => own.to_owned(),
        None if one => forms::verb(sentence.words, token.verb(), Form::Third),
        None => token.verb().to_owned(),
    }
}

/// Whether the verb may be a subjunctive, an imperative or no verb at all.
fn is_doubtful(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let verb = &sentence.tokens[group.first];
    let wishes = [
        "suggest",
        "recommend",
        "insist",
        "ask",
        "demand",
        "require",
        "request",
        "propose",
        "wish",
        "advise",
        "urge",
        "mandate",
        "ensure",
        "make",
        "let",
        "help",
        "have",
        "see",
        "hear",
        "watch",
        "notice",
        "feel",
        "observe",
    ];
    let before = sentence.span(0, subject.start).iter().rev().take(4);
    let wished = verb.must(Tags::BASE | Tags::PRESENT | Tags::NOMINAL)
        && before.clone().any(|token| {
            token.lemmas.iter().any(|(lemma, _)| wishes.contains(&lemma.as_str()))
                || token.is(&["if", "though", "essential", "important", "that", "lest"])
                    && token.is(&["lest", "essential"])
        });
    let if_were = verb.is(&["were"])
        && sentence
            .span(0, subject.start)
            .iter()
            .rev()
            .take(3)
            .any(|token| token.is(&["if", "though", "wish", "wished", "as"]));
    let asked = subject.start > 0 && verb.must(Tags::BASE | Tags::PRESENT) && {
        let left = &sentence.tokens[subject.start - 1];
        left.is(&[
            "do", "does", "did", "will", "would", "can", "could", "should", "may", "might", "must",
        ]) || left.can(Tags::MODAL)
            || left.can(Tags::NOT)
    };
    wished || if_were || asked
}

/// The plain case: a subject and its verb.
pub fn subject(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        let verb = &sentence.tokens[group.first];
        if group.infinitive || verb.quoted && !verb.spaced {
            continue;
        }
        if pronoun(sentence, group, slips) {
            continue;
        }
        let Some(shown) = agrees_with(verb) else { continue };
        let Some(subject) = sentence.subject(group).filter(|subject| !subject.is_relative) else {
            continue;
        };
        let head = &sentence.tokens[subject.head];
        if head.is(&["i", "you"]) {
            continue;
        }
        if sentence.is_caused(group) {
            continue;
        }
        if head.is(&["who", "which", "that", "what", "there", "it"]) && subject.is_near && head.can(Tags::WH)
            || is_doubtful(sentence, group, &subject)
        {
            continue;
        }
        let number = counted(sentence, &subject);
        if number == Number::Either || number == shown || !sentence.is_opening(subject.start) {
            continue;
        }
        if verb.must(Tags::NOMINAL | Tags::PRESENT | Tags::BASE) && verb.can(Tags::NOMINAL) && verb.chunk != Chunk::Verb
        {
            continue;
        }
        // "Doctor visits": a noun that looks like a verb.
        let adverbial = verb.is(&["back", "down", "home"])
            || verb.may.any(Tags::ADVERB)
                && !verb.may.any(Tags::THIRD)
                && verb.is(&[
                    "back", "down", "out", "up", "still", "even", "right", "long", "fast", "well", "close",
                ]);
        if adverbial {
            continue;
        }
        if verb.may.any(Tags::NOMINAL)
            && subject.is_near
            && !verb.is(&["has", "does", "do"])
            && !is_sure_verb(sentence, group)
        {
            continue;
        }
        let right = mended(sentence, verb, number);
        let many = if number == Number::One { "one" } else { "more than one" };
        slips.push(sentence.slip(
            "agreement",
            group.first,
            group.first + 1,
            format!("the subject \"{}\" is {many}: \"{right}\"", head.text),
            vec![right.clone()],
        ));
    }
}

/// Whether a word that may be a noun is the verb: what follows is an object or a complement.
fn is_sure_verb(sentence: &Sentence<'_>, group: &Group) -> bool {
    let no_other = sentence
        .groups
        .iter()
        .filter(|other| other.is_finite() && other.start != group.start)
        .all(|other| {
            !sentence.phrase_ending(other.start).is_some_and(|phrase| {
                phrase.end == other.start && phrase.start <= group.first && phrase.end > group.first
            })
        });
    let next = sentence.get(group.end);
    no_other
        && next.is_some_and(|next| {
            next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::TO | Tags::NUMBER)
                || next.can(Tags::PREPOSITION | Tags::PARTICLE | Tags::ADVERB | Tags::WH)
                || next.must(Tags::NOUNS | Tags::ADJECTIVE)
                || next.eq(".")
        })
}

/// The number of a subject, with the words that decide it.
fn counted(sentence: &Sentence<'_>, subject: &Subject) -> Number {
    let head = &sentence.tokens[subject.head];
    let first = &sentence.tokens[subject.start];
    if first.is(&["each", "every", "either", "neither"]) && subject.start != subject.head {
        return Number::One;
    }
    if head.eq("number") && first.eq("the") {
        return Number::One;
    }
    let of = sentence.get(subject.head + 1).is_some_and(|next| next.eq("of"));
    if !of
        && head.is(&[
            "line", "part", "kind", "group", "range", "class", "set", "half", "third", "bit", "total", "rest", "team",
            "family", "score", "string", "pair", "army", "host",
        ])
        && head.can(Tags::NOUN)
        && !head.is(&[
            "team", "family", "class", "group", "half", "rest", "pair", "total", "third",
        ])
    {
        return subject.number;
    }
    if head.eq("number")
        || head.is(&[
            "majority",
            "lot",
            "variety",
            "range",
            "group",
            "series",
            "half",
            "handful",
            "couple",
            "dozen",
            "kind",
            "kinds",
            "minority",
            "rest",
            "total",
            "team",
            "family",
            "staff",
            "faculty",
            "crew",
            "pair",
            "part",
            "plenty",
            "bit",
            "class",
            "army",
            "string",
            "host",
            "mixture",
            "set",
            "collection",
            "percent",
            "percentage",
            "third",
            "quarter",
            "bunch",
            "amount",
            "people",
            "line",
            "score",
        ]) && !head.can(Tags::NOUNS)
    {
        return Number::Either;
    }
    if head.is_capital() && subject.start == subject.head && head.can(Tags::UNKNOWN) {
        return Number::Either;
    }
    subject.number
}

/// he go, I goes, they was.
fn pronoun(sentence: &Sentence<'_>, group: &Group, slips: &mut Vec<Slip>) -> bool {
    let mut at = group.first;
    while at > 0 && sentence.tokens[at - 1].must(Tags::ADVERB) && !sentence.tokens[at - 1].can(Tags::NOT) {
        at -= 1;
    }
    let Some(subject) = sentence.before(at) else {
        return false;
    };
    let verb = &sentence.tokens[group.first];
    let prepositional = at >= 2
        && (sentence.tokens[at - 2].can(Tags::PREPOSITION)
            && !sentence.tokens[at - 2].is(&[
                "because", "although", "though", "that", "if", "when", "while", "whether", "until", "since", "unless",
                "before", "after", "once", "where", "as", "than", "so", "but",
            ])
            || sentence.tokens[at - 2].is(&["after", "before", "by", "to"]))
        && !subject.is(&["i", "he", "she", "we", "they"]);
    if prepositional {
        return false;
    }
    if sentence.is_caused(group) {
        return true;
    }
    let pointing = subject.is(&["this", "that"])
        && subject.can(Tags::PRONOUN | Tags::DETERMINER)
        && (at == 1
            || at >= 2
                && sentence.tokens[at - 2].is(&[";", ",", "and", "but", "because", "think"])
                && !(subject.eq("that") && sentence.tokens[at - 2].eq(",")))
        && verb.is(&["were", "are", "have"]);
    let third = pointing
        || subject.is(&[
            "he",
            "she",
            "it",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "nobody",
            "anyone",
            "anybody",
            "everything",
            "nothing",
            "something",
        ]) && subject.can(Tags::PRONOUN);
    let other = subject.is(&["i", "we", "they", "you"]);
    if !third && !other {
        return false;
    }
    let coordinated = at >= 2
        && sentence.tokens[at - 2].is(&["and", "or", "nor"])
        && at >= 3
        && sentence.phrase_ending(at - 2).is_some();
    let governed = at >= 2
        && (sentence.tokens[at - 2].can(Tags::VERBAL | Tags::MODAL)
            || sentence.tokens[at - 2].is(&["of", "for", "with", "to", "like", "than"]))
        && !sentence.tokens[at - 2].can(Tags::NOMINAL)
        && !sentence.words.has("thinks", sentence.tokens[at - 2].verb());
    let loose = subject.is(&[
        "nobody",
        "everything",
        "something",
        "nothing",
        "anything",
        "someone",
        "somebody",
        "anybody",
    ]) && at >= 2
        && sentence.tokens[at - 2].can(Tags::PRONOUN | Tags::VERBAL);
    let both = coordinated
        && !sentence
            .groups
            .iter()
            .any(|other| other.is_finite() && other.start < at)
        && sentence.tokens[at - 2].eq("and")
        && verb.is(&["was", "is", "has", "does", "am"])
        && !subject.is(&["it", "everything", "nothing"])
        && sentence
            .phrase_ending(at - 2)
            .is_some_and(|phrase| phrase.start == 0 || phrase.end > 1 && phrase.start < 3);
    if both {
        let right = mended(sentence, verb, Number::Many);
        slips.push(sentence.slip(
            "agreement",
            group.first,
            group.first + 1,
            format!("two subjects are more than one: \"{right}\""),
            vec![right.clone()],
        ));
        return true;
    }
    if coordinated || loose || governed && !subject.is(&["he", "she", "i", "we", "they"]) {
        return true;
    }
    let asked = at >= 2
        && (sentence.tokens[at - 2].is(&["do", "does", "did", "let", "make", "made", "had", "has", "have"])
            || sentence.tokens[at - 2].can(Tags::MODAL | Tags::NOT)
            || sentence.tokens[at - 2].is_be());
    let subjunctive = sentence.span(0, at - 1).iter().rev().take(4).any(|token| {
        token.lemmas.iter().any(|(lemma, tags)| {
            tags.any(Tags::VERBAL)
                && [
                    "suggest",
                    "recommend",
                    "insist",
                    "ask",
                    "demand",
                    "require",
                    "request",
                    "propose",
                    "wish",
                ]
                .contains(&lemma.as_str())
        }) || token.is(&["if", "though", "essential", "lest", "as"])
    });
    let verb_only = verb.tags.and(Tags::VERBAL);
    let wrong = if third {
        !asked
            && !subjunctive
            && (verb.is(&["were", "are", "have", "do", "'re", "'ve", "am"])
                || verb_only.only(Tags::PRESENT | Tags::BASE)
                    && verb_only.any(Tags::PRESENT | Tags::BASE)
                    && verb.may.any(Tags::PRESENT))
    } else {
        !asked
            && !(subject.eq("i") && verb.eq("was"))
            && (verb.is(&["was", "is", "has", "does"]) || verb_only.only(Tags::THIRD))
            || subject.eq("i") && verb.is(&["are", "were"]) && !subjunctive && !asked
    };
    if wrong && !verb.can(Tags::PARTICIPLE) && !(third && asked) {
        let right = match (subject.lower.as_str(), verb.lower.as_str()) {
            ("i", "is" | "are") => "am".to_owned(),
            ("i", "were") => "was".to_owned(),
            _ => mended(sentence, verb, if third { Number::One } else { Number::Many }),
        };
        slips.push(sentence.slip(
            "agreement",
            group.first,
            group.first + 1,
            format!("\"{}\" goes with \"{right}\"", subject.text),
            vec![right.clone()],
        ));
    }
    true
}

/// the resident who carry, the residents who carries.
pub fn relative(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| !group.infinitive) {
        let verb = &sentence.tokens[group.first];
        let Some(shown) = agrees_with(verb) else { continue };
        let Some(subject) = sentence.subject(group).filter(|subject| subject.is_relative) else {
            continue;
        };
        if sentence
            .span(0, subject.start)
            .iter()
            .any(|token| token.is(&["one", "only"]))
            || subject.number == Number::Either
            || subject.number == shown
        {
            continue;
        }
        let head = &sentence.tokens[subject.head];
        let pronoun = sentence
            .span(subject.head + 1, group.first)
            .iter()
            .find(|token| token.is(&["who", "which", "that"]));
        let named = head.can(Tags::NAME)
            || !head.can(Tags::NOMINAL | Tags::PRONOUN)
            || verb.eq("'s")
            || head.may.any(Tags::NUMBER);
        let doubtful = pronoun.is_some_and(|token| token.is(&["which"])) && verb.may.any(Tags::NOMINAL);
        let units = head.is(&["days", "years", "months", "weeks", "hours", "minutes", "times"]);
        let abstract_who = pronoun.is_some_and(|token| token.eq("who"))
            && !sentence.words.has("persons", head.noun())
            && !sentence.words.has("roles", head.noun())
            && !head.is(&[
                "those", "anyone", "everyone", "people", "women", "men", "children", "nurses", "fellows",
            ]);
        if named || doubtful || units || abstract_who {
            continue;
        }
        let is_that = pronoun.is_some_and(|token| token.eq("that"));
        if is_that
            && (verb.may.any(Tags::NOMINAL)
                || head.can(Tags::PRONOUN)
                || head.can(Tags::VERBAL)
                || head.is(&[
                    "fact", "day", "idea", "time", "way", "feeling", "hope", "belief", "sense",
                ]))
            || head.can(Tags::PRONOUN) && !head.is(&["those", "anyone", "everyone", "someone"])
            || counted(sentence, &subject) == Number::Either
        {
            continue;
        }
        let right = mended(sentence, verb, subject.number);
        let many = if subject.number == Number::One {
            "one"
        } else {
            "more than one"
        };
        slips.push(sentence.slip(
            "agreement-relative",
            group.first,
            group.first + 1,
            format!("\"{}\" is {many}: \"{right}\"", head.text),
            vec![right.clone()],
        ));
    }
}

/// there is three, there are a.
pub fn there_is(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        if !sentence.tokens[at].eq("there") {
            continue;
        }
        let verb_at = at + 1;
        let verb = &sentence.tokens[verb_at];
        let opens = sentence.is_opening(at)
            || sentence.before(at).is_some_and(|before| {
                before.must(Tags::ADVERB)
                    || before.is(&["country", "where"])
                    || before.can(Tags::PREPOSITION | Tags::WH)
            });
        let been = sentence.get(verb_at + 1).is_some_and(|next| next.eq("been"));
        if !opens && !(at > 2 && sentence.tokens[0].is(&["in", "at", "on"])) || verb.is(&["has", "have"]) && !been {
            continue;
        }
        let verb_is = verb.is(&["is", "was", "has"]);
        if !verb_is && !verb.is(&["are", "were", "have"]) {
            continue;
        }
        let mut on = verb_at + 1;
        if sentence.tokens.get(on).is_some_and(|token| token.eq(",")) {
            let Some(close) = (on + 1..(on + 9).min(sentence.tokens.len())).find(|at| sentence.tokens[*at].eq(","))
            else {
                continue;
            };
            on = close + 1;
        }
        while sentence.tokens.get(on).is_some_and(|token| {
            token.must(Tags::ADVERB | Tags::NOT)
                || token.is(&["only", "also", "still", "been", "about", "over", "nearly", "almost"])
        }) {
            on += 1;
        }
        let Some(phrase) = sentence.phrase_starting(on).filter(|phrase| !phrase.is_pronoun) else {
            continue;
        };
        let number = match sentence.tokens[phrase.head].lower.as_str() {
            "people" | "children" => Number::Many,
            _ if sentence.tokens[phrase.start].is(&["a", "an", "another", "one", "no"])
                && phrase.number != Number::Many =>
            {
                if sentence.tokens[phrase.head].can(Tags::NOUNS)
                    || sentence.tokens[phrase.head].is(&[
                        "number", "lot", "couple", "great", "good", "many", "variety", "few", "handful", "dozen",
                        "series", "group", "range", "hundred", "thousand", "million", "half", "third", "pair",
                        "majority", "total", "host",
                    ])
                {
                    Number::Either
                } else {
                    Number::One
                }
            }
            _ => phrase.number,
        };
        let goes_on = sentence
            .get(phrase.end)
            .is_some_and(|next| next.is(&["and", ",", "or"]));
        let clause = sentence
            .groups
            .iter()
            .any(|group| group.start == phrase.end && group.is_finite());
        if sentence.tokens[phrase.head].is(&["years", "months", "weeks", "days", "hours", "minutes", "miles"])
            || clause && verb_at + 1 < on
        {
            continue;
        }
        let wrong = number == Number::Many && verb_is
            || number == Number::One && !verb_is && !goes_on && sentence.tokens[phrase.start].is(&["a", "an", "one"]);
        if wrong {
            let right = mended(sentence, verb, number);
            slips.push(sentence.slip(
                "agreement-there",
                verb_at,
                verb_at + 1,
                format!(
                    "\"{}\" follows \"there\": \"{right}\"",
                    sentence.tokens[phrase.head].text
                ),
                vec![right.clone()],
            ));
        }
    }
    inverted(sentence, slips);
}

/// Among the charts was two.
fn inverted(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let Some(first) = sentence
        .get(0)
        .filter(|first| first.is(&["among", "in", "on", "at", "behind", "under", "beside"]))
    else {
        return;
    };
    let Some(group) = sentence
        .groups
        .first()
        .filter(|group| group.is_single() && sentence.tokens[group.first].is(&["was", "is", "were", "are"]))
    else {
        return;
    };
    let prepositional = sentence
        .phrases
        .iter()
        .take_while(|phrase| phrase.end <= group.first)
        .all(|phrase| phrase.start > 0 && sentence.tokens[phrase.start - 1].can(Tags::PREPOSITION));
    let Some(phrase) = sentence
        .phrase_starting(group.end)
        .filter(|phrase| !phrase.is_pronoun && prepositional && !first.can(Tags::STOP))
    else {
        return;
    };
    let verb = &sentence.tokens[group.first];
    if sentence.span(0, group.first).iter().any(|token| token.eq(","))
        || phrase.number == Number::Either
        || agrees_with(verb) == Some(phrase.number)
        || sentence.get(phrase.end).is_some_and(|next| next.is(&["and", ","]))
    {
        return;
    }
    let right = mended(sentence, verb, phrase.number);
    slips.push(sentence.slip(
        "agreement-inverted",
        group.first,
        group.first + 1,
        format!(
            "the subject \"{}\" comes after the verb: \"{right}\"",
            sentence.tokens[phrase.head].text
        ),
        vec![right.clone()],
    ));
}

/// one of the reasons were, each of my rotations leave.
pub fn one_of(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| !group.infinitive) {
        let verb = &sentence.tokens[group.first];
        if agrees_with(verb) != Some(Number::Many) {
            continue;
        }
        let Some(at) = (0..group.first).rev().find(|at| {
            sentence.tokens[*at].is(&["one", "each", "neither", "either"])
                && sentence.get(at + 1).is_some_and(|next| next.eq("of"))
        }) else {
            continue;
        };
        let between = sentence.span(at + 2, group.first);
        let opening = sentence.is_opening(at) || at == 1 && sentence.tokens[0].eq("not");
        let plain = between.len() < 9
            && !between.iter().any(|token| {
                token.is(&[
                    "who", "that", "which", ",", ";", "and", "where", "whose", "whom", "when", "because",
                ])
            })
            && !between.iter().any(|token| token.must(Tags::FINITE | Tags::MODAL));
        let contact = between.len() < 9 && between.iter().any(|token| token.is(&["i", "we", "he", "she", "they"]));
        let reported = sentence.subject(group).is_some_and(|subject| subject.head == at);
        if opening
            && (plain && !contact || contact && reported)
            && !slips.iter().any(|slip| slip.place.start == verb.start)
        {
            let right = mended(sentence, verb, Number::One);
            slips.push(sentence.slip(
                "agreement",
                group.first,
                group.first + 1,
                format!("the subject is \"{}\": \"{right}\"", sentence.tokens[at].lower),
                vec![right.clone()],
            ));
        }
    }
}

/// What I kept were the talk; I returned and has completed; my mother work in a bakery.
pub fn further(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    what(sentence, slips);
    shared(sentence, slips);
    swallowed(sentence, slips);
    indefinite(sentence, slips);
}

fn what(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    if !sentence.get(0).is_some_and(|first| first.eq("what")) || sentence.tokens.last().is_some_and(|last| last.eq("?"))
    {
        return;
    }
    let Some(group) = sentence.groups.iter().filter(|group| group.is_finite()).nth(1) else {
        return;
    };
    let verb = &sentence.tokens[group.first];
    let singular = sentence.phrase_starting(group.end).is_some_and(|phrase| {
        phrase.number == Number::One
            && sentence.tokens[phrase.start].is(&["a", "an", "the", "my", "her", "his"])
            && sentence.tokens[phrase.head].must(Tags::NOUN | Tags::MASS)
    });
    let goes_on = sentence
        .phrase_starting(group.end)
        .and_then(|phrase| sentence.get(phrase.end))
        .is_some_and(|next| next.is(&["and", ","]));
    if group.is_single()
        && verb.is(&["are", "were"])
        && singular
        && !goes_on
        && !sentence.span(0, group.first).iter().any(|token| token.eq(","))
    {
        let right = mended(sentence, verb, Number::One);
        slips.push(sentence.slip(
            "agreement",
            group.first,
            group.first + 1,
            format!("what is meant is one: \"{right}\""),
            vec![right.clone()],
        ));
    }
}

/// A verb after "and" whose subject is a pronoun before.
fn shared(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| group.is_finite()) {
        let verb = &sentence.tokens[group.first];
        let joined = sentence.before(group.first).is_some_and(|before| before.eq("and"));
        if !joined || !verb.is(&["has", "was", "is", "does", "have", "were", "are", "do"]) {
            continue;
        }
        let Some(first) = sentence
            .groups
            .iter()
            .rev()
            .find(|other| other.is_finite() && other.end <= group.first)
        else {
            continue;
        };
        let Some(phrase) = sentence
            .phrase_ending(first.first)
            .filter(|phrase| phrase.is_pronoun && sentence.is_opening(phrase.start))
        else {
            continue;
        };
        let between = sentence.span(first.end, group.first);
        let plain = !between.iter().any(|token| {
            token.is(&[
                "that", "which", "who", "what", ";", "where", "when", "how", ":", "all", "both",
            ]) || token.can(Tags::NOUNS) && between.iter().any(|token| token.eq("and")) && token.is(&["both"])
        }) && !sentence.before(phrase.start).is_some_and(|before| {
            before.is(&[
                "that", "who", "which", "if", "what", "as", "when", "while", "because", "until", "where",
            ])
        });
        let subject = &sentence.tokens[phrase.head];
        let wrong = subject.is(&["i", "we", "they", "you"]) && verb.is(&["has", "is", "does"])
            || subject.is(&["we", "they"]) && verb.eq("was")
            || subject.is(&["he", "she"]) && verb.is(&["have", "are", "do", "were"]);
        if plain && wrong {
            let number = if subject.is(&["he", "she"]) {
                Number::One
            } else {
                Number::Many
            };
            let right = if subject.eq("i") && verb.eq("is") {
                "am".to_owned()
            } else {
                mended(sentence, verb, number)
            };
            slips.push(sentence.slip(
                "agreement",
                group.first,
                group.first + 1,
                format!("the subject is still \"{}\": \"{right}\"", subject.text),
                vec![right.clone()],
            ));
        }
    }
}

/// A bare verb that looks like a noun, after a person or a thing: "the catheter pass through".
fn swallowed(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence
        .phrases
        .iter()
        .filter(|phrase| !phrase.is_pronoun && phrase.head > phrase.start + 1)
    {
        let verb = &sentence.tokens[phrase.head];
        let subject = &sentence.tokens[phrase.head - 1];
        let singular = subject.can(Tags::NOUN)
            && !subject.can(Tags::NOUNS)
            && (sentence.words.has("persons", &subject.lower)
                || sentence.words.has("roles", &subject.lower)
                || sentence.words.has("things", &subject.lower)
                || subject.is(&["catheter", "wire", "mother", "needle", "doctor", "device", "technique"]));
        let bare = verb.may.any(Tags::BASE)
            && verb.is(&[
                "need", "work", "help", "care", "study", "visit", "pass", "show", "cause", "move", "stop", "start",
                "change", "play", "walk", "talk", "call", "carry", "use", "travel", "want", "love", "run", "look",
                "leave", "return", "cost", "like", "drink", "cook", "smoke", "fear", "hope", "trust", "teach", "offer",
                "support", "live", "make", "take", "rest", "guide", "dream", "remain", "face", "answer", "check",
                "place",
            ]);
        let next = sentence.get(phrase.end);
        let goes_on = next.is_some_and(|next| {
            next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::TO | Tags::NUMBER)
                || next.is(&[
                    "in", "at", "with", "through", "for", "from", "many", "very", "hard", "every", "two", "to", "us",
                    "me",
                ])
        });
        let opens = sentence.is_opening(phrase.start)
            && sentence.tokens[phrase.start].is(&[
                "my", "the", "a", "our", "his", "her", "each", "every", "this", "an", "their",
            ]);
        let end = (phrase.end..sentence.tokens.len())
            .find(|at| {
                sentence.tokens[*at].is(&[
                    ",", ";", "and", "but", "because", "that", "who", "which", "when", "so", "if", "where", "while",
                ])
            })
            .unwrap_or(sentence.tokens.len());
        let finite = sentence.groups.iter().any(|group| {
            group.is_finite() && group.start >= phrase.end && group.start < end
                || group.is_finite() && group.start < phrase.start && group.end == phrase.start
        });
        let later = sentence.groups.iter().any(|group| {
            group.is_finite()
                && group.start >= phrase.end
                && group.start < end + 2
                && end < sentence.tokens.len()
                && (sentence.tokens[end].is(&["that", "who", "which"])
                    || sentence.tokens[end].eq(",")
                        && !sentence
                            .get(end + 1)
                            .is_some_and(|next| next.is(&["and", "but", "so", "while", "because"])))
        });
        if singular && bare && goes_on && opens && !finite && !later {
            let right = forms::verb(sentence.words, verb.verb(), Form::Third);
            slips.push(sentence.slip(
                "agreement",
                phrase.head,
                phrase.end,
                format!("the subject \"{}\" is one: \"{right}\"", subject.text),
                vec![right.clone()],
            ));
        }
    }
}

/// Everyone in my cohort have.
fn indefinite(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| group.is_finite()) {
        let verb = &sentence.tokens[group.first];
        if agrees_with(verb) != Some(Number::Many) || verb.may.any(Tags::NOMINAL) && !verb.is(&["have", "do"]) {
            continue;
        }
        let Some(at) = (0..group.first).rev().find(|at| {
            sentence.tokens[*at].is(&["everyone", "everybody", "nobody", "anyone", "someone", "everything"])
        }) else {
            continue;
        };
        let between = sentence.span(at + 1, group.first);
        let prepositional = between
            .first()
            .is_some_and(|first| first.is(&["in", "on", "at", "from", "around", "of", "with"]))
            && between.len() < 6
            && !between.iter().any(|token| {
                token.can(Tags::STOP | Tags::WH | Tags::MODAL)
                    || token.must(Tags::FINITE)
                    || token.is(&["that", "and", "i", "we", "they", "you"])
            });
        if prepositional && sentence.is_opening(at) {
            let right = mended(sentence, verb, Number::One);
            slips.push(sentence.slip(
                "agreement",
                group.first,
                group.first + 1,
                format!("\"{}\" is one: \"{right}\"", sentence.tokens[at].text),
                vec![right.clone()],
            ));
        }
    }
}
