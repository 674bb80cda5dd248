//! What stands left of a clause: whether it begins here, and what governs its verb.

use super::Sentence;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Group;

impl Sentence<'_> {
    /// Whether a clause can begin at token `at`: nothing before it belongs to the same phrase or governs it.
    pub fn is_opening(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return true };
        before.is_in(self.words, "opens-clause")
            || self.follows_adverbial(at)
            || self
                .group_ending(at)
                .is_some_and(|group| self.words.has("thinks", self.tokens[group.main].verb()))
    }

    /// Whether a phrase with its determiner follows "In my second year" at the beginning.
    fn follows_adverbial(&self, at: usize) -> bool {
        let begins = self.at_is(0, &["in", "on", "at", "after", "during", "for", "from"]);
        let own = self
            .phrase_starting(at)
            .is_some_and(|phrase| phrase.determiner == Some(at));
        begins && own && self.phrase_ending(at).is_some_and(|phrase| phrase.start == 1)
    }

    /// The token left of `at` that is no adverb and not in a parenthesis, as a place to stand after: the number of the token after it.
    pub(super) fn left_of(&self, mut at: usize) -> usize {
        loop {
            let Some(before) = self.before(at) else { return at };
            if before.must(Tags::ADVERB | Tags::NOT)
                || (before.can(Tags::ADVERB) && before.is_in(self.words, "floating-words"))
            {
                if before.is(&["all", "both", "each"])
                    && self.phrase_ending(at).is_none_or(|phrase| phrase.start + 1 == at)
                    && at >= 2
                    && !self.tokens[at - 2].can(Tags::PRONOUN | Tags::NOMINAL)
                {
                    return at;
                }
                at -= 1;
            } else if before.reads(")") {
                let Some(open) = (0..at - 1).rev().find(|open| self.tokens[*open].reads("(")) else {
                    return at;
                };
                at = open;
            } else if before.reads(",") {
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
            .find(|at| self.tokens[*at].reads(","))?;
        let first = self.get(open + 1)?;
        let begins = first.is_in(self.words, "opens-parenthesis");
        let after_pronoun = self.before_is(open, &["who", "which", "that"]);
        let follows = open > 0 && (after_pronoun || self.phrase_ending(open).is_some());
        (begins && follows).then_some(open)
    }

    /// Whether the verb may be bare because a verb of seeing or causing governs its subject: "let me choose", "saw it stop".
    pub fn is_caused(&self, group: &Group) -> bool {
        let verb = &self.tokens[group.first];
        let at = self.left_of(group.first);
        let Some(phrase) = self.phrase_ending(at) else {
            return false;
        };
        let before = self.span(phrase.start.saturating_sub(3), phrase.start);
        let object = phrase.is_pronoun && self.tokens[phrase.head].is(&["me", "him", "her", "us", "them"]);
        (verb.may.any(Tags::BASE) || verb.reads("were"))
            && (object
                || before
                    .iter()
                    .any(|token| token.may.any(Tags::VERBAL) && token.has_lemma_in(self.words, "causes")))
            || self.at_can(group.first + 1, Tags::NOT) && verb.reads("need")
    }
}
