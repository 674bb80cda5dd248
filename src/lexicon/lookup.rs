//! Single words looked up in the tables of a program.

use crate::prose::{Shape, fold_letters};

use super::Class;
use super::member::Case;
use super::program::{PatternHead, Program, SlotCode, row, unpack_entry};

/// Whether `written` is a member of `class` by itself.
pub(super) fn is_member(program: &Program, class: Class, written: &str) -> bool {
    let mut folded = String::new();
    fold_letters(written, &mut folded);
    let Some(word) = program.vocabulary.find(&folded) else {
        return false;
    };
    let shape = Shape::of(written);
    let mut patterns = row(&program.word_starts, &program.word_patterns, word).iter();
    patterns.any(|&pattern| {
        let takes = |code: u32| match SlotCode::unpack(code).0 {
            SlotCode::Word(entry) => has_case(shape, unpack_entry(entry).1),
            SlotCode::Set(set) => holds(program, set, word, shape),
            _ => false,
        };
        let slots = program.slots_of(pattern);
        PatternHead::unpack(program.heads[pattern as usize]).class == class.0 && matches!(slots, [one] if takes(*one))
    })
}

/// Whether a set of words holds a word of this number and shape.
pub(super) fn holds(program: &Program, set: u32, word: u32, shape: Shape) -> bool {
    let entries = row(&program.set_starts, &program.set_entries, set);
    let first = entries.partition_point(|&entry| unpack_entry(entry).0 < word);
    entries[first..]
        .iter()
        .map(|&entry| unpack_entry(entry))
        .take_while(|(other, _)| *other == word)
        .any(|(_, case)| has_case(shape, case))
}

/// Whether a word of this shape meets a demand on its letters.
pub(super) fn has_case(shape: Shape, case: u32) -> bool {
    const UPPER: u32 = Case::Upper as u32;
    const TITLE: u32 = Case::Title as u32;
    const LOWER: u32 = Case::Lower as u32;
    const MIXED: u32 = Case::Mixed as u32;
    match case {
        UPPER => shape == Shape::Upper || shape == Shape::Digits,
        TITLE => shape == Shape::Title,
        LOWER => shape == Shape::Lower,
        MIXED => shape == Shape::Mixed,
        _ => true,
    }
}
