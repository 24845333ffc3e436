//! Lines in which capitals say nothing: headings, and lines written as such.

use super::super::annotated::Annotated;
use super::super::lexicon::is_capital;
use crate::briefing::BlockKind;
use crate::text::{Span, Token, TokenKind};

/// How a line's capitals are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// All in capitals.
    Capitals,
    /// Most words begin with one.
    TitleCase,
}

/// The lines in which capitals say nothing, in order.
pub(super) fn headings(annotated: &Annotated) -> Vec<(Span, Heading)> {
    let text = annotated.text();
    let mut out = Vec::new();
    for line in annotated.tokens.split(|token| token.kind == TokenKind::Break) {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        let span = Span::new(first.span.start, last.span.end);
        let block = || annotated.briefing.blocks.get(annotated.briefing.block_at(span.start)).map(|b| &b.kind);
        if let Some(kind) = heading(text, line, block) {
            out.push((span, kind));
        }
    }
    out
}

/// Most words of title case; a line with more is prose.
const MOST: usize = 20;

fn heading<'b>(text: &str, line: &[Token], block: impl Fn() -> Option<&'b BlockKind>) -> Option<Heading> {
    // Words of more than three letters, and those of them that begin with a capital.
    let (mut words, mut long, mut capital, mut small) = (0, 0, 0, false);
    for word in line.iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.text(text)) {
        words += 1;
        small = small || has_small(word);
        if small && words > MOST {
            return None;
        }
        // Short words keep their small letters in title case.
        if is_long(word) {
            long += 1;
            capital += usize::from(is_capital(word));
        }
    }
    if !small {
        return Some(Heading::Capitals).filter(|_| words > 0);
    }
    if words < 4 || long < 2 || capital * 10 < long * 9 {
        return None;
    }
    let ends_like_prose = line.last().is_some_and(|t| matches!(t.text(text), "." | "”" | "?"));
    let is_heading = || matches!(block(), Some(BlockKind::Title | BlockKind::Heading(_)));
    (!ends_like_prose || is_heading()).then_some(Heading::TitleCase)
}

fn has_small(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_lowercase()) || !word.is_ascii() && word.chars().any(char::is_lowercase)
}

fn is_long(word: &str) -> bool {
    word.len() > 3 && (word.is_ascii() || word.chars().count() > 3)
}
