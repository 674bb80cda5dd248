//! How much fits: counted as the field of the application would count.

use crate::draft::Draft;
use crate::lints::finding::{Finding, Severity};
use crate::lints::rule::Rule;
use crate::source::{Kind, Source};

/// How long a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Its [`characters`].
    pub characters: usize,
    /// Its [`words`].
    pub words: usize,
}

impl Length {
    /// How long `source` is.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        Self {
            characters: characters(source),
            words: words(source),
        }
    }
}

/// Characters as a field counts them: Unicode scalar values of the text that is pasted, a line end as one, the byte
/// order mark, front matter and comments left out, blank lines at both ends too.
#[must_use]
pub fn characters(source: &Source) -> usize {
    let mut count = 0;
    let mut end: Option<usize> = None;
    for block in source.blocks() {
        if let Some(end) = end {
            count += source.text().get(end..block.span.start()).map_or(1, line_ends).max(1);
        }
        count += block.flow.text().trim().chars().count();
        end = Some(block.span.end());
    }
    count
}

/// Line ends between two blocks, comments and markup between them not counted; at most two, as one blank line has.
fn line_ends(between: &str) -> usize {
    let between = between.replace("\r\n", "\n");
    between.chars().filter(|c| matches!(c, '\n' | '\r')).count().min(2)
}

/// Words as a word processor counts them: runs without white space that hold a letter or a digit.
#[must_use]
pub fn words(source: &Source) -> usize {
    let in_block = |text: &str| {
        if text.is_ascii() {
            // Each word is counted at its first letter or digit.
            let (mut words, mut counted) = (0, false);
            for byte in text.bytes() {
                let is_space = matches!(byte, b' ' | b'\t'..=b'\r');
                let is_letter = byte.is_ascii_alphanumeric();
                words += usize::from(is_letter && !counted);
                counted = !is_space && (counted || is_letter);
            }
            words
        } else {
            let runs = text.split_whitespace();
            runs.filter(|run| run.contains(char::is_alphanumeric)).count()
        }
    };
    source.blocks().iter().map(|block| in_block(block.flow.text())).sum()
}

/// `field-limit`: over a hard limit, or outside what readers expect.
pub(in crate::lints) fn field_limit(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let kind = draft.kind();
    let Length { characters, words } = draft.length;
    let mut say = |message: &str, severity: Severity, count: usize, limit: usize, unit: &str| {
        let (count, limit) = (count.to_string(), limit.to_string());
        let slots = [("count", count.as_str()), ("limit", &limit), ("unit", unit)];
        let mut finding = rule.finding_saying(message, draft.opening(), &slots);
        finding.severity = rule.severity_or(severity);
        findings.push(finding);
    };
    let limit = |name: &str| Some(rule.count(name)).filter(|limit| *limit > 0);
    if let Some(limit) = limit(&format!("characters-{kind}")).filter(|limit| characters > *limit) {
        if kind == Kind::AdditionalInformation {
            say("unverified", Severity::Note, characters, limit, "characters");
        } else {
            say("hard", Severity::Error, characters, limit, "characters");
        }
    }
    let (short, long, severity) = match kind {
        Kind::InterviewAnswer => ("spoken-short", "spoken-long", Severity::Warning),
        _ => ("short", "long", Severity::Note),
    };
    if let Some(limit) = limit(&format!("words-{kind}-high")).filter(|limit| words > *limit) {
        say(long, severity, words, limit, "words");
    }
    if let Some(limit) = limit(&format!("words-{kind}-low")).filter(|limit| words < *limit) {
        say(short, Severity::Note, words, limit, "words");
    }
}
