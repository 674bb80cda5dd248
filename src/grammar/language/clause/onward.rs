//! The way from a subject onward to its verb, over all that hangs on the subject: phrases, relative clauses, parentheses.

use super::Sentence;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::{Tags, Token};
use crate::grammar::language::verb_group::{Group, Tense};

/// Pronouns with which a clause begins that hangs on a noun: "the reasons I stayed".
const SUBJECTS: [&str; 7] = ["i", "we", "he", "she", "they", "you", "it"];

/// How far a parenthesis is seen through.
const LONGEST: usize = 20;

/// Where the way has come.
pub struct Onward<'s, 't> {
    sentence: &'s Sentence<'t>,
    /// Where the subject begins, and the token after it.
    subject: (usize, usize),
    /// The token that is looked at next.
    at: usize,
    /// How many clauses hang on what was passed whose verb has not come yet.
    open: usize,
    /// Whether such a clause has been.
    inside: bool,
    /// Whether what was taken for a participle may have been the verb.
    reduced: bool,
    /// Whether a noun came last.
    after_noun: bool,
    /// How many the subject means.
    number: Number,
}

impl<'s, 't> Onward<'s, 't> {
    /// Begins after a phrase that is a subject.
    pub fn from(sentence: &'s Sentence<'t>, phrase: &Phrase, number: Number) -> Self {
        Self::after(sentence, (phrase.start, phrase.end), number)
    }

    /// Begins after a verb that is the subject: "knowing the segments".
    pub fn from_gerund(sentence: &'s Sentence<'t>, end: usize) -> Self {
        Self {
            after_noun: false,
            ..Self::after(sentence, (0, end), Number::One)
        }
    }

    fn after(sentence: &'s Sentence<'t>, subject: (usize, usize), number: Number) -> Self {
        Self {
            sentence,
            subject,
            at: subject.1,
            open: 0,
            inside: false,
            reduced: false,
            after_noun: true,
            number,
        }
    }

    /// Begins inside a clause that is the subject itself, after its first word: "what struck me".
    pub fn from_clause(sentence: &'s Sentence<'t>, end: usize) -> Self {
        Self {
            open: 1,
            ..Self::from_gerund(sentence, end)
        }
    }

    /// The verb of the subject, and how many the subject means; none where either can not be told.
    pub fn verb(mut self) -> Option<(&'s Group, Number)> {
        let sentence = self.sentence;
        while let Some(token) = sentence.get(self.at) {
            if let Some(group) = sentence.group_starting(self.at) {
                let is_own = group.is_finite() && self.open == 0 && !self.is_reduced(group);
                if is_own {
                    return Some((group, self.number));
                }
                self.pass_verb(group)?;
            } else if let Some(phrase) = sentence.phrase_starting(self.at) {
                self.pass_phrase(phrase)?;
            } else {
                self.pass_word(token)?;
            }
        }
        None
    }

    /// "The skills required for it": a participle that hangs on the noun, and looks like a past.
    fn is_reduced(&self, group: &Group) -> bool {
        let verb = &self.sentence.tokens[group.first];
        let next = self.sentence.get(group.end);
        group.is_single()
            && group.tense == Tense::Past
            && verb.may.any(Tags::PARTICIPLE)
            && !self.sentence.words.has("thinks", verb.verb())
            && next.is_some_and(|next| next.can(Tags::PREPOSITION | Tags::TO | Tags::ADVERB) || next.reads("by"))
    }

    fn pass_verb(&mut self, group: &Group) -> Option<()> {
        let finite = group.is_finite();
        let next = self.sentence.get(group.end)?;
        let lemma = self.sentence.tokens[group.main].verb();
        let ends = self.sentence.is_finite_at(group.end)
            || next.can(Tags::PREPOSITION | Tags::STOP | Tags::AND | Tags::ADJECTIVAL);
        if self.sentence.words.has("thinks", lemma) && !ends {
            // "The man who says my results are": whose verb comes next can not be told.
            return None;
        }
        if finite && self.open > 0 {
            self.open -= 1;
            self.inside = true;
        } else if finite {
            self.reduced = true;
        }
        self.at = group.end;
        self.after_noun = false;
        Some(())
    }

    fn pass_phrase(&mut self, phrase: &Phrase) -> Option<()> {
        let first = self.sentence.get(phrase.start)?;
        let determined =
            first.can(Tags::DETERMINER | Tags::POSSESSIVE) || first.is_in(self.sentence.words, "pronoun-determiners");
        if first.reads("whose") {
            self.open += 1;
        } else if self.after_noun && self.open == 0 && (first.is(&SUBJECTS) || determined && !self.inside) {
            // "The reasons I stayed", "the drains the fellows placed".
            self.open += 1;
        }
        self.at = phrase.end;
        self.after_noun = true;
        Some(())
    }

    fn pass_word(&mut self, token: &Token) -> Option<()> {
        if token.can(Tags::WH) || token.reads("that") {
            self.open += 1;
        } else if token.reads(",") {
            return self.pass_comma();
        } else if token.is(&["and", "or", "nor", "but", "&"]) {
            return self.pass_and();
        } else if token.can(Tags::STOP) || token.is(&["later", "ago", "earlier", "before", "there"]) {
            // "Two coils later": no subject.
            return None;
        } else if token.is_in(self.sentence.words, "clause-or-phrase") {
            self.pass_subordinator()?;
        } else if token.is_in(self.sentence.words, "opens-adverbial-clause") {
            return None;
        }
        self.at += 1;
        self.after_noun = false;
        Some(())
    }

    /// "Since I came" is a clause, "since the war" none; "since the war has" can be either.
    fn pass_subordinator(&mut self) -> Option<()> {
        let Some(phrase) = self.sentence.phrase_starting(self.at + 1) else {
            return Some(());
        };
        if self.sentence.at_is(self.at + 1, &SUBJECTS) {
            self.open += 1;
            return Some(());
        }
        // "As a line cook has": the verb is not the cook's; "as a welder enjoys" can be.
        let role = self.sentence.at_is(self.at, &["as"])
            && self.sentence.at_is(phrase.start, &["a", "an"])
            && self
                .sentence
                .at_is(phrase.end, &["is", "are", "was", "were", "has", "have"]);
        (role || !self.sentence.is_finite_at(phrase.end)).then_some(())
    }

    fn pass_comma(&mut self) -> Option<()> {
        let (sentence, open) = (self.sentence, self.at);
        let first = sentence.get(open + 1)?;
        let in_number = first.can(Tags::NUMBER) && !first.spaced && sentence.before_can(open, Tags::NUMBER);
        if in_number || self.joins_kinds() {
            self.at += 1;
            return Some(());
        }
        let begins = first.is_in(sentence.words, "opens-parenthesis")
            || first.can(Tags::ADVERB | Tags::PREPOSITION | Tags::WH)
            || first.must(Tags::ING | Tags::PARTICIPLE | Tags::PAST | Tags::SUPERLATIVE);
        if !begins || first.is(&["and", "but", "or", "so", "because", "if"]) || first.is(&SUBJECTS) {
            return None;
        }
        let last = (open + LONGEST).min(sentence.tokens.len());
        let close = (open + 2..last).find(|at| sentence.tokens[*at].reads(",") && self.is_verb_after(at + 1))?;
        if first.is(&["the", "my", "his", "her", "our", "their"]) && self.number == Number::One {
            // A second subject, or the first one again.
            self.number = Number::Either;
        }
        self.at = close + 1;
        self.after_noun = false;
        Some(())
    }

    /// Whether a verb comes at token `at`, adverbs aside.
    fn is_verb_after(&self, mut at: usize) -> bool {
        while self.sentence.get(at).is_some_and(|token| token.must(Tags::ADVERB)) {
            at += 1;
        }
        self.sentence.is_finite_at(at)
    }

    /// "The combination of", "the distance between": what follows joins others, and not itself.
    fn joins_kinds(&self) -> bool {
        let (start, end) = self.subject;
        let head = self
            .sentence
            .before(end)
            .is_some_and(|head| head.is_in(self.sentence.words, "joining-nouns"));
        head && self.sentence.any_is(start, self.at, &["of", "between", "from", "with"])
    }

    fn pass_and(&mut self) -> Option<()> {
        let sentence = self.sentence;
        let (at, and) = (self.at, &sentence.tokens[self.at]);
        if self.is_verb_after(at + 1) {
            return None;
        }
        let next = sentence.phrase_starting(at + 1);
        if self.reduced || next.is_some_and(|next| next.is_pronoun && at != self.subject.1) {
            return None;
        }
        let each = sentence.at_is(self.subject.0, &["each", "every", "no"]);
        let determined = !each
            && next.is_some_and(|next| next.determiner == Some(next.start) || next.is_name && next.head == next.start);
        if at == self.subject.1 {
            self.number = match (and.lower.as_str(), next) {
                ("nor", Some(next)) => next.number,
                ("and", Some(next)) if determined && next.number != Number::Either && self.number != Number::Either => {
                    Number::Many
                }
                _ => Number::Either,
            };
        } else if self.number == Number::One && (determined || next.is_none()) && !self.joins_kinds() {
            self.number = Number::Either;
        }
        self.at += 1;
        self.after_noun = false;
        Some(())
    }
}
