//! Drawing a list of rows, some of several lines, with one of them selected: the panes and overlays share it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::page::cells;
use super::theme::Theme;

/// One row to draw.
#[derive(Debug, Clone, Default)]
pub struct DrawnRow {
    /// Its lines.
    pub lines: Vec<Line<'static>>,
}

/// How the selected row is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// The keys go to this list: a bar, and the row in the selection's style.
    Focused,
    /// A bar alone.
    Bar,
    /// Not at all.
    None,
}

/// From this width on, a row says on one line what takes two in a narrow list.
pub const ROOMY: u16 = 60;

/// Columns before a row's text, for the bar of the selected one.
pub const GUTTER: u16 = 2;

/// Draws `rows` into `area`, as many as there is room for around the selected one.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    rows: &[DrawnRow],
    selected: Option<usize>,
    marking: Marking,
    theme: &Theme,
) {
    let heights = rows.iter().map(|r| r.lines.len());
    let before: usize = heights.clone().take(selected.unwrap_or(0)).sum();
    let own = selected.and_then(|s| rows.get(s)).map_or(0, |r| r.lines.len());
    let top = first_line(before, own, heights.sum(), usize::from(area.height));
    draw_from(frame, area, rows, selected, top, marking, theme);
}

/// Draws `rows` into `area` from line `top` on.
pub fn draw_from(
    frame: &mut Frame<'_>,
    area: Rect,
    rows: &[DrawnRow],
    selected: Option<usize>,
    top: usize,
    marking: Marking,
    theme: &Theme,
) {
    let lines = rows.iter().enumerate().flat_map(|(i, row)| row.lines.iter().map(move |line| (i, line)));
    for (y, (row, line)) in lines.skip(top).take(usize::from(area.height)).enumerate() {
        let y = area.y + u16::try_from(y).unwrap_or(0);
        let on = Some(row) == selected;
        let target =
            Rect { x: area.x + GUTTER.min(area.width), y, width: area.width.saturating_sub(GUTTER), height: 1 };
        frame.render_widget(line, target);
        if on && marking != Marking::None {
            frame
                .render_widget(Span::styled("▌", theme.focus), Rect { y, width: 1.min(area.width), height: 1, ..area });
        }
        if on && marking == Marking::Focused {
            frame.buffer_mut().set_style(target, theme.selection);
        }
    }
}

/// The first line to show of `total`, so that the selected row (`own` lines after `before`) stands in the middle
/// where there is enough above and below.
#[must_use]
pub fn first_line(before: usize, own: usize, total: usize, height: usize) -> usize {
    let centred = (before + own / 2).saturating_sub(height / 2);
    centred.min(total.saturating_sub(height))
}

/// `text` in `width` columns at most, with an ellipsis where it is cut.
#[must_use]
pub fn fitted(text: &str, width: u16) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let (mut out, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        let wide = cells(grapheme);
        if used + wide + 1 > width {
            break;
        }
        used += wide;
        out.push_str(grapheme);
    }
    if width > 0 { out.trim_end().to_owned() + "…" } else { out }
}

/// A line with `left` cut to leave room for `right` at the far end of `width` columns.
#[must_use]
pub fn justified(left: &[(String, Style)], right: (String, Style), width: u16) -> Line<'static> {
    let room = width.saturating_sub(cells(&right.0) + 1);
    let (mut spans, mut used) = (Vec::new(), 0);
    for (text, style) in left {
        let text = fitted(text, room.saturating_sub(used));
        used += cells(&text);
        spans.push(Span::styled(text, *style));
    }
    let gap = width.saturating_sub(used + cells(&right.0));
    spans.push(Span::raw(" ".repeat(usize::from(gap))));
    spans.push(Span::styled(right.0, right.1));
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_ends_in_an_ellipsis_within_its_room() {
        assert_eq!(fitted("Vladimir Putin", 20), "Vladimir Putin");
        assert_eq!(fitted("Vladimir Putin", 10), "Vladimir…");
        assert_eq!(fitted("习近平习近平", 5), "习近…");
        assert_eq!(fitted("abc", 0), "");
    }

    #[test]
    fn the_selected_row_stays_in_view() {
        assert_eq!(first_line(0, 1, 100, 10), 0);
        assert_eq!(first_line(50, 2, 100, 10), 46);
        assert_eq!(first_line(98, 2, 100, 10), 90);
        assert_eq!(first_line(3, 1, 5, 10), 0);
    }
}
