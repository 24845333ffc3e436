//! Files written whole or not at all, by a draft beside them that takes their place.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::{backup_of, beside};

/// Writes `text` to a new file at `path`, such as an export: whole or not at all. With `over`, a regular file that is
/// there is replaced; what is no regular file (a pipe, a terminal) is written into.
///
/// # Errors
/// When a file is there and `over` is unset, or the system refuses.
pub fn write_new(path: &Path, text: &str, over: bool) -> io::Result<()> {
    match std::fs::metadata(path) {
        Ok(meta) if !meta.is_file() => return OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes()),
        Ok(_) if !over => return Err(io::Error::from(io::ErrorKind::AlreadyExists)),
        _ => {}
    }
    let (folder, draft) = (folder_of(path), beside(path, &format!(".{}.tmp", std::process::id())));
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&draft)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        if over {
            std::fs::rename(&draft, path)?;
        } else {
            // Unlike a rename, a link never replaces what somebody put there meanwhile.
            match std::fs::hard_link(&draft, path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
                Err(_) => std::fs::rename(&draft, path)?,
                Ok(()) => std::fs::remove_file(&draft)?,
            }
        }
        sync_folder(folder)
    };
    write().inspect_err(|_| _ = std::fs::remove_file(&draft))
}

/// Writes `text` to `draft`, keeps the old state as the backup, and puts the draft in its place. Only the last step
/// changes `target`, and it changes all of it.
pub(super) fn replace(target: &Path, draft: &Path, folder: &Path, text: &str, exists: bool) -> io::Result<()> {
    // The lock is held: a draft that lies here was left by a writer that died.
    remove_if_there(draft)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    let mut file = options.open(draft)?;
    if exists {
        let meta = std::fs::metadata(target)?;
        // The rename below would replace even a file that its owner has write-protected.
        if meta.permissions().readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        file.set_permissions(meta.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    drop(file);
    if exists {
        back_up(target)?;
    }
    std::fs::rename(draft, target)?;
    sync_folder(folder)
}

/// A second name for the old state costs no space on a full disk and cannot be torn; where the file system knows no
/// hard links, a copy.
fn back_up(target: &Path) -> io::Result<()> {
    let backup = backup_of(target);
    remove_if_there(&backup)?;
    if std::fs::hard_link(target, &backup).is_ok() {
        return Ok(());
    }
    std::fs::copy(target, &backup)?;
    OpenOptions::new().write(true).open(&backup)?.sync_all()
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The folder that `path` lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes `folder` for the owner alone, where it is not there, and makes it last.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    sync_folder(folder_of(folder))
}

/// What a journalist marks is nobody else's business: new files are the owner's alone.
pub(super) fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// Makes a rename last through a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
