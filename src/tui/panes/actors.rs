//! The actors of the open briefing, by kind, with role and number of mentions.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::findings::{Row, Rows};
use crate::extract::{Actor, ActorKind, Findings};
use crate::tui::rows::{DrawnRow, justified};
use crate::tui::theme::Theme;

/// The rows in `width` columns.
#[must_use]
pub fn rows(rows: &Rows, findings: &Findings, width: u16, theme: &Theme) -> Vec<DrawnRow> {
    let draw = |row: &Row| match row {
        Row::Heading(heading) => heading_row(heading, theme),
        Row::Item(item) => {
            findings.actors.get(*item).map_or_else(DrawnRow::default, |a| actor_row(a, findings, width, theme))
        }
    };
    rows.rows.iter().map(draw).collect()
}

/// A heading between rows.
#[must_use]
pub fn heading_row(heading: &'static str, theme: &Theme) -> DrawnRow {
    DrawnRow { lines: vec![Line::from(Span::styled(heading, theme.dim))] }
}

fn actor_row(actor: &Actor, findings: &Findings, width: u16, theme: &Theme) -> DrawnRow {
    let mut left = vec![(actor.name.clone(), kind_style(actor.kind, theme))];
    let of = actor.of.as_deref().map(|of| name_in(findings, of));
    let about = match (&actor.role, of) {
        (Some(role), Some(of)) => Some(format!("  {role}, {of}")),
        (Some(role), None) => Some(format!("  {role}")),
        (None, Some(of)) if actor.kind != ActorKind::Person => Some(format!("  {of}")),
        (None, _) => None,
    };
    left.extend(about.map(|about| (about, theme.dim)));
    // Only the front matter names it.
    let count = if actor.mentions.is_empty() { "declared".to_owned() } else { actor.mentions.len().to_string() };
    let count = (count, theme.dim);
    DrawnRow { lines: vec![justified(&left, count, width)] }
}

/// The style in which actors of a kind are shown.
#[must_use]
pub fn kind_style(kind: ActorKind, theme: &Theme) -> Style {
    match kind {
        ActorKind::Person => theme.person,
        ActorKind::State => theme.state,
        ActorKind::Organisation => theme.organisation,
        ActorKind::ArmedGroup => theme.armed_group,
    }
}

/// The name of an actor by its id; the id in words where the briefing does not name it.
#[must_use]
pub fn name_in(findings: &Findings, id: &str) -> String {
    let named = findings.actors.iter().find(|a| a.id == id).map(|a| a.name.clone());
    named.unwrap_or_else(|| {
        let capital = |word: &str| match word {
            "of" | "the" | "and" | "for" | "in" | "on" => word.to_owned(),
            _ => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
        };
        id.split('-').map(capital).collect::<Vec<String>>().join(" ")
    })
}
