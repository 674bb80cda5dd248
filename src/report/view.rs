//! What the text report shows of a file: the lines under the spans of one finding, long lines cut to the sentences around
//! the spans and wrapped, so that a paragraph in one line is never printed whole.

use std::ops::Range;

use codespan_reporting::files::{Error, Files, Location};

use crate::draft::Draft;
use crate::source::{BOM, Span};

use super::escape::shown;
use super::window::{self, Planned, columns};

/// Stands where something was left out before a row.
const CUT_BEFORE: &str = "… ";

/// Stands where something was left out after a row.
const CUT_AFTER: &str = " …";

/// One row of the view.
#[derive(Debug)]
struct Row {
    /// Its number in the view. A gap of three says that something was left out.
    index: usize,
    /// The line of the file, from 1.
    line: usize,
    /// The bytes of the file that it shows.
    from: Span,
    /// The bytes of the view's text, line end included.
    at: Range<usize>,
    /// For each character, its byte in the file and in the view.
    map: Vec<(usize, usize)>,
}

/// The lines around the spans of a finding.
#[derive(Debug)]
pub(super) struct View {
    name: String,
    text: String,
    rows: Vec<Row>,
    location: Location,
}

impl View {
    /// Builds the view of `spans` (the first is the one that the location tells), at most `width` columns wide.
    pub(super) fn new(draft: &Draft, name: String, spans: &[Span], width: usize) -> Self {
        let source = &draft.source;
        let first = spans.first().map_or(0, |span| span.start());
        let position = source.lines().position(source.text(), first);
        let mut view = Self {
            name,
            text: String::new(),
            rows: Vec::new(),
            location: Location {
                line_number: position.line,
                column_number: position.column,
            },
        };
        for (index, row) in window::rows(draft, spans, width) {
            view.push(source.text(), index, &row);
        }
        view
    }

    /// The parts of the view's text that show `span`, one for each row.
    pub(super) fn shown(&self, span: Span) -> Vec<Range<usize>> {
        let parts: Vec<Range<usize>> = self.rows.iter().filter_map(|row| row.part(span)).collect();
        if !parts.is_empty() {
            return parts;
        }
        // An empty span, or one of nothing but line ends, is shown as the place where it starts.
        let row = self
            .rows
            .iter()
            .find(|row| row.from.end() >= span.start())
            .or(self.rows.last());
        row.map(|row| {
            let at = row.map.iter().find(|(from, _)| *from >= span.start());
            at.map_or(row.at.end - 1, |(_, at)| *at)
        })
        .into_iter()
        .map(|at| at..at)
        .collect()
    }

    /// The column, from 0, in which byte `at` of the view's text is shown.
    pub(super) fn column(&self, at: usize) -> usize {
        let next = self.rows.partition_point(|row| row.at.end <= at);
        let start = self.rows.get(next).map_or(0, |row| row.at.start);
        self.text.get(start..at).map_or(0, columns)
    }

    /// Appends a row.
    fn push(&mut self, text: &str, index: usize, row: &Planned) {
        let start = self.text.len();
        let mut map = Vec::new();
        if row.cut_before {
            self.text.push_str(CUT_BEFORE);
        }
        for (at, c) in text[row.bytes.clone()].char_indices() {
            let at = row.bytes.start + at;
            map.push((at, self.text.len()));
            if at != 0 || c != BOM {
                self.text.push_str(&shown(c));
            }
        }
        // Where the next character would stand, so that a span's end is found.
        map.push((row.bytes.end, self.text.len()));
        if row.cut_after {
            self.text.push_str(CUT_AFTER);
        }
        self.text.push('\n');
        self.rows.push(Row {
            index,
            line: row.line,
            from: Span::new(row.bytes.start, row.bytes.end),
            at: start..self.text.len(),
            map,
        });
    }

    fn row(&self, index: usize) -> Result<&Row, Error> {
        let found = self.rows.binary_search_by_key(&index, |row| row.index);
        found.ok().and_then(|at| self.rows.get(at)).ok_or(Error::LineTooLarge {
            given: index,
            max: self.rows.last().map_or(0, |row| row.index),
        })
    }
}

impl Row {
    /// The part of the view's text that shows `span`, if the row shows some of it.
    fn part(&self, span: Span) -> Option<Range<usize>> {
        if !self.from.overlaps(span) {
            return None;
        }
        let at = |offset: usize| {
            let next = self.map.partition_point(|(from, _)| *from < offset);
            self.map.get(next).map(|(_, at)| *at)
        };
        Some(at(span.start())?..at(span.end().min(self.from.end()))?)
    }
}

impl<'a> Files<'a> for View {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.name)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte: usize) -> Result<usize, Error> {
        let next = self.rows.partition_point(|row| row.at.end <= byte);
        let row = self.rows.get(next).or(self.rows.last());
        row.map(|row| row.index).ok_or(Error::FileMissing)
    }

    fn line_number(&'a self, (): (), index: usize) -> Result<usize, Error> {
        self.row(index).map(|row| row.line)
    }

    fn line_range(&'a self, (): (), index: usize) -> Result<Range<usize>, Error> {
        self.row(index).map(|row| row.at.clone())
    }

    /// Always the place of the finding in the file itself.
    fn location(&'a self, (): (), _byte: usize) -> Result<Location, Error> {
        Ok(self.location)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::source::{KindSayings, Source, Syntax};
    use crate::story::builtin_weights;

    fn draft(text: &str) -> Draft {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        Draft::read(source, &Lexicon::builtin(), builtin_weights())
    }

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// The rows of the view of `words` in `text`, and the words that it marks in them.
    fn view(text: &str, words: &[&str], width: usize) -> (Vec<String>, Vec<String>) {
        let spans: Vec<Span> = words.iter().map(|words| span(text, words)).collect();
        let view = View::new(&draft(text), "t.md".to_owned(), &spans, width);
        let rows = view
            .rows
            .iter()
            .map(|row| view.text[row.at.clone()].trim_end_matches('\n').to_owned())
            .collect();
        let marked = spans
            .iter()
            .flat_map(|span| view.shown(*span))
            .map(|part| view.text[part].to_owned())
            .collect();
        (rows, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (rows, marked) = view("First. I failed Step 1. Last.\n\nMore.", &["failed"], 80);
        assert_eq!(rows, ["First. I failed Step 1. Last."]);
        assert_eq!(marked, ["failed"]);
    }

    #[test]
    fn a_long_line_is_cut_to_its_sentence() {
        let filler = "This sentence fills the line with many words. ".repeat(10);
        let text = format!("{filler}I failed Step 1. {filler}");
        let (rows, marked) = view(&text, &["failed Step"], 60);
        assert_eq!(rows, ["… I failed Step 1. …"]);
        assert_eq!(marked, ["failed Step"]);
    }

    #[test]
    fn a_long_sentence_is_wrapped_and_cut_around_the_words() {
        let filler = "word after word and ".repeat(40);
        let text = format!("It was {filler}then I failed Step 1 {filler}so it ended.");
        let (rows, marked) = view(&text, &["I failed Step 1"], 50);
        assert_eq!(rows.len(), 1);
        assert!(rows.iter().all(|row| columns(row) <= 50), "{rows:?}");
        assert_eq!(marked, ["I failed Step 1"]);
        assert!(rows[0].starts_with("… ") && rows[rows.len() - 1].ends_with(" …"));
    }

    #[test]
    fn a_word_wider_than_the_window_is_broken_inside() {
        let text = "x".repeat(500);
        let (rows, marked) = view(&text, &[&text], 40);
        assert!(rows.iter().all(|row| columns(row) <= 40));
        assert_eq!(rows.len(), 4, "the middle is left out");
        assert!(marked.iter().all(|row| row.chars().all(|c| c == 'x')));
    }

    #[test]
    fn what_lies_between_two_places_of_a_line_is_left_out() {
        let filler = "This sentence fills the line with many words. ".repeat(10);
        let text = format!("I failed Step 1. {filler}I passed Step 2. {filler}");
        let (rows, marked) = view(&text, &["failed", "passed"], 60);
        assert_eq!(rows, ["I failed Step 1. …", "… I passed Step 2. …"]);
        assert_eq!(marked, ["failed", "passed"]);
    }

    #[test]
    fn what_is_shown_is_safe_and_still_marked() {
        let (rows, marked) = view("\u{feff}I\tfa\u{1b}[31miled \u{202e}here", &["fa\u{1b}[31miled"], 80);
        assert_eq!(rows, ["I fa\\u{1b}[31miled \\u{202e}here"]);
        assert_eq!(marked, ["fa\\u{1b}[31miled"]);
    }

    #[test]
    fn rows_keep_to_the_columns_of_wide_letters() {
        let text = "我没有通过第一步考试。".repeat(20);
        let (rows, marked) = view(&text, &["通过第一步"], 30);
        assert!(rows.iter().all(|row| columns(row) <= 30), "{rows:?}");
        assert_eq!(marked.concat(), "通过第一步");
    }

    #[test]
    fn an_empty_span_has_a_place() {
        let view = View::new(&draft(""), "t.md".to_owned(), &[Span::new(0, 0)], 80);
        assert_eq!(view.shown(Span::new(0, 0)), vec![0..0]);
        let text = "One.\r\n\r\nTwo.";
        let view = View::new(
            &draft(text),
            "t.md".to_owned(),
            &[Span::new(text.len(), text.len())],
            80,
        );
        assert_eq!(view.shown(Span::new(text.len(), text.len())), vec![4..4]);
        assert_eq!(view.location.line_number, 3);
    }
}
