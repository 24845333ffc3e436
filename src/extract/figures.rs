//! Troop figures: stated counts of people under arms, formations, weapons and losses.
//!
//! `counted` decides whether a number counts a force, by the noun behind it or left out; `side` whose it is, where, and
//! who says so.

mod counted;
mod nouns;
mod side;

use std::ops::Range;

use counted::Counted;

use super::parties::View;
use super::words::Words;
use super::{Bound, Figure, FigureKind, numbers};
use crate::extract::ActorId;
use numbers::Count;

/// A figure on its way, with what the next may leave out.
#[derive(Debug)]
struct Found {
    counted: Counted,
    side: Option<ActorId>,
    sentence: usize,
}

/// Every figure, in the order of the text; the same number for the same force once.
pub(crate) fn find(view: &View<'_>) -> Vec<Figure> {
    let counts = numbers::find(view.words);
    let mut out: Vec<Figure> = Vec::new();
    let mut told: Vec<Found> = Vec::new();
    for (i, count) in counts.iter().enumerate() {
        let sentence = view.words.sentence_of(count.core.start);
        // A noun is carried along within its sentence and into the next.
        told.retain(|f| sentence <= f.sentence + 6);
        let surplus = told.len().saturating_sub(8);
        told.drain(..surplus);
        let Some(counted) =
            counted::counted(view, count, told.last().filter(|f| sentence <= f.sentence + 1).map(|f| &f.counted))
        else {
            continue;
        };
        let side = side::side(view, &count.core, &counted, &told, sentence);
        let next = counts.get(i + 1).map_or(usize::MAX, |c| c.tokens.start);
        let place = side::place(view, &counted.tokens, next);
        let said_by = side::said_by(view, &count.core);
        let bound = if count.bound == Bound::Exact { counted.bound.unwrap_or(Bound::Exact) } else { count.bound };
        let span = view.words.span(&counted.tokens);
        let base = Figure {
            kind: counted.kind,
            what: counted.what.clone(),
            low: count.low,
            high: count.high,
            bound,
            side: side.clone(),
            place,
            said_by,
            span,
        };
        for figure in split_change(view.words, count, base, &counted.tokens) {
            if !out.iter().rev().take(64).any(|f| is_same(f, &figure)) {
                out.push(figure);
            }
        }
        told.push(Found { counted, side, sentence });
    }
    out
}

/// "cut from 8,350 to 4,500" is two figures, not a range.
fn split_change(words: &Words<'_>, count: &Count, figure: Figure, tokens: &Range<usize>) -> Vec<Figure> {
    let Some([from, to]) = count.from_to.filter(|_| is_change(words, count)) else { return vec![figure] };
    let joint = (count.core.start..count.core.end).find(|&j| words.at(j) == "to").unwrap_or(count.core.start);
    let first = Figure {
        low: from,
        high: from,
        bound: Bound::Exact,
        span: words.span(&(count.core.start..joint)),
        ..figure.clone()
    };
    let second =
        Figure { low: to, high: to, bound: Bound::Exact, span: words.span(&(joint + 1..tokens.end)), ..figure };
    vec![first, second]
}

/// Whether "from X to Y" tells of a change: a verb of growing or shrinking stands near.
fn is_change(words: &Words<'_>, count: &Count) -> bool {
    let start = count.tokens.start.saturating_sub(14);
    let near = |j: usize| {
        let word = words.at(j);
        matches!(
            word,
            "cut"
                | "cuts"
                | "cutting"
                | "reduce"
                | "reduced"
                | "reduces"
                | "reducing"
                | "reduction"
                | "rise"
                | "rises"
                | "rose"
                | "risen"
                | "rising"
                | "grow"
                | "grew"
                | "grown"
                | "grows"
                | "growth"
                | "increase"
                | "increased"
                | "increases"
                | "increasing"
                | "raise"
                | "raised"
                | "raises"
                | "raising"
                | "fall"
                | "fell"
                | "fallen"
                | "falls"
                | "drop"
                | "dropped"
                | "drops"
                | "expand"
                | "expanded"
                | "expands"
                | "expanding"
                | "shrink"
                | "shrank"
                | "shrunk"
                | "shrinks"
                | "boost"
                | "boosted"
                | "boosts"
                | "lower"
                | "lowered"
                | "bring"
                | "brought"
                | "trim"
                | "trimmed"
                | "doubled"
                | "tripled"
                | "down"
                | "up"
                | "went"
                | "gone"
                | "swelled"
                | "swollen"
                | "dwindled"
                | "slashed"
                | "decrease"
                | "decreased"
                | "declined"
                | "scaled"
                | "drawdown"
                | "drawn"
                | "strengthened"
                | "revised"
        )
    };
    (start..count.tokens.start).any(near)
}

/// The same number for the same side and thing.
fn is_same(a: &Figure, b: &Figure) -> bool {
    let place = match (&a.place, &b.place) {
        (Some(x), Some(y)) => x == y || a.low >= 1000,
        _ => true,
    };
    let thing = a.kind == b.kind && (a.kind == FigureKind::Personnel || last_word(&a.what) == last_word(&b.what));
    let side = a.side == b.side || a.side.is_none() && a.low >= 1000 || b.side.is_none() && b.low >= 1000;
    (a.low, a.high) == (b.low, b.high) && thing && side && place
}

fn last_word(what: &str) -> String {
    what.rsplit(' ').next().unwrap_or(what).trim_end_matches('s').to_lowercase()
}

#[cfg(test)]
mod tests;
