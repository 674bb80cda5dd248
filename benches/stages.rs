//! How long each stage of the way of a draft takes, on one statement and on a hundred in one file: `cargo bench`.

use std::fs;
use std::path::Path;

use codespan_reporting::term::termcolor::NoColor;
use divan::Bencher;
use divan::counter::BytesCount;

use essaylint::draft::Draft;
use essaylint::lexicon::Lexicon;
use essaylint::prose::Prose;
use essaylint::report::{ByDraft, FileReport, Run, json};
use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Syntax};
use essaylint::story::{Story, builtin_weights};
use essaylint::{lint, lints};

fn main() {
    divan::main();
}

/// How many essays the text is made of.
const ESSAYS: [usize; 2] = [1, 100];

/// The first personal statements of the fixtures, one after the other.
fn text(essays: usize) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/essays");
    let entries = |path: &Path| {
        fs::read_dir(path)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
    };
    let sets = entries(&root).filter(|path| path.is_dir());
    let mut paths: Vec<_> = sets
        .flat_map(|set| entries(&set).collect::<Vec<_>>())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("ps-") && name.ends_with(".md")
        })
        .collect();
    paths.sort();
    let read = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    let texts: Vec<String> = read.take(essays).collect();
    assert_eq!(texts.len(), essays, "there are too few essays under {}", root.display());
    texts.join("\n\n")
}

fn source_of(text: &str) -> Source {
    match Source::new(
        "statement.md",
        text.to_owned(),
        Syntax::Markdown,
        KindSayings::default(),
    ) {
        Ok(source) => source,
        Err(error) => panic!("{error}"),
    }
}

#[divan::bench(args = ESSAYS)]
fn source(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    bencher.counter(BytesCount::of_str(&text)).bench(|| source_of(&text));
}

#[divan::bench(args = ESSAYS)]
fn prose(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let source = source_of(&text);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| Prose::read(&source));
}

#[divan::bench(args = ESSAYS)]
fn lexicon(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let prose = Prose::read(&source_of(&text));
    let lexicon = Lexicon::builtin();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| lexicon.mark(&prose));
}

#[divan::bench(args = ESSAYS)]
fn story(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let source = source_of(&text);
    let prose = Prose::read(&source);
    let marks = Lexicon::builtin().mark(&prose);
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| Story::read(source.kind(), &prose, &marks, builtin_weights()));
}

#[divan::bench(args = ESSAYS)]
fn lints(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let settings = Settings::default();
    let draft = Draft::read(source_of(&text), &settings.lexicon, builtin_weights());
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher.bench(|| lints::check(&draft, &settings.rules));
}

fn run_of(text: &str) -> Run {
    let settings = Settings::default();
    let file = FileReport::new(lint(source_of(text), &settings), &settings.rules);
    Run {
        files: vec![file],
        errors: Vec::new(),
    }
}

#[divan::bench(args = ESSAYS)]
fn report_short(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let run = run_of(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut out = NoColor::new(Vec::new());
        ByDraft::Short.print(&run, 80, &mut out).map(|()| out)
    });
}

#[divan::bench(args = ESSAYS)]
fn report_json(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let run = run_of(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut out = Vec::new();
        json::print(&run, true, &mut out).map(|()| out)
    });
}

/// The whole way in one call.
#[divan::bench(args = ESSAYS)]
fn all(bencher: Bencher<'_, '_>, essays: usize) {
    let text = text(essays);
    let settings = Settings::default();
    let bencher = bencher.counter(BytesCount::of_str(&text));
    bencher
        .with_inputs(|| source_of(&text))
        .bench_values(|source| lint(source, &settings));
}
