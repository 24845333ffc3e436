//! Tables: in columns where they fit, else each row as a list of its cells.

use super::wrap::broken;
use super::{Content, Line, Piece, cells};
use crate::text::Span;

/// Columns between two cells: a space, a rule, a space.
const GAP: u16 = 3;

/// The lines of a table's rows within `width` columns, `indent` of them left free.
pub(super) fn lines(text: &str, rows: &[Vec<Span>], header: bool, indent: u16, width: u16, block: usize) -> Vec<Line> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<u16> = (0..columns)
        .map(|c| rows.iter().filter_map(|row| row.get(c)).map(|cell| cells(cell.of(text))).max().unwrap_or(0))
        .collect();
    let gaps = GAP * u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX / GAP);
    let needed = widths.iter().fold(gaps, |sum, w| sum.saturating_add(*w));
    if needed <= width.saturating_sub(indent) {
        in_columns(rows, header, indent, &widths, block)
    } else {
        as_lists(text, rows, header, indent, width, block)
    }
}

fn in_columns(rows: &[Vec<Span>], header: bool, indent: u16, widths: &[u16], block: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let mut pieces = Vec::new();
        let mut column = indent;
        for (cell, width) in row.iter().zip(widths) {
            if column > indent {
                pieces.push(Piece { column: column - 2, content: Content::Ornament("│".to_owned()) });
            }
            pieces.push(Piece { column, content: Content::Text(*cell) });
            column += width + GAP;
        }
        let span = row.iter().copied().reduce(Span::join);
        lines.push(Line { span, block, pieces });
        if header && number == 0 {
            let rule: Vec<String> = widths.iter().map(|w| "─".repeat(usize::from(*w))).collect();
            let content = Content::Ornament(rule.join("─┼─"));
            lines.push(Line { span: None, block, pieces: vec![Piece { column: indent, content }] });
        }
    }
    lines
}

/// Each row as one line a cell (or more), with its heading before it and a blank line between rows.
fn as_lists(text: &str, rows: &[Vec<Span>], header: bool, indent: u16, width: u16, block: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let headings = rows.first().filter(|_| header);
    for row in rows {
        let is_heading = headings.is_some_and(|h| std::ptr::eq(h, row));
        if !lines.is_empty() {
            lines.push(Line { span: None, block, pieces: Vec::new() });
        }
        for (number, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let heading =
                headings.and_then(|h| h.get(number)).map(|h| h.of(text)).filter(|_| !is_heading && number > 0);
            let label = heading.filter(|h| !h.is_empty()).map(|h| format!("{h}: "));
            let nested = if number > 0 { 2 } else { 0 };
            let at = indent + nested;
            // A long heading has a line of its own.
            let beside = label.as_deref().map_or(0, cells);
            let label_width = if beside > width / 2 { 0 } else { beside };
            let label = label.map(|l| Piece { column: at, content: Content::Ornament(l) });
            let (above, before) = if label_width == 0 { (label, None) } else { (None, label) };
            lines.extend(above.map(|piece| Line { span: None, block, pieces: vec![piece] }));
            let room = width.saturating_sub(at + label_width).max(4);
            for (i, part) in broken(text, *cell, room).into_iter().enumerate() {
                let mut pieces: Vec<Piece> = before.clone().filter(|_| i == 0).into_iter().collect();
                pieces.push(Piece { column: at + label_width, content: Content::Text(part) });
                lines.push(Line { span: Some(part), block, pieces });
            }
        }
    }
    lines
}
