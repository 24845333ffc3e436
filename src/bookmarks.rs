//! Passages that the reader keeps, with a note and tags: what they are, how they are found again, where they are kept.
//!
//! How they leave the program is `export`'s work.

mod anchor;
mod change;
mod record;
mod store;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

pub use anchor::{Located, locate, occurrences};
pub use change::{Change, Done, Outcome, Removed};
pub use store::{Store, StoreError};

use crate::briefing::Briefing;
use crate::text::{ScalarOffsets, Span};

/// How many scalar values of the text before and after a passage are kept with it.
pub const CONTEXT: usize = 32;

/// A passage that the reader keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Short, never changed, and no other bookmark's.
    pub id: String,
    /// The briefing it stands in, as it was when the bookmark was made.
    pub briefing: BriefingRef,
    /// The passage and what finds it again.
    pub anchor: Anchor,
    /// What the reader says of it; may be empty or have several lines.
    pub note: String,
    /// The reader's tags, each once.
    pub tags: Vec<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When its note or tags were last changed.
    pub modified: Option<Timestamp>,
}

/// A briefing as a bookmark remembers it, so that it can be cited when its file is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BriefingRef {
    /// Its file, absolute.
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its title.
    pub title: String,
    /// Its date of publication.
    pub date: Option<Date>,
    /// The outlets it comes from.
    pub sources: Vec<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its address on the web.
    pub url: Option<String>,
}

/// A passage of a text, by its words, its neighbours and its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The words of the passage.
    pub quote: String,
    /// Up to [`CONTEXT`] scalar values before it.
    pub prefix: String,
    /// Up to [`CONTEXT`] scalar values behind it.
    pub suffix: String,
    /// Where it starts in the briefing's text, in scalar values.
    pub start: usize,
    /// Where it ends, in scalar values.
    pub end: usize,
}

/// A bookmark to be made: the store gives it its id and its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBookmark {
    /// The briefing it stands in.
    pub briefing: BriefingRef,
    /// The passage.
    pub anchor: Anchor,
    /// What the reader says of it.
    pub note: String,
    /// The reader's tags.
    pub tags: Vec<String>,
}

impl NewBookmark {
    /// A bookmark of the passage at `span` of `briefing`, without note and tags. White space at its ends is left out.
    #[must_use]
    pub fn of(briefing: &Briefing, span: Span) -> Self {
        Self {
            briefing: BriefingRef::of(briefing),
            anchor: Anchor::of(&briefing.text, span),
            note: String::new(),
            tags: Vec::new(),
        }
    }
}

impl BriefingRef {
    /// What a bookmark remembers of `briefing`.
    #[must_use]
    pub fn of(briefing: &Briefing) -> Self {
        let masthead = &briefing.masthead;
        Self {
            path: resolved(&briefing.path),
            sha256: briefing.sha256.clone(),
            title: masthead.title.clone(),
            date: masthead.date,
            sources: masthead.sources.clone(),
            authors: masthead.authors.clone(),
            url: masthead.url.clone(),
        }
    }

    /// Whether this is `briefing`: the same file, edited or not, or the same bytes in another place. `path` is
    /// `briefing`'s path as [`resolved`] gives it, which is worth computing once.
    #[must_use]
    pub fn is(&self, briefing: &Briefing, path: &Path) -> bool {
        self.sha256 == briefing.sha256 || self.path == path
    }
}

impl Anchor {
    /// The anchor of the passage at `span` of `text`. White space at its ends is left out.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let words = span.of(text);
        let start = span.start + (words.len() - words.trim_start().len());
        let quote = words.trim();
        let end = start + quote.len();
        let offsets = ScalarOffsets::new(text);
        let before = text.get(..start).unwrap_or_default();
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        Self {
            quote: quote.to_owned(),
            prefix: before[from..].to_owned(),
            suffix: text.get(end..).unwrap_or_default().chars().take(CONTEXT).collect(),
            start: offsets.scalar(start),
            end: offsets.scalar(end),
        }
    }
}

/// `path` made absolute, without links and dots, as bookmarks name files; as far as the system allows.
#[must_use]
pub fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The tags in a line that the reader typed: parted by commas or blanks, `#` before them or not, each once.
#[must_use]
pub fn parse_tags(line: &str) -> Vec<String> {
    let words = line.split(|c: char| c == ',' || c.is_whitespace() || c.is_control());
    let mut tags: Vec<String> = Vec::new();
    for tag in words.map(|word| word.trim_start_matches('#')).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|t| t == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_counts_scalar_values_and_leaves_white_space_out() {
        let text = "Żółć é. The quote. After";
        let at = text.find("The").unwrap();
        let anchor = Anchor::of(text, Span::new(at - 1, at + "The quote. ".len()));
        assert_eq!((anchor.quote.as_str(), anchor.start, anchor.end), ("The quote.", 8, 18));
        assert_eq!((anchor.prefix.as_str(), anchor.suffix.as_str()), ("Żółć é. ", " After"));
    }

    #[test]
    fn tags_are_parted_by_commas_and_blanks() {
        assert_eq!(parse_tags(" #nato, talks  nato,,#"), ["nato", "talks"]);
    }
}
