//! What follows a verb, an adjective or a preposition: -ing, "to", a person, a preposition.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms::{self, Form};
use super::super::token::{Chunk, Tags, Token};
use super::form::is_bare;

/// Whether a token is a verb of a list here, and not a noun.
fn is_of(sentence: &Sentence<'_>, token: &Token, list: &str) -> bool {
    let verbal = token.can(Tags::VERBAL)
        && !token.must(Tags::NOMINAL)
        && !(token.chunk == Chunk::Noun && token.can(Tags::NOMINAL));
    verbal
        && token
            .lemmas
            .iter()
            .any(|(lemma, tags)| tags.any(Tags::VERBAL) && token.tags.any(*tags) && sentence.words.has(list, lemma))
}

/// enjoyed to teach; without to ask; interested in to learn; after complete.
pub fn gerund(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (verb, to, next) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        if is_of(sentence, verb, "takes-ing")
            && to.eq("to")
            && is_bare(next)
            && !(verb.eq("quit"))
            && !passive(sentence, at)
            && !verb.can(Tags::ING)
            || (is_of(sentence, verb, "takes-ing")
                && verb.can(Tags::ING)
                && to.eq("to")
                && is_bare(next)
                && verb.is(&["enjoying", "avoiding", "finishing"]))
        {
            let lemma = verb.verb();
            let purpose = [
                "keep", "practice", "practise", "report", "complete", "quit", "mind", "recall", "finish", "suggest",
                "consider", "resist", "miss", "risk",
            ]
            .contains(&lemma);
            let adjacent_only = !purpose || ["consider", "suggest", "risk", "finish", "keep"].contains(&lemma);
            if adjacent_only {
                let ing = forms::verb(sentence.words, next.verb(), Form::Ing);
                slips.push(sentence.slip(
                    "frame-ing",
                    at + 1,
                    at + 3,
                    format!("\"{}\" is followed by the -ing form: \"{ing}\"", verb.text),
                    vec![ing.clone()],
                ));
            }
        }
        let preposition = verb.is(&[
            "of", "without", "in", "by", "after", "before", "for", "from", "about", "at", "on", "despite", "instead",
            "than",
        ]) && verb.can(Tags::PREPOSITION);
        let in_fits = !verb.eq("in")
            || sentence.before(at).is_some_and(|before| {
                before.is(&[
                    "interested",
                    "difficulty",
                    "difficulties",
                    "interest",
                    "succeeded",
                    "succeed",
                    "experience",
                    "experienced",
                    "role",
                    "involved",
                    "persisted",
                    "pleasure",
                    "value",
                    "trouble",
                    "confidence",
                    "skilled",
                    "hand",
                ])
            });
        if preposition
            && in_fits
            && !verb.is(&["than"])
            && to.eq("to")
            && is_bare(next)
            && !verb.is(&["for", "before", "after", "on", "by"])
            && !(verb.is(&["in", "about"])
                && (next.eq("see")
                    || sentence
                        .before(at)
                        .is_some_and(|before| before.is_be() || before.is(&["come", "came", "comes", "just"]))
                        && verb.eq("about")))
        {
            let ing = forms::verb(sentence.words, next.verb(), Form::Ing);
            slips.push(sentence.slip(
                "frame-preposition",
                at + 1,
                at + 3,
                format!("\"{}\" is followed by the -ing form: \"{ing}\"", verb.text),
                vec![ing.clone()],
            ));
        }
        if verb.eq("for") && to.eq("to") && is_bare(next) {
            slips.push(sentence.slip(
                "frame-purpose",
                at,
                at + 2,
                "\"to\" alone tells the purpose",
                vec!["to".to_owned()],
            ));
        }
    }
    bare_after_preposition(sentence, slips);
}

fn passive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .group_holding(at)
        .is_some_and(|group| group.passive && group.main == at)
}

/// after complete, of become, by work, look forward to meet.
fn bare_after_preposition(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (preposition, verb, next) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let object = next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN)
            && !next.is(&["that", "i", "he", "she", "we", "they"])
            || next.is(&["home", "abroad"]);
        let noun_free = !verb
            .may
            .any(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB);
        let is_preposition = preposition.is(&[
            "of", "without", "by", "after", "before", "from", "for", "in", "about", "at", "despite", "with",
        ]) && preposition.can(Tags::PREPOSITION)
            && !(preposition.is(&["about", "for", "after", "before"])
                && sentence.before(at).is_some_and(super::super::token::Token::is_be));
        let wrong = is_preposition
            && is_bare(verb)
            && verb.can(Tags::BASE | Tags::PRESENT)
            && (noun_free && !verb.is(&["let", "be", "become"])
                || verb.eq("become")
                || (verb.may.any(Tags::NOMINAL)
                    && object
                    && verb.is(&[
                        "complete", "finish", "go", "work", "help", "start", "study", "learn", "see", "watch", "visit",
                        "use", "make", "do", "read", "ask", "treat", "care", "perform",
                    ])
                    && !verb.is(&[
                        "work", "care", "study", "help", "visit", "watch", "use", "start", "finish",
                    ])));
        let wrong = wrong
            || is_preposition
                && preposition.is(&["without", "after", "instead", "before"])
                && verb.is(&["complete", "finish", "start", "work", "study", "use"])
                && object
                && is_bare(verb)
                && next.can(Tags::DETERMINER | Tags::POSSESSIVE);
        let wrong = wrong
            || preposition.eq("of") && verb.eq("go") && sentence.before(at).is_some_and(|before| before.eq("instead"));
        if wrong && !verb.eq("have") {
            let ing = forms::verb(sentence.words, verb.verb(), Form::Ing);
            slips.push(sentence.slip(
                "frame-preposition",
                at + 1,
                at + 2,
                format!("\"{}\" is followed by the -ing form: \"{ing}\"", preposition.text),
                vec![ing.clone()],
            ));
        }
        let fixed =
            preposition.eq("to") && at >= 1 && is_bare(verb) && verb.can(Tags::BASE) && (fixed_to(sentence, at));
        let noun = verb.may.any(Tags::NOMINAL) && !object && !next.can(Tags::PREPOSITION | Tags::NUMBER | Tags::ADVERB);
        if fixed && !noun {
            let ing = forms::verb(sentence.words, verb.verb(), Form::Ing);
            slips.push(sentence.slip(
                "frame-to-ing",
                at + 1,
                at + 2,
                format!("this \"to\" is a preposition: \"{ing}\""),
                vec![ing.clone()],
            ));
        }
    }
}

/// look forward to, used to (with "be"), committed to, in addition to.
fn fixed_to(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = sentence.before(at) else {
        return false;
    };
    let earlier = at.checked_sub(2).and_then(|at| sentence.get(at));
    let be = earlier.is_some_and(|token| {
        token.is_be()
            || token.is(&[
                "got", "get", "getting", "became", "become", "not", "more", "well", "also", "so", "deeply", "fully",
            ])
    });
    before.eq("forward") && earlier.is_some_and(|token| token.is_verb("look"))
        || before.is(&["used", "accustomed", "committed", "dedicated", "devoted"])
            && be
            && !(before.eq("used")
                && earlier.is_some_and(|token| {
                    token.is(&["was", "were", "is", "are", "be", "been"])
                        && !sentence.phrase_ending(at - 2).is_some_and(|phrase| {
                            sentence.words.has("roles", &sentence.tokens[phrase.head].lower)
                                || sentence.tokens[phrase.head].is(&["i", "he", "she", "we", "they", "you"])
                        })
                }))
        || before.is(&["addition"]) && earlier.is_some_and(|token| token.eq("in"))
        || before.is(&[
            "objected",
            "opposed",
            "contributed",
            "resorted",
            "devoted",
            "accustomed",
        ])
}

/// hoped working, refused taking, let me to observe, encouraged me applying.
pub fn infinitive(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (verb, next, third) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let only_to = is_of(sentence, verb, "takes-to")
            && !verb.can(Tags::ING | Tags::NOMINAL)
            && !passive(sentence, at)
            && ![
                "want",
                "prepare",
                "seek",
                "learn",
                "attempt",
                "fail",
                "tend",
                "long",
                "arrange",
                "strive",
                "intend",
                "opt",
                "manage",
                "pretend",
                "desire",
                "struggle",
                "offer",
                "choose",
                "determine",
            ]
            .contains(&verb.verb());
        let ing = next.may.any(Tags::ING)
            && next.text == next.lower
            && next.lower.ends_with("ing")
            && !next.is(&[
                "nothing",
                "something",
                "anything",
                "everything",
                "during",
                "evening",
                "morning",
                "spring",
                "according",
                "including",
                "training",
                "nursing",
                "meaning",
                "feeling",
                "building",
                "meeting",
                "funding",
                "housing",
                "counseling",
                "screening",
                "teaching",
            ]);
        let followed = third.can(
            Tags::DETERMINER
                | Tags::POSSESSIVE
                | Tags::PRONOUN
                | Tags::NOMINAL
                | Tags::PREPOSITION
                | Tags::ADVERB
                | Tags::NUMBER,
        );
        if only_to && ing && followed && verb.spaced {
            let base = next.lemma(Tags::ING).unwrap_or(&next.lower).to_owned();
            slips.push(sentence.slip(
                "frame-to",
                at + 1,
                at + 2,
                format!("\"{}\" is followed by \"to {base}\"", verb.text),
                vec![format!("to {base}")],
            ));
        }
        let object = next.is(&["me", "us", "him", "them", "you", "her", "it", "myself"]);
        if object
            && is_of(sentence, verb, "object-bare")
            && third.eq("to")
            && sentence.get(at + 3).is_some_and(is_bare)
            && !passive(sentence, at)
        {
            slips.push(sentence.slip(
                "frame-bare",
                at + 2,
                at + 3,
                format!("\"{}\" takes the bare verb, without \"to\"", verb.text),
                vec![String::new()],
            ));
        }
        let takes = is_of(sentence, verb, "object-to")
            && ![
                "have", "see", "tell", "ask", "cause", "lead", "order", "train", "teach", "want",
            ]
            .contains(&verb.verb());
        if object
            && !next.eq("it")
            && takes
            && third.may.any(Tags::ING)
            && third.lower.ends_with("ing")
            && !third.may.any(Tags::PREPOSITION)
            && sentence.get(at + 3).is_some_and(|next| !next.can(Tags::STOP))
        {
            let base = third.lemma(Tags::ING).unwrap_or(&third.lower).to_owned();
            slips.push(sentence.slip(
                "frame-object-to",
                at + 2,
                at + 3,
                format!("\"{} {}\" is followed by \"to {base}\"", verb.text, next.text),
                vec![format!("to {base}")],
            ));
        }
        let bare_third = object
            && !next.eq("it")
            && takes
            && is_bare(third)
            && !third
                .may
                .any(Tags::NOMINAL | Tags::PREPOSITION | Tags::ADVERB | Tags::ADJECTIVAL);
        let bare_noun = object
            && [
                "allow",
                "encourage",
                "enable",
                "permit",
                "motivate",
                "inspire",
                "force",
                "advise",
                "invite",
                "urge",
                "remind",
                "persuade",
                "require",
                "expect",
            ]
            .contains(&verb.verb())
            && is_of(sentence, verb, "object-to")
            && is_bare(third)
            && !third.may.any(Tags::ADVERB | Tags::ADJECTIVAL | Tags::PREPOSITION)
            && !(third.may.any(Tags::NOMINAL) && next.eq("her"))
            && sentence
                .get(at + 3)
                .is_some_and(|next| next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN));
        if bare_third || bare_noun {
            slips.push(sentence.slip(
                "frame-object-to",
                at + 2,
                at + 3,
                format!("\"{} {}\" is followed by \"to\"", verb.text, next.text),
                vec![format!("to {}", third.text)],
            ));
        }
    }
}

/// allowed to enter (whom?); suggested me to apply; wanted that I.
pub fn object(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        let (verb, next, third) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let lemma = verb.verb();
        let active = sentence
            .group_holding(at)
            .is_some_and(|group| group.main == at && !group.passive && group.is_finite());
        let subject_before = sentence.before(at).is_some_and(|before| {
            before.is(&["they", "it", "he", "she", "this", "that", "which", "also", "we", "i"])
                || before.can(Tags::MODAL)
        }) || sentence
            .before(at)
            .is_some_and(|before| before.can(Tags::NOMINAL) && sentence.words.has("things", before.noun()));
        let past_only = !verb.can(Tags::PARTICIPLE)
            || sentence
                .before(at)
                .is_some_and(|before| before.is(&["they", "it", "he", "she", "this", "which", "that", "also"]))
            || verb.can(Tags::THIRD);
        if is_of(sentence, verb, "object-first")
            && !["teach", "advise"].contains(&lemma)
            && active
            && next.eq("to")
            && is_bare(third)
            && (subject_before && past_only
                || verb.can(Tags::PAST)
                    && !verb.is_be()
                    && sentence
                        .before(at)
                        .is_some_and(|before| before.is(&["it", "this", "which", "they", "he", "she"])))
        {
            slips.push(sentence.slip(
                "frame-missing-person",
                at,
                at + 2,
                format!("\"{}\" wants a person before \"to\"", verb.text),
                vec![format!("{} me to", verb.text), format!("{} us to", verb.text)],
            ));
        }
        let person = next.is(&["me", "us", "him", "them", "her", "you"]);
        if [
            "suggest",
            "recommend",
            "propose",
            "explain",
            "say",
            "mention",
            "describe",
            "demand",
        ]
        .contains(&lemma)
            && verb.can(Tags::VERBAL)
            && !verb.can(Tags::NOMINAL)
            && person
        {
            let says = lemma == "say";
            let explains = ["explain", "describe", "mention"].contains(&lemma)
                && (third.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::WH) || third.eq("that") || third.eq("about"));
            let suggests = ["suggest", "recommend", "propose", "demand"].contains(&lemma)
                && third.eq("to")
                && sentence.get(at + 3).is_some_and(is_bare);
            if says && !next.is(&["me", "us", "him", "them"]) {
                continue;
            }
            if says {
                let told = match verb.lower.as_str() {
                    "says" => "tells",
                    "saying" => "telling",
                    "say" => "tell",
                    _ => "told",
                };
                slips.push(sentence.slip(
                    "frame-say",
                    at,
                    at + 1,
                    "one tells somebody, and says something",
                    vec![told.to_owned()],
                ));
            } else if explains {
                slips.push(sentence.slip(
                    "frame-explain",
                    at + 1,
                    at + 2,
                    format!("\"{}\" takes the person with \"to\", or none", verb.text),
                    vec![format!("to {}", next.text)],
                ));
            } else if suggests {
                let who = match next.lower.as_str() {
                    "me" => "I",
                    "us" => "we",
                    "him" => "he",
                    "them" => "they",
                    "her" => "she",
                    _ => "you",
                };
                slips.push(sentence.slip(
                    "frame-suggest",
                    at + 1,
                    at + 3,
                    format!("\"{}\" is followed by \"that {who}\"", verb.text),
                    vec![format!("that {who}")],
                ));
            }
        }
        if verb.is_verb("want")
            && next.eq("that")
            && (third.is(&["i", "we", "he", "she", "they", "you"]) || third.can(Tags::POSSESSIVE))
            && !verb.can(Tags::NOMINAL)
        {
            let who = match third.lower.as_str() {
                "i" => "me",
                "we" => "us",
                "he" => "him",
                "she" => "her",
                "they" => "them",
                other => other,
            }
            .to_owned();
            slips.push(sentence.slip(
                "frame-want",
                at + 1,
                at + 3,
                "\"want\" takes a person and \"to\"",
                vec![format!("{who} to")],
            ));
        }
        if verb.is_verb("tell")
            && next.eq("that")
            && third.is(&["i", "he", "she", "we", "they"])
            && !verb.can(Tags::PARTICIPLE | Tags::ING)
        {
            slips.push(sentence.slip(
                "frame-tell",
                at,
                at + 1,
                "one tells somebody; what is told alone is said",
                vec!["said".to_owned()],
            ));
        }
    }
}

/// discussed about, entered to, contacted with.
pub fn preposition_verb(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (verb, preposition, next) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let object = next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::WH)
            || next.can(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::NUMBER);
        let list = match preposition.lower.as_str() {
            "about" => "no-about",
            "to" => "no-to",
            "with" => "no-with",
            "on" => "no-on",
            "of" => "no-of",
            "for" => "no-for",
            _ => continue,
        };
        let active = sentence
            .group_holding(at)
            .is_some_and(|group| group.main == at && !group.passive)
            && verb.chunk != Chunk::Noun
            && !verb.can(Tags::NOMINAL);
        if !object || !active || !is_of(sentence, verb, list) {
            continue;
        }
        let lemma = verb.verb();
        // "benefit to", "attend to a patient", "speak to": what can be said stays.
        let allowed = match preposition.lower.as_str() {
            "to" => {
                [
                    "attend",
                    "benefit",
                    "cure",
                    "surprise",
                    "follow",
                    "help",
                    "leave",
                    "affect",
                    "support",
                    "influence",
                    "serve",
                    "treat",
                    "advise",
                    "obey",
                    "access",
                    "encounter",
                    "accept",
                    "impress",
                    "face",
                    "inspire",
                    "motivate",
                    "encourage",
                    "join",
                    "marry",
                    "reach",
                    "teach",
                    "inform",
                    "assist",
                    "cure",
                ]
                .contains(&lemma)
                    && !(([
                        "teach",
                        "help",
                        "support",
                        "reach",
                        "inform",
                        "thank",
                        "face",
                        "encourage",
                    ]
                    .contains(&lemma))
                        && (next.is(&["me", "us", "him", "them"])
                            || next.can(Tags::POSSESSIVE) && ["help", "support"].contains(&lemma)))
            }
            "with" => ["visit", "join", "face"].contains(&lemma),
            "on" => ["impact", "influence", "stress", "discuss"].contains(&lemma) && lemma != "impact",
            "of" => ["need", "require", "include"].contains(&lemma) || verb.can(Tags::ING) && lemma != "lack",
            "for" => ["visit", "attend", "order", "request"].contains(&lemma),
            _ => {
                verb.can(Tags::PARTICIPLE) && !verb.can(Tags::PAST)
                    || ["express", "state", "summarize", "overview", "research", "investigate"].contains(&lemma)
                        && verb.can(Tags::NOMINAL)
            }
        };
        let past_alone = verb.can(Tags::PARTICIPLE) && sentence.before(at).is_some_and(|before| before.eq(","));
        let participle_after_noun = past_alone
            || verb.must(Tags::PARTICIPLE)
            || sentence.before(at).is_some_and(|before| before.can(Tags::NOMINAL))
                && verb.can(Tags::PARTICIPLE)
                && ["no-on", "no-of", "no-for"].contains(&list);
        let infinitive = preposition.eq("to")
            && (is_bare(next) && next.can(Tags::BASE) && !next.can(Tags::PRONOUN | Tags::DETERMINER));
        if !allowed && !participle_after_noun && !infinitive {
            slips.push(sentence.slip(
                "preposition-none",
                at + 1,
                at + 2,
                format!("\"{}\" takes its object without \"{}\"", verb.text, preposition.text),
                vec![String::new()],
            ));
        }
    }
}
