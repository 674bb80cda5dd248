//! What sort of document a draft is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The kind of a document: which lints apply and which limits (catalogue, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The essay, for one specialty.
    PersonalStatement,
    /// A short factual explanation: ERAS Additional Information, the interruption box and their siblings.
    AdditionalInformation,
    /// One experience entry.
    Experience,
    /// A prepared spoken answer.
    InterviewAnswer,
}

impl Kind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 4] = [
        Self::PersonalStatement,
        Self::AdditionalInformation,
        Self::Experience,
        Self::InterviewAnswer,
    ];

    /// The name people write in front matter, configuration and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PersonalStatement => "personal-statement",
            Self::AdditionalInformation => "additional-information",
            Self::Experience => "experience",
            Self::InterviewAnswer => "interview-answer",
        }
    }

    /// The kind that a file's name tells, if it tells one: `my-personal-statement.md`, `Additional Information.txt`,
    /// `interview_gap.md`, `experience-3.md`. The folder does not count.
    #[must_use]
    pub fn from_file_name(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_lowercase();
        let has = |part: &str| name.contains(part);
        if has("personal") && has("statement") {
            Some(Self::PersonalStatement)
        } else if has("additional") || has("interruption") {
            Some(Self::AdditionalInformation)
        } else if has("interview") {
            Some(Self::InterviewAnswer)
        } else if has("experience") {
            Some(Self::Experience)
        } else {
            None
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// A word that names no kind of document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKind {
    /// The word as it was written.
    pub written: String,
}

impl fmt::Display for UnknownKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Kind::ALL.map(Kind::name).join(", ");
        write!(out, "unknown document kind '{}': use one of {names}", self.written)
    }
}

impl std::error::Error for UnknownKind {}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let name = written.trim().to_lowercase().replace(['_', ' '], "-");
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| UnknownKind {
                written: written.trim().to_owned(),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_the_kind() {
        assert_eq!(
            Kind::from_file_name("d/My Personal Statement v3.md"),
            Some(Kind::PersonalStatement)
        );
        assert_eq!(
            Kind::from_file_name("additional-info.txt"),
            Some(Kind::AdditionalInformation)
        );
        assert_eq!(
            Kind::from_file_name("interview/why-ir.md"),
            None,
            "the folder does not count"
        );
        assert_eq!(Kind::from_file_name("statement.md"), None);
    }

    #[test]
    fn kinds_read_as_people_write_them() {
        assert_eq!("Personal Statement".parse(), Ok(Kind::PersonalStatement));
        let error = "letter".parse::<Kind>().unwrap_err();
        assert!(error.to_string().contains("interview-answer"));
    }
}
