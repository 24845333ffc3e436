//! Labels on everything in view that can be jumped to; typing a label goes there.

use ratatui::Frame;

use crate::briefing::InlineStyle;
use crate::text::Span;
use crate::tui::areas::{Areas, inner};
use crate::tui::keys::Key;
use crate::tui::model::Model;
use crate::tui::panes::{Pane, article};
use crate::tui::reader::Reader;

/// The letters of labels, those under the fingers first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

/// The labels in view.
#[derive(Debug)]
pub struct Hints {
    targets: Vec<(String, usize)>,
    typed: String,
}

/// What a key does to the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// More is to be typed.
    More,
    /// A label is whole: go to this byte of the text.
    GoTo(usize),
    /// No label has that letter.
    Nothing,
}

impl Hints {
    /// Labels what stands on the `height` lines that are shown: mentions, figures, dates and links.
    #[must_use]
    pub fn new(reader: &Reader, height: u16) -> Option<Hints> {
        let lines = reader.page.lines.iter().skip(reader.top).take(usize::from(height)).filter_map(|l| l.span);
        let visible = lines.reduce(Span::join)?;
        let findings = &reader.document.findings;
        let links = reader.document.briefing.blocks.iter().flat_map(|b| &b.styles);
        let links = links.filter(|s| matches!(s.style, InlineStyle::Link(_))).map(|s| s.span.start);
        let mut offsets: Vec<usize> = findings.actors.iter().flat_map(|a| &a.mentions).map(|m| m.start).collect();
        offsets.extend(findings.figures.iter().filter(|f| !f.span.is_empty()).map(|f| f.span.start));
        offsets.extend(findings.dates.iter().map(|d| d.span.start));
        offsets.extend(links);
        offsets.retain(|o| visible.contains(*o));
        offsets.sort_unstable();
        offsets.dedup();
        let letters: Vec<char> = LETTERS.chars().collect();
        let long = offsets.len() > letters.len();
        let label = |i: usize| -> String {
            let (first, second) = (i / letters.len() % letters.len(), i % letters.len());
            if long { [letters[first], letters[second]].iter().collect() } else { letters[second].to_string() }
        };
        let targets: Vec<_> = offsets.into_iter().enumerate().map(|(i, offset)| (label(i), offset)).collect();
        (!targets.is_empty()).then_some(Hints { targets, typed: String::new() })
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Pressed {
        let Some(letter) = key.character() else { return Pressed::Nothing };
        self.typed.push(letter);
        if let Some((_, offset)) = self.targets.iter().find(|(label, _)| *label == self.typed) {
            return Pressed::GoTo(*offset);
        }
        if self.targets.iter().any(|(label, _)| label.starts_with(&self.typed)) {
            Pressed::More
        } else {
            Pressed::Nothing
        }
    }

    /// Draws the labels over the article.
    pub fn draw(&self, frame: &mut Frame<'_>, model: &Model) {
        let areas = Areas::new(frame.area().as_size().into(), model.focus, model.zen);
        let (Some(reader), Some(area)) = (&model.reader, areas.of(Pane::Article)) else { return };
        for (label, offset) in self.targets.iter().filter(|(label, _)| label.starts_with(&self.typed)) {
            if let Some((x, y)) = article::position(inner(area), model, reader, *offset) {
                let rest = &label[self.typed.len()..];
                frame.buffer_mut().set_string(x, y, rest, model.theme.hint);
            }
        }
    }
}
