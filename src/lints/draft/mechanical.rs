//! Which changes are mechanical: those after which the draft is still divided as it was.

use std::ops::Range;

use crate::lints::finding::{Applicability, Edit, Finding, Suggestion};
use crate::source::{Source, Span};

/// How often a draft is read again to find the changes that divide it anew. What is open then is no mechanical change.
const READINGS: usize = 64;

/// For each of `changes` (in order, none over another, each with edits that belong together) whether it leaves the draft
/// divided as it is, together with all others of which that is said.
pub(super) fn are_mechanical(source: &Source, changes: &[&[Edit]]) -> Vec<bool> {
    let mut mechanical = vec![false; changes.len()];
    let mut open: Vec<Range<usize>> = Vec::new();
    if !changes.is_empty() {
        open.push(0..changes.len());
    }
    for _ in 0..READINGS {
        let Some(tried) = open.pop() else { break };
        let mut edits: Vec<(Span, &str)> = (0..changes.len())
            .filter(|at| mechanical[*at] || tried.contains(at))
            .flat_map(|at| changes[at])
            .map(|edit| (edit.span, edit.replacement.as_str()))
            .collect();
        edits.sort_unstable();
        if source.keeps_shape(&edits) {
            mechanical[tried].fill(true);
        } else if tried.len() > 1 {
            let middle = tried.start + tried.len() / 2;
            open.push(middle..tried.end);
            open.push(tried.start..middle);
        }
    }
    mechanical
}

/// Lints say of their own edits alone that they are safe. Where those of several would divide the draft anew together, the
/// suggestions that do so are for review.
pub(in crate::lints) fn settle(source: &Source, findings: &mut [Finding]) {
    let mut lints: Vec<&str> = Vec::new();
    for finding in findings
        .iter()
        .filter(|finding| finding.suggestions.iter().any(is_safe))
    {
        if !lints.contains(&finding.lint.as_ref()) {
            lints.push(&finding.lint);
        }
    }
    if lints.len() > 1 {
        settle_all(source, findings);
    }
}

/// Lets go of the findings that `keep` does not name. What was safe beside them may not be without them: a dash that stays
/// makes a list of the hyphen before it.
pub(crate) fn retain(source: &Source, findings: &mut Vec<Finding>, keep: impl FnMut(&Finding) -> bool) {
    let before = safe(findings);
    findings.retain(keep);
    settle_rest(source, findings, before);
}

/// How many suggestions are safe.
pub(crate) fn safe(findings: &[Finding]) -> usize {
    let suggestions = findings.iter().flat_map(|finding| &finding.suggestions);
    suggestions.filter(|suggestion| is_safe(suggestion)).count()
}

/// Looks again at what is safe where findings are left out of `before` safe suggestions.
pub(crate) fn settle_rest(source: &Source, findings: &mut [Finding], before: usize) {
    if (1..before).contains(&safe(findings)) {
        settle_all(source, findings);
    }
}

fn settle_all(source: &Source, findings: &mut [Finding]) {
    let mut safe: Vec<&mut Suggestion> = findings
        .iter_mut()
        .flat_map(|finding| &mut finding.suggestions)
        .filter(|suggestion| is_safe(suggestion))
        .collect();
    let edits: Vec<&[Edit]> = safe.iter().map(|suggestion| suggestion.edits.as_slice()).collect();
    let mechanical = are_mechanical(source, &edits);
    for (suggestion, mechanical) in safe.iter_mut().zip(mechanical) {
        if !mechanical {
            suggestion.applicability = Applicability::Review;
        }
    }
}

fn is_safe(suggestion: &Suggestion) -> bool {
    suggestion.applicability == Applicability::Safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{KindSayings, Syntax};

    #[test]
    fn the_changes_that_divide_a_draft_anew_are_found_among_the_others() {
        let text = "One \u{2014} two.\n\n\u{2014} three \u{2014} four.\n\nFive \u{2014} six.";
        let source = Source::new("t", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let edits: Vec<[Edit; 1]> = text
            .match_indices('\u{2014}')
            .map(|(at, dash)| {
                [Edit {
                    span: Span::new(at, at + dash.len()),
                    replacement: "-".to_owned(),
                }]
            })
            .collect();
        let changes: Vec<&[Edit]> = edits.iter().map(<[Edit; 1]>::as_slice).collect();
        assert_eq!(are_mechanical(&source, &changes), [true, false, true, true]);
        assert!(are_mechanical(&source, &[]).is_empty());
    }
}
