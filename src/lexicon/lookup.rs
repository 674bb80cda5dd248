//! Single words looked up in the tables of a program.

use crate::prose::{Shape, fold_letters};

use super::Class;
use super::member::Case;
use super::program::{Program, row, unpack_entry};

/// Whether `written` is a member of `class` by itself.
pub(super) fn is_member(program: &Program, class: Class, written: &str) -> bool {
    let mut folded = String::new();
    fold_letters(written, &mut folded);
    let Some(word) = program.vocabulary.find(&folded) else {
        return false;
    };
    let shape = Shape::of(written);
    let mut member_of = program.lone_of(word);
    member_of.any(|(of, case)| of == class.0 && has_case(shape, case))
}

/// Whether a set of words holds a word of this number and shape.
pub(super) fn holds(program: &Program, set: u32, word: u32, shape: Shape) -> bool {
    let entries = row(&program.set_starts, &program.set_entries, set).iter();
    // Half of the sets hold two words, few more than ten.
    let mut entries = entries.map(|&entry| unpack_entry(entry));
    entries.any(|(other, case)| other == word && has_case(shape, case))
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
