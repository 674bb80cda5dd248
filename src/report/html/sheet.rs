//! One draft of the page, and what its parts are called in links.

use crate::lints::GROUPS;
use crate::lints::finding::Finding;
use crate::report::FileReport;

use super::rows::{Row, rows};
use super::strands::{Layer, Over, layers};

/// A draft with all that its parts need to know of each other.
pub(super) struct Sheet<'r> {
    /// The draft and its findings.
    pub(super) file: &'r FileReport,
    /// Its number on the page, from 1.
    pub(super) number: usize,
    /// The level of its heading.
    pub(super) level: u8,
    /// The draft from top to bottom.
    pub(super) rows: Vec<Row<'r>>,
    /// For each finding the row beside which its note stands.
    homes: Vec<Option<usize>>,
    /// The findings in the order in which their notes stand.
    order: Vec<usize>,
    /// For each finding its place in that order, from 1.
    numbers: Vec<usize>,
}

impl<'r> Sheet<'r> {
    /// Lays out a draft.
    pub(super) fn new(file: &'r FileReport, number: usize, level: u8) -> Self {
        let findings = &file.linted.findings;
        let draft = &file.linted.draft;
        let layers = layers(findings);
        let rows = rows(&draft.source, &layers, draft.prose.sentences());
        let mut homes = vec![None; findings.len()];
        for (at, row) in rows.iter().enumerate() {
            for layer in row.strands().iter().flat_map(|strand| &strand.layers) {
                if let Over::Finding(finding) = layer.over {
                    homes[finding].get_or_insert(at);
                }
            }
        }
        let mut order: Vec<usize> = (0..findings.len()).collect();
        order.sort_by_key(|&finding| homes[finding]);
        let mut numbers = vec![0; findings.len()];
        for (place, finding) in order.iter().enumerate() {
            numbers[*finding] = place + 1;
        }
        Self {
            file,
            number,
            level,
            rows,
            homes,
            order,
            numbers,
        }
    }

    /// The row beside which the note of a finding stands; none where its words are not to be seen in the essay, or it is
    /// about all of them.
    pub(super) fn home(&self, finding: usize) -> Option<usize> {
        self.homes[finding]
    }

    /// The findings, by number, whose notes stand beside a row, or above the essay.
    pub(super) fn beside(&self, row: Option<usize>) -> &[usize] {
        let first = self.order.partition_point(|finding| self.homes[*finding] < row);
        let next = self.order.partition_point(|finding| self.homes[*finding] <= row);
        &self.order[first..next]
    }

    /// The finding that a layer belongs to.
    pub(super) fn finding(&self, layer: Layer) -> &'r Finding {
        let (Over::Finding(finding) | Over::Related(finding, _)) = layer.over;
        &self.file.linted.findings[finding]
    }

    /// The number of a finding on the sheet.
    pub(super) fn shown_number(&self, finding: usize) -> usize {
        self.numbers[finding]
    }

    /// What a part of the sheet is called.
    pub(super) fn id(&self, part: &str) -> String {
        format!("d{}-{part}", self.number)
    }

    /// What names a section, by ids: its heading, and the draft that it is of.
    pub(super) fn named(&self, heading: &str) -> String {
        format!("{heading} {}", self.id("name"))
    }

    /// What a sentence is called.
    pub(super) fn sentence_id(&self, sentence: usize) -> String {
        self.id(&format!("s{}", sentence + 1))
    }

    /// What the note of a finding is called.
    pub(super) fn note_id(&self, finding: usize) -> String {
        self.id(&format!("n{}", self.shown_number(finding)))
    }

    /// What the words that a layer lies over are called.
    pub(super) fn words_id(&self, over: Over) -> String {
        match over {
            Over::Finding(finding) => self.id(&format!("f{}", self.shown_number(finding))),
            Over::Related(finding, at) => self.id(&format!("r{}-{}", self.shown_number(finding), at + 1)),
        }
    }
}

/// The class of a group: its colour and its line. Groups of own lints share one.
pub(super) fn group_class(group: &str) -> String {
    let name = GROUPS.iter().find(|known| **known == group);
    format!("g-{}", name.unwrap_or(&"own"))
}
