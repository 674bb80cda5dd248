//! Where a configuration lies: found upwards from a draft. This and [`super::load`] alone touch the disk.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::{ConfigError, LintText, NAME};

/// The `essaylint.toml` that counts for the draft (or the folder) at `path`: the nearest one upwards.
#[must_use]
pub fn find(path: &Path) -> Option<PathBuf> {
    let start = absolute(path);
    let folder = if start.is_dir() {
        Some(start.as_path())
    } else {
        start.parent()
    };
    folder?
        .ancestors()
        .map(|folder| folder.join(NAME))
        .find(|candidate| candidate.is_file())
}

/// A path from the root, links of its folders followed, so that two ways to one file are one. What does not exist is
/// taken as it is written.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let (Some(folder), Some(name)) = (path.parent(), path.file_name())
        && let Ok(folder) = folder.canonicalize()
    {
        return folder.join(name);
    }
    path.canonicalize().unwrap_or_else(|_| without_dots(&path))
}

/// Takes `.` and `..` out of a path that does not exist.
fn without_dots(path: &Path) -> PathBuf {
    let mut bare = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                bare.pop();
            }
            part => bare.push(part),
        }
    }
    bare
}

/// Reads a file as text.
pub(super) fn text_of(path: &Path) -> Result<String, ConfigError> {
    let shown = shown(path);
    let bytes = std::fs::read(path).map_err(|error| {
        let message = format!("the file can not be read: {}", reason(&error));
        ConfigError::of_file(shown.clone(), message, "look at the path, and whether you may read it")
    })?;
    String::from_utf8(bytes)
        .map_err(|_| ConfigError::of_file(shown, "the file is not UTF-8".to_owned(), "save it as UTF-8"))
}

/// The lint files of a folder, in order of name.
pub(super) fn lint_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| reason(&error))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| reason(&error))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") && path.file_name() != Some(NAME.as_ref()) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The files that the configuration at `path` is made of, as far as they are there: itself, and the lint files of the
/// folder that it names. Whoever waits for a change of it looks at these.
#[must_use]
pub fn sources(path: &Path) -> Vec<PathBuf> {
    let named = || {
        let table: toml::Table = text_of(path).ok()?.parse().ok()?;
        let folder = table.get("phrases")?.as_str()?.to_owned();
        lint_files(&path.parent()?.join(folder)).ok()
    };
    let mut sources = vec![path.to_owned()];
    sources.extend(named().unwrap_or_default());
    sources
}

/// Reads the lint files of a folder.
pub(super) fn lint_texts(folder: &Path) -> Result<Vec<LintText>, String> {
    let read = |path: PathBuf| {
        text_of(&path)
            .map(|text| LintText {
                name: shown(&path),
                text,
            })
            .map_err(|error| format!("{}: {}", error.path, error.message))
    };
    lint_files(folder)?.into_iter().map(read).collect()
}

/// The path as it is shown: seen from the current folder where it lies below.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).display().to_string()
}

/// Why the disk says no, without the number of the error.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotADirectory => "it is no folder".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        kind => kind.to_string(),
    }
}
