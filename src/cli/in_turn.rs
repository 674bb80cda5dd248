//! Reports drafts in their turn, some at a time: however many there are, only those at hand are kept.

use std::io;

use codespan_reporting::term::termcolor::Buffer;

use essaylint::report::{ByDraft, FileError, Tally, Total};

use super::args::{Check, Shared};
use super::check::{in_parallel, outcome, tell_beside};
use super::job::Job;
use super::page::Roll;
use super::progress::Progress;
use super::{Failure, Outcome, baselines, bug};

/// How many drafts are at hand: many for each thread, so that few wait for the last one, and few to keep.
const AT_HAND: usize = 128;

/// The same for each thread, where there are many.
const FOR_EACH: usize = 8;

/// A draft in a report.
struct Piece<'j> {
    printed: Buffer,
    tally: Tally,
    fails: bool,
    held: (&'j Job, usize),
}

/// Lints the drafts of `jobs` and reports them, and at the end `errors` and what else can not be linted.
pub(super) fn run(
    form: ByDraft,
    check: &Check,
    shared: &Shared,
    jobs: &[Job],
    mut errors: Vec<FileError>,
) -> Result<Outcome, Failure> {
    let roll = Roll::new(shared.color);
    let progress = Progress::new(jobs.len());
    let work = |job| {
        let piece = piece(job, form, check, &roll);
        progress.step();
        piece
    };
    let (mut total, mut held, mut fails) = (Total::default(), Vec::new(), false);
    for some in jobs.chunks(at_hand(check, jobs.len())) {
        let pieces = in_parallel(check, some, work);
        progress.aside(|| -> io::Result<()> {
            for piece in pieces {
                match piece {
                    Ok(piece) => {
                        total.add(piece.tally);
                        fails |= piece.fails;
                        held.push(piece.held);
                        roll.lay(&piece.printed)?;
                    }
                    Err(error) => errors.push(error),
                }
            }
            Ok(())
        })?;
    }
    progress.finish();
    baselines::tell_gone(check, &held);
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    let mut end = roll.sheet();
    form.end(total, &errors, &mut end)?;
    roll.lay(&end)?;
    tell_beside(&errors, check.format);
    Ok(outcome(&errors, fails))
}

/// How many of so many drafts are at hand. Who asks for the number of threads starts them, which few drafts
/// or a single thread have no use for.
fn at_hand(check: &Check, drafts: usize) -> usize {
    if drafts <= AT_HAND || check.jobs == Some(1) {
        AT_HAND
    } else {
        AT_HAND.max(FOR_EACH * rayon::current_num_threads())
    }
}

fn piece<'j>(job: &'j Job, form: ByDraft, check: &Check, roll: &Roll) -> Result<Piece<'j>, FileError> {
    let done = job.work(check)?;
    let findings = &done.report.linted.findings;
    let mut printed = roll.sheet();
    let print = || form.draft(&done.report, roll.width, &mut printed);
    let is_printed = bug::caught(print).and_then(|done| done.map_err(|error| error.to_string()));
    is_printed.map_err(|message| FileError {
        path: done.report.name().to_owned(),
        message,
    })?;
    Ok(Piece {
        tally: Tally::of(findings),
        fails: job.terms.fail_on.fails(findings),
        held: (job, done.held),
        printed,
    })
}
