//! Verb groups: auxiliaries and main verb.

use super::token::{Chunk, Tags, Token};

/// The time that the first verb of a group shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// goes
    Present,
    /// went
    Past,
    /// would go
    Modal,
    /// to go, going
    None,
}

/// A group of verbs that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its first token; "to" belongs to it.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// The first verb: the one that agrees with the subject.
    pub first: usize,
    /// The main verb.
    pub main: usize,
    /// Its tense.
    pub tense: Tense,
    /// have + participle
    pub perfect: bool,
    /// be + -ing
    pub progressive: bool,
    /// be + participle
    pub passive: bool,
}

impl Group {
    /// Whether it has a tense of its own.
    pub fn is_finite(&self) -> bool {
        self.tense != Tense::None
    }

    /// Whether "to" stands before it.
    pub fn is_infinitive(&self) -> bool {
        self.start < self.first
    }

    /// Whether it is one verb alone.
    pub fn is_single(&self) -> bool {
        self.first == self.main
    }
}

/// All groups of a sentence, from left to right.
pub fn groups(tokens: &[Token]) -> Vec<Group> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match group_at(tokens, at) {
            Some(group) => {
                at = group.end;
                found.push(group);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a token is a verb here.
fn is_verb(token: &Token) -> bool {
    let verbal = token.can(Tags::VERBAL | Tags::MODAL);
    let nominal = token.can(Tags::NOMINAL | Tags::ADJECTIVAL);
    verbal && (!nominal || token.chunk == Chunk::Verb)
}

/// What joins an auxiliary to the verb after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// will go, did go
    Bare,
    /// have gone
    Perfect,
    /// is going
    Progressive,
    /// is seen
    Passive,
}

fn group_at(tokens: &[Token], start: usize) -> Option<Group> {
    let infinitive = tokens[start].reads("to")
        && tokens
            .get(start + 1)
            .is_some_and(|next| next.can(Tags::BASE) && !(next.chunk == Chunk::Noun && next.can(Tags::NOMINAL)));
    let first = if infinitive { start + 1 } else { start };
    if !is_verb(&tokens[first]) && !infinitive {
        return None;
    }
    let mut main = first;
    let mut links = Vec::new();
    while let Some(next) = after_adverbs(tokens, main + 1) {
        let Some(link) = link(&tokens[main], &tokens[next], next == main + 1) else {
            break;
        };
        links.push(link);
        main = next;
    }
    Some(Group {
        start,
        end: main + 1,
        first,
        main,
        tense: if infinitive { Tense::None } else { tense(&tokens[first]) },
        perfect: links.contains(&Link::Perfect),
        progressive: links.contains(&Link::Progressive),
        passive: links.contains(&Link::Passive),
    })
}

/// How a verb helps the word after it; none where it does not.
fn link(verb: &Token, word: &Token, is_adjacent: bool) -> Option<Link> {
    let in_noun = word.chunk == Chunk::Noun;
    if verb.must(Tags::MODAL) || verb.is_verb("do") && word.can(Tags::BASE) && !in_noun {
        return (word.can(Tags::BASE) && (!in_noun || is_adjacent)).then_some(Link::Bare);
    }
    if verb.is_verb("have") && word.may.any(Tags::PARTICIPLE) && !in_noun && !word.can(Tags::DETERMINER) {
        return Some(Link::Perfect);
    }
    if !verb.is_be() || in_noun || word.must(Tags::NOMINAL | Tags::ADJECTIVAL) {
        return None;
    }
    if word.may.any(Tags::ING) {
        Some(Link::Progressive)
    } else {
        word.may.any(Tags::PARTICIPLE).then_some(Link::Passive)
    }
}

/// The time that a verb shows.
fn tense(verb: &Token) -> Tense {
    if verb.can(Tags::MODAL) {
        Tense::Modal
    } else if verb.reads("have") {
        // "The years in between have": taken for bare, but nothing governs it.
        Tense::Present
    } else if verb.can(Tags::PAST) && !verb.can(Tags::PRESENT | Tags::THIRD) {
        Tense::Past
    } else if verb.can(Tags::PRESENT | Tags::THIRD) && !verb.can(Tags::PAST) {
        Tense::Present
    } else if verb.must(Tags::PARTICIPLE | Tags::ING | Tags::BASE | Tags::NOMINAL | Tags::ADJECTIVAL) {
        Tense::None
    } else {
        // read, put, cut: which time is meant can not be told.
        Tense::Modal
    }
}

/// The first token from `at` on that is no adverb.
fn after_adverbs(tokens: &[Token], mut at: usize) -> Option<usize> {
    while tokens
        .get(at)
        .is_some_and(|token| token.can(Tags::ADVERB | Tags::NOT) && !token.can(Tags::VERBAL))
    {
        at += 1;
    }
    (at < tokens.len()).then_some(at)
}
