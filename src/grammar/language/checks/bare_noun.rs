//! Nouns that are counted and stand without an article.

use super::super::clause::Sentence;
use super::super::forms;
use super::super::phrase::{Phrase, is_determiner};
use super::super::slip::Slip;
use super::super::token::{Tags, Token};

/// Phrases in which a counted noun stands alone for a good reason, as the words before and the noun.
const FIXED: [&str; 81] = [
    "by phone", "by mistake", "by chance", "by hand", "by train", "by bus", "by car", "by email", "by letter", "by example", "by name", "in person",
    "in question", "in fact", "at hand", "on call", "on foot", "in place", "in half", "by accident", "in case", "in addition", "on stage",
    "in bed", "in class", "in school", "at home", "of course", "in part", "as part", "on paper", "in theory", "in training", "at risk",
    "by night", "at night", "by day", "in turn", "on time", "in time", "in line", "on line", "without question", "by default", "with care",
    "take part", "takes part", "took part", "taking part", "make way", "give way", "gave way", "have time", "on board", "in hand", "in fear", "in position",
    "of interest", "at table", "in doubt", "by surprise", "on duty", "off duty", "in character", "in color", "in shape", "in front", "on purpose", "out loud",
    "without error", "without mistake", "in conversation", "in discussion", "by design", "in role", "from scratch", "in combination", "on balance", "in practice", "at face", "per hour",
];

fn head<'s>(sentence: &'s Sentence<'_>, phrase: &Phrase) -> &'s Token {
    &sentence.tokens[phrase.head]
}

/// Whether a phrase has neither determiner nor anything else that stands for one.
fn is_bare(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let tokens = sentence.span(phrase.start, phrase.head);
    let first = &sentence.tokens[phrase.start];
    phrase.determiner.is_none()
        && !tokens.iter().any(|token| is_determiner(token) || token.can(Tags::NUMBER | Tags::DETERMINER | Tags::GENITIVE | Tags::POSSESSIVE) || token.is_letters())
        && !first.quoted
        && !tokens.iter().any(|token| token.is_capital())
        && !first.is(&["such", "what", "which", "whose", "enough", "chief", "no"])
        && sentence.before(phrase.start).is_none_or(|before| !is_determiner(before) && !before.can(Tags::NUMBER | Tags::GENITIVE) && !before.is(&["one", "-", "/", "\"", "'", "and", "or", "nor", "per", "kind", "type", "sort", "each", "than", "but"]))
}

/// Whether something after the head makes it part of a longer word or a pair.
fn is_cut_off(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let Some(next) = sentence.get(phrase.end) else { return false };
    next.is(&["-", "/", "and", "or", "nor", "'s", "\"", "by", "after", ":"])
        || next.can(Tags::GENITIVE | Tags::NUMBER)
        || (next.can(Tags::NOMINAL) && !next.can(Tags::VERBAL | Tags::PREPOSITION | Tags::ADVERB | Tags::PRONOUN))
        || (!next.spaced && !next.can(Tags::STOP))
        || next.is_letters()
}

/// "after embolization patient said", "had fever", "opened door".
pub fn counted(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence.phrases.iter().filter(|phrase| !phrase.is_pronoun && !phrase.is_name) {
        let noun = head(sentence, phrase);
        let is_singular = noun.can(Tags::NOUN) && !noun.can(Tags::NOUNS | Tags::VERBAL.without(Tags::BASE | Tags::PRESENT)) && noun.text == noun.lower;
        if !is_singular || !sentence.words.has("counted", &noun.lower) || !is_bare(sentence, phrase) || is_cut_off(sentence, phrase) {
            continue;
        }
        let Some(before) = sentence.before(phrase.start) else { continue };
        if FIXED.contains(&format!("{} {}", before.lower, noun.lower).as_str()) || before.is(&["as", "of", "into", "be", "become", "becoming", "became"]) {
            continue;
        }
        if sentence.tokens[phrase.start].is(&["first", "second", "third", "fourth", "fifth", "sixth", "final", "last", "next"]) || sentence.get(phrase.end).is_some_and(|next| next.is(&[",", "included"])) && !sentence.before(phrase.start).is_some_and(|before| before.can(Tags::PREPOSITION)) {
            continue;
        }
        let alone = phrase.head == phrase.start;
        let often_bare = sentence.words.has("often-bare", &noun.lower);
        let after_verb = sentence.group_ending(phrase.start).is_some_and(|group| {
            let verb = sentence.tokens[group.main].verb();
            !group.passive && !(group.is_single() && sentence.tokens[group.main].can(Tags::ING) && !group.infinitive) && !sentence.tokens[group.main].is_be() && !["become", "call", "name", "elect", "appoint", "practice", "study", "play", "turn", "go", "make", "come", "take", "speak", "read", "stay", "feel", "remain", "get", "lose", "change", "need", "leave", "start", "finish", "begin", "teach", "help", "let", "move", "attend", "miss", "hold", "require", "say", "learn", "enter", "gain", "draw", "mean", "cause"].contains(&verb)
        });
        let after_be = before.is(&["is", "was"]) && !alone && sentence.tokens[phrase.start].must(Tags::ADJECTIVAL) && !often_bare && noun.is(&["honor", "privilege", "pleasure", "gift", "challenge", "opportunity", "mistake", "question", "problem", "decision", "goal", "experience", "reason", "idea", "difference", "story", "example"]);
        let after_preposition = before.must(Tags::PREPOSITION | Tags::PARTICLE) && before.is(&["in", "at", "on", "with", "for", "from", "to", "under", "behind", "near", "beside", "inside", "through", "about", "after", "before"]) || before.eq("to") && !before.can(Tags::BASE);
        let opening = sentence.is_opening(phrase.start) && phrase.start > 0 && sentence.before(phrase.start).is_some_and(|before| before.is(&[",", "because", "that", "when", "if", "while", "although", "where", "until"])) && sentence.groups.iter().any(|group| group.start == phrase.end && group.is_finite());
        let strict = alone && often_bare;
        let is_person = sentence.words.has("roles", &noun.lower) || noun.is(&["patient", "child"]);
        let speaks = opening && !strict || (after_verb || after_be) && !strict && !pair(sentence, phrase) || after_preposition && !often_bare && (is_person || is_place(&noun.lower)) && !pair(sentence, phrase);
        if !speaks || after_verb && sentence.span(phrase.start, phrase.head).iter().any(|token| token.can(Tags::ING | Tags::ADVERB)) {
            continue;
        }
        let text: Vec<&str> = sentence.span(phrase.start, phrase.end).iter().map(|token| token.text.as_str()).collect();
        let text = text.join(" ");
        let first = &sentence.tokens[phrase.start].text;
        let with_a = format!("{}{}", forms::with_article(sentence.words, first), &text[first.len()..]);
        let the = format!("the {text}");
        slips.push(sentence.slip("article-missing", phrase.start, phrase.end, format!("\"{}\" is counted: one of them wants an article or another determiner", noun.lower), if after_preposition || opening { vec![the, with_a] } else { vec![with_a, the] }));
    }
}

fn is_place(noun: &str) -> bool {
    ["country", "village", "city", "ward", "operation", "procedure", "biopsy", "exam", "lecture", "meeting", "laboratory", "lab", "room", "door", "window", "department", "apartment", "house", "unit", "institution", "rotation", "elective", "morning", "evening"].contains(&noun)
}

/// A list of bare nouns: "door to door", "doctor and patient".
fn pair(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let noun = &sentence.tokens[phrase.head].lower;
    let same = |at: usize| sentence.get(at).is_some_and(|token| &token.lower == noun);
    same(phrase.end + 1) || (phrase.start >= 2 && same(phrase.start - 2)) || sentence.get(phrase.end).is_some_and(|next| next.eq("to") && sentence.get(phrase.end + 1).is_some_and(|far| far.can(Tags::NOUN) && !far.can(Tags::BASE)))
}

/// "became nurse", "as medical student", "he was soldier".
pub fn role(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for phrase in sentence.phrases.iter().filter(|phrase| !phrase.is_pronoun) {
        let noun = head(sentence, phrase);
        if !sentence.words.has("roles", &noun.lower) || noun.text != noun.lower || !is_bare(sentence, phrase) || is_cut_off(sentence, phrase) {
            continue;
        }
        let Some(before) = sentence.before(phrase.start) else { continue };
        let group = sentence.group_ending(phrase.start);
        let becomes = group.is_some_and(|group| ["be", "become"].contains(&sentence.tokens[group.main].verb()) && !group.passive);
        let many = group.and_then(|group| sentence.subject(group)).is_some_and(|subject| subject.number == super::super::phrase::Number::Many && !sentence.tokens[subject.head].eq("i") && !sentence.tokens[subject.head].eq("you"));
        let post = before.eq("as") && sentence.tokens.get(phrase.start.wrapping_sub(2)).is_some_and(|token| token.is(&["post", "position", "role", "job", "time", "year", "years", "appointment", "months", "weeks", "career"]));
        let patient = noun.eq("patient") && sentence.get(phrase.end).is_some_and(|next| next.is(&["with", "enough", "and", "about", "in"]));
        if post || patient {
            continue;
        }
        let title = sentence.span(phrase.start, phrase.head).iter().any(|token| token.is(&["second", "third", "fourth", "chief", "lead", "head", "senior", "first", "last", "only", "principal", "acting", "assistant", "associate", "co", "team", "class", "student"]));
        let of = sentence.get(phrase.end).is_some_and(|next| next.is(&["of", "for", "to", "at", "in"])) && noun.is(&["leader", "president", "assistant", "volunteer", "consultant", "tutor", "mentor", "professor"]);
        if (becomes && !many || before.eq("as") && !before.can(Tags::ADVERB)) && !title && !of && !(before.eq("as") && sentence.tokens.get(phrase.start.wrapping_sub(2)).is_some_and(|token| token.is(&["as", "such", "same"]))) {
            let text: Vec<&str> = sentence.span(phrase.start, phrase.end).iter().map(|token| token.text.as_str()).collect();
            let text = text.join(" ");
            let first = &sentence.tokens[phrase.start].text;
            let put = format!("{}{}", forms::with_article(sentence.words, first), &text[first.len()..]);
            slips.push(sentence.slip("article-role", phrase.start, phrase.end, format!("\"{}\" wants an article: one is or becomes \"{put}\"", noun.lower), vec![put]));
        }
    }
}
