//! The files that baselines are read from and written to.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use essaylint::baseline::Baseline;
use essaylint::report::one_line;
use essaylint::{Linted, config};

use super::args::Check;
use super::drafts::shown;
use super::job::{Done, Job};
use super::page::Page;
use super::{Failure, complain, read, replace};

/// Where a baseline is looked for.
pub(super) struct BaselinePlace {
    /// The file, from the root.
    pub(super) path: PathBuf,
    /// Whether somebody named it, so that it must be there.
    pub(super) is_named: bool,
}

/// A baseline and its file.
#[derive(Debug)]
pub(super) struct BaselineFile {
    /// The file, from the root.
    pub(super) path: PathBuf,
    baseline: Baseline,
    /// Whether it is to be written anew: then it holds nothing back.
    is_rewritten: bool,
}

impl BaselineFile {
    /// Reads the file at `place`. One that is to be written anew may be missing or broken.
    pub(super) fn read(place: BaselinePlace, is_rewritten: bool) -> Result<Self, Failure> {
        let BaselinePlace { path, is_named } = place;
        let fail = |message: &str| {
            let path = name(&path);
            Err(Failure::Said(format!(
                "{path}: {message} by essaylint --write-baseline"
            )))
        };
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound && (is_rewritten || !is_named) => Vec::new(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return fail("there is no such baseline; have it written");
            }
            Err(error) => return Err(Failure::Said(format!("{}: {}", name(&path), read::reason(&error)))),
        };
        let is_new = bytes.is_empty() && !is_named;
        let read = if is_new {
            Ok(Baseline::default())
        } else {
            Baseline::read(&String::from_utf8_lossy(&bytes))
        };
        let baseline = match read {
            Ok(baseline) => baseline,
            Err(_) if is_rewritten => Baseline::default(),
            Err(error) => return fail(&format!("{error}; have it written anew")),
        };
        Ok(Self {
            path,
            baseline,
            is_rewritten,
        })
    }

    /// Leaves out of the findings of the draft at `path` those that the baseline holds; says how many.
    pub(super) fn leave_out(&self, path: &Path, linted: &mut Linted) -> usize {
        if self.is_rewritten {
            return 0;
        }
        self.baseline.leave_out(&self.key(path), linted)
    }

    /// The folder that paths in the baseline begin at.
    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// The name of the draft at `path` in the baseline: the way from its folder, the same on every machine.
    fn key(&self, path: &Path) -> String {
        let whole = config::absolute(path);
        let common = |a: &Path, b: &Path| a.components().zip(b.components()).take_while(|(a, b)| a == b).count();
        let shared = common(self.folder(), &whole);
        if shared == 0 {
            return shown(&whole);
        }
        let up = self.folder().components().skip(shared).map(|_| Component::ParentDir);
        shown(&up.chain(whole.components().skip(shared)).collect::<PathBuf>())
    }
}

/// A path for people: from the current folder where it lies below.
fn name(path: &Path) -> String {
    let here = config::absolute(Path::new("."));
    one_line(&shown(path.strip_prefix(here).unwrap_or(path))).into_owned()
}

/// The baselines of drafts, each once, with those of its drafts.
fn with_drafts<'d, 'j, D>(done: &'d [D], job: impl Fn(&D) -> &'j Job) -> Vec<(&'j Arc<BaselineFile>, Vec<&'d D>)> {
    let mut found: Vec<(&Arc<BaselineFile>, Vec<&D>)> = Vec::new();
    for one in done {
        let Some(file) = &job(one).terms.baseline else { continue };
        match found.iter_mut().find(|(known, _)| Arc::ptr_eq(known, file)) {
            Some((_, drafts)) => drafts.push(one),
            None => found.push((file, vec![one])),
        }
    }
    found
}

/// Writes what was found into the baselines. What they hold of drafts that were not looked at stays, if these still exist.
pub(super) fn write(done: &[Done<'_>], mut page: Page) -> Result<(), Failure> {
    for (file, drafts) in with_drafts(done, |one| one.job) {
        let mut baseline = file.baseline.clone();
        baseline.keep(|path| file.folder().join(path).exists());
        let mut count = 0;
        for draft in drafts {
            let linted = &draft.report.linted;
            count += linted.findings.len();
            baseline.put(&file.key(draft.job.origin.path()), linted);
        }
        let fail = |reason: String| Failure::Said(format!("{}: {reason}", name(&file.path)));
        let text = baseline.write().map_err(|error| fail(error.to_string()))?;
        replace::write(&file.path, text.as_bytes()).map_err(fail)?;
        let findings = if count == 1 { "finding" } else { "findings" };
        writeln!(page.out, "wrote {count} {findings} to {}", name(&file.path))?;
    }
    page.turn()
}

/// Tells how many findings of the baselines are gone; `held` are the drafts with the number of findings that the baseline
/// holds back of each. A run that looks for less than all can not know.
pub(super) fn tell_gone(check: &Check, held: &[(&Job, usize)]) {
    let looks_for_less = !check.select.is_empty() || !check.ignore.is_empty();
    if looks_for_less || check.min_confidence.is_some() || check.kind.is_some() {
        return;
    }
    for (file, drafts) in with_drafts(held, |(job, _)| job) {
        let keys: Vec<String> = drafts.iter().map(|(job, _)| file.key(job.origin.path())).collect();
        let looked_at = keys.iter().zip(&drafts);
        let gone: usize = looked_at
            .map(|(key, (_, held))| file.baseline.count(key).saturating_sub(*held))
            .sum();
        let is_gone = |path: &&str| !keys.iter().any(|key| key == path) && !file.folder().join(path).exists();
        let with_files: usize = file
            .baseline
            .paths()
            .filter(is_gone)
            .map(|path| file.baseline.count(path))
            .sum();
        let gone = gone + with_files;
        let (entries, are) = if gone == 1 { ("entry", "is") } else { ("entries", "are") };
        if gone > 0 {
            complain(&format_args!(
                "{gone} {entries} of the baseline {are} gone: --write-baseline writes it anew"
            ));
        }
    }
}
