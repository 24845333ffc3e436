//! Finds a bookmark's passage in a briefing that may have been edited or replaced since.
//!
//! It gives up rather than guess: a passage is found when its words, with every number and name in them, stand in the
//! text, and only one place fits. Only white space, quotation marks, dashes and footnote marks may differ.

use super::{Anchor, Bookmark};
use crate::briefing::Briefing;
use crate::text::{ScalarOffsets, Span};

/// Where a bookmark's passage stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Located {
    /// Where it stood when the bookmark was made.
    Exact(Span),
    /// In another place, or with other white space or punctuation marks.
    Moved(Span),
    /// Nowhere, or the text does not settle where.
    Orphan,
}

impl Located {
    /// Where it stands, if anywhere.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Exact(span) | Self::Moved(span) => Some(span),
            Self::Orphan => None,
        }
    }
}

/// Quotes with at least this many characters are recognised by themselves; in shorter ones ("he said") a neighbour
/// has to agree.
const TELLING: usize = 32;

/// So many characters next to the quote must agree for a neighbour to count.
const AGREEING: usize = 8;

/// Finds the passage of `bookmark` in `briefing`, which is taken to be the briefing it was made in.
#[must_use]
pub fn locate(bookmark: &Bookmark, briefing: &Briefing) -> Located {
    find(&bookmark.anchor, &briefing.text, bookmark.briefing.sha256 == briefing.sha256)
}

/// Where the words of `quote` stand in `text`, every time: as they are, else with other white space, quotation marks and
/// dashes.
#[must_use]
pub fn occurrences(text: &str, quote: &str) -> Vec<Span> {
    let quote = quote.trim();
    if quote.is_empty() {
        return Vec::new();
    }
    let exact: Vec<Span> = text.match_indices(quote).map(|(at, words)| Span::new(at, at + words.len())).collect();
    if !exact.is_empty() {
        return exact;
    }
    let (text, quote) = (Folded::new(text), Folded::new(quote));
    text.occurrences(quote.trimmed()).map(|at| text.span(at, at + quote.trimmed().len())).collect()
}

/// Finds the passage in `text`; `same` when it is the text that the anchor was made for.
pub(super) fn find(anchor: &Anchor, text: &str, same: bool) -> Located {
    let offsets = ScalarOffsets::new(text);
    let there = Span::new(offsets.byte(anchor.start), offsets.byte(anchor.end));
    if same && !anchor.quote.is_empty() && there.of(text) == anchor.quote {
        return Located::Exact(there);
    }
    match search(anchor, &Folded::new(text)) {
        Some(span) if span == there && span.of(text) == anchor.quote => Located::Exact(span),
        Some(span) => Located::Moved(span),
        None => Located::Orphan,
    }
}

fn search(anchor: &Anchor, text: &Folded) -> Option<Span> {
    let (quote, prefix, suffix) =
        (Folded::new(&anchor.quote), Folded::new(&anchor.prefix), Folded::new(&anchor.suffix));
    let mut best: Option<(usize, usize)> = None;
    let mut runner_up = 0;
    let mut count = 0;
    for at in text.occurrences(quote.trimmed()) {
        let end = at + quote.trimmed().len();
        let (before, after) = (&text.chars[..at], &text.chars[end..]);
        if cuts_before(quote.trimmed(), &prefix.chars, before) || cuts_behind(quote.trimmed(), &suffix.chars, after) {
            continue;
        }
        count += 1;
        let agreement = agree_before(&prefix.chars, before) + agree_after(&suffix.chars, after);
        match best {
            Some((most, _)) if agreement <= most => runner_up = runner_up.max(agreement),
            _ => {
                runner_up = best.map_or(0, |(most, _)| most.max(runner_up));
                best = Some((agreement, at));
            }
        }
    }
    let (agreement, at) = best?;
    let settled = match count {
        // An only one: by itself when it is long, else a neighbour has to know it, too.
        1 => quote.trimmed().len() >= TELLING || agreement >= AGREEING.min(prefix.chars.len() + suffix.chars.len()),
        // Several: the neighbours must speak for one, and not for any other.
        _ => agreement >= AGREEING && agreement >= 2 * runner_up,
    };
    settled.then(|| text.span(at, at + quote.trimmed().len()))
}

/// How many characters directly before the passage are what they were.
fn agree_before(kept: &[char], now: &[char]) -> usize {
    kept.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count()
}

/// How many characters directly behind the passage are what they were.
fn agree_after(kept: &[char], now: &[char]) -> usize {
    kept.iter().zip(now).take_while(|(a, b)| a == b).count()
}

/// Whether the quote's first word or number goes on to the left in another way than it did: "5,000 troops" does not
/// stand in "15,000 troops".
fn cuts_before(quote: &[char], kept: &[char], now: &[char]) -> bool {
    let Some(&first) = quote.first() else { return true };
    let run = |side: &[char]| side.iter().rev().take_while(|&&c| continues(first, c)).copied().collect::<Vec<_>>();
    differs(&run(kept), &run(now), kept.len())
}

/// The same to the right: "about 100" does not stand in "about 100,000".
fn cuts_behind(quote: &[char], kept: &[char], now: &[char]) -> bool {
    let Some(&last) = quote.last() else { return true };
    let run = |side: &[char]| {
        let mut run: Vec<char> = side.iter().take_while(|&&c| continues(last, c)).copied().collect();
        // A full stop or comma that no digit follows is the sentence's.
        run.truncate(run.iter().rposition(|c| c.is_alphanumeric()).map_or(0, |at| at + 1));
        run
    };
    differs(&run(kept), &run(now), kept.len())
}

/// Whether the run of characters that was next to the quote is another one now. Of a run that fills all that was kept,
/// only so much is known.
fn differs(was: &[char], is: &[char], kept: usize) -> bool {
    if was.len() == kept && kept > 0 { !is.starts_with(was) } else { was != is }
}

/// Whether `next` belongs to the word or number that `edge` is the edge of.
fn continues(edge: char, next: char) -> bool {
    if edge.is_numeric() {
        next.is_alphanumeric() || matches!(next, '.' | ',')
    } else {
        edge.is_alphanumeric() && next.is_alphanumeric()
    }
}

/// A text with what an editor or a web page changes without changing the words made equal: runs of white space,
/// quotation marks, dashes, soft hyphens, footnote marks.
struct Folded {
    chars: Vec<char>,
    /// Where each character stood, in bytes.
    spans: Vec<Span>,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = Self { chars: Vec::with_capacity(text.len()), spans: Vec::with_capacity(text.len()) };
        let mut rest = text.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            if c == '['
                && let Some(len) = footnote_mark(&text[at..])
            {
                while rest.next_if(|(i, _)| *i < at + len).is_some() {}
                continue;
            }
            let end = at + c.len_utf8();
            match fold(c) {
                None => {}
                Some(' ') if folded.chars.last() == Some(&' ') => {
                    if let Some(span) = folded.spans.last_mut() {
                        span.end = end;
                    }
                }
                Some(c) => {
                    folded.chars.push(c);
                    folded.spans.push(Span::new(at, end));
                }
            }
        }
        folded
    }

    /// Without the blank at either end.
    fn trimmed(&self) -> &[char] {
        let start = usize::from(self.chars.first() == Some(&' '));
        let end = self.chars.len() - usize::from(self.chars.len() > 1 && self.chars.last() == Some(&' '));
        self.chars.get(start..end).unwrap_or_default()
    }

    /// Where `quote` begins, every time.
    fn occurrences<'a>(&'a self, quote: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        let first = quote.first().copied();
        (0..self.chars.len().saturating_sub(quote.len().max(1) - 1))
            .filter(move |&at| Some(self.chars[at]) == first && self.chars[at..].starts_with(quote))
    }

    /// The bytes of the characters `from..to`.
    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.spans.get(from).map_or(0, |s| s.start);
        Span::new(start, to.checked_sub(1).and_then(|last| self.spans.get(last)).map_or(start, |s| s.end))
    }
}

/// The length of a footnote mark such as `[12]` at the start of `text`.
fn footnote_mark(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=3).contains(&digits) && inner[digits..].starts_with(']')).then_some(digits + 2)
}

fn fold(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        _ if c.is_whitespace() => Some(' '),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some('"'),
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '`' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(text: &str, quote: &str) -> Anchor {
        let at = text.find(quote).unwrap();
        Anchor::of(text, Span::new(at, at + quote.len()))
    }

    /// The words that a bookmark of `quote` in `before` finds in `after`.
    fn found<'t>(before: &str, quote: &str, after: &'t str) -> Option<&'t str> {
        find(&anchor(before, quote), after, false).span().map(|span| span.of(after))
    }

    const TEXT: &str = "Talks, he said. Russia moved an estimated 5,000 troops to the border. Talks go on.";

    #[test]
    fn an_unchanged_text_gives_the_place_itself() {
        let anchor = anchor(TEXT, "5,000 troops");
        let Located::Exact(span) = find(&anchor, TEXT, true) else { panic!("not exact") };
        assert_eq!(span.of(TEXT), "5,000 troops");
    }

    #[test]
    fn a_position_that_holds_other_words_is_not_believed() {
        let mut anchor = anchor(TEXT, "5,000 troops");
        (anchor.start, anchor.end) = (0, 12);
        assert!(matches!(find(&anchor, TEXT, true), Located::Moved(span) if span.of(TEXT) == "5,000 troops"));
    }

    #[test]
    fn white_space_quotation_marks_dashes_and_footnotes_may_differ() {
        let before = "He called it “a build-up of more than 100,000 men” and left for Geneva.";
        let after = "New.\n\nHe called it \"a build‑up\nof more\u{a0}than[12] 100,000 men\" and left for Geneva.";
        assert_eq!(
            found(before, "“a build-up of more than 100,000 men”", after),
            Some("\"a build‑up\nof more\u{a0}than[12] 100,000 men\"")
        );
    }

    #[test]
    fn a_changed_number_or_name_is_not_the_passage() {
        let quote = "moved an estimated 5,000 troops to the border";
        for after in [TEXT.replace("5,000", "15,000"), TEXT.replace("5,000", "6,000"), TEXT.replace("border", "river")]
        {
            assert_eq!(found(TEXT, quote, &after), None, "{after}");
        }
        assert_eq!(found(TEXT, "5,000 troops to the border. Talks go on.", &TEXT.replace("5,000", "15,000")), None);
        assert_eq!(found("It sent about 100 men.", "It sent about 100", "It sent about 100,000 men."), None);
        assert_eq!(
            found(
                "It sent 1,000 men there, and no more.",
                "000 men there, and no more.",
                "It sent 2,000 men there, and no more."
            ),
            None
        );
        assert_eq!(
            found(
                "Mr Putin said so to them all in Moscow.",
                "said so to them all in",
                "Mr Biden unsaid so to them all in Moscow."
            ),
            None
        );
    }

    #[test]
    fn among_several_places_the_neighbours_decide_or_nobody() {
        let before = "In Moscow the minister said that talks would go on. The end.";
        let quote = "talks would go on";
        let twin = "In Paris nobody thought talks would go on, alas. ";
        assert_eq!(found(before, quote, &format!("{twin}{before}")), Some(quote));
        let found_at = find(&anchor(before, quote), &format!("{twin}{before}"), false).span().unwrap();
        assert!(found_at.start > twin.len());
        assert_eq!(found(before, quote, &format!("{before} {before}")), None);
    }

    #[test]
    fn a_short_quote_in_other_company_is_a_lookalike() {
        assert_eq!(found("At noon Putin said it.", "Putin said", "Much later, Putin said nothing."), None);
        assert_eq!(found("At noon Putin said it.", "Putin said", "New. At noon Putin said it."), Some("Putin said"));
    }

    #[test]
    fn an_empty_quote_is_found_nowhere() {
        assert_eq!(find(&Anchor::default(), "text", true), Located::Orphan);
    }
}
