//! Wordings that can be put better by replacing words: the review edits of a lint.

use std::sync::OnceLock;

use regex::{Captures, Regex, RegexBuilder};

use crate::prose::Prose;
use crate::source::Span;

use super::finding::{Applicability, Edit, Finding, Suggestion};
use super::lint::{Lint, Text};

/// Compiles what a rewrite finds: words are whole, and the case of letters does not matter where the text is in small
/// letters. An expression that is in small letters itself, as those of the built-in lints are, compiles many times faster
/// than one that has to try both.
///
/// # Errors
/// When `find` is no regular expression.
pub fn compile(find: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(&format!(r"\b(?:{find})\b"))
        .case_insensitive(find.bytes().any(|byte| byte.is_ascii_uppercase()))
        .unicode(false)
        .build()
}

/// The compiled rewrites of one lint: each is compiled when it is first tried, and kept. Most drafts need none.
#[derive(Debug, Clone)]
pub(super) struct Rewriter(Vec<OnceLock<Option<Regex>>>);

impl Rewriter {
    /// For the rewrites of `lint`.
    pub(super) fn new(lint: &Lint) -> Self {
        Self(lint.rewrites.iter().map(|_| OnceLock::new()).collect())
    }

    /// Adds to each finding of `lint` the edits that its rewrites make in the sentences under it.
    pub(super) fn suggest(&self, lint: &Lint, prose: &Prose, text: &str, findings: &mut [Finding]) {
        if self.0.is_empty() {
            return;
        }
        for finding in findings {
            let sentences = prose.sentences();
            let first = sentences.partition_point(|sentence| sentence.span.end() <= finding.span.start());
            let under = sentences[first..]
                .iter()
                .take_while(|sentence| sentence.span.start() < finding.span.end());
            let edit = under
                .map(|sentence| (sentence.span, sentence.span.of(text).to_ascii_lowercase()))
                .find_map(|(sentence, small)| {
                    let mut rewrites = lint.rewrites.iter().zip(&self.0);
                    rewrites.find_map(|(rewrite, find)| {
                        if !may_match(&rewrite.needs, &small) {
                            return None;
                        }
                        let find = find.get_or_init(|| compile(&rewrite.find).ok()).as_ref()?;
                        edit(find, &rewrite.put, text, &small, sentence, finding.span)
                    })
                });
            finding.suggestions.splice(0..0, edit);
        }
    }
}

/// Whether one of the letters that a rewrite needs is there, if it is known to need any.
fn may_match(needs: &[Text], small: &str) -> bool {
    needs.is_empty() || needs.iter().any(|letters| small.contains(&**letters))
}

/// What to put at the first place in a sentence where `find` matches words under `finding`. `small`: the sentence in small
/// letters, as long as in its own.
fn edit(find: &Regex, put: &str, text: &str, small: &str, sentence: Span, finding: Span) -> Option<Suggestion> {
    let found = find.captures_iter(small).find_map(|found| {
        let all = found.get(0)?;
        let span = Span::new(sentence.start() + all.start(), sentence.start() + all.end());
        span.overlaps(finding).then_some((found, span))
    });
    let (found, span) = found?;
    let put = fill(put, &found, sentence.of(text));
    let message = match put.as_str() {
        "" => format!("leave out \"{}\"", span.of(text)),
        put => format!("write \"{put}\" for \"{}\"", span.of(text)),
    };
    let suggestion = |edit| Suggestion {
        message: message.into(),
        applicability: Applicability::Review,
        edits: vec![edit],
    };
    if span.start() != sentence.start() {
        let span = if put.is_empty() { with_commas(text, span) } else { span };
        return Some(suggestion(Edit { span, replacement: put }));
    }
    // At the start of a sentence the first letter is large, also when the words before it go away.
    let rest = if put.is_empty() {
        &text[span.end()..sentence.end()]
    } else {
        ""
    };
    let gone = rest.len() - rest.trim_start_matches([' ', ',', '\n']).len();
    let next = rest[gone..].chars().next();
    let span = Span::new(span.start(), span.end() + gone + next.map_or(0, char::len_utf8));
    let replacement = capital(&format!("{put}{}", next.map(String::from).unwrap_or_default()));
    Some(suggestion(Edit { span, replacement }))
}

/// Words that go from the middle of a sentence, with the space before them and the commas that set them off.
fn with_commas(text: &str, span: Span) -> Span {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let spaced = before.strip_suffix(' ').unwrap_or(before);
    let closed = after.starts_with([',', '.', ';', '!', '?']);
    let kept = if closed {
        spaced.strip_suffix(',').unwrap_or(spaced)
    } else {
        spaced
    };
    Span::new(kept.len(), span.end() + usize::from(after.starts_with(',')))
}

/// Fills `$1` and the like from the words that were searched. A word that led the match and leads no longer loses its capital, unless it is a name or an
/// abbreviation by its looks.
fn fill(put: &str, found: &Captures<'_>, words: &str) -> String {
    let mut out = String::new();
    let mut parts = put.split('$');
    out.push_str(parts.next().unwrap_or_default());
    let first = found.get(0).map_or(0, |all| all.start());
    for part in parts {
        let (number, rest) = part.split_at(part.len().min(1));
        let group = number.parse().ok().and_then(|number: usize| found.get(number));
        if let Some(group) = group {
            let words = &words[group.range()];
            let moved = group.start() == first && !out.is_empty();
            out.push_str(&if moved { small(words) } else { words.to_owned() });
        }
        out.push_str(rest);
    }
    out
}

fn small(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' && first != 'I' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(find: &str, put: &str, text: &str) -> Option<String> {
        let all = Span::new(0, text.len());
        let small = text.to_ascii_lowercase();
        let edit = edit(&compile(find).unwrap(), put, text, &small, all, all)?
            .edits
            .remove(0);
        let (before, after) = (&text[..edit.span.start()], &text[edit.span.end()..]);
        Some(format!("{before}{}{after}", edit.replacement))
    }

    #[test]
    fn capitals_follow_the_words() {
        let made = |text: &str| put("(a mistake|mistakes) (?:was|were) made", "I made $1", text);
        assert_eq!(made("Mistakes were made.").as_deref(), Some("I made mistakes."));
        assert_eq!(
            made("That year mistakes were made.").as_deref(),
            Some("That year I made mistakes.")
        );
        assert_eq!(made("A mistake was made.").as_deref(), Some("I made a mistake."));
        let left = |text: &str| put("([\\w' -]+?) were left unsigned", "I left $1 unsigned", text);
        assert_eq!(
            left("ECG notes were left unsigned.").as_deref(),
            Some("I left ECG notes unsigned.")
        );
    }

    #[test]
    fn the_case_of_letters_does_not_matter() {
        for find in ["to be fair", "To Be Fair", "to be fair\\w*"] {
            let made = put(find, "", "It was, To be FAIR, hard.");
            assert_eq!(made.as_deref(), Some("It was hard."), "{find}");
        }
    }

    #[test]
    fn words_that_go_take_their_comma_along() {
        let gone = |text: &str| put("to be fair", "", text);
        assert_eq!(
            gone("To be fair, the exam was hard.").as_deref(),
            Some("The exam was hard.")
        );
        assert_eq!(gone("It was, to be fair, hard.").as_deref(), Some("It was hard."));
    }
}
