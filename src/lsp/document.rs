//! A draft that is open in the editor, and what was last found in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{
    Diagnostic, LanguageKind, TextDocumentContentChangeEvent, TextDocumentContentChangePartial, TextDocumentItem, Uri,
};

use essaylint::Linted;
use essaylint::grammar;
use essaylint::lints::finding::Finding;
use essaylint::report::FileReport;
use essaylint::settings::Settings;
use essaylint::source::{Encoding, KindSayings, LineIndex, Source, SourceError, Syntax};

use super::abilities::Abilities;
use super::configs::{Configs, Key};
use super::ranges::Ranges;
use super::{diagnostics, uri};
use crate::cli::{bug, read};

/// How a draft is linted: [`essaylint::lint`], but for tests.
pub(super) type Lint = fn(Source, &Settings) -> Linted;

/// An open draft.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) uri: Uri,
    /// Its file; of a draft without one the file that it would be in the editor's folder.
    pub(super) path: PathBuf,
    pub(super) version: i32,
    /// The configuration that counts for it.
    pub(super) config: Key,
    /// Whether it has changed, or its configuration has, since it was read.
    pub(super) is_stale: bool,
    /// Whether it was read without grammar, because the engine was still loading.
    pub(super) awaits_grammar: bool,
    /// What was last found; none if it has not been read, or a bug kept it from being read.
    pub(super) reading: Option<Reading>,
    syntax: Syntax,
    text: String,
    lines: LineIndex,
}

/// What was found in a draft.
#[derive(Debug)]
pub(super) struct Reading {
    /// The report; or why the text can not be read as a draft.
    pub(super) report: Result<FileReport, SourceError>,
    /// What it was read with.
    pub(super) settings: Arc<Settings>,
    /// One for each finding, in their order; or the one that says why it can not be read.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// A draft as the editor opens it. `folder` is where the editor works.
    pub(super) fn new(item: TextDocumentItem, folder: Option<&Path>) -> Self {
        let file = uri::path(&item.uri);
        let named = || folder.unwrap_or(Path::new("")).join(uri::name(&item.uri));
        let path = file.clone().unwrap_or_else(named);
        let said = match item.language_id {
            // A file is what its name says, as on the command line; a draft without a file has no name to go by.
            LanguageKind::Plaintext if file.is_none() => Syntax::Plain,
            _ => Syntax::Markdown,
        };
        Self {
            syntax: Syntax::from_path(&path.to_string_lossy()).unwrap_or(said),
            uri: item.uri,
            path,
            version: item.version,
            config: None,
            is_stale: true,
            awaits_grammar: false,
            reading: None,
            lines: LineIndex::new(&item.text),
            text: item.text,
        }
    }

    /// Takes what the author wrote.
    pub(super) fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(
                    TextDocumentContentChangePartial { range, text, .. },
                ) => {
                    let span = self.ranges(encoding).span(range);
                    self.text.replace_range(span.range(), &text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => self.text = whole.text,
            }
            self.lines = LineIndex::new(&self.text);
        }
        self.version = version;
        self.is_stale = true;
    }

    /// Reads the draft as it is now.
    ///
    /// # Errors
    /// When a bug keeps it from being read: where, without a word of the draft.
    pub(super) fn read(&mut self, configs: &Configs<'_>, lint: Lint, abilities: &Abilities) -> Result<(), String> {
        self.is_stale = false;
        self.reading = None;
        let (mut settings, configured) = configs.terms(&self.config, &self.path);
        self.awaits_grammar = settings.grammar && !grammar::is_ready();
        if self.awaits_grammar {
            // What needs no engine is told at once; the draft is read again when the engine is there.
            grammar::warm();
            Arc::make_mut(&mut settings).grammar = false;
        }
        let said = KindSayings {
            forced: None,
            configured,
        };
        let report: Result<FileReport, SourceError> = bug::caught(|| {
            if let Some(complaint) = read::foreign(self.text.as_bytes()) {
                let span = self.lines.span_of(0, &self.text);
                let message = complaint.to_owned();
                return Err(SourceError { span, message });
            }
            let source = Source::new(&self.path.to_string_lossy(), self.text.clone(), self.syntax, said)?;
            Ok(FileReport::new(lint(source, &settings), &settings.rules))
        })?;
        let ranges = self.ranges(abilities.encoding);
        let diagnostics = match &report {
            Ok(report) => {
                let findings = report.linted.findings.iter();
                let told = findings.map(|finding| diagnostics::of_finding(ranges, &self.uri, finding, abilities.fades));
                told.collect()
            }
            Err(error) => vec![diagnostics::of_error(ranges.range(error.span), &error.message)],
        };
        self.reading = Some(Reading {
            report,
            settings,
            diagnostics,
        });
        Ok(())
    }

    /// The ranges of its text.
    pub(super) fn ranges(&self, encoding: Encoding) -> Ranges<'_> {
        Ranges {
            text: &self.text,
            lines: &self.lines,
            encoding,
        }
    }
}

impl Reading {
    /// The findings, each with what the editor was told of it.
    pub(super) fn findings(&self) -> impl Iterator<Item = (&Finding, &Diagnostic)> {
        let findings = self.report.iter().flat_map(|report| &report.linted.findings);
        findings.zip(&self.diagnostics)
    }
}
