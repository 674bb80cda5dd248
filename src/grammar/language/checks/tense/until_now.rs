//! The past with words that lead up to now: so far our group taught; she worked since 1998.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::Tags;
use crate::grammar::language::verb_group::{Group, Tense};

/// So far our group taught; until now I never regret.
pub fn so_far(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    slips.extend(judge_so_far(sentence));
}

fn judge_so_far(sentence: &Sentence<'_>) -> Option<Slip> {
    let group = sentence.finite().next()?;
    let verb = &sentence.tokens[group.first];
    let lemma = verb.verb();
    if !group.is_single() || verb.is_be() || group.perfect || !leads_up_to_now(sentence, group) {
        return None;
    }
    let state = ["states", "thinks", "thinks-in-present", "light-states"]
        .iter()
        .any(|list| sentence.words.has(list, lemma));
    if group.tense == Tense::Present
        && (state || verb.may.any(Tags::PAST))
        && !sentence.at_is(0, &["until", "for", "over", "during"])
    {
        return None;
    }
    let have = if verb.can(Tags::THIRD) { "has" } else { "have" };
    let participle = sentence.form(lemma, Form::Participle);
    let put = vec![format!("{have} {participle}"), format!("has {participle}")];
    let message = "what goes on until now wants the present perfect";
    Some(sentence.slip("tense-perfect", group.first, group.first + 1, message, put))
}

/// Whether the sentence begins with words that lead up to now, and its first verb could follow them.
fn leads_up_to_now(sentence: &Sentence<'_>, group: &Group) -> bool {
    let first = sentence.span(0, 6);
    let begins =
        |words: &[&str]| first.len() > words.len() && words.iter().zip(first).all(|(word, token)| token.reads(word));
    let up_to_now = [
        &["so", "far"][..],
        &["until", "now"],
        &["up", "to", "now"],
        &["up", "until", "now"],
        &["to", "date"],
    ];
    // "For a decade now we publish": with the past it can be over.
    let lasting = sentence.at_is(0, &["for"]) && sentence.any_is(2, 6.min(group.first), &["now"]);
    // "For the past four years I volunteer".
    let past_years = sentence.at_is(0, &["for", "over", "during"])
        && sentence.at_is(1, &["the"])
        && sentence.at_is(2, &["past", "last"])
        && (3..6).any(|at| at < group.first && sentence.at_in(at, "long-units"));
    match group.tense {
        Tense::Present if past_years => !sentence.tokens[group.first].may.any(Tags::PAST),
        Tense::Past => up_to_now.iter().any(|words| begins(words)),
        Tense::Present => lasting || up_to_now.iter().any(|words| begins(words)),
        Tense::Modal | Tense::None => false,
    }
}

/// she worked since 1998.
pub fn worked_since(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        if group.is_single() && group.tense == Tense::Past {
            slips.extend(judge(sentence, group));
        }
    }
}

fn judge(sentence: &Sentence<'_>, group: &Group) -> Option<Slip> {
    let verb = &sentence.tokens[group.first];
    let limit = (group.end + 7).min(sentence.tokens.len());
    let end = (group.end..limit)
        .find(|at| sentence.tokens[*at].is(&[",", "that", "and", "when", "who", "which", "had"]))
        .unwrap_or(limit);
    let at = (group.end..end).find(|at| sentence.tokens[*at].reads("since"))?;
    let year = sentence
        .get(at + 1)
        .is_some_and(|next| next.can(Tags::NUMBER) && next.lower.len() == 4);
    let works = ["work", "live", "volunteer", "serve", "study", "practice", "teach"].contains(&verb.verb());
    let subject = sentence
        .phrase_ending(group.first)
        .is_some_and(|phrase| sentence.is_opening(phrase.start));
    if !year || !works || !subject {
        return None;
    }
    let many = sentence
        .before(group.first)
        .is_some_and(|before| before.is(&["i", "we", "they", "you"]) || before.can(Tags::NOUNS));
    let have = if many { "have" } else { "has" };
    let put = format!("{have} {}", sentence.form(verb.verb(), Form::Participle));
    let message = format!("\"since\" wants the present perfect: \"{put}\"");
    Some(sentence.slip_at("tense-perfect", group.first, message, put))
}
