//! Model explanations - short, owned, dated, with change and outcome - are what readers hope for: nothing in them is a
//! finding at warning or above (the calibration that no threshold may break).

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs;
use std::path::Path;

use essaylint::lints::finding::Severity;
use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Syntax};

#[test]
fn model_explanations_are_clean_at_warning() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/models");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert_eq!(paths.len(), 6);
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = Source::new(&name, text, Syntax::Markdown, KindSayings::default()).unwrap();
        let linted = essaylint::lint(source, &Settings::default());
        let heard: Vec<_> = linted
            .findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning)
            .map(|finding| (&finding.lint, finding.span.of(linted.draft.source.text())))
            .collect();
        assert!(heard.is_empty(), "{name}: {heard:?}");
        assert!(
            !linted.draft.story.episodes.is_empty(),
            "{name}: no red flag was read in it"
        );
    }
}
