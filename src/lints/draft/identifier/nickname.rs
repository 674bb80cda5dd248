//! What everybody called a patient.

use crate::draft::Draft;
use crate::lexicon::{Mark, class};
use crate::prose::{Gap, Shape, WordRange};

use super::declared::Declared;
use super::{ILLNESS, any_behind};

/// A nickname that a sentence tells together with its bearer's illness.
pub(super) fn find(draft: &Draft, at: usize, declared: &Declared) -> Option<WordRange> {
    if declared.here(draft, at) || draft.marks.has(at, class::CLINICIAN) || draft.marks.has(at, class::TEACHER_DOES) {
        return None;
    }
    let known = draft.marks.in_sentence(at, class::KNOWN_BY_ALL);
    let told = known.filter_map(|calls| behind(draft, at, &calls).or_else(|| before(draft, at, &calls)));
    let clauses = draft.marks.in_sentence(at, class::CALLED_BY_ALL);
    let mut found = told.chain(clauses.filter_map(|calls| behind(draft, at, &calls)));
    let words = found.next()?;
    let known = declared.knows(draft, words);
    (!known && (is_ill(draft, at) || next_is_ill(draft, at))).then_some(words)
}

/// The capitalised words right behind the phrase.
fn behind(draft: &Draft, at: usize, calls: &Mark) -> Option<WordRange> {
    let start = calls.words.end();
    let start = start + usize::from(draft.prose.fold(start) == "as");
    let end = run_end(draft, at, start);
    (end > start).then(|| WordRange::new(start, end))
}

/// The capitalised words right before "as the whole shift knew him".
fn before(draft: &Draft, at: usize, calls: &Mark) -> Option<WordRange> {
    let sentence = draft.prose.sentences()[at].words;
    let end = calls.words.start();
    if end <= sentence.start() || draft.prose.words()[end].gap != Gap::Comma {
        return None;
    }
    let title = |word: usize| draft.prose.words()[word].shape == Shape::Title;
    let start = (sentence.start()..end)
        .rev()
        .take_while(|&word| title(word) && (word + 1 == end || draft.prose.words()[word + 1].gap <= Gap::Space))
        .filter(|&word| !matches!(draft.prose.fold(word), "when" | "but" | "and" | "then" | "so"))
        .last()?;
    Some(WordRange::new(start, end))
}

fn run_end(draft: &Draft, at: usize, start: usize) -> usize {
    let end = draft.prose.sentences()[at].words.end();
    let mut word = start;
    while word < end
        && draft.prose.words()[word].shape == Shape::Title
        && (word == start || draft.prose.words()[word].gap <= Gap::Space)
    {
        word += 1;
    }
    word
}

/// "Her fistula had clotted", "she was our first embolization", "my favorite patient".
fn is_ill(draft: &Draft, at: usize) -> bool {
    let fold = |word: usize| draft.prose.fold(word);
    let body = [
        &ILLNESS[..],
        &[class::IR_PROCEDURE, class::IR_PROCEDURE_SHARED, class::IR_DEVICE_SHARED],
    ]
    .concat();
    draft.prose.sentences()[at].words.range().any(|word| match fold(word) {
        "his" | "her" => any_behind(draft, at, word + 1, 2, &body),
        "our" | "my" if matches!(fold(word + 1), "first" | "last" | "favorite") => {
            draft.marks.start_at(word + 2, class::PATIENT_SOMEBODY) || any_behind(draft, at, word + 2, 1, &body)
        }
        "she" | "he" if matches!(fold(word + 1), "had" | "has") => any_behind(draft, at, word + 2, 1, &ILLNESS),
        "she" | "he" => any_behind(draft, at, word + 1, 0, &[class::PATIENT_ARRIVES]),
        _ => false,
    })
}

fn next_is_ill(draft: &Draft, at: usize) -> bool {
    let sentences = draft.prose.sentences();
    sentences.get(at + 1).is_some_and(|next| {
        let first = draft.prose.fold(next.words.start());
        next.paragraph == sentences[at].paragraph
            && matches!(first, "he" | "she" | "his" | "her")
            && !draft.marks.has(at + 1, class::CLINICIAN)
            && !draft.marks.has(at + 1, class::TEACHER_DOES)
            && is_ill(draft, at + 1)
    })
}
