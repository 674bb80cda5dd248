//! What began in the past and goes on: I am working here since March; I know him for ten years.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

use super::clause;

/// The word that says since when or for how long.
fn duration(sentence: &Sentence<'_>, start: usize, end: usize) -> Option<usize> {
    (start..end).find(|at| match sentence.tokens[*at].lower.as_str() {
        "since" => sentence.get(at + 1).is_some_and(|next| {
            let dated = next.can(Tags::NUMBER)
                || next.is_capital() && !next.reads("i")
                || next.is_in(sentence.words, "since-starts");
            dated && !next.can(Tags::PRONOUN)
        }),
        "for" => is_long(sentence, *at, end),
        _ => false,
    })
}

/// "for two years", "for many years now", "for the past decade", and not "for the years".
fn is_long(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let counts = ["many", "several", "almost", "nearly", "over", "more"];
    let known = sentence.at_can(at + 1, Tags::NUMBER)
        || sentence.at_is(at + 1, &counts)
        || sentence.at_is(at + 1, &["the"]) && sentence.at_is(at + 2, &["past", "last"]);
    known && (at + 2..(at + 6).min(end)).any(|on| sentence.at_in(on, "long-units"))
}

/// I am working here since March; I know him for ten years.
pub fn since(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.finite() {
        let (start, _) = clause(sentence, group.first);
        // "since" ends a clause elsewhere; here the clause goes on over it.
        let end = (group.end..sentence.tokens.len())
            .find(|at| {
                // "We are trying to recruit": the verb goes on.
                let aim = group.progressive && *at == group.end && sentence.at_is(*at, &["to"]);
                sentence.tokens[*at].is_in(sentence.words, "since-bounds") && !aim
            })
            .unwrap_or(sentence.tokens.len());
        let found = duration(sentence, group.end, end).or_else(|| leading(sentence, group, start));
        if let Some(at) = found {
            slips.extend(judge(sentence, group, at));
        }
    }
}

/// The slip of a present with "since" or "for" at token `at`.
fn judge(sentence: &Sentence<'_>, group: &Group, at: usize) -> Option<Slip> {
    let first = &sentence.tokens[group.first];
    let subject = sentence
        .phrase_ending(group.first)
        .is_some_and(|phrase| sentence.is_opening(phrase.start))
        || sentence.before(group.first).is_some_and(|before| {
            before.is(&["i", "he", "she", "we", "they", "who", "and"]) || before.must(Tags::ADVERB)
        });
    let far = at > group.end + 9;
    let is_it = first.is_be() && sentence.before_is(group.first, &["it", "what", "this", "there"]);
    // "'s been" and "have by now stayed" are the perfect, though not at once.
    let perfect = first.reads("'s") && !sentence.tokens[group.main].can(Tags::ING)
        || main_is_have(sentence, group) && sentence.at_can(group.end, Tags::PREPOSITION);
    if perfect
        || sentence.is_caused(group)
        || group.tense != Tense::Present
        || group.perfect
        || !subject
        || first.may.any(Tags::PAST)
        || far
        || is_it
        || first.is_be() && group.passive
        || !goes_on(sentence, group, at)
    {
        return None;
    }
    let put = perfect_of(sentence, group);
    let how = if sentence.tokens[at].reads("for") {
        "what began in the past and goes on"
    } else {
        "\"since\""
    };
    let message = format!("{how} wants the present perfect: \"{put}\"");
    Some(sentence.slip("tense-perfect", group.first, group.end, message, vec![put]))
}

fn main_is_have(sentence: &Sentence<'_>, group: &Group) -> bool {
    group.is_single() && sentence.tokens[group.main].is_verb("have")
}

/// Whether the verb tells what goes on; "for two years" may lie ahead: the board is closed for two weeks.
fn goes_on(sentence: &Sentence<'_>, group: &Group, at: usize) -> bool {
    let (first, main) = (&sentence.tokens[group.first], &sentence.tokens[group.main]);
    let verb = main.verb();
    let state = sentence.words.has("states", verb);
    let now = sentence.any_is(at, at + 6, &["now"])
        || state && !first.is_be() && group.is_single()
        || group.progressive && main.is_in(sentence.words, "lasting-ing");
    if sentence.tokens[at].reads("for") {
        now && !["need", "plan", "want", "hope", "take", "last", "remain"].contains(&verb)
    } else {
        now || verb == "have" || verb != "like" && (state || first.is_be() || group.progressive)
    }
}

fn perfect_of(sentence: &Sentence<'_>, group: &Group) -> String {
    let (first, main) = (&sentence.tokens[group.first], &sentence.tokens[group.main]);
    let one = first.can(Tags::THIRD) || first.is(&["is", "has", "'s"]);
    let have = if one { "has" } else { "have" };
    if first.is_be() && group.progressive {
        format!("{have} been {}", main.text)
    } else if first.is_be() {
        format!("{have} been")
    } else {
        format!("{have} {}", sentence.form(main.verb(), Form::Participle))
    }
}

/// "Since 2019, I am", "For ten years now my mother lives".
fn leading(sentence: &Sentence<'_>, group: &Group, start: usize) -> Option<usize> {
    if start > 1 || group.first >= 12 || !sentence.at_is(0, &["since", "for"]) {
        return None;
    }
    let at = duration(sentence, 0, group.first)?;
    (sentence.tokens[at].reads("since") || sentence.any_is(at, at + 5, &["now"])).then_some(at)
}

/// Since I arrived, I saw more than two hundred.
pub fn past_since(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    slips.extend(judge_past(sentence));
}

fn judge_past(sentence: &Sentence<'_>) -> Option<Slip> {
    let comma = sentence.comma()?;
    let main = sentence.finite().find(|group| group.start > comma)?;
    let verb = &sentence.tokens[main.first];
    let subject = sentence
        .phrase_starting(comma + 1)
        .is_some_and(|phrase| phrase.end == main.first);
    if !subject
        || !main.is_single()
        || verb.is(&["had", "'s"])
        || !tells_begin(sentence, comma, main)
        || sentence.any_is(comma, sentence.tokens.len(), &["ago", "yesterday", "last", "when"])
    {
        return None;
    }
    let one = sentence.tokens[comma + 1].is(&["he", "she", "it"]);
    let have = if one { "has" } else { "have" };
    let lemma = if verb.is_be() { "be" } else { verb.verb() };
    let put = format!("{have} {}", sentence.form(lemma, Form::Participle));
    let message = format!("what goes on since then wants the present perfect: \"{put}\"");
    Some(sentence.slip_at("tense-perfect", main.first, message, put))
}

/// Whether what stands before the comma tells when it began, and not why: "since I had no car".
fn tells_begin(sentence: &Sentence<'_>, comma: usize, main: &Group) -> bool {
    let ever = sentence.at_is(0, &["ever"]) && sentence.at_is(1, &["since"]);
    // "In the two years since I left".
    let verb = &sentence.tokens[main.first];
    let span = sentence.at_is(0, &["in", "over", "during"])
        && (2..6).any(|at| sentence.at_in(at, "long-units") && sentence.at_is(at + 1, &["since"]));
    if !ever && !span && !sentence.at_is(0, &["since"]) {
        return false;
    }
    let earlier: Vec<&Group> = sentence.finite().filter(|group| group.end <= comma).collect();
    match (earlier.as_slice(), main.tense) {
        ([only], Tense::Past) => {
            // "Since the day I failed" tells a time, "since I failed" may tell why.
            let day = sentence.any_is(
                1,
                4,
                &["day", "moment", "time", "night", "year", "summer", "morning", "week"],
            );
            let change = sentence
                .words
                .has("moments-of-change", sentence.tokens[only.main].verb());
            day || span || change && !verb.is_be()
        }
        ([], Tense::Past | Tense::Present) => {
            let state = sentence.words.has("states", sentence.tokens[main.first].verb());
            let dated = sentence.phrase_starting(1).is_some_and(|phrase| !phrase.is_pronoun)
                || sentence
                    .span(0, comma)
                    .iter()
                    .any(|token| token.is(&["then", "childhood", "graduation"]) || token.can(Tags::NUMBER));
            (ever || dated) && (main.tense == Tense::Past || state)
        }
        _ => false,
    }
}
