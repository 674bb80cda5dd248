//! How the files look that a page depends on: two sights that are alike give the same page.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use essaylint::config;

use super::super::args::Shared;

/// Files that are longer are known by their time and length alone: they would be read again and again.
const READ: u64 = 4 << 20;

/// How the draft and its configuration look.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sight(Vec<(PathBuf, Result<Look, ErrorKind>)>);

/// How a file looks.
#[derive(Debug, PartialEq, Eq)]
struct Look {
    changed: Option<SystemTime>,
    length: u64,
    /// A hash of what it holds: the times of some disks are too coarse for two saves in a row.
    content: u64,
}

impl Sight {
    /// Looks at a draft and at the configuration that counts for it.
    pub(super) fn of(draft: &Path, shared: &Shared) -> Self {
        let config = match &shared.config {
            _ if shared.isolated => None,
            Some(path) => Some(path.clone()),
            None => config::find(draft),
        };
        let mut files = vec![draft.to_owned()];
        files.extend(config.iter().flat_map(|path| config::sources(path)));
        let look = |path: PathBuf| {
            let look = look(&path).map_err(|error| error.kind());
            (path, look)
        };
        Self(files.into_iter().map(look).collect())
    }
}

fn look(path: &Path) -> io::Result<Look> {
    let about = fs::metadata(path)?;
    let mut content = DefaultHasher::new();
    if about.is_file() && about.len() <= READ {
        content.write(&fs::read(path)?);
    }
    Ok(Look {
        changed: about.modified().ok(),
        length: about.len(),
        content: content.finish(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::ColorWhen;

    #[test]
    fn what_a_page_depends_on_is_seen_to_change() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("draft.md");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let shared = Shared {
            config: None,
            isolated: false,
            color: ColorWhen::Never,
        };
        let see = || Sight::of(&draft, &shared);
        let mut last = see();
        let mut changes = |what: &str| {
            let now = see();
            assert_ne!(last, now, "{what}");
            assert_eq!(now, see(), "{what}");
            last = now;
        };
        write("draft.md", "one");
        changes("a draft");
        write("draft.md", "two");
        changes("other words");
        write("essaylint.toml", "phrases = \"own\"\n");
        changes("a configuration");
        fs::create_dir(folder.path().join("own")).unwrap();
        write("own/mine.toml", "id = \"mine\"\n");
        changes("a lint of one's own");
        write("own/mine.toml", "id = \"ours\"\n");
        changes("another lint");
        fs::remove_file(&draft).unwrap();
        changes("no draft");
    }
}
