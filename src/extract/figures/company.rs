//! Men and people of a state who are a force by the company that they stand in.

use super::classes::CLASSES;
use super::nouns::NOUNS;
use crate::extract::numbers::{Count, cardinal_at};
use crate::extract::parties::View;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, FigureKind};
use crate::text::TokenKind;

/// "claims 12,000 men", "boasts of 65,000 men": a party has men in hundreds only under arms.
pub(super) fn is_commanded(view: &View<'_>, count: &Count, head: usize) -> bool {
    let words = view.words;
    let start = count.tokens.start;
    // "some 2,000 of the general's men"
    let owned = words.at(count.tokens.end) == "of"
        && head > 0
        && (words.kind(head - 1) == TokenKind::Possessive
            || matches!(words.before(head, 1), "his" | "her" | "their" | "its"));
    if owned && words.at(head) == "men" && count.low >= 10 {
        return true;
    }
    // "take out its 1,400 men"
    let its = start > 0 && words.kind(start - 1) == TokenKind::Possessive
        || matches!(words.before(start, 1), "its" | "their" | "his" | "her");
    if its && words.at(head) == "men" && count.low >= 50 && words.at(head + 1) != "and" {
        return true;
    }
    // "60,000 men and women in the field"
    if words.at(head) == "men" && words.is_phrase(head + 1, "and women") {
        let field = words.is_phrase(head + 3, "in the field") || words.is_phrase(head + 3, "in uniform");
        return field || words.is_phrase(head + 3, "under arms");
    }
    let of = usize::from(words.before(start, 1) == "of");
    let led = start > of && CLASSES.commanding.contains(words.before(start, 1 + of));
    let sexes = (head + 1..head + 4).any(|j| matches!(words.at(j), "women" | "boys" | "children"));
    led && words.at(head) == "men" && count.low >= 200 && !sexes
}

/// "2,000 Chadians in uniform", "800 Serbs of the militia", "at the front": people of a state who are a force.
pub(super) fn is_afield(view: &View<'_>, head: usize) -> bool {
    let words = view.words;
    // "The force, 1,200 Italians and 900 Chadians, holds the camps"
    let number = (head.saturating_sub(3)..head).find(|&j| cardinal_at(words, j).is_some()).unwrap_or(head);
    // "The soldiers, 11 Italians and a Swiss" are those told of, perhaps as lost.
    let noun = words.before(number, 2);
    let whole = !NOUNS.is_loss(noun) && NOUNS.noun(noun).is_none_or(|n| n.kind != FigureKind::Personnel);
    if words.before(number, 1) == "," && CLASSES.force_noun.contains(noun) && whole {
        return true;
    }
    // "700 Chadians make up the force"
    let makes = (head + 1..head + 10)
        .find(|&j| words.is_phrase(j, "make up") || words.is_phrase(j, "made up") || words.is_phrase(j, "serve in"))
        .is_some_and(|j| (j + 2..j + 6).any(|k| CLASSES.force_noun.contains(words.at(k))));
    if makes {
        return true;
    }
    if matches!(words.at(head + 1), "of" | "from") {
        let at = if words.at(head + 2) == "the" { head + 3 } else { head + 2 };
        return matches!(view.named(at), Some((a, _)) if view.kind(a) == ActorKind::ArmedGroup);
    }
    let end = (head + 1..head + 7).find(|&j| words.kind(j) != TokenKind::Word).unwrap_or(head + 7);
    (head + 1..end).any(|j| {
        words.is(j, Classes::PREPOSITION) && (j + 1..(j + 4).min(end)).any(|k| CLASSES.afield.contains(words.at(k)))
            || words.is_phrase(j, "at the front")
    })
}
