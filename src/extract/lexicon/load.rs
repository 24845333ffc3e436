//! The data files → [`Lexicon`]. Every file is a list of tables of one kind; unknown keys are notes for people.

use serde::Deserialize;

use super::build::Builder;
use super::{Class, Entry, EntryKind, Form, Lexicon, Office, Years};
use crate::extract::ActorKind;

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
    name: String,
    id: Option<String>,
    aliases: Vec<String>,
    demonyms: Vec<String>,
    capital: Option<String>,
    metonyms: Vec<String>,
    former: Vec<String>,
    years: Option<String>,
    ambiguous: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Row {
    name: String,
    id: Option<String>,
    aliases: Vec<String>,
    of: Option<String>,
    class: Option<String>,
    years: Option<String>,
    ambiguous: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PersonRow {
    name: String,
    id: Option<String>,
    aliases: Vec<String>,
    surname: Option<String>,
    sex: Option<String>,
    of: Option<String>,
    offices: Vec<String>,
    ambiguous: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PlaceRow {
    of: Option<String>,
    names: Vec<String>,
    ambiguous: bool,
}

/// Reads the files in this order; the first that cannot be parsed is told with its name.
pub(super) fn load(files: &[(&str, &'static str)], grammar: &str) -> Result<Lexicon, String> {
    // Parsing is most of the work and each file's own, so it is spread over the cores.
    let parsed: Vec<Result<File, String>> = std::thread::scope(|scope| {
        let parse = |&(name, text): &(&str, &'static str)| {
            let name = name.to_owned();
            scope.spawn(move || toml::from_str(text).map_err(|e| format!("{name}: {e}")))
        };
        let threads: Vec<_> = files.iter().map(parse).collect();
        threads
            .into_iter()
            .map(|t| t.join().unwrap_or_else(|_| Err("a data file could not be read".to_owned())))
            .collect()
    });
    let mut build = Builder::new();
    build.grammar(grammar)?;
    for file in parsed {
        add(&mut build, &file?);
    }
    Ok(build.finish())
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
    entry.demonym = row.demonyms.first().cloned();
    entry.class = match &row.capital {
        Some(capital) if *capital != row.name => Class::Other,
        _ => Class::CityState,
    };
    let at = build.entry(entry);
    let doubt = |name: &String| row.ambiguous.contains(name);
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
        build.alias(at, name, Form::Name, doubt(&name.to_owned()), Years::parse(span));
    }
}

fn named(build: &mut Builder, row: &Row, kind: EntryKind) {
    let years = row.years.as_deref().and_then(Years::parse);
    let mut entry = Entry::new(&row.name, row.id.as_deref(), kind);
    entry.of.clone_from(&row.of);
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
    entry.of.clone_from(&row.of);
    entry.surname.clone_from(&row.surname);
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
        let mut entry = Entry::new(name, None, EntryKind::Place);
        entry.of.clone_from(&row.of);
        let at = build.entry(entry);
        build.alias(at, name, Form::Name, row.ambiguous, None);
    }
}
