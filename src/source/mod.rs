//! A draft as it lies on the disk: its bytes, its kind, its blocks. Spans point into the file as it is.

mod flow;
mod front_matter;
mod groups;
mod kind;
mod lines;
mod markdown;
mod plain;
mod shape;
mod span;

use std::fmt;

pub use flow::{Flow, Trail};
pub use groups::Group;
pub use kind::{Kind, UnknownKind};
pub use lines::{BOM, Encoding, LineIndex, Place, Position};
pub use span::Span;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Markdown: `.md`, `.markdown`, and everything read from standard input without a name.
    Markdown,
    /// Plain text: `.txt`.
    Plain,
}

impl Syntax {
    /// The syntax that a file's extension tells; `None` for files that are no drafts.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "txt" => Some(Self::Plain),
            _ => None,
        }
    }
}

/// What a block of a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph of the text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A heading: structure of the draft, not a part of what is sent.
    Heading,
    /// A block quote: not the applicant's voice.
    Quote,
}

/// One block of running text.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The block in the file, its markup included.
    pub span: Span,
    /// Its words.
    pub flow: Flow,
}

/// Markup inside a paragraph, which a plain field would show letter by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Markup {
    /// What it is.
    pub class: MarkupClass,
    /// The marked words with their markup.
    pub span: Span,
}

/// The sorts of inline markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkupClass {
    /// `*italics*`, `**bold**`, `~~struck~~`.
    Emphasis,
    /// `[words](target)`, an image.
    Link,
    /// `` `code` ``.
    Code,
}

/// A comment of the author, which readers never see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// The comment with its delimiters.
    pub span: Span,
    /// Whether it stands inside a block's text; otherwise it is a block of its own.
    pub inside_block: bool,
}

/// A draft: its name, its kind, its text and the blocks that the text falls into.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    kind: Kind,
    syntax: Syntax,
    text: String,
    lines: LineIndex,
    layout: Layout,
}

/// What the parser of a syntax finds in a text.
#[derive(Debug, Clone, Default)]
struct Layout {
    blocks: Vec<Block>,
    groups: Vec<Group>,
    markup: Vec<Markup>,
    comments: Vec<Comment>,
    front_matter: Option<Span>,
}

/// Why a text can not be read as a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceError {
    /// Where in the file.
    pub span: Span,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for SourceError {}

/// Who says what kind a document is, apart from its front matter and its name.
#[derive(Debug, Clone, Copy, Default)]
pub struct KindSayings {
    /// Said on the command line or by the caller: above all others.
    pub forced: Option<Kind>,
    /// Said by a glob of the configuration: below front matter, above the file's name.
    pub configured: Option<Kind>,
}

impl Source {
    /// Reads `text` as a draft called `name` (a path, shown as it is).
    ///
    /// # Errors
    /// When the front matter names a kind that does not exist, or the text is longer than [`Span::MAX_FILE`] bytes.
    pub fn new(name: &str, text: String, syntax: Syntax, said: KindSayings) -> Result<Self, SourceError> {
        if text.len() > Span::MAX_FILE {
            return Err(SourceError {
                span: Span::new(0, 0),
                message: "the file is longer than 4 GiB; split it".to_owned(),
            });
        }
        let layout = match syntax {
            Syntax::Markdown => markdown::read(&text),
            Syntax::Plain => plain::read(&text),
        };
        let front = match layout.front_matter {
            Some(span) if said.forced.is_none() => front_matter::kind(&text, span)?,
            _ => None,
        };
        let kind = said
            .forced
            .or(front)
            .or(said.configured)
            .or_else(|| Kind::from_file_name(name))
            .unwrap_or(Kind::PersonalStatement);
        Ok(Self {
            name: name.to_owned(),
            kind,
            syntax,
            lines: LineIndex::new(&text),
            text,
            layout,
        })
    }

    /// The same draft with another text: its name, syntax and kind stay.
    ///
    /// # Errors
    /// When the text is longer than [`Span::MAX_FILE`] bytes.
    pub fn with_text(&self, text: String) -> Result<Self, SourceError> {
        let said = KindSayings {
            forced: Some(self.kind),
            configured: None,
        };
        Self::new(&self.name, text, self.syntax, said)
    }

    /// Whether the draft still falls into the same blocks, lists, markup and comments if `edits` (in order, none over
    /// another) put other words into these places: a dash that becomes a hyphen may begin a list.
    #[must_use]
    pub fn keeps_shape(&self, edits: &[(Span, &str)]) -> bool {
        shape::keeps(self, edits)
    }

    /// The name to show for the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind of the document.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How the file is written.
    #[must_use]
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The whole text, byte order mark included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of the first character, past a byte order mark.
    #[must_use]
    pub fn start(&self) -> Span {
        let mark = if self.text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        Span::new(mark, mark)
    }

    /// The lines of the file.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The blocks in order; code, comments, front matter and link targets are in none of them.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.layout.blocks
    }

    /// The lists, their items and the block quotes, in order of their start, outer ones before those within.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.layout.groups
    }

    /// Inline markup in order.
    #[must_use]
    pub fn markup(&self) -> &[Markup] {
        &self.layout.markup
    }

    /// The front matter with its delimiters, where there is one.
    #[must_use]
    pub fn front_matter(&self) -> Option<Span> {
        self.layout.front_matter
    }

    /// The author's comments in order.
    #[must_use]
    pub fn comments(&self) -> &[Comment] {
        &self.layout.comments
    }
}
