//! What tells a finding from others when the draft around it changes: its lint and the words of its sentence.

use std::collections::HashMap;
use std::fmt;

use crate::draft::Draft;
use crate::lints::finding::{Finding, Scope};
use crate::prose::Prose;

/// The fingerprint of a finding: the same as long as its lint and the words of its sentence are, wherever that sentence
/// moves and however its quotes, its spaces and the case of its letters change. A finding about the document is known by its
/// lint alone. Of a fingerprint no word of the draft can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of a finding in `draft`.
    #[must_use]
    pub fn of(draft: &Draft, finding: &Finding) -> Self {
        let mut hash = Fnv::default();
        hash.add(finding.lint.as_bytes());
        if finding.scope == Scope::Passage {
            for word in words(&draft.prose, finding) {
                hash.add(word.as_bytes());
            }
        }
        Self(hash.0)
    }

    /// The fingerprints of all findings of a draft, each with its number, from 1, among those that are alike.
    #[must_use]
    pub fn of_all(draft: &Draft, findings: &[Finding]) -> Vec<(Self, usize)> {
        let mut seen: HashMap<Self, usize> = HashMap::new();
        let numbered = findings.iter().map(|finding| {
            let print = Self::of(draft, finding);
            let number = seen.entry(print).or_default();
            *number += 1;
            (print, *number)
        });
        numbered.collect()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

/// The folded words of the sentence in which a finding starts; none where it stands outside of all sentences.
fn words<'p>(prose: &'p Prose, finding: &Finding) -> impl Iterator<Item = &'p str> {
    let sentences = prose.sentences();
    let at = sentences.partition_point(|sentence| sentence.span.end() <= finding.span.start());
    let sentence = sentences.get(at);
    let holds = sentence.filter(|sentence| sentence.span.start() < finding.span.end().max(finding.span.start() + 1));
    let words = holds.map_or(0..0, |sentence| sentence.words.range());
    words.map(|word| prose.fold(word))
}

/// Fowler, Noll and Vo's hash in 64 bits (FNV-1a): it is the same in every build, today and in years, which a fingerprint
/// that is kept in a file needs.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds a piece, and where it ends.
    fn add(&mut self, piece: &[u8]) {
        for &byte in piece.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    fn prints(text: &str) -> Vec<(Fingerprint, usize)> {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let mut linted = crate::lint(source, &Settings::default());
        linted
            .findings
            .retain(|finding| ["placeholder", "field-limit"].contains(&finding.lint.as_ref()));
        Fingerprint::of_all(&linted.draft, &linted.findings)
    }

    #[test]
    fn a_finding_is_known_wherever_its_sentence_goes() {
        let before = prints("I'd like to train at [Program]. My brother paints boats.\n");
        let after = prints("\u{feff}He paints.\r\n\r\nI\u{2019}d like to  train at [program]. He sails.\r\n");
        assert_eq!(before.len(), 2);
        assert_eq!(before.last(), after.last());
        assert_ne!(prints("I hope to train at [Program].\n").last(), before.last());
    }

    #[test]
    fn findings_that_are_alike_are_numbered() {
        let prints = prints("It is [Program] or [Program] for me.\n\nIt is [Program] or [Program] for me.\n");
        let numbers: Vec<usize> = prints.iter().map(|(_, number)| *number).collect();
        assert_eq!(numbers, [1, 1, 2, 3, 4]);
    }

    #[test]
    fn a_fingerprint_stays_the_same_over_builds() {
        let mut hash = Fnv::default();
        hash.add(b"blame");
        assert_eq!(Fingerprint(hash.0).to_string(), "298514d100cf67e1");
    }
}
