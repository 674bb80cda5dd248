//! Compiles `lints/` into static tables, so that nothing is parsed when essaylint starts.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/prose/digits.rs"]
mod digits;
#[cfg(feature = "grammar")]
#[path = "build/engine_data.rs"]
mod engine_data;
#[path = "src/lexicon/inflect.rs"]
mod inflect;
#[path = "src/lexicon/spelling.rs"]
mod spelling;

#[path = "src/lexicon/member/mod.rs"]
mod member;
#[path = "src/lexicon/program.rs"]
#[allow(dead_code, reason = "the build writes tables and does not read them")]
mod program;

#[path = "src/lexicon/compile/mod.rs"]
mod compile;
#[path = "src/lexicon/levels.rs"]
mod levels;

#[path = "src/story/cue.rs"]
#[allow(dead_code, reason = "the build knows cues by their written names")]
mod cue;
#[path = "src/story/decision.rs"]
#[allow(dead_code, reason = "the build needs the names alone")]
mod decision;
#[path = "src/story/entry.rs"]
#[allow(dead_code, reason = "the build packs and does not unpack")]
mod entry;
#[path = "src/hash.rs"]
mod hash;
#[path = "src/story/known.rs"]
#[allow(dead_code, reason = "the build asks the table nothing")]
mod known;
#[path = "build/literals.rs"]
mod literals;
#[path = "src/story/starts.rs"]
#[allow(dead_code, reason = "the build writes the tables and does not ask them")]
mod starts;
#[path = "build/tables.rs"]
mod tables;
#[path = "src/story/weights.rs"]
#[allow(dead_code, reason = "the build writes the table and does not ask it")]
mod weights;

use compile::{ClassSource, compile};
use program::Program;
use tables::Tables;

/// Classes that the code makes itself; the same names as in `src/lexicon/builtin.rs`, where a test compares them.
const BUILTIN: [&str; 7] = ["number", "year", "score", "ordinal", "percent", "month", "name"];

/// The groups of lints, in the order of the catalogue.
const GROUPS: [&str; 5] = ["disclosure", "accountability", "growth", "interest", "draft"];

/// What stands before generated code.
const GENERATED: &str = "#[allow(clippy::all, clippy::pedantic, reason = \"written by the build\")]\n";

#[path = "src/lints/lint_file.rs"]
mod lint_file;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    class: Vec<ClassSource>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=lints");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let tables = Tables::new(&out)?;
    fs::write(out.join("lexicon.rs"), lexicon(Path::new("lints/words"), &tables)?)?;
    fs::write(
        out.join("weights.rs"),
        weights(Path::new("lints/story/weights.tsv"), &tables)?,
    )?;
    fs::write(out.join("lints.rs"), lints(Path::new("lints"))?)?;
    #[cfg(feature = "grammar")]
    engine_data::write(&out)?;
    Ok(())
}

fn weights(path: &Path, tables: &Tables<'_>) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let lines = weights::read(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let weights = weights::Weights::new(&lines);
    let mut out = format!("{GENERATED}static WEIGHTS: Weights = Weights {{\n");
    writeln!(out, "sieve: {},", tables.of_u64("cue_sieve", &weights.sieve)?)?;
    writeln!(out, "starts: {},", tables.of_u32("cue_starts", &weights.starts)?)?;
    writeln!(out, "keys: {},", tables.of_u32("cue_keys", &weights.keys)?)?;
    writeln!(out, "firsts: {},", tables.starts("cue_firsts", &weights.firsts)?)?;
    writeln!(out, "entries: {},", tables.of_u16("cue_entries", &weights.entries)?)?;
    if weights.values.len() > entry::RANKS {
        return Err(format!("{}: more weights than an entry can tell apart", path.display()).into());
    }
    let values = weights.values.iter().map(|value| value.to_le_bytes());
    writeln!(out, "values: {},", tables.borrowed("cue_values", "f32", values)?)?;
    let crowded = weights.crowded.iter().map(|value| value.to_le_bytes());
    writeln!(out, "crowded: {},", tables.borrowed("cue_crowded", "f32", crowded)?)?;
    writeln!(out, "bias: {:?},\nthreshold: {:?},", weights.bias, weights.threshold)?;
    writeln!(out, "scale: {:?},\nshift: {:?},", weights.scale, weights.shift)?;
    writeln!(
        out,
        "rows: std::sync::OnceLock::new(), impressions: std::sync::OnceLock::new() }};"
    )?;
    Ok(out)
}

/// The lints as Rust data, in order of group and name.
fn lints(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let mut count = 0;
    for group in GROUPS {
        for path in files(&folder.join(group), "toml")? {
            let text = fs::read_to_string(&path)?;
            let file = lint_file::read(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            if file.group != group || path.file_stem().is_none_or(|stem| stem != file.id.as_str()) {
                return Err(format!("{}: id and group must be the file's name and folder", path.display()).into());
            }
            out.push_str(&lint(&file)?);
            count += 1;
        }
    }
    Ok(format!("{GENERATED}static LINTS: [Lint; {count}] = [\n{out}];\n"))
}

fn lint(file: &lint_file::LintFile) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let text = |value: &str| format!("Cow::Borrowed({value:?})");
    writeln!(out, "Lint {{ id: {}, group: {},", text(&file.id), text(&file.group))?;
    writeln!(
        out,
        "severity: Severity::{}, confidence: {}, medium: {}, scope: Scope::{},",
        variant(&file.severity),
        confidence(file)?,
        medium(file)?,
        variant(&file.scope)
    )?;
    let kinds: Vec<String> = file
        .kinds
        .iter()
        .map(|kind| format!("Kind::{}", variant(kind)))
        .collect();
    writeln!(out, "kinds: Cow::Borrowed(&[{}]),", kinds.join(", "))?;
    for (name, value) in [
        ("message", &file.message),
        ("help", &file.help),
        ("article", &file.article),
        ("why", &file.why),
        ("template", &file.template),
    ] {
        writeln!(out, "{name}: {},", text(value.trim()))?;
    }
    let thresholds: Vec<String> = file
        .thresholds
        .iter()
        .map(|(name, value)| format!("({}, {value:?})", text(name)))
        .collect();
    writeln!(out, "thresholds: Cow::Borrowed(&[{}]),", thresholds.join(", "))?;
    let messages: Vec<String> = file
        .messages
        .iter()
        .map(|(name, value)| format!("({}, {})", text(name), text(value)))
        .collect();
    writeln!(out, "messages: Cow::Borrowed(&[{}]),", messages.join(", "))?;
    let phrases: Vec<String> = file.phrases.iter().map(|phrase| text(phrase)).collect();
    writeln!(out, "phrases: Cow::Borrowed(&[{}]),", phrases.join(", "))?;
    let mut rewrites = Vec::new();
    for rewrite in &file.rewrites {
        let (find, put) = (text(&rewrite.find), text(&rewrite.put));
        let needs = literals::of(&rewrite.find).map_err(|error| format!("{}: {error}", file.id))?;
        let needs: Vec<String> = needs.iter().map(|letters| text(letters)).collect();
        let needs = needs.join(", ");
        rewrites.push(format!(
            "Rewrite {{ find: {find}, needs: Cow::Borrowed(&[{needs}]), put: {put} }}"
        ));
    }
    writeln!(out, "rewrites: Cow::Borrowed(&[{}]),", rewrites.join(", "))?;
    writeln!(out, "examples: Cow::Borrowed(&[")?;
    for example in &file.examples {
        let (words, fires) = match (&example.fires, &example.quiet) {
            (Some(words), None) => (words, true),
            (None, Some(words)) => (words, false),
            _ => return Err(format!("{}: an example has 'fires' or 'quiet'", file.id).into()),
        };
        if example.roles.iter().any(String::is_empty) {
            return Err(format!(
                "{}: an example says nothing of a sentence: write '-' or 'told'",
                file.id
            )
            .into());
        }
        writeln!(
            out,
            "Example {{ kind: Kind::{}, text: {}, fires: {fires} }},",
            variant(&example.kind),
            text(words.trim())
        )?;
    }
    writeln!(out, "]) }},")?;
    Ok(out)
}

/// How sure the findings of a lint are, as Rust data: nothing where each earns it by its chance. A lint that speaks from a
/// chance on says either from which chance on a finding is of high confidence, or that none is surer than the others.
fn confidence(file: &lint_file::LintFile) -> Result<String, Box<dyn Error>> {
    let [certainty, high] = ["certainty", "high"].map(|name| file.thresholds.contains_key(name));
    let said = file.confidence.as_deref();
    if high && !certainty {
        return Err(format!("{}: 'high' is a chance, and without 'certainty' there is none", file.id).into());
    }
    if certainty && high == said.is_some() {
        return Err(format!("{}: beside 'certainty' stands either 'high' or 'confidence'", file.id).into());
    }
    Ok(match said {
        None if high => "None".to_owned(),
        said => format!("Some(Confidence::{})", variant(said.unwrap_or("high"))),
    })
}

/// The severity of findings of medium confidence, as Rust data.
fn medium(file: &lint_file::LintFile) -> Result<String, Box<dyn Error>> {
    match &file.medium {
        Some(_) if file.confidence.is_some() => {
            Err(format!("{}: where all findings are alike, 'severity' says all", file.id).into())
        }
        Some(severity) => Ok(format!("Some(Severity::{})", variant(severity))),
        None => Ok("None".to_owned()),
    }
}

/// `personal-statement` as Rust names it: `PersonalStatement`.
fn variant(name: &str) -> String {
    name.split('-')
        .map(|part| part[..1].to_uppercase() + &part[1..])
        .collect()
}

/// The files of `folder` with this extension, in order of name.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|have| have == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn lexicon(folder: &Path, tables: &Tables<'_>) -> Result<String, Box<dyn Error>> {
    let mut classes = Vec::new();
    for path in files(folder, "toml")? {
        let text = fs::read_to_string(&path)?;
        let file: WordsFile = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        classes.extend(file.class);
    }
    classes.sort_by(|a, b| a.name.cmp(&b.name));
    let names: Vec<String> = BUILTIN
        .iter()
        .map(|name| (*name).to_owned())
        .chain(classes.iter().map(|class| class.name.clone()))
        .collect();
    if let Some(twice) = classes.windows(2).find(|pair| pair[0].name == pair[1].name) {
        return Err(format!("class '{}' stands twice in lints/words", twice[0].name).into());
    }
    let (program, _) = compile(&classes, &names, &Program::default())?;
    let mut out = String::new();
    write_program(&mut out, &program, tables)?;
    writeln!(
        out,
        "static CLASS_NAMES: [&str; {}] = {:?};",
        classes.len(),
        names[BUILTIN.len()..].to_vec()
    )?;
    let cues: Vec<bool> = classes.iter().map(|class| class.cue).collect();
    writeln!(out, "static CLASS_CUES: [bool; {}] = {cues:?};", classes.len())?;
    let hashes: Vec<u64> = names.iter().map(|name| hash::hash(name.as_bytes())).collect();
    let hashes = tables.of_u64("class_hashes", &hashes)?;
    writeln!(out, "static CLASS_HASHES: Cow<'static, [u64]> = {hashes};")?;
    let inflects: Vec<String> = classes
        .iter()
        .map(|class| format!("Inflect::{:?}", class.inflect))
        .collect();
    writeln!(
        out,
        "static CLASS_INFLECTS: [Inflect; {}] = [{}];",
        classes.len(),
        inflects.join(", ")
    )?;
    writeln!(
        out,
        "/// The classes of the lexicon by name.\n#[allow(missing_docs, reason = \"lints/words documents them\")]"
    )?;
    writeln!(out, "pub mod class {{\n    use super::Class;")?;
    let mut seen = BTreeSet::new();
    for (number, name) in names.iter().enumerate() {
        let constant = name.to_uppercase().replace('-', "_");
        if seen.insert(constant.clone()) {
            writeln!(out, "    pub const {constant}: Class = Class({number});")?;
        }
    }
    writeln!(out, "}}")?;
    Ok(out)
}

fn write_program(out: &mut String, program: &Program, tables: &Tables<'_>) -> Result<(), Box<dyn Error>> {
    let vocabulary = &program.vocabulary;
    writeln!(out, "{GENERATED}static LEXICON: Program = Program {{")?;
    writeln!(out, "vocabulary: program::Vocabulary {{")?;
    writeln!(out, "letters: Cow::Borrowed({:?}),", vocabulary.letters)?;
    writeln!(out, "starts: {},", tables.of_u32("starts", &vocabulary.starts)?)?;
    writeln!(out, "parts: {},", tables.of_u32("parts", &vocabulary.parts)?)?;
    writeln!(out, "}},")?;
    for (name, numbers) in [
        ("lone_starts", &program.lone_starts),
        ("lone", &program.lone),
        ("word_starts", &program.word_starts),
        ("word_patterns", &program.word_patterns),
        ("word_sieves", &program.word_sieves),
        ("class_starts", &program.class_starts),
        ("class_patterns", &program.class_patterns),
        ("class_sieves", &program.class_sieves),
        ("heads", &program.heads),
        ("slot_starts", &program.slot_starts),
        ("slots", &program.slots),
        ("set_starts", &program.set_starts),
        ("set_entries", &program.set_entries),
        ("shadows", &program.shadows),
    ] {
        writeln!(out, "{name}: {},", tables.of_u32(name, numbers)?)?;
    }
    writeln!(out, "top_level: {} }};", program.top_level)?;
    Ok(())
}
