//! Lists the members of the lexicon that may echo one essay: `cargo run --release --example echoes`.
//!
//! The essays under `fixtures/` were read while the lexicon grew, so a member can be one writer's wording that nobody else will
//! write. Such a member matches in a single essay and in no sentence of the bank, and it is specific: two words or more,
//! all of them written out, with no choice, gap or class that would let other wordings in. Rare words of the trade look
//! the same ("portal vein recanalization"); a reader has to tell them apart. Each line is class, member and essay, in
//! order of class; the last lines count them by class.
#![allow(clippy::print_stdout, reason = "a tool that is run by hand")]

#[path = "../labelled/mod.rs"]
mod labelled;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use essaylint::lexicon::compile::ClassSource;
use essaylint::lexicon::program::PatternHead;
use essaylint::lexicon::{Class, Lexicon};
use essaylint::prose::Prose;
use essaylint::source::{KindSayings, Source, Syntax};
use rayon::prelude::*;

use labelled::{bank, essays};

#[derive(serde::Deserialize)]
struct WordsFile {
    class: Vec<ClassSource>,
}

/// A member of a class, and where it was found.
struct Member {
    class: String,
    written: String,
    /// The member as a class of its own, which tells its marks from those of all others.
    source: ClassSource,
    /// Numbers of the essays.
    essays: Vec<usize>,
    /// How many sentences of the bank.
    bank: usize,
}

impl Member {
    /// How many words it is long.
    fn words(&self) -> usize {
        let slots = self.written.split([' ', '-']);
        slots.filter(|slot| !matches!(*slot, "" | "^" | "$")).count()
    }

    /// Two words or more, and no other wording would do.
    fn is_specific(&self) -> bool {
        let free = self.written.contains(['/', '<', '(']) || self.written.contains("..");
        !free && self.words() >= 2
    }

    /// Whether one essay has it and the bank has not.
    fn is_echo(&self) -> bool {
        self.essays.len() == 1 && self.bank == 0 && self.is_specific()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let essays = essays(Path::new("fixtures/essays"))?;
    let read: Result<Vec<Prose>, _> = essays
        .iter()
        .map(|essay| essay.source().map(|source| Prose::read(&source)))
        .collect();
    let (essay_proses, bank_proses) = (read?, bank_proses()?);
    let mut members = members(Path::new("lints/words"))?;
    // A program can number so many classes and no more.
    for batch in members.chunks_mut(PatternHead::CLASSES - Class::count()) {
        count(batch, &essay_proses, &bank_proses)?;
    }
    let (mut by_class, mut long) = (BTreeMap::<&str, usize>::new(), 0);
    for member in members.iter().filter(|member| member.is_echo()) {
        println!(
            "{}\t{}\t{}",
            member.class, member.written, essays[member.essays[0]].name
        );
        *by_class.entry(&member.class).or_default() += 1;
        long += usize::from(member.words() > 2);
    }
    println!();
    for (class, number) in &by_class {
        println!("{number:5} {class}");
    }
    let all = by_class.values().sum::<usize>();
    println!(
        "{all:5} of {} members, {long} of them longer than two words",
        members.len()
    );
    Ok(())
}

/// All members of the word files under `folder`, in order of class.
fn members(folder: &Path) -> Result<Vec<Member>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    let mut members = Vec::new();
    for path in paths {
        let file: WordsFile =
            toml::from_str(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        for class in file.class {
            members.extend(class.members.iter().enumerate().map(|(number, written)| Member {
                class: class.name.clone(),
                written: written.clone(),
                source: ClassSource {
                    name: format!("{}:{number}", class.name),
                    about: String::new(),
                    inflect: class.inflect,
                    shadows: Vec::new(),
                    cue: false,
                    members: vec![written.clone()],
                },
                essays: Vec::new(),
                bank: 0,
            }));
        }
    }
    members.sort_by(|a, b| a.class.cmp(&b.class));
    Ok(members)
}

fn bank_proses() -> Result<Vec<Prose>, Box<dyn Error>> {
    let mut proses = Vec::new();
    for sentence in bank(Path::new("fixtures/sentences"))? {
        let said = KindSayings {
            forced: Some(sentence.kind),
            configured: None,
        };
        let source = Source::new("bank.md", sentence.text, Syntax::Markdown, said)?;
        proses.push(Prose::read(&source));
    }
    Ok(proses)
}

/// Looks for each member of `batch` in all texts.
fn count(batch: &mut [Member], essays: &[Prose], bank: &[Prose]) -> Result<(), Box<dyn Error>> {
    let own: Vec<ClassSource> = batch.iter().map(|member| member.source.clone()).collect();
    let (lexicon, _) = Lexicon::with_own(&[], &own)?;
    let found =
        |proses: &[Prose]| -> Vec<Vec<usize>> { proses.par_iter().map(|prose| found(&lexicon, prose)).collect() };
    for (essay, numbers) in found(essays).into_iter().enumerate() {
        for number in numbers {
            batch[number].essays.push(essay);
        }
    }
    for number in found(bank).into_iter().flatten() {
        batch[number].bank += 1;
    }
    Ok(())
}

/// The numbers of the own classes that a text has marks of, each once.
fn found(lexicon: &Lexicon, prose: &Prose) -> Vec<usize> {
    let marks = lexicon.mark(prose);
    let own = marks
        .all()
        .iter()
        .filter_map(|mark| mark.class.number().checked_sub(Class::count()));
    let mut numbers: Vec<usize> = own.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
