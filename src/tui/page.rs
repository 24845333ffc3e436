//! A briefing laid out at a width: which of its text stands on which line and in which column.
//!
//! Made once for a briefing and a width, then only read. Where lines may break is Unicode's line breaking algorithm
//! (UAX #14, by `textwrap`); widths are those of the terminal's cells. Colours are the view's business.

mod table;
mod wrap;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::briefing::{Block, BlockKind, Briefing, Fold};
use crate::text::Span;

/// What stands before a line of page furniture.
const FURNITURE: &str = "┊";

/// A briefing laid out.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The width in columns that it was laid out for.
    pub width: u16,
    /// Its lines, top to bottom.
    pub lines: Vec<Line>,
}

/// One line of a [`Page`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The text on it, from the first to the last character; empty on a line without text.
    pub span: LineSpan,
    /// Index of its block.
    pub block: usize,
    /// What stands on it, left to right.
    pub pieces: Vec<Piece>,
}

/// The text of a line, if it has any.
pub type LineSpan = Option<Span>;

/// Something on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The column where it begins, from 0.
    pub column: u16,
    /// What it is.
    pub content: Content,
}

/// The content of a [`Piece`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A stretch of the briefing's text.
    Text(Span),
    /// Something that is not in the text: a list's marker, a quotation's bar, a table's rule.
    Ornament(String),
}

impl Page {
    /// Lays `briefing` out in `width` columns; `under_title` are lines to set below the title (date, sources, address).
    /// With `unfolded`, the page furniture stands where it stood.
    #[must_use]
    pub fn new(briefing: &Briefing, width: u16, under_title: &[String], unfolded: bool) -> Page {
        let width = width.max(8);
        let mut page = Page { width, lines: Vec::new() };
        let mut before: Option<&Block> = None;
        let mut folds = briefing.folds.iter().filter(|_| unfolded).peekable();
        for (index, block) in briefing.blocks.iter().enumerate() {
            if let Some(fold) = folds.next_if(|f| f.before <= index) {
                page.unfold(fold, index);
            }
            if before.is_some_and(|before| !stands_close(before, block)) {
                page.lines.push(Line { block: index, ..Line::default() });
            }
            page.lay_out(&briefing.text, block, index);
            if block.kind == BlockKind::Title {
                for text in under_title {
                    page.lines.extend(wrap::ornaments(text, width, index));
                }
            }
            before = Some(block);
        }
        let last = briefing.blocks.len().saturating_sub(1);
        for fold in folds {
            page.unfold(fold, last);
        }
        page
    }

    /// Sets the lines of furniture below what there is, each behind a sign.
    fn unfold(&mut self, fold: &Fold, block: usize) {
        if !self.lines.is_empty() {
            self.lines.push(Line { block, ..Line::default() });
        }
        for text in &fold.lines {
            for mut line in wrap::ornaments(text, self.width.saturating_sub(2).max(4), block) {
                line.pieces.iter_mut().for_each(|piece| piece.column += 2);
                line.pieces.insert(0, Piece { column: 0, content: Content::Ornament(FURNITURE.to_owned()) });
                self.lines.push(line);
            }
        }
    }

    fn lay_out(&mut self, text: &str, block: &Block, index: usize) {
        let quotation = u16::from(block.quote_depth).min(4) * 2;
        let (marker, indent) = match &block.kind {
            BlockKind::ListItem { depth, marker } => {
                let marker = marker.as_deref().unwrap_or_default();
                let outer = (u16::from(*depth).clamp(1, 6) - 1) * 2;
                let hang = u16::try_from(marker.width()).unwrap_or(0).max(1) + 1;
                (Some((quotation + outer, marker)), quotation + outer + hang)
            }
            BlockKind::Preformatted => (None, quotation + 2),
            _ => (None, quotation),
        };
        let first = self.lines.len();
        match &block.kind {
            BlockKind::Table { rows, header } => {
                self.lines.extend(table::lines(text, rows, *header, indent, self.width, index));
            }
            BlockKind::Rule => self.lines.push(Line {
                span: None,
                block: index,
                pieces: vec![Piece {
                    column: indent,
                    content: Content::Ornament("─".repeat(usize::from(self.width - indent).min(12))),
                }],
            }),
            _ => self.lines.extend(wrap::lines(text, block.span, indent, self.width, index)),
        }
        let laid_out = &mut self.lines[first..];
        let marker = marker.filter(|(_, marker)| !marker.is_empty());
        if let (Some((column, marker)), Some(line)) = (marker, laid_out.first_mut()) {
            line.pieces.insert(0, Piece { column, content: Content::Ornament(marker.to_owned()) });
        }
        for line in laid_out {
            for depth in (0..quotation / 2).rev() {
                line.pieces.insert(0, Piece { column: depth * 2, content: Content::Ornament("│".to_owned()) });
            }
        }
    }

    /// Index of the line that shows the byte at `offset`, or the last before it that shows text.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        let after = self.lines.partition_point(|line| line.span.is_none_or(|s| s.start <= offset));
        let found = self.lines[..after].iter().rposition(|line| line.span.is_some_and(|s| s.start <= offset));
        found.unwrap_or(0)
    }

    /// The column where the byte at `offset` stands on line `line`; the line's last column where it is not on it.
    #[must_use]
    pub fn column_of(&self, text: &str, line: usize, offset: usize) -> u16 {
        let mut column = 0;
        for piece in self.lines.get(line).map_or(&[][..], |l| &l.pieces) {
            if let Content::Text(span) = piece.content {
                if offset < span.start {
                    break;
                }
                let upto = Span::new(span.start, offset.min(span.end));
                column = piece.column + cells(upto.of(text));
            }
        }
        column
    }

    /// The byte offset of what stands at `column` of line `line`, or nearest before it; `None` on a line without text.
    #[must_use]
    pub fn offset_at(&self, text: &str, line: usize, column: u16) -> Option<usize> {
        let line = self.lines.get(line)?;
        let mut best = line.span?.start;
        for piece in line.pieces.iter().filter(|p| p.column <= column) {
            if let Content::Text(span) = piece.content {
                let mut at = piece.column;
                for (i, grapheme) in span.of(text).grapheme_indices(true) {
                    if at > column {
                        break;
                    }
                    best = span.start + i;
                    at += cells(grapheme);
                }
            }
        }
        Some(best)
    }

    /// The nearest line with text at or below `line`, else above it.
    #[must_use]
    pub fn text_line(&self, line: usize, downwards: bool) -> Option<usize> {
        let has_text = |i: &usize| self.lines[*i].span.is_some();
        let below = || (line..self.lines.len()).find(has_text);
        let above = || (0..self.lines.len().min(line + 1)).rev().find(has_text);
        if downwards { below().or_else(above) } else { above().or_else(below) }
    }
}

/// The width of `text` in the terminal's cells.
#[must_use]
pub fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Whether two blocks stand on neighbouring lines, with no blank line between.
fn stands_close(before: &Block, block: &Block) -> bool {
    matches!((&before.kind, &block.kind), (BlockKind::ListItem { .. }, BlockKind::ListItem { marker: Some(_), .. }))
        && before.quote_depth == block.quote_depth
}

#[cfg(test)]
mod tests;
