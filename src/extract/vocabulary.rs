//! The distinct words of a text, so that what is known of a word is looked up once and not wherever it stands.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt};

use super::roles::{Role, role};
use super::words::{Classes, classes};
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
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl<'t> Vocabulary<'t> {
    pub(crate) fn new(text: &'t str, tokens: &[Token]) -> Self {
        let mut numbers: HashMap<(TokenKind, &str), u32> = HashMap::with_capacity((tokens.len() / 2).min(20_000));
        let mut entries = Vec::with_capacity((tokens.len() / 2).min(20_000));
        let mut ids = Vec::with_capacity(tokens.len());
        for token in tokens {
            let raw = token.text(text);
            let id = *numbers.entry((token.kind, raw)).or_insert_with(|| {
                entries.push(Distinct::new(token.kind, raw));
                u32::try_from(entries.len() - 1).unwrap_or(u32::MAX)
            });
            ids.push(id);
        }
        Self { ids, entries }
    }
}

impl<'t> Distinct<'t> {
    fn new(kind: TokenKind, raw: &'t str) -> Self {
        let lower = lower(raw);
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        Self { kind, raw, classes: classes(&lower), role: role(&lower), lower, capital }
    }
}

fn lower(raw: &str) -> Cow<'_, str> {
    if raw.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(raw);
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
    Cow::Owned(lower)
}
