//! The future and the condition after "when" and "if": when I will finish; if I would have known.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::phrase::Number;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::Group;

/// When I will finish; if it will; if I would have known.
pub fn future(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        if let Some((start, group)) = condition(sentence, at) {
            slips.extend(will(sentence, at, start, group));
            slips.extend(would_have(sentence, at, group));
        }
    }
}

/// The clause after a word of time or condition: where it begins, and its verb.
fn condition<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<(usize, &'s Group)> {
    let link = &sentence.tokens[at];
    let soon = link.reads("as") && sentence.at_is(at + 1, &["soon", "long"]) && sentence.at_is(at + 2, &["as"]);
    let once_ago = link.reads("once") && at > 0 && !sentence.before_is(at, &[","]);
    if !link.is_in(sentence.words, "time-clause") && !soon || once_ago {
        return None;
    }
    let start = if soon { at + 3 } else { at + 1 };
    let group = sentence.finite().find(|group| group.start >= start)?;
    let between = sentence.span(start, group.first);
    if between.len() > 9 || sentence.any_in(start, group.first, "future-bounds") {
        return None;
    }
    // One phrase, with what hangs on it: "the swelling around the nerve".
    let alone = sentence
        .phrases
        .iter()
        .filter(|phrase| phrase.start >= start && phrase.end <= group.first)
        .skip(1)
        .all(|phrase| sentence.before_can(phrase.start, Tags::PREPOSITION));
    let will_have = sentence.tokens[group.main].reads("have") || sentence.at_can(group.first + 1, Tags::NOT);
    let perfect = will_have && !sentence.tokens[group.first].reads("would") && !link.reads("until");
    (alone && !perfect).then_some((start, group))
}

/// Whether "if" or "when" begins an indirect question: "I wondered when it will end".
fn is_asked(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tokens[at].is(&["if", "when", "whenever"])
        && sentence
            .span(0, at)
            .iter()
            .rev()
            .take(if sentence.tokens[at].reads("if") { 9 } else { 4 })
            .any(|token| token.may_be_verb_of(sentence.words, "asks"))
}

/// When I will finish.
fn will(sentence: &Sentence<'_>, at: usize, start: usize, group: &Group) -> Option<Slip> {
    let (link, first) = (&sentence.tokens[at], &sentence.tokens[group.first]);
    // "The day when I will finish": a relative clause.
    let day = link.reads("when")
        && sentence.before(at).is_some_and(|before| {
            before.can(Tags::NOUN) && before.is(&["day", "time", "moment", "year", "future", "days"])
        });
    if !first.reads("will")
        || !first.can(Tags::MODAL)
        || first.can(Tags::NOUN)
        || day
        // "If you will": a word of politeness.
        || first.reads("will") && group.is_single()
        || is_asked(sentence, at)
        || sentence.phrase_starting(start).is_none()
    {
        return None;
    }
    let put = present_of(sentence, start, group);
    let message = format!("after \"{}\" the present tells the future: \"{put}\"", link.text);
    Some(sentence.slip("tense-future", group.first, group.end, message, vec![put]))
}

fn present_of(sentence: &Sentence<'_>, start: usize, group: &Group) -> String {
    let base = &sentence.tokens[group.main];
    let last = sentence.span(start, group.first).last();
    let many = sentence
        .subject(group)
        .is_some_and(|subject| subject.number == Number::Many);
    let third = last.is_some_and(|token| !token.is(&["i", "we", "you", "they"])) && !many;
    if !base.reads("be") {
        let form = if third { Form::Third } else { Form::Base };
        return sentence.form(base.verb(), form);
    }
    let be = if third {
        "is"
    } else if last.is_some_and(|token| token.reads("i")) {
        "am"
    } else {
        "are"
    };
    be.to_owned()
}

/// If I would have known.
fn would_have(sentence: &Sentence<'_>, at: usize, group: &Group) -> Option<Slip> {
    let is_wrong = sentence.tokens[at].reads("if")
        && sentence.tokens[group.first].reads("would")
        && sentence.at_is(group.first + 1, &["have"])
        && !is_asked(sentence, at);
    let (start, end) = (group.first, group.first + 2);
    let put = vec!["had".to_owned()];
    is_wrong.then(|| sentence.slip("tense-condition", start, end, "in the condition stands \"had\"", put))
}

/// I wish I would have.
pub fn wish(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        let wishes = sentence.tokens[at].is(&["wish", "wished"]) && sentence.tokens[at + 1].can(Tags::PRONOUN);
        if wishes && sentence.tokens[at + 2].reads("would") && sentence.tokens[at + 3].reads("have") {
            slips.push(sentence.slip(
                "tense-condition",
                at + 2,
                at + 4,
                "after \"wish\" stands \"had\"",
                vec!["had".to_owned()],
            ));
        }
    }
}
