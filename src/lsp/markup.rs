//! Text for the windows of an editor: Markdown where it shows that, else plain.

use gen_lsp_types::MarkupKind;

use essaylint::report::one_line;

/// A text that grows part by part.
#[derive(Debug)]
pub(super) struct Markup {
    kind: MarkupKind,
    written: String,
}

impl Markup {
    /// An empty text.
    pub(super) fn new(kind: MarkupKind) -> Self {
        Self {
            kind,
            written: String::new(),
        }
    }

    /// Adds a paragraph. Words of a draft may stand in it: nothing in them is markup.
    pub(super) fn paragraph(&mut self, text: &str) {
        let text = self.plain(text);
        self.add(&text);
    }

    /// Adds a paragraph that begins with a name; nothing where there is nothing to say.
    pub(super) fn part(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let text = self.plain(text);
        match self.kind {
            MarkupKind::Markdown => self.add(&format!("**{name}:** {text}")),
            _ => self.add(&format!("{name}: {text}")),
        }
    }

    /// Adds a line with a name and what is to be said of it.
    pub(super) fn head(&mut self, name: &str, about: &str) {
        let (name, about) = (self.plain(name), self.plain(about));
        match self.kind {
            MarkupKind::Markdown => self.add(&format!("**{name}** ({about})")),
            _ => self.add(&format!("{name} ({about})")),
        }
    }

    /// Adds a text as it is, line for line.
    pub(super) fn verbatim(&mut self, text: &str) {
        let lines = text.lines().map(|line| {
            let line = self.plain(line);
            match self.kind {
                MarkupKind::Markdown => format!("> {line}"),
                _ => format!("  {line}"),
            }
        });
        let lines: Vec<String> = lines.collect();
        self.add(&lines.join("\n"));
    }

    /// Adds a line between two things.
    pub(super) fn rule(&mut self) {
        self.add("---");
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.written
    }

    fn add(&mut self, text: &str) {
        if !self.written.is_empty() {
            self.written.push_str("\n\n");
        }
        self.written.push_str(text);
    }

    /// Words in one line that are shown as they are.
    fn plain(&self, text: &str) -> String {
        let text = one_line(text.trim());
        if self.kind != MarkupKind::Markdown {
            return text.into_owned();
        }
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            if r"\`*_[]<>&~|#".contains(c) {
                escaped.push('\\');
            }
            escaped.push(c);
        }
        escaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_draft_are_no_markup() {
        let mut markup = Markup::new(MarkupKind::Markdown);
        markup.part("what", "\"**I** <!-- failed -->\"\nand [so](on)");
        markup.part("nothing", " ");
        assert_eq!(
            markup.into_text(),
            r#"**what:** "\*\*I\*\* \<!-- failed --\>" and \[so\](on)"#
        );
    }

    #[test]
    fn plain_text_stays_plain() {
        let mut markup = Markup::new(MarkupKind::PlainText);
        markup.head("blame", "warning");
        markup.part("why", "a*b");
        markup.verbatim("one\ntwo");
        assert_eq!(markup.into_text(), "blame (warning)\n\nwhy: a*b\n\n  one\n  two");
    }
}
