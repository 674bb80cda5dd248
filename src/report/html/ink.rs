//! Text of a draft on the page: it is never markup, and what steers a line is shown by its number.

use maud::{Markup, Render, html};

use crate::report::escape::shown;
use crate::report::one_line;
use crate::source::Span;

/// A text that stands in a line of the page.
pub(super) struct Ink<'t>(pub(super) &'t str);

impl Render for Ink<'_> {
    fn render_to(&self, page: &mut String) {
        for c in self.0.chars() {
            match c {
                '\n' | '\r' => page.push(' '),
                _ => match &*shown(c) {
                    by_number if by_number.len() > c.len_utf8() => {
                        html! { span.by-number { (by_number) } }.render_to(page);
                    }
                    itself => itself.render_to(page),
                },
            }
        }
    }
}

/// A heading of this level, 1 to 4.
pub(super) fn heading(level: u8, id: Option<&str>, class: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match level {
            0 | 1 => h1 id=[id] class=[class] { (words) },
            2 => h2 id=[id] class=[class] { (words) },
            3 => h3 id=[id] class=[class] { (words) },
            _ => h4 id=[id] class=[class] { (words) },
        }
    }
}

/// The first words under a span, in quotation marks: enough to know them again.
pub(super) fn first_words(text: &str, span: Span, most: usize) -> String {
    // The first few of a sentence are wanted: one that is absurdly long is not read to its end.
    let words: String = span.of(text).chars().take(most * 4).collect();
    let line = one_line(&words);
    let mut taken = String::new();
    for word in line.split_whitespace() {
        if !taken.is_empty() && taken.chars().count() + word.chars().count() > most {
            return format!("“{taken} …”");
        }
        if !taken.is_empty() {
            taken.push(' ');
        }
        taken.extend(word.chars().take(most));
    }
    format!("“{taken}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inked(text: &str) -> String {
        html! { (Ink(text)) }.into_string()
    }

    #[test]
    fn a_draft_is_never_markup() {
        assert_eq!(
            inked("<script>alert(\"1\")</script> & 'x'"),
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'x'"
        );
    }

    #[test]
    fn what_steers_a_line_is_shown_by_its_number() {
        assert_eq!(
            inked("a\u{202e}b\0c"),
            "a<span class=\"by-number\">\\u{202e}</span>b<span class=\"by-number\">\\u{0}</span>c"
        );
        assert_eq!(inked("a\r\nb\tc"), "a  b c");
        assert_eq!(inked("né 👩\u{200d}⚕️"), "né 👩\u{200d}⚕️");
    }

    #[test]
    fn a_sentence_is_known_by_its_first_words() {
        let text = "I failed Step 1 in  June 2022, and told no one.";
        let whole = Span::new(0, text.len());
        assert_eq!(first_words(text, whole, 20), "“I failed Step 1 in …”");
        assert_eq!(first_words(text, Span::new(0, 8), 20), "“I failed”");
        assert_eq!(first_words("\u{202e}x", Span::new(0, 4), 20), "“\\u{202e}x”");
        assert_eq!(first_words(&"w".repeat(90), Span::new(0, 90), 5), "“wwwww”");
    }
}
