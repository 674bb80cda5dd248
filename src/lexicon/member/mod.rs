//! How a member of a class is written (`lints/words/README.md`), read into slots.

mod forms;
mod written;

use std::fmt;

use forms::{forms, mark_head};
use written::{Part, read_token, spread};

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
