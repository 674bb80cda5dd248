//! Says for each line of standard input what harper finds in it: messages, parted by tabs.

use std::io::{self, BufRead, Write};

use harper_core::linting::{LintGroup, Linter};
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};

fn main() -> io::Result<()> {
    let dictionary = FstDictionary::curated();
    let mut group = LintGroup::new_curated(dictionary, Dialect::American);
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let document = Document::new_plain_english_curated(&line?);
        let messages: Vec<String> = group
            .lint(&document)
            .into_iter()
            .map(|lint| lint.message.replace(['\t', '\n'], " "))
            .collect();
        writeln!(out, "{}", messages.join("\t"))?;
    }
    Ok(())
}
