//! The distinct words of a text, so that what is known of a word is looked up once and not wherever it stands.

use std::borrow::Cow;

use super::index::Index;
use super::roles::Role;
use super::verbs::VerbForm;
use super::words::{Classes, Listed, listed};
use crate::text::{Token, TokenKind};

/// The distinct tokens of a text, numbered in the order of their first places.
#[derive(Debug)]
pub(crate) struct Vocabulary<'t> {
    /// For each token the number of its word.
    pub(crate) ids: Vec<u32>,
    /// What each number stands for.
    pub(crate) entries: Vec<Distinct<'t>>,
}

/// What tokens of the same kind and characters have in common.
#[derive(Debug)]
pub(crate) struct Distinct<'t> {
    /// The kind of token.
    pub(crate) kind: TokenKind,
    /// The characters.
    pub(crate) raw: &'t str,
    /// In lower case, curly apostrophes straight, hard hyphens plain.
    pub(crate) lower: Cow<'t, str>,
    /// The closed classes that it is of.
    pub(crate) classes: Classes,
    /// What it is in the name of an office.
    pub(crate) role: Option<Role>,
    /// The form of verb that it is by a list.
    pub(crate) verb: Option<VerbForm>,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether `lower` is its folded form too: ASCII without apostrophes and full stops.
    pub(crate) plain: bool,
}

impl<'t> Vocabulary<'t> {
    pub(crate) fn new(text: &'t str, tokens: &[Token]) -> Self {
        let room = (tokens.len() / 2).min(20_000);
        let mut index = Index::with_capacity(room);
        let mut entries: Vec<Distinct<'t>> = Vec::with_capacity(room);
        let mut ids = Vec::with_capacity(tokens.len());
        for token in tokens {
            let raw = token.text(text);
            let same = |at: u32| entries.get(at as usize).is_some_and(|e| e.raw == raw && e.kind == token.kind);
            let (id, new) = index.add(raw, same);
            if new {
                entries.push(Distinct::new(token.kind, raw));
            }
            ids.push(id);
        }
        Self { ids, entries }
    }
}

impl<'t> Distinct<'t> {
    pub(crate) fn new(kind: TokenKind, raw: &'t str) -> Self {
        let (lower, plain) = lower(raw);
        let capital = match raw.as_bytes().first() {
            Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
            _ => raw.chars().next().is_some_and(char::is_uppercase),
        };
        let word = kind == TokenKind::Word;
        let Listed { classes, role, verb } = if word { listed(&lower) } else { Listed::default() };
        Self { kind, raw, classes, role, verb, lower, capital, plain }
    }
}

/// The word in lower case, and whether it is ASCII without apostrophes and full stops.
fn lower(raw: &str) -> (Cow<'_, str>, bool) {
    if raw.bytes().all(|b| b.is_ascii_lowercase()) {
        return (Cow::Borrowed(raw), true);
    }
    let (mut ascii, mut small, mut plain) = (true, true, true);
    for byte in raw.bytes() {
        ascii &= byte.is_ascii();
        small &= !byte.is_ascii_uppercase();
        plain &= !matches!(byte, b'\'' | b'.');
    }
    if ascii {
        return (if small { Cow::Borrowed(raw) } else { Cow::Owned(raw.to_ascii_lowercase()) }, plain);
    }
    let mut lower = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '’' | '‘' | 'ʼ' => lower.push('\''),
            '‑' => lower.push('-'),
            _ if c.is_ascii() => lower.push(c.to_ascii_lowercase()),
            _ => lower.extend(c.to_lowercase()),
        }
    }
    (Cow::Owned(lower), false)
}
