//! What git knows: the repository here, its hooks, and what is staged for the next commit.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output};

use super::Failure;

/// A draft as it is staged: its path below the top of the repository, and the blob that holds its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Staged {
    pub(super) path: PathBuf,
    blob: String,
}

impl Staged {
    /// The bytes that would be committed.
    pub(super) fn bytes(&self) -> io::Result<Vec<u8>> {
        let output = git(["cat-file", "blob", &self.blob])?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(io::Error::other("git can not read what is staged"))
        }
    }
}

/// The files, links and submodules left out, that the next commit would add or change, with their paths as seen from the
/// current folder.
pub(super) fn staged() -> Result<Vec<Staged>, Failure> {
    // The way from the top of the repository to the current folder: empty at the top, else with a slash at its end.
    let here = said(["rev-parse", "--show-prefix"])?;
    let changes = said([
        "diff",
        "--cached",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--diff-filter=ACM",
        "-z",
    ])?;
    Ok(read_changes(&changes, line(&here)))
}

/// The path of the hook of this name.
pub(super) fn hook(name: &str) -> Result<PathBuf, Failure> {
    let path = said(["rev-parse", "--git-path", &format!("hooks/{name}")])?;
    Ok(PathBuf::from(line(&path)))
}

/// Reads `:100644 100644 BLOB BLOB M`, a path, and so on, each ended by a NUL.
fn read_changes(changes: &str, here: &str) -> Vec<Staged> {
    let mut parts = changes.split('\0');
    let mut staged = Vec::new();
    while let (Some(change), Some(path)) = (parts.next(), parts.next()) {
        let fields: Vec<&str> = change.split(' ').collect();
        if let [_, mode, _, blob, _] = fields[..]
            && mode.starts_with("100")
        {
            staged.push(Staged {
                path: seen_from(here, path),
                blob: blob.to_owned(),
            });
        }
    }
    staged
}

/// A path below the top of the repository as it is seen from the folder `here`, also below the top.
fn seen_from(here: &str, path: &str) -> PathBuf {
    let (mut folders, mut rest) = (here.split_terminator('/').peekable(), path);
    while let Some(folder) = folders.peek()
        && let Some(inside) = rest.strip_prefix(*folder).and_then(|rest| rest.strip_prefix('/'))
    {
        rest = inside;
        folders.next();
    }
    folders.map(|_| "..").chain([rest]).collect()
}

/// What git says, without the last line end.
fn line(said: &str) -> &str {
    said.trim_end_matches(['\r', '\n'])
}

fn said<const N: usize>(arguments: [&str; N]) -> Result<String, Failure> {
    let output = git(arguments).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Said("git is not installed, or not on the PATH".to_owned()),
        _ => Failure::Said(format!("git can not be started ({error})")),
    })?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        let complaint = complaint.lines().next().unwrap_or_default();
        return Err(Failure::Said(if complaint.contains("not a git repository") {
            "this folder is in no git repository; 'git init' makes it one".to_owned()
        } else {
            let complaint = complaint.trim_start_matches("fatal: ");
            format!("git says: {}", essaylint::report::one_line(complaint))
        }));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| Failure::Said("a path that is staged is not UTF-8; give the file another name".to_owned()))
}

fn git<const N: usize>(arguments: [&str; N]) -> io::Result<Output> {
    Command::new("git").args(arguments).output()
}

/// Whether `path` lies at or below one of `paths`; all do if there are none.
pub(super) fn is_below(path: &Path, paths: &[PathBuf]) -> bool {
    let bare = |path: &Path| {
        let parts = path.components();
        parts.filter(|part| *part != Component::CurDir).collect::<PathBuf>()
    };
    paths.is_empty() || paths.iter().any(|wanted| bare(path).starts_with(bare(wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_submodules_are_no_drafts() {
        let changes = ":000000 100644 0000 aaaa A\0my essay.md\0:100644 120000 aaaa bbbb T\0link.md\0\
                       :000000 160000 0000 cccc A\0sub\0:100644 100755 aaaa dddd M\0b/c.md\0";
        let paths: Vec<PathBuf> = read_changes(changes, "")
            .into_iter()
            .map(|staged| staged.path)
            .collect();
        assert_eq!(paths, [PathBuf::from("my essay.md"), PathBuf::from("b/c.md")]);
    }

    #[test]
    fn paths_limit_what_is_linted() {
        let paths = [PathBuf::from("./a"), PathBuf::from("b.md")];
        assert!(is_below(Path::new("a/x.md"), &paths) && is_below(Path::new("b.md"), &paths));
        assert!(!is_below(Path::new("ab.md"), &paths) && is_below(Path::new("ab.md"), &[]));
        assert!(is_below(Path::new("ab.md"), &[PathBuf::from(".")]));
    }

    #[test]
    fn paths_are_seen_from_the_current_folder() {
        for (here, path, seen) in [
            ("", "a/b.md", "a/b.md"),
            ("a/", "a/b.md", "b.md"),
            ("a/c/", "a/b.md", "../b.md"),
            ("ab/", "a/b.md", "../a/b.md"),
        ] {
            assert_eq!(seen_from(here, path), PathBuf::from(seen), "{here} {path}");
        }
    }
}
