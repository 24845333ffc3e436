//! `reading.toml`: its format, read and written. Keys of a later version of the program survive.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ReadingError;
use crate::durable::DurableFile;

/// The version of the file's format. A later one that only adds keys keeps the number.
pub(super) const VERSION: i64 = 1;

const HEADING: &str = "# What was read in attaché, and where. Written by the program.\n";

/// What the reader did with one briefing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Where its file was when this was written, absolute.
    pub path: PathBuf,
    /// Whether it was read.
    pub read: bool,
    /// The date that the reader gave it.
    pub date: Option<Date>,
    /// Where reading stopped, in scalar values of its text.
    pub place: Option<usize>,
    others: toml::Table,
}

/// A place that the reader marked with a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The briefing's file, absolute.
    pub path: PathBuf,
    /// SHA-256 of the briefing's bytes.
    pub sha256: String,
    /// Where, in scalar values of its text.
    pub offset: usize,
}

/// All that the file holds.
pub(super) struct Contents {
    /// By the SHA-256 of the briefing's bytes.
    pub(super) states: BTreeMap<String, State>,
    pub(super) marks: BTreeMap<char, Mark>,
    others: toml::Table,
}

#[derive(Serialize, Deserialize)]
struct FileForm {
    version: i64,
    #[serde(flatten)]
    others: toml::Table,
    #[serde(default)]
    mark: BTreeMap<String, MarkForm>,
    #[serde(default)]
    briefing: Vec<StateForm>,
}

#[derive(Serialize, Deserialize)]
struct StateForm {
    sha256: String,
    path: String,
    #[serde(default)]
    read: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<toml::value::Datetime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<usize>,
    #[serde(flatten)]
    others: toml::Table,
}

#[derive(Serialize, Deserialize)]
struct MarkForm {
    path: String,
    sha256: String,
    offset: usize,
}

/// What `text`, the contents of `file`, says; nothing where there is no file.
pub(super) fn parse(file: &DurableFile, text: Option<&str>) -> Result<Contents, ReadingError> {
    let text = text.unwrap_or_default();
    let mut contents = Contents { states: BTreeMap::new(), marks: BTreeMap::new(), others: toml::Table::new() };
    let damaged = |line: Option<usize>, problem: &str| ReadingError::Damaged {
        path: file.path().to_owned(),
        line,
        problem: problem.split_whitespace().collect::<Vec<_>>().join(" "),
        remedy: file.remedy(),
    };
    if text.trim().is_empty() {
        let emptied = file.stamp().is_some() && file.has_backup();
        return if emptied { Err(damaged(None, "it is empty")) } else { Ok(contents) };
    }
    let line = |error: &toml::de::Error| error.span().map(|span| text[..span.start].matches('\n').count() + 1);
    // The version first: the rest of a later one may be anything.
    let table: toml::Table = toml::from_str(text).map_err(|error| damaged(line(&error), error.message()))?;
    match table.get("version").and_then(toml::Value::as_integer) {
        Some(version) if version > VERSION => {
            return Err(ReadingError::Newer { path: file.path().to_owned(), version });
        }
        Some(VERSION) => {}
        _ => return Err(damaged(None, "version = 1 is missing")),
    }
    let form: FileForm = toml::from_str(text).map_err(|error| damaged(line(&error), error.message()))?;
    contents.others = form.others;
    for StateForm { sha256, path, read, date, place, others } in form.briefing {
        let date = match date {
            Some(date) => Some(date.to_string().parse().map_err(|_| damaged(None, "date must be such as 2021-12-30"))?),
            None => None,
        };
        contents.states.insert(sha256, State { path: PathBuf::from(path), read, date, place, others });
    }
    for (name, MarkForm { path, sha256, offset }) in form.mark {
        let mut letters = name.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else {
            return Err(damaged(None, "a mark must be one letter"));
        };
        contents.marks.insert(letter, Mark { path: PathBuf::from(path), sha256, offset });
    }
    Ok(contents)
}

impl Contents {
    /// The text of the file.
    pub(super) fn to_toml(&self, file: &DurableFile) -> Result<String, ReadingError> {
        let form = FileForm {
            version: VERSION,
            others: self.others.clone(),
            mark: self.marks.iter().map(|(name, mark)| (name.to_string(), MarkForm::of(mark))).collect(),
            briefing: self.states.iter().map(|(sha256, state)| StateForm::of(sha256, state)).collect(),
        };
        let text = toml::to_string(&form).map_err(|error| ReadingError::Damaged {
            path: file.path().to_owned(),
            line: None,
            problem: error.to_string(),
            remedy: file.remedy(),
        })?;
        Ok(format!("{HEADING}{text}"))
    }
}

impl StateForm {
    fn of(sha256: &str, state: &State) -> Self {
        Self {
            sha256: sha256.to_owned(),
            path: state.path.to_string_lossy().into_owned(),
            read: state.read,
            date: state.date.and_then(|date| date.to_string().parse().ok()),
            place: state.place,
            others: state.others.clone(),
        }
    }
}

impl MarkForm {
    fn of(mark: &Mark) -> Self {
        Self { path: mark.path.to_string_lossy().into_owned(), sha256: mark.sha256.clone(), offset: mark.offset }
    }
}
