//! The article: its text with everything found in it marked, the cursor, the selection, the bookmarks.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::actors::kind_style;
use crate::briefing::{BlockKind, Briefing, InlineStyle, Origin, Place};
use crate::text::Span;
use crate::tui::model::{Follow, Model};
use crate::tui::page::{Content, Line, cells};
use crate::tui::reader::Reader;
use crate::tui::search;
use crate::tui::theme::Theme;

/// Columns left of the text: what is marked in the line, and a space.
const MARGIN: u16 = 2;

/// The width of the text in an article pane's inner area.
#[must_use]
pub fn text_width(area: Rect, measure: u16) -> u16 {
    area.width.saturating_sub(MARGIN + 1).min(measure)
}

/// Where the text begins inside the pane: in its middle where it is wider than the measure.
fn text_column(area: Rect, measure: u16) -> u16 {
    area.x + MARGIN + area.width.saturating_sub(MARGIN + 1 + text_width(area, measure)) / 2
}

/// The lines below the title: date with where it is from, sources, authors, address, and what is folded away. The keys
/// are those that set a date and show the furniture, which is `unfolded` already or not.
#[must_use]
pub fn under_title(briefing: &Briefing, set_date_key: &str, furniture_key: &str, unfolded: bool) -> Vec<String> {
    let masthead = &briefing.masthead;
    let date = match (masthead.date, &masthead.origins.date) {
        (Some(date), Some(Origin { place: Place::Reader, .. })) => format!("{} (set by you)", spelled(date)),
        (Some(date), Some(origin)) => format!("{} (from {origin})", spelled(date)),
        (Some(date), None) => spelled(date),
        (None, _) => format!("Date unknown; {set_date_key} sets it"),
    };
    let conflict = masthead.other_dates().map(|other| format!("{} (from {})", spelled(other.date), other.origin));
    let conflict = conflict.collect::<Vec<_>>().join(", ");
    let conflict = (!conflict.is_empty()).then(|| format!("It is also dated {conflict}"));
    let who = [masthead.authors.join(", "), masthead.sources.join(", ")];
    let who = who.into_iter().filter(|w| !w.is_empty());
    let first = std::iter::once(date).chain(who).collect::<Vec<_>>().join(" · ");
    let furniture = match briefing.folds.iter().map(|f| f.lines.len()).sum() {
        0 => None,
        1 if unfolded => Some(format!("1 line of page furniture shown; {furniture_key} folds it away")),
        n if unfolded => Some(format!("{n} lines of page furniture shown; {furniture_key} folds them away")),
        1 => Some(format!("1 line of page furniture folded away; {furniture_key} shows it")),
        n => Some(format!("{n} lines of page furniture folded away; {furniture_key} shows them")),
    };
    std::iter::once(first).chain(conflict).chain(masthead.url.clone()).chain(furniture).collect()
}

fn spelled(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

/// Draws the open briefing into a pane's inner area; answers where the cursor stands.
pub fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, reader: &Reader) -> Option<(u16, u16)> {
    let faces = Faces::new(model, reader, area.height);
    let left = text_column(area, model.settings.measure);
    let visible = reader.page.lines.iter().enumerate().skip(reader.top).take(usize::from(area.height));
    for ((_, line), y) in visible.zip(area.y..) {
        let row = Rect { x: left, y, width: area.right().saturating_sub(left), height: 1 };
        draw_line(frame, row, line, reader, &faces, &model.theme);
        if let Some((sign, style)) = faces.sign(line, &model.theme) {
            frame.buffer_mut().set_string(left.saturating_sub(MARGIN), y, sign, style);
        }
    }
    position(area, model, reader, reader.cursor)
}

/// Where on the screen the byte at `offset` stands, if it is in view, for a pane's inner area.
#[must_use]
pub fn position(area: Rect, model: &Model, reader: &Reader, offset: usize) -> Option<(u16, u16)> {
    let line = reader.page.line_of(offset);
    let row = u16::try_from(line.checked_sub(reader.top)?).ok().filter(|row| *row < area.height)?;
    let column = reader.page.column_of(reader.text(), line, offset);
    Some((text_column(area, model.settings.measure) + column, area.y + row))
}

fn draw_line(frame: &mut Frame<'_>, row: Rect, line: &Line, reader: &Reader, faces: &Faces<'_>, theme: &Theme) {
    let buffer = frame.buffer_mut();
    for piece in line.pieces.iter().filter(|p| p.column < row.width) {
        let x = row.x + piece.column;
        match &piece.content {
            Content::Ornament(text) => {
                buffer.set_stringn(x, row.y, text, usize::from(row.width - piece.column), theme.dim);
            }
            Content::Text(span) => {
                let mut x = x;
                for (part, style) in faces.parts(*span, line.block) {
                    let text = part.of(reader.text());
                    let room = usize::from(row.right().saturating_sub(x));
                    buffer.set_stringn(x, row.y, text, room, style);
                    x += cells(text);
                }
            }
        }
    }
}

/// What is marked in the text, and how.
struct Faces<'m> {
    reader: &'m Reader,
    /// Stretches with their styles, those of each layer in order; later layers lie over earlier ones.
    layers: Vec<Vec<(Span, Style)>>,
    theme: &'m Theme,
}

impl<'m> Faces<'m> {
    fn new(model: &'m Model, reader: &'m Reader, height: u16) -> Self {
        let theme = &model.theme;
        let visible = visible_span(reader, usize::from(height));
        let findings = &reader.document.findings;
        let here = |span: &Span| span.overlaps(visible);
        let all = |spans: &mut dyn Iterator<Item = (Span, Style)>| {
            let mut layer: Vec<(Span, Style)> = spans.filter(|(s, _)| here(s)).collect();
            layer.sort_by_key(|(s, _)| (s.start, s.end));
            layer
        };
        let of_actor = findings.actors.iter().flat_map(|a| a.mentions.iter().map(|m| (*m, kind_style(a.kind, theme))));
        let mut layers = vec![
            all(&mut reader.bookmarks.iter().map(|(_, s)| (*s, theme.bookmark))),
            all(&mut findings.dates.iter().map(|d| (d.span, theme.date))),
            all(&mut findings.figures.iter().map(|f| (f.span, theme.figure))),
            all(&mut of_actor.into_iter()),
            all(&mut reader.marked.iter().map(|s| (*s, theme.selected_mention))),
        ];
        if let Follow::Search(query) = &model.follow {
            layers.push(search::hits(reader.text(), query, visible).into_iter().map(|s| (s, theme.hit)).collect());
        }
        layers.push(reader.selection.iter().map(|s| (s.span, theme.selection)).collect());
        Self { reader, layers, theme }
    }

    /// A stretch of the text in parts of one style each.
    fn parts(&self, span: Span, block: usize) -> Vec<(Span, Style)> {
        let block = self.reader.document.briefing.blocks.get(block);
        let base = block.map_or_else(Style::default, |b| block_style(&b.kind, b.quote_depth, self.theme));
        let inline = block.map_or(&[][..], |b| &b.styles);
        let mut cuts = vec![span.start, span.end];
        let over = |s: &Span| s.overlaps(span);
        let layered = self.layers.iter().flatten().map(|(s, _)| s);
        for s in layered.chain(inline.iter().map(|i| &i.span)).filter(|s| over(s)) {
            cuts.extend([s.start.max(span.start), s.end.min(span.end)]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let part = |pair: &[usize]| {
            let part = Span::new(pair[0], pair[1]);
            let mut style = base;
            for face in inline.iter().filter(|i| i.span.overlaps(part)) {
                style = style.patch(inline_style(&face.style, self.theme));
            }
            for layer in &self.layers {
                for (_, over) in layer.iter().filter(|(s, _)| s.overlaps(part)) {
                    style = style.patch(*over);
                }
            }
            (part, style)
        };
        cuts.windows(2).map(part).collect()
    }

    /// The sign in the margin of a line, so that no mark depends on colour alone.
    fn sign(&self, line: &Line, theme: &Theme) -> Option<(&'static str, Style)> {
        let span = line.span?;
        if self.reader.marked.iter().any(|m| m.overlaps(span)) {
            return Some(("▌", theme.focus));
        }
        let bookmarked = self.reader.bookmarks.iter().any(|(_, b)| b.overlaps(span));
        bookmarked.then_some(("◆", theme.warning))
    }
}

/// The text between the first line shown and `height` lines on.
fn visible_span(reader: &Reader, height: usize) -> Span {
    let lines = reader.page.lines.iter().skip(reader.top).take(height).filter_map(|l| l.span);
    lines.reduce(Span::join).unwrap_or(Span::new(0, 0))
}

fn block_style(kind: &BlockKind, quote_depth: u8, theme: &Theme) -> Style {
    match kind {
        BlockKind::Title => theme.title,
        BlockKind::Heading(_) => theme.heading,
        _ if quote_depth > 0 => theme.quotation,
        _ => Style::default(),
    }
}

fn inline_style(style: &InlineStyle, theme: &Theme) -> Style {
    use ratatui::style::Modifier;
    match style {
        InlineStyle::Emphasis => Style::new().add_modifier(Modifier::ITALIC),
        InlineStyle::Strong => Style::new().add_modifier(Modifier::BOLD),
        InlineStyle::Code => theme.dim,
        InlineStyle::Struck => Style::new().add_modifier(Modifier::CROSSED_OUT),
        InlineStyle::Highlight => theme.hit,
        InlineStyle::Link(_) => theme.link,
    }
}
