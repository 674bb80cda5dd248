//! The essay as it is written, with lines under the words of findings and the notes beside them.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::source::BlockKind;

use super::ink::{Ink, heading};
use super::note::note;
use super::rows::{Row, Written};
use super::sheet::{Sheet, group_class};
use super::story::Step;
use super::strands::{Layer, Over, Strand};
use super::written::Sort;

/// How many lanes of lines there is room for under a row of words.
const LANES: usize = 3;

/// How many steps lists go to the right.
const DEEPEST: usize = 4;

/// Writes the essay of a sheet.
pub(super) struct Essay<'p> {
    sheet: &'p Sheet<'p>,
    /// The places that a link can lead to already.
    anchored: BTreeSet<String>,
}

impl<'p> Essay<'p> {
    /// An essay of which nothing is written yet.
    pub(super) fn new(sheet: &'p Sheet<'p>) -> Self {
        Self {
            sheet,
            anchored: BTreeSet::new(),
        }
    }

    /// The whole essay.
    pub(super) fn write(mut self) -> Markup {
        let rows: Vec<(usize, &Row<'_>)> = self.sheet.rows.iter().enumerate().collect();
        let kind = |row: &Row<'_>| match row {
            Row::Block(Written { kind, .. }) => Some(*kind),
            _ => None,
        };
        let is_whole = |a: &(usize, &Row<'_>), b: &(usize, &Row<'_>)| kind(a.1) == kind(b.1);
        html! {
            @for whole in rows.chunk_by(is_whole) {
                @match kind(whole[0].1) {
                    Some(BlockKind::ListItem) => {
                        ul.items role="list" { @for (at, row) in whole { (self.row(*at, row)) } }
                    }
                    Some(BlockKind::Quote) => {
                        blockquote { @for (at, row) in whole { (self.row(*at, row)) } }
                    }
                    _ => { @for (at, row) in whole { (self.row(*at, row)) } }
                }
            }
        }
    }

    fn row(&mut self, at: usize, row: &Row<'_>) -> Markup {
        let words = self.words(at, row.strands());
        let notes = self.notes(at);
        match row {
            Row::Block(block) => self.block(block, &words, &notes),
            Row::Comment(_) => html! { div.row { p.text.aside { (words) } (notes) } },
            Row::Rule => html! { hr; },
            Row::Unread(text) => html! {
                div.row { div.text.aside {
                    p.label { "not read" }
                    pre { @for line in text.lines() { (Ink(line)) "\n" } }
                } }
            },
        }
    }

    fn block(&self, block: &Written<'_>, words: &Markup, notes: &Markup) -> Markup {
        match block.kind {
            BlockKind::Paragraph | BlockKind::Quote => html! { div.row { p.text { (words) } (notes) } },
            BlockKind::Heading => html! {
                div.row { (heading(self.sheet.level + 2, None, Some("text"), words)) (notes) }
            },
            BlockKind::ListItem => html! {
                li class={ "row deep-" (block.depth.div_ceil(2).clamp(1, DEEPEST)) } {
                    div.text {
                        @if let Some(bullet) = block.bullet { span.bullet { (bullet) } }
                        (words)
                    }
                    (notes)
                }
            },
        }
    }

    fn notes(&self, at: usize) -> Markup {
        let here = self.sheet.beside(Some(at));
        html! {
            @if !here.is_empty() {
                div.notes { @for finding in here { (note(self.sheet, *finding)) } }
            }
        }
    }

    /// The words of row number `row`, sentence by sentence.
    fn words(&mut self, row: usize, strands: &[Strand<'_>]) -> Markup {
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, strand) in strands.iter().enumerate() {
            for layer in &strand.layers {
                if let Over::Finding(finding) = layer.over {
                    last.insert(finding, at);
                }
            }
        }
        let ends = |at: usize, layer: &Layer| match layer.over {
            Over::Finding(finding) => last.get(&finding) == Some(&at) && self.sheet.home(finding) == Some(row),
            Over::Related(..) => false,
        };
        let numbered: Vec<(Vec<Layer>, &Strand<'_>)> = strands
            .iter()
            .enumerate()
            .map(|(at, strand)| {
                (
                    strand.layers.iter().copied().filter(|layer| ends(at, layer)).collect(),
                    strand,
                )
            })
            .collect();
        html! {
            @for sentence in numbered.chunk_by(|a, b| a.1.sentence == b.1.sentence) {
                @match sentence[0].1.sentence {
                    Some(at) => {
                        span class={ "s" (self.steps(at)) } id=(self.sheet.sentence_id(at)) {
                            (self.strands(sentence))
                        }
                    }
                    None => (self.strands(sentence)),
                }
            }
        }
    }

    /// The classes that say what a sentence does in its episode.
    fn steps(&self, sentence: usize) -> String {
        let telling = &self.sheet.file.linted.draft.story.tellings[sentence];
        let mut classes = String::new();
        for step in Step::of(telling) {
            classes.push_str(" does-");
            classes.push_str(step.name());
        }
        classes
    }

    fn strands(&mut self, strands: &[(Vec<Layer>, &Strand<'_>)]) -> Markup {
        html! {
            @for (ending, strand) in strands {
                (self.strand(strand))
                @for layer in ending { (self.reference(*layer)) }
            }
        }
    }

    fn strand(&mut self, strand: &Strand<'_>) -> Markup {
        let words = match strand.sort {
            Sort::Words => html! { (Ink(&strand.text)) },
            Sort::Markup => html! { span.markup { (Ink(&strand.text)) } },
            Sort::Comment => html! { span.comment { (Ink(&strand.text)) } },
        };
        strand
            .layers
            .iter()
            .rev()
            .fold(words, |words, layer| self.cover(*layer, &words))
    }

    /// Lays a layer over words.
    fn cover(&mut self, layer: Layer, words: &Markup) -> Markup {
        let name = self.sheet.words_id(layer.over);
        let id = self.anchored.insert(name.clone()).then_some(&name);
        match layer.over {
            Over::Finding(finding) => {
                let group = group_class(&self.sheet.finding(layer).group);
                html! {
                    mark class={ "f " (group) " lane-" (layer.lane.min(LANES - 1)) } id=[id]
                        data-note=(self.sheet.note_id(finding)) { (words) }
                }
            }
            Over::Related(finding, _) => html! {
                span.r id=[id] data-note=(self.sheet.note_id(finding)) { (words) }
            },
        }
    }

    /// The number after the words of a finding, linked to its note.
    fn reference(&self, layer: Layer) -> Markup {
        let (Over::Finding(finding) | Over::Related(finding, _)) = layer.over;
        let number = self.sheet.shown_number(finding);
        html! {
            sup class={ "to-note " (group_class(&self.sheet.finding(layer).group)) } {
                a href={ "#" (self.sheet.note_id(finding)) } aria-label={ "note " (number) } { (number) }
            }
        }
    }
}
