//! HTML in Markdown: what of it is a comment, what is text all the same.

use super::Reader;
use crate::source::{Comment, Span};

impl Reader<'_> {
    /// Finds a comment or a slot within a block's text.
    pub(super) fn inline_html(&mut self, span: Span) {
        let written = span.of(self.text);
        if written.starts_with("<!--") {
            self.layout.comments.push(Comment {
                span,
                inside_block: true,
            });
        } else if !is_html_tag(written) {
            // `<program name>` is a slot that was left open, not a tag.
            self.words(written, span);
        }
    }

    /// Finds the comments of an HTML block, and the words that are text although the parser counts them to it.
    pub(super) fn html_block(&mut self, span: Span) {
        let written = span.of(self.text);
        let is_comment = written.trim_start().starts_with("<!--");
        let mut at = 0;
        while let Some(start) = written[at..].find("<!--").map(|found| at + found) {
            let end = written[start..]
                .find("-->")
                .map_or(written.len(), |found| start + found + 3);
            if is_comment {
                self.beside_comment(Span::new(span.start() + at, span.start() + start));
            }
            self.layout.comments.push(Comment {
                span: Span::new(span.start() + start, span.start() + end),
                inside_block: false,
            });
            at = end;
        }
        if is_comment {
            self.beside_comment(Span::new(span.start() + at, span.end()));
        }
        let bare = written.trim();
        if at == 0 && bare.starts_with('<') && !is_html_tag(bare) && bare.ends_with('>') && !bare.contains('\n') {
            self.block_of(bare, span);
        }
    }

    /// Markdown counts the rest of a comment's last line to the comment; its author meant a paragraph.
    fn beside_comment(&mut self, span: Span) {
        let bare = span.of(self.text).trim();
        if !bare.is_empty() && !bare.starts_with('<') {
            self.block_of(bare, span);
        }
    }

    /// Adds a block that holds `bare`, the words under `span` without the white space around them.
    fn block_of(&mut self, bare: &str, span: Span) {
        let written = span.of(self.text);
        let start = span.start() + (written.len() - written.trim_start().len());
        self.block = Span::new(start, start + bare.len());
        self.words(bare, self.block);
        self.close();
    }
}

/// Whether `<…>` is an element of HTML; anything else in angle brackets is text, as a reader would see it.
fn is_html_tag(written: &str) -> bool {
    const ELEMENTS: [&str; 44] = [
        "a",
        "abbr",
        "b",
        "blockquote",
        "body",
        "br",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "head",
        "hr",
        "html",
        "i",
        "img",
        "ins",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "style",
        "sub",
        "sup",
        "table",
        "td",
        "tr",
        "u",
        "ul",
    ];
    let inner = written.trim_start_matches('<').trim_start_matches('/');
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    let after = inner[name.len()..].chars().next();
    let ends = after.is_none_or(|next| next == '>' || next == '/' || (next == ' ' && inner.contains('=')));
    ends && ELEMENTS.contains(&name.to_ascii_lowercase().as_str())
}
