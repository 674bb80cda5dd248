//! What a threshold of a lint measures, and so which numbers it can be set to.

/// What a threshold measures. Its name and the number in the lint's file tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many: a whole number.
    Count,
    /// A part of a whole: a chance, or a threshold whose own number is below 1.
    Share,
}

impl Measure {
    /// What the threshold called `name` measures, whose number in the lint's file is `own`.
    #[must_use]
    pub fn of(name: &str, own: f64) -> Self {
        if matches!(name, "certainty" | "high") || (own < 1.0 && own > 0.0) {
            Self::Share
        } else {
            Self::Count
        }
    }

    /// Whether a threshold of this measure can be `value`.
    #[must_use]
    pub fn allows(self, value: f64) -> bool {
        value >= 0.0
            && match self {
                Self::Count => value.fract() == 0.0,
                Self::Share => value <= 1.0,
            }
    }

    /// What it can be, in words.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::Count => "write a whole number, 0 or more",
            Self::Share => "write a number from 0 to 1",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn name_and_number_tell_what_is_measured() {
        assert_eq!(Measure::of("share-other", 0.6), Measure::Share);
        assert_eq!(Measure::of("share-sentences", 3.0), Measure::Count);
        assert_eq!(Measure::of("high", 1.0), Measure::Share);
    }

    #[test]
    fn numbers_that_mean_nothing_are_not_allowed() {
        assert!(Measure::Count.allows(3.0) && !Measure::Count.allows(2.5) && !Measure::Count.allows(-1.0));
        assert!(Measure::Share.allows(0.5) && !Measure::Share.allows(16.7));
    }
}
