//! Finds the drafts: files by their names, folders by a walk that leaves out what is ignored, hidden or no draft.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use essaylint::report::FileError;
use essaylint::source::Syntax;

use super::read;

/// Files that a folder of text has for other reasons.
const NO_DRAFTS: [&str; 17] = [
    "agents",
    "authors",
    "changelog",
    "claude",
    "cmakelists",
    "code_of_conduct",
    "contributing",
    "copying",
    "licence",
    "license",
    "maintainers",
    "notice",
    "pull_request_template",
    "readme",
    "requirements",
    "robots",
    "security",
];

/// What the paths of the command line lead to.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// The files, in order of the name that is shown, each once.
    pub(super) files: Vec<PathBuf>,
    /// What could not be looked at.
    pub(super) errors: Vec<FileError>,
}

impl Drafts {
    /// Looks at `paths`. With `force_exclude`, files that a walk would leave out are left out also by name.
    pub(super) fn find(paths: &[PathBuf], force_exclude: bool) -> Self {
        let mut drafts = Self::default();
        for path in paths {
            if path.is_dir() {
                drafts.walk(path);
            } else if !force_exclude || !path.exists() || would_be_walked(path) {
                drafts.files.push(path.clone());
            }
        }
        drafts.files.sort_by_cached_key(|path| shown(path));
        drafts.files.dedup_by_key(|path| shown(path));
        drafts
    }

    fn walk(&mut self, folder: &Path) {
        let before = self.files.len() + self.errors.len();
        for entry in walker(folder).build() {
            match entry {
                Ok(entry) if is_draft(&entry) => self.files.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => self.errors.push(walk_error(folder, &error)),
            }
        }
        if self.files.len() + self.errors.len() == before {
            self.errors.push(FileError {
                path: shown(folder),
                message: "no drafts are in this folder; drafts end in .md, .markdown or .txt (another file is read if \
                          you name it)"
                    .to_owned(),
            });
        }
    }
}

/// A walk that depends on the folder alone: not on the settings of the person who runs it.
fn walker(folder: &Path) -> WalkBuilder {
    let mut walker = WalkBuilder::new(folder);
    // The report itself may be on its way into the folder.
    walker.git_global(false).require_git(false).skip_stdout(true);
    walker
}

fn is_draft(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && is_draft_name(entry.path())
}

/// Whether a file of this name is a draft.
pub(super) fn is_draft_name(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().to_lowercase()) else {
        return false;
    };
    let stem = name.split(['.', '-']).next().unwrap_or_default();
    Syntax::from_path(&name).is_some() && !NO_DRAFTS.contains(&stem)
}

/// Whether a walk from the top of the file's project would come to it.
fn would_be_walked(path: &Path) -> bool {
    let (Ok(path), Ok(here)) = (
        path.canonicalize(),
        std::env::current_dir().and_then(|here| here.canonicalize()),
    ) else {
        return true;
    };
    let top = path
        .ancestors()
        .find(|folder| folder.join(".git").exists())
        .or_else(|| path.starts_with(&here).then_some(here.as_path()))
        .or(path.parent())
        .unwrap_or(Path::new("/"))
        .to_owned();
    let goal = path.clone();
    let mut walker = walker(&top);
    walker.filter_entry(move |entry| goal.starts_with(entry.path()));
    walker
        .build()
        .filter_map(Result::ok)
        .any(|entry| entry.path() == path && is_draft(&entry))
}

fn walk_error(folder: &Path, error: &ignore::Error) -> FileError {
    let path = match error {
        ignore::Error::WithPath { path, .. } => path,
        ignore::Error::WithDepth { err, .. } => return walk_error(folder, err),
        _ => folder,
    };
    let message = match error.io_error() {
        Some(error) => read::reason(error),
        None => "this can not be looked at; check the path, and the ignore files above it".to_owned(),
    };
    FileError {
        path: shown(path),
        message,
    }
}

/// The path as it is reported: with `/`, and without a leading `./`.
pub(super) fn shown(path: &Path) -> String {
    let mut shown = path.to_string_lossy().into_owned();
    if std::path::MAIN_SEPARATOR != '/' {
        shown = shown.replace(std::path::MAIN_SEPARATOR, "/");
    }
    match shown.strip_prefix("./") {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_projects_are_no_drafts() {
        for name in [
            "README.md",
            "readme.en.md",
            "a/CHANGELOG.md",
            "LICENSE-MIT.txt",
            "notes.tex",
            "draft",
        ] {
            assert!(!is_draft_name(Path::new(name)), "{name}");
        }
        for name in [
            "statement.md",
            "a/Additional Information.TXT",
            "v2.markdown",
            "licensed.md",
        ] {
            assert!(is_draft_name(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn paths_are_shown_alike_however_they_were_reached() {
        assert_eq!(shown(Path::new("./a/b.md")), "a/b.md");
        assert_eq!(shown(Path::new(".")), ".");
    }
}
