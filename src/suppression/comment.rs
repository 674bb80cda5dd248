//! What a comment to essaylint says.

use crate::source::{Comment, Source, Span};

use super::reach::{Reach, reach};

/// The name of a lint or a group in a suppression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'s> {
    pub(super) text: &'s str,
    pub(super) span: Span,
}

/// A comment to essaylint.
#[derive(Debug)]
pub(super) struct Suppression<'s> {
    /// The whole comment.
    pub(super) span: Span,
    /// `essaylint-ignore`, or what stands in its place.
    pub(super) order: &'s str,
    /// What it reaches; none if the order is unknown.
    pub(super) reach: Option<Reach>,
    pub(super) names: Vec<Name<'s>>,
    pub(super) has_reason: bool,
}

/// A name with the reach of its suppression.
pub(super) type Named<'n, 's> = (Reach, &'n Name<'s>);

/// The names of suppressions, where the order is known.
pub(super) fn named<'n, 's>(suppressions: &'n [Suppression<'s>]) -> Vec<Named<'n, 's>> {
    suppressions
        .iter()
        .filter_map(|one| one.reach.map(|reach| (reach, one)))
        .flat_map(|(reach, one)| one.names.iter().map(move |name| (reach, name)))
        .collect()
}

impl<'s> Suppression<'s> {
    /// Reads a comment, if it speaks to essaylint.
    pub(super) fn read(source: &'s Source, comment: Comment) -> Option<Self> {
        let written = comment.span.of(source.text());
        let inner = written.strip_prefix("<!--")?;
        let inner = inner.strip_suffix("-->").unwrap_or(inner).trim();
        let order = inner.split(|c: char| c.is_whitespace() || c == ':').next()?;
        if !order.to_ascii_lowercase().starts_with("essaylint-") {
            return None;
        }
        let reach = match order {
            "essaylint-ignore" => Some(reach(source, comment)),
            "essaylint-ignore-file" => Some(Reach::File),
            _ => None,
        };
        let rest = &inner[order.len()..];
        let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let has_colon = names.len() < rest.len();
        let names = names.split(',').filter_map(|written| {
            let bare = written.trim();
            // Without a colon the first word is meant, and the reason follows it.
            let bare = if has_colon {
                bare
            } else {
                bare.split_whitespace().next()?
            };
            (!bare.is_empty()).then(|| Name {
                text: bare,
                span: place(source.text(), bare),
            })
        });
        Some(Self {
            span: comment.span,
            order,
            reach,
            names: names.collect(),
            has_reason: !reason.trim().is_empty(),
        })
    }
}

/// The bytes of `part`, which is a piece of `text` itself.
fn place(text: &str, part: &str) -> Span {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    Span::new(start, start + part.len())
}
