//! Where the -ing form stands: enjoyed to teach; without to ask; after complete.

use crate::grammar::Slip;
use crate::grammar::language::checks::form::is_bare;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::forms::Form;
use crate::grammar::language::token::{Tags, Token};

use super::passive;

/// enjoyed to teach; without to ask; for to learn.
pub fn gerund(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        if sentence.tokens[at + 1].reads("to") && is_bare(&sentence.tokens[at + 2]) {
            slips.extend(after_verb(sentence, at));
            slips.extend(after_preposition(sentence, at));
            slips.extend(purpose(sentence, at));
        }
    }
}

/// The -ing form in the place of "to" and the verb after it.
fn mended(sentence: &Sentence<'_>, rule: &str, at: usize) -> Slip {
    let ing = sentence.form(sentence.tokens[at + 2].verb(), Form::Ing);
    let message = format!(
        "\"{}\" is followed by the -ing form: \"{ing}\"",
        sentence.tokens[at].text
    );
    sentence.slip(rule, at + 1, at + 3, message, vec![ing])
}

/// enjoyed to teach
fn after_verb(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let verb = &sentence.tokens[at];
    let lemma = verb.verb();
    let fits = if verb.can(Tags::ING) {
        verb.is(&["enjoying", "avoiding", "finishing"])
    } else {
        !verb.reads("quit") && !passive(sentence, at)
    };
    // "I keep a list to remember them": some take a purpose, though hardly ever at once.
    let purpose = sentence.words.has("also-with-purpose", lemma)
        && !["consider", "suggest", "risk", "finish", "keep"].contains(&lemma);
    (fits && !purpose && verb.is_verb_of(sentence.words, "takes-ing")).then(|| mended(sentence, "frame-ing", at))
}

/// without to ask; interested in to learn
fn after_preposition(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let word = &sentence.tokens[at];
    let fits = match word.lower.as_str() {
        "in" => sentence.before_in(at, "gerund-adjectives") && !sentence.tokens[at + 2].reads("see"),
        "about" => {
            // "A ward about to close": what is soon to be; only after a feeling or a word is the object meant.
            let felt = [
                "passionate",
                "excited",
                "worried",
                "nervous",
                "serious",
                "enthusiastic",
                "think",
                "thought",
                "talk",
            ];
            sentence.before_is(at, &felt)
        }
        "for" | "before" | "after" | "on" | "by" | "than" => false,
        _ => true,
    };
    (fits && word.is_in(sentence.words, "gerund-prepositions") && word.can(Tags::PREPOSITION))
        .then(|| mended(sentence, "frame-preposition", at))
}

/// for to learn
fn purpose(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let put = vec!["to".to_owned()];
    sentence.tokens[at]
        .reads("for")
        .then(|| sentence.slip("frame-purpose", at, at + 2, "\"to\" alone tells the purpose", put))
}

/// after complete, of become, by work, look forward to meet.
pub fn bare_after_preposition(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        if is_bare(&sentence.tokens[at + 1]) {
            slips.extend(bare(sentence, at));
            slips.extend(after_fixed_to(sentence, at));
        }
    }
}

/// Whether token `at` begins the object of the verb before it.
fn is_object(token: &Token) -> bool {
    token.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN)
        && !token.is(&["that", "i", "he", "she", "we", "they"])
        || token.is(&["home", "abroad"])
}

/// after complete, of become
fn bare(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [preposition, verb, next] = sentence.row(at)?;
    let words = sentence.words;
    let soon = preposition.is(&["for", "after", "before"]) && sentence.before(at).is_some_and(Token::is_be)
        || preposition.reads("about")
        || preposition.reads("of") && sentence.before_is(at, &["kind", "sort"])
        || preposition.is(&["before", "after", "without"]) && verb.reads("work");
    let is_preposition = preposition.is_in(words, "bare-prepositions") && preposition.can(Tags::PREPOSITION) && !soon;
    let elsewhere = Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB;
    let verb_alone = !verb.may.any(elsewhere) && !verb.is(&["let", "be"]);
    let with_object = verb.may.any(Tags::NOMINAL)
        && is_object(next)
        && verb.is_in(words, "bare-after-preposition")
        && !verb.is_in(words, "bare-also-nouns");
    let plain = verb.can(Tags::BASE | Tags::PRESENT) && (verb_alone || verb.reads("become") || with_object);
    let noun_like = preposition.is(&["without", "after", "before"])
        && verb.is(&["complete", "finish", "start", "work", "study", "use"])
        && is_object(next)
        && next.can(Tags::DETERMINER | Tags::POSSESSIVE);
    let instead = preposition.reads("of") && verb.reads("go") && sentence.before_is(at, &["instead"]);
    if verb.reads("have") || !(is_preposition && (plain || noun_like) || instead) {
        return None;
    }
    let ing = sentence.form(verb.verb(), Form::Ing);
    let message = format!("\"{}\" is followed by the -ing form: \"{ing}\"", preposition.text);
    Some(sentence.slip_at("frame-preposition", at + 1, message, ing))
}

/// look forward to meet
fn after_fixed_to(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let [to, verb, next] = sentence.row(at)?;
    if verb.may.any(Tags::ADJECTIVAL) && !is_object(next) {
        return None;
    }
    let is_noun =
        verb.may.any(Tags::NOMINAL) && !is_object(next) && !next.can(Tags::PREPOSITION | Tags::NUMBER | Tags::ADVERB);
    if !to.reads("to") || !verb.can(Tags::BASE) || is_noun || !is_fixed_to(sentence, at) {
        return None;
    }
    let ing = sentence.form(verb.verb(), Form::Ing);
    let message = format!("this \"to\" is a preposition: \"{ing}\"");
    Some(sentence.slip_at("frame-to-ing", at + 1, message, ing))
}

/// look forward to, used to (with "be"), committed to, in addition to.
fn is_fixed_to(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = sentence.before(at) else {
        return false;
    };
    let earlier = sentence.before(at - 1);
    let in_state = earlier.is_some_and(|token| token.is_be() || token.is_in(sentence.words, "before-used-to"));
    match before.lower.as_str() {
        "forward" => earlier.is_some_and(|token| token.is_verb("look")),
        "addition" => earlier.is_some_and(|token| token.reads("in")),
        "used" => in_state && !is_tool(sentence, at - 2),
        "committed" | "dedicated" => in_state,
        _ => before.is(&[
            "objected",
            "opposed",
            "contributed",
            "resorted",
            "devoted",
            "accustomed",
        ]),
    }
}

/// Whether what "was used to" tells of is a thing, for which it means a purpose: "a wire was used to cross".
fn is_tool(sentence: &Sentence<'_>, be_at: usize) -> bool {
    let is_person =
        |head: &Token| head.is_in(sentence.words, "roles") || head.is(&["i", "he", "she", "we", "they", "you"]);
    sentence.at_is(be_at, &["was", "were", "is", "are", "be", "been"])
        && !sentence
            .phrase_ending(be_at)
            .is_some_and(|phrase| is_person(&sentence.tokens[phrase.head]))
}
