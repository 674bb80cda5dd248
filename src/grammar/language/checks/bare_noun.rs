//! Nouns that are counted and stand without an article.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms;
use super::super::phrase::{Phrase, is_determiner};
use super::super::token::{Tags, Token};

fn head<'s>(sentence: &'s Sentence<'_>, phrase: &Phrase) -> &'s Token {
    &sentence.tokens[phrase.head]
}

/// Whether a phrase has neither determiner nor anything else that stands for one.
fn is_bare(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let tokens = sentence.span(phrase.start, phrase.head);
    let first = &sentence.tokens[phrase.start];
    phrase.determiner.is_none()
        && !tokens.iter().any(|token| {
            is_determiner(token)
                || token.can(Tags::NUMBER | Tags::DETERMINER | Tags::GENITIVE | Tags::POSSESSIVE)
                || token.is_letters()
        })
        && !first.quoted
        && !tokens.iter().any(super::super::token::Token::is_capital)
        && !first.is(&["such", "what", "which", "whose", "enough", "chief", "no"])
        && sentence.before(phrase.start).is_none_or(|before| {
            !is_determiner(before)
                && !before.can(Tags::NUMBER | Tags::GENITIVE)
                && !before.is(&[
                    "one", "-", "/", "\"", "'", "and", "or", "nor", "per", "kind", "type", "sort", "each", "than",
                    "but",
                ])
        })
}

/// Whether something after the head makes it part of a longer word or a pair.
fn is_cut_off(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let Some(next) = sentence.get(phrase.end) else {
        return false;
    };
    next.is(&["-", "/", "and", "or", "nor", "'s", "\"", "by", "after", ":"])
        || next.can(Tags::GENITIVE | Tags::NUMBER)
        || (next.can(Tags::NOMINAL) && !next.can(Tags::VERBAL | Tags::PREPOSITION | Tags::ADVERB | Tags::PRONOUN))
        || (!next.spaced && !next.can(Tags::STOP))
        || next.is_letters()
}

/// Verbs after which a counted noun stands alone in set phrases: take part, change course.
const LIGHT: [&str; 42] = [
    "be", "become", "call", "name", "elect", "appoint", "practice", "study", "play", "turn", "go", "make", "come",
    "take", "speak", "read", "stay", "feel", "remain", "get", "lose", "change", "leave", "start", "finish", "begin",
    "teach", "help", "let", "move", "attend", "hold", "say", "enter", "gain", "keep", "set", "give", "do", "mean",
    "cause", "miss",
];

/// Prepositions after which a counted noun needs its article as anywhere else.
const PLAIN: [&str; 26] = [
    "in", "at", "on", "with", "for", "from", "to", "under", "behind", "near", "beside", "inside", "through", "about",
    "after", "before", "during", "into", "over", "against", "by", "without", "within", "until", "toward", "across",
];

/// "after embolization patient said", "had fever", "opened door".
pub fn counted(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence
        .phrases
        .iter()
        .filter(|phrase| !phrase.is_pronoun && !phrase.is_name)
    {
        let noun = head(sentence, phrase);
        let is_singular = noun.can(Tags::NOUN)
            && !noun.can(Tags::NOUNS | Tags::VERBAL.without(Tags::BASE | Tags::PRESENT | Tags::ING))
            && noun.text == noun.lower;
        if !is_singular
            || !sentence.words.has("counted", &noun.lower)
            || !is_bare(sentence, phrase)
            || is_cut_off(sentence, phrase)
            || pair(sentence, phrase)
        {
            continue;
        }
        let alone = phrase.head == phrase.start;
        let Some(before) = sentence.before(phrase.start) else {
            first(sentence, phrase, slips);
            continue;
        };
        let ordinal = sentence.tokens[phrase.start].is(&[
            "first", "second", "third", "fourth", "fifth", "sixth", "final", "last", "next", "part", "full", "further",
            "same",
        ]);
        if ordinal
            || sentence
                .words
                .has("bare-pairs", &format!("{} {}", before.lower, noun.lower))
        {
            continue;
        }
        let listed = sentence
            .get(phrase.end)
            .is_some_and(|next| next.is(&[",", "included", ":", ";"]));
        let after_verb = !listed
            && sentence.group_ending(phrase.start).is_some_and(|group| {
                let verb = &sentence.tokens[group.main];
                let noun_like = group.is_single()
                    && verb.can(Tags::ING | Tags::NOMINAL | Tags::PARTICIPLE)
                    && !group.infinitive
                    && !verb.can(Tags::PAST);
                !group.passive
                    && !noun_like
                    && !verb.is_be()
                    && (!LIGHT.contains(&verb.verb())
                        || !alone && !["become", "be", "attend", "do"].contains(&verb.verb()))
            });
        let after_be = before.is(&["is", "was"])
            && !alone
            && sentence.tokens[phrase.start].must(Tags::ADJECTIVAL)
            && !listed
            && sentence.phrase_ending(phrase.start - 1).is_some();
        let after_preposition = before.is(&PLAIN)
            && before.can(Tags::PREPOSITION | Tags::PARTICLE | Tags::TO)
            && !(before.eq("to") && noun.may.any(Tags::BASE))
            && !(listed
                && sentence.tokens[phrase.end..]
                    .iter()
                    .take(4)
                    .any(|token| token.is(&["and", ","]))
                && before.is(&["with", "for"]));
        let opening = before.is(&[
            ",", "because", "that", "when", "if", "while", "although", "where", "until", "and", "but", "so",
        ]) && sentence.groups.iter().any(|group| {
            group.start == phrase.end
                && group.is_finite()
                && group.first == group.start
                && !sentence.tokens[group.first].may.any(Tags::NOMINAL)
        });
        if after_verb || after_be || after_preposition || opening {
            report(sentence, phrase, after_preposition || opening, slips);
        }
    }
}

/// The first words of a sentence, if a verb follows: "Radiographer stands at the foot".
fn first(sentence: &Sentence<'_>, phrase: &Phrase, slips: &mut Vec<Slip>) {
    let follows = sentence.groups.iter().any(|group| {
        group.start == phrase.end && group.is_finite() && !sentence.tokens[group.first].may.any(Tags::NOMINAL)
    });
    if follows {
        report(sentence, phrase, true, slips);
    }
}

fn report(sentence: &Sentence<'_>, phrase: &Phrase, definite: bool, slips: &mut Vec<Slip>) {
    let noun = head(sentence, phrase);
    let text: Vec<&str> = sentence
        .span(phrase.start, phrase.end)
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let text = text.join(" ");
    let first = &sentence.tokens[phrase.start].text;
    let with_a = format!("{}{}", forms::with_article(sentence.words, first), &text[first.len()..]);
    let the = format!("the {text}");
    let put = if definite { vec![the, with_a] } else { vec![with_a, the] };
    let message = format!(
        "\"{}\" is counted: one of them wants an article or another determiner",
        noun.lower
    );
    slips.push(sentence.slip("article-missing", phrase.start, phrase.end, message, put));
}

/// A list of bare nouns: "door to door", "doctor and patient".
fn pair(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let noun = &sentence.tokens[phrase.head].lower;
    let same = |at: usize| sentence.get(at).is_some_and(|token| &token.lower == noun);
    same(phrase.end + 1)
        || (phrase.start >= 2 && same(phrase.start - 2))
        || sentence.get(phrase.end).is_some_and(|next| {
            next.eq("to")
                && sentence
                    .get(phrase.end + 1)
                    .is_some_and(|far| far.can(Tags::NOUN) && !far.can(Tags::BASE))
        })
}

/// "became nurse", "as medical student", "he was soldier".
pub fn role(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence.phrases.iter().filter(|phrase| !phrase.is_pronoun) {
        let noun = head(sentence, phrase);
        if !sentence.words.has("roles", &noun.lower)
            || noun.text != noun.lower
            || !is_bare(sentence, phrase)
            || is_cut_off(sentence, phrase)
        {
            continue;
        }
        let Some(before) = sentence.before(phrase.start) else {
            continue;
        };
        let group = sentence.group_ending(phrase.start);
        let becomes =
            group.is_some_and(|group| ["be", "become"].contains(&sentence.tokens[group.main].verb()) && !group.passive);
        let many = group.and_then(|group| sentence.subject(group)).is_some_and(|subject| {
            subject.number == super::super::phrase::Number::Many
                && !sentence.tokens[subject.head].eq("i")
                && !sentence.tokens[subject.head].eq("you")
        });
        let post = before.eq("as")
            && sentence.tokens.get(phrase.start.wrapping_sub(2)).is_some_and(|token| {
                token.is(&[
                    "post",
                    "position",
                    "role",
                    "job",
                    "time",
                    "year",
                    "years",
                    "appointment",
                    "months",
                    "weeks",
                    "career",
                ])
            });
        let patient = noun.eq("patient")
            && sentence
                .get(phrase.end)
                .is_some_and(|next| next.is(&["with", "enough", "and", "about", "in"]));
        if post || patient {
            continue;
        }
        let title = sentence.span(phrase.start, phrase.head).iter().any(|token| {
            token.is(&[
                "second",
                "third",
                "fourth",
                "chief",
                "lead",
                "head",
                "senior",
                "first",
                "last",
                "only",
                "principal",
                "acting",
                "assistant",
                "associate",
                "co",
                "team",
                "class",
                "student",
            ])
        });
        let of = sentence
            .get(phrase.end)
            .is_some_and(|next| next.is(&["of", "for", "to", "at", "in"]))
            && noun.is(&[
                "leader",
                "president",
                "assistant",
                "volunteer",
                "consultant",
                "tutor",
                "mentor",
                "professor",
            ]);
        if (becomes && !many || before.eq("as") && !before.can(Tags::ADVERB))
            && !title
            && !of
            && !(before.eq("as")
                && sentence
                    .tokens
                    .get(phrase.start.wrapping_sub(2))
                    .is_some_and(|token| token.is(&["as", "such", "same"])))
        {
            let text: Vec<&str> = sentence
                .span(phrase.start, phrase.end)
                .iter()
                .map(|token| token.text.as_str())
                .collect();
            let text = text.join(" ");
            let first = &sentence.tokens[phrase.start].text;
            let put = format!("{}{}", forms::with_article(sentence.words, first), &text[first.len()..]);
            slips.push(sentence.slip(
                "article-role",
                phrase.start,
                phrase.end,
                format!("\"{}\" wants an article: one is or becomes \"{put}\"", noun.lower),
                vec![put],
            ));
        }
    }
}
