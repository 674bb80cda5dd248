//! A lint as its file under `lints/` holds it.

use std::borrow::Cow;

use crate::source::Kind;

use super::finding::{Confidence, Scope, Severity};

/// Text that is built in, or read from a configuration, or made from those.
pub type Text = Cow<'static, str>;

/// One lint: everything that people read or tune.
#[derive(Clone, Debug)]
pub struct Lint {
    /// Its name.
    pub id: Text,
    /// The group it belongs to; also its folder.
    pub group: Text,
    /// How much its findings matter, where configuration says nothing else.
    pub severity: Severity,
    /// How sure its findings are; none where each earns it by its chance, from the threshold `high` on.
    pub confidence: Option<Confidence>,
    /// How much its findings of medium confidence matter, if not as much as the others: a lint that is wrong too often
    /// beside what it gets right speaks softly where it is not sure.
    pub medium: Option<Severity>,
    /// Whether it is about words or about the whole text.
    pub scope: Scope,
    /// The kinds of documents it applies to.
    pub kinds: Cow<'static, [Kind]>,
    /// What it says; `{slots}` are filled in.
    pub message: Text,
    /// What to do.
    pub help: Text,
    /// A few words of the article that it derives from; empty where there are none.
    pub article: Text,
    /// Why a reader minds.
    pub why: Text,
    /// A suggestion with slots for the applicant to fill; empty where there is none.
    pub template: Text,
    /// Numbers that configuration may change, by name.
    pub thresholds: Cow<'static, [(Text, f64)]>,
    /// Further messages, by name.
    pub messages: Cow<'static, [(Text, Text)]>,
    /// Phrases whose marks are its findings (own phrase lints).
    pub phrases: Cow<'static, [Text]>,
    /// Wordings in its findings that can be put better.
    pub rewrites: Cow<'static, [Rewrite]>,
    /// Texts on which it must speak, and texts on which it must not.
    pub examples: Cow<'static, [Example]>,
}

/// A wording, and what to put in its place: an edit for the applicant to review.
#[derive(Clone, Debug)]
pub struct Rewrite {
    /// A regular expression of whole words; the case of letters does not matter.
    pub find: Text,
    /// Letters of which some stand, small, wherever `find` does: the build looks for them, so that an expression which can not
    /// match is not compiled. None: it is not known.
    pub needs: Cow<'static, [Text]>,
    /// The words to put there; `$1` is the first group of `find`. Empty: the words go.
    pub put: Text,
}

/// A text that shows a lint at work, and tests it.
#[derive(Clone, Debug)]
pub struct Example {
    /// The kind of document to read the text as.
    pub kind: Kind,
    /// The text; in one on which the lint fires, `«…»` stand around the words that are underlined.
    pub text: Text,
    /// Whether the lint fires on it.
    pub fires: bool,
}

impl Example {
    /// The text as a draft, and the bytes that are to be underlined.
    #[must_use]
    pub fn draft(&self) -> (String, Option<(usize, usize)>) {
        let Some((before, rest)) = self.text.split_once('«') else {
            return (self.text.to_string(), None);
        };
        let Some((words, after)) = rest.split_once('»') else {
            return (self.text.to_string(), None);
        };
        let span = (before.len(), before.len() + words.len());
        (format!("{before}{words}{after}"), Some(span))
    }
}

impl Lint {
    /// The message of this name, or the plain one.
    #[must_use]
    pub fn message_named(&self, name: &str) -> &Text {
        self.messages
            .iter()
            .find(|(known, _)| known == name)
            .map_or(&self.message, |(_, message)| message)
    }
}

/// Fills `{name}` slots of a message, which stays in one line: a line end in a value becomes a space. A message without
/// slots is not copied: a run over many drafts keeps thousands of them.
#[must_use]
pub fn fill(message: &Text, slots: &[(&str, &str)]) -> Text {
    let mut filled = message.clone();
    for (name, value) in slots {
        let slot = format!("{{{name}}}");
        if !filled.contains(&slot) {
            continue;
        }
        let lines = value.split(['\r', '\n']).map(str::trim);
        let value: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        filled = filled.replace(&slot, &value.join(" ")).into();
    }
    filled
}
