//! Who acts together, and so who "they" are in what follows: those who meet, those who come with others, those whom
//! somebody sends.

use super::{Cover, PartyKind, Subject, View};
use crate::extract::ActorKind;

/// No list of companions is followed further than so many tokens; the limit keeps hostile text linear.
const REACH: usize = 60;

/// The subject of the verb at `i` and the one it meets, where both are one: "they" in what follows.
pub(super) fn pair_of(view: &View<'_>, i: usize, current: Option<Subject>) -> Option<Vec<usize>> {
    let subject = current.filter(|s| !s.owner)?;
    let party = view.parties.get(view.party_from(i + 1)).filter(|p| p.acts() && p.tokens.start <= i + 4)?;
    let mut out = view.actors(subject.first, subject.last);
    for &actor in &party.actors {
        if !out.contains(&actor) {
            out.push(actor);
        }
    }
    (out.len() == 2).then_some(out)
}

/// The subject of the sentence and those behind the "with" at token `i`.
pub(super) fn together(view: &View<'_>, i: usize, main: Option<Subject>) -> Option<Vec<usize>> {
    let main = main.filter(|m| !m.owner)?;
    let first = view.party_from(i + 1);
    view.parties.get(first).filter(|p| p.tokens.start <= i + 2 && p.acts() && !p.actors.is_empty())?;
    let last = view.chain_end(first, view.sentence(i).end.min(i + REACH));
    let mut out = view.actors(main.first, main.last);
    for actor in view.actors(first, last) {
        if !out.contains(&actor) {
            out.push(actor);
        }
    }
    // Of a pair the grammar of the encounter knows better.
    (out.len() > 2).then_some(out)
}

/// "Hamas sent two men to Cairo", "The Community sent three ministers: A, B and C": whom "they" means in what follows,
/// those sent, where a list names them, else whoever sent them.
pub(super) fn sent(view: &View<'_>, i: usize, current: Option<Subject>, end: usize) -> Option<Vec<usize>> {
    let subject = current.filter(|s| !s.owner)?;
    let people = view.party_from(i + 1);
    let party = view.parties.get(people).filter(|p| p.tokens.start <= i + 2)?;
    if !party.plural || !party.actors.is_empty() {
        return None;
    }
    let ceiling = end.min(party.tokens.end + 12);
    let colon = (party.tokens.end..ceiling).find(|&j| view.words.at(j) == ":");
    let listed = colon.map(|j| {
        let first = view.party_from(j);
        view.actors(first, view.chain_end(first, end.min(i + REACH)))
    });
    let senders = || view.actors(subject.first, subject.last);
    let sent = listed.filter(|l| l.len() > 1).unwrap_or_else(senders);
    (sent.len() > 1 || sent.iter().any(|&a| view.kind(a) != ActorKind::Person)).then_some(sent)
}

/// The party that "and" brings behind an insertion after party `p`.
pub(super) fn beyond_insertion(view: &View<'_>, p: usize) -> Option<usize> {
    let words = view.words;
    let from = view.parties[p].tokens.end;
    if words.at(from) != "," || !matches!(words.at(from + 1), "represented" | "led" | "headed") {
        return None;
    }
    let end = view.sentence(from).end.min(from + 30);
    let and = (from..end).find(|&j| words.at(j) == "," && words.at(j + 1) == "and")?;
    let q = view.party_from(and + 2);
    view.parties.get(q).filter(|q| q.tokens.start == and + 2 && q.acts() && q.tokens.end <= end).map(|_| q)
}

/// The two persons whom a list behind a relative clause names: "the two men who have wrecked the city, A and B".
pub(super) fn named_behind(view: &View<'_>, p: usize) -> Option<Vec<usize>> {
    let from = view.parties[p].tokens.end;
    let end = view.sentence(from).end.min(from + 16);
    let comma = (from..end).find(|&j| view.words.at(j) == "," && view.cover(j) == Cover::Nothing)?;
    let first = view.party_from(comma);
    let last = view.chain_end(first, view.sentence(from).end.min(from + 40));
    let named = view.parties.get(first).filter(|q| q.tokens.start == comma + 1 && q.kind == PartyKind::Named)?;
    let actors = view.actors(first, last);
    let pair = named.acts() && actors.len() == 2 && actors.iter().all(|&a| view.kind(a) == ActorKind::Person);
    pair.then_some(actors)
}

/// Nouns for those who act for the party behind "of".
pub(super) fn is_force(word: &str) -> bool {
    matches!(
        word,
        "army"
            | "navy"
            | "forces"
            | "troops"
            | "soldiers"
            | "fighters"
            | "gunners"
            | "men"
            | "units"
            | "militiamen"
            | "rebels"
            | "guerrillas"
            | "fleet"
            | "ships"
            | "jets"
            | "commandos"
            | "paratroopers"
            | "marines"
            | "military"
    )
}
