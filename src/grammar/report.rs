//! Turns what the engine says about sentences into findings of the lint `grammar`.

use crate::draft::Draft;
use crate::lints::finding::{Applicability, Confidence, Edit, Finding, Suggestion};
use crate::lints::{Rule, Rules};
use crate::prose::sentence_ranges;
use crate::source::{Block, BlockKind, MarkupClass, Span};

use super::Slip;

/// How many wordings are offered at most.
const OFFERED: usize = 3;

/// Adds the findings of the engine, where the lint `grammar` is on.
pub(crate) fn check(draft: &Draft, rules: &Rules, findings: &mut Vec<Finding>) {
    let Some(rule) = rules.rule("grammar", draft.kind()) else {
        return;
    };
    let is_text = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
    for block in draft.source.blocks().iter().filter(is_text) {
        let text = block.flow.text();
        for range in sentence_ranges(text) {
            let sentence = &text[range.clone()];
            for slip in super::slips(&plain(sentence)).iter() {
                let place = |character: usize| range.start + bytes_before(sentence, character);
                let span = block.flow.span(place(slip.place.start), place(slip.place.end));
                if is_own(draft, span)
                    && !findings
                        .iter()
                        .any(|other| other.lint == "grammar" && other.span.overlaps(span))
                {
                    findings.push(finding(draft, &rule, span, slip));
                }
            }
        }
    }
}

/// The sentence with straight quotation marks and plain spaces, character by character.
fn plain(sentence: &str) -> String {
    let straight = |letter| match letter {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        _ if char::is_whitespace(letter) => ' ',
        _ => letter,
    };
    sentence.chars().map(straight).collect()
}

fn bytes_before(sentence: &str, character: usize) -> usize {
    sentence
        .char_indices()
        .nth(character)
        .map_or(sentence.len(), |(at, _)| at)
}

/// Whether the words are the applicant's own: neither quoted nor code.
fn is_own(draft: &Draft, span: Span) -> bool {
    let words = draft.prose.words();
    let first = words.partition_point(|word| word.span.end() <= span.start());
    let quoted = words[first..]
        .iter()
        .take_while(|word| word.span.start() < span.end())
        .any(|word| word.quoted);
    let code = |markup: &crate::source::Markup| markup.class == MarkupClass::Code && markup.span.overlaps(span);
    !quoted && !draft.source.markup().iter().any(code)
}

fn finding(draft: &Draft, rule: &Rule<'_>, span: Span, slip: &Slip) -> Finding {
    let mut finding = rule.finding_saying("slip", span, &[("slip", &slip.message)]);
    finding.confidence = Confidence::Medium;
    let written = span.of(draft.source.text());
    let offered = slip.replacements.iter().filter(|put| *put != written).take(OFFERED);
    finding.suggestions = offered.map(|put| suggestion(draft, span, put)).collect();
    finding
}

fn suggestion(draft: &Draft, span: Span, put: &str) -> Suggestion {
    let text = draft.source.text();
    let spaced = text[..span.start()].ends_with(' ');
    let (span, message) = if put.is_empty() {
        (
            Span::new(span.start() - usize::from(spaced), span.end()),
            "leave it out".to_owned(),
        )
    } else {
        (span, format!("write \"{put}\""))
    };
    Suggestion {
        message: message.into(),
        applicability: Applicability::Review,
        edits: vec![Edit {
            span,
            replacement: put.to_owned(),
        }],
    }
}
