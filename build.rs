//! Lists the files of `briefings/`, so that `src/samples.rs` can embed them, and writes the data files of the lexicon as
//! plain rows, so that the program need not parse TOML to read them.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

#[path = "src/extract/lexicon/columns.rs"]
mod columns;

use columns::{PART, ROWS};

/// The data files of the lexicon, in the order in which they are read: of two entries of one id the first is kept.
const FILES: [&str; 7] = [
    "states.toml",
    "organisations.toml",
    "armed_groups.toml",
    "outlets.toml",
    "people.toml",
    "places.toml",
    "cities.toml",
];

fn main() -> Result<(), Box<dyn Error>> {
    samples()?;
    lexicon()
}

/// Every row of the lexicon's files as a line: the number of its kind, then its columns, parted by tabs.
fn lexicon() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("src/extract/lexicon");
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", folder.display())?;
    let mut out = String::new();
    for file in FILES {
        let table: toml::Table = fs::read_to_string(folder.join(file))?.parse().map_err(|e| format!("{file}: {e}"))?;
        for (kind, rows) in &table {
            let at = ROWS.iter().position(|(name, _)| name == kind).ok_or(format!("{file}: no rows are {kind}"))?;
            for row in rows.as_array().ok_or(format!("{file}: {kind} is no list"))? {
                write!(out, "{at}")?;
                for column in ROWS[at].1 {
                    out.push('\t');
                    column_into(row.get(column), &mut out).ok_or(format!("{file}: {column} of {row}"))?;
                }
                out.push('\n');
            }
        }
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("lexicon.in"), out)?;
    Ok(())
}

/// Appends a value; nothing where it cannot be written.
fn column_into(value: Option<&toml::Value>, out: &mut String) -> Option<()> {
    let text = match value {
        None | Some(toml::Value::Boolean(false)) => return Some(()),
        Some(toml::Value::Boolean(true)) => "true".to_owned(),
        Some(toml::Value::String(text)) => text.clone(),
        Some(toml::Value::Array(texts)) => {
            let texts: Option<Vec<&str>> =
                texts.iter().map(|text| text.as_str().filter(|t| !t.contains(char::from(PART)))).collect();
            texts?.join(&char::from(PART).to_string())
        }
        _ => return None,
    };
    if text.contains(['\t', '\n']) {
        return None;
    }
    out.push_str(&text);
    Some(())
}

/// Lists the samples.
fn samples() -> Result<(), Box<dyn Error>> {
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
