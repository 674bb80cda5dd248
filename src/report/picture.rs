//! The summary of a file in the text report: its counts, and a bar that shows how its words divide.

use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};

use crate::story::shares::{Share, Shares};

use super::{Count, FileReport, Tally, one_line};

/// The widest bar.
const BAR: usize = 40;

/// Prints the summary of a file in at most `width` columns a line, where its name leaves that choice.
pub(super) fn print(file: &FileReport, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let facts = [
        file.kind().name().replace('-', " "),
        Tally::of(&file.linted.findings).to_string(),
        counted(file.words, "words"),
        counted(file.characters, "characters"),
    ];
    out.set_color(ColorSpec::new().set_bold(true))?;
    write!(out, "{}", one_line(file.name()))?;
    out.reset()?;
    let head = facts.join(" · ");
    let name = textwrap::core::display_width(&one_line(file.name()));
    if name + head.chars().count() + 2 <= width {
        writeln!(out, ": {head}")?;
    } else {
        writeln!(out, ":")?;
        for line in textwrap::wrap(&head, width.saturating_sub(2).max(20)) {
            writeln!(out, "  {line}")?;
        }
    }
    let shares = file.shares;
    if shares.total() > 0 {
        bar(shares, width, out)?;
    }
    Ok(())
}

/// What a file is, on one line: its kind, its words, how they divide, and the tally of its findings.
#[must_use]
pub fn in_one_line(file: &FileReport) -> String {
    let shares = file.shares;
    let mut facts = vec![file.kind().name().replace('-', " "), counted(file.words, "words")];
    if shares.total() > 0 {
        let parts = Share::ALL.into_iter().zip(shares.in_parts(100));
        facts.extend(parts.map(|(share, percent)| format!("{} {percent}%", spoken(share))));
    }
    facts.push(Tally::of(&file.linted.findings).to_string());
    facts.join(" · ")
}

/// `642 words (readers expect 500 to 850)`, `3911 of 28000 characters`.
pub(super) fn counted(count: Count, unit: &str) -> String {
    let Count { count, low, high } = count;
    match (low, high) {
        (None, None) => format!("{count} {unit}"),
        (None, Some(high)) => format!("{count} of {high} {unit}"),
        (Some(low), None) => format!("{count} {unit} (at least {low})"),
        (Some(low), Some(high)) => format!("{count} {unit} (expected {low} to {high})"),
    }
}

/// How people call a share.
pub(super) fn spoken(share: Share) -> &'static str {
    match share {
        Share::Ir => "IR and radiology",
        Share::Setback => "setback",
        Share::Growth => "growth",
        Share::Other => "other",
    }
}

/// How a share looks: the letter of the bar, its colour.
fn look(share: Share) -> (char, Option<Color>) {
    match share {
        Share::Ir => ('█', Some(Color::Cyan)),
        Share::Setback => ('▒', Some(Color::Yellow)),
        Share::Growth => ('▓', Some(Color::Green)),
        Share::Other => ('░', None),
    }
}

fn bar(shares: Shares, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let cells = BAR.min(width.saturating_sub(4)).max(8);
    write!(out, "  ")?;
    for (share, count) in Share::ALL.into_iter().zip(shares.in_parts(cells)) {
        if count == 0 {
            continue;
        }
        let (cell, color) = look(share);
        out.set_color(ColorSpec::new().set_fg(color))?;
        write!(out, "{}", cell.to_string().repeat(count))?;
        out.reset()?;
    }
    writeln!(out)?;
    let mut taken = 0;
    for (share, percent) in Share::ALL.into_iter().zip(shares.in_parts(100)) {
        let (cell, color) = look(share);
        let words = format!("{} {percent}%", spoken(share));
        let columns = words.len() + 4;
        if taken == 0 || taken + columns > width {
            if taken > 0 {
                writeln!(out)?;
            }
            taken = 0;
        }
        write!(out, "  ")?;
        out.set_color(ColorSpec::new().set_fg(color))?;
        write!(out, "{cell}")?;
        out.reset()?;
        write!(out, " {words}")?;
        taken += columns;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_say_their_limits() {
        let count = |low, high| Count { count: 642, low, high };
        assert_eq!(counted(count(None, None), "words"), "642 words");
        assert_eq!(counted(count(None, Some(850)), "words"), "642 of 850 words");
        assert_eq!(
            counted(count(Some(500), Some(850)), "words"),
            "642 words (expected 500 to 850)"
        );
    }
}
