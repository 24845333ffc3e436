//! `bookmarks.toml`: every change is a transaction on the file as it is at that moment, so that two programs never lose
//! each other's bookmarks, and has an inverse.
//!
//! The file is edited in place with `toml_edit`, not written anew from the bookmarks: comments, keys that a person or a
//! later version added, and the layout survive, and a diff shows only what changed.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table};

use super::record::{self, Fault};
use super::{Bookmark, NewBookmark, resolved};
use crate::briefing::Briefing;
use crate::durable::{self, DurableFile, Stamp};

/// The version of the file's format. A later one that only adds keys keeps the number.
const VERSION: i64 = 1;

const HEADING: &str = "\
# Bookmarks of attaché. Written by the program; notes and tags may be edited here too, and comments are kept.
";

/// The reader's bookmarks.
#[derive(Debug)]
pub struct Store {
    file: DurableFile,
    bookmarks: Vec<Bookmark>,
    stamp: Option<Stamp>,
    undo: Vec<Change>,
    redo: Vec<Change>,
}

/// A change to the bookmarks.
#[derive(Debug, Clone)]
pub enum Change {
    /// Makes a bookmark.
    Add(Box<NewBookmark>),
    /// Takes a bookmark out.
    Remove {
        /// Which.
        id: String,
    },
    /// Sets the note, the tags or both.
    Edit {
        /// Which.
        id: String,
        /// The note; `None` leaves it.
        note: Option<String>,
        /// The tags; `None` leaves them.
        tags: Option<Vec<String>>,
    },
    /// Puts a bookmark back that was taken out.
    Restore(Box<Removed>),
}

/// A bookmark that was taken out, with everything that its table held and its place in the file.
#[derive(Debug, Clone)]
pub struct Removed {
    table: Table,
    index: usize,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What.
    pub done: Done,
    /// The bookmark as it is now; one that was removed, as it was.
    pub bookmark: Bookmark,
}

/// What a [`Change`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A bookmark is there that was not there before.
    Added,
    /// A bookmark is gone.
    Removed,
    /// A note or tags are other than before.
    Edited,
}

/// Why the bookmarks could not be read or changed. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file cannot be read or written.
    #[error(transparent)]
    File(#[from] durable::Error),
    /// The file is no file of bookmarks.
    #[error("{}: is damaged in line {line}: {problem}; nothing is written to it: {remedy}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        problem: String,
        /// What the reader can do.
        remedy: String,
    },
    /// The file was written by a later version of the program.
    #[error("{}: has version {version} of the format, and this attache knows {VERSION}; use a newer attache", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version it states.
        version: i64,
    },
    /// Another program took the bookmark out.
    #[error("bookmark {id}: is no longer there")]
    Gone {
        /// Which.
        id: String,
    },
    /// The same passage is bookmarked.
    #[error("the passage is bookmarked already, as {id}")]
    Exists {
        /// The bookmark it has.
        id: String,
    },
}

impl Store {
    /// Reads the bookmarks at `path`; a file that is not there holds none, and is made by the first change.
    ///
    /// # Errors
    /// When the file cannot be read, is damaged, or is of a later version.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut store = Self {
            file: DurableFile::new(path.to_owned()),
            bookmarks: Vec::new(),
            stamp: None,
            undo: Vec::new(),
            redo: Vec::new(),
        };
        store.load()?;
        Ok(store)
    }

    fn load(&mut self) -> Result<(), StoreError> {
        // Taken before the reading: a change in between is seen by the next refresh.
        self.stamp = self.file.stamp();
        let text = self.file.read()?;
        self.bookmarks = parse(&self.file, text.as_deref())?.1;
        Ok(())
    }

    /// All bookmarks, in the order of the file.
    #[must_use]
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    /// The bookmark with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Bookmark> {
        self.bookmarks.iter().find(|b| b.id == id)
    }

    /// The bookmarks of `briefing`, in the order of the file.
    #[must_use]
    pub fn of_briefing(&self, briefing: &Briefing) -> Vec<&Bookmark> {
        let path = resolved(&briefing.path);
        self.bookmarks.iter().filter(|b| b.briefing.is(briefing, &path)).collect()
    }

    /// Reads the file again when another program changed it, and says whether it did.
    ///
    /// # Errors
    /// As [`Store::open`]; the bookmarks are then as they were.
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        if self.file.stamp() == self.stamp {
            return Ok(false);
        }
        self.load()?;
        Ok(true)
    }

    /// Carries out `change`; [`Store::undo`] takes it back.
    ///
    /// # Errors
    /// When the file cannot be written, or the change does not fit what it holds now. Nothing is changed then.
    pub fn apply(&mut self, change: Change) -> Result<Outcome, StoreError> {
        let (outcome, inverse) = self.transact(change)?;
        self.undo.push(inverse);
        self.redo.clear();
        Ok(outcome)
    }

    /// Takes back the last change that is not taken back; `None` where there is none.
    ///
    /// # Errors
    /// As [`Store::apply`]; the change can be tried again unless its bookmark is gone.
    pub fn undo(&mut self) -> Result<Option<Outcome>, StoreError> {
        let Some(change) = self.undo.last().cloned() else { return Ok(None) };
        let result = self.transact(change);
        if matches!(result, Ok(_) | Err(StoreError::Gone { .. } | StoreError::Exists { .. })) {
            self.undo.pop();
        }
        let (outcome, inverse) = result?;
        self.redo.push(inverse);
        Ok(Some(outcome))
    }

    /// Carries out again the last change that was taken back; `None` where there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn redo(&mut self) -> Result<Option<Outcome>, StoreError> {
        let Some(change) = self.redo.last().cloned() else { return Ok(None) };
        let result = self.transact(change);
        if matches!(result, Ok(_) | Err(StoreError::Gone { .. } | StoreError::Exists { .. })) {
            self.redo.pop();
        }
        let (outcome, inverse) = result?;
        self.undo.push(inverse);
        Ok(Some(outcome))
    }

    /// Changes the file as it is now, and takes over what it holds.
    fn transact(&mut self, change: Change) -> Result<(Outcome, Change), StoreError> {
        let file = self.file.clone();
        let (bookmarks, outcome, inverse) = file.update(|text| {
            let (mut document, mut bookmarks) = parse(&file, text)?;
            let (outcome, inverse) = edit(&mut document, &mut bookmarks, change)?;
            Ok::<_, StoreError>((document.to_string(), (bookmarks, outcome, inverse)))
        })?;
        self.bookmarks = bookmarks;
        self.stamp = self.file.stamp();
        Ok((outcome, inverse))
    }
}

/// The document and its bookmarks. Fails rather than leave anything out: what is left out would be lost.
fn parse(file: &DurableFile, text: Option<&str>) -> Result<(DocumentMut, Vec<Bookmark>), StoreError> {
    let text = text.unwrap_or_default();
    let damaged = |problem: String, at: Option<usize>| StoreError::Damaged {
        path: file.path().to_owned(),
        line: text.get(..at.unwrap_or(0)).unwrap_or(text).matches('\n').count() + 1,
        problem,
        remedy: file.remedy(),
    };
    if text.trim().is_empty() {
        // An empty file beside a backup was emptied by an accident, and the next change would replace the backup.
        if file.stamp().is_some() && file.has_backup() {
            return Err(damaged("it is empty".to_owned(), None));
        }
        let mut document = DocumentMut::new();
        document.insert("version", toml_edit::value(VERSION));
        if let Some(mut key) = document.key_mut("version") {
            key.leaf_decor_mut().set_prefix(HEADING);
        }
        return Ok((document, Vec::new()));
    }
    let document = Document::parse(text).map_err(|error| {
        damaged(error.message().split_whitespace().collect::<Vec<_>>().join(" "), error.span().map(|s| s.start))
    })?;
    match document.get("version").map(Item::as_integer) {
        Some(Some(version)) if version > VERSION => {
            return Err(StoreError::Newer { path: file.path().to_owned(), version });
        }
        Some(Some(VERSION)) => {}
        _ => return Err(damaged(format!("version = {VERSION} is missing"), None)),
    }
    let mut bookmarks: Vec<Bookmark> = Vec::new();
    if let Some(item) = document.get("bookmark") {
        let tables = item
            .as_array_of_tables()
            .ok_or_else(|| damaged("bookmark must be [[bookmark]] tables".to_owned(), item.span().map(|s| s.start)))?;
        let mut ids = std::collections::HashSet::new();
        for table in tables {
            let bookmark = record::decode(table).map_err(|Fault { problem, at }| damaged(problem, at))?;
            if !ids.insert(bookmark.id.clone()) {
                return Err(damaged(format!("the id {} is there twice", bookmark.id), table.span().map(|s| s.start)));
            }
            bookmarks.push(bookmark);
        }
    }
    Ok((document.into_mut(), bookmarks))
}

/// Carries out `change` on both views of the file, and gives the change that takes it back.
fn edit(
    document: &mut DocumentMut,
    bookmarks: &mut Vec<Bookmark>,
    change: Change,
) -> Result<(Outcome, Change), StoreError> {
    let tables = document
        .entry("bookmark")
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()
        .ok_or_else(|| StoreError::Gone { id: String::new() })?;
    let find = |bookmarks: &[Bookmark], id: String| match bookmarks.iter().position(|b| b.id == id) {
        Some(index) => Ok((index, id)),
        None => Err(StoreError::Gone { id }),
    };
    match change {
        Change::Add(new) => {
            if let Some(twin) =
                bookmarks.iter().find(|b| b.briefing.sha256 == new.briefing.sha256 && b.anchor == new.anchor)
            {
                return Err(StoreError::Exists { id: twin.id.clone() });
            }
            let bookmark = with_id(*new, bookmarks);
            tables.push(record::encode(&bookmark));
            bookmarks.push(bookmark.clone());
            let inverse = Change::Remove { id: bookmark.id.clone() };
            Ok((Outcome { done: Done::Added, bookmark }, inverse))
        }
        Change::Remove { id } => {
            let (index, _) = find(bookmarks, id)?;
            let table = tables.remove(index);
            let bookmark = bookmarks.remove(index);
            Ok((Outcome { done: Done::Removed, bookmark }, Change::Restore(Box::new(Removed { table, index }))))
        }
        Change::Restore(removed) => {
            let Removed { table, index } = *removed;
            let bookmark = record::decode(&table).map_err(|_| StoreError::Gone { id: String::new() })?;
            if bookmarks.iter().any(|b| b.id == bookmark.id) {
                return Err(StoreError::Exists { id: bookmark.id });
            }
            let index = index.min(bookmarks.len());
            tables.insert(index, table);
            bookmarks.insert(index, bookmark.clone());
            let inverse = Change::Remove { id: bookmark.id.clone() };
            Ok((Outcome { done: Done::Added, bookmark }, inverse))
        }
        Change::Edit { id, note, tags } => {
            let (index, id) = find(bookmarks, id)?;
            let (Some(bookmark), Some(table)) = (bookmarks.get_mut(index), tables.get_mut(index)) else {
                return Err(StoreError::Gone { id });
            };
            let mut inverse = (None, None);
            if let Some(note) = note {
                record::set_note(table, &note);
                inverse.0 = Some(std::mem::replace(&mut bookmark.note, note));
            }
            if let Some(tags) = tags {
                record::set_tags(table, &tags);
                inverse.1 = Some(std::mem::replace(&mut bookmark.tags, tags));
            }
            let now = now();
            record::set_modified(table, now);
            bookmark.modified = Some(now);
            let inverse = Change::Edit { id, note: inverse.0, tags: inverse.1 };
            Ok((Outcome { done: Done::Edited, bookmark: bookmark.clone() }, inverse))
        }
    }
}

/// The time in whole seconds, which is as exact as a person reads it.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// Gives a bookmark its time and an id of six letters and digits: a hash, so that bookmarks made on two machines and
/// merged do not meet, and none of those in use.
fn with_id(new: NewBookmark, bookmarks: &[Bookmark]) -> Bookmark {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let created = now();
    let mut id = String::new();
    for attempt in 0_u64.. {
        let seed = format!("{}\n{}\n{}\n{created}\n{attempt}", new.briefing.sha256, new.anchor.start, new.anchor.end);
        let hash = Sha256::digest(seed.as_bytes());
        id = hash.iter().take(6).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
        if !bookmarks.iter().any(|b| b.id == id) {
            break;
        }
    }
    let NewBookmark { briefing, anchor, note, tags } = new;
    Bookmark { id, briefing, anchor, note, tags, created, modified: None }
}
