//! Selecting, copying, bookmarking, exporting, and the reader's own date of a briefing.

use super::Pane;
use crate::bookmarks::{Bookmark, Change, Done, NewBookmark, Outcome, StoreError};
use crate::briefing::{DateFrom, InlineStyle};
use crate::export::{self, Format, Item};
use crate::library::FileState;
use crate::tui::action::Action;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::bookmarks::BookmarkList;
use crate::tui::overlays::dossier::counted;
use crate::tui::overlays::prompt::{Prompt, Purpose};

/// Does one of the actions that keep something, over the panes or in the list of bookmarks.
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let of_passage = matches!(action, Action::Bookmark | Action::Copy | Action::CopyWithCitation);
    if of_passage && model.focus == Pane::Library && model.overlays.is_empty() {
        let open = model.keymap.first_of(Action::Open);
        model.warn(format!("{open} turns to the article first, where the passage can be seen"));
        return Vec::new();
    }
    refresh_bookmarks(model);
    match action {
        Action::Select => with_reader(model, super::Reader::toggle_selection),
        Action::SelectMore => with_reader(model, super::Reader::select_more),
        Action::SelectSentence => with_reader(model, |r| r.select(r.sentence())),
        Action::SelectParagraph => with_reader(model, |r| r.select(r.paragraph())),
        Action::Copy | Action::CopyWithCitation => return copy(model, action == Action::CopyWithCitation),
        Action::Bookmark => bookmark(model),
        Action::Note => ask_note(model),
        Action::Tag => ask_tags(model),
        Action::DeleteBookmark => delete(model),
        Action::Bookmarks => match &model.bookmarks {
            Ok(_) => model.overlays.push(Overlay::Bookmarks(BookmarkList::default())),
            Err(problem) => model.fail(problem.clone()),
        },
        Action::Undo => undo(model, false),
        Action::Redo => undo(model, true),
        Action::ExportViewMarkdown => ask_export(model, Format::Markdown, true),
        Action::ExportViewJson => ask_export(model, Format::Json, true),
        Action::ExportAllMarkdown => ask_export(model, Format::Markdown, false),
        Action::ExportAllJson => ask_export(model, Format::Json, false),
        Action::SetDate => ask_date(model),
        Action::ToggleRead => toggle_read(model),
        Action::OpenUrl => return open_url(model),
        Action::Edit => {
            // A file that cannot be read can still be repaired.
            let open = model.reader.as_ref().map(|r| r.file);
            let file = if model.focus == Pane::Library { model.list.selected } else { open };
            let path = file.and_then(|f| model.library.file(f)).map(|f| f.path.clone());
            return path.map(Effect::Edit).into_iter().collect();
        }
        _ => {}
    }
    Vec::new()
}

/// Takes over what another program changed in the file of bookmarks.
fn refresh_bookmarks(model: &mut Model) {
    let changed = match &mut model.bookmarks {
        Ok(store) => store.refresh().map_err(|e| e.to_string()),
        Err(_) => return,
    };
    match changed {
        Ok(true) => model.locate_bookmarks(),
        Ok(false) => {}
        Err(problem) => model.fail(problem),
    }
}

fn with_reader(model: &mut Model, change: impl FnOnce(&mut super::Reader)) {
    if model.focus == Pane::Library {
        model.focus = Pane::Article;
    }
    if let Some(reader) = &mut model.reader {
        change(reader);
    }
}

fn copy(model: &mut Model, cited: bool) -> Vec<Effect> {
    let Some(reader) = &mut model.reader else { return Vec::new() };
    let passage = reader.passage();
    let mut text = passage.of(reader.text()).to_owned();
    if cited {
        let bookmark = NewBookmark::of(&reader.document.briefing, passage);
        text = format!("“{text}”\n— {}", export::citation(&bookmark.briefing));
    }
    reader.selection = None;
    // Terminals do not answer whether they took it.
    model.say("Offered to the terminal's clipboard; whether it took it, it does not say");
    vec![Effect::Copy(text)]
}

/// Runs a change of the bookmarks and answers what was done; what went wrong is a notice.
fn change(
    model: &mut Model,
    change: impl FnOnce(&mut crate::bookmarks::Store) -> Result<Option<Outcome>, StoreError>,
) -> Option<Outcome> {
    let result = match &mut model.bookmarks {
        Ok(store) => change(store).map_err(|e| e.to_string()),
        Err(problem) => Err(problem.clone()),
    };
    model.locate_bookmarks();
    match result {
        Ok(outcome) => outcome,
        Err(problem) => {
            model.fail(problem);
            None
        }
    }
}

fn bookmark(model: &mut Model) {
    let Some(reader) = &model.reader else { return };
    let new = NewBookmark::of(&reader.document.briefing, reader.passage());
    if change(model, |store| store.apply(Change::Add(Box::new(new))).map(Some)).is_some() {
        if let Some(reader) = &mut model.reader {
            reader.selection = None;
        }
        let key = |action| model.keymap.first_of(action);
        let (note, tag, undo) = (key(Action::Note), key(Action::Tag), key(Action::Undo));
        model.say(format!("Bookmarked: {note} writes a note, {tag} tags it, {undo} undoes"));
    }
}

/// The bookmark that the reader means: the one under the list's cursor, else the one under the article's.
fn meant(model: &mut Model) -> Option<Bookmark> {
    let chosen = match model.overlays.last() {
        Some(Overlay::Bookmarks(list)) => list.chosen(model).cloned(),
        _ => {
            let id = model.bookmark_here();
            id.and_then(|id| model.bookmarks.as_ref().ok()?.get(&id).cloned())
        }
    };
    if chosen.is_none() {
        let key = model.keymap.first_of(Action::Bookmark);
        model.warn(format!("no bookmark under the cursor; {key} makes one"));
    }
    chosen
}

fn ask_note(model: &mut Model) {
    if let Some(bookmark) = meant(model) {
        model.overlays.push(Overlay::Prompt(Prompt::new(Purpose::Note(bookmark.id), bookmark.note)));
    }
}

fn ask_tags(model: &mut Model) {
    if let Some(bookmark) = meant(model) {
        let tags = bookmark.tags.join(" ");
        model.overlays.push(Overlay::Prompt(Prompt::new(Purpose::Tags(bookmark.id), tags)));
    }
}

/// Sets a bookmark's note or tags.
pub(super) fn edit(model: &mut Model, id: String, note: Option<String>, tags: Option<Vec<String>>) {
    let what = if note.is_some() { "Note kept" } else { "Tags kept" };
    if change(model, |store| store.apply(Change::Edit { id, note, tags }).map(Some)).is_some() {
        model.say(what);
    }
}

fn delete(model: &mut Model) {
    let Some(bookmark) = meant(model) else { return };
    if change(model, |store| store.apply(Change::Remove { id: bookmark.id }).map(Some)).is_some() {
        let key = model.keymap.first_of(Action::Undo);
        model.say(format!("Bookmark deleted; {key} brings it back"));
    }
}

fn undo(model: &mut Model, again: bool) {
    let failed_before = model.notice.is_some();
    let outcome = change(model, |store| if again { store.redo() } else { store.undo() });
    match outcome {
        Some(Outcome { done, .. }) => model.say(match done {
            Done::Added => "The bookmark is there again",
            Done::Removed => "The bookmark is gone again",
            Done::Edited => "Note and tags are as they were",
        }),
        None if model.notice.is_none() || failed_before => {
            model.warn(if again { "nothing to do again" } else { "nothing to undo" });
        }
        None => {}
    }
}

/// Asks for the file that bookmarks are exported to: those in view (the list's rows, else those of the open
/// briefing), or all.
fn ask_export(model: &mut Model, format: Format, in_view: bool) {
    let store = match &model.bookmarks {
        Ok(store) => store,
        Err(problem) => return model.fail(problem.clone()),
    };
    let chosen: Vec<&Bookmark> = match (in_view, model.overlays.last(), &model.reader) {
        (false, ..) => store.bookmarks().iter().collect(),
        (true, Some(Overlay::Bookmarks(list)), _) => list.shown(model),
        (true, _, Some(reader)) => store.of_briefing(&reader.document.briefing),
        (true, _, None) => Vec::new(),
    };
    if chosen.is_empty() {
        return model.warn("no bookmarks to export");
    }
    let count = chosen.len();
    let items = chosen.into_iter().map(|bookmark| {
        let file = model.library.find(&bookmark.briefing.path, &bookmark.briefing.sha256);
        Item::of(bookmark, file.and_then(|f| model.library.document(f)).map(|d| &d.briefing))
    });
    let contents = format.render(&export::in_order(items.collect()));
    // The first name of the day that is free: an export is not overwritten.
    let names = (1..).map(|n| if n == 1 { String::new() } else { format!("-{n}") });
    let folder = &model.settings.export_folder;
    let path = |mark: String| folder.join(format!("bookmarks-{}{mark}.{}", model.settings.today, format.extension()));
    let Some(path) = names.map(path).find(|path| !path.exists()) else { return };
    let path = path.to_string_lossy().into_owned();
    model.say(counted(count, "bookmark"));
    model.overlays.push(Overlay::Prompt(Prompt::new(Purpose::Export(contents), path)));
}

fn ask_date(model: &mut Model) {
    let Some(masthead) = model.reader.as_ref().map(|r| &r.document.briefing.masthead) else { return };
    match masthead.date_from() {
        DateFrom::None | DateFrom::Reader => {
            let now = masthead.date.map(|d| d.to_string()).unwrap_or_default();
            model.overlays.push(Overlay::Prompt(Prompt::new(Purpose::Date, now)));
        }
        _ => model.warn("this briefing states its date itself"),
    }
}

/// Sets the reader's date of the open briefing, or takes it away, and resolves everything in it again.
pub(super) fn set_date(model: &mut Model, date: Option<jiff::civil::Date>) {
    let Some(reader) = &model.reader else { return };
    let (file, document) = (reader.file, std::sync::Arc::clone(&reader.document));
    let briefing = &document.briefing;
    let kept = match &mut model.reading {
        Ok(reading) => reading.set_date(&briefing.sha256, &briefing.path, date).map_err(|e| e.to_string()),
        Err(problem) => Err(problem.clone()),
    };
    if let Err(problem) = kept {
        return model.fail(problem);
    }
    let redated = document.redated(date, model.lexicon.get());
    model.library.set(file, FileState::Ready(std::sync::Arc::new(redated)));
    model.library.sort();
    super::show_again(model, file);
    super::following::sync_pane(model);
    match date {
        Some(date) => model.say(format!("This briefing is of {date}; its dates are resolved against that")),
        None => model.say("The date of this briefing is unknown"),
    }
}

fn toggle_read(model: &mut Model) {
    let file = match model.focus {
        Pane::Library => model.list.selected,
        _ => model.reader.as_ref().map(|r| r.file),
    };
    let Some((file, document)) = file.and_then(|f| Some((f, model.library.document(f)?.clone()))) else { return };
    let read = !model.is_read(file);
    match &mut model.reading {
        Ok(reading) => reading.set_read(&document.briefing.sha256, &document.briefing.path, read),
        Err(problem) => {
            let problem = problem.clone();
            return model.fail(problem);
        }
    }
    model.say(if read { "Marked read" } else { "Marked unread" });
}

fn open_url(model: &mut Model) -> Vec<Effect> {
    let Some(reader) = &model.reader else { return Vec::new() };
    let (briefing, word) = (&reader.document.briefing, reader.word());
    let link = briefing.blocks.iter().flat_map(|b| &b.styles).find_map(|s| match &s.style {
        InlineStyle::Link(target) if s.span.overlaps(word) => Some(target.clone()),
        _ => None,
    });
    let url = link.or_else(|| briefing.masthead.url.clone());
    match url.filter(|u| u.starts_with("https://") || u.starts_with("http://")) {
        Some(url) => {
            model.say(format!("Handed to the browser: {url}"));
            vec![Effect::OpenUrl(url)]
        }
        None => {
            model.warn("no address on the web here");
            Vec::new()
        }
    }
}
