//! Breaking a block's text into lines.

use textwrap::WordSeparator;
use textwrap::core::{Word, break_words};
use textwrap::wrap_algorithms::wrap_first_fit;

use super::{Content, Line, Piece};
use crate::text::Span;

/// The lines of `span`, each `width` columns wide at most with `indent` columns left free. A newline in the text
/// begins a line; an empty stretch gives no line.
pub(super) fn lines(text: &str, span: Span, indent: u16, width: u16, block: usize) -> Vec<Line> {
    let room = width.saturating_sub(indent).max(4);
    let mut lines = Vec::new();
    for stretch in stretches(text, span) {
        for part in broken(text, stretch, room) {
            let pieces = vec![Piece { column: indent, content: Content::Text(part) }];
            lines.push(Line { span: Some(part), block, pieces });
        }
    }
    lines
}

/// The parts of `span` between its newlines, without the empty ones.
fn stretches(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut start = span.start;
    span.of(text).split('\n').filter_map(move |line| {
        let from = start;
        start += line.len() + 1;
        (!line.trim().is_empty()).then(|| Span::new(from, from + line.trim_end().len()))
    })
}

/// `span`, which holds no newline, in parts that are at most `room` columns wide.
pub(super) fn broken(text: &str, span: Span, room: u16) -> Vec<Span> {
    let words: Vec<Word<'_>> = WordSeparator::UnicodeBreakProperties.find_words(span.of(text)).collect();
    let words = break_words(words, usize::from(room));
    let mut parts = Vec::new();
    let mut at = span.start;
    for line in wrap_first_fit(&words, &[f64::from(room)]) {
        let start = at;
        at += line.iter().map(|word| word.word.len() + word.whitespace.len()).sum::<usize>();
        let trailing = line.last().map_or(0, |word| word.whitespace.len());
        if at - trailing > start {
            parts.push(Span::new(start, at - trailing));
        }
    }
    parts
}

/// The lines of a text that is not the briefing's own.
pub(super) fn ornaments(text: &str, width: u16, block: usize) -> Vec<Line> {
    let parts = broken(text, Span::new(0, text.len()), width);
    let line = |part: Span| Line {
        span: None,
        block,
        pieces: vec![Piece { column: 0, content: Content::Ornament(part.of(text).to_owned()) }],
    };
    parts.into_iter().map(line).collect()
}
