//! Moving in the pane in focus.

use super::{article_height, following};
use crate::tui::action::Action;
use crate::tui::areas::{Areas, inner};
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::panes::Pane;
use crate::tui::panes::library::row_height;
use crate::tui::rows::GUTTER;

/// More rows than any list has: to the end.
const ALL: isize = isize::MAX / 2;

/// Moves by what the action says.
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match model.focus {
        Pane::Article => in_article(model, action),
        Pane::Library => {
            if action == Action::Right {
                following::act(model, Action::Open);
            } else if let Some(by) = rows(action, list_page(model)) {
                let before = model.list.selected;
                let file = model.list.step(&model.library, by).filter(|_| before != model.list.selected);
                if let Some(file) = file {
                    show(model, file);
                }
            }
        }
        pane => {
            let page = isize::try_from(article_height(model) / 3).unwrap_or(1).max(1);
            let by = rows(action, page);
            if let (Some(by), Some(rows)) = (by, model.findings.rows_mut(pane)) {
                rows.step(by);
                following::show_selected(model);
            }
        }
    }
    Vec::new()
}

/// Shows a file of the list in the article pane, or nothing where it cannot be shown.
fn show(model: &mut Model, file: crate::library::FileId) {
    if !model.open(file) {
        model.reader = None;
        model.findings = crate::tui::panes::FindingsState::default();
    }
}

/// How many rows an action moves in a list with `page` rows in view.
pub(super) fn rows(action: Action, page: isize) -> Option<isize> {
    Some(match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::PageDown => page,
        Action::PageUp => -page,
        Action::HalfPageDown => (page / 2).max(1),
        Action::HalfPageUp => -(page / 2).max(1),
        Action::Top => -ALL,
        Action::End => ALL,
        _ => return None,
    })
}

fn list_page(model: &Model) -> isize {
    let area = Areas::new(model.size, model.focus, model.zen).of(Pane::Library).map(inner).unwrap_or_default();
    let rows = usize::from(area.height) / row_height(area.width.saturating_sub(GUTTER + 1));
    isize::try_from(rows).unwrap_or(1).max(1)
}

fn in_article(model: &mut Model, action: Action) {
    let height = article_height(model);
    let page = isize::try_from(height.saturating_sub(2)).unwrap_or(1).max(1);
    if matches!(action, Action::Top | Action::End) {
        model.leave();
    }
    let Some(reader) = &mut model.reader else { return };
    match action {
        Action::Down => reader.move_lines(1),
        Action::Up => reader.move_lines(-1),
        Action::Left => reader.move_words(-1),
        Action::Right => reader.move_words(1),
        Action::PageDown => reader.move_page(page, height),
        Action::PageUp => reader.move_page(-page, height),
        Action::HalfPageDown => reader.move_page((page / 2).max(1), height),
        Action::HalfPageUp => reader.move_page(-(page / 2).max(1), height),
        Action::Top => reader.go_to_end(false),
        Action::End => reader.go_to_end(true),
        Action::NextSentence => reader.move_sentence(true),
        Action::PreviousSentence => reader.move_sentence(false),
        _ => {}
    }
    reader.marked.clear();
}

/// Opens the briefing `by` places further down the list.
pub(super) fn step_briefing(model: &mut Model, by: isize) {
    let before = model.list.selected;
    model.leave();
    let Some(file) = model.list.step(&model.library, by) else { return };
    if Some(file) == before {
        model.warn(if by > 0 { "this is the last briefing" } else { "this is the first briefing" });
    } else {
        show(model, file);
        if model.focus != Pane::Library {
            model.mark_read();
        }
    }
}
