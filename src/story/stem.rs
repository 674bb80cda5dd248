//! The stem of a word: what its forms share, so that cues of rare words can be learned from all of them.

use std::borrow::Cow;

/// Letters that a stem keeps at least.
const SHORTEST: usize = 3;

/// The word without its endings of number, person and tense. It need be no word: `studied` and `studies` are `study`,
/// `failing` and `failed` are `fail`, `promised` is `promis`.
#[must_use]
pub fn stem(word: &str) -> Cow<'_, str> {
    let long = |stem: &&str| stem.len() >= SHORTEST;
    if let Some(stem) = word
        .strip_suffix("ies")
        .or_else(|| word.strip_suffix("ied"))
        .filter(long)
    {
        return Cow::Owned(format!("{stem}y"));
    }
    let ending = |ending: &&str| {
        let stem = word.strip_suffix(ending).filter(long)?;
        (*ending != "s" || !stem.ends_with('s')).then_some(stem)
    };
    let stem = ["ing", "ed", "es", "s", "ly"].iter().find_map(ending).unwrap_or(word);
    let stem = stem.strip_suffix('e').filter(long).unwrap_or(stem);
    let mut last = stem.bytes().rev();
    match (last.next(), last.next()) {
        // stopped, referred; but passed and filled keep both.
        (Some(end), Some(before)) if end == before && end.is_ascii_alphabetic() && !matches!(end, b's' | b'l') => {
            Cow::Borrowed(&stem[..stem.len() - 1])
        }
        _ => Cow::Borrowed(stem),
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for forms in [
            &["fail", "fails", "failed", "failing"][..],
            &["study", "studies", "studied"],
            &["stop", "stopped", "stopping"],
            &["promise", "promises", "promised", "promising"],
            &["pass", "passes", "passed", "passing"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn short_words_stay() {
        for word in ["is", "as", "red", "sing", "us", "é"] {
            assert_eq!(stem(word), word);
        }
    }
}
