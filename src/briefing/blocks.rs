//! Blocks before they have a place in the text ([`Draft`]), the builder of their inline text ([`Inline`]), and the
//! assembly of both into a briefing's text and spans. What a block says is decided elsewhere.

use std::ops::Range;

use super::decode::{clean, clean_line, push_clean};
use super::{Block, BlockKind, Fold, InlineStyle, StyleSpan};
use crate::text::Span;

/// A block with its own text; its spans count from the start of that text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) kind: BlockKind,
    pub(super) quote_depth: u8,
    pub(super) styles: Vec<StyleSpan>,
    /// The lines of page furniture that stood right before it.
    pub(super) furniture: Vec<String>,
}

impl Draft {
    fn of(text: String, kind: BlockKind, quote_depth: u8, styles: Vec<StyleSpan>) -> Draft {
        Draft { text, kind, quote_depth, styles, furniture: Vec::new() }
    }

    /// A block of plain text.
    pub(super) fn plain(kind: BlockKind, text: &str) -> Draft {
        Draft::of(clean_line(text), kind, 0, Vec::new())
    }

    /// No block: only the furniture that stood where no other block follows.
    pub(super) fn aside(furniture: Vec<String>) -> Draft {
        Draft { furniture, ..Draft::of(String::new(), BlockKind::Paragraph, 0, Vec::new()) }
    }

    /// Whether it is no block, but made by [`Draft::aside`].
    pub(super) fn is_aside(&self) -> bool {
        self.text.is_empty() && self.kind == BlockKind::Paragraph
    }

    /// A line across the page.
    pub(super) fn rule(quote_depth: u8) -> Draft {
        Draft::of(String::new(), BlockKind::Rule, quote_depth, Vec::new())
    }

    /// Removes the first line of its text.
    pub(super) fn drop_first_line(&mut self) {
        let end = self.text.find('\n').map_or(self.text.len(), |at| at + 1);
        self.cut(0..end);
    }

    /// Removes a stretch of its text, in bytes, and gives it.
    pub(super) fn cut(&mut self, stretch: Range<usize>) -> String {
        let left = |at: usize| at.min(stretch.start) + at.saturating_sub(stretch.end);
        for style in &mut self.styles {
            style.span = Span::new(left(style.span.start), left(style.span.end));
        }
        self.styles.retain(|s| !s.span.is_empty());
        self.text.drain(stretch).collect()
    }

    /// The stretches of its text that are links, in order.
    pub(super) fn links(&self) -> impl Iterator<Item = Span> {
        self.styles.iter().filter(|s| matches!(s.style, InlineStyle::Link(_))).map(|s| s.span)
    }
}

/// Styles nested deeper than this are ignored: no text needs them, and each is carried from block to block.
const MAX_OPEN_STYLES: usize = 16;

/// Builds the text of one block: white space folded, every character cleaned, styles opened and closed.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    styles: Vec<StyleSpan>,
    /// Indices into `styles` of those still open.
    open: Vec<usize>,
    /// Styles opened beyond the limit, whose ends are to be ignored as well.
    ignored: usize,
    /// White space was seen and nothing after it yet.
    space: bool,
}

impl Inline {
    /// Appends running text.
    pub(super) fn push(&mut self, raw: &str) {
        for (i, piece) in raw.split([' ', '\t', '\n', '\r', '\x0c']).enumerate() {
            self.space |= i > 0;
            if !piece.is_empty() {
                let piece = clean(piece);
                if !piece.is_empty() {
                    self.flush_space();
                    self.text.push_str(&piece);
                }
            }
        }
    }

    /// Appends text whose spaces and line ends count, as in code.
    pub(super) fn push_verbatim(&mut self, raw: &str) {
        self.flush_space();
        for c in raw.chars() {
            match c {
                '\n' => self.text.push('\n'),
                '\t' => self.text.push_str("    "),
                _ => push_clean(&mut self.text, c),
            }
        }
    }

    /// Ends the line.
    pub(super) fn line_break(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn flush_space(&mut self) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with(['\n', ' ']) {
            self.text.push(' ');
        }
    }

    /// Begins a stretch in another face.
    pub(super) fn open(&mut self, style: InlineStyle) {
        if self.open.len() >= MAX_OPEN_STYLES {
            self.ignored += 1;
            return;
        }
        self.flush_space();
        self.open.push(self.styles.len());
        self.styles.push(StyleSpan { span: Span::new(self.text.len(), self.text.len()), style });
    }

    /// Ends the innermost open stretch of the same face as `like`.
    pub(super) fn close(&mut self, like: &InlineStyle) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let same = |&i: &usize| std::mem::discriminant(&self.styles[i].style) == std::mem::discriminant(like);
        if let Some(at) = self.open.iter().rposition(same) {
            let style = self.open.remove(at);
            self.styles[style].span.end = self.text.len();
        }
    }

    /// Whether a stretch of the same face as `like` is open.
    pub(super) fn is_open(&self, like: &InlineStyle) -> bool {
        self.open.iter().any(|&i| std::mem::discriminant(&self.styles[i].style) == std::mem::discriminant(like))
    }

    /// Whether all there is so far is the label of a footnote: `[3]`.
    pub(super) fn is_label(&self) -> bool {
        self.text.starts_with('[') && self.text.ends_with(']') && self.styles.is_empty()
    }

    /// The block so far, if there is anything to see in it. Styles still open go on in the next block.
    pub(super) fn take(&mut self, kind: BlockKind, quote_depth: u8) -> Option<Draft> {
        let (text, styles) = self.take_text(kind == BlockKind::Preformatted);
        (!text.is_empty()).then(|| Draft::of(text, kind, quote_depth, styles))
    }

    /// The trimmed text so far with its styles; with `lines`, spaces at the start of the first line are kept.
    fn take_text(&mut self, lines: bool) -> (String, Vec<StyleSpan>) {
        self.space = false;
        let mut text = std::mem::take(&mut self.text);
        let mut styles = std::mem::take(&mut self.styles);
        let open: Vec<InlineStyle> = self
            .open
            .drain(..)
            .map(|i| {
                styles[i].span.end = text.len();
                styles[i].style.clone()
            })
            .collect();
        text.truncate(text.trim_end().len());
        let front =
            if lines { text.len() - text.trim_start_matches('\n').len() } else { text.len() - text.trim_start().len() };
        text.drain(..front);
        for style in &mut styles {
            let fit = |at: usize| at.saturating_sub(front).min(text.len());
            style.span = Span::new(fit(style.span.start), fit(style.span.end));
        }
        styles.retain(|s| !s.span.is_empty() && s.style != InlineStyle::Link(String::new()));
        for style in open {
            self.open(style);
        }
        (text, styles)
    }
}

/// Builds a table cell by cell.
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    text: String,
    styles: Vec<StyleSpan>,
    rows: Vec<Vec<Span>>,
    /// Whether the first row is a heading.
    header: bool,
}

impl TableBuilder {
    /// A table without rows; `header` says that the first one is to be a heading.
    pub(super) fn new(header: bool) -> Self {
        Self { header, ..Self::default() }
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        if self.rows.last().is_none_or(|r| !r.is_empty()) {
            self.rows.push(Vec::new());
        }
    }

    /// Appends a cell to the row.
    pub(super) fn cell(&mut self, content: &mut Inline) {
        let (text, styles) = content.take_text(false);
        if self.rows.is_empty() {
            self.row();
        }
        let first_row = self.rows.len() == 1;
        let Some(row) = self.rows.last_mut() else { return };
        if !row.is_empty() {
            self.text.push_str(" | ");
        } else if !first_row {
            self.text.push('\n');
        }
        let start = self.text.len();
        // A line break inside a cell would look like a new row.
        self.text.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.styles.extend(styles.into_iter().map(|s| StyleSpan { span: moved(s.span, start), style: s.style }));
        row.push(Span::new(start, self.text.len()));
    }

    /// The table, if any cell says anything.
    pub(super) fn finish(mut self, quote_depth: u8) -> Option<Draft> {
        self.rows.retain(|r| !r.is_empty());
        let says = self.rows.iter().flatten().any(|cell| !cell.is_empty());
        let kind = BlockKind::Table { rows: self.rows, header: self.header };
        says.then(|| Draft::of(self.text, kind, quote_depth, self.styles))
    }
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// What a block of text is, by what it stands in: the level of a heading, so many lists with the marker of the innermost.
pub(super) fn text_kind(preformatted: bool, heading: Option<u8>, lists: usize, marker: Option<&String>) -> BlockKind {
    match (preformatted, heading, u8::try_from(lists).unwrap_or(u8::MAX)) {
        (true, ..) => BlockKind::Preformatted,
        (_, Some(level), _) => BlockKind::Heading(level),
        (_, _, 0) => BlockKind::Paragraph,
        (_, _, depth) => BlockKind::ListItem { depth, marker: marker.cloned() },
    }
}

/// Takes the draft at `at` out of `drafts`; the furniture before it stays where it is.
pub(super) fn take(drafts: &mut Vec<Draft>, at: usize) -> Draft {
    let mut taken = drafts.remove(at);
    let furniture = std::mem::take(&mut taken.furniture);
    if !furniture.is_empty() {
        if at == drafts.len() {
            drafts.push(Draft::aside(furniture));
        } else {
            drafts[at].furniture.splice(0..0, furniture);
        }
    }
    taken
}

/// The text of a briefing, its blocks and its folds: the title, then the drafts in order.
pub(super) fn assemble(title: &str, drafts: Vec<Draft>) -> (String, Vec<Block>, Vec<Fold>) {
    let mut text = String::with_capacity(title.len() + drafts.iter().map(|d| d.text.len() + 2).sum::<usize>());
    text.push_str(title);
    let title_block =
        Block { kind: BlockKind::Title, span: Span::new(0, text.len()), quote_depth: 0, styles: Vec::new() };
    let mut blocks = vec![title_block];
    let mut folds: Vec<Fold> = Vec::new();
    let last = drafts.iter().rposition(|d| d.kind != BlockKind::Rule && !d.is_aside()).map_or(0, |i| i + 1);
    for (index, mut draft) in drafts.into_iter().enumerate() {
        fold(&mut folds, blocks.len(), std::mem::take(&mut draft.furniture), title);
        if index >= last || draft.is_aside() {
            continue;
        }
        let before = blocks.last().map(|b| (&b.kind, b.quote_depth));
        // A line across the page has no text: the separator before it serves the block behind it as well.
        let after_rule = matches!(before, Some((BlockKind::Rule, _)));
        if draft.kind == BlockKind::Rule && (after_rule || blocks.len() == 1) {
            continue;
        }
        let in_list = |kind: &BlockKind| matches!(kind, BlockKind::ListItem { .. });
        if before.is_some_and(|(kind, depth)| in_list(kind) && in_list(&draft.kind) && depth == draft.quote_depth) {
            text.push('\n');
        } else if !after_rule {
            text.push_str("\n\n");
        }
        let at = text.len();
        text.push_str(&draft.text);
        let styles = draft.styles.into_iter().map(|s| StyleSpan { span: moved(s.span, at), style: s.style }).collect();
        let kind = match draft.kind {
            BlockKind::Table { mut rows, header } => {
                rows.iter_mut().flatten().for_each(|cell| *cell = moved(*cell, at));
                BlockKind::Table { rows, header }
            }
            other => other,
        };
        blocks.push(Block { kind, span: Span::new(at, text.len()), quote_depth: draft.quote_depth, styles });
    }
    (text, blocks, folds)
}

/// Adds the lines of furniture before block `before`.
fn fold(folds: &mut Vec<Fold>, before: usize, mut lines: Vec<String>, title: &str) {
    // The headline of a page is no furniture: it is above.
    lines.retain(|line| line != title);
    match folds.last_mut() {
        _ if lines.is_empty() => {}
        Some(last) if last.before == before => last.lines.extend(lines),
        _ => folds.push(Fold { before, lines }),
    }
}

/// A link's target if it is one that may be opened (web, mail) or leads inside its own site; else empty.
pub(super) fn link_target(raw: &str) -> String {
    let target: String = clean(raw.trim()).chars().filter(|c| !c.is_whitespace()).collect();
    let scheme = target.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        None => target,
        Some((name, _)) if ["http", "https", "mailto"].iter().any(|s| name.eq_ignore_ascii_case(s)) => target,
        Some(_) => String::new(),
    }
}
