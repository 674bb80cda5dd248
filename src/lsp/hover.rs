//! What is told about the words under the pointer.

use gen_lsp_types::{Hover, MarkupContent, Position};

use essaylint::lints::finding::{Applicability, Finding};
use essaylint::settings::Settings;

use super::abilities::Abilities;
use super::document::{Document, Reading};
use super::markup::Markup;

/// What the findings at a position say, why, and what to do; none where there is none.
pub(super) fn hover(
    document: &Document,
    reading: &Reading,
    position: Position,
    abilities: &Abilities,
) -> Option<Hover> {
    let at = document.ranges(abilities.encoding).offset(position);
    let holds = |finding: &Finding| {
        let span = finding.span;
        span.start() <= at && (at < span.end() || at == span.start())
    };
    let mut markup = Markup::new(abilities.hover.clone());
    let mut range = None;
    for (finding, diagnostic) in reading.findings().filter(|(finding, _)| holds(finding)) {
        if range.is_some() {
            markup.rule();
        }
        // Of several findings the first one begins first: the editor marks its words.
        range.get_or_insert(diagnostic.range);
        tell(finding, &reading.settings, &mut markup);
    }
    range.map(|range| Hover {
        contents: MarkupContent {
            kind: abilities.hover.clone(),
            value: markup.into_text(),
        }
        .into(),
        range: Some(range),
    })
}

fn tell(finding: &Finding, settings: &Settings, markup: &mut Markup) {
    let Finding {
        severity, confidence, ..
    } = finding;
    let lint = settings.rules.lints().iter().find(|lint| lint.id == finding.lint);
    markup.head(&finding.lint, &format!("{severity}, {confidence} confidence"));
    markup.paragraph(&finding.message);
    markup.part("why", lint.map_or("", |lint| &lint.why));
    markup.part("what to do", &finding.help);
    for suggestion in &finding.suggestions {
        let name = match suggestion.applicability {
            Applicability::Safe => "fix",
            Applicability::Review => "suggestion",
            Applicability::Template => "a way to write it",
        };
        markup.part(name, &suggestion.message);
    }
}
