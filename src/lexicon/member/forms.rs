//! The forms of a written word: what it becomes in a draft by inflection, spelling and case.

use super::super::inflect::{noun_forms, verb_forms};
use super::super::spelling::variants;
use super::written::{Draft, Part, Written};
use super::{Case, Form, Inflect};

/// Words that a verb class does not inflect although they come first.
const NO_VERBS: [&str; 34] = [
    "i", "we", "you", "he", "she", "it", "they", "my", "our", "the", "a", "an", "to", "not", "never", "no", "and",
    "but", "then", "only", "just", "also", "even", "still", "this", "that", "had", "have", "has", "was", "were",
    "would", "could", "will",
];

/// Gives the word that the class inflects its inflection.
pub(super) fn mark_head(parts: &mut [Part], inflect: Inflect) {
    let plain = |part: &&mut Part| match part {
        Part::Words(draft) => !draft.optional && !draft.words.iter().any(|word| word.fixed),
        Part::Other(_) => false,
    };
    let head = match inflect {
        Inflect::None => None,
        Inflect::Noun => parts.iter_mut().rev().find(plain),
        Inflect::Verb => parts.iter_mut().filter(plain).find(|part| match part {
            Part::Words(draft) => !draft.words.iter().any(|word| {
                let lower = word.letters.to_lowercase();
                NO_VERBS.contains(&lower.as_str()) || lower.ends_with("ly")
            }),
            Part::Other(_) => false,
        }),
    };
    if let Some(Part::Words(draft)) = head {
        for word in &mut draft.words {
            if word.inflect == Inflect::None {
                word.inflect = inflect;
            }
        }
    }
}

/// All forms of the words of a slot, sorted.
pub(super) fn forms(draft: &Draft) -> Vec<Form> {
    let mut found: Vec<Form> = draft.words.iter().flat_map(forms_of).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn forms_of(written: &Written) -> Vec<Form> {
    let folded = written.letters.to_lowercase();
    if written.exact {
        let case = match (
            written.letters.chars().filter(|c| c.is_uppercase()).count(),
            written.letters.chars().filter(|c| c.is_alphabetic()).count(),
        ) {
            (0, _) => Case::Lower,
            (upper, all) if upper == all => Case::Upper,
            (1, _) if written.letters.starts_with(char::is_uppercase) => Case::Title,
            _ => Case::Mixed,
        };
        return vec![Form { word: folded, case }];
    }
    if is_abbreviation(&written.letters) {
        let mut forms = vec![Form {
            word: folded.clone(),
            case: Case::Upper,
        }];
        if folded.len() > 1 {
            forms.push(Form {
                word: format!("{folded}s"),
                case: Case::Upper,
            });
        }
        if written.inflect == Inflect::Verb {
            forms.extend(verb_forms(&folded).into_iter().map(|word| Form {
                word,
                case: Case::Mixed,
            }));
        }
        return forms;
    }
    let inflected = match written.inflect {
        Inflect::None => vec![folded],
        Inflect::Verb => verb_forms(&folded),
        Inflect::Noun => noun_forms(&folded),
    };
    let spelt: Vec<String> = inflected
        .iter()
        .filter(|word| word.len() > 4)
        .flat_map(|word| variants(word))
        .collect();
    inflected
        .into_iter()
        .chain(spelt)
        .map(|word| Form { word, case: Case::Any })
        .collect()
}

/// An upper-case abbreviation of at most four letters and digits. The pronoun `I` is none.
fn is_abbreviation(letters: &str) -> bool {
    letters != "I"
        && letters.len() <= 4
        && letters.contains(char::is_alphabetic)
        && letters.chars().all(|c| c.is_uppercase() || c.is_numeric())
}
