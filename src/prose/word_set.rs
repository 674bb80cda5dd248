//! A few words that the code knows by heart.

use crate::hash::hash;

/// Words, and a quick look that most other words do not pass: which lengths and which last letters there are for each first
/// letter.
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    looks: [Look; 26],
    /// The number of a word plus one by its hash, or in the next place that is free; 0 where no word stands.
    places: [u8; PLACES],
}

/// More than twice as many as a set has words.
const PLACES: usize = 256;

/// One bit for each length, and one for each last letter.
#[derive(Debug, Clone, Copy)]
struct Look {
    lengths: u32,
    ends: u32,
}

impl WordSet {
    /// A set of folded words; each begins with a letter of the English alphabet.
    ///
    /// # Panics
    /// When there are too many words, or one begins otherwise. Sets are made when the program is built.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "there are fewer words than places")]
    pub const fn new(words: &'static [&'static str]) -> Self {
        assert!(words.len() < PLACES / 2);
        let mut places = [0; PLACES];
        let mut looks = [Look { lengths: 0, ends: 0 }; 26];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            let look = &mut looks[(word[0] - b'a') as usize];
            look.lengths |= 1 << (word.len() % 32);
            look.ends |= 1 << (word[word.len() - 1] % 32);
            let mut place = place(hash(word));
            while places[place] != 0 {
                place = (place + 1) % PLACES;
            }
            at += 1;
            places[place] = at as u8;
        }
        Self { words, looks, places }
    }

    /// Whether `word`, folded, is one of them.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        let (Some(first), Some(last)) = (word.as_bytes().first(), word.as_bytes().last()) else {
            return false;
        };
        let Some(look) = self.looks.get(usize::from(first.wrapping_sub(b'a'))) else {
            return false;
        };
        look.lengths >> (word.len() % 32) & look.ends >> (last % 32) & 1 == 1 && self.holds(word)
    }

    fn holds(&self, word: &str) -> bool {
        let mut place = place(hash(word.as_bytes()));
        while let Some(number) = usize::from(self.places[place]).checked_sub(1) {
            if self.words[number] == word {
                return true;
            }
            place = (place + 1) % PLACES;
        }
        false
    }
}

/// The first place where a word of this hash may stand.
#[allow(clippy::cast_possible_truncation, reason = "the lowest bits are asked for")]
const fn place(hash: u64) -> usize {
    hash as usize % PLACES
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
