//! The lints: data under `lints/`, and for those that look at the story one short function in the room of their group.

mod accountability;
mod disclosure;
pub mod draft;
pub mod examples;
pub mod finding;
mod growth;
mod interest;
pub mod lint;
pub mod lint_file;
pub mod rewrite;
mod rule;
pub mod threshold;

use std::borrow::Cow;

use rayon::prelude::*;

use crate::draft::Draft;
use crate::source::Kind;
use crate::threads;

use finding::{Confidence, Finding, Scope, Severity};
use lint::{Example, Lint, Rewrite};

pub use rule::{Rule, Rules};

include!(concat!(env!("OUT_DIR"), "/lints.rs"));

/// The catalogue, in order of group and name.
#[must_use]
pub fn catalogue() -> &'static [Lint] {
    &LINTS
}

/// The groups in the order of the catalogue.
pub const GROUPS: [&str; 5] = ["disclosure", "accountability", "growth", "interest", "draft"];

/// What a group is about, in a few words; empty for a group of own lints.
#[must_use]
pub fn about_group(group: &str) -> &'static str {
    match group {
        "disclosure" => "how a red flag is told",
        "accountability" => "whose doing it was",
        "growth" => "what changed, and what came of it",
        "interest" => "why interventional radiology",
        "draft" => "what keeps a draft from being sent",
        _ => "",
    }
}

/// What a lint does with a draft: it adds its findings.
type Check = fn(&Draft, &Rule<'_>, &mut Vec<Finding>);

/// The function of the lint called `id`; phrase lints have none of their own.
fn check_of(id: &str) -> Option<Check> {
    Some(match id {
        "confession-length" => disclosure::confession_length,
        "leads-with-red-flag" => disclosure::leads_with_red_flag,
        "stacked-red-flags" => disclosure::stacked_red_flags,
        "repeated-disclosure" => disclosure::repeated_disclosure,
        "undated-gap" => disclosure::undated_gap,
        "health-detail" => disclosure::health_detail,
        "missing-resolution" => disclosure::missing_resolution,
        "loaded-language" => disclosure::loaded_language,
        "blame" => accountability::blame,
        "defensive-phrasing" => accountability::defensive_phrasing,
        "minimizing" => accountability::minimizing,
        "hidden-agent" => accountability::hidden_agent,
        "missing-ownership" => accountability::missing_ownership,
        "missing-growth" => growth::missing_growth,
        "missing-outcome" => growth::missing_outcome,
        "vague-growth" => growth::vague_growth,
        "ends-on-setback" => growth::ends_on_setback,
        "vague-ir-interest" => interest::vague_ir_interest,
        "missing-ir-experience" => interest::missing_ir_experience,
        "why-not-dr" => interest::why_not_dr,
        "no-forward-look" => interest::no_forward_look,
        "non-ir-heavy" => interest::non_ir_heavy,
        "unbridged-switch" => interest::unbridged_switch,
        "unchanged-reapplication" => interest::unchanged_reapplication,
        "other-specialty-target" => interest::other_specialty_target,
        "placeholder" => draft::placeholder,
        "field-limit" => draft::field_limit,
        "non-plain-text" => draft::non_plain_text,
        "patient-identifier" => draft::patient_identifier,
        "cliche" => draft::cliche,
        "grammar" => draft::grammar,
        // It speaks after all others, of what they had to say: `crate::suppression`.
        "suppression" => |_, _, _| {},
        _ => return None,
    })
}

/// Runs the rules that are on over a draft. Findings come in order of start, end and lint.
#[must_use]
pub fn check(draft: &Draft, rules: &Rules) -> Vec<Finding> {
    let rules = rules.on(draft.kind());
    let found: Vec<Vec<Finding>> = if threads::help_with(draft.prose.sentences().len()) {
        let rules: Vec<Rule<'_>> = rules.collect();
        rules.par_iter().map(|rule| found_by(rule, draft)).collect()
    } else {
        rules.map(|rule| found_by(&rule, draft)).collect()
    };
    let mut findings = found.into_iter().flatten().collect::<Vec<Finding>>();
    draft::settle(&draft.source, &mut findings);
    sort(&mut findings);
    findings
}

/// What a rule has to say about a draft.
fn found_by(rule: &Rule<'_>, draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    match check_of(&rule.lint.id) {
        Some(check) => check(draft, rule, &mut findings),
        None => rule.report_phrases(draft, &mut findings),
    }
    rule.suggest(draft, &mut findings);
    findings
}

/// Brings findings into the order of reports: start, end, lint.
pub(crate) fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (a.span, &a.lint, &a.message).cmp(&(b.span, &b.lint, &b.message)));
    findings.dedup();
}
