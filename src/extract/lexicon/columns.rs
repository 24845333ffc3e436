//! The columns of each kind of row, in the order in which `build.rs` writes them and `load` reads them.
//!
//! It is a module of both.

/// The kinds of row, each with its columns. Other keys are notes for people.
pub(crate) const ROWS: [(&str, &[&str]); 6] = [
    ("state", &["name", "id", "aliases", "demonyms", "capital", "metonyms", "former", "years", "ambiguous"]),
    ("organisation", &["name", "id", "aliases", "of", "class", "years", "ambiguous"]),
    ("armed_group", &["name", "id", "aliases", "of", "class", "years", "ambiguous"]),
    ("outlet", &["name", "id", "aliases", "of", "class", "years", "ambiguous"]),
    ("person", &["name", "id", "aliases", "surname", "sex", "of", "offices", "ambiguous"]),
    ("place", &["of", "names", "ambiguous"]),
];

/// What parts the texts of a list.
pub(crate) const PART: u8 = 0x1f;
