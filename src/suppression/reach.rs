//! What a suppression reaches.

use std::cmp::Reverse;
use std::ops::Range;

use crate::source::{Comment, Source};

/// What a suppression reaches. Of two reaches one lies inside the other, or they have nothing in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reach {
    /// The file.
    File,
    /// The first blocks, up to number `end`, and what is said of the document as a whole: the comment stands above all
    /// text.
    Top { end: usize },
    /// Blocks, by number.
    Blocks { first: usize, end: usize },
    /// Nothing: no block follows.
    Nothing,
}

impl Reach {
    /// The blocks that it reaches, by number.
    pub(super) fn blocks(self) -> Range<usize> {
        match self {
            Self::File => 0..usize::MAX,
            Self::Top { end } => 0..end,
            Self::Blocks { first, end } => first..end,
            Self::Nothing => 0..0,
        }
    }
}

/// What `<!-- essaylint-ignore … -->` reaches.
pub(super) fn reach(source: &Source, comment: Comment) -> Reach {
    if comment.inside_block
        && let Some(first) = block_at(source, comment.span.start())
    {
        return Reach::Blocks { first, end: first + 1 };
    }
    let behind = comment.span.end();
    let first = source.blocks().partition_point(|block| block.span.start() < behind);
    if first == source.blocks().len() {
        return Reach::Nothing;
    }
    // Of the groups that begin with this block the outermost comes first; those that hold the comment began before.
    let next = source.groups().partition_point(|group| group.start < behind);
    let group = source.groups().get(next).filter(|group| group.blocks.start == first);
    let end = group.map_or(first + 1, |group| group.blocks.end);
    match first {
        0 => Reach::Top { end },
        first => Reach::Blocks { first, end },
    }
}

/// Number of the block that holds byte `at`.
pub(super) fn block_at(source: &Source, at: usize) -> Option<usize> {
    let before = source.blocks().partition_point(|block| block.span.start() <= at);
    let block = before.checked_sub(1)?;
    (at < source.blocks()[block].span.end()).then_some(block)
}

/// The reaches of all suppressions of a draft.
pub(super) struct Reaches {
    /// In order of the first block, outer ones before those within.
    sorted: Vec<Reach>,
    /// For each the next one that it lies in.
    outer: Vec<Option<usize>>,
}

impl Reaches {
    pub(super) fn new(reaches: impl Iterator<Item = Reach>) -> Self {
        let mut sorted: Vec<Reach> = reaches.filter(|reach| *reach != Reach::Nothing).collect();
        sorted.sort_by_key(|reach| {
            let Range { start, end } = reach.blocks();
            (start, Reverse(end), matches!(reach, Reach::Blocks { .. }))
        });
        sorted.dedup();
        let mut outer = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (number, reach) in sorted.iter().enumerate() {
            while let Some(&last) = open.last()
                && sorted[last].blocks().end <= reach.blocks().start
            {
                open.pop();
            }
            outer.push(open.last().copied());
            open.push(number);
        }
        Self { sorted, outer }
    }

    /// Those that hold a block.
    pub(super) fn of_block(&self, block: usize) -> impl Iterator<Item = Reach> {
        let last = self.sorted.partition_point(|reach| reach.blocks().start <= block);
        let chain = std::iter::successors(last.checked_sub(1), |&number| self.outer[number]);
        chain
            .map(|number| self.sorted[number])
            .filter(move |reach| reach.blocks().contains(&block))
    }

    /// Those that hold what is said of the document.
    pub(super) fn of_document(&self) -> impl Iterator<Item = Reach> {
        let first = self
            .sorted
            .iter()
            .copied()
            .take_while(|reach| reach.blocks().start == 0);
        first.filter(|reach| matches!(reach, Reach::File | Reach::Top { .. }))
    }
}
