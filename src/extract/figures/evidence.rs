//! What speaks for a force as the owner of a figure, where no certain rule has a word to say.
//!
//! A reader who meets "the surgeon has 155 dead on his list" takes them for those of whom the text is speaking, and feels
//! at once what speaks for and against each. Each piece of it has a weight here, one for forces and one for losses, as who
//! acts keeps a force but deals out losses. The weights are those by which the annotated texts are most likely.

use crate::extract::trail::Rule;

/// A piece of evidence. Up to `Text` they are standings, the best first, of which a force has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Evidence {
    Sized,
    Owns,
    Suffers,
    Acts,
    Acted,
    Target,
    Named,
    NamedBehind,
    Place,
    PlaceBehind,
    Says,
    Reckons,
    SizedBefore,
    SufferedBefore,
    ActedBefore,
    OwnedBefore,
    TargetBefore,
    NamedBefore,
    PlaceBefore,
    SaidBefore,
    ActedEarlier,
    OwnedEarlier,
    NamedEarlier,
    ActedAfter,
    NamedAfter,
    ActedAbove,
    NamedAbove,
    Text,
    Hits,
    HitBefore,
    LastNamed,
    Opens,
    FigureHere,
    FigureBefore,
    FigureOther,
    FigureAbove,
    Whose,
    Foremost,
    Second,
    Fits,
    Misfits,
    MisfitsState,
    Body,
    CountedBy,
    Sayer,
    Enemy,
    Town,
}

impl Evidence {
    /// Its bit in a set of them.
    pub(super) const fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// What a piece of evidence says, and how much.
pub(super) struct Piece {
    pub(super) evidence: Evidence,
    pub(super) rule: Rule,
    /// Its weight for forces and weapons.
    pub(super) force: i32,
    /// Its weight for losses, and for what is shot at or counted.
    pub(super) loss: i32,
}

const fn piece(evidence: Evidence, name: &'static str, says: &'static str, force: i32, loss: i32) -> Piece {
    Piece { evidence, rule: Rule::new(name, says), force, loss }
}

/// All of them, in the order of [`Evidence`].
#[rustfmt::skip]
pub(super) static PIECES: [Piece; 47] = [
    piece(Evidence::Sized, "said-to-number", "it is said to have so many", 47, 40),
    piece(Evidence::Owns, "owner-here", "it owns a force or a loss in the sentence", 29, 38),
    piece(Evidence::Suffers, "loses-here", "the sentence says that it suffers", 51, 56),
    piece(Evidence::Acts, "acts-here", "it acts in the clause of the figure", 43, 19),
    piece(Evidence::Acted, "acted-here", "it acts in the sentence", 17, 9),
    piece(Evidence::Target, "target-here", "it is attacked in the sentence", -9, -10),
    piece(Evidence::Named, "named-here", "the sentence names it", 10, -4),
    piece(Evidence::NamedBehind, "named-behind", "the sentence names it behind the figure", -9, 5),
    piece(Evidence::Place, "placed-here", "the sentence names it as a place", 6, 1),
    piece(Evidence::PlaceBehind, "placed-behind", "the sentence names it as a place behind the figure", -9, 15),
    piece(Evidence::Says, "says-here", "it says so", 30, 16),
    piece(Evidence::Reckons, "reckons-here", "it reckons so", -16, -27),
    piece(Evidence::SizedBefore, "number-before", "the sentence before tells of its size", -2, -7),
    piece(Evidence::SufferedBefore, "suffered-before", "the sentence before says that it suffers", 2, 2),
    piece(Evidence::ActedBefore, "acted-before", "it acts in the sentence before", -8, -19),
    piece(Evidence::OwnedBefore, "owner-before", "it owns a force or a loss in the sentence before", 11, -9),
    piece(Evidence::TargetBefore, "target-before", "it is attacked in the sentence before", -3, -3),
    piece(Evidence::NamedBefore, "named-before", "the sentence before names it", -19, -18),
    piece(Evidence::PlaceBefore, "placed-before", "the sentence before names it as a place", -40, -38),
    piece(Evidence::SaidBefore, "said-before", "it speaks in the sentence before", -16, -10),
    piece(Evidence::ActedEarlier, "acted-earlier", "it acts earlier in the paragraph", -7, -16),
    piece(Evidence::OwnedEarlier, "owner-earlier", "it owns a force or a loss earlier in the paragraph", 26, 12),
    piece(Evidence::NamedEarlier, "named-earlier", "the paragraph names it earlier", -25, -33),
    piece(Evidence::ActedAfter, "acts-after", "it acts in the next sentence", -33, -10),
    piece(Evidence::NamedAfter, "named-after", "the next sentence names it", -26, -25),
    piece(Evidence::ActedAbove, "acted-above", "it acts in the paragraph above", -35, -39),
    piece(Evidence::NamedAbove, "named-above", "the paragraph above names it", -55, -53),
    piece(Evidence::Text, "in-the-text", "the text names it elsewhere", -58, -41),
    piece(Evidence::Hits, "hits-here", "it attacks in the sentence", -4, -11),
    piece(Evidence::HitBefore, "hits-before", "it attacks in the sentence before", -28, -5),
    piece(Evidence::LastNamed, "last-named", "it is the one named last", 18, 0),
    piece(Evidence::Opens, "opens-paragraph", "the paragraph opens with it", 11, 5),
    piece(Evidence::FigureHere, "figure-here", "the figure before in the sentence is its", 34, 33),
    piece(Evidence::FigureBefore, "figure-before", "the figure in a sentence before is its", 8, -3),
    piece(Evidence::FigureOther, "figure-of-other-kind", "the figure before, a loss and no force or the reverse, is its", 15, 18),
    piece(Evidence::FigureAbove, "figure-above", "the figure in the paragraph above is its", 27, 25),
    piece(Evidence::Whose, "its", "a possessive in the phrase means it", 26, 35),
    piece(Evidence::Foremost, "foremost", "the text tells of it most", 14, 21),
    piece(Evidence::Second, "second", "only one is told of more in the text", 16, 15),
    piece(Evidence::Fits, "noun-fits", "such a force has such soldiers or arms", 14, 20),
    piece(Evidence::Misfits, "noun-misfits", "the noun is one for another sort of force", -24, -30),
    piece(Evidence::MisfitsState, "noun-of-states", "the noun is one for a state's forces", -6, -16),
    piece(Evidence::Body, "body", "it is a mission or an alliance", 1, -9),
    piece(Evidence::CountedBy, "counted-by", "it counts them or shoots at them", -14, -18),
    piece(Evidence::Sayer, "sayer", "the number is its own word", -17, -8),
    piece(Evidence::Enemy, "enemy-of-counter", "another counts them or shoots at them", 1, 15),
    piece(Evidence::Town, "town", "a town of it is named", 13, 10),
];

/// The pieces of a set.
pub(super) fn pieces(set: u64) -> impl Iterator<Item = &'static Piece> {
    PIECES.iter().filter(move |p| set & p.evidence.bit() != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_evidence() {
        for (i, piece) in PIECES.iter().enumerate() {
            assert_eq!(piece.evidence as usize, i, "{}", piece.rule.name);
        }
    }

    #[test]
    fn who_hits_does_not_own_what_is_hit() {
        let weight = |e: Evidence| PIECES[e as usize].loss;
        assert!(weight(Evidence::Hits) < 0 && weight(Evidence::CountedBy) < 0 && weight(Evidence::Enemy) > 0);
        assert!(weight(Evidence::Suffers) > weight(Evidence::Acts));
    }

    #[test]
    fn the_nearer_counts_for_more() {
        let weight = |e: Evidence| PIECES[e as usize].force;
        assert!(weight(Evidence::Acts) > weight(Evidence::ActedBefore));
        assert!(weight(Evidence::ActedBefore) > weight(Evidence::ActedAbove));
        assert!(weight(Evidence::ActedAbove) > weight(Evidence::Text));
    }
}
