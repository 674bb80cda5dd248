//! A sentence as phrases and verb groups, and which phrase is the subject of which verb.

use super::Slip;
use super::phrase::{self, Number, Phrase};
use super::token::{Tags, Token};
use super::verb_group::{self, Group};
use super::words::Words;

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

    /// The phrase that ends before token `at`.
    pub fn phrase_ending(&self, at: usize) -> Option<&Phrase> {
        self.phrases.iter().find(|phrase| phrase.end == at)
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
        let cased = replacements
            .into_iter()
            .map(|put| super::forms::cased(&put, &first.text));
        Slip {
            rule: rule.to_owned(),
            place: first.start..last.end,
            message: message.into(),
            replacements: cased.collect(),
        }
    }

    /// Whether a clause can begin at token `at`: nothing before it belongs to the same phrase or governs it.
    pub fn is_opening(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return true };
        before.is(&[
            ",", ";", ":", "-", "\u{2014}", "\u{2013}", "\"", "(", "and", "but", "or", "so", "because", "although",
            "though", "that", "if", "when", "while", "whether", "whenever", "until", "since", "unless", "before",
            "after", "once", "where", "why", "how", "what", "which", "who", "whom", "yet", "as", "than", ".", "then",
        ]) || self.follows_adverbial(at)
            || self
                .group_ending(at)
                .is_some_and(|group| self.words.has("thinks", self.tokens[group.main].verb()))
    }

    /// Whether a phrase with its determiner follows "In my second year" at the beginning.
    fn follows_adverbial(&self, at: usize) -> bool {
        let begins = self
            .get(0)
            .is_some_and(|first| first.is(&["in", "on", "at", "after", "during", "for", "from"]));
        let own = self
            .phrase_starting(at)
            .is_some_and(|phrase| phrase.determiner == Some(at));
        begins && own && self.phrase_ending(at).is_some_and(|phrase| phrase.start == 1)
    }

    /// The token left of `at` that is no adverb and not in a parenthesis, as a place to stand after: the number of the token after it.
    fn left_of(&self, mut at: usize) -> usize {
        loop {
            let Some(before) = self.before(at) else { return at };
            if before.must(Tags::ADVERB | Tags::NOT)
                || (before.can(Tags::ADVERB)
                    && before.is(&["still", "even", "alone", "both", "all", "each", "now", "often", "only"]))
            {
                if before.is(&["all", "both", "each"])
                    && self.phrase_ending(at).is_none_or(|phrase| phrase.start + 1 == at)
                    && at >= 2
                    && !self.tokens[at - 2].can(Tags::PRONOUN | Tags::NOMINAL)
                {
                    return at;
                }
                at -= 1;
            } else if before.eq(")") {
                let Some(open) = (0..at - 1).rev().find(|open| self.tokens[*open].eq("(")) else {
                    return at;
                };
                at = open;
            } else if before.eq(",") {
                let Some(open) = self.parenthesis(at - 1) else {
                    return at;
                };
                at = open;
            } else {
                return at;
            }
        }
    }

    /// The comma that opens what the comma `close` closes: ", who had come from Warsaw,".
    fn parenthesis(&self, close: usize) -> Option<usize> {
        let open = (close.saturating_sub(16)..close)
            .rev()
            .find(|at| self.tokens[*at].eq(","))?;
        let first = self.get(open + 1)?;
        let begins = first.is(&[
            "who",
            "which",
            "whose",
            "with",
            "along",
            "together",
            "including",
            "like",
            "most",
            "some",
            "many",
            "both",
            "to",
            "in",
            "despite",
            "however",
            "therefore",
            "of",
            "among",
            "a",
            "an",
            "the",
            "my",
            "as",
            "by",
            "where",
            "at",
            "for",
            "even",
            "all",
        ]);
        let follows = open > 0 && self.phrase_ending(open).is_some();
        (begins && follows).then_some(open)
    }

    /// Whether the verb may be bare because a verb of seeing or causing governs its subject: "let me choose", "saw it stop".
    pub fn is_caused(&self, group: &Group) -> bool {
        let verb = &self.tokens[group.first];
        let at = self.left_of(group.first);
        let Some(phrase) = self.phrase_ending(at) else {
            return false;
        };
        let causes = [
            "let",
            "make",
            "have",
            "help",
            "see",
            "hear",
            "watch",
            "feel",
            "notice",
            "observe",
            "suggest",
            "recommend",
            "insist",
            "ask",
            "demand",
            "require",
            "request",
            "propose",
            "wish",
            "need",
        ];
        let before = self.span(phrase.start.saturating_sub(3), phrase.start);
        let object = phrase.is_pronoun && self.tokens[phrase.head].is(&["me", "him", "her", "us", "them"]);
        (verb.may.any(Tags::BASE) || verb.eq("were"))
            && (object
                || before.iter().any(|token| {
                    token.may.any(Tags::VERBAL)
                        && token.lemmas.iter().any(|(lemma, _)| causes.contains(&lemma.as_str()))
                }))
            || self.get(group.first + 1).is_some_and(|next| next.can(Tags::NOT)) && verb.eq("need")
    }

    /// The subject of a verb group, if it can be told.
    pub fn subject(&self, group: &Group) -> Option<Subject> {
        let at = self.left_of(group.first);
        let near = at;
        let before = self.before(at)?;
        if before.is(&["who", "which", "that"]) && before.can(Tags::WH | Tags::PREPOSITION | Tags::DETERMINER) {
            return self.antecedent(at - 1);
        }
        let phrase = self.phrase_ending(at)?;
        let mut subject = Subject {
            start: phrase.start,
            head: phrase.head,
            number: phrase.number,
            is_near: near == group.first,
            is_relative: false,
        };
        self.climb(&mut subject, 0)?;
        self.coordinate(&mut subject);
        Some(subject)
    }

    /// What "who", "which" or "that" at token `pronoun` stands for.
    fn antecedent(&self, pronoun: usize) -> Option<Subject> {
        let at = if self.before(pronoun)?.eq(",") {
            pronoun - 1
        } else {
            pronoun
        };
        let phrase = self.phrase_ending(at)?;
        let subject = Subject {
            start: phrase.start,
            head: phrase.head,
            number: phrase.number,
            is_near: false,
            is_relative: true,
        };
        if self.tokens[pronoun].eq("which") && at < pronoun || self.tokens[pronoun].eq("that") && at < pronoun {
            // A clause after a comma may be about the whole sentence.
            return None;
        }
        let prepositional = self.before(phrase.start).is_some_and(|before| {
            before.is(&["around", "near", "above", "behind"])
                || before.can(Tags::PREPOSITION | Tags::AND | Tags::TO)
                || before.eq(",")
        });
        if prepositional {
            // "The head of the residents who ...": both can be meant.
            let outer = phrase.start.checked_sub(1).and_then(|end| self.phrase_ending(end));
            outer?;
            if self
                .before(phrase.start)
                .is_some_and(|before| before.is(&["and", "or", ","]))
                || outer.is_some_and(|outer| outer.number != phrase.number)
            {
                return None;
            }
        }
        Some(subject)
    }

    /// From the last phrase before a verb to the one that the verb belongs to. None where that can not be told.
    fn climb(&self, subject: &mut Subject, depth: usize) -> Option<()> {
        if depth > 6 {
            return None;
        }
        let Some(before) = self.before(subject.start) else {
            return Some(());
        };
        let at = subject.start - 1;
        if before.eq(".") || before.eq("as") {
            // "Dr. Reyes", "as a line cook": what lies before is not seen through.
            return None;
        }
        if before.is(&[
            "of", "in", "on", "at", "for", "with", "from", "to", "by", "between", "about", "against", "under", "among",
            "without", "into", "near", "behind", "beside", "through", "after", "before", "during", "within", "above",
            "below", "across", "around", "over", "inside", "outside",
        ]) {
            if let Some(outer) = self.phrase_ending(at) {
                if outer.is_pronoun && !before.eq("of") || self.is_verb_before(outer.start) {
                    return None;
                }
                self.take(subject, outer);
                return self.climb(subject, depth + 1);
            }
            let group = self.group_ending(at);
            return match group {
                Some(group) => self.over(subject, group, depth),
                None if before.is(&["after", "before"])
                    && self.tokens[subject.head].is(&["i", "he", "she", "we", "they"]) =>
                {
                    Some(())
                }
                None => None,
            };
        }
        if before.can(Tags::ING) && self.group_ending(subject.start).is_none() {
            return None;
        }
        if let Some(group) = self.group_ending(subject.start) {
            if group.is_finite()
                && self.words.has("thinks", self.tokens[group.main].verb())
                && self.relative_start(group).is_none()
            {
                return Some(());
            }
            return self.over(subject, group, depth);
        }
        Some(())
    }

    /// Whether a verb without a subject stands before: "who trained under Dr. Reyes", where the climb would end in the clause.
    fn is_verb_before(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| before.eq(".") && at >= 2)
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
        self.take(subject, outer);
        self.climb(subject, depth + 1)
    }

    /// Where the relative clause of `group` begins, with or without a pronoun.
    fn relative_start(&self, group: &Group) -> Option<usize> {
        let at = self.left_of(group.first);
        let is_pronoun = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.is(&["who", "which", "that", "whom", "whose", "where"]))
        };
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

    fn take(&self, subject: &mut Subject, outer: &Phrase) {
        subject.start = outer.start;
        subject.head = outer.head;
        subject.number = outer.number;
        subject.is_near = false;
    }

    /// Two subjects are many; the end of one clause and the subject of the next are not.
    fn coordinate(&self, subject: &mut Subject) {
        let Some(before) = self.before(subject.start) else {
            return;
        };
        if !before.is(&["and", "or", "nor", ",", "&"]) {
            return;
        }
        let at = subject.start - 1;
        let comma = before.is(&["and", "or"]) && at > 0 && self.tokens[at - 1].eq(",");
        let end = if comma { at - 1 } else { at };
        if before.eq("and") && (comma || self.phrase_ending(end).is_some()) {
            let boundary = (0..end).rev().find(|at| {
                self.tokens[*at].is(&[
                    ";", "that", "because", "when", "if", "while", "although", "whether", "who", "which", "where", ":",
                ])
            });
            let start = boundary.map_or(0, |at| at + 1);
            let earlier = self
                .groups
                .iter()
                .filter(|group| group.is_finite() && group.start >= start && group.end <= end)
                .next_back();
            match earlier {
                // A verb has been there: a new clause begins, unless a clause hangs on that verb.
                Some(group) if !self.words.has("thinks", self.tokens[group.main].verb()) && comma => return,
                Some(_) => subject.number = Number::Either,
                None => {
                    subject.number = if self.phrase_ending(end).is_some_and(|phrase| {
                        phrase.start == start && (phrase.determiner.is_some() || phrase.is_pronoun)
                    }) && !comma
                    {
                        Number::Many
                    } else {
                        Number::Either
                    }
                }
            }
            return;
        }
        if self.phrase_ending(end).is_some() || before.is(&["or", "nor"]) {
            subject.number = Number::Either;
        }
    }
}
