//! What the reader did with each briefing, kept in `reading.toml`: read or not, where reading stopped, the date that the
//! reader gave it, and the marks a to z.
//!
//! Bookmarks are kept elsewhere. Dates and marks are written at once; what was read and where reading stopped may be
//! gathered and saved together ([`Reading::save`]).

mod state;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use state::{Mark, State};

use crate::briefing::{Briefing, Place};
use crate::durable::{self, DurableFile};

/// What the reader did with the briefings.
#[derive(Debug)]
pub struct Reading {
    file: DurableFile,
    states: BTreeMap<String, State>,
    marks: BTreeMap<char, Mark>,
    /// Changes not written yet, in the order they were made.
    pending: Vec<Change>,
}

/// A change to one thing; each is carried out on the file as it is when it is written.
#[derive(Debug, Clone)]
enum Change {
    Read { key: Key, read: bool },
    Place { key: Key, offset: usize },
    Date { key: Key, date: Option<Date> },
    Mark { name: char, mark: Option<Mark> },
}

/// A briefing: its bytes, and its file for when they change.
#[derive(Debug, Clone)]
struct Key {
    sha256: String,
    path: PathBuf,
}

/// Why the file could not be read or written. It is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ReadingError {
    /// The file cannot be read or written.
    #[error(transparent)]
    File(#[from] durable::Error),
    /// The file is not what the program writes.
    #[error("{}: is damaged{}: {problem}; nothing is written to it: {remedy}", path.display(), line.map(|l| format!(" in line {l}")).unwrap_or_default())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: Option<usize>,
        /// What is wrong there.
        problem: String,
        /// What the reader can do.
        remedy: String,
    },
    /// The file was written by a later version of the program.
    #[error("{}: has version {version} of the format, and this attache knows {}; use a newer attache", path.display(), state::VERSION)]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version it states.
        version: i64,
    },
}

impl Reading {
    /// Reads the file at `path`; one that is not there says nothing, and is made by the first change.
    ///
    /// # Errors
    /// When the file cannot be read, is damaged, or is of a later version.
    pub fn open(path: &Path) -> Result<Self, ReadingError> {
        let file = DurableFile::new(path.to_owned());
        let text = file.read()?;
        let state::Contents { states, marks, .. } = state::parse(&file, text.as_deref())?;
        Ok(Self { file, states, marks, pending: Vec::new() })
    }

    /// What the reader did with the briefing that has these bytes; else with the one that was last at `path`.
    #[must_use]
    pub fn state_of(&self, sha256: &str, path: &Path) -> Option<&State> {
        self.states.get(sha256).or_else(|| {
            let path = absolute(path);
            self.states.values().find(|state| state.path == path)
        })
    }

    /// The date that the reader gave a briefing; see [`Reading::state_of`].
    #[must_use]
    pub fn date_of(&self, sha256: &str, path: &Path) -> Option<Date> {
        self.state_of(sha256, path).and_then(|state| state.date)
    }

    /// Gives `briefing` the reader's date for it, where the file itself states none.
    pub fn give_date(&self, briefing: &mut Briefing) {
        if briefing.masthead.date.is_none()
            && let Some(date) = self.date_of(&briefing.sha256, &briefing.path)
        {
            briefing.masthead.set_date(Some((date, Place::Reader.into())));
        }
    }

    /// Notes whether a briefing was read; [`Reading::save`] writes it.
    pub fn set_read(&mut self, sha256: &str, path: &Path, read: bool) {
        self.note(Change::Read { key: Key::new(sha256, path), read });
    }

    /// Notes where reading stopped, in scalar values of the briefing's text; [`Reading::save`] writes it.
    pub fn set_place(&mut self, sha256: &str, path: &Path, offset: usize) {
        self.note(Change::Place { key: Key::new(sha256, path), offset });
    }

    /// Sets or takes away the reader's date for a briefing, and saves.
    ///
    /// # Errors
    /// As [`Reading::save`].
    pub fn set_date(&mut self, sha256: &str, path: &Path, date: Option<Date>) -> Result<(), ReadingError> {
        self.note(Change::Date { key: Key::new(sha256, path), date });
        self.save()
    }

    /// Sets the mark `name` (a to z) to a place, in scalar values of the text of the briefing at `path`, and saves.
    ///
    /// # Errors
    /// As [`Reading::save`].
    pub fn set_mark(&mut self, name: char, sha256: &str, path: &Path, offset: usize) -> Result<(), ReadingError> {
        let mark = Mark { path: absolute(path), sha256: sha256.to_owned(), offset };
        self.note(Change::Mark { name, mark: Some(mark) });
        self.save()
    }

    /// Takes the mark `name` away, and saves.
    ///
    /// # Errors
    /// As [`Reading::save`].
    pub fn remove_mark(&mut self, name: char) -> Result<(), ReadingError> {
        self.note(Change::Mark { name, mark: None });
        self.save()
    }

    /// Where the mark `name` points.
    #[must_use]
    pub fn mark(&self, name: char) -> Option<&Mark> {
        self.marks.get(&name)
    }

    /// All marks, by name.
    pub fn marks(&self) -> impl Iterator<Item = (char, &Mark)> {
        self.marks.iter().map(|(name, mark)| (*name, mark))
    }

    /// Whether there is anything to save.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Writes what was noted since the last time, over what other programs wrote meanwhile, and takes that over.
    ///
    /// # Errors
    /// When the file cannot be written, is damaged, or is of a later version. What was noted is kept for another try.
    pub fn save(&mut self) -> Result<(), ReadingError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let (contents, _) = self.file.update(|text| {
            let mut contents = state::parse(&self.file, text)?;
            for change in &self.pending {
                carry_out(&mut contents.states, &mut contents.marks, change.clone());
            }
            Ok::<_, ReadingError>((contents.to_toml(&self.file)?, contents))
        })?;
        self.states = contents.states;
        self.marks = contents.marks;
        self.pending.clear();
        Ok(())
    }

    fn note(&mut self, change: Change) {
        carry_out(&mut self.states, &mut self.marks, change.clone());
        // Moving through a briefing notes a place with every step: only the last one matters.
        if let (Some(Change::Place { key: last, offset }), Change::Place { key, offset: new }) =
            (self.pending.last_mut(), &change)
            && last.sha256 == key.sha256
        {
            *offset = *new;
            return;
        }
        self.pending.push(change);
    }
}

impl Key {
    fn new(sha256: &str, path: &Path) -> Self {
        Self { sha256: sha256.to_owned(), path: absolute(path) }
    }
}

/// The path by which a briefing is known in the file, wherever the program was started. Links are not followed: this is
/// asked often, and the file's bytes are what counts first.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn carry_out(states: &mut BTreeMap<String, State>, marks: &mut BTreeMap<char, Mark>, change: Change) {
    match change {
        Change::Read { key, read } => entry(states, key).read = read,
        Change::Place { key, offset } => entry(states, key).place = Some(offset),
        Change::Date { key, date } => entry(states, key).date = date,
        Change::Mark { name, mark: Some(mark) } => _ = marks.insert(name, mark),
        Change::Mark { name, mark: None } => _ = marks.remove(&name),
    }
}

/// The state of a briefing, made where there is none: an edited file takes over what was known of it.
fn entry(states: &mut BTreeMap<String, State>, Key { sha256, path }: Key) -> &mut State {
    if !states.contains_key(&sha256) {
        let earlier = states.iter().find(|(_, state)| state.path == path).map(|(sha256, _)| sha256.clone());
        let state = earlier.and_then(|earlier| states.remove(&earlier)).unwrap_or_default();
        states.insert(sha256.clone(), state);
    }
    let state = states.entry(sha256).or_default();
    state.path = path;
    state
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_noted_is_there_after_a_save_and_after_an_edit_of_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("reading.toml");
        let (a, b) = (Path::new("/b/a.md"), Path::new("/b/b.md"));
        let mut reading = Reading::open(&file).unwrap();
        reading.set_read("aa", a, true);
        reading.set_place("aa", a, 5);
        reading.set_place("aa", a, 7);
        assert!(!file.exists());
        reading.set_date("bb", b, Some(date(2021, 12, 30))).unwrap();
        reading.set_mark('q', "aa", a, 12).unwrap();
        assert!(!reading.is_unsaved());

        let mut reading = Reading::open(&file).unwrap();
        let state = reading.state_of("aa", Path::new("/moved")).unwrap();
        assert!(state.read);
        assert_eq!(state.place, Some(7));
        assert_eq!(reading.state_of("edited", b).unwrap().date, Some(date(2021, 12, 30)));
        assert_eq!(reading.mark('q').unwrap().offset, 12);
        reading.set_read("edited", b, true);
        reading.save().unwrap();
        let reading = Reading::open(&file).unwrap();
        assert!(reading.state_of("bb", Path::new("/none")).is_none());
        assert_eq!(reading.state_of("edited", b).unwrap().date, Some(date(2021, 12, 30)));
    }

    #[test]
    fn two_programs_do_not_lose_each_others_changes() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("reading.toml");
        let (mut one, mut two) = (Reading::open(&file).unwrap(), Reading::open(&file).unwrap());
        one.set_mark('a', "aa", Path::new("/a"), 1).unwrap();
        two.set_mark('b', "bb", Path::new("/b"), 2).unwrap();
        assert_eq!(two.marks().count(), 2);
    }

    #[test]
    fn a_newer_or_damaged_file_is_refused_and_kept() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("reading.toml");
        for (text, newer) in [("version = 2\n", true), ("version = 1\n[[briefing]]\nsha256 = 3\n", false), ("x", false)]
        {
            std::fs::write(&file, text).unwrap();
            let error = Reading::open(&file).unwrap_err();
            assert_eq!(matches!(error, ReadingError::Newer { version: 2, .. }), newer, "{error}");
            assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
        }
    }
}
