//! The list of all commands with their keys, filtered as one types.

use ratatui::Frame;
use ratatui::text::Span;

use super::{Picker, list, window};
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::rows::{DrawnRow, GUTTER, justified};

/// The list of commands.
#[derive(Debug)]
pub struct Commands {
    /// Its cursor and filter.
    pub picker: Picker,
}

impl Commands {
    /// The whole list.
    #[must_use]
    pub fn new() -> Self {
        Self { picker: Picker::typing() }
    }

    /// The actions that the filter lets through; those whose name begins with it first.
    #[must_use]
    pub fn actions(&self) -> Vec<Action> {
        let typed = self.picker.input.text();
        let fits = |a: &Action| self.picker.lets_through(&format!("{} {}", a.name(), a.description()));
        let mut actions: Vec<Action> = Action::ALL.iter().copied().filter(fits).collect();
        actions.sort_by_key(|a| !a.name().starts_with(typed));
        actions
    }

    /// The action under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<Action> {
        self.actions().get(self.picker.selected).copied()
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let theme = &model.theme;
        let area = window(frame, "Commands".to_owned(), "Enter runs, Esc closes".to_owned(), 78, theme);
        let row = |action: Action| {
            let left = [
                (format!("{:22}", action.name()), theme.title),
                (action.description().to_owned(), Span::default().style),
            ];
            let keys = (model.keymap.keys_of(action).join("  "), theme.focus);
            DrawnRow { lines: vec![justified(&left, keys, area.width.saturating_sub(GUTTER))] }
        };
        let rows: Vec<DrawnRow> = self.actions().into_iter().map(row).collect();
        list(frame, area, &self.picker, &rows, Some(self.picker.selected), theme);
    }
}

impl Default for Commands {
    fn default() -> Self {
        Self::new()
    }
}
