//! Lints the files that are named, and the files of the folders that are named, with the rules that harper has switched on, one
//! after the other as its language server does, and prints how much there is to say of each.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use harper_core::linting::{LintGroup, Linter};
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for argument in env::args_os().skip(1) {
        gather(Path::new(&argument), &mut files)?;
    }
    files.sort();
    let dictionary = FstDictionary::curated();
    let mut lints = LintGroup::new_curated(dictionary.clone(), Dialect::American);
    for file in files {
        let document = Document::new_markdown_default(&fs::read_to_string(&file)?, &dictionary);
        println!("{}: {}", file.display(), lints.lint(&document).len());
    }
    Ok(())
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            gather(&entry?.path(), files)?;
        }
    } else {
        files.push(path.to_owned());
    }
    Ok(())
}
