//! Own phrase lints: files written as those under `lints/` of essaylint, with phrases instead of code.

use std::borrow::Cow;

use toml::de::DeTable;

use super::page::{Page, Value};
use super::{ConfigError, documents, words};
use crate::lexicon::compile::ClassSource;
use crate::lexicon::member::Inflect;
use crate::lints::GROUPS;
use crate::lints::finding::{Confidence, Scope, Severity};
use crate::lints::lint::{Example, Lint, Rewrite, Text};
use crate::lints::lint_file::{self, ExampleFile, LintFile, RewriteFile};
use crate::lints::rewrite;
use crate::source::Kind;

/// The text of a lint file, and the name to show for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintText {
    /// The file, as it is shown.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The keys of an own lint. Thresholds and further messages are for lints with code.
pub const KEYS: [&str; 14] = [
    "id",
    "group",
    "severity",
    "confidence",
    "scope",
    "kinds",
    "message",
    "help",
    "article",
    "why",
    "template",
    "phrases",
    "rewrite",
    "example",
];

/// Reads an own lint. `known` are the lints that are there already.
pub(super) fn read(file: &LintText, known: &[Lint]) -> Result<Lint, ConfigError> {
    let page = Page::new(&file.name, &file.text);
    let table = page.parse()?;
    for entry in page.entries(&table) {
        if entry.key == "thresholds" || entry.key == "messages" {
            let message = format!("an own lint has no '{}'", entry.key);
            return Err(page.error(
                entry.at,
                message,
                "take it out: an own lint reports its phrases with its message",
            ));
        }
        if !KEYS.contains(&entry.key) {
            return Err(page.unknown("key", entry.key, entry.at, &KEYS));
        }
    }
    let written = lint_file::read(&file.text).map_err(|error| {
        let help = "lints/draft/cliche.toml of essaylint shows how a lint is written";
        page.error(error.span().unwrap_or(0..0), error.message(), help)
    })?;
    Reader { page, table: &table }.lint(&written, known)
}

/// The class that holds the phrases of a lint. No class of the lexicon can have its name.
pub(super) fn class(lint: &Lint) -> ClassSource {
    ClassSource {
        name: format!("lint:{}", lint.id),
        about: String::new(),
        inflect: Inflect::None,
        shadows: Vec::new(),
        cue: false,
        members: lint.phrases.iter().map(ToString::to_string).collect(),
    }
}

struct Reader<'p, 't> {
    page: Page<'t>,
    table: &'p DeTable<'t>,
}

impl<'t> Reader<'_, 't> {
    fn lint(&self, written: &LintFile, known: &[Lint]) -> Result<Lint, ConfigError> {
        self.names(written, known)?;
        for (key, text) in [("message", &written.message), ("help", &written.help)] {
            if text.trim().is_empty() {
                return Err(self.wrong(
                    key,
                    format!("'{key}' is empty"),
                    "say what is wrong (message) and what to do (help)",
                ));
            }
        }
        if written.scope != Scope::Passage.name() {
            let message = format!("the scope of an own lint can not be '{}'", written.scope);
            return Err(self.wrong("scope", message, "write scope = \"passage\": phrases are passages"));
        }
        let severity = Severity::ALL
            .into_iter()
            .find(|severity| severity.name() == written.severity);
        let severity = severity.ok_or_else(|| {
            let names = Severity::ALL.map(Severity::name);
            self.page
                .unknown("severity", &written.severity, self.at("severity"), &names)
        })?;
        let confidence = match &written.confidence {
            Some(name) => name.parse().map_err(|_| {
                let at = self.at("confidence");
                self.page.unknown("confidence", name, at, &Confidence::NAMES)
            })?,
            None => Confidence::High,
        };
        let text = |text: &str| -> Text { Cow::Owned(text.trim().to_owned()) };
        Ok(Lint {
            id: text(&written.id),
            group: text(&written.group),
            severity,
            confidence: Some(confidence),
            medium: None,
            scope: Scope::Passage,
            kinds: Cow::Owned(self.kinds()?),
            message: text(&written.message),
            help: text(&written.help),
            article: text(&written.article),
            why: text(&written.why),
            template: text(&written.template),
            thresholds: Cow::Borrowed(&[]),
            messages: Cow::Borrowed(&[]),
            phrases: Cow::Owned(self.phrases()?.into_iter().map(Cow::Owned).collect()),
            rewrites: Cow::Owned(self.rewrites(written)?),
            examples: Cow::Owned(self.examples(written)?),
        })
    }

    /// An id is new and no group's name; a group is no lint's name: settings could not tell them apart.
    fn names(&self, written: &LintFile, known: &[Lint]) -> Result<(), ConfigError> {
        for (key, name) in [("id", &written.id), ("group", &written.group)] {
            if !is_kebab(name) {
                let message = format!("'{name}' is no name of a lint or group");
                return Err(self.wrong(key, message, "use small letters, digits and hyphens: my-own-words"));
            }
        }
        let (id, group) = (written.id.as_str(), written.group.as_str());
        if known.iter().any(|lint| lint.id == id) {
            return Err(self.wrong(
                "id",
                format!("a lint is called '{id}' already"),
                "give this one another id",
            ));
        }
        if known.iter().any(|lint| lint.group == id) || GROUPS.contains(&id) || id == group {
            return Err(self.wrong(
                "id",
                format!("a group is called '{id}'"),
                "give the lint an id of its own",
            ));
        }
        if known.iter().any(|lint| lint.id == group) {
            return Err(self.wrong(
                "group",
                format!("a lint is called '{group}'"),
                "give the group a name of its own",
            ));
        }
        Ok(())
    }

    fn kinds(&self) -> Result<Vec<Kind>, ConfigError> {
        const SHAPE: &str = "write a list of kinds: [\"personal-statement\"]";
        let mut kinds = Vec::new();
        for value in self.values("kinds", SHAPE)? {
            let kind = self.page.string(value, SHAPE)?;
            kinds.push(documents::kind_named(self.page, kind, value.span())?);
        }
        if kinds.is_empty() {
            return Err(self.wrong(
                "kinds",
                "'kinds' is empty: the lint would never speak".to_owned(),
                SHAPE,
            ));
        }
        Ok(kinds)
    }

    fn phrases(&self) -> Result<Vec<String>, ConfigError> {
        const SHAPE: &str = "write the phrases that it reports: phrases = [\"at the end of the day\"]";
        let phrases = match self.table.get("phrases") {
            Some(value) => words::members(self.page, value, Inflect::None)?,
            None => Vec::new(),
        };
        if phrases.is_empty() {
            let at = if self.table.contains_key("phrases") {
                "phrases"
            } else {
                "id"
            };
            return Err(self.wrong(at, "an own lint without phrases would never speak".to_owned(), SHAPE));
        }
        Ok(phrases)
    }

    fn rewrites(&self, written: &LintFile) -> Result<Vec<Rewrite>, ConfigError> {
        const SHAPE: &str = "write [[rewrite]] with find = \"a regular expression\" and put = \"the better words\"";
        let places = match self.table.get("rewrite") {
            Some(_) => self.values("rewrite", SHAPE)?,
            None => &[],
        };
        let read = |(written, place): (&RewriteFile, &Value<'t>)| {
            rewrite::compile(&written.find).map_err(|error| {
                let message = format!("'find' is no regular expression: {}", last_line(&error.to_string()));
                self.page.error(place.span(), message, SHAPE)
            })?;
            Ok(Rewrite {
                find: Cow::Owned(written.find.clone()),
                needs: Cow::default(),
                put: Cow::Owned(written.put.clone()),
            })
        };
        written.rewrites.iter().zip(places).map(read).collect()
    }

    fn examples(&self, written: &LintFile) -> Result<Vec<Example>, ConfigError> {
        const SHAPE: &str =
            "write [[example]] with a kind and either fires = \"with «the phrase» marked\" or quiet = \"…\"";
        let places = match self.table.get("example") {
            Some(_) => self.values("example", SHAPE)?,
            None => &[],
        };
        let mut examples = Vec::new();
        for (example, place) in written.examples.iter().zip(places) {
            let ExampleFile { kind, fires, quiet, .. } = example;
            let marked = |text: &str| text.split_once('«').is_some_and(|(_, rest)| rest.contains('»'));
            let (text, fires) = match (fires, quiet) {
                (Some(text), None) if marked(text) => (text, true),
                (None, Some(text)) => (text, false),
                _ => return Err(self.page.error(place.span(), "this example shows nothing", SHAPE)),
            };
            examples.push(Example {
                kind: documents::kind_named(self.page, kind, place.span())?,
                text: Cow::Owned(text.trim().to_owned()),
                fires,
            });
        }
        Ok(examples)
    }

    fn values(&self, key: &str, shape: &str) -> Result<&[Value<'t>], ConfigError> {
        self.table
            .get(key)
            .map_or(Ok(&[]), |value| self.page.array(value, shape))
    }

    fn at(&self, key: &str) -> std::ops::Range<usize> {
        self.table.get(key).map_or(0..0, toml::Spanned::span)
    }

    fn wrong(&self, key: &str, message: String, help: &str) -> ConfigError {
        self.page.error(self.at(key), message, help)
    }
}

/// What is wrong with an expression, without the drawing of it.
fn last_line(error: &str) -> &str {
    error.lines().last().unwrap_or(error).trim_start_matches("error: ")
}

fn is_kebab(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.ends_with('-')
        && !name.contains("--")
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
