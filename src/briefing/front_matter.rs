//! Front matter: finds it, parses it, and gives its fields as plain values. What a field means is `masthead`'s part.
//!
//! Whatever is wrong with it, the text behind it is shown, and the fields that can be read line by line are kept.

use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};

use super::fields::{Entries, Value};
use super::masthead::is_known_field;

/// What stood before the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FrontMatter {
    pub(super) fields: Entries,
    pub(super) warning: Option<String>,
}

/// Larger front matter is read line by line only.
const MAX_BYTES: usize = 256 * 1024;
/// As many lines of a file are searched for the end of its front matter.
const MAX_LINES: usize = 2_000;

/// Parts `text` into its front matter and the rest.
pub(super) fn split(text: &str) -> (FrontMatter, &str) {
    let text = text.trim_start_matches(['\n', ' ']);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end() {
        "---" => delimited(text, rest, &["---", "..."], yaml),
        "+++" => delimited(text, rest, &["+++"], toml),
        _ if first.starts_with("% ") => pandoc_title_block(text),
        _ => (FrontMatter::default(), text),
    }
}

/// Why a parser did not like its input, in one line.
type Parsed = Result<Entries, String>;

fn delimited<'t>(text: &'t str, rest: &'t str, ends: &[&str], parse: fn(&str) -> Parsed) -> (FrontMatter, &'t str) {
    let mut at = 0;
    for line in rest.split_inclusive('\n').take(MAX_LINES) {
        if ends.contains(&line.trim_end()) {
            let (matter, body) = (&rest[..at], &rest[at + line.len()..]);
            // Between two rules stands a text, not front matter, when no line of it names a field.
            if !matter.trim().is_empty() && !matter.lines().any(|l| field_line(l).is_some()) {
                return (FrontMatter::default(), text);
            }
            return (read(matter, parse), body);
        }
        at += line.len();
    }
    unended(text, rest)
}

fn read(matter: &str, parse: fn(&str) -> Parsed) -> FrontMatter {
    let parsed = if matter.len() > MAX_BYTES { Err("it is too large".to_owned()) } else { parse(matter) };
    match parsed {
        Ok(fields) => FrontMatter { fields, warning: None },
        Err(reason) => FrontMatter {
            fields: line_by_line(matter),
            warning: Some(format!("the front matter is broken ({reason}); only its simple lines count")),
        },
    }
}

/// Front matter whose end is missing: the lines that name fields, up to the first that does not.
fn unended<'t>(text: &'t str, rest: &'t str) -> (FrontMatter, &'t str) {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if field_line(line).is_none() {
            break;
        }
        at += line.len();
    }
    if !rest[..at].lines().filter_map(field_line).any(|(key, _)| is_known_field(key)) {
        // A line across the page, then the text.
        return (FrontMatter::default(), text);
    }
    let warning = Some("the front matter has no end; its first lines count".to_owned());
    (FrontMatter { fields: line_by_line(&rest[..at]), warning }, &rest[at..])
}

/// `key: value` or `key = value`, the key beginning the line.
fn field_line(line: &str) -> Option<(&str, &str)> {
    let at = line.find([':', '='])?;
    let (key, value) = (line[..at].trim_end(), line[at + 1..].trim());
    let named = !key.is_empty()
        && key.len() <= 40
        && key.starts_with(|c: char| c.is_alphabetic())
        && key.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
    (named && !value.starts_with("//")).then_some((key, value))
}

/// The fields that are one line each, for front matter that no parser takes.
fn line_by_line(matter: &str) -> Entries {
    let value = |raw: &str| {
        let raw = raw.trim();
        let bare = ['"', '\''].iter().find_map(|q| raw.strip_prefix(*q).and_then(|r| r.strip_suffix(*q)));
        bare.unwrap_or(raw).to_owned()
    };
    matter
        .lines()
        .filter_map(field_line)
        // What opens a structure is not a value.
        .filter(|(_, v)| !v.is_empty() && !v.starts_with(['[', '{', '&', '*', '|', '>', '!']))
        .map(|(k, v)| (k.to_owned(), Value::Text(value(v))))
        .collect()
}

fn yaml(matter: &str) -> Parsed {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 16,
            max_nodes: 20_000,
            max_events: 50_000,
            max_aliases: 100,
            max_anchors: 100,
            max_documents: 1,
            max_merge_keys: 10,
            flow_nesting_limit: 16,
            max_total_scalar_bytes: MAX_BYTES,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 10_000,
            max_replay_stack_depth: 8,
        },
        duplicate_keys: serde_saphyr::DuplicateKeyPolicy::FirstWins,
        strict_booleans: true,
        with_snippet: false,
    };
    if matter.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with('#')) {
        return Ok(Vec::new());
    }
    match serde_saphyr::from_str_with_options::<Value>(matter, options) {
        Ok(Value::Map(fields)) => Ok(fields),
        Ok(_) => Err("it names no fields".to_owned()),
        Err(error) => Err(one_line(&error.to_string())),
    }
}

fn toml(matter: &str) -> Parsed {
    // The parser recurses: nesting that no front matter has would exhaust the stack.
    if matter.bytes().filter(|b| matches!(b, b'[' | b'{')).count() > 1_000 {
        return Err("it is nested too deeply".to_owned());
    }
    match matter.parse::<toml::Table>() {
        Ok(table) => Ok(table.into_iter().map(|(k, v)| (k, Value::from(v))).collect()),
        Err(error) => Err(one_line(error.message())),
    }
}

fn one_line(message: &str) -> String {
    let first = message.lines().next().unwrap_or_default();
    first.chars().take(120).collect()
}

/// `% title`, `% author; author`, `% date`: each may go on in lines that begin with a space.
fn pandoc_title_block(text: &str) -> (FrontMatter, &str) {
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(part) = line.strip_prefix('%').filter(|_| parts.len() < 3) {
            parts.push(part.trim().to_owned());
        } else if let (true, Some(part)) = (line.starts_with(' ') && !line.trim().is_empty(), parts.last_mut()) {
            part.push_str(if parts_are_authors(at, text) { "; " } else { " " });
            part.push_str(line.trim());
        } else {
            break;
        }
        at += line.len();
    }
    let mut fields = Entries::new();
    for (key, part) in ["title", "author", "date"].into_iter().zip(parts).filter(|(_, p)| !p.is_empty()) {
        let value = if key == "author" {
            Value::List(part.split(';').map(|a| Value::Text(a.trim().to_owned())).collect())
        } else {
            Value::Text(part)
        };
        fields.push((key.to_owned(), value));
    }
    (FrontMatter { fields, warning: None }, &text[at..])
}

/// Whether the line at `at` goes on from the second `%` line, the authors.
fn parts_are_authors(at: usize, text: &str) -> bool {
    text[..at].lines().filter(|l| l.starts_with('%')).count() == 2
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(item) = items.next_element()? {
            out.push(item);
        }
        Ok(Value::List(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Value, Value>()? {
            if let Value::Text(key) = key {
                out.push((key, value));
            }
        }
        Ok(Value::Map(out))
    }
}
