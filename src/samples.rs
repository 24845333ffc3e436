//! The sample briefings, embedded: laid out for a reader who starts without a folder.

use std::fs;
use std::io;
use std::path::Path;

/// The samples: path inside the folder, with slashes, and bytes.
pub const SAMPLES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/samples.in"));

/// Makes the folder at `folder` with the samples in it. Where there is one already nothing is written, whatever it
/// holds. Returns whether it was made.
///
/// # Errors
/// When the system refuses; the folder is then not there.
pub fn lay_out(folder: &Path) -> io::Result<bool> {
    if fs::symlink_metadata(folder).is_ok() {
        return Ok(false);
    }
    // Filled beside its place, so that half of the samples is never taken for the reader's folder.
    let draft = folder.with_extension(format!("{}.new", std::process::id()));
    let result = fill(&draft).and_then(|()| fs::rename(&draft, folder));
    if let Err(error) = result {
        let _ = fs::remove_dir_all(&draft);
        // Another attaché was faster.
        return if folder.is_dir() { Ok(false) } else { Err(error) };
    }
    Ok(true)
}

fn fill(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in SAMPLES {
        let path = name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_laid_out_once_and_never_over_anything() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data/briefings");
        assert!(lay_out(&folder).unwrap());
        for (name, bytes) in SAMPLES {
            assert_eq!(&fs::read(folder.join(name)).unwrap(), bytes);
        }
        fs::remove_file(folder.join(SAMPLES[0].0)).unwrap();
        assert!(!lay_out(&folder).unwrap());
        assert!(!folder.join(SAMPLES[0].0).exists());
        assert_eq!(fs::read_dir(dir.path().join("data")).unwrap().count(), 1);
    }
}
