//! `essaylint.explain`: what a lint is about, as `essaylint explain` tells it on the command line.

use gen_lsp_types::{MarkupKind, Uri};

use essaylint::lints::lint::Lint;
use essaylint::report::spoken;

use super::markup::Markup;
use crate::cli::explain::how_sure;

/// The command that explains a lint.
pub(super) const COMMAND: &str = "essaylint.explain";

/// The scheme of the documents that hold explanations.
pub(super) const SCHEME: &str = "essaylint";

/// All about a lint.
pub(super) fn explanation(lint: &Lint, kind: MarkupKind) -> String {
    let mut markup = Markup::new(kind);
    markup.head(&lint.id, &format!("{}, {}", lint.group, lint.severity));
    markup.paragraph(&spoken(&lint.message));
    markup.part("why", &lint.why);
    markup.part("what to do", &lint.help);
    markup.part("in the words of the article", &lint.article);
    markup.part("a way to write it", &lint.template);
    markup.part("how sure it is", &how_sure(lint));
    for (fires, name) in [(true, "speaks on"), (false, "is quiet on")] {
        for example in lint.examples.iter().filter(|example| example.fires == fires) {
            markup.part(name, example.kind.name());
            markup.verbatim(&example.text);
        }
    }
    markup.into_text()
}

/// What of it fits into a message.
pub(super) fn in_short(lint: &Lint) -> String {
    let mut markup = Markup::new(MarkupKind::PlainText);
    markup.part(&lint.id, &spoken(&lint.message));
    markup.part("why", &lint.why);
    markup.part("what to do", &lint.help);
    markup.part("a way to write it", &lint.template);
    markup.into_text()
}

/// The document that explains a lint.
pub(super) fn uri(id: &str) -> Uri {
    Uri::from(format!("{SCHEME}:/explain/{id}.md"))
}
