//! `essaylint.schema.json` is what editors know of `essaylint.toml`. It is made here from the lints' own files, and the
//! committed file must be the same.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::collections::BTreeMap;
use std::path::Path;

use essaylint::config::{Config, FailOn, Level, init};
use essaylint::lexicon::Class;
use essaylint::lints::finding::Confidence;
use essaylint::lints::lint::Lint;
use essaylint::lints::threshold::Measure;
use essaylint::lints::{GROUPS, about_group, catalogue};
use essaylint::source::Kind;
use serde_json::{Map, Value, json};

const FILE: &str = "essaylint.schema.json";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    let lints: Map<String, Value> = groups().chain(catalogue().iter().map(of_lint)).collect();
    // With own lints there are names that this schema can not know.
    let own = json!({ "anyOf": [{ "$ref": "#/definitions/level" }, {
        "type": "object", "properties": { "severity": { "$ref": "#/definitions/level" } }, "additionalProperties": false,
    }] });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "essaylint.toml",
        "description": "How essaylint reads the drafts in a folder and below it.",
        "type": "object",
        "additionalProperties": false,
        "definitions": {
            "level": { "enum": Level::NAMES },
        },
        "properties": {
            "fail-on": {
                "description": "The mildest finding that makes essaylint fail.",
                "enum": FailOn::NAMES,
                "default": FailOn::default().to_string(),
            },
            "min-confidence": {
                "description": "The least sure findings that are reported.",
                "enum": Confidence::NAMES,
                "default": Confidence::LEAST.name(),
            },
            "grammar": {
                "description": "Whether grammar is looked at with a language engine, which takes a second to load.",
                "type": "boolean",
                "default": false,
            },
            "baseline": {
                "description": "The file of the findings that are left out, as --write-baseline writes it; the path begins at the folder of essaylint.toml.",
                "type": "string",
                "minLength": 1,
            },
            "phrases": {
                "description": "A folder of own lints, one file for each; the path begins at the folder of essaylint.toml.",
                "type": "string",
                "minLength": 1,
            },
            "documents": {
                "description": "What files are, where neither --kind nor their front matter says so; the last glob that fits counts.",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["glob", "kind"],
                    "properties": {
                        "glob": { "description": "Begins at the folder of essaylint.toml.", "type": "string", "minLength": 1 },
                        "kind": { "enum": Kind::ALL.map(Kind::name) },
                    },
                },
            },
            "words": {
                "description": "Own words for what essaylint knows already, by its classes of words.",
                "type": "object",
                "additionalProperties": false,
                "properties": classes(),
            },
            "lints": {
                "description": "How loudly lints and groups of lints speak, and the lints' thresholds.",
                "type": "object",
                "properties": lints,
                "additionalProperties": own,
            },
        },
        "if": { "required": ["phrases"] },
        "then": true,
        "else": { "properties": { "lints": { "propertyNames": { "enum": lints.keys().collect::<Vec<_>>() } } } },
    })
}

fn groups() -> impl Iterator<Item = (String, Value)> {
    GROUPS
        .into_iter()
        .map(|group| (group.to_owned(), of(about_group(group), Map::new())))
}

fn of_lint(lint: &Lint) -> (String, Value) {
    let why = lint.why.split_whitespace().collect::<Vec<_>>().join(" ");
    let numbers = lint.thresholds.iter().map(|(name, own)| {
        let mut number = match Measure::of(name, *own) {
            Measure::Count => json!({ "type": "integer", "minimum": 0 }),
            Measure::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        };
        #[allow(clippy::cast_possible_truncation, reason = "counts are small")]
        let default = if own.fract() == 0.0 {
            json!(*own as i64)
        } else {
            json!(own)
        };
        number["default"] = default;
        (name.to_string(), number)
    });
    (lint.id.to_string(), of(&why, numbers.collect()))
}

/// A level, or a table with a severity and `numbers`.
fn of(about: &str, numbers: Map<String, Value>) -> Value {
    let mut properties = numbers;
    properties.insert("severity".to_owned(), json!({ "$ref": "#/definitions/level" }));
    json!({
        "description": about,
        "anyOf": [
            { "$ref": "#/definitions/level" },
            { "type": "object", "additionalProperties": false, "properties": properties },
        ],
    })
}

/// The classes of words with what their members have in common.
fn classes() -> Map<String, Value> {
    let mut abouts = BTreeMap::new();
    for entry in std::fs::read_dir(root().join("lints/words")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let file: toml::Table = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            for class in file["class"].as_array().unwrap() {
                let about = class.get("about").and_then(toml::Value::as_str).unwrap_or_default();
                abouts.insert(class["name"].as_str().unwrap().to_owned(), about.to_owned());
            }
        }
    }
    Class::of_words()
        .map(|class| {
            let about = &abouts[class.name()];
            // Next to a reference, a description would count for nothing.
            let members =
                json!({ "description": about, "type": "array", "items": { "type": "string", "minLength": 1 } });
            (class.name().to_owned(), members)
        })
        .collect()
}

#[test]
fn the_committed_schema_is_that_of_the_lints() {
    let fresh = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    let path = root().join(FILE);
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        committed == fresh,
        "{FILE} is stale: run UPDATE_SCHEMA=1 cargo test --test config_schema, and commit it"
    );
}

fn fits(text: &str) -> bool {
    let table: toml::Table = toml::from_str(text).unwrap();
    let schema = jsonschema::draft7::new(&schema()).unwrap();
    schema.is_valid(&serde_json::to_value(table).unwrap())
}

#[test]
fn what_init_writes_fits_with_and_without_its_settings() {
    assert!(fits(&init()));
    let in_use: Vec<String> = init()
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with([' ', ':']) => setting.to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    assert!(fits(&in_use.join("\n")));
}

#[test]
fn schema_and_program_refuse_the_same() {
    let right = [
        "",
        "fail-on = \"never\"",
        "min-confidence = \"high\"",
        "baseline = \"known.json\"",
        "[lints.blame]\nhigh = 1",
        "[lints]\nblame = \"off\"\ndraft = \"note\"",
        "[lints.draft]\nseverity = \"note\"",
        "[lints.confession-length]\nshare-other = 0.5\nsentences-personal-statement = 3",
        "[lints.non-ir-heavy]\ncertainty = 0.7",
        "[[documents]]\nglob = \"*.md\"\nkind = \"experience\"",
        "[words]\nexam = [\"FMGE\"]",
    ];
    let wrong = [
        "limts = 3",
        "fail-on = \"eror\"",
        "min-confidence = \"low\"",
        "min-confidence = 0.8",
        "baseline = \"\"",
        "baseline = true",
        "[lints.blame]\nhigh = 80",
        "[lints.cliche]\nhigh = 0.8",
        "lints = \"off\"",
        "[lints]\nblam = \"off\"",
        "[lints]\nblame = \"of\"",
        "[lints]\nblame = false",
        "[lints.draft]\nwords = 8",
        "[lints.blame]\nwords = 8",
        "[lints.confession-length]\nshare-other = 60",
        "[lints.confession-length]\nshare-sentences = 2.5",
        "[lints.repeated-disclosure]\nwords = -1",
        "[lints.repeated-disclosure]\nwords = \"8\"",
        "[documents]\nglob = \"*.md\"",
        "[[documents]]\nglob = \"*.md\"",
        "[[documents]]\nglob = \"\"\nkind = \"experience\"",
        "[[documents]]\nglob = \"*.md\"\nkind = \"letter\"",
        "[words]\nexams = [\"FMGE\"]",
        "[words]\nnumber = [\"umpteen\"]",
        "[words]\nexam = \"FMGE\"",
        "[words]\nexam = [3]",
    ];
    let reads = |text: &str| Config::read(text, "essaylint.toml", |_| Err("none".to_owned())).is_ok();
    for text in right {
        assert!(fits(text) && reads(text), "{text}");
    }
    for text in wrong {
        assert!(!fits(text) && !reads(text), "{text}");
    }
}

#[test]
fn with_own_lints_other_names_fit_too() {
    assert!(fits(
        "phrases = \"lints\"\n[lints]\nmy-words = \"off\"\n[lints.mine]\nseverity = \"note\""
    ));
    assert!(!fits("phrases = \"lints\"\n[lints]\nmy-words = 3"));
}
