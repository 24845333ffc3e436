//! The tokens of a text with their words in lower case, and the closed word classes that the rules of grammar ask for.
//!
//! Everything that reads grammar (numbers, dates, figures, meetings) reads it through [`Words`].

use std::ops::Range;

use super::annotated::Annotated;
use crate::text::{Span, Token, TokenKind};

/// The tokens of a text, each with its word in lower case (curly apostrophes straight, hard hyphens plain).
pub(crate) struct Words<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Its tokens.
    pub(crate) tokens: &'a [Token],
    /// Its sentences, as ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
    lower: String,
    ends: Vec<usize>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(annotated: &'a Annotated<'_>) -> Self {
        let text = annotated.text();
        let tokens: &[Token] = &annotated.tokens;
        let mut lower = String::with_capacity(text.len());
        let mut ends = Vec::with_capacity(tokens.len());
        for token in tokens {
            for c in token.text(text).chars() {
                match c {
                    'A'..='Z' => lower.push(c.to_ascii_lowercase()),
                    '’' | '‘' | 'ʼ' => lower.push('\''),
                    '‑' => lower.push('-'),
                    _ if c.is_ascii() => lower.push(c),
                    _ => lower.extend(c.to_lowercase()),
                }
            }
            ends.push(lower.len());
        }
        let sentences = annotated.sentences.iter().map(|&s| annotated.tokens_in(s)).collect();
        Self { text, tokens, sentences, lower, ends }
    }

    /// The number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token's word in lower case; empty beyond either end of the text.
    pub(crate) fn at(&self, i: usize) -> &str {
        let Some(&end) = self.ends.get(i) else { return "" };
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.lower[start..end]
    }

    /// The word `back` tokens before `i`; empty where there is none.
    pub(crate) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.at(j))
    }

    /// The token's word as the text has it.
    pub(crate) fn raw(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.text(self.text))
    }

    /// The token's kind; a break beyond either end of the text.
    pub(crate) fn kind(&self, i: usize) -> TokenKind {
        self.tokens.get(i).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether the token begins with a capital.
    pub(crate) fn is_capital(&self, i: usize) -> bool {
        self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether no space parts token `i` from the one before it.
    pub(crate) fn touches_previous(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// Whether the words from token `i` on are `phrase` (words parted by single spaces).
    pub(crate) fn is_phrase(&self, i: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(k, word)| self.at(i + k) == word)
    }

    /// The bytes of the text that a non-empty range of tokens covers.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        let (Some(first), Some(last)) = (self.tokens.get(range.start), self.tokens.get(range.end.saturating_sub(1)))
        else {
            return Span::new(0, 0);
        };
        Span::new(first.span.start, last.span.end)
    }

    /// The tokens that lie inside `span`.
    pub(crate) fn range(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let last = self.tokens.partition_point(|t| t.span.end <= span.end);
        first..last.max(first)
    }

    /// The index of the sentence that token `i` stands in, or of the last one before it.
    pub(crate) fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.start <= i).saturating_sub(1)
    }
}

/// Forms of "be", "have" and "do", and the modal verbs.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    is_modal(word)
        || matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "be"
                | "been"
                | "being"
                | "am"
                | "has"
                | "have"
                | "had"
                | "having"
                | "do"
                | "does"
                | "did"
                | "'ll"
                | "'d"
                | "'ve"
                | "'re"
                | "won't"
                | "hasn't"
                | "haven't"
                | "hadn't"
                | "wasn't"
                | "weren't"
                | "isn't"
                | "aren't"
                | "didn't"
                | "doesn't"
                | "don't"
        )
}

/// The modal verbs.
pub(crate) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "cannot"
            | "can't"
            | "won't"
            | "wouldn't"
            | "couldn't"
    )
}

/// Prepositions of one word.
pub(crate) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "from"
            | "with"
            | "by"
            | "between"
            | "among"
            | "amid"
            | "near"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "through"
            | "across"
            | "towards"
            | "toward"
            | "against"
            | "about"
            | "around"
            | "along"
            | "after"
            | "before"
            | "since"
            | "until"
            | "till"
            | "during"
            | "within"
            | "without"
            | "inside"
            | "outside"
            | "behind"
            | "beyond"
            | "besides"
            | "beside"
            | "despite"
            | "alongside"
            | "per"
            | "via"
            | "than"
            | "like"
            | "upon"
            | "off"
            | "above"
            | "below"
            | "throughout"
            | "including"
            | "following"
    )
}

/// Words that open a clause of their own.
pub(crate) fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "which"
            | "who"
            | "whom"
            | "whose"
            | "when"
            | "where"
            | "while"
            | "as"
            | "because"
            | "although"
            | "though"
            | "if"
            | "whether"
            | "but"
            | "so"
            | "unless"
            | "whereas"
    )
}

/// Articles and the words that stand in their place.
pub(crate) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "all"
            | "both"
            | "each"
            | "every"
            | "some"
            | "any"
            | "no"
            | "another"
            | "other"
    )
}

/// Adverbs that stand inside a verb group or beside it.
pub(crate) fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "then"
            | "later"
            | "now"
            | "already"
            | "again"
            | "once"
            | "twice"
            | "still"
            | "just"
            | "first"
            | "last"
            | "not"
            | "never"
            | "ever"
            | "even"
            | "only"
            | "soon"
            | "since"
            | "even-tually"
            | "recently"
            | "afterwards"
            | "thus"
            | "instead"
            | "both"
            | "all"
            | "either"
            | "yet"
            | "currently"
            | "earlier"
            | "together"
            | "apparently"
            | "therefore"
            | "often"
            | "always"
    ) || (word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "family" | "supply" | "reply" | "ally" | "rally" | "assembly" | "italy"))
}
