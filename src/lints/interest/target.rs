//! The specialty that a text applies to.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::prose::WordRange;
use crate::story::field;

use super::own;

/// Forms that commit a text by themselves.
const FORMS: [Class; 2] = [class::OTHER_TARGET, class::OTHER_TARGET_FORM];

/// Words before a post with which a wish may follow it: "From a residency in psychiatry I expect to learn".
const OPENS: [&str; 4] = ["from", "in", "through", "during"];

/// Words that turn "my residency" into one that is still to come: "to do my residency in psychiatry".
const TO_COME: [&str; 8] = [
    "do", "start", "begin", "complete", "pursue", "spend", "continue", "make",
];

/// The sentence and the field with which the text applies or commits itself to another specialty.
pub(super) fn other_target(draft: &Draft) -> Option<(usize, Mark)> {
    own(draft).find_map(|at| Some((at, target_in(draft, at)?)))
}

/// The other specialty to which a sentence commits the text.
pub(super) fn target_in(draft: &Draft, at: usize) -> Option<Mark> {
    if field::is_plainly_ir(&draft.marks, at) {
        return None;
    }
    let marks = draft.marks.of_sentence(at);
    let forms = marks.iter().filter(|mark| FORMS.contains(&mark.class));
    let formal = forms
        .map(|mark| mark.words)
        .filter(|&words| !is_refused(draft, at, words));
    let posts = draft.marks.in_sentence(at, class::POST_IN_FIELD);
    let wished = posts.map(|post| post.words).filter(|&post| is_wished(draft, at, post));
    formal.chain(wished).find_map(|words| {
        let named = |mark: &&Mark| field::is_specialty(mark.class) && words.overlaps(mark.words);
        marks.iter().find(named).copied()
    })
}

/// "Had I become", "my mother wanted": a field beside the target.
fn is_refused(draft: &Draft, at: usize, words: WordRange) -> bool {
    let mut refusals = draft.marks.in_sentence(at, class::NOT_TARGET);
    refusals.any(|refusal| refusal.words.start() <= words.start())
}

/// Whether a post in another field is what a sentence wishes for. A preliminary year is a step on the way to IR too.
fn is_wished(draft: &Draft, at: usize, post: WordRange) -> bool {
    let radiology = [class::PARTIAL_MATCH, class::RADIOLOGY_NAME, class::DR_NAME];
    if is_refused(draft, at, post) || draft.marks.has_any(at, &radiology) || is_lent(draft, post) {
        return false;
    }
    let mut wishes = draft.marks.in_sentence(at, class::WISH_AHEAD);
    wishes.any(|wish| {
        let (from, to) = (wish.words.end(), post.start());
        let behind = from <= to && !(from..to).any(|word| is_turned_away(draft, word));
        behind || is_opened(draft, at, post, &wish)
    })
}

/// Whether a word between a wish and a post says that the post is not what is wished for.
fn is_turned_away(draft: &Draft, word: usize) -> bool {
    let fold = |word: usize| draft.prose.fold(word);
    let to_come = || fold(word) == "my" && word.checked_sub(1).is_some_and(|verb| TO_COME.contains(&fold(verb)));
    draft.marks.start_at(word, class::NOT_AHEAD) && !to_come()
}

/// "From a residency in psychiatry I expect to learn": the post opens the sentence, and the wish follows at once.
fn is_opened(draft: &Draft, at: usize, post: WordRange, wish: &Mark) -> bool {
    let first = draft.prose.sentences()[at].words.start();
    let close = (post.end()..post.end() + 4).contains(&wish.words.start());
    let mut before = first..post.start();
    let owned = (first..post.start()).any(|word| draft.marks.start_at(word, class::NOT_AHEAD));
    close && !owned && post.start() <= first + 3 && before.any(|word| OPENS.contains(&draft.prose.fold(word)))
}

/// "The surgeon's hands": the field owns what is wished for, and is not it.
fn is_lent(draft: &Draft, post: WordRange) -> bool {
    let words = draft.prose.words();
    post.end().checked_sub(1).is_some_and(|last| words[last].possessive)
}

/// How a message names a specialty.
pub(super) fn spoken(class: Class) -> &'static str {
    class.name().trim_start_matches("specialty-")
}

/// `other-specialty-target`: the text applies or commits itself to a specialty that is not IR or DR.
pub(in crate::lints) fn other_specialty_target(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    if let Some((at, field)) = other_target(draft) {
        findings.push(rule.finding(draft.sentence(at), &[("field", spoken(field.class))]));
    }
}
