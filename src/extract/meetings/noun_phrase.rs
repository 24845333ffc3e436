//! The noun phrase that a noun of meeting closes, and the verb that governs it.

use super::lists::LISTS;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// The first token of the noun phrase that ends with the trigger.
pub(super) fn phrase_start(view: &View<'_>, at: usize, floor: usize) -> usize {
    let words = view.words;
    let mut start = at;
    let floor = floor.max(at.saturating_sub(10));
    while start > floor {
        let j = start - 1;
        let word = words.at(j);
        let kind = words.kind(j);
        if !matches!(kind, TokenKind::Word | TokenKind::Number) && word != "-" && word != "–" {
            break;
        }
        if view.cover(j) == Cover::Nothing
            && (words.is(j, Classes::PREPOSITION.with(Classes::AUXILIARY))
                || words.is(j, Classes::CLAUSE) && !words.is(j, Classes::DETERMINER)
                // "officials of the League end two days of talks"
                || LISTS.is_holding(word) && !word.ends_with("ed") && has_subject(view, j)
                || word == "and" && view.cover(j.saturating_sub(1)) == Cover::Nothing
                || verb_at(words, j).is_some()
                    && (!word.ends_with("ed") || words.is_before(j, 1, Classes::AUXILIARY) || has_subject(view, j)))
        {
            break;
        }
        if matches!(view.cover(j), Cover::Date(_)) {
            break;
        }
        start = j;
        if words.is(j, Classes::DETERMINER) {
            break;
        }
    }
    start
}

/// Whether a party that acts stands right before the verb at token `j`, past the comma of its apposition: "Doe, the envoy,
/// chaired talks" has no "chaired talks" in it.
fn has_subject(view: &View<'_>, j: usize) -> bool {
    let comma = j > 0 && view.words.at(j - 1) == ",";
    let party = view.party_ending(j - usize::from(comma)).map(|p| &view.parties[p]);
    party.is_some_and(|p| p.acts() && !p.actors.is_empty() && p.apposition >= comma)
}

/// The verb that governs the noun phrase which begins at token `start`.
pub(super) fn verb_before(view: &View<'_>, start: usize, floor: usize) -> Option<usize> {
    let words = view.words;
    let floor = floor.max(start.saturating_sub(25));
    (floor..start).rev().find(|&j| {
        view.cover(j) == Cover::Nothing && verb_at(words, j).is_some() && !words.is(j, Classes::AUXILIARY)
            || view.cover(j) == Cover::Nothing
                && LISTS.is_holding(words.at(j))
                && (matches!(words.before(j, 1), "to" | "and" | "not")
                    || words.is_before(j, 1, Classes::MODAL)
                    || words.at(j).ends_with("ing") && words.is_before(j, 1, Classes::AUXILIARY)
                    || words.is_phrase(j, "wound up")
                    // "officials of the League end two days of talks"
                    || view.party_ending(j).is_some_and(|p| {
                        let party = &view.parties[p];
                        let several = party.plural || view.chain_start(p, floor) < p;
                        party.acts() && several && !party.actors.is_empty() && !words.at(j).ends_with('s')
                    })
                    // "Mubarak presides over a summit of the League"
                    || matches!(words.at(j), "presides" | "presided" | "co-chairs" | "chairs" | "hosts" | "mediates")
                        && view.party_ending(j).is_some_and(|p| view.parties[p].acts()))
    })
}
