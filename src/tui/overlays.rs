//! What lies over the panes: lists to choose from, and the line to type in.

pub mod bookmarks;
pub mod commands;
pub mod dossier;
pub mod help;
pub mod hints;
pub mod prompt;
pub mod results;
pub mod why;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear};

use super::input::Input;
use super::rows::{self, DrawnRow, Marking};
use super::theme::Theme;

/// One of them.
#[derive(Debug)]
pub enum Overlay {
    /// The keys.
    Help(help::Help),
    /// All commands.
    Commands(commands::Commands),
    /// An actor across the folder.
    Dossier(dossier::DossierList),
    /// The bookmarks across the folder.
    Bookmarks(bookmarks::BookmarkList),
    /// The hits of a search across the folder.
    Results(results::Results),
    /// Why a finding is one.
    Why(why::Why),
    /// Labels on what can be jumped to.
    Hints(hints::Hints),
    /// A line to type in, at the bottom of the screen.
    Prompt(prompt::Prompt),
}

impl Overlay {
    /// The list it shows, where it is one.
    pub fn picker(&mut self) -> Option<&mut Picker> {
        match self {
            Overlay::Help(help) => Some(&mut help.picker),
            Overlay::Commands(commands) => Some(&mut commands.picker),
            Overlay::Dossier(dossier) => Some(&mut dossier.picker),
            Overlay::Bookmarks(bookmarks) => Some(&mut bookmarks.picker),
            Overlay::Results(results) => Some(&mut results.picker),
            Overlay::Why(why) => Some(&mut why.picker),
            Overlay::Hints(_) | Overlay::Prompt(_) => None,
        }
    }
}

/// A list's cursor, and the line that filters it.
#[derive(Debug, Default)]
pub struct Picker {
    /// The row under the cursor.
    pub selected: usize,
    /// What filters the rows.
    pub input: Input,
    /// Whether keys are typed into the filter.
    pub typing: bool,
}

impl Picker {
    /// A list whose filter takes the keys at once.
    #[must_use]
    pub fn typing() -> Self {
        Self { typing: true, ..Self::default() }
    }

    /// Moves the cursor in a list of `count` rows, stopping at either end.
    pub fn step(&mut self, by: isize, count: usize) {
        self.selected = self.selected.saturating_add_signed(by).min(count.saturating_sub(1));
    }

    /// Whether each word of the filter stands in `text`, whatever its case.
    #[must_use]
    pub fn lets_through(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.input.text().to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// A box in the middle of the screen, `columns` wide at most, and the area inside it.
pub(super) fn window(frame: &mut Frame<'_>, title: String, keys: String, columns: u16, theme: &Theme) -> Rect {
    let screen = frame.area();
    let width = columns.min(screen.width.saturating_sub(4)).max(screen.width.min(20));
    let height = screen.height.saturating_sub(4).max(screen.height.min(5));
    let area = Rect::new((screen.width - width) / 2, (screen.height - height) / 2, width, height);
    frame.render_widget(Clear, area);
    let block = Block::bordered()
        .border_style(theme.focus)
        .title(Line::styled(format!(" {title} "), theme.title))
        .title_bottom(Line::styled(format!(" {keys} "), theme.dim).right_aligned());
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// Draws a filter's line at the top of `area`, where there is one, and the rows below it.
pub(super) fn list(
    frame: &mut Frame<'_>,
    area: Rect,
    picker: &Picker,
    rows: &[DrawnRow],
    selected: Option<usize>,
    theme: &Theme,
) {
    let filtered = picker.typing || !picker.input.text().is_empty();
    let mut below = area;
    if filtered && area.height > 1 {
        let line = Rect { height: 1, ..area };
        frame.buffer_mut().set_stringn(line.x, line.y, "/ ", usize::from(line.width), theme.focus);
        let room = usize::from(line.width.saturating_sub(2));
        frame.buffer_mut().set_stringn(line.x + 2, line.y, picker.input.text(), room, theme.title);
        if picker.typing {
            let column = line.x + 2 + picker.input.column().min(line.width.saturating_sub(3));
            frame.set_cursor_position((column, line.y));
        }
        below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    if rows.is_empty() {
        frame.buffer_mut().set_stringn(below.x + 2, below.y, "nothing here", usize::from(below.width), theme.dim);
    }
    rows::draw(frame, below, rows, selected, Marking::Focused, theme);
}
