//! The path to IR: from an earlier specialty, and through an unsuccessful match.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::lexicon::{Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::decision::Decision;
use crate::story::field;
use crate::story::path::{NEWS, OTHER_TRAINING, UNMATCHED};
use crate::story::{Episode, Family};

use super::own;
use super::target::{spoken, target_in};

/// Words that show which match is meant.
const APPLIED: [&str; 9] = [
    "applied",
    "apply",
    "application",
    "applications",
    "programs",
    "residency",
    "cycle",
    "season",
    "unmatched",
];

/// `unbridged-switch`: an earlier specialty without how the applicant came from it to IR or what it gave them.
pub(in crate::lints) fn unbridged_switch(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for (episode, rule) in draft.sure_of(Decision::Unbridged, rule) {
        if let Some((at, field)) = earlier_field(draft, episode) {
            findings.push(rule.finding(draft.sentence(at), &[("field", spoken(field.class))]));
        } else if let Some(event) = draft.event_of(episode) {
            findings.push(rule.finding_saying("unnamed", draft.sentence(event), &[]));
        }
    }
}

/// The sentence of an episode that tells training or an application in another specialty, and that specialty.
fn earlier_field(draft: &Draft, episode: &Episode) -> Option<(usize, Mark)> {
    let told = || episode.sentences.iter().copied();
    let named = |at: usize| Some((at, field_left(draft, at)?));
    let says = |at: &usize| draft.story.tellings[*at].is_event() || draft.marks.has_any(*at, &OTHER_TRAINING);
    told().filter(says).find_map(named).or_else(|| told().find_map(named))
}

/// The other specialty that a sentence names; a preliminary year is a step on the way to any, what is wished for is not
/// left, and three fields in a row are rotations or subjects of an exam.
fn field_left(draft: &Draft, at: usize) -> Option<Mark> {
    let marks = draft.marks.of_sentence(at);
    let form = [class::OTHER_TARGET, class::OTHER_TARGET_FORM];
    let preliminary = draft.marks.has(at, class::PARTIAL_MATCH) && !draft.marks.has(at, class::OTHER_TRAINING);
    if draft.marks.has_any(at, &form) || target_in(draft, at).is_some() || is_list(marks) || preliminary {
        return None;
    }
    let half = |mark: &Mark| {
        let mut halves = draft.marks.in_sentence(at, class::PARTIAL_MATCH);
        halves.any(|half| half.words.overlaps(mark.words))
    };
    let mut named = marks.iter().filter(|mark| field::is_specialty(mark.class));
    named.find(|mark| !half(mark)).copied()
}

/// Whether marks name three fields or more.
fn is_list(marks: &[Mark]) -> bool {
    let fields: BTreeSet<&str> = marks
        .iter()
        .filter(|mark| field::is_specialty(mark.class))
        .map(|mark| mark.class.name())
        .collect();
    fields.len() > 2
}

/// `unchanged-reapplication`: an unsuccessful match without anything concrete that is new since.
pub(in crate::lints) fn unchanged_reapplication(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for (episode, rule) in draft.sure_of(Decision::Unchanged, rule) {
        let unmatched = |at: &usize| draft.marks.has_any(*at, &UNMATCHED);
        let told = || episode.sentences.iter().copied().filter(unmatched);
        let event = told()
            .find(|&at| draft.story.tellings[at].is_event())
            .or_else(|| told().next());
        if let Some(at) = event.or_else(|| draft.event_of(episode)) {
            findings.push(rule.finding(draft.sentence(at), &[]));
        }
    }
    let is_path = |episode: &Episode| episode.flag.family() == Family::Path;
    if !draft.story.episodes.iter().any(is_path) {
        said_in_passing(draft, rule, findings);
    }
}

/// A short text may say no more than that the applicant did not match: too little for an episode.
fn said_in_passing(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let Some(at) = own(draft).find(|&at| says_unmatched(draft, at)) else {
        return;
    };
    let tellings = &draft.story.tellings[at..];
    let nothing_new: f32 = tellings.iter().map(|telling| telling.chance_of_none(&NEWS)).product();
    let chance = tellings[0].chance(Decision::Event) * nothing_new;
    if rule.is_sure(chance) {
        findings.push(rule.at(chance).finding(draft.sentence(at), &[]));
    }
}

/// Whether a sentence says in so many words that the applicant did not match.
fn says_unmatched(draft: &Draft, at: usize) -> bool {
    let first = || draft.prose.has_word(at, &["i", "me", "my"]);
    let applied = || draft.prose.has_word(at, &APPLIED) || draft.marks.has(at, class::REAPPLY);
    draft.marks.has(at, class::UNMATCHED) && first() && applied()
}
