//! The data files → [`Lexicon`]. Every file is a list of tables of one kind; unknown keys are notes for people.
//!
//! The program's own files come as the rows that `build.rs` makes of them, the reader's as TOML.

use std::borrow::Cow;

use serde::Deserialize;

use super::build::Builder;
use super::columns::{PART, ROWS};
use super::{Class, Entry, EntryKind, Form, Lexicon, Office, Years};
use crate::extract::ActorKind;

type Text = Cow<'static, str>;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct File {
    state: Vec<StateRow>,
    organisation: Vec<Row>,
    armed_group: Vec<Row>,
    person: Vec<PersonRow>,
    outlet: Vec<Row>,
    place: Vec<PlaceRow>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StateRow {
    name: Text,
    id: Option<Text>,
    aliases: Vec<Text>,
    demonyms: Vec<Text>,
    capital: Option<Text>,
    metonyms: Vec<Text>,
    former: Vec<Text>,
    years: Option<Text>,
    ambiguous: Vec<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Row {
    name: Text,
    id: Option<Text>,
    aliases: Vec<Text>,
    of: Option<Text>,
    class: Option<Text>,
    years: Option<Text>,
    ambiguous: Vec<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PersonRow {
    name: Text,
    id: Option<Text>,
    aliases: Vec<Text>,
    surname: Option<Text>,
    sex: Option<Text>,
    of: Option<Text>,
    offices: Vec<Text>,
    ambiguous: Vec<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PlaceRow {
    of: Option<Text>,
    names: Vec<Text>,
    ambiguous: bool,
}

/// Reads the rows that `build.rs` wrote, and the words of the grammar.
pub(super) fn load(rows: &'static str, grammar: &str) -> Result<Lexicon, String> {
    let mut build = Builder::new();
    build.grammar(grammar)?;
    for (at, line) in rows.lines().enumerate() {
        row(&mut build, line).ok_or_else(|| format!("row {} of the lexicon has too few columns", at + 1))?;
    }
    Ok(build.finish())
}

/// Adds what stands in a line; nothing where a column is missing.
fn row(build: &mut Builder, line: &'static str) -> Option<()> {
    let mut columns = pieces(line, b'\t');
    let (kind, _) = ROWS.get(columns.next()?.parse::<usize>().ok()?)?;
    let mut text = || columns.next().map(Cow::Borrowed);
    let some = |text: Text| Some(text).filter(|text| !text.is_empty());
    let list = |text: Text| match text {
        Cow::Borrowed("") => Vec::new(),
        Cow::Borrowed(texts) => pieces(texts, PART).map(Cow::Borrowed).collect(),
        Cow::Owned(text) => vec![Cow::Owned(text)],
    };
    match *kind {
        "state" => {
            let row = StateRow {
                name: text()?,
                id: some(text()?),
                aliases: list(text()?),
                demonyms: list(text()?),
                capital: some(text()?),
                metonyms: list(text()?),
                former: list(text()?),
                years: some(text()?),
                ambiguous: list(text()?),
            };
            state(build, &row);
        }
        "person" => {
            let row = PersonRow {
                name: text()?,
                id: some(text()?),
                aliases: list(text()?),
                surname: some(text()?),
                sex: some(text()?),
                of: some(text()?),
                offices: list(text()?),
                ambiguous: list(text()?),
            };
            person(build, &row);
        }
        "place" => {
            let row = PlaceRow { of: some(text()?), names: list(text()?), ambiguous: text()? == "true" };
            place(build, &row);
        }
        _ => {
            let row = Row {
                name: text()?,
                id: some(text()?),
                aliases: list(text()?),
                of: some(text()?),
                class: some(text()?),
                years: some(text()?),
                ambiguous: list(text()?),
            };
            let kind = match *kind {
                "organisation" => EntryKind::Actor(ActorKind::Organisation),
                "armed_group" => EntryKind::Actor(ActorKind::ArmedGroup),
                _ => EntryKind::Outlet,
            };
            named(build, &row, kind);
        }
    }
    Some(())
}

/// The pieces of `text` between the marks, which are ASCII. They are short, so that a plain walk finds them fastest.
fn pieces(text: &'static str, mark: u8) -> impl Iterator<Item = &'static str> {
    let mut left = Some(text);
    std::iter::from_fn(move || {
        let text = left?;
        let Some(at) = text.bytes().position(|b| b == mark) else { return left.take() };
        left = Some(&text[at + 1..]);
        Some(&text[..at])
    })
}

/// Adds what stands in a file.
pub(super) fn add(build: &mut Builder, file: &File) {
    file.state.iter().for_each(|row| state(build, row));
    for row in &file.organisation {
        named(build, row, EntryKind::Actor(ActorKind::Organisation));
    }
    for row in &file.armed_group {
        named(build, row, EntryKind::Actor(ActorKind::ArmedGroup));
    }
    file.outlet.iter().for_each(|row| named(build, row, EntryKind::Outlet));
    file.person.iter().for_each(|row| person(build, row));
    file.place.iter().for_each(|row| place(build, row));
}

fn state(build: &mut Builder, row: &StateRow) {
    let years = row.years.as_deref().and_then(Years::parse);
    let mut entry = Entry::new(&row.name, row.id.as_deref(), EntryKind::Actor(ActorKind::State));
    entry.demonym = row.demonyms.first().map(|d| d.clone().into_owned());
    entry.capital = row.capital.clone().map(Into::into);
    entry.class = match &row.capital {
        Some(capital) if *capital != row.name => Class::Other,
        _ => Class::CityState,
    };
    let at = build.entry(entry);
    let doubt = |name: &str| row.ambiguous.iter().any(|other| other == name);
    build.alias(at, &row.name, Form::Name, doubt(&row.name), years);
    for name in &row.aliases {
        build.alias(at, name, Form::Name, doubt(name), years);
    }
    for name in &row.demonyms {
        build.alias(at, name, Form::Demonym, doubt(name), years);
    }
    for name in row.capital.iter().chain(&row.metonyms) {
        build.alias(at, name, Form::Seat, doubt(name), years);
    }
    for line in &row.former {
        let (name, span) = line.rsplit_once(' ').unwrap_or((line, ""));
        build.alias(at, name, Form::Name, doubt(name), Years::parse(span));
    }
}

fn named(build: &mut Builder, row: &Row, kind: EntryKind) {
    let years = row.years.as_deref().and_then(Years::parse);
    let mut entry = Entry::new(&row.name, row.id.as_deref(), kind);
    entry.of = row.of.clone().map(Text::into_owned);
    entry.class = match row.class.as_deref() {
        Some("force") => Class::Force,
        Some("executive" | "ministry") => Class::Executive,
        _ => Class::Other,
    };
    let at = build.entry(entry);
    for name in std::iter::once(&row.name).chain(&row.aliases) {
        build.alias(at, name, Form::Name, row.ambiguous.contains(name), years);
    }
}

fn person(build: &mut Builder, row: &PersonRow) {
    let mut entry = Entry::new(&row.name, row.id.as_deref(), EntryKind::Actor(ActorKind::Person));
    entry.of = row.of.clone().map(Text::into_owned);
    entry.surname = row.surname.clone().map(Text::into_owned);
    entry.female = row.sex.as_deref().map(|s| s.starts_with(['f', 'w']));
    entry.offices = row.offices.iter().map(|line| office(line)).collect();
    let at = build.entry(entry);
    for name in std::iter::once(&row.name).chain(&row.aliases) {
        build.alias(at, name, Form::Name, row.ambiguous.contains(name), None);
        if row.surname.is_none() {
            build.surname(at, name);
        }
    }
}

/// "role", "role FROM-" or "role FROM-TO".
fn office(line: &str) -> Office {
    let (role, years) = line.rsplit_once(' ').unwrap_or((line, ""));
    match Years::parse(years) {
        Some(years) => Office { role: role.to_owned(), years: Some(years) },
        None => Office { role: line.to_owned(), years: None },
    }
}

fn place(build: &mut Builder, row: &PlaceRow) {
    for name in &row.names {
        // Nobody asks for a place by its id.
        let mut entry = Entry::new(name, Some(""), EntryKind::Place);
        entry.of = row.of.clone().map(Text::into_owned);
        let at = build.entry(entry);
        build.alias(at, name, Form::Name, row.ambiguous, None);
    }
}
