//! How a clause begins: what joins it to the others, and what stands before its subject.

use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Group;

/// How far before its subject a clause may begin.
const FARTHEST: usize = 9;

/// What joins a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing: it begins the sentence.
    First,
    /// A clause that sets the time stands before it: "when the sheath came out, her color improves".
    Framed,
    /// when, until, before
    When,
    /// and, but, so, a semicolon
    And,
    /// because
    Because,
    /// where
    Where,
}

/// The beginning of a clause.
pub(super) struct Opening {
    /// What joins it.
    pub link: Link,
    /// Its first token.
    pub from: usize,
    /// The first token of its subject.
    pub start: usize,
    /// Its subject.
    pub subject: Phrase,
    /// Whether words that lead on in a story stand before the subject: "then", "within a minute", "by noon".
    pub leads_on: bool,
    /// Whether they say which time that was: "in my third year".
    pub tells_time: bool,
}

impl Opening {
    /// Of the clause of a verb; none where it can not be told, and in a relative clause.
    pub fn of(sentence: &Sentence<'_>, group: &Group) -> Option<Self> {
        let near = sentence.phrase_before(group)?;
        let start = sentence.subject(group).map_or(near.start, |far| far.start);
        let subject = sentence.phrase_starting(start).unwrap_or(near).clone();
        let start = if sentence.is_titled(start) { start - 2 } else { start };
        let at = before(sentence, start);
        let (link, from) = match at {
            None => (Link::First, 0),
            Some(at) => (link(sentence, at)?, at + 1),
        };
        // "For handing in my ward reports": the object of another word.
        let own = at.map_or(start == 0, |at| at + 1 == start);
        if !own && (sentence.group_ending(start).is_some() || sentence.before_can(start, Tags::PREPOSITION | Tags::TO))
        {
            return None;
        }
        // "In 2018, my brother": what stands before the comma belongs to the clause.
        let from = if link == Link::First { 0 } else { from };
        Some(Self {
            link,
            from,
            start,
            leads_on: sentence.any_in(from, start, "story-adverbs") || sentence.any_in(from, start, "story-times"),
            tells_time: tells_time(sentence, from, start),
            subject,
        })
    }
}

impl Opening {
    /// Whether another clause or words of time set the clause in the past.
    pub fn is_set(&self) -> bool {
        matches!(self.link, Link::Framed | Link::When) || self.link == Link::First && self.tells_time
    }
}

/// The token that joins a clause whose subject begins at `start`; none where it begins the sentence.
fn before(sentence: &Sentence<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    while at > 0 && start - at < FARTHEST {
        let token = &sentence.tokens[at - 1];
        // "After that we work": a preposition with its phrase.
        let governs = token.can(Tags::PREPOSITION) && at < start;
        let joins = !governs || token.is_in(sentence.words, "joins-only");
        if joins && token.is_in(sentence.words, "joins-clauses") {
            return Some(at - 1);
        }
        at -= 1;
    }
    (at > 0).then(|| at - 1)
}

fn link(sentence: &Sentence<'_>, at: usize) -> Option<Link> {
    let token = &sentence.tokens[at];
    if token.reads(",") {
        return Some(comma(sentence, at));
    }
    // "The hour when the team is awake": the clause hangs on the noun.
    if token.reads("when") && sentence.before_in(at, "frame-nouns") {
        return None;
    }
    match token.lower.as_str() {
        "and" | "but" | "so" | ";" | "yet" => Some(Link::And),
        "when" | "until" | "before" | "after" | "while" | "once" | "as" | "till" => Some(Link::When),
        "because" => Some(Link::Because),
        "where" => Some(Link::Where),
        _ => None,
    }
}

/// What stands before a comma: a clause of time, words of time, or another clause.
fn comma(sentence: &Sentence<'_>, at: usize) -> Link {
    let verbs = sentence.finite().filter(|group| group.end <= at).count();
    let time = sentence.at_is(0, &["by", "the"]) && sentence.any_in(1, 4, "frame-nouns");
    let opens = sentence.at_in(0, "opens-frame") || time;
    match verbs {
        0 => Link::First,
        _ if opens && sentence.comma() == Some(at) => Link::Framed,
        _ => Link::And,
    }
}

/// Whether the tokens say when that was.
fn tells_time(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let governed = sentence.at_can(from, Tags::PREPOSITION) || sentence.at_in(from, "opens-time");
    governed && sentence.any_in(from, to, "times-of-life")
}
