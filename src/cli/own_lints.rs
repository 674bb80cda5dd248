//! `essaylint test PATH`: runs the examples in lint files, so that who writes own lints knows that they do what they say.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use essaylint::lints::lint::{Example, Lint};
use essaylint::lints::lint_file::{self, LintFile};
use essaylint::report::one_line;
use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Span, Syntax};

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
                    "{}: example {}: {complaint}",
                    one_line(&shown(path)),
                    number + 1
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
    if !settings.rules.lints().iter().any(|lint: &Lint| lint.id == file.id) {
        return Err(fail(format!(
            "no lint is called '{}'; give the file the name of its lint",
            one_line(&file.id)
        )));
    }
    let mut settings = settings.clone();
    settings.rules.turn_all_off();
    settings.rules.turn(&file.id, true);
    let mut verdicts = Vec::new();
    for (number, example) in file.examples.iter().enumerate() {
        let example = example_of(example).map_err(|message| fail(format!("example {}: {message}", number + 1)))?;
        verdicts.push(judge(&example, &file.id, &settings));
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

/// Whether a lint says about an example what the example says that it does.
fn judge(example: &Example, id: &str, settings: &Settings) -> Verdict {
    let (text, marked) = example.draft();
    let said = KindSayings {
        forced: Some(example.kind),
        configured: None,
    };
    let source = Source::new("example", text, Syntax::Markdown, said).map_err(|error| error.to_string())?;
    let linted = essaylint::lint(source, settings);
    let found: Vec<Span> = linted
        .findings
        .iter()
        .filter(|finding| finding.lint == id)
        .map(|finding| finding.span)
        .collect();
    let words = || {
        let text = linted.draft.source.text();
        found.iter().fold(String::new(), |mut words, span| {
            let _ = write!(words, " \"{}\"", one_line(span.of(text)));
            words
        })
    };
    let hits = |span: Span| found.iter().any(|found| found.overlaps(span));
    match (example.fires, marked) {
        (false, _) if found.is_empty() => Ok(()),
        (false, _) => Err(format!("the lint must be quiet here, and speaks about{}", words())),
        (true, _) if found.is_empty() => Err(format!(
            "the lint must speak here, and is quiet: {}",
            one_line(&example.text)
        )),
        (true, Some((start, end))) if !hits(Span::new(start, end)) => Err(format!(
            "the lint must speak about the marked words, and speaks about{}",
            words()
        )),
        (true, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use essaylint::source::Kind;

    fn verdict(text: &str, fires: bool) -> Verdict {
        let example = Example {
            kind: Kind::PersonalStatement,
            text: text.to_owned().into(),
            fires,
        };
        judge(&example, "placeholder", &Settings::default())
    }

    #[test]
    fn an_example_must_do_what_it_says() {
        assert_eq!(verdict("I rotated at «[Medical Center]» in May.", true), Ok(()));
        assert_eq!(verdict("I rotated at a county hospital in May.", false), Ok(()));
        assert!(
            verdict("I rotated at [Medical Center] in May.", false)
                .unwrap_err()
                .contains("quiet")
        );
        assert!(
            verdict("I rotated «there» in May.", true)
                .unwrap_err()
                .contains("is quiet")
        );
        assert!(
            verdict("«I» rotated at [Medical Center].", true)
                .unwrap_err()
                .contains("marked words")
        );
    }
}
