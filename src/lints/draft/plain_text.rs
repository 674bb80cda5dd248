//! What a plain field shows as it is, or turns into something else.

use crate::draft::Draft;
use crate::lints::finding::{Applicability, Edit, Finding, Severity, Suggestion};
use crate::lints::rule::Rule;
use crate::source::{MarkupClass, Source, Span};

/// Characters that may come out as something else: the message's name and what to type instead.
fn replacement(character: char) -> Option<(&'static str, &'static str)> {
    Some(match character {
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => ("quotes", "\""),
        '\u{2018}' | '\u{2019}' | '\u{201a}' => ("quotes", "'"),
        '\u{2013}' => ("dashes", "-"),
        '\u{2014}' => ("dashes", " - "),
        '\u{2026}' => ("ellipsis", "..."),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ("spaces", " "),
        '\u{2011}' | '\u{2010}' => ("spaces", "-"),
        '\u{2192}' => ("arrows", "to"),
        '\u{2190}' | '\u{21d2}' | '\u{2194}' => ("arrows", "-"),
        '\u{2022}' | '\u{b7}' | '\u{25aa}' | '\u{25e6}' | '\u{25cf}' => ("bullets", "-"),
        _ => return None,
    })
}

/// `non-plain-text`: once per class and document.
pub(in crate::lints) fn non_plain_text(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    markup(draft, rule, findings);
    characters(draft, rule, findings);
}

fn markup(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let mut seen = Vec::new();
    for markup in draft.source.markup() {
        if seen.contains(&markup.class) {
            continue;
        }
        seen.push(markup.class);
        let message = match markup.class {
            MarkupClass::Emphasis => "emphasis",
            MarkupClass::Link => "link",
            MarkupClass::Code => "code",
        };
        let words = markup.span.of(draft.source.text());
        findings.push(rule.finding_saying(message, markup.span, &[("words", words)]));
    }
}

fn characters(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let text = draft.source.text();
    let mut found: Vec<(&str, Span, Vec<Edit>)> = Vec::new();
    for block in draft
        .source
        .blocks()
        .iter()
        .filter(|block| block.kind != crate::source::BlockKind::Heading)
    {
        for (at, character) in block
            .span
            .of(text)
            .char_indices()
            .filter(|(_, character)| !character.is_ascii())
        {
            let Some((name, plain)) = replacement(character) else {
                continue;
            };
            let start = block.span.start() + at;
            if in_comment(&draft.source, start) {
                continue;
            }
            let span = Span::new(start, start + character.len_utf8());
            let edit = Edit {
                span,
                replacement: fitted(text, span, plain),
            };
            match found.iter_mut().find(|(known, _, _)| *known == name) {
                Some((_, _, edits)) => edits.push(edit),
                None => found.push((name, span, vec![edit])),
            }
        }
    }
    for (name, span, edits) in found {
        let mut finding = rule.finding_saying(name, span, &[("words", span.of(text))]);
        finding.severity = rule.severity_or(Severity::Note);
        let message = match edits.len() {
            1 => format!("write {} instead", edits[0].replacement.trim()),
            count => format!("replace all {count} of this class by plain characters"),
        };
        finding.suggestions = vec![Suggestion {
            message,
            applicability: Applicability::Safe,
            edits,
        }];
        findings.push(finding);
    }
}

/// Whether byte `at` belongs to a comment, which is not pasted.
fn in_comment(source: &Source, at: usize) -> bool {
    let comments = source.comments();
    let before = comments.partition_point(|comment| comment.span.start() <= at);
    before.checked_sub(1).is_some_and(|last| at < comments[last].span.end())
}

/// A dash that already stands between spaces needs no further ones.
fn fitted(text: &str, span: Span, plain: &str) -> String {
    let before = text[..span.start()]
        .chars()
        .next_back()
        .is_some_and(char::is_whitespace);
    let after = text[span.end()..].chars().next().is_none_or(char::is_whitespace);
    match plain {
        " - " => format!("{}-{}", if before { "" } else { " " }, if after { "" } else { " " }),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    #[test]
    fn characters_of_a_comment_are_not_pasted() {
        let said = |text: &str| {
            let source = Source::new("t", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
            let linted = crate::lint(source, &Settings::default());
            let mut findings = linted.findings.iter();
            findings.any(|finding| finding.lint == "non-plain-text")
        };
        assert!(said("I passed \u{2014} in May."));
        assert!(!said("I passed <!-- or \u{2014} --> in May."));
    }
}
