//! A draft from top to bottom: its blocks, and between them what is no running text, so that nothing of it is hidden.

use crate::source::{BOM, BlockKind, Source, Span};

use super::strands::{Cutter, Layer, Strand};
use super::written::{Piece, Sort, marker, pieces};
use crate::prose::Sentence;

/// One thing after the other.
#[derive(Debug)]
pub(super) enum Row<'s> {
    /// A block of running text.
    Block(Written<'s>),
    /// A comment that stands by itself.
    Comment(Vec<Strand<'s>>),
    /// A line across.
    Rule,
    /// Something that essaylint does not read: code, a table, the target of a link.
    Unread(&'s str),
}

/// A block of running text.
#[derive(Debug)]
pub(super) struct Written<'s> {
    /// What it is.
    pub(super) kind: BlockKind,
    /// How deep it stands in lists and quotes.
    pub(super) depth: usize,
    /// What stands before an item of a list, if the block begins one and does not show it by itself.
    pub(super) bullet: Option<&'s str>,
    /// Its words.
    pub(super) strands: Vec<Strand<'s>>,
}

impl<'s> Row<'s> {
    /// The strands of the row.
    pub(super) fn strands(&self) -> &[Strand<'s>] {
        match self {
            Self::Block(Written { strands, .. }) | Self::Comment(strands) => strands,
            Self::Rule | Self::Unread(_) => &[],
        }
    }
}

/// The rows of a draft, cut where layers and sentences begin and end.
pub(super) fn rows<'s>(source: &'s Source, layers: &[Layer], sentences: &[Sentence]) -> Vec<Row<'s>> {
    let mut rows = Vec::new();
    let mut cutter = Cutter::new(layers, sentences);
    let mut at = source.front_matter().map_or(0, Span::end);
    for (block, place) in source.blocks().iter().zip(places(source)) {
        between(source, Span::new(at, block.span.start()), &mut cutter, &mut rows);
        let begins = block.flow.stretches().next().map(|(_, from, _)| from.start());
        rows.push(Row::Block(Written {
            kind: block.kind,
            depth: place.depth,
            bullet: place
                .begins
                .filter(|start| block.kind == BlockKind::ListItem && begins > Some(*start))
                .and_then(|start| bullet(source.text(), start)),
            strands: cutter.cut(pieces(source, block)),
        }));
        at = at.max(block.span.end());
    }
    between(source, Span::new(at, source.text().len()), &mut cutter, &mut rows);
    rows
}

/// Adds what stands between two blocks: comments, lines across, what is not read.
fn between<'s>(source: &'s Source, gap: Span, cutter: &mut Cutter<'_>, rows: &mut Vec<Row<'s>>) {
    let text = source.text();
    let mut at = gap.start();
    let comments = source.comments();
    let first = comments.partition_point(|comment| comment.span.end() <= gap.start());
    for comment in comments[first..]
        .iter()
        .take_while(|comment| comment.span.start() < gap.end())
    {
        rows.extend(unread(Span::new(at, comment.span.start()).of(text)));
        rows.push(Row::Comment(cutter.cut(vec![Piece {
            text: comment.span.of(text).into(),
            sort: Sort::Comment,
            from: comment.span,
            verbatim: true,
        }])));
        at = comment.span.end();
    }
    rows.extend(unread(Span::new(at, gap.end()).of(text)));
}

/// The rows for text that is not read; none where nothing stands but the marks of lists and quotes.
fn unread(text: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    // From where on nothing has become a row.
    let (mut from, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if is_rule(line) {
            rows.extend(unread_part(&text[from..at]));
            rows.push(Row::Rule);
            from = at + line.len();
        }
        at += line.len();
    }
    rows.extend(unread_part(&text[from..]));
    rows
}

fn unread_part(text: &str) -> Option<Row<'_>> {
    let is_mark = |line: &str| {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | BOM));
        line[marker(line)..].trim().is_empty()
    };
    let is_nothing = text.lines().all(is_mark);
    (!is_nothing).then(|| Row::Unread(text.trim_matches(['\n', '\r'])))
}

/// Whether a line is one across.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3
        && ['-', '*', '_']
            .iter()
            .any(|mark| line.chars().all(|c| c == *mark || c == ' '))
}

/// Where a block stands among lists and quotes.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    depth: usize,
    /// The byte at which the item or the quote that it begins starts.
    begins: Option<usize>,
}

/// The place of each block.
fn places(source: &Source) -> Vec<Place> {
    let mut groups = source.groups().iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    (0..source.blocks().len())
        .map(|number| {
            open.retain(|end| *end > number);
            let mut begins = None;
            while let Some(group) = groups.next_if(|group| group.blocks.start <= number) {
                open.push(group.blocks.end);
                begins = Some(group.start);
            }
            Place {
                depth: open.len(),
                begins,
            }
        })
        .collect()
}

/// What stands before an item that starts at byte `start`.
fn bullet(text: &str, start: usize) -> Option<&str> {
    let line = text.get(start..)?.trim_start();
    let mark = line[..marker(line)].trim();
    (!mark.is_empty()).then_some(if mark.starts_with(|c: char| c.is_ascii_digit()) {
        mark
    } else {
        "•"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Syntax};

    /// The rows in a few letters: what they are, and their words.
    fn outline(text: &str, syntax: Syntax) -> Vec<String> {
        let source = Source::new("t.md", text.to_owned(), syntax, KindSayings::default()).unwrap();
        let rows = rows(&source, &[], &[]);
        let words = |row: &Row<'_>| -> String { row.strands().iter().map(|strand| strand.text.as_ref()).collect() };
        rows.iter()
            .map(|row| match row {
                Row::Block(block) => {
                    let bullet = block.bullet.map_or(String::new(), |bullet| format!("{bullet} "));
                    format!("{:?} {}: {bullet}{}", block.kind, block.depth, words(row))
                }
                Row::Comment(_) => format!("comment: {}", words(row)),
                Row::Rule => "rule".to_owned(),
                Row::Unread(text) => format!("unread: {text}"),
            })
            .collect()
    }

    #[test]
    fn nothing_of_a_draft_is_hidden_but_its_front_matter() {
        let text = "---\nkind: experience\n---\n\n# Why\n\nI went.\n\n***\n\n```\nlet x;\n```\n\n<!-- note -->\n\n> They said.\n";
        let expected = [
            "Heading 0: Why",
            "Paragraph 0: I went.",
            "rule",
            "unread: ```\nlet x;\n```",
            "comment: <!-- note -->",
            "Quote 1: They said.",
        ];
        let rows = outline(text, Syntax::Markdown);
        assert_eq!(rows, expected);
    }

    #[test]
    fn items_stand_behind_what_they_are_marked_with() {
        let text = "1. One\n\n   Still one\n2. Two\n   - Inner\n";
        let rows = outline(text, Syntax::Markdown);
        assert_eq!(
            rows,
            [
                "ListItem 2: 1. One",
                "ListItem 2: Still one",
                "ListItem 2: 2. Two",
                "ListItem 4: • Inner"
            ]
        );
        assert_eq!(
            outline("- One\n- Two\n", Syntax::Plain),
            ["ListItem 2: - One", "ListItem 2: - Two"]
        );
    }
}
