//! A bookmark as a table of `bookmarks.toml`, and back. Keys that it does not know stay where they are.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use toml_edit::{Array, Datetime, Item, Table, Value, value};

use super::{Anchor, Bookmark, BriefingRef};

/// What is wrong with a table, and where it stands in the file.
pub(super) struct Fault {
    pub(super) problem: String,
    /// The byte in the file, where it is known.
    pub(super) at: Option<usize>,
}

/// The bookmark that `table` holds. The keys that are always written must be there, and those that are there must
/// have their type: what is half read would be half lost at the next change.
pub(super) fn decode(table: &Table) -> Result<Bookmark, Fault> {
    let fields = Fields(table);
    let (start, end) = (fields.number("start")?, fields.number("end")?);
    if end < start {
        return Err(fields.fault("end", "end lies before start"));
    }
    Ok(Bookmark {
        id: fields.required("id", Item::as_str, "a string")?.to_owned(),
        briefing: BriefingRef {
            path: PathBuf::from(fields.required("briefing", Item::as_str, "a string")?),
            sha256: fields.required("sha256", Item::as_str, "a string")?.to_owned(),
            title: fields.text("title")?,
            date: fields.date("date")?,
            sources: fields.list("sources")?,
            authors: fields.list("authors")?,
            url: Some(fields.text("url")?).filter(|url| !url.is_empty()),
        },
        anchor: Anchor {
            quote: fields.required("quote", Item::as_str, "a string")?.to_owned(),
            prefix: fields.text("prefix")?,
            suffix: fields.text("suffix")?,
            start,
            end,
        },
        note: fields.text("note")?,
        tags: fields.list("tags")?,
        created: fields.timestamp("created")?.ok_or_else(|| fields.fault("created", "created is missing"))?,
        modified: fields.timestamp("modified")?,
    })
}

/// A new table for `bookmark`, in the order that a person reads it; empty fields are left out. The last keys are among
/// those that `decode` asks for, so that a file cut off in the middle of a bookmark is noticed.
pub(super) fn encode(bookmark: &Bookmark) -> Table {
    let Bookmark { id, briefing, anchor, .. } = bookmark;
    let mut table = Table::new();
    table.insert("id", value(id));
    table.insert("quote", value(&anchor.quote));
    set_note(&mut table, &bookmark.note);
    set_tags(&mut table, &bookmark.tags);
    table.insert("briefing", value(briefing.path.to_string_lossy().into_owned()));
    table.insert("title", value(&briefing.title));
    if let Some(date) = briefing.date.and_then(|date| datetime(&date.to_string())) {
        table.insert("date", value(date));
    }
    for (key, names) in [("sources", &briefing.sources), ("authors", &briefing.authors)] {
        if !names.is_empty() {
            table.insert(key, value(array(names)));
        }
    }
    if let Some(url) = &briefing.url {
        table.insert("url", value(url));
    }
    table.insert("prefix", value(&anchor.prefix));
    table.insert("suffix", value(&anchor.suffix));
    if let Some(modified) = bookmark.modified {
        set_modified(&mut table, modified);
    }
    table.insert("sha256", value(&briefing.sha256));
    table.insert("start", value(i64::try_from(anchor.start).unwrap_or(i64::MAX)));
    table.insert("end", value(i64::try_from(anchor.end).unwrap_or(i64::MAX)));
    // A time that TOML cannot write (before the year 0) is no time that a clock shows.
    let created = datetime(&bookmark.created.to_string()).or_else(|| datetime("1970-01-01T00:00:00Z"));
    if let Some(created) = created {
        table.insert("created", value(created));
    }
    table
}

/// Sets the note of a bookmark's table; an empty one is taken out.
pub(super) fn set_note(table: &mut Table, note: &str) {
    set(table, "note", (!note.is_empty()).then(|| Value::from(note)));
}

/// Sets the tags of a bookmark's table; an empty list is taken out.
pub(super) fn set_tags(table: &mut Table, tags: &[String]) {
    set(table, "tags", (!tags.is_empty()).then(|| Value::from(array(tags))));
}

/// Sets when a bookmark's note or tags were last changed.
pub(super) fn set_modified(table: &mut Table, modified: Timestamp) {
    set(table, "modified", datetime(&modified.to_string()).map(Value::from));
}

fn set(table: &mut Table, key: &str, new: Option<Value>) {
    match (table.get_mut(key).and_then(Item::as_value_mut), new) {
        (Some(old), Some(mut new)) => {
            // A comment behind the value stays.
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        (None, Some(new)) => _ = table.insert(key, Item::Value(new)),
        (_, None) => _ = table.remove(key),
    }
}

fn array(items: &[String]) -> Array {
    items.iter().collect()
}

fn datetime(text: &str) -> Option<Datetime> {
    text.parse().ok()
}

struct Fields<'t>(&'t Table);

impl<'t> Fields<'t> {
    fn fault(&self, key: &str, problem: &str) -> Fault {
        let at = self.0.get(key).and_then(Item::span).or_else(|| self.0.span()).map(|span| span.start);
        Fault { problem: problem.to_owned(), at }
    }

    fn optional<T>(&self, key: &str, get: impl Fn(&'t Item) -> Option<T>, kind: &str) -> Result<Option<T>, Fault> {
        match self.0.get(key) {
            None => Ok(None),
            Some(item) => match get(item) {
                Some(value) => Ok(Some(value)),
                None => Err(self.fault(key, &format!("{key} must be {kind}"))),
            },
        }
    }

    fn required<T>(&self, key: &str, get: impl Fn(&'t Item) -> Option<T>, kind: &str) -> Result<T, Fault> {
        self.optional(key, get, kind)?.ok_or_else(|| self.fault(key, &format!("{key} is missing")))
    }

    fn text(&self, key: &str) -> Result<String, Fault> {
        Ok(self.optional(key, Item::as_str, "a string")?.unwrap_or_default().to_owned())
    }

    fn number(&self, key: &str) -> Result<usize, Fault> {
        self.required(key, |item| usize::try_from(item.as_integer()?).ok(), "a whole number, 0 or more")
    }

    fn list(&self, key: &str) -> Result<Vec<String>, Fault> {
        let strings =
            |item: &'t Item| item.as_array()?.iter().map(|v| v.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
        Ok(self.optional(key, strings, "a list of strings")?.unwrap_or_default())
    }

    fn date(&self, key: &str) -> Result<Option<Date>, Fault> {
        self.optional(key, |item| item.as_datetime()?.to_string().parse().ok(), "a date such as 2021-12-30")
    }

    fn timestamp(&self, key: &str) -> Result<Option<Timestamp>, Fault> {
        self.optional(key, |item| item.as_datetime()?.to_string().parse().ok(), "a time such as 2021-12-30T10:00:00Z")
    }
}
