//! One verb of a story in the present among others in the past.

mod bare;
mod beginning;
mod framed;
mod joined;
mod opening;
mod series;
mod story;
mod thought;
mod weighed;

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

/// Whether a word shows the past only.
fn is_past(sentence: &Sentence<'_>, group: &Group) -> bool {
    let verb = &sentence.tokens[group.first];
    let distinct = !verb.may.any(Tags::PARTICIPLE);
    let subject = sentence.phrase_ending(group.first);
    let pronoun = subject.is_some_and(|phrase| {
        phrase.is_pronoun && sentence.tokens[phrase.head].is(&["i", "he", "she", "we", "they", "it"])
    });
    let clause = subject.is_some_and(|phrase| sentence.is_opening(phrase.start))
        && !sentence.at_is(group.end, &["by", "from", "without", "with"]);
    group.tense == Tense::Past && !verb.can(Tags::PRESENT) && !verb.reads("had") && (distinct || pronoun || clause)
}

/// Looks at verbs that "and" joins, and at clauses that a past frame holds.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let mut found = Vec::new();
    look(sentence, &mut found);
    slips.extend(found.into_iter().filter(|slip| !is_at_any_time(sentence, slip)));
}

/// "The way snow goes", "as one goes to the opera", "what to do when a drain stops": what holds at any time, or no verb.
fn is_at_any_time(sentence: &Sentence<'_>, slip: &Slip) -> bool {
    let Some(at) = sentence.tokens.iter().position(|token| token.start == slip.place.start) else {
        return false;
    };
    let verb = &sentence.tokens[at];
    let start = sentence.phrase_ending(at).map_or(at, |phrase| phrase.start);
    let likened = sentence.before_is(start, &["as", "way", "how"])
        || sentence.at_is(start, &["one", "you"])
        || sentence.before_is(start, &["where"]) && sentence.at_is(start, &["they"]);
    let noun = verb.can(Tags::UNKNOWN)
        || verb.may.any(Tags::NOUNS) && sentence.before_is(at, &["and"]) && sentence.before_can(at - 1, Tags::NOUNS);
    let general = sentence.before_is(start, &["when", "while", "before"])
        && sentence.any_is(start.saturating_sub(12), start, &["taught", "learned", "learn", "what"]);
    likened || noun || general
}

fn look(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let finite: Vec<&Group> = sentence.finite().collect();
    for (at, pair) in finite.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // "put" and the like show no time: the verb before them does.
        let earlier = at.checked_sub(1).and_then(|at| finite.get(at)).copied();
        let before = earlier.filter(|_| shows_no_time(sentence, first)).unwrap_or(first);
        slips.extend(joined::judge(sentence, before, second));
        slips.extend(framed::judge(sentence, first, second));
    }
    bare::check(sentence, slips);
    slips.extend(beginning::judge(sentence));
    let told = story::judge(sentence)
        .or_else(|| story::judge_habit(sentence))
        .or_else(|| series::judge(sentence))
        .or_else(|| beginning::judge_joined(sentence))
        .or_else(|| thought::judge(sentence))
        .or_else(|| weighed::judge(sentence));
    if let Some(slip) = told
        && !slips.iter().any(|other| other.place == slip.place)
    {
        slips.push(slip);
    }
}

fn shows_no_time(sentence: &Sentence<'_>, group: &Group) -> bool {
    let verb = &sentence.tokens[group.first];
    let past = sentence.words.irregular(verb.verb()).map(|(past, _)| past);
    past.is_some_and(|past| past == verb.lower && past == verb.verb())
}

/// A verb that belongs in the past, as the verb `told` is.
fn in_past(sentence: &Sentence<'_>, at: usize, lemma: &str, whose: &str, told: usize) -> Slip {
    let past = sentence.form(lemma, Form::Past);
    let message = format!(
        "{whose} is in the past (\"{}\"): \"{past}\"",
        sentence.tokens[told].text
    );
    sentence.slip_at("tense-shift", at, message, past)
}

/// A group in the present as it belongs in the past: "is waiting" as "was waiting", "do not open" as "did not open".
fn past_of(sentence: &Sentence<'_>, group: &Group, told: usize) -> Option<Slip> {
    let verb = &sentence.tokens[group.first];
    let past = match verb.lower.as_str() {
        "is" | "am" => "was",
        "are" => "were",
        "has" | "have" => "had",
        "do" | "does" if !group.is_single() => "did",
        "can" => "could",
        "cannot" => "could not",
        _ if group.is_single() => return Some(in_past(sentence, group.first, verb.verb(), "the story", told)),
        _ => return None,
    };
    let message = format!(
        "the story is in the past (\"{}\"): \"{past}\"",
        sentence.tokens[told].text
    );
    Some(sentence.slip_at("tense-shift", group.first, message, past))
}

/// Whether a verb is past for sure: alone, or after another of its subject.
fn surely_past(sentence: &Sentence<'_>, group: &Group) -> bool {
    let joined = group.tense == Tense::Past && sentence.before_is(group.first, &["and", "then", ","]);
    let verb = &sentence.tokens[group.first];
    let had = verb.reads("had") && group.tense == Tense::Past;
    // "Spoke" and "saw" are also other words, but the past of a verb more often.
    let own_form = group.is_single()
        && group.tense == Tense::Modal
        && sentence
            .words
            .base_of_past(&verb.lower)
            .is_some_and(|base| base != verb.lower);
    joined || had || own_form || is_past(sentence, group)
}

/// Whether the rest of the sentence says that it still holds.
fn lasting(sentence: &Sentence<'_>, at: usize) -> bool {
    let rest = sentence.span(at, sentence.tokens.len());
    rest.iter().any(|token| token.is_in(sentence.words, "lasting-words"))
        || rest
            .windows(3)
            .any(|three| three[0].reads("to") && three[1].reads("this") && three[2].reads("day"))
}
