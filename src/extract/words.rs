//! The tokens of a text with their words in lower case and what is known of each.
//!
//! Everything that reads grammar (numbers, dates, figures, meetings) reads it through [`Words`].

use std::ops::Range;

use super::annotated::Annotated;
use super::roles::Role;
use super::trail::{Aspect, Finding, NearMiss, Reason, Rule, Trail};
use super::verbs::{self, VerbForm};
use super::vocabulary::{Distinct, Vocabulary};
use crate::text::{Span, Token, TokenKind};

pub(crate) use super::classes::{Classes, is_adverb, is_auxiliary, is_determiner, is_preposition};

/// The tokens of a text, each with its word in lower case (curly apostrophes straight, hard hyphens plain).
pub(crate) struct Words<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Its tokens.
    pub(crate) tokens: &'a [Token],
    /// Its sentences, as ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
    lower: Vec<&'a str>,
    /// For each token the closed classes of its word, which are asked for more than anything else.
    classes: Vec<Classes>,
    verbs: Vec<Option<VerbForm>>,
    vocabulary: &'a Vocabulary<'a>,
    tables: bool,
    trail: &'a Trail,
}

impl<'a> Words<'a> {
    pub(crate) fn new(annotated: &'a Annotated<'_>) -> Self {
        let vocabulary = &annotated.vocabulary;
        let distinct: Vec<_> = vocabulary.entries.iter().map(|word| (vocabulary.lower(word), word.classes)).collect();
        let (lower, classes) = vocabulary.ids.iter().map(|&id| distinct[id as usize]).unzip();
        let mut words = Self {
            text: annotated.text(),
            tokens: &annotated.tokens,
            sentences: annotated.sentence_ranges(),
            lower,
            classes,
            verbs: Vec::new(),
            vocabulary,
            tables: vocabulary.entries.iter().any(|word| word.raw == "|"),
            trail: &annotated.trail,
        };
        let verb = Classes::VERB.with(Classes::AUXILIARY);
        words.verbs = vec![None; words.len()];
        for i in 0..words.len() {
            if words.is(i, verb) {
                words.verbs[i] = verbs::read(&words, i);
            }
        }
        words
    }

    /// The number of tokens.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token's word in lower case; empty beyond either end of the text.
    #[inline]
    pub(crate) fn at(&self, i: usize) -> &str {
        self.lower.get(i).copied().unwrap_or_default()
    }

    /// The word `back` tokens before `i`; empty where there is none.
    #[inline]
    pub(crate) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.at(j))
    }

    #[inline]
    fn distinct(&self, i: usize) -> Option<&'a Distinct<'a>> {
        self.vocabulary.entries.get(*self.vocabulary.ids.get(i)? as usize)
    }

    /// The token's word as the text has it.
    #[inline]
    pub(crate) fn raw(&self, i: usize) -> &'a str {
        self.distinct(i).map_or("", |word| word.raw)
    }

    /// The verb that the token is, by its word and its neighbours.
    #[inline]
    pub(crate) fn verb(&self, i: usize) -> Option<VerbForm> {
        self.verbs.get(i).copied().flatten()
    }

    /// The form of verb that the token's word is by a list, whatever stands around it.
    #[inline]
    pub(crate) fn listed_verb(&self, i: usize) -> Option<VerbForm> {
        self.distinct(i)?.verb
    }

    /// What the token's word is in the name of an office.
    #[inline]
    pub(crate) fn role(&self, i: usize) -> Option<Role> {
        self.distinct(i)?.role
    }

    /// Whether the token's word is of any of these closed classes.
    #[inline]
    pub(crate) fn is(&self, i: usize, wanted: Classes) -> bool {
        self.classes.get(i).is_some_and(|classes| classes.any(wanted))
    }

    /// Whether the word `back` tokens before `i` is of any of these closed classes.
    #[inline]
    pub(crate) fn is_before(&self, i: usize, back: usize, wanted: Classes) -> bool {
        i.checked_sub(back).is_some_and(|j| self.is(j, wanted))
    }

    /// The token's kind; a break beyond either end of the text.
    #[inline]
    pub(crate) fn kind(&self, i: usize) -> TokenKind {
        self.tokens.get(i).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether the token begins with a capital.
    #[inline]
    pub(crate) fn is_capital(&self, i: usize) -> bool {
        self.distinct(i).is_some_and(|word| word.shape.capital)
    }

    /// Whether the text has a sign between the cells of a table.
    #[inline]
    pub(crate) fn has_tables(&self) -> bool {
        self.tables
    }

    /// Whether no space parts token `i` from the one before it.
    #[inline]
    pub(crate) fn touches_previous(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// Whether the words from token `i` on are `phrase` (words parted by single spaces).
    #[inline]
    pub(crate) fn is_phrase(&self, i: usize, phrase: &str) -> bool {
        // Asked of far more phrases than there are, so the first letter settles most.
        self.at(i).as_bytes().first() == phrase.as_bytes().first() && self.goes_on_as(i, phrase)
    }

    fn goes_on_as(&self, i: usize, phrase: &str) -> bool {
        let (mut rest, mut i) = (phrase.bytes(), i);
        loop {
            let word = self.at(i);
            // Byte by byte: the words are too short for more.
            for byte in word.bytes() {
                if rest.next() != Some(byte) {
                    return false;
                }
            }
            match rest.next() {
                None => return !word.is_empty(),
                Some(b' ') => i += 1,
                Some(_) => return false,
            }
        }
    }

    /// The bytes of the text that a non-empty range of tokens covers.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        let (Some(first), Some(last)) = (self.tokens.get(range.start), self.tokens.get(range.end.saturating_sub(1)))
        else {
            return Span::new(0, 0);
        };
        Span::new(first.span.start, last.span.end)
    }

    /// Notes that `rule` decided `aspect` of the finding around `subject`, by `words`.
    #[inline]
    pub(crate) fn because(
        &self,
        finding: Finding,
        subject: &Range<usize>,
        aspect: Aspect,
        rule: &'static Rule,
        words: &Range<usize>,
    ) {
        self.trail.because(|| Reason { finding, subject: self.span(subject), aspect, rule, words: self.span(words) });
    }

    /// Whether anybody wants the notes, for rules that must look again to say why.
    #[inline]
    pub(crate) fn explains(&self) -> bool {
        self.trail.is_on()
    }

    /// Notes that `rule` turned down what stands at `subject`, by `words`.
    #[inline]
    pub(crate) fn reject(&self, finding: Finding, subject: &Range<usize>, rule: &'static Rule, words: &Range<usize>) {
        self.trail.reject(|| NearMiss { finding, span: self.span(subject), rule, words: self.span(words) });
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
