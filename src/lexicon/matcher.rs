//! Finds the marks of a draft: sentence by sentence, in each level by level.

use crate::prose::{Gap, Prose, Word, WordRange};

use super::builtin;
use super::lookup::{has_case, holds};
use super::program::{PatternHead, Program, Sieve, SlotCode, row, unpack_entry};
use super::thinning::Thinning;
use super::{Class, Mark};

/// Word number where a program does not know the word; no mark.
const UNKNOWN: u32 = u32::MAX;

/// Finds all marks that `programs` make on `prose`, in order of start, then end, then class; and for each sentence the
/// number of its first mark, with one more at the end.
pub(super) fn find(programs: &[&Program], prose: &Prose) -> (Vec<Mark>, Vec<usize>) {
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
    let mut starts = Vec::with_capacity(prose.sentences().len() + 1);
    for sentence in prose.sentences() {
        starts.push(found.len());
        matcher.read(sentence.words);
        let first = found.len();
        found.extend(matcher.marks.iter().filter(|mark| !mark.words.is_empty()));
        found[first..].sort_unstable_by_key(|mark| (mark.words, mark.class));
    }
    starts.push(found.len());
    (found, starts)
}

/// A program with the numbers that it gives the words of a sentence.
struct Numbered<'p> {
    program: &'p Program,
    words: Vec<u32>,
    /// Their bits, with the edges of the sentence around them.
    bits: Vec<Sieve>,
    /// For each level above 0, whether a class anchors a pattern of it: see [`levels_of`].
    class_levels: Vec<u16>,
}

impl<'p> Numbered<'p> {
    fn new(program: &'p Program) -> Self {
        Self {
            program,
            words: Vec::new(),
            bits: Vec::new(),
            class_levels: levels_of(program),
        }
    }

    fn read(&mut self, prose: &Prose, words: &[Word]) {
        self.words.clear();
        self.bits.clear();
        self.bits.push(Sieve::EDGE);
        for word in words {
            let number = self.program.vocabulary.find_hashed(prose.folded(word), word.hash());
            self.words.push(number.unwrap_or(UNKNOWN));
            self.bits.push(number.map_or(Sieve::UNKNOWN, Sieve::of_word));
        }
        self.bits.push(Sieve::EDGE);
    }

    /// The bits of what stands before and behind words `start..end` of the sentence.
    fn around(&self, start: usize, end: usize) -> [Sieve; 2] {
        [self.bits[start], self.bits[end + 1]]
    }
}

/// The patterns of row `number` whose sieves let pass what stands around their anchor.
fn anchored<'p>(
    starts: &[u32],
    patterns: &'p [u32],
    sieves: &'p [u32],
    number: u32,
    [before, behind]: [Sieve; 2],
) -> impl Iterator<Item = u32> + use<'p> {
    let number = number as usize;
    let places = match (starts.get(number), starts.get(number + 1)) {
        (Some(&first), Some(&end)) => first as usize..end as usize,
        _ => 0..0,
    };
    let sieves = sieves.get(places.start * 2..places.end * 2).unwrap_or_default();
    let row = patterns.get(places).unwrap_or_default();
    let passes = move |sieve: &[u32]| match *sieve {
        [one, other] => Sieve(one).passes(before) && Sieve(other).passes(behind),
        _ => true,
    };
    row.iter()
        .zip(sieves.chunks_exact(2))
        .filter(move |(_, sieve)| passes(sieve))
        .map(|(&pattern, _)| pattern)
}

/// For each class the levels of the patterns that it anchors, one bit for each.
fn levels_of(program: &Program) -> Vec<u16> {
    let classes = program.class_starts.len().saturating_sub(1);
    let levels = |class: usize| {
        let patterns = row(
            &program.class_starts,
            &program.class_patterns,
            u32::try_from(class).unwrap_or(UNKNOWN),
        );
        let levels = patterns
            .iter()
            .map(|&pattern| 1 << PatternHead::unpack(program.heads[pattern as usize]).level);
        levels.fold(0, |all, level: u16| all | level)
    };
    (0..classes).map(levels).collect()
}

/// A pattern whose anchor stands at a word of the sentence.
#[derive(Clone, Copy)]
struct Waiting {
    program: usize,
    pattern: u32,
    at: usize,
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

impl<'p> Matcher<'p> {
    /// Finds the marks of a sentence.
    fn read(&mut self, sentence: WordRange) {
        self.sentence = sentence;
        self.marks.clear();
        self.next.clear();
        self.first_at.clear();
        self.first_at.resize(sentence.len(), UNKNOWN);
        let prose = self.prose;
        for numbered in &mut self.programs {
            numbered.read(prose, &prose.words()[sentence.range()]);
        }
        builtin::find(prose, sentence, |class, words| self.add(Mark { class, words }));
        self.try_words();
        self.thinning.thin_out(&mut self.marks, 0);
        for level in 1..self.waiting.len() {
            let known = self.marks.len();
            let mut waiting = std::mem::take(&mut self.waiting[level]);
            for Waiting { program, pattern, at } in waiting.drain(..) {
                self.try_around(program, pattern, at);
            }
            self.waiting[level] = waiting;
            self.try_class_anchors(level, known);
            self.thinning.thin_out(&mut self.marks, known);
        }
    }

    fn words(&self) -> &'p [Word] {
        &self.prose.words()[self.sentence.range()]
    }

    /// Tries the patterns whose anchor is a word of the sentence; those that ask for marks have to wait.
    fn try_words(&mut self) {
        for number in 0..self.programs.len() {
            let program = self.programs[number].program;
            for at in 0..self.sentence.len() {
                let word = self.programs[number].words[at];
                if word == UNKNOWN {
                    continue;
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

    /// Tries the patterns of a level whose anchor is one of the first `known` marks.
    fn try_class_anchors(&mut self, level: usize, known: usize) {
        for number in 0..self.programs.len() {
            let program = self.programs[number].program;
            for mark in 0..known {
                let Mark { class, words } = self.marks[mark];
                let levels = self.programs[number].class_levels.get(class.number()).copied();
                if words.is_empty() || levels.unwrap_or_default() >> level & 1 == 0 {
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
            let end = self.step(number, slots, start, Join::First);
            if let Some(end) = end.filter(|end| *end > anchor) {
                let first = self.sentence.start();
                self.add(Mark {
                    class: Class(head.class),
                    words: WordRange::new(first + start, first + end),
                });
            }
        }
    }

    /// Matches `slots` from word `at` on; the end of the match.
    fn step(&self, number: usize, slots: &[u32], at: usize, join: Join) -> Option<usize> {
        let Some((&code, rest)) = slots.split_first() else {
            return Some(at);
        };
        let (slot, optional) = SlotCode::unpack(code);
        let fits = at < self.sentence.len() && self.joins(at, join);
        let found = match slot {
            SlotCode::Word(entry) => (fits && self.is_word(number, at, entry))
                .then(|| self.step(number, rest, at + 1, Join::Tight))
                .flatten(),
            SlotCode::Set(set) => (fits && self.is_in_set(number, at, set))
                .then(|| self.step(number, rest, at + 1, Join::Tight))
                .flatten(),
            SlotCode::Class(class) if fits => self
                .marks_at(at, class)
                .find_map(|end| self.step(number, rest, end, Join::Tight)),
            SlotCode::Class(_) => None,
            SlotCode::Gap(most) => return self.gap(number, rest, at, join, most),
            SlotCode::Start if at > 0 => return None,
            SlotCode::End if at < self.sentence.len() => return None,
            SlotCode::Start | SlotCode::End => return self.step(number, rest, at, join),
        };
        if found.is_none() && optional {
            self.step(number, rest, at, join)
        } else {
            found
        }
    }

    fn gap(&self, number: usize, rest: &[u32], at: usize, join: Join, most: u32) -> Option<usize> {
        let loose = if join == Join::First { Join::First } else { Join::Loose };
        for skipped in 0..=most as usize {
            if skipped > 0 && (at + skipped > self.sentence.len() || !self.joins(at + skipped - 1, loose)) {
                return None;
            }
            if let Some(end) = self.step(number, rest, at + skipped, loose) {
                return Some(end);
            }
        }
        None
    }

    fn joins(&self, at: usize, join: Join) -> bool {
        let gap = self.words()[at].gap;
        match join {
            Join::First => true,
            Join::Tight => gap <= Gap::Space,
            Join::Loose => gap <= Gap::Comma,
        }
    }

    fn is_word(&self, number: usize, at: usize, entry: u32) -> bool {
        let (word, case) = unpack_entry(entry);
        self.programs[number].words[at] == word && has_case(self.words()[at].shape, case)
    }

    fn is_in_set(&self, number: usize, at: usize, set: u32) -> bool {
        let Numbered { program, words, .. } = &self.programs[number];
        words[at] != UNKNOWN && holds(program, set, words[at], self.words()[at].shape)
    }

    /// The ends of the marks of `class` that start at word `at`, longest first.
    fn marks_at(&self, at: usize, class: u32) -> impl Iterator<Item = usize> {
        let mut above = usize::MAX;
        std::iter::from_fn(move || {
            let mut longest = 0;
            let mut mark = self.first_at[at];
            while mark != UNKNOWN {
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
}
