//! Small text files that are never lost: read, change and write under a lock, whole or not at all.
//!
//! What the text means is the caller's: it refuses what it cannot read before anything is written.

mod whole;

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

pub use whole::write_new;
use whole::{folder_of, make_folder, private, replace};

/// How long a writer waits for another one. A write takes milliseconds: who holds the lock longer hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many symbolic links are followed to the file.
const MAX_LINKS: usize = 32;

/// A text file of the reader's own data. Beside it lie `NAME.lock`, which two programs take turns by, and `NAME.bak`,
/// the state before the last change.
#[derive(Debug, Clone)]
pub struct DurableFile {
    path: PathBuf,
}

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    len: u64,
    inode: u64,
}

/// Why a file of the reader's data could not be read or written. Nothing is lost by any of these.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system did not give its bytes.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is a folder, a device or a pipe.
    #[error("{}: is not a regular file; move it away", path.display())]
    NotAFile {
        /// The file.
        path: PathBuf,
    },
    /// Its bytes are not UTF-8.
    #[error("{}: is damaged: byte {at} is not UTF-8; {}", path.display(), remedy(path))]
    NotText {
        /// The file.
        path: PathBuf,
        /// The offset of the first bad byte.
        at: usize,
    },
    /// The disk is full or read-only, or the rights are missing.
    #[error("{}: cannot be written: {source}; what it held is kept", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another program kept the lock.
    #[error("{}: another program has been writing it for {} s; try again", path.display(), PATIENCE.as_secs())]
    Busy {
        /// The file.
        path: PathBuf,
    },
}

/// Where the backup of the file at `path` lies.
#[must_use]
pub fn backup_of(path: &Path) -> PathBuf {
    beside(path, ".bak")
}

/// What the reader can do about a damaged file at `path`, as the end of a message.
#[must_use]
pub fn remedy(path: &Path) -> String {
    let backup = backup_of(path);
    if backup.exists() {
        format!("repair it, or copy its last good state {} over it", backup.display())
    } else {
        "repair it, or move it away".to_owned()
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(ending);
    path.with_file_name(name)
}

impl DurableFile {
    /// The file at `path`, which need not be there.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Its path, as given.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds; `None` where there is no such file. Takes no lock: a write replaces the whole file at once.
    ///
    /// # Errors
    /// When the system refuses, or its bytes are no text.
    pub fn read(&self) -> Result<Option<String>, Error> {
        read(&self.target()?)
    }

    /// Which state the file is in; `None` where it is not there.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        let meta = std::fs::metadata(&self.path).ok()?;
        Some(Stamp { modified: meta.modified().ok(), len: meta.len(), inode: inode(&meta) })
    }

    /// Whether a backup of an earlier state lies beside it.
    #[must_use]
    pub fn has_backup(&self) -> bool {
        self.target().is_ok_and(|target| backup_of(&target).exists())
    }

    /// What the reader can do when the file is damaged, as the end of a message.
    #[must_use]
    pub fn remedy(&self) -> String {
        remedy(&self.target().unwrap_or_else(|_| self.path.clone()))
    }

    /// Changes the file: under its lock, `edit` gets what it holds now (`None` where there is no file) and gives what
    /// it shall hold, which replaces it as a whole. When `edit` fails nothing is written. Returns what `edit` gives beside
    /// the text, and which state the file is in now.
    ///
    /// # Errors
    /// What `edit` returns; else when the lock stays taken or the system refuses. The file is then as it was, or,
    /// when only the last sync of the folder failed, as it should be.
    pub fn update<T, E: From<Error>>(
        &self,
        edit: impl FnOnce(Option<&str>) -> Result<(String, T), E>,
    ) -> Result<(T, Option<Stamp>), E> {
        let target = self.target()?;
        let failed = |source| Error::Write { path: self.path.clone(), source };
        let folder = folder_of(&target);
        // A link into a folder that is not there (a disk not mounted) is an error, no reason to make that folder.
        if target == self.path {
            make_folder(folder).map_err(failed)?;
        }
        let _lock = self.lock(&target)?;
        let old = read(&target)?;
        let (new, value) = edit(old.as_deref())?;
        if old.as_deref() != Some(new.as_str()) {
            let draft = beside(&target, ".tmp");
            replace(&target, &draft, folder, &new, old.is_some()).map_err(|source| {
                let _ = std::fs::remove_file(&draft);
                failed(source)
            })?;
        }
        // Taken before the lock is let go: what another program writes then is another state.
        Ok((value, self.stamp()))
    }

    /// The file itself, behind any symbolic links: they are kept, and the file they lead to is written.
    fn target(&self) -> Result<PathBuf, Error> {
        let mut path = self.path.clone();
        for _ in 0..MAX_LINKS {
            match std::fs::read_link(&path) {
                Ok(next) => path = folder_of(&path).join(next),
                Err(_) => return Ok(path),
            }
        }
        Err(Error::Read { path, source: io::Error::other("too many symbolic links") })
    }

    /// The lock belongs to the open file, not to its name: the system drops it when its holder dies, so it is never
    /// stale, and the file is never deleted, so that all take the same one.
    fn lock(&self, target: &Path) -> Result<File, Error> {
        let failed = |source| Error::Write { path: self.path.clone(), source };
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(beside(target, ".lock")).map_err(failed)?;
        let start = Instant::now();
        let mut pause = Duration::from_millis(1);
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
                Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                    return Err(Error::Busy { path: self.path.clone() });
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(pause),
            }
            pause = (pause * 2).min(Duration::from_millis(16));
        }
    }
}

fn read(path: &Path) -> Result<Option<String>, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    match std::fs::metadata(path) {
        // Opening a pipe would wait for somebody to write to it.
        Ok(meta) if !meta.is_file() => return Err(Error::NotAFile { path: path.to_owned() }),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(failed)?;
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|error| Error::NotText { path: path.to_owned(), at: error.utf8_error().valid_up_to() })
}

#[cfg(unix)]
fn inode(meta: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

#[cfg(not(unix))]
fn inode(_: &std::fs::Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(file: &DurableFile, text: &str) -> Result<(), Error> {
        file.update(|_| Ok((text.to_owned(), ()))).map(|_| ())
    }

    #[test]
    fn the_state_before_the_last_change_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let file = DurableFile::new(dir.path().join("new/folder/f.toml"));
        assert!(file.read().unwrap().is_none());
        set(&file, "one").unwrap();
        assert!(!file.has_backup());
        set(&file, "two").unwrap();
        assert_eq!(file.read().unwrap().as_deref(), Some("two"));
        assert_eq!(std::fs::read_to_string(backup_of(file.path())).unwrap(), "one");
        let names = std::fs::read_dir(dir.path().join("new/folder")).unwrap().count();
        assert_eq!(names, 3, "the file, its lock, its backup");
    }

    #[test]
    fn a_failed_edit_writes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let file = DurableFile::new(dir.path().join("f"));
        set(&file, "one").unwrap();
        let stamp = file.stamp();
        let refused = file.update(|_| Err::<(String, ()), _>(Error::Busy { path: PathBuf::new() }));
        assert!(refused.is_err());
        assert_eq!(file.stamp(), stamp);
    }

    #[test]
    fn changes_from_many_threads_all_arrive() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("f");
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let file = DurableFile::new(path.clone());
                std::thread::spawn(move || {
                    for _ in 0..10 {
                        file.update(|old| Ok::<_, Error>((format!("{}x", old.unwrap_or_default()), ()))).unwrap();
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap().len(), 80);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_kept_and_its_target_written_with_its_rights() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let (real, link) = (dir.path().join("real"), dir.path().join("link"));
        std::fs::write(&real, "one").unwrap();
        std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("real", &link).unwrap();
        set(&DurableFile::new(link.clone()), "two").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read_to_string(&real).unwrap(), "two");
        assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        let lost = dir.path().join("lost");
        std::os::unix::fs::symlink("unmounted/f", &lost).unwrap();
        assert!(matches!(set(&DurableFile::new(lost), "x"), Err(Error::Write { .. })));
    }

    #[test]
    fn a_new_file_replaces_another_only_when_asked() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("f");
        write_new(&path, "one", false).unwrap();
        assert_eq!(write_new(&path, "two", false).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        write_new(&path, "two", true).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_no_text_or_no_file_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("f");
        std::fs::write(&path, b"ab\xff").unwrap();
        assert!(matches!(set(&DurableFile::new(path.clone()), "x"), Err(Error::NotText { at: 2, .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"ab\xff");
        assert!(matches!(DurableFile::new(dir.path().to_owned()).read(), Err(Error::NotAFile { .. })));
    }
}
