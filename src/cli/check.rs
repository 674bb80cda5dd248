//! Lints drafts and reports: what essaylint does if it is told nothing else.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use essaylint::report::{FileError, FileReport, Format, Run, html, json, short, text};
use essaylint::source::{KindSayings, LineIndex, Source, Syntax};

use super::args::{Check, Shared};
use super::drafts::{Drafts, shown};
use super::progress::Progress;
use super::project::{Project, Terms};
use super::{Failure, Outcome, bug, complain, page, read};

/// The name of standard input, where it has no other.
const STDIN: &str = "<stdin>";

/// Something to lint.
struct Job {
    origin: Origin,
    terms: Terms,
}

/// Where a draft comes from.
enum Origin {
    File(PathBuf),
    /// Standard input, under a name.
    Stdin(PathBuf),
}

impl Origin {
    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Stdin(path) => path,
        }
    }
}

/// Lints what `check` names.
pub(super) fn run(check: &Check, shared: &Shared) -> Result<Outcome, Failure> {
    if check.story && check.format != Format::Json {
        return Err(Failure::Said(
            "the story is printed as JSON alone; add --format json".to_owned(),
        ));
    }
    let (run, fails) = look(check, shared)?;
    page::write(check.output.as_deref(), shared.color, |width, out| match check.format {
        Format::Text => text::print(&run, width, out),
        Format::Short => short::print(&run, out),
        Format::Json => json::print(&run, check.story, out),
        Format::Html => html::print(&run, out),
    })?;
    if check.format != Format::Json {
        run.errors
            .iter()
            .for_each(|error| complain(&format_args!("error: {error}")));
    }
    Ok(match (run.errors.is_empty(), fails) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    })
}

/// Lints what `check` names and reports nothing; says also whether a finding makes the run fail.
pub(super) fn look(check: &Check, shared: &Shared) -> Result<(Run, bool), Failure> {
    let (origins, errors) = origins(check)?;
    let mut project = Project::new(check, shared);
    let jobs: Vec<Job> = origins
        .into_iter()
        .map(|origin| project.terms(origin.path()).map(|terms| Job { origin, terms }))
        .collect::<Result<_, _>>()?;
    gather(check, &jobs, errors)
}

/// What the paths lead to, in order of path, and what they do not lead to.
fn origins(check: &Check) -> Result<(Vec<Origin>, Vec<FileError>), Failure> {
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

/// Lints all jobs; says also whether a finding makes the run fail.
fn gather(check: &Check, jobs: &[Job], errors: Vec<FileError>) -> Result<(Run, bool), Failure> {
    let progress = Progress::new(jobs.len());
    let work = |job: &Job| {
        let done = lint(job, check);
        progress.step();
        done
    };
    let done: Vec<Result<FileReport, FileError>> = match (jobs, check.jobs) {
        // Threads cost more than a few drafts do.
        ([] | [_], _) | (_, Some(1)) => jobs.iter().map(work).collect(),
        (_, None) => jobs.par_iter().map(work).collect(),
        (_, Some(threads)) => rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(threads))
            .build()
            .map_err(|error| Failure::Said(format!("{threads} threads can not be started ({error}); lower --jobs")))?
            .install(|| jobs.par_iter().map(work).collect()),
    };
    progress.finish();
    let mut run = Run {
        files: Vec::new(),
        errors,
    };
    let mut fails = false;
    for (job, done) in jobs.iter().zip(done) {
        match done {
            Ok(report) => {
                fails |= job.terms.fail_on.fails(&report.linted.findings);
                run.files.push(report);
            }
            Err(error) => run.errors.push(error),
        }
    }
    run.errors.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((run, fails))
}

fn lint(job: &Job, check: &Check) -> Result<FileReport, FileError> {
    let name = shown(job.origin.path());
    let fail = |message| FileError {
        path: name.clone(),
        message,
    };
    let mut bytes = Vec::new();
    let taken = match &job.origin {
        Origin::File(path) => File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
        Origin::Stdin(_) => io::stdin().lock().read_to_end(&mut bytes),
    };
    taken.map_err(|error| fail(read::reason(&error)))?;
    let text = read::text(bytes).map_err(fail)?;
    bug::caught(|| read_and_lint(&name, &text, job, check))
        .unwrap_or_else(Err)
        .map_err(fail)
}

fn read_and_lint(name: &str, text: &str, job: &Job, check: &Check) -> Result<FileReport, String> {
    let said = KindSayings {
        forced: check.kind,
        configured: job.terms.configured,
    };
    let syntax = Syntax::from_path(name).unwrap_or(Syntax::Markdown);
    let settings = &job.terms.settings;
    match Source::new(name, text.to_owned(), syntax, said) {
        Ok(source) => Ok(FileReport::new(essaylint::lint(source, settings), &settings.rules)),
        Err(error) => {
            let at = LineIndex::new(text).position(text, error.span.start());
            Err(format!("line {}, column {}: {error}", at.line, at.column))
        }
    }
}
