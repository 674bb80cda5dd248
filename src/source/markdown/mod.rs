//! Markdown, read by a real parser: what of it is running text, and where.

mod html;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::groups::Groups;
use super::{BOM, Block, BlockKind, Flow, Layout, Markup, MarkupClass, Span};

/// Finds the blocks, the inline markup, the comments and the front matter of `text`.
pub(super) fn read(text: &str) -> Layout {
    let text = &*with_line_feeds(text);
    let skipped = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let options =
        Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader {
        text,
        layout: Layout::default(),
        groups: Groups::default(),
        open: None,
        quotes: 0,
        items: 0,
        heading: false,
        block: Span::new(0, 0),
        silent: 0,
    };
    for (event, range) in Parser::new_ext(&text[skipped..], options).into_offset_iter() {
        reader.take(&event, Span::new(range.start + skipped, range.end + skipped));
    }
    reader.close();
    reader.layout.groups = reader.groups.finish();
    reader.layout
}

/// The text with a line feed for each carriage return that stands alone: the parser ends neither a fence nor HTML at one.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let is_alone = |at: usize| !text[at + 1..].starts_with('\n');
    if !text.match_indices('\r').any(|(at, _)| is_alone(at)) {
        return Cow::Borrowed(text);
    }
    let letters = text.char_indices();
    Cow::Owned(
        letters
            .map(|(at, c)| if c == '\r' && is_alone(at) { '\n' } else { c })
            .collect(),
    )
}

struct Reader<'t> {
    text: &'t str,
    layout: Layout,
    groups: Groups,
    open: Option<Block>,
    quotes: usize,
    items: usize,
    heading: bool,
    /// The innermost block element that is open.
    block: Span,
    /// Above zero inside elements without running text.
    silent: usize,
}

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag, span),
            Event::Text(words) => self.words(words, span),
            Event::Code(words) => {
                self.markup(MarkupClass::Code, span);
                self.code(words, span);
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(block) = &mut self.open {
                    block.flow.push_for(" ", span);
                }
            }
            Event::InlineHtml(_) => self.inline_html(span),
            Event::Rule => {
                self.close_before(span.start());
                self.pass(span);
                self.groups.part();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        let is_inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if !is_inline {
            self.close_before(span.start());
        }
        self.group(tag, span);
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.markup(MarkupClass::Emphasis, span),
            // An autolink is shown as it is written, in a plain field too.
            Tag::Link { .. } if span.of(self.text).starts_with('<') => {}
            Tag::Link { .. } | Tag::Image { .. } => self.markup(MarkupClass::Link, span),
            Tag::BlockQuote(_) => {
                self.quotes += 1;
            }
            Tag::Item => {
                self.items += 1;
                self.block = span;
            }
            Tag::Heading { .. } => {
                self.heading = true;
                self.block = span;
            }
            Tag::MetadataBlock(_) => {
                self.silent += 1;
                self.layout.front_matter = Some(span);
            }
            Tag::CodeBlock(CodeBlockKind::Indented) if reads_as_prose(span.of(self.text)) => {
                self.block = span;
            }
            Tag::CodeBlock(_) => {
                self.silent += 1;
            }
            Tag::HtmlBlock => {
                self.html_block(span);
            }
            _ => {
                self.block = span;
            }
        }
    }

    /// Takes the beginning of an element for what it says of the groups.
    fn group(&mut self, tag: &Tag<'_>, span: Span) {
        let blocks = self.layout.blocks.len();
        match tag {
            Tag::List(_) => self.groups.open_list(self.marker(span), span.start(), blocks),
            Tag::Item | Tag::BlockQuote(_) => self.groups.open(span.start(), blocks),
            Tag::HtmlBlock if span.of(self.text).trim_start().starts_with("<!--") => {}
            _ => self.groups.part(),
        }
    }

    /// What the items of the list under `span` begin with, their numbers aside.
    fn marker(&self, span: Span) -> Option<char> {
        let written = span.of(self.text).trim_start();
        written.trim_start_matches(|c: char| c.is_ascii_digit()).chars().next()
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => return,
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.silent = self.silent.saturating_sub(1),
            TagEnd::CodeBlock if !reads_as_prose_block(self.text, span) => {
                self.silent = self.silent.saturating_sub(1);
            }
            _ => {}
        }
        self.close();
        self.pass(span);
        self.heading = false;
        match tag {
            TagEnd::List(_) => self.groups.close_list(self.marker(span), self.layout.blocks.len()),
            TagEnd::Item | TagEnd::BlockQuote(_) => self.groups.close(self.layout.blocks.len()),
            _ => {}
        }
    }

    /// Leaves an element behind: words that follow it in the element around it are another block, which begins after it.
    fn pass(&mut self, span: Span) {
        if self.block.holds(span) {
            self.block = Span::new(span.end(), self.block.end());
        }
    }

    fn words(&mut self, words: &str, span: Span) {
        if self.silent > 0 {
            return;
        }
        let kind = if self.quotes > 0 {
            BlockKind::Quote
        } else if self.heading {
            BlockKind::Heading
        } else if self.items > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        let whole = if self.block.holds(span) { self.block } else { span };
        let block = self.open.get_or_insert_with(|| Block {
            kind,
            span: whole,
            flow: Flow::default(),
        });
        block.span = block.span.to(span);
        let written = span.of(self.text);
        if written == words {
            push_lines(&mut block.flow, words, span.start());
        } else {
            block.flow.push_for(words, span);
        }
    }

    /// Words in backticks. The parser gives them with line ends and what begins the next line as one space, so each word
    /// is looked up in the file.
    fn code(&mut self, words: &str, span: Span) {
        let text = self.text;
        let written = span.of(text);
        let mut at = span.start() + (written.len() - written.trim_start_matches('`').len());
        let mut done = 0;
        for word in words.split(' ') {
            let Some(found) = Span::new(at, span.end()).of(text).find(word) else {
                self.words(&words[done..], Span::new(at, span.end()));
                return;
            };
            if done > 0 {
                self.words(" ", Span::new(at, at + found));
            }
            if !word.is_empty() {
                self.words(word, Span::new(at + found, at + found + word.len()));
            }
            at += found + word.len();
            done += word.len() + 1;
        }
    }

    fn markup(&mut self, class: MarkupClass, span: Span) {
        if !self.heading && self.silent == 0 {
            self.layout.markup.push(Markup { class, span });
        }
    }

    /// Closes the block before another one that begins inside it: an item ends where the list within it begins.
    fn close_before(&mut self, next: usize) {
        if let Some(block) = &mut self.open {
            let words = block.flow.end().unwrap_or(block.span.start());
            let end = block.span.end().min(next.max(words));
            block.span = Span::new(block.span.start(), end);
        }
        self.close();
    }

    fn close(&mut self) {
        if let Some(block) = self.open.take().filter(|block| !block.flow.is_blank()) {
            let end = block.span.start() + block.span.of(self.text).trim_end().len();
            let span = Span::new(block.span.start(), end);
            self.layout.blocks.push(Block { span, ..block });
        }
    }
}

/// Adds text that may run over lines (an indented block): each line end becomes a space.
fn push_lines(flow: &mut Flow, words: &str, start: usize) {
    let mut at = start;
    for line in words.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        flow.push(body, at);
        if body.len() < line.len() {
            flow.push_for(" ", Span::new(at + body.len(), at + line.len()));
        }
        at += line.len();
    }
}

/// People indent their paragraphs; nobody puts indented code into an essay. A block that begins like a sentence and is
/// as long as one is read as text.
fn reads_as_prose(block: &str) -> bool {
    let mut words = block.split_whitespace();
    let first = words.next().unwrap_or_default();
    first.starts_with(char::is_uppercase) && words.count() >= 7 && block.contains(['.', '!', '?'])
}

fn reads_as_prose_block(text: &str, span: Span) -> bool {
    let block = span.of(text);
    let fenced = block.trim_start().starts_with("```") || block.trim_start().starts_with("~~~");
    !fenced && reads_as_prose(block)
}
