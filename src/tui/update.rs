//! A message and the model → the model as it is then, and what is to be done outside of it.

mod explaining;
mod following;
mod keeping;
mod moving;
mod over;
mod prompts;

use crossterm::event::{Event, KeyEventKind};
use std::collections::HashSet;
use std::sync::Arc;

use super::action::Action;
use super::areas::{Areas, inner};
use super::keys::{Key, Meaning};
use super::message::{Effect, Message};
use super::model::{Awaiting, Model, Tone};
use super::overlays::dossier::counted;
use super::overlays::{Overlay, help::Help};
use super::panes::{Pane, article};
use super::reader::Reader;
use crate::library::{FileId, FileState, Report};

/// Takes a message in.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    match message {
        Message::Terminal(events) => {
            for event in events {
                effects.extend(terminal(model, event));
                settle(model);
            }
        }
        Message::Scanned(found) => {
            let before: HashSet<FileId> = model.library.order().iter().copied().collect();
            model.library.replace(found);
            tell_what_changed(model, &before);
            let waiting = model.library.order().iter().filter_map(|&id| Some((id, model.library.file(id)?)));
            let unread = waiting.filter(|(_, f)| !matches!(f.state, FileState::Unreadable(_)));
            effects.push(Effect::Read(unread.map(|(id, f)| (id, f.path.clone())).collect()));
        }
        Message::Lexicon(Ok(lexicon)) => {
            if let Some(problem) = lexicon.problems().first() {
                model.warn(problem.to_string());
            }
            model.lexicon = lexicon.clone();
            effects.push(Effect::ReadBy(lexicon));
        }
        Message::Lexicon(Err(problem)) => model.fail(problem),
        Message::Read(reports) => read(model, reports),
        Message::Exported(Ok(path)) => model.say(format!("Exported to {}", path.display())),
        Message::Exported(Err(problem)) | Message::Failed(problem) => model.fail(problem),
        Message::Waited => model.show_continuations = !model.pressed.is_empty() || model.awaiting.is_some(),
        Message::Resized(columns, rows) => model.size = (columns, rows),
        Message::Stop => effects.push(Effect::Suspend),
        Message::Continued => effects.push(Effect::Redraw),
        Message::Terminate => effects.push(Effect::Quit),
    }
    settle(model);
    effects
}

/// Brings what depends on the rest up to date: the layout for the present size, the rows under the cursor.
pub fn settle(model: &mut Model) {
    let areas = Areas::new(model.size, model.focus, model.zen);
    let set_date = model.keymap.first_of(Action::SetDate);
    let furniture = model.keymap.first_of(Action::Furniture);
    let (measure, margin) = (model.settings.measure, model.settings.scroll_margin);
    let Some(reader) = &mut model.reader else { return };
    if let Some(area) = areas.of(Pane::Article).map(inner) {
        let under_title = article::under_title(&reader.document.briefing, &set_date, &furniture, reader.unfolded);
        reader.lay_out(article::text_width(area, measure), area.height, margin, &under_title);
    }
    if model.focus == Pane::Article {
        let (word, sentence) = (reader.word(), reader.sentence());
        let document = Arc::clone(&reader.document);
        model.findings.follow_cursor(&document.findings, word, sentence);
    }
}

/// The number of text lines that the article shows.
pub(super) fn article_height(model: &Model) -> u16 {
    let areas = Areas::new(model.size, model.focus, model.zen);
    areas.of(Pane::Article).map_or(1, |area| inner(area).height.max(1))
}

fn terminal(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => press(model, Key::of(key)),
        Event::Resize(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Event::Paste(text) => {
            over::paste(model, &text);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Takes a key: by what is typed into, by what is awaited, or as part of a sequence that calls an action.
pub fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    model.show_continuations = false;
    if let Some(awaiting) = model.awaiting.take() {
        following::mark(model, awaiting, key);
        return Vec::new();
    }
    if model.pressed.is_empty() && over::takes_text(model) {
        return over::type_key(model, key);
    }
    model.pressed.push(key);
    match model.keymap.meaning(&model.pressed) {
        Meaning::Action(action) => {
            model.pressed.clear();
            act(model, action)
        }
        Meaning::Prefix => Vec::new(),
        Meaning::Nothing => {
            let pressed: Vec<String> = model.pressed.iter().map(ToString::to_string).collect();
            model.pressed.clear();
            let help = model.keymap.first_of(Action::Help);
            model.warn(format!("{} does nothing here; {help} shows the keys", pressed.join(" ")));
            Vec::new()
        }
    }
}

/// Does an action.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if !model.overlays.is_empty() {
        return over::act(model, action);
    }
    if action.context() == super::action::Context::Briefing && model.reader.is_none() {
        model.warn("no briefing is open");
        return Vec::new();
    }
    match action {
        Action::Down
        | Action::Up
        | Action::Left
        | Action::Right
        | Action::PageDown
        | Action::PageUp
        | Action::HalfPageDown
        | Action::HalfPageUp
        | Action::Top
        | Action::End
        | Action::NextSentence
        | Action::PreviousSentence => return moving::act(model, action),
        Action::Library => focus(model, Pane::Library),
        Action::Article => focus(model, Pane::Article),
        Action::Actors => focus(model, Pane::Actors),
        Action::Figures => focus(model, Pane::Figures),
        Action::Meetings => focus(model, Pane::Meetings),
        Action::NextPane => focus(model, model.focus.step(1)),
        Action::PreviousPane => focus(model, model.focus.step(-1)),
        Action::Zen => {
            model.zen = !model.zen;
            model.focus = Pane::Article;
        }
        Action::Furniture => {
            if let Some(reader) = &mut model.reader {
                reader.toggle_furniture();
            }
        }
        Action::NextBriefing => moving::step_briefing(model, 1),
        Action::PreviousBriefing => moving::step_briefing(model, -1),
        Action::Back
        | Action::Forward
        | Action::Open
        | Action::ActorHere
        | Action::Next
        | Action::Previous
        | Action::Hints
        | Action::Search
        | Action::SearchEverywhere => following::act(model, action),
        Action::Why => explaining::why(model),
        Action::SetMark => model.awaiting = Some(Awaiting::SetMark),
        Action::GoToMark => model.awaiting = Some(Awaiting::GoToMark),
        Action::Help => model.overlays.push(Overlay::Help(Help::new(model.focus))),
        Action::Commands => model.overlays.push(Overlay::Commands(super::overlays::commands::Commands::new())),
        Action::Close => close(model),
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Reload => {
            model.say("Looking at the folder again");
            return vec![Effect::Scan];
        }
        _ => return keeping::act(model, action),
    }
    Vec::new()
}

/// Gives a pane the focus. Turning to the article marks the briefing read.
pub(super) fn focus(model: &mut Model, pane: Pane) {
    model.focus = pane;
    model.zen &= pane == Pane::Article;
    if pane != Pane::Library {
        model.mark_read();
    }
    following::sync_pane(model);
}

/// Drops the selection, else what is marked and followed, else the list's filter.
fn close(model: &mut Model) {
    if model.focus == Pane::Library && !model.list.filter.is_empty() {
        return model.list.filter.clear();
    }
    let Some(reader) = &mut model.reader else { return };
    if reader.selection.take().is_some() {
        return;
    }
    if !reader.marked.is_empty() || model.follow != super::model::Follow::Nothing {
        reader.marked.clear();
        model.follow = super::model::Follow::Nothing;
        return;
    }
    model.list.filter.clear();
}

/// Takes over files that were read, with the dates that the reader gave them; the open briefing keeps its place.
fn read(model: &mut Model, reports: Vec<Report>) {
    for Report { file, mut state } in reports {
        if let (FileState::Ready(document), Ok(reading)) = (&state, &model.reading) {
            let briefing = &document.briefing;
            let date = reading.state_of(&briefing.sha256, &briefing.path).and_then(|s| s.date);
            if date.is_some() {
                state = FileState::Ready(Arc::new(document.redated(date, model.lexicon.get())));
            }
        }
        model.library.set(file, state);
        if model.reader.as_ref().is_some_and(|r| r.file == file) {
            show_again(model, file);
        } else {
            follow_renamed(model, file);
        }
    }
    model.library.sort();
    land(model);
    if model.reader.is_none() {
        // The first of the list is shown, until the reader chooses; it is not read by being shown.
        let first = model.list.selected.or_else(|| model.library.order().first().copied());
        if let Some(first) = first.filter(|_| model.library.waiting() == 0 || model.list.selected.is_some()) {
            model.list.selected = Some(first);
            model.open(first);
        }
    }
}

/// Says what another look at the folder found.
fn tell_what_changed(model: &mut Model, before: &HashSet<FileId>) {
    if before.is_empty() {
        return;
    }
    // What went wrong on the way is said rather.
    if model.notice.as_ref().is_some_and(|notice| notice.tone != Tone::Done) {
        return;
    }
    let now: HashSet<FileId> = model.library.order().iter().copied().collect();
    let (new, gone) = (now.difference(before).count(), before.difference(&now).count());
    let open = model.reader.as_ref().map(|r| r.file);
    if open.is_some_and(|file| !now.contains(&file)) {
        model.warn(format!("{new} new, {gone} gone, the open briefing among them"));
    } else {
        model.say(format!("{}: {new} new, {gone} gone", counted(now.len(), "briefing")));
    }
}

/// Goes to the bookmark that the program was started for, once its briefing is read.
fn land(model: &mut Model) {
    let bookmark = model.landing.as_ref().and_then(|id| model.bookmarks.as_ref().ok()?.get(id).cloned());
    let file = bookmark.as_ref().and_then(|b| model.library.find(&b.briefing.path, &b.briefing.sha256));
    if let (Some(bookmark), Some(file)) = (bookmark, file.filter(|f| model.library.document(*f).is_some())) {
        model.landing = None;
        over::go_to_bookmark(model, &bookmark);
        if file != model.reader.as_ref().map_or(usize::MAX, |r| r.file) {
            model.open(file);
        }
    }
}

/// Where the open briefing's file has got another name, goes on with that.
fn follow_renamed(model: &mut Model, file: FileId) {
    let (Some(reader), Some(document)) = (&mut model.reader, model.library.document(file)) else { return };
    let gone = !model.library.order().contains(&reader.file);
    if gone && document.briefing.sha256 == reader.document.briefing.sha256 {
        reader.file = file;
        model.list.selected = Some(file);
        show_again(model, file);
    }
}

/// Shows the open briefing as it is now: after its file was read again or its date was set. The cursor stays on its
/// sentence where that is still in the text, else at its distance from the beginning.
pub(super) fn show_again(model: &mut Model, file: FileId) {
    let (Some(reader), Some(document)) = (&mut model.reader, model.library.document(file)) else { return };
    let (cursor, top) = (reader.cursor, reader.top);
    let sentence = reader.sentence();
    let text = &document.briefing.text;
    let moved =
        if sentence.of(reader.text()) == sentence.of(text) { None } else { text.find(sentence.of(reader.text())) };
    let offset = moved.map_or(cursor, |start| start + cursor.saturating_sub(sentence.start));
    let mut again = Reader::new(file, Arc::clone(document));
    again.go_to(offset.min(text.len()));
    again.top = top;
    *reader = again;
    model.findings.open(&Arc::clone(document));
    model.locate_bookmarks();
}
