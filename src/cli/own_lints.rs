//! `essaylint test PATH`: runs the examples in lint files, so that who writes own lints knows that they do what they say.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use essaylint::lints::examples;
use essaylint::lints::lint::Example;
use essaylint::lints::lint_file::{self, LintFile};
use essaylint::report::one_line;
use essaylint::settings::Settings;

use super::drafts::shown;
use super::page::Page;
use super::{Failure, Outcome, project, read};

/// How an example in a lint's file came out.
type Verdict = Result<(), String>;

/// Runs the examples of the lint file at `path`, or of all lint files in that folder.
pub(super) fn run(path: &Path, mut page: Page) -> Result<Outcome, Failure> {
    let files = lint_files(path)?;
    let settings = project::own_lints(path)?;
    let (mut count, mut failed) = (0, 0);
    for (path, file) in &files {
        for (number, verdict) in try_examples(path, file, &settings)?.into_iter().enumerate() {
            count += 1;
            if let Err(complaint) = verdict {
                failed += 1;
                writeln!(
                    page.out,
                    "{}: example {}: {}",
                    one_line(&shown(path)),
                    number + 1,
                    one_line(&complaint)
                )?;
            }
        }
    }
    let plural = |count: usize, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
    let tried = format!("{} of {}", plural(count, "example"), plural(files.len(), "lint"));
    if failed == 0 {
        writeln!(page.out, "{tried}: all as they should be")?;
    } else {
        writeln!(page.out, "{tried}: {failed} not as they should be")?;
    }
    page.turn()?;
    Ok(if failed == 0 { Outcome::Clean } else { Outcome::Findings })
}

/// The lint files at `path`: the file itself, or those of the folder and the folders in it, in order of path.
fn lint_files(path: &Path) -> Result<Vec<(PathBuf, LintFile)>, Failure> {
    let fail = |path: &Path, message: &str| Failure::Said(format!("{}: {message}", one_line(&shown(path))));
    let take = |path: PathBuf| -> Result<(PathBuf, LintFile), Failure> {
        let bytes = fs::read(&path).map_err(|error| fail(&path, &read::reason(&error)))?;
        let text = read::text(bytes).map_err(|message| fail(&path, &message))?;
        let file = lint_file::read(&text).map_err(|error| fail(&path, &format!("this is no lint file: {error}")))?;
        Ok((path, file))
    };
    if !path.is_dir() {
        return Ok(vec![take(path.to_owned())?]);
    }
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in ignore::WalkBuilder::new(path)
        .standard_filters(false)
        .hidden(true)
        .build()
    {
        let entry = entry.map_err(|error| Failure::Said(error.to_string()))?;
        let name = entry.file_name().to_string_lossy();
        if name.ends_with(".toml") && name != "essaylint.toml" {
            paths.push(entry.into_path());
        }
    }
    paths.sort();
    if paths.is_empty() {
        return Err(fail(
            path,
            "no lint files are in this folder; a lint file is called LINT.toml",
        ));
    }
    paths.into_iter().map(take).collect()
}

/// Runs the examples of a file with its lint alone.
fn try_examples(path: &Path, file: &LintFile, settings: &Settings) -> Result<Vec<Verdict>, Failure> {
    let place = one_line(&shown(path)).into_owned();
    let fail = |message: String| Failure::Said(format!("{place}: {message}"));
    let Some(lint) = settings.rules.lints().iter().find(|lint| lint.id == file.id) else {
        return Err(fail(format!(
            "no lint is called '{}'; give the file the name of its lint",
            one_line(&file.id)
        )));
    };
    let mut settings = settings.clone();
    settings.rules.turn_all_off();
    settings.rules.turn(&file.id, true);
    let mut verdicts = Vec::new();
    for (number, example) in file.examples.iter().enumerate() {
        let example = example_of(example).map_err(|message| fail(format!("example {}: {message}", number + 1)))?;
        verdicts.push(examples::run(lint, &example, &settings));
    }
    Ok(verdicts)
}

fn example_of(example: &lint_file::ExampleFile) -> Result<Example, String> {
    let kind = example
        .kind
        .parse()
        .map_err(|error: essaylint::source::UnknownKind| error.to_string())?;
    let (text, fires) = match (&example.fires, &example.quiet) {
        (Some(text), None) => (text, true),
        (None, Some(text)) => (text, false),
        _ => return Err("write either 'fires' or 'quiet'".to_owned()),
    };
    Ok(Example {
        kind,
        text: text.trim().to_owned().into(),
        fires,
    })
}
