//! Questions: I wondered where is he; how we can promise a cure?

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Phrase;
use crate::grammar::language::token::{Chunk, Tags};

use super::is_auxiliary;

/// An indirect question with the verb before its subject.
struct Question<'s> {
    /// Where the question word stands.
    at: usize,
    /// Where the verb stands.
    aux: usize,
    /// The subject.
    subject: &'s Phrase,
}

/// I wondered where is he; she asked me what did the scan show.
pub fn indirect_question(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(2) {
        let found = question(sentence, at);
        slips.extend(found.and_then(|question| judge(sentence, &question)));
    }
}

fn question<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<Question<'s>> {
    let (wh, next) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
    // What time was, how long had.
    let noun_between = wh.is(&["what", "which", "how"]) && !is_auxiliary(sentence, next);
    let aux = if noun_between { at + 2 } else { at + 1 };
    let fits = wh.is(&["what", "where", "when", "why", "how", "who", "which", "whom"])
        && is_auxiliary(sentence, sentence.get(aux)?)
        && (!noun_between || next.can(Tags::NOUN | Tags::ADJECTIVAL | Tags::ADVERB));
    let relative = wh.is(&["who", "which"]) && sentence.phrase_ending(at).is_some();
    if !fits || relative || wh.quoted || sentence.before_is(at, &["\"", ":", ","]) {
        return None;
    }
    let subject = sentence.phrase_starting(aux + 1)?;
    Some(Question { at, aux, subject })
}

fn judge(sentence: &Sentence<'_>, question: &Question<'_>) -> Option<Slip> {
    let Question { at, aux, subject } = *question;
    let is_direct = sentence.is_question() && !sentence.before_can(at, Tags::PRONOUN);
    if is_direct || !is_asked(sentence, at) || !is_inverted(sentence, question) {
        return None;
    }
    let text = sentence.text(subject.start, subject.end);
    let right = if helps(sentence, question) {
        text
    } else {
        format!("{text} {}", sentence.tokens[aux].text)
    };
    let message = "in an indirect question the subject stands before the verb";
    Some(sentence.slip("order-question", aux, subject.end, message, vec![right]))
}

/// Whether something before the question word takes an indirect question.
fn is_asked(sentence: &Sentence<'_>, at: usize) -> bool {
    let verb = (at.saturating_sub(5)..at)
        .rev()
        .find(|on| sentence.tokens[*on].may_be_verb_of(sentence.words, "asks"))
        .is_some_and(|on| !sentence.any_is(on, at, &[",", ";", "and"]));
    let noun =
        at >= 2 && sentence.before_is(at, &["is", "was"]) && sentence.tokens[at - 2].is(&["question", "problem"]);
    verb || noun || is_governed(sentence, at)
}

/// by how, about why
fn is_governed(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.before_is(at, &["by", "about", "of"]) && sentence.tokens[at].is(&["how", "why"])
}

/// What did the scan show.
fn helps(sentence: &Sentence<'_>, question: &Question<'_>) -> bool {
    let subject = question.subject;
    // "The scan show": the verb is taken for the head of its subject.
    let swallowed = subject.head > subject.start + 1
        && sentence.tokens[subject.head].may.any(Tags::BASE)
        && sentence.tokens[subject.head - 1].can(Tags::NOUN);
    sentence.tokens[question.aux].is(&["do", "does", "did"])
        && (swallowed || sentence.get(subject.end).is_some_and(|after| after.may.any(Tags::BASE)))
}

/// Whether the verb stands before its subject, and the phrase after it is no predicate: "what is the matter".
fn is_inverted(sentence: &Sentence<'_>, question: &Question<'_>) -> bool {
    let Question { at, aux, subject } = *question;
    let (wh, aux_token, head) = (
        &sentence.tokens[at],
        &sentence.tokens[aux],
        &sentence.tokens[subject.head],
    );
    let noun_between = aux > at + 1;
    let pronoun = subject.is_pronoun
        && (head.is(&["i", "he", "she", "we", "they", "you"]) || head.reads("it") && !wh.is(&["who", "what", "which"]));
    let determined = subject.determiner.is_some() && !head.can(Tags::PRONOUN);
    let be = aux_token.is(&["is", "are", "was", "were"]);
    let after = sentence.get(subject.end);
    let verb_after = after.is_some_and(|after| {
        after.may.any(Tags::PARTICIPLE | Tags::ING) && !after.can(Tags::NOMINAL) && after.chunk != Chunk::Noun
    });
    let what_is = wh.is(&["what", "who", "which"]) && !noun_between;
    let acts = after.is_some_and(|after| after.can(Tags::ING) && after.chunk != Chunk::Noun);
    let be_before =
        be && determined && (!what_is || acts) && (wh.is(&["where", "why", "when"]) || verb_after || noun_between);
    let have_before = aux_token.is(&["has", "had", "have"])
        && determined
        && after.is_some_and(|after| after.may.any(Tags::PARTICIPLE));
    pronoun || helps(sentence, question) || be_before || have_before || be && is_governed(sentence, at)
}

/// How we can promise a cure?
pub fn direct_question(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        if at == 0 || sentence.before_is(at, &["\""]) {
            slips.extend(judge_direct(sentence, at));
        }
    }
}

fn judge_direct(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let wh = sentence.get(at)?;
    if !wh.is(&["how", "why", "when", "where", "what"]) {
        return None;
    }
    let end = (at..sentence.tokens.len()).find(|on| sentence.tokens[*on].is(&["?", "."]))?;
    let phrase = sentence.phrase_starting(at + 1)?;
    let who = phrase.is_pronoun || phrase.determiner.is_some() && wh.is(&["how", "why"]);
    // "How much time do we lose": the subject comes after the verb.
    let inverted = sentence.at_in(phrase.end, "auxiliaries")
        && sentence
            .phrase_starting(phrase.end + 1)
            .is_some_and(|subject| subject.is_pronoun || subject.determiner.is_some());
    let is_wrong = sentence.tokens[end].reads("?")
        && !inverted
        && who
        && sentence.at_can(phrase.end, Tags::FINITE | Tags::MODAL)
        && !sentence.any_is(at, end, &[","]);
    let message = "in a question the verb stands before the subject";
    is_wrong.then(|| sentence.slip("order-question", at, phrase.end + 1, message, Vec::new()))
}
