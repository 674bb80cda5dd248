//! Fixes: which edits of the findings apply, and the text after them.
//!
//! All edits of a suggestion apply together or not at all. Where two suggestions would change the same bytes, the one that
//! begins first is taken.

use crate::Linted;
use crate::lints::finding::{Applicability, Edit, Finding, Suggestion, rewritten};
use crate::source::{Source, Span};

/// How often a text is fixed and read again. Fixes seldom make room for others; that it ends is certain.
const PASSES: usize = 10;

/// Edits that are carried out together: in order, none over another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    edits: Vec<Edit>,
}

impl Choice {
    /// The edits that apply of all suggestions that may be trusted so far, the first of each finding.
    #[must_use]
    pub fn of(findings: &[Finding], trusted: Applicability) -> Self {
        let mut suggestions: Vec<&Suggestion> = findings
            .iter()
            .filter_map(|finding| suggestion(finding, trusted))
            .collect();
        suggestions.sort_by_key(|suggestion| suggestion.edits.first().map(|edit| edit.span));
        let mut choice = Self::default();
        for suggestion in suggestions {
            choice.take(&suggestion.edits);
        }
        choice
    }

    /// Whether edits that belong together would change nothing that is taken already.
    #[must_use]
    pub fn fits(&self, edits: &[Edit]) -> bool {
        let mut spans: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
        spans.sort_unstable();
        let apart = spans.windows(2).all(|pair| !clash(pair[0], pair[1]));
        apart && !spans.iter().any(|span| self.changes(*span))
    }

    /// Takes edits that belong together if they fit; says whether they do.
    pub fn take(&mut self, edits: &[Edit]) -> bool {
        let fits = self.fits(edits);
        if fits {
            let last = self.edits.last().map(|edit| edit.span);
            self.edits.extend_from_slice(edits);
            let added = &self.edits[self.edits.len() - edits.len()..];
            let follow = added.first().map(|edit| edit.span) >= last && added.is_sorted_by_key(|edit| edit.span);
            if !follow {
                self.edits.sort_by_key(|edit| edit.span);
            }
        }
        fits
    }

    /// Whether an edit of `span` would change what is taken already.
    fn changes(&self, span: Span) -> bool {
        let next = self.edits.partition_point(|edit| edit.span.end() < span.start());
        let near = self.edits[next..].iter();
        near.take_while(|edit| edit.span.start() <= span.end())
            .any(|edit| clash(edit.span, span))
    }

    /// The edits.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// `text`, of which the findings were, after the edits.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        rewritten(text, &self.edits)
    }
}

/// Whether two edits can not both be carried out: they share a byte, or both put something into one place.
fn clash(a: Span, b: Span) -> bool {
    let inside = |empty: Span, other: Span| empty.start() > other.start() && empty.start() < other.end();
    a.overlaps(b) || a == b || (a.is_empty() && inside(a, b)) || (b.is_empty() && inside(b, a))
}

/// The first suggestion of a finding that may be trusted so far and edits something.
#[must_use]
pub fn suggestion(finding: &Finding, trusted: Applicability) -> Option<&Suggestion> {
    let mut suggestions = finding.suggestions.iter();
    suggestions.find(|suggestion| suggestion.applicability == trusted && !suggestion.edits.is_empty())
}

/// A draft after its fixes.
#[derive(Debug)]
pub struct Fixed {
    /// The draft as it reads then, with the findings that are left.
    pub linted: Linted,
    /// How many edits were made.
    pub edits: usize,
}

/// Carries out all safe suggestions, and those that they make room for, until none is left. `lint` reads the draft again.
/// None where there is nothing to carry out.
#[must_use]
pub fn fix(linted: &Linted, lint: impl Fn(Source) -> Linted) -> Option<Fixed> {
    let mut fixed: Option<Fixed> = None;
    for _ in 0..PASSES {
        let last = fixed.as_ref().map_or(linted, |fixed| &fixed.linted);
        let choice = Choice::of(&last.findings, Applicability::Safe);
        let Some(next) = again(last, &choice, &lint) else {
            break;
        };
        let edits = fixed.map_or(0, |fixed| fixed.edits) + choice.edits().len();
        fixed = Some(Fixed { linted: next, edits });
    }
    fixed
}

/// Reads a draft again after the edits of `choice`; none where there are no edits, or the text would be too long to be read.
pub fn again(linted: &Linted, choice: &Choice, lint: impl Fn(Source) -> Linted) -> Option<Linted> {
    let source = &linted.draft.source;
    if choice.edits().is_empty() {
        return None;
    }
    source.with_text(choice.apply(source.text())).ok().map(lint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Syntax};

    fn edit(start: usize, end: usize, replacement: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            replacement: replacement.to_owned(),
        }
    }

    #[test]
    fn edits_of_a_suggestion_apply_together_or_not_at_all() {
        let mut choice = Choice::default();
        assert!(choice.take(&[edit(4, 6, "Y"), edit(0, 2, "X")]));
        assert!(!choice.take(&[edit(2, 3, "-"), edit(5, 7, "Z")]), "5..7 is taken");
        assert!(!choice.take(&[edit(7, 9, "a"), edit(8, 10, "b")]), "over each other");
        assert!(choice.take(&[edit(2, 4, "-")]), "they touch");
        assert_eq!(choice.apply("0123456789"), "X-Y6789");
    }

    #[test]
    fn two_insertions_in_one_place_clash_and_one_before_an_edit_does_not() {
        let mut choice = Choice::default();
        assert!(choice.take(&[edit(3, 3, "+")]));
        assert!(!choice.take(&[edit(3, 3, "-")]));
        assert!(choice.take(&[edit(3, 5, "x")]));
        assert!(!choice.take(&[edit(4, 4, "y")]), "inside of what is changed");
        assert_eq!(choice.apply("012345"), "012+x5");
    }

    /// A draft of how many blocks, and what its fixes make of it.
    fn fixed(text: &str) -> (usize, Fixed) {
        let settings = Settings::default();
        let lint = |source: Source| crate::lint(source, &settings);
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        (source.blocks().len(), fix(&lint(source), lint).unwrap())
    }

    #[test]
    fn a_draft_is_fixed_until_nothing_is_left() {
        let (_, fixed) = fixed("\u{feff}She\u{2019}d held the\u{a0}the probe \u{2192}  at once.\r\n");
        assert_eq!(
            fixed.linted.draft.source.text(),
            "\u{feff}She'd held the probe to at once.\r\n"
        );
        assert_eq!(fixed.edits, 5);
    }

    #[test]
    fn a_hyphen_beside_a_silenced_dash_begins_no_list() {
        let text = "<!-- essaylint-ignore draft: a -->\u{2014}  \n\u{201c}  \n\u{a0}\u{2022} \u{2014} ";
        let (before, fixed) = fixed(text);
        assert_eq!(fixed.linted.draft.source.blocks().len(), before);
    }
}
