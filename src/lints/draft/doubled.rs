//! Small words and spaces that stand twice.

use crate::draft::Draft;
use crate::lints::finding::{Applicability, Edit, Finding, Suggestion};
use crate::lints::rule::Rule;
use crate::prose::{Gap, Sentence, Shape};
use crate::source::{BlockKind, MarkupClass, Span};

use super::mechanical::are_mechanical;

/// Words that never stand twice in a row for a good reason, as "had had" and "that that" do.
const NEVER_TWICE: [&str; 13] = [
    "the", "a", "an", "and", "or", "my", "our", "your", "their", "its", "because", "than", "every",
];

/// `grammar`: slips that are sure enough to be mended by a machine.
pub(in crate::lints) fn grammar(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let text = draft.source.text();
    let words: Vec<Doubled> = sentences(draft)
        .flat_map(|sentence| doubled_words(draft, sentence))
        .collect();
    let is_free = |spaces: &Doubled| {
        let next = words.partition_point(|word| word.span.end() <= spaces.span.start());
        words.get(next).is_none_or(|word| !word.span.overlaps(spaces.span))
    };
    let mut lines = Lines::default();
    let spaces: Vec<Doubled> = sentences(draft)
        .flat_map(|sentence| doubled_spaces(draft, sentence, &mut lines))
        .filter(is_free)
        .collect();
    for word in mechanical(draft, words) {
        let mut finding = rule.finding_saying("word", word.span, &[("words", word.span.of(text))]);
        finding
            .suggestions
            .push(safe("write it once".to_owned(), vec![word.edit]));
        findings.push(finding);
    }
    // Who doubles one space doubles many: one finding holds them all.
    let spaces = mechanical(draft, spaces);
    if let Some(first) = spaces.first() {
        let mut finding = rule.finding_saying("spaces", first.span, &[]);
        let message = match spaces.len() {
            1 => "write one space".to_owned(),
            count => format!("write one space in all {count} places"),
        };
        let edits = spaces.into_iter().map(|spaces| spaces.edit).collect();
        finding.suggestions.push(safe(message, edits));
        findings.push(finding);
    }
}

/// What stands twice, and the edit after which it stands once.
struct Doubled {
    span: Span,
    edit: Edit,
}

fn safe(message: String, edits: Vec<Edit>) -> Suggestion {
    Suggestion {
        message: message.into(),
        applicability: Applicability::Safe,
        edits,
    }
}

/// Those whose edit leaves the draft divided as it is.
fn mechanical(draft: &Draft, doubled: Vec<Doubled>) -> Vec<Doubled> {
    let edits: Vec<&[Edit]> = doubled.iter().map(|one| std::slice::from_ref(&one.edit)).collect();
    let mechanical = are_mechanical(&draft.source, &edits);
    let pairs = doubled.into_iter().zip(mechanical);
    pairs.filter(|(_, is)| *is).map(|(one, _)| one).collect()
}

/// The sentences that are the applicant's own and are pasted.
fn sentences(draft: &Draft) -> impl Iterator<Item = &Sentence> {
    let of_text = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::ListItem);
    let paragraphs = draft.prose.paragraphs().iter();
    paragraphs
        .filter(move |paragraph| of_text(paragraph.kind))
        .flat_map(|paragraph| paragraph.sentences.clone())
        .map(|at| &draft.prose.sentences()[at])
}

/// Pairs of words of a sentence, with the bytes between them.
fn pairs<'d>(draft: &'d Draft, sentence: &Sentence) -> impl Iterator<Item = (usize, Span)> + use<'d> {
    let words = draft.prose.words();
    let range = sentence.words.range();
    (range.start + 1..range.end)
        .map(move |at| (at, Span::new(words[at - 1].span.end(), words[at].span.start())))
        .filter(move |&(at, _)| !words[at].quoted)
}

/// Whether a span stands in code. Code holds no other markup, so it is the last one that begins before.
fn is_code(draft: &Draft, span: Span) -> bool {
    let markup = draft.source.markup();
    let before = markup.partition_point(|markup| markup.span.start() <= span.start());
    let last = before.checked_sub(1).map(|last| markup[last]);
    last.is_some_and(|last| last.class == MarkupClass::Code && last.span.overlaps(span))
}

fn doubled_words(draft: &Draft, sentence: &Sentence) -> Vec<Doubled> {
    let (text, prose) = (draft.source.text(), &draft.prose);
    let words = prose.words();
    let mut found: Vec<Doubled> = Vec::new();
    for (at, between) in pairs(draft, sentence) {
        let (first, second) = (&words[at - 1], &words[at]);
        let is_one = second.gap == Gap::Space
            && second.shape == Shape::Lower
            && (first.shape == Shape::Lower || first.gap == Gap::Start)
            && first.hash() == second.hash()
            && prose.folded(first) == prose.folded(second)
            && NEVER_TWICE.contains(&prose.folded(first))
            && between.of(text).chars().all(|letter| letter.is_ascii_whitespace())
            && !is_code(draft, between);
        if !is_one {
            continue;
        }
        match found.last_mut() {
            // "the the the"
            Some(last) if last.span.end() == first.span.end() => {
                last.span = last.span.to(second.span);
                last.edit.span = last.edit.span.to(second.span);
            }
            _ => found.push(Doubled {
                span: first.span.to(second.span),
                edit: Edit {
                    span: Span::new(first.span.end(), second.span.end()),
                    replacement: String::new(),
                },
            }),
        }
    }
    found
}

/// Two spaces before a word in small letters: not after a stop, and not where spaces line up columns.
fn doubled_spaces(draft: &Draft, sentence: &Sentence, lines: &mut Lines) -> Vec<Doubled> {
    let text = draft.source.text();
    let words = draft.prose.words();
    let small = |at: usize| text[at..].starts_with(char::is_lowercase);
    pairs(draft, sentence)
        .filter(|(_, between)| matches!(between.of(text), "  " | ",  " | ";  ") && !is_code(draft, *between))
        .filter(|&(at, between)| small(words[at].span.start()) && !lines.have_columns(draft, between.end()))
        .map(|(_, between)| {
            let end = between.end();
            Doubled {
                span: Span::new(end - 2, end),
                edit: Edit {
                    span: Span::new(end - 1, end),
                    replacement: String::new(),
                },
            }
        })
        .collect()
}

/// The line that was looked at last, and whether it may have columns: a paragraph may be one long line.
#[derive(Default)]
struct Lines(Option<(usize, bool)>);

impl Lines {
    /// Whether the word at byte `at` may stand in a column.
    fn have_columns(&mut self, draft: &Draft, at: usize) -> bool {
        let number = draft.source.lines().line_of(at);
        match self.0 {
            Some((last, answer)) if last == number => answer,
            _ => self.0.insert((number, has_columns(draft, number))).1,
        }
    }
}

/// Whether a line may have columns: it has wider gaps, or a line next to it has gaps, too.
fn has_columns(draft: &Draft, number: usize) -> bool {
    let (text, lines) = (draft.source.text(), draft.source.lines());
    let line = |number: usize| lines.span_of(number, text).of(text).trim();
    let own = line(number);
    let has_gap = |line: &str| {
        let mut gaps = line.match_indices("  ");
        gaps.any(|(at, _)| {
            !line[..at]
                .trim_end_matches(['"', '\'', ')'])
                .ends_with(['.', '!', '?', ':'])
        })
    };
    own.contains(['\t', '|'])
        || own.contains("   ")
        || (number > 0 && has_gap(line(number - 1)))
        || has_gap(line(number + 1))
}

#[cfg(test)]
mod tests {
    use crate::lints::finding::rewritten;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    /// The text after all edits of the lint.
    fn mended(text: &str) -> String {
        let source = Source::new("t", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let linted = crate::lint(source, &Settings::default());
        let findings = linted.findings.iter().filter(|finding| finding.lint == "grammar");
        let mut edits: Vec<_> = findings.flat_map(|finding| &finding.suggestions[0].edits).collect();
        edits.sort_by_key(|edit| edit.span);
        rewritten(text, edits)
    }

    #[test]
    fn words_and_spaces_that_stand_twice_stand_once_then() {
        assert_eq!(
            mended("The the the vein was  small, and  and quick."),
            "The vein was small, and quick."
        );
        assert_eq!(mended("I held the\r\nthe probe."), "I held the probe.");
    }

    #[test]
    fn what_may_stand_twice_stays() {
        for text in [
            "I had had that that week.  And her her.",
            "Vitamin A a day.",
            "She said, \"the the thing\", twice.",
            "`a  b the the c`",
            "One line\nends in a break,  \nand goes on.",
            "| the  cell | and  more |",
            "June  leave\nMarch 2022  return",
            "from  june on\nMay   the rest",
            "> the the quote  is theirs",
            "Name    of  column",
            "Her plan, the, the other one.",
        ] {
            assert_eq!(mended(text), text);
        }
    }
}
