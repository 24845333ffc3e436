//! Statements of a file about itself as they were found: a name, a value, and the place where they stand. Every format
//! gives these; which of them counts is settled in `masthead`.

use super::Place;

/// A value of front matter, of a record or of a page's metadata.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing: `author:`.
    Null,
    /// Text, number or date, as written.
    Text(String),
    /// Several.
    List(Vec<Value>),
    /// Named values, in order.
    Map(Entries),
}

/// Named values, in order of appearance.
pub(super) type Entries = Vec<(String, Value)>;

/// One statement of a file about itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// Where it stands.
    pub(super) place: Place,
    /// What it is called there, as written: `published`, `og:title`, `datePublished`. The names that count are in
    /// `aliases.toml`.
    pub(super) name: String,
    /// What it says, not cleaned yet.
    pub(super) value: Value,
}

/// The statements of a file, in order of appearance.
pub(super) type Fields = Vec<Field>;

impl Field {
    /// The statement `name: value` in `place`.
    pub(super) fn new(place: Place, name: &str, value: Value) -> Self {
        Self { place, name: name.to_owned(), value }
    }

    /// The statement `name: text` in `place`.
    pub(super) fn text(place: Place, name: &str, text: impl Into<String>) -> Self {
        Self::new(place, name, Value::Text(text.into()))
    }

    /// The statements of one place.
    pub(super) fn all(place: Place, entries: Entries) -> Fields {
        entries.into_iter().map(|(name, value)| Self { place, name, value }).collect()
    }
}

impl From<toml::Value> for Value {
    fn from(value: toml::Value) -> Self {
        match value {
            toml::Value::String(s) => Value::Text(s),
            toml::Value::Array(items) => Value::List(items.into_iter().map(Value::from).collect()),
            toml::Value::Table(table) => Value::Map(table.into_iter().map(|(k, v)| (k, Value::from(v))).collect()),
            other => Value::Text(other.to_string()),
        }
    }
}

impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::String(s) => Value::Text(s),
            serde_json::Value::Array(items) => Value::List(items.into_iter().map(Value::from).collect()),
            serde_json::Value::Object(map) => Value::Map(map.into_iter().map(|(k, v)| (k, Value::from(v))).collect()),
            other => Value::Text(other.to_string()),
        }
    }
}
