//! The help screen: every action with its keys, those of the pane in focus first; it can be searched.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use super::{Picker, list, window};
use crate::tui::action::{Action, Group};
use crate::tui::keys::Keymap;
use crate::tui::model::Model;
use crate::tui::page::cells;
use crate::tui::panes::Pane;
use crate::tui::rows::{DrawnRow, GUTTER};

/// The help screen.
#[derive(Debug)]
pub struct Help {
    /// Its place and filter.
    pub picker: Picker,
    /// The pane that had the focus.
    pub pane: Pane,
}

/// A row of the help screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpRow {
    /// What the actions below have in common.
    Heading(String),
    /// An action.
    Action(Action),
    /// A line of explanation.
    Text(&'static str),
}

impl Help {
    /// Help for a pane.
    #[must_use]
    pub fn new(pane: Pane) -> Self {
        Self { picker: Picker::default(), pane }
    }

    /// The rows that the filter lets through.
    #[must_use]
    pub fn rows(&self, keymap: &Keymap) -> Vec<HelpRow> {
        let fits = |a: &Action| {
            self.picker.lets_through(&format!("{} {} {}", a.name(), a.description(), keymap.keys_of(*a).join(" ")))
        };
        let mut rows = Vec::new();
        if self.picker.input.text().is_empty() {
            rows.push(HelpRow::Heading(format!("{}: the pane in focus", self.pane.title())));
            rows.extend(about(self.pane).iter().map(|line| HelpRow::Text(line)));
        }
        for group in Group::ALL {
            let actions: Vec<Action> = Action::ALL.iter().copied().filter(|a| a.group() == group && fits(a)).collect();
            if !actions.is_empty() {
                rows.push(HelpRow::Heading(group.title().to_owned()));
                rows.extend(actions.into_iter().map(HelpRow::Action));
            }
        }
        rows
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let theme = &model.theme;
        let keys = format!(
            "{} searches, {} closes",
            model.keymap.first_of(Action::Search),
            model.keymap.first_of(Action::Close)
        );
        let area = window(frame, "Help".to_owned(), keys, 78, theme);
        let width = area.width.saturating_sub(GUTTER);
        let wrapped = |text: &str, room: u16| -> Vec<String> {
            textwrap::wrap(text, usize::from(room.max(10))).into_iter().map(String::from).collect()
        };
        let row = |row: HelpRow| match row {
            HelpRow::Heading(heading) => vec![Line::from(Span::styled(heading, theme.heading))],
            HelpRow::Text(text) => {
                wrapped(text, width.saturating_sub(2)).into_iter().map(|l| Line::from(format!("  {l}"))).collect()
            }
            HelpRow::Action(action) => {
                let keys = model.keymap.keys_of(action).join("  ");
                // Keys in a column of their own; what they do beside it, on further lines where it is long.
                let column = 26.min(width / 2);
                let lines = wrapped(action.description(), width.saturating_sub(column));
                let beside = |(i, text): (usize, String)| {
                    let keys = if i == 0 { format!("  {keys} ") } else { String::new() };
                    let pad = " ".repeat(usize::from(column.saturating_sub(cells(&keys))));
                    Line::from(vec![Span::styled(keys, theme.focus), Span::raw(pad), Span::raw(text)])
                };
                lines.into_iter().enumerate().map(beside).collect()
            }
        };
        let rows: Vec<DrawnRow> = self.rows(&model.keymap).into_iter().map(|r| DrawnRow { lines: row(r) }).collect();
        list(frame, area, &self.picker, &rows, Some(self.picker.selected), theme);
    }
}

/// What can be done in a pane, in a few lines.
fn about(pane: Pane) -> &'static [&'static str] {
    match pane {
        Pane::Library => &[
            "Moving shows each briefing; open turns to it and marks it read.",
            "● is unread, ! cannot be read. Search filters the list.",
        ],
        Pane::Article => &[
            "Moving marks the row of each pane that the cursor is on.",
            "Open shows the dossier of the actor under the cursor.",
            "A selection grows with every move; bookmark keeps it.",
        ],
        Pane::Actors => &[
            "Moving goes to the actor's first mention and marks all of them;",
            "next and previous go from mention to mention, over the folder.",
            "Open shows its briefings and the actors it appears with.",
        ],
        Pane::Figures | Pane::Meetings => {
            &["Moving scrolls the article to the sentence that says so.", "Open turns to the article there."]
        }
    }
}
