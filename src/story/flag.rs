//! The sorts of red flags (catalogue, section 1).

use std::fmt;

use crate::lexicon::{Class, class};

/// What kind of red flag an episode tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    /// An exam was failed.
    ExamFailure,
    /// An exam took several attempts.
    MultipleAttempts,
    /// A score is low.
    LowScore,
    /// Time without training, told as such.
    Gap,
    /// A leave of absence.
    Leave,
    /// A course or rotation was remediated or a year repeated.
    Remediation,
    /// Academic probation.
    Probation,
    /// A professionalism or disciplinary matter.
    Professionalism,
    /// Copied words.
    Plagiarism,
    /// Applied, trained in or committed to another field before.
    SpecialtySwitch,
    /// An unsuccessful match.
    Reapplication,
    /// US clinical experience late or missing.
    LateUsce,
    /// Withdrawn from or left a program or course.
    Withdrawal,
    /// A conviction.
    Conviction,
    /// Something else in the applicant's record.
    Other,
}

impl Flag {
    /// All flags.
    pub const ALL: [Self; 15] = [
        Self::ExamFailure,
        Self::MultipleAttempts,
        Self::LowScore,
        Self::Gap,
        Self::Leave,
        Self::Remediation,
        Self::Probation,
        Self::Professionalism,
        Self::Plagiarism,
        Self::SpecialtySwitch,
        Self::Reapplication,
        Self::LateUsce,
        Self::Withdrawal,
        Self::Conviction,
        Self::Other,
    ];

    /// The flag of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.name() == name)
    }

    /// The name on the wire and in labels.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ExamFailure => "exam-failure",
            Self::MultipleAttempts => "multiple-attempts",
            Self::LowScore => "low-score",
            Self::Gap => "gap",
            Self::Leave => "leave",
            Self::Remediation => "remediation",
            Self::Probation => "probation",
            Self::Professionalism => "professionalism",
            Self::Plagiarism => "plagiarism",
            Self::SpecialtySwitch => "specialty-switch",
            Self::Reapplication => "reapplication",
            Self::LateUsce => "late-usce",
            Self::Withdrawal => "withdrawal",
            Self::Conviction => "conviction",
            Self::Other => "other",
        }
    }

    /// How a message speaks of it.
    #[must_use]
    pub fn spoken(self) -> &'static str {
        match self {
            Self::ExamFailure => "the failed exam",
            Self::MultipleAttempts => "the several attempts",
            Self::LowScore => "the low score",
            Self::Gap => "the gap",
            Self::Leave => "the leave",
            Self::Remediation => "the remediation",
            Self::Probation => "the probation",
            Self::Professionalism => "the professionalism matter",
            Self::Plagiarism => "the plagiarism",
            Self::SpecialtySwitch => "the earlier specialty",
            Self::Reapplication => "the unsuccessful match",
            Self::LateUsce => "the late US experience",
            Self::Withdrawal => "the withdrawal",
            Self::Conviction => "the conviction",
            Self::Other => "this red flag",
        }
    }

    /// The flags that are one story when told together.
    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Self::ExamFailure | Self::MultipleAttempts | Self::LowScore => Family::Exam,
            Self::Gap | Self::Leave => Family::Time,
            Self::Remediation
            | Self::Probation
            | Self::Professionalism
            | Self::Plagiarism
            | Self::Conviction
            | Self::Withdrawal
            | Self::Other => Family::Conduct,
            Self::SpecialtySwitch | Self::Reapplication => Family::Path,
            Self::LateUsce => Family::Usce,
        }
    }

    /// Whether it is time away: a gap or a leave.
    #[must_use]
    pub fn is_time(self) -> bool {
        self.family() == Family::Time
    }

    /// The flag that a mark of `class` tells, if it tells one.
    #[must_use]
    pub fn told_by(class: Class) -> Option<Self> {
        Some(match class {
            class::EXAM_FAIL | class::EXAM_FAIL_SURE => Self::ExamFailure,
            class::MULTIPLE_ATTEMPTS | class::EXAM_RETAKE => Self::MultipleAttempts,
            class::LOW_SCORE => Self::LowScore,
            class::GAP_NOUN | class::GAP_VERB => Self::Gap,
            class::LEAVE_NOUN | class::LEAVE_VERB => Self::Leave,
            class::REMEDIATION | class::REPEAT_YEAR | class::DELAY => Self::Remediation,
            class::PROBATION => Self::Probation,
            class::PROFESSIONALISM | class::DISCIPLINE => Self::Professionalism,
            class::PLAGIARISM => Self::Plagiarism,
            class::SWITCH_VERB | class::FIRST_CHOICE | class::EARLIER_TRAINING | class::SWITCH_REGRET => {
                Self::SpecialtySwitch
            }
            class::UNMATCHED | class::REAPPLY | class::PARTIAL_MATCH => Self::Reapplication,
            class::LATE_USCE => Self::LateUsce,
            class::WITHDRAWAL | class::DISMISSAL => Self::Withdrawal,
            class::CONVICTION => Self::Conviction,
            _ => return None,
        })
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// Flags that are told as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Exams and scores.
    Exam,
    /// Gaps and leaves.
    Time,
    /// Academic and professionalism matters: remediation, probation, withdrawal, plagiarism, conviction.
    Conduct,
    /// Specialty switches and unsuccessful matches.
    Path,
    /// US clinical experience.
    Usce,
}

impl Family {
    /// All families.
    pub const ALL: [Self; 5] = [Self::Exam, Self::Time, Self::Conduct, Self::Path, Self::Usce];

    /// The name, as the table of weights has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exam => "exam",
            Self::Time => "time",
            Self::Conduct => "conduct",
            Self::Path => "path",
            Self::Usce => "usce",
        }
    }

    /// The flag of the family where nothing says which.
    #[must_use]
    pub fn usual(self) -> Flag {
        match self {
            Self::Exam => Flag::ExamFailure,
            Self::Time => Flag::Gap,
            Self::Conduct => Flag::Professionalism,
            Self::Path => Flag::SpecialtySwitch,
            Self::Usce => Flag::LateUsce,
        }
    }
}
