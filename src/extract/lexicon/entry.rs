//! What the lexicon knows of one party, place or outlet.

use super::fold::{fold, kebab};
use crate::extract::ActorKind;

/// A party, a place or an outlet.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: EntryKind,
    pub(crate) class: Class,
    /// The id of the state whose body it is, or that a place lies in.
    pub(crate) of: Option<String>,
    /// A state's adjective.
    pub(crate) demonym: Option<String>,
    /// A state's capital.
    pub(crate) capital: Option<String>,
    /// A person's name of later mentions; the last word where not set.
    pub(crate) surname: Option<String>,
    /// A person's name, folded: its words tell later mentions.
    pub(crate) folded: String,
    /// A person's sex, where known.
    pub(crate) female: Option<bool>,
    /// A person's offices.
    pub(crate) offices: Vec<Office>,
}

/// What matters for the reading of an [`Entry`]'s name beyond its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A regular force of a state.
    Force,
    /// A seat of government or ministry, whose name is its building's too.
    Executive,
    /// A state that is one city or has no capital: its name is often only a venue's.
    CityState,
    Other,
}

/// What an [`Entry`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryKind {
    Actor(ActorKind),
    Place,
    Outlet,
}

/// An office that a person held.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    pub(crate) role: String,
    pub(crate) years: Option<Years>,
}

/// A span of years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Years(pub(crate) i16, pub(crate) i16);

impl Years {
    /// "1999-2008", "2012-" (until now), "2001".
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
        let from = from.trim().parse().ok()?;
        Some(Self(from, to.trim().parse().unwrap_or(i16::MAX)))
    }

    pub(crate) fn hold(self, year: i16) -> bool {
        self.0 <= year && year <= self.1
    }
}

impl Entry {
    pub(super) fn new(name: &str, id: Option<&str>, kind: EntryKind) -> Self {
        Self {
            id: id.map_or_else(|| kebab(name), str::to_owned),
            name: name.to_owned(),
            kind,
            class: Class::Other,
            of: None,
            demonym: None,
            capital: None,
            surname: None,
            folded: if kind == EntryKind::Actor(ActorKind::Person) { fold(name) } else { String::new() },
            female: None,
            offices: Vec::new(),
        }
    }

    /// The kind of actor, if it is one.
    pub(crate) fn actor(&self) -> Option<ActorKind> {
        match self.kind {
            EntryKind::Actor(kind) => Some(kind),
            EntryKind::Place | EntryKind::Outlet => None,
        }
    }
}
