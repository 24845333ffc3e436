//! What the gold files say, and what `attache extract` answers.

use serde::Deserialize;

/// A kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Actors,
    Figures,
    Meetings,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    pub(crate) date: Option<String>,
    pub(crate) actors: Vec<GoldItem>,
    pub(crate) figures: Vec<GoldItem>,
    pub(crate) meetings: Vec<GoldItem>,
    pub(crate) traps: Vec<Trap>,
}

/// An actor, a figure or a meeting: what it lacks is null.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GoldItem {
    pub(crate) optional: bool,
    quote: Option<String>,
    quotes: Vec<String>,
    // Actors
    pub(crate) name: String,
    pub(crate) also: Vec<String>,
    pub(crate) of: Option<String>,
    // Figures, and actors
    pub(crate) kind: Option<String>,
    pub(crate) low: u64,
    pub(crate) high: u64,
    pub(crate) bound: Option<String>,
    pub(crate) side: Option<String>,
    pub(crate) r#where: Option<String>,
    pub(crate) said_by: Option<String>,
    // Meetings
    pub(crate) date: Option<String>,
    pub(crate) precision: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) participants: Vec<String>,
    pub(crate) status: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Trap {
    not: String,
    quote: Option<String>,
    #[serde(default)]
    quotes: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Answer {
    pub(crate) date: Option<String>,
    pub(crate) text: String,
    pub(crate) actors: Vec<Item>,
    pub(crate) figures: Vec<Item>,
    pub(crate) meetings: Vec<Item>,
}

/// A finding; offsets are Unicode scalar values of the text.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Item {
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) of: Option<String>,
    pub(crate) low: u64,
    pub(crate) high: u64,
    pub(crate) bound: Option<String>,
    pub(crate) side: Option<String>,
    pub(crate) r#where: Option<String>,
    pub(crate) said_by: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) precision: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) participants: Vec<String>,
    pub(crate) status: Option<String>,
    start: usize,
    end: usize,
    text: String,
    mentions: Vec<Mention>,
}

#[derive(Debug, Deserialize)]
struct Mention {
    start: usize,
    end: usize,
    text: String,
}

impl Gold {
    pub(crate) fn part(&self, part: Part) -> &[GoldItem] {
        match part {
            Part::Actors => &self.actors,
            Part::Figures => &self.figures,
            Part::Meetings => &self.meetings,
        }
    }
}

impl Answer {
    pub(crate) fn part(&self, part: Part) -> &[Item] {
        match part {
            Part::Actors => &self.actors,
            Part::Figures => &self.figures,
            Part::Meetings => &self.meetings,
        }
    }
}

impl GoldItem {
    pub(crate) fn quotes(&self) -> impl Iterator<Item = &str> {
        self.quote.iter().chain(&self.quotes).map(String::as_str)
    }

    /// One line for people.
    pub(crate) fn shown(&self) -> String {
        let words: Vec<&str> = if self.name.is_empty() { self.quotes().collect() } else { vec![&self.name] };
        words.join(" … ")
    }
}

impl Trap {
    pub(crate) fn quotes(&self) -> impl Iterator<Item = &str> {
        self.quote.iter().chain(&self.quotes).map(String::as_str)
    }

    pub(crate) fn is_of(&self, part: Part) -> bool {
        self.not
            == match part {
                Part::Actors => "actor",
                Part::Figures => "figure",
                Part::Meetings => "meeting",
            }
    }
}

impl Item {
    /// Where the text names it.
    pub(crate) fn spans(&self) -> Vec<(usize, usize)> {
        let own = (self.end > 0).then_some((self.start, self.end));
        own.into_iter().chain(self.mentions.iter().map(|m| (m.start, m.end))).collect()
    }

    /// One line for people.
    pub(crate) fn shown(&self) -> String {
        let mentions = || self.mentions.iter().map(|m| m.text.as_str()).collect::<Vec<_>>().join(" … ");
        self.name.clone().unwrap_or_else(|| if self.end > 0 { self.text.clone() } else { mentions() })
    }
}
