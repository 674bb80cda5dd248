//! Words that are missing: a form of "be", "to", a subject.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::token::{Chunk, Tags};
use super::form::is_bare;

/// I interested in; she very kind; the patient still taking.
pub fn be(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let mut start = at;
        while start > 0
            && (sentence.tokens[start - 1].must(Tags::ADVERB)
                && sentence.tokens[start - 1].is(&[
                    "very", "still", "also", "so", "always", "really", "not", "now", "only", "already", "never",
                ]))
        {
            start -= 1;
        }
        let Some(subject) = sentence.before(start) else {
            continue;
        };
        let word = &sentence.tokens[at];
        let adjective = sentence.words.has("needs-be", &word.lower) && word.text == word.lower;
        let pronoun = subject.is(&["i", "he", "she", "we", "they"])
            && (start < 2 || sentence.is_opening(start - 1))
            && !(start >= 2
                && (sentence.tokens[start - 2].is_be()
                    || sentence.tokens[start - 2].is(&["than", "as", "had", "did", "'d"])
                    || sentence.tokens[start - 2].can(Tags::MODAL | Tags::NOT)));
        let next = sentence.get(at + 1);
        let goes_on = next.is_none_or(|next| {
            next.is(&[
                "to", "of", "in", "for", "that", "with", "about", "by", "at", "because", "and", "when", ",", ".",
            ])
        });
        if pronoun && adjective && goes_on {
            let be = match subject.lower.as_str() {
                "i" => "am",
                "he" | "she" => "is",
                _ => "are",
            };
            slips.push(sentence.slip(
                "missing-be",
                start - 1,
                at + 1,
                format!("a form of \"be\" is missing: \"{} {be}\"", subject.text),
                vec![format!(
                        "{} {be} {}",
                        subject.text,
                        sentence
                            .span(start, at + 1)
                            .iter()
                            .map(|token| token.text.as_str())
                            .collect::<Vec<_>>()
                            .join(" ")
                    )],
            ));
        }
    }
    progressive(sentence, slips);
    after_perfect(sentence, slips);
}

/// because the patient still taking; I working there.
fn progressive(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence
        .groups
        .iter()
        .filter(|group| group.is_single() && !group.infinitive)
    {
        let verb = &sentence.tokens[group.first];
        if !verb.can(Tags::ING) || verb.can(Tags::NOMINAL) && verb.chunk != Chunk::Verb {
            continue;
        }
        let mut at = group.first;
        while at > 0 && sentence.tokens[at - 1].is(&["still", "also", "always", "not", "already", "just", "now"]) {
            at -= 1;
        }
        let Some(phrase) = sentence.phrase_ending(at) else {
            continue;
        };
        let left = sentence.before(phrase.start);
        let subject_pronoun = phrase.is_pronoun && sentence.tokens[phrase.head].is(&["i", "he", "she", "we", "they"]);
        let clause = left.is_some_and(|left| {
            left.is(&["because", "although", "that", "if", "since"])
                && !(left.eq("that") && !phrase.is_pronoun && sentence.phrase_ending(phrase.start - 1).is_some())
        });
        let opens = left.is_none() || clause;
        let asked =
            left.is_some_and(|left| left.is_be() || left.can(Tags::MODAL) || left.is(&["than", "as", "with", "and"]));
        let finite_later = sentence.groups.iter().any(|other| {
            other.start > group.start
                && other.is_finite()
                && !sentence
                    .span(group.end, other.start)
                    .iter()
                    .any(|token| token.is(&[",", "and", "but", "because", "that", "which", "who", "when", ";"]))
        });
        let sure = subject_pronoun && opens && !asked
            || clause
                && !finite_later
                && left.is_some_and(|left| left.eq("because") || left.eq("although"))
                && at < group.first;
        if sure && (!finite_later) {
            slips.push(sentence.slip(
                "missing-be",
                group.first,
                group.first + 1,
                format!("a form of \"be\" is missing before \"{}\"", verb.text),
                vec![format!("was {}", verb.text), format!("is {}", verb.text)],
            ));
        }
    }
}

/// has always generous; had never so relieved.
fn after_perfect(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (verb, adverb, word) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        if !verb.is(&["has", "have", "had", "'ve"])
            || !adverb.is(&["always", "never", "already", "also", "ever", "long"])
        {
            continue;
        }
        let on = if word.is(&["so", "very", "too", "quite"]) {
            at + 3
        } else {
            at + 2
        };
        let Some(adjective) = sentence.get(on) else { continue };
        let next_noun = sentence
            .get(on + 1)
            .is_some_and(|next| next.can(Tags::NOMINAL) && !next.can(Tags::PREPOSITION));
        let is_adjective = adjective.may.any(Tags::ADJECTIVE)
            && (!adjective.may.any(Tags::VERBAL | Tags::NOMINAL | Tags::ADVERB)
                || on > at + 2 && adjective.may.any(Tags::PARTICIPLE) && adjective.may.any(Tags::ADJECTIVE));
        if is_adjective && !next_noun && !adjective.is(&["such", "many", "more", "less"]) {
            slips.push(sentence.slip(
                "missing-be",
                at + 2,
                on + 1,
                "\"been\" is missing",
                vec![format!(
                        "been {}",
                        sentence
                            .span(at + 2, on + 1)
                            .iter()
                            .map(|token| token.text.as_str())
                            .collect::<Vec<_>>()
                            .join(" ")
                    )],
            ));
        }
    }
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (modal, word) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        let next = sentence.get(at + 2);
        let is_modal = modal.is(&["will", "would", "should", "could", "must", "might"]) && modal.must(Tags::MODAL)
            || modal.is(&["to"])
                && sentence.before(at).is_some_and(|before| {
                    before.is(&[
                        "plan", "want", "hope", "wanted", "hoped", "planned", "need", "trying", "able",
                    ])
                });
        let adjective = sentence.words.has("needs-be", &word.lower)
            && !word.may.any(Tags::BASE)
            && next.is_some_and(|next| next.is(&["to", "of", "in", "for", "that", "with", "about"]));
        let article = word.is(&["a", "an"])
            && !next.is_some_and(|next| next.is(&["bit", "little", "lot"]))
            && (modal.eq("to")
                || modal.must(Tags::MODAL) && sentence.before(at).is_some_and(|before| before.can(Tags::PRONOUN)));
        if is_modal && (adjective || article) && !(modal.eq("to") && adjective) {
            slips.push(sentence.slip(
                "missing-be",
                at,
                at + 1,
                format!("a verb is missing after \"{}\": \"be\"?", modal.text),
                vec![format!("{} be", modal.text)],
            ));
        }
    }
}

/// want become, decided become, need learn; would like thank.
pub fn to(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (verb, next, third) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let lemma = verb.verb();
        let verbal = verb.can(Tags::VERBAL)
            && !verb.must(Tags::NOMINAL | Tags::ADJECTIVAL)
            && !(verb.chunk == Chunk::Noun && verb.can(Tags::NOMINAL));
        let listed = verbal
            && verb.lemmas.iter().any(|(lemma, tags)| {
                tags.any(Tags::VERBAL) && verb.tags.any(*tags) && sentence.words.has("to-needed", lemma)
            });
        let would_like =
            verb.is(&["like", "love"]) && sentence.before(at).is_some_and(|before| before.is(&["would", "'d"]));
        let bare = is_bare(next)
            && !next
                .may
                .any(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB | Tags::DETERMINER)
            && !next.is_be()
            && !next.is(&["do", "let"]);
        let with_object = is_bare(next)
            && !next.may.any(Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::ADVERB)
            && third.can(Tags::DETERMINER | Tags::POSSESSIVE)
            && next.is(&[
                "help", "study", "work", "go", "visit", "start", "practice", "use", "make", "see", "thank", "take",
                "do", "run", "change", "call", "care", "return", "travel", "show", "share", "leave", "pursue", "treat",
            ]);
        if (listed && !["like", "love", "try", "need", "continue", "begin", "prefer"].contains(&lemma)
            || would_like
            || listed
                && ["try", "need", "continue", "begin"].contains(&lemma)
                && !verb.can(Tags::NOMINAL)
                && !verb.eq("need"))
            && (bare || with_object)
            && !verb.can(Tags::ING)
            || listed
                && lemma == "need"
                && bare
                && !verb.can(Tags::ING)
                && sentence
                    .before(at)
                    .is_some_and(|before| before.is(&["i", "we", "they", "you"]))
        {
            if sentence.group_holding(at).is_some_and(|group| group.passive) && !verb.can(Tags::PAST) {
                continue;
            }
            slips.push(sentence.slip(
                "missing-to",
                at,
                at + 2,
                format!("\"to\" is missing after \"{}\"", verb.text),
                vec![format!("{} to {}", verb.text, next.text)],
            ));
        }
        let after_word = (verb.is(&["able", "unable", "willing", "eager"])
            || verb.eq("order") && sentence.before(at).is_some_and(|before| before.eq("in"))
            || verb.eq("supposed"))
            && (bare || next.eq("be"));
        if after_word {
            slips.push(sentence.slip(
                "missing-to",
                at,
                at + 2,
                format!("\"to\" is missing after \"{}\"", verb.text),
                vec![format!("{} to {}", verb.text, next.text)],
            ));
        }
    }
}

/// because was late; Is important to; when arrived.
pub fn subject(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    if let (Some(first), Some(second)) = (sentence.get(0), sentence.get(1)) {
        let asks = sentence.tokens.last().is_some_and(|last| last.eq("?"));
        if first.is(&["is", "was"])
            && !asks
            && (second.is(&[
                "important",
                "difficult",
                "necessary",
                "impossible",
                "easy",
                "hard",
                "possible",
                "clear",
                "true",
                "essential",
                "very",
                "not",
            ]) && !sentence.tokens.iter().any(|token| token.eq("?")))
        {
            slips.push(sentence.slip(
                "missing-subject",
                0,
                1,
                "the subject is missing: \"it\"",
                vec![format!("It {}", first.lower)],
            ));
        }
    }
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        let (link, verb, next) = (&sentence.tokens[at], &sentence.tokens[at + 1], &sentence.tokens[at + 2]);
        let subordinates = link.is(&["because", "although", "whether"])
            || link.is(&["if", "when", "while", "since"])
                && verb.is(&["is", "was", "were", "am", "are", "has", "had"])
                && !sentence.tokens.last().is_some_and(|last| last.eq("?"));
        let finite = verb.is(&["is", "was", "were", "am", "are", "has", "had"])
            || verb.must(Tags::PAST) && !verb.may.any(Tags::PARTICIPLE | Tags::NOMINAL | Tags::ADJECTIVAL);
        if subordinates
            && finite
            && !next.is(&["it", "he", "she", "they", "i", "we", "there"])
            && !next.can(Tags::PRONOUN)
            && !(link.eq("since") && !verb.is_be())
            && !(link.eq("when") && at > 0 && sentence.tokens[at - 1].can(Tags::VERBAL))
        {
            slips.push(sentence.slip(
                "missing-subject",
                at,
                at + 2,
                format!("the subject of \"{}\" is missing", verb.text),
                vec![format!("{} it {}", link.text, verb.text)],
            ));
        }
        // "to hear that was still one bed"
        if link.eq("that")
            && verb.is(&["is", "was", "are", "were"])
            && next.is(&["still", "no", "only", "always", "nothing", "nobody"])
            && at > 0
            && sentence.words.has("thinks", sentence.tokens[at - 1].verb())
            && !sentence.tokens[at - 1].can(Tags::NOMINAL)
        {
            slips.push(sentence.slip(
                "missing-subject",
                at,
                at + 2,
                "a subject is missing: \"there\" or \"it\"",
                vec![format!("that there {}", verb.text), format!("that it {}", verb.text)],
            ));
        }
    }
    dropped(sentence, slips);
}

/// Because I had no car, walked to the hospital.
fn dropped(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let Some(first) = sentence
        .get(0)
        .filter(|first| first.is(&["because", "although", "when", "since", "if", "while", "as", "after"]))
    else {
        return;
    };
    let Some(comma) = sentence.tokens.iter().position(|token| token.eq(",")) else {
        return;
    };
    let Some(verb) = sentence.get(comma + 1) else { return };
    let has_finite = sentence
        .groups
        .iter()
        .any(|group| group.start < comma && group.is_finite());
    let finite = verb.can(Tags::PAST) && !verb.can(Tags::PARTICIPLE)
        || verb.must(Tags::PAST | Tags::PARTICIPLE)
            && verb.chunk == Chunk::Verb
            && sentence
                .get(comma + 2)
                .is_some_and(|next| next.is(&["to", "the", "a", "my", "for", "in", "into", "that"]))
            && first.is(&["because", "although", "since"]);
    let later = sentence
        .groups
        .iter()
        .any(|group| group.start > comma + 1 && group.is_finite());
    let one_comma = sentence.tokens.iter().filter(|token| token.eq(",")).count() == 1;
    if has_finite && finite && one_comma && !later {
        slips.push(sentence.slip(
            "missing-subject",
            comma + 1,
            comma + 2,
            format!("the subject of \"{}\" is missing", verb.text),
            vec![format!("I {}", verb.text)],
        ));
    }
}
