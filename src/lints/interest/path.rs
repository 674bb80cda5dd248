//! The path to IR: from an earlier specialty, and through an unsuccessful match.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::story::decision::Decision;
use crate::story::field::{self, Field};
use crate::story::{Episode, Flag};

use super::own;
use super::target::{spoken, target_in};

/// Says that an application to residency failed or is made again.
const UNMATCHED: [Class; 5] = [
    class::UNMATCHED,
    class::REAPPLY,
    class::MATCH_WORD,
    class::APPLICATION_ROUND,
    class::BROAD_APPLICATION,
];

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

/// The roles of what is new.
const NEWS: [Decision; 2] = [Decision::Change, Decision::Outcome];

/// Says in so many words that training in another field was sought or held.
const SAID: [Class; 2] = [class::OTHER_TRAINING, class::OTHER_TRAINING_SAID];

/// What an earlier field gave, or how it led over.
const BRIDGES: [Class; 3] = [class::BRIDGE, class::FIELD_GIFT, class::FIELD_KEPT];

/// `unbridged-switch`: an earlier specialty without how the applicant came from it to IR or what it gave them.
pub(in crate::lints) fn unbridged_switch(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let Some((at, field)) = earlier_field(draft) else {
        return;
    };
    if !is_bridged(draft, at, field) {
        findings.push(rule.finding(draft.sentence(at), &[("field", spoken(field.class))]));
    }
}

/// The sentence that tells training or an application in another specialty, and that specialty: in an episode of the
/// path, or as such in so many words.
fn earlier_field(draft: &Draft) -> Option<(usize, Mark)> {
    let story = &draft.story;
    let path = |episode: &&Episode| episode.tells(Flag::SpecialtySwitch) || episode.tells(Flag::Reapplication);
    let told = story.episodes.iter().filter(path).flat_map(|episode| {
        let switch = episode.tells(Flag::SpecialtySwitch);
        let sentences = episode.sentences.iter().copied();
        sentences.filter(move |&at| (switch && tells_event(draft, at)) || draft.marks.has_any(at, &SAID))
    });
    let said = own(draft).filter(|&at| draft.marks.has_any(at, &SAID));
    let named = told.chain(said).find_map(|at| Some((at, field_left(draft, at)?)));
    named.or_else(|| own(draft).find_map(|at| Some((at, field_before(draft, at)?))))
}

/// "The radiation oncology thing. I trained in it": the field that the sentence before names.
fn field_before(draft: &Draft, at: usize) -> Option<Mark> {
    let before = draft.prose.around(at, 1, 0).find(|&other| other < at)?;
    let left = draft.marks.has(at, class::TRAINING_IN_IT) && !field::is_plainly_ir(&draft.marks, before);
    left.then(|| field_left(draft, before)).flatten()
}

/// Whether a told sentence rather tells what happened than anything else.
fn tells_event(draft: &Draft, at: usize) -> bool {
    draft.story.tellings[at].chance(Decision::Event) >= 0.5
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

/// Whether something leads from the earlier field to IR: words of a bridge or concrete work of IR in the paragraphs that
/// tell of the field, a sentence that holds both, or a change that serves IR.
fn is_bridged(draft: &Draft, at: usize, left: Mark) -> bool {
    let sentences = draft.prose.sentences();
    let names_field = |at: usize| draft.marks.has(at, left.class);
    let telling = own(draft).filter(|&other| names_field(other)).chain([at]);
    let told: BTreeSet<usize> = telling.map(|other| sentences[other].paragraph).collect();
    let near = |other: usize| told.contains(&sentences[other].paragraph);
    own(draft).any(|other| {
        let named = field::is_plainly_ir(&draft.marks, other);
        let ir = named && !is_only_named(draft, other) && !is_later(draft, other);
        (ir && ((near(other) && !is_promise(draft, other)) || names_field(other)))
            || (tells_bridge(draft, other) && (near(other) || (named && other > at)))
            || grows_in_ir(draft, other)
    })
}

/// Whether a sentence says what an earlier field gave or how it led over. A promise to bring something is none, unless
/// it says that it is brought to IR.
fn tells_bridge(draft: &Draft, at: usize) -> bool {
    draft.marks.has_any(at, &BRIDGES) && (!is_promise(draft, at) || field::is_plainly_ir(&draft.marks, at))
}

fn is_promise(draft: &Draft, at: usize) -> bool {
    draft.marks.has_any(at, &[class::PLAN_VERB, class::PLAN_OPENING])
}

/// Whether a sentence dates what it tells as later than the change: a post since then shows no way to it.
fn is_later(draft: &Draft, at: usize) -> bool {
    let first = draft.prose.sentences()[at].words.start();
    let opens = |word: usize| matches!(draft.prose.fold(word), "since" | "after" | "now" | "today");
    opens(first) || (matches!(draft.prose.fold(first), "and" | "so" | "but" | "then") && opens(first + 1))
}

/// Whether a sentence of the path to IR tells a change or an outcome in IR.
fn grows_in_ir(draft: &Draft, at: usize) -> bool {
    let telling = &draft.story.tellings[at];
    let grows = telling.roles.has(Decision::Change) || telling.roles.has(Decision::Outcome);
    let shown = field::ir_marks(&draft.marks, at);
    let path = telling.episode.and_then(|number| draft.story.episodes.get(number));
    grows
        && !is_later(draft, at)
        && path.is_some_and(|episode| episode.tells(Flag::SpecialtySwitch))
        && (shown > 1
            || field::is_concrete(&draft.marks, at)
            || (shown > 0 && draft.marks.has(at, class::OWN_PRESENCE)))
}

/// Whether a sentence names IR and shows nothing of it, as one that only says what is applied for.
fn is_only_named(draft: &Draft, at: usize) -> bool {
    !field::is_concrete(&draft.marks, at) && !draft.marks.has(at, class::IR_PERSON_ROLE)
}

/// `unchanged-reapplication`: an unsuccessful match without anything concrete that is new since.
pub(in crate::lints) fn unchanged_reapplication(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let mut told = false;
    for episode in &draft.story.episodes {
        let Some(at) = unmatched_in(draft, episode) else {
            continue;
        };
        told = true;
        let chance = draft.story.chance_of_event(episode) * chance_of_nothing_new(draft, episode, at);
        if rule.is_sure(chance) && !is_at_work_since(draft, at) {
            findings.push(rule.at(chance).finding(draft.sentence(at), &[]));
        }
    }
    if let Some(at) = own(draft).find(|&at| says_unmatched(draft, at)).filter(|_| !told) {
        let tellings = &draft.story.tellings[at..];
        let nothing_new: f32 = tellings.iter().map(|telling| telling.chance_of_none(&NEWS)).product();
        let chance = tellings[0].chance(Decision::Event) * nothing_new;
        if rule.is_sure(chance) && !is_at_work_since(draft, at) {
            findings.push(rule.at(chance).finding(draft.sentence(at), &[]));
        }
    }
}

/// Whether a sentence outside of every episode says in so many words that the applicant did not match: a short text may
/// say no more, too little for an episode.
fn says_unmatched(draft: &Draft, at: usize) -> bool {
    let first = draft.prose.has_word(at, &["i", "me", "my"]);
    let applied = draft.prose.has_word(at, &APPLIED) || draft.marks.has(at, class::REAPPLY);
    draft.story.tellings[at].episode.is_none() && first && applied && draft.marks.has(at, class::UNMATCHED)
}

/// The sentence of an episode that tells an unsuccessful match, if one does.
fn unmatched_in(draft: &Draft, episode: &Episode) -> Option<usize> {
    let path = episode.tells(Flag::Reapplication) || episode.tells(Flag::SpecialtySwitch);
    let says = |&at: &usize| draft.marks.has_any(at, &UNMATCHED);
    let at = || episode.sentences.iter().copied();
    let event = at().filter(says).find(|&at| tells_event(draft, at));
    let flagged = || at().find(says).or_else(|| draft.event_of(episode));
    let any = event.or_else(|| flagged().filter(|_| episode.tells(Flag::Reapplication)));
    any.filter(|_| path)
}

/// How likely nothing that the episode tells from the unsuccessful match on is new. A longer list is no news, and what
/// was done before is none.
fn chance_of_nothing_new(draft: &Draft, episode: &Episode, from: usize) -> f32 {
    let tellings = &draft.story.tellings;
    let told = |at: usize| {
        let own = episode.sentences.contains(&at);
        let beside = tellings[at].episode.is_some() && field::of_sentence(&draft.marks, at) == Field::Ir;
        own || (beside && episode.sentences.iter().any(|&other| other.abs_diff(at) <= 2))
    };
    (from..tellings.len())
        .filter(|&at| told(at) && !draft.marks.has(at, class::BROAD_APPLICATION))
        .map(|at| tellings[at].chance_of_none(&NEWS))
        .product()
}

/// Whether work, in IR or elsewhere, is told as later than the unsuccessful match, outside of its episode.
fn is_at_work_since(draft: &Draft, from: usize) -> bool {
    own(draft).filter(|&at| at > from).any(|at| {
        let ir = field::is_plainly_ir(&draft.marks, at) && !is_only_named(draft, at);
        draft.marks.has(at, class::LATER_THAN_MATCH) && (ir || draft.marks.has(at, class::WORK_ACTIVITY))
    })
}
