//! A lexicon of the reader's own, read: the text of `lexicon.toml` → entries, merges and hidden names, each with its line.
//!
//! Whatever cannot be used is a [`LexiconProblem`]; the rest counts. What the entries do is decided in `layers`.

use toml_edit::{Document, Item, TableLike, Value};

use super::fold::kebab;
use super::load::File;
use super::problem::LexiconProblem;
use super::schema::{ARRAYS, Keys, value};
use crate::text::visible;

/// A lexicon of the reader's own, in the format of the built-in one, with `merge` and `hide` beside the entries.
#[derive(Debug, Default)]
pub struct OwnLexicon {
    /// The file's name.
    pub(super) file: String,
    pub(super) entries: Vec<Given>,
    /// Each with its line.
    pub(super) merges: Vec<(usize, Vec<String>)>,
    /// Each with its line.
    pub(super) hides: Vec<(usize, String)>,
    pub(super) problems: Vec<LexiconProblem>,
}

/// An entry.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) line: usize,
    /// What to call it in a message.
    pub(super) label: String,
    /// A file of this one entry.
    pub(super) row: File,
}

impl OwnLexicon {
    /// Reads `text`, which stands in a file of this name. Of a damaged file nothing counts.
    #[must_use]
    pub fn parse(file: &str, text: &str) -> Self {
        let lines = text.match_indices('\n').map(|(at, _)| at).collect();
        let mut reader = Reader { lines, own: Self { file: file.to_owned(), ..Self::default() } };
        match Document::parse(text) {
            Ok(document) => document.iter().for_each(|(key, item)| reader.array(document.as_table(), key, item)),
            Err(error) => {
                let line = reader.line(error.span().map_or(0, |span| span.start));
                let reason = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
                reader.own.problems.push(LexiconProblem::new(
                    file,
                    line,
                    "",
                    format!("{reason}; nothing of it counts"),
                ));
            }
        }
        reader.own.problems.sort_by_key(|p| p.line);
        reader.own
    }

    /// One that says nothing, as its file cannot be read.
    #[must_use]
    pub fn unreadable(problem: LexiconProblem) -> Self {
        Self { file: problem.file.clone(), problems: vec![problem], ..Self::default() }
    }

    /// How many entries were read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.merges.is_empty() && self.hides.is_empty()
    }

    /// How many merges and hidden names were read.
    #[must_use]
    pub fn corrections(&self) -> usize {
        self.merges.len() + self.hides.len()
    }
}

struct Reader {
    /// Where each line ends.
    lines: Vec<usize>,
    own: OwnLexicon,
}

impl Reader {
    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|&end| end < offset) + 1
    }

    fn problem(&self, offset: usize, key: impl Into<String>, problem: impl Into<String>) -> LexiconProblem {
        LexiconProblem::new(&self.own.file, self.line(offset), key, problem)
    }

    /// One key at the top of the file.
    fn array(&mut self, top: &dyn TableLike, key: &str, item: &Item) {
        let at = start(top, key, item);
        match key {
            "merge" => return self.merges(at, item),
            "hide" => return self.hides(at, item),
            _ => {}
        }
        let plain = key.replace('-', "_");
        let Some((array, keys)) = ARRAYS.into_iter().find(|(name, _)| *name == plain) else {
            let names = ARRAYS.iter().map(|(name, _)| *name).chain(["merge", "hide"]);
            let allowed = names.clone().collect::<Vec<_>>().join(", ");
            let problem = self.problem(at, key, "unknown key").allowed(allowed).suggest(&plain, names);
            return self.own.problems.push(problem);
        };
        if let Some(tables) = item.as_array_of_tables() {
            for table in tables {
                self.entry(array, keys, table.span().map_or(at, |s| s.start), table);
            }
        } else if let Some(values) = item.as_array() {
            for value in values {
                let at = value.span().map_or(at, |s| s.start);
                match value.as_inline_table() {
                    Some(table) => self.entry(array, keys, at, table),
                    None => {
                        let example = format!("a table, such as {{ {} = … }}", keys[0].0);
                        let problem = self.problem(at, array, "an entry cannot be used").allowed(example);
                        self.own.problems.push(problem);
                    }
                }
            }
        } else {
            let problem = self.problem(at, key, "cannot be used").allowed(format!("a list of tables, or [[{array}]]"));
            self.own.problems.push(problem);
        }
    }

    /// One entry: what of it can be used.
    fn entry(&mut self, array: &str, keys: Keys, at: usize, table: &dyn TableLike) {
        let named = table.get("name").and_then(Item::as_str).or_else(|| {
            table.get("names").and_then(Item::as_array).and_then(|names| names.get(0)).and_then(Value::as_str)
        });
        let label = named.map_or_else(|| array.to_owned(), |name| format!("{array} \"{name}\""));
        let mut row = toml::Table::new();
        let before = self.own.problems.len();
        for (key, item) in table.iter() {
            let at = start(table, key, item);
            match value((&self.own.file, self.line(at)), &label, keys, key, item) {
                Ok(value) => _ = row.insert(key.to_owned(), value),
                Err(problem) => self.own.problems.push(*problem),
            }
        }
        let nameless = |name: &str| kebab(name).is_empty();
        let fine = match array {
            "place" => row.get("names").and_then(toml::Value::as_array).is_some_and(|names| !names.is_empty()),
            _ => row.get("name").and_then(toml::Value::as_str).is_some_and(|name| !nameless(name)),
        };
        if !fine {
            // Where a key is wrong, that is why.
            if self.own.problems.len() > before {
                return;
            }
            let needed = keys[0].0;
            let problem = self.problem(at, label, format!("has no {needed}, and does not count"));
            return self.own.problems.push(problem);
        }
        let mut file = toml::Table::new();
        file.insert(array.to_owned(), toml::Value::Array(vec![toml::Value::Table(row)]));
        match file.try_into::<File>() {
            Ok(row) => {
                let line = self.line(at);
                self.own.entries.push(Given { line, label, row });
            }
            Err(error) => {
                let problem = self.problem(at, label, error.message().to_owned());
                self.own.problems.push(problem);
            }
        }
    }

    fn merges(&mut self, at: usize, item: &Item) {
        const ALLOWED: &str = "lists of ids, such as [[\"kept-id\", \"other-id\"]]";
        let Some(lists) = item.as_array() else {
            let problem = self.problem(at, "merge", "cannot be used").allowed(ALLOWED);
            return self.own.problems.push(problem);
        };
        for value in lists {
            let at = value.span().map_or(at, |s| s.start);
            let ids =
                value.as_array().and_then(|a| a.iter().map(|v| v.as_str().map(one_line)).collect::<Option<Vec<_>>>());
            match ids.filter(|ids| ids.len() > 1 && ids.iter().all(|id| !kebab(id).is_empty())) {
                Some(ids) => {
                    let line = self.line(at);
                    self.own.merges.push((line, ids));
                }
                None => {
                    let problem = self.problem(at, "merge", "an item cannot be used").allowed(ALLOWED);
                    self.own.problems.push(problem);
                }
            }
        }
    }

    fn hides(&mut self, at: usize, item: &Item) {
        const ALLOWED: &str = "a list of ids or names, such as [\"cookie-policy\"]";
        let Some(names) = item.as_array() else {
            let problem = self.problem(at, "hide", "cannot be used").allowed(ALLOWED);
            return self.own.problems.push(problem);
        };
        for value in names {
            let at = value.span().map_or(at, |s| s.start);
            match value.as_str().map(one_line).filter(|name| !kebab(name).is_empty()) {
                Some(name) => {
                    let line = self.line(at);
                    self.own.hides.push((line, name));
                }
                None => {
                    let problem = self.problem(at, "hide", "an item cannot be used").allowed(ALLOWED);
                    self.own.problems.push(problem);
                }
            }
        }
    }
}

/// With single spaces, and nothing in it that acts on a terminal.
pub(super) fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn start(table: &dyn TableLike, key: &str, item: &Item) -> usize {
    let span = table.key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
    span.map_or(0, |span| span.start)
}
