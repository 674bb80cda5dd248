//! Several pasts and one present among them: I failed the exam, tell my parents, and passed; it went flat, and then he asks me.

use crate::grammar::Slip;
use crate::grammar::language::checks::tense::over::is_over;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

use super::{in_past, is_past};

/// I failed the exam, tell my parents, and passed; when I was a child, there is no light: each present by the pasts around it.
pub fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    let finite: Vec<&Group> = sentence.finite().collect();
    (1..finite.len()).find_map(|at| {
        let (before, group) = (finite[..at].last()?, finite[at]);
        let denied = sentence.tokens[group.first].is(&["do", "does"]);
        if group.tense != Tense::Present || !(group.is_single() || denied) || sentence.tokens[group.first].quoted {
            return None;
        }
        row(sentence, before, group, finite.get(at + 1).copied())
            .or_else(|| last(sentence, &finite[..at], group))
            .or_else(|| framed_by_when(sentence, before, group))
            .or_else(|| shared(sentence, &finite[..at], group, finite.get(at + 1).copied()))
    })
}

/// I failed the exam in June, tell my parents in July, and passed in October.
fn row(sentence: &Sentence<'_>, before: &Group, group: &Group, after: Option<&Group>) -> Option<Slip> {
    let after = after?;
    let verb = &sentence.tokens[group.first];
    let joined = |group: &Group| {
        let mut at = group.start;
        while at > 0 && sentence.tokens[at - 1].must(Tags::ADVERB) {
            at -= 1;
        }
        sentence.before_is(at, &[",", "and"])
    };
    let goes_on = sentence.get(group.end).is_some_and(|next| {
        next.can(
            Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::PREPOSITION | Tags::PARTICLE | Tags::ADVERB,
        ) || next.must(Tags::NOMINAL | Tags::NUMBER)
    });
    let told = tells_past(sentence, before) && tells_past(sentence, after);
    let plain = joined(group)
        && joined(after)
        && goes_on
        && group.is_single()
        && !verb.may.any(Tags::PAST)
        && !sentence.any_in(before.end, after.start, "shift-breaks-joined")
        && !sentence.any_in(before.end, after.start, "lasting-words")
        && !has_loose_verb(sentence, before.end, group.start);
    (told && plain).then(|| in_past(sentence, group.first, verb.verb(), "the verb before", before.first))
}

/// The fellow swore, and I reach for the syringe; and within a minute her breathing slows.
fn last(sentence: &Sentence<'_>, earlier: &[&Group], group: &Group) -> Option<Slip> {
    let phrase = subject(sentence, group)?;
    let lead = lead(sentence, phrase.start)?;
    let before = earlier.last()?;
    let (verb, words) = (&sentence.tokens[group.first], sentence.words);
    let lemma = verb.verb();
    let pasts = earlier.iter().filter(|other| is_past(sentence, other)).count();
    let firm = lead.leads_on || is_scene(sentence) && !is_over_in(sentence, phrase.start);
    let all = pasts == earlier.len();
    let moment =
        words.has("moments", lemma) && !words.has("moment-also-general", lemma) && !words.has("lasting", lemma);
    let known = |list: &str| words.has(list, lemma);
    let object = sentence
        .get(group.end)
        .is_some_and(|next| next.can(Tags::DETERMINER | Tags::PRONOUN | Tags::POSSESSIVE));
    // Told by the clock, even what may last is one deed: "and we find a tear".
    let dynamic = if known("reporting-now") || known("light-states") && !known("moments") {
        false
    } else if known("thinks") || known("lasting") {
        object && (lead.leads_on || is_clocked(sentence))
    } else {
        lead.leads_on || !known("states")
    };
    let enough = firm && dynamic || pasts > 1 && all && moment;
    let broken = sentence.any_in(before.end, group.start, "shift-breaks-framed")
        || sentence.any_in(
            phrase.start.saturating_sub(5),
            clause_end(sentence, group),
            "lasting-words",
        )
        || sentence.any_in(clause_end(sentence, group), sentence.tokens.len(), "always-words")
        || sentence.tokens[before.first].quoted
        || words.has("timeless", sentence.tokens[phrase.head].noun())
        || sentence.before_is(lead.at, &["that"]);
    let is_wrong = tells_past(sentence, before)
        && enough
        && !broken
        && !verb.is_be()
        && !verb.is(&["has", "have", "do", "does"])
        && !verb.may.any(Tags::PAST)
        && !sentence.is_caused(group)
        && !sentence.is_question();
    is_wrong.then(|| in_past(sentence, group.first, lemma, "the story", before.first))
}

/// How a clause is joined to the one before it.
struct Lead {
    /// The conjunction.
    at: usize,
    /// Whether words stand there that lead on in a story: "and then", "and within a minute".
    leads_on: bool,
}

/// What stands between the conjunction and the subject.
fn lead(sentence: &Sentence<'_>, start: usize) -> Option<Lead> {
    let from = start.saturating_sub(6);
    let at = (from..start)
        .rev()
        .find(|at| sentence.tokens[*at].is(&["and", ",", ";", "so"]))?;
    let between = sentence.span(at + 1, start);
    let leads_on = match between {
        [] => false,
        [first, ..] => {
            let timed = between
                .last()
                .is_some_and(|last| last.is_in(sentence.words, "story-times"));
            first.is_in(sentence.words, "story-adverbs") && between.len() == 1
                || first.is(&["within", "after", "in", "at"]) && timed
        }
    };
    let comma = sentence.tokens[at].reads(",");
    let at = if comma && sentence.before_is(at, &["then"]) {
        at - 1
    } else {
        at
    };
    (between.is_empty() && !comma || leads_on).then_some(Lead { at, leads_on })
}

/// When I was a child, there is no light; when he arrived, the room is full.
fn framed_by_when(sentence: &Sentence<'_>, before: &Group, group: &Group) -> Option<Slip> {
    let comma = sentence.comma()?;
    let phrase = subject(sentence, group).map(|phrase| sentence.subject(group).map_or(phrase.start, |far| far.start));
    let there = sentence.before_is(group.start, &["there"]).then(|| group.start - 1);
    let opens = phrase.or(there) == Some(comma + 1);
    let verb = &sentence.tokens[group.first];
    let end = clause_end(sentence, group);
    let framed = sentence.at_is(0, &["when", "while", "as"])
        && before.end <= comma
        && sentence
            .finite()
            .next()
            .is_some_and(|first| first.first == before.first)
        && is_past(sentence, before)
        && opens;
    let held = sentence.any_in(comma, end, "lasting-words")
        || sentence.words.has("reporting-now", verb.verb()) && !verb.is_be()
        || group.is_single() && sentence.words.has("thinks", verb.verb()) && !verb.must(Tags::THIRD)
        || sentence.at_is(comma + 1, &["what", "that", "this", "it"])
        || sentence.any_is(group.end, sentence.tokens.len(), &[";", ":"])
        || verb.is(&["'s", "'m", "'re", "has", "have"]);
    if !framed || held || verb.may.any(Tags::PAST) || sentence.is_question() {
        return None;
    }
    if verb.is_be() {
        let past = if verb.reads("are") { "were" } else { "was" };
        let told = &sentence.tokens[before.first].text;
        let message = format!("the sentence is in the past (\"{told}\"): \"{past}\"");
        return Some(sentence.slip_at("tense-shift", group.first, message, past));
    }
    Some(in_past(
        sentence,
        group.first,
        verb.verb(),
        "the sentence",
        before.first,
    ))
}

/// I followed my uncle, who mixes syrups and told me stories: nobody but the uncle can have told me.
fn shared(sentence: &Sentence<'_>, earlier: &[&Group], group: &Group, after: Option<&Group>) -> Option<Slip> {
    let (main, after) = (earlier.first()?, after?);
    let verb = &sentence.tokens[group.first];
    let mine = sentence.before_is(main.start, &["i"]) && is_past(sentence, main);
    let his = verb.must(Tags::THIRD) && !verb.is_be() && sentence.any_is(main.end, group.start, &["who", "where"]);
    let joined = sentence.before_is(after.start, &["and"]) && after.tense == Tense::Past;
    let me = sentence.at_is(after.end, &["me"]);
    let plain = !sentence.any_is(group.end, after.start, &["who", "that", "which", "i", ";"])
        && !sentence.any_in(main.end, after.start, "lasting-words");
    (mine && his && joined && me && plain && earlier.len() == 1)
        .then(|| in_past(sentence, group.first, verb.verb(), "the verb after", after.first))
}

/// Whether a verb is past for sure, or stands in a row with others.
fn tells_past(sentence: &Sentence<'_>, group: &Group) -> bool {
    let verb = &sentence.tokens[group.first];
    let read = group.tense == Tense::Modal && verb.may.any(Tags::PAST);
    group.tense == Tense::Past || read || is_past(sentence, group)
}

/// Whether a verb without a time stands between, that a bare verb may go with: "to sit and explain".
fn has_loose_verb(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    let mut groups = sentence.groups.iter();
    groups.any(|group| group.start >= start && group.end <= end && !group.is_finite())
}

fn subject<'s>(sentence: &'s Sentence<'_>, group: &Group) -> Option<&'s Phrase> {
    sentence.phrase_before(group).filter(|phrase| {
        let head = &sentence.tokens[phrase.head];
        let person = phrase.is_pronoun && head.is(&["i", "he", "she", "we", "they"]);
        let anybody = head.is(&["nobody", "everybody", "everyone", "somebody", "someone"]);
        person || anybody || !phrase.is_pronoun && phrase.determiner.is_some() && !head.can(Tags::NOUNS)
    })
}

/// Where the clause of a verb ends.
fn clause_end(sentence: &Sentence<'_>, group: &Group) -> usize {
    (group.end..sentence.tokens.len())
        .find(|at| sentence.tokens[*at].is(&["that", "which", "who", ";", ":"]))
        .unwrap_or(sentence.tokens.len())
}

/// Whether the sentence tells of one time that is over.
fn is_scene(sentence: &Sentence<'_>) -> bool {
    is_over(sentence) || is_clocked(sentence)
}

/// Whether it tells of one night or one hour: "at 3 a.m.", "at midnight", "that morning".
fn is_clocked(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.windows(2).any(|two| match two {
        [one, two] => {
            let clock = one.can(Tags::NUMBER) && two.is(&["a", "p", "am", "pm", "a.m", "p.m", "o'clock"]);
            let at = one.is(&["at"]) && two.is(&["noon", "midnight", "night", "dawn", "dusk"]);
            let that = one.is(&["that", "one"]) && two.is(&["night", "morning", "evening", "afternoon", "day"]);
            clock || at || that
        }
        _ => false,
    })
}

/// Whether the clause that begins here says by itself that its time is over.
fn is_over_in(sentence: &Sentence<'_>, start: usize) -> bool {
    sentence.any_is(start, sentence.tokens.len(), &["ago", "yesterday"])
}
