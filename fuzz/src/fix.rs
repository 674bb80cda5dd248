//! Any text as a draft to be fixed.

use essaylint::fix::{self, Choice};
use essaylint::lints::finding::Applicability;
use essaylint::settings::Settings;

use super::{Case, is_sound};

/// Fixes the draft: no fix is left, nothing but what the edits name is changed, and it divides as before.
pub fn run(data: &[u8]) {
    let Some(case) = Case::of(data) else { return };
    let settings = Settings::default();
    let linted = case.lint(case.text, &settings);
    let choice = Choice::of(&linted.findings, Applicability::Safe);
    assert_eq!(
        outside(&choice, case.text),
        outside_after(&choice, &choice.apply(case.text)),
        "a byte is lost"
    );
    let Some(fixed) = fix::fix(&linted, |source| essaylint::lint(source, &settings)) else {
        assert!(choice.edits().is_empty(), "there are edits, and none was made");
        return;
    };
    is_sound(&fixed.linted);
    let left = Choice::of(&fixed.linted.findings, Applicability::Safe);
    assert!(left.edits().is_empty(), "a fix is left: {:?}", left.edits());
    let kinds = |linted: &essaylint::Linted| -> Vec<_> {
        linted.draft.source.blocks().iter().map(|block| block.kind).collect()
    };
    assert_eq!(kinds(&linted), kinds(&fixed.linted), "a fix divides the draft anew");
}

/// The text without what the edits take out.
fn outside(choice: &Choice, before: &str) -> String {
    let mut kept = String::new();
    let mut last = 0;
    for edit in choice.edits() {
        kept.push_str(&before[last..edit.span.start()]);
        last = edit.span.end();
    }
    kept + &before[last..]
}

/// The edited text without what the edits put in.
fn outside_after(choice: &Choice, after: &str) -> String {
    let mut kept = String::new();
    let (mut old, mut new) = (0, 0);
    for edit in choice.edits() {
        let length = edit.span.start() - old;
        kept.push_str(&after[new..new + length]);
        old = edit.span.end();
        new += length + edit.replacement.len();
    }
    kept + &after[new..]
}
