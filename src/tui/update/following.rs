//! Following: from rows to the text, from mention to mention, from briefing to briefing, and back.

use super::{article_height, focus};
use crate::extract::Findings;
use crate::text::{ScalarOffsets, Span};
use crate::tui::action::Action;
use crate::tui::history::Place;
use crate::tui::keys::Key;
use crate::tui::model::{Awaiting, Follow, Model};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::dossier::DossierList;
use crate::tui::overlays::hints::Hints;
use crate::tui::overlays::prompt::{Prompt, Purpose};
use crate::tui::overlays::results::Results;
use crate::tui::panes::Pane;
use crate::tui::panes::findings::Row;
use crate::tui::search;

/// Does one of the actions that follow something.
pub(super) fn act(model: &mut Model, action: Action) {
    match action {
        Action::Open => open(model),
        Action::ActorHere if follow_actor_here(model) => announce(model),
        Action::Next => next(model, true),
        Action::Previous => next(model, false),
        Action::Back | Action::Forward => travel(model, action == Action::Back),
        Action::Search if model.focus == Pane::Library => {
            let before = model.list.filter.clone();
            model.overlays.push(Overlay::Prompt(Prompt::new(Purpose::Filter(before.clone()), before)));
        }
        Action::Search => {
            let Some(reader) = &model.reader else { return };
            let purpose = Purpose::Search { from: reader.cursor, before: model.follow.clone() };
            model.overlays.push(Overlay::Prompt(Prompt::new(purpose, "")));
        }
        Action::SearchEverywhere => model.overlays.push(Overlay::Results(Results::new())),
        Action::Hints => {
            let height = article_height(model);
            match model.reader.as_ref().and_then(|r| Hints::new(r, height)) {
                Some(hints) => model.overlays.push(Overlay::Hints(hints)),
                None => model.warn("nothing in view can be jumped to"),
            }
        }
        _ => {}
    }
}

/// Opens what the focus is on: a briefing, an actor's dossier, or the sentence of a row.
fn open(model: &mut Model) {
    match model.focus {
        Pane::Library => {
            let Some(file) = model.list.selected else { return };
            if model.open(file) {
                focus(model, Pane::Article);
                warn_of(model);
            }
        }
        Pane::Article => match actor_here(model) {
            Some(id) => open_dossier(model, &id),
            None => no_actor_here(model),
        },
        Pane::Actors => {
            let actor = selected_actor(model);
            if let Some((id, _, _)) = actor {
                open_dossier(model, &id);
            }
        }
        Pane::Figures | Pane::Meetings => {
            show_selected(model);
            focus(model, Pane::Article);
        }
    }
}

/// Says what is wrong with the open briefing's file.
fn warn_of(model: &mut Model) {
    let warnings = model.reader.as_ref().map_or(&[][..], |reader| &reader.document.briefing.warnings);
    let more = warnings.len().saturating_sub(1);
    let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
    if let Some(warning) = warnings.first().map(|first| format!("{first}{more}")) {
        model.warn(warning);
    }
}

/// Opens an actor's dossier over the panes.
pub(super) fn open_dossier(model: &mut Model, id: &str) {
    match model.library.dossier(id) {
        Some(dossier) => model.overlays.push(Overlay::Dossier(DossierList::new(dossier))),
        None => model.warn("no briefing names this actor"),
    }
}

/// Brings the pane that has got the focus and the article together: the row of what the cursor is on is marked in the
/// text; where it is on nothing, the nearest row is selected and gone to.
pub(super) fn sync_pane(model: &mut Model) {
    let Some(reader) = &model.reader else { return };
    model.findings.follow_cursor(&reader.document.findings, reader.word(), reader.sentence());
    let Some(rows) = model.findings.rows(model.focus) else { return };
    let (cursor, findings) = (reader.cursor, &reader.document.findings);
    let all = (0..rows.rows.len()).filter_map(|row| match rows.rows[row] {
        Row::Item(item) => Some(item),
        Row::Heading(_) => None,
    });
    let places = all.flat_map(|item| spans_of(findings, model.focus, item).into_iter().map(move |s| (item, s)));
    let nearest = places.min_by_key(|(_, s)| if s.contains(cursor) { 0 } else { s.start.abs_diff(cursor) + 1 });
    let at_cursor = rows.at_cursor;
    let item = if at_cursor { rows.item() } else { nearest.map(|(item, _)| item) };
    let Some(item) = item else { return };
    let marked = spans_of(findings, model.focus, item);
    if let (false, Some((_, place))) = (at_cursor, nearest) {
        model.leave();
        model.go_to(place.start);
    }
    let focus = model.focus;
    if let Some(rows) = model.findings.rows_mut(focus) {
        rows.select(item);
    }
    if let Some(reader) = &mut model.reader {
        reader.marked = marked;
    }
}

/// Where the text has a finding of a pane.
fn spans_of(findings: &Findings, pane: Pane, item: usize) -> Vec<Span> {
    match pane {
        Pane::Actors => findings.actors.get(item).map(|a| a.mentions.clone()).unwrap_or_default(),
        Pane::Figures => {
            // One that is only declared stands nowhere.
            findings.figures.get(item).map(|f| f.span).filter(|s| !s.is_empty()).into_iter().collect()
        }
        Pane::Meetings => findings.meetings.get(item).map(|m| m.mentions.clone()).unwrap_or_default(),
        Pane::Library | Pane::Article => Vec::new(),
    }
}

/// Scrolls the article to what the row in focus is about, and marks it there.
pub(super) fn show_selected(model: &mut Model) {
    let Some(reader) = &model.reader else { return };
    let Some(item) = model.findings.rows(model.focus).and_then(|rows| rows.item()) else { return };
    let spans = spans_of(&reader.document.findings, model.focus, item);
    if let Some((id, name, _)) = selected_actor(model).filter(|_| model.focus == Pane::Actors) {
        model.follow = Follow::Actor(id, name);
    }
    if let Some(first) = spans.first() {
        model.go_to(first.start);
    }
    if let Some(reader) = &mut model.reader {
        reader.marked = spans;
    }
}

/// The actor of the selected row: id, name and mentions.
fn selected_actor(model: &Model) -> Option<(String, String, Vec<Span>)> {
    let actor = model.reader.as_ref()?.document.findings.actors.get(model.findings.actors.item()?)?;
    Some((actor.id.clone(), actor.name.clone(), actor.mentions.clone()))
}

/// The id of the actor that the word under the cursor names; of several the one with the longest name there.
fn actor_here(model: &Model) -> Option<String> {
    let reader = model.reader.as_ref()?;
    let word = reader.word();
    let mentions = reader.document.findings.actors.iter().flat_map(|a| a.mentions.iter().map(move |m| (a, m)));
    let here = mentions.filter(|(_, m)| m.overlaps(word));
    here.max_by_key(|(_, m)| m.len()).map(|(a, _)| a.id.clone())
}

fn no_actor_here(model: &mut Model) {
    let (hints, actors) = (model.keymap.first_of(Action::Hints), model.keymap.first_of(Action::Actors));
    model.warn(format!("no actor under the cursor; {hints} labels those in view, {actors} lists all"));
}

/// Follows the actor under the cursor, or the one selected where the focus is on the actors.
fn follow_actor_here(model: &mut Model) -> bool {
    let id = if model.focus == Pane::Actors { selected_actor(model).map(|a| a.0) } else { actor_here(model) };
    let Some(id) = id else {
        no_actor_here(model);
        return false;
    };
    let name = model.library.name_of(&id);
    let marked = mentions_here(model, &id);
    model.follow = Follow::Actor(id, name);
    if let Some(reader) = &mut model.reader {
        reader.marked = marked;
    }
    true
}

fn mentions_here(model: &Model, id: &str) -> Vec<Span> {
    let actors = model.reader.as_ref().map(|r| &r.document.findings.actors);
    actors.and_then(|actors| actors.iter().find(|a| a.id == id)).map(|a| a.mentions.clone()).unwrap_or_default()
}

/// Says which of the mentions or hits in this briefing the cursor is on.
fn announce(model: &mut Model) {
    let (spans, what) = match &model.follow {
        Follow::Actor(id, name) => (mentions_here(model, id), format!("of {name}, mention")),
        Follow::Search(query) => (hits_here(model, query), format!("“{query}”, hit")),
        Follow::Nothing => return,
    };
    let Some(reader) = &model.reader else { return };
    let word = reader.word();
    if let Some(at) = spans.iter().position(|s| s.overlaps(word)) {
        let text = match &model.follow {
            Follow::Actor(_, name) => format!("{name}: mention {} of {}", at + 1, spans.len()),
            _ => format!("{what} {} of {}", at + 1, spans.len()),
        };
        model.say(text);
    }
}

fn hits_here(model: &Model, query: &str) -> Vec<Span> {
    let text = model.reader.as_ref().map_or("", |r| r.text());
    search::hits(text, query, Span::new(0, text.len()))
}

/// Goes to the next or previous mention or hit. Mentions go on into the next briefing that names the actor; hits
/// start again from the other end.
fn next(model: &mut Model, forwards: bool) {
    if model.follow == Follow::Nothing && !follow_actor_here(model) {
        return;
    }
    let spans = match &model.follow {
        Follow::Actor(id, _) => mentions_here(model, id),
        Follow::Search(query) => hits_here(model, query),
        Follow::Nothing => return,
    };
    let Some(reader) = &model.reader else { return };
    let word = reader.word();
    let beyond = if forwards {
        spans.iter().find(|s| s.start >= word.end)
    } else {
        spans.iter().rev().find(|s| s.end <= word.start)
    };
    match (beyond, model.follow.clone()) {
        (Some(span), _) => {
            model.leave();
            model.go_to(span.start);
            announce(model);
        }
        (None, Follow::Actor(id, name)) => return next_briefing(model, &id, &name, forwards),
        (None, _) => {
            let Some(span) = (if forwards { spans.first() } else { spans.last() }) else {
                return model.warn("no hit in this briefing");
            };
            model.leave();
            model.go_to(span.start);
            announce(model);
            let from = if forwards { "from the top" } else { "from the end" };
            let hit = model.notice.take().map(|n| n.text).unwrap_or_default();
            model.say(format!("{hit}, again {from}"));
        }
    }
    mark_followed(model);
}

fn mark_followed(model: &mut Model) {
    let Follow::Actor(id, _) = &model.follow else { return };
    let marked = mentions_here(model, id);
    if let Some(reader) = &mut model.reader {
        reader.marked = marked;
    }
}

/// Goes on to the next briefing, in the order of the list, that names the actor.
fn next_briefing(model: &mut Model, id: &str, name: &str, forwards: bool) {
    let Some(here) = model.reader.as_ref().map(|r| r.file) else { return };
    let order = model.library.order();
    let at = order.iter().position(|&f| f == here).unwrap_or(0);
    let mention = |file: crate::library::FileId| {
        let actor = model.library.document(file)?.findings.actors.iter().find(|a| a.id == id)?;
        let mention = if forwards { actor.mentions.first() } else { actor.mentions.last() };
        Some((file, mention?.start))
    };
    let found = if forwards {
        order.iter().skip(at + 1).find_map(|&file| mention(file))
    } else {
        order.iter().take(at).rev().find_map(|&file| mention(file))
    };
    let Some((file, offset)) = found else {
        let which = if forwards { "further" } else { "earlier" };
        return model.warn(format!("no {which} briefing names {name}"));
    };
    model.leave();
    if model.open(file) {
        model.go_to(offset);
        mark_followed(model);
        model.mark_read();
        let title = model.library.file(file).map(|f| f.title().to_owned()).unwrap_or_default();
        model.say(format!("{name}, on in: {title}"));
    }
}

/// Goes back or forward through the places visited.
pub(super) fn travel(model: &mut Model, back: bool) {
    let Some(here) = model.place() else { return };
    let place = if back { model.history.back(here) } else { model.history.forward(here) };
    match place {
        Some(place) => go_to_place(model, &place),
        None => model.warn(if back { "nothing to go back to" } else { "nothing to go forward to" }),
    }
}

fn go_to_place(model: &mut Model, place: &Place) {
    model.overlays.clear();
    if model.open(place.file) {
        model.go_to(place.offset);
        if model.focus == Pane::Library {
            focus(model, Pane::Article);
        }
    }
    if let Some(id) = &place.dossier {
        open_dossier(model, id);
    }
}

/// Opens a briefing at a place of its text, as a jump that can be gone back from.
pub(super) fn jump(model: &mut Model, file: crate::library::FileId, offset: usize) {
    model.leave();
    model.overlays.clear();
    if model.open(file) {
        model.go_to(offset);
        focus(model, Pane::Article);
    }
}

/// Follows an actor into a briefing: to its first mention there.
pub(super) fn follow_into(model: &mut Model, file: crate::library::FileId, id: &str) {
    let document = model.library.document(file);
    let actor = document.and_then(|d| d.findings.actors.iter().find(|a| a.id == id));
    let Some((name, offset)) = actor.and_then(|a| Some((a.name.clone(), a.mentions.first()?.start))) else { return };
    jump(model, file, offset);
    model.follow = Follow::Actor(id.to_owned(), name);
    mark_followed(model);
}

/// Sets a mark, or goes to one.
pub(super) fn mark(model: &mut Model, awaiting: Awaiting, key: Key) {
    let Some(letter) = key.character().filter(char::is_ascii_lowercase) else {
        return model.warn("a mark is a letter from a to z");
    };
    match awaiting {
        Awaiting::SetMark => set_mark(model, letter),
        Awaiting::GoToMark => {
            let mark = model.reading.as_ref().ok().and_then(|r| r.mark(letter).cloned());
            let Some(mark) = mark else { return model.warn(format!("no mark {letter}")) };
            match model.library.find(&mark.path, &mark.sha256) {
                Some(file) => {
                    let text = model.library.document(file).map_or("", |d| &d.briefing.text);
                    let offset = ScalarOffsets::new(text).byte(mark.offset);
                    jump(model, file, offset);
                }
                None => model.warn(format!("mark {letter} is in a briefing that is not in this folder")),
            }
        }
    }
}

fn set_mark(model: &mut Model, letter: char) {
    let Some(reader) = &model.reader else { return };
    let briefing = &reader.document.briefing;
    let offset = ScalarOffsets::new(&briefing.text).scalar(reader.cursor);
    let set = match &mut model.reading {
        Ok(reading) => reading.set_mark(letter, &briefing.sha256, &briefing.path, offset).map_err(|e| e.to_string()),
        Err(problem) => Err(problem.clone()),
    };
    match set {
        Ok(()) => model.say(format!("Mark {letter} set")),
        Err(problem) => model.fail(problem),
    }
}
