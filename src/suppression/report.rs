//! What is wrong with suppressions.

use crate::lints::finding::{Applicability, Edit, Finding, Scope, Suggestion};
use crate::lints::{Rule, Rules};

use super::comment::{Name, Named, Suppression};
use super::reach::Reach;
use super::silence::Silence;

/// Says what is wrong with suppressions.
pub(super) struct Report<'r> {
    rule: Rule<'r>,
    rules: &'r Rules,
}

impl<'r> Report<'r> {
    /// A report by the lint `suppression` on names out of `rules`.
    pub(super) fn new(rule: Rule<'r>, rules: &'r Rules) -> Self {
        Self { rule, rules }
    }

    /// What is wrong with a suppression as it is written.
    pub(super) fn wrong(&self, one: &Suppression<'_>, findings: &mut Vec<Finding>) {
        if one.reach.is_none() {
            findings.push(self.rule.finding(one.span, &[("words", one.order)]));
            return;
        }
        if one.names.is_empty() {
            findings.push(self.rule.finding_saying("nameless", one.span, &[]));
        } else if !one.has_reason {
            findings.push(self.rule.finding_saying("reasonless", one.span, &[]));
        }
        for name in one.names.iter().filter(|name| !self.rules.knows(name.text)) {
            findings.push(self.unknown(*name));
        }
    }

    fn unknown(&self, name: Name<'_>) -> Finding {
        let Some(nearest) = self.rules.nearest(name.text) else {
            return self
                .rule
                .finding_saying("unheard-of", name.span, &[("name", name.text)]);
        };
        let slots = [("name", name.text), ("nearest", nearest)];
        let mut finding = self.rule.finding_saying("unknown", name.span, &slots);
        finding.suggestions.push(Suggestion {
            message: format!("write {nearest}").into(),
            applicability: Applicability::Review,
            edits: vec![Edit {
                span: name.span,
                replacement: nearest.to_owned(),
            }],
        });
        finding
    }

    /// Names that silence nothing. A lint that is turned off has nothing to say today and may have tomorrow.
    pub(super) fn unused(&self, names: &[Named<'_, '_>], silence: &Silence<'_>, findings: &mut Vec<Finding>) {
        for &(reach, name) in names {
            let is_open = self.rules.knows(name.text) && !self.rules.is_off(name.text);
            if !is_open || silence.is_used(reach, name.text) {
                continue;
            }
            let mut lints = self.rules.lints().iter();
            let of_document = lints.any(|lint| lint.id == name.text && lint.scope == Scope::Document);
            let message = match reach {
                Reach::Blocks { .. } | Reach::Nothing if of_document => "document",
                _ => "unused",
            };
            findings.push(self.rule.finding_saying(message, name.span, &[("name", name.text)]));
        }
    }
}
