//! The distinct words of a text, so that what is known of a word is looked up once and not wherever it stands.

use super::classes::{Classes, Listed, listed_as};
use super::index::Index;
use super::roles::Role;
use super::verbs::VerbForm;

use crate::text::{Token, TokenKind};

/// The distinct tokens of a text, numbered in the order of their first places.
#[derive(Debug)]
pub(crate) struct Vocabulary<'t> {
    /// For each token the number of its word.
    pub(crate) ids: Vec<u32>,
    /// What each number stands for.
    pub(crate) entries: Vec<Distinct<'t>>,
    /// The words in lower case, one behind the other: one string, as a string each costs more than to make it.
    lower: String,
}

/// What tokens of the same kind and characters have in common.
#[derive(Debug)]
pub(crate) struct Distinct<'t> {
    /// The kind of token.
    pub(crate) kind: TokenKind,
    /// The characters.
    pub(crate) raw: &'t str,
    /// Where its lower case lies, in bytes.
    lower: (u32, u32),
    /// The closed classes that it is of.
    pub(crate) classes: Classes,
    /// What it is in the name of an office.
    pub(crate) role: Option<Role>,
    /// The form of verb that it is by a list.
    pub(crate) verb: Option<VerbForm>,
    /// How it is written.
    pub(crate) shape: Shape,
}

/// How a token is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// Whether it is ASCII.
    ascii: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether it has a small letter of ASCII.
    pub(crate) small: bool,
    /// Whether it has a hyphen.
    pub(crate) hyphened: bool,
    /// Whether its lower case is its folded form too: ASCII without apostrophes and full stops.
    pub(crate) plain: bool,
}

impl Shape {
    /// Looks at each character of a token once.
    #[inline]
    pub(crate) fn new(raw: &str) -> Self {
        // Most words are small letters alone.
        if raw.as_bytes().iter().all(u8::is_ascii_lowercase) {
            return Self { ascii: true, capital: false, small: true, hyphened: false, plain: true };
        }
        let (mut ascii, mut small, mut hyphened, mut plain) = (true, false, false, true);
        for byte in raw.bytes() {
            ascii &= byte.is_ascii();
            small |= byte.is_ascii_lowercase();
            hyphened |= byte == b'-';
            plain &= !matches!(byte, b'\'' | b'.');
        }
        let capital = match raw.as_bytes().first() {
            Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
            _ => raw.chars().next().is_some_and(char::is_uppercase),
        };
        let hyphened = hyphened || !ascii && raw.contains('‑');
        Self { ascii, capital, small, hyphened, plain: ascii && plain }
    }
}

impl<'t> Vocabulary<'t> {
    pub(crate) fn new(text: &'t str, tokens: &[Token]) -> Self {
        let room = (tokens.len() / 2).min(20_000);
        let mut index = Index::with_capacity(room);
        let mut entries: Vec<Distinct<'t>> = Vec::with_capacity(room);
        let mut ids = Vec::with_capacity(tokens.len());
        let mut lower = String::with_capacity(room * 6);
        for token in tokens {
            let raw = token.text(text);
            let same = |at: u32| entries.get(at as usize).is_some_and(|e| e.raw == raw && e.kind == token.kind);
            let (id, new) = index.add(raw, same);
            if new {
                entries.push(Distinct::new(token.kind, raw, &mut lower));
            }
            ids.push(id);
        }
        Self { ids, entries, lower }
    }

    /// The word in lower case, curly apostrophes straight, hard hyphens plain.
    #[inline]
    pub(crate) fn lower(&self, word: &Distinct<'t>) -> &str {
        &self.lower[word.lower.0 as usize..word.lower.1 as usize]
    }
}

impl<'t> Distinct<'t> {
    fn new(kind: TokenKind, raw: &'t str, all: &mut String) -> Self {
        let shape = Shape::new(raw);
        let from = all.len();
        push_lower(raw, shape.ascii, all);
        let word = kind == TokenKind::Word;
        let known = if word { listed_as(&all[from..], shape.hyphened) } else { Listed::default() };
        let Listed { classes, role, verb } = known;
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { kind, raw, classes, role, verb, lower: (place(from), place(all.len())), shape }
    }
}

/// Appends the word in lower case to `all`.
fn push_lower(raw: &str, ascii: bool, all: &mut String) {
    if ascii {
        let from = all.len();
        all.push_str(raw);
        return all[from..].make_ascii_lowercase();
    }
    for c in raw.chars() {
        match c {
            '’' | '‘' | 'ʼ' => all.push('\''),
            '‑' => all.push('-'),
            _ if c.is_ascii() => all.push(c.to_ascii_lowercase()),
            _ => all.extend(c.to_lowercase()),
        }
    }
}
