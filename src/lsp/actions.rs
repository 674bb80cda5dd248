//! What an author can do about findings with one key: take a suggestion, silence the lint, have it explained, take all
//! safe fixes. Nothing is linted here: it all comes from what was last published.

use std::collections::HashMap;

use gen_lsp_types::{
    CodeAction, CodeActionKind, Command, Diagnostic, OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit,
    TextDocumentIdentifier, TextEdit, WorkspaceEdit,
};
use serde::Deserialize;

use essaylint::fix::Choice;
use essaylint::lints::finding::{Applicability, Edit, Finding, Scope};
use essaylint::source::Span;
use essaylint::suppression::silencing;

use super::abilities::Abilities;
use super::document::{Document, Reading};
use super::{diagnostics, explain};

/// The kind of the action that takes all safe fixes.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.essaylint");

/// What an editor asks: of its question what matters here. The diagnostics that it sends along are not read, because
/// those of other servers are among them, in whatever form.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Asked {
    pub(super) text_document: TextDocumentIdentifier,
    range: Range,
    #[serde(default)]
    context: Context,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Context {
    only: Option<Vec<CodeActionKind>>,
}

impl Asked {
    /// Whether actions of a kind are wanted: a kind stands for all kinds below it.
    fn wants(&self, kind: &CodeActionKind) -> bool {
        let kind = String::from(kind.clone());
        let Some(only) = &self.context.only else {
            return true;
        };
        only.iter().any(|wanted| {
            let wanted = String::from(wanted.clone());
            let below = kind.strip_prefix(wanted.as_str());
            wanted.is_empty() || below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }
}

/// The actions for what an editor asks about.
pub(super) fn actions(document: &Document, reading: &Reading, asked: &Asked, abilities: &Abilities) -> Vec<CodeAction> {
    let Ok(report) = &reading.report else {
        return Vec::new();
    };
    let ranges = document.ranges(abilities.encoding);
    let desk = Desk { document, abilities };
    let mut found = Vec::new();
    if asked.wants(&CodeActionKind::QuickFix) {
        let wanted = ranges.span(asked.range);
        let touches = |span: Span| span.start() <= wanted.end() && wanted.start() <= span.end();
        let here: Vec<_> = reading
            .findings()
            .filter(|(finding, _)| touches(finding.span))
            .collect();
        for (finding, diagnostic) in &here {
            found.extend(desk.fixes(finding, diagnostic));
        }
        for (finding, diagnostic) in &here {
            if let Some(edit) = silencing(&report.linted.draft.source, finding) {
                found.push(desk.silence(finding, diagnostic, &edit));
            }
            found.push(desk.explain(finding, diagnostic));
        }
    }
    if asked.wants(&FIX_ALL) {
        found.extend(desk.fix_all(&report.linted.findings));
    }
    found
}

/// Makes the actions of a document.
#[derive(Clone, Copy)]
struct Desk<'d> {
    document: &'d Document,
    abilities: &'d Abilities,
}

impl Desk<'_> {
    /// The suggestions that change something. A template has words that only the author can fill in.
    fn fixes(self, finding: &Finding, diagnostic: &Diagnostic) -> Vec<CodeAction> {
        let suggestions = finding.suggestions.iter().filter(|one| !one.edits.is_empty());
        let fixes = suggestions.map(|suggestion| CodeAction {
            title: suggestion.message.to_string(),
            is_preferred: (suggestion.applicability == Applicability::Safe).then_some(true),
            edit: Some(self.edit(&suggestion.edits)),
            ..quick(diagnostic)
        });
        fixes.collect()
    }

    fn silence(self, finding: &Finding, diagnostic: &Diagnostic, edit: &Edit) -> CodeAction {
        let whole = finding.scope == Scope::Document || edit.replacement.contains("essaylint-ignore-file");
        let place = if whole { "in this file" } else { "here" };
        CodeAction {
            title: format!("silence {} {place}", finding.lint),
            edit: Some(self.edit(std::slice::from_ref(edit))),
            ..quick(diagnostic)
        }
    }

    fn explain(self, finding: &Finding, diagnostic: &Diagnostic) -> CodeAction {
        let title = format!("explain {}", finding.lint);
        let uri = self.document.uri.as_ref();
        CodeAction {
            title: title.clone(),
            command: Some(Command {
                title,
                command: explain::COMMAND.to_owned(),
                arguments: Some(vec![finding.lint.as_ref().into(), uri.into()]),
                ..Command::default()
            }),
            ..quick(diagnostic)
        }
    }

    /// All safe fixes of the document, if there are any. Of two that touch the same words the first one is taken.
    fn fix_all(self, findings: &[Finding]) -> Option<CodeAction> {
        let choice = Choice::of(findings, Applicability::Safe);
        (!choice.edits().is_empty()).then(|| CodeAction {
            title: "apply all safe fixes of essaylint".to_owned(),
            kind: Some(FIX_ALL),
            edit: Some(self.edit(choice.edits())),
            ..CodeAction::default()
        })
    }

    /// Edits of the document, for the version that was read where the editor can tell.
    fn edit(self, edits: &[Edit]) -> WorkspaceEdit {
        let Document { uri, version, .. } = self.document;
        let edits: Vec<TextEdit> = diagnostics::edits(self.document.ranges(self.abilities.encoding), edits);
        if !self.abilities.versions_edits {
            return WorkspaceEdit {
                changes: Some(HashMap::from([(uri.clone(), edits)])),
                ..WorkspaceEdit::default()
            };
        }
        let edit = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                version: Some(*version),
                text_document_identifier: TextDocumentIdentifier { uri: uri.clone() },
            },
            edits: edits.into_iter().map(Into::into).collect(),
        };
        WorkspaceEdit {
            document_changes: Some(vec![edit.into()]),
            ..WorkspaceEdit::default()
        }
    }
}

/// A quick fix of a diagnostic, to be filled in.
fn quick(diagnostic: &Diagnostic) -> CodeAction {
    CodeAction {
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![diagnostic.clone()]),
        ..CodeAction::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_kind_stands_for_those_below_it() {
        let wants = |only: serde_json::Value, kind: &CodeActionKind| {
            let asked = json!({
                "textDocument": {"uri": "a"},
                "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
                "context": {"diagnostics": [{"code": 1.5}], "only": only}
            });
            serde_json::from_value::<Asked>(asked).unwrap().wants(kind)
        };
        assert!(wants(json!(null), &FIX_ALL) && wants(json!([""]), &FIX_ALL));
        assert!(wants(json!(["source"]), &FIX_ALL) && wants(json!(["source.fixAll"]), &FIX_ALL));
        assert!(!wants(json!(["source.fix"]), &FIX_ALL) && !wants(json!(["quickfix"]), &FIX_ALL));
        assert!(!wants(json!(["refactor"]), &CodeActionKind::QuickFix) && !wants(json!([]), &FIX_ALL));
    }
}
