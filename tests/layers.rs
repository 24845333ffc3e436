//! The order of the modules, held: who may use whom, and which libraries belong to one of them alone.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those it may use. `cli` may use all.
const USES: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("durable", &[]),
    ("config", &[]),
    ("samples", &[]),
    ("briefing", &["text"]),
    ("extract", &["text", "briefing"]),
    ("bookmarks", &["text", "briefing", "durable"]),
    ("reading", &["text", "briefing", "durable"]),
    ("export", &["text", "briefing", "extract", "bookmarks"]),
    ("library", &["text", "briefing", "extract"]),
    (
        "tui",
        &["text", "briefing", "extract", "library", "bookmarks", "reading", "export", "config", "durable", "samples"],
    ),
];

/// Libraries, and the one module that uses them.
const BELONGS: [(&str, &str); 11] = [
    ("ratatui", "tui"),
    ("crossterm", "tui"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("walkdir", "library"),
    ("directories", "config"),
    ("scraper", "briefing"),
    ("dom_smoothie", "briefing"),
    ("serde_saphyr", "briefing"),
    ("encoding_rs", "briefing"),
];

fn sources() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, out: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    for folder in ["src", "tests", "benches"].map(|f| Path::new(env!("CARGO_MANIFEST_DIR")).join(f)) {
        if folder.is_dir() {
            collect(&folder, &mut out);
        }
    }
    out
}

/// The module of the crate that the file at `path` belongs to.
fn module(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).ok()?;
    let first = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
    Some(first.trim_end_matches(".rs").to_owned())
}

/// The code of a file: without comments and without its tests, which may use anything.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The names that directly follow each `prefix` in `code`; of a list in braces, all of them.
fn names_after<'c>(code: &'c str, prefix: &str) -> Vec<&'c str> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let part_of_word = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        let rest = &code[at + prefix.len()..];
        let list = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        if !part_of_word {
            let word =
                |text: &'c str| text.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
            names.extend(list.into_iter().map(word).filter(|name| !name.is_empty()));
        }
    }
    names
}

#[test]
fn modules_depend_on_each_other_in_one_direction() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module(&path).filter(|m| !["main", "lib", "cli"].contains(&m.as_str())) else { continue };
        let allowed = USES.iter().find(|(name, _)| *name == module).map(|(_, uses)| *uses);
        let allowed = allowed.unwrap_or_else(|| panic!("{module} has no place in the order: add it to this test"));
        for used in names_after(&code(&text), "crate::") {
            if used != module && !allowed.contains(&used) {
                wrong.push(format!("{}: {module} must not use {used}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_library_is_used_by_the_module_it_belongs_to() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module(&path) else { continue };
        let code = code(&text);
        for (library, owner) in BELONGS {
            let used = names_after(&code, "use ").contains(&library);
            let inline = code
                .match_indices(&format!("{library}::"))
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'));
            if (used || inline) && module != owner {
                wrong.push(format!("{}: {library} belongs to {owner}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let mut files = sources();
    files.push(("build.rs".into(), fs::read_to_string("build.rs").unwrap()));
    let silent: Vec<_> = files.iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert_eq!(silent, Vec::<&PathBuf>::new());
}
