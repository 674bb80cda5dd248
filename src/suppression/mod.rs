//! Inline suppressions: `<!-- essaylint-ignore LINT: reason -->` silences a lint in the next block, or in the block whose
//! text it stands in; `<!-- essaylint-ignore-file LINT: reason -->` silences it in the whole file. A list with all its
//! items is one block to a comment before it, and so are an item with the list inside it and a block quote. What is wrong
//! with a suppression is a finding of the lint `suppression`.

mod comment;
mod insertion;
mod reach;
mod report;
mod silence;
#[cfg(test)]
mod tests;

use crate::draft::Draft;
use crate::lints::finding::Finding;
use crate::lints::{Rules, sort};

pub use insertion::silencing;

use comment::{Named, Suppression, named};
use report::Report;
use silence::Silence;

/// The lint that reports what is wrong with suppressions.
const LINT: &str = "suppression";

/// Leaves out the findings that the author silenced, and adds what is wrong with the suppressions.
pub(crate) fn apply(draft: &Draft, rules: &Rules, mut findings: Vec<Finding>) -> Vec<Finding> {
    let suppressions: Vec<Suppression<'_>> = draft
        .source
        .comments()
        .iter()
        .filter_map(|comment| Suppression::read(&draft.source, *comment))
        .collect();
    if suppressions.is_empty() {
        return findings;
    }
    let mut silence = Silence::new(&draft.source, &suppressions);
    findings.retain(|finding| !silence.takes(finding));
    if let Some(rule) = rules.rule(LINT, draft.kind()) {
        let report = Report::new(rule, rules);
        let mut own = Vec::new();
        for one in &suppressions {
            report.wrong(one, &mut own);
        }
        // Suppressions of this very lint come last: until then it is open whether they have something to silence.
        let (last, first): (Vec<Named<'_, '_>>, Vec<Named<'_, '_>>) = named(&suppressions)
            .into_iter()
            .partition(|(_, name)| name.text == LINT || name.text == rule.lint.group);
        report.unused(&first, &silence, &mut own);
        own.retain(|finding| !silence.takes(finding));
        report.unused(&last, &silence, &mut own);
        findings.extend(own);
        sort(&mut findings);
    }
    findings
}
