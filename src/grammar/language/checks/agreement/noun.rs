//! A noun and its verb: the results shows.

use crate::grammar::Slip;
use crate::grammar::language::clause::{Sentence, Subject};
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::{Chunk, Tags};
use crate::grammar::language::verb_group::Group;

use super::{agrees_with, mended};

/// The slip of a verb whose subject is a noun.
pub fn judge(sentence: &Sentence<'_>, group: &Group) -> Option<Slip> {
    let verb = &sentence.tokens[group.first];
    let shown = agrees_with(verb)?;
    let subject = sentence.subject(group).filter(|subject| !subject.is_relative)?;
    let head = &sentence.tokens[subject.head];
    let opens_itself =
        head.is(&["who", "which", "that", "what", "there", "it"]) && subject.is_near && head.can(Tags::WH);
    // "Neither do I".
    let echoes = head.is(&["neither", "nor", "so"]) && subject.is_near;
    // "How much time do we lose": the subject comes after the verb.
    let inverted = sentence.at_is(group.first + 1, &["i", "we", "they", "you", "he", "she", "it"])
        && verb.is_in(sentence.words, "auxiliaries");
    if head.is(&["i", "you"])
        || inverted
        || echoes
        || is_no_verb_or_subject(sentence, group, &subject)
        || sentence.is_caused(group)
        || opens_itself
        || is_doubtful(sentence, group, &subject)
        || is_noun(sentence, group, &subject)
        || is_amount(sentence, group, &subject)
        || has_later_verb(sentence, group, &subject)
    {
        return None;
    }
    let number = counted(sentence, &subject);
    if number == Number::Either || number == shown || !sentence.is_opening(subject.start) {
        return None;
    }
    let right = mended(sentence, verb, number);
    let many = if number == Number::One { "one" } else { "more than one" };
    let message = format!("the subject \"{}\" is {many}: \"{right}\"", head.text);
    Some(sentence.slip_at("agreement", group.first, message, right))
}

/// "Reading images is half of it", "my favorite are the mornings", "a tailor like my father".
fn is_no_verb_or_subject(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let (verb, head) = (&sentence.tokens[group.first], &sentence.tokens[subject.head]);
    // "Reading scans is", "the water that drips wears": the noun before the verb is an object, or a verb.
    let gerund = sentence
        .before(subject.start)
        .is_some_and(|before| before.may.any(Tags::ING) && !before.can(Tags::PREPOSITION))
        || is_gerund(sentence, subject);
    let clause = head.may.any(Tags::FINITE) && sentence.before_is(subject.start, &["that", "which", "who"]);
    // "When the bands failed there was": the subject comes after the verb.
    let there = verb.is_be() && sentence.before_is(group.first, &["there"]);
    // "In which I can both contribute".
    let both = sentence.before_is(group.start, &["both", "all", "each"])
        && sentence.before_can(group.start - 1, Tags::MODAL | Tags::PRONOUN);
    // "Gone are the days": the subject comes after the verb.
    let fronted = subject.head == 0 && head.may.any(Tags::PARTICIPLE);
    let object = fronted || head.is(&["me", "us", "him", "them", "same", "latter", "former"]);
    gerund || clause || there || both || object || head.reads("favorite") || verb.reads("like")
}

/// "Reading scans": a gerund with its object, which looks like a noun with what tells which one.
pub fn is_gerund(sentence: &Sentence<'_>, subject: &Subject) -> bool {
    let first = &sentence.tokens[subject.start];
    first.may.any(Tags::ING) && first.may.any(Tags::VERBAL) && subject.start < subject.head
}

/// "Seven points is a bad morning": an amount, told by what it comes to.
pub fn is_amount(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let first = &sentence.tokens[subject.start];
    let (from, to) = (sentence.get(group.end), &sentence.tokens[group.first]);
    let come_to = from.is_some_and(|next| {
        next.can(Tags::DETERMINER | Tags::NUMBER) || next.must(Tags::ADJECTIVAL | Tags::NOMINAL) || next.reads("what")
    });
    first.can(Tags::NUMBER) && to.is(&["is", "was"]) && group.is_single() && come_to
}

/// "A hotel cook with a fever was": the verb comes later, so this is a noun.
fn has_later_verb(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let end = (group.end..sentence.tokens.len())
        .find(|at| {
            let token = &sentence.tokens[*at];
            token.is_in(sentence.words, "coordinate-bounds")
                || token.can(Tags::WH)
                || token.is(&["after", "before", "than", "as"])
        })
        .unwrap_or(sentence.tokens.len());
    let verb = &sentence.tokens[group.first];
    group.is_single()
        && verb.may.any(Tags::NOUN | Tags::NOUNS)
        && !verb.is(&["has", "does", "do"])
        && !(sentence.before_can(group.first, Tags::ADVERB) && sentence.is_titled(subject.head))
        && sentence
            .finite()
            .any(|other| other.start >= group.end && other.start < end)
}

/// Whether what looks like the verb is a noun or an adverb: "doctor visits", "the way back".
fn is_noun(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let verb = &sentence.tokens[group.first];
    let nominal =
        verb.must(Tags::NOMINAL | Tags::PRESENT | Tags::BASE) && verb.can(Tags::NOMINAL) && verb.chunk != Chunk::Verb;
    let adverbial = verb.is(&["back", "down", "home"])
        || verb.may.any(Tags::ADVERB) && !verb.may.any(Tags::THIRD) && verb.is_in(sentence.words, "verb-like-adverbs");
    let unsure = verb.may.any(Tags::NOMINAL)
        && subject.is_near
        && !verb.is(&["has", "does", "do"])
        && !is_sure_verb(sentence, group);
    nominal || adverbial || unsure || verb.can(Tags::UNKNOWN)
}

/// Whether the verb may be a subjunctive, an imperative or no verb at all.
pub fn is_doubtful(sentence: &Sentence<'_>, group: &Group, subject: &Subject) -> bool {
    let verb = &sentence.tokens[group.first];
    let near = |most: usize| sentence.span(0, subject.start).iter().rev().take(most);
    let wished = verb.must(Tags::BASE | Tags::PRESENT | Tags::NOMINAL)
        && near(4)
            .any(|token| token.has_lemma_in(sentence.words, "wishes-or-perceives") || token.is(&["lest", "essential"]));
    let if_were = verb.reads("were") && near(3).any(|token| token.is(&["if", "though", "wish", "wished", "as"]));
    let asked = verb.must(Tags::BASE | Tags::PRESENT)
        && subject.start > 1
        && sentence
            .before(subject.start)
            .is_some_and(|left| left.is_in(sentence.words, "asking-auxiliaries") || left.can(Tags::MODAL | Tags::NOT));
    wished || if_were || asked
}

/// Whether a word that may be a noun is the verb: what follows is an object or a complement.
fn is_sure_verb(sentence: &Sentence<'_>, group: &Group) -> bool {
    let no_other = sentence
        .groups
        .iter()
        .filter(|other| other.is_finite() && other.start != group.start)
        .all(|other| {
            !sentence
                .phrase_ending(other.start)
                .is_some_and(|phrase| phrase.start <= group.first && phrase.end > group.first)
        });
    let next = sentence.get(group.end);
    no_other
        && next.is_some_and(|next| {
            next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::TO | Tags::NUMBER)
                || next.can(Tags::PREPOSITION | Tags::PARTICLE | Tags::ADVERB | Tags::WH)
                || next.must(Tags::NOUNS | Tags::ADJECTIVE)
                || next.reads(".")
        })
}

/// The number of a subject, with the words that decide it.
pub fn counted(sentence: &Sentence<'_>, subject: &Subject) -> Number {
    let head = &sentence.tokens[subject.head];
    let first = &sentence.tokens[subject.start];
    if first.is(&["each", "every", "either", "neither"]) && subject.start != subject.head {
        return Number::One;
    }
    if head.reads("number") && first.reads("the") {
        return Number::One;
    }
    let of = sentence.at_is(subject.head + 1, &["of"]);
    // "Six is usual": the number itself is meant.
    if !of && subject.start == subject.head && head.may.any(Tags::NUMBER) && !head.may.any(Tags::PRONOUN) {
        return Number::Either;
    }
    if !of
        && head.is_in(sentence.words, "kinds-and-parts")
        && head.can(Tags::NOUN)
        && !head.is_in(sentence.words, "groups-of-people")
    {
        return subject.number;
    }
    if head.reads("number") || head.is_in(sentence.words, "either-number") && !head.can(Tags::NOUNS) {
        return Number::Either;
    }
    if head.is_capital()
        && subject.start == subject.head
        && head.can(Tags::UNKNOWN)
        && !sentence.is_titled(subject.head)
    {
        return Number::Either;
    }
    subject.number
}
