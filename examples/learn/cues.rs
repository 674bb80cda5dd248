//! The cues that sentences and their clauses show, each by a number.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use essaylint::prose::{Prose, WordRange};
use essaylint::story::clause::clauses;
use essaylint::story::cues::{Reading, Sink};

use super::solver::Row;

/// How many sentences must show a cue, if it is to be learned.
const SHOWN: u32 = 6;

/// The cues of all sentences and clauses, while they are gathered.
#[derive(Default)]
pub struct Cues {
    numbers: HashMap<String, u32>,
    sentences: Vec<Vec<u32>>,
    clauses: Vec<Vec<u32>>,
}

/// The cues that are learned: their names in order, and the rows of sentences and of clauses.
pub struct Numbered {
    pub names: Vec<String>,
    pub sentences: Vec<Row>,
    pub clauses: Vec<Row>,
}

/// Takes the cues of one sentence.
struct Heard<'c> {
    numbers: &'c mut HashMap<String, u32>,
    alone: bool,
    shown: Vec<(u32, WordRange)>,
}

impl Sink for Heard<'_> {
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, words: WordRange) {
        // A sentence of the bank has no place in a text and no kind that would tell.
        if self.alone && matches!(tag, "paragraph" | "opens" | "closes" | "kind") {
            return;
        }
        let name = format!("{tag} {a} {b}").trim_end().to_owned();
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(name).or_insert(next);
        self.shown.push((number, words));
    }
}

impl Cues {
    /// Adds sentence `at` of a text, which stands `alone` or among others. Of one among others that has several clauses,
    /// these are added too: their words, in order.
    pub fn add(&mut self, reading: &Reading<'_>, prose: &Prose, at: usize, alone: bool) -> Vec<WordRange> {
        let mut heard = Heard {
            numbers: &mut self.numbers,
            alone,
            shown: Vec::new(),
        };
        reading.cues(at, &mut heard);
        let shown = heard.shown;
        self.sentences.push(once(shown.iter().map(|(number, _)| *number)));
        let sentence = prose.sentences()[at].words;
        let parts = clauses(prose, sentence);
        if alone || parts.len() == 1 {
            return Vec::new();
        }
        for clause in &parts {
            // What the neighbours show is left out: clauses are to teach what their own words do.
            let inside = shown
                .iter()
                .filter(|(_, words)| words.is_empty() || clause.holds(*words));
            self.clauses.push(once(inside.map(|(number, _)| *number)));
        }
        parts
    }

    /// Gives each cue that enough sentences show a number in the order of the names.
    pub fn number(self) -> Numbered {
        let mut counts = vec![0_u32; self.numbers.len()];
        for &number in self.sentences.iter().flatten() {
            counts[number as usize] += 1;
        }
        let kept: BTreeMap<String, u32> = self
            .numbers
            .into_iter()
            .filter(|(_, number)| counts[*number as usize] >= SHOWN)
            .collect();
        let mut place = vec![None; counts.len()];
        for (at, number) in (0_u32..).zip(kept.values()) {
            place[*number as usize] = Some(at);
        }
        let row = |cues: &Vec<u32>| -> Row {
            let mut row: Row = cues
                .iter()
                .filter_map(|&number| place[number as usize])
                .map(|at| (at, 1.0))
                .collect();
            row.sort_by_key(|(at, _)| *at);
            row
        };
        Numbered {
            sentences: self.sentences.iter().map(row).collect(),
            clauses: self.clauses.iter().map(row).collect(),
            names: kept.into_keys().collect(),
        }
    }
}

fn once(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    numbers.collect::<BTreeSet<u32>>().into_iter().collect()
}
