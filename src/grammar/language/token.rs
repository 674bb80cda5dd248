//! The words of a sentence as the grammar sees them: what each can be, and what it most likely is here.

use std::ops::BitOr;

use super::words::Words;

/// A set of the things that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(u64);

macro_rules! tags {
    ($($name:ident = $bit:expr, $doc:expr;)*) => { impl Tags { $(#[doc = $doc] pub const $name: Self = Self(1 << $bit);)* } };
}

tags! {
    NOUN = 0, "Noun, singular: vein.";
    NOUNS = 1, "Noun, plural: veins.";
    MASS = 2, "Noun that is not counted: advice.";
    NAME = 3, "Name: Smith.";
    NAMES = 4, "Name, plural: Netherlands.";
    BASE = 5, "Verb, bare: go.";
    PRESENT = 6, "Verb, present, not of the third person: go.";
    THIRD = 7, "Verb, present, third person: goes.";
    PAST = 8, "Verb, past: went.";
    ING = 9, "Verb with -ing: going.";
    PARTICIPLE = 10, "Verb, past participle: gone.";
    ADJECTIVE = 11, "Adjective: good.";
    COMPARATIVE = 12, "Adjective, comparative: better.";
    SUPERLATIVE = 13, "Adjective, superlative: best.";
    ADVERB = 14, "Adverb: well.";
    DETERMINER = 15, "Determiner: the, each.";
    PRONOUN = 16, "Pronoun: she, her, someone.";
    POSSESSIVE = 17, "Possessive determiner: my.";
    PREPOSITION = 18, "Preposition or subordinating conjunction: of, because.";
    TO = 19, "The word to.";
    MODAL = 20, "Modal verb: can.";
    AND = 21, "Coordinating conjunction: and.";
    NUMBER = 22, "Numeral: nine, 9.";
    WH = 23, "Question word: who, which, where.";
    EXISTENTIAL = 24, "There, where it only introduces.";
    PARTICLE = 25, "Particle of a verb: up.";
    GENITIVE = 26, "Genitive ending: 's.";
    STOP = 27, "A mark of punctuation.";
    UNKNOWN = 28, "A word that is not in the dictionary.";
    INTERJECTION = 29, "Interjection: oh.";
    NOT = 30, "The negation: not, n't.";
}

impl BitOr for Tags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Tags {
    /// Any noun of the dictionary.
    pub const NOMINAL: Self = Self(0b1_1111);
    /// Any form of a verb, modals aside.
    pub const VERBAL: Self = Self(0b111_1110_0000);
    /// Any verb that may stand without an auxiliary.
    pub const FINITE: Self = Self(0b1_1100_0000);
    /// Any adjective.
    pub const ADJECTIVAL: Self = Self(0b11_1000_0000_0000);

    /// Whether the two share anything.
    #[must_use]
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is nothing besides `other`.
    #[must_use]
    pub fn only(self, other: Self) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }

    /// Whether there is nothing at all.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Adds all of `other`.
    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// What is here without `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What either has.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both have.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The tags that a tag of the dictionary stands for.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        match tag {
            "NN" | "NN:UN" => Self::NOUN,
            "NN:U" => Self::NOUN | Self::MASS,
            "NNS" => Self::NOUNS,
            "NNP" => Self::NAME,
            "NNPS" => Self::NAMES,
            "VB" => Self::BASE,
            "VBP" => Self::PRESENT,
            "VBZ" => Self::THIRD,
            "VBD" => Self::PAST,
            "VBG" => Self::ING,
            "VBN" => Self::PARTICIPLE,
            "JJ" => Self::ADJECTIVE,
            "JJR" => Self::COMPARATIVE,
            "JJS" => Self::SUPERLATIVE,
            "RB" | "RBR" | "RBS" => Self::ADVERB,
            "DT" | "PDT" => Self::DETERMINER,
            "PRP$" => Self::POSSESSIVE,
            "IN" => Self::PREPOSITION,
            "TO" => Self::TO,
            "MD" => Self::MODAL,
            "CC" => Self::AND,
            "CD" => Self::NUMBER,
            "WP" | "WDT" | "WRB" | "WP$" => Self::WH,
            "EX" => Self::EXISTENTIAL,
            "RP" => Self::PARTICLE,
            "POS" => Self::GENITIVE,
            "UH" => Self::INTERJECTION,
            "UNKNOWN" => Self::UNKNOWN,
            _ if tag.starts_with("PRP") => Self::PRONOUN,
            _ => Self::default(),
        }
    }

    /// The tags that a pattern names so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "N" => Self::NOMINAL,
            "N1" => Self::NOUN | Self::MASS,
            "NS" => Self::NOUNS,
            "NAME" => Self::NAME | Self::NAMES,
            "V" => Self::VERBAL,
            "FIN" => Self::FINITE,
            "VB" => Self::BASE,
            "VBP" => Self::PRESENT,
            "VBZ" => Self::THIRD,
            "VBD" => Self::PAST,
            "VBG" => Self::ING,
            "VBN" => Self::PARTICIPLE,
            "JJ" => Self::ADJECTIVAL,
            "JJR" => Self::COMPARATIVE,
            "JJS" => Self::SUPERLATIVE,
            "RB" => Self::ADVERB,
            "DT" => Self::DETERMINER,
            "PRP" => Self::PRONOUN,
            "PRP$" => Self::POSSESSIVE,
            "IN" => Self::PREPOSITION,
            "TO" => Self::TO,
            "MD" => Self::MODAL,
            "CC" => Self::AND,
            "CD" => Self::NUMBER,
            "WH" => Self::WH,
            "EX" => Self::EXISTENTIAL,
            "RP" => Self::PARTICLE,
            "POS" => Self::GENITIVE,
            "NOT" => Self::NOT,
            "PUNCT" | "STOP" => Self::STOP,
            _ => return None,
        })
    }
}

/// The kind of phrase that the chunker sees a word in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// A noun phrase.
    Noun,
    /// A verb phrase.
    Verb,
    /// Anything else, or nothing.
    Other,
}

/// A word, a contraction's part or a mark.
#[derive(Clone, Debug)]
pub struct Token {
    /// As it is written, with straight quotation marks.
    pub text: String,
    /// In small letters; contractions as the words that they stand for where that is sure (`n't` is `not`).
    pub lower: String,
    /// Its first character, counted in characters of the sentence.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// What it most likely is here.
    pub tags: Tags,
    /// What the dictionary says that it can be.
    pub may: Tags,
    /// Its dictionary forms with the tags that each goes with.
    pub lemmas: Vec<(String, Tags)>,
    /// Where the chunker sees it.
    pub chunk: Chunk,
    /// Whether a phrase of the chunker begins with it.
    pub opens: bool,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
}

impl Token {
    /// Whether it is one of these words.
    #[must_use]
    pub fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Whether it stands, as it is written, in this list of the tables.
    #[must_use]
    pub fn is_in(&self, words: &Words, list: &str) -> bool {
        words.has(list, &self.lower)
    }

    /// Whether one of its dictionary forms stands in this list of the tables.
    #[must_use]
    pub fn has_lemma_in(&self, words: &Words, list: &str) -> bool {
        self.lemmas.iter().any(|(lemma, _)| words.has(list, lemma))
    }

    /// Whether one of its dictionary forms as a verb stands in this list of the tables.
    #[must_use]
    pub fn has_verb_in(&self, words: &Words, list: &str) -> bool {
        let is_meant = |(lemma, tags): &(String, Tags)| tags.any(Tags::VERBAL) && words.has(list, lemma);
        self.lemmas.iter().any(is_meant)
    }

    /// Whether it may be a form of a verb of this list here.
    #[must_use]
    pub fn may_be_verb_of(&self, words: &Words, list: &str) -> bool {
        let is_meant =
            |(lemma, tags): &(String, Tags)| tags.any(Tags::VERBAL) && self.tags.any(*tags) && words.has(list, lemma);
        self.lemmas.iter().any(is_meant)
    }

    /// Whether it is a form of a verb of this list here, and no noun.
    #[must_use]
    pub fn is_verb_of(&self, words: &Words, list: &str) -> bool {
        let nominal = self.must(Tags::NOMINAL) || self.chunk == Chunk::Noun && self.can(Tags::NOMINAL);
        self.can(Tags::VERBAL) && !nominal && self.may_be_verb_of(words, list)
    }

    /// Whether it is this word.
    #[must_use]
    pub fn reads(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is probably one of `tags`.
    #[must_use]
    pub fn can(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }

    /// Whether it is surely one of `tags`.
    #[must_use]
    pub fn must(&self, tags: Tags) -> bool {
        self.tags.only(tags)
    }

    /// Its dictionary form as one of `tags`.
    #[must_use]
    pub fn lemma(&self, tags: Tags) -> Option<&str> {
        let fits = |(_, own): &&(String, Tags)| own.any(tags);
        self.lemmas.iter().find(fits).map(|(lemma, _)| lemma.as_str())
    }

    /// Its dictionary form as a verb; the word itself where it is none.
    #[must_use]
    pub fn verb(&self) -> &str {
        self.lemma(Tags::VERBAL | Tags::MODAL).unwrap_or(&self.lower)
    }

    /// Its dictionary form as a noun; the word itself where it is none.
    #[must_use]
    pub fn noun(&self) -> &str {
        self.lemma(Tags::NOMINAL).unwrap_or(&self.lower)
    }

    /// Whether a form of this verb is one that it has here.
    #[must_use]
    pub fn is_verb(&self, lemma: &str) -> bool {
        self.lemmas
            .iter()
            .any(|(own, tags)| own == lemma && tags.any(Tags::VERBAL | Tags::MODAL))
            && self.tags.any(Tags::VERBAL | Tags::MODAL)
    }

    /// Whether it is a form of "be".
    #[must_use]
    pub fn is_be(&self) -> bool {
        self.is(&["am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re"])
            || (self.reads("'s") && self.is_verb("be"))
    }

    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is an abbreviation in capitals: CT, PICCs.
    pub fn is_letters(&self) -> bool {
        let body = self.text.strip_suffix('s').unwrap_or(&self.text);
        body.chars().count() > 1
            && body.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-')
            && body.starts_with(char::is_uppercase)
    }
}
