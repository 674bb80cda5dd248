//! Where output goes, and how wide and colourful it may be.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;

use codespan_reporting::term::termcolor::{
    Ansi, Buffer, BufferWriter, ColorChoice, NoColor, StandardStream, WriteColor,
};

use terminal_size::{Height, Width};

use essaylint::report::one_line;

use super::args::ColorWhen;
use super::drafts::shown;
use super::{Failure, replace};

/// The width of a report that goes to no terminal.
const WIDTH: usize = 100;

/// The narrowest report that can be read.
const NARROWEST: usize = 40;

/// Where a report goes.
#[derive(Clone, Copy)]
pub(super) enum Place<'p> {
    /// Standard output.
    Output,
    /// Standard error: the output is taken by something else.
    Errors,
    /// The file at this path.
    File(&'p Path),
}

/// Standard output or standard error, gathered and written at once.
pub(super) struct Page {
    writer: BufferWriter,
    /// What is to be written.
    pub(super) out: Buffer,
    /// The columns to write in.
    pub(super) width: usize,
}

impl Page {
    /// A page for standard output.
    pub(super) fn new(when: ColorWhen) -> Self {
        Self {
            width: width(terminal_size::terminal_size_of(io::stdout())),
            ..Self::of(BufferWriter::stdout(choice(when, io::stdout().is_terminal())))
        }
    }

    /// A page for standard error.
    fn errors(when: ColorWhen) -> Self {
        Self {
            width: width(terminal_size::terminal_size_of(io::stderr())),
            ..Self::of(BufferWriter::stderr(choice(when, io::stderr().is_terminal())))
        }
    }

    fn of(writer: BufferWriter) -> Self {
        Self {
            out: writer.buffer(),
            writer,
            width: WIDTH,
        }
    }

    /// Writes the page.
    pub(super) fn turn(self) -> Result<(), Failure> {
        Ok(self.writer.print(&self.out)?)
    }
}

/// Standard output, written piece after piece.
pub(super) struct Roll {
    writer: BufferWriter,
    /// The columns to write in.
    pub(super) width: usize,
}

impl Roll {
    /// A roll with nothing on it.
    pub(super) fn new(when: ColorWhen) -> Self {
        let Page { writer, width, .. } = Page::new(when);
        Self { writer, width }
    }

    /// An empty piece.
    pub(super) fn sheet(&self) -> Buffer {
        self.writer.buffer()
    }

    /// Writes a piece below those before.
    pub(super) fn lay(&self, sheet: &Buffer) -> io::Result<()> {
        self.writer.print(sheet)
    }
}

/// The terminal, to write on as things happen, and its columns.
pub(super) fn terminal(when: ColorWhen) -> (StandardStream, usize) {
    let stream = StandardStream::stdout(choice(when, io::stdout().is_terminal()));
    (stream, width(terminal_size::terminal_size_of(io::stdout())))
}

/// Writes a report to its place.
pub(super) fn write(
    place: Place<'_>,
    when: ColorWhen,
    print: impl FnOnce(usize, &mut dyn WriteColor) -> io::Result<()>,
) -> Result<(), Failure> {
    let mut page = match place {
        Place::File(path) => return write_file(path, when, print),
        Place::Output => Page::new(when),
        Place::Errors => Page::errors(when),
    };
    print(page.width, &mut page.out)?;
    page.turn()
}

fn write_file(
    path: &Path,
    when: ColorWhen,
    print: impl FnOnce(usize, &mut dyn WriteColor) -> io::Result<()>,
) -> Result<(), Failure> {
    let bytes = if when == ColorWhen::Always {
        let mut out = Ansi::new(Vec::new());
        print(WIDTH, &mut out)?;
        out.into_inner()
    } else {
        let mut out = NoColor::new(Vec::new());
        print(WIDTH, &mut out)?;
        out.into_inner()
    };
    replace::whole(path, &bytes).map_err(|error| {
        let (name, reason) = (shown(path), error.kind());
        Failure::Said(format!(
            "{}: the report can not be written here ({reason}); name another file after --output",
            one_line(&name)
        ))
    })
}

/// The columns of the stream that is written to alone: a report in a file does not depend on the window that it was made in.
fn width(size: Option<(Width, Height)>) -> usize {
    size.map_or(WIDTH, |(width, _)| usize::from(width.0).max(NARROWEST))
}

fn choice(when: ColorWhen, is_terminal: bool) -> ColorChoice {
    if wants_color(when, is_terminal, env::var_os) {
        ColorChoice::Always
    } else {
        ColorChoice::Never
    }
}

/// Whether to use colours. What is said on the command line counts before the environment, and that before the terminal.
fn wants_color(when: ColorWhen, is_terminal: bool, variable: impl Fn(&'static str) -> Option<OsString>) -> bool {
    let set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let is = |name, wanted: &str| variable(name).is_some_and(|value| value == wanted);
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if set("NO_COLOR") => false,
        ColorWhen::Auto if set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
        ColorWhen::Auto => is_terminal && !is("TERM", "dumb") && !is("CLICOLOR", "0"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_counts_before_the_environment_and_that_before_the_terminal() {
        let with = |when, is_terminal, set: &[(&str, &str)]| {
            wants_color(when, is_terminal, |name| {
                set.iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| OsString::from(value))
            })
        };
        assert!(with(ColorWhen::Auto, true, &[]));
        assert!(!with(ColorWhen::Auto, false, &[]));
        assert!(!with(ColorWhen::Auto, true, &[("NO_COLOR", "1")]));
        assert!(with(ColorWhen::Auto, true, &[("NO_COLOR", "")]));
        assert!(with(ColorWhen::Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!with(ColorWhen::Auto, false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!with(
            ColorWhen::Auto,
            false,
            &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]
        ));
        assert!(!with(ColorWhen::Auto, true, &[("TERM", "dumb")]));
        assert!(with(ColorWhen::Always, false, &[("NO_COLOR", "1")]));
        assert!(!with(ColorWhen::Never, true, &[("CLICOLOR_FORCE", "1")]));
    }
}
