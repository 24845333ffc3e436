//! Which part of the screen belongs to which pane.

use ratatui::layout::{Constraint, Layout, Rect};

use super::panes::Pane;

/// Below this many columns the panes are tabs.
pub const SIDE_BY_SIDE: u16 = 100;
/// From this many rows on, a tab beside the article leaves the article in view above it.
const STACKED: u16 = 18;

/// Where everything stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// The tab bar, where the panes are tabs.
    pub tabs: Option<Rect>,
    /// The list of briefings.
    pub library: Option<Rect>,
    /// The article.
    pub article: Option<Rect>,
    /// The actors.
    pub actors: Option<Rect>,
    /// The figures.
    pub figures: Option<Rect>,
    /// The meetings.
    pub meetings: Option<Rect>,
    /// The last line.
    pub status: Rect,
}

impl Areas {
    /// Divides a screen of `size` columns and rows.
    #[must_use]
    pub fn new(size: (u16, u16), focus: Pane, zen: bool) -> Areas {
        let screen = Rect::new(0, 0, size.0, size.1);
        let [body, status] = Layout::vertical([Constraint::Min(0), Constraint::Length(1)]).areas(screen);
        let areas = Areas { status, ..Areas::default() };
        if zen {
            return Areas { article: Some(body), ..areas };
        }
        if size.0 >= SIDE_BY_SIDE { side_by_side(areas, body) } else { tabbed(areas, body, focus) }
    }

    /// Where a pane stands, if it is shown.
    #[must_use]
    pub fn of(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Library => self.library,
            Pane::Article => self.article,
            Pane::Actors => self.actors,
            Pane::Figures => self.figures,
            Pane::Meetings => self.meetings,
        }
    }
}

/// What a pane's frame leaves free: its first line is the heading, and a bar parts it from a pane to its left.
#[must_use]
pub fn inner(area: Rect) -> Rect {
    let bar = u16::from(area.x > 0).min(area.width);
    Rect {
        x: area.x + bar,
        y: area.y + 1.min(area.height),
        width: area.width - bar,
        height: area.height.saturating_sub(1),
    }
}

fn side_by_side(areas: Areas, body: Rect) -> Areas {
    let list = (body.width / 4).clamp(26, 48);
    let side = (body.width * 3 / 10).clamp(32, 64);
    let columns = [Constraint::Length(list), Constraint::Min(40), Constraint::Length(side)];
    let [library, article, side] = Layout::horizontal(columns).areas(body);
    let thirds = [Constraint::Fill(4), Constraint::Fill(3), Constraint::Fill(4)];
    let [actors, figures, meetings] = Layout::vertical(thirds).areas(side);
    Areas {
        library: Some(library),
        article: Some(article),
        actors: Some(actors),
        figures: Some(figures),
        meetings: Some(meetings),
        ..areas
    }
}

fn tabbed(areas: Areas, body: Rect, focus: Pane) -> Areas {
    let [tabs, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(body);
    let areas = Areas { tabs: Some(tabs), ..areas };
    let beside = |area: Rect| match focus {
        Pane::Library => Areas { library: Some(area), ..areas },
        Pane::Article => Areas { article: Some(area), ..areas },
        Pane::Actors => Areas { actors: Some(area), ..areas },
        Pane::Figures => Areas { figures: Some(area), ..areas },
        Pane::Meetings => Areas { meetings: Some(area), ..areas },
    };
    if matches!(focus, Pane::Library | Pane::Article) || body.height < STACKED {
        return beside(body);
    }
    let [article, below] = Layout::vertical([Constraint::Fill(5), Constraint::Fill(4)]).areas(body);
    Areas { article: Some(article), ..beside(below) }
}
