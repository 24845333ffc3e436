//! Who speaks in a quotation that a figure stands in.

use super::classes::CLASSES;
use super::said_by::{Report, Sayer};
use super::side::block_start;
use super::speaker::{behind, inverted, speaker};
use crate::extract::parties::View;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far from the marks the verb of saying may stand.
const REACH: usize = 14;

/// "We lost 45 men," the minister said. "They lost 200.": whoever is named behind the quotation, before it, or behind the
/// one before it in the paragraph.
pub(super) fn quotation(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, core) = (report.view, report.view.words, report.core);
    let block = block_start(view, core.start);
    let (mut open, mut closed) = (None, None);
    for j in block..core.start {
        match words.at(j) {
            "“" => open = Some(j),
            "”" => closed = open.take().map(|_| j),
            "\"" if open.is_some() => closed = open.take().map(|_| j),
            "\"" => open = Some(j),
            _ => {}
        }
    }
    let open = open?;
    let end = (core.end..words.len().min(core.end + 160)).take_while(|&j| words.kind(j) != TokenKind::Break);
    let close = end.clone().find(|&j| matches!(words.at(j), "”" | "\""));
    // Words of two or three in quotation marks are no speech.
    if close.is_some_and(|close| close < open + 4) {
        return None;
    }
    // "…," the minister said
    if let Some(close) = close.filter(|&c| words.before(c, 1) == ",") {
        return said_in(view, close + 1..close + 1 + REACH, close);
    }
    // The minister said: "…"
    if matches!(words.before(open, 1), "," | ":") || words.is_before(open, 1, Classes::SAYING) {
        return said_in(view, open.saturating_sub(REACH).max(block)..open, open);
    }
    let closed = closed.filter(|&c| open <= c + 2 * REACH)?;
    said_in(view, closed + 1..open, closed)
}

/// Who speaks by the verb of saying within `range`, beside the mark at token `mark`.
fn said_in(view: &View<'_>, range: std::ops::Range<usize>, mark: usize) -> Option<Sayer> {
    let words = view.words;
    let mut inside = range.take_while(|&j| words.kind(j) != TokenKind::Break && words.at(j) != ";");
    let says = |j: usize| {
        let said = CLASSES.adding.contains(words.at(j)) || CLASSES.answering.contains(words.at(j));
        (words.is(j, Classes::SAYING) || said) && (verb_at(words, j).is_some() || words.at(j) == "said")
    };
    let at = inside.find(|&j| says(j))?;
    let actor = behind(view, at).or_else(|| speaker(view, at)).or_else(|| inverted(view, at, mark))?;
    Some(Sayer { actor: Some(actor), at })
}
