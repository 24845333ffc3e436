//! The declarations of front matter, read field by field and checked. Whatever is wrong is a warning, and the rest counts.

use jiff::civil::Date;

use super::super::decode::clean_line;
use super::super::fields::{Entries, Value};
use super::{
    ACTOR_KINDS, BOUNDS, Declared, DeclaredActor, DeclaredFigure, DeclaredMeeting, FIGURE_KINDS, FORMS, PRECISIONS,
    STATUSES,
};
use crate::text::Span;

/// The fields of each, those of `attache extract` that say nothing here among them.
const ACTOR: [&str; 6] = ["id", "name", "kind", "role", "of", "mentions"];
const FIGURE: [&str; 12] =
    ["kind", "what", "low", "high", "bound", "side", "where", "said_by", "text", "quote", "start", "end"];
const MEETING: [&str; 11] = [
    "form",
    "date",
    "date_end",
    "precision",
    "date_text",
    "place",
    "participants",
    "status",
    "text",
    "quote",
    "mentions",
];

/// More than this of one sort is not read.
const MOST: usize = 500;
/// A value longer than this (in characters) is cut off.
const LONGEST: usize = 2_000;

/// Whether a field of front matter declares something.
pub(in crate::briefing) fn is_declaration(key: &str) -> bool {
    matches!(key, "actors" | "figures" | "meetings")
}

/// Reads what `fields` declare for the article `text`.
pub(in crate::briefing) fn read(fields: &Entries, text: &str, warnings: &mut Vec<String>) -> Declared {
    let mut declared = Declared::default();
    let mut reader = Reader { text, warnings };
    for (key, value) in fields {
        match key.as_str() {
            "actors" => declared.actors = reader.all("actor", value, &ACTOR, Reader::actor),
            "figures" => declared.figures = reader.all("figure", value, &FIGURE, Reader::figure),
            "meetings" => declared.meetings = reader.all("meeting", value, &MEETING, Reader::meeting),
            _ => {}
        }
    }
    declared
}

struct Reader<'r> {
    text: &'r str,
    warnings: &'r mut Vec<String>,
}

/// One declaration: what to call it, and its fields.
struct Item<'v> {
    label: String,
    fields: &'v [(String, Value)],
}

impl Item<'_> {
    fn value(&self, key: &str) -> Option<&Value> {
        self.fields.iter().find(|(k, v)| k == key && *v != Value::Null).map(|(_, v)| v)
    }
}

impl Reader<'_> {
    fn warn(&mut self, item: &Item<'_>, problem: &str) {
        self.warnings.push(format!("{} in the front matter: {problem}", item.label));
    }

    /// The declarations of one sort; a name alone stands for an item with that name.
    fn all<T>(
        &mut self,
        sort: &str,
        value: &Value,
        known: &[&str],
        read: fn(&mut Self, &Item<'_>) -> Option<T>,
    ) -> Vec<T> {
        let split: Vec<Value>;
        let items = match value {
            Value::Null => return Vec::new(),
            Value::List(items) => items.as_slice(),
            Value::Map(_) => std::slice::from_ref(value),
            Value::Text(line) => {
                split = line.split([',', ';']).map(|name| Value::Text(name.to_owned())).collect();
                &split
            }
        };
        if items.len() > MOST {
            self.warnings.push(format!("the front matter declares more than {MOST} {sort}s; the first count"));
        }
        let mut out = Vec::new();
        for (i, value) in items.iter().take(MOST).enumerate() {
            let label = format!("{sort} {}", i + 1);
            match value {
                Value::Map(fields) => {
                    let item = Item { label, fields };
                    self.unknown(&item, known);
                    out.extend(read(self, &item));
                }
                Value::Text(_) if sort == "actor" => {
                    let fields = [("name".to_owned(), value.clone())];
                    out.extend(read(self, &Item { label, fields: &fields }));
                }
                _ => {
                    let fields = known.join(", ");
                    self.warn(&Item { label, fields: &[] }, &format!("cannot be used; it has fields: {fields}"));
                }
            }
        }
        out
    }

    fn unknown(&mut self, item: &Item<'_>, known: &[&str]) {
        for (key, _) in item.fields.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let near = known.iter().min_by_key(|k| strsim::damerau_levenshtein(k, key));
            let near = near.filter(|k| strsim::damerau_levenshtein(k, key) <= 2);
            let meant = near.map_or_else(|| format!("allowed: {}", known.join(", ")), |k| format!("did you mean {k}?"));
            self.warn(item, &format!("{key}: unknown field; {meant}"));
        }
    }

    fn actor(&mut self, item: &Item<'_>) -> Option<DeclaredActor> {
        let (id, name) = (self.line(item, "id"), self.line(item, "name"));
        if id.is_none() && name.is_none() {
            self.warn(item, "has neither name nor id, and does not count");
            return None;
        }
        let kind = self.word(item, "kind", &ACTOR_KINDS);
        Some(DeclaredActor { id, name, kind, role: self.line(item, "role"), of: self.line(item, "of") })
    }

    fn figure(&mut self, item: &Item<'_>) -> Option<DeclaredFigure> {
        let kind = self.needed_word(item, "kind", &FIGURE_KINDS)?;
        let Some(what) = self.line(item, "what") else {
            self.warn(item, "has no what (the noun that is counted), and does not count");
            return None;
        };
        let (low, high) = (self.number(item, "low"), self.number(item, "high"));
        let Some((low, high)) = low.or(high).map(|low| (low, high.unwrap_or(low))) else {
            if item.value("low").or(item.value("high")).is_none() {
                self.warn(item, "has no low (a whole number), and does not count");
            }
            return None;
        };
        let (low, high) = (low.min(high), low.max(high));
        let default = if low == high { "exact" } else { "range" };
        let mut bound = self.word(item, "bound", &BOUNDS).unwrap_or_else(|| default.to_owned());
        if low != high && bound != "range" {
            self.warn(item, "has two numbers, which only a range has; it is read as one");
            "range".clone_into(&mut bound);
        }
        let span = self.places(item).first().copied();
        let (side, place) = (self.line(item, "side"), self.line(item, "where"));
        let said_by = self.line(item, "said_by");
        Some(DeclaredFigure { kind, what, low, high, bound, side, place, said_by, span })
    }

    fn meeting(&mut self, item: &Item<'_>) -> Option<DeclaredMeeting> {
        let form = self.needed_word(item, "form", &FORMS)?;
        let status = self.needed_word(item, "status", &STATUSES)?;
        let date = self.date(item, "date");
        let date_end = self.date(item, "date_end").filter(|end| date.is_some_and(|first| first <= *end));
        let precision = self.word(item, "precision", &PRECISIONS).filter(|p| (p == "none") == date.is_none());
        let precision = precision.unwrap_or_else(|| if date.is_some() { "day" } else { "none" }.to_owned());
        let (date_text, place) = (self.line(item, "date_text"), self.line(item, "place"));
        let participants = item.value("participants").map(lines).unwrap_or_default();
        let mentions = self.places(item);
        Some(DeclaredMeeting { form, date, date_end, precision, date_text, place, participants, status, mentions })
    }

    /// One line of text; an empty one says nothing.
    fn line(&mut self, item: &Item<'_>, key: &str) -> Option<String> {
        match item.value(key)? {
            Value::Text(raw) => Some(cut(raw)).filter(|text| !text.is_empty()),
            _ => {
                self.warn(item, &format!("{key}: cannot be used; allowed: one line of text"));
                None
            }
        }
    }

    fn word(&mut self, item: &Item<'_>, key: &str, allowed: &[&str]) -> Option<String> {
        let said = self.line(item, key)?;
        if allowed.contains(&said.as_str()) {
            return Some(said);
        }
        self.warn(item, &format!("{key}: cannot be “{said}”; allowed: {}", allowed.join(", ")));
        None
    }

    fn needed_word(&mut self, item: &Item<'_>, key: &str, allowed: &[&str]) -> Option<String> {
        let word = self.word(item, key, allowed);
        // Of a word that is none of these it has been said.
        if item.value(key).is_none() {
            self.warn(item, &format!("has no {key} ({}), and does not count", allowed.join(", ")));
        }
        word
    }

    fn number(&mut self, item: &Item<'_>, key: &str) -> Option<u64> {
        let said = self.line(item, key)?;
        let number = said.replace([',', '_', ' '], "").parse().ok();
        if number.is_none() {
            self.warn(item, &format!("{key}: cannot be “{said}”; allowed: a whole number"));
        }
        number
    }

    fn date(&mut self, item: &Item<'_>, key: &str) -> Option<Date> {
        let said = self.line(item, key)?;
        let date = said.get(..10).filter(|d| d.len() == said.len() || said[10..].starts_with(['T', ' ']));
        let date = date.and_then(|d| d.parse().ok());
        if date.is_none() {
            self.warn(item, &format!("{key}: cannot be “{said}”; allowed: YYYY-MM-DD"));
        }
        date
    }

    /// Where the words stand that are given as `text`, `quote` or the `text` of `mentions`.
    fn places(&mut self, item: &Item<'_>) -> Vec<Span> {
        let mut quotes: Vec<String> =
            ["text", "quote"].iter().filter_map(|key| item.value(key)).flat_map(lines).collect();
        if let Some(Value::List(mentions)) = item.value("mentions") {
            for mention in mentions.iter().take(MOST) {
                match mention {
                    Value::Map(fields) => {
                        quotes.extend(fields.iter().filter(|(k, _)| k == "text").flat_map(|(_, v)| lines(v)))
                    }
                    other => quotes.extend(lines(other)),
                }
            }
        }
        let mut spans = Vec::new();
        for quote in quotes {
            match find(self.text, &quote) {
                Some(span) => spans.push(span),
                None => self.warn(item, &format!("“{quote}” does not stand in the article")),
            }
        }
        spans.sort_unstable();
        spans.dedup();
        spans
    }
}

/// The lines of a text or of a list of texts.
fn lines(value: &Value) -> Vec<String> {
    let texts = match value {
        Value::List(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    };
    let text = |value: &Value| match value {
        Value::Text(raw) => Some(cut(raw)).filter(|text| !text.is_empty()),
        _ => None,
    };
    texts.iter().take(MOST).filter_map(text).collect()
}

fn cut(raw: &str) -> String {
    clean_line(&raw.chars().take(LONGEST).collect::<String>())
}

/// Where `quote` first stands in `text`, whatever the white space between its words.
fn find(text: &str, quote: &str) -> Option<Span> {
    if let Some(at) = text.find(quote) {
        return Some(Span::new(at, at + quote.len()));
    }
    let mut words = quote.split_whitespace();
    let first = words.next()?;
    text.match_indices(first).find_map(|(start, _)| {
        let mut end = start + first.len();
        for word in words.clone() {
            let rest = &text[end..];
            let next = rest.trim_start();
            if next.len() == rest.len() || !next.starts_with(word) {
                return None;
            }
            end = text.len() - next.len() + word.len();
        }
        Some(Span::new(start, end))
    })
}
