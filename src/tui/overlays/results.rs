//! Search across the folder: hits with the words around them, as one types.

use ratatui::Frame;
use ratatui::text::{Line, Span as Styled};

use super::dossier::counted;
use super::{Picker, list, window};
use crate::library::{FileId, Library};
use crate::text::Span;
use crate::tui::model::Model;
use crate::tui::page::cells;
use crate::tui::rows::{DrawnRow, GUTTER, fitted};
use crate::tui::search;
use crate::tui::theme::Theme;

/// The hits of a search across the folder.
#[derive(Debug)]
pub struct Results {
    /// The cursor, and the query.
    pub picker: Picker,
    /// Where the query stands: at most 500 places.
    pub hits: Vec<(FileId, Span)>,
    /// How many places and briefings there are in all.
    pub total: (usize, usize),
}

/// More hits than these are counted but not listed.
const SHOWN: usize = 500;

impl Results {
    /// An empty search.
    #[must_use]
    pub fn new() -> Self {
        Self { picker: Picker::typing(), hits: Vec::new(), total: (0, 0) }
    }

    /// Searches again after the query has changed.
    pub fn search(&mut self, library: &Library) {
        self.picker.selected = 0;
        self.hits.clear();
        self.total = (0, 0);
        let query = self.picker.input.text();
        for (file, document) in library.documents() {
            let text = &document.briefing.text;
            let found = search::hits(text, query, Span::new(0, text.len()));
            self.total.0 += found.len();
            self.total.1 += usize::from(!found.is_empty());
            let room = SHOWN.saturating_sub(self.hits.len());
            self.hits.extend(found.into_iter().take(room).map(|hit| (file, hit)));
        }
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let theme = &model.theme;
        let title = match self.total {
            (0, _) => "Search every briefing".to_owned(),
            (hits, briefings) => format!("{} in {}", counted(hits, "hit"), counted(briefings, "briefing")),
        };
        let area = window(frame, title, "Enter goes there, Esc closes".to_owned(), 92, theme);
        let width = area.width.saturating_sub(GUTTER);
        let mut rows = Vec::new();
        let (mut selected, mut before) = (None, None);
        for (number, (file, hit)) in self.hits.iter().enumerate() {
            if before != Some(*file) {
                before = Some(*file);
                let date = model
                    .library
                    .file(*file)
                    .and_then(crate::library::File::date)
                    .map(|d| format!("{d}  "))
                    .unwrap_or_default();
                let title = model.library.file(*file).map(|f| f.title().to_owned()).unwrap_or_default();
                rows.push(DrawnRow {
                    lines: vec![Line::styled(fitted(&format!("{date}{title}"), width), theme.heading)],
                });
            }
            if number == self.picker.selected {
                selected = Some(rows.len());
            }
            let text = model.library.document(*file).map_or("", |d| &d.briefing.text);
            rows.push(DrawnRow { lines: vec![snippet(text, *hit, width, theme)] });
        }
        list(frame, area, &self.picker, &rows, selected, theme);
    }
}

impl Default for Results {
    fn default() -> Self {
        Self::new()
    }
}

/// The hit with the words around it, in `width` columns.
fn snippet(text: &str, hit: Span, width: u16, theme: &Theme) -> Line<'static> {
    let line_start = text[..hit.start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[hit.end..].find('\n').map_or(text.len(), |i| hit.end + i);
    let lead = usize::from(width / 3);
    let mut from =
        text[line_start..hit.start].char_indices().rev().nth(lead).map_or(line_start, |(i, _)| line_start + i);
    if from > line_start {
        from = text[from..hit.start].find(' ').map_or(from, |i| from + i + 1);
    }
    let before = text[from..hit.start].to_owned();
    let lead = if from > line_start { "  …" } else { "  " };
    let used = [lead, &before, hit.of(text)].map(cells).iter().sum();
    let after = fitted(&text[hit.end..line_end], width.saturating_sub(used));
    Line::from(vec![
        Styled::raw(format!("{lead}{before}")),
        Styled::styled(hit.of(text).to_owned(), theme.hit),
        Styled::raw(after),
    ])
}
