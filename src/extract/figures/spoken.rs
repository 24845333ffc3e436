//! Whose a figure is by what the paragraph spoke of: soldiers, an enemy, a receiver, the same noun.

use std::ops::Range;

use super::nouns::NOUNS;
use super::side::{block_start, force_of};
use crate::extract::parties::{Cover, PartyKind, View};
use crate::extract::{ActorId, ActorKind, FigureKind};
use crate::text::TokenKind;
/// To whom the sentence says that something is delivered.
pub(super) fn receiver(view: &View<'_>, sentence: &Range<usize>, verb: usize, end: usize) -> Option<usize> {
    let start = sentence.start.max(verb.saturating_sub(12));
    let to = (start..verb).chain(end..sentence.end.min(end + 8)).find(|&j| {
        matches!(view.words.at(j), "to" | "for") && view.named(j + 1).is_some() && view.cover(j) == Cover::Nothing
    })?;
    view.named(to + 1).map(|(actor, _)| actor)
}

/// Whose a thing of the same noun was shortly before: "Russian drones".
pub(super) fn same_noun_before(view: &View<'_>, at: usize, what: &str) -> Option<usize> {
    let end = view.party_from(at);
    view.parties[end.saturating_sub(12)..end].iter().rev().find_map(|p| {
        let adjective = matches!(p.kind, PartyKind::Adjective | PartyKind::Possessor);
        let noun = (p.tokens.end..p.tokens.end + 4)
            .take_while(|&j| view.words.kind(j) != TokenKind::Punctuation)
            .any(|j| same_noun(view.words.at(j), what));
        (adjective && noun).then(|| p.actors.first().copied()).flatten()
    })
}

/// The one state or armed group besides `seen` that the paragraph has told of as a party, not as a place.
pub(super) fn enemy(view: &View<'_>, at: usize, seen: &ActorId) -> Option<ActorId> {
    let words = view.words;
    let floor = block_start(view, at);
    let mut found: Option<ActorId> = None;
    let (from, to) = (view.party_from(floor), view.party_from(view.sentence(at).end));
    for party in view.parties[from..to].iter().take(40) {
        let Some(&actor) = party.actors.first() else { continue };
        if !matches!(view.kind(actor), ActorKind::State | ActorKind::ArmedGroup)
            || matches!(
                words.before(party.tokens.start, 1),
                "in" | "from" | "near" | "off" | "around" | "to" | "over" | "at"
            )
        {
            continue;
        }
        let Some(force) = force_of(view, actor).filter(|f| f != seen) else { continue };
        if found.as_ref().is_some_and(|f| *f != force) {
            return None;
        }
        found = Some(force);
    }
    found.filter(|_| !seen.is_empty())
}

/// Whose soldiers the text spoke of last, in this sentence or the paragraph: "Russian troops", "the North Koreans".
pub(super) fn spoken_of(view: &View<'_>, at: usize) -> Option<usize> {
    let floor = block_start(view, at);
    let end = view.party_from(at);
    view.parties[end.saturating_sub(12)..end].iter().rev().filter(|p| p.tokens.start >= floor).find_map(|p| {
        let after = p.tokens.end;
        let owner = matches!(p.kind, PartyKind::Adjective | PartyKind::Possessor | PartyKind::Delegates);
        let noun = |j: usize| NOUNS.noun(view.words.at(j)).is_some_and(|n| n.kind == FigureKind::Personnel && !n.weak);
        let forces = owner && (noun(after) || noun(after + 1) || p.tokens.clone().any(noun));
        forces.then(|| p.actors.first().copied()).flatten()
    })
}

/// The last military body named before token `at` whose state is not `not`.
pub(super) fn force_before(view: &View<'_>, at: usize, not: Option<&ActorId>) -> Option<ActorId> {
    let end = view.names.mentions.partition_point(|m| m.span.start < view.words.tokens[at].span.start);
    view.names.mentions[..end].iter().rev().take(40).find_map(|m| {
        let actor = &view.names.actors[m.actor];
        let military = matches!(actor.kind, ActorKind::ArmedGroup | ActorKind::Organisation)
            && actor.of.is_some()
            && [
                "Army",
                "Navy",
                "Air Force",
                "Armed Forces",
                "Guard",
                "Command",
                "Defence Force",
                "Defense Force",
                "Marines",
                "Corps",
                "Fleet",
            ]
            .iter()
            .any(|w| actor.name.contains(w));
        // A state's regular forces, not a force that is a side of its own.
        military.then(|| force_of(view, m.actor)).flatten().filter(|f| Some(f) != not && *f != actor.id)
    })
}

pub(super) fn same_noun(a: &str, b: &str) -> bool {
    let last = |s: &str| s.rsplit(' ').next().unwrap_or(s).trim_end_matches('s').to_lowercase();
    last(a) == last(b)
}
