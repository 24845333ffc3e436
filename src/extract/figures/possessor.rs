//! Whom the possessive before or in a figure's phrase means.

use super::agency::subject_of;
use super::classes::CLASSES;
use super::side::{Case, block_start, force_of, is_against};
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, group_start};
use crate::extract::verbs::verb_at;

/// Whom "its", "his", "their" at token `j` mean: the subject of the clause, else the last who acted in the paragraph. Who
/// shoots at a thing does not own it ("a patrol knocked out two of their mortars").
pub(super) fn possessor(case: &Case<'_>, j: usize, at: usize) -> Option<usize> {
    let view = case.view;
    let one = |actors: &[usize]| match actors {
        [one] => Some(*one),
        [first, ..] => {
            let force = force_of(view, *first);
            actors.iter().all(|&a| force_of(view, a) == force).then_some(*first)
        }
        _ => None,
    };
    // A person has no "its", and only a person has "his".
    let fits = |&actor: &usize| match view.words.at(j) {
        "its" => view.kind(actor) != ActorKind::Person,
        "his" => view.kind(actor) == ActorKind::Person,
        _ => true,
    };
    let start = view.sentence(at).start;
    // "Kaliningrad has kept its 40 warplanes": of the state that the place is of, where it has one.
    if let Some(verb) = (start..at).rev().find(|&k| verb_at(view.words, k).is_some())
        && let group = group_start(view, verb, start)
        && group > start
        && let Cover::Place(p) = view.cover(group - 1)
        && matches!(view.words.at(j), "its" | "their")
        && (verb..j).all(|k| view.named(k).is_none())
    {
        let of = view.names.places[p].of.as_ref()?;
        return view.names.actors.iter().position(|a| a.id == *of);
    }
    let shot = (start..at).rev().find(|&k| verb_at(view.words, k).is_some()).filter(|&k| {
        let verb = view.words.at(k);
        is_against(verb) && !CLASSES.reckoning.contains(verb) && view.words.at(j + 1) != "own"
    });
    let own = subject_of(view, at).filter(fits);
    if let Some(shot) = shot {
        let enemy = (start..shot)
            .rev()
            .find_map(|k| subject_of(view, k).filter(|_| view.subject_at(k) != view.subject_at(shot)));
        return enemy.filter(fits);
    }
    if let Some(found) = own.or_else(|| one(view.whose(j))) {
        return Some(found);
    }
    // "The coalition admitted that two of its jets": somebody without a name.
    let verb = (start..j).rev().find(|&k| verb_at(view.words, k).is_some() && view.cover(k) == Cover::Nothing);
    if matches!(view.words.at(j), "its" | "their") && verb.is_some_and(|k| view.subject_at(k).is_none()) {
        return None;
    }
    // "Akashi reports 225 of the army's guns. Forty of its tanks left": no person's, but of whom the figure was.
    let told = case.previous().filter(|f| f.counted.tokens.start < start && view.words.at(j + 1) != "own");
    if let Some(told) = told
        && (told.counted.tokens.end..start)
            .rev()
            .chain(told.counted.tokens.clone())
            .find_map(|k| subject_of(view, k))
            .is_none_or(|a| !fits(&a))
        && let Some(actor) = told.side.as_ref().and_then(|id| view.names.actors.iter().position(|a| a.id == *id))
    {
        return Some(actor);
    }
    let p = view.party_from(j);
    if let Some(found) = view.parties.get(p).filter(|q| q.tokens.start == j).and_then(|q| one(&q.actors)) {
        return Some(found);
    }
    let floor = block_start(view, at);
    (floor..at).rev().find_map(|k| subject_of(view, k).filter(fits))
}
