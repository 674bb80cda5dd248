//! The examples in a lint's file, run as its tests.

use crate::settings::Settings;
use crate::source::{KindSayings, Source, Span, Syntax};

use super::finding::Finding;
use super::lint::{Example, Lint};

/// Runs an example of a lint: what is wrong, if anything is. Where the lint is to fire it must mark some of the words
/// between `«` and `»`; where it is to be quiet it must say nothing.
///
/// # Errors
/// With what the lint did instead.
pub fn run(lint: &Lint, example: &Example, settings: &Settings) -> Result<(), String> {
    let (text, marked) = example.draft();
    let said = KindSayings {
        forced: Some(example.kind),
        configured: None,
    };
    let source = Source::new("example.md", text, Syntax::Markdown, said).map_err(|error| error.to_string())?;
    let linted = crate::lint(source, settings);
    let text = linted.draft.source.text();
    let found: Vec<&Finding> = linted
        .findings
        .iter()
        .filter(|finding| finding.lint == lint.id)
        .collect();
    let shown = || -> String {
        let words = found.iter().map(|finding| format!("\"{}\"", finding.span.of(text)));
        words.collect::<Vec<_>>().join(", ")
    };
    match (example.fires, marked) {
        (false, _) if found.is_empty() => Ok(()),
        (false, _) => Err(format!("it is to be quiet, and marks {}", shown())),
        (true, None) => Err("nothing is marked by « and »".to_owned()),
        (true, Some((start, end))) => {
            let marked = Span::new(start, end);
            if found.iter().any(|finding| finding.span.overlaps(marked)) {
                Ok(())
            } else if found.is_empty() {
                Err(format!("it is to mark \"{}\", and says nothing", marked.of(text)))
            } else {
                Err(format!("it is to mark \"{}\", and marks {}", marked.of(text), shown()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::lints::catalogue;
    use crate::source::Kind;

    fn failure(text: &'static str, fires: bool) -> Option<String> {
        let lint = catalogue().iter().find(|lint| lint.id == "placeholder").unwrap();
        let example = Example {
            kind: Kind::Experience,
            text: Cow::Borrowed(text),
            fires,
        };
        run(lint, &example, &Settings::default()).err()
    }

    #[test]
    fn an_example_passes_where_the_lint_does_what_it_shows() {
        assert_eq!(failure("Screened «XXX» charts.", true), None);
        assert_eq!(failure("Screened nine charts.", false), None);
    }

    #[test]
    fn a_failure_tells_what_the_lint_did_instead() {
        assert_eq!(
            failure("Screened «nine» charts.", true).as_deref(),
            Some("it is to mark \"nine\", and says nothing")
        );
        assert_eq!(
            failure("«Screened» XXX charts.", true).as_deref(),
            Some("it is to mark \"Screened\", and marks \"XXX\"")
        );
        assert_eq!(
            failure("Screened XXX charts.", false).as_deref(),
            Some("it is to be quiet, and marks \"XXX\"")
        );
    }
}
