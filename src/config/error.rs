//! What is wrong with a configuration, and where.

use std::borrow::Cow;
use std::fmt;

use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::files::SimpleFile;
use codespan_reporting::term;

use crate::report::{one_line, steady_lines};
use crate::source::{LineIndex, Position, Span};

/// One thing that is wrong with a configuration or with a lint file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file, as it is shown.
    pub path: String,
    /// The bytes of the wrong key or value; none where the file could not be read.
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: String,
    /// The file's text, for the frame.
    pub(super) text: String,
}

impl ConfigError {
    /// An error about a file as a whole.
    pub(super) fn of_file(path: String, message: String, help: &str) -> Self {
        Self {
            path,
            span: None,
            message,
            help: help.to_owned(),
            text: String::new(),
        }
    }

    /// The file's text, which the span points into; empty where it could not be read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column where the wrong thing begins.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let span = self.span?;
        Some(LineIndex::new(&self.text).position(&self.text, span.start()))
    }

    /// The error as a diagnostic about the text that `file` shows.
    fn diagnostic(&self) -> Diagnostic<()> {
        let diagnostic = Diagnostic::error().with_message(one_line(&self.message));
        let shown = |at: usize| steady_lines(&self.text[..at]).len();
        let diagnostic = match self.span {
            Some(span) => diagnostic.with_label(Label::primary((), shown(span.start())..shown(span.end()))),
            None => diagnostic,
        };
        diagnostic.with_note(one_line(&self.help))
    }

    /// The file as it is shown: nothing in it steers the terminal.
    fn file(&self) -> SimpleFile<Cow<'_, str>, Cow<'_, str>> {
        SimpleFile::new(one_line(&self.path), steady_lines(&self.text))
    }

    /// The error in two lines, without the frame.
    fn plain(&self) -> String {
        let (path, message, help) = (one_line(&self.path), one_line(&self.message), one_line(&self.help));
        format!("error: {path}: {message}\n  = {help}")
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.span.is_none() {
            return out.write_str(&self.plain());
        }
        let frame = term::emit_into_string(&term::Config::default(), &self.file(), &self.diagnostic());
        match frame {
            Ok(frame) => out.write_str(frame.trim_end()),
            Err(_) => out.write_str(&self.plain()),
        }
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_shows_file_line_column_and_carets() {
        let text = "fail-on = \"warning\"\nlimts = 3\n".to_owned();
        let error = ConfigError {
            path: "d/essaylint.toml".to_owned(),
            span: Some(Span::new(20, 25)),
            message: "unknown key 'limts'".to_owned(),
            help: "did you mean 'lints'?".to_owned(),
            text,
        };
        let shown = error.to_string();
        for part in [
            "error: unknown key 'limts'",
            "d/essaylint.toml:2:1",
            "2 │ limts = 3",
            "│ ^^^^^",
            "= did you mean 'lints'?",
        ] {
            assert!(shown.contains(part), "{part}\n{shown}");
        }
        assert!(!shown.contains('\u{1b}'), "no colour");
        assert_eq!(error.position().map(|at| (at.line, at.column)), Some((2, 1)));
    }

    #[test]
    fn nothing_in_a_configuration_steers_the_terminal() {
        let text = "a = 3\r\n\u{202e}\u{1b}[31m = 4\n".to_owned();
        let error = ConfigError {
            path: "d\u{1b}.toml".to_owned(),
            span: Some(Span::new(7, 15)),
            message: "unknown key '\u{202e}\u{1b}[31m'".to_owned(),
            help: "did\nyou\u{7}".to_owned(),
            text,
        };
        let shown = error.to_string();
        for part in [
            "unknown key '\\u{202e}\\u{1b}[31m'",
            "d\\u{1b}.toml:2:1",
            "2 │ \\u{202e}\\u{1b}[31m = 4",
            "= did you\\u{7}",
        ] {
            assert!(shown.contains(part), "{part}\n{shown}");
        }
        assert!(
            !shown.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'),
            "{shown:?}"
        );
        assert!(
            shown.contains(&format!("│ {}\n", "^".repeat("\\u{202e}\\u{1b}[31m".len()))),
            "{shown}"
        );
    }

    #[test]
    fn a_file_that_can_not_be_read_has_no_frame() {
        let error = ConfigError::of_file("x.toml".to_owned(), "it is not UTF-8".to_owned(), "save it as UTF-8");
        assert_eq!(
            error.to_string(),
            "error: x.toml: it is not UTF-8\n  = save it as UTF-8"
        );
    }
}
