//! Named pieces of evidence. A cue has a name that people can read (`has exam-fail`, `pair did not`), and a number made
//! of that name, by which the weights are found.

use crate::hash::hash;

/// The number of a cue: a hash of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cue(u64);

/// The first word of a cue's name, which says what sort of cue it is.
#[derive(Clone, Copy, Debug)]
pub struct Tag {
    name: &'static str,
    state: u64,
}

/// Another word of a cue's name, and its hash: the same word is in the names of many cues.
#[derive(Clone, Copy, Debug)]
pub struct Part<'p> {
    text: &'p str,
    hash: u64,
}

impl Tag {
    /// The tag that is written so.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            state: mix(7, hash(name.as_bytes())),
        }
    }

    /// As it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }
}

impl<'p> Part<'p> {
    /// Where a name has no such word.
    pub const NONE: Self = Self::new("");

    /// The word `text`.
    #[must_use]
    pub const fn new(text: &'p str) -> Self {
        Self::hashed(text, hash(text.as_bytes()))
    }

    /// The word `text`, whose hash is known.
    pub(crate) const fn hashed(text: &'p str, hash: u64) -> Self {
        Self { text, hash }
    }

    /// As it is written.
    #[must_use]
    pub fn text(self) -> &'p str {
        self.text
    }

    /// Its hash.
    #[must_use]
    pub fn hash(self) -> u64 {
        self.hash
    }
}

const fn mix(state: u64, part: u64) -> u64 {
    (state ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}

impl Cue {
    /// The cue `tag a b`; parts may be empty.
    #[must_use]
    pub fn new(tag: &str, a: &str, b: &str) -> Self {
        let state = mix(7, hash(tag.as_bytes()));
        Self(mix(mix(state, hash(a.as_bytes())), hash(b.as_bytes())))
    }

    /// The same of parts whose hashes are known.
    #[must_use]
    pub fn of(tag: Tag, a: Part<'_>, b: Part<'_>) -> Self {
        Self(mix(mix(tag.state, a.hash), b.hash))
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
    use super::{Cue, Part, Tag};

    #[test]
    fn a_name_and_its_parts_are_one_cue() {
        assert_eq!(Cue::parse("pair did not"), Cue::new("pair", "did", "not"));
        assert_eq!(Cue::parse("passive"), Cue::new("passive", "", ""));
        assert_eq!(
            Cue::of(Tag::new("pair"), Part::new("did"), Part::new("not")),
            Cue::new("pair", "did", "not")
        );
        assert_ne!(Cue::parse("pair not did"), Cue::parse("pair did not"));
    }
}
