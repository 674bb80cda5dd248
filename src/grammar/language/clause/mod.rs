//! A sentence as phrases and verb groups, and which phrase is the subject of which verb.

mod left;
mod onward;
mod place;
mod subject;

use crate::grammar::Slip;

use super::forms::{self, Form};
use super::phrase::{self, Phrase};
use super::token::{Tags, Token};
use super::verb_group::{self, Group};
use super::words::Words;

pub use onward::Onward;
pub use subject::Subject;

/// A sentence, read.
pub struct Sentence<'t> {
    /// Its tokens.
    pub tokens: &'t [Token],
    /// The tables.
    pub words: &'t Words,
    /// Its noun phrases.
    pub phrases: Vec<Phrase>,
    /// Its verb groups.
    pub groups: Vec<Group>,
}

impl<'t> Sentence<'t> {
    /// Reads the phrases and groups of a sentence.
    pub fn read(tokens: &'t [Token], words: &'t Words) -> Self {
        Self {
            tokens,
            words,
            phrases: phrase::phrases(tokens, words),
            groups: verb_group::groups(tokens),
        }
    }

    /// The phrase that ends before token `at`.
    pub fn phrase_ending(&self, at: usize) -> Option<&Phrase> {
        self.phrases.iter().find(|phrase| phrase.end == at)
    }

    /// The phrase that ends before a verb group, or before the adverbs in front of it.
    pub fn phrase_before(&self, group: &Group) -> Option<&Phrase> {
        let mut end = group.first;
        while self.before(end).is_some_and(|before| before.must(Tags::ADVERB)) {
            end -= 1;
        }
        self.phrase_ending(end)
    }

    /// The phrase that begins with token `at`.
    pub fn phrase_starting(&self, at: usize) -> Option<&Phrase> {
        self.phrases.iter().find(|phrase| phrase.start == at)
    }

    /// The verb group that ends before token `at`.
    pub fn group_ending(&self, at: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.end == at)
    }

    /// The verb group that holds token `at`.
    pub fn group_holding(&self, at: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.start <= at && at < group.end)
    }

    /// The verb group that begins with token `at`.
    pub fn group_starting(&self, at: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.start == at)
    }

    /// The verb groups that have a tense of their own.
    pub fn finite(&self) -> impl DoubleEndedIterator<Item = &Group> {
        self.groups.iter().filter(|group| group.is_finite())
    }

    /// Whether a verb with a tense of its own begins at token `at`.
    pub fn is_finite_at(&self, at: usize) -> bool {
        self.finite().any(|group| group.start == at)
    }

    /// A form of a verb, given as its dictionary form.
    pub fn form(&self, lemma: &str, form: Form) -> String {
        forms::verb(self.words, lemma, form)
    }

    /// A slip over the tokens from `start` up to, not including, `end`.
    pub fn slip(
        &self,
        rule: &str,
        start: usize,
        end: usize,
        message: impl Into<String>,
        replacements: Vec<String>,
    ) -> Slip {
        let (first, last) = (&self.tokens[start], &self.tokens[end.max(start + 1) - 1]);
        let cased = replacements.into_iter().map(|put| forms::cased(&put, &first.text));
        Slip {
            rule: rule.to_owned(),
            place: first.start..last.end,
            message: message.into(),
            replacements: cased.collect(),
        }
    }

    /// A slip at one token, with one wording to put there.
    pub fn slip_at(&self, rule: &str, at: usize, message: impl Into<String>, put: impl Into<String>) -> Slip {
        self.slip(rule, at, at + 1, message, vec![put.into()])
    }
}
