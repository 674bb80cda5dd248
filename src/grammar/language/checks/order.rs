//! Word order: indirect questions, inversion, adverbs.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::token::{Tags, Token};

const ADVERBS: [&str; 8] = [
    "never", "rarely", "seldom", "hardly", "scarcely", "little", "nowhere", "once",
];

fn is_auxiliary(token: &Token) -> bool {
    token.is(&[
        "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had",
    ]) || token.must(Tags::MODAL)
}

/// I wondered where is he; she asked me what did the scan show.
pub fn question(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(2) {
        let (wh, aux) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        let mut aux_at = at + 1;
        let noun_between = wh.is(&["what", "which", "how"]) && !is_auxiliary(aux);
        if noun_between {
            // what time was, how long had
            aux_at = at + 2;
        }
        let Some(aux) = sentence.get(aux_at) else { continue };
        if !wh.is(&["what", "where", "when", "why", "how", "who", "which", "whom"])
            || !is_auxiliary(aux)
            || noun_between && !sentence.tokens[at + 1].can(Tags::NOUN | Tags::ADJECTIVAL | Tags::ADVERB)
        {
            continue;
        }
        if sentence.tokens[at].quoted || sentence.before(at).is_some_and(|before| before.is(&["\"", ":", ","])) {
            continue;
        }
        let direct = sentence.span(0, at).iter().rev().take(5).any(|token| {
            token.lemmas.iter().any(|(lemma, tags)| {
                token.tags.any(*tags) && tags.any(Tags::VERBAL) && sentence.words.has("asks", lemma)
            })
        }) && !sentence
            .span(0, at)
            .iter()
            .rev()
            .take(3)
            .any(|token| token.is(&[",", ";", "and"]))
            || sentence.before(at).is_some_and(|before| before.is(&["is", "was"]))
                && at >= 2
                && sentence.tokens[at - 2].is(&["question", "problem"])
            || sentence
                .before(at)
                .is_some_and(|before| before.is(&["by", "about", "of"]) && wh.is(&["how", "why"]));
        let Some(phrase) = sentence.phrase_starting(aux_at + 1) else {
            continue;
        };
        let head = &sentence.tokens[phrase.head];
        if wh.is(&["who", "which"]) && sentence.phrase_ending(at).is_some() {
            continue;
        }
        let pronoun = phrase.is_pronoun
            && (head.is(&["i", "he", "she", "we", "they", "you"])
                || head.eq("it") && !wh.is(&["who", "what", "which"]));
        let after = sentence.get(phrase.end);
        let do_verb = aux.is(&["do", "does", "did"]) && after.is_some_and(|after| after.may.any(Tags::BASE));
        let determined = phrase.determiner.is_some() && !head.can(Tags::PRONOUN);
        let be = aux.is(&["is", "are", "was", "were"]);
        let verb_after = after.is_some_and(|after| {
            after.may.any(Tags::PARTICIPLE | Tags::ING)
                && !after.can(Tags::NOMINAL)
                && after.chunk != super::super::token::Chunk::Noun
        });
        let what_is = be && wh.is(&["what", "who", "which"]) && !pronoun && !noun_between;
        let wrong = pronoun
            || do_verb
            || be && determined && !what_is && (wh.is(&["where", "why", "when"]) || verb_after || noun_between)
            || aux.is(&["has", "had", "have"])
                && determined
                && after.is_some_and(|after| after.may.any(Tags::PARTICIPLE))
            || be
                && wh.is(&["how", "why"])
                && sentence
                    .before(at)
                    .is_some_and(|before| before.is(&["by", "about", "of"]));
        let ask = sentence.tokens.last().is_some_and(|last| last.eq("?"))
            && !sentence.before(at).is_some_and(|before| before.can(Tags::PRONOUN));
        if wrong && direct && !ask {
            let subject: Vec<&str> = sentence
                .span(phrase.start, phrase.end)
                .iter()
                .map(|token| token.text.as_str())
                .collect();
            let right = if do_verb {
                subject.join(" ")
            } else {
                format!("{} {}", subject.join(" "), aux.text)
            };
            slips.push(sentence.slip(
                "order-question",
                aux_at,
                phrase.end,
                "in an indirect question the subject stands before the verb",
                vec![right],
            ));
        }
    }
    direct_question(sentence, slips);
}

/// How we can promise a cure?
fn direct_question(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    if !sentence.tokens.iter().rev().take(2).any(|token| token.eq("?")) {
        return;
    }
    let Some(first) = sentence
        .get(0)
        .filter(|first| first.is(&["how", "why", "when", "where", "what"]))
    else {
        return;
    };
    let Some(phrase) = sentence.phrase_starting(1) else {
        return;
    };
    if first.eq("what") && !phrase.is_pronoun || !(phrase.is_pronoun || phrase.determiner.is_some()) {
        return;
    }
    let verb = sentence.get(phrase.end);
    let comma = sentence.tokens.iter().any(|token| token.eq(","));
    if phrase.is_pronoun && verb.is_some_and(|verb| verb.can(Tags::FINITE | Tags::MODAL)) && !comma {
        slips.push(sentence.slip(
            "order-question",
            0,
            phrase.end + 1,
            "in a question the verb stands before the subject",
            Vec::new(),
        ));
    }
}

/// Never I had seen; not only I learned; only then I understood.
pub fn inversion(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(2) {
        if at > 0 && !sentence.tokens[at - 1].is(&[";", "and", "but", "\u{2014}", ":"]) {
            continue;
        }
        let first = &sentence.tokens[at];
        let second = &sentence.tokens[at + 1];
        let mut subject = None;
        if first.is(&ADVERBS) && !first.eq("once") && !(first.eq("little") && !second.is(&["did"])) {
            subject = Some(at + 1);
            if second.is(&["before", "again"]) {
                subject = Some(at + 2);
            }
        } else if first.eq("not") && second.is(&["only", "once"]) {
            subject = Some(at + 2);
        } else if first.eq("nor") {
            subject = Some(at + 1);
        } else if first.eq("only") && second.is(&["then", "later"]) {
            subject = Some(at + 2);
        } else if first.eq("only") && second.is(&["after", "when", "in", "by", "during"]) {
            subject = only_after(sentence, at);
        } else if first.is(&["under", "at", "in"]) && second.eq("no") {
            let phrase = sentence.phrase_starting(at + 1);
            subject = phrase.map(|phrase| phrase.end);
        }
        let Some(start) = subject else { continue };
        let Some(phrase) = sentence.phrase_starting(start) else {
            continue;
        };
        let Some(verb) = sentence.get(phrase.end) else { continue };
        let who = &sentence.tokens[phrase.head];
        let is_subject = phrase.is_pronoun && who.is(&["i", "he", "she", "we", "they", "it", "you"])
            || phrase.determiner.is_some() && first.is(&["never", "rarely", "seldom", "only"]);
        if !is_subject
            || !verb.can(Tags::FINITE | Tags::MODAL)
            || first.is(&["never"]) && verb.can(Tags::BASE) && !phrase.is_pronoun
        {
            continue;
        }
        let text: Vec<&str> = sentence
            .span(phrase.start, phrase.end)
            .iter()
            .map(|token| token.text.as_str())
            .collect();
        let text = text.join(" ");
        let put = if is_auxiliary(verb) || verb.is_be() {
            format!("{} {text}", verb.text)
        } else {
            let aux = if verb.can(Tags::PAST) {
                "did"
            } else if verb.can(Tags::THIRD) {
                "does"
            } else {
                "do"
            };
            format!("{aux} {text} {}", verb.verb())
        };
        slips.push(sentence.slip(
            "order-inversion",
            phrase.start,
            phrase.end + 1,
            format!(
                "after \"{}\" at the beginning the verb stands before the subject",
                first.text
            ),
            vec![put],
        ));
    }
}

/// The subject after "Only after the funeral".
fn only_after(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if sentence.tokens[at + 1].eq("when") {
        return None;
    }
    let phrase = sentence.phrase_starting(at + 2)?;
    let mut end = phrase.end;
    while sentence
        .get(end)
        .is_some_and(|next| next.is(&["of", "in", "at", "with"]))
    {
        end = sentence.phrase_starting(end + 1)?.end;
    }
    let next = sentence.phrase_starting(end)?;
    (next.is_pronoun && next.start == end).then_some(end)
}

/// speaks fluently three languages; drinks always her tea; I believed always.
pub fn adverb(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence
        .groups
        .iter()
        .filter(|group| group.is_finite() || group.infinitive)
    {
        let verb = &sentence.tokens[group.main];
        let Some(adverb) = sentence.get(group.end) else {
            continue;
        };
        let Some(next) = sentence.get(group.end + 1) else {
            continue;
        };
        if verb.is_be() || verb.can(Tags::MODAL) || group.passive {
            continue;
        }
        let often =
            sentence.words.has("often", &adverb.lower) && group.is_single() && !group.infinitive && group.is_finite();
        let object = next.can(Tags::DETERMINER | Tags::POSSESSIVE)
            && !next.is(&["all", "that", "each", "every", "this", "both", "half"])
            || next.is(&["me", "him", "us", "them", "it", "her"])
            || next.can(Tags::NUMBER);
        let that = next.eq("that") && ["believe", "think", "know", "hope", "feel"].contains(&verb.verb());
        let time = sentence.phrase_starting(group.end + 1).is_some_and(|phrase| {
            sentence.tokens[phrase.head].is(&[
                "day",
                "days",
                "morning",
                "week",
                "year",
                "night",
                "time",
                "times",
                "month",
                "months",
                "years",
                "weeks",
                "hours",
                "hour",
                "minutes",
                "summer",
                "way",
                "afternoon",
                "evening",
                "moment",
                "weekend",
                "miles",
            ])
        });
        let linking = [
            "be", "become", "seem", "go", "come", "stay", "remain", "live", "work", "sit", "stand", "look", "return",
            "sleep", "run", "walk", "travel", "happen", "do", "get", "have", "act", "behave", "die", "speak", "arrive",
            "wait", "move", "stop", "grow", "rise", "fall", "stare", "laugh", "smile", "cry", "sing", "lie", "talk",
        ]
        .contains(&verb.verb());
        if often && (object || that) && !time && !["be", "have", "do"].contains(&verb.verb()) {
            slips.push(sentence.slip(
                "order-adverb",
                group.main,
                group.end + 1,
                format!("\"{}\" stands before the verb", adverb.text),
                vec![format!("{} {}", adverb.text, verb.text)],
            ));
        }
        let manner = adverb.lower.ends_with("ly")
            && adverb.must(Tags::ADVERB)
            && !adverb.is(&[
                "only",
                "practically",
                "almost",
                "effectively",
                "essentially",
                "basically",
                "evenly",
                "equally",
                "fully",
                "completely",
                "nearly",
                "exactly",
                "roughly",
                "approximately",
                "mainly",
                "mostly",
                "partly",
                "really",
                "simply",
                "merely",
                "usually",
                "rarely",
                "early",
                "daily",
                "weekly",
                "monthly",
                "possibly",
                "certainly",
                "probably",
                "supposedly",
                "finally",
                "especially",
                "precisely",
                "actually",
                "literally",
                "particularly",
                "virtually",
                "largely",
                "hardly",
                "barely",
                "primarily",
                "purely",
                "directly",
                "entirely",
                "truly",
                "solely",
            ]);
        let short = sentence.phrase_starting(group.end + 1).is_some_and(|phrase| {
            phrase.end - phrase.start < 4
                && !sentence.get(phrase.end).is_some_and(|after| {
                    after.is(&[
                        "that", "who", "which", "of", "whose", "i", "he", "she", "we", "they", "for", "to", "in",
                        "and", ",",
                    ]) && !after.eq("and")
                })
        });
        if manner && object && !time && short && !linking {
            let phrase_end = sentence
                .phrase_starting(group.end + 1)
                .map_or(group.end + 2, |phrase| phrase.end);
            let text: Vec<&str> = sentence
                .span(group.end + 1, phrase_end)
                .iter()
                .map(|token| token.text.as_str())
                .collect();
            slips.push(sentence.slip(
                "order-adverb",
                group.end,
                phrase_end,
                format!("\"{}\" does not stand between the verb and its object", adverb.text),
                vec![format!("{} {}", text.join(" "), adverb.text)],
            ));
        }
        let fluent = verb.is_verb("speak")
            && adverb.is(&["fluently", "perfectly", "well", "badly"])
            && adverb.lower.ends_with("ly")
            && (next.is_capital() || next.can(Tags::NUMBER));
        if fluent && !slips.iter().any(|slip| slip.place.start == adverb.start) {
            slips.push(sentence.slip(
                "order-adverb",
                group.end,
                group.end + 2,
                format!("\"{}\" does not stand between the verb and its object", adverb.text),
                Vec::new(),
            ));
        }
    }
}
