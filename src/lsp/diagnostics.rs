//! Findings as diagnostics of an editor.

use gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Range,
    TextEdit, Uri,
};
use serde_json::json;

use essaylint::config::ConfigError;
use essaylint::lints::finding::{Applicability, Edit, Finding, Severity};
use essaylint::report::wire;
use essaylint::source::{Encoding, LineIndex};

use super::ranges::Ranges;

/// Who says it.
const SOURCE: &str = "essaylint";

/// A finding in the document at `uri`; `fades` where the editor can show words that could go.
pub(super) fn of_finding(ranges: Ranges<'_>, uri: &Uri, finding: &Finding, fades: bool) -> Diagnostic {
    let related = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location {
            uri: uri.clone(),
            range: ranges.range(related.span),
        },
        message: related.message.clone(),
    });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range: ranges.range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(finding.lint.clone().into()),
        code_description: Some(CodeDescription {
            href: wire::url(&finding.group, &finding.lint).into(),
        }),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone().into(),
        tags: (fades && could_go(ranges, finding)).then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: Some(data(ranges, finding)),
    }
}

/// A text that can not be read as a draft.
pub(super) fn of_error(range: Range, message: &str) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(DiagnosticSeverity::Error),
        source: Some(SOURCE.to_owned()),
        message: message.into(),
        ..Diagnostic::default()
    }
}

/// What is wrong with a configuration.
pub(super) fn of_config(error: &ConfigError, encoding: Encoding) -> Diagnostic {
    let text = error.text();
    let ranges = Ranges {
        text,
        lines: &LineIndex::new(text),
        encoding,
    };
    let range = error.span.map(|span| ranges.range(span)).unwrap_or_default();
    of_error(range, &format!("{}\n{}", error.message, error.help))
}

/// Edits as the editor makes them.
pub(super) fn edits(ranges: Ranges<'_>, edits: &[Edit]) -> Vec<TextEdit> {
    let told = edits.iter().map(|edit| TextEdit {
        range: ranges.range(edit.span),
        new_text: edit.replacement.clone(),
    });
    told.collect()
}

/// What a quick fix needs: title, edits and applicability of each suggestion.
fn data(ranges: Ranges<'_>, finding: &Finding) -> serde_json::Value {
    let suggestions = finding.suggestions.iter().map(|suggestion| {
        json!({
            "title": suggestion.message,
            "applicability": suggestion.applicability,
            "edits": edits(ranges, &suggestion.edits),
            "isPreferred": suggestion.applicability == Applicability::Safe,
        })
    });
    json!({
        "confidence": finding.confidence,
        "help": finding.help,
        "suggestions": suggestions.collect::<Vec<_>>(),
    })
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Note => DiagnosticSeverity::Information,
    }
}

/// Whether the words under a finding do nothing: a name in a suppression that silences nothing.
fn could_go(ranges: Ranges<'_>, finding: &Finding) -> bool {
    finding.lint == "suppression" && !finding.span.of(ranges.text).starts_with("<!--")
}
