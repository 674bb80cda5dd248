//! The flat tables of a program, filled from the rows of slots.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::hash::hash;

use super::super::member::{Form, Slot};
use super::super::program::{PatternHead, Program, Sieve, SlotCode, Vocabulary, entry, part};
use super::Draft;
use super::anchor::{anchor, reach};

/// What is numbered so far: the words, and the sets of words.
#[derive(Default)]
pub(super) struct Tables {
    words: BTreeMap<String, u32>,
    sets: HashMap<Vec<u32>, u32>,
    set_starts: Vec<u32>,
    set_entries: Vec<u32>,
}

impl Tables {
    /// Numbers the words of `drafts` and writes all tables.
    pub fn fill(
        mut self,
        drafts: &[Draft],
        shadows: &[(usize, usize)],
        numbers: &HashMap<&str, usize>,
        classes: usize,
    ) -> Program {
        let forms = drafts
            .iter()
            .flat_map(|draft| &draft.slots)
            .flat_map(|slot| match slot {
                Slot::Words { forms, .. } => forms.as_slice(),
                _ => &[],
            });
        let all: HashSet<&str> = forms.map(|form| form.word.as_str()).collect();
        let mut all: Vec<&str> = all.into_iter().collect();
        all.sort_unstable_by_key(|word| (hash(word.as_bytes()), *word));
        for (number, word) in (0_u32..).zip(&all) {
            self.words.insert((*word).to_owned(), number);
        }
        let mut by_word: Vec<Vec<Anchored>> = vec![Vec::new(); all.len()];
        let mut by_class: Vec<Vec<Anchored>> = vec![Vec::new(); classes];
        let (lone, drafts): (Vec<&Draft>, Vec<&Draft>) = drafts.iter().partition(|draft| lone(draft).is_some());
        let (lone_starts, lone) = self.lone(&lone, all.len());
        let (mut heads, mut slot_starts, mut slots) = (Vec::new(), vec![0], Vec::new());
        for (number, draft) in (0_u32..).zip(&drafts) {
            let anchor = anchor(&draft.slots);
            let (nearest, farthest) = reach(&draft.slots[..anchor]);
            heads.push(
                PatternHead {
                    class: u16::try_from(draft.class).unwrap_or(u16::MAX),
                    level: draft.level,
                    nearest,
                    farthest,
                }
                .pack(),
            );
            let anchored = Anchored {
                pattern: number,
                sieves: self.sieves(&draft.slots, anchor),
            };
            match &draft.slots[anchor] {
                Slot::Words { forms, .. } => {
                    let mut anchors: Vec<u32> = forms.iter().map(|form| self.words[&form.word]).collect();
                    anchors.dedup();
                    for word in anchors {
                        by_word[word as usize].push(anchored);
                    }
                }
                Slot::Class { name, .. } => by_class[numbers[name.as_str()]].push(anchored),
                _ => {}
            }
            for slot in &draft.slots {
                let code = self.code(slot, numbers);
                slots.push(code);
            }
            slot_starts.push(count(slots.len()));
        }
        self.set_starts.push(count(self.set_entries.len()));
        let (word_starts, word_patterns, word_sieves) = rows(&by_word);
        let (class_starts, class_patterns, class_sieves) = rows(&by_class);
        Program {
            vocabulary: vocabulary(&all),
            lone_starts: Cow::Owned(lone_starts),
            lone: Cow::Owned(lone),
            word_starts: Cow::Owned(word_starts),
            word_patterns: Cow::Owned(word_patterns),
            word_sieves: Cow::Owned(word_sieves),
            class_starts: Cow::Owned(class_starts),
            class_patterns: Cow::Owned(class_patterns),
            class_sieves: Cow::Owned(class_sieves),
            heads: Cow::Owned(heads),
            slot_starts: Cow::Owned(slot_starts),
            slots: Cow::Owned(slots),
            set_starts: Cow::Owned(self.set_starts),
            set_entries: Cow::Owned(self.set_entries),
            shadows: Cow::Owned(shadows.iter().map(|(a, b)| count(*a) << 16 | count(*b)).collect()),
            top_level: drafts.iter().map(|draft| u32::from(draft.level)).max().unwrap_or(0),
        }
    }

    /// The classes that single words belong to, by word: the starts of the rows, and the classes.
    fn lone(&self, drafts: &[&Draft], words: usize) -> (Vec<u32>, Vec<u32>) {
        let mut by_word: Vec<Vec<u32>> = vec![Vec::new(); words];
        for draft in drafts {
            for form in lone(draft).unwrap_or_default() {
                let member = entry(count(draft.class), form.case as u32);
                let members = &mut by_word[self.words[&form.word] as usize];
                if !members.contains(&member) {
                    members.push(member);
                }
            }
        }
        let mut starts = vec![0];
        for members in &by_word {
            starts.push(starts[starts.len() - 1] + count(members.len()));
        }
        (starts, by_word.concat())
    }

    /// What may stand before the anchor of a pattern, and what behind.
    fn sieves(&self, slots: &[Slot], anchor: usize) -> [Sieve; 2] {
        let sure = matches!(
            slots[anchor],
            Slot::Words { optional: false, .. } | Slot::Class { optional: false, .. }
        );
        if sure {
            let (before, behind) = (slots[..anchor].iter().rev(), slots[anchor + 1..].iter());
            [self.sieve(before), self.sieve(behind)]
        } else {
            [Sieve::ALL; 2]
        }
    }

    /// What the first word that `slots` ask for may be, if they ask for any.
    fn sieve<'s>(&self, slots: impl Iterator<Item = &'s Slot>) -> Sieve {
        let mut sieve = Sieve(0);
        for slot in slots {
            match slot {
                Slot::Words { forms, optional } => {
                    let words = forms.iter().map(|form| Sieve::of_word(self.words[&form.word]));
                    sieve = words.fold(sieve, Sieve::and);
                    if !optional {
                        return sieve;
                    }
                }
                Slot::Start | Slot::End => return sieve.and(Sieve::EDGE),
                Slot::Class { .. } | Slot::Gap(_) => return Sieve::ALL,
            }
        }
        Sieve::ALL
    }

    fn code(&mut self, slot: &Slot, numbers: &HashMap<&str, usize>) -> u32 {
        match slot {
            Slot::Words { forms, optional } => {
                let entries: Vec<u32> = forms.iter().map(|form| self.entry(form)).collect();
                match entries.as_slice() {
                    [one] => SlotCode::Word(*one).pack(*optional),
                    _ => SlotCode::Set(self.set(entries)).pack(*optional),
                }
            }
            Slot::Class { name, optional } => SlotCode::Class(count(numbers[name.as_str()])).pack(*optional),
            Slot::Gap(most) => SlotCode::Gap(u32::from(*most)).pack(false),
            Slot::Start => SlotCode::Start.pack(false),
            Slot::End => SlotCode::End.pack(false),
        }
    }

    fn entry(&self, form: &Form) -> u32 {
        entry(self.words[&form.word], form.case as u32)
    }

    fn set(&mut self, mut entries: Vec<u32>) -> u32 {
        entries.sort_unstable_by_key(|entry| entry & 0x00ff_ffff);
        let next = count(self.sets.len());
        *self.sets.entry(entries).or_insert_with_key(|entries| {
            self.set_starts.push(count(self.set_entries.len()));
            self.set_entries.extend(entries);
            next
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The forms of a member that is one word.
fn lone(draft: &Draft) -> Option<&[Form]> {
    match draft.slots.as_slice() {
        [Slot::Words { forms, optional: false }] => Some(forms),
        _ => None,
    }
}

/// A pattern where its anchor stands.
#[derive(Clone, Copy)]
struct Anchored {
    pattern: u32,
    sieves: [Sieve; 2],
}

/// The starts of the rows, their patterns, and the sieves of these.
fn rows(lists: &[Vec<Anchored>]) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let (mut starts, mut patterns, mut sieves) = (vec![0], Vec::new(), Vec::new());
    for list in lists {
        patterns.extend(list.iter().map(|anchored| anchored.pattern));
        sieves.extend(list.iter().flat_map(|anchored| anchored.sieves).map(|sieve| sieve.0));
        starts.push(count(patterns.len()));
    }
    (starts, patterns, sieves)
}

/// The vocabulary of `words`, which come in the order of their hashes.
fn vocabulary(words: &[&str]) -> Vocabulary {
    let mut letters = String::new();
    let mut starts = vec![0];
    for word in words {
        letters.push_str(word);
        starts.push(count(letters.len()));
    }
    let before = |number: usize| words.partition_point(|word| part(hash(word.as_bytes()), words.len()) < number);
    let parts = (0..=words.len()).map(|number| count(before(number)));
    Vocabulary {
        letters: Cow::Owned(letters),
        starts: Cow::Owned(starts),
        parts: parts.collect(),
    }
}
