//! Where a suppression is to be written so that it silences one finding, and as little else as there is.

use crate::lints::finding::{Edit, Finding, Scope};
use crate::source::{BOM, KindSayings, Source, Span};

use super::comment::Suppression;
use super::reach::{Reach, block_at};

/// The reason that stands in a new suppression until its author writes a better one.
const REASON: &str = "I have looked at this, and it stays";

/// The edit that silences `finding`, which is one of `source`: a suppression on a line of its own above the block, or,
/// where that would silence more than the block (before the first item of a list), at the beginning of the block. A
/// finding about the document, or one outside of all blocks, is silenced in the file, above all text. None where no
/// place does it.
#[must_use]
pub fn silencing(source: &Source, finding: &Finding) -> Option<Edit> {
    let block = match finding.scope {
        Scope::Document => None,
        Scope::Passage => block_at(source, finding.span.start()),
    };
    let Some(block) = block else {
        let edit = in_file(source, &finding.lint);
        return (reach(source, &edit)? == Reach::File).then_some(edit);
    };
    let edits = beside(source, block, &finding.lint);
    let reaches: Vec<_> = edits.iter().map(|edit| Some(reach(source, edit)?.blocks())).collect();
    let exact = reaches.iter().position(|reach| *reach == Some(block..block + 1));
    let wider = || {
        reaches
            .iter()
            .position(|reach| reach.as_ref().is_some_and(|blocks| blocks.contains(&block)))
    };
    edits.into_iter().nth(exact.or_else(wider)?)
}

/// The edits that may silence a lint in a block, the best first.
fn beside(source: &Source, block: usize, lint: &str) -> Vec<Edit> {
    let text = source.text();
    let span = source.blocks()[block].span;
    let row = source.lines().span_of(source.lines().line_of(span.start()), text);
    // A byte order mark stays before all else.
    let skipped = usize::from(row.start() == 0 && text.starts_with(BOM)) * BOM.len_utf8();
    let start = row.start() + skipped;
    let written = Span::new(start, row.end()).of(text);
    let margin = &written[..written.len() - written.trim_start_matches([' ', '\t', '>']).len()];
    let marker = marker(&written[margin.len()..]);
    let words = start + margin.len() + marker.len();
    let comment = format!("<!-- essaylint-ignore {lint}: {REASON} -->");
    let end = line_end(text);
    let indent = " ".repeat(marker.chars().count());
    let at = |at: usize, replacement: String| Edit {
        span: Span::new(at, at),
        replacement,
    };
    vec![
        at(start, format!("{margin}{comment}{end}")),
        at(words, format!("{comment}{end}{margin}{indent}")),
        at(words, format!("{comment} ")),
        // An indented comment above an indented paragraph would be a part of it.
        at(start, format!("{comment}{end}")),
    ]
}

/// The edit that silences a lint in the file.
fn in_file(source: &Source, lint: &str) -> Edit {
    let text = source.text();
    let end = line_end(text);
    let comment = format!("<!-- essaylint-ignore-file {lint}: {REASON} -->");
    let Some(front) = source.front_matter() else {
        let start = usize::from(text.starts_with(BOM)) * BOM.len_utf8();
        return Edit {
            span: Span::new(start, start),
            replacement: format!("{comment}{end}"),
        };
    };
    let last = source.lines().line_of(front.end().saturating_sub(1));
    let at = source.lines().span_of(last, text).end();
    let replacement = if text[..at].ends_with(['\n', '\r']) {
        format!("{comment}{end}")
    } else {
        format!("{end}{comment}")
    };
    Edit {
        span: Span::new(at, at),
        replacement,
    }
}

/// What the suppression that `edit` writes reaches; none if it is read otherwise, or if the text around it is.
fn reach(source: &Source, edit: &Edit) -> Option<Reach> {
    let mut text = source.text().to_owned();
    text.replace_range(edit.span.range(), &edit.replacement);
    let said = KindSayings {
        forced: Some(source.kind()),
        configured: None,
    };
    let changed = Source::new(source.name(), text, source.syntax(), said).ok()?;
    let words = |source: &Source| -> Vec<String> {
        let flows = source.blocks().iter().map(|block| block.flow.text());
        flows
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    };
    if words(source) != words(&changed) {
        return None;
    }
    let start = edit.span.start() + edit.replacement.find("<!--")?;
    let comment = changed
        .comments()
        .iter()
        .find(|comment| comment.span.start() == start)?;
    Suppression::read(&changed, *comment)?.reach
}

/// What an item of a list begins with, the spaces behind it included; empty where none begins.
fn marker(line: &str) -> &str {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    let sign = if digits > 0 {
        rest.strip_prefix(['.', ')'])
    } else {
        rest.strip_prefix(['-', '*', '+', '•', '·'])
    };
    match sign {
        Some(rest) if rest.starts_with([' ', '\t']) => &line[..line.len() - rest.trim_start_matches([' ', '\t']).len()],
        _ => "",
    }
}

/// The line end that a text uses first.
fn line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::source::Syntax;

    fn lint(syntax: Syntax, text: &str) -> crate::Linted {
        let source = Source::new("t", text.to_owned(), syntax, KindSayings::default()).unwrap();
        crate::lint(source, &Settings::default())
    }

    fn slots(linted: &crate::Linted) -> Vec<&str> {
        let text = linted.draft.source.text();
        let findings = linted.findings.iter();
        findings
            .filter(|finding| finding.lint == "placeholder")
            .map(|finding| finding.span.of(text))
            .collect()
    }

    /// The text after each slot in turn was silenced.
    fn silenced(syntax: Syntax, text: &str) -> Vec<String> {
        let before = lint(syntax, text);
        let all = slots(&before);
        let findings = before.findings.iter().filter(|finding| finding.lint == "placeholder");
        let mut texts = Vec::new();
        for (number, finding) in findings.enumerate() {
            let edit = silencing(&before.draft.source, finding).expect(text);
            let mut text = text.to_owned();
            text.replace_range(edit.span.range(), &edit.replacement);
            let after = lint(syntax, &text);
            let mut left = all.clone();
            left.remove(number);
            assert_eq!(slots(&after), left, "{text}");
            assert!(
                after.findings.iter().all(|finding| finding.lint != "suppression"),
                "{text}"
            );
            texts.push(text.replace(REASON, "x"));
        }
        texts
    }

    #[test]
    fn the_suppression_stands_on_a_line_of_its_own_above_the_block() {
        let text = "I ran.\n\nAt [Center] in May,\nand so on.\n";
        let comment = "<!-- essaylint-ignore placeholder: x -->";
        for syntax in [Syntax::Markdown, Syntax::Plain] {
            let wanted = format!("I ran.\n\n{comment}\nAt [Center] in May,\nand so on.\n");
            assert_eq!(silenced(syntax, text), std::slice::from_ref(&wanted));
            let windows = text.replace('\n', "\r\n");
            assert_eq!(silenced(syntax, &windows), [wanted.replace('\n', "\r\n")]);
        }
    }

    #[test]
    fn each_block_is_silenced_alone_wherever_it_stands() {
        for text in [
            "\u{feff}At [Center] in May.\n\nAt [Hospital] in June.",
            "- [School]\n- [Hospital]\n- [Program]\n",
            "- [School]\n\n- [Hospital]\n\n- [Program]\n",
            "1. [School]\n\n2. [Hospital]\n",
            "I ran:\n- [School]\n  - [Hospital]\n  - [Program]\n- [Mentor]\n",
            "<!-- essaylint-ignore cliche: y -->\nHer courage left an indelible mark on me.\n\nAt [Center] in May.\n",
        ] {
            assert!(!silenced(Syntax::Markdown, text).is_empty());
            assert!(!silenced(Syntax::Plain, text).is_empty());
        }
        for text in [
            "> [School]\n>\n> [Hospital]\n>\n> - [Program]\n> - [Mentor]\n",
            "- one\n\n  At [Center] in May.\n\n  At [Hospital] in June.\n",
            "1. [School]\n2. [Hospital]\n",
            "# About [Center]\nAt [Hospital] in June.\n",
            "About [Center]\n===\n\n***\nAt [Hospital] in June.\n",
            "---\nkind: experience\n---\nAt [Center] in May.\n",
            "**[Center]** in May.\n\n    Then I went to [Hospital] in June and stayed there for a while.\n",
        ] {
            assert!(!silenced(Syntax::Markdown, text).is_empty());
        }
    }

    #[test]
    fn what_is_said_of_the_document_is_silenced_above_all_text() {
        for (text, wanted) in [
            ("I passed.\n", "@\nI passed.\n"),
            ("\u{feff}I passed.\r\n", "\u{feff}@\r\nI passed.\r\n"),
            (
                "---\nkind: personal-statement\n---\n\nI passed.\n",
                "---\nkind: personal-statement\n---\n@\n\nI passed.\n",
            ),
        ] {
            let before = lint(Syntax::Markdown, text);
            let Some(finding) = before.findings.iter().find(|finding| finding.scope == Scope::Document) else {
                panic!("{text}");
            };
            let edit = silencing(&before.draft.source, finding).expect(text);
            let mut text = text.to_owned();
            text.replace_range(edit.span.range(), &edit.replacement);
            let comment = format!("<!-- essaylint-ignore-file {}: {REASON} -->", finding.lint);
            assert_eq!(text, wanted.replace('@', &comment));
            let after = lint(Syntax::Markdown, &text);
            assert!(after.findings.iter().all(|other| other.lint != finding.lint));
        }
    }
}
