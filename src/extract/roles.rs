//! Nouns for people who act for a party: offices ("minister") and bodies ("delegation").

use serde::Deserialize;

#[derive(Deserialize, Default)]
struct Table {
    office: Vec<String>,
    body: Vec<String>,
    modifier: Vec<String>,
}

/// What a word is in the name of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// One person.
    Office,
    /// Several people.
    Body,
    /// A word before either.
    Modifier,
}

/// The words of the file, each with what it is; of two lines for one word the later holds.
pub(super) fn list() -> impl Iterator<Item = (String, Role)> {
    let table: Table = toml::from_str(include_str!("roles.toml")).unwrap_or_default();
    let of = |words: Vec<String>, role| words.into_iter().map(move |word| (word, role));
    of(table.modifier, Role::Modifier).chain(of(table.body, Role::Body)).chain(of(table.office, Role::Office))
}
