//! Who says what a figure says, and where its force is.

use std::ops::Range;

use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, leads_place, place_at};
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::{ActorId, ActorKind};

/// Who says what the figure says.
pub(super) fn said_by(view: &View<'_>, core: &Range<usize>) -> Option<ActorId> {
    let sentence = view.sentence(core.start);
    said_by_actor(view, core, &sentence).map(|a| view.names.actors[a].id.clone())
}

pub(super) fn said_by_actor(view: &View<'_>, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let of = |j: usize| -> Option<usize> {
        let subject = view.subject_at(j)?;
        if subject.owner {
            let party = &view.parties[subject.first];
            return party.actors.first().copied();
        }
        view.actors(subject.first, subject.last).first().copied()
    };
    let is_said = |j: usize| {
        let word = words.at(j);
        if !is_saying(word) || verb_at(words, j).is_none() {
            return false;
        }
        let end = core.start.max(j);
        match word {
            "put" | "puts" => (j..end).any(|k| words.at(k) == "at"),
            "spoke" | "spoken" | "speaks" => words.at(j + 1) == "of",
            _ => true,
        }
    };
    let floor = sentence.start.max(core.start.saturating_sub(60));
    for j in (floor..core.start).rev() {
        if is_said(j) {
            return of(j);
        }
    }
    let ceiling = sentence.end.min(core.end + 60);
    for j in sentence.start.max(floor)..ceiling {
        if words.is_phrase(j, "according to") {
            let party = view.parties.get(view.party_from(j + 2))?;
            return (party.tokens.start <= j + 4 && party.acts()).then(|| party.actors.first().copied()).flatten();
        }
    }
    // "…, the ministry said": behind the figure, after a comma.
    for j in core.end..ceiling {
        if is_said(j) && (core.end..j).any(|k| matches!(words.at(k), "," | "”" | "\"")) {
            return of(j);
        }
    }
    None
}

/// Where the figure's force is, as its sentence says.
pub(super) fn place(view: &View<'_>, tokens: &Range<usize>, next_count: usize) -> Option<String> {
    let words = view.words;
    let sentence = view.sentence(tokens.start);
    let ceiling = sentence.end.min(tokens.end + 25);
    let mut broad = None;
    let mut j = tokens.end;
    while j < ceiling.min(next_count.max(tokens.end + 1)) {
        let reach = words.at(j) == "of"
            && matches!(words.before(j, 1), "reach" | "outside" | "north" | "south" | "east" | "west" | "border");
        // "had reached the Kursk region", "entered Mali"
        if matches!(words.at(j), "reached" | "reach" | "reaching" | "entered" | "enter" | "entering" | "crossed")
            && j > tokens.end
        {
            let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
            if let Some(found) = named_place(view, at) {
                return Some(found.name);
            }
        }
        if (leads_place(words.at(j)) || reach)
            && view.cover(j) == Cover::Nothing
            && let Some(found) = place_at(view, j).or_else(|| if reach { named_place(view, j + 1) } else { None })
        {
            // The first that is said is the force's own; a building gives way to the town behind it.
            if found.breadth != Breadth::Building {
                return Some(found.name);
            }
            broad.get_or_insert(found.name);
            j = found.end;
            continue;
        }
        j += 1;
    }
    if broad.is_some() {
        return broad;
    }
    // Before the figure: "In Mali it has 1,000 men".
    let floor = sentence.start.max(tokens.start.saturating_sub(30));
    (floor..tokens.start)
        .rev()
        .filter(|&j| {
            matches!(words.at(j), "in" | "near" | "into" | "around" | "at" | "towards" | "on" | "of")
                && view.cover(j) == Cover::Nothing
        })
        .find_map(|j| {
            if words.at(j) == "of" {
                return (words.before(j, 1) == "reach").then(|| named_place(view, j + 1)).flatten().map(|w| w.name);
            }
            place_at(view, j).filter(|w| w.breadth != Breadth::Building).map(|w| w.name)
        })
}

/// The place or country that token `i` names.
pub(super) fn named_place(view: &View<'_>, i: usize) -> Option<Where> {
    match view.cover(i) {
        Cover::Place(p) => {
            Some(Where { name: view.names.places[p].name.clone(), end: view.cover_end(i), breadth: Breadth::Town })
        }
        Cover::Mention(m) => {
            let actor = view.names.mentions[m].actor;
            (view.kind(actor) == ActorKind::State).then(|| Where {
                name: view.names.actors[actor].name.clone(),
                end: view.cover_end(i),
                breadth: Breadth::Country,
            })
        }
        _ => None,
    }
}
