//! The word tables of `lints/grammar/`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::GrammarError;

const TABLES: &str = include_str!("../../../lints/grammar/words.toml");
const IRREGULAR: &str = include_str!("../../../lints/grammar/irregular-verbs.txt");
const SOUNDS: &str = include_str!("../../../lints/grammar/sounds.toml");

/// All tables.
#[derive(Debug, Default)]
pub struct Words {
    lists: HashMap<String, HashSet<String>>,
    plurals: HashMap<String, String>,
    singulars: HashMap<String, String>,
    /// Past and participle by the bare form.
    verbs: HashMap<String, (String, String)>,
    /// The bare form by a past, and by a participle.
    pasts: HashMap<String, String>,
    participles: HashMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    plurals: HashMap<String, String>,
    lists: HashMap<String, String>,
}

impl Words {
    /// Reads the tables.
    ///
    /// # Errors
    /// When one is written wrongly.
    pub fn read() -> Result<Self, GrammarError> {
        let mut words = Self::default();
        for (name, text) in [("words.toml", TABLES), ("sounds.toml", SOUNDS)] {
            let file: File = toml::from_str(text).map_err(|error| GrammarError::table(name, &error))?;
            words.plurals.extend(file.plurals);
            let lists = file.lists.into_iter();
            let split = |list: String| list.split_whitespace().map(str::to_owned).collect();
            words.lists.extend(lists.map(|(name, list)| (name, split(list))));
        }
        words.singulars = words.plurals.iter().map(|(one, many)| (many.clone(), one.clone())).collect();
        for line in IRREGULAR.lines().filter(|line| !line.starts_with('#')) {
            let forms: Vec<&str> = line.split_whitespace().collect();
            let [base, past, participle] = forms.as_slice() else {
                return Err(GrammarError::table("irregular-verbs.txt", &line));
            };
            let own = |form: &str| form.to_owned();
            words.verbs.insert(own(base), (own(past), own(participle)));
            words.pasts.insert(own(past), own(base));
            words.participles.insert(own(participle), own(base));
        }
        Ok(words)
    }

    /// Whether a list has a word.
    pub fn has(&self, list: &str, word: &str) -> bool {
        self.lists.get(list).is_some_and(|list| list.contains(word))
    }

    /// Whether there is a list of this name.
    pub fn knows(&self, list: &str) -> bool {
        self.lists.contains_key(list)
    }

    /// The past and the participle of an irregular verb.
    pub fn irregular(&self, base: &str) -> Option<(&str, &str)> {
        self.verbs.get(base).map(|(past, participle)| (past.as_str(), participle.as_str()))
    }

    /// The bare form of an irregular past.
    pub fn base_of_past(&self, past: &str) -> Option<&str> {
        self.pasts.get(past).map(String::as_str)
    }

    /// The bare form of an irregular participle.
    pub fn base_of_participle(&self, participle: &str) -> Option<&str> {
        self.participles.get(participle).map(String::as_str)
    }

    /// The irregular plural of a noun.
    pub fn plural(&self, noun: &str) -> Option<&str> {
        self.plurals.get(noun).map(String::as_str)
    }

    /// The singular of an irregular plural.
    pub fn singular(&self, noun: &str) -> Option<&str> {
        self.singulars.get(noun).map(String::as_str)
    }
}
