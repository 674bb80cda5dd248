//! Turns what nlprule says about a sentence into tokens.

use nlprule::Tokenizer;
use nlprule::types::{Sentence, Token as Parsed};

use super::token::{Chunk, Tags, Token};

/// The tokens of a sentence, as the dictionary and nlprule's own rules see them.
pub fn read(tokenizer: &Tokenizer, sentences: &[Sentence<'_>]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = Chunk::Other;
    for sentence in sentences {
        for parsed in sentence.iter() {
            let mut token = token(tokenizer, parsed);
            if !parsed.chunks().is_empty() {
                last = token.chunk;
            } else if last == Chunk::Noun || last == Chunk::Verb {
                token.chunk = Chunk::Other;
            }
            tokens.push(token);
        }
    }
    let mut tokens = contracted(tokens);
    quote(&mut tokens);
    tokens
}

fn token(tokenizer: &Tokenizer, parsed: &Parsed<'_>) -> Token {
    let text = parsed.word().as_str().to_owned();
    let mut lemmas: Vec<(String, Tags)> = Vec::new();
    let mut tags = Tags::default();
    for data in parsed.word().tags() {
        let own = Tags::of(data.pos().as_str());
        tags.add(own);
        if !own.is_empty() {
            lemmas.push((data.lemma().as_str().to_lowercase(), own));
        }
    }
    let mut may = Tags::default();
    for data in tokenizer.tagger().get_tags(&text) {
        let own = Tags::of(data.pos().as_str());
        may.add(own);
        if !own.is_empty() {
            lemmas.push((data.lemma().as_str().to_lowercase(), own));
        }
    }
    if !text.contains(char::is_alphanumeric) {
        tags = Tags::STOP;
        may = Tags::STOP;
    }
    let chunk = parsed
        .chunks()
        .first()
        .map_or(Chunk::Other, |chunk| match chunk.get(2..) {
            Some(kind) if kind.starts_with("NP") => Chunk::Noun,
            Some(kind) if kind.starts_with("VP") => Chunk::Verb,
            _ => Chunk::Other,
        });
    let opens = parsed.chunks().iter().any(|chunk| chunk.starts_with("B-"));
    let mut token = Token {
        lower: text.to_lowercase(),
        start: parsed.span().char().start,
        end: parsed.span().char().end,
        spaced: parsed.has_space_before(),
        text,
        tags,
        may: may | tags.without(Tags::UNKNOWN),
        lemmas,
        chunk,
        opens,
        quoted: false,
    };
    if token.may.is_empty() || token.tags.only(Tags::UNKNOWN) {
        guess(tokenizer, &mut token);
    }
    token
}

/// What a word is by its looks that no dictionary has.
fn guess(tokenizer: &Tokenizer, token: &mut Token) {
    let tail = token.lower.rsplit('-').next().unwrap_or_default();
    let mut tags = Tags::default();
    if tail.len() < token.lower.len() {
        for data in tokenizer.tagger().get_tags(tail) {
            let own = Tags::of(data.pos().as_str())
                .and(Tags::NOMINAL | Tags::ADJECTIVAL | Tags::PARTICIPLE | Tags::ING | Tags::ADVERB);
            tags.add(own);
            let head = &token.lower[..token.lower.len() - tail.len()];
            if !own.is_empty() {
                token.lemmas.push((format!("{head}{}", data.lemma().as_str()), own));
            }
        }
        if tags.any(Tags::PARTICIPLE | Tags::ING) || !tags.any(Tags::NOMINAL) {
            tags.add(Tags::ADJECTIVE);
        }
    } else if token
        .text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'))
    {
        tags = Tags::NUMBER;
    } else if token.is_letters() {
        tags = if token.text.ends_with('s') {
            Tags::NOUNS
        } else {
            Tags::NOUN | Tags::NAME
        };
    } else if token.is_capital() {
        tags = Tags::NAME;
    } else if token.lower.ends_with("ly") {
        tags = Tags::ADVERB;
    } else if token.lower.ends_with("ing") {
        tags = Tags::ING | Tags::NOUN;
    } else if token.lower.ends_with("ed") {
        tags = Tags::PAST | Tags::PARTICIPLE;
    } else if token.lower.ends_with('s')
        && !token.lower.ends_with("ss")
        && !token.lower.ends_with("is")
        && !token.lower.ends_with("us")
    {
        tags = Tags::NOUNS;
        let stem = token.lower.trim_end_matches('s').to_owned();
        token.lemmas.push((stem, Tags::NOUNS));
    } else if token.lower.contains(char::is_alphabetic) {
        tags = Tags::NOUN;
    }
    token.tags = tags | Tags::UNKNOWN;
    token.may = token.tags;
}

/// Puts contractions together: `do` + `n't`, `I` + `'ve`, `Smith` + `'s`.
fn contracted(parsed: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(parsed.len());
    let mut rest = parsed.into_iter().peekable();
    while let Some(mut token) = rest.next() {
        let joins = token.reads("'") && !token.spaced && tokens.last().is_some_and(|last| !last.can(Tags::STOP));
        let end = rest.peek().filter(|next| joins && !next.spaced);
        let Some(end) = end.filter(|next| next.is(&["t", "ve", "re", "ll", "d", "m", "s"])) else {
            let is_plural = tokens.last().is_some_and(|last| last.lower.ends_with('s'));
            if joins && is_plural && rest.peek().is_some_and(|next| next.spaced) {
                token.tags = Tags::GENITIVE;
                token.may = Tags::GENITIVE;
            }
            tokens.push(token);
            continue;
        };
        let end = end.clone();
        rest.next();
        let last = tokens.len() - 1;
        if end.reads("t") {
            unfold(&mut tokens[last]);
            "not".clone_into(&mut token.lower);
            token.tags = Tags::NOT | Tags::ADVERB;
        } else {
            token.tags = end.tags;
            token.lower = format!("'{}", end.lower);
        }
        token.text.push_str(&end.text);
        token.may = token.tags;
        token.lemmas = end.lemmas;
        token.end = end.end;
        if token.tags.is_empty() || token.tags.only(Tags::UNKNOWN) {
            contraction(&mut token);
        }
        token.chunk = Chunk::Other;
        tokens.push(token);
    }
    tokens
}

/// What an ending is that nlprule does not know.
fn contraction(token: &mut Token) {
    let (lemma, tags) = match token.lower.as_str() {
        "'ll" => ("will", Tags::MODAL),
        "'d" => ("would", Tags::MODAL),
        "'ve" => ("have", Tags::PRESENT),
        "'re" | "'m" => ("be", Tags::PRESENT),
        _ => ("be", Tags::THIRD | Tags::GENITIVE),
    };
    token.tags = tags;
    token.may = tags;
    token.lemmas = vec![(lemma.to_owned(), tags)];
}

/// The word before `n't`: don, won, can.
fn unfold(token: &mut Token) {
    let whole = match token.lower.as_str() {
        "won" => "will",
        "can" => "can",
        "shan" => "shall",
        other => other.strip_suffix('n').unwrap_or(other),
    };
    let (lemma, tags) = match whole {
        "do" => ("do", Tags::PRESENT),
        "does" => ("do", Tags::THIRD),
        "did" => ("do", Tags::PAST),
        "have" => ("have", Tags::PRESENT),
        "has" => ("have", Tags::THIRD),
        "had" => ("have", Tags::PAST),
        "are" => ("be", Tags::PRESENT),
        "is" => ("be", Tags::THIRD),
        "was" | "were" => ("be", Tags::PAST),
        other => (other, Tags::MODAL),
    };
    token.lemmas = vec![(lemma.to_owned(), tags)];
    token.tags = tags;
    token.may = tags;
    token.lower = whole.to_owned();
}

/// Marks what stands between quotation marks.
fn quote(tokens: &mut [Token]) {
    let mut inside = false;
    for token in tokens {
        if token.reads("\"") {
            inside = !inside;
        }
        token.quoted = inside;
    }
}
