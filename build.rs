//! Lists the files of `briefings/`, so that `src/samples.rs` can embed them.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("briefings");
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", root.display())?;
    let mut files = Vec::new();
    if root.is_dir() {
        collect(&root, &mut files)?;
    }
    files.sort();
    let mut list = String::from("[\n");
    for file in &files {
        // Names on every platform are written with slashes.
        let names: Vec<_> = file.strip_prefix(&root)?.iter().map(|name| name.to_string_lossy()).collect();
        let path = file.to_str().ok_or("the path of a sample is not UTF-8")?;
        writeln!(list, "    ({:?}, include_bytes!({path:?})),", names.join("/"))?;
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("samples.in"), list)?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() { collect(&entry.path(), files)? } else { files.push(entry.path()) }
    }
    Ok(())
}
