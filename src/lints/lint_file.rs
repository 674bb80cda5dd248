//! The file of a lint as it is written: read by the build for the catalogue, at run time for own phrase lints.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One lint's file. Names are checked where they are used.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LintFile {
    /// The lint's name, also the file's.
    pub id: String,
    /// Its group.
    pub group: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// `high` or `medium`: how sure its findings are. Where it is not said, they are so from the threshold `high` on, or
    /// always if there is none.
    #[serde(default)]
    pub confidence: Option<String>,
    /// The severity of its findings of medium confidence, where it is another.
    #[serde(default)]
    pub medium: Option<String>,
    /// `passage` or `document`.
    pub scope: String,
    /// Names of the kinds of documents that it applies to.
    pub kinds: Vec<String>,
    /// What it says.
    pub message: String,
    /// What to do.
    pub help: String,
    /// A few words of the article.
    #[serde(default)]
    pub article: String,
    /// Why a reader minds.
    #[serde(default)]
    pub why: String,
    /// A suggestion with slots.
    #[serde(default)]
    pub template: String,
    /// Numbers that configuration may change.
    #[serde(default)]
    pub thresholds: BTreeMap<String, f64>,
    /// Further messages.
    #[serde(default)]
    pub messages: BTreeMap<String, String>,
    /// Phrases that it reports, written like members of the lexicon.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Wordings that can be put better.
    #[serde(default, rename = "rewrite")]
    pub rewrites: Vec<RewriteFile>,
    /// Texts on which it speaks, and texts on which it is quiet.
    #[serde(default, rename = "example")]
    pub examples: Vec<ExampleFile>,
}

/// A rewrite in a lint's file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RewriteFile {
    /// A regular expression of whole words.
    pub find: String,
    /// What to put there; `$1` is its first group.
    pub put: String,
}

/// An example in a lint's file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// Name of the kind of document.
    pub kind: String,
    /// A text on which the lint speaks, the words between `«` and `»`.
    #[serde(default)]
    pub fires: Option<String>,
    /// A text on which it is quiet.
    #[serde(default)]
    pub quiet: Option<String>,
    /// What each of its sentences does in an episode: `-` if it is in none, `told` if it plays no role, else its roles
    /// parted by spaces. The story learns from it; nobody need say it.
    #[serde(default)]
    pub roles: Vec<String>,
}

/// Reads a lint's file.
///
/// # Errors
/// When it is no TOML, or a key is missing or unknown.
pub fn read(text: &str) -> Result<LintFile, toml::de::Error> {
    toml::from_str(text)
}
