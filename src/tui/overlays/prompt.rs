//! The line to type in, at the bottom of the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::input::Input;
use crate::tui::model::{Follow, Model};
use crate::tui::page::cells;
use crate::tui::search;

/// A question to the reader.
#[derive(Debug)]
pub struct Prompt {
    /// What the answer is for.
    pub purpose: Purpose,
    /// What was typed.
    pub input: Input,
}

/// What a [`Prompt`]'s answer is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Words to find in the article, and where the search began.
    Search {
        /// The cursor's place before, to go back to.
        from: usize,
        /// What was followed before.
        before: Follow,
    },
    /// Words that the list's rows must hold, and the filter before.
    Filter(String),
    /// A bookmark's note.
    Note(String),
    /// A bookmark's tags.
    Tags(String),
    /// The briefing's date.
    Date,
    /// The file that an export is written to, with its contents.
    Export(String),
}

impl Prompt {
    /// Asks, with an answer to begin with.
    #[must_use]
    pub fn new(purpose: Purpose, answer: impl Into<String>) -> Self {
        Self { purpose, input: Input::new(answer) }
    }

    fn question(&self) -> &'static str {
        match self.purpose {
            Purpose::Search { .. } => "/",
            Purpose::Filter(_) => "Show briefings with: ",
            Purpose::Note(_) => "Note: ",
            Purpose::Tags(_) => "Tags, with blanks between: ",
            Purpose::Date => "Date of this briefing (YYYY-MM-DD; empty: unknown): ",
            Purpose::Export(_) => "Export to: ",
        }
    }

    /// Draws it into the last line.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, model: &Model) {
        let question = self.question();
        let theme = &model.theme;
        frame.render_widget(ratatui::widgets::Clear, area);
        let area = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        let line = Line::from(vec![Span::styled(question, theme.focus), Span::raw(self.input.text().to_owned())]);
        let wanted = cells(question) + self.input.column() + 1;
        // A long answer scrolls so that its cursor is in view.
        let skip = wanted.saturating_sub(area.width);
        frame.render_widget(ratatui::widgets::Paragraph::new(line).scroll((0, skip)), area);
        frame.set_cursor_position((area.x + wanted - 1 - skip, area.y));
        if let (Purpose::Search { .. }, Some(reader)) = (&self.purpose, &model.reader) {
            let whole = crate::text::Span::new(0, reader.text().len());
            let hits = search::hits(reader.text(), self.input.text(), whole).len();
            let count = if hits == 1 { "1 hit".to_owned() } else { format!("{hits} hits") };
            if !self.input.text().is_empty() && wanted + cells(&count) < area.width {
                frame.buffer_mut().set_string(area.right() - cells(&count), area.y, &count, theme.dim);
            }
        }
    }
}
