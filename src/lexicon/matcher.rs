//! Finds the marks of a draft: one pass over its words, level by level.

use crate::prose::{Gap, Prose, Word, WordRange};

use super::builtin;
use super::lookup::{has_case, holds};
use super::program::{PatternHead, Program, SlotCode, row, unpack_entry};
use super::{Class, Mark};

/// Word number where a program does not know the word.
const UNKNOWN: u32 = u32::MAX;

/// Finds all marks that `programs` make on `prose`, in order of start, then end, then class.
pub(super) fn find(programs: &[&Program], prose: &Prose) -> Vec<Mark> {
    let mut matcher = Matcher {
        prose,
        programs: programs.iter().map(|program| Numbered::new(program, prose)).collect(),
        marks: Vec::new(),
        first_at: vec![UNKNOWN; prose.words().len()],
        next: Vec::new(),
    };
    builtin::find(prose, |class, words| matcher.add(Mark { class, words }));
    matcher.run();
    let mut marks = matcher.marks;
    marks.retain(|mark| !mark.words.is_empty());
    marks.sort_unstable_by_key(|mark| (mark.words.start(), mark.words.end(), mark.class));
    marks
}

/// A program with the numbers that it gives the words of the prose.
struct Numbered<'p> {
    program: &'p Program,
    words: Vec<u32>,
}

impl<'p> Numbered<'p> {
    fn new(program: &'p Program, prose: &Prose) -> Self {
        let find = |word: &Word| program.vocabulary.find(prose.folded(word)).unwrap_or(UNKNOWN);
        Self {
            program,
            words: prose.words().iter().map(find).collect(),
        }
    }
}

/// How the next word must follow the one before.
#[derive(Clone, Copy, PartialEq)]
enum Join {
    /// It is the pattern's first.
    First,
    /// It stands right behind, no comma between.
    Tight,
    /// Words may lie between, and commas.
    Loose,
}

struct Matcher<'p> {
    prose: &'p Prose,
    programs: Vec<Numbered<'p>>,
    marks: Vec<Mark>,
    /// For each word the last mark that was made there; `next` leads on from it.
    first_at: Vec<u32>,
    next: Vec<u32>,
}

impl Matcher<'_> {
    fn run(&mut self) {
        let top = self
            .programs
            .iter()
            .map(|numbered| numbered.program.top_level)
            .max()
            .unwrap_or(0);
        let mut by_level = self.candidates(top);
        for level in 0..=top {
            for (program, pattern, word) in std::mem::take(&mut by_level[level as usize]) {
                self.try_around(program, pattern, word);
            }
            if level > 0 {
                self.try_class_anchors(level);
            }
            self.thin_out();
        }
    }

    /// Patterns whose anchor is a word of the prose, by level.
    fn candidates(&self, top: u32) -> Vec<Vec<(usize, u32, usize)>> {
        let mut by_level = vec![Vec::new(); top as usize + 1];
        for (number, numbered) in self.programs.iter().enumerate() {
            let program = numbered.program;
            for (at, &word) in numbered.words.iter().enumerate() {
                if word == UNKNOWN {
                    continue;
                }
                for &pattern in row(&program.word_starts, &program.word_patterns, word) {
                    let level = PatternHead::unpack(program.heads[pattern as usize]).level;
                    by_level[usize::from(level)].push((number, pattern, at));
                }
            }
        }
        by_level
    }

    fn try_class_anchors(&mut self, level: u32) {
        let known = self.marks.len();
        for number in 0..self.programs.len() {
            for mark in 0..known {
                let Mark { class, words } = self.marks[mark];
                if words.is_empty() {
                    continue;
                }
                let program = self.programs[number].program;
                for at in 0..row(&program.class_starts, &program.class_patterns, u32::from(class.0)).len() {
                    let pattern = row(&program.class_starts, &program.class_patterns, u32::from(class.0))[at];
                    if u32::from(PatternHead::unpack(program.heads[pattern as usize]).level) == level {
                        self.try_around(number, pattern, words.start());
                    }
                }
            }
        }
    }

    /// Tries a pattern whose anchor stands at word `anchor`.
    fn try_around(&mut self, number: usize, pattern: u32, anchor: usize) {
        let program = self.programs[number].program;
        let head = PatternHead::unpack(program.heads[pattern as usize]);
        let sentence = self.prose.sentences()[self.prose.sentence_of(anchor)].words;
        let slots = program.slots_of(pattern);
        let first = anchor.saturating_sub(usize::from(head.farthest)).max(sentence.start());
        let Some(last) = anchor
            .checked_sub(usize::from(head.nearest))
            .filter(|last| *last >= first)
        else {
            return;
        };
        for start in first..=last {
            let end = self.step(number, slots, start, sentence, Join::First);
            if let Some(end) = end.filter(|end| *end > anchor) {
                self.add(Mark {
                    class: Class(head.class),
                    words: WordRange::new(start, end),
                });
            }
        }
    }

    /// Matches `slots` from word `at` on; the end of the match.
    fn step(&self, number: usize, slots: &[u32], at: usize, sentence: WordRange, join: Join) -> Option<usize> {
        let Some((&code, rest)) = slots.split_first() else {
            return Some(at);
        };
        let (slot, optional) = SlotCode::unpack(code);
        let fits = at < sentence.end() && self.joins(at, join);
        let after = Join::Tight;
        let found = match slot {
            SlotCode::Word(entry) => (fits && self.is_word(number, at, entry))
                .then(|| self.step(number, rest, at + 1, sentence, after))
                .flatten(),
            SlotCode::Set(set) => (fits && self.is_in_set(number, at, set))
                .then(|| self.step(number, rest, at + 1, sentence, after))
                .flatten(),
            SlotCode::Class(class) if fits => self
                .marks_at(at, class)
                .find_map(|end| self.step(number, rest, end, sentence, after)),
            SlotCode::Class(_) => None,
            SlotCode::Gap(most) => return self.gap(number, rest, at, sentence, join, most),
            SlotCode::Start => {
                return (at == sentence.start())
                    .then(|| self.step(number, rest, at, sentence, join))
                    .flatten();
            }
            SlotCode::End => {
                return (at == sentence.end())
                    .then(|| self.step(number, rest, at, sentence, join))
                    .flatten();
            }
        };
        if found.is_none() && optional {
            self.step(number, rest, at, sentence, join)
        } else {
            found
        }
    }

    fn gap(&self, number: usize, rest: &[u32], at: usize, sentence: WordRange, join: Join, most: u32) -> Option<usize> {
        let loose = if join == Join::First { Join::First } else { Join::Loose };
        for skipped in 0..=most as usize {
            if skipped > 0 && (at + skipped > sentence.end() || !self.joins(at + skipped - 1, loose)) {
                return None;
            }
            if let Some(end) = self.step(number, rest, at + skipped, sentence, loose) {
                return Some(end);
            }
        }
        None
    }

    fn joins(&self, at: usize, join: Join) -> bool {
        let gap = self.prose.words()[at].gap;
        match join {
            Join::First => true,
            Join::Tight => gap <= Gap::Space,
            Join::Loose => gap <= Gap::Comma,
        }
    }

    fn is_word(&self, number: usize, at: usize, entry: u32) -> bool {
        let (word, case) = unpack_entry(entry);
        self.programs[number].words[at] == word && has_case(self.prose.words()[at].shape, case)
    }

    fn is_in_set(&self, number: usize, at: usize, set: u32) -> bool {
        let Numbered { program, words } = &self.programs[number];
        words[at] != UNKNOWN && holds(program, set, words[at], self.prose.words()[at].shape)
    }

    /// The ends of the marks of `class` that start at word `at`, longest first.
    fn marks_at(&self, at: usize, class: u32) -> impl Iterator<Item = usize> {
        let mut ends: Vec<usize> = Vec::new();
        let mut mark = self.first_at[at];
        while mark != UNKNOWN {
            let Mark { class: of, words } = self.marks[mark as usize];
            if u32::from(of.0) == class && !words.is_empty() {
                ends.push(words.end());
            }
            mark = self.next[mark as usize];
        }
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.into_iter()
    }

    fn add(&mut self, mark: Mark) {
        let at = mark.words.start();
        let mut other = self.first_at[at];
        while other != UNKNOWN {
            if self.marks[other as usize] == mark {
                return;
            }
            other = self.next[other as usize];
        }
        self.next.push(self.first_at[at]);
        self.first_at[at] = u32::try_from(self.marks.len()).unwrap_or(UNKNOWN);
        self.marks.push(mark);
    }

    /// Drops marks that lie inside longer ones of their class, and those that others shadow. A dropped mark stays in its
    /// place, empty.
    fn thin_out(&mut self) {
        let marks = &self.marks;
        let mut order: Vec<usize> = (0..marks.len()).filter(|&at| !marks[at].words.is_empty()).collect();
        order.sort_unstable_by_key(|&at| {
            let mark = marks[at];
            (mark.class, mark.words.start(), usize::MAX - mark.words.end())
        });
        let mut dropped = Vec::new();
        let mut longest: Option<Mark> = None;
        order.retain(|&at| {
            let mark = marks[at];
            let held = longest.is_some_and(|last| last.class == mark.class && last.words.holds(mark.words));
            if held {
                dropped.push(at);
            } else {
                longest = Some(mark);
            }
            !held
        });
        let of = |class: u32| {
            let start = order.partition_point(|&at| u32::from(marks[at].class.0) < class);
            let end = order.partition_point(|&at| u32::from(marks[at].class.0) <= class);
            &order[start..end]
        };
        for numbered in &self.programs {
            for (shadower, shadowed) in numbered.program.shadow_pairs() {
                let (shadowers, shadowed) = (of(shadower), of(shadowed));
                // None lies inside another, so the last that starts before a mark's end reaches farthest.
                dropped.extend(shadowed.iter().copied().filter(|&at| {
                    let before = shadowers.partition_point(|&other| marks[other].words.start() < marks[at].words.end());
                    shadowers[..before]
                        .last()
                        .is_some_and(|&other| marks[other].words.overlaps(marks[at].words))
                }));
            }
        }
        for at in dropped {
            self.marks[at].words = WordRange::new(0, 0);
        }
    }
}
