//! Times that are over: I have graduated in 2014; last year I study.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Chunk, Tags, Token};
use crate::grammar::language::verb_group::{Group, Tense};

use super::clause;

/// A clause with words that say that its time is over.
struct Over {
    /// The first token of the clause.
    start: usize,
    /// The token after its last.
    end: usize,
    /// The first token of those words.
    from: usize,
    /// The token after their last.
    to: usize,
}

/// I have graduated in 2014; last year I study; in 2012 my family move.
pub fn over(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.finite() {
        let (start, end) = clause(sentence, group.first);
        // "Yesterday, before clinic, I call": the words that the sentence begins with hold for its first clause.
        let begins = |end: usize| over_time(sentence, 0, 0, end).filter(|(_, to)| sentence.at_is(*to, &[","]));
        let is_first = sentence.finite().next().is_some_and(|first| first.start == group.start);
        let told = (start..end)
            .find_map(|at| over_time(sentence, start, at, end))
            .or_else(|| begins(end).filter(|_| is_first && sentence.before_is(start, &["before", "after"])));
        if let Some((from, to)) = told {
            slips.extend(judge(sentence, group, &Over { start, end, from, to }));
        }
    }
}

fn is_year(token: &Token) -> bool {
    token.lower.len() == 4
        && token.lower.chars().all(|c| c.is_ascii_digit())
        && token.lower.as_str() < "2026"
        && token.lower.as_str() > "1900"
}

/// Whether the sentence says somewhere that its time is over.
pub(super) fn is_over(sentence: &Sentence<'_>) -> bool {
    let end = sentence.tokens.len();
    (0..end).any(|at| over_time(sentence, 0, at, end).is_some())
}

/// Words at token `at` of a clause that say that its time is over: their first token and the one after their last.
fn over_time(sentence: &Sentence<'_>, start: usize, at: usize, end: usize) -> Option<(usize, usize)> {
    let token = &sentence.tokens[at];
    let next = sentence.get(at + 1).filter(|_| at + 1 < end);
    let unit = |token: &Token| token.is_in(sentence.words, "time-units");
    let found = match token.lower.as_str() {
        "yesterday" => !next.is_some_and(|next| next.reads("'s")),
        "ago" if at > start => {
            let counted = sentence.any_is(start, at, &["from", "since", "than", "of"]);
            return (!counted).then_some((at.saturating_sub(2).max(start), at + 1));
        }
        "last" => next.is_some_and(unit) && !sentence.before_in(at, "not-last"),
        "on" => next.is_some_and(|next| next.is_capital() && next.is_in(sentence.words, "weekdays")),
        word => {
            let spans = ["since", "until", "by", "from", "of", "to", "between"];
            (word == "in" || token.is_capital() && unit(token))
                && next.is_some_and(is_year)
                && !sentence.any_is(at.saturating_sub(2).max(start), at, &spans)
                && !token.can(Tags::NUMBER)
        }
    };
    let end = if token.reads("yesterday") { at + 1 } else { at + 2 };
    found.then_some((at, end))
}

/// Whether a word leads up to now; "from" does so before a time, and not in "graduated from".
fn spans_to_now(sentence: &Sentence<'_>, at: usize) -> bool {
    let place = sentence.at_is(at, &["from"])
        && sentence
            .get(at + 1)
            .is_some_and(|next| !next.can(Tags::NUMBER) && !next.is_in(sentence.words, "time-units"));
    sentence.at_in(at, "spans-to-now") && !place
}

fn judge(sentence: &Sentence<'_>, group: &Group, over: &Over) -> Option<Slip> {
    let governed = sentence.before_in(over.from, "span-prepositions")
        || over.start > 0
            && over.from < group.first
            && sentence.any_is(
                over.start.saturating_sub(2),
                over.from,
                &["since", "until", "through", "between"],
            );
    // "Have graduated last year and moved": what "and" joins after those words has its own time.
    let others = sentence
        .finite()
        .filter(|other| other.start >= over.start && other.end <= over.end)
        .filter(|other| !(other.start >= over.to && sentence.before_is(other.first, &["and", "then"])))
        .count();
    // "In January, passed it, and have had none since": what "and" joins may have another time.
    let joined = over.to < group.start && sentence.any_is(over.to, group.start, &["and", "but"]);
    // An adverbial far to the right may belong to a noun: "have read the guideline that was written in 2016".
    if governed
        || joined && group.perfect
        || sentence.is_caused(group)
        || others != 1 && over.from > group.first
        || (over.start..over.end).any(|at| spans_to_now(sentence, at))
    {
        return None;
    }
    if group.perfect && sentence.tokens[group.first].is(&["have", "has", "'ve"]) {
        perfect(sentence, group, over)
    } else {
        present(sentence, group, over)
    }
}

/// Whether the words that tell the time stand right after a noun, which they may belong to.
fn follows_noun(sentence: &Sentence<'_>, group: &Group, over: &Over) -> bool {
    over.from > group.end && sentence.before_can(over.from, Tags::NOUN | Tags::NOUNS | Tags::NAME)
}

/// I have graduated in 2014.
fn perfect(sentence: &Sentence<'_>, group: &Group, over: &Over) -> Option<Slip> {
    let main = &sentence.tokens[group.main];
    let of_noun =
        follows_noun(sentence, group, over) && main.is(&["been", "seen", "read"]) && over.from > group.end + 4;
    // "I have sat it three times, in January and in May", "since then I have passed it (May 2024)".
    let told_apart = sentence.any_is(group.end, over.to + 1, &["times", "twice", "once", "("])
        || sentence.any_is(0, group.first, &["since"])
        || sentence.any_is(group.end, over.from, &[","]);
    // "I came back in September 2020, have not missed a day": the time is that of the verb before it.
    let of_another = over.to <= group.first
        && sentence.any_is(over.to, group.first, &[","])
        && sentence.finite().any(|other| other.end <= over.from);
    let weekday = sentence.at_is(over.to, &["mornings", "afternoons", "evenings", "nights"]);
    if group.main == group.first || of_noun || told_apart || of_another || weekday {
        return None;
    }
    let when = sentence.text(over.from, over.to);
    let message = format!("a time that is over (\"{when}\") wants the simple past");
    let put = (!group.passive && !group.progressive).then(|| {
        let mut words = sentence.text(group.first + 1, group.main);
        if !words.is_empty() {
            words.push(' ');
        }
        words + &sentence.form(main.verb(), Form::Past)
    });
    Some(sentence.slip("tense-past", group.first, group.end, message, put.into_iter().collect()))
}

/// Last year I study.
fn present(sentence: &Sentence<'_>, group: &Group, over: &Over) -> Option<Slip> {
    let first = &sentence.tokens[group.first];
    let subject = sentence.phrase_ending(group.first).is_some()
        || sentence
            .before(group.first)
            .is_some_and(|token| token.must(Tags::ADVERB));
    let stands = group.is_single()
        && group.tense == Tense::Present
        && !first.may.any(Tags::PAST)
        && over.from < group.first + 30
        && subject;
    let long = |phrase: &Phrase| phrase.end - phrase.start > over.to - over.from + 1;
    let inside = sentence
        .phrases
        .iter()
        .any(|phrase| phrase.start <= over.from && over.from < phrase.end && long(phrase));
    let be_fits = !first.is_be() || over.from == over.start && sentence.before_can(group.first, Tags::PRONOUN);
    if !stands
        || inside
        || !be_fits
        || first.reads("except")
        || !is_meant(sentence, group, over)
        || sentence.any_is(over.start, group.first, &["what"])
        || sentence.any_is(over.from, group.first.max(over.from), &["and"])
    {
        return None;
    }
    let when = sentence.text(over.from, over.to);
    let past = sentence.form(first.verb(), Form::Past);
    let message = format!("a time that is over (\"{when}\") wants the simple past: \"{past}\"");
    Some(sentence.slip_at("tense-past", group.first, message, past))
}

/// Whether the words that tell the time belong to the verb: they stand before it, or after it and no noun.
fn is_meant(sentence: &Sentence<'_>, group: &Group, over: &Over) -> bool {
    let (first, from) = (&sentence.tokens[group.first], &sentence.tokens[over.from]);
    let in_year = from.reads("in") || from.is_capital() && sentence.at_can(over.from + 1, Tags::NUMBER);
    if over.from < group.first {
        let unlikely = in_year && over.from > over.start;
        let person = sentence.before_is(group.first, &["i", "he", "she", "we", "they"]);
        !unlikely && (person || !first.may.any(Tags::NOMINAL) || first.chunk == Chunk::Verb)
    } else {
        !in_year
            && !follows_noun(sentence, group, over)
            && !first.is_be()
            && !first.is_in(sentence.words, "reporting-now")
    }
}

/// When I was a child, my village has.
pub fn childhood(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    slips.extend(judge_childhood(sentence));
}

fn judge_childhood(sentence: &Sentence<'_>) -> Option<Slip> {
    if !sentence.at_is(0, &["when", "while", "as"]) {
        return None;
    }
    let comma = sentence.comma()?;
    let past = sentence.finite().find(|group| group.end <= comma)?;
    let main = sentence.finite().find(|group| group.start > comma)?;
    let (before, verb) = (&sentence.tokens[past.first], &sentence.tokens[main.first]);
    let near = sentence
        .phrase_starting(comma + 1)
        .is_some_and(|phrase| phrase.end == main.first || phrase.end + 1 == main.first);
    let general = sentence.any_is(comma, main.first, &["now", "still", "today", "always"])
        || sentence.at_is(main.end, &["now", "still"]);
    if past.tense != Tense::Past
        || before.reads("had")
        || !main.is_single()
        || main.tense != Tense::Present
        || !near
        || general
        || verb.may.any(Tags::PAST)
        || sentence.words.has("thinks-in-present", verb.verb())
    {
        return None;
    }
    let right = sentence.form(verb.verb(), Form::Past);
    let message = format!("the sentence is in the past (\"{}\"): \"{right}\"", before.text);
    Some(sentence.slip_at("tense-shift", main.first, message, right))
}
