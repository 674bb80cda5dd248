//! A form of "be" that is missing: I interested in; the patient still taking; has always generous.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags};
use crate::grammar::language::verb_group::Group;

/// I interested in; she very kind.
pub fn be(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let word = &sentence.tokens[at];
        if word.is_in(sentence.words, "needs-be") && word.text == word.lower {
            slips.extend(judge(sentence, at));
        }
    }
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let mut start = at;
    while sentence.before(start).is_some_and(|before| {
        before.must(Tags::ADVERB) && before.is_in(sentence.words, "between-subject-and-predicate")
    }) {
        start -= 1;
    }
    let subject = sentence.before(start)?;
    let has_verb = sentence.before(start - 1).is_some_and(|left| {
        left.is_be() || left.is(&["than", "as", "had", "did", "'d"]) || left.can(Tags::MODAL | Tags::NOT)
    });
    let goes_on = sentence
        .get(at + 1)
        .is_none_or(|next| next.is_in(sentence.words, "after-predicate"));
    // "I committed to": a past.
    let past = sentence.tokens[at].may.any(Tags::PAST) && sentence.at_is(at + 1, &["to", ".", ","]);
    if !goes_on || has_verb || past || !sentence.is_opening(start - 1) {
        return None;
    }
    let be = match subject.lower.as_str() {
        "i" => "am",
        "he" | "she" => "is",
        "we" | "they" => "are",
        _ => return None,
    };
    let message = format!("a form of \"be\" is missing: \"{} {be}\"", subject.text);
    let put = format!("{} {be} {}", subject.text, sentence.text(start, at + 1));
    Some(sentence.slip("missing-be", start - 1, at + 1, message, vec![put]))
}

/// because the patient still taking; I working there.
pub fn progressive(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence
        .groups
        .iter()
        .filter(|group| group.is_single() && !group.is_infinitive())
    {
        let verb = &sentence.tokens[group.first];
        let is_verb = verb.can(Tags::ING) && (!verb.can(Tags::NOMINAL) || verb.chunk == Chunk::Verb);
        if is_verb && wants_be(sentence, group) {
            let message = format!("a form of \"be\" is missing before \"{}\"", verb.text);
            let put = ["was", "is"].map(|be| format!("{be} {}", verb.text));
            slips.push(sentence.slip("missing-be", group.first, group.first + 1, message, put.into()));
        }
    }
}

/// Whether the -ing form is the verb of its clause.
fn wants_be(sentence: &Sentence<'_>, group: &Group) -> bool {
    let mut at = group.first;
    while sentence.before_is(at, &["still", "also", "always", "not", "already", "just", "now"]) {
        at -= 1;
    }
    let Some(phrase) = sentence.phrase_ending(at) else {
        return false;
    };
    let finite_later = sentence
        .finite()
        .any(|other| other.start > group.start && !sentence.any_in(group.end, other.start, "progressive-breaks"));
    let pronoun = phrase.is_pronoun && sentence.tokens[phrase.head].is(&["i", "he", "she", "we", "they"]);
    let sure = match sentence.before(phrase.start) {
        None => pronoun,
        Some(left) if left.is(&["because", "although"]) => pronoun || at < group.first,
        Some(left) => pronoun && left.is(&["that", "if", "since"]),
    };
    sure && !finite_later
}

/// has always generous; had never so relieved.
pub fn been(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (verb, adverb) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        if verb.is(&["has", "have", "had", "'ve"]) && adverb.is(&["always", "never", "already", "also", "ever", "long"])
        {
            slips.extend(judge_been(sentence, at + 2));
        }
    }
}

fn judge_been(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let on = if sentence.at_is(at, &["so", "very", "too", "quite"]) {
        at + 1
    } else {
        at
    };
    let adjective = sentence.get(on)?;
    let before_noun = sentence
        .get(on + 1)
        .is_some_and(|next| next.can(Tags::NOMINAL) && !next.can(Tags::PREPOSITION));
    let alone = !adjective.may.any(Tags::VERBAL | Tags::NOMINAL | Tags::ADVERB);
    let felt = on > at && !sentence.at_is(at, &["quite"]) && adjective.may.any(Tags::PARTICIPLE);
    let quite = sentence.at_is(at, &["quite"]);
    let known = on > at && !quite && (adjective.is_in(sentence.words, "needs-be") || adjective.must(Tags::PARTICIPLE));
    let is_adjective = adjective.may.any(Tags::ADJECTIVE) && (alone || felt) || known;
    if !is_adjective || before_noun || adjective.is(&["such", "many", "more", "less"]) {
        return None;
    }
    let put = vec![format!("been {}", sentence.text(at, on + 1))];
    Some(sentence.slip("missing-be", at, on + 1, "\"been\" is missing", put))
}

/// would responsible for; wanted to a doctor.
pub fn before_predicate(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let modal = &sentence.tokens[at];
        let is_modal = modal.is(&["will", "would", "should", "could", "must", "might"]) && modal.must(Tags::MODAL);
        let wishes = modal.reads("to") && sentence.before_in(at, "wishing-before");
        let article = (wishes || is_modal && sentence.before_can(at, Tags::PRONOUN)) && is_article(sentence, at + 1);
        if article || is_modal && is_predicate(sentence, at + 1) {
            let message = format!("a verb is missing after \"{}\": \"be\"?", modal.text);
            slips.push(sentence.slip_at("missing-be", at, message, format!("{} be", modal.text)));
        }
    }
}

fn is_article(sentence: &Sentence<'_>, at: usize) -> bool {
    let as_would = sentence.any_is(at.saturating_sub(4), at, &["as", "than"]);
    sentence.tokens[at].is(&["a", "an"]) && !as_would && !sentence.at_is(at + 1, &["bit", "little", "lot", "friend"])
}

fn is_predicate(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.tokens[at];
    word.is_in(sentence.words, "needs-be")
        && !word.may.any(Tags::BASE)
        && sentence.at_is(at + 1, &["to", "of", "in", "for", "that", "with", "about"])
}
