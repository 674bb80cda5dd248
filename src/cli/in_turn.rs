//! Reports drafts in their turn, some at a time: however many there are, only those at hand are kept.

use codespan_reporting::term::termcolor::Buffer;

use essaylint::report::{ByDraft, FileError, Tally, Total};

use super::args::{Check, Shared};
use super::check::{in_parallel, outcome, tell_beside};
use super::job::Job;
use super::page::Roll;
use super::progress::Progress;
use super::{Failure, Outcome, baselines};

/// How many drafts are at hand: enough to keep all processors at work, and few to keep.
const AT_HAND: usize = 128;

/// A draft in a report.
struct Piece<'j> {
    printed: Buffer,
    tally: Tally,
    fails: bool,
    held: (&'j Job, usize),
}

/// Lints the drafts of `jobs` and reports them; adds to `errors` those that can not be linted.
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
    for at_hand in jobs.chunks(AT_HAND) {
        for piece in in_parallel(check, at_hand, work) {
            match piece {
                Ok(piece) => {
                    total.add(piece.tally);
                    fails |= piece.fails;
                    held.push(piece.held);
                    progress.aside(|| roll.lay(&piece.printed))?;
                }
                Err(Trouble::Draft(error)) => errors.push(error),
                Err(Trouble::Report(failure)) => return Err(failure),
            }
        }
    }
    progress.finish();
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    let mut end = roll.sheet();
    form.end(total, &errors, &mut end)?;
    roll.lay(&end)?;
    baselines::tell_gone(check, &held);
    tell_beside(&errors, check.format);
    Ok(outcome(&errors, fails))
}

/// What stands in the way of a draft's part of the report.
enum Trouble {
    Draft(FileError),
    Report(Failure),
}

fn piece<'j>(job: &'j Job, form: ByDraft, check: &Check, roll: &Roll) -> Result<Piece<'j>, Trouble> {
    let done = job.work(check).map_err(Trouble::Draft)?;
    let findings = &done.report.linted.findings;
    let mut printed = roll.sheet();
    form.draft(&done.report, roll.width, &mut printed)
        .map_err(|error| Trouble::Report(error.into()))?;
    Ok(Piece {
        tally: Tally::of(findings),
        fails: job.terms.fail_on.fails(findings),
        held: (job, done.held),
        printed,
    })
}
