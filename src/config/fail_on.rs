//! From which severity on findings make a run fail.

use std::fmt;
use std::str::FromStr;

use crate::lints::finding::{Finding, Severity};

/// The mildest finding that makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// Findings of this severity, and graver ones.
    At(Severity),
    /// None.
    Never,
}

impl FailOn {
    /// The names, as configuration and the command line have them.
    pub const NAMES: [&str; 4] = ["error", "warning", "note", "never"];

    /// Whether one of `findings` makes the run fail.
    #[must_use]
    pub fn fails(self, findings: &[Finding]) -> bool {
        match self {
            Self::At(mildest) => findings.iter().any(|finding| finding.severity >= mildest),
            Self::Never => false,
        }
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::At(Severity::Warning)
    }
}

impl fmt::Display for FailOn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(severity) => severity.fmt(out),
            Self::Never => out.write_str("never"),
        }
    }
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        match written {
            "never" => Ok(Self::Never),
            _ => written
                .parse()
                .map(Self::At)
                .map_err(|_| format!("unknown value '{written}': use one of {}", Self::NAMES.join(", "))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written_alike() {
        for name in FailOn::NAMES {
            assert_eq!(
                name.parse::<FailOn>().map(|fail_on| fail_on.to_string()),
                Ok(name.to_owned())
            );
        }
        assert!("always".parse::<FailOn>().unwrap_err().contains("never"));
        assert_eq!(FailOn::default().to_string(), "warning");
    }
}
