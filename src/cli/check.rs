//! Lints drafts and reports: what essaylint does if it is told nothing else.

use std::collections::BTreeMap;
use std::io;

use codespan_reporting::term::termcolor::WriteColor;
use rayon::prelude::*;

use essaylint::grammar;
use essaylint::lints::lint::Lint;
use essaylint::report::{ByDraft, FileError, FileReport, Format, Run, html, json, sarif, statistics, vale};

use super::args::{Check, Shared};
use super::job::{self, Done, Job, Origin};
use super::page::Place;
use super::progress::Progress;
use super::project::Project;
use super::{Failure, Outcome, baselines, complain, fix, in_turn, page};

/// Lints what `check` names.
pub(super) fn run(check: &Check, shared: &Shared) -> Result<Outcome, Failure> {
    is_sound(check)?;
    let (origins, mut errors) = job::origins(check)?;
    fix::is_possible(check, &origins)?;
    let jobs = jobs(check, shared, origins)?;
    if let Some(form) = printed_in_turn(check, &jobs) {
        return with_threads(check, &jobs, || in_turn::run(form, check, shared, &jobs, errors))?;
    }
    let done = gather(check, &jobs, &mut errors, is_of_findings(check))?;
    if check.known.write_baseline {
        baselines::write(&done, page::Page::new(shared.color))?;
        tell(&errors);
        return Ok(outcome(&errors, false));
    }
    if check.mend.diff {
        let differs = fix::show(&done, place(check, &jobs), shared)?;
        tell(&errors);
        return Ok(outcome(&errors, differs));
    }
    let held: Vec<(&Job, usize)> = done.iter().map(|one| (one.job, one.held)).collect();
    baselines::tell_gone(check, &held);
    let done: Vec<(&Job, FileReport)> = match check.mend.wanted() {
        Some(wanted) => fix::carry_out(wanted, done, shared, &mut errors)?,
        None => done.into_iter().map(|done| (done.job, done.report)).collect(),
    };
    let fails = |(job, report): &(&Job, FileReport)| job.terms.fail_on.fails(&report.linted.findings);
    let fails = done.iter().any(fails);
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    let run = Run {
        files: done.into_iter().map(|(_, report)| report).collect(),
        errors,
    };
    page::write(place(check, &jobs), shared.color, |width, out| {
        report(&run, check, &jobs, width, out)
    })?;
    tell_beside(&run.errors, check.format);
    Ok(outcome(&run.errors, fails))
}

/// Lints what `check` names, and mends and reports nothing.
pub(super) fn look(check: &Check, shared: &Shared) -> Result<Run, Failure> {
    let (origins, mut errors) = job::origins(check)?;
    let jobs = jobs(check, shared, origins)?;
    let done = gather(check, &jobs, &mut errors, false)?;
    let files = done.into_iter().map(|done| done.report).collect();
    Ok(Run { files, errors })
}

/// What there is to do, each with what counts for it.
fn jobs(check: &Check, shared: &Shared, origins: Vec<Origin>) -> Result<Vec<Job>, Failure> {
    let mut project = Project::new(check, shared);
    let jobs = origins
        .into_iter()
        .map(|origin| project.terms(origin.path()).map(|terms| Job { origin, terms }));
    let jobs: Vec<Job> = jobs.collect::<Result<_, Failure>>()?;
    // The engine loads on the threads that lint: if all of them waited for it, it never would.
    if jobs.len() > 1 && jobs.iter().any(|job| job.terms.settings.grammar) {
        grammar::load().map_err(|error| Failure::Said(error.to_string()))?;
    }
    Ok(jobs)
}

/// Whether the options go together.
fn is_sound(check: &Check) -> Result<(), Failure> {
    let no = |message: &str| Err(Failure::Said(message.to_owned()));
    match check.format {
        Format::Json if check.statistics && check.story => no("statistics have no story; leave out --story"),
        Format::Json => Ok(()),
        _ if check.story => no("the story is printed as JSON alone; add --format json"),
        Format::Text => Ok(()),
        _ if check.statistics => no("statistics are printed as text or JSON; leave out --format, or add --format json"),
        _ => Ok(()),
    }
}

/// Where the report goes: standard output is for the text if that came from standard input and is fixed.
fn place<'c>(check: &'c Check, jobs: &[Job]) -> Place<'c> {
    let is_filter = check.mend.fix.is_some() && jobs.iter().any(|job| matches!(job.origin, Origin::Stdin(_)));
    match &check.output {
        Some(path) => Place::File(path),
        None if is_filter && !check.mend.diff => Place::Errors,
        None => Place::Output,
    }
}

fn report(run: &Run, check: &Check, jobs: &[Job], width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let by_draft = |form: ByDraft, out| form.print(run, width, out);
    match check.format {
        Format::Json if check.statistics => statistics::print_json(run, out),
        _ if check.statistics => statistics::print(run, out),
        Format::Text => by_draft(ByDraft::Text, out),
        Format::Short => by_draft(ByDraft::Short, out),
        Format::Html => html::print(run, out),
        Format::Json => json::print(run, check.story, out),
        Format::Jsonl => by_draft(ByDraft::Jsonl, out),
        Format::Sarif => sarif::print(run, &lints(jobs), out),
        Format::Github => by_draft(ByDraft::Github, out),
        Format::Rdjsonl => by_draft(ByDraft::Rdjsonl, out),
        Format::Vale => vale::print(run, out),
    }
}

/// Does the jobs on the threads at hand; the results are in their order. Threads cost more than a single draft does.
pub(super) fn in_parallel<'j, T: Send>(
    check: &Check,
    jobs: &'j [Job],
    work: impl Fn(&'j Job) -> T + Sync + Send,
) -> Vec<T> {
    match (jobs, check.jobs) {
        ([] | [_], _) | (_, Some(1)) => jobs.iter().map(work).collect(),
        _ => jobs.par_iter().map(work).collect(),
    }
}

/// The lints of all configurations, own ones included, each once.
fn lints(jobs: &[Job]) -> Vec<&Lint> {
    let all = jobs.iter().flat_map(|job| job.terms.settings.rules.lints());
    let by_id: BTreeMap<&str, &Lint> = all.map(|lint| (lint.id.as_ref(), lint)).collect();
    by_id.into_values().collect()
}

/// Tells of files that could not be linted, where the report does not.
pub(super) fn tell_beside(errors: &[FileError], format: Format) {
    match format {
        Format::Text | Format::Short | Format::Html => tell(errors),
        // There is no one to tell if standard error can not be written.
        Format::Vale => errors
            .iter()
            .for_each(|error| drop(vale::print_error(error, &mut io::stderr()))),
        Format::Json | Format::Jsonl | Format::Sarif | Format::Github | Format::Rdjsonl => {}
    }
}

fn tell(errors: &[FileError]) {
    for error in errors {
        complain(&format_args!("error: {error}"));
    }
}

/// How a run ended that met `errors`; `fails`: it has findings that it should not have.
pub(super) fn outcome(errors: &[FileError], fails: bool) -> Outcome {
    match (errors, fails) {
        ([_, ..], _) => Outcome::Failed,
        ([], true) => Outcome::Findings,
        ([], false) => Outcome::Clean,
    }
}

/// Whether the findings are all that is asked for: nothing is mended, and no story told.
fn is_of_findings(check: &Check) -> bool {
    let mends = check.mend.diff || check.mend.wanted().is_some();
    check.format.is_of_findings() && !check.story && !mends && !check.known.write_baseline
}

/// The format, if each draft can be reported by itself. A report in a file is written at once, or not at all.
fn printed_in_turn(check: &Check, jobs: &[Job]) -> Option<ByDraft> {
    let goes_on = matches!(place(check, jobs), Place::Output) && !check.statistics;
    ByDraft::of(check.format).filter(|_| goes_on && is_of_findings(check))
}

/// Does `work` on `jobs` with as many threads as are asked for.
fn with_threads<T: Send>(check: &Check, jobs: &[Job], work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
    // Many drafts find the threads that are there for all; for one the threads that share it are started.
    let alone = match jobs {
        [] => true,
        [job] => check.jobs == Some(1) || !job.is_large(),
        _ => matches!(check.jobs, None | Some(1)),
    };
    if alone {
        return Ok(work());
    }
    let threads = check.jobs;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0).into());
    match (pool.build(), threads) {
        (Ok(pool), _) => Ok(pool.install(work)),
        (Err(_), None) => Ok(work()),
        (Err(error), Some(threads)) => Err(Failure::Said(format!(
            "{threads} threads can not be started ({error}); lower --jobs"
        ))),
    }
}

/// Does all jobs; adds to `errors` those that can not be done. `forgets`: no more than the findings is needed afterwards.
fn gather<'j>(
    check: &Check,
    jobs: &'j [Job],
    errors: &mut Vec<FileError>,
    forgets: bool,
) -> Result<Vec<Done<'j>>, Failure> {
    let progress = Progress::new(jobs.len());
    let work = |job: &'j Job| {
        let mut done = job.work(check);
        if let (Ok(done), true) = (&mut done, forgets) {
            done.report.forget_reading();
        }
        progress.step();
        done
    };
    let done: Vec<Result<Done<'j>, FileError>> = with_threads(check, jobs, || in_parallel(check, jobs, work))?;
    progress.finish();
    let mut gathered = Vec::new();
    for done in done {
        match done {
            Ok(done) => gathered.push(done),
            Err(error) => errors.push(error),
        }
    }
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(gathered)
}
