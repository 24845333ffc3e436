//! How far a noun phrase reaches: the words that it ends at, and whether it comes to a name or an office at all.

use super::offices::opposite_number;
use super::{Cover, View};
use crate::extract::roles::Role;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// Words that no name and no office goes on with.
pub(super) const CLOSED: Classes =
    Classes::PREPOSITION.with(Classes::AUXILIARY).with(Classes::DETERMINER).with(Classes::ADVERB);

/// How far a noun phrase may reach from the token at hand: most tokens lead to no name and no office, and are passed over.
#[derive(Default)]
pub(super) struct Reach {
    /// No name and no office stands from the token at hand up to this one.
    head: usize,
    /// A name or an office, and the last token before it at which a phrase ends.
    stop: (usize, Option<usize>),
}

impl Reach {
    /// Whether a phrase from token `i` on comes to a name or an office before token `end`.
    pub(super) fn leads(&mut self, view: &View<'_>, i: usize, end: usize) -> bool {
        self.head = (self.head.max(i)..end).find(|&j| is_head(view, j)).unwrap_or(end);
        if self.head == end {
            return false;
        }
        if self.stop.0 != self.head {
            self.stop = (self.head, (i..self.head).rev().find(|&j| is_stop(view, j)));
        }
        // A phrase may begin with an article, though it ends before one.
        let open = |stop| stop < i || stop == i && view.words.is(i, Classes::DETERMINER);
        self.stop.1.is_none_or(open)
    }
}

/// Whether a noun phrase without a name or an office so far ends before token `j`.
fn is_stop(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    view.cover(j) == Cover::Nothing
        && match words.kind(j) {
            TokenKind::Word => (words.role(j).is_none() || words.at(j) == "of") && is_closed(view, j),
            TokenKind::Number | TokenKind::Possessive => false,
            TokenKind::Punctuation | TokenKind::Break => true,
        }
}

/// Whether no phrase goes on with the word at token `j`, unless it is of an office.
pub(super) fn is_closed(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    let word = words.at(j);
    let closed = words.is(j, CLOSED.with(Classes::CLAUSE))
        || matches!(
            word,
            "and"
                | "or"
                | "but"
                | "who"
                | "which"
                | "whom"
                | "that"
                | "when"
                | "where"
                | "as"
                | "if"
                | "it"
                | "he"
                | "she"
                | "they"
        );
    // "that morning General X", "will seat Prince X", "by telephoning X": no part of the name.
    let apart = is_time(word)
        || words.is_before(j, 1, Classes::MODAL)
        || word.ends_with("ing") && words.is_before(j, 1, Classes::PREPOSITION);
    closed || apart || verb_at(words, j).is_some()
}

/// Whether a noun phrase has something to go by at token `j`: a name, words that stand for one, or an office.
fn is_head(view: &View<'_>, j: usize) -> bool {
    match view.cover(j) {
        Cover::Mention(_) | Cover::Reference(_) => true,
        Cover::Nothing => {
            matches!(view.words.role(j), Some(Role::Office | Role::Body)) || opposite_number(view, j).is_some()
        }
        _ => false,
    }
}

/// Nouns for times, which stand before a name and are no part of it.
fn is_time(word: &str) -> bool {
    matches!(
        word,
        "hour" | "hours" | "morning" | "afternoon" | "evening" | "night" | "day" | "week" | "month" | "year" | "moment"
    )
}
