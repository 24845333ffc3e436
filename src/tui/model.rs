//! Everything the screen knows: what is open, where the focus is, what lies over it.

use std::path::PathBuf;

use jiff::civil::Date;

use super::history::{History, Place};
use super::keys::{Key, Keymap};
use super::overlays::Overlay;
use super::panes::library::ListState;
use super::panes::{FindingsState, Pane};
use super::reader::Reader;
use super::theme::Theme;
use crate::bookmarks::{Store, locate};
use crate::extract::LexiconInForce;
use crate::library::{FileId, FileState, Library};
use crate::reading::Reading;
use crate::text::{ScalarOffsets, Span, visible};

/// The state of the screen.
#[derive(Debug)]
pub struct Model {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The settings that the screen needs.
    pub settings: Settings,
    /// Which keys call what.
    pub keymap: Keymap,
    /// Colours.
    pub theme: Theme,
    /// The folder.
    pub library: Library,
    /// What is known before a briefing is read.
    pub lexicon: LexiconInForce,
    /// The list of briefings: its cursor and its filter.
    pub list: ListState,
    /// The open briefing.
    pub reader: Option<Reader>,
    /// The panes beside it.
    pub findings: FindingsState,
    /// Which pane has the focus.
    pub focus: Pane,
    /// Whether the article is shown alone.
    pub zen: bool,
    /// What lies over the panes, the last on top.
    pub overlays: Vec<Overlay>,
    /// Where the reader has been.
    pub history: History,
    /// What next and previous go through.
    pub follow: Follow,
    /// What the status line says.
    pub notice: Option<Notice>,
    /// The id of the bookmark that is gone to once its briefing is read.
    pub landing: Option<String>,
    /// The keys pressed so far of a sequence.
    pub pressed: Vec<Key>,
    /// What the next key is an argument of.
    pub awaiting: Option<Awaiting>,
    /// Whether what may follow is shown.
    pub show_continuations: bool,
    /// The reader's bookmarks; where the file cannot be used, why.
    pub bookmarks: Result<Store, String>,
    /// What the reader read; where the file cannot be used, why.
    pub reading: Result<Reading, String>,
}

/// The settings that the screen needs.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What is open: a folder, or one file.
    pub root: PathBuf,
    /// The longest line of text, in columns.
    pub measure: u16,
    /// Lines around the cursor.
    pub scroll_margin: u16,
    /// Where exports are offered to be written.
    pub export_folder: PathBuf,
    /// The day it is, for the names of exports.
    pub today: Date,
}

/// What [`super::action::Action::Next`] goes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Follow {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The mentions of an actor: its id and its name.
    Actor(String, String),
    /// The hits of a search in the article.
    Search(String),
}

/// An action that waits for a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaiting {
    /// The letter to mark this place with.
    SetMark,
    /// The letter of the place to go to.
    GoToMark,
}

/// A line for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How a [`Notice`] is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something could not be done; nothing is lost.
    Warning,
    /// Something failed.
    Error,
}

impl Model {
    /// The notice that something was done.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: visible(&text.into()), tone: Tone::Done });
    }

    /// The notice that something could not be done.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: visible(&text.into()), tone: Tone::Warning });
    }

    /// The notice that something failed.
    pub fn fail(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: visible(&text.into()), tone: Tone::Error });
    }

    /// Where the reader is.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let reader = self.reader.as_ref()?;
        let dossier = self.overlays.iter().rev().find_map(|o| match o {
            Overlay::Dossier(dossier) => Some(dossier.id().to_owned()),
            _ => None,
        });
        Some(Place { file: reader.file, offset: reader.cursor, dossier })
    }

    /// Remembers where the reader is, before a jump.
    pub fn leave(&mut self) {
        if let Some(place) = self.place() {
            self.history.leave(place);
        }
    }

    /// Opens a file in the article pane, at the place where it was left; `false` where it cannot be shown.
    pub fn open(&mut self, file: FileId) -> bool {
        if self.reader.as_ref().is_some_and(|r| r.file == file) {
            return true;
        }
        self.remember_place();
        let Some(document) = self.library.document(file).cloned() else {
            if let Some(FileState::Unreadable(reason)) = self.library.file(file).map(|f| f.state.clone()) {
                let name = self.library.file(file).map(|f| f.name.clone()).unwrap_or_default();
                self.warn(format!("{name} {reason}"));
            }
            return false;
        };
        let mut reader = Reader::new(file, document);
        let briefing = &reader.document.briefing;
        let left_at = self.reading.as_ref().ok().and_then(|r| r.state_of(&briefing.sha256, &briefing.path)?.place);
        let left_at = left_at.map(|scalar| ScalarOffsets::new(&briefing.text).byte(scalar));
        if let Some(offset) = left_at {
            reader.go_to(offset);
        }
        self.findings.open(&reader.document);
        self.reader = Some(reader);
        self.list.select(&self.library, file);
        self.locate_bookmarks();
        true
    }

    /// Marks the open briefing read, where its reader has turned to it.
    pub fn mark_read(&mut self) {
        if let (Some(reader), Ok(reading)) = (&self.reader, &mut self.reading) {
            let briefing = &reader.document.briefing;
            reading.set_read(&briefing.sha256, &briefing.path, true);
        }
    }

    /// Keeps where the open briefing was left, for the next time it is opened.
    pub fn remember_place(&mut self) {
        if let (Some(reader), Ok(reading)) = (&self.reader, &mut self.reading) {
            let briefing = &reader.document.briefing;
            let known = reading.state_of(&briefing.sha256, &briefing.path).is_some_and(|s| s.read);
            if known {
                let place = ScalarOffsets::new(&briefing.text).scalar(reader.cursor);
                reading.set_place(&briefing.sha256, &briefing.path, place);
            }
        }
    }

    /// Whether a file was read.
    #[must_use]
    pub fn is_read(&self, file: FileId) -> bool {
        let (Some(document), Ok(reading)) = (self.library.document(file), &self.reading) else { return false };
        let briefing = &document.briefing;
        reading.state_of(&briefing.sha256, &briefing.path).is_some_and(|s| s.read)
    }

    /// Goes to the byte at `offset` of the open briefing.
    pub fn go_to(&mut self, offset: usize) {
        if let Some(reader) = &mut self.reader {
            reader.selection = None;
            reader.go_to(offset);
        }
    }

    /// Looks up where the bookmarks of the open briefing stand in its text, after either has changed.
    pub fn locate_bookmarks(&mut self) {
        let (Some(reader), Ok(store)) = (&mut self.reader, &self.bookmarks) else { return };
        let briefing = &reader.document.briefing;
        let of_briefing = store.of_briefing(briefing).into_iter();
        let mut here: Vec<(String, Span)> =
            of_briefing.filter_map(|b| Some((b.id.clone(), locate(b, briefing).span()?))).collect();
        here.sort_by_key(|(_, span)| (span.start, span.end));
        reader.bookmarks = here;
    }

    /// The bookmark under the cursor; of several the shortest.
    #[must_use]
    pub fn bookmark_here(&self) -> Option<String> {
        let reader = self.reader.as_ref()?;
        let word = reader.word();
        let here = reader.bookmarks.iter().filter(|(_, span)| span.overlaps(word));
        here.min_by_key(|(_, span)| span.len()).map(|(id, _)| id.clone())
    }
}
