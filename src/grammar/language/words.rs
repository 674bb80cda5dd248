//! The word tables of `lints/grammar/`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::GrammarError;

const TABLES: &str = include_str!("../../../lints/grammar/words.toml");
const GUARDS: &str = include_str!("../../../lints/grammar/guards.toml");
const IRREGULAR: &str = include_str!("../../../lints/grammar/irregular-verbs.txt");
const COUNTED: &str = include_str!("../../../lints/grammar/counted-nouns.txt");
const BARE: &str = include_str!("../../../lints/grammar/bare-nouns.txt");
const PREPOSITIONS: &str = include_str!("../../../lints/grammar/prepositions.txt");
const SOUNDS: &str = include_str!("../../../lints/grammar/sounds.toml");

/// The kind of a word that takes a preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// proud of
    Adjective,
    /// a need for
    Noun,
    /// depend on
    Verb,
    /// accuse somebody of
    VerbWithObject,
}

/// The preposition that a word takes.
#[derive(Clone, Debug)]
pub struct Governed {
    /// What the word is.
    pub part: Part,
    /// The preposition.
    pub right: String,
    /// Those that are written for it.
    pub wrong: Vec<String>,
}

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
    prepositions: HashMap<String, Vec<Governed>>,
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
        for (name, text) in [("words.toml", TABLES), ("guards.toml", GUARDS), ("sounds.toml", SOUNDS)] {
            let file: File = toml::from_str(text).map_err(|error| super::unreadable(name, &error))?;
            words.plurals.extend(file.plurals);
            let lists = file.lists.into_iter();
            let split = |list: String| list.split_whitespace().map(str::to_owned).collect();
            words.lists.extend(lists.map(|(name, list)| (name, split(list))));
        }
        words.singulars = words
            .plurals
            .iter()
            .map(|(one, many)| (many.clone(), one.clone()))
            .collect();
        for line in IRREGULAR.lines().filter(|line| !line.starts_with('#')) {
            let forms: Vec<&str> = line.split_whitespace().collect();
            let [base, past, participle] = forms.as_slice() else {
                return Err(super::unreadable("irregular-verbs.txt", &line));
            };
            let own = |form: &str| form.to_owned();
            words.verbs.insert(own(base), (own(past), own(participle)));
            words.pasts.insert(own(past), own(base));
            words.participles.insert(own(participle), own(base));
        }
        for (name, text) in [("counted", COUNTED), ("bare-pairs", BARE)] {
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            words.lists.insert(name.to_owned(), lines.map(str::to_owned).collect());
        }
        words.read_prepositions()?;
        Ok(words)
    }

    fn read_prepositions(&mut self) -> Result<(), GrammarError> {
        for line in PREPOSITIONS
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let [part, word, right, wrong @ ..] = fields.as_slice() else {
                return Err(super::unreadable("prepositions.txt", &line));
            };
            let (word, object) = match word.strip_suffix("-x") {
                Some(word) => (word, true),
                None => (*word, false),
            };
            let part = match (*part, object) {
                ("adj", false) => Part::Adjective,
                ("noun", false) => Part::Noun,
                ("verb", false) => Part::Verb,
                ("verb", true) => Part::VerbWithObject,
                _ => return Err(super::unreadable("prepositions.txt", &line)),
            };
            let wrong = wrong.iter().map(|word| (*word).to_owned()).collect();
            let governed = Governed {
                part,
                right: (*right).to_owned(),
                wrong,
            };
            self.prepositions.entry(word.to_owned()).or_default().push(governed);
        }
        Ok(())
    }

    /// The prepositions that a word takes.
    pub fn governed(&self, word: &str) -> &[Governed] {
        self.prepositions.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a list has a word.
    pub fn has(&self, list: &str, word: &str) -> bool {
        debug_assert!(self.knows(list), "there is no list '{list}'");
        self.lists.get(list).is_some_and(|list| list.contains(word))
    }

    /// The other half of a pair such as confidence/confident: the second, if the token is the first, or the reverse.
    pub fn other(&self, token: &super::token::Token, list: &str, is_first: bool) -> Option<&str> {
        let halves = self.lists.get(list)?.iter().filter_map(|pair| pair.split_once('/'));
        let mut halves = halves.map(|(first, second)| if is_first { (first, second) } else { (second, first) });
        halves.find(|(own, _)| *own == token.lower).map(|(_, other)| other)
    }

    /// Whether there is a list of this name.
    pub fn knows(&self, list: &str) -> bool {
        self.lists.contains_key(list)
    }

    /// The past and the participle of an irregular verb.
    pub fn irregular(&self, base: &str) -> Option<(&str, &str)> {
        self.verbs
            .get(base)
            .map(|(past, participle)| (past.as_str(), participle.as_str()))
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
