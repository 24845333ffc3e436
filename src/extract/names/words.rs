//! The tokens of a text as the rules for names see them: folded, with their kinds, their case and their surroundings.

use std::borrow::Cow;
use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::lexicon::fold::fold;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Leads, Lexicon, Part, is_capital, is_shouted, pieces};
use super::super::vocabulary::Shape;
use super::headings::{Heading, headings};
use super::marks::{Candidates, Marked, Marks};
use crate::text::{Span, Token, TokenKind};

/// One token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) tags: Tags,
    /// The number of what is known of it.
    known: u32,
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
    /// Whether its line is in capitals.
    caseless: bool,
}

/// What tokens of the same kind and characters have in common.
struct Known<'a> {
    raw: &'a str,
    /// In lower case, without accents.
    folded: Cow<'a, str>,
    /// The token as it is where nothing is known of its place.
    word: Word,
    /// Whether a name of the lexicon may begin with it, and whether it may in a line of capitals.
    leads: (bool, bool),
    marks: Marks,
    /// Its pieces, without their places.
    parts: Range<u32>,
}

/// The tokens of a text with what the lexicon says of them.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    /// The text's tokens, with names joined by a hyphen ("US-Russia") taken apart.
    pub(super) tokens: Cow<'a, [Token]>,
    pub(super) words: Vec<Word>,
    known: Vec<Known<'a>>,
    /// The pieces of all that is known.
    shapes: Vec<Part>,
    /// Where each rule has to look.
    pub(super) candidates: Candidates,
}

impl<'a> Words<'a> {
    pub(super) fn new(annotated: &'a Annotated, lexicon: &Lexicon) -> Self {
        let text: &str = annotated.text();
        let (tokens, ids, known, shapes) = apart(annotated, lexicon);
        let mut headings = headings(annotated).into_iter().peekable();
        let mut sentences = annotated.sentences.iter().peekable();
        let mut words = Vec::with_capacity(tokens.len());
        let mut marked = Marked::with_capacity(tokens.len());
        let mut opens = true;
        // Whether the line so far is a dateline: "BAMAKO, July 28, 2024 (Agency) —".
        let mut dateline = true;
        // How the capitals of the line are to be read, once its first token has been reached.
        let mut line = None;
        for (at, (&token, &id)) in tokens.iter().zip(&*ids).enumerate() {
            let own: &Known<'_> = &known[id as usize];
            let heading = match line {
                _ if token.kind == TokenKind::Break => None,
                Some(heading) => heading,
                None => {
                    while headings.next_if(|(span, _)| span.end <= token.span.start).is_some() {}
                    headings.peek().filter(|(span, _)| span.covers(token.span)).map(|&(_, kind)| kind)
                }
            };
            line = (token.kind != TokenKind::Break).then_some(heading);
            marked.add(at, own.marks);
            let caseless = heading == Some(Heading::Capitals);
            words.push(Word { opens, heading: heading.is_some(), caseless, known: id, ..own.word });
            dateline &= token.kind != TokenKind::Word || own.word.capital;
            opens = match token.kind {
                TokenKind::Break => {
                    dateline = true;
                    true
                }
                TokenKind::Punctuation => {
                    while sentences.next_if(|s| s.end < token.span.end).is_some() {}
                    opens
                        || matches!(own.raw, "“" | "\"" | ":" | "•" | "‘")
                        || dateline && matches!(own.raw, "—" | "–" | "-")
                        || matches!(own.raw, "." | "?" | "!" | "…" | "]" | "”" | "\"" | ")" | "’")
                            && sentences.peek().is_some_and(|s| s.end == token.span.end)
                }
                TokenKind::Number => opens && ids.get(at + 1).is_some_and(|&next| known[next as usize].raw == "."),
                TokenKind::Word | TokenKind::Possessive => false,
            };
        }
        Self { text, tokens, words, known, shapes, candidates: marked.finish() }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The longest name of the lexicon at token `at`: the token behind it, and its aliases.
    #[inline]
    pub(super) fn longest<'l>(&self, lexicon: &'l Lexicon, at: usize) -> Option<(usize, Cow<'l, [u32]>)> {
        let (leads, caseless) = self.known_at(at)?.leads;
        if leads || caseless && self.words[at].caseless { self.longest_led(lexicon, at) } else { None }
    }

    fn longest_led<'l>(&self, lexicon: &'l Lexicon, at: usize) -> Option<(usize, Cow<'l, [u32]>)> {
        let (last, aliases) = lexicon.longest(self.parts_from(at))?;
        let last = last as usize;
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

    /// The pieces of the tokens from `at` on.
    fn parts_from(&self, at: usize) -> impl Iterator<Item = Part> {
        self.words[at..].iter().zip(at..).flat_map(|(word, at)| {
            let parts = &self.known[word.known as usize].parts;
            let token = u32::try_from(at).unwrap_or(u32::MAX);
            let shapes = &self.shapes[parts.start as usize..parts.end as usize];
            shapes.iter().map(move |&part| Part { token, caseless: word.caseless, ..part })
        })
    }

    /// Whether the word at `at` alone names the entry.
    pub(super) fn first_word_names(&self, lexicon: &Lexicon, at: usize, entry: u32) -> bool {
        let found = lexicon.longest(self.parts_from(at).take(1));
        found.is_some_and(|(_, aliases)| aliases.iter().any(|&a| lexicon.aliases[a as usize].entry == entry))
    }

    /// Whether a state's name or adjective begins at token `at`.
    pub(super) fn longest_state(&self, lexicon: &Lexicon, at: usize) -> bool {
        lexicon.is_state(self.parts_from(at).take(1))
    }

    /// The tokens that are `folded`, in order.
    pub(super) fn places_of(&self, folded: &str) -> Vec<usize> {
        let same: Vec<bool> = self.known.iter().map(|known| known.folded == folded).collect();
        if !same.contains(&true) {
            return Vec::new();
        }
        (0..self.len()).filter(|&at| same[self.words[at].known as usize]).collect()
    }

    #[inline]
    fn known_at(&self, at: usize) -> Option<&Known<'a>> {
        Some(&self.known[self.words.get(at)?.known as usize])
    }

    /// The token's characters; empty behind the end.
    #[inline]
    pub(super) fn of(&self, at: usize) -> &'a str {
        self.known_at(at).map_or("", |known| known.raw)
    }

    /// The folded token; empty behind the end.
    #[inline]
    pub(super) fn low(&self, at: usize) -> &str {
        self.known_at(at).map_or("", |known| &known.folded)
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
fn apart<'a>(annotated: &'a Annotated<'_>, lexicon: &Lexicon) -> Apart<'a> {
    let vocabulary = &annotated.vocabulary;
    let mut shapes = Vec::with_capacity(vocabulary.entries.len() * 2);
    let mut known = Vec::with_capacity(vocabulary.entries.len() + 8);
    // The halves of a word that is taken apart, by the word's number.
    let mut halved: Vec<(u32, u32)> = Vec::new();
    for (id, word) in vocabulary.entries.iter().enumerate() {
        let folded = match (word.kind, word.shape.plain) {
            (TokenKind::Word, true) => Cow::Borrowed(vocabulary.lower(word)),
            (TokenKind::Word, false) => Cow::Owned(fold(word.raw)),
            _ => Cow::Borrowed(word.raw),
        };
        let own = Known::new(word.raw, word.kind, folded, word.shape, lexicon, &mut shapes);
        let halves = (own.word.hyphened && own.word.capital)
            .then(|| word.raw.split_once('-'))
            .flatten()
            .filter(|(a, b)| is_capital(a) && is_capital(b))
            .filter(|(a, b)| lexicon.is_name(a) && lexicon.is_name(b) && lexicon.named(word.raw).is_empty());
        if halves.is_some() {
            halved.push((u32::try_from(id).unwrap_or(u32::MAX), 0));
        }
        known.push(own);
    }
    for (id, first) in &mut halved {
        let raw = vocabulary.entries[*id as usize].raw;
        let (a, b) = raw.split_once('-').unwrap_or((raw, ""));
        *first = u32::try_from(known.len()).unwrap_or(u32::MAX);
        for (raw, kind) in
            [(a, TokenKind::Word), (&raw[a.len()..=a.len()], TokenKind::Punctuation), (b, TokenKind::Word)]
        {
            let folded = Cow::Owned(fold(raw));
            known.push(Known::new(raw, kind, folded, Shape::new(raw), lexicon, &mut shapes));
        }
    }
    if halved.is_empty() {
        return (Cow::Borrowed(&annotated.tokens), Cow::Borrowed(&vocabulary.ids), known, shapes);
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
    (Cow::Owned(tokens), Cow::Owned(ids), known, shapes)
}

/// Tokens, the number of each in what is known, what is known, and all pieces.
type Apart<'a> = (Cow<'a, [Token]>, Cow<'a, [u32]>, Vec<Known<'a>>, Vec<Part>);

impl<'a> Known<'a> {
    /// What is known of a word; its pieces are added to `shapes`.
    fn new(
        raw: &'a str,
        kind: TokenKind,
        folded: Cow<'a, str>,
        shape: Shape,
        lexicon: &Lexicon,
        shapes: &mut Vec<Part>,
    ) -> Self {
        let is_word = kind == TokenKind::Word;
        let from = shapes.len();
        let (word, tags, leads) = lexicon.known(&folded);
        let capital = is_word && shape.capital;
        let shouted = is_word && !shape.small && is_shouted(raw);
        let hyphened = is_word && shape.hyphened;
        // Where the first piece stands in names, and whether it has a capital.
        let mut first = None;
        let mut add = |(word, tags, leads): (Option<u32>, Tags, Leads), capital, shouted| {
            let (generic, inside) = (tags.any(Tags::BODY.with(Tags::BODY_MODIFIER)), leads.inside);
            shapes.push(Part { word, token: 0, capital, shouted, last: false, caseless: false, inside, generic });
            first.get_or_insert((leads, capital));
        };
        match kind {
            TokenKind::Word if !hyphened => add((word, tags, leads), capital, shouted),
            // Digits and their separators are one piece.
            TokenKind::Number if raw.bytes().all(|b| b.is_ascii_digit()) => add((word, tags, leads), false, false),
            _ => {
                let token = Token { kind, span: Span::new(0, raw.len()) };
                pieces(token, raw, |folded, piece| add(lexicon.known(folded), is_capital(piece), is_shouted(piece)));
            }
        }
        if let Some(last) = shapes[from..].last_mut() {
            last.last = true;
        }
        let leads = first.map_or((false, false), |(leads, capital)| (leads.any && capital || leads.small, leads.any));
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let parts = index(from)..index(shapes.len());
        let marks = Marks::new(kind, &folded, tags, capital, hyphened);
        let word = Word { tags, known: 0, capital, shouted, hyphened, opens: false, heading: false, caseless: false };
        Self { raw, folded, word, leads, marks, parts }
    }
}
