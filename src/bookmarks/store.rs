//! `bookmarks.toml`: every change is a transaction on the file as it is at that moment, so that two programs never lose
//! each other's bookmarks, and has an inverse.
//!
//! The file is edited in place with `toml_edit`, not written anew from the bookmarks: comments, keys that a person or a
//! later version added, and the layout survive, and a diff shows only what changed.

use std::path::{Path, PathBuf};

use toml_edit::{Document, DocumentMut, Item};

use super::change::edit;
use super::record::{self, Fault};
use super::{Bookmark, Change, Outcome, resolved};
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
        let ((bookmarks, outcome, inverse), stamp) = file.update(|text| {
            let (mut document, mut bookmarks) = parse(&file, text)?;
            let (outcome, inverse) = edit(&mut document, &mut bookmarks, change)?;
            Ok::<_, StoreError>((document.to_string(), (bookmarks, outcome, inverse)))
        })?;
        self.bookmarks = bookmarks;
        self.stamp = stamp;
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
