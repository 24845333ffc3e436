//! The changes that bookmarks go through, each with the one that takes it back.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::{Bookmark, NewBookmark, StoreError, record};

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

/// Carries out `change` on both views of the file, and gives the change that takes it back.
pub(super) fn edit(
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
