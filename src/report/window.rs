//! Which rows of a file stand in a view: short lines whole, long ones cut to the sentences around the spans and wrapped.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::draft::Draft;
use crate::source::{BOM, Span};

use super::escape::shown;

/// A span covers at most this many rows before its middle is left out.
const MOST_ROWS: usize = 5;

/// How many rows stay at the start of a span whose middle is left out; one stays at its end.
const FIRST_ROWS: usize = 3;

/// The columns that the marks of what was left out take, before and after a row.
const CUTS: usize = 4;

/// A row of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Planned {
    /// The line of the file, from 1.
    pub(super) line: usize,
    /// The bytes of the file that it shows.
    pub(super) bytes: Range<usize>,
    /// Whether something is left out before it.
    pub(super) cut_before: bool,
    /// Whether something is left out after it.
    pub(super) cut_after: bool,
}

/// The rows of a view of `spans`, each with its number. A gap of three says that something is left out between.
pub(super) fn rows(draft: &Draft, spans: &[Span], width: usize) -> Vec<(usize, Planned)> {
    leave_out(&plan(draft, spans, width), spans)
}

/// The rows that lines (numbered from 1) make around `spans`, in order.
fn plan(draft: &Draft, spans: &[Span], width: usize) -> Vec<Planned> {
    let (text, lines) = (draft.source.text(), draft.source.lines());
    let mut touched: Vec<usize> = spans
        .iter()
        .flat_map(|span| lines.line_of(span.start())..=lines.line_of(span.end().saturating_sub(1).max(span.start())))
        .collect();
    touched.sort_unstable();
    touched.dedup();
    let mut planned = Vec::new();
    for line in touched {
        let span = lines.span_of(line, text);
        let whole = span.start()..span.start() + span.of(text).trim_end().len();
        let mut push = |bytes: Range<usize>| {
            planned.push(Planned {
                line: line + 1,
                cut_before: !text[whole.start..bytes.start].trim_matches(BOM).trim().is_empty(),
                cut_after: !text[bytes.end..whole.end].trim().is_empty(),
                bytes,
            });
        };
        if fits(&text[whole.clone()], width) {
            push(whole.clone());
            continue;
        }
        let room = width.saturating_sub(CUTS).max(8);
        let mut windows: Vec<Range<usize>> = spans
            .iter()
            .filter_map(|span| window(draft, *span, &whole, room))
            .collect();
        if windows.is_empty() {
            windows.push(whole.start..forth(text, whole.start, whole.end, room));
        }
        for piece in join(windows) {
            wrap(text, piece, room).into_iter().for_each(&mut push);
        }
    }
    planned
}

/// Leaves out rows that show no span, and the middle of spans over many rows. The others get their numbers in the view.
fn leave_out(planned: &[Planned], spans: &[Span]) -> Vec<(usize, Planned)> {
    let mut wanted = vec![false; planned.len()];
    for span in spans {
        let covers = |row: &Planned| Span::new(row.bytes.start, row.bytes.end).overlaps(*span);
        let covered: Vec<usize> = (0..planned.len()).filter(|&at| covers(&planned[at])).collect();
        let left_out = if covered.len() > MOST_ROWS {
            FIRST_ROWS..covered.len() - 1
        } else {
            0..0
        };
        for (number, at) in covered.into_iter().enumerate() {
            wanted[at] |= !left_out.contains(&number);
        }
    }
    if !wanted.contains(&true) {
        wanted.fill(true);
    }
    let joined = |a: &Planned, b: &Planned| a.line == b.line && b.bytes.start <= a.bytes.end + 1;
    let mut rows: Vec<(usize, Planned)> = Vec::new();
    let mut index = 0;
    for (at, row) in planned.iter().enumerate().filter(|(at, _)| wanted[*at]) {
        let mut row = row.clone();
        // Rows of one piece go on in each other and need no marks between them.
        row.cut_before &= !(at > 0 && wanted[at - 1] && joined(&planned[at - 1], &row));
        row.cut_after &= !(wanted.get(at + 1) == Some(&true) && joined(&row, &planned[at + 1]));
        let next_to = rows.last().is_some_and(|(_, last)| last.line + 1 >= row.line);
        let skipped = at > 0 && !wanted[at - 1];
        index += match rows.last() {
            None => 0,
            Some(_) if next_to && !skipped => 1,
            // codespan shows a gap of three as left out.
            Some(_) => 3,
        };
        rows.push((index, row));
    }
    rows
}

/// Whether a line fits a row. Lines that are absurdly long for their columns are not counted through.
fn fits(line: &str, width: usize) -> bool {
    line.len() <= width * 8 && columns(line) <= width
}

/// The columns that a text takes as it is shown.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(char_columns).sum()
}

/// The columns that a character takes as it is shown.
fn char_columns(c: char) -> usize {
    match c {
        ' '..='~' => 1,
        BOM => 0,
        _ => shown(c).chars().map(|c| c.width().unwrap_or(0)).sum(),
    }
}

/// The part of `line` around `span`: its sentences if they fit a row, else as much of them as does.
fn window(draft: &Draft, span: Span, line: &Range<usize>, room: usize) -> Option<Range<usize>> {
    let text = draft.source.text();
    let (start, end) = (span.start().max(line.start), span.end().min(line.end));
    if start > end || (start == end && !span.is_empty()) {
        return None;
    }
    let around = sentences(draft, start, end.max(start + 1));
    let from = around.map_or(start, Span::start).min(start).max(line.start);
    let to = around.map_or(end, Span::end).max(end).min(line.end);
    let Some(spare) = room.checked_sub(columns(&text[start..end])) else {
        return Some(start..end);
    };
    // What one side does not need goes to the other.
    let before: usize = text[from..start].chars().rev().take(spare).map(char_columns).sum();
    let after: usize = text[end..to].chars().take(spare).map(char_columns).sum();
    let before = before.min(spare.saturating_sub(after.min(spare / 2)));
    Some(back(text, from, start, before)..forth(text, end, to, spare - before))
}

/// The sentences that bytes `start..end` are part of.
fn sentences(draft: &Draft, start: usize, end: usize) -> Option<Span> {
    let sentences = draft.prose.sentences();
    let first = sentences.partition_point(|sentence| sentence.span.end() <= start);
    let next = sentences.partition_point(|sentence| sentence.span.start() < end);
    let touched = sentences.get(first..next)?;
    Some(touched.first()?.span.to(touched.last()?.span))
}

/// The start of the words before `start` that fit `room` columns, not before `from`.
fn back(text: &str, from: usize, start: usize, room: usize) -> usize {
    let (mut taken, mut word) = (0, start);
    for (at, c) in text[from..start].char_indices().rev() {
        taken += char_columns(c);
        if taken > room {
            return word;
        }
        if !c.is_whitespace() && text[from..from + at].ends_with(char::is_whitespace) {
            word = from + at;
        }
    }
    from
}

/// The end of the words after `end` that fit `room` columns, not after `to`.
fn forth(text: &str, end: usize, to: usize, room: usize) -> usize {
    let (mut taken, mut word) = (0, end);
    for (at, c) in text[end..to].char_indices() {
        taken += char_columns(c);
        if taken > room {
            return word;
        }
        if c.is_whitespace() {
            word = end + at;
        }
    }
    to
}

/// Joins windows that touch or leave out hardly anything between them.
fn join(mut windows: Vec<Range<usize>>) -> Vec<Range<usize>> {
    const HARDLY_ANYTHING: usize = 12;
    windows.sort_unstable_by_key(|window| (window.start, window.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for window in windows {
        match joined.last_mut() {
            Some(last) if window.start <= last.end + HARDLY_ANYTHING => last.end = last.end.max(window.end),
            _ => joined.push(window),
        }
    }
    joined
}

/// Wraps a piece into rows at spaces, or inside a word that is wider than a row.
fn wrap(text: &str, bytes: Range<usize>, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = bytes.start;
    let mut taken = 0;
    let mut space: Option<usize> = None;
    for (at, c) in text[bytes.clone()].char_indices() {
        let at = bytes.start + at;
        let columns = char_columns(c);
        if taken + columns > width && at > start && columns > 0 {
            let broken = if c == ' ' { at } else { space.unwrap_or(at) };
            rows.push(start..broken);
            start = broken + usize::from(text[broken..].starts_with(' '));
            taken = if start <= at {
                self::columns(&text[start..at])
            } else {
                0
            };
            space = None;
            if start > at {
                continue;
            }
        }
        if c == ' ' && at > start {
            space = Some(at);
        }
        taken += columns;
    }
    if start < bytes.end || rows.is_empty() {
        rows.push(start..bytes.end);
    }
    rows
}
