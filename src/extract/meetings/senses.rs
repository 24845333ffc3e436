//! Which sense of a noun stands here: "a call with X", not "a call for restraint"; "the summit", not a summit's name.

use super::lists::LISTS;
use super::triggers::is_further;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_auxiliary, is_determiner};
use crate::text::TokenKind;

/// Whether the word is the noun here, and not part of another thing's name.
pub(super) fn is_noun(view: &View<'_>, i: usize, word: &str) -> bool {
    let words = view.words;
    let before = words.before(i, 1);
    if LISTS.not_before.contains(before)
        || before == "-"
        || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive
            && matches!(words.before(i, 2), "ship" | "warship" | "vessel" | "fleet" | "carrier")
    {
        return false;
    }
    // "Summit on the Future", "Geneva Conference": a name; a headline's "Summit" has small words around it.
    let next = words.at(i + 1);
    match word {
        "call" | "calls" => {
            // "calls for talks", "the call by Paris for restraint", "a call to arms"
            let phone = matches!(
                before,
                "phone"
                    | "telephone"
                    | "video"
                    | "conference"
                    | "hold"
                    | "the"
                    | "a"
                    | "their"
                    | "second"
                    | "this"
                    | "that"
                    | "first"
                    | "his"
                    | "her"
                    | "another"
                    | "third"
            );
            // "took a call from the president", not "a call from the president for restraint"
            let taken = next == "from"
                && (2..5).any(|k| matches!(words.before(i, k), "received" | "took" | "takes" | "receives"));
            // "a call to Blah on Sunday", "a call from Berlin to the Kremlin": to a party, and not to do something.
            let party = |j: usize| {
                view.parties
                    .get(view.party_from(j))
                    .filter(|p| p.tokens.start <= j + 1 && p.acts() && !p.actors.is_empty())
                    .map(|p| p.tokens.end)
            };
            let rung = (next == "to" || next == "from")
                && (is_determiner(before) || before == "phone")
                && party(i + 2).is_some_and(|end| {
                    next == "to" && !matches!(words.at(end), "to" | "for")
                        || next == "from" && words.at(end) == "to" && party(end + 1).is_some()
                })
                // "a call from Berlin to the Kremlin"
                || next == "from"
                    && is_determiner(before)
                    && matches!(view.cover(i + 2), Cover::Place(_))
                    && words.at(view.cover_end(i + 2)) == "to"
                    && party(view.cover_end(i + 2) + 1).is_some();
            // "Saturday's call was shorter"
            let dated = words.kind(i.wrapping_sub(1)) == TokenKind::Possessive
                && i > 1
                && matches!(view.cover(i - 2), Cover::Date(_))
                && !matches!(next, "for" | "to" | "on");
            taken
                || dated
                || rung
                || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive && next == "with"
                || phone && !matches!(next, "for" | "to" | "on" | "from")
                || matches!(before, "phone" | "telephone" | "video")
        }
        "telephone" => false,
        "lunch" | "dinner" | "breakfast" => {
            matches!(next, "with" | "between" | "for" | "of")
                || (1..4).any(|k| {
                    matches!(
                        words.before(i, k),
                        "had" | "have" | "has" | "over" | "shared" | "share" | "gave" | "gives" | "give"
                    )
                }) && matches!(next, "in" | "at" | "on" | "together" | ",")
        }
        "appointment" => next == "with" || next == "," && words.at(i + 2) == "with",
        // "a follow-up in Geneva", not "a follow-up question"
        "follow-up" => {
            (is_determiner(before) || words.is_before(i, 2, Classes::DETERMINER))
                && (matches!(next, "in" | "at" | "with" | "between" | "on" | "," | "is" | "was" | "will")
                    || matches!(view.cover(i + 1), Cover::Date(_)))
        }
        "ministerial" => {
            is_determiner(before) && matches!(next, "in" | "of" | "with" | "on" | "at" | "," | "." | "between")
        }
        // "her talk with X", "X's turn with Y"
        "talk" | "chat" | "turn" => {
            matches!(next, "with" | "between")
                && (is_determiner(before) && before != "any"
                    || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive
                    || word != "turn" && words.is_before(i, 2, Classes::DETERMINER))
        }
        // "after two rounds with him"
        "rounds" => next == "with",
        "half-hour" => {
            matches!(next, "in" | "with" | "together")
                && (2..6).any(|k| matches!(words.before(i, k), "had" | "have" | "has"))
        }
        "conversation" | "conversations" | "encounter" | "encounters" | "sitting" | "audience" => {
            next == "with"
                || next == "between"
                || matches!(before, "phone" | "telephone" | "their" | "formal" | "last" | "first" | "brief")
                || matches!(words.before(i, 2), "their" | "phone" | "a" | "an")
                || is_determiner(before) && matches!(next, "in" | "at" | "of" | "was")
        }
        // "a round of talks": the talks tell; "a second round is expected" has none.
        "round" => {
            let counted = is_further(before) || matches!(before, "first" | "earlier" | "previous" | "opening");
            counted
                && (is_auxiliary(next)
                    || matches!(next, "in" | "on" | "at" | "with" | "between" | "there" | "here" | "," | ".")
                    || verb_at(words, i + 1).is_some())
                // "The round that they were to have held"
                || before == "the" && matches!(next, "that" | "which") && (i + 2..i + 10).any(|j| words.at(j) == "held")
        }
        "link" => before == "video",
        "commission" => before == "joint",
        // "the Shangri-La Dialogue": a name.
        "dialogue" if words.is_capital(i) && i > 0 && words.is_capital(i - 1) => false,
        "dialogue" | "mediation" | "negotiation" => matches!(next, "with" | "between" | "in" | "on"),
        // "held an emergency debate", not "the debate on conscription"
        "debate" => {
            (2..6).any(|k| LISTS.is_holding(words.before(i, k)) && verb_at(words, i - k).is_some())
                || LISTS.is_holding(before)
        }
        "tea" | "supper" | "banquet" | "reception" | "handshake" => matches!(next, "with" | "between" | "for"),
        "roundtable" | "round-table" | "conclave" | "plenary" => {
            is_determiner(before) || words.is_before(i, 2, Classes::DETERMINER)
        }
        "forum" | "ceremony" | "signing" | "gathering" | "trip" => {
            matches!(next, "with" | "between" | "in" | "of" | "to" | "at" | "by" | "," | ".")
                && (is_determiner(before)
                    || words.kind(i.wrapping_sub(1)) == TokenKind::Word && words.is_before(i, 2, Classes::DETERMINER)
                    || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive
                    || before == "signing")
        }
        "meetings" | "encounters_" => true,
        // "Putin visits Xi" is the verb.
        "visits" => is_determiner(before) || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive,
        "sessions" | "conferences" | "summits" => false,
        _ => true,
    }
}
