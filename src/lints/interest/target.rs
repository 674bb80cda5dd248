//! The specialty that a text applies to.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::prose::{Gap, WordRange};
use crate::story::field;

use super::own;

/// Forms that commit a text by themselves.
const FORMS: [Class; 2] = [class::OTHER_TARGET, class::OTHER_TARGET_FORM];

/// Procedures and devices that make oncology in the same sentence an interventional one.
const OF_IR: [Class; 3] = [class::IR_PROCEDURE, class::IR_PROCEDURE_SHARED, class::IR_DEVICE];

/// Words before a post with which a wish may follow it: "From a residency in psychiatry I expect to learn".
const OPENS: [&str; 4] = ["from", "in", "through", "during"];

/// Words that put somebody else between the applicant and a field: "somebody whom surgeons call", "work beside surgeons".
const BESIDE: [&str; 12] = [
    "whom",
    "what",
    "how",
    "beside",
    "alongside",
    "between",
    "against",
    "than",
    "near",
    "like",
    "with",
    "around",
];

/// Past tenses that do not end in -ed.
const PAST: [&str; 13] = [
    "came", "left", "flew", "sent", "sought", "was", "were", "had", "became", "did", "went", "began", "meant",
];

/// Words in -ed that say how one is now.
const STATES: [&str; 12] = [
    "committed",
    "devoted",
    "dedicated",
    "certified",
    "interested",
    "determined",
    "resolved",
    "convinced",
    "prepared",
    "excited",
    "honored",
    "thrilled",
];

/// Words that turn "my residency" into one that is still to come: "to do my residency in psychiatry".
const TO_COME: [&str; 11] = [
    "do", "start", "begin", "complete", "pursue", "spend", "continue", "make", "submit", "entrust", "send",
];

/// The sentence and the field with which the text applies or commits itself to another specialty.
pub(super) fn other_target(draft: &Draft) -> Option<(usize, Mark)> {
    own(draft).find_map(|at| Some((at, target_in(draft, at)?)))
}

/// The other specialty to which a sentence commits the text.
pub(super) fn target_in(draft: &Draft, at: usize) -> Option<Mark> {
    let marks = draft.marks.of_sentence(at);
    if field::is_plainly_ir(&draft.marks, at) {
        let mut both = draft.marks.in_sentence(at, class::TARGET_OF_TWO);
        let words = both.next().map(|mark| mark.words)?;
        let named = |mark: &&Mark| field::is_specialty(mark.class) && words.overlaps(mark.words);
        return marks.iter().find(named).copied();
    }
    // "My plan is oncology: ports, ablations": that of an interventional radiologist.
    let is_ours = |mark: &Mark| {
        (mark.class == class::SPECIALTY_ONCOLOGY && draft.marks.has_any(at, &OF_IR))
            || works_with_devices(draft, at, mark)
    };
    let forms = marks.iter().filter(|mark| FORMS.contains(&mark.class));
    let formal = forms
        .map(|mark| mark.words)
        .filter(|&words| !is_refused(draft, at, words) && !is_beside(draft, words) && !is_told(draft, at, words))
        .filter(|&words| !is_partial(draft, at, words) && !is_said_by_others(draft, at, words));
    let posts = draft.marks.in_sentence(at, class::POST_IN_FIELD);
    let wished = posts.map(|post| post.words).filter(|&post| is_wished(draft, at, post));
    formal.chain(wished).find_map(|words| {
        let named = |mark: &&Mark| field::is_specialty(mark.class) && words.overlaps(mark.words) && !is_ours(mark);
        marks.iter().find(named).copied()
    })
}

/// "The liver doctor with the catheters": whose tools are ours.
fn works_with_devices(draft: &Draft, at: usize, field: &Mark) -> bool {
    let (end, last) = (field.words.end(), draft.prose.sentences()[at].words.end());
    let devices = [class::IR_DEVICE, class::IR_DEVICE_SHARED];
    let mut marks = draft.marks.of_sentence(at).iter();
    end < last
        && draft.prose.fold(end) == "with"
        && marks.any(|mark| devices.contains(&mark.class) && (end..end + 4).contains(&mark.words.start()))
}

/// "Had I become", "my mother wanted": a field beside the target.
fn is_refused(draft: &Draft, at: usize, words: WordRange) -> bool {
    let mut refusals = draft.marks.in_sentence(at, class::NOT_TARGET);
    refusals.any(|refusal| refusal.words.start() <= words.start())
}

/// "\"I want to be a pediatrician,\" the boy said", "she will tell you: I will be a surgeon": somebody else speaks, or did.
fn is_said_by_others(draft: &Draft, at: usize, words: WordRange) -> bool {
    let all = draft.prose.words();
    let first = draft.prose.sentences()[at].words.start();
    let mut before = words.start().saturating_sub(4).max(first)..words.start();
    let own = before.clone().any(|word| draft.prose.fold(word) == "i");
    let led_in = words.start() > first
        && all[words.start()].gap == Gap::Strong
        && !own
        && before.any(|word| draft.marks.start_at(word, class::SPEAKS));
    all[words.start()].quoted || led_in || is_told_to_me(draft, first, words.start())
}

/// "People tell me I would make", "he told us that I would be": what a form begins with is reported.
fn is_told_to_me(draft: &Draft, first: usize, form: usize) -> bool {
    let fold = |back: usize| {
        form.checked_sub(back)
            .filter(|&word| word >= first)
            .map_or("", |word| draft.prose.fold(word))
    };
    let me = 1 + usize::from(fold(1) == "that");
    let heard = matches!(fold(me), "me" | "us") && draft.prose.fold(form) == "i";
    heard && form > first + me && draft.marks.start_at(form - me - 1, class::SPEAKS)
}

/// "I applied to pediatrics", "I planned to be the kind of oncologist", "A career in oncology had taught her": a form that
/// is told as past commits to nothing. One that begins with "I" has its own tense.
fn is_told(draft: &Draft, at: usize, words: WordRange) -> bool {
    /// How many words before a form still belong to its verb.
    const NEAR: usize = 4;
    /// The same for an aim: "I came home to Dublin in 2022 to train in".
    const NEAR_AIM: usize = 12;
    let sentence = draft.prose.sentences()[at].words;
    let joined = |word: usize| draft.prose.words()[word].gap < Gap::Comma;
    let own = draft.prose.fold(words.start()) == "i";
    let near = (sentence.start()..words.start())
        .rev()
        .take(match own {
            true => 1,
            false if is_aim(draft, words) => NEAR_AIM,
            false => NEAR,
        })
        .take_while(|&word| draft.prose.fold(word) != "i" && joined(word + 1));
    let behind = (words.end()..sentence.end()).take(1).take_while(|&word| joined(word));
    near.chain(words.range()).chain(behind).any(|word| {
        let fold = draft.prose.fold(word);
        let regular = fold.len() > 4 && fold.ends_with("ed") && !STATES.contains(&fold);
        regular || PAST.contains(&fold)
    })
}

/// "To train in psychiatry", whether or not the form holds the "to".
fn is_aim(draft: &Draft, words: WordRange) -> bool {
    let mut opening = words.start().saturating_sub(1)..=words.start();
    opening.any(|word| draft.prose.fold(word) == "to")
}

/// "As a preliminary surgery resident I round at five": a year on the way to IR.
fn is_partial(draft: &Draft, at: usize, words: WordRange) -> bool {
    let mut partial = draft.marks.in_sentence(at, class::PARTIAL_MATCH);
    partial.any(|year| year.words.overlaps(words) || year.words.end() == words.start())
}

/// Whether a form holds a word that makes the field another's: "your" behind it brings it back.
fn is_beside(draft: &Draft, words: WordRange) -> bool {
    words.range().any(|word| {
        let ours = matches!(draft.prose.fold(word + 1), "your" | "you");
        let on_call = draft.prose.fold(word) == "call";
        (BESIDE.contains(&draft.prose.fold(word)) && !ours) || on_call
    })
}

/// Whether a post in another field is what a sentence wishes for. A preliminary year is a step on the way to IR too.
fn is_wished(draft: &Draft, at: usize, post: WordRange) -> bool {
    let radiology = [class::PARTIAL_MATCH, class::RADIOLOGY_NAME, class::DR_NAME];
    let elsewhere = is_refused(draft, at, post) || is_said_by_others(draft, at, post);
    if elsewhere || draft.marks.has_any(at, &radiology) || is_lent(draft, post) {
        return false;
    }
    let mut wishes = draft.marks.in_sentence(at, class::WISH_AHEAD);
    !is_past(draft, post)
        && wishes.any(|wish| {
            let mut between = wish.words.end()..post.start();
            let behind = wish.words.end() <= post.start();
            let turned = between.any(|word| draft.marks.start_at(word, class::NOT_AHEAD));
            (behind && !turned) || is_opened(draft, at, post, &wish)
        })
}

/// "My residency in psychiatry" was, unless it is still to come: "to do my residency in psychiatry".
fn is_past(draft: &Draft, post: WordRange) -> bool {
    let before = |back: usize| post.start().checked_sub(back).map_or("", |word| draft.prose.fold(word));
    before(1) == "my" && !TO_COME.contains(&before(2))
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
