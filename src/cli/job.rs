//! A draft on its way through a run: where it comes from, what counts for it, how it is read and linted.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use essaylint::Linted;
use essaylint::fix::{self, Choice};
use essaylint::lints::finding::Applicability;
use essaylint::report::{FileError, FileReport};
use essaylint::source::{KindSayings, LineIndex, Source, Syntax};

use super::args::{Check, Fix};
use super::drafts::{Drafts, is_draft_name, shown};
use super::git::{self, Staged};
use super::project::Terms;
use super::{Failure, bug, read};

/// The name of standard input, where it has no other.
const STDIN: &str = "<stdin>";

/// Something to lint.
pub(super) struct Job {
    pub(super) origin: Origin,
    pub(super) terms: Terms,
}

/// Where a draft comes from.
pub(super) enum Origin {
    File(PathBuf),
    /// Standard input, under a name.
    Stdin(PathBuf),
    /// What git would commit.
    Staged(Staged),
}

impl Origin {
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Stdin(path) => path,
            Self::Staged(staged) => &staged.path,
        }
    }

    /// The bytes of the draft.
    fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::File(path) => {
                let file = File::open(path)?;
                let length = file.metadata()?.len();
                read::all(file, length)
            }
            Self::Stdin(_) => read::all(io::stdin().lock(), 0),
            Self::Staged(staged) => staged.bytes(),
        }
    }
}

/// A job that is done.
pub(super) struct Done<'j> {
    pub(super) job: &'j Job,
    pub(super) report: FileReport,
    /// How many findings the baseline holds back.
    pub(super) held: usize,
    /// The draft as it would be after the edits that were asked for, if there are any.
    pub(super) fixed: Option<Fixed>,
}

/// A draft after edits.
pub(super) struct Fixed {
    pub(super) report: FileReport,
    /// How many edits were made.
    pub(super) edits: usize,
}

/// The drafts that the next commit would add or change, in order of path.
fn staged(paths: &[PathBuf]) -> Result<Vec<Origin>, Failure> {
    let mut drafts = git::staged()?;
    drafts.retain(|staged| is_draft_name(&staged.path) && git::is_below(&staged.path, paths));
    drafts.sort_by_cached_key(|staged| shown(&staged.path));
    Ok(drafts.into_iter().map(Origin::Staged).collect())
}

/// What the paths lead to, in order of path, and what they do not lead to.
pub(super) fn origins(check: &Check) -> Result<(Vec<Origin>, Vec<FileError>), Failure> {
    if check.staged {
        return Ok((staged(&check.paths)?, Vec::new()));
    }
    let dash = Path::new("-");
    let (stdin, paths): (Vec<_>, Vec<_>) = check.paths.iter().cloned().partition(|path| path == dash);
    let reads_stdin = !stdin.is_empty() || (check.stdin_filename.is_some() && paths.is_empty());
    if check.stdin_filename.is_some() && !reads_stdin {
        return Err(Failure::Said(
            "--stdin-filename names standard input; give '-' as a path, too".to_owned(),
        ));
    }
    let drafts = match (paths.is_empty(), reads_stdin) {
        (true, true) => Drafts::default(),
        (true, false) => Drafts::find(&[PathBuf::from(".")], check.force_exclude),
        (false, _) => Drafts::find(&paths, check.force_exclude),
    };
    let mut origins: Vec<Origin> = drafts.files.into_iter().map(Origin::File).collect();
    if reads_stdin {
        let name = check.stdin_filename.clone().unwrap_or_else(|| PathBuf::from(STDIN));
        origins.push(Origin::Stdin(name));
        origins.sort_by_cached_key(|origin| shown(origin.path()));
    }
    Ok((origins, drafts.errors))
}

impl Job {
    /// Whether the draft is so long that threads are worth starting for it alone, as far as can be told without reading it.
    pub(super) fn is_large(&self) -> bool {
        /// Thirty statements.
        const LARGE: u64 = 128 << 10;
        match &self.origin {
            Origin::File(path) => path.metadata().is_ok_and(|file| file.len() >= LARGE),
            Origin::Stdin(_) | Origin::Staged(_) => false,
        }
    }

    /// Reads and lints the draft, and makes the edits that `check` asks for, in memory.
    pub(super) fn work(&self, check: &Check) -> Result<Done<'_>, FileError> {
        let name = shown(self.origin.path());
        let fail = |message| FileError {
            path: name.clone(),
            message,
        };
        let bytes = self.origin.bytes().map_err(|error| fail(read::reason(&error)))?;
        let text = read::text(bytes).map_err(fail)?;
        let done = || Ok(self.done(self.source(&name, &text, check)?, check));
        bug::caught(done).unwrap_or_else(Err).map_err(fail)
    }

    fn source(&self, name: &str, text: &str, check: &Check) -> Result<Source, String> {
        let said = KindSayings {
            forced: check.kind,
            configured: self.terms.configured,
        };
        let syntax = Syntax::from_path(name).unwrap_or(Syntax::Markdown);
        Source::new(name, text.to_owned(), syntax, said).map_err(|error| {
            let at = LineIndex::new(text).position(text, error.span.start());
            format!("line {}, column {}: {error}", at.line, at.column)
        })
    }

    fn done(&self, source: Source, check: &Check) -> Done<'_> {
        let (linted, held) = self.lint(source);
        let fixed = match check.mend.wanted() {
            Some(Fix::Safe) => {
                let fixed = fix::fix(&linted, |source| self.lint(source).0);
                fixed.map(|fixed| (fixed.linted, fixed.edits))
            }
            Some(Fix::Review) if check.mend.diff => {
                let choice = Choice::of(&linted.findings, Applicability::Review);
                self.after(&linted, &choice)
            }
            _ => None,
        };
        Done {
            job: self,
            report: self.report(linted),
            held,
            fixed: fixed.map(|(linted, edits)| Fixed {
                report: self.report(linted),
                edits,
            }),
        }
    }

    /// The draft after the edits of `choice`, and their number; none if there are none.
    pub(super) fn after(&self, linted: &Linted, choice: &Choice) -> Option<(Linted, usize)> {
        let linted = fix::again(linted, choice, |source| self.lint(source).0)?;
        Some((linted, choice.edits().len()))
    }

    /// Lints a draft, and leaves out what the baseline holds; says how much that is.
    fn lint(&self, source: Source) -> (Linted, usize) {
        let mut linted = essaylint::lint(source, &self.terms.settings);
        let held = match &self.terms.baseline {
            Some(baseline) => baseline.leave_out(self.origin.path(), &mut linted),
            None => 0,
        };
        (linted, held)
    }

    /// Counts a linted draft against its limits.
    pub(super) fn report(&self, linted: Linted) -> FileReport {
        FileReport::new(linted, &self.terms.settings.rules)
    }
}
