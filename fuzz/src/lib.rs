//! What is tried with any bytes. Each function takes what a fuzzer thinks of and panics where a promise is broken.

pub mod config;
pub mod draft;
pub mod fix;
pub mod lint_file;
pub mod suppression;

use essaylint::Linted;
use essaylint::lints::finding::Finding;
use essaylint::settings::Settings;
use essaylint::source::{Kind, KindSayings, Source, Span, Syntax};

/// A draft as the first byte says (its kind and its syntax), with what else that byte chooses; the text is as much of the rest
/// as is UTF-8.
struct Case<'d> {
    kind: Kind,
    syntax: Syntax,
    choice: u8,
    text: &'d str,
}

impl<'d> Case<'d> {
    fn of(data: &'d [u8]) -> Option<Self> {
        let (&first, rest) = data.split_first()?;
        Some(Self {
            kind: Kind::ALL[usize::from(first & 3)],
            syntax: if first & 4 == 0 {
                Syntax::Markdown
            } else {
                Syntax::Plain
            },
            choice: first >> 3,
            text: utf8(rest),
        })
    }

    fn lint(&self, text: &str, settings: &Settings) -> Linted {
        let said = KindSayings {
            forced: Some(self.kind),
            configured: None,
        };
        match Source::new("draft", text.to_owned(), self.syntax, said) {
            Ok(source) => essaylint::lint(source, settings),
            Err(error) => panic!("a kind that is forced leaves nothing to be wrong: {error}"),
        }
    }
}

/// As much of the bytes as is UTF-8.
fn utf8(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// Every span of every finding lies on characters of the text, edits do not overlap, findings are in order.
fn is_sound(linted: &Linted) {
    let text = linted.draft.source.text();
    for finding in &linted.findings {
        for span in spans(finding) {
            assert!(
                text.get(span.range()).is_some(),
                "{}: {span:?} is outside",
                finding.lint
            );
        }
        for suggestion in &finding.suggestions {
            let apart = suggestion
                .edits
                .windows(2)
                .all(|pair| pair[0].span.end() <= pair[1].span.start());
            assert!(apart, "{}: edits overlap", finding.lint);
        }
    }
    let order = |finding: &Finding| (finding.span.start(), finding.span.end(), finding.lint.clone());
    assert!(linted.findings.is_sorted_by_key(order), "findings are out of order");
}

fn spans(finding: &Finding) -> impl Iterator<Item = Span> {
    let edits = finding.suggestions.iter().flat_map(|suggestion| &suggestion.edits);
    let related = finding.related.iter().map(|related| related.span);
    related.chain(edits.map(|edit| edit.span)).chain([finding.span])
}
