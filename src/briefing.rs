//! Bytes of a saved article → [`Briefing`]: its text as the reader sees it, how it is built, and what it says of itself.
//!
//! Nothing here looks at what the article is about: that is `extract`'s work. Nothing here draws.

mod blocks;
mod dateline;
mod dates;
mod declared;
mod decode;
mod fields;
mod front_matter;
mod furniture;
mod html;
mod mail;
mod markdown;
mod masthead;
mod origin;
mod plain;
mod source;

use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::text::Span;

use source::Source;

pub use declared::{
    ACTOR_KINDS, BOUNDS, Declared, DeclaredActor, DeclaredFigure, DeclaredMeeting, FIGURE_KINDS, FORMS, PRECISIONS,
    STATUSES,
};
pub use masthead::{Masthead, Origins, StatedDate, Statement};
pub use origin::{DateFrom, Origin, Place};

/// One saved article, read and understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    /// Where it was read from, as given (`-` for standard input).
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What it says of itself: title, date, sources.
    pub masthead: Masthead,
    /// The title, a blank line, then the article as the reader sees it: markup gone, no control characters
    /// but newlines. Every [`Span`] of the program points into this.
    pub text: String,
    /// How the text is built, in order, covering all of it but the newlines between blocks. The first is the title.
    pub blocks: Vec<Block>,
    /// Page furniture that stood around and between the blocks. It is no part of the text.
    pub folds: Vec<Fold>,
    /// What its front matter says is in it.
    pub declared: Declared,
    /// What was wrong with the file and survived, one line each.
    pub warnings: Vec<String>,
}

/// A paragraph, a heading or another piece of the text with lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What kind of piece.
    pub kind: BlockKind,
    /// Where its text stands. It has no marker (`#`, `-`, `>`): those are drawn.
    pub span: Span,
    /// How many quotations it stands in.
    pub quote_depth: u8,
    /// Stretches of the block in another face, in order; they may nest.
    pub styles: Vec<StyleSpan>,
}

/// Page furniture of one place: cookie notices, menus, share bars. Nothing points into it and nothing is found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// The index of the block that it stood before; the number of blocks where it stood behind the last.
    pub before: usize,
    /// What it says, line by line, cleaned.
    pub lines: Vec<String>,
}

/// The kind of a [`Block`].
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// The briefing's title.
    Title,
    /// A heading, level 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list, or a further paragraph of one.
    ListItem {
        /// How many lists it stands in, 1 at the least.
        depth: u8,
        /// What to draw before it (`•`, `3.`); `None` for an item's second and later blocks.
        marker: Option<String>,
    },
    /// Text kept as it is, line by line.
    Preformatted,
    /// A table: rows of cells. In the text, cells are parted by ` | ` and rows by a newline.
    Table {
        /// The cells of each row, each trimmed; the first row is the heading when `header` is set.
        rows: Vec<Vec<Span>>,
        /// Whether the first row is a heading.
        header: bool,
    },
    /// A line across the page (`***`); its span is empty.
    Rule,
}

/// A stretch of text in another face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleSpan {
    /// Where.
    pub span: Span,
    /// Which face.
    pub style: InlineStyle,
}

/// How a stretch of text stands out from its block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineStyle {
    /// `*so*`
    Emphasis,
    /// `**so**`
    Strong,
    /// `` `so` ``
    Code,
    /// `~~so~~`
    Struck,
    /// `==so==`, a passage that a clipping tool marked.
    Highlight,
    /// A link, with its target.
    Link(String),
}

/// Why a file is no briefing, in words for the reader that need no path before them.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system did not give its bytes.
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// It is a folder, a device, a socket or a pipe.
    #[error("is not a regular file")]
    NotAFile,
    /// Its ending is none that attaché reads.
    #[error("has none of the endings that are read ({})", EXTENSIONS.join(", "))]
    UnknownFormat,
    /// Its bytes are no text.
    #[error("is not text")]
    Binary,
    /// There is no text in it.
    #[error("holds no text")]
    Empty,
    /// It is larger than [`MAX_BYTES`].
    #[error("is larger than {} MB", MAX_BYTES / 1_000_000)]
    TooLarge,
}

/// The endings of the files that are briefings, lower case.
pub const EXTENSIONS: [&str; 7] = ["md", "markdown", "txt", "html", "htm", "xhtml", "eml"];

/// The size in bytes beyond which a file is not read.
pub const MAX_BYTES: u64 = 64_000_000;

impl Briefing {
    /// Reads and understands the file at `path`.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, or holds no text.
    pub fn load(path: &Path) -> Result<Briefing, LoadError> {
        // Looked at before it is opened: opening a pipe waits for its other end, reading a device may never end.
        let about = std::fs::metadata(path)?;
        if !about.is_file() {
            return Err(LoadError::NotAFile);
        }
        if !is_briefing_path(path) {
            return Err(LoadError::UnknownFormat);
        }
        if about.len() > MAX_BYTES {
            return Err(LoadError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
        // The file may have grown since, and some files do not say how large they are.
        std::fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Self::parse(path, &bytes)
    }

    /// Understands `bytes` as the file that `path` names (its ending tells the format, its name may hold a date).
    ///
    /// # Errors
    /// When they are no text, or there is none in them.
    pub fn parse(path: &Path, bytes: &[u8]) -> Result<Briefing, LoadError> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(LoadError::TooLarge);
        }
        let Source { fields, declarations, drafts, chosen, broken, mut warnings } = source::read(path, bytes)?;
        let masthead::Stated { mut masthead, dates } = masthead::stated(&fields);
        let (mut drafts, closing_sources) = furniture::fold_away(drafts, chosen);
        if masthead.title.is_empty() && drafts.iter().all(|d| d.text.is_empty()) {
            return Err(LoadError::Empty);
        }
        masthead::settle_title(&mut masthead, path, &mut drafts);
        let mut unread = Vec::new();
        masthead::settle_date(&mut masthead, &dates, path, &drafts, &mut unread);
        // Of broken front matter it is enough to say that it is broken.
        if !broken {
            warnings.append(&mut unread);
        }
        if masthead.sources.is_empty() && !closing_sources.is_empty() {
            masthead.sources = closing_sources;
            masthead.origins.sources = Some(Origin::new(Place::Text, "closing line"));
        }
        let (text, blocks, folds) = blocks::assemble(&masthead.title, drafts);
        let declared = declared::read(&declarations, &text, &mut warnings);
        let warnings = warnings.iter().map(|w| decode::clean_line(w)).collect();
        Ok(Briefing { path: path.to_owned(), sha256: sha256(bytes), masthead, text, blocks, folds, declared, warnings })
    }

    /// The block that the byte at `offset` stands in, or the last one before it.
    #[must_use]
    pub fn block_at(&self, offset: usize) -> usize {
        self.blocks.partition_point(|b| b.span.start <= offset).saturating_sub(1)
    }
}

/// Whether the file's ending says that it is a briefing.
#[must_use]
pub fn is_briefing_path(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    ending.is_some_and(|e| EXTENSIONS.contains(&e.as_str()))
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
