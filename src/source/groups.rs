//! Blocks that make one whole: the items of a list, an item with the list inside it, the paragraphs of a block quote.

use std::ops::Range;

/// A list, an item of one with all that it holds, or a block quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The byte of the file at which it begins.
    pub start: usize,
    /// The numbers of its blocks; there is at least one.
    pub blocks: Range<usize>,
}

/// Gathers the groups of a draft while its blocks are found.
#[derive(Debug, Default)]
pub(super) struct Groups {
    found: Vec<Group>,
    /// The groups that have not ended, by number, the outermost first.
    open: Vec<usize>,
    /// The list that ended last, as long as nothing but comments follows it.
    last_list: Option<List>,
}

/// A list that has ended.
#[derive(Debug, Clone, Copy)]
struct List {
    group: usize,
    /// What its items begin with.
    marker: Option<char>,
    /// How many blocks there were when it ended.
    blocks: usize,
}

impl Groups {
    /// An item or a block quote begins at byte `start`, after so many blocks.
    pub(super) fn open(&mut self, start: usize, blocks: usize) {
        self.part();
        self.open.push(self.found.len());
        self.found.push(Group {
            start,
            blocks: blocks..blocks,
        });
    }

    /// A list begins whose items are marked by `marker`. Behind a list of the same marker and a comment it is the same
    /// list to its author: the comment stands between two items.
    pub(super) fn open_list(&mut self, marker: Option<char>, start: usize, blocks: usize) {
        match self.last_list.take() {
            Some(last) if last.marker == marker && last.blocks == blocks => self.open.push(last.group),
            _ => self.open(start, blocks),
        }
    }

    /// The innermost group ends; there are so many blocks now.
    pub(super) fn close(&mut self, blocks: usize) {
        self.part();
        if let Some(group) = self.open.pop() {
            self.found[group].blocks.end = blocks;
        }
    }

    /// The innermost group, a list whose items are marked by `marker`, ends.
    pub(super) fn close_list(&mut self, marker: Option<char>, blocks: usize) {
        let group = self.open.last().copied();
        self.close(blocks);
        self.last_list = group.map(|group| List { group, marker, blocks });
    }

    /// Something else than a comment stands here: a list that follows is another one.
    pub(super) fn part(&mut self) {
        self.last_list = None;
    }

    /// The groups that hold blocks, in order of their start, outer ones before those within.
    pub(super) fn finish(mut self) -> Vec<Group> {
        self.found.retain(|group| !group.blocks.is_empty());
        self.found
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{KindSayings, Source, Syntax};

    /// Each group as the first words of its blocks.
    fn groups(syntax: Syntax, text: &str) -> Vec<String> {
        let source = Source::new("t", text.to_owned(), syntax, KindSayings::default()).unwrap();
        let words = |group: &super::Group| -> Vec<&str> {
            let blocks = source.blocks()[group.blocks.clone()].iter();
            let texts = blocks.map(|block| block.flow.text().trim_start_matches([' ', '\t', '-', '•', '·']));
            texts.filter_map(|text| text.split(' ').next()).collect()
        };
        source.groups().iter().map(|group| words(group).join(" ")).collect()
    }

    fn markdown(text: &str) -> Vec<String> {
        groups(Syntax::Markdown, text)
    }

    #[test]
    fn a_list_its_items_and_a_quote_are_groups() {
        assert_eq!(markdown("one\n- two\n- three\n\nfour\n"), ["two three", "two", "three"]);
        assert_eq!(
            markdown("- one\n  - two\n  - three\n- four\n"),
            [
                "one two three four",
                "one two three",
                "two three",
                "two",
                "three",
                "four"
            ]
        );
        assert_eq!(
            markdown("> one\n>\n> - two\n\n> three\n"),
            ["one two", "two", "two", "three"]
        );
        assert!(markdown("-\n-\n\none\n").is_empty());
    }

    #[test]
    fn plain_text_has_lists_too() {
        let plain = |text: &str| groups(Syntax::Plain, text);
        for text in ["one\n- two\n- three\n\nfour\n", "- two\n\n<!-- a -->\n- three\n"] {
            assert_eq!(plain(text), ["two three", "two", "three"], "{text}");
        }
        for text in [
            "- one\n  - two\n  - three\n- four\n",
            "• one\r\n\r\n\t· two\r\n\r\n\t· three\r\n\r\n• four\r\n",
        ] {
            let found = [
                "one two three four",
                "one two three",
                "two three",
                "two",
                "three",
                "four",
            ];
            assert_eq!(plain(text), found, "{text}");
        }
        assert_eq!(plain("1. one\n\n2) two\n\n2019 three\n"), ["1. 2)", "1.", "2)"]);
    }

    #[test]
    fn a_comment_does_not_end_a_list_and_all_else_does() {
        let lists = |between: &str| markdown(&format!("- one\n- two\n{between}\n- three\n")).remove(0);
        for comment in [
            "<!-- a -->",
            "\n<!-- a -->\n<!-- b -->\n",
            "\n<!-- a\n\nb -->\n",
            "  <!-- a -->",
        ] {
            assert_eq!(lists(comment), "one two three", "{comment}");
        }
        for other in [
            "\nfour\n",
            "\n***\n",
            "\n<!-- a --> four\n",
            "<hr>\n",
            "\n```\ncode\n```\n",
            "1. four",
            "* four",
            "> four\n",
            "\n> - four\n",
        ] {
            assert_eq!(lists(other), "one two", "{other}");
        }
        assert_eq!(markdown("1. one\n<!-- a -->\n2. two\n"), ["one two", "one", "two"]);
        assert_eq!(
            markdown("- one\n  - two\n<!-- a -->\n  - three\n- four\n")[0],
            "one two three four"
        );
        assert_eq!(
            markdown("- one\n  - two\n\n  <!-- a -->\n  - three\n"),
            ["one two three", "one two three", "two three", "two", "three"]
        );
    }
}
