//! Relative pronouns.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::phrase::Phrase;
use super::super::token::Tags;

fn is_person(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let head = &sentence.tokens[phrase.head];
    let by_tag = phrase.is_pronoun && head.is(&["someone", "everyone", "anyone", "nobody", "those", "somebody"]);
    by_tag
        || sentence.words.has("persons", &head.lower)
        || sentence.words.has("persons", head.noun())
        || sentence.words.has("roles", head.noun())
}

fn is_thing(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let head = &sentence.tokens[phrase.head];
    sentence.words.has("things", head.noun()) && !head.is_capital()
}

/// the patient which; a case who; all what; a surgeon whom insisted; a nurse who's name.
pub fn pronoun(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let token = &sentence.tokens[at];
        let next = &sentence.tokens[at + 1];
        let comma = sentence.tokens[at - 1].eq(",");
        let end = if comma { at - 1 } else { at };
        let Some(phrase) = sentence.phrase_ending(end) else {
            continue;
        };
        let person = is_person(sentence, phrase);
        let outer = sentence.before(phrase.start).is_some_and(|before| before.eq("of"));
        let verb_follows = next.can(Tags::FINITE | Tags::MODAL)
            && !next.can(Tags::NOMINAL | Tags::PRONOUN | Tags::DETERMINER)
            || next.must(Tags::ADVERB) && sentence.get(at + 2).is_some_and(|verb| verb.can(Tags::FINITE));
        let subject_follows = next.is(&["i", "he", "she", "we", "they", "you"]);
        let the_one = sentence.tokens[phrase.head].eq("one")
            && sentence.before(phrase.end - 1).is_some_and(|before| before.eq("the"))
            && sentence
                .span(0, phrase.start)
                .iter()
                .any(|token| sentence.words.has("persons", &token.lower));
        if token.eq("which")
            && (person || the_one)
            && !outer
            && !comma
            && (verb_follows || subject_follows)
            && !sentence.tokens[at - 1].is(&["family", "people"])
        {
            slips.push(sentence.slip(
                "relative-person",
                at,
                at + 1,
                "people are \"who\", things \"which\"",
                vec![if subject_follows { "whom" } else { "who" }.to_owned()],
            ));
        }
        if token.eq("who")
            && is_thing(sentence, phrase)
            && !comma
            && verb_follows
            && !outer
            && sentence.before(phrase.start).is_none_or(|before| {
                !before.is(&[
                    "of", "in", "at", "from", "with", "on", "for", "to", "and", "by", "about",
                ])
            })
        {
            slips.push(sentence.slip(
                "relative-thing",
                at,
                at + 1,
                "people are \"who\", things \"that\" or \"which\"",
                vec!["that".to_owned(), "which".to_owned()],
            ));
        }
        let all_what = token.eq("what")
            && !comma
            && (phrase.is_pronoun
                && sentence.tokens[phrase.head].is(&["everything", "something", "nothing", "anything"])
                || sentence.tokens[phrase.head].eq("all"));
        if all_what
            && (subject_follows || verb_follows)
            && !sentence.span(0, phrase.start).iter().rev().take(3).any(|token| {
                token
                    .lemmas
                    .iter()
                    .any(|(lemma, _)| ["tell", "ask", "teach", "show", "know"].contains(&lemma.as_str()))
            })
        {
            slips.push(sentence.slip(
                "relative-what",
                at,
                at + 1,
                "after a noun stands \"that\", not \"what\"",
                vec!["that".to_owned()],
            ));
        }
        if token.eq("whom")
            && verb_follows
            && !next.is_be() | next.is_be()
            && sentence.before(at).is_some_and(|before| !before.can(Tags::PREPOSITION))
            && !sentence.before(at).is_some_and(|before| before.is(&["of"]))
        {
            slips.push(sentence.slip(
                "relative-whom",
                at,
                at + 1,
                "the subject of the clause is \"who\"",
                vec!["who".to_owned()],
            ));
        }
        if token.eq("who")
            && sentence.get(at + 1).is_some_and(|next| next.eq("'s"))
            && sentence.get(at + 2).is_some_and(|noun| {
                noun.can(Tags::NOMINAL) && !noun.can(Tags::VERBAL | Tags::ADJECTIVAL | Tags::PRONOUN | Tags::ADVERB)
            })
        {
            slips.push(sentence.slip(
                "relative-whose",
                at,
                at + 2,
                "\"who's\" is \"who is\"; what belongs to somebody is \"whose\"",
                vec!["whose".to_owned()],
            ));
        }
        // A physician who hands never shook.
        if token.eq("who")
            && person
            && !next.lower.starts_with('\'')
            && !next.may.any(Tags::THIRD)
            && !next.can(
                Tags::PRONOUN
                    | Tags::VERBAL
                    | Tags::DETERMINER
                    | Tags::POSSESSIVE
                    | Tags::ADVERB
                    | Tags::PREPOSITION
                    | Tags::MODAL
                    | Tags::WH
                    | Tags::STOP,
            )
            && next.can(Tags::NOUN | Tags::NOUNS)
        {
            slips.push(sentence.slip(
                "relative-whose",
                at,
                at + 1,
                "what belongs to somebody is \"whose\"",
                vec!["whose".to_owned()],
            ));
        }
        if token.eq("that")
            && comma
            && (person || is_thing(sentence, phrase) || phrase.determiner.is_some())
            && verb_follows
            && !next.eq("said")
            && relative_comma(sentence, at, phrase)
        {
            let put = if person { "who" } else { "which" };
            slips.push(sentence.slip(
                "relative-comma",
                at,
                at + 1,
                format!("after a comma stands \"{put}\""),
                vec![put.to_owned()],
            ));
        }
    }
    resumed(sentence, slips);
    contact(sentence, slips);
    preposition_case(sentence, slips);
}

/// Whether ", that" begins a clause that a second comma closes.
fn relative_comma(sentence: &Sentence<'_>, at: usize, phrase: &Phrase) -> bool {
    let close = sentence
        .span(at, sentence.tokens.len())
        .iter()
        .position(|token| token.eq(","));
    let first_verb = sentence.groups.iter().find(|group| group.start > at);
    let no_verb_before = !sentence
        .groups
        .iter()
        .any(|group| group.is_finite() && group.end <= phrase.start && group.start > at.saturating_sub(12));
    close.is_some_and(|close| {
        sentence
            .groups
            .iter()
            .any(|group| group.is_finite() && group.start >= at + close)
    }) && first_verb.is_some()
        && no_verb_before
}

/// The woman whom we treated her; the attending which I worked with him.
fn resumed(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(3) {
        let token = &sentence.tokens[at];
        let second = &sentence.tokens[at + 1];
        // Those who they lost.
        if token.eq("who")
            && second.is(&["they", "he", "she"])
            && sentence.phrase_ending(at).is_some()
            && sentence
                .get(at + 2)
                .is_some_and(|verb| verb.can(Tags::PAST) && !verb.can(Tags::PARTICIPLE) || verb.is_be())
            && !sentence
                .get(at + 2)
                .is_some_and(|verb| sentence.words.has("thinks", verb.verb()))
            && sentence
                .phrase_ending(at)
                .is_some_and(|phrase| phrase.is_pronoun || sentence.tokens[phrase.head].is(&["those", "people"]))
        {
            slips.push(sentence.slip(
                "relative-double",
                at + 1,
                at + 2,
                "\"who\" is the subject already",
                vec![String::new()],
            ));
        }
        if !token.is(&["whom", "which"]) || !second.is(&["i", "we", "he", "she", "they"]) {
            continue;
        }
        let Some(group) = sentence
            .group_starting(at + 2)
            .filter(|group| group.is_finite() && !group.passive)
        else {
            continue;
        };
        let object = group.end;
        let Some(pronoun) = sentence
            .get(object)
            .filter(|token| token.is(&["him", "her", "them", "it"]))
        else {
            continue;
        };
        let ends = sentence
            .get(object + 1)
            .is_some_and(|next| !next.can(Tags::NOMINAL | Tags::ADJECTIVAL) || next.can(Tags::FINITE | Tags::ADVERB));
        let governed = sentence.before(at).is_some_and(|before| before.can(Tags::PREPOSITION));
        if ends && !governed {
            slips.push(sentence.slip(
                "relative-double",
                object,
                object + 1,
                format!("\"{}\" stands for it already", token.text),
                vec![String::new()],
            ));
            let _ = pronoun;
        }
    }
}

/// There was a professor lived above the bakery.
fn contact(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        let introduces = sentence.tokens[at].eq("there") && sentence.tokens[at + 1].is(&["is", "was", "are", "were"]);
        if !introduces {
            continue;
        }
        let Some(phrase) = sentence
            .phrase_starting(at + 2)
            .filter(|phrase| !phrase.is_pronoun && phrase.determiner.is_some())
        else {
            continue;
        };
        let Some(group) = sentence
            .groups
            .iter()
            .find(|group| group.start == phrase.end && group.is_finite())
        else {
            continue;
        };
        let verb = &sentence.tokens[group.first];
        let intransitive = [
            "live", "die", "come", "arrive", "happen", "want", "need", "seem", "refuse", "believe", "know", "think",
            "love", "stand", "sit", "go", "speak", "work",
        ]
        .contains(&verb.verb());
        let sure = verb.can(Tags::PAST) && !verb.can(Tags::PARTICIPLE)
            || intransitive && verb.can(Tags::PAST | Tags::THIRD)
            || verb.must(Tags::THIRD);
        if sure {
            let who = if is_person(sentence, phrase) { "who" } else { "that" };
            slips.push(sentence.slip(
                "relative-missing",
                group.first,
                group.first + 1,
                format!("\"{who}\" is missing before \"{}\"", verb.text),
                vec![format!("{who} {}", verb.text)],
            ));
        }
    }
    // I met a man his wife had died.
    for at in 1..sentence.tokens.len().saturating_sub(2) {
        let possessive = &sentence.tokens[at];
        if !possessive.is(&["his", "her", "their"]) {
            continue;
        }
        let Some(before) = sentence.phrase_ending(at).filter(|phrase| {
            !phrase.is_pronoun
                && phrase.determiner.is_some_and(|at| sentence.tokens[at].is(&["a", "an"]))
                && is_person(sentence, phrase)
        }) else {
            continue;
        };
        let Some(own) = sentence
            .phrases
            .iter()
            .find(|phrase| phrase.start == at && phrase.head > at)
        else {
            continue;
        };
        let finite = sentence
            .groups
            .iter()
            .any(|group| group.start == own.end && group.is_finite());
        let governed = sentence.group_ending(before.start).is_some_and(|group| {
            ![
                "give", "show", "tell", "teach", "offer", "send", "bring", "hand", "ask", "buy",
            ]
            .contains(&sentence.tokens[group.main].verb())
        });
        if finite && governed {
            slips.push(sentence.slip(
                "relative-whose",
                at,
                at + 1,
                "what belongs to somebody is \"whose\" here",
                vec!["whose".to_owned()],
            ));
        }
    }
}

/// with who, about that.
fn preposition_case(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 2..sentence.tokens.len().saturating_sub(1) {
        let (before, token, next) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let Some(phrase) = sentence.phrase_ending(at - 1) else {
            continue;
        };
        let preposition = before.is(&[
            "with", "from", "to", "for", "about", "of", "in", "on", "by", "through", "at",
        ]);
        let subject = next.is(&["i", "we", "he", "she", "they"])
            || next.can(Tags::POSSESSIVE)
                && sentence.phrase_starting(at + 1).is_some_and(|own| {
                    sentence
                        .groups
                        .iter()
                        .any(|group| group.start == own.end && group.is_finite())
                });
        if preposition && token.eq("who") && is_person(sentence, phrase) && subject {
            slips.push(sentence.slip(
                "relative-whom",
                at,
                at + 1,
                format!("after \"{}\" stands \"whom\"", before.text),
                vec!["whom".to_owned()],
            ));
        }
        if preposition
            && token.eq("that")
            && is_thing(sentence, phrase)
            && subject
            && !before.is(&["in", "of", "for", "from", "by"])
        {
            slips.push(sentence.slip(
                "relative-which",
                at,
                at + 1,
                format!("after \"{}\" stands \"which\"", before.text),
                vec!["which".to_owned()],
            ));
        }
    }
}
