//! Subjects that are missing: because was late; is important to; when arrived.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::{Chunk, Tags};

/// Is important to.
pub fn it_is(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let Some([first, second]) = sentence.row(0) else {
        return;
    };
    let asks = sentence.any_is(0, sentence.tokens.len(), &["?"]);
    if first.is(&["is", "was"]) && second.is_in(sentence.words, "it-is-adjectives") && !asks {
        let put = format!("It {}", first.lower);
        slips.push(sentence.slip_at("missing-subject", 0, "the subject is missing: \"it\"", put));
    }
}

/// because was late; when arrived; to hear that was still one bed.
pub fn subject(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        slips.extend(after_link(sentence, at));
        slips.extend(after_that(sentence, at));
    }
}

/// because was late
fn after_link(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [link, verb, next] = sentence.row(at)?;
    let auxiliary = verb.is(&["is", "was", "were", "am", "are", "has", "had"]);
    let subordinates = match link.lower.as_str() {
        "because" | "although" | "whether" => true,
        "since" => {
            // "What is new since is": the word may stand for itself.
            let opens = at == 0 || sentence.before_is(at, &[","]);
            auxiliary && verb.is_be() && opens && !sentence.is_question()
        }
        "when" => auxiliary && !sentence.is_question() && !sentence.before_can(at, Tags::VERBAL),
        "if" | "while" => auxiliary && !sentence.is_question(),
        _ => false,
    };
    let finite =
        auxiliary || verb.must(Tags::PAST) && !verb.may.any(Tags::PARTICIPLE | Tags::NOMINAL | Tags::ADJECTIVAL);
    let has_subject = next.is(&["it", "he", "she", "they", "i", "we", "there"]) || next.can(Tags::PRONOUN);
    (subordinates && finite && !has_subject).then(|| {
        let message = format!("the subject of \"{}\" is missing", verb.text);
        let put = vec![format!("{} it {}", link.text, verb.text)];
        sentence.slip("missing-subject", at, at + 2, message, put)
    })
}

/// to hear that was still one bed
fn after_that(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [link, verb, next] = sentence.row(at)?;
    let before = sentence.before(at)?;
    let is_wrong = link.reads("that")
        && verb.is(&["is", "was", "are", "were"])
        && next.is(&["still", "no", "only", "always", "nothing", "nobody"])
        && sentence.words.has("thinks", before.verb())
        && !before.can(Tags::NOMINAL);
    is_wrong.then(|| {
        let put = ["there", "it"].map(|subject| format!("that {subject} {}", verb.text));
        let message = "a subject is missing: \"there\" or \"it\"";
        sentence.slip("missing-subject", at, at + 2, message, put.into())
    })
}

/// Because I had no car, walked to the hospital.
pub fn dropped(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    slips.extend(judge_dropped(sentence));
}

fn judge_dropped(sentence: &Sentence<'_>) -> Option<Slip> {
    let comma = sentence
        .comma()
        .filter(|_| sentence.at_in(0, "dropped-subordinators"))?;
    let verb = sentence.get(comma + 1)?;
    let either = verb.must(Tags::PAST | Tags::PARTICIPLE)
        && verb.chunk == Chunk::Verb
        && sentence.at_in(comma + 2, "after-dropped")
        && sentence.at_is(0, &["because", "although", "since"]);
    let is_past = verb.can(Tags::PAST) && !verb.can(Tags::PARTICIPLE) || either;
    let one_comma = sentence.tokens.iter().filter(|token| token.reads(",")).count() == 1;
    let earlier = sentence.finite().any(|group| group.start < comma);
    let later = sentence.finite().any(|group| group.start > comma + 1);
    (is_past && one_comma && earlier && !later).then(|| {
        let message = format!("the subject of \"{}\" is missing", verb.text);
        sentence.slip_at("missing-subject", comma + 1, message, format!("I {}", verb.text))
    })
}
