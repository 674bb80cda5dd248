//! Which phrase a verb agrees with.

use super::Sentence;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::{Tags, Token};
use crate::grammar::language::verb_group::Group;

/// How many phrases that hang on each other are seen through.
const DEEPEST: usize = 6;

/// The subject of a verb.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The first token of the phrase that the verb agrees with.
    pub start: usize,
    /// The token that the verb agrees with.
    pub head: usize,
    /// How many it means.
    pub number: Number,
    /// Whether it stands right before the verb.
    pub is_near: bool,
    /// Whether a relative pronoun stands between.
    pub is_relative: bool,
}

impl Subject {
    /// A subject that stands somewhere before its verb.
    pub fn at(start: usize, head: usize, number: Number) -> Self {
        Self {
            start,
            head,
            number,
            is_near: false,
            is_relative: false,
        }
    }

    fn of(phrase: &Phrase) -> Self {
        Self::at(phrase.start, phrase.head, phrase.number)
    }

    /// Goes on to the phrase that the last one hangs on.
    fn take(&mut self, outer: &Phrase) {
        *self = Self {
            is_relative: self.is_relative,
            ..Self::of(outer)
        };
    }
}

impl Sentence<'_> {
    /// The subject of a verb group, if it can be told.
    pub fn subject(&self, group: &Group) -> Option<Subject> {
        let at = self.left_of(group.first);
        let before = self.before(at)?;
        if before.is(&["who", "which", "that"]) && before.can(Tags::WH | Tags::PREPOSITION | Tags::DETERMINER) {
            return self.antecedent(at - 1);
        }
        let mut subject = Subject::of(self.phrase_ending(at)?);
        subject.is_near = at == group.first;
        // "Before a human gets": a clause of its own, whose verb agrees.
        let opens = self.before_is(subject.start, &["after", "before", "until", "since"]);
        let one = self.tokens[group.first].can(Tags::THIRD) || self.at_is(group.first, &["was", "is", "has", "does"]);
        if opens && (subject.number == Number::One) == one {
            return None;
        }
        self.climb(&mut subject, 0)?;
        self.coordinate(&mut subject);
        Some(subject)
    }

    /// What "who", "which" or "that" at token `pronoun` stands for.
    fn antecedent(&self, pronoun: usize) -> Option<Subject> {
        let comma = self.before(pronoun)?.reads(",");
        if comma && self.tokens[pronoun].is(&["which", "that"]) {
            // A clause after a comma may be about the whole sentence.
            return None;
        }
        let phrase = self.phrase_ending(if comma { pronoun - 1 } else { pronoun })?;
        let governed = self.before(phrase.start).is_some_and(|before| {
            before.is(&["around", "near", "above", "behind", ","])
                || before.can(Tags::PREPOSITION | Tags::AND | Tags::TO)
        });
        if governed {
            // "The head of the residents who ...": both can be meant.
            let outer = self.phrase_ending(phrase.start - 1)?;
            if self.before_is(phrase.start, &["and", "or", ","]) || outer.number != phrase.number {
                return None;
            }
        }
        let mut subject = Subject::of(phrase);
        subject.is_relative = true;
        Some(subject)
    }

    /// From the last phrase before a verb to the one that the verb belongs to. None where that can not be told.
    fn climb(&self, subject: &mut Subject, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let Some(before) = self.before(subject.start) else {
            return Some(());
        };
        if self.is_titled(subject.start) {
            subject.start -= 2;
            return self.climb(subject, depth + 1);
        }
        if before.is(&[
            ".",
            "as",
            "since",
            "despite",
            "throughout",
            "like",
            "unlike",
            "per",
            "via",
        ]) {
            // "As a line cook": what lies before is not seen through.
            return None;
        }
        if before.is_in(self.words, "phrase-prepositions") {
            return self.over_preposition(subject, before, depth);
        }
        let Some(group) = self.group_ending(subject.start) else {
            return (!before.can(Tags::ING)).then_some(());
        };
        let reports = group.is_finite() && self.words.has("thinks", self.tokens[group.main].verb());
        if reports && self.relative_start(group).is_none() {
            return Some(());
        }
        self.over(subject, group, depth)
    }

    /// From a phrase after a preposition to what the preposition hangs on.
    fn over_preposition(&self, subject: &mut Subject, preposition: &Token, depth: usize) -> Option<()> {
        let at = subject.start - 1;
        // "Outside of medicine": no noun.
        if preposition.reads("of") && self.before_is(at, &["outside", "inside", "ahead", "instead", "because"]) {
            return None;
        }
        if let Some(outer) = self.phrase_ending(at) {
            // "Dr. Reyes of": a stop that ends no sentence.
            let is_name = outer.start >= 2 && self.before_is(outer.start, &["."]);
            if outer.is_pronoun && !preposition.reads("of") || is_name {
                return None;
            }
            subject.take(outer);
            return self.climb(subject, depth + 1);
        }
        if let Some(group) = self.group_ending(at) {
            return self.over(subject, group, depth);
        }
        // "After she left": no preposition.
        let clause =
            preposition.is(&["after", "before"]) && self.tokens[subject.head].is(&["i", "he", "she", "we", "they"]);
        clause.then_some(())
    }

    /// From the object of `group` to the phrase that the clause of `group` belongs to.
    fn over(&self, subject: &mut Subject, group: &Group, depth: usize) -> Option<()> {
        let outer = if group.is_finite() {
            let start = self.relative_start(group)?;
            self.phrase_ending(start)?
        } else {
            // "residents working in", "the pressure to publish"; "counting sheaths is" has no phrase before.
            self.phrase_ending(self.left_of(group.start))?
        };
        if outer.is_pronoun && !self.tokens[outer.head].is(&["those", "anyone", "everyone", "everybody", "anybody"]) {
            return None;
        }
        subject.take(outer);
        self.climb(subject, depth + 1)
    }

    /// Where the relative clause of `group` begins, with or without a pronoun.
    fn relative_start(&self, group: &Group) -> Option<usize> {
        let at = self.left_of(group.first);
        let is_pronoun = |at: usize| self.at_is(at, &["who", "which", "that", "whom", "whose", "where"]);
        if at > 0 && is_pronoun(at - 1) {
            return self.phrase_ending(at - 1).map(|_| at - 1);
        }
        let own = self.phrase_ending(at)?;
        let start = own.start;
        if start > 0 && is_pronoun(start - 1) {
            return self.phrase_ending(start - 1).map(|_| start - 1);
        }
        self.tokens.get(start).filter(|token| token.can(Tags::PRONOUN))?;
        self.phrase_ending(start).map(|_| start)
    }

    /// Two subjects are many; the end of one clause and the subject of the next are not.
    fn coordinate(&self, subject: &mut Subject) {
        let at = subject.start.saturating_sub(1);
        let Some(before) = self.before(subject.start) else {
            return;
        };
        // "In my country, people": what the sentence begins with is no subject.
        let leads = before.reads(",") && self.comma() == Some(at) && self.tokens[0].can(Tags::PREPOSITION);
        if leads || !before.is(&["and", "or", "nor", ",", "&"]) {
            return;
        }
        let comma = before.is(&["and", "or"]) && self.before_is(at, &[","]);
        let end = if comma { at - 1 } else { at };
        let joined = self.phrase_ending(end).is_some();
        if before.reads("and") && self.is_one_of_each(subject, end) {
            subject.number = Number::Either;
        } else if before.reads("and") && (comma || joined) {
            if let Some(number) = self.number_of_both(end, comma) {
                subject.number = number;
            }
        } else if before.reads("and") || joined || before.is(&["or", "nor"]) || self.at_is(0, &["both"]) {
            subject.number = Number::Either;
        }
    }

    /// "The founder and director", "my friend and colleague Anna": one person; "each nurse and each fellow": one at a time.
    fn is_one_of_each(&self, subject: &Subject, end: usize) -> bool {
        let Some(first) = self.phrase_ending(end) else {
            return false;
        };
        let each = self.at_is(first.start, &["each", "every", "no"]);
        let person = |at: usize| self.at_in(at, "persons") || self.at_in(at, "roles") || self.at_in(at, "titles");
        let undetermined = !self.at_can(subject.start, Tags::DETERMINER | Tags::POSSESSIVE | Tags::NUMBER);
        let same = undetermined && first.determiner.is_some() && first.number == Number::One;
        each || same && (person(first.head) || person(subject.start))
    }

    /// How many two phrases mean that "and" joins, the first of which ends before token `end`; none where a new clause begins.
    fn number_of_both(&self, end: usize, comma: bool) -> Option<Number> {
        let boundary = (0..end)
            .rev()
            .find(|at| self.tokens[*at].is_in(self.words, "coordinate-starts"));
        let start = boundary.map_or(0, |at| at + 1);
        let earlier = self.finite().rfind(|group| group.start >= start && group.end <= end);
        let whole = |phrase: &Phrase| phrase.start == start && (phrase.determiner.is_some() || phrase.is_pronoun);
        let unsure = self
            .phrase_ending(end)
            .is_some_and(|phrase| phrase.number == Number::Either);
        match earlier {
            // "Seven points and four points".
            None if unsure => Some(Number::Either),
            // A verb has been there: a new clause begins, unless a clause hangs on that verb.
            Some(group) if comma && !self.words.has("thinks", self.tokens[group.main].verb()) => None,
            None if !comma && self.phrase_ending(end).is_some_and(whole) => Some(Number::Many),
            _ => Some(Number::Either),
        }
    }
}
