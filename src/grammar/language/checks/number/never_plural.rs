//! Plurals that there are not: informations, peoples, childrens.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// informations, equipments.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        if sentence.tokens[at].lower.ends_with('s') {
            slips.extend(uncounted(sentence, at));
            slips.extend(people(sentence, at));
            slips.extend(doubled(sentence, at));
        }
    }
}

/// informations
fn uncounted(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let token = &sentence.tokens[at];
    let one = token.lower.strip_suffix('s')?;
    // "She researches stents": a verb, unless a noun phrase or a word before nouns says otherwise.
    let is_verb = token.is(&["researches", "progresses", "evidences"])
        && !sentence
            .phrases
            .iter()
            .any(|phrase| phrase.head == at && phrase.start < at)
        && !sentence.before_is(at, &["done", "do", "of", "in", "many"]);
    let known = token.is(&["researches", "evidences"])
        || sentence.words.has("never-plural", one)
        || one.ends_with("ie") && sentence.words.has("never-plural", &one.replace("ie", "y"));
    let is_wrong = known && !is_verb && token.text == token.lower;
    let singular = if token.reads("researches") { "research" } else { one };
    is_wrong.then(|| {
        let message = format!("\"{singular}\" is not counted and has no plural");
        sentence.slip_at("number-mass", at, message, singular)
    })
}

/// the peoples, many staffs
fn people(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let (token, before) = (&sentence.tokens[at], sentence.before(at)?);
    let plain = token.reads("peoples")
        && before.is_in(sentence.words, "determiners-of-many")
        && !sentence.at_is(at + 1, &["of"]);
    if plain {
        return Some(sentence.slip_at("number-mass", at, "\"people\" is more than one already", "people"));
    }
    let staff = token.reads("staffs")
        && (before.can(Tags::NUMBER | Tags::POSSESSIVE) || before.is(&["the", "many", "several", "other"]));
    let put = vec!["staff members".to_owned(), "staff".to_owned()];
    let message = "\"staff\" means all of them: one is a staff member";
    staff.then(|| sentence.slip("number-mass", at, at + 1, message, put))
}

/// childrens, foots
fn doubled(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let token = &sentence.tokens[at];
    let right = match token.lower.as_str() {
        "childrens" | "childs" => "children",
        "mens" | "mans" => "men",
        "womens" | "womans" => "women",
        "foots" => "feet",
        "tooths" => "teeth",
        "mouses" => "mice",
        _ => return None,
    };
    let is_wrong = token.text == token.lower && !sentence.at_can(at + 1, Tags::GENITIVE);
    is_wrong.then(|| sentence.slip_at("number-plural", at, "this plural takes no -s", right))
}
