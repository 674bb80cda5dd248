//! The tables `[[documents]]`: which files are documents of which kind.

use std::ops::Range;
use std::path::Path;

use globset::{GlobBuilder, GlobMatcher};

use super::ConfigError;
use super::page::{Page, Value};
use crate::source::Kind;

/// Files that are documents of a kind.
#[derive(Debug, Clone)]
pub(super) struct Documents {
    glob: GlobMatcher,
    kind: Kind,
}

impl Documents {
    /// The kind of the file at `path` (seen from the folder of the configuration), if the glob fits it.
    pub(super) fn kind_of(&self, path: &Path) -> Option<Kind> {
        self.glob.is_match(path).then_some(self.kind)
    }
}

/// Reads `[[documents]]`.
pub(super) fn read<'t>(page: Page<'t>, value: &Value<'t>) -> Result<Vec<Documents>, ConfigError> {
    const SHAPE: &str = "write [[documents]] with glob = \"interview/*.md\" and kind = \"interview-answer\"";
    let mut found = Vec::new();
    for one in page.array(value, SHAPE)? {
        let (mut glob, mut kind) = (None, None);
        for entry in page.entries(page.table(one, SHAPE)?) {
            match entry.key {
                "glob" => {
                    let written = page.string(entry.value, "write a glob in quotes")?;
                    glob = Some(matcher(page, written, entry.value.span())?);
                }
                "kind" => {
                    let written = page.string(entry.value, "write a kind in quotes")?;
                    kind = Some(kind_named(page, written, entry.value.span())?);
                }
                name => return Err(page.unknown("key", name, entry.at, &["glob", "kind"])),
            }
        }
        match (glob, kind) {
            (Some(glob), Some(kind)) => found.push(Documents { glob, kind }),
            (None, _) => return Err(page.error(one.span(), "these documents have no 'glob'", SHAPE)),
            (_, None) => return Err(page.error(one.span(), "these documents have no 'kind'", SHAPE)),
        }
    }
    Ok(found)
}

pub(super) fn kind_named(page: Page<'_>, written: &str, at: Range<usize>) -> Result<Kind, ConfigError> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == written);
    kind.ok_or_else(|| page.unknown("document kind", written, at, &Kind::ALL.map(Kind::name)))
}

/// `*` stays within a folder and `**` does not. A glob without a slash fits files in every folder, as in .gitignore; one
/// that ends with a slash fits all that lies below.
fn matcher(page: Page<'_>, written: &str, at: Range<usize>) -> Result<GlobMatcher, ConfigError> {
    let bare = written.strip_prefix("./").or(written.strip_prefix('/'));
    let anchored = bare.is_some() || written.contains('/');
    let mut glob = bare.unwrap_or(written).to_owned();
    if glob.split('/').any(|part| part == "..") || glob.is_empty() {
        let message = format!("the glob '{written}' can fit no file");
        return Err(page.error(
            at,
            message,
            "globs begin at the folder of essaylint.toml and stay below it",
        ));
    }
    if glob.ends_with('/') {
        glob.push_str("**");
    }
    if !anchored {
        glob.insert_str(0, "**/");
    }
    GlobBuilder::new(&glob)
        .literal_separator(true)
        .build()
        .map(|glob| glob.compile_matcher())
        .map_err(|error| {
            let message = format!("'{written}' is no glob: {}", error.kind());
            page.error(at, message, "write '*' for part of a name, '**' for any folders")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(glob: &str, path: &str) -> bool {
        let text = format!("documents = [{{ glob = '{glob}', kind = 'experience' }}]");
        let page = Page::new("t.toml", &text);
        let table = page.parse().unwrap();
        let found = read(page, &table["documents"]).unwrap();
        found[0].kind_of(Path::new(path)) == Some(Kind::Experience)
    }

    #[test]
    fn globs_begin_at_the_folder_of_the_configuration() {
        assert!(fits("interview/*.md", "interview/why.md"));
        assert!(!fits("interview/*.md", "interview/old/why.md"));
        assert!(!fits("interview/*.md", "2025/interview/why.md"));
        assert!(fits("interview/**/*.md", "interview/old/why.md"));
        assert!(fits("interview/", "interview/old/why.md"));
        assert!(fits("./why.md", "why.md") && !fits("./why.md", "old/why.md"));
    }

    #[test]
    fn a_glob_without_a_slash_fits_in_every_folder() {
        assert!(fits("why*.md", "why-ir.md") && fits("why*.md", "old/2024/why-ir.md"));
    }
}
