//! Where a statement about a briefing stands: in which part of the file, and under which name.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where a statement about a briefing stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The kind of place.
    pub place: Place,
    /// What it is called there, cleaned: the key, the property, the element; in a text "dateline", "byline" and the like.
    /// Empty where the place has only one.
    pub name: String,
}

/// The places where a statement about a briefing can stand, the most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Front matter; the name is the key.
    FrontMatter,
    /// A record that another reader exported as JSON; the name is the field.
    Record,
    /// The header of a mail; the name is the field's.
    MailHeader,
    /// What the program that saved the page noted in it; the name is its word for it.
    SavedPage,
    /// JSON-LD of a web page; the name is the property.
    LinkedData,
    /// `<meta>` of a web page; the name is its `name`, `property` or `itemprop`.
    Meta,
    /// Another element of a web page; the name is the whole of it: `<time>`, `<link rel=canonical>`.
    Element,
    /// The properties of a document such as a PDF; the name is the property.
    Document,
    /// The name of the file.
    FileName,
    /// The text itself; the name says which part.
    Text,
    /// The path of the article's address: `/2022/02/20/`.
    Address,
    /// The command line.
    Option,
    /// The reader, whose word is kept apart from the briefing.
    Reader,
}

/// Where a briefing's date comes from, as `attache extract` prints it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateFrom {
    /// Front matter, or other metadata of the file.
    FrontMatter,
    /// The leading date of the file's name.
    FileName,
    /// A dateline, or a full date near the top of the text.
    Text,
    /// The `--date` option.
    Option,
    /// The reader set it (kept with the reader's own data).
    Reader,
    /// Nowhere: it is unknown.
    #[default]
    None,
}

impl Origin {
    /// The statement called `name` in `place`.
    #[must_use]
    pub fn new(place: Place, name: &str) -> Self {
        Self { place, name: name.to_owned() }
    }
}

impl From<Place> for Origin {
    fn from(place: Place) -> Self {
        Self::new(place, "")
    }
}

impl From<Place> for DateFrom {
    fn from(place: Place) -> Self {
        match place {
            Place::FrontMatter
            | Place::Record
            | Place::MailHeader
            | Place::SavedPage
            | Place::LinkedData
            | Place::Meta
            | Place::Element
            | Place::Document
            | Place::Address => DateFrom::FrontMatter,
            Place::FileName => DateFrom::FileName,
            Place::Text => DateFrom::Text,
            Place::Option => DateFrom::Option,
            Place::Reader => DateFrom::Reader,
        }
    }
}

/// In words that can follow "from": "JSON-LD: datePublished", "the file's name".
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.place {
            Place::Element => return f.write_str(&self.name),
            Place::FrontMatter => "front matter",
            Place::Record => "the JSON record",
            Place::MailHeader => "the mail's header",
            Place::SavedPage => "SingleFile",
            Place::LinkedData => "JSON-LD",
            Place::Meta => "<meta>",
            Place::Document => "the document's properties",
            Place::FileName => "the file's name",
            Place::Text => "the text",
            Place::Address => "the address",
            Place::Option => "the command line",
            Place::Reader => "you",
        };
        if self.name.is_empty() { f.write_str(place) } else { write!(f, "{place}: {}", self.name) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_said_by_its_place_and_its_name_there() {
        for (origin, words) in [
            (Origin::new(Place::FrontMatter, "published"), "front matter: published"),
            (Origin::new(Place::Meta, "og:title"), "<meta>: og:title"),
            (Origin::new(Place::Element, "<time>"), "<time>"),
            (Origin::new(Place::Text, "dateline"), "the text: dateline"),
            (Origin::from(Place::FileName), "the file's name"),
        ] {
            assert_eq!(origin.to_string(), words);
        }
    }
}
