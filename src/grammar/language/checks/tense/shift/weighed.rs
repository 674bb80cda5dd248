//! The one present of a sentence, weighed: what says that it belongs to a story that is over, against what says that it holds now.

use crate::grammar::Slip;
use crate::grammar::language::checks::tense::over::is_over;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::phrase::{Number, Phrase};
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

use super::opening::{Link, Opening};
use super::story::is_aside;
use super::{past_of, surely_past};

/// How much has to speak for a story. Counted on essays whose tenses are right: below, what holds now is marked too.
const ENOUGH: i32 = 7;

/// While I was studying, my brother loses his job; in my third year I meet a surgeon who changed my mind.
pub fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    let group = only_present(sentence)?;
    let opening = Opening::of(sentence, group)?;
    // "Where the ducts meet" holds, and so does what somebody says now: "my mother says that I was bossy".
    let placed = opening.link == Link::Where && !is_over(sentence);
    let says = opening.link == Link::First && sentence.tokens[group.main].has_verb_in(sentence.words, "thinks");
    if placed || says || sentence.is_question() || holds_at_any_time(sentence, group, &opening) {
        return None;
    }
    let weight = of_pasts(sentence, group)?
        + of_link(&opening)
        + of_deed(of_verb(sentence, group, &opening), of_subject(sentence, &opening))
        + i32::from(is_over(sentence) || opening.tells_time);
    let told = sentence.finite().find(|other| surely_past(sentence, other))?;
    (weight >= ENOUGH)
        .then(|| past_of(sentence, group, told.first))
        .flatten()
}

/// The verb in the present, if all others that show a time show the past.
fn only_present<'s>(sentence: &'s Sentence<'_>) -> Option<&'s Group> {
    let mut present = None;
    let own = |group: &&Group| !sentence.tokens[group.first].quoted && !sentence.is_caused(group);
    for group in sentence.finite().filter(own) {
        let verb = &sentence.tokens[group.first];
        let cannot =
            verb.is(&["can", "cannot"]) && (verb.reads("cannot") || sentence.at_can(group.first + 1, Tags::NOT));
        let now = group.tense == Tense::Present && !verb.may.any(Tags::PAST) && !is_aside(sentence, group) || cannot;
        if now && present.is_some() || !now && verb.is_in(sentence.words, "modals-of-now") {
            return None;
        }
        if now {
            present = Some(group);
        }
    }
    present
}

/// Whether something in the clause says that it holds now or at any time.
fn holds_at_any_time(sentence: &Sentence<'_>, group: &Group, opening: &Opening) -> bool {
    let phrase = &opening.subject;
    let head = &sentence.tokens[phrase.head];
    let end = (group.end..sentence.tokens.len())
        .find(|at| sentence.at_in(*at, "clause-bounds-of-shift"))
        .unwrap_or(sentence.tokens.len());
    let bare = !phrase.is_pronoun && phrase.determiner.is_none() && !phrase.is_name;
    let from = opening.start.saturating_sub(3);
    let habit = !opening.is_set() && sentence.any_in(opening.from, end, "words-of-habit");
    // "My belief that care begins", "that a good mechanic listens before he opens": what was said holds.
    let said = phrase.determiner.is_some_and(|at| sentence.tokens[at].reads("that"))
        || opening.link == Link::When
            && sentence.any_in(opening.start.saturating_sub(9), opening.start, "report-links-firm");
    bare || habit
        || said
        || sentence.words.has("timeless", head.noun())
        || head.is(&["you", "one", "this", "that", "there", "everything", "nothing", "something", "someone", "somebody", "who", "which"])
        || sentence.any_in(from, end, "words-of-now")
        || sentence.any_in(end, sentence.tokens.len(), "words-of-now-far")
        || sentence.tokens[group.first].is(&["'s", "'m", "'re", "'ve"])
        || group.perfect
        // "When I last sat with him": an adverb.
        || sentence.is_finite_at(group.end)
        || !agrees(sentence, group, phrase)
        // "Only then did I realize": the verb is bare.
        || sentence.before(opening.start).is_some_and(|before| before.can(Tags::MODAL) || before.is(&["did", "do", "does"]))
}

/// Whether the verb fits its subject in number: where it does not, it is most likely no verb.
fn agrees(sentence: &Sentence<'_>, group: &Group, phrase: &Phrase) -> bool {
    let verb = &sentence.tokens[group.first];
    let number = sentence.subject(group).map_or(phrase.number, |subject| subject.number);
    let third = verb.can(Tags::THIRD);
    match number {
        _ if verb.is(&["can", "cannot"]) => true,
        Number::One => third,
        Number::Many => !third,
        Number::Either => verb.is_be() || sentence.at_is(phrase.head, &["i"]) != third,
    }
}

/// Pasts around the verb, and one right after it most of all: "she nods and smiled".
fn of_pasts(sentence: &Sentence<'_>, group: &Group) -> Option<i32> {
    let pasts: Vec<&Group> = sentence.finite().filter(|other| surely_past(sentence, other)).collect();
    let before = pasts.iter().filter(|other| other.end <= group.start).count();
    let others = sentence.finite().count() - 1;
    let joined = pasts.iter().any(|other| {
        other.start > group.end
            && sentence.before_is(other.first, &["and", ","])
            && sentence.phrase_before(other).is_none()
    });
    // "Her hands shake so badly that she could not sign": what came of it is over.
    let outcome =
        sentence.any_is(group.end, group.end + 3, &["so"]) && sentence.any_is(group.end + 1, group.end + 5, &["that"]);
    let many = i32::from(outcome) + i32::from(pasts.len() > 1) + i32::from(pasts.len() == others);
    (!pasts.is_empty()).then(|| 1 + many + i32::from(before > 0) + 2 * i32::from(joined))
}

/// How the clause begins.
fn of_link(opening: &Opening) -> i32 {
    let time = 2 * i32::from(opening.leads_on);
    time + match opening.link {
        Link::When | Link::Framed => 3,
        Link::First if opening.tells_time => 3,
        Link::And | Link::Where => 1,
        Link::First | Link::Because => -1,
    }
}

/// What the verb tells: a deed of one moment, or a state.
fn of_verb(sentence: &Sentence<'_>, group: &Group, opening: &Opening) -> i32 {
    let (first, main) = (&sentence.tokens[group.first], &sentence.tokens[group.main]);
    let lemma = main.verb();
    let has = |list: &str| sentence.words.has(list, lemma);
    if first.is_be() || first.is(&["has", "have"]) {
        // "I am told": said of now.
        let goes_on = group.progressive || group.passive && !first.reads("am");
        return if goes_on { 1 } else { -i32::from(!opening.is_set()) };
    }
    let lasting = has("lasting") || has("thinks") || has("states") || has("light-states");
    let personal = first.must(Tags::THIRD) && sentence.at_is(group.end, &["me", "us", "him", "her", "them"]);
    let said = has("performatives") && sentence.at_is(opening.subject.head, &["i"]);
    let weak = has("moment-also-general") || has("thinks");
    let denied = !group.is_single() && !opening.is_set();
    // "To give his tube feeds, and drove": a noun.
    let noun = first.may.any(Tags::NOMINAL)
        && sentence
            .get(group.end)
            .is_none_or(|next| next.can(Tags::STOP | Tags::AND));
    if said || denied || noun || sentence.at_is(group.end, &["of"]) {
        return -1;
    }
    let deed = match (has("moments") || has("deeds") || has("events"), lasting) {
        (true, false) if !weak => 2,
        (true, _) => 1,
        (false, true) => -1,
        (false, false) => i32::from(first.must(Tags::THIRD) && !first.may.any(Tags::NOMINAL)),
    };
    (deed + i32::from(personal)).max(if opening.is_set() { 0 } else { -1 })
}

/// What somebody does at one moment weighs more than both alone: "the nurse runs".
fn of_deed(verb: i32, subject: i32) -> i32 {
    verb + subject + i32::from(verb > 1 && subject > 0)
}

/// Whose deed it is.
fn of_subject(sentence: &Sentence<'_>, opening: &Opening) -> i32 {
    let phrase = &opening.subject;
    let head = &sentence.tokens[phrase.head];
    if phrase.is_pronoun {
        return match head.lower.as_str() {
            "he" | "she" | "everyone" | "everybody" | "someone" | "somebody" | "nobody" => 1,
            "it" => -1,
            _ => 0,
        };
    }
    let person = sentence.words.has("persons", head.noun()) || sentence.words.has("roles", head.noun());
    i32::from(person || phrase.is_name)
}
