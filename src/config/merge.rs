//! The reader's settings laid over the defaults. The defaults say which tables and keys there are and what type each
//! has; only ranges are written down here.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use toml_edit::{Document, DocumentMut, Item, Table, TableLike, Value};

use super::Complaint;

/// The whole numbers that are bounded.
const RANGES: [(&str, RangeInclusive<i64>); 2] = [("article.measure", 40..=120), ("article.scroll-margin", 0..=20)];

pub(super) struct Outcome {
    pub(super) complaints: Vec<Complaint>,
    /// The line of each setting that the reader's file makes.
    pub(super) lines: BTreeMap<String, usize>,
}

/// Lays the settings in `text` over `defaults`, all but those that are complained about.
pub(super) fn merge(defaults: &mut DocumentMut, text: &str) -> Outcome {
    let mut outcome = Outcome { complaints: Vec::new(), lines: BTreeMap::new() };
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let (line, column) = line_and_column(text, error.span().map_or(0, |span| span.start));
            let problem = format!("{}; the defaults hold", one_line(error.message()));
            outcome.complaints.push(Complaint::new("", problem).at(line, Some(column)));
            return outcome;
        }
    };
    let known: Vec<String> = defaults.iter().map(|(name, _)| name.to_owned()).collect();
    for (name, item) in document.iter() {
        let line = line_of(text, document.as_table(), name, item);
        let Some(theirs) = defaults.get_mut(name).and_then(Item::as_table_mut) else {
            let complaint = unknown(name, name, defaults.as_table(), &known, item.is_table_like());
            outcome.complaints.push(complaint.at(line, None));
            continue;
        };
        let Some(ours) = item.as_table_like() else {
            let complaint = Complaint::new(name, format!("is a table: write it as [{name}]"));
            outcome.complaints.push(complaint.at(line, None));
            continue;
        };
        let keys: Vec<String> = theirs.iter().map(|(key, _)| key.to_owned()).collect();
        for (key, item) in ours.iter() {
            let path = format!("{name}.{key}");
            let line = line_of(text, ours, key, item);
            let result = match theirs.get_mut(key).and_then(Item::as_value_mut) {
                Some(default) => check(&path, default, item).map(|value| replace(default, value)),
                None => {
                    Err(Box::new(Complaint::new(&path, "unknown key").suggest(key, keys.iter().map(String::as_str))))
                }
            };
            match result {
                Ok(()) => _ = outcome.lines.insert(path, line),
                Err(complaint) => outcome.complaints.push(complaint.at(line, None)),
            }
        }
    }
    // A table reached by dotted keys may be listed out of the order of the file.
    outcome.complaints.sort_by_key(|c| c.line);
    outcome
}

/// The complaint about a name at the top of the file that is none of the tables: a table misspelt, or a key that
/// stands before its table's heading.
fn unknown(path: &str, name: &str, defaults: &Table, known: &[String], is_table: bool) -> Complaint {
    let home = defaults.iter().find(|(_, table)| table.as_table().is_some_and(|t| t.contains_key(name)));
    match home {
        Some((table, _)) if !is_table => Complaint::new(path, "stands outside its table").allowed(format!("[{table}]")),
        _ => Complaint::new(path, if is_table { "unknown table" } else { "unknown key" })
            .suggest(name, known.iter().map(String::as_str)),
    }
}

/// The value of `item`, when it has the type of `default` and lies in its range.
fn check(path: &str, default: &Value, item: &Item) -> Result<Value, Box<Complaint>> {
    let wrong = |allowed: &str| Err(Box::new(Complaint::new(path, "cannot be used").allowed(allowed)));
    let range = RANGES.iter().find(|(key, _)| *key == path).map(|(_, range)| range);
    match (default, item.as_value()) {
        (Value::String(_), Some(value @ Value::String(_))) => Ok(value.clone()),
        (Value::String(_), _) => wrong("a string in quotation marks"),
        (Value::Integer(_), Some(value @ Value::Integer(number))) => match range {
            Some(range) if !range.contains(number.value()) => wrong(&format!("{} to {}", range.start(), range.end())),
            _ => Ok(value.clone()),
        },
        (Value::Integer(_), _) => match range {
            Some(range) => wrong(&format!("a whole number, {} to {}", range.start(), range.end())),
            None => wrong("a whole number"),
        },
        (Value::Array(_), Some(value @ Value::Array(_))) if strings(item).is_some() => Ok(value.clone()),
        (Value::Array(_), _) => wrong("a list of strings, such as [\"j\", \"Down\"], or []"),
        _ => wrong("nothing"),
    }
}

/// The strings of an array that holds nothing else.
pub(super) fn strings(item: &Item) -> Option<Vec<String>> {
    item.as_array()?.iter().map(|value| value.as_str().map(str::to_owned)).collect()
}

/// Puts `value` in the place of `default`, laid out as the default was.
fn replace(default: &mut Value, mut value: Value) {
    if let Some(array) = value.as_array_mut() {
        array.fmt();
    }
    *value.decor_mut() = default.decor().clone();
    *default = value;
}

fn line_of(text: &str, table: &dyn TableLike, key: &str, item: &Item) -> usize {
    let span: Option<Range<usize>> = table.key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
    line_and_column(text, span.map_or(0, |span| span.start)).0
}

/// The line and the character of the byte at `offset`, from 1.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
