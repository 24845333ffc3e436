//! Why a finding is one: the rules and the words that led to it, and below it what the rules turned down in the article.

use ratatui::Frame;
use ratatui::text::{Line, Span as Styled};

use super::{Picker, list, window};
use crate::extract::{Actor, Aspect, Explanation, Figure, Finding, Meeting, NearMiss, Row, TurnedDown, quoted};
use crate::text::Span;
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::rows::{DrawnRow, GUTTER, fitted};
use crate::tui::theme::Theme;

/// The explanation of a finding, or of what was turned down.
#[derive(Debug)]
pub struct Why {
    title: String,
    entries: Vec<Entry>,
    /// The cursor and filter.
    pub picker: Picker,
}

/// One rule that decided something.
#[derive(Debug)]
struct Entry {
    heading: &'static str,
    /// What it decided.
    of: &'static str,
    says: String,
    /// The words that led to it, as they are shown.
    words: String,
    /// Where they stand.
    target: Option<Span>,
}

/// What is to be explained.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'e> {
    /// An actor.
    Actor(&'e Actor),
    /// A figure.
    Figure(&'e Figure),
    /// A meeting.
    Meeting(&'e Meeting),
    /// What was turned down.
    NearMiss(&'e NearMiss),
}

impl Why {
    /// Explains `subject` of a briefing with this `text`.
    #[must_use]
    pub fn new(explanation: &Explanation, subject: Subject<'_>, text: &str) -> Self {
        let (finding, title, rows) = match subject {
            Subject::Actor(actor) => (Finding::Actor, actor.name.clone(), explanation.of_actor(actor)),
            Subject::Figure(figure) => {
                let title = if figure.span.is_empty() { figure.what.clone() } else { quoted(&[figure.span], text) };
                (Finding::Figure, title, explanation.of_figure(figure))
            }
            Subject::Meeting(meeting) => {
                let first = &meeting.mentions[..meeting.mentions.len().min(1)];
                (Finding::Meeting, quoted(first, text), explanation.of_meeting(meeting))
            }
            Subject::NearMiss(miss) => (miss.finding, format!("{} is none", quoted(&[miss.span], text)), Vec::new()),
        };
        let asked = match subject {
            Subject::NearMiss(miss) => Some(miss.span),
            _ => None,
        };
        let turned_down = explanation.turned_down(text).into_iter().filter(|group| group.finding == finding);
        let (here, mut others): (Vec<TurnedDown>, Vec<TurnedDown>) =
            turned_down.partition(|group| asked.is_some_and(|span| group.spans.contains(&span)));
        // What one rule turned down stands together, below the rule.
        let mut rules: Vec<&str> = Vec::new();
        for group in &others {
            if !rules.contains(&group.rule.name) {
                rules.push(group.rule.name);
            }
        }
        others.sort_by_key(|group| rules.iter().position(|&rule| rule == group.rule.name));
        let mut entries: Vec<Entry> = rows.iter().map(|row| reason(row, text)).collect();
        entries.extend(here.iter().map(|group| no("Why not", group, text)));
        entries.extend(others.iter().map(|group| no("Turned down in this article", group, text)));
        Self { title, entries, picker: Picker::default() }
    }

    /// Where the rows lead, those that the filter lets through.
    #[must_use]
    pub fn targets(&self) -> Vec<Option<Span>> {
        self.shown().map(|entry| entry.target).collect()
    }

    fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|e| self.picker.lets_through(&format!("{} {} {}", e.of, e.says, e.words)))
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let theme = &model.theme;
        let key = |action| model.keymap.first_of(action);
        let keys = format!(
            "{} shows the words, {} filters, {} closes",
            key(Action::Open),
            key(Action::Search),
            key(Action::Close)
        );
        let area = window(frame, fitted(&self.title, frame.area().width.saturating_sub(12).min(84)), keys, 92, theme);
        let width = area.width.saturating_sub(GUTTER);
        let mut rows = Vec::new();
        let (mut selected, mut heading, mut before) = (None, "", "");
        for (number, entry) in self.shown().enumerate() {
            if entry.heading != heading {
                (heading, before) = (entry.heading, "");
                rows.push(DrawnRow { lines: vec![Line::styled(heading, theme.heading)] });
            }
            if number == self.picker.selected {
                selected = Some(rows.len());
            }
            rows.push(drawn(entry, before == entry.says, width, theme));
            before = &entry.says;
        }
        list(frame, area, &self.picker, &rows, selected, theme);
    }
}

fn reason(row: &Row, text: &str) -> Entry {
    Entry {
        heading: "Why",
        of: aspect(row.aspect),
        says: format!("{} ({})", row.rule.says, row.rule.name),
        words: quoted(&row.words, text),
        target: row.words.first().copied(),
    }
}

fn no(heading: &'static str, group: &TurnedDown, text: &str) -> Entry {
    let because = if group.words.is_empty() { String::new() } else { format!(": {}", quoted(&group.words, text)) };
    Entry {
        heading,
        of: "no",
        says: format!("{} ({})", group.rule.says, group.rule.name),
        words: quoted(&group.spans, text) + &because,
        target: group.spans.first().copied(),
    }
}

/// An entry; of one that goes on under the rule before it the words alone.
fn drawn(entry: &Entry, goes_on: bool, width: u16, theme: &Theme) -> DrawnRow {
    const ASPECT: u16 = 9;
    let room = width.saturating_sub(ASPECT);
    let mut lines = Vec::new();
    let says = if goes_on && !entry.words.is_empty() { "" } else { &entry.says };
    for (i, line) in
        textwrap::wrap(says, usize::from(room.max(10))).into_iter().enumerate().filter(|_| !says.is_empty())
    {
        let of = if i == 0 { entry.of } else { "" };
        let lead = Styled::styled(format!("{of:<width$}", width = usize::from(ASPECT)), theme.dim);
        lines.push(Line::from(vec![lead, Styled::raw(line.into_owned())]));
    }
    if !entry.words.is_empty() {
        let lead = " ".repeat(usize::from(ASPECT));
        let words = Styled::styled(fitted(&entry.words, room), theme.quotation);
        lines.push(Line::from(vec![Styled::raw(lead), words]));
    }
    DrawnRow { lines }
}

fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Found => "found",
        Aspect::Role => "role",
        Aspect::Of => "of",
        Aspect::Kind => "kind",
        Aspect::Bound => "bound",
        Aspect::Side => "side",
        Aspect::Where => "where",
        Aspect::SaidBy => "said by",
        Aspect::AsOf => "as of",
        Aspect::Form => "form",
        Aspect::Date => "date",
        Aspect::Place => "place",
        Aspect::Participants => "who",
        Aspect::Status => "status",
        Aspect::Joined => "joined",
    }
}
