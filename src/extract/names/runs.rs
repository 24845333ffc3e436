//! Runs of capitalised words: the raw material of names.

use super::super::lexicon::grammar::Tags;
use super::{Scene, rules};
use crate::text::TokenKind;

/// Tokens `from..to` that look like one name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Notes the capitalised words that no rule has taken, where anybody wants to know. A word that only begins a sentence has
/// its capital from there.
pub(super) fn reject_others(scene: &Scene) {
    if !scene.trail.is_on() {
        return;
    }
    let words = &scene.words;
    let common = Tags::STOP.with(Tags::MONTH).with(Tags::WEEKDAY).with(Tags::OFFICE).with(Tags::HONORIFIC);
    let part = |t: usize| {
        let named = words.kind(t) == TokenKind::Word && words.capital(t) && !words.words[t].heading;
        t < words.len() && named && scene.is_free(t, t + 1) && !words.is(t, common)
    };
    let mut at = 0;
    while at < words.len() {
        if !part(at) {
            at += 1;
            continue;
        }
        let to = (at..words.len()).find(|&t| !part(t) || t > at && words.opens(t)).unwrap_or(words.len());
        if to > at + 1 || !words.opens(at) {
            scene.reject(at, to, &rules::NO_EVIDENCE);
        }
        at = to;
    }
}

/// The most tokens of a run, but for the last ones.
pub(super) const LONGEST: usize = 12;

/// The run of capitalised words that begins at token `at`, joined by "of", "for", "and", "the", "&" between capitals.
pub(super) fn run_at(scene: &Scene, at: usize) -> Option<Run> {
    let words = &scene.words;
    if !words.capital(at) || words.opens(at) && words.is(at, Tags::STOP) && !words.capital(at + 1) {
        return None;
    }
    let from = if words.opens(at) && words.is(at, Tags::STOP) && !words.is(at, Tags::BODY.with(Tags::REGION)) {
        at + 1
    } else {
        at
    };
    let mut to = from;
    while to < words.len() && to < from + LONGEST {
        if words.kind(to) == TokenKind::Word
            && words.capital(to)
            && !(to > from && words.is(to, Tags::WEEKDAY.with(Tags::MONTH)))
        {
            to += 1;
            continue;
        }
        let glue =
            matches!(words.low(to), "of" | "for" | "and" | "&" | "on" | "to" | "in" | "de" | "del" | "la" | "al" | "-");
        if to == from || !glue {
            break;
        }
        let next = if words.low(to + 1) == "the" { to + 2 } else { to + 1 };
        // "and" joins words of one name only before another glue or a last word that is a common noun; the caller decides.
        if words.kind(next) == TokenKind::Word
            && words.capital(next)
            && matches!(words.low(to), "of" | "for" | "&" | "de" | "del" | "la" | "al")
        {
            to = next + 1;
            continue;
        }
        break;
    }
    (to > from).then_some(Run { from, to })
}
