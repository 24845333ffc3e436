//! What becomes of a line that was typed: while it is typed, when it is sent, when it is dropped.

use super::keeping;
use crate::bookmarks::parse_tags;
use crate::text::Span;
use crate::tui::message::Effect;
use crate::tui::model::{Follow, Model};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::{Prompt, Purpose};
use crate::tui::search;

/// The line has changed: a search shows its first hit, a filter its rows.
pub(super) fn changed(model: &mut Model, prompt: &Prompt) {
    let typed = prompt.input.text();
    match &prompt.purpose {
        Purpose::Search { from, before } => {
            let text = model.reader.as_ref().map_or("", |r| r.text());
            let hits = search::hits(text, typed, Span::new(0, text.len()));
            let hit = hits.iter().find(|h| h.start >= *from).or(hits.first()).map_or(*from, |h| h.start);
            model.follow = if typed.is_empty() { before.clone() } else { Follow::Search(typed.to_owned()) };
            model.go_to(hit);
        }
        Purpose::Filter(_) => {
            typed.clone_into(&mut model.list.filter);
            let visible = model.list.visible(&model.library);
            if !model.list.selected.is_some_and(|s| visible.contains(&s)) {
                model.list.selected = visible.first().copied();
            }
        }
        _ => {}
    }
}

/// The line is sent.
pub(super) fn sent(model: &mut Model, prompt: Prompt) -> Vec<Effect> {
    let answer = prompt.input.text().trim().to_owned();
    match prompt.purpose {
        Purpose::Search { from, before } => {
            let hit = model.reader.as_ref().map_or(from, |r| r.cursor);
            model.go_to(from);
            model.leave();
            model.go_to(hit);
            let text = model.reader.as_ref().map_or("", |r| r.text());
            if answer.is_empty() {
                model.follow = before;
            } else if search::hits(text, prompt.input.text(), Span::new(0, text.len())).is_empty() {
                model.follow = before;
                model.warn(format!("“{answer}” is not in this briefing"));
            }
        }
        Purpose::Filter(_) => {
            if let Some(file) = model.list.selected {
                model.open(file);
            }
        }
        Purpose::Note(id) => keeping::edit(model, id, Some(answer), None),
        Purpose::Tags(id) => keeping::edit(model, id, None, Some(parse_tags(&answer))),
        Purpose::Date if answer.is_empty() => keeping::set_date(model, None),
        Purpose::Date => match answer.parse() {
            Ok(date) => keeping::set_date(model, Some(date)),
            Err(_) => {
                model.overlays.push(Overlay::Prompt(Prompt::new(Purpose::Date, answer.clone())));
                model.warn(format!("“{answer}” is no date; write it as 2021-12-30"));
            }
        },
        Purpose::Export(contents) => {
            if !answer.is_empty() {
                return vec![Effect::Export { path: crate::config::expand_home(&answer), contents }];
            }
        }
    }
    Vec::new()
}

/// The line is dropped: everything is as before.
pub(super) fn dropped(model: &mut Model, prompt: Prompt) {
    match prompt.purpose {
        Purpose::Search { from, before } => {
            model.follow = before;
            model.go_to(from);
        }
        Purpose::Filter(before) => model.list.filter = before,
        _ => model.notice = None,
    }
}
