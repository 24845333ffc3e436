//! The model, drawn. Reads only: everything that takes thought was done before.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::action::Action;
use super::areas::{Areas, inner};
use super::model::{Awaiting, Follow, Model, Tone};
use super::overlays::Overlay;
use super::page::cells;
use super::panes::{Pane, actors, article, figures, library, meetings};
use super::rows::{self, DrawnRow, GUTTER, Marking, fitted};
use super::theme::Theme;

/// Less than this is too small to show anything.
const LEAST: (u16, u16) = (20, 5);

/// Draws everything.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    if frame.area().width < LEAST.0 || frame.area().height < LEAST.1 {
        frame.render_widget("too small", frame.area());
        return;
    }
    // The screen may have another size already than the model was told.
    let areas = Areas::new(frame.area().as_size().into(), model.focus, model.zen);
    if let Some(tabs) = areas.tabs {
        draw_tabs(frame, tabs, model);
    }
    for pane in Pane::ALL {
        if let Some(area) = areas.of(pane) {
            draw_pane(frame, area, pane, model);
        }
    }
    draw_status(frame, areas.status, model);
    for overlay in &model.overlays {
        match overlay {
            Overlay::Help(help) => help.draw(frame, model),
            Overlay::Commands(commands) => commands.draw(frame, model),
            Overlay::Dossier(dossier) => dossier.draw(frame, model),
            Overlay::Bookmarks(bookmarks) => bookmarks.draw(frame, model),
            Overlay::Results(results) => results.draw(frame, model),
            Overlay::Why(why) => why.draw(frame, model),
            Overlay::Hints(hints) => hints.draw(frame, model),
            Overlay::Prompt(prompt) => prompt.draw(frame, areas.status, model),
        }
    }
    if model.show_continuations {
        draw_continuations(frame, areas.status, model);
    }
}

fn draw_tabs(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.theme;
    let mut tabs = Vec::new();
    for pane in Pane::ALL {
        let key = model.keymap.first_of(match pane {
            Pane::Library => Action::Library,
            Pane::Article => Action::Article,
            Pane::Actors => Action::Actors,
            Pane::Figures => Action::Figures,
            Pane::Meetings => Action::Meetings,
        });
        let count = model.findings.rows(pane).map(|r| format!(" {}", r.len())).unwrap_or_default();
        let style = if pane == model.focus { theme.focus.patch(theme.selection) } else { theme.dim };
        tabs.push((format!(" {key} {}{count} ", pane.title()), format!(" {key} "), style, pane == model.focus));
    }
    // Where there is no room for all names, the pane in focus has one.
    let all_fit = tabs.iter().map(|(long, ..)| cells(long)).sum::<u16>() <= area.width;
    let tab = |(long, short, style, focused)| Span::styled(if all_fit || focused { long } else { short }, style);
    frame.render_widget(Line::from(tabs.into_iter().map(tab).collect::<Vec<_>>()), area);
}

fn draw_pane(frame: &mut Frame<'_>, area: Rect, pane: Pane, model: &Model) {
    let theme = &model.theme;
    let focused = pane == model.focus;
    if area.x > 0 {
        for y in area.top()..area.bottom() {
            frame.buffer_mut().set_string(area.x, y, "│", theme.border);
        }
    }
    let inside = inner(area);
    let heading = Rect { x: inside.x, y: area.y, width: inside.width, height: 1.min(area.height) };
    draw_heading(frame, heading, &heading_of(pane, model), focused, model);
    match pane {
        Pane::Library => draw_library(frame, inside, model),
        Pane::Article => draw_article(frame, inside, model),
        Pane::Actors | Pane::Figures | Pane::Meetings => draw_findings(frame, inside, pane, model),
    }
}

/// The words of a pane's heading: its name, and what there is to say of it on the right.
fn heading_of(pane: Pane, model: &Model) -> (String, String) {
    match pane {
        Pane::Library => {
            let all = model.library.order().len();
            let shown = if model.list.filter.is_empty() { all } else { model.list.visible(&model.library).len() };
            let waiting = model.library.waiting();
            let right = match (waiting, shown == all) {
                (0, true) => all.to_string(),
                (0, false) => format!("“{}” {shown}/{all}", model.list.filter),
                _ => format!("reading {}/{all}", all - waiting),
            };
            (pane.title().to_owned(), right)
        }
        Pane::Article => {
            let Some(reader) = &model.reader else { return (pane.title().to_owned(), String::new()) };
            let name = model.library.file(reader.file).map_or(String::new(), |f| f.name.clone());
            let lines = reader.page.lines.len().max(1);
            let percent = (reader.page.line_of(reader.cursor) + 1) * 100 / lines;
            (name, format!("{percent}%"))
        }
        Pane::Actors | Pane::Figures | Pane::Meetings => {
            let count = model.findings.rows(pane).map_or(0, super::panes::findings::Rows::len);
            (pane.title().to_owned(), count.to_string())
        }
    }
}

fn draw_heading(frame: &mut Frame<'_>, area: Rect, words: &(String, String), focused: bool, model: &Model) {
    let theme = &model.theme;
    let style = if focused { theme.focus } else { theme.border };
    let rule = "─".repeat(usize::from(area.width));
    frame.buffer_mut().set_string(area.x, area.y, rule, style);
    let right = format!(" {} ", words.1);
    let room = area.width.saturating_sub(cells(&right) + 4);
    // The focus shows without colour too.
    let sign = if focused { "▶ " } else { "" };
    let left = format!(" {sign}{} ", fitted(&words.0, room.saturating_sub(4)));
    frame.buffer_mut().set_stringn(area.x + 1, area.y, left, usize::from(room), style);
    if !words.1.is_empty() && cells(&right) + 2 < area.width {
        frame.buffer_mut().set_string(area.right() - cells(&right) - 1, area.y, right, style);
    }
}

fn draw_library(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.theme;
    let files = model.list.visible(&model.library);
    if files.is_empty() {
        let words = if model.list.filter.is_empty() { "no briefings here" } else { "no briefing has these words" };
        frame.buffer_mut().set_stringn(area.x + GUTTER, area.y, words, usize::from(area.width), theme.dim);
        return;
    }
    // Only the rows in view are made: the list may be long.
    let width = area.width.saturating_sub(GUTTER + 1);
    let height = library::row_height(width);
    let room = usize::from(area.height) / height + 1;
    let selected = model.list.selected.and_then(|s| files.iter().position(|&f| f == s)).unwrap_or(0);
    let first = rows::first_line(selected, 1, files.len(), usize::from(area.height) / height);
    let shown = &files[first..files.len().min(first + room)];
    let drawn: Vec<DrawnRow> = shown.iter().map(|&id| library::row(model, id, width)).collect();
    let marking = if model.focus == Pane::Library { Marking::Focused } else { Marking::Bar };
    rows::draw_from(frame, area, &drawn, Some(selected - first), 0, marking, theme);
}

fn draw_article(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let Some(reader) = &model.reader else {
        let words = match model.list.selected.and_then(|s| model.library.file(s)).map(|f| &f.state) {
            Some(crate::library::FileState::Unreadable(reason)) => format!("This file {reason}."),
            Some(crate::library::FileState::Waiting) => "reading…".to_owned(),
            _ => "no briefing open".to_owned(),
        };
        frame.buffer_mut().set_stringn(
            area.x + GUTTER,
            area.y,
            words,
            usize::from(area.width.saturating_sub(GUTTER)),
            model.theme.dim,
        );
        return;
    };
    let cursor = article::draw(frame, area, model, reader);
    if let (Some(cursor), Pane::Article, true) = (cursor, model.focus, model.overlays.is_empty()) {
        frame.set_cursor_position(cursor);
    }
}

fn draw_findings(frame: &mut Frame<'_>, area: Rect, pane: Pane, model: &Model) {
    let (Some(reader), Some(state)) = (&model.reader, model.findings.rows(pane)) else { return };
    let (theme, findings) = (&model.theme, &reader.document.findings);
    let width = area.width.saturating_sub(GUTTER + 1);
    let drawn = match pane {
        Pane::Actors => actors::rows(state, findings, width, theme),
        Pane::Figures => figures::rows(state, findings, width, theme),
        _ => meetings::rows(state, findings, width, theme),
    };
    if drawn.is_empty() {
        let words = match pane {
            Pane::Actors => "no actor found",
            Pane::Figures => "no troop figure found",
            _ => "no meeting found",
        };
        frame.buffer_mut().set_stringn(area.x + GUTTER, area.y, words, usize::from(width), theme.dim);
        return;
    }
    let marking = match (model.focus == pane, state.at_cursor) {
        (true, _) => Marking::Focused,
        (false, true) => Marking::Bar,
        (false, false) => Marking::None,
    };
    rows::draw(frame, area, &drawn, state.selected, marking, theme);
}

fn draw_status(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let theme = &model.theme;
    let help = format!("{} help ", model.keymap.first_of(Action::Help));
    let right = match &model.follow {
        Follow::Actor(_, name) => format!(
            " {}/{} {name}  {help}",
            model.keymap.first_of(Action::Next),
            model.keymap.first_of(Action::Previous)
        ),
        Follow::Search(query) => format!(
            " {}/{} “{query}”  {help}",
            model.keymap.first_of(Action::Next),
            model.keymap.first_of(Action::Previous)
        ),
        Follow::Nothing => format!(" {help}"),
    };
    let pressed: Vec<String> = model.pressed.iter().map(ToString::to_string).collect();
    let (left, style) = match (&model.notice, model.awaiting) {
        (_, Some(Awaiting::SetMark)) => ("Mark this place with which letter?".to_owned(), theme.focus),
        (_, Some(Awaiting::GoToMark)) => ("Go to which mark?".to_owned(), theme.focus),
        _ if !pressed.is_empty() => (pressed.join(" "), theme.focus),
        (Some(notice), None) => {
            let style = match notice.tone {
                Tone::Done => Style::default(),
                Tone::Warning => theme.warning,
                Tone::Error => theme.error,
            };
            (notice.text.clone(), style)
        }
        (None, None) => (idle(model), theme.dim),
    };
    let whole = area.width.saturating_sub(2);
    if model.notice.is_some() && cells(&left) > whole {
        return draw_long_notice(frame, area, &left, style, theme);
    }
    // What was just said comes first: what one can do next makes room for it.
    let least = if model.notice.is_some() { cells(&left) } else { area.width / 2 };
    let right = if cells(&right) + least + 2 <= area.width {
        right
    } else {
        fitted(&right, area.width.saturating_sub(least + 2))
    };
    let room = area.width.saturating_sub(cells(&right) + 1);
    frame.buffer_mut().set_stringn(area.x + 1, area.y, fitted(&left, room), usize::from(room), style);
    frame.buffer_mut().set_string(area.right() - cells(&right), area.y, right, theme.dim);
}

/// A notice that is longer than the status line takes as many lines above it as it needs: what is to be done often
/// comes last.
fn draw_long_notice(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style, theme: &Theme) {
    let lines = textwrap::wrap(text, usize::from(area.width.saturating_sub(2).max(8)));
    let height = u16::try_from(lines.len()).unwrap_or(1).min(area.bottom().saturating_sub(2).max(1));
    let over = Rect { y: area.bottom() - height, height, ..area };
    frame.render_widget(Clear, over);
    for (line, y) in lines.iter().zip(over.y..over.bottom()) {
        frame.buffer_mut().set_stringn(over.x + 1, y, line, usize::from(over.width.saturating_sub(1)), style);
    }
    if over.y > 0 {
        let rule = "─".repeat(usize::from(over.width));
        frame.buffer_mut().set_string(over.x, over.y - 1, rule, theme.border);
    }
}

/// What the status line says when there is nothing else to say.
fn idle(model: &Model) -> String {
    let Some(reader) = &model.reader else { return String::new() };
    if let Some(selection) = reader.selection {
        let words = selection.span.of(reader.text()).split_whitespace().count();
        let key = model.keymap.first_of(Action::Bookmark);
        return format!("{} selected; {key} bookmarks", super::overlays::dossier::counted(words, "word"));
    }
    let masthead = &reader.document.briefing.masthead;
    match masthead.date {
        None if model.focus != Pane::Library => {
            format!("date unknown: {} sets it", model.keymap.first_of(Action::SetDate))
        }
        _ => masthead.title.clone(),
    }
}

/// What may follow the keys pressed so far, above the status line.
fn draw_continuations(frame: &mut Frame<'_>, status: Rect, model: &Model) {
    let theme = &model.theme;
    let lines: Vec<(String, String)> = match model.awaiting {
        Some(Awaiting::SetMark) => vec![("a–z".to_owned(), "mark this place".to_owned())],
        Some(Awaiting::GoToMark) => {
            let marks = model.reading.iter().flat_map(crate::reading::Reading::marks);
            marks.map(|(letter, mark)| (letter.to_string(), mark_name(model, mark))).collect()
        }
        None => {
            let next = model.keymap.continuations(&model.pressed).into_iter();
            next.map(|(keys, action)| (keys, action.description().to_owned())).collect()
        }
    };
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(status.y.saturating_sub(1));
    let area = Rect { y: status.y - height, height, ..status };
    frame.render_widget(Clear, area);
    for ((keys, what), y) in lines.iter().zip(area.y..area.bottom()) {
        let line = Line::from(vec![Span::styled(format!(" {keys:<8}"), theme.focus), Span::raw(what.clone())]);
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

fn mark_name(model: &Model, mark: &crate::reading::Mark) -> String {
    let file = model.library.find(&mark.path, &mark.sha256).and_then(|f| model.library.file(f));
    file.map_or_else(|| crate::text::visible(&mark.path.to_string_lossy()), |f| f.title().to_owned())
}
