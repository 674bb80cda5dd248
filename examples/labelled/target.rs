//! What a label asks for: the lint, and the words on which it may speak.

use essaylint::source::Span;

use super::Essay;

/// Lints that are labelled in a few texts only and tested apart.
pub const UNSCORED: [&str; 3] = ["grammar", "field-limit", "non-plain-text"];

/// Lints about an episode: any of its sentences will do.
const ABOUT_EPISODE: [&str; 12] = [
    "missing-ownership",
    "missing-growth",
    "missing-outcome",
    "missing-resolution",
    "undated-gap",
    "unbridged-switch",
    "unchanged-reapplication",
    "confession-length",
    "leads-with-red-flag",
    "stacked-red-flags",
    "repeated-disclosure",
    "ends-on-setback",
];

/// Lints about the whole text.
pub const ABOUT_DOCUMENT: [&str; 5] = [
    "missing-ir-experience",
    "why-not-dr",
    "no-forward-look",
    "non-ir-heavy",
    "other-specialty-target",
];

/// A label that a finding may hit.
pub struct Target<'e> {
    /// The lint.
    pub lint: &'e str,
    /// Where a finding may stand, in bytes; anywhere if there is none.
    pub spans: Vec<Span>,
    /// Whether it must be found.
    pub sure: bool,
}

impl Target<'_> {
    /// Whether a finding of `lint` on these bytes is what the label asks for.
    pub fn is_hit_by(&self, lint: &str, found: Span) -> bool {
        lint == self.lint && (self.spans.is_empty() || self.spans.iter().any(|span| span.overlaps(found)))
    }
}

/// All labels of an essay with the spans that a finding may overlap; none for the whole document.
pub fn targets(essay: &Essay) -> Vec<Target<'_>> {
    let mut targets = Vec::new();
    for label in &essay.labels.findings {
        let span = essay.span(&label.quote);
        let mut spans = vec![span];
        if ABOUT_DOCUMENT.contains(&label.lint.as_str()) {
            spans.clear();
        } else if ABOUT_EPISODE.contains(&label.lint.as_str()) {
            for episode in &essay.labels.episodes {
                let told: Vec<Span> = episode
                    .sentences
                    .iter()
                    .map(|sentence| essay.span(&sentence.quote))
                    .collect();
                if told.iter().any(|told| told.overlaps(span)) {
                    spans.extend(told);
                }
            }
        }
        targets.push(Target {
            lint: &label.lint,
            spans,
            sure: label.sure,
        });
    }
    for label in &essay.labels.document_findings {
        targets.push(Target {
            lint: &label.lint,
            spans: Vec::new(),
            sure: label.sure,
        });
    }
    targets.retain(|target| !UNSCORED.contains(&target.lint));
    targets
}
