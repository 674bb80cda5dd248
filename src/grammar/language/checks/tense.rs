//! Tenses that do not fit what the sentence says about time.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms::{self, Form};
use super::super::token::{Tags, Token};
use super::super::verb_group::{Group, Tense};

/// Where a clause ends.
const ENDS: [&str; 24] = [
    ";", ":", "\u{2014}", "because", "although", "though", "that", "which", "who", "whom", "whose", "where", "when",
    "while", "until", "if", "but", "so", "whether", "before", "after", "since", "unless", "how",
];

/// The tokens of the clause around token `at`: up to a comma with a new subject, a subordinator, or the end.
fn clause(sentence: &Sentence<'_>, at: usize) -> (usize, usize) {
    let is_end = |token: &Token| token.is(&ENDS);
    let mut start = at;
    while start > 0 && !is_end(&sentence.tokens[start - 1]) && !joins(sentence, start - 1) {
        start -= 1;
    }
    let mut end = at;
    while end < sentence.tokens.len() && !(end > at && (is_end(&sentence.tokens[end]) || joins(sentence, end))) {
        end += 1;
    }
    (start, end)
}

/// Whether "and" or "or" at this token begins a clause of its own.
fn joins(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tokens[at].is(&["and", "or"])
        && sentence.phrase_starting(at + 1).is_some_and(|phrase| {
            sentence
                .groups
                .iter()
                .any(|group| group.is_finite() && (group.start == phrase.end || group.start == phrase.end + 1))
        })
}

/// Words of a clause that say that its time is over: their first token and the one after their last.
fn over_time(sentence: &Sentence<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    for at in start..end {
        let token = &sentence.tokens[at];
        let next = sentence.get(at + 1).filter(|_| at + 1 < end);
        let unit = |token: &Token| {
            token.is(&[
                "year",
                "month",
                "week",
                "night",
                "summer",
                "winter",
                "spring",
                "fall",
                "autumn",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "december",
                "january",
                "june",
                "july",
                "august",
                "march",
                "april",
                "may",
                "september",
                "october",
                "november",
                "february",
                "semester",
            ])
        };
        if token.eq("yesterday") && !next.is_some_and(|next| next.eq("'s")) {
            return Some((at, at + 1));
        }
        if token.eq("ago")
            && at > start
            && !sentence
                .span(start, at)
                .iter()
                .any(|token| token.is(&["from", "since", "than", "of"]))
        {
            return Some((at.saturating_sub(2).max(start), at + 1));
        }
        if token.eq("last")
            && next.is_some_and(unit)
            && !at.checked_sub(1).is_some_and(|before| {
                sentence.tokens[before].is(&[
                    "the", "since", "of", "my", "their", "our", "his", "her", "until", "from", "by", "over", "for",
                    "than",
                ])
            })
        {
            return Some((at, at + 2));
        }
        let year = |token: &Token| {
            token.lower.len() == 4
                && token.lower.starts_with(['1', '2'])
                && token.lower.chars().all(|c| c.is_ascii_digit())
                && token.lower.as_str() < "2026"
                && token.lower.as_str() > "1900"
        };
        let in_or_month = token.eq("in") || token.is_capital() && unit(token);
        if in_or_month
            && next.is_some_and(year)
            && !sentence
                .span(start, at)
                .iter()
                .any(|token| token.is(&["since", "until", "by", "from", "of", "to", "between"]))
            && !sentence.tokens[at].can(Tags::NUMBER)
        {
            let _noun_before = at
                .checked_sub(1)
                .and_then(|before| sentence.get(before))
                .is_some_and(|before| {
                    before.can(Tags::NOUN | Tags::NOUNS) && !before.can(Tags::VERBAL) && !before.is_capital()
                });
            let _begins = at == start || sentence.before(at).is_some_and(|before| before.eq(","));
            return Some((at, at + 2));
        }
        let on_day = token.eq("on")
            && next.is_some_and(|next| {
                next.is_capital()
                    && next.is(&[
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday",
                    ])
            });
        if on_day {
            return Some((at, at + 2));
        }
    }
    None
}

fn text_of(sentence: &Sentence<'_>, start: usize, end: usize) -> String {
    sentence
        .span(start, end)
        .iter()
        .map(|token| token.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// I have graduated in 2014; last year I study; in 2012 my family move.
pub fn over(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in &sentence.groups {
        if !group.is_finite() {
            continue;
        }
        let (start, end) = clause(sentence, group.first);
        let Some((from, to)) = over_time(sentence, start, end) else {
            continue;
        };
        let governed = sentence.before(from).is_some_and(|before| {
            before.is(&[
                "since", "until", "by", "from", "before", "after", "between", "and", "to",
            ])
        }) || start > 0
            && from < group.first
            && sentence
                .span(start.saturating_sub(2), from)
                .iter()
                .any(|token| token.is(&["since", "until", "through", "between"]));
        if governed || sentence.is_caused(group) {
            continue;
        }
        let first = &sentence.tokens[group.first];
        let main = &sentence.tokens[group.main];
        let when = text_of(sentence, from, to);
        let nearest = sentence
            .groups
            .iter()
            .filter(|other| other.start >= start && other.end <= end && other.is_finite())
            .count()
            == 1;
        // An adverbial far to the right may belong to a noun: "have read the guideline that was written in 2016".
        if !nearest && from > group.first {
            continue;
        }
        let spans = sentence.span(start, end).iter().any(|token| {
            token.is(&[
                "since", "now", "ever", "until", "every", "always", "still", "from", "already", "so", "usually",
                "often", "today", "these", "once",
            ])
        });
        let noun_before = from > group.end
            && sentence
                .before(from)
                .is_some_and(|before| before.can(Tags::NOUN | Tags::NOUNS | Tags::NAME));
        if group.perfect && first.is(&["have", "has", "'ve"]) && !spans {
            let have_only = group.main > group.first;
            let past = if group.passive || group.progressive {
                None
            } else {
                Some(forms::verb(sentence.words, main.verb(), Form::Past))
            };
            let put = past.map(|past| {
                text_of(sentence, group.first + 1, group.main)
                    + if group.main > group.first + 1 { " " } else { "" }
                    + &past
            });
            if have_only && !(noun_before && main.is(&["been", "seen", "read"]) && from > group.end + 4) {
                slips.push(sentence.slip(
                    "tense-past",
                    group.first,
                    group.end,
                    format!("a time that is over (\"{when}\") wants the simple past"),
                    put.into_iter().collect(),
                ));
            }
            continue;
        }
        if group.is_single()
            && group.tense == Tense::Present
            && !spans
            && !first.may.any(Tags::PAST)
            && from < group.first + 30
        {
            let is_be = first.is_be();
            let before = from < group.first;
            let in_year = sentence.tokens[from].eq("in")
                || sentence.tokens[from].is_capital()
                    && sentence.get(from + 1).is_some_and(|next| next.can(Tags::NUMBER));
            let adjacent = !(in_year && (!before || from > start)) && before && !first.may.any(Tags::NOMINAL)
                || before && first.chunk == super::super::token::Chunk::Verb
                || !in_year && !before && !noun_before && !is_be;
            let reporting = first.is(&[
                "remember", "think", "believe", "know", "recall", "is", "am", "are", "consider", "wonder", "feel",
                "regret", "wish", "has", "have",
            ]) && !before;
            let wh_before = sentence
                .span(start, group.first)
                .iter()
                .any(|token| token.is(&["what"]));
            let subject = sentence.phrase_ending(group.first).is_some()
                || sentence
                    .before(group.first)
                    .is_some_and(|token| token.must(Tags::ADVERB));
            let inside_phrase = sentence
                .phrases
                .iter()
                .any(|phrase| phrase.start <= from && from < phrase.end && phrase.end - phrase.start > to - from + 1);
            if adjacent
                && !reporting
                && !wh_before
                && subject
                && !inside_phrase
                && (!is_be
                    || from == start
                        && sentence
                            .before(group.first)
                            .is_some_and(|token| token.can(Tags::PRONOUN)))
                && !sentence
                    .span(from, group.first.max(from))
                    .iter()
                    .any(|token| token.is(&["and"]))
            {
                let past = forms::verb(sentence.words, first.verb(), Form::Past);
                slips.push(sentence.slip(
                    "tense-past",
                    group.first,
                    group.first + 1,
                    format!("a time that is over (\"{when}\") wants the simple past: \"{past}\""),
                    vec![past],
                ));
            }
        }
    }
    child(sentence, slips);
}

/// When I was a child, my village has.
fn child(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let Some(first) = sentence
        .get(0)
        .filter(|first| first.is(&["when", "while", "after", "before", "as", "although", "because"]))
    else {
        return;
    };
    let Some(comma) = sentence.tokens.iter().position(|token| token.eq(",")) else {
        return;
    };
    let past = sentence
        .groups
        .iter()
        .find(|group| group.end <= comma && group.is_finite())
        .filter(|group| group.tense == Tense::Past && !sentence.tokens[group.first].eq("had"));
    let main = sentence
        .groups
        .iter()
        .find(|group| group.start > comma && group.is_finite());
    let (Some(past), Some(main)) = (past, main) else { return };
    let verb = &sentence.tokens[main.first];
    let near = sentence
        .phrase_starting(comma + 1)
        .is_some_and(|phrase| phrase.end == main.first || phrase.end + 1 == main.first);
    let general = sentence
        .span(comma, main.first)
        .iter()
        .any(|token| token.is(&["now", "still", "today", "always"]))
        || sentence.get(main.end).is_some_and(|next| next.is(&["now", "still"]));
    if main.is_single()
        && main.tense == Tense::Present
        && near
        && !general
        && first.is(&["when", "while", "as"])
        && !verb.may.any(Tags::PAST)
        && ![
            "think", "believe", "know", "remember", "find", "feel", "mean", "be", "see",
        ]
        .contains(&verb.verb())
    {
        let right = forms::verb(sentence.words, verb.verb(), Form::Past);
        slips.push(sentence.slip(
            "tense-shift",
            main.first,
            main.first + 1,
            format!(
                "the sentence is in the past (\"{}\"): \"{right}\"",
                sentence.tokens[past.first].text
            ),
            vec![right],
        ));
    }
}

/// The words that say since when or for how long.
fn duration(sentence: &Sentence<'_>, start: usize, end: usize) -> Option<(usize, bool)> {
    for at in start..end {
        let token = &sentence.tokens[at];
        let Some(next) = sentence.get(at + 1) else { continue };
        let unit = |token: &Token| {
            token.is(&[
                "year", "years", "month", "months", "week", "weeks", "days", "decades", "decade",
            ])
        };
        if token.eq("since")
            && (next.can(Tags::NUMBER)
                || next.is_capital() && !next.eq("i")
                || next.is(&[
                    "my",
                    "the",
                    "last",
                    "childhood",
                    "then",
                    "high",
                    "january",
                    "march",
                    "june",
                    "college",
                    "birth",
                    "graduation",
                ]))
            && !next.can(Tags::PRONOUN)
        {
            let clause = sentence.phrase_starting(at + 1).is_some_and(|phrase| {
                sentence
                    .groups
                    .iter()
                    .any(|group| group.start == phrase.end && group.is_finite())
            });
            return Some((at, clause));
        }
        let known = next.can(Tags::NUMBER) || next.is(&["many", "several", "almost", "nearly", "over", "more", "the"]);
        if token.eq("for") && known && (at + 2..at + 6).any(|on| on < end && sentence.get(on).is_some_and(unit)) {
            let now = sentence.get(at + 3).is_some_and(|token| token.eq("now"))
                || sentence.get(at + 4).is_some_and(|token| token.eq("now"));
            let past = next.eq("the") && !sentence.get(at + 2).is_some_and(|token| token.is(&["past", "last"]));
            if !past
                && (now || !next.eq("the") || sentence.get(at + 2).is_some_and(|token| token.is(&["past", "last"])))
            {
                return Some((at, false));
            }
        }
    }
    None
}

/// I am working here since March; I know him for ten years.
pub fn since(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for group in sentence.groups.iter().filter(|group| group.is_finite()) {
        let (start, _) = clause(sentence, group.first);
        // "since" ends a clause elsewhere; here the clause goes on over it.
        let mut end = group.end;
        while end < sentence.tokens.len()
            && !sentence.tokens[end].is(&[
                ";", ":", ",", "that", "which", "who", "because", "but", "when", "if", "where", "and", "to",
            ])
        {
            end += 1;
        }
        let found = duration(sentence, group.end, end).or_else(|| leading(sentence, group, start));
        let Some((at, _)) = found else { continue };
        let first = &sentence.tokens[group.first];
        let main = &sentence.tokens[group.main];
        let is_for = sentence.tokens[at].eq("for");
        let subject = sentence
            .phrase_ending(group.first)
            .is_some_and(|phrase| sentence.is_opening(phrase.start) || phrase.start == 0)
            || sentence.before(group.first).is_some_and(|before| {
                before.is(&["i", "he", "she", "we", "they", "who", "and"]) || before.must(Tags::ADVERB)
            });
        if sentence.is_caused(group)
            || group.tense != Tense::Present
            || group.perfect
            || !subject
            || first.may.any(Tags::PAST)
        {
            continue;
        }
        let now = sentence
            .span(at, sentence.tokens.len())
            .iter()
            .take(6)
            .any(|token| token.eq("now"));
        let verb = main.verb();
        let state = sentence.words.has("states", verb);
        // "for two years" may lie ahead: the board is closed for two weeks.
        let since_fits = !is_for && (state || first.is_be() || group.progressive) && !["like", "have"].contains(&verb)
            || !is_for && verb == "have";
        let accepts = since_fits
            || now
            || state && !first.is_be() && group.is_single()
            || group.progressive
                && main.is(&[
                    "working",
                    "living",
                    "trying",
                    "waiting",
                    "studying",
                    "volunteering",
                    "teaching",
                    "practicing",
                    "writing",
                    "preparing",
                ]);
        let far = at > group.end + 9;
        let is_it = sentence
            .before(group.first)
            .is_some_and(|before| before.is(&["it", "what", "this", "there"]))
            && first.is_be();
        let need = ["need", "plan", "want", "hope", "take", "last", "remain"].contains(&verb) && is_for;
        if accepts && !far && !is_it && !need && !(first.is_be() && group.passive) {
            let subject_one = first.can(Tags::THIRD) || first.is(&["is", "has", "'s"]);
            let have = if subject_one { "has" } else { "have" };
            let put = if first.is_be() && group.progressive {
                format!("{have} been {}", main.text)
            } else if first.is_be() {
                format!("{have} been")
            } else {
                format!("{have} {}", forms::verb(sentence.words, verb, Form::Participle))
            };
            let how = if is_for {
                "what began in the past and goes on"
            } else {
                "\"since\""
            };
            slips.push(sentence.slip(
                "tense-perfect",
                group.first,
                group.end,
                format!("{how} wants the present perfect: \"{put}\""),
                vec![put.clone()],
            ));
        }
    }
    past_since(sentence, slips);
    lately(sentence, slips);
}

/// "Since 2019, I am", "For ten years now my mother lives".
fn leading(sentence: &Sentence<'_>, group: &Group, start: usize) -> Option<(usize, bool)> {
    if !sentence
        .tokens
        .get(start.saturating_sub(usize::from(start > 0)))
        .is_some_and(|token| token.is(&["since", "for"]))
    {
        return None;
    }
    let at = start.saturating_sub(usize::from(start > 0));
    (at == 0 && group.first < at + 12)
        .then(|| duration(sentence, at, group.first))?
        .filter(|(at, _)| {
            sentence.tokens[*at].eq("since")
                || sentence
                    .span(*at, sentence.tokens.len())
                    .iter()
                    .take(5)
                    .any(|token| token.eq("now"))
        })
}

/// Since I arrived, I saw more than two hundred.
fn past_since(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let Some(first) = sentence.get(0).filter(|first| first.is(&["since", "ever"])) else {
        return;
    };
    let Some(comma) = sentence.tokens.iter().position(|token| token.eq(",")) else {
        return;
    };
    let head = sentence.span(0, comma);
    let said = first.eq("ever") && head.get(1).is_some_and(|token| token.eq("since")) || first.eq("since");
    let past = sentence
        .groups
        .iter()
        .filter(|group| group.end <= comma && group.is_finite())
        .collect::<Vec<_>>();
    let temporal = past.len() == 1
        && [
            "arrive", "come", "move", "start", "begin", "graduate", "join", "leave", "finish", "return", "meet",
        ]
        .contains(&sentence.tokens[past[0].main].verb())
        || past.is_empty() && first.eq("ever")
        || past.is_empty()
            && head
                .iter()
                .any(|token| token.is(&["then", "childhood", "graduation"]) || token.can(Tags::NUMBER));
    let Some(main) = sentence
        .groups
        .iter()
        .find(|group| group.start > comma && group.is_finite())
    else {
        return;
    };
    let verb = &sentence.tokens[main.first];
    let wrong = main.is_single()
        && (main.tense == Tense::Past && !verb.is(&["had"])
            || main.tense == Tense::Present
                && !verb.is_be()
                && sentence.words.has("states", verb.verb())
                && past.is_empty());
    let subject = sentence
        .phrase_starting(comma + 1)
        .is_some_and(|phrase| phrase.end == main.first);
    if said
        && temporal
        && wrong
        && subject
        && !verb.is_be()
        && !sentence
            .span(comma, sentence.tokens.len())
            .iter()
            .any(|token| token.is(&["ago", "yesterday", "last", "when"]))
    {
        let have = if sentence.tokens[comma + 1].is(&["he", "she", "it"]) {
            "has"
        } else {
            "have"
        };
        let put = format!("{have} {}", forms::verb(sentence.words, verb.verb(), Form::Participle));
        slips.push(sentence.slip(
            "tense-perfect",
            main.first,
            main.first + 1,
            format!("what goes on since then wants the present perfect: \"{put}\""),
            vec![put.clone()],
        ));
    }
}

/// So far our group taught; until now I never regret; she worked since 1998.
fn lately(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let begins = sentence.get(0).is_some_and(|first| first.eq("so"))
        && sentence.get(1).is_some_and(|second| second.eq("far"))
        || sentence.get(0).is_some_and(|first| first.eq("until"))
            && sentence.get(1).is_some_and(|second| second.eq("now"));
    let so_far = sentence.get(1).is_some_and(|second| second.eq("far"));
    let begins = begins
        && !(so_far
            && sentence
                .groups
                .iter()
                .find(|group| group.is_finite())
                .is_some_and(|group| group.tense == Tense::Present));
    if begins
        && let Some(group) = sentence.groups.iter().find(|group| group.is_finite()).filter(|group| {
            group.is_single() && !sentence.tokens[group.first].is_be() && !group.perfect && group.tense != Tense::Modal
        })
    {
        let verb = &sentence.tokens[group.first];
        let have = if verb.can(Tags::THIRD) { "has" } else { "have" };
        let participle = forms::verb(sentence.words, verb.verb(), Form::Participle);
        slips.push(sentence.slip(
            "tense-perfect",
            group.first,
            group.first + 1,
            "what goes on until now wants the present perfect",
            vec![format!("{have} {participle}"), format!("has {participle}")],
        ));
    }
    for group in sentence
        .groups
        .iter()
        .filter(|group| group.is_single() && group.tense == Tense::Past)
    {
        let verb = &sentence.tokens[group.first];
        let end = (group.end..(group.end + 7).min(sentence.tokens.len()))
            .find(|at| sentence.tokens[*at].is(&[",", "that", "and", "when", "who", "which", "had"]));
        let end = end.unwrap_or((group.end + 7).min(sentence.tokens.len()));
        let Some(at) = (group.end..end).find(|at| sentence.tokens[*at].eq("since")) else {
            continue;
        };
        let year = sentence
            .get(at + 1)
            .is_some_and(|next| next.can(Tags::NUMBER) && next.lower.len() == 4);
        let works = ["work", "live", "volunteer", "serve", "study", "practice", "teach"].contains(&verb.verb());
        let subject = sentence
            .phrase_ending(group.first)
            .is_some_and(|phrase| sentence.is_opening(phrase.start));
        if year && works && subject {
            let have = if sentence
                .before(group.first)
                .is_some_and(|before| before.is(&["i", "we", "they", "you"]) || before.can(Tags::NOUNS))
            {
                "have"
            } else {
                "has"
            };
            let put = format!("{have} {}", forms::verb(sentence.words, verb.verb(), Form::Participle));
            slips.push(sentence.slip(
                "tense-perfect",
                group.first,
                group.first + 1,
                format!("\"since\" wants the present perfect: \"{put}\""),
                vec![put.clone()],
            ));
        }
    }
}

/// When I will finish; if it will; if I would have known.
pub fn future(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let link = &sentence.tokens[at];
        let soon = link.eq("as")
            && sentence.get(at + 1).is_some_and(|next| next.is(&["soon", "long"]))
            && sentence.get(at + 2).is_some_and(|next| next.eq("as"));
        if !sentence.words.has("time-clause", &link.lower) && !soon
            || link.eq("once") && at > 0 && !sentence.tokens[at - 1].is(&[","])
        {
            continue;
        }
        let start = if soon { at + 3 } else { at + 1 };
        let Some(group) = sentence
            .groups
            .iter()
            .find(|group| group.is_finite() && group.start >= start)
        else {
            continue;
        };
        let between = sentence.span(start, group.first);
        if between.iter().any(|token| {
            token.is(&[
                ",", ";", "that", "who", "which", "and", "if", "when", "where", "whom", "how", "what", "why",
            ])
        }) || between.len() > 9
        {
            continue;
        }
        // One phrase, with what hangs on it: "the swelling around the nerve".
        let starts = sentence
            .phrases
            .iter()
            .filter(|phrase| phrase.start >= start && phrase.end <= group.first);
        let alone = starts.clone().skip(1).all(|phrase| {
            sentence
                .before(phrase.start)
                .is_some_and(|before| before.can(Tags::PREPOSITION))
        });
        let will_have = sentence.tokens[group.main].is(&["have"])
            || sentence.get(group.first + 1).is_some_and(|next| next.can(Tags::NOT));
        if !alone || will_have && !sentence.tokens[group.first].eq("would") && !link.eq("until") {
            continue;
        }
        let asked = at > 0
            && sentence.span(0, at).iter().rev().take(3).any(|token| {
                token.lemmas.iter().any(|(lemma, tags)| {
                    token.tags.any(*tags) && tags.any(Tags::VERBAL) && sentence.words.has("asks", lemma)
                })
            })
            && link.is(&["if", "when", "whenever"]);
        let first = &sentence.tokens[group.first];
        let day = link.eq("when")
            && at > 0
            && sentence.tokens[at - 1].can(Tags::NOUN)
            && !sentence.tokens[at - 1].eq(",")
            && sentence.tokens[at - 1].is(&["day", "time", "moment", "year", "future", "days"]);
        if first.eq("will")
            && first.can(Tags::MODAL)
            && !first.can(Tags::NOUN)
            && !asked
            && !day
            && sentence.phrase_starting(start).is_some()
        {
            let base = &sentence.tokens[group.main];
            let subject = sentence.subject(group);
            let third = between
                .last()
                .is_some_and(|token| !token.is(&["i", "we", "you", "they"]))
                && !subject.is_some_and(|subject| subject.number == super::super::phrase::Number::Many);
            let put = if base.eq("be") {
                if third {
                    "is"
                } else if between.last().is_some_and(|token| token.eq("i")) {
                    "am"
                } else {
                    "are"
                }
                .to_owned()
            } else if third {
                forms::verb(sentence.words, base.verb(), Form::Third)
            } else {
                base.verb().to_owned()
            };
            slips.push(sentence.slip(
                "tense-future",
                group.first,
                group.end,
                format!("after \"{}\" the present tells the future: \"{put}\"", link.text),
                vec![put.clone()],
            ));
        }
        if link.eq("if")
            && first.eq("would")
            && sentence.get(group.first + 1).is_some_and(|next| next.eq("have"))
            && !asked
        {
            slips.push(sentence.slip(
                "tense-condition",
                group.first,
                group.first + 2,
                "in the condition stands \"had\"",
                vec!["had".to_owned()],
            ));
        }
    }
    wish(sentence, slips);
}

/// I wish I would have.
fn wish(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len().saturating_sub(3) {
        let wishes = sentence.tokens[at].is(&["wish", "wished"]) && sentence.tokens[at + 1].can(Tags::PRONOUN);
        if wishes && sentence.tokens[at + 2].eq("would") && sentence.tokens[at + 3].eq("have") {
            slips.push(sentence.slip(
                "tense-condition",
                at + 2,
                at + 4,
                "after \"wish\" stands \"had\"",
                vec!["had".to_owned()],
            ));
        }
    }
}
