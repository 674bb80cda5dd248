//! `--fix` and `--diff`: what the library's fixes change, written to the drafts or shown.

use std::io::{self, IsTerminal as _, Write as _};

use essaylint::report::{FileError, FileReport, diff};

use super::args::{Check, Fix, Shared};
use super::drafts::shown;
use super::job::{Done, Fixed, Job, Origin};
use super::page::{self, Place};
use super::review::Review;
use super::{Failure, bug, complain, replace};

/// Whether the fixes that `check` asks for can be made here.
pub(super) fn is_possible(check: &Check, origins: &[Origin]) -> Result<(), Failure> {
    let no = |message: &str| Err(Failure::Said(message.to_owned()));
    if check.mend.diff && check.format.name() != "text" {
        return no("--diff shows a diff and nothing else; leave out --format");
    }
    if check.mend.fix != Some(Fix::Review) || check.mend.diff {
        return Ok(());
    }
    if origins.iter().any(|origin| matches!(origin, Origin::Stdin(_))) {
        return no("--fix=review asks you on standard input, so that no draft can come from there; name a file");
    }
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return no(
            "--fix=review asks you about each suggestion and needs a terminal; --fix=review --diff shows them all",
        );
    }
    Ok(())
}

/// Shows as a diff what the fixes change; says whether they change anything.
pub(super) fn show(done: &[Done<'_>], place: Place<'_>, shared: &Shared) -> Result<bool, Failure> {
    page::write(place, shared.color, |_, out| {
        for one in done {
            let text = |report: &FileReport| report.linted.draft.source.text().to_owned();
            if let Some(fixed) = &one.fixed {
                diff::unified(one.report.name(), &text(&one.report), &text(&fixed.report), out)?;
            }
        }
        Ok(())
    })?;
    Ok(done.iter().any(|one| one.fixed.is_some()))
}

/// Makes the fixes, and says how many. What can not be written is left as it is and told in `errors`.
pub(super) fn carry_out<'j>(
    wanted: Fix,
    done: Vec<Done<'j>>,
    shared: &Shared,
    errors: &mut Vec<FileError>,
) -> Result<Vec<(&'j Job, FileReport)>, Failure> {
    let mut review = (wanted == Fix::Review).then(|| Review::new(shared.color, &done));
    let (mut edits, mut files) = (0, 0);
    let mut reports = Vec::new();
    for one in done {
        let fixed = match &mut review {
            Some(review) => reviewed(review, &one)?,
            None => one.fixed,
        };
        let before = one.report.linted.draft.source.text();
        let after = fixed.as_ref().map(|fixed| fixed.report.linted.draft.source.text());
        let written = match &one.job.origin {
            Origin::Stdin(_) => {
                io::stdout().write_all(after.unwrap_or(before).as_bytes())?;
                Ok(())
            }
            // The arguments rule this out: what is staged is not for mending.
            Origin::Staged(_) => Ok(()),
            Origin::File(path) => after.map_or(Ok(()), |after| {
                replace::replace(path, before.as_bytes(), after.as_bytes())
            }),
        };
        let report = match (written, fixed) {
            (Ok(()), Some(fixed)) => {
                edits += fixed.edits;
                files += 1;
                fixed.report
            }
            (Ok(()), None) => one.report,
            (Err(message), _) => {
                let path = shown(one.job.origin.path());
                errors.push(FileError { path, message });
                one.report
            }
        };
        reports.push((one.job, report));
    }
    complain(&counted(edits, files));
    Ok(reports)
}

/// The draft after the edits that the author accepts.
fn reviewed(review: &mut Review, done: &Done<'_>) -> Result<Option<Fixed>, Failure> {
    let linted = &done.report.linted;
    let choice = review.walk(linted)?;
    let after = bug::caught(|| done.job.after(linted, &choice)).map_err(Failure::Said)?;
    Ok(after.map(|(linted, edits)| Fixed {
        report: done.job.report(linted),
        edits,
    }))
}

fn counted(edits: usize, files: usize) -> String {
    let plural = |count: usize, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    match edits {
        0 => "made no edits".to_owned(),
        _ => format!("made {} in {}", plural(edits, "edit"), plural(files, "file")),
    }
}
