//! What the panes beside the article share: their rows in order, which is selected, and how that follows the cursor.

use crate::extract::{ActorKind, Findings, MeetingStatus, Precision};
use crate::library::Document;
use crate::text::Span;

use super::Pane;

/// The rows of the three panes.
#[derive(Debug, Default)]
pub struct FindingsState {
    /// The actors' rows.
    pub actors: Rows,
    /// The figures' rows.
    pub figures: Rows,
    /// The meetings' rows.
    pub meetings: Rows,
}

/// The rows of one pane.
#[derive(Debug, Default)]
pub struct Rows {
    /// Headings and items, top to bottom.
    pub rows: Vec<Row>,
    /// The selected row: always an item.
    pub selected: Option<usize>,
    /// Whether the selected row is what the article's cursor is on.
    pub at_cursor: bool,
}

/// A row of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What the rows below have in common.
    Heading(&'static str),
    /// The finding of this index among the briefing's.
    Item(usize),
}

impl Rows {
    fn new(sections: impl IntoIterator<Item = (&'static str, Vec<usize>)>) -> Self {
        let mut rows = Vec::new();
        for (heading, items) in sections {
            if !items.is_empty() {
                rows.extend((!heading.is_empty()).then_some(Row::Heading(heading)));
                rows.extend(items.into_iter().map(Row::Item));
            }
        }
        let selected = rows.iter().position(|r| matches!(r, Row::Item(_)));
        Self { rows, selected, at_cursor: false }
    }

    /// The finding that is selected.
    #[must_use]
    pub fn item(&self) -> Option<usize> {
        match self.rows.get(self.selected?) {
            Some(Row::Item(item)) => Some(*item),
            _ => None,
        }
    }

    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.iter().filter(|r| matches!(r, Row::Item(_))).count()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Moves the selection by items, stopping at either end.
    pub fn step(&mut self, by: isize) {
        let items: Vec<usize> = (0..self.rows.len()).filter(|&i| matches!(self.rows[i], Row::Item(_))).collect();
        let at = self.selected.and_then(|s| items.iter().position(|&i| i == s)).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(items.len().saturating_sub(1));
        self.selected = items.get(to).copied();
        self.at_cursor = false;
    }

    /// Selects the row of a finding.
    pub fn select(&mut self, item: usize) {
        self.selected = self.rows.iter().position(|r| *r == Row::Item(item)).or(self.selected);
    }

    fn select_item(&mut self, item: Option<usize>) {
        let row = item.and_then(|item| self.rows.iter().position(|r| *r == Row::Item(item)));
        self.at_cursor = row.is_some();
        if row.is_some() {
            self.selected = row;
        }
    }
}

impl FindingsState {
    /// Lists the findings of a document that was opened.
    pub fn open(&mut self, document: &Document) {
        let findings = &document.findings;
        self.actors = actors(findings);
        self.figures = Rows::new([("", (0..findings.figures.len()).collect())]);
        self.meetings = meetings(findings);
    }

    /// The rows of a pane; `None` for the list and the article.
    #[must_use]
    pub fn rows(&self, pane: Pane) -> Option<&Rows> {
        match pane {
            Pane::Actors => Some(&self.actors),
            Pane::Figures => Some(&self.figures),
            Pane::Meetings => Some(&self.meetings),
            Pane::Library | Pane::Article => None,
        }
    }

    /// The same, to change.
    pub fn rows_mut(&mut self, pane: Pane) -> Option<&mut Rows> {
        match pane {
            Pane::Actors => Some(&mut self.actors),
            Pane::Figures => Some(&mut self.figures),
            Pane::Meetings => Some(&mut self.meetings),
            Pane::Library | Pane::Article => None,
        }
    }

    /// Selects in each pane the row of what stands under the cursor, else of what stands in its sentence; where
    /// there is neither, the pane keeps its row and shows that it is not what the cursor is on.
    pub fn follow_cursor(&mut self, findings: &Findings, word: Span, sentence: Span) {
        let nearest = |spans: &mut dyn Iterator<Item = (usize, Span)>| {
            let here: Vec<(usize, Span)> = spans.filter(|(_, s)| s.overlaps(sentence)).collect();
            let under = here.iter().find(|(_, s)| s.overlaps(word));
            let near = || here.iter().min_by_key(|(_, s)| s.start.abs_diff(word.start));
            under.or_else(near).map(|(item, _)| *item)
        };
        let each = |i: usize, spans: &[Span]| spans.iter().map(|s| (i, *s)).collect::<Vec<_>>();
        let mut of_actors = findings.actors.iter().enumerate().flat_map(|(i, a)| each(i, &a.mentions));
        self.actors.select_item(nearest(&mut of_actors));
        self.figures.select_item(nearest(&mut findings.figures.iter().enumerate().map(|(i, f)| (i, f.span))));
        let mut of_meetings = findings.meetings.iter().enumerate().flat_map(|(i, m)| each(i, &m.mentions));
        self.meetings.select_item(nearest(&mut of_meetings));
    }
}

/// By kind, then those named most often first.
fn actors(findings: &Findings) -> Rows {
    let sections = [
        ("Persons", ActorKind::Person),
        ("States", ActorKind::State),
        ("Organisations", ActorKind::Organisation),
        ("Armed groups", ActorKind::ArmedGroup),
    ];
    Rows::new(sections.map(|(heading, kind)| {
        let mut items: Vec<usize> = (0..findings.actors.len()).filter(|&i| findings.actors[i].kind == kind).collect();
        items.sort_by_key(|&i| std::cmp::Reverse(findings.actors[i].mentions.len()));
        (heading, items)
    }))
}

/// What is to come in the order of its days, then what has no date, then what was held, latest first, then what was called off.
fn meetings(findings: &Findings) -> Rows {
    let (mut upcoming, mut undated, mut held, mut cancelled) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (i, meeting) in findings.meetings.iter().enumerate() {
        let section = match (meeting.status, meeting.precision) {
            (MeetingStatus::Held, _) => &mut held,
            (MeetingStatus::Cancelled, _) => &mut cancelled,
            (_, Precision::None) => &mut undated,
            _ => &mut upcoming,
        };
        section.push(i);
    }
    upcoming.sort_by_key(|&i| findings.meetings[i].date);
    held.sort_by_key(|&i| std::cmp::Reverse(findings.meetings[i].date));
    Rows::new([("Upcoming", upcoming), ("Undated", undated), ("Held", held), ("Called off", cancelled)])
}
