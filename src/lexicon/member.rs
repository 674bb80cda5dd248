//! How a member of a class is written (`lints/words/README.md`), read into slots.

use std::fmt;

use super::digits::split_digits;
use super::inflect::{noun_forms, verb_forms};
use super::spelling::variants;

/// How a class inflects its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Inflect {
    /// Members stand as they are written.
    #[default]
    None,
    /// The first plain word takes the forms of a verb.
    Verb,
    /// The last plain word takes its plural.
    Noun,
}

/// How the letters of a word must be written in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// In any way.
    Any,
    /// All upper case, a plural s aside.
    Upper,
    /// First letter upper case.
    Title,
    /// No upper case.
    Lower,
    /// Mixed, as in `mRECIST`.
    Mixed,
}

/// A folded word and how its letters must be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// The folded word.
    pub word: String,
    /// The demand on its letters.
    pub case: Case,
}

/// One place of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// One of these words; nothing will do too if it is optional.
    Words {
        /// The words, sorted.
        forms: Vec<Form>,
        /// Whether the place may stay empty.
        optional: bool,
    },
    /// A mark of the class with this name.
    Class {
        /// The class's name.
        name: String,
        /// Whether the place may stay empty.
        optional: bool,
    },
    /// Up to so many words of any kind.
    Gap(u8),
    /// The start of the sentence.
    Start,
    /// The end of the sentence.
    End,
}

/// What is wrong with a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberError {
    /// The member as it is written.
    pub member: String,
    /// What is wrong and how to write it.
    pub message: String,
}

impl fmt::Display for MemberError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "'{}': {}", self.member, self.message)
    }
}

impl std::error::Error for MemberError {}

/// Words that a verb class does not inflect although they come first.
const NO_VERBS: [&str; 34] = [
    "i", "we", "you", "he", "she", "it", "they", "my", "our", "the", "a", "an", "to", "not", "never", "no", "and",
    "but", "then", "only", "just", "also", "even", "still", "this", "that", "had", "have", "has", "was", "were",
    "would", "could", "will",
];

/// A written slot before its words take their forms.
struct Draft {
    words: Vec<Written>,
    optional: bool,
}

/// A word as it stands in a slot.
struct Written {
    letters: String,
    inflect: Inflect,
    fixed: bool,
    exact: bool,
}

enum Part {
    Words(Draft),
    Other(Slot),
}

/// Reads `member` of a class that inflects by `inflect`: one row of slots, or several where an alternative is more than
/// one word (`Y90/TACE`).
///
/// # Errors
/// When the member is not written as the format says.
pub fn read(member: &str, inflect: Inflect) -> Result<Vec<Vec<Slot>>, MemberError> {
    spread(member)?
        .iter()
        .map(|row| read_row(member, row, inflect))
        .collect()
}

/// Writes a member out once for each alternative of the slots in which an alternative falls apart into several words.
fn spread(member: &str) -> Result<Vec<Vec<String>>, MemberError> {
    // Slots multiply: a member with ten of them would fill the memory.
    const MOST_ROWS: usize = 256;
    let mut rows = vec![Vec::new()];
    for token in tokens(member) {
        let inner = token.trim_start_matches('(').trim_end_matches(')');
        let alternatives: Vec<&str> = inner.split('/').collect();
        let falls_apart = alternatives.len() > 1
            && alternatives
                .iter()
                .any(|one| read_word(one).is_ok_and(|words| words.len() > 1));
        let written: Vec<String> = if falls_apart {
            alternatives.iter().map(|one| token.replace(inner, one)).collect()
        } else {
            vec![token.to_owned()]
        };
        rows = rows
            .iter()
            .flat_map(|row| {
                written
                    .iter()
                    .map(move |one| row.iter().chain([one]).cloned().collect())
            })
            .collect();
        if rows.len() > MOST_ROWS {
            return Err(MemberError {
                member: member.to_owned(),
                message: format!("its alternatives make more than {MOST_ROWS} phrases: write it as several"),
            });
        }
    }
    Ok(rows)
}

fn read_row(member: &str, row: &[String], inflect: Inflect) -> Result<Vec<Slot>, MemberError> {
    let fail = |message: &str| MemberError {
        member: member.to_owned(),
        message: message.to_owned(),
    };
    let mut parts = Vec::new();
    for token in row {
        read_token(token, &mut parts).map_err(|message| fail(&message))?;
    }
    if !parts.iter().any(|part| match part {
        Part::Words(draft) => !draft.optional,
        Part::Other(Slot::Class { optional, .. }) => !optional,
        Part::Other(_) => false,
    }) {
        return Err(fail("a member needs at least one word or class that is not optional"));
    }
    mark_head(&mut parts, inflect);
    Ok(parts
        .into_iter()
        .map(|part| match part {
            Part::Words(draft) => Slot::Words {
                forms: forms(&draft),
                optional: draft.optional,
            },
            Part::Other(slot) => slot,
        })
        .collect())
}

/// Splits at spaces and hyphens, hyphens inside `<…>` aside.
fn tokens(member: &str) -> impl Iterator<Item = &str> {
    let mut in_class = false;
    member
        .split(move |c: char| {
            match c {
                '<' => in_class = true,
                '>' => in_class = false,
                _ => {}
            }
            c.is_whitespace() || (c == '-' && !in_class)
        })
        // `&` is no word in a draft either.
        .filter(|token| !token.is_empty() && *token != "&")
}

fn read_token(token: &str, parts: &mut Vec<Part>) -> Result<(), String> {
    if let Some(count) = token.strip_prefix("..") {
        let most = if count.is_empty() { Ok(3) } else { count.parse::<u8>() };
        let most = most.ok().filter(|most| (1..=12).contains(most));
        parts.push(Part::Other(Slot::Gap(
            most.ok_or("a gap is '..' or '..N' with N from 1 to 12")?,
        )));
        return Ok(());
    }
    let (optional, inner) = match token.strip_prefix('(') {
        Some(rest) => (
            true,
            rest.strip_suffix(')').ok_or("an opened parenthesis is not closed")?,
        ),
        None => (false, token),
    };
    match inner {
        "^" => parts.push(Part::Other(Slot::Start)),
        "$" => parts.push(Part::Other(Slot::End)),
        _ if inner.starts_with('<') => {
            let name = inner[1..].strip_suffix('>').ok_or("write a class as <name>")?;
            parts.push(Part::Other(Slot::Class {
                name: name.to_owned(),
                optional,
            }));
        }
        _ => {
            let alternatives: Vec<&str> = inner.split('/').collect();
            let mut rows = Vec::new();
            for alternative in &alternatives {
                rows.push(read_word(alternative)?);
            }
            if rows.iter().all(|row| row.len() == 1) {
                parts.push(Part::Words(Draft {
                    words: rows.into_iter().flatten().collect(),
                    optional,
                }));
            } else {
                parts.extend(rows.into_iter().flatten().map(|word| {
                    Part::Words(Draft {
                        words: vec![word],
                        optional,
                    })
                }));
            }
        }
    }
    Ok(())
}

fn read_word(written: &str) -> Result<Vec<Written>, String> {
    let exact = written.starts_with('=');
    let fixed = written.ends_with('!');
    let bare = written.trim_start_matches('=').trim_end_matches('!');
    let (letters, inflect) = match bare.rsplit_once('~') {
        Some((letters, "v")) => (letters, Inflect::Verb),
        Some((letters, "n")) => (letters, Inflect::Noun),
        Some(_) => return Err(format!("'{written}': after '~' stands v or n")),
        None => (bare, Inflect::None),
    };
    let letters = letters.replace(['\u{2019}'], "'").replace('.', "");
    let letters = letters
        .strip_suffix("'s")
        .or(letters.strip_suffix('\''))
        .unwrap_or(&letters);
    let words: Vec<Written> = letters
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .flat_map(split_digits)
        .filter(|part| !part.is_empty())
        .map(|part| Written {
            letters: part.to_owned(),
            inflect,
            fixed,
            exact,
        })
        .collect();
    if words.is_empty() {
        Err(format!("'{written}' holds no letter"))
    } else {
        Ok(words)
    }
}

/// Gives the word that the class inflects its inflection.
fn mark_head(parts: &mut [Part], inflect: Inflect) {
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

fn forms(draft: &Draft) -> Vec<Form> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(member: &str, inflect: Inflect) -> Vec<String> {
        read(member, inflect).unwrap()[0]
            .iter()
            .map(|slot| match slot {
                Slot::Words { forms, optional } => {
                    let forms: Vec<&str> = forms.iter().map(|form| form.word.as_str()).collect();
                    format!("{}{}", forms.join("/"), if *optional { "?" } else { "" })
                }
                Slot::Class { name, .. } => format!("<{name}>"),
                Slot::Gap(most) => format!("..{most}"),
                Slot::Start => "^".to_owned(),
                Slot::End => "$".to_owned(),
            })
            .collect()
    }

    #[test]
    fn the_head_of_a_member_inflects() {
        assert_eq!(
            words("fall short", Inflect::Verb),
            ["fall/fallen/falling/falls/fell", "short"]
        );
        assert_eq!(words("do not pass", Inflect::Verb)[0], "did/do/does/doing/done");
        assert_eq!(words("practice test", Inflect::Noun)[1], "test/tests");
        assert_eq!(words("come up short on <exam>", Inflect::Verb)[4], "<exam>");
    }

    #[test]
    fn hyphens_digits_and_abbreviations_fall_into_slots() {
        assert_eq!(
            words("drug-eluting bead", Inflect::Noun),
            ["drug", "eluting", "bead/beads"]
        );
        assert_eq!(words("PGY1", Inflect::None), ["pgy/pgys", "1"]);
        assert_eq!(words("PM&R", Inflect::None), ["pm/pms", "r"]);
        let rows = read("PE", Inflect::None).unwrap();
        assert!(matches!(&rows[0][0], Slot::Words { forms, .. } if forms[0].case == Case::Upper));
    }

    #[test]
    fn an_alternative_of_several_words_makes_rows() {
        assert_eq!(read("a Y90/TACE (day)", Inflect::None).unwrap().len(), 2);
    }

    #[test]
    fn alternatives_that_multiply_without_end_are_an_error() {
        let error = read(&["Y90/TACE"; 30].join(" "), Inflect::None).unwrap_err();
        assert!(error.message.contains("write it as several"), "{error}");
    }

    #[test]
    fn a_member_that_demands_nothing_is_an_error() {
        assert!(read("(maybe) ..", Inflect::None).is_err());
        assert!(read("fail~x", Inflect::None).is_err());
        assert!(read("<exam", Inflect::None).is_err());
    }
}
