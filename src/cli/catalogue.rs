//! `essaylint lints`: all lints in a table, or everything about them as JSON.

use std::collections::BTreeMap;
use std::io;

use codespan_reporting::term::termcolor::{ColorSpec, WriteColor};
use serde::Serialize;
use textwrap::Options;

use essaylint::lints::finding::{Confidence, Scope, Severity};
use essaylint::lints::lint::Lint;
use essaylint::report::{json, one_line, spoken, wire};
use essaylint::source::Kind;

use super::args::{ListFormat, Shared};
use super::page::Page;
use super::{Failure, Outcome, project};

/// Lists the lints, own lints of the current folder's configuration included.
pub(super) fn run(format: ListFormat, shared: &Shared, mut page: Page) -> Result<Outcome, Failure> {
    let rules = project::rules_here(shared)?;
    let lints: Vec<&Lint> = rules.lints().iter().collect();
    match format {
        ListFormat::Text => table(&lints, page.width, &mut page.out)?,
        ListFormat::Json => print_json(&lints, &mut page.out)?,
    }
    page.turn()?;
    Ok(Outcome::Clean)
}

/// Prints lints in a table, group by group.
pub(super) fn table(lints: &[&Lint], width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let longest = lints.iter().map(|lint| lint.id.chars().count()).max().unwrap_or(0);
    let mut group = "";
    for lint in lints {
        if lint.group != group {
            if !group.is_empty() {
                writeln!(out)?;
            }
            group = &lint.group;
            out.set_color(ColorSpec::new().set_bold(true))?;
            write!(out, "{}", one_line(group))?;
            out.reset()?;
            writeln!(out)?;
        }
        let head = format!("  {:longest$}  {:7}  ", one_line(&lint.id), lint.severity.name());
        let indent = " ".repeat(head.chars().count());
        let options = Options::new(width.max(indent.len() + 20))
            .initial_indent(&head)
            .subsequent_indent(&indent);
        writeln!(out, "{}", textwrap::fill(&one_line(&spoken(&lint.message)), options))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct List<'l> {
    schema_version: u32,
    lints: Vec<WireLint<'l>>,
}

#[derive(Serialize)]
struct WireLint<'l> {
    id: &'l str,
    group: &'l str,
    severity: Severity,
    /// None where each finding earns its own, from the threshold `high` on.
    confidence: Option<Confidence>,
    /// The severity of findings of medium confidence, where it is another.
    medium: Option<Severity>,
    scope: Scope,
    kinds: &'l [Kind],
    message: &'l str,
    messages: BTreeMap<&'l str, &'l str>,
    help: &'l str,
    why: &'l str,
    article: &'l str,
    template: &'l str,
    thresholds: BTreeMap<&'l str, f64>,
    examples: Vec<WireExample<'l>>,
    url: String,
}

#[derive(Serialize)]
struct WireExample<'l> {
    kind: Kind,
    fires: bool,
    text: &'l str,
}

/// Prints everything about one lint.
pub(super) fn print_entry(lint: &Lint, out: &mut dyn WriteColor) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &told(lint))?;
    writeln!(out)
}

/// Prints everything about lints.
pub(super) fn print_json(lints: &[&Lint], out: &mut dyn WriteColor) -> io::Result<()> {
    let list = List {
        schema_version: json::SCHEMA_VERSION,
        lints: lints.iter().map(|lint| told(lint)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &list)?;
    writeln!(out)
}

fn told(lint: &Lint) -> WireLint<'_> {
    WireLint {
        id: &lint.id,
        group: &lint.group,
        severity: lint.severity,
        confidence: lint.confidence,
        medium: lint.medium,
        scope: lint.scope,
        kinds: &lint.kinds,
        message: &lint.message,
        messages: lint
            .messages
            .iter()
            .map(|(name, text)| (name.as_ref(), text.as_ref()))
            .collect(),
        help: &lint.help,
        why: &lint.why,
        article: &lint.article,
        template: &lint.template,
        thresholds: lint
            .thresholds
            .iter()
            .map(|(name, value)| (name.as_ref(), *value))
            .collect(),
        examples: lint
            .examples
            .iter()
            .map(|example| WireExample {
                kind: example.kind,
                fires: example.fires,
                text: &example.text,
            })
            .collect(),
        url: wire::url(&lint.group, &lint.id),
    }
}
