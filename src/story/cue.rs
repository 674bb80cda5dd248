//! Named pieces of evidence. A cue has a name that people can read (`has exam-fail`, `pair did not`), and a number made
//! of that name, by which the weights are found.

use super::hash::hash;

/// The number of a cue: a hash of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cue(u64);

impl Cue {
    /// The cue `tag a b`; parts may be empty.
    #[must_use]
    pub fn new(tag: &str, a: &str, b: &str) -> Self {
        let mix = |state: u64, part: &str| {
            (state ^ hash(part.as_bytes()))
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(29)
        };
        Self(mix(mix(mix(7, tag), a), b))
    }

    /// The cue of a written name: up to three words with spaces between.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let mut parts = name.splitn(3, ' ');
        let mut next = || parts.next().unwrap_or_default();
        let (tag, a, b) = (next(), next(), next());
        Self::new(tag, a, b)
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Cue;

    #[test]
    fn a_name_and_its_parts_are_one_cue() {
        assert_eq!(Cue::parse("pair did not"), Cue::new("pair", "did", "not"));
        assert_eq!(Cue::parse("passive"), Cue::new("passive", "", ""));
        assert_ne!(Cue::parse("pair not did"), Cue::parse("pair did not"));
    }
}
