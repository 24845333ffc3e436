//! Bookmarks for other programs: each format a pure function from bookmarks to text.
//!
//! What the text is written to is the caller's. Every export says which file (by SHA-256) a passage was read in and
//! which version of the program wrote it.

mod json;
mod markdown;
mod plain;

use std::str::FromStr;

pub use json::to_line;
pub use plain::to_plain_text;

use crate::bookmarks::{Bookmark, BriefingRef, Located, locate};
use crate::briefing::Briefing;
use crate::text::ScalarOffsets;

/// A bookmark to be exported, with where its passage stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<'b> {
    /// The bookmark.
    pub bookmark: &'b Bookmark,
    /// Where its passage stands now.
    pub location: Location,
}

/// Where a bookmark's passage stands in the briefing's text as it is now, in scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// Where it stood.
    Exact {
        /// Where it starts.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// Found again in another place of a changed text.
    Moved {
        /// Where it starts.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// The briefing no longer says this, or the text does not settle where.
    Orphan,
    /// The briefing's file cannot be read.
    NoFile,
}

impl<'b> Item<'b> {
    /// `bookmark`, located in its briefing as it is now; `None` where the file cannot be read.
    #[must_use]
    pub fn of(bookmark: &'b Bookmark, briefing: Option<&Briefing>) -> Self {
        let location = briefing.map_or(Location::NoFile, |briefing| {
            let offsets = ScalarOffsets::new(&briefing.text);
            match locate(bookmark, briefing) {
                Located::Exact(span) => {
                    Location::Exact { start: offsets.scalar(span.start), end: offsets.scalar(span.end) }
                }
                Located::Moved(span) => {
                    Location::Moved { start: offsets.scalar(span.start), end: offsets.scalar(span.end) }
                }
                Located::Orphan => Location::Orphan,
            }
        });
        Self { bookmark, location }
    }
}

/// A format that bookmarks are exported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Quotations with their notes and citations, grouped by briefing.
    Markdown,
    /// W3C Web Annotations (JSON-LD).
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Json];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// The ending of its files, without the full stop.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// `items` in this format.
    #[must_use]
    pub fn render(self, items: &[Item<'_>]) -> String {
        match self {
            Self::Markdown => markdown::render(items),
            Self::Json => json::render(items),
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let all = Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|f| f.name() == name).ok_or_else(|| format!("is none of {all}"))
    }
}

/// Whether `text` is an export in Markdown, which may be replaced by another; else it may be a briefing.
#[must_use]
pub fn is_export(text: &str) -> bool {
    let last = text.trim_end().lines().next_back().unwrap_or_default();
    text.starts_with(markdown::HEADING) && last.starts_with(markdown::SIGNATURE)
}

/// The briefing's citation in one line: Author, "Title", Source, date, URL. What is unknown is left out.
#[must_use]
pub fn citation(briefing: &BriefingRef) -> String {
    cite(briefing, str::to_owned, str::to_owned)
}

/// A citation whose words are passed through `text`, and whose address through `url`.
fn cite(briefing: &BriefingRef, text: impl Fn(&str) -> String, url: impl Fn(&str) -> String) -> String {
    let mut parts = Vec::new();
    let names = |names: &[String]| text(&one_line(&names.join(", ")));
    if !briefing.authors.is_empty() {
        parts.push(names(&briefing.authors));
    }
    parts.push(format!("\"{}\"", text(&one_line(&briefing.title))));
    if !briefing.sources.is_empty() {
        parts.push(names(&briefing.sources));
    }
    parts.extend(briefing.date.map(|date| date.to_string()));
    parts.extend(briefing.url.as_deref().map(|address| url(&one_line(address))));
    parts.join(", ")
}

/// `text` on one line, without control characters.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Bookmarks in the order of an export: by briefing (latest first, then by title), then by place in it.
#[must_use]
pub fn in_order(mut items: Vec<Item<'_>>) -> Vec<Item<'_>> {
    items.sort_by(|a, b| {
        let (a, b) = (a.bookmark, b.bookmark);
        b.briefing
            .date
            .cmp(&a.briefing.date)
            .then_with(|| a.briefing.title.cmp(&b.briefing.title))
            .then_with(|| a.briefing.path.cmp(&b.briefing.path))
            .then_with(|| a.briefing.sha256.cmp(&b.briefing.sha256))
            .then_with(|| (a.anchor.start, a.anchor.end).cmp(&(b.anchor.start, b.anchor.end)))
            .then_with(|| a.id.cmp(&b.id))
    });
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookmarks::Anchor;
    use jiff::civil::date;

    /// A bookmark with something in every field.
    pub(super) fn bookmark() -> Bookmark {
        Bookmark {
            id: "a1b2c3".to_owned(),
            briefing: BriefingRef {
                path: "/briefings/a b.md".into(),
                sha256: "00ff".to_owned(),
                title: "Leaders \"talk\"".to_owned(),
                date: Some(date(2021, 12, 30)),
                sources: vec!["Example Wire".to_owned()],
                authors: vec!["A. Writer".to_owned(), "B. Writer".to_owned()],
                url: Some("https://example.org/a".to_owned()),
            },
            anchor: Anchor {
                quote: "an estimated 100,000 troops\nnear the border".to_owned(),
                prefix: "Russia has ".to_owned(),
                suffix: ", it said".to_owned(),
                start: 11,
                end: 54,
            },
            note: "Compare with\nthe figure of *May*.".to_owned(),
            tags: vec!["troops".to_owned(), "border_talks".to_owned()],
            created: "2022-01-02T03:04:05Z".parse().unwrap(),
            modified: None,
        }
    }

    #[test]
    fn a_citation_leaves_out_what_is_unknown() {
        let mut briefing = bookmark().briefing;
        assert_eq!(
            citation(&briefing),
            "A. Writer, B. Writer, \"Leaders \"talk\"\", Example Wire, 2021-12-30, https://example.org/a"
        );
        briefing = BriefingRef { title: "A\ttitle\u{1b}".to_owned(), ..BriefingRef::default() };
        assert_eq!(citation(&briefing), "\"A title\"");
    }
}
