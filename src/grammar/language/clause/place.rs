//! What stands where in a sentence.

use super::Sentence;
use crate::grammar::language::token::{Tags, Token};

impl Sentence<'_> {
    /// The tokens from `start` up to, not including, `end`; none where there are none.
    pub fn span(&self, start: usize, end: usize) -> &[Token] {
        self.tokens.get(start..end.min(self.tokens.len())).unwrap_or_default()
    }

    /// The token `at`, if there is one.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The token before `at`, if there is one.
    pub fn before(&self, at: usize) -> Option<&Token> {
        at.checked_sub(1).and_then(|before| self.tokens.get(before))
    }

    /// The tokens from `at` on, as many as the pattern wants; none where the sentence ends before.
    pub fn row<const N: usize>(&self, at: usize) -> Option<&[Token; N]> {
        self.tokens.get(at..)?.first_chunk()
    }

    /// The text of the tokens from `start` up to, not including, `end`.
    pub fn text(&self, start: usize, end: usize) -> String {
        let words: Vec<&str> = self.span(start, end).iter().map(|token| token.text.as_str()).collect();
        words.join(" ")
    }

    /// Whether token `at` is one of these words.
    pub fn at_is(&self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| token.is(words))
    }

    /// Whether token `at` stands in this list of the tables.
    pub fn at_in(&self, at: usize, list: &str) -> bool {
        self.get(at).is_some_and(|token| token.is_in(self.words, list))
    }

    /// Whether token `at` is probably one of `tags`.
    pub fn at_can(&self, at: usize, tags: Tags) -> bool {
        self.get(at).is_some_and(|token| token.can(tags))
    }

    /// Whether the token before `at` is one of these words.
    pub fn before_is(&self, at: usize, words: &[&str]) -> bool {
        self.before(at).is_some_and(|token| token.is(words))
    }

    /// Whether the token before `at` stands in this list of the tables.
    pub fn before_in(&self, at: usize, list: &str) -> bool {
        self.before(at).is_some_and(|token| token.is_in(self.words, list))
    }

    /// Whether the token before `at` is probably one of `tags`.
    pub fn before_can(&self, at: usize, tags: Tags) -> bool {
        self.before(at).is_some_and(|token| token.can(tags))
    }

    /// Whether one of these words is among the tokens from `start` up to, not including, `end`.
    pub fn any_is(&self, start: usize, end: usize, words: &[&str]) -> bool {
        self.span(start, end).iter().any(|token| token.is(words))
    }

    /// Whether a word of this list of the tables is among the tokens from `start` up to, not including, `end`.
    pub fn any_in(&self, start: usize, end: usize, list: &str) -> bool {
        self.span(start, end).iter().any(|token| token.is_in(self.words, list))
    }

    /// Whether a title stands before the name at token `at`: "Dr. Reyes".
    pub fn is_titled(&self, at: usize) -> bool {
        at > 1 && self.before_is(at, &["."]) && self.before_is(at - 1, &["dr", "mr", "mrs", "ms", "prof"])
    }

    /// The first comma.
    pub fn comma(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.reads(","))
    }

    /// Whether the sentence ends with a question mark.
    pub fn is_question(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.reads("?"))
    }
}
