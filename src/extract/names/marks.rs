//! Where each rule for names has to look: the words that it can begin with, found in one pass over the text.

use std::rc::Rc;

use super::super::lexicon::grammar::Tags;
use super::runs::LONGEST;
use crate::text::TokenKind;

/// What the rules for names look for in a word alone, as a set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks(u16);

impl Marks {
    /// A capital.
    const CAPITAL: u16 = 1;
    /// A capital, or several words joined by a hyphen: what a person's name may begin with.
    const NAME: u16 = 1 << 1;
    /// A ship, or a capital.
    const THING: u16 = 1 << 2;
    /// A credit.
    const CREDIT: u16 = 1 << 3;
    /// The number of a formation.
    const ORDINAL: u16 = 1 << 4;
    /// What the common name of a state's body begins with: "foreign", "ministry".
    const BODY: u16 = 1 << 5;
    /// A reference: "the", "he".
    const REFERENCE: u16 = 1 << 6;
    /// An opening bracket.
    const BRACKET: u16 = 1 << 7;
    /// A capital, and a noun for bodies.
    const BODY_NOUN: u16 = 1 << 8;
    /// A capital, and a noun for things.
    const THING_NOUN: u16 = 1 << 9;

    /// The marks of a word, in its folded form.
    pub(super) fn new(kind: TokenKind, folded: &str, tags: Tags, capital: bool, hyphened: bool) -> Self {
        let mut marks = 0;
        let mut set = |mark: u16, holds: bool| marks |= if holds { mark } else { 0 };
        match kind {
            // Most words: every one that the rules name has a tag.
            TokenKind::Word if !capital && !hyphened && tags == Tags::default() => {
                debug_assert!(!is_body(folded) && !is_reference(folded), "{folded} has no tag");
            }
            TokenKind::Word => {
                set(Self::CAPITAL, capital);
                set(Self::NAME, capital || hyphened);
                set(Self::THING, capital || tags.any(Tags::SHIP));
                set(Self::CREDIT, tags.any(Tags::CREDIT));
                set(Self::ORDINAL, capital && tags.any(Tags::ORDINAL));
                set(Self::BODY, is_body(folded) || tags.any(Tags::BODY_MODIFIER));
                set(Self::REFERENCE, is_reference(folded));
                set(Self::BODY_NOUN, capital && tags.any(Tags::BODY));
                set(Self::THING_NOUN, capital && tags.any(Tags::THING));
            }
            TokenKind::Number => set(Self::ORDINAL, !folded.ends_with(|c: char| c.is_ascii_digit())),
            TokenKind::Punctuation => {
                set(Self::CREDIT, folded == "©");
                set(Self::BRACKET, folded == "(");
            }
            TokenKind::Possessive | TokenKind::Break => {}
        }
        Self(marks)
    }
}

fn is_body(folded: &str) -> bool {
    matches!(folded, "ministry" | "parliament" | "senate" | "treasury" | "congress")
}

fn is_reference(folded: &str) -> bool {
    matches!(folded, "the" | "his" | "her" | "their" | "both" | "these" | "all" | "he" | "she")
}

/// The tokens of a text that have each mark, in order.
#[derive(Debug)]
pub(super) struct Marked {
    lists: [Vec<u32>; 10],
}

impl Marked {
    /// Room for what a text of `tokens` tokens mostly has.
    pub(super) fn with_capacity(tokens: usize) -> Self {
        Self { lists: std::array::from_fn(|_| Vec::with_capacity(tokens / 8)) }
    }

    #[inline]
    pub(super) fn add(&mut self, at: usize, marks: Marks) {
        let mut left = marks.0;
        while left != 0 {
            self.lists[left.trailing_zeros() as usize].push(u32::try_from(at).unwrap_or(u32::MAX));
            left &= left - 1;
        }
    }

    pub(super) fn finish(self) -> Candidates {
        let lists = self.lists.map(Rc::from);
        let [capitals, names, things, credits, ordinals, bodies, references, brackets, body_nouns, thing_nouns] = lists;
        Candidates { capitals, names, things, credits, ordinals, bodies, references, brackets, body_nouns, thing_nouns }
    }
}

/// The tokens at which each rule has to look, in order.
#[derive(Debug)]
pub(super) struct Candidates {
    /// Words with a capital.
    pub(super) capitals: Rc<[u32]>,
    /// Words that a person's name may begin with.
    pub(super) names: Rc<[u32]>,
    /// Words that the name of a thing may begin with.
    pub(super) things: Rc<[u32]>,
    /// Words and signs of credits.
    pub(super) credits: Rc<[u32]>,
    /// Numbers of formations.
    pub(super) ordinals: Rc<[u32]>,
    /// Words that the common name of a state's body may begin with.
    pub(super) bodies: Rc<[u32]>,
    /// Words that a reference begins with.
    pub(super) references: Rc<[u32]>,
    /// Opening brackets.
    pub(super) brackets: Rc<[u32]>,
    /// Nouns for bodies with a capital.
    pub(super) body_nouns: Rc<[u32]>,
    /// Nouns for things with a capital.
    pub(super) thing_nouns: Rc<[u32]>,
}

/// Whether one of `candidates` is among the tokens from `at` on that a name may reach to.
pub(super) fn ahead(candidates: &[u32], at: usize) -> bool {
    let next = candidates.partition_point(|&t| (t as usize) < at);
    candidates.get(next).is_some_and(|&t| (t as usize) < at + 3 * LONGEST)
}

/// Calls `find` with each token of `candidates` that no finding before has reached over; it gives the token behind what
/// it finds.
pub(super) fn each(candidates: &[u32], mut find: impl FnMut(usize) -> Option<usize>) {
    let mut next = 0;
    for at in candidates.iter().map(|&at| at as usize) {
        if at >= next {
            next = find(at).unwrap_or(at + 1);
        }
    }
}
