//! The report as SARIF 2.1.0, with the fields that GitHub's code scanning asks for.
//!
//! Regions count Unicode scalar values from 1, ends exclusive. Each result carries a fingerprint that stays while its
//! sentence does ([`crate::fingerprint`]), so that an edit elsewhere makes no old finding a new one.

use std::collections::BTreeMap;
use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::fingerprint::Fingerprint;
use crate::lints::finding::{Applicability, Confidence, Finding, Severity, Suggestion};
use crate::lints::lint::Lint;
use crate::source::{Source, Span};

use super::wire::{WirePosition, WireSpan};
use super::{FileError, FileReport, Run, doubt, one_line, spoken, wire};

/// The schema, as the standard names it.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The longest text of a rule's descriptions that GitHub takes, in characters.
const LONGEST: usize = 1024;

/// Prints a run. `lints` are those that it was done with; the ones that found something become rules.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, lints: &[&Lint], out: &mut dyn Write) -> io::Result<()> {
    let mut rules: Vec<&Lint> = lints
        .iter()
        .copied()
        .filter(|lint| run.findings().any(|finding| finding.lint == lint.id))
        .collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    let numbers: BTreeMap<&str, usize> = rules
        .iter()
        .enumerate()
        .map(|(n, lint)| (lint.id.as_ref(), n))
        .collect();
    let results: Vec<Value> = run.files.iter().flat_map(|file| results(file, &numbers)).collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.iter().map(|lint| rule(lint)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": run.errors.is_empty(),
                "toolExecutionNotifications": run.errors.iter().map(notification).collect::<Vec<_>>(),
            }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn rule(lint: &Lint) -> Value {
    let (why, help) = (one_line(&lint.why), one_line(&lint.help));
    let precision = match lint.confidence {
        Some(Confidence::High) => "high",
        _ => "medium",
    };
    let severity = match lint.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "recommendation",
    };
    json!({
        "id": lint.id,
        "shortDescription": { "text": short(&sentence(&spoken(&lint.message))) },
        "fullDescription": { "text": short(&why) },
        "help": {
            "text": format!("{why}\n\nWhat to do: {help}"),
            "markdown": format!("{why}\n\n**What to do:** {help}"),
        },
        "helpUri": wire::url(&lint.group, &lint.id),
        "defaultConfiguration": { "level": level(lint.severity) },
        "properties": {
            "precision": precision,
            "problem.severity": severity,
            "tags": [lint.group],
        },
    })
}

fn results<'r>(file: &'r FileReport, rules: &'r BTreeMap<&str, usize>) -> impl Iterator<Item = Value> {
    let draft = &file.linted.draft;
    let prints = Fingerprint::of_all(draft, &file.linted.findings);
    let findings = file.linted.findings.iter().zip(prints);
    findings.map(|(finding, print)| result(&draft.source, finding, print, rules))
}

fn result(
    source: &Source,
    finding: &Finding,
    (print, number): (Fingerprint, usize),
    rules: &BTreeMap<&str, usize>,
) -> Value {
    let doubt = doubt(finding).map_or(String::new(), |doubt| format!(" ({doubt})"));
    let related = finding.related.iter().enumerate().map(|(number, related)| {
        let mut place = location(source, related.span);
        place["id"] = json!(number + 1);
        place["message"] = json!({ "text": related.message });
        place
    });
    let fixes = finding.suggestions.iter().filter(|suggestion| {
        // A template has slots: what it says is for the applicant, and no edit for a machine.
        suggestion.applicability != Applicability::Template && !suggestion.edits.is_empty()
    });
    let mut told = json!({
        "ruleId": finding.lint,
        "level": level(finding.severity),
        "message": { "text": format!("{}{doubt}\n{}", sentence(&finding.message), sentence(&finding.help)) },
        "locations": [location(source, finding.span)],
        "partialFingerprints": { "primaryLocationLineHash": format!("{print}:{number}") },
        "relatedLocations": related.collect::<Vec<_>>(),
        "fixes": fixes.map(|suggestion| fix(source, suggestion)).collect::<Vec<_>>(),
        "properties": { "confidence": finding.confidence },
    });
    if let Some(rule) = rules.get(finding.lint.as_ref()) {
        told["ruleIndex"] = json!(rule);
    }
    told
}

fn location(source: &Source, span: Span) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(source.name()) },
        "region": region(source, span),
    }})
}

fn region(source: &Source, span: Span) -> Value {
    let WireSpan { start, end } = WireSpan::new(source, span);
    let WirePosition { line, column, .. } = start;
    json!({
        "startLine": line,
        "startColumn": column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn fix(source: &Source, suggestion: &Suggestion) -> Value {
    let replacements = suggestion.edits.iter().map(|edit| {
        json!({
            "deletedRegion": region(source, edit.span),
            "insertedContent": { "text": edit.replacement },
        })
    });
    json!({
        "description": { "text": sentence(&suggestion.message) },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(source.name()) },
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    })
}

fn notification(error: &FileError) -> Value {
    json!({
        "level": "error",
        "message": { "text": sentence(&error.message) },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&error.path) } } }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A message with the capital and the full stop that readers of SARIF expect.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let mut sentence: String = letters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();
    sentence.push_str(letters.as_str());
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// What stands in the path of a URI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A path as a URI: relative to the root of the repository, as long as it is so itself.
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(path, PLAIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("drafts/my essay#2%.md"), "drafts/my%20essay%232%25.md");
        assert_eq!(uri("/home/zoë/a.md"), "file:///home/zo%C3%AB/a.md");
    }

    #[test]
    fn texts_look_as_readers_of_sarif_expect() {
        assert_eq!(sentence("\"x\" is an open slot"), "\"x\" is an open slot.");
        assert_eq!(sentence("is it over?"), "Is it over?");
        assert_eq!(short(&"é".repeat(2000)).chars().count(), LONGEST);
    }
}
