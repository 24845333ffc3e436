//! Keys and actions while something lies over the panes.

use crossterm::event::KeyCode;

use super::moving::rows;
use super::{following, keeping, prompts};
use crate::library::FileState;
use crate::tui::action::Action;
use crate::tui::keys::Key;
use crate::tui::message::Effect;
use crate::tui::model::{Follow, Model};
use crate::tui::overlays::dossier::Target;
use crate::tui::overlays::hints::Pressed;
use crate::tui::overlays::{Overlay, help::Help};

/// Whether keys are typed into what is on top.
pub(super) fn takes_text(model: &mut Model) -> bool {
    match model.overlays.last_mut() {
        Some(Overlay::Prompt(_) | Overlay::Hints(_)) => true,
        Some(overlay) => overlay.picker().is_some_and(|p| p.typing),
        None => false,
    }
}

/// Types a key into what is on top.
pub(super) fn type_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(overlay) = model.overlays.pop() else { return Vec::new() };
    let leaves = key.code() == KeyCode::Esc || (key.ctrl() && key.code() == KeyCode::Char('c'));
    match overlay {
        Overlay::Prompt(prompt) if leaves => prompts::dropped(model, prompt),
        Overlay::Prompt(prompt) if key.code() == KeyCode::Enter => return prompts::sent(model, prompt),
        Overlay::Prompt(mut prompt) => {
            if prompt.input.press(key) {
                prompts::changed(model, &prompt);
            }
            model.overlays.push(Overlay::Prompt(prompt));
        }
        Overlay::Hints(mut hints) => match hints.press(key) {
            Pressed::More => model.overlays.push(Overlay::Hints(hints)),
            Pressed::GoTo(offset) => {
                model.leave();
                model.go_to(offset);
                super::focus(model, super::Pane::Article);
            }
            Pressed::Nothing => {}
        },
        mut overlay => {
            let done = pick(model, &mut overlay, key, leaves);
            return match done {
                Picked::Keep => {
                    model.overlays.push(overlay);
                    Vec::new()
                }
                Picked::Close => Vec::new(),
                Picked::Choose => {
                    model.overlays.push(overlay);
                    choose(model)
                }
            };
        }
    }
    Vec::new()
}

enum Picked {
    Keep,
    Close,
    Choose,
}

/// A key in a list whose filter is being typed.
fn pick(model: &Model, overlay: &mut Overlay, key: Key, leaves: bool) -> Picked {
    // These two are nothing but their filter: leaving it leaves them, sending it chooses.
    let filter_alone = matches!(overlay, Overlay::Commands(_) | Overlay::Results(_));
    let count = count(model, overlay);
    let Some(picker) = overlay.picker() else { return Picked::Close };
    let step = match (key.code(), key.ctrl()) {
        (KeyCode::Down, _) | (KeyCode::Char('n'), true) => 1,
        (KeyCode::Up, _) | (KeyCode::Char('p'), true) => -1,
        (KeyCode::PageDown, _) => 10,
        (KeyCode::PageUp, _) => -10,
        _ => 0,
    };
    if leaves {
        if filter_alone {
            return Picked::Close;
        }
        picker.typing = false;
        picker.input = crate::tui::input::Input::default();
        picker.selected = 0;
    } else if key.code() == KeyCode::Enter {
        if filter_alone {
            return Picked::Choose;
        }
        picker.typing = false;
    } else if step != 0 {
        picker.step(step, count);
    } else if picker.input.press(key) {
        picker.selected = 0;
        if let Overlay::Results(results) = overlay {
            results.search(&model.library);
        }
    }
    Picked::Keep
}

/// Types a text that was pasted, where one can type.
pub(super) fn paste(model: &mut Model, text: &str) {
    let Some(mut overlay) = model.overlays.pop() else { return };
    match &mut overlay {
        Overlay::Prompt(prompt) => {
            prompt.input.insert(text);
            prompts::changed(model, prompt);
        }
        other => {
            if let Some(picker) = other.picker().filter(|p| p.typing) {
                picker.input.insert(text);
            }
            if let Overlay::Results(results) = other {
                results.search(&model.library);
            }
        }
    }
    model.overlays.push(overlay);
}

/// How many rows can be chosen from.
fn count(model: &Model, overlay: &Overlay) -> usize {
    match overlay {
        Overlay::Help(help) => help.rows(&model.keymap).len(),
        Overlay::Commands(commands) => commands.actions().len(),
        Overlay::Dossier(dossier) => dossier.targets(model).len(),
        Overlay::Bookmarks(bookmarks) => bookmarks.shown(model).len(),
        Overlay::Results(results) => results.hits.len(),
        Overlay::Why(why) => why.targets().len(),
        Overlay::Hints(_) | Overlay::Prompt(_) => 0,
    }
}

/// An action while a list is open.
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let page = isize::try_from(model.size.1 / 2).unwrap_or(1).max(1);
    if let Some(by) = rows(action, page) {
        if let Some(mut overlay) = model.overlays.pop() {
            let count = count(model, &overlay);
            if let Some(picker) = overlay.picker() {
                picker.step(by, count);
            }
            model.overlays.push(overlay);
        }
        return Vec::new();
    }
    let in_bookmarks = matches!(model.overlays.last(), Some(Overlay::Bookmarks(_)));
    match action {
        Action::Close | Action::Quit => {
            model.overlays.pop();
        }
        Action::Open => return choose(model),
        Action::Search => {
            if let Some(picker) = model.overlays.last_mut().and_then(Overlay::picker) {
                picker.typing = true;
            }
        }
        Action::Back | Action::Forward => following::travel(model, action == Action::Back),
        Action::Help if !matches!(model.overlays.last(), Some(Overlay::Help(_))) => {
            model.overlays.push(Overlay::Help(Help::new(model.focus)));
        }
        Action::Help => {
            model.overlays.pop();
        }
        Action::Why if matches!(model.overlays.last(), Some(Overlay::Why(_))) => {
            model.overlays.pop();
        }
        Action::Bookmarks if in_bookmarks => {
            model.overlays.pop();
        }
        Action::Note
        | Action::Tag
        | Action::DeleteBookmark
        | Action::Undo
        | Action::Redo
        | Action::ExportViewMarkdown
        | Action::ExportViewJson
        | Action::ExportAllMarkdown
        | Action::ExportAllJson
            if in_bookmarks =>
        {
            let effects = keeping::act(model, action);
            clamp(model);
            return effects;
        }
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Bookmarks | Action::Commands => {
            model.overlays.clear();
            return super::act(model, action);
        }
        _ => {
            let close = model.keymap.first_of(Action::Close);
            model.warn(format!("{} does nothing here; {close} closes", action.name()));
        }
    }
    Vec::new()
}

/// Keeps the cursor of the list on top inside of it, after rows have gone.
fn clamp(model: &mut Model) {
    if let Some(mut overlay) = model.overlays.pop() {
        let count = count(model, &overlay);
        if let Some(picker) = overlay.picker() {
            picker.step(0, count);
        }
        model.overlays.push(overlay);
    }
}

/// Chooses the row under the cursor of the list on top.
fn choose(model: &mut Model) -> Vec<Effect> {
    let Some(overlay) = model.overlays.pop() else { return Vec::new() };
    match &overlay {
        Overlay::Commands(commands) => {
            return commands.chosen().map_or_else(Vec::new, |action| super::act(model, action));
        }
        Overlay::Dossier(dossier) => {
            let target = dossier.targets(model).get(dossier.picker.selected).cloned();
            let id = dossier.id().to_owned();
            model.overlays.push(overlay);
            match target {
                Some(Target::Briefing(file)) => following::follow_into(model, file, &id),
                Some(Target::Actor(other)) => {
                    model.leave();
                    model.overlays.pop();
                    following::open_dossier(model, &other);
                }
                None => {}
            }
        }
        Overlay::Why(why) => {
            if let Some(Some(words)) = why.targets().get(why.picker.selected).copied() {
                model.leave();
                model.go_to(words.start);
                super::focus(model, super::Pane::Article);
                if let Some(reader) = &mut model.reader {
                    reader.marked = vec![words];
                }
            } else {
                model.overlays.push(overlay);
            }
        }
        Overlay::Results(results) => {
            if let Some(&(file, hit)) = results.hits.get(results.picker.selected) {
                let query = results.picker.input.text().to_owned();
                following::jump(model, file, hit.start);
                model.follow = Follow::Search(query);
            }
        }
        Overlay::Bookmarks(list) => {
            let found = list.chosen(model).cloned();
            let Some(bookmark) = found else { return Vec::new() };
            model.overlays.push(overlay);
            go_to_bookmark(model, &bookmark);
        }
        Overlay::Help(_) => model.overlays.push(overlay),
        Overlay::Hints(_) | Overlay::Prompt(_) => {}
    }
    Vec::new()
}

/// Goes to a bookmark's passage, and closes the list; where it is not found, the list stays and says why.
pub(super) fn go_to_bookmark(model: &mut Model, bookmark: &crate::bookmarks::Bookmark) {
    let file = model.library.find(&bookmark.briefing.path, &bookmark.briefing.sha256);
    let document = file.and_then(|f| model.library.document(f)).cloned();
    let located = document.map(|d| crate::bookmarks::locate(bookmark, &d.briefing).span());
    match (file, located) {
        (Some(file), Some(Some(span))) => {
            following::jump(model, file, span.start);
            if let Some(reader) = &mut model.reader {
                reader.marked = vec![span];
            }
        }
        (Some(_), Some(None)) => {
            model.warn("the file has changed, and the passage is not in it any more; the bookmark keeps its words");
        }
        (file, _) => {
            let unread =
                file.and_then(|f| model.library.file(f)).is_some_and(|f| matches!(f.state, FileState::Unreadable(_)));
            let path = bookmark.briefing.path.display().to_string();
            model.warn(if unread { format!("{path} cannot be read") } else { format!("{path} is not in this folder") });
        }
    }
}
