//! A pronoun and its verb: he go, I goes, they was.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::Number;
use crate::grammar::language::resolve::SUBJECTS;
use crate::grammar::language::token::{Chunk, Tags, Token};
use crate::grammar::language::verb_group::Group;

use super::mended;

/// Whether a pronoun of the third person stands before token `at`.
fn is_third(sentence: &Sentence<'_>, verb: &Token, at: usize) -> bool {
    let Some(subject) = sentence.before(at) else {
        return false;
    };
    let left = at.checked_sub(2).map(|left| &sentence.tokens[left]);
    // "This were": with other verbs the word may belong to a clause.
    let pointing = subject.is(&["this", "that"])
        && subject.can(Tags::PRONOUN | Tags::DETERMINER)
        && left.is_none_or(|left| {
            left.is(&[";", ",", "and", "but", "because", "think"]) && !(subject.reads("that") && left.reads(","))
        })
        && verb.is(&["were", "are", "have"]);
    pointing || subject.is_in(sentence.words, "third-persons") && subject.can(Tags::PRONOUN)
}

/// The token after the pronoun that is the subject of a group; none where no pronoun is.
pub fn end(sentence: &Sentence<'_>, group: &Group) -> Option<usize> {
    let mut at = group.first;
    while sentence
        .before(at)
        .is_some_and(|before| before.must(Tags::ADVERB) && !before.can(Tags::NOT))
    {
        at -= 1;
    }
    let subject = sentence.before(at)?;
    let left = at.checked_sub(2).map(|left| &sentence.tokens[left]);
    let is_governed = left.is_some_and(|left| {
        left.can(Tags::PREPOSITION) && !left.is_in(sentence.words, "subordinators")
            || left.is(&["after", "before", "by", "to"])
    });
    if is_governed && !subject.is(&SUBJECTS) {
        return None;
    }
    let verb = &sentence.tokens[group.first];
    let is_pronoun = is_third(sentence, verb, at) || subject.is(&["i", "we", "they", "you"]);
    (sentence.is_caused(group) || is_pronoun).then_some(at)
}

/// The slip of a verb whose subject is the pronoun before token `at`.
pub fn judge(sentence: &Sentence<'_>, group: &Group, at: usize) -> Option<Slip> {
    if sentence.is_caused(group) {
        return None;
    }
    let (subject, verb) = (sentence.before(at)?, &sentence.tokens[group.first]);
    if is_coordinated(sentence, at) {
        return both(sentence, group, at);
    }
    if belongs_elsewhere(sentence, at) || verb.can(Tags::PARTICIPLE) || is_asked(sentence, at) {
        return None;
    }
    // "What I can tell you is this": the object of the verb before.
    if subject.reads("you")
        && at >= 2
        && sentence.before_is(at - 1, &["tell", "give", "show", "offer", "bring", "promise", "told"])
    {
        return None;
    }
    // "Nobody need be persuaded": a modal verb.
    if verb.reads("need")
        && sentence.at_is(
            group.first + 1,
            &["be", "know", "ask", "say", "go", "have", "do", "not", "fear", "worry"],
        )
    {
        return None;
    }
    // "We graduates of that year": a noun beside the pronoun.
    if subject.is(&["we", "you"])
        && verb.may.any(Tags::NOUNS)
        && sentence.at_is(group.end, &["of", "in", "from", "who"])
    {
        return None;
    }
    let third = is_third(sentence, verb, at);
    let is_wrong = if third {
        !is_wished(sentence, at) && is_plural(verb)
    } else {
        is_singular(verb) && !(subject.reads("i") && verb.reads("was"))
            || subject.reads("i") && verb.is(&["are", "were"]) && !is_wished(sentence, at)
    };
    if !is_wrong {
        return None;
    }
    let right = match (subject.lower.as_str(), verb.lower.as_str()) {
        ("i", "is" | "are") => "am".to_owned(),
        ("i", "were") => "was".to_owned(),
        _ => mended(sentence, verb, if third { Number::One } else { Number::Many }),
    };
    let message = format!("\"{}\" goes with \"{right}\"", subject.text);
    Some(sentence.slip_at("agreement", group.first, message, right))
}

fn is_plural(verb: &Token) -> bool {
    let shown = verb.tags.and(Tags::VERBAL);
    let unlike = verb.may.any(Tags::ADVERB | Tags::ADJECTIVAL) && verb.chunk != Chunk::Verb;
    let doubtful = unlike || verb.may.any(Tags::PAST) || verb.is(&["even", "pretty", "better"]);
    verb.is(&["were", "are", "have", "do", "'re", "'ve", "am"])
        || shown.only(Tags::PRESENT | Tags::BASE) && verb.may.any(Tags::PRESENT) && !doubtful
}

fn is_singular(verb: &Token) -> bool {
    verb.is(&["was", "is", "has", "does"]) || verb.tags.and(Tags::VERBAL).only(Tags::THIRD)
}

/// Whether "and" or "or" joins the pronoun to a phrase before.
fn is_coordinated(sentence: &Sentence<'_>, at: usize) -> bool {
    at >= 3 && sentence.tokens[at - 2].is(&["and", "or", "nor"]) && sentence.phrase_ending(at - 2).is_some()
}

/// My brother and I was.
fn both(sentence: &Sentence<'_>, group: &Group, at: usize) -> Option<Slip> {
    let (subject, verb) = (sentence.before(at)?, &sentence.tokens[group.first]);
    let opens = sentence
        .phrase_ending(at - 2)
        .is_some_and(|phrase| phrase.start == 0 || phrase.end > 1 && phrase.start < 3);
    let is_wrong = sentence.tokens[at - 2].reads("and")
        && verb.is(&["was", "is", "has", "does", "am"])
        && !subject.is(&["it", "everything", "nothing"])
        && !sentence.finite().any(|other| other.start < at)
        && opens;
    let right = is_wrong.then(|| mended(sentence, verb, Number::Many))?;
    let message = format!("two subjects are more than one: \"{right}\"");
    Some(sentence.slip_at("agreement", group.first, message, right))
}

/// Whether the pronoun is the object of what stands before it.
fn belongs_elsewhere(sentence: &Sentence<'_>, at: usize) -> bool {
    let (Some(subject), Some(left)) = (sentence.before(at), sentence.before(at.saturating_sub(1))) else {
        return false;
    };
    let governed = (left.can(Tags::VERBAL | Tags::MODAL) || left.is(&["of", "for", "with", "to", "like", "than"]))
        && !left.can(Tags::NOMINAL)
        && !sentence.words.has("thinks", left.verb());
    let loose = subject.is_in(sentence.words, "indefinites") && left.can(Tags::PRONOUN | Tags::VERBAL);
    loose || governed && !subject.is(&SUBJECTS)
}

/// Whether an auxiliary before the pronoun makes the verb bare: "did he go".
fn is_asked(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.before(at.saturating_sub(1)).is_some_and(|left| {
        left.is(&["do", "does", "did", "let", "make", "made", "had", "has", "have"])
            || left.can(Tags::MODAL | Tags::NOT)
            || left.is_be()
    })
}

/// Whether a wish or a condition makes it a subjunctive: "suggested he go", "if I were".
fn is_wished(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.span(0, at - 1).iter().rev().take(4).any(|token| {
        token.has_verb_in(sentence.words, "wishes") || token.is(&["if", "though", "essential", "lest", "as"])
    })
}
