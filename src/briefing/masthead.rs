//! What a briefing says of itself, and where it says so: the fields of any format, the file's name and the text →
//! [`Masthead`].

mod date;
mod names;
mod read;
mod title;

use jiff::civil::Date;

use super::{DateFrom, Origin};

pub(super) use date::settle_date;
pub(super) use names::names_in_line;
pub(super) use read::{Stated, is_known_field, stated};
pub(super) use title::settle_title;

/// What a briefing says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The title; the file's name where it states none.
    pub title: String,
    /// The date of publication that counts.
    pub date: Option<Date>,
    /// Every day that the file states as that of publication, each once with the most trusted place that states it. The
    /// first is the one that counts; several are a conflict.
    pub dates: Vec<StatedDate>,
    /// When it was last changed: never taken for the date of publication.
    pub modified: Option<Date>,
    /// When the copy was made: never taken for the date of publication.
    pub captured: Option<Date>,
    /// The outlets it comes from.
    pub sources: Vec<String>,
    /// Who wrote it: people, no outlets.
    pub authors: Vec<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// The tags that it is given.
    pub tags: Vec<String>,
    /// The language that it declares, as a tag of BCP 47 (`en-GB`) where it is one. Never guessed from the text.
    pub language: Option<String>,
    /// Where each of these is from.
    pub origins: Origins,
}

/// Where the parts of a [`Masthead`] are from; `None` for what is not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the origin of the part of the same name")]
pub struct Origins {
    pub title: Option<Origin>,
    pub date: Option<Origin>,
    pub modified: Option<Origin>,
    pub captured: Option<Origin>,
    pub sources: Option<Origin>,
    pub authors: Option<Origin>,
    pub url: Option<Origin>,
    pub tags: Option<Origin>,
    pub language: Option<Origin>,
}

/// A day that a file states as that of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedDate {
    /// The day.
    pub date: Date,
    /// Where it stands.
    pub origin: Origin,
}

/// One line of what a briefing says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is about: "title", "date", "another date", "changed", "saved", "outlet", "author", "address", "tags",
    /// "language".
    pub what: &'static str,
    /// What it says.
    pub value: String,
    /// Where it is from.
    pub origin: Option<Origin>,
}

impl Masthead {
    /// Where the date comes from, roughly; [`Origins::date`] says it exactly.
    #[must_use]
    pub fn date_from(&self) -> DateFrom {
        self.origins.date.as_ref().map_or(DateFrom::None, |origin| origin.place.into())
    }

    /// Gives it a date, or takes it away. What the file itself states stays among [`Masthead::dates`].
    pub fn set_date(&mut self, date: Option<(Date, Origin)>) {
        (self.date, self.origins.date) = date.unzip();
    }

    /// The days that are stated and are not the one that counts: with any of them, the file contradicts itself.
    pub fn other_dates(&self) -> impl Iterator<Item = &StatedDate> {
        self.dates.iter().filter(|stated| Some(stated.date) != self.date)
    }

    /// Everything it says, one line for each part that is stated, in a fixed order.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement> {
        let day = |day: Date| day.to_string();
        let list = |items: &[String]| Some(items.join(", ")).filter(|joined| !joined.is_empty());
        let from = &self.origins;
        let mut out = Vec::new();
        let mut say = |what, value: Option<String>, origin: &Option<Origin>| {
            out.extend(value.map(|value| Statement { what, value, origin: origin.clone() }));
        };
        say("title", Some(self.title.clone()), &from.title);
        say("date", self.date.map(day), &from.date);
        for other in self.other_dates() {
            say("another date", Some(day(other.date)), &Some(other.origin.clone()));
        }
        say("changed", self.modified.map(day), &from.modified);
        say("saved", self.captured.map(day), &from.captured);
        say("outlet", list(&self.sources), &from.sources);
        say("author", list(&self.authors), &from.authors);
        say("address", self.url.clone(), &from.url);
        say("tags", list(&self.tags), &from.tags);
        say("language", self.language.clone(), &from.language);
        out
    }
}
