//! A member as it is written: its tokens, their alternatives and the marks on them.

use super::super::digits::split_digits;
use super::{Inflect, MemberError, Slot};

/// A written slot before its words take their forms.
pub(super) struct Draft {
    pub words: Vec<Written>,
    pub optional: bool,
}

/// A word as it stands in a slot.
pub(super) struct Written {
    pub letters: String,
    pub inflect: Inflect,
    pub fixed: bool,
    pub exact: bool,
}

/// A part of a row: words that are still to take their forms, or a slot that is ready.
pub(super) enum Part {
    Words(Draft),
    Other(Slot),
}

/// Writes a member out once for each alternative of the slots in which an alternative falls apart into several words.
pub(super) fn spread(member: &str) -> Result<Vec<Vec<String>>, MemberError> {
    // Slots multiply: a member with ten of them would fill the memory.
    const MOST_ROWS: usize = 256;
    let mut rows = vec![Vec::new()];
    for token in tokens(member) {
        let inner = token.trim_start_matches('(').trim_end_matches(')');
        let alternatives: Vec<&str> = inner.split('/').collect();
        let falls_apart = alternatives.len() > 1
            && alternatives
                .iter()
                .any(|one| read_word(one).is_ok_and(|words| words.len() > 1));
        let written: Vec<String> = if falls_apart {
            alternatives.iter().map(|one| token.replace(inner, one)).collect()
        } else {
            vec![token.to_owned()]
        };
        rows = rows
            .iter()
            .flat_map(|row| {
                written
                    .iter()
                    .map(move |one| row.iter().chain([one]).cloned().collect())
            })
            .collect();
        if rows.len() > MOST_ROWS {
            return Err(MemberError {
                member: member.to_owned(),
                message: format!("its alternatives make more than {MOST_ROWS} phrases: write it as several"),
            });
        }
    }
    Ok(rows)
}

/// Splits at spaces and hyphens, hyphens inside `<…>` aside.
fn tokens(member: &str) -> impl Iterator<Item = &str> {
    let mut in_class = false;
    member
        .split(move |c: char| {
            match c {
                '<' => in_class = true,
                '>' => in_class = false,
                _ => {}
            }
            c.is_whitespace() || (c == '-' && !in_class)
        })
        // `&` is no word in a draft either.
        .filter(|token| !token.is_empty() && *token != "&")
}

/// Reads a token and adds its parts.
pub(super) fn read_token(token: &str, parts: &mut Vec<Part>) -> Result<(), String> {
    if let Some(count) = token.strip_prefix("..") {
        let most = if count.is_empty() { Ok(3) } else { count.parse::<u8>() };
        let most = most.ok().filter(|most| (1..=12).contains(most));
        parts.push(Part::Other(Slot::Gap(
            most.ok_or("a gap is '..' or '..N' with N from 1 to 12")?,
        )));
        return Ok(());
    }
    let (optional, inner) = match token.strip_prefix('(') {
        Some(rest) => (
            true,
            rest.strip_suffix(')').ok_or("an opened parenthesis is not closed")?,
        ),
        None => (false, token),
    };
    match inner {
        "^" => parts.push(Part::Other(Slot::Start)),
        "$" => parts.push(Part::Other(Slot::End)),
        _ if inner.starts_with('<') => {
            let name = inner[1..].strip_suffix('>').ok_or("write a class as <name>")?;
            parts.push(Part::Other(Slot::Class {
                name: name.to_owned(),
                optional,
            }));
        }
        _ => {
            let alternatives: Vec<&str> = inner.split('/').collect();
            let mut rows = Vec::new();
            for alternative in &alternatives {
                rows.push(read_word(alternative)?);
            }
            if rows.iter().all(|row| row.len() == 1) {
                parts.push(Part::Words(Draft {
                    words: rows.into_iter().flatten().collect(),
                    optional,
                }));
            } else {
                parts.extend(rows.into_iter().flatten().map(|word| {
                    Part::Words(Draft {
                        words: vec![word],
                        optional,
                    })
                }));
            }
        }
    }
    Ok(())
}

fn read_word(written: &str) -> Result<Vec<Written>, String> {
    let exact = written.starts_with('=');
    let fixed = written.ends_with('!');
    let bare = written.trim_start_matches('=').trim_end_matches('!');
    let (letters, inflect) = match bare.rsplit_once('~') {
        Some((letters, "v")) => (letters, Inflect::Verb),
        Some((letters, "n")) => (letters, Inflect::Noun),
        Some(_) => return Err(format!("'{written}': after '~' stands v or n")),
        None => (bare, Inflect::None),
    };
    let letters = letters.replace(['\u{2019}'], "'").replace('.', "");
    let letters = letters
        .strip_suffix("'s")
        .or(letters.strip_suffix('\''))
        .unwrap_or(&letters);
    let words: Vec<Written> = letters
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .flat_map(split_digits)
        .filter(|part| !part.is_empty())
        .map(|part| Written {
            letters: part.to_owned(),
            inflect,
            fixed,
            exact,
        })
        .collect();
    if words.is_empty() {
        Err(format!("'{written}' holds no letter"))
    } else {
        Ok(words)
    }
}
