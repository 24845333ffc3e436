//! The folder of briefings: which files there are, what is in them, and how they hang together.
//!
//! Reading and extraction happen on threads of their own (`worker`); what they report is collected in a
//! [`Library`], which the screen reads. Nothing here draws, and nothing here writes to the folder.

mod lexicons;
mod links;
mod scan;
mod worker;

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use lexicons::LexiconFiles;
pub use links::{Companion, Dossier};
pub use scan::{Found, scan};
pub use worker::{Order, Report, Worker};

use crate::briefing::{Briefing, DateFrom, Place};
use crate::extract::{Findings, Lexicon, extract};
use jiff::civil::Date;

/// One file of the library: an index that stays the same for as long as the program runs.
pub type FileId = usize;

/// A briefing with its findings.
#[derive(Debug)]
pub struct Document {
    /// The briefing.
    pub briefing: Briefing,
    /// What was found in it.
    pub findings: Findings,
}

impl Document {
    /// Extracts the findings of `briefing` by what `lexicon` knows, dated by the reader where it names no date itself.
    #[must_use]
    pub fn new(mut briefing: Briefing, readers_date: Option<Date>, lexicon: &Lexicon) -> Self {
        if let (None, Some(date)) = (briefing.masthead.date, readers_date) {
            briefing.masthead.set_date(Some((date, Place::Reader.into())));
        }
        let findings = extract(&briefing, lexicon);
        Self { briefing, findings }
    }

    /// The same briefing under another date set by the reader; `None` takes the reader's date away.
    #[must_use]
    pub fn redated(&self, readers_date: Option<Date>, lexicon: &Lexicon) -> Self {
        let mut briefing = self.briefing.clone();
        if briefing.masthead.date_from() == DateFrom::Reader {
            briefing.masthead.set_date(None);
        }
        Self::new(briefing, readers_date, lexicon)
    }
}

/// A file of the folder.
#[derive(Debug, Clone)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Its path inside the folder, free of control characters: what to call it on the screen.
    pub name: String,
    /// How far the program is with it.
    pub state: FileState,
}

/// How far the program is with a [`File`].
#[derive(Debug, Clone)]
pub enum FileState {
    /// Not read yet.
    Waiting,
    /// Read.
    Ready(Arc<Document>),
    /// It cannot be read, and why.
    Unreadable(String),
}

impl File {
    /// The document, once it is read.
    #[must_use]
    pub fn document(&self) -> Option<&Arc<Document>> {
        match &self.state {
            FileState::Ready(document) => Some(document),
            FileState::Waiting | FileState::Unreadable(_) => None,
        }
    }

    /// What the list calls it: the briefing's title, else the file's name.
    #[must_use]
    pub fn title(&self) -> &str {
        self.document().map_or(&self.name, |d| &d.briefing.masthead.title)
    }

    /// The briefing's date.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.document()?.briefing.masthead.date
    }
}

/// All files of the folder that is open.
#[derive(Debug, Default)]
pub struct Library {
    files: Vec<File>,
    order: Vec<FileId>,
}

impl Library {
    /// A library of files that are not read yet.
    #[must_use]
    pub fn new(found: Vec<Found>) -> Self {
        let mut library = Self::default();
        library.replace(found);
        library
    }

    /// Takes over another look at the folder: files that are still there keep their id and what was read of them
    /// until it is read again, new ones are added, and those that are gone leave the order but keep their id.
    pub fn replace(&mut self, found: Vec<Found>) {
        let mut present = Vec::with_capacity(found.len());
        let known: std::collections::HashMap<PathBuf, FileId> =
            self.files.iter().enumerate().map(|(id, f)| (f.path.clone(), id)).collect();
        for found in found {
            let id = known.get(&found.path).copied().unwrap_or_else(|| {
                self.files.push(File { path: found.path, name: found.name, state: FileState::Waiting });
                self.files.len() - 1
            });
            if let Some(problem) = found.problem {
                self.files[id].state = FileState::Unreadable(problem);
            }
            present.push(id);
        }
        self.order = present;
        self.sort();
    }

    /// Takes over what became of a file. The order changes only with [`Library::sort`].
    pub fn set(&mut self, id: FileId, state: FileState) {
        if let Some(file) = self.files.get_mut(id) {
            file.state = state;
        }
    }

    /// Puts the files in order: latest first, then by title; those without a date last, then those that cannot be read.
    pub fn sort(&mut self) {
        let files = &self.files;
        self.order.sort_by_cached_key(|&id| {
            let file = &files[id];
            let group = match (&file.state, file.date()) {
                (FileState::Unreadable(_), _) => 2,
                (_, None) => 1,
                (_, Some(_)) => 0,
            };
            (group, Reverse(file.date()), file.title().to_lowercase(), file.name.clone())
        });
    }

    /// The files in the order of the list.
    #[must_use]
    pub fn order(&self) -> &[FileId] {
        &self.order
    }

    /// The file with this id.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(id)
    }

    /// The document of the file with this id, once it is read.
    #[must_use]
    pub fn document(&self, id: FileId) -> Option<&Arc<Document>> {
        self.file(id)?.document()
    }

    /// The files that are read, in the order of the list.
    pub fn documents(&self) -> impl Iterator<Item = (FileId, &Arc<Document>)> {
        self.order.iter().filter_map(|&id| Some((id, self.document(id)?)))
    }

    /// The file at `path`, or one of the same content elsewhere (a file that was moved or renamed).
    #[must_use]
    pub fn find(&self, path: &Path, sha256: &str) -> Option<FileId> {
        let here = self.order.iter().copied().find(|&id| self.files[id].path == path);
        here.or_else(|| self.documents().find(|(_, d)| d.briefing.sha256 == sha256).map(|(id, _)| id))
    }

    /// How many files are not read yet.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.order.iter().filter(|&&id| matches!(self.files[id].state, FileState::Waiting)).count()
    }
}
