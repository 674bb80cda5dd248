//! A few words that the code knows by heart.

/// Words, and a quick look that most other words do not pass: which lengths there are for each first letter.
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    lengths: [u32; 26],
}

impl WordSet {
    /// A set of folded words; each begins with a letter of the English alphabet.
    #[must_use]
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut lengths = [0; 26];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            lengths[(word[0] - b'a') as usize] |= 1 << (word.len() % 32);
            at += 1;
        }
        Self { words, lengths }
    }

    /// Whether `word`, folded, is one of them.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        let first = word
            .bytes()
            .next()
            .map_or(usize::MAX, |first| usize::from(first.wrapping_sub(b'a')));
        let lengths = self.lengths.get(first).copied().unwrap_or_default();
        lengths >> (word.len() % 32) & 1 == 1 && self.words.contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn words_of_a_set_are_known_and_others_are_not() {
        static SET: WordSet = WordSet::new(&["may", "march"]);
        assert!(SET.has("may") && SET.has("march"));
        for other in ["", "mar", "map", "june", "2019", "\u{e9}t\u{e9}"] {
            assert!(!SET.has(other), "{other}");
        }
    }
}
