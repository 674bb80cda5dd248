//! Finds the marks of a draft: sentence by sentence, in each level by level.

use std::ops::Range;

use crate::prose::{Gap, Prose, WordRange};

use super::builtin;
use super::lookup::{has_case, holds};
use super::numbered::{Numbered, Seat, UNKNOWN, anchored};
use super::program::{PatternHead, Program, SlotCode};
use super::thinning::Thinning;
use super::{Class, Mark};

/// No mark.
const NONE: u32 = u32::MAX;

/// Finds all marks that `programs` make on the sentences `run` of `prose`, in order of start, then end, then class; and for
/// each sentence the number of its first mark.
pub(super) fn find(programs: &[&Program], prose: &Prose, run: Range<usize>) -> (Vec<Mark>, Vec<usize>) {
    let mut matcher = Matcher {
        prose,
        programs: programs.iter().map(|program| Numbered::new(program)).collect(),
        thinning: Thinning::new(programs),
        waiting: vec![Vec::new(); programs.iter().map(|program| program.top_level).max().unwrap_or(0) as usize + 1],
        sentence: WordRange::new(0, 0),
        marks: Vec::new(),
        first_at: Vec::new(),
        next: Vec::new(),
    };
    let mut found: Vec<Mark> = Vec::new();
    let mut starts = Vec::with_capacity(run.len() + 1);
    for sentence in &prose.sentences()[run] {
        starts.push(found.len());
        matcher.read(sentence.words);
        let first = found.len();
        found.extend(matcher.marks.iter().filter(|mark| !mark.words.is_empty()));
        found[first..].sort_unstable_by_key(|mark| mark.words.rank() << u16::BITS | u128::from(mark.class.0));
    }
    (found, starts)
}

/// A pattern whose anchor stands at a word of the sentence.
#[derive(Clone, Copy)]
struct Waiting {
    program: usize,
    pattern: u32,
    at: usize,
}

/// How the next word of a pattern must follow the one before: the widest gap that may lie between them.
mod join {
    use super::Gap;

    /// It is the pattern's first.
    pub(super) const FIRST: Gap = Gap::Start;
    /// It stands right behind, no comma between.
    pub(super) const TIGHT: Gap = Gap::Space;
    /// Words may lie between, and commas.
    pub(super) const LOOSE: Gap = Gap::Comma;
}

/// Words are numbered by the sentence here, marks by the prose.
struct Matcher<'p> {
    prose: &'p Prose,
    programs: Vec<Numbered<'p>>,
    thinning: Thinning,
    /// By level, the patterns whose anchor is a word of the sentence.
    waiting: Vec<Vec<Waiting>>,
    sentence: WordRange,
    marks: Vec<Mark>,
    /// For each word the last mark that was made there; `next` leads on from it.
    first_at: Vec<u32>,
    next: Vec<u32>,
}

impl Matcher<'_> {
    /// Finds the marks of a sentence.
    fn read(&mut self, sentence: WordRange) {
        self.sentence = sentence;
        self.marks.clear();
        self.next.clear();
        self.first_at.clear();
        self.first_at.resize(sentence.len(), NONE);
        let prose = self.prose;
        for numbered in &mut self.programs {
            numbered.read(prose, &prose.words()[sentence.range()]);
        }
        builtin::find(prose, sentence, |class, words| self.add(Mark { class, words }));
        self.try_words();
        self.thinning.thin_out(&mut self.marks, 0);
        for numbered in &mut self.programs {
            numbered.anchors.clear();
        }
        let mut before = 0;
        for level in 1..self.waiting.len() {
            let known = self.marks.len();
            for numbered in &mut self.programs {
                numbered.find_anchors(&self.marks, before);
            }
            before = known;
            let mut waiting = std::mem::take(&mut self.waiting[level]);
            for Waiting { program, pattern, at } in waiting.drain(..) {
                self.try_around(program, pattern, at);
            }
            self.waiting[level] = waiting;
            self.try_class_anchors(level);
            self.thinning.thin_out(&mut self.marks, known);
        }
    }

    /// Makes the marks of single words, and tries the patterns whose anchor is a word of the sentence; those that ask for
    /// marks have to wait.
    fn try_words(&mut self) {
        let first = self.sentence.start();
        for number in 0..self.programs.len() {
            let program = self.programs[number].program;
            for at in 0..self.sentence.len() {
                let Seat { word, shape, .. } = self.programs[number].seats[at];
                if word == UNKNOWN {
                    continue;
                }
                for (class, case) in program.lone_of(word) {
                    if has_case(shape, case) {
                        self.add(Mark {
                            class: Class(class),
                            words: WordRange::new(first + at, first + at + 1),
                        });
                    }
                }
                let around = self.programs[number].around(at, at + 1);
                for pattern in anchored(
                    &program.word_starts,
                    &program.word_patterns,
                    &program.word_sieves,
                    word,
                    around,
                ) {
                    match PatternHead::unpack(program.heads[pattern as usize]).level {
                        0 => self.try_around(number, pattern, at),
                        level => self.waiting[usize::from(level)].push(Waiting {
                            program: number,
                            pattern,
                            at,
                        }),
                    }
                }
            }
        }
    }

    /// Tries the patterns of a level whose anchor is one of the marks of the levels below.
    fn try_class_anchors(&mut self, level: usize) {
        for number in 0..self.programs.len() {
            let program = self.programs[number].program;
            for anchor in 0..self.programs[number].anchors.len() {
                let (mark, levels) = self.programs[number].anchors[anchor];
                let Mark { class, words } = self.marks[mark];
                if words.is_empty() || levels >> level & 1 == 0 {
                    continue;
                }
                let (start, end) = (
                    words.start() - self.sentence.start(),
                    words.end() - self.sentence.start(),
                );
                let around = self.programs[number].around(start, end);
                let class = u32::from(class.0);
                let patterns = anchored(
                    &program.class_starts,
                    &program.class_patterns,
                    &program.class_sieves,
                    class,
                    around,
                );
                for pattern in patterns {
                    if usize::from(PatternHead::unpack(program.heads[pattern as usize]).level) == level {
                        self.try_around(number, pattern, start);
                    }
                }
            }
        }
    }

    /// Tries a pattern whose anchor stands at word `anchor`.
    fn try_around(&mut self, number: usize, pattern: u32, anchor: usize) {
        let program = self.programs[number].program;
        let head = PatternHead::unpack(program.heads[pattern as usize]);
        let slots = program.slots_of(pattern);
        let first = anchor.saturating_sub(usize::from(head.farthest));
        let Some(last) = anchor.checked_sub(usize::from(head.nearest)) else {
            return;
        };
        for start in first..=last {
            let end = self.match_from(&self.programs[number], slots, start, join::FIRST);
            if let Some(end) = end.filter(|end| *end > anchor) {
                let first = self.sentence.start();
                self.add(Mark {
                    class: Class(head.class),
                    words: WordRange::new(first + start, first + end),
                });
            }
        }
    }

    /// Matches `slots` from word `at` on, where mostly their first word does not stand; the end of the match.
    fn match_from(&self, numbered: &Numbered<'_>, slots: &[u32], at: usize, join: Gap) -> Option<usize> {
        let Some((&first, rest)) = slots.split_first() else {
            return Some(at);
        };
        let Some(entry) = SlotCode::one_word(first) else {
            return self.choose(numbered, first, rest, at, join);
        };
        if numbered.seat(at, join)?.is(entry) {
            self.step(numbered, rest, at + 1, join::TIGHT)
        } else {
            None
        }
    }

    /// Matches `slots` from word `at` on; the end of the match.
    fn step(&self, numbered: &Numbered<'_>, mut slots: &[u32], mut at: usize, mut join: Gap) -> Option<usize> {
        // Most slots are one word that must be there, and leave nothing to choose.
        while let Some((&code, rest)) = slots.split_first() {
            let Some(entry) = SlotCode::one_word(code) else {
                return self.choose(numbered, code, rest, at, join);
            };
            if !numbered.seat(at, join)?.is(entry) {
                return None;
            }
            (slots, at, join) = (rest, at + 1, join::TIGHT);
        }
        Some(at)
    }

    /// Matches a slot and the `rest` behind it, where there is more than one way.
    fn choose(&self, numbered: &Numbered<'_>, code: u32, rest: &[u32], at: usize, join: Gap) -> Option<usize> {
        let (slot, optional) = SlotCode::unpack(code);
        let behind = |end: usize| self.step(numbered, rest, end, join::TIGHT);
        let here = numbered.seat(at, join);
        let found = match slot {
            SlotCode::Word(entry) => here.filter(|seat| seat.is(entry)).and_then(|_| behind(at + 1)),
            SlotCode::Set(set) => here
                .filter(|seat| holds(numbered.program, set, seat.word, seat.shape))
                .and_then(|_| behind(at + 1)),
            SlotCode::Class(class) => here.and_then(|_| self.marks_at(at, class).find_map(behind)),
            SlotCode::Gap(most) => return self.gap(numbered, rest, at, join, most),
            SlotCode::Start if at > 0 => return None,
            SlotCode::End if at < self.sentence.len() => return None,
            SlotCode::Start | SlotCode::End => return self.step(numbered, rest, at, join),
        };
        if found.is_none() && optional {
            self.step(numbered, rest, at, join)
        } else {
            found
        }
    }

    fn gap(&self, numbered: &Numbered<'_>, rest: &[u32], at: usize, join: Gap, most: u32) -> Option<usize> {
        let loose = if join == join::FIRST { join::FIRST } else { join::LOOSE };
        for skipped in 0..=most as usize {
            if skipped > 0 {
                numbered.seat(at + skipped - 1, loose)?;
            }
            if let Some(end) = self.match_from(numbered, rest, at + skipped, loose) {
                return Some(end);
            }
        }
        None
    }

    /// The ends of the marks of `class` that start at word `at`, longest first.
    fn marks_at(&self, at: usize, class: u32) -> impl Iterator<Item = usize> {
        let mut above = usize::MAX;
        std::iter::from_fn(move || {
            let mut longest = 0;
            let mut mark = self.first_at[at];
            while mark != NONE {
                let Mark { class: of, words } = self.marks[mark as usize];
                if u32::from(of.0) == class && words.end() < above {
                    longest = longest.max(words.end());
                }
                mark = self.next[mark as usize];
            }
            above = longest;
            (longest > 0).then(|| longest - self.sentence.start())
        })
    }

    fn add(&mut self, mark: Mark) {
        let at = mark.words.start() - self.sentence.start();
        let mut other = self.first_at[at];
        while other != NONE {
            if self.marks[other as usize] == mark {
                return;
            }
            other = self.next[other as usize];
        }
        self.next.push(self.first_at[at]);
        self.first_at[at] = u32::try_from(self.marks.len()).unwrap_or(NONE);
        self.marks.push(mark);
    }
}
