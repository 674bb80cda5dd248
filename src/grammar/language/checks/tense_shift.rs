//! One verb of a story in the present among others in the past.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms::{self, Form};
use super::super::token::Tags;
use super::super::verb_group::{Group, Tense};

/// Verbs whose present beside a past is what the writer means: thoughts, states, what always holds.
const LASTING: [&str; 34] = [
    "be",
    "have",
    "know",
    "think",
    "believe",
    "remember",
    "want",
    "hope",
    "need",
    "love",
    "like",
    "live",
    "feel",
    "mean",
    "understand",
    "see",
    "keep",
    "work",
    "serve",
    "carry",
    "say",
    "make",
    "use",
    "call",
    "teach",
    "treat",
    "take",
    "remain",
    "plan",
    "still",
    "find",
    "give",
    "require",
    "help",
];

/// Verbs of one moment: their present beside a past is a shift.
const MOMENTS: [&str; 62] = [
    "ask", "turn", "go", "run", "arrive", "exhale", "tell", "look", "walk", "enter", "open", "close", "pick", "grab",
    "smile", "laugh", "cry", "refuse", "realize", "decide", "reach", "meet", "hear", "answer", "reply", "shout",
    "whisper", "hand", "point", "explain", "call", "start", "begin", "stop", "leave", "return", "sit", "stand",
    "shake", "nod", "pull", "push", "drop", "fall", "catch", "throw", "squeeze", "hug", "notice", "happen", "die",
    "come", "give", "take", "say", "put", "lose", "break", "bring", "send", "show", "pause",
];

/// Whether a word shows the past only.
fn is_past(sentence: &Sentence<'_>, group: &Group) -> bool {
    let verb = &sentence.tokens[group.first];
    let distinct = !verb.may.any(Tags::PARTICIPLE);
    let subject = sentence.phrase_ending(group.first);
    let pronoun = subject.is_some_and(|phrase| {
        phrase.is_pronoun && sentence.tokens[phrase.head].is(&["i", "he", "she", "we", "they", "it"])
    });
    let clause = subject.is_some_and(|phrase| sentence.is_opening(phrase.start))
        && !sentence
            .get(group.end)
            .is_some_and(|next| next.is(&["by", "from", "without", "with"]));
    group.tense == Tense::Past && !verb.can(Tags::PRESENT) && !verb.eq("had") && (distinct || pronoun || clause)
}

/// Looks at verbs that "and" joins, and at clauses that a past frame holds.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let finite: Vec<&Group> = sentence.groups.iter().filter(|group| group.is_finite()).collect();
    for (at, pair) in finite.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        // "put" and the like show no time: the verb before them does.
        let earlier = at.checked_sub(1).and_then(|at| finite.get(at)).copied();
        let shows = |group: &Group| {
            sentence
                .words
                .irregular(sentence.tokens[group.first].verb())
                .is_some_and(|(past, _)| {
                    past == sentence.tokens[group.first].lower && past == sentence.tokens[group.first].verb()
                })
        };
        let before = earlier.filter(|_| shows(first)).unwrap_or(first);
        joined(sentence, before, second, slips);
        framed(sentence, first, second, slips);
    }
    bare_joined(sentence, slips);
    beginning(sentence, slips);
}

/// I walk into the room and she smiled; when he sees me, he asked.
fn beginning(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let mut finite = sentence.groups.iter().filter(|group| group.is_finite());
    let (Some(first), Some(second), None) = (finite.next(), finite.next(), finite.next()) else {
        return;
    };
    let verb = &sentence.tokens[first.first];
    let lemma = verb.verb();
    let present = first.is_single()
        && first.tense == Tense::Present
        && !verb.is_be()
        && !verb.may.any(Tags::PAST)
        && MOMENTS.contains(&lemma)
        && ![
            "say", "show", "call", "tell", "give", "take", "come", "die", "happen", "stand",
        ]
        .contains(&lemma);
    let subject = sentence
        .phrase_ending(first.first)
        .is_some_and(|phrase| phrase.is_pronoun && sentence.is_opening(phrase.start) && phrase.start < 3);
    let linked = sentence
        .span(first.end, second.first)
        .iter()
        .any(|token| token.is(&["and", ",", "so", "but"]))
        && !sentence.span(first.end, second.first).iter().any(|token| {
            token.is(&[
                "that", "what", "who", "which", "how", "why", "where", ";", ":", "because", "since", "as",
            ])
        });
    if present
        && subject
        && linked
        && is_past(sentence, second)
        && second.is_single()
        && !lasting(sentence, 0)
        && !sentence.tokens[second.first].is_be()
    {
        let past = forms::verb(sentence.words, lemma, Form::Past);
        slips.push(sentence.slip(
            "tense-shift",
            first.first,
            first.first + 1,
            format!(
                "the other verb is in the past (\"{}\"): \"{past}\"",
                sentence.tokens[second.first].text
            ),
            vec![past.clone()],
        ));
    }
}

/// She squeezed my hand and asks.
fn joined(sentence: &Sentence<'_>, first: &Group, second: &Group, slips: &mut Vec<Slip>) {
    let verb = &sentence.tokens[second.first];
    let at = second.first;
    let Some(before) = sentence.before(at) else { return };
    let before = if before.must(Tags::ADVERB) && at >= 2 {
        &sentence.tokens[at - 2]
    } else {
        before
    };
    let listed = before.eq(",") || before.is(&["and"]);
    if !listed || !second.is_single() || !first.is_single() {
        return;
    }
    let between = sentence.span(first.end, second.first);
    if between.iter().any(|token| {
        token.is(&[
            "that", "which", "who", "what", "where", "when", "because", "if", ";", ":", "how", "\"", "as", "while",
            "but", "(", "since", "though", "although", "until", "than", "still", "now",
        ])
    }) {
        return;
    }
    let shift = is_past(sentence, first)
        && second.tense == Tense::Present
        && verb.must(Tags::THIRD | Tags::NOMINAL)
        && verb.can(Tags::THIRD);
    let plain = is_past(sentence, first)
        && second.tense == Tense::Present
        && verb.must(Tags::PRESENT | Tags::BASE)
        && before.eq("and")
        && !verb.may.any(Tags::NOMINAL | Tags::PAST);
    let back = first.tense == Tense::Present
        && sentence.tokens[first.first].can(Tags::THIRD)
        && second.is_single()
        && verb.must(Tags::PAST | Tags::PARTICIPLE)
        && verb.may.any(Tags::PAST)
        && before.eq("and")
        && sentence
            .span(0, first.first)
            .iter()
            .any(|token| token.is(&["every", "always", "usually", "often"]));
    if before.eq(",") && !sentence.get(at.saturating_sub(1)).is_some_and(|token| token.eq(",")) {
        return;
    }
    if verb.is_be()
        || verb.is(&["has", "have", "does", "do"])
        || !MOMENTS.contains(&verb.verb())
            && !(shift && before.eq("and") && !verb.may.any(Tags::NOMINAL) && !LASTING.contains(&verb.verb()))
        || verb.is(&["says", "stands", "gives", "calls", "leaves", "sits", "shows"])
            && !sentence
                .span(at, at + 3)
                .iter()
                .any(|token| token.is(&["my", "me", "us", "him"]))
        || lasting(sentence, at)
    {
        return;
    }
    if shift && !verb.may.any(Tags::NOMINAL) && before.eq("and")
        || shift
            && !(verb.may.any(Tags::NOUNS) && !followed(sentence, second))
            && !(before.eq(",") && sentence.phrase_ending(first.first).is_none())
        || plain
    {
        let past = forms::verb(sentence.words, verb.verb(), Form::Past);
        slips.push(sentence.slip(
            "tense-shift",
            at,
            at + 1,
            format!(
                "the verb before is in the past (\"{}\"): \"{past}\"",
                sentence.tokens[first.first].text
            ),
            vec![past.clone()],
        ));
    } else if back {
        let third = forms::verb(sentence.words, verb.verb(), Form::Third);
        slips.push(sentence.slip(
            "tense-shift",
            at,
            at + 1,
            format!(
                "the verb before is in the present (\"{}\"): \"{third}\"",
                sentence.tokens[first.first].text
            ),
            vec![third.clone()],
        ));
    }
}

/// Whether the rest of the sentence says that it still holds.
fn lasting(sentence: &Sentence<'_>, at: usize) -> bool {
    let rest = sentence.span(at, sentence.tokens.len());
    rest.iter().any(|token| {
        token.is(&[
            "now", "still", "today", "always", "every", "each", "whenever", "often", "usually",
        ])
    }) || rest
        .windows(3)
        .any(|three| three[0].eq("to") && three[1].eq("this") && three[2].eq("day"))
}

/// Whether a verb that may be a noun has an object or a complement.
fn followed(sentence: &Sentence<'_>, group: &Group) -> bool {
    sentence.get(group.end).is_some_and(|next| {
        next.can(
            Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN | Tags::WH | Tags::ADVERB | Tags::TO | Tags::PARTICLE,
        ) || next.is(&["to", "that", "whether", "home", "if"])
    })
}

/// I walked into the room, and the patient looks; when a code is called.
fn framed(sentence: &Sentence<'_>, first: &Group, second: &Group, slips: &mut Vec<Slip>) {
    let verb = &sentence.tokens[second.first];
    if !is_past(sentence, first)
        || second.tense != Tense::Present
        || verb.quoted
        || sentence.tokens[first.first].quoted
        || verb.may.any(Tags::PAST)
    {
        return;
    }
    let mut subject_end = second.first;
    while subject_end > 0 && sentence.tokens[subject_end - 1].must(Tags::ADVERB) {
        subject_end -= 1;
    }
    let Some(phrase) = sentence.phrase_ending(subject_end) else {
        return;
    };
    let mut at = phrase.start;
    // "after that we work", "and after an hour the resident explains"
    let Some(mut link) = sentence.before(at) else { return };
    while link.can(Tags::ADVERB) && link.is(&["then", "there", "suddenly", "immediately"]) && at > 1 {
        at -= 1;
        link = &sentence.tokens[at - 1];
    }
    let linked = link.is(&[
        "and", "when", "until", "so", ",", "but", "before", "because", "whether", "after",
    ]);
    let between = sentence.span(first.end, at);
    let clause_that = between
        .iter()
        .enumerate()
        .any(|(on, token)| token.eq("that") && !between.get(on + 1).is_some_and(|next| next.can(Tags::NOUN)));
    if !linked
        || clause_that
        || between.len() > 14
        || between.iter().any(|token| {
            token.is(&[
                "which", "who", "what", ";", ":", "\"", "where", "how", "why", "now", "today", "still", "(", "whose",
                "whom", "if",
            ])
        })
    {
        return;
    }
    let second_text = sentence.span(second.start, sentence.tokens.len());
    if second_text.iter().take(6).any(|token| {
        token.is(&[
            "now", "still", "today", "always", "every", "often", "usually", "never", "ever",
        ])
    }) || sentence.tokens[phrase.start].is(&["you", "it", "this", "that", "there"])
    {
        return;
    }
    if sentence.is_caused(second)
        || lasting(sentence, second.first)
        || sentence
            .span(phrase.start, second.first)
            .iter()
            .any(|token| token.is(&["still", "now", "never", "always", "often"]))
    {
        return;
    }
    let out = sentence
        .get(second.end)
        .is_some_and(|next| next.is(&["out", "to", "behind", "that"]));
    let lemma = sentence.tokens[second.main].verb();
    let when = link.is(&["when", "until", "before"]);
    let dynamic = verb.must(Tags::THIRD)
        && !verb.may.any(Tags::NOMINAL)
        && !LASTING.contains(&lemma)
        && link.is(&["and", "but", "so", "when", "until", "before", "because", "after"]);
    let moment = dynamic
        || MOMENTS.contains(&lemma)
            && ![
                "say", "stand", "sit", "give", "call", "show", "come", "take", "put", "leave", "run",
            ]
            .contains(&lemma)
            && !(lemma == "turn" && out);
    let general = sentence.phrases.iter().any(|phrase| {
        phrase.end == second.first && sentence.tokens[phrase.head].can(Tags::NOUNS) && phrase.determiner.is_none()
    });
    let named_i = sentence.tokens[phrase.head].eq("i");
    let single = second.is_single() && !verb.is_be();
    let speaks = if when {
        (moment && single) || (verb.is(&["is", "are"]) && second.passive)
    } else if link.is(&["and", "so", ","]) {
        single && moment && !named_i || single && moment && named_i && link.is(&["so"])
    } else if link.eq("because") {
        single && lemma == "want"
    } else {
        single && moment && !named_i
    };
    let although = sentence
        .get(0)
        .is_some_and(|first| first.is(&["although", "when", "because", "after"]))
        && link.eq(",");
    let first_is_state = sentence.tokens[first.first].is_be() && first.is_single() && !when && !although;
    if !speaks
        || general
        || first_is_state
        || LASTING.contains(&lemma) && !when && !["call", "take", "give", "say", "want"].contains(&lemma)
    {
        return;
    }
    if second.passive {
        let past = if verb.eq("is") { "was" } else { "were" };
        slips.push(sentence.slip(
            "tense-shift",
            second.first,
            second.first + 1,
            format!(
                "the sentence is in the past (\"{}\"): \"{past}\"",
                sentence.tokens[first.first].text
            ),
            vec![past.to_owned()],
        ));
        return;
    }
    let past = forms::verb(sentence.words, verb.verb(), Form::Past);
    slips.push(sentence.slip(
        "tense-shift",
        second.first,
        second.first + 1,
        format!(
            "the sentence is in the past (\"{}\"): \"{past}\"",
            sentence.tokens[first.first].text
        ),
        vec![past.clone()],
    ));
}

/// I grabbed my coat and run across; failed the exam, tell my parents.
fn bare_joined(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence
        .groups
        .iter()
        .filter(|group| is_past(sentence, group) && group.is_single())
    {
        let limit = (group.end + 9).min(sentence.tokens.len());
        let other_time = sentence
            .groups
            .iter()
            .any(|other| other.start < group.start && matches!(other.tense, Tense::Present | Tense::Modal));
        if sentence.tokens[group.first].is_be() || other_time {
            continue;
        }
        for at in group.end..limit {
            let token = &sentence.tokens[at];
            if token.is(&[
                "that", "which", "who", ";", "when", "because", "to", "\"", "let", "made", "help", "saw", "heard",
                "watched", "where", "but", "did", "if",
            ]) {
                break;
            }
            if at == group.end {
                continue;
            }
            let before = &sentence.tokens[at - 1];
            let verbal = token.may.and(Tags::VERBAL);
            let bare = before.eq("and")
                && verbal.any(Tags::BASE)
                && !verbal.any(Tags::PAST | Tags::PARTICIPLE)
                && [
                    "run", "go", "tell", "ask", "take", "give", "write", "begin", "see", "make", "say", "become",
                    "find", "think", "leave", "bring", "speak", "get", "drive", "realize", "decide",
                ]
                .contains(&token.verb());
            let bare = bare || before.eq("and") && token.eq("run");
            let object = sentence.get(at + 1).is_some_and(|next| {
                next.can(Tags::DETERMINER | Tags::POSSESSIVE | Tags::PRONOUN)
                    || next.is(&["to", "across", "into", "that", "home", "back", "down", "up"])
            });
            let caused =
                ["help", "let", "make", "see", "hear", "watch", "dare"].contains(&sentence.tokens[group.main].verb());
            if bare && object && !caused && !slips.iter().any(|slip| slip.place.start == token.start) {
                let base = if token.eq("run") { "run" } else { token.verb() };
                let past = forms::verb(sentence.words, base, Form::Past);
                slips.push(sentence.slip(
                    "tense-shift",
                    at,
                    at + 1,
                    format!(
                        "the verb before is in the past (\"{}\"): \"{past}\"",
                        sentence.tokens[group.first].text
                    ),
                    vec![past.clone()],
                ));
            }
        }
    }
}
