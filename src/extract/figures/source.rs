//! Sources that are named without a verb: "according to X", "figures from X", "if X is right", "borrowed from X".

use super::classes::CLASSES;
use super::said_by::{Report, Sayer};
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far behind its number a source stands that is plainly the number's own.
const CLOSE: usize = 14;

/// "40 ships, according to the ministry": right behind the number, with no other number between.
pub(super) fn right_behind(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, end) = (report.view, report.view.words, report.core.end);
    let at = (end..report.ceiling.min(end + CLOSE)).find(|&j| words.is_phrase(j, "according to"))?;
    let alone = (end..at).all(|j| words.at(j) != ";" && cardinal_at(words, j).is_none());
    let actor = source_at(view, at + 2);
    (alone && actor.is_some()).then_some(Sayer { actor, at })
}

/// "according to the ministry", the nearest in the sentence.
pub(super) fn according_to(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, core) = (report.view, report.view.words, report.core);
    let found = (report.floor..report.ceiling).filter(|&j| words.is_phrase(j, "according to"));
    let at = found.min_by_key(|&j| j.abs_diff(core.start))?;
    Some(Sayer { actor: source_at(view, at + 2), at })
}

/// "Overnight figures from the Pentagon: the navy fired 22 missiles", "Lima has a sum of its own: 900": the head of the
/// sentence.
pub(super) fn figures_from(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, start) = (report.view, report.view.words, report.sentence.start);
    let colon = (start..report.core.start.min(start + 14)).find(|&j| words.at(j) == ":")?;
    let noun = (start..colon).find(|&j| CLASSES.estimate.contains(words.at(j)) || words.at(j) == "sum")?;
    if matches!(words.at(noun + 1), "from" | "by") {
        return Some(Sayer { actor: source_at(view, noun + 2), at: noun }).filter(|s| s.actor.is_some());
    }
    let has = (start..noun).any(|j| matches!(words.at(j), "has" | "had" | "gives" | "gave" | "offers" | "keeps"));
    let own = (start..colon).any(|j| words.at(j) == "own");
    let first = view.parties.get(view.party_from(start)).filter(|p| p.tokens.start <= start + 1 && p.acts());
    let actor = first.and_then(|p| p.actors.first().copied()).or_else(|| seat_at(view, start));
    (has && own && actor.is_some()).then_some(Sayer { actor, at: noun })
}

/// "if the governor is right", "if Chadian estimates are to be believed": whose word the number rests on.
pub(super) fn if_right(report: &Report<'_>) -> Option<Sayer> {
    let (view, words) = (report.view, report.view.words);
    let core = report.core;
    let at = (report.floor..report.ceiling.min(core.end + CLOSE)).find(|&j| words.at(j) == "if")?;
    let end = (at + 1..at + 14).find(|&j| {
        words.at(j) == "right"
            || words.at(j) == "correct"
            || words.is_phrase(j, "to be believed")
            || words.at(j) == "trusted"
    })?;
    let plain = (at..end).all(|j| !matches!(words.at(j), ";" | ":") && cardinal_at(words, j).is_none());
    let named = || (at + 1..end).find_map(|j| view.named(j).map(|(actor, _)| actor).or_else(|| seat_at(view, j)));
    // "if Moscow's man there, Andrei Volkov, is right": the man.
    let inserted = (at + 1..end)
        .filter(|&j| words.at(j) == ",")
        .find_map(|j| view.named(j + 1).filter(|&(_, form)| form == MentionForm::Name))
        .map(|(actor, _)| actor);
    let actor = inserted.or_else(named);
    (plain && actor.is_some()).then_some(Sayer { actor, at })
}

/// "60,000, a number that they borrowed from the institute": where the number comes from.
pub(super) fn taken_from(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, end) = (report.view, report.view.words, report.core.end);
    let noun = (end..report.ceiling.min(end + CLOSE)).find(|&j| {
        matches!(words.at(j), "number" | "figure" | "count" | "total" | "estimate" | "tally" | "sum")
            && matches!(words.before(j, 1), "a" | "the")
            && matches!(words.before(j, 2), "," | "—" | "–" | "(")
    })?;
    let taken = (noun + 1..noun + 6).find(|&j| {
        matches!(
            words.at(j),
            "borrowed" | "taken" | "took" | "drawn" | "got" | "comes" | "came" | "compiled" | "supplied" | "given"
        )
    })?;
    let from = matches!(words.at(taken + 1), "from" | "by").then_some(taken + 2)?;
    Some(Sayer { actor: source_at(view, from), at: noun }).filter(|s| s.actor.is_some())
}

/// "by the same count", "is put in the same document at 900": the source of the number before.
pub(super) fn same_source(report: &Report<'_>) -> Option<Sayer> {
    let (view, words) = (report.view, report.view.words);
    let before = report.earlier?;
    let at = (report.floor..report.ceiling.min(report.core.end + CLOSE)).find(|&j| {
        words.at(j) == "same"
            && (j + 1..j + 4).any(|k| {
                words.is(k, Classes::ESTIMATE)
                    || matches!(
                        words.at(k),
                        "document" | "source" | "sources" | "paper" | "bulletin" | "list" | "study"
                    )
            })
    })?;
    // "the same American count": of that state or of a body of it.
    let named = (at + 1..at + 4).find_map(|k| view.named(k)).map(|(actor, _)| actor);
    let fits =
        named.is_none_or(|n| n == before || view.names.actors[before].of.as_ref() == Some(&view.names.actors[n].id));
    fits.then_some(Sayer { actor: Some(before), at })
}

/// The state of which the place at token `i` is known as the seat.
fn seat_at(view: &View<'_>, i: usize) -> Option<usize> {
    let Cover::Place(p) = view.cover(i) else { return None };
    let of = view.names.places[p].of.as_ref()?;
    view.names.actors.iter().position(|a| a.id == *of)
}

/// The source that the phrase at token `i` names: "the ministry", "officials in Kyiv"; a capital may be known as a place.
pub(super) fn source_at(view: &View<'_>, i: usize) -> Option<usize> {
    // "according to a tally kept by Oryx"
    let by = (i..i + 6).take_while(|&k| !matches!(view.words.at(k), "," | ".")).find(|&k| view.words.at(k) == "by");
    let i = by.filter(|_| CLASSES.estimate.contains(view.words.at(i + 1))).map_or(i, |k| k + 1);
    let words = view.words;
    // "the country's health ministry", "their spokesman, Colonel Quist": the first name in the phrase that is nobody's owner.
    let end = (i..i + 8).find(|&k| words.kind(k) != TokenKind::Word && words.kind(k) != TokenKind::Possessive);
    let end = end.unwrap_or(i + 8);
    let acting = |p: usize, limit: usize| {
        let party = view.parties.get(p)?;
        (party.tokens.start <= limit && party.acts()).then(|| party.actors.first().copied()).flatten()
    };
    let p = view.party_from(i);
    acting(p, i + 2)
        .or_else(|| seat_at(view, i))
        .or_else(|| acting(p + 1, end.saturating_sub(1)))
        .or_else(|| {
            let plain = (i..end).all(|k| !words.is(k, Classes::PREPOSITION) && verb_at(words, k).is_none());
            let spokesman =
                (i..end).any(|k| matches!(words.at(k), "spokesman" | "spokeswoman" | "minister" | "commander"));
            let named = words.at(end) == "," && spokesman && plain;
            named.then(|| acting(view.party_from(end), end + 1)).flatten()
        })
        // A name before a verb in the plain form looks like an adjective: "compiled by the Institute show".
        .or_else(|| {
            let at = if words.at(i) == "the" { i + 1 } else { i };
            let whole = words.kind(view.cover_end(at)) != TokenKind::Possessive;
            view.named(at).filter(|&(_, form)| whole && form != MentionForm::Demonym).map(|(actor, _)| actor)
        })
}
