//! Nouns for people who act for a party: offices ("minister") and bodies ("delegation").

use std::sync::LazyLock;

use foldhash::HashMap;
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

static ROLES: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("roles.toml")).unwrap_or_default();
    let mut out = HashMap::default();
    out.extend(table.modifier.into_iter().map(|w| (w, Role::Modifier)));
    out.extend(table.body.into_iter().map(|w| (w, Role::Body)));
    out.extend(table.office.into_iter().map(|w| (w, Role::Office)));
    out
});

/// What the lower-case `word` is in the name of an office.
pub(crate) fn role(word: &str) -> Option<Role> {
    ROLES.get(word).copied()
}
