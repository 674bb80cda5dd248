//! Scores the lint `grammar` on pairs of sentences, one wrong and one right: `cargo run --release --example grammar > benches/grammar.md`.
//!
//! It prints for each category how many errors are found, and how many right sentences are marked, beside nlprule's own rules as they
//! come, and beside harper if its program is built (`cargo build --release --manifest-path benches/harper/Cargo.toml`). `--misses` lists
//! what is missed and what is marked for nothing among the pairs to learn from.
#![allow(clippy::print_stdout, reason = "a tool that is run by hand")]

#[cfg(feature = "grammar")]
mod essays;
#[cfg(feature = "grammar")]
mod harper;
#[cfg(feature = "grammar")]
mod pairs;
#[cfg(feature = "grammar")]
mod raw;

#[cfg(feature = "grammar")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::path::Path;

    essaylint::grammar::load()?;
    let misses = std::env::args().any(|argument| argument == "--misses");
    let raw = raw::Raw::load()?;
    println!("# Grammar\n");
    println!("Found errors of all, and right sentences that are marked, by `cargo run --release --example grammar`.\n");
    for (title, folder) in [
        ("To learn from", "fixtures/grammar"),
        ("Apart, never read", "fixtures/grammar-apart"),
    ] {
        let pairs = pairs::read(Path::new(folder))?;
        println!("## {title}: {} pairs\n", pairs.len());
        let table = pairs::Table::new(&pairs, &raw);
        print!("{table}");
        println!();
        if misses && !folder.ends_with("apart") {
            table.print_misses();
        }
    }
    essays::print(Path::new("fixtures/essays"))?;
    raw.print_time()?;
    Ok(())
}

#[cfg(not(feature = "grammar"))]
fn main() {
    println!("build with the feature 'grammar'");
}
