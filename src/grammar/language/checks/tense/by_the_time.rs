//! What was over when something else came: by the time the helicopter landed, she lost two liters.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::verb_group::{Group, Tense};

/// By the time the helicopter landed, she lost two liters; by the time I start, I will spend six years.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    slips.extend(judge(sentence));
}

fn judge(sentence: &Sentence<'_>) -> Option<Slip> {
    if !sentence.at_is(0, &["by"]) || !sentence.at_is(1, &["the"]) || !sentence.at_is(2, &["time"]) {
        return None;
    }
    let comma = sentence.comma()?;
    let when = sentence.finite().find(|group| group.end <= comma)?;
    let main = sentence.finite().find(|group| group.start > comma)?;
    sentence.phrase_ending(main.first)?;
    let put = match when.tense {
        Tense::Past => past_perfect(sentence, main)?,
        Tense::Present => future_perfect(sentence, main)?,
        Tense::Modal | Tense::None => return None,
    };
    let message = format!("what was over by then wants \"{put}\"");
    Some(sentence.slip("tense-perfect", main.first, main.end, message, vec![put]))
}

/// she lost, she has undergone, she was here for eleven weeks
fn past_perfect(sentence: &Sentence<'_>, main: &Group) -> Option<String> {
    let verb = &sentence.tokens[main.first];
    if main.perfect && verb.is(&["has", "have"]) {
        return Some(format!("had {}", sentence.text(main.first + 1, main.end)));
    }
    if !main.is_single() || main.tense != Tense::Past || verb.reads("had") {
        return None;
    }
    if verb.is_be() {
        let long = (main.end..sentence.tokens.len())
            .any(|at| sentence.tokens[at].reads("for") && sentence.any_in(at, at + 5, "long-units"));
        return long.then(|| "had been".to_owned());
    }
    let lemma = verb.verb();
    let state = ["states", "thinks", "lasting"]
        .iter()
        .any(|list| sentence.words.has(list, lemma));
    (!state).then(|| format!("had {}", sentence.form(lemma, Form::Participle)))
}

/// I will spend six years
fn future_perfect(sentence: &Sentence<'_>, main: &Group) -> Option<String> {
    let lemma = sentence.tokens[main.main].verb();
    let is_wrong = sentence.tokens[main.first].reads("will")
        && main.main == main.first + 1
        && sentence.words.has("completed", lemma);
    is_wrong.then(|| format!("will have {}", sentence.form(lemma, Form::Participle)))
}
