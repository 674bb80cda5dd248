//! What a change does to a draft: line by line as a unified diff, or word by word in one sentence.

use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use similar::{ChangeTag, TextDiff};

use crate::source::BOM;

use super::escape::{one_line, steady};

/// Prints a unified diff of the file called `name`; nothing where nothing changes.
///
/// # Errors
/// When `out` can not be written.
pub fn unified(name: &str, before: &str, after: &str, out: &mut dyn WriteColor) -> io::Result<()> {
    if before == after {
        return Ok(());
    }
    let diff = TextDiff::from_lines(before, after);
    let name = one_line(name);
    paint(
        out,
        ColorSpec::new().set_bold(true),
        &format!("--- {name}\n+++ {name}\n"),
    )?;
    for hunk in diff.unified_diff().iter_hunks() {
        paint(
            out,
            ColorSpec::new().set_fg(Some(Color::Cyan)),
            &format!("{}\n", hunk.header()),
        )?;
        for change in hunk.iter_changes() {
            let (sign, color) = look(change.tag());
            let first = change.old_index().or(change.new_index()) == Some(0);
            let row = format!("{sign}{}", row(change.value(), first));
            paint(out, ColorSpec::new().set_fg(color), &row)?;
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}

/// A line as it is shown, with its line end. A byte order mark at the start of the file is no part of the words.
fn row(line: &str, is_first: bool) -> String {
    let words = line.trim_end_matches(['\r', '\n']);
    let end = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
    match words.strip_prefix(BOM).filter(|_| is_first) {
        Some(words) => format!("{BOM}{}{end}", steady(words)),
        None => format!("{}{end}", steady(words)),
    }
}

/// Prints a sentence before and after a change, each in one line, with the words that go and those that come marked: by
/// colour, or by `[-…-]` and `{+…+}` where there is none.
///
/// # Errors
/// When `out` can not be written.
pub fn words(before: &str, after: &str, out: &mut dyn WriteColor) -> io::Result<()> {
    let (before, after) = (one_line(before), one_line(after));
    let diff = TextDiff::from_words(before.as_ref(), after.as_ref());
    for (tag, marks) in [(ChangeTag::Delete, ["[-", "-]"]), (ChangeTag::Insert, ["{+", "+}"])] {
        let (sign, color) = look(tag);
        let marks = if out.supports_color() { [""; 2] } else { marks };
        let mut marked = ColorSpec::new();
        marked.set_fg(color).set_bold(true);
        paint(out, ColorSpec::new().set_fg(color), &format!("{sign} "))?;
        let mut is_open = false;
        for change in diff.iter_all_changes() {
            if change.tag() != ChangeTag::Equal && change.tag() != tag {
                continue;
            }
            let opens = change.tag() == tag;
            if opens != is_open {
                if opens {
                    out.set_color(&marked)?;
                }
                write!(out, "{}", marks[usize::from(is_open)])?;
                if !opens {
                    out.reset()?;
                }
                is_open = opens;
            }
            write!(out, "{}", change.value())?;
        }
        if is_open {
            write!(out, "{}", marks[1])?;
            out.reset()?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn look(tag: ChangeTag) -> (char, Option<Color>) {
    match tag {
        ChangeTag::Equal => (' ', None),
        ChangeTag::Delete => ('-', Some(Color::Red)),
        ChangeTag::Insert => ('+', Some(Color::Green)),
    }
}

fn paint(out: &mut dyn WriteColor, spec: &ColorSpec, text: &str) -> io::Result<()> {
    if spec.is_none() {
        return write!(out, "{text}");
    }
    // The colour ends before the line does, so that it never runs on.
    let words = text.trim_end_matches(['\r', '\n']);
    out.set_color(spec)?;
    write!(out, "{words}")?;
    out.reset()?;
    write!(out, "{}", &text[words.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use codespan_reporting::term::termcolor::{Ansi, NoColor};

    fn unified_of(before: &str, after: &str) -> String {
        let mut out = NoColor::new(Vec::new());
        unified("a.md", before, after, &mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    #[test]
    fn a_diff_keeps_line_ends_and_steers_no_terminal() {
        let before = "\u{feff}One \u{2014} two.\r\nA \u{1b}[31mred\tword.\r\nlast";
        let after = before.replace('\u{2014}', "-");
        assert_eq!(
            unified_of(before, &after),
            "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n-\u{feff}One \u{2014} two.\r\n+\u{feff}One - two.\r\n A \
             \\u{1b}[31mred\tword.\r\n last\n\\ No newline at end of file\n"
        );
        assert_eq!(unified_of(before, before), "");
    }

    #[test]
    fn the_words_of_a_sentence_that_change_are_marked() {
        let mut out = NoColor::new(Vec::new());
        words("I failed by only\nfour points.", "I failed by four points.", &mut out).unwrap();
        let text = String::from_utf8(out.into_inner()).unwrap();
        assert_eq!(
            text,
            "- I failed by [-only -]four points.\n+ I failed by four points.\n"
        );
        let mut out = Ansi::new(Vec::new());
        words("I did.", "We did.", &mut out).unwrap();
        let text = String::from_utf8(out.into_inner()).unwrap();
        assert!(!text.contains("[-") && text.contains("We\u{1b}[0m did."), "{text:?}");
    }
}
