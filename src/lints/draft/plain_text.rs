//! What a plain field shows as it is, or turns into something else.

use crate::draft::Draft;
use crate::lints::finding::{Applicability, Edit, Finding, Severity, Suggestion};
use crate::lints::rule::Rule;
use crate::source::{Block, BlockKind, MarkupClass, Span};

use super::mechanical::are_mechanical;

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

/// A character, and what to type instead of it.
struct Change {
    class: &'static str,
    span: Span,
    edits: Vec<Edit>,
}

fn characters(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let text = draft.source.text();
    let blocks = draft.source.blocks().iter();
    let changes: Vec<Change> = blocks
        .filter(|block| block.kind != BlockKind::Heading)
        .flat_map(|block| changes(text, block))
        .collect();
    let mut classes: Vec<&'static str> = Vec::new();
    for change in &changes {
        if !classes.contains(&change.class) {
            classes.push(change.class);
        }
    }
    let mechanical = mechanical(draft, &changes, &classes);
    for class in classes {
        let of_class = || {
            changes
                .iter()
                .zip(&mechanical)
                .filter(|(change, _)| change.class == class)
        };
        let Some((first, _)) = of_class().next() else { continue };
        let mut finding = rule.finding_saying(class, first.span, &[("words", first.span.of(text))]);
        finding.severity = rule.severity_or(Severity::Note);
        for (applicability, safe) in [(Applicability::Safe, true), (Applicability::Review, false)] {
            let alike: Vec<&Change> = of_class()
                .filter(|(_, is)| **is == safe)
                .map(|(change, _)| change)
                .collect();
            if !alike.is_empty() {
                finding.suggestions.push(suggestion(applicability, &alike));
            }
        }
        findings.push(finding);
    }
}

/// Which changes are mechanical, together with all others and with those of their class alone: the findings of the other
/// classes may be silenced.
fn mechanical(draft: &Draft, changes: &[Change], classes: &[&str]) -> Vec<bool> {
    let mut mechanical = vec![true; changes.len()];
    let of_all = (classes.len() != 1).then_some(None);
    for class in classes.iter().copied().map(Some).chain(of_all) {
        let meant: Vec<usize> = (0..changes.len())
            .filter(|&at| mechanical[at] && class.is_none_or(|class| class == changes[at].class))
            .collect();
        let edits: Vec<&[Edit]> = meant.iter().map(|&at| changes[at].edits.as_slice()).collect();
        for (at, is) in meant.iter().zip(are_mechanical(&draft.source, &edits)) {
            mechanical[*at] = is;
        }
    }
    mechanical
}

fn suggestion(applicability: Applicability, changes: &[&Change]) -> Suggestion {
    let message = match (changes, applicability) {
        ([change], Applicability::Safe) => format!("write {} instead", spoken(change)),
        ([change], _) => format!("write {} instead, and look how the line is read then", spoken(change)),
        (_, Applicability::Safe) => format!("replace all {} of this class by plain characters", changes.len()),
        _ => format!(
            "replace {} by plain characters, and look how their lines are read then",
            changes.len()
        ),
    };
    Suggestion {
        message: message.into(),
        applicability,
        edits: changes.iter().flat_map(|change| change.edits.clone()).collect(),
    }
}

/// What a change puts there, in words where it can not be seen.
fn spoken(change: &Change) -> String {
    let put: String = change.edits.iter().map(|edit| edit.replacement.trim()).collect();
    if put.is_empty() {
        "a plain space".to_owned()
    } else {
        put
    }
}

/// The changes of one block, in order. What the file writes in another way (an entity), a link's target and a comment are
/// not pasted as they stand; an address would lead somewhere else.
fn changes(text: &str, block: &Block) -> Vec<Change> {
    let mut changes = Vec::new();
    // All that can be changed lies beyond ASCII.
    if block.flow.text().is_ascii() {
        return changes;
    }
    // Just past the last character that is no white space.
    let mut words: Option<usize> = None;
    let mut in_address = false;
    for (letter, at) in block.flow.characters() {
        in_address &= !letter.is_whitespace();
        let Some(start) = at else { continue };
        let span = Span::new(start, start + letter.len_utf8());
        in_address |= letter == '/' && text[..span.end()].ends_with("://");
        if let Some((class, plain)) = replacement(letter).filter(|_| !in_address) {
            let moved = words
                .filter(|_| class == "dashes")
                .and_then(|end| to_line_before(text, end, span));
            let edits = moved.unwrap_or_else(|| {
                vec![Edit {
                    span,
                    replacement: fitted(text, span, plain),
                }]
            });
            changes.push(Change { class, span, edits });
        }
        if !letter.is_whitespace() {
            words = Some(span.end());
        }
    }
    changes
}

/// A dash at the start of a line within a paragraph, whose words before it end at byte `end`: a hyphen there would begin a
/// list, so it goes to the end of the line before.
fn to_line_before(text: &str, end: usize, dash: Span) -> Option<Vec<Edit>> {
    let line_end = end + text.get(end..dash.start())?.find(['\n', '\r'])?;
    // A hard break stays one.
    let place = end + text[end..line_end].trim_end_matches([' ', '\t', '\\']).len();
    let rest = &text[dash.end()..];
    let next = dash.end() + rest.len() - rest.trim_start_matches(' ').len();
    if text[next..].starts_with(['\n', '\r']) || next == text.len() {
        return None;
    }
    Some(vec![
        Edit {
            span: Span::new(place, place),
            replacement: " -".to_owned(),
        },
        Edit {
            span: Span::new(dash.start(), next),
            replacement: String::new(),
        },
    ])
}

/// What to type in the place of a character: as many spaces around it as are missing, and no second one.
fn fitted(text: &str, span: Span, plain: &str) -> String {
    const DASH: char = '\u{2014}';
    let before = text[..span.start()].chars().next_back();
    let after = text[span.end()..].chars().next();
    let is_space = |letter: char| letter == ' ' || replacement(letter).is_some_and(|(_, plain)| plain == " ");
    match plain {
        " " if before.is_some_and(is_space) || after == Some(' ') => String::new(),
        // "a dash—between", "2019→2021"
        " - " | "to" => {
            let first = before.is_none_or(char::is_whitespace);
            let last = after.is_none_or(|letter| letter.is_whitespace() || (letter == DASH && plain == " - "));
            let (first, last) = (if first { "" } else { " " }, if last { "" } else { " " });
            format!("{first}{}{last}", plain.trim())
        }
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lints::finding::rewritten;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    fn finding(text: &str, syntax: Syntax) -> Option<Finding> {
        let source = Source::new("t", text.to_owned(), syntax, KindSayings::default()).unwrap();
        let linted = crate::lint(source, &Settings::default());
        let mut findings = linted.findings.into_iter();
        findings.find(|finding| finding.lint == "non-plain-text")
    }

    /// The text after the edits of the first suggestion, and how far that may be trusted.
    fn put(text: &str, syntax: Syntax) -> (String, Applicability) {
        let suggestion = finding(text, syntax).unwrap().suggestions.remove(0);
        (rewritten(text, &suggestion.edits), suggestion.applicability)
    }

    fn safely(text: &str) -> String {
        let (text, applicability) = put(text, Syntax::Markdown);
        assert_eq!(applicability, Applicability::Safe);
        text
    }

    #[test]
    fn what_is_not_pasted_as_it_stands_is_left_alone() {
        let said = |text: &str| finding(text, Syntax::Markdown).is_some();
        assert!(said("I passed \u{2014} in May."));
        assert!(!said("I passed <!-- or \u{2014} --> in May."));
        assert!(!said("I passed &mdash; in May, https://a.org/\u{2014}."));
    }

    #[test]
    fn a_dash_gets_the_spaces_that_it_lacks() {
        assert_eq!(safely("I stopped\u{2014}and so"), "I stopped - and so");
        assert_eq!(safely("I stopped \u{2014} and so"), "I stopped - and so");
        assert_eq!(safely("I stopped\u{2014}\u{2014}and so"), "I stopped - - and so");
        assert_eq!(safely("2019\u{2192}2021"), "2019 to 2021");
    }

    #[test]
    fn no_space_is_doubled_by_a_plain_one() {
        assert_eq!(safely("Dr.\u{a0}Lee"), "Dr. Lee");
        assert_eq!(safely("a\u{a0}\u{a0}b \u{a0}c\u{a0} d"), "a b c d");
        assert_eq!(safely("ends\u{a0}\u{a0}\nhere"), "ends \nhere", "no hard break");
    }

    #[test]
    fn a_dash_at_the_start_of_a_line_begins_no_list() {
        assert_eq!(safely("I stopped\r\n\u{2014} and so"), "I stopped -\r\nand so");
        assert_eq!(safely("> I stopped  \n> \u{2013}and so"), "> I stopped -  \n> and so");
    }

    #[test]
    fn what_would_begin_a_list_is_for_review() {
        let (text, applicability) = put("\u{2022} June 2021: leave", Syntax::Markdown);
        assert_eq!(
            (text.as_str(), applicability),
            ("- June 2021: leave", Applicability::Review)
        );
        let (_, applicability) = put("\u{2022} June 2021: leave", Syntax::Plain);
        assert_eq!(applicability, Applicability::Safe, "it is a list already");
        let both = finding("One \u{2013} two.\n\n\u{2013} three", Syntax::Markdown).unwrap();
        let said: Vec<Applicability> = both.suggestions.iter().map(|one| one.applicability).collect();
        assert_eq!(said, [Applicability::Safe, Applicability::Review]);
    }
}
