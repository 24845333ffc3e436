//! The tokens of a text as the rules for names see them: folded, with their kinds, their case and their surroundings.

use super::super::annotated::Annotated;
use super::super::lexicon::fold::fold;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Lexicon, Part, is_capital, is_shouted, pieces};
use crate::briefing::BlockKind;
use crate::text::{Span, Token, TokenKind};

/// One token.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Folded, in lower case.
    pub(super) folded: String,
    pub(super) tags: Tags,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether it is all capitals.
    pub(super) shouted: bool,
    /// Whether a sentence, a quotation or an item of a list begins with it.
    pub(super) opens: bool,
    /// Whether its line is in capitals or in title case, so that a capital says nothing.
    pub(super) heading: bool,
}

/// The tokens of a text with what the lexicon says of them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    /// The text's tokens, with names joined by a hyphen ("US-Russia") taken apart.
    pub(super) tokens: Vec<Token>,
    pub(super) words: Vec<Word>,
    pub(super) parts: Vec<Part>,
    /// For every token, and behind the last, the index of its first part.
    first_part: Vec<usize>,
}

impl<'a> Words<'a> {
    pub(super) fn new(annotated: &'a Annotated, lexicon: &Lexicon) -> Self {
        let text: &str = annotated.text();
        let tokens = apart(text, &annotated.tokens, lexicon);
        let headings = headings(annotated);
        let mut words = Vec::with_capacity(tokens.len());
        let mut parts = Vec::with_capacity(tokens.len());
        let mut first_part = Vec::with_capacity(tokens.len() + 1);
        let mut heading = 0;
        let mut opens = true;
        // Whether the line so far is a dateline: "BAMAKO, July 28, 2024 (Agency) —".
        let mut dateline = true;
        for (at, &token) in tokens.iter().enumerate() {
            while headings.get(heading).is_some_and(|(span, _)| span.end <= token.span.start) {
                heading += 1;
            }
            let inside = headings.get(heading).filter(|(span, _)| span.covers(token.span)).map(|&(_, kind)| kind);
            let word = token.text(text);
            let folded = if token.kind == TokenKind::Word { fold(word) } else { word.to_owned() };
            let tags = lexicon.word(&folded).map(|w| lexicon.tags(w)).unwrap_or_default();
            first_part.push(parts.len());
            let from = parts.len();
            pieces(token, text, |folded, piece| {
                let word = lexicon.word(folded);
                let generic = word.is_some_and(|w| lexicon.tags(w).any(Tags::BODY.with(Tags::BODY_MODIFIER)));
                parts.push(Part {
                    word,
                    token: u32::try_from(at).unwrap_or(u32::MAX),
                    capital: is_capital(piece),
                    shouted: is_shouted(piece),
                    last: false,
                    caseless: inside == Some(Heading::Capitals),
                    generic,
                });
            });
            if parts.len() > from
                && let Some(last) = parts.last_mut()
            {
                last.last = true;
            }
            words.push(Word {
                folded,
                tags,
                capital: token.kind == TokenKind::Word && is_capital(word),
                shouted: token.kind == TokenKind::Word && is_shouted(word),
                opens,
                heading: inside.is_some(),
            });
            dateline =
                token.kind == TokenKind::Break || dateline && (token.kind != TokenKind::Word || is_capital(word));
            opens = match token.kind {
                TokenKind::Break => true,
                TokenKind::Punctuation => {
                    opens
                        || matches!(word, "“" | "\"" | ":" | "•" | "‘")
                        || dateline && matches!(word, "—" | "–" | "-")
                        || is_stop(annotated, token.span.end, word)
                }
                TokenKind::Number => opens && tokens.get(at + 1).is_some_and(|t| t.text(text) == "."),
                TokenKind::Word | TokenKind::Possessive => false,
            };
        }
        first_part.push(parts.len());
        Self { text, tokens, words, parts, first_part }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The longest name of the lexicon at token `at`: the token behind it, and its aliases.
    pub(super) fn longest(&self, lexicon: &Lexicon, at: usize) -> Option<(usize, Vec<u32>)> {
        let first = self.first_part[at];
        if first == self.first_part[at + 1] {
            return None;
        }
        let (count, aliases) = lexicon.longest(&self.parts, first)?;
        let last = self.parts[first + count - 1].token as usize;
        // A name does not run on over a comma or into the next sentence.
        let whole = (at..last).all(|t| match self.tokens[t].kind {
            TokenKind::Break => false,
            TokenKind::Punctuation => {
                let mark = self.of(t);
                matches!(mark, "&" | "," | "-") || mark == "." && !self.words[t + 1].opens
            }
            _ => true,
        });
        whole.then_some((last + 1, aliases))
    }

    /// Whether the word at `at` alone names the entry.
    pub(super) fn first_word_names(&self, lexicon: &Lexicon, at: usize, entry: u32) -> bool {
        let part = self.parts.get(self.first_part[at]..=self.first_part[at]).and_then(|part| lexicon.longest(part, 0));
        part.is_some_and(|(_, aliases)| aliases.iter().any(|&a| lexicon.aliases[a as usize].entry == entry))
    }

    /// Whether a state's name or adjective begins at token `at`.
    pub(super) fn longest_state(&self, lexicon: &Lexicon, at: usize) -> bool {
        let part = self.parts.get(self.first_part[at]..=self.first_part[at]);
        part.is_some_and(|part| lexicon.is_state(part))
    }

    /// The token's characters; empty behind the end.
    pub(super) fn of(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.text(self.text))
    }

    /// The folded token; empty behind the end.
    pub(super) fn low(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.folded.as_str())
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether the token is a word of any of these kinds.
    pub(super) fn is(&self, at: usize, tags: Tags) -> bool {
        self.words.get(at).is_some_and(|w| w.tags.any(tags))
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.capital)
    }

    pub(super) fn opens(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.opens)
    }

    /// Whether it stands in a line of capitals or in title case, where a subject cannot be told by its case.
    pub(super) fn shouted_heading(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.heading && w.shouted)
    }

    /// The span of tokens `from..to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.tokens[from].span.start, self.tokens[to - 1].span.end)
    }
}

/// The tokens, with two names that a hyphen joins taken apart: "US-Russia", "Biden-Putin". What is one name in the
/// lexicon stays whole: "Guinea-Bissau".
fn apart(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len() + 8);
    for &token in tokens {
        let word = token.text(text);
        let halves =
            word.split_once('-').filter(|(a, b)| token.kind == TokenKind::Word && is_capital(a) && is_capital(b));
        match halves {
            Some((a, b)) if lexicon.is_name(a) && lexicon.is_name(b) && lexicon.named(word).is_empty() => {
                let hyphen = token.span.start + a.len();
                let piece = |from, to, kind| Token { kind, span: Span::new(from, to) };
                out.push(piece(token.span.start, hyphen, TokenKind::Word));
                out.push(piece(hyphen, hyphen + 1, TokenKind::Punctuation));
                out.push(piece(hyphen + 1, token.span.end, TokenKind::Word));
            }
            _ => out.push(token),
        }
    }
    out
}

/// How a line's capitals are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// All in capitals.
    Capitals,
    /// Most words begin with one.
    TitleCase,
}

/// The lines in which capitals say nothing, in order.
fn headings(annotated: &Annotated) -> Vec<(Span, Heading)> {
    let text = annotated.text();
    let mut out = Vec::new();
    let mut line: Vec<Token> = Vec::new();
    let mut close = |line: &mut Vec<Token>| {
        if let (Some(first), Some(last)) = (line.first(), line.last()) {
            let span = Span::new(first.span.start, last.span.end);
            let block = annotated.briefing.blocks.get(annotated.briefing.block_at(span.start)).map(|b| &b.kind);
            if let Some(kind) = heading(text, line, block) {
                out.push((span, kind));
            }
        }
        line.clear();
    };
    for &token in &annotated.tokens {
        if token.kind == TokenKind::Break {
            close(&mut line);
        } else {
            line.push(token);
        }
    }
    close(&mut line);
    out
}

fn heading(text: &str, line: &[Token], block: Option<&BlockKind>) -> Option<Heading> {
    let words: Vec<&str> = line.iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.text(text)).collect();
    if words.iter().all(|w| w.chars().all(|c| !c.is_lowercase())) {
        return Some(Heading::Capitals).filter(|_| !words.is_empty());
    }
    let is_heading = matches!(block, Some(BlockKind::Title | BlockKind::Heading(_)));
    let ends_like_prose = line.last().is_some_and(|t| matches!(t.text(text), "." | "”" | "?"));
    if words.len() < 4 || words.len() > 20 || ends_like_prose && !is_heading {
        return None;
    }
    // Short words keep their small letters in title case.
    let long: Vec<&&str> = words.iter().filter(|w| w.chars().count() > 3).collect();
    let capital = long.iter().filter(|w| is_capital(w)).count();
    (long.len() >= 2 && capital * 10 >= long.len() * 9).then_some(Heading::TitleCase)
}

/// Whether the punctuation that ends at `end` ends a sentence.
fn is_stop(annotated: &Annotated, end: usize, mark: &str) -> bool {
    if !matches!(mark, "." | "?" | "!" | "…" | "]" | "”" | "\"" | ")" | "’") {
        return false;
    }
    annotated.sentences.get(annotated.sentence_at(end.saturating_sub(1))).is_some_and(|s| s.end == end)
}
