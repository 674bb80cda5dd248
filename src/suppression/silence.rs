//! What is silenced where.

use std::collections::HashMap;

use crate::lints::finding::{Finding, Scope};
use crate::source::Source;

use super::comment::{Suppression, named};
use super::reach::{Reach, Reaches, block_at};

/// What is silenced where, and whether it had anything to say.
pub(super) struct Silence<'s> {
    source: &'s Source,
    reaches: Reaches,
    used: HashMap<(Reach, String), bool>,
}

impl<'s> Silence<'s> {
    pub(super) fn new(source: &'s Source, suppressions: &[Suppression<'_>]) -> Self {
        let names = named(suppressions);
        let used = names
            .iter()
            .map(|(reach, name)| ((*reach, name.text.to_owned()), false));
        Self {
            source,
            reaches: Reaches::new(names.iter().map(|(reach, _)| *reach)),
            used: used.collect(),
        }
    }

    /// Whether a finding is silenced. A finding about the document is so in the file, or above all text.
    pub(super) fn takes(&mut self, finding: &Finding) -> bool {
        let reaches: Vec<Reach> = match finding.scope {
            Scope::Document => self.reaches.of_document().collect(),
            Scope::Passage => match block_at(self.source, finding.span.start()) {
                Some(block) => self.reaches.of_block(block).collect(),
                None => vec![Reach::File],
            },
        };
        let mut taken = false;
        for reach in reaches {
            for name in [&finding.lint, &finding.group] {
                if let Some(used) = self.used.get_mut(&(reach, name.to_string())) {
                    *used = true;
                    taken = true;
                }
            }
        }
        taken
    }

    pub(super) fn is_used(&self, reach: Reach, name: &str) -> bool {
        self.used.get(&(reach, name.to_owned())).copied().unwrap_or_default()
    }
}
