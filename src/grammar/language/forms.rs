//! The forms of verbs, nouns and adjectives.

use super::words::Words;

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// go
    Base,
    /// goes
    Third,
    /// went
    Past,
    /// gone
    Participle,
    /// going
    Ing,
}

/// The form of a verb, given as its dictionary form.
pub fn verb(words: &Words, lemma: &str, form: Form) -> String {
    let own = match (lemma, form) {
        ("be", Form::Third) => Some("is"),
        ("be", Form::Past) => Some("was"),
        ("be", Form::Participle) => Some("been"),
        ("have", Form::Third) => Some("has"),
        (_, Form::Base) => Some(lemma),
        (_, Form::Past) => words.irregular(lemma).map(|(past, _)| past),
        (_, Form::Participle) => words.irregular(lemma).map(|(_, participle)| participle),
        _ => None,
    };
    if let Some(own) = own {
        return own.to_owned();
    }
    match form {
        Form::Third => third(lemma),
        Form::Ing => format!("{}ing", stem_before_ing(words, lemma)),
        _ => match lemma {
            _ if lemma.ends_with('e') => format!("{lemma}d"),
            _ if ends_in_consonant_y(lemma) => format!("{}ied", &lemma[..lemma.len() - 1]),
            _ => format!("{}ed", doubled(words, lemma)),
        },
    }
}

fn third(lemma: &str) -> String {
    match lemma {
        "go" | "do" | "undergo" | "forego" => format!("{lemma}es"),
        _ => plural_of(lemma),
    }
}

fn stem_before_ing(words: &Words, lemma: &str) -> String {
    match lemma {
        "be" | "see" | "agree" | "oversee" | "guarantee" | "flee" | "free" => lemma.to_owned(),
        "lie" | "die" | "tie" => format!("{}y", &lemma[..lemma.len() - 2]),
        _ if lemma.ends_with('e') => lemma[..lemma.len() - 1].to_owned(),
        _ => doubled(words, lemma),
    }
}

/// `stop` as `stopp`: one syllable, one vowel, one consonant; others by a list.
fn doubled(words: &Words, lemma: &str) -> String {
    let letters: Vec<char> = lemma.chars().collect();
    let is_vowel = |c: char| "aeiou".contains(c);
    if let [.., before, vowel, last] = letters.as_slice() {
        let closed = !is_vowel(*last) && !"wxy".contains(*last) && is_vowel(*vowel) && !is_vowel(*before);
        let one = letters.iter().filter(|c| is_vowel(**c)).count() == 1;
        if closed && (one || words.has("doubles-consonant", lemma)) {
            return format!("{lemma}{last}");
        }
    }
    lemma.to_owned()
}

/// The plural of a noun, given as its dictionary form.
pub fn plural(words: &Words, noun: &str) -> String {
    match words.plural(noun) {
        Some(own) => own.to_owned(),
        None if noun.ends_with("man") && noun.len() > 4 && !noun.ends_with("human") => {
            format!("{}en", &noun[..noun.len() - 2])
        }
        None if noun.ends_with("sis") => format!("{}es", &noun[..noun.len() - 2]),
        None => plural_of(noun),
    }
}

fn plural_of(word: &str) -> String {
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        return format!("{word}es");
    }
    if ends_in_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    format!("{word}s")
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('y') && letters.next().is_some_and(|c| !"aeiou".contains(c))
}

/// The adverb of an adjective.
pub fn adverb(adjective: &str) -> String {
    match adjective {
        "good" => "well".to_owned(),
        "fast" | "hard" | "early" | "late" => adjective.to_owned(),
        "whole" => "wholly".to_owned(),
        "true" => "truly".to_owned(),
        _ if adjective.ends_with("ic") => format!("{adjective}ally"),
        _ if adjective.ends_with("le") && adjective.len() > 4 => format!("{}y", &adjective[..adjective.len() - 1]),
        _ if adjective.ends_with('y') => format!("{}ily", &adjective[..adjective.len() - 1]),
        _ if adjective.ends_with("ll") => format!("{adjective}y"),
        _ => format!("{adjective}ly"),
    }
}

/// `replacement` with a capital letter if `original` begins with one.
pub fn cased(replacement: &str, original: &str) -> String {
    let mut letters = replacement.chars();
    match letters.next() {
        Some(first) if original.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => replacement.to_owned(),
    }
}

/// The word with "a" or "an", by its sound.
pub fn with_article(words: &Words, next: &str) -> String {
    let article = if super::sounds::takes_an(words, next) == Some(true) {
        "an"
    } else {
        "a"
    };
    format!("{article} {next}")
}
