//! The folded view: what two spellings of one word have in common.

use unicode_normalization::UnicodeNormalization;

/// Adds `text` to `out` folded: lower case, curly apostrophes straight, accents and soft hyphens dropped, the stops of
/// an abbreviation dropped (`U.S` becomes `us`).
pub fn fold_letters(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        let has_stop = text.bytes().any(|byte| byte == b'.');
        if has_stop && !text.bytes().any(|byte| byte.is_ascii_digit()) {
            out.extend(text.split('.'));
        } else {
            out.push_str(text);
        }
        out[start..].make_ascii_lowercase();
        return;
    }
    for letter in text.nfd() {
        match letter {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{ff07}' => out.push('\''),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            _ if unicode_normalization::char::is_combining_mark(letter) => {}
            _ => out.extend(letter.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold_letters;

    fn fold(text: &str) -> String {
        let mut out = String::new();
        fold_letters(text, &mut out);
        out
    }

    #[test]
    fn spellings_of_one_word_fold_alike() {
        assert_eq!(fold("Don\u{2019}t"), "don't");
        assert_eq!(fold("Re\u{301}sume\u{301}"), fold("résumé"));
        assert_eq!(fold("U.S"), "us");
        assert_eq!(fold("6.5"), "6.5");
    }
}
