//! Decides between noun, verb and adjective by what stands around a word.

use super::token::{Chunk, Tags, Token};

/// Pronouns that are subjects alone.
pub const SUBJECTS: [&str; 5] = ["i", "he", "she", "we", "they"];

/// Determiners after which no verb comes.
const ARTICLES: [&str; 22] = [
    "a", "an", "the", "my", "our", "your", "their", "its", "his", "every", "each", "these", "those", "this", "another",
    "no", "some", "any", "several", "many", "whose", "few",
];

/// Narrows the tags of each word.
pub fn resolve(tokens: &mut [Token]) {
    tokens.iter_mut().for_each(closed);
    for at in 0..tokens.len() {
        let narrowed = narrow(tokens, at);
        if !narrowed.is_empty() {
            tokens[at].tags = narrowed;
        }
    }
}

/// Words that the dictionary knows too much about.
fn closed(token: &mut Token) {
    let tags = match token.lower.as_str() {
        "i" | "he" | "she" | "we" | "they" | "it" | "me" | "him" | "us" | "them" | "you" | "myself" | "himself"
        | "herself" | "itself" | "ourselves" | "themselves" | "yourself" | "someone" | "somebody" | "everyone"
        | "everybody" | "nobody" | "anyone" | "anybody" | "something" | "nothing" | "everything" | "anything" => {
            Tags::PRONOUN
        }
        "a" | "an" | "the" | "every" | "these" | "those" => Tags::DETERMINER,
        "this" => Tags::DETERMINER | Tags::PRONOUN,
        "my" | "our" | "your" | "their" | "its" => Tags::POSSESSIVE,
        "his" => Tags::POSSESSIVE | Tags::PRONOUN,
        "and" | "or" | "nor" => Tags::AND,
        "but" => Tags::AND | Tags::PREPOSITION,
        "of" | "with" | "from" | "into" | "during" | "at" | "than" | "because" | "although" | "without" | "upon"
        | "among" | "between" | "toward" | "towards" | "despite" | "until" | "whether" | "unless" | "for" | "if"
        | "while" | "as" | "around" | "near" | "beside" => Tags::PREPOSITION,
        "in" | "on" | "by" => Tags::PREPOSITION | Tags::PARTICLE,
        "up" | "down" | "out" | "off" | "over" | "above" | "below" | "behind" | "through" | "across" | "along"
        | "about" => Tags::PREPOSITION | Tags::PARTICLE | Tags::ADVERB,
        "so" => Tags::ADVERB | Tags::PREPOSITION,
        "home" | "today" | "tomorrow" | "yesterday" => Tags::NOUN | Tags::ADVERB,
        "not" => Tags::NOT | Tags::ADVERB,
        "who" | "whom" | "which" | "what" | "whose" | "where" | "when" | "why" | "how" => Tags::WH,
        "also" | "never" | "always" | "often" | "very" | "too" | "just" | "again" | "then" | "now" | "here"
        | "still" | "already" => Tags::ADVERB,
        "will" | "would" | "can" | "could" | "should" | "may" | "might" | "must" | "shall"
            if token.may.any(Tags::MODAL) && !token.is_capital() =>
        {
            Tags::MODAL
        }
        _ => return,
    };
    token.tags = tags;
    token.may = tags;
}

fn before(tokens: &[Token], at: usize) -> Option<&Token> {
    let mut back = at;
    while back > 0 {
        back -= 1;
        if !tokens[back].must(Tags::ADVERB | Tags::NOT) {
            return Some(&tokens[back]);
        }
    }
    None
}

fn narrow(tokens: &[Token], at: usize) -> Tags {
    let token = &tokens[at];
    let both = token.may.any(Tags::VERBAL) && token.may.any(Tags::NOMINAL | Tags::ADJECTIVAL);
    let Some(last) = at.checked_sub(1).map(|last| &tokens[last]) else {
        return token.tags;
    };
    if both
        && last.can(Tags::NUMBER)
        && !last.is(&["one", "1"])
        && token.may.any(Tags::NOUNS)
        && token.chunk != Chunk::Verb
    {
        return keep(token.may, Tags::VERBAL);
    }
    if both && (last.is(&ARTICLES) || last.must(Tags::GENITIVE) || last.must(Tags::POSSESSIVE)) {
        return keep(token.may, Tags::VERBAL.without(Tags::ING | Tags::PARTICIPLE));
    }
    let word_before = before(tokens, at);
    if token.may.any(Tags::BASE)
        && word_before.is_some_and(|word| {
            word.must(Tags::MODAL) || (word.is(&["do", "does", "did"]) && word.may.any(Tags::FINITE))
        })
    {
        let is_aux = word_before.is_some_and(|word| word.must(Tags::MODAL)) || tokens[at - 1].can(Tags::NOT);
        if is_aux {
            return Tags::BASE;
        }
    }
    if token.may.any(Tags::BASE) && last.reads("to") && (token.chunk == Chunk::Verb || token.tags.any(Tags::BASE)) {
        return if token.chunk == Chunk::Noun {
            token.tags
        } else {
            Tags::BASE
        };
    }
    if both && last.reads("who") && token.may.any(Tags::THIRD) {
        return Tags::THIRD;
    }
    // "I saw", "she felt": of two verbs with this form, the past of the one that people use.
    if token.is(&["saw", "felt", "found", "lay"]) && word_before.is_some_and(|word| word.is(&SUBJECTS)) {
        return Tags::PAST;
    }
    if both && word_before.is_some_and(|word| word.is(&SUBJECTS)) && token.may.any(Tags::FINITE | Tags::PARTICIPLE) {
        return token.may.and(Tags::FINITE | Tags::BASE | Tags::PARTICIPLE);
    }
    if !both {
        return token.tags;
    }
    match token.chunk {
        Chunk::Verb if token.tags.any(Tags::VERBAL) => token.tags.and(Tags::VERBAL),
        Chunk::Verb => token.may.and(Tags::VERBAL),
        Chunk::Noun if token.may.any(Tags::NOMINAL | Tags::ADJECTIVAL) => {
            keep(token.may, Tags::VERBAL.without(Tags::ING | Tags::PARTICIPLE))
        }
        _ => token.tags,
    }
}

/// `tags` without `out`, if anything is left.
fn keep(tags: Tags, out: Tags) -> Tags {
    let left = tags.without(out);
    if left.is_empty() { tags } else { left }
}
