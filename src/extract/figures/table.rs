//! Tables: a bare number counts what the head of its column, or of its row, names.

use std::ops::Range;

use super::counted::Counted;
use super::loss::plain_loss;
use super::nouns::NOUNS;
use crate::extract::FigureKind;
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::Count;
use crate::extract::parties::{Cover, View};
use crate::extract::trail::Rule;
use crate::text::TokenKind;

static HEAD: Rule = Rule::new("table-head", "the head of the column or row says what is counted");

/// No table of more rows, and no row of more tokens, is looked through.
const ROWS: usize = 40;
const WIDTH: usize = 160;
/// No caption has more tokens.
const CAPTION: usize = 36;

/// A cell of a table, with what heads it.
pub(super) struct Cell {
    /// The cell's own tokens.
    pub(super) tokens: Range<usize>,
    /// The first cell of its row.
    pub(super) row: Range<usize>,
    /// The first cell of its column.
    pub(super) column: Range<usize>,
}

/// The tokens of the line that token `i` stands in, where it has cells.
fn line(view: &View<'_>, i: usize) -> Option<Range<usize>> {
    let words = view.words;
    if !words.has_tables() {
        return None;
    }
    let is_break = |j: usize| words.kind(j) == TokenKind::Break;
    let start = (i.saturating_sub(WIDTH)..i).rev().find(|&j| is_break(j)).map_or(0, |j| j + 1);
    let end = (i..i + WIDTH).find(|&j| is_break(j))?;
    (start..end).any(|j| words.at(j) == "|").then_some(start..end)
}

/// Cell number `n` of a line.
fn nth(view: &View<'_>, line: &Range<usize>, n: usize) -> Option<Range<usize>> {
    let mut bars = line.clone().filter(|&j| view.words.at(j) == "|");
    let start = match n {
        0 => line.start,
        _ => bars.nth(n - 1)? + 1,
    };
    Some(start..bars.next().unwrap_or(line.end))
}

/// The cell of a table that token `i` stands in, below its header.
pub(super) fn cell_at(view: &View<'_>, i: usize) -> Option<Cell> {
    let own = line(view, i)?;
    let column = (own.start..i).filter(|&j| view.words.at(j) == "|").count();
    let mut head = own.clone();
    for _ in 0..ROWS {
        let Some(above) = head.start.checked_sub(2).and_then(|j| line(view, j)) else { break };
        head = above;
    }
    if head == own {
        return None;
    }
    Some(Cell { tokens: nth(view, &own, column)?, row: nth(view, &own, 0)?, column: nth(view, &head, column)? })
}

/// The cell of the row of token `i` in the column that is headed as the source.
pub(super) fn source_cell(view: &View<'_>, i: usize) -> Option<Range<usize>> {
    let own = line(view, i)?;
    let mut head = own.clone();
    for _ in 0..ROWS {
        let Some(above) = head.start.checked_sub(2).and_then(|j| line(view, j)) else { break };
        head = above;
    }
    let at = head.clone().find(|&j| matches!(view.words.at(j), "source" | "sources"))?;
    let column = (head.start..at).filter(|&j| view.words.at(j) == "|").count();
    (head != own).then(|| nth(view, &own, column)).flatten()
}

/// The lines above and below the table that token `i` stands in.
pub(super) fn captions(view: &View<'_>, i: usize) -> Vec<Range<usize>> {
    let Some(own) = line(view, i) else { return Vec::new() };
    let text = |from: usize| {
        let is_break = |j: usize| view.words.kind(j) == TokenKind::Break;
        let start = (from.saturating_sub(WIDTH)..from).rev().find(|&j| is_break(j)).map_or(0, |j| j + 1);
        let end = (from..from + WIDTH).find(|&j| is_break(j))?;
        // A paragraph beside a table is no caption.
        (end - start <= CAPTION).then_some(start..end)
    };
    let mut out = Vec::new();
    let mut top = own.clone();
    for _ in 0..ROWS {
        let Some(above) = top.start.checked_sub(2) else { break };
        let Some(next) = line(view, above) else {
            out.extend(text(above));
            break;
        };
        top = next;
    }
    let mut bottom = own;
    for _ in 0..ROWS {
        let below = bottom.end + 1;
        if below >= view.words.len() {
            break;
        }
        let Some(next) = line(view, below) else {
            out.extend(text(below));
            break;
        };
        bottom = next;
    }
    out
}

/// The party before a noun for forces in a caption: "Chinese aircraft around Taiwan".
pub(super) fn captioned(view: &View<'_>, i: usize) -> Option<usize> {
    captions(view, i).into_iter().find_map(|line| {
        line.clone().find_map(|j| {
            let (actor, form) = view.named(j)?;
            let after = view.cover_end(j);
            let owner = form == MentionForm::Demonym || view.words.kind(after) == TokenKind::Possessive;
            let force = (after..after + 4)
                .any(|k| k < line.end && (NOUNS.noun(view.words.at(k)).is_some() || NOUNS.is_loss(view.words.at(k))));
            (owner && force).then_some(actor)
        })
    })
}

/// The party that heads a row or a column.
pub(super) fn party_in(view: &View<'_>, cell: &Range<usize>) -> Option<usize> {
    cell.clone().find_map(|j| view.named(j)).map(|(actor, _)| actor)
}

/// What a number that is alone in its cell counts.
pub(super) fn cell(view: &View<'_>, count: &Count) -> Option<Counted> {
    let words = view.words;
    let cell = cell_at(view, count.core.start)?;
    // Nothing before the number; behind it nothing, or a remark without a noun of its own.
    let alone = cell.tokens.start == count.tokens.start && cell.tokens.end == count.tokens.end;
    let remark = count.tokens.start > cell.tokens.start && words.before(count.tokens.start, 1) == "from";
    if !alone && !remark || matches!(view.cover(count.core.start), Cover::Date(_)) {
        return None;
    }
    let heads = if remark { above_numbers(view, count, &cell)? } else { vec![cell.column, cell.row] };
    for head in heads {
        let loss = head.clone().find(|&j| NOUNS.is_loss(words.at(j)));
        let noun = head.clone().rev().find_map(|j| NOUNS.noun(words.at(j)).map(|n| (n.kind, j)));
        let (kind, what) = match (noun, loss) {
            (Some((FigureKind::Equipment, j)), _) => (FigureKind::Equipment, words.at(j).to_owned()),
            (_, Some(j)) => (FigureKind::Casualties, plain_loss(words.at(j))),
            (Some((kind, j)), None) => (kind, words.at(j).to_owned()),
            _ => continue,
        };
        return Some(Counted {
            tokens: count.tokens.clone(),
            kind,
            what,
            bound: None,
            nameless: false,
            left_out: false,
            by: &HEAD,
        });
    }
    None
}

/// "down from some 4,000": the head of the number in the row that the remark is about.
fn above_numbers(view: &View<'_>, count: &Count, cell: &Cell) -> Option<Vec<Range<usize>>> {
    let changed = matches!(view.words.before(count.tokens.start, 2), "down" | "up");
    let before = cell.tokens.start.checked_sub(2)?;
    (changed && before > cell.row.start).then(|| cell_at(view, before).map(|c| vec![c.column])).flatten()
}
