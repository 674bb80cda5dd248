//! A lint as it is set for a run: its severity, its thresholds, and how it makes findings.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::lexicon::Class;
use crate::nearest::nearest;
use crate::source::{Kind, Span};

use super::finding::{Applicability, Confidence, Finding, Scope, Severity, Suggestion};
use super::lint::{Lint, fill};
use super::rewrite::Rewriter;

/// A lint with its settings for a run.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'r> {
    /// The lint.
    pub lint: &'r Lint,
    /// The severity that configuration gives; none where the lint's own counts.
    severity: Option<Severity>,
    confidence: Confidence,
    thresholds: Option<&'r BTreeMap<String, f64>>,
    phrases: Option<Class>,
    rewriter: &'r Rewriter,
}

impl Rule<'_> {
    /// A number of the lint, as configured. A name that the lint's file does not have is 0.
    #[must_use]
    pub fn threshold(&self, name: &str) -> f64 {
        let own = || {
            self.lint
                .thresholds
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| *value)
        };
        self.thresholds
            .and_then(|set| set.get(name).copied())
            .or_else(own)
            .unwrap_or_default()
    }

    /// A threshold that counts things.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts in configuration are small"
    )]
    pub fn count(&self, name: &str) -> usize {
        self.threshold(name).max(0.0) as usize
    }

    /// Whether something is at least as likely as the lint asks for: its threshold `certainty`.
    #[must_use]
    pub fn is_sure(&self, chance: f32) -> bool {
        f64::from(chance) >= self.threshold("certainty")
    }

    /// The rule as it speaks of something that is so likely: its findings are of the confidence that this chance earns.
    #[must_use]
    pub fn at(self, chance: f32) -> Self {
        let earned = if f64::from(chance) >= self.threshold("high") {
            Confidence::High
        } else {
            Confidence::Medium
        };
        Self {
            confidence: self.lint.confidence.unwrap_or(earned),
            ..self
        }
    }

    /// A finding with the lint's plain message.
    #[must_use]
    pub fn finding(&self, span: Span, slots: &[(&str, &str)]) -> Finding {
        self.finding_saying("", span, slots)
    }

    /// A finding with the message of this name.
    #[must_use]
    pub fn finding_saying(&self, message: &str, span: Span, slots: &[(&str, &str)]) -> Finding {
        let template = Some(&self.lint.template).filter(|template| !template.is_empty());
        Finding {
            lint: self.lint.id.clone(),
            group: self.lint.group.clone(),
            severity: self.severity_or(self.own_severity()),
            confidence: self.confidence,
            scope: self.lint.scope,
            message: fill(self.lint.message_named(message), slots),
            help: fill(&self.lint.help, slots),
            span,
            related: Vec::new(),
            suggestions: template
                .map(|template| Suggestion {
                    message: template.clone(),
                    applicability: Applicability::Template,
                    edits: Vec::new(),
                })
                .into_iter()
                .collect(),
        }
    }

    /// Adds to findings of this rule the edits that its lint's rewrites make.
    pub(super) fn suggest(&self, draft: &Draft, findings: &mut [Finding]) {
        self.rewriter
            .suggest(self.lint, &draft.prose, draft.source.text(), findings);
    }

    /// How much a finding of this confidence matters where configuration says nothing.
    fn own_severity(&self) -> Severity {
        let softer = self.lint.medium.filter(|_| self.confidence == Confidence::Medium);
        softer.unwrap_or(self.lint.severity)
    }

    /// The severity of a finding that the lint itself counts as `milder` than its usual ones, unless configuration sets it.
    #[must_use]
    pub fn severity_or(&self, own: Severity) -> Severity {
        self.severity.unwrap_or(own)
    }

    /// Reports the phrases of a phrase lint.
    pub(super) fn report_phrases(&self, draft: &Draft, findings: &mut Vec<Finding>) {
        let Some(class) = self.phrases else { return };
        for mark in draft.marks.all().iter().filter(|mark| mark.class == class) {
            let span = draft.prose.span(mark.words);
            findings.push(self.finding(span, &[("words", span.of(draft.source.text()))]));
        }
    }
}

/// All lints with their settings.
#[derive(Debug, Clone)]
pub struct Rules {
    lints: Cow<'static, [Lint]>,
    off: Vec<bool>,
    severities: Vec<Option<Severity>>,
    thresholds: BTreeMap<String, BTreeMap<String, f64>>,
    phrases: BTreeMap<String, Class>,
    /// One for each lint.
    rewriters: Vec<Rewriter>,
}

impl Default for Rules {
    fn default() -> Self {
        let lints = super::catalogue();
        Self {
            lints: Cow::Borrowed(lints),
            off: vec![false; lints.len()],
            severities: vec![None; lints.len()],
            thresholds: BTreeMap::new(),
            phrases: BTreeMap::new(),
            rewriters: lints.iter().map(Rewriter::new).collect(),
        }
    }
}

impl Rules {
    /// Adds a phrase lint whose phrases are the members of `class`.
    pub fn add(&mut self, lint: Lint, class: Class) {
        self.phrases.insert(lint.id.to_string(), class);
        self.rewriters.push(Rewriter::new(&lint));
        self.lints.to_mut().push(lint);
        self.off.push(false);
        self.severities.push(None);
    }

    /// All lints, on or off.
    #[must_use]
    pub fn lints(&self) -> &[Lint] {
        &self.lints
    }

    /// Whether a lint or a group has this name.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.lints.iter().any(|lint| lint.id == name || lint.group == name)
    }

    /// Whether all lints of this name, or of the group of this name, are off.
    #[must_use]
    pub fn is_off(&self, name: &str) -> bool {
        let mut named = self.lints.iter().zip(&self.off);
        named.all(|(lint, off)| *off || (lint.id != name && lint.group != name))
    }

    /// The known name (of a lint or a group) that is written most like `name`.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let names = self.lints.iter();
        nearest(name, names.flat_map(|lint| [lint.id.as_ref(), lint.group.as_ref()]))
    }

    /// A number of a lint, as it is set; none if the lint has no number of this name.
    #[must_use]
    pub fn threshold(&self, id: &str, name: &str) -> Option<f64> {
        let set = self.thresholds.get(id).and_then(|set| set.get(name));
        let own = || {
            let lint = self.lints.iter().find(|lint| lint.id == id)?;
            lint.thresholds
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value)
        };
        set.or_else(own).copied()
    }

    /// Turns lints on or off by the name of a lint or a group.
    pub fn turn(&mut self, name: &str, on: bool) {
        for (lint, off) in self.lints.iter().zip(&mut self.off) {
            if lint.id == name || lint.group == name {
                *off = !on;
            }
        }
    }

    /// Turns all lints off, to select some.
    pub fn turn_all_off(&mut self) {
        self.off.fill(true);
    }

    /// Sets the severity of a lint, or of the lints of a group.
    pub fn set_severity(&mut self, name: &str, severity: Severity) {
        for (lint, set) in self.lints.iter().zip(&mut self.severities) {
            if lint.id == name || lint.group == name {
                *set = Some(severity);
            }
        }
    }

    /// Sets a threshold; false if the lint has none of this name.
    pub fn set_threshold(&mut self, id: &str, name: &str, value: f64) -> bool {
        let known = self
            .lints
            .iter()
            .any(|lint| lint.id == id && lint.thresholds.iter().any(|(known, _)| known == name));
        if known {
            self.thresholds
                .entry(id.to_owned())
                .or_default()
                .insert(name.to_owned(), value);
        }
        known
    }

    /// The rule called `id`, if it is on for a kind of document.
    pub(crate) fn rule(&self, id: &str, kind: Kind) -> Option<Rule<'_>> {
        self.on(kind).find(|rule| rule.lint.id == id)
    }

    /// The rules that are on for a kind of document.
    pub(super) fn on(&self, kind: Kind) -> impl Iterator<Item = Rule<'_>> {
        let lints = self.lints.iter().zip(&self.off);
        let lints = lints.zip(self.severities.iter().zip(&self.rewriters));
        lints
            .filter(move |((lint, off), _)| !**off && lint.kinds.contains(&kind))
            .map(|((lint, _), (severity, rewriter))| Rule {
                lint,
                severity: *severity,
                // Where a chance is to say how sure a finding is, one without a chance is not of the surest.
                confidence: lint.confidence.unwrap_or(Confidence::Medium),
                thresholds: self.thresholds.get(lint.id.as_ref()),
                phrases: self.phrases.get(lint.id.as_ref()).copied(),
                rewriter,
            })
    }
}

impl Scope {
    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passage => "passage",
            Self::Document => "document",
        }
    }
}
