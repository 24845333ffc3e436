//! The open briefing: its layout, the cursor and the selection in it.

use std::sync::Arc;

use super::page::Page;
use crate::briefing::BlockKind;
use crate::library::{Document, FileId};
use crate::text::{Span, sentences, tokens};

/// A briefing that is open, and where the reader is in it.
#[derive(Debug)]
pub struct Reader {
    /// Which file.
    pub file: FileId,
    /// What is in it.
    pub document: Arc<Document>,
    /// It laid out at the article's present width.
    pub page: Page,
    /// Where the cursor is: the start of a word, in bytes.
    pub cursor: usize,
    /// The first line of the page that is shown.
    pub top: usize,
    /// Where the selection began, while there is one.
    pub selection: Option<Selection>,
    /// What a pane's selected row is about, marked in the text.
    pub marked: Vec<Span>,
    /// The bookmarks found in the text: id and place, in the order of the text.
    pub bookmarks: Vec<(String, Span)>,
    /// The column that the cursor keeps to when it moves up and down.
    goal: Option<u16>,
    /// Whether the page furniture is shown.
    pub unfolded: bool,
    words: Vec<Span>,
    sentences: Vec<Span>,
}

/// A selection in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// What is selected.
    pub span: Span,
    /// The word it began with.
    anchor: Span,
}

impl Reader {
    /// Opens a document at its beginning; it is laid out by [`Reader::lay_out`].
    #[must_use]
    pub fn new(file: FileId, document: Arc<Document>) -> Self {
        let text = &document.briefing.text;
        let words = words(&document);
        let sentences = sentences(text, &tokens(text));
        let cursor = words.first().map_or(0, |w| w.start);
        let page = Page::default();
        Self {
            file,
            document,
            page,
            cursor,
            top: 0,
            selection: None,
            marked: Vec::new(),
            bookmarks: Vec::new(),
            goal: None,
            unfolded: false,
            words,
            sentences,
        }
    }

    /// The text that all offsets point into.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.document.briefing.text
    }

    /// Lays the briefing out for an article pane of `width` columns and `height` lines, and keeps the reader's place:
    /// the cursor stays on the text it is on, as far down the pane as it was.
    pub fn lay_out(&mut self, width: u16, height: u16, margin: u16, under_title: &[String]) {
        let row = self.page.line_of(self.cursor).saturating_sub(self.top);
        if self.page.width != width.max(8) || self.page.lines.is_empty() {
            self.page = Page::new(&self.document.briefing, width, under_title, self.unfolded);
            self.goal = None;
            self.top = self.page.line_of(self.cursor).saturating_sub(row.min(usize::from(height.saturating_sub(1))));
        }
        self.scroll_to_cursor(height, margin);
    }

    /// Shows the page furniture where it stood, or folds it away again.
    pub fn toggle_furniture(&mut self) {
        self.unfolded = !self.unfolded;
        self.forget_layout();
    }

    /// Forgets the layout, so that it is made again.
    pub fn forget_layout(&mut self) {
        self.page.width = 0;
    }

    /// Moves the pane so that the cursor is in it, with `margin` lines around where there is room.
    pub fn scroll_to_cursor(&mut self, height: u16, margin: u16) {
        let height = usize::from(height.max(1));
        let margin = usize::from(margin).min((height - 1) / 2);
        let line = self.page.line_of(self.cursor);
        // The first line of the text brings the lines above it with it.
        let first = self.page.text_line(0, true).unwrap_or(0);
        let above = if line == first { line } else { margin };
        self.top = self.top.min(line.saturating_sub(above)).max((line + margin + 1).saturating_sub(height));
        self.top = self.top.min(self.page.lines.len().saturating_sub(height));
    }

    /// The word under the cursor.
    #[must_use]
    pub fn word(&self) -> Span {
        self.word_at(self.cursor).unwrap_or(Span::new(self.cursor, self.cursor))
    }

    fn word_at(&self, offset: usize) -> Option<Span> {
        let after = self.words.partition_point(|w| w.start <= offset);
        self.words.get(after.saturating_sub(1)).copied()
    }

    /// The sentence under the cursor.
    #[must_use]
    pub fn sentence(&self) -> Span {
        self.sentence_at(self.cursor)
    }

    /// The sentence that holds the byte at `offset`, or the last before it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Span {
        let after = self.sentences.partition_point(|s| s.start <= offset);
        self.sentences.get(after.saturating_sub(1)).copied().unwrap_or(Span::new(0, 0))
    }

    /// The paragraph under the cursor, or whatever block it is.
    #[must_use]
    pub fn paragraph(&self) -> Span {
        let briefing = &self.document.briefing;
        briefing.blocks.get(briefing.block_at(self.cursor)).map_or(Span::new(0, 0), |b| b.span)
    }

    /// What is selected, else the sentence under the cursor.
    #[must_use]
    pub fn passage(&self) -> Span {
        self.selection.map_or_else(|| self.sentence(), |s| s.span)
    }

    /// Puts the cursor on the word at `offset`.
    pub fn go_to(&mut self, offset: usize) {
        self.move_cursor(offset);
        self.goal = None;
    }

    fn move_cursor(&mut self, offset: usize) {
        let Some(word) = self.word_at(offset) else { return };
        self.cursor = word.start;
        if let Some(selection) = &mut self.selection {
            selection.span = selection.anchor.join(word);
        }
    }

    /// Moves the cursor by words, over line ends.
    pub fn move_words(&mut self, by: isize) {
        let at = self.words.partition_point(|w| w.start <= self.cursor).saturating_sub(1);
        let to = at.saturating_add_signed(by).min(self.words.len().saturating_sub(1));
        if let Some(word) = self.words.get(to) {
            self.go_to(word.start);
        }
    }

    /// Moves the cursor by lines that hold text, to the word in the column it came from.
    pub fn move_lines(&mut self, by: isize) {
        let line = self.page.line_of(self.cursor);
        let goal = self.goal.unwrap_or_else(|| self.page.column_of(self.text(), line, self.cursor));
        let mut to = line;
        for _ in 0..by.unsigned_abs() {
            let next = if by > 0 { to.checked_add(1) } else { to.checked_sub(1) };
            match next.filter(|n| *n < self.page.lines.len()).and_then(|n| self.page.text_line(n, by > 0)) {
                Some(next) if (next > to) == (by > 0) => to = next,
                _ => break,
            }
        }
        self.land_on(to, goal);
        self.goal = Some(goal);
    }

    /// Scrolls by `by` lines and takes the cursor along, as pages and half pages do.
    pub fn move_page(&mut self, by: isize, height: u16) {
        let last = self.page.lines.len().saturating_sub(usize::from(height.max(1)));
        let line = self.page.line_of(self.cursor);
        let goal = self.goal.unwrap_or_else(|| self.page.column_of(self.text(), line, self.cursor));
        self.top = self.top.saturating_add_signed(by).min(last);
        let to = line.saturating_add_signed(by).min(self.page.lines.len().saturating_sub(1));
        if let Some(to) = self.page.text_line(to, by > 0) {
            self.land_on(to, goal);
        }
        self.goal = Some(goal);
    }

    fn land_on(&mut self, line: usize, column: u16) {
        let Some(offset) = self.page.offset_at(self.text(), line, column) else { return };
        // A word that began on the line above would draw the cursor back to it.
        let start = self.page.lines[line].span.map_or(offset, |s| s.start);
        let word = self.word_at(offset).filter(|w| w.start >= start);
        let next = || self.words.get(self.words.partition_point(|w| w.start < start)).copied();
        if let Some(word) = word.or_else(next) {
            self.move_cursor(word.start);
        }
    }

    /// Goes to the beginning of the text, or of its last line.
    pub fn go_to_end(&mut self, end: bool) {
        let offset = if end { self.words.last() } else { self.words.first() }.map_or(0, |w| w.start);
        self.go_to(offset);
    }

    /// Goes to the next sentence, or to the start of this one and then the one before.
    pub fn move_sentence(&mut self, forwards: bool) {
        let here = self.sentences.partition_point(|s| s.start <= self.cursor).saturating_sub(1);
        let at_start = self.sentences.get(here).is_some_and(|s| self.cursor <= s.start);
        let to = match (forwards, at_start) {
            (true, _) => (here + 1).min(self.sentences.len().saturating_sub(1)),
            (false, true) => here.saturating_sub(1),
            (false, false) => here,
        };
        let Some(sentence) = self.sentences.get(to).copied() else { return };
        let selected = self.selection.filter(|_| forwards);
        // A selection grows by the whole sentence.
        let end = selected.and_then(|_| self.word_at(sentence.end.saturating_sub(1))).map(|word| word.start);
        self.go_to(end.unwrap_or(sentence.start));
    }

    /// Begins a selection with the word under the cursor, or drops the one there is.
    pub fn toggle_selection(&mut self) {
        let word = self.word();
        self.selection = if self.selection.is_some() { None } else { Some(Selection { span: word, anchor: word }) };
    }

    /// Selects `span`. Moving then extends it from its first word.
    pub fn select(&mut self, span: Span) {
        let anchor = self.word_at(span.start).unwrap_or(span);
        self.goal = None;
        self.cursor = self.word_at(span.end.saturating_sub(1)).map_or(span.start, |w| w.start);
        self.selection = Some(Selection { span, anchor });
    }

    /// Selects the sentence, where that is selected the paragraph, and where that is the whole text.
    pub fn select_more(&mut self) {
        let whole = Span::new(0, self.text().len());
        let now = self.selection.map(|s| s.span);
        let wider = [self.sentence(), self.paragraph(), whole];
        let next = wider.into_iter().find(|w| now.is_none_or(|n| w.covers(n) && *w != n));
        self.select(next.unwrap_or(whole));
    }
}

/// The words of a document where a cursor can be: what stands between white space, in every block; in a table, cell by cell.
fn words(document: &Document) -> Vec<Span> {
    let text = &document.briefing.text;
    let mut words = Vec::new();
    for block in &document.briefing.blocks {
        match &block.kind {
            BlockKind::Table { rows, .. } => rows.iter().flatten().for_each(|cell| push_words(text, *cell, &mut words)),
            _ => push_words(text, block.span, &mut words),
        }
    }
    words
}

fn push_words(text: &str, span: Span, words: &mut Vec<Span>) {
    let mut start = None;
    for (i, c) in span.of(text).char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(span.start + i),
            (true, Some(from)) => {
                words.push(Span::new(from, span.start + i));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| Span::new(from, span.end)));
}
