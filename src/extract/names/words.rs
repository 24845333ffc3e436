//! The tokens of a text as the rules for names see them: folded, with their kinds, their case and their surroundings.

use std::borrow::Cow;
use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::lexicon::fold::fold;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Lexicon, Part, is_capital, is_shouted, pieces};
use crate::briefing::BlockKind;
use crate::text::{Span, Token, TokenKind};

/// One token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Its characters.
    raw: &'a str,
    /// The number of what is known of it.
    known: u32,
    pub(super) tags: Tags,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether it is all capitals.
    pub(super) shouted: bool,
    /// Whether it is a word of several joined by hyphens.
    pub(super) hyphened: bool,
    /// Whether a sentence, a quotation or an item of a list begins with it.
    pub(super) opens: bool,
    /// Whether its line is in capitals or in title case, so that a capital says nothing.
    pub(super) heading: bool,
}

/// What tokens of the same kind and characters have in common.
struct Known<'a> {
    raw: &'a str,
    /// In lower case, without accents.
    folded: Cow<'a, str>,
    tags: Tags,
    capital: bool,
    shouted: bool,
    hyphened: bool,
    /// Its pieces, without their places.
    parts: Range<usize>,
}

/// The tokens of a text with what the lexicon says of them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    /// The text's tokens, with names joined by a hyphen ("US-Russia") taken apart.
    pub(super) tokens: Vec<Token>,
    pub(super) words: Vec<Word<'a>>,
    known: Vec<Known<'a>>,
    pub(super) parts: Vec<Part>,
    /// For every token, and behind the last, the index of its first part.
    first_part: Vec<usize>,
}

impl<'a> Words<'a> {
    pub(super) fn new(annotated: &'a Annotated, lexicon: &Lexicon) -> Self {
        let text: &str = annotated.text();
        let (tokens, ids, known, shapes) = apart(annotated, lexicon);
        let headings = headings(annotated);
        let mut words = Vec::with_capacity(tokens.len());
        let mut parts = Vec::with_capacity(tokens.len());
        let mut first_part = Vec::with_capacity(tokens.len() + 1);
        let mut heading = 0;
        let mut opens = true;
        // Whether the line so far is a dateline: "BAMAKO, July 28, 2024 (Agency) —".
        let mut dateline = true;
        for (at, (&token, &id)) in tokens.iter().zip(&ids).enumerate() {
            while headings.get(heading).is_some_and(|(span, _)| span.end <= token.span.start) {
                heading += 1;
            }
            let inside = headings.get(heading).filter(|(span, _)| span.covers(token.span)).map(|&(_, kind)| kind);
            let own: &Known<'_> = &known[id as usize];
            let word = own.raw;
            first_part.push(parts.len());
            let token_at = u32::try_from(at).unwrap_or(u32::MAX);
            let caseless = inside == Some(Heading::Capitals);
            parts.extend(shapes[own.parts.clone()].iter().map(|&part| Part { token: token_at, caseless, ..part }));
            words.push(Word {
                raw: word,
                known: id,
                tags: own.tags,
                capital: own.capital,
                shouted: own.shouted,
                hyphened: own.hyphened,
                opens,
                heading: inside.is_some(),
            });
            dateline = token.kind == TokenKind::Break || dateline && (token.kind != TokenKind::Word || own.capital);
            opens = match token.kind {
                TokenKind::Break => true,
                TokenKind::Punctuation => {
                    opens
                        || matches!(word, "“" | "\"" | ":" | "•" | "‘")
                        || dateline && matches!(word, "—" | "–" | "-")
                        || is_stop(annotated, token.span.end, word)
                }
                TokenKind::Number => opens && ids.get(at + 1).is_some_and(|&next| known[next as usize].raw == "."),
                TokenKind::Word | TokenKind::Possessive => false,
            };
        }
        first_part.push(parts.len());
        Self { text, tokens, words, known, parts, first_part }
    }

    #[inline]
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
    #[inline]
    pub(super) fn of(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |w| w.raw)
    }

    /// The folded token; empty behind the end.
    #[inline]
    pub(super) fn low(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| &self.known[w.known as usize].folded)
    }

    #[inline]
    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether the token is a word of any of these kinds.
    #[inline]
    pub(super) fn is(&self, at: usize, tags: Tags) -> bool {
        self.words.get(at).is_some_and(|w| w.tags.any(tags))
    }

    #[inline]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.capital)
    }

    #[inline]
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
/// lexicon stays whole: "Guinea-Bissau". With them the number of each in what is known, and all pieces.
fn apart<'a>(annotated: &'a Annotated<'_>, lexicon: &Lexicon) -> (Vec<Token>, Vec<u32>, Vec<Known<'a>>, Vec<Part>) {
    let vocabulary = &annotated.vocabulary;
    let mut shapes = Vec::with_capacity(vocabulary.entries.len() * 2);
    let mut known = Vec::with_capacity(vocabulary.entries.len() + 8);
    // The halves of a word that is taken apart, by the word's number.
    let mut halved: Vec<(u32, u32)> = Vec::new();
    for (id, word) in vocabulary.entries.iter().enumerate() {
        known.push(Known::new(word.raw, word.kind, &word.lower, word.capital, lexicon, &mut shapes));
        let halves = (word.raw.split_once('-'))
            .filter(|(a, b)| word.kind == TokenKind::Word && is_capital(a) && is_capital(b))
            .filter(|(a, b)| lexicon.is_name(a) && lexicon.is_name(b) && lexicon.named(word.raw).is_empty());
        if halves.is_some() {
            halved.push((u32::try_from(id).unwrap_or(u32::MAX), 0));
        }
    }
    for (id, first) in &mut halved {
        let raw = vocabulary.entries[*id as usize].raw;
        let (a, b) = raw.split_once('-').unwrap_or((raw, ""));
        *first = u32::try_from(known.len()).unwrap_or(u32::MAX);
        for (raw, kind) in
            [(a, TokenKind::Word), (&raw[a.len()..=a.len()], TokenKind::Punctuation), (b, TokenKind::Word)]
        {
            known.push(Known::new(raw, kind, raw, kind == TokenKind::Word, lexicon, &mut shapes));
        }
    }
    if halved.is_empty() {
        return (annotated.tokens.clone(), vocabulary.ids.clone(), known, shapes);
    }
    let mut tokens = Vec::with_capacity(annotated.tokens.len() + 8);
    let mut ids = Vec::with_capacity(annotated.tokens.len() + 8);
    for (&token, &id) in annotated.tokens.iter().zip(&vocabulary.ids) {
        let Ok(at) = halved.binary_search_by_key(&id, |h| h.0) else {
            tokens.push(token);
            ids.push(id);
            continue;
        };
        let first = halved[at].1;
        let hyphen = token.span.start + known[first as usize].raw.len();
        let ends = [token.span.start, hyphen, hyphen + 1, token.span.end];
        for (piece, kind) in [TokenKind::Word, TokenKind::Punctuation, TokenKind::Word].into_iter().enumerate() {
            tokens.push(Token { kind, span: Span::new(ends[piece], ends[piece + 1]) });
        }
        ids.extend(first..first + 3);
    }
    (tokens, ids, known, shapes)
}

impl<'a> Known<'a> {
    /// What is known of a word; its pieces are added to `shapes`.
    fn new(
        raw: &'a str,
        kind: TokenKind,
        lower: &'a str,
        capital: bool,
        lexicon: &Lexicon,
        shapes: &mut Vec<Part>,
    ) -> Self {
        let is_word = kind == TokenKind::Word;
        let plain = lower.bytes().all(|b| b.is_ascii() && !matches!(b, b'\'' | b'.') && !b.is_ascii_uppercase());
        let folded = match (is_word, plain) {
            (false, _) => Cow::Borrowed(raw),
            (true, true) => Cow::Borrowed(lower),
            (true, false) => Cow::Owned(fold(raw)),
        };
        let word = lexicon.word(&folded);
        let tags = word.map(|w| lexicon.tags(w)).unwrap_or_default();
        let from = shapes.len();
        let mut add = |word: Option<u32>, piece: &str| {
            let generic = word.is_some_and(|w| lexicon.tags(w).any(Tags::BODY.with(Tags::BODY_MODIFIER)));
            shapes.push(Part {
                word,
                token: 0,
                capital: is_capital(piece),
                shouted: is_shouted(piece),
                last: false,
                caseless: false,
                generic,
            });
        };
        if is_word && !folded.contains('-') {
            add(word, raw);
        } else {
            let token = Token { kind, span: Span::new(0, raw.len()) };
            pieces(token, raw, |folded, piece| add(lexicon.word(folded), piece));
        }
        if let Some(last) = shapes[from..].last_mut() {
            last.last = true;
        }
        let shouted = is_word && is_shouted(raw);
        let hyphened = is_word && folded.contains('-');
        Self { raw, folded, tags, capital: is_word && capital, shouted, hyphened, parts: from..shapes.len() }
    }
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
    let ends_like_prose = line.last().is_some_and(|t| matches!(t.text(text), "." | "”" | "?"));
    let is_heading = matches!(block, Some(BlockKind::Title | BlockKind::Heading(_)));
    let words = || line.iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.text(text));
    // A long line of prose is none by its first small letter.
    if line.len() > 60 && words().any(|w| w.chars().any(char::is_lowercase)) && words().nth(20).is_some() {
        return None;
    }
    let words: Vec<&str> = words().collect();
    if words.iter().all(|w| w.chars().all(|c| !c.is_lowercase())) {
        return Some(Heading::Capitals).filter(|_| !words.is_empty());
    }
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
