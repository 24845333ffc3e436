//! The bookmarks across the folder, with their notes and tags; those whose passage is not found are marked.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Picker, list, window};
use crate::bookmarks::{Bookmark, locate};
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::rows::{DrawnRow, GUTTER, fitted};

/// The list of bookmarks.
#[derive(Debug, Default)]
pub struct BookmarkList {
    /// Its cursor and filter.
    pub picker: Picker,
}

/// What became of a bookmark's passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Found,
    Orphan,
    /// Its briefing is not in this folder.
    Elsewhere,
}

impl BookmarkList {
    /// The bookmarks that the filter lets through, in the order they were made, latest first.
    #[must_use]
    pub fn shown<'m>(&self, model: &'m Model) -> Vec<&'m Bookmark> {
        let Ok(store) = &model.bookmarks else { return Vec::new() };
        let fits = |b: &&Bookmark| {
            let about = format!("{} {} {} {}", b.anchor.quote, b.note, b.tags.join(" "), b.briefing.title);
            self.picker.lets_through(&about)
        };
        // The file has the latest last; those of one second keep that order.
        let mut shown: Vec<&Bookmark> = store.bookmarks().iter().rev().filter(fits).collect();
        shown.sort_by_key(|b| std::cmp::Reverse(b.created));
        shown
    }

    /// The bookmark under the cursor.
    #[must_use]
    pub fn chosen<'m>(&self, model: &'m Model) -> Option<&'m Bookmark> {
        self.shown(model).get(self.picker.selected).copied()
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let (theme, shown) = (&model.theme, self.shown(model));
        let key = |action| model.keymap.first_of(action);
        let keys = format!(
            "{} goes there  {} note  {} tags  {} deletes  {} undo  {} export",
            key(Action::Open),
            key(Action::Note),
            key(Action::Tag),
            key(Action::DeleteBookmark),
            key(Action::Undo),
            key(Action::ExportViewMarkdown),
        );
        let area = window(frame, format!("Bookmarks {}", shown.len()), keys, 92, theme);
        let rows: Vec<DrawnRow> = shown.iter().map(|b| row(model, b, area.width.saturating_sub(GUTTER))).collect();
        list(frame, area, &self.picker, &rows, Some(self.picker.selected), theme);
    }
}

fn row(model: &Model, bookmark: &Bookmark, width: u16) -> DrawnRow {
    let theme = &model.theme;
    let standing = standing(model, bookmark);
    let quote: String = bookmark.anchor.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = vec![Line::from(Span::raw(fitted(&format!("“{quote}”"), width)))];
    if !bookmark.note.is_empty() || !bookmark.tags.is_empty() {
        let tags: Vec<String> = bookmark.tags.iter().map(|t| format!("#{t}")).collect();
        let note = bookmark.note.split_whitespace().collect::<Vec<_>>().join(" ");
        let about = [note, tags.join(" ")].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("  ");
        lines.push(Line::from(Span::styled(fitted(&format!("  {about}"), width), theme.quotation)));
    }
    let date = bookmark.briefing.date.map(|d| format!("{d}  ")).unwrap_or_default();
    let (remark, style) = match standing {
        Standing::Found => ("", Style::default()),
        Standing::Orphan => ("passage not found: the file has changed  ", theme.warning),
        Standing::Elsewhere => ("not in this folder  ", theme.dim),
    };
    let from = fitted(&format!("{date}{}", bookmark.briefing.title), width.saturating_sub(2));
    lines.push(Line::from(vec![Span::raw("  "), Span::styled(remark, style), Span::styled(from, theme.dim)]));
    DrawnRow { lines }
}

fn standing(model: &Model, bookmark: &Bookmark) -> Standing {
    let file = model.library.find(&bookmark.briefing.path, &bookmark.briefing.sha256);
    match file.and_then(|f| model.library.document(f)) {
        None => Standing::Elsewhere,
        Some(document) => match locate(bookmark, &document.briefing).span() {
            Some(_) => Standing::Found,
            None => Standing::Orphan,
        },
    }
}
