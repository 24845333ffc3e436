//! Which files of a folder are briefings. Reads names and types only.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::briefing::is_briefing_path;
use crate::text::visible;

/// A file that was found, or a folder that could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its path inside the folder, free of control characters.
    pub name: String,
    /// Why it cannot be read, where that is known already.
    pub problem: Option<String>,
}

/// Folders deeper than this are not looked into.
const MAX_DEPTH: usize = 64;

/// The briefings below `root`, in the order of their names; `root` itself where it is a file.
///
/// Hidden files and folders (a leading full stop), backups (`~`, `#`) and files of other endings are passed over. Links
/// are not followed: a link to a briefing is a row that says so, so that nothing outside of the folder is read through it.
#[must_use]
pub fn scan(root: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let walk = WalkDir::new(root).max_depth(MAX_DEPTH).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|e| e.depth() == 0 || !is_passed_over(e)) {
        match entry {
            Ok(entry) => {
                let kind = entry.file_type();
                let named = entry.depth() == 0;
                if kind.is_dir() || !(named || is_briefing_path(entry.path())) {
                    continue;
                }
                let problem = (kind.is_symlink() && !named).then(|| "is a link, which is not followed".to_owned());
                found.push(Found { name: name_in(root, entry.path()), path: entry.into_path(), problem });
            }
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                found.push(Found {
                    name: name_in(root, &path),
                    path,
                    problem: Some(format!("cannot be read: {reason}")),
                });
            }
        }
    }
    found
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with(['.', '#']) || name.ends_with('~')
}

fn name_in(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).ok().filter(|p| !p.as_os_str().is_empty());
    let shown = inside.or_else(|| path.file_name().map(Path::new)).unwrap_or(path);
    visible(&shown.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn briefings_are_found_in_folders_and_other_files_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("b/.git")).unwrap();
        for name in ["a.md", "b/c.TXT", "b/d.html", ".hidden.md", "b/.git/e.md", "f.pdf", "g.md~", "#h.md"] {
            fs::write(root.join(name), "text").unwrap();
        }
        let names: Vec<String> = scan(root).into_iter().map(|f| f.name).collect();
        assert_eq!(names, ["a.md", "b/c.TXT", "b/d.html"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_a_marked_row_and_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret.md"), "text").unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.md"), folder.path().join("link.md")).unwrap();
        std::os::unix::fs::symlink(outside.path(), folder.path().join("folder")).unwrap();
        let found = scan(folder.path());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].problem.as_deref(), Some("is a link, which is not followed"));
    }

    #[test]
    fn a_control_character_in_a_name_is_escaped() {
        assert_eq!(name_in(Path::new("/f"), Path::new("/f/a\u{1b}[31mb\u{202e}c.md")), "a\\u{1b}[31mb\\u{202e}c.md");
    }
}
