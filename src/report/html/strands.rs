//! Words cut where a finding, another place of one or a sentence begins or ends, so that what overlaps can be nested.

use std::borrow::Cow;

use crate::lints::finding::{Finding, Scope};
use crate::prose::Sentence;
use crate::source::Span;

use super::written::{Piece, Sort};

/// What lies over some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// The words of a finding, by its number in the file's findings.
    Finding(usize),
    /// Another place that belongs to a finding, by their numbers.
    Related(usize, usize),
}

/// Something that lies over a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    /// What it is.
    pub(super) over: Over,
    /// Where.
    pub(super) span: Span,
    /// How far below the words its line is drawn: what overlaps has lanes of its own.
    pub(super) lane: usize,
}

/// Words that the same layers lie over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Strand<'s> {
    /// What is shown.
    pub(super) text: Cow<'s, str>,
    /// What it is.
    pub(super) sort: Sort,
    /// The sentence that it belongs to.
    pub(super) sentence: Option<usize>,
    /// The layers over it, the outermost first.
    pub(super) layers: Vec<Layer>,
}

/// The layers of findings in order of their start. A finding about the whole document lies over no words.
pub(super) fn layers(findings: &[Finding]) -> Vec<Layer> {
    let mut layers = Vec::new();
    for (number, finding) in findings.iter().enumerate() {
        if finding.scope == Scope::Passage {
            layers.push((finding.span, Over::Finding(number)));
        }
        for (at, related) in finding.related.iter().enumerate() {
            layers.push((related.span, Over::Related(number, at)));
        }
    }
    layers.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    // Where the last layer of each lane ends; related places have no line.
    let mut ends: Vec<usize> = Vec::new();
    layers
        .into_iter()
        .map(|(span, over)| Layer {
            over,
            span,
            lane: match over {
                Over::Finding(_) => lane(&mut ends, span),
                Over::Related(..) => 0,
            },
        })
        .collect()
}

/// Takes the first lane that is free.
fn lane(ends: &mut Vec<usize>, span: Span) -> usize {
    let free = ends.iter().position(|end| *end <= span.start());
    let lane = free.unwrap_or(ends.len());
    if lane == ends.len() {
        ends.push(0);
    }
    ends[lane] = span.end();
    lane
}

/// Cuts pieces into strands. Pieces are to be given in the order of the file.
pub(super) struct Cutter<'d> {
    layers: &'d [Layer],
    sentences: &'d [Sentence],
    /// The first layer that has not begun.
    next: usize,
    /// The layers that have begun and may not have ended.
    open: Vec<usize>,
}

impl<'d> Cutter<'d> {
    /// A cutter at the start of a file.
    pub(super) fn new(layers: &'d [Layer], sentences: &'d [Sentence]) -> Self {
        Self {
            layers,
            sentences,
            next: 0,
            open: Vec::new(),
        }
    }

    /// Cuts the pieces of a block.
    pub(super) fn cut<'s>(&mut self, pieces: Vec<Piece<'s>>) -> Vec<Strand<'s>> {
        let mut strands: Vec<Strand<'s>> = Vec::new();
        for piece in pieces {
            let mut at = piece.from.start();
            while at < piece.from.end() {
                let end = if piece.verbatim {
                    self.next_cut(at, piece.from.end())
                } else {
                    piece.from.end()
                };
                let here = Span::new(at, end);
                let text = if piece.verbatim {
                    part(&piece.text, at - piece.from.start(), end - piece.from.start())
                } else {
                    piece.text.clone()
                };
                let strand = Strand {
                    text,
                    sort: piece.sort,
                    sentence: self.sentence(here),
                    layers: self.over(here),
                };
                join(&mut strands, strand);
                at = end;
            }
        }
        strands
    }

    /// The next byte after `at` at which something begins or ends, at most `end`.
    fn next_cut(&mut self, at: usize, end: usize) -> usize {
        self.advance(at, at + 1);
        let mut cut = end;
        let mut consider = |byte: usize| {
            if byte > at {
                cut = cut.min(byte);
            }
        };
        if let Some(layer) = self.layers.get(self.next) {
            consider(layer.span.start());
        }
        for &open in &self.open {
            consider(self.layers[open].span.end());
        }
        let sentence = self.sentences.partition_point(|sentence| sentence.span.end() <= at);
        if let Some(sentence) = self.sentences.get(sentence) {
            consider(sentence.span.start());
            consider(sentence.span.end());
        }
        cut
    }

    /// Opens the layers that begin before `end` and closes those that end by `start`.
    fn advance(&mut self, start: usize, end: usize) {
        while self.layers.get(self.next).is_some_and(|layer| layer.span.start() < end) {
            self.open.push(self.next);
            self.next += 1;
        }
        let layers = self.layers;
        self.open.retain(|&open| layers[open].span.end() > start);
    }

    fn over(&mut self, here: Span) -> Vec<Layer> {
        self.advance(here.start(), here.end());
        self.open.iter().map(|&open| self.layers[open]).collect()
    }

    fn sentence(&self, here: Span) -> Option<usize> {
        let at = self
            .sentences
            .partition_point(|sentence| sentence.span.end() <= here.start());
        let sentence = self.sentences.get(at)?;
        (sentence.span.start() < here.end()).then_some(at)
    }
}

fn part<'s>(text: &Cow<'s, str>, start: usize, end: usize) -> Cow<'s, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(start..end).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(start..end).unwrap_or_default().to_owned()),
    }
}

/// Adds a strand, to the one before it if both are alike.
fn join<'s>(strands: &mut Vec<Strand<'s>>, strand: Strand<'s>) {
    match strands.last_mut() {
        Some(last) if last.sort == strand.sort && last.sentence == strand.sentence && last.layers == strand.layers => {
            last.text.to_mut().push_str(&strand.text);
        }
        _ => strands.push(strand),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, start: usize) -> Piece<'_> {
        Piece {
            text: Cow::Borrowed(text),
            sort: Sort::Words,
            from: Span::new(start, start + text.len()),
            verbatim: true,
        }
    }

    fn laid(spans: &[(usize, usize)]) -> Vec<Layer> {
        let mut ends = Vec::new();
        let spans = spans.iter().enumerate();
        spans
            .map(|(number, &(start, end))| Layer {
                over: Over::Finding(number),
                span: Span::new(start, end),
                lane: lane(&mut ends, Span::new(start, end)),
            })
            .collect()
    }

    fn cut(pieces: Vec<Piece<'_>>, layers: &[Layer]) -> Vec<(String, Vec<usize>)> {
        let strands = Cutter::new(layers, &[]).cut(pieces).into_iter();
        strands
            .map(|strand| {
                let layers = strand.layers.iter();
                let numbers = layers.map(|layer| match layer.over {
                    Over::Finding(number) | Over::Related(number, _) => number,
                });
                (strand.text.into_owned(), numbers.collect())
            })
            .collect()
    }

    #[test]
    fn what_overlaps_is_cut_where_it_begins_and_ends() {
        let strands = cut(vec![piece("abcdefgh", 10)], &laid(&[(11, 15), (13, 17)]));
        let expected = [
            ("a", vec![]),
            ("bc", vec![0]),
            ("de", vec![0, 1]),
            ("fg", vec![1]),
            ("h", vec![]),
        ];
        assert_eq!(strands, expected.map(|(text, numbers)| (text.to_owned(), numbers)));
    }

    #[test]
    fn the_strands_of_a_finding_together_are_its_words() {
        let text = "I failed the exam, because our school told us nothing.";
        let layers = laid(&[(0, 54), (2, 17), (2, 8), (9, 53), (19, 33)]);
        let strands = cut(vec![piece(text, 0)], &layers);
        assert_eq!(strands.iter().map(|(text, _)| text.as_str()).collect::<String>(), text);
        for (number, layer) in layers.iter().enumerate() {
            let of_it = strands.iter().filter(|(_, over)| over.contains(&number));
            assert_eq!(
                of_it.map(|(text, _)| text.as_str()).collect::<String>(),
                layer.span.of(text)
            );
        }
    }

    #[test]
    fn a_piece_that_stands_for_other_bytes_is_not_cut() {
        let entity = Piece {
            text: Cow::Borrowed("&"),
            verbatim: false,
            from: Span::new(2, 7),
            ..piece("", 2)
        };
        let strands = cut(vec![piece("ab", 0), entity, piece("cd", 7)], &laid(&[(4, 8)]));
        let expected = [("ab", vec![]), ("&c", vec![0]), ("d", vec![])];
        assert_eq!(strands, expected.map(|(text, numbers)| (text.to_owned(), numbers)));
    }

    #[test]
    fn what_overlaps_has_lanes_of_its_own() {
        let lanes: Vec<usize> = laid(&[(0, 9), (2, 4), (3, 9), (5, 6), (9, 12)])
            .iter()
            .map(|layer| layer.lane)
            .collect();
        assert_eq!(lanes, [0, 1, 2, 1, 0]);
    }
}
