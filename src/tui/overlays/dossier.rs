//! An actor across the folder: the briefings that name it, and the actors it appears with. Any of them can be followed.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Picker, list, window};
use crate::extract::ActorKind;
use crate::library::{Dossier, FileId};
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::panes::actors::kind_style;
use crate::tui::rows::{DrawnRow, GUTTER, justified};

/// A dossier that is open.
#[derive(Debug)]
pub struct DossierList {
    /// What the folder holds on the actor.
    pub dossier: Dossier,
    /// The cursor and filter.
    pub picker: Picker,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a briefing.
    Briefing(FileId),
    /// To another actor, by its id.
    Actor(String),
}

impl DossierList {
    /// Opens a dossier.
    #[must_use]
    pub fn new(dossier: Dossier) -> Self {
        Self { dossier, picker: Picker::default() }
    }

    /// The actor's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.dossier.id
    }

    /// Where the rows lead, in their order: briefings, then actors, those that the filter lets through.
    #[must_use]
    pub fn targets(&self, model: &Model) -> Vec<Target> {
        let title = |file: FileId| model.library.file(file).map(|f| f.title().to_owned()).unwrap_or_default();
        let briefings = self.dossier.briefings.iter().filter(|(file, _)| self.picker.lets_through(&title(*file)));
        let actors = self.dossier.companions.iter().filter(|c| self.picker.lets_through(&c.name));
        briefings.map(|(file, _)| Target::Briefing(*file)).chain(actors.map(|c| Target::Actor(c.id.clone()))).collect()
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let (theme, dossier) = (&model.theme, &self.dossier);
        let keys = format!(
            "{} follows, {} filters, {} goes back, {} closes",
            model.keymap.first_of(Action::Open),
            model.keymap.first_of(Action::Search),
            model.keymap.first_of(Action::Back),
            model.keymap.first_of(Action::Close),
        );
        let area = window(frame, dossier.name.clone(), keys, 92, theme);
        let width = area.width.saturating_sub(GUTTER);
        let about = std::iter::once(kind(dossier.kind).to_owned()).chain(dossier.roles.iter().take(3).cloned());
        let mut rows = vec![text_row(about.collect::<Vec<_>>().join(" · "), theme.dim)];
        let (mut selected, mut heading) = (None, "");
        for (number, target) in self.targets(model).into_iter().enumerate() {
            let (under, row) = match &target {
                Target::Briefing(file) => ("Briefings", self.briefing_row(model, *file, width)),
                Target::Actor(id) => ("Appears with", self.actor_row(model, id, width)),
            };
            if under != heading {
                heading = under;
                rows.push(text_row(heading.to_owned(), theme.heading));
            }
            if number == self.picker.selected {
                selected = Some(rows.len());
            }
            rows.push(row);
        }
        list(frame, area, &self.picker, &rows, selected, theme);
    }

    fn briefing_row(&self, model: &Model, file: FileId, width: u16) -> DrawnRow {
        let theme = &model.theme;
        let Some(found) = model.library.file(file) else { return DrawnRow::default() };
        let mentions = self.dossier.briefings.iter().find(|(f, _)| *f == file).map_or(0, |(_, n)| *n);
        let date = found.date().map_or_else(|| "no date   ".to_owned(), |d| d.to_string());
        let here = model.reader.as_ref().is_some_and(|r| r.file == file);
        let left = [
            (format!("{date}  "), theme.date),
            (found.title().to_owned(), if here { theme.title } else { Style::default() }),
            (if here { "  (open)".to_owned() } else { String::new() }, theme.dim),
        ];
        DrawnRow { lines: vec![justified(&left, (counted(mentions, "mention"), theme.dim), width)] }
    }

    fn actor_row(&self, model: &Model, id: &str, width: u16) -> DrawnRow {
        let theme = &model.theme;
        let Some(companion) = self.dossier.companions.iter().find(|c| c.id == id) else { return DrawnRow::default() };
        let left = [(companion.name.clone(), kind_style(companion.kind, theme))];
        let right = format!("{}, {}", counted(companion.briefings, "briefing"), counted(companion.mentions, "mention"));
        DrawnRow { lines: vec![justified(&left, (right, theme.dim), width)] }
    }
}

fn text_row(text: String, style: Style) -> DrawnRow {
    DrawnRow { lines: vec![Line::from(Span::styled(text, style))] }
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::State => "state",
        ActorKind::Organisation => "organisation",
        ActorKind::ArmedGroup => "armed group",
    }
}

/// "1 mention", "2 mentions".
#[must_use]
pub fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
