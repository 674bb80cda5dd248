//! Patterns over tokens, as rules write them.
//!
//! Elements stand apart by spaces: `word`, `one|other`, `<lemma>`, `[TAG]`, `{list}`, `_` (any word), `^` (the beginning of the
//! sentence). `&` joins conditions, `!` turns one round, `?` after an element makes it optional, `*` lets it repeat. `(` and `)`
//! stand around the words that are underlined.

use super::token::{Tags, Token};
use super::words::Words;

/// What a token has to be.
#[derive(Debug)]
enum Test {
    Any,
    Words(Vec<String>),
    Lemmas(Vec<String>),
    Tags(Tags),
    List(String),
    Capital,
    Not(Box<Test>),
    Either(Vec<Test>),
    All(Vec<Test>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Times {
    Once,
    Optional,
    Repeated,
}

#[derive(Debug)]
enum Element {
    Token(Test, Times),
    Start,
    Open,
    Close,
}

/// A pattern.
#[derive(Debug)]
pub struct Pattern(Vec<Element>);

/// Where a pattern fits.
#[derive(Debug, Clone, Default)]
pub struct Match {
    /// The token of each element that took exactly one, by the number of the element.
    pub tokens: Vec<Option<usize>>,
    /// The underlined tokens.
    pub start: usize,
    /// The token after the last underlined.
    pub end: usize,
}

/// How often an element with `*` may repeat.
const MOST: usize = 7;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// With the element that can not be read.
    pub fn read(text: &str, words: &Words) -> Result<Self, String> {
        let mut elements = Vec::new();
        for written in text.split_whitespace() {
            elements.push(match written {
                "^" => Element::Start,
                "(" => Element::Open,
                ")" => Element::Close,
                _ => {
                    let (body, times) = match written.strip_suffix('?').filter(|body| !body.is_empty()) {
                        Some(body) => (body, Times::Optional),
                        None => match written.strip_suffix('*') {
                            Some(body) => (body, Times::Repeated),
                            None => (written, Times::Once),
                        },
                    };
                    Element::Token(test(body, words)?, times)
                }
            });
        }
        Ok(Self(elements))
    }

    /// Whether the element of this number, from 1 on, is among the underlined ones.
    pub fn underlines(&self, number: usize) -> bool {
        let has = |sign: fn(&Element) -> bool| self.0.iter().any(sign);
        let mut open = !has(|element| matches!(element, Element::Open));
        let mut count = 0;
        for element in &self.0 {
            match element {
                Element::Open => open = true,
                Element::Close => open = false,
                Element::Token(..) => count += 1,
                Element::Start => {}
            }
            if count == number {
                return open;
            }
        }
        false
    }

    /// The place where it fits from token `at` on.
    pub fn fits(&self, tokens: &[Token], at: usize, words: &Words) -> Option<Match> {
        let mut found = Match {
            start: at,
            ..Match::default()
        };
        let has_close = self.0.iter().any(|element| matches!(element, Element::Close));
        let end = fit(&self.0, tokens, at, words, &mut found)?;
        if !has_close {
            found.end = end;
        }
        (found.end > found.start).then_some(found)
    }
}

fn test(body: &str, words: &Words) -> Result<Test, String> {
    let parts: Result<Vec<Test>, String> = body.split('&').map(|part| one_test(part, words)).collect();
    let mut parts = parts?;
    Ok(if parts.len() == 1 {
        parts.remove(0)
    } else {
        Test::All(parts)
    })
}

/// One condition: alternatives that `|` parts, turned round by `!`.
fn one_test(part: &str, words: &Words) -> Result<Test, String> {
    if let Some(rest) = part.strip_prefix('!').filter(|rest| !rest.is_empty()) {
        return Ok(Test::Not(Box::new(one_test(rest, words)?)));
    }
    match part {
        "_" => return Ok(Test::Any),
        "^A" => return Ok(Test::Capital),
        _ => {}
    }
    let tests: Result<Vec<Test>, String> = alternatives(part).iter().map(|one| alternative(one, words)).collect();
    let mut tests = tests?;
    Ok(if tests.len() == 1 {
        tests.remove(0)
    } else {
        Test::Either(tests)
    })
}

/// What `|` parts, outside of brackets.
fn alternatives(part: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, letter) in part.char_indices() {
        match letter {
            '[' | '<' | '{' => depth += 1,
            ']' | '>' | '}' => depth -= 1,
            '|' if depth == 0 => {
                found.push(&part[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&part[start..]);
    found
}

fn alternative(part: &str, words: &Words) -> Result<Test, String> {
    let list = |inside: &str| inside.split('|').map(str::to_owned).collect();
    let inside = |open: char, close: char| part.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    if let Some(name) = inside('{', '}') {
        return if words.knows(name) {
            Ok(Test::List(name.to_owned()))
        } else {
            Err(format!("there is no list '{name}'"))
        };
    }
    if let Some(lemmas) = inside('<', '>') {
        return Ok(Test::Lemmas(list(lemmas)));
    }
    let Some(names) = inside('[', ']') else {
        return Ok(Test::Words(list(part)));
    };
    let mut tags = Tags::default();
    let mut plain = Vec::new();
    for name in names.split('|') {
        match Tags::named(name) {
            Some(own) => tags.add(own),
            None if name.chars().all(|letter| !letter.is_uppercase()) => plain.push(name.to_owned()),
            None => return Err(format!("there is no tag '{name}'")),
        }
    }
    let test = Test::Tags(tags);
    Ok(if plain.is_empty() {
        test
    } else {
        Test::Either(vec![test, Test::Words(plain)])
    })
}

impl Test {
    fn holds(&self, token: &Token, words: &Words) -> bool {
        match self {
            Self::Any => !token.can(Tags::STOP),
            Self::Words(list) => list.contains(&token.lower),
            Self::Lemmas(list) => {
                let is_meant = |(lemma, tags): &(String, Tags)| list.contains(lemma) && token.tags.any(*tags);
                token.lemmas.iter().any(is_meant)
            }
            Self::Tags(tags) => token.can(*tags),
            Self::List(list) => {
                words.has(list, &token.lower)
                    || token
                        .lemmas
                        .iter()
                        .any(|(lemma, tags)| token.tags.any(*tags) && words.has(list, lemma))
            }
            Self::Capital => token.is_capital(),
            Self::Not(test) => !test.holds(token, words),
            Self::Either(tests) => tests.iter().any(|test| test.holds(token, words)),
            Self::All(tests) => tests.iter().all(|test| test.holds(token, words)),
        }
    }
}

/// The token after the last that the elements took, from token `at` on.
fn fit(elements: &[Element], tokens: &[Token], at: usize, words: &Words, found: &mut Match) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else {
        return Some(at);
    };
    let mark = found.tokens.len();
    match first {
        Element::Start => (at == 0).then(|| fit(rest, tokens, at, words, found))?,
        Element::Open => {
            found.start = at;
            fit(rest, tokens, at, words, found)
        }
        Element::Close => {
            let end = fit(rest, tokens, at, words, found)?;
            found.end = at;
            Some(end)
        }
        Element::Token(test, times) => {
            let here = tokens.get(at).is_some_and(|token| test.holds(token, words));
            let most = match times {
                Times::Once | Times::Optional => 1,
                Times::Repeated => MOST,
            };
            if !here && *times == Times::Once {
                return None;
            }
            let mut count = 0;
            while count < most && tokens.get(at + count).is_some_and(|token| test.holds(token, words)) {
                count += 1;
            }
            let least = usize::from(*times == Times::Once);
            for taken in (least..=count).rev() {
                found.tokens.truncate(mark);
                found.tokens.push((taken == 1).then_some(at));
                if let Some(end) = fit(rest, tokens, at + taken, words, found) {
                    return Some(end);
                }
            }
            None
        }
    }
}
