//! The examples in the files of the lints, read for learning.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use essaylint::lints::lint_file;
use essaylint::source::{Kind, Span};

/// An example that shows a lint at work.
pub struct Shown {
    /// The lint.
    pub lint: String,
    /// The kind of document.
    pub kind: Kind,
    /// The text without the signs around the words that are underlined.
    pub text: String,
    /// These words, in bytes; none where the lint is quiet.
    pub span: Option<Span>,
    /// What each sentence does in an episode; empty where nobody has said.
    pub roles: Vec<String>,
}

/// Reads all examples of the lints under `folder`, in order of the files' names.
pub fn read(folder: &Path) -> Result<Vec<Shown>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for group in fs::read_dir(folder)? {
        let group = group?.path();
        // Words are no lints, the story's weights are what is learned, and of grammar no essay's labels tell.
        let other = ["words", "story", "grammar"].iter().any(|name| group.ends_with(name));
        if group.is_dir() && !other {
            for file in fs::read_dir(group)? {
                paths.push(file?.path());
            }
        }
    }
    paths.sort();
    let mut shown = Vec::new();
    for path in paths {
        let file =
            lint_file::read(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        for example in file.examples {
            let Some(marked) = example.fires.or(example.quiet) else {
                continue;
            };
            let kind = example
                .kind
                .parse()
                .map_err(|_| format!("{}: no kind", path.display()))?;
            let (text, span) = unmarked(&marked);
            shown.push(Shown {
                lint: file.id.clone(),
                kind,
                text,
                span,
                roles: example.roles,
            });
        }
    }
    Ok(shown)
}

/// The text without `«` and `»`, and where the words between them stand.
fn unmarked(marked: &str) -> (String, Option<Span>) {
    let text = marked.replace(['«', '»'], "");
    let start = marked.find('«');
    let end = marked.find('»').map(|end| end - '«'.len_utf8());
    (text, start.zip(end).map(|(start, end)| Span::new(start, end)))
}
