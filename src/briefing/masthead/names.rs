//! Names of people and outlets as fields and lines of text give them.

use super::super::decode::clean_line;
use super::read::unique;

/// The names in a line such as "AP and PA media" or "Reuters, AFP and TASS".
pub(in crate::briefing) fn names_in_line(line: &str) -> Vec<String> {
    let mut names: Vec<String> = line.split([',', ';', '/', '·', '|']).map(|n| n.trim().to_owned()).collect();
    let several = names.len() > 1;
    if let Some(last) = names.pop() {
        let parts = last
            .strip_prefix("and ")
            .map(|n| ("", n))
            .or_else(|| last.split_once(" and ").or_else(|| last.split_once(" & ")));
        match parts {
            // "Institute for War and Peace" is one name.
            Some((left, right)) if several || !left.split(' ').any(|w| matches!(w, "of" | "for" | "on")) => {
                names.extend([left.trim().to_owned(), right.trim().to_owned()]);
            }
            _ => names.push(last),
        }
    }
    unique(names.into_iter().map(|n| clean_line(n.trim_end_matches('.'))).collect())
}

/// Authors without "By".
pub(super) fn people(texts: Vec<String>) -> Vec<String> {
    let bare =
        |t: String| ["By ", "by ", "BY "].iter().find_map(|by| t.strip_prefix(by)).unwrap_or(&t).trim().to_owned();
    unique(texts.into_iter().map(bare).collect())
}
