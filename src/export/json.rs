//! Bookmarks as W3C Web Annotations (JSON-LD): an array, one annotation a line, so that versions of it can be compared.
//!
//! What the vocabulary has no name for (title, date, checksum) has one in Dublin Core or schema.org, whose prefixes the
//! annotation context defines.

use std::io;
use std::path::Path;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use super::{Item, Location, citation};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

pub(super) fn render(items: &[Item<'_>]) -> String {
    let lines: Vec<String> = items.iter().map(|item| to_line(&Annotation::of(item))).collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

#[derive(Serialize)]
struct Annotation<'b> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    created: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    generator: Generator,
    body: Vec<Body<'b>>,
    target: Target<'b>,
}

#[derive(Serialize)]
struct Generator {
    id: String,
    r#type: &'static str,
    name: &'static str,
    #[serde(rename = "schema:softwareVersion")]
    version: &'static str,
}

#[derive(Serialize)]
struct Body<'b> {
    r#type: &'static str,
    value: &'b str,
    format: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Target<'b> {
    source: String,
    selector: Vec<Selector<'b>>,
    /// `exact`, `moved`, `orphan` (the file no longer says this) or `no-file`.
    #[serde(rename = "schema:status")]
    status: &'static str,
    #[serde(rename = "dc:title")]
    title: &'b str,
    #[serde(rename = "dc:creator", skip_serializing_if = "<[String]>::is_empty")]
    authors: &'b [String],
    #[serde(rename = "dc:publisher", skip_serializing_if = "<[String]>::is_empty")]
    sources: &'b [String],
    #[serde(rename = "dcterms:issued", skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(rename = "schema:url", skip_serializing_if = "Option::is_none")]
    url: Option<&'b str>,
    #[serde(rename = "dcterms:bibliographicCitation")]
    citation: String,
    #[serde(rename = "schema:contentUrl")]
    file: String,
    #[serde(rename = "schema:sha256")]
    sha256: &'b str,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'b> {
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'b str, prefix: &'b str, suffix: &'b str },
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

impl<'b> Annotation<'b> {
    fn of(item: &Item<'b>) -> Self {
        let bookmark = item.bookmark;
        let text = |value, purpose| Body { r#type: "TextualBody", value, format: "text/plain", purpose };
        let note = Some(bookmark.note.as_str()).filter(|note| !note.trim().is_empty());
        let version = env!("CARGO_PKG_VERSION");
        Self {
            context: CONTEXT,
            id: format!("urn:attache:bookmark:{}", encoded(&bookmark.id)),
            r#type: "Annotation",
            motivation: if note.is_some() { "commenting" } else { "bookmarking" },
            created: bookmark.created.to_string(),
            modified: bookmark.modified.map(|time| time.to_string()),
            generator: Generator {
                id: format!("urn:attache:version:{version}"),
                r#type: "Software",
                name: "attaché",
                version,
            },
            body: (note.map(|note| text(note, "commenting")).into_iter())
                .chain(bookmark.tags.iter().map(|tag| text(tag, "tagging")))
                .collect(),
            target: Target::of(item),
        }
    }
}

impl<'b> Target<'b> {
    fn of(item: &Item<'b>) -> Self {
        let (briefing, anchor) = (&item.bookmark.briefing, &item.bookmark.anchor);
        let (status, place) = match item.location {
            Location::Exact { start, end } => ("exact", Some((start, end))),
            Location::Moved { start, end } => ("moved", Some((start, end))),
            Location::Orphan => ("orphan", None),
            // In the text as it was; its checksum is the one given.
            Location::NoFile => ("no-file", Some((anchor.start, anchor.end))),
        };
        let quote = Selector::Quote { exact: &anchor.quote, prefix: &anchor.prefix, suffix: &anchor.suffix };
        let file = file_uri(&briefing.path);
        let web = briefing.url.as_deref().filter(|url| url.starts_with("http://") || url.starts_with("https://"));
        Self {
            source: web.map_or_else(|| file.clone(), str::to_owned),
            selector: std::iter::once(quote)
                .chain(place.map(|(start, end)| Selector::Position { start, end }))
                .collect(),
            status,
            title: &briefing.title,
            authors: &briefing.authors,
            sources: &briefing.sources,
            date: briefing.date.map(|date| date.to_string()),
            url: briefing.url.as_deref(),
            citation: citation(briefing),
            file,
            sha256: &briefing.sha256,
        }
    }
}

fn file_uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", encoded(&path))
}

/// `text` as a part of a URI.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// `value` as one line of JSON in which no character acts on a terminal or hides: beside the characters below U+0020,
/// DEL, the C1 controls and the invisible and bidirectional format characters are written as `\u` escapes.
///
/// A value that JSON cannot hold (a map with keys that are no strings) gives an empty line.
#[must_use]
pub fn to_line<T: Serialize>(value: &T) -> String {
    let mut bytes = Vec::new();
    match value.serialize(&mut Serializer::with_formatter(&mut bytes, Visible)) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut from = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| is_hidden(*c)) {
            CompactFormatter.write_string_fragment(writer, &fragment[from..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            from = at + c.len_utf8();
        }
        CompactFormatter.write_string_fragment(writer, &fragment[from..])
    }
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::bookmark;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn an_annotation_has_its_passage_note_tags_and_provenance() {
        let bookmark = bookmark();
        let item = Item { bookmark: &bookmark, location: Location::Moved { start: 20, end: 63 } };
        let all: Value = serde_json::from_str(&render(&[item])).unwrap();
        let one = &all[0];
        assert_eq!(one["@context"], CONTEXT);
        assert_eq!(one["id"], "urn:attache:bookmark:a1b2c3");
        assert_eq!(one["created"], "2022-01-02T03:04:05Z");
        assert_eq!(
            one["body"][1],
            json!({"type": "TextualBody", "value": "troops", "format": "text/plain", "purpose": "tagging"})
        );
        assert_eq!(
            one["target"]["selector"],
            json!([
                {"type": "TextQuoteSelector", "exact": bookmark.anchor.quote, "prefix": "Russia has ", "suffix": ", it said"},
                {"type": "TextPositionSelector", "start": 20, "end": 63},
            ])
        );
        assert_eq!(one["target"]["schema:status"], "moved");
        assert_eq!(one["target"]["schema:sha256"], "00ff");
        assert_eq!(one["target"]["schema:contentUrl"], "file:///briefings/a%20b.md");
        assert_eq!(one["generator"]["schema:softwareVersion"], env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn an_orphan_has_no_position() {
        let bookmark = bookmark();
        let text = render(&[Item { bookmark: &bookmark, location: Location::Orphan }]);
        assert!(!text.contains("TextPositionSelector") && text.contains("\"orphan\""), "{text}");
        assert_eq!(render(&[]), "[]\n");
    }

    #[test]
    fn hidden_characters_are_escaped_and_come_back() {
        let text = "a\u{7f}\u{9b}31m\u{202e}\u{e0041}\"\n\u{1b}é";
        let line = to_line(&text);
        assert!(line.chars().all(|c| !c.is_control() && !is_hidden(c)), "{line}");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }
}
