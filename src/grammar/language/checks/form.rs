//! Verb forms that do not fit the verb before them.

use super::super::Slip;
use super::super::clause::Sentence;
use super::super::forms::{self, Form};
use super::super::token::{Chunk, Tags, Token};

/// The first token after `at` that is no adverb, pronoun of a question or negation.
fn next_word(sentence: &Sentence<'_>, mut at: usize) -> Option<usize> {
    while sentence
        .get(at)
        .is_some_and(|token| token.must(Tags::ADVERB | Tags::NOT))
    {
        at += 1;
    }
    sentence.get(at).map(|_| at)
}

/// can to go, must went, could helped.
pub fn after_modal(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let modal = &sentence.tokens[at];
        let is_modal = modal.is(&[
            "can", "could", "should", "must", "will", "would", "may", "might", "'ll", "cannot",
        ]) && !modal.can(Tags::NOMINAL)
            && !modal.is_capital()
            || modal.is(&["can", "must", "should", "could", "would"]) && modal.can(Tags::MODAL) && !modal.is_capital();
        if !is_modal || modal.quoted {
            continue;
        }
        let Some(next) = next_word(sentence, at + 1) else {
            continue;
        };
        let word = &sentence.tokens[next];
        if word.eq("to")
            && sentence.get(next + 1).is_some_and(|verb| verb.can(Tags::BASE))
            && !modal.is(&["will", "may", "might"])
        {
            slips.push(sentence.slip(
                "form-modal",
                next,
                next + 1,
                format!("\"{}\" takes the bare verb, without \"to\"", modal.text),
                vec![String::new()],
            ));
            continue;
        }
        let verbal = word.may.and(Tags::VERBAL);
        let wrong = verbal.any(Tags::PAST | Tags::THIRD | Tags::PARTICIPLE)
            && !verbal.any(Tags::BASE | Tags::ING)
            && !word.may.any(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION);
        let wrong = wrong
            || (verbal.only(Tags::PAST | Tags::PARTICIPLE)
                && word.chunk == Chunk::Verb
                && !word.may.any(Tags::NOMINAL));
        if wrong {
            let base = word.verb().to_owned();
            slips.push(sentence.slip(
                "form-modal",
                next,
                next + 1,
                format!("\"{}\" takes the bare verb: \"{base}\"", modal.text),
                vec![base.clone()],
            ));
        }
    }
}

/// did not knew, doesn't has, don't saw.
pub fn after_do(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        if !verb.is(&["do", "does", "did"]) || !verb.can(Tags::VERBAL) {
            continue;
        }
        let negated = sentence.get(at + 1).is_some_and(|next| next.can(Tags::NOT));
        let Some(mut next) = next_word(sentence, at + 1) else {
            continue;
        };
        let asked = !negated
            && sentence
                .before(at)
                .is_none_or(|before| before.can(Tags::WH | Tags::STOP))
            && sentence.tokens[next].can(Tags::PRONOUN | Tags::NOMINAL | Tags::DETERMINER);
        if asked {
            let Some(phrase) = sentence.phrase_starting(next) else {
                continue;
            };
            next = phrase.end;
        } else if !negated {
            continue;
        }
        let Some(word) = sentence.get(next).filter(|word| !word.is_be()) else {
            continue;
        };
        if asked && !sentence.tokens.iter().any(|token| token.eq("?")) {
            continue;
        }
        let verbal = word.may.and(Tags::VERBAL);
        let wrong = verbal.any(Tags::PAST | Tags::THIRD | Tags::PARTICIPLE)
            && !verbal.any(Tags::BASE | Tags::ING)
            && !word.may.any(Tags::NOMINAL.without(Tags::NAME) | Tags::PREPOSITION)
            && next <= at + 6;
        if wrong {
            let base = word.verb().to_owned();
            slips.push(sentence.slip(
                "form-do",
                next,
                next + 1,
                format!("\"{}\" takes the bare verb: \"{base}\"", verb.text),
                vec![base.clone()],
            ));
        }
    }
    not_past(sentence, slips);
}

/// I not understood.
fn not_past(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (before, not, verb) = (&sentence.tokens[at - 1], &sentence.tokens[at], &sentence.tokens[at + 1]);
        let finite = verb.may.and(Tags::VERBAL);
        let bare = before.is(&["i", "he", "she", "we", "they", "it", "you"])
            && not.text == "not"
            && !verb.may.any(Tags::NOMINAL | Tags::ADJECTIVAL)
            && (finite.any(Tags::FINITE))
            && !finite.any(Tags::ING)
            && !verb.is_be()
            && !verb.is(&["have", "had", "has", "do", "did", "does"])
            && sentence.is_opening(at - 1)
            && !(at >= 2
                && (sentence.tokens[at - 2].can(Tags::MODAL)
                    || sentence.tokens[at - 2].is(&["had", "did", "do", "have", "does", "were", "was"])));
        let third = bare && finite.any(Tags::PAST);
        if bare && (third || verb.can(Tags::PRESENT | Tags::THIRD)) {
            let aux = if finite.any(Tags::PAST) {
                "did"
            } else if finite.any(Tags::THIRD) {
                "does"
            } else {
                "do"
            };
            slips.push(sentence.slip(
                "form-not",
                at,
                at + 2,
                format!("\"not\" needs \"{aux}\" before it"),
                vec![format!("{aux} not {}", verb.verb())],
            ));
        }
    }
}

/// have went, had wrote, have try, should have spoke.
pub fn after_have(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        if !(verb.is(&["have", "has", "had", "'ve", "having"]) && verb.can(Tags::VERBAL)) {
            continue;
        }
        let Some(next) = next_word(sentence, at + 1) else {
            continue;
        };
        let word = &sentence.tokens[next];
        if word.is_be() && !word.is(&["be"]) {
            continue;
        }
        let verbal = word.may.and(Tags::VERBAL);
        let adverbial = next > at + 1;
        if verbal.any(Tags::PAST)
            && !verbal.any(Tags::PARTICIPLE | Tags::BASE)
            && !word.may.any(Tags::NOMINAL | Tags::ADJECTIVAL)
            || (sentence.words.base_of_past(&word.lower).is_some_and(|base| {
                sentence
                    .words
                    .irregular(base)
                    .is_some_and(|(past, participle)| past != participle && participle != "gotten")
            }) && sentence.words.base_of_participle(&word.lower).is_none()
                && verbal.any(Tags::PAST)
                && !word.is(&["lay", "saw", "felt", "wound", "rose"])
                && word.is(&[
                    "went",
                    "wrote",
                    "spoke",
                    "broke",
                    "chose",
                    "drank",
                    "drove",
                    "ate",
                    "fell",
                    "forgot",
                    "froze",
                    "gave",
                    "grew",
                    "knew",
                    "rang",
                    "rode",
                    "ran",
                    "sang",
                    "sank",
                    "shook",
                    "showed",
                    "stole",
                    "swam",
                    "swore",
                    "took",
                    "threw",
                    "tore",
                    "woke",
                    "wore",
                    "did",
                    "began",
                    "blew",
                    "came",
                    "became",
                    "bit",
                    "hid",
                    "arose",
                    "underwent",
                    "undertook",
                    "withdrew",
                    "mistook",
                    "overcame",
                    "oversaw",
                    "shrank",
                    "sprang",
                    "strove",
                    "wove",
                    "flew",
                    "drew",
                ])
                && !word.is(&["showed", "bit"]))
        {
            let base = sentence.words.base_of_past(&word.lower).unwrap_or_else(|| word.verb());
            let right = forms::verb(sentence.words, base, Form::Participle);
            slips.push(sentence.slip(
                "form-have",
                next,
                next + 1,
                format!("after \"{}\" stands the participle: \"{right}\"", verb.text),
                vec![right.clone()],
            ));
            continue;
        }
        let pronoun = sentence
            .before(at)
            .is_some_and(|before| before.is(&["i", "we", "he", "she", "they", "you", "it", "who"]));
        let is_base = verbal.any(Tags::BASE)
            && !verbal.any(Tags::PARTICIPLE | Tags::PAST)
            && !word.may.any(Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::DETERMINER)
            && word.text == word.lower;
        let plain = is_base && !word.may.any(Tags::NOMINAL) && !word.eq("be")
            || is_base
                && adverbial
                && sentence
                    .span(at + 1, next)
                    .iter()
                    .any(|token| token.is(&["never", "always", "already", "just", "ever"]))
            || is_base
                && pronoun
                && word.is(&[
                    "learn",
                    "try",
                    "become",
                    "see",
                    "go",
                    "come",
                    "meet",
                    "teach",
                    "write",
                    "begin",
                    "decide",
                    "choose",
                    "develop",
                    "improve",
                    "participate",
                    "gain",
                    "achieve",
                    "help",
                    "study",
                    "work",
                    "complete",
                    "finish",
                    "start",
                    "want",
                    "need",
                    "love",
                    "like",
                    "live",
                    "visit",
                    "move",
                ])
                && sentence.get(next + 1).is_some_and(|after| {
                    after.can(
                        Tags::DETERMINER
                            | Tags::POSSESSIVE
                            | Tags::PRONOUN
                            | Tags::TO
                            | Tags::PREPOSITION
                            | Tags::NUMBER
                            | Tags::ADVERB,
                    )
                });
        let only_have = verb.is(&["have", "has", "'ve", "had"])
            && !(sentence.before(at).is_some_and(|before| before.is(&["to", "let"])) && word.is(&["go"]));
        if plain
            && only_have
            && !word.is(&["let", "come", "run", "become", "overcome"])
            && !(word.is(&["help"]) && !pronoun)
        {
            let right = forms::verb(sentence.words, word.verb(), Form::Participle);
            slips.push(sentence.slip(
                "form-have",
                next,
                next + 1,
                format!("after \"{}\" stands the participle: \"{right}\"", verb.text),
                vec![right.clone()],
            ));
        }
    }
    past_perfect_runs(sentence, slips);
}

/// had ran, had came, had became: forms that look like the bare verb.
fn past_perfect_runs(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        let Some(next) = next_word(sentence, at + 1) else {
            continue;
        };
        let word = &sentence.tokens[next];
        let have = verb.is(&["have", "has", "had", "'ve"]) && verb.can(Tags::VERBAL);
        if have
            && word.is(&["ran", "came", "became", "overcame", "saw", "laid"])
            && (!word.eq("saw"))
            && !slips.iter().any(|slip| slip.place.start == word.start)
            && !(word.eq("laid"))
        {
            let base = sentence.words.base_of_past(&word.lower).unwrap_or_default().to_owned();
            let right = forms::verb(sentence.words, &base, Form::Participle);
            slips.push(sentence.slip(
                "form-have",
                next,
                next + 1,
                format!("after \"{}\" stands the participle: \"{right}\"", verb.text),
                vec![right.clone()],
            ));
        }
    }
}

/// was wrote, was advance, is call, am agree.
pub fn after_be(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 0..sentence.tokens.len() {
        let verb = &sentence.tokens[at];
        if !verb.is_be() || verb.eq("'s") || verb.eq("be") && sentence.before(at).is_none() {
            continue;
        }
        let Some(next) = next_word(sentence, at + 1) else {
            continue;
        };
        let word = &sentence.tokens[next];
        let verbal = word.may.and(Tags::VERBAL);
        let elsewhere = Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::DETERMINER | Tags::PRONOUN;
        let past = verbal.any(Tags::PAST)
            && !verbal.any(Tags::PARTICIPLE | Tags::BASE | Tags::PRESENT)
            && !word.may.any(elsewhere);
        let known_past = word.is(&[
            "wrote",
            "chose",
            "drove",
            "ate",
            "forgot",
            "froze",
            "gave",
            "knew",
            "rode",
            "stole",
            "swore",
            "took",
            "threw",
            "tore",
            "wore",
            "did",
            "shook",
            "spoke",
            "drew",
            "grew",
            "blew",
            "hid",
            "underwent",
        ]);
        // "What I knew was wrote" does not occur, but "all I did was wait" does.
        let what = sentence
            .span(0, at)
            .iter()
            .any(|token| token.is(&["all", "what", "thing", "first"]));
        if past || known_past {
            let base = sentence.words.base_of_past(&word.lower).unwrap_or_else(|| word.verb());
            let right = forms::verb(sentence.words, base, Form::Participle);
            slips.push(sentence.slip(
                "form-be",
                next,
                next + 1,
                format!("after \"{}\" stands the participle: \"{right}\"", verb.text),
                vec![right.clone()],
            ));
            continue;
        }
        let bare = verbal.any(Tags::BASE)
            && !verbal.any(Tags::PARTICIPLE | Tags::PAST | Tags::ING)
            && !word.may.any(elsewhere)
            && !word.can(Tags::ADVERB)
            && word.text == word.lower;
        let subject_is_near = sentence.phrase_ending(at).is_some()
            || verb.is(&["been", "being"])
            || sentence
                .before(at)
                .is_some_and(|before| before.is(&["who", "which", "that", "has", "have", "had"]));
        if bare
            && !what
            && subject_is_near
            && !word.is(&["let", "be", "go", "do", "come", "become", "please"])
            && !(sentence.before(at).is_some_and(|before| {
                before.can(Tags::NOUN)
                    && before.is(&[
                        "goal", "job", "task", "plan", "duty", "role", "step", "dream", "choice", "option", "way",
                        "rule",
                    ])
            }))
            && next <= at + 3
        {
            let agree = sentence.words.has("no-be", &word.lower);
            let base = word.verb().to_owned();
            let (message, put) = if agree && verb.is(&["am", "is", "are", "'m", "'re"]) {
                (
                    format!("\"{base}\" is the verb: no \"{}\" before it", verb.text),
                    vec![],
                )
            } else {
                (
                    format!("after \"{}\" stands a participle", verb.text),
                    vec![
                        forms::verb(sentence.words, &base, Form::Participle),
                        forms::verb(sentence.words, &base, Form::Ing),
                    ],
                )
            };
            slips.push(sentence.slip("form-be", next, next + 1, message, put));
        }
    }
}

/// to went, to improving: after "to" stands the bare verb.
pub fn after_to(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len().saturating_sub(1) {
        let (to, word) = (&sentence.tokens[at], &sentence.tokens[at + 1]);
        if !to.eq("to") {
            continue;
        }
        let verbal = word.may.and(Tags::VERBAL);
        let elsewhere = Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PREPOSITION | Tags::DETERMINER;
        let before = &sentence.tokens[at - 1];
        let past =
            verbal.any(Tags::PAST) && !verbal.any(Tags::BASE) && !word.may.any(elsewhere) && word.text == word.lower;
        let wants = before.lemmas.iter().any(|(lemma, tags)| {
            before.tags.any(*tags)
                && tags.any(Tags::VERBAL)
                && (sentence.words.has("takes-to", lemma) || sentence.words.has("to-needed", lemma))
        });
        let able = before.is(&[
            "able", "unable", "order", "ready", "eager", "willing", "going", "supposed", "likely",
        ]);
        if past
            && !word.is_be()
            && (verbal.only(Tags::PAST) || wants || able || before.must(Tags::NOUN | Tags::VERBAL | Tags::PRONOUN))
            && !before.is(&["due", "prior", "compared", "according"])
            && !(word.may.any(Tags::PARTICIPLE) && !wants && !able && !verbal.only(Tags::PAST))
        {
            let base = word.verb().to_owned();
            slips.push(sentence.slip(
                "form-to",
                at + 1,
                at + 2,
                format!("after \"to\" stands the bare verb: \"{base}\""),
                vec![base.clone()],
            ));
        }
        let ing = verbal.any(Tags::ING) && word.chunk != Chunk::Noun
            || verbal.any(Tags::ING)
                && sentence
                    .get(at + 2)
                    .is_some_and(|next| next.can(Tags::DETERMINER | Tags::POSSESSIVE));
        let object_to = at >= 2
            && (before.is(&["me", "us", "him", "them"]))
            && sentence.tokens[at - 2]
                .lemmas
                .iter()
                .any(|(lemma, _)| sentence.words.has("object-to", lemma));
        let goal = before.is_be()
            && at >= 2
            && sentence.tokens[at - 2].is(&[
                "goal",
                "aim",
                "plan",
                "dream",
                "job",
                "task",
                "hope",
                "purpose",
                "objective",
                "mission",
                "wish",
            ]);
        if ing
            && verbal.any(Tags::ING)
            && (wants && !before.is(&["prefer", "preferred", "need", "aspire"])
                || able && !before.eq("order") && !before.eq("going")
                || object_to
                || goal
                || before.eq("order"))
        {
            let base = word.lemma(Tags::ING).unwrap_or(&word.lower).to_owned();
            slips.push(sentence.slip(
                "form-to",
                at + 1,
                at + 2,
                format!("after \"to\" stands the bare verb here: \"{base}\""),
                vec![base.clone()],
            ));
        }
    }
}

/// I seen, he done: a participle without "have".
pub fn lone_participle(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let (before, word) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let Some(base) = sentence.words.base_of_participle(&word.lower) else {
            continue;
        };
        let Some((past, participle)) = sentence.words.irregular(base) else {
            continue;
        };
        let ambiguous = past == participle || participle == base || word.is(&["born", "sunken", "drunk", "lain"]);
        let pronoun = before.is(&["i", "he", "she", "we", "they"]) && sentence.is_opening(at - 1);
        let asked = at >= 2
            && (sentence.tokens[at - 2].is(&["had", "have", "has", "'ve", "were", "was", "is", "are", "be"])
                || sentence.tokens[at - 2].can(Tags::MODAL)
                || sentence.tokens[at - 2].is(&["than", "as", "neither", "nor"]));
        if !ambiguous && pronoun && !asked && !word.may.any(Tags::PAST) {
            slips.push(sentence.slip(
                "form-participle",
                at,
                at + 1,
                format!("without \"have\" stands the past: \"{past}\""),
                vec![past.to_owned()],
            ));
        }
    }
}

/// teached, costed, brung.
pub fn regularised(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    let odd = [
        ("brung", "brought"),
        ("drug", ""),
        ("snuck", ""),
        ("costed", "cost"),
        ("hurted", "hurt"),
        ("cutted", "cut"),
        ("putted", "put"),
        ("readed", "read"),
        ("spreaded", "spread"),
        ("casted", "cast"),
        ("thunk", "thought"),
        ("tooken", "taken"),
        ("wented", "went"),
        ("payed", "paid"),
        ("layed", "laid"),
        ("sayed", "said"),
        ("builded", "built"),
        ("letted", "let"),
        ("hitted", "hit"),
        ("felled", "fell"),
        ("setted", "set"),
        ("hanged", ""),
        ("adviced", "advised"),
        ("practised", ""),
        ("loosed", "lost"),
        ("choosed", "chose"),
        ("quitted", "quit"),
        ("shutted", "shut"),
    ];
    for at in 0..sentence.tokens.len() {
        let word = &sentence.tokens[at];
        if word.text != word.lower {
            continue;
        }
        let listed = odd
            .iter()
            .find(|(wrong, right)| *wrong == word.lower && !right.is_empty())
            .map(|(_, right)| (*right).to_owned());
        let made = || {
            let stem = word.lower.strip_suffix("ed")?;
            let unknown = word.can(Tags::UNKNOWN)
                || word.is(&[
                    "losed", "catched", "keeped", "meaned", "leaved", "speaked", "fighted", "comed", "runned", "rised",
                ]);
            let bases = [
                stem.to_owned(),
                format!("{stem}e"),
                stem.get(..stem.len().saturating_sub(1)).unwrap_or_default().to_owned(),
            ];
            let base = bases
                .iter()
                .find(|base| sentence.words.irregular(base).is_some())
                .filter(|_| unknown)?;
            sentence.words.irregular(base).map(|(past, _)| past.to_owned())
        };
        if let Some(right) = listed.or_else(made) {
            slips.push(sentence.slip(
                "form-irregular",
                at,
                at + 1,
                format!("the past of this verb is \"{right}\""),
                vec![right],
            ));
        }
    }
}

/// Whether a token is a bare verb for sure.
pub fn is_bare(token: &Token) -> bool {
    let verbal = token.may.and(Tags::VERBAL);
    verbal.any(Tags::BASE) && !verbal.any(Tags::PAST | Tags::PARTICIPLE | Tags::ING) && token.text == token.lower
}
