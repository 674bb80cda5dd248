//! Any text as a draft with suppressions, some of which are written by essaylint itself.

use essaylint::settings::Settings;
use essaylint::suppression::silencing;

use super::{Case, is_sound};

/// Silences a finding of the draft: it is gone then, and no word of the draft is read otherwise.
pub fn run(data: &[u8]) {
    let Some(case) = Case::of(data) else { return };
    let settings = Settings::default();
    let linted = case.lint(case.text, &settings);
    is_sound(&linted);
    let silenceable: Vec<_> = linted
        .findings
        .iter()
        .filter(|finding| finding.lint != "suppression")
        .collect();
    let Some(finding) = silenceable.get(usize::from(case.choice) % silenceable.len().max(1)) else {
        return;
    };
    let Some(edit) = silencing(&linted.draft.source, finding) else {
        return;
    };
    let mut text = case.text.to_owned();
    text.replace_range(edit.span.range(), &edit.replacement);
    let silenced = case.lint(&text, &settings);
    is_sound(&silenced);
    let moved = |at: usize| {
        if at >= edit.span.start() {
            at + edit.replacement.len()
        } else {
            at
        }
    };
    let is_there = silenced.findings.iter().any(|other| {
        other.lint == finding.lint && other.span.start() == moved(finding.span.start()) && other.scope == finding.scope
    });
    assert!(!is_there, "{} is still there", finding.lint);
    let words = |linted: &essaylint::Linted| linted.draft.prose.words().len();
    assert_eq!(words(&linted), words(&silenced), "a word is lost");
}
