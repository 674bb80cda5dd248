//! A bare verb after "and": I grabbed my coat and run across.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Tense;

use super::{in_past, is_past};

/// I grabbed my coat and run across; failed the exam, tell my parents.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        let other_time = sentence
            .groups
            .iter()
            .any(|other| other.start < group.start && matches!(other.tense, Tense::Present | Tense::Modal));
        let helps = sentence.words.has("helps-bare", sentence.tokens[group.main].verb());
        if !is_past(sentence, group)
            || !group.is_single()
            || sentence.tokens[group.first].is_be()
            || other_time
            || helps
        {
            continue;
        }
        let limit = (group.end + 9).min(sentence.tokens.len());
        let end = (group.end..limit)
            .find(|at| sentence.tokens[*at].is_in(sentence.words, "shift-breaks-bare"))
            .unwrap_or(limit);
        for at in group.end + 1..end {
            let token = &sentence.tokens[at];
            if is_bare_joined(sentence, at) && !slips.iter().any(|slip| slip.place.start == token.start) {
                let base = if token.reads("run") { "run" } else { token.verb() };
                slips.push(in_past(sentence, at, base, "the verb before", group.first));
            }
        }
    }
}

/// Whether "and" and a bare verb with its object stand here.
fn is_bare_joined(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let verbal = token.may.and(Tags::VERBAL);
    let bare = verbal.any(Tags::BASE)
        && !verbal.any(Tags::PAST | Tags::PARTICIPLE)
        && sentence.words.has("bare-joined-verbs", token.verb());
    let object = sentence.get(at + 1).is_some_and(|next| {
        next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN) || next.is_in(sentence.words, "after-bare-joined")
    });
    sentence.before_is(at, &["and"]) && (bare || token.reads("run")) && object
}
