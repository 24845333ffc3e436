//! The files of the reader's own lexicons: which there are, and what they say now.

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::extract::{LexiconInForce, LexiconProblem, OwnLexicon};
use crate::text::visible;

/// A larger file is no lexicon.
const MAX_BYTES: u64 = 16_000_000;

/// The reader's own lexicons, in the order in which they are laid over the built-in one. Clones share what was read last.
#[derive(Debug, Clone, Default)]
pub struct LexiconFiles {
    /// Each with whether it was named, so that it must be there.
    files: Vec<(PathBuf, bool)>,
    /// What the files said when they were read last.
    last: Arc<Mutex<String>>,
}

impl LexiconFiles {
    /// That of the data folder, where there is one, then those that were `named`.
    #[must_use]
    pub fn new(data: Option<PathBuf>, named: &[PathBuf]) -> Self {
        let named = named.iter().map(|file| (file.clone(), true));
        Self { files: data.map(|file| (file, false)).into_iter().chain(named).collect(), last: Arc::default() }
    }

    /// The lexicons, each with its file; `None` for one that is not there and need not be.
    ///
    /// # Errors
    /// One line, when a file that was named cannot be read. One that is damaged is a problem of its lexicon.
    pub fn read_each(&self) -> Result<Vec<(&Path, Option<OwnLexicon>)>, String> {
        let mut said = String::new();
        let mut out = Vec::new();
        for (path, named) in &self.files {
            let name = visible(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
            let own = match text(path) {
                Ok(text) => {
                    let _ = write!(said, "{}\n{text}\n", path.display());
                    Some(OwnLexicon::parse(&name, &text))
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound && !named => None,
                Err(error) if *named && error.kind() != io::ErrorKind::InvalidData => {
                    return Err(format!("{}: cannot be read: {error}", path.display()));
                }
                Err(error) => {
                    let problem = format!("cannot be read: {error}; the built-in lexicon holds");
                    Some(OwnLexicon::unreadable(LexiconProblem::of_file(&name, &problem)))
                }
            };
            out.push((path.as_path(), own));
        }
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = said;
        Ok(out)
    }

    /// The lexicon that they make.
    ///
    /// # Errors
    /// As for [`Self::read_each`].
    pub fn read(&self) -> Result<LexiconInForce, String> {
        Ok(LexiconInForce::new(self.read_each()?.into_iter().filter_map(|(_, own)| own).collect()))
    }

    /// The lexicon that they make now, where they say something else than when they were read last.
    ///
    /// # Errors
    /// As for [`Self::read_each`]; what was read last holds.
    pub fn read_changed(&self) -> Result<Option<LexiconInForce>, String> {
        let said = || self.last.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let before = said();
        let lexicon = self.read()?;
        Ok((said() != before).then_some(lexicon))
    }
}

fn text(path: &Path) -> io::Result<String> {
    let about = std::fs::metadata(path)?;
    // A pipe or a device may never end.
    if !about.is_file() {
        return Err(io::Error::other("is not a regular file"));
    }
    if about.len() > MAX_BYTES {
        return Err(io::Error::other(format!("is larger than {} MB", MAX_BYTES / 1_000_000)));
    }
    let bytes = std::fs::read(path)?;
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        io::Error::new(io::ErrorKind::InvalidData, format!("byte {at} is not UTF-8"))
    })
}
