//! The list of briefings: date, title, source, unread mark; files that cannot be read are rows with the reason.

use ratatui::text::{Line, Span};

use crate::library::{FileId, FileState, Library};
use crate::tui::model::Model;
use crate::tui::rows::{DrawnRow, GUTTER, ROOMY, fitted, justified};

/// The list's cursor and filter.
#[derive(Debug, Default)]
pub struct ListState {
    /// The file under the cursor.
    pub selected: Option<FileId>,
    /// Words that a row's title, source, name or date must hold; empty shows all.
    pub filter: String,
}

impl ListState {
    /// The files that the filter lets through, in order.
    #[must_use]
    pub fn visible(&self, library: &Library) -> Vec<FileId> {
        let words: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        let fits = |id: &FileId| {
            if words.is_empty() {
                return true;
            }
            let Some(file) = library.file(*id) else { return false };
            let mut about = format!("{} {}", file.title(), file.name);
            if let Some(document) = file.document() {
                let masthead = &document.briefing.masthead;
                about.push_str(&format!(" {} {}", masthead.sources.join(" "), masthead.tags.join(" ")));
                about.extend(masthead.date.map(|d| format!(" {d}")));
            }
            let about = about.to_lowercase();
            words.iter().all(|w| about.contains(w))
        };
        library.order().iter().copied().filter(fits).collect()
    }

    /// Puts the cursor on a file, and drops the filter where that hides it.
    pub fn select(&mut self, library: &Library, file: FileId) {
        self.selected = Some(file);
        if !self.visible(library).contains(&file) {
            self.filter.clear();
        }
    }

    /// Moves the cursor by rows, stopping at either end; answers the file it comes to.
    pub fn step(&mut self, library: &Library, by: isize) -> Option<FileId> {
        let visible = self.visible(library);
        let at = self.selected.and_then(|s| visible.iter().position(|&f| f == s)).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(visible.len().saturating_sub(1));
        self.selected = visible.get(to).copied();
        self.selected
    }
}

/// How many lines each row has in a list of this width.
#[must_use]
pub fn row_height(width: u16) -> usize {
    if width >= ROOMY { 1 } else { 3 }
}

/// One file's row in `width` columns.
#[must_use]
pub fn row(model: &Model, id: FileId, width: u16) -> DrawnRow {
    let theme = &model.theme;
    let Some(file) = model.library.file(id) else { return DrawnRow::default() };
    let unread = match (&file.state, model.is_read(id)) {
        (FileState::Ready(_), false) => ("● ", theme.focus),
        (FileState::Unreadable(_), _) => ("! ", theme.error),
        _ => ("  ", theme.dim),
    };
    let date = file.date().map_or_else(|| "no date   ".to_owned(), |d| d.to_string());
    let (date, source, style) = match &file.state {
        FileState::Ready(document) => (date, document.briefing.masthead.sources.join(", "), theme.title),
        FileState::Waiting => ("reading…  ".to_owned(), String::new(), theme.dim),
        FileState::Unreadable(reason) => ("unreadable".to_owned(), reason.clone(), theme.error),
    };
    let style = if model.is_read(id) { ratatui::style::Style::default() } else { style };
    let room = width.saturating_sub(GUTTER);
    if row_height(width) == 1 {
        let left =
            [(unread.0.to_owned(), unread.1), (format!("{date}  "), theme.date), (file.title().to_owned(), style)];
        let source = fitted(&source, (width / 3).max(20));
        return DrawnRow { lines: vec![justified(&left, (source, theme.dim), width)] };
    }
    let [first, rest] = two_lines(file.title(), room);
    let first = Line::from(vec![Span::styled(unread.0, unread.1), Span::styled(first, style)]);
    let has_rest = !rest.is_empty();
    let rest = Line::from(vec![Span::raw("  "), Span::styled(rest, style)]);
    let about = Line::from(vec![
        Span::raw("  "),
        Span::styled(date, theme.date),
        Span::styled(fitted(&format!("  {source}"), room.saturating_sub(10)), theme.dim),
    ]);
    DrawnRow { lines: if has_rest { vec![first, rest, about] } else { vec![first, about, Line::default()] } }
}

/// A title on two lines of `width` columns; what does not fit is cut.
fn two_lines(title: &str, width: u16) -> [String; 2] {
    let first = textwrap::wrap(title, usize::from(width.max(1))).first().map_or(String::new(), ToString::to_string);
    let rest = title.get(first.len()..).unwrap_or_default().trim_start();
    [fitted(&first, width), fitted(rest, width)]
}
