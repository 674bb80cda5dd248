//! How much findings of one lint matter in different places.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use essaylint::lints::finding::Severity;
use essaylint::settings::Settings;
use essaylint::source::{Kind, KindSayings, Source, Syntax};

fn severities(lint: &str, text: &str) -> Vec<Severity> {
    let said = KindSayings {
        forced: Some(Kind::PersonalStatement),
        configured: None,
    };
    let source = Source::new("draft.md", text.to_owned(), Syntax::Markdown, said).unwrap();
    let findings = essaylint::lint(source, &Settings::default()).findings;
    let of_lint = findings.iter().filter(|finding| finding.lint == lint);
    of_lint.map(|finding| finding.severity).collect()
}

#[test]
fn an_illness_told_as_the_road_to_ir_is_only_noted() {
    let leave = "I was on medical leave from May to October 2021 with major depression and took sertraline. I passed Step 1 in 2022.";
    assert_eq!(severities("health-detail", leave), [Severity::Warning]);
    let road = "When I was fourteen I had surgery for Crohn's disease, and an interventional radiologist in Turin drained the \
                abscess through a catheter. He drew me the access site on a napkin.\n\nToday I follow drains in Akron.";
    assert_eq!(severities("health-detail", road), [Severity::Note]);
}
