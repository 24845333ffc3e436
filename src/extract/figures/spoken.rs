//! Whose a figure is by what the paragraph spoke of: soldiers, an enemy, a receiver, the same noun.

use std::ops::Range;

use super::agency::Clause;
use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::said_by::sayer;
use super::side::{Case, Ruling, block_start, force_of, is_against};
use super::{table, topic};
use crate::extract::parties::{Cover, PartyKind, View};
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::{ActorId, ActorKind, FigureKind};
use crate::text::TokenKind;

/// How far above its paragraph "the mission" is looked for, in tokens.
const MISSION: usize = 300;

/// Whom "the mission" means: the mission, alliance or group, no state, whose figure the paragraph told of last, else the
/// one that it named last.
pub(super) fn mission_told_of(case: &Case<'_>) -> Option<usize> {
    let view = case.view;
    let block = block_start(view, case.core.start);
    let told = case.before.iter().rev().take_while(|f| f.counted.tokens.start >= block).filter_map(|f| f.side.as_ref());
    let actors = &view.names.actors;
    let told =
        told.filter_map(|id| actors.iter().position(|a| a.id == *id)).find(|&a| actors[a].kind != ActorKind::State);
    told.or_else(|| {
        let range = view.party_from(block.saturating_sub(MISSION))..view.party_from(case.core.start);
        range.rev().filter_map(|p| view.parties[p].actors.first().copied()).find(|&a| {
            matches!(actors[a].kind, ActorKind::Organisation | ActorKind::ArmedGroup) && actors[a].of.is_none()
        })
    })
}

/// "Kirby gave a number: 3,000 soldiers", of the "Russian troops" that the paragraph speaks of.
pub(super) fn soldiers(case: &Case<'_>) -> Option<Ruling> {
    let Clause::Open { acted: false, seen: None } = case.clause() else { return None };
    matches!(case.counted.kind, FigureKind::Personnel | FigureKind::Unit)
        .then(|| spoken_of(case.view, case.core.start))
        .flatten()
        .and_then(|p| case.of_party(p))
}

/// Who counted the figure or shot at it, where that alone is known of it: it is not his.
struct Counted<'c> {
    by: Option<&'c ActorId>,
}

/// Whether the figure is counted by another ("Taiwan's ministry counted 71 aircraft"), or told without a verb, as in a
/// table.
fn counted<'c>(case: &'c Case<'_>) -> Option<Counted<'c>> {
    let Clause::Open { acted, seen } = case.clause() else { return None };
    let untold = || !acted && !(case.sentence.start..case.core.start).any(|j| is_saying(case.view.words.at(j)));
    (!case.is_loss() && (seen.is_some() || untold())).then(|| Counted { by: seen.as_ref().and_then(Option::as_ref) })
}

/// "The Houthis fired at a ship; the frigate shot down 12 drones": of the one other party spoken of.
pub(super) fn of_the_enemy(case: &Case<'_>) -> Option<Ruling> {
    let by = counted(case)?.by?;
    // Monitors have no enemy.
    let actors = &case.view.names.actors;
    let fights = actors.iter().find(|a| a.id == *by).is_some_and(|a| a.kind != ActorKind::Organisation);
    let enemy = enemy(case.view, case.core.start, by).filter(|_| fights)?;
    Some(Ruling::of(Some(enemy), case.counted.tokens.clone()))
}

/// Of the military body named last that is not the counter's own.
pub(super) fn body_named_last(case: &Case<'_>) -> Option<Ruling> {
    let counted = counted(case)?;
    // Without a counter nothing says that the force is a party to it; in a table the cells do.
    let tallied = || {
        let reckons = |j| {
            let word = case.view.words.at(j);
            CLASSES.estimate.contains(word) || CLASSES.reckoning.contains(word)
        };
        table::captions(case.view, case.core.start).into_iter().any(|line| line.clone().any(reckons))
    };
    if counted.by.is_none() && !tallied() {
        return None;
    }
    let side = force_before(case.view, case.core.start, counted.by)?;
    Some(Ruling::of(Some(side), case.counted.tokens.clone()))
}

/// "Hungary's minister said that the contingent of 470 men would stay", "We have 80,000 men": of who speaks.
pub(super) fn own_report(case: &Case<'_>) -> Option<Ruling> {
    let (view, start) = (case.view, case.start());
    let words = view.words;
    let near = |j: usize| j >= case.sentence.start && j + 4 >= start;
    let own = (case.sentence.start..start).find(|&j| {
        near(j)
            && (words.at(j) == "the" && CLASSES.force_noun.contains(words.at(j + 1)) && words.at(j + 2) == "of"
                || matches!(words.at(j), "we" | "our"))
    })?;
    if case.is_loss() {
        return None;
    }
    let actor = sayer(view, case.core, &case.sentence)?;
    let side = force_of(view, actor)?;
    Some(Ruling::of(Some(side), own..own + 1))
}

/// Of the one party whose people act in all the paragraph up to here: "The president ordered his army to the border. His
/// minister would not say more; an attaché counts two brigades."
pub(super) fn topic_of_the_paragraph(case: &Case<'_>) -> Option<Ruling> {
    let Clause::Open { seen, .. } = case.clause() else { return None };
    let view = case.view;
    // Counted by somebody without a name, or "the soldiers" whom the text has spoken of.
    let start = case.start();
    let definite = (case.sentence.start..start)
        .any(|j| j + 4 >= start && view.words.at(j) == "the" && CLASSES.force_noun.contains(view.words.at(j + 1)));
    let package = (case.sentence.start..start)
        .any(|j| j + 3 >= start && matches!(view.words.at(j), "includes" | "included" | "contains" | "comprises"));
    let counted = matches!(seen, Some(None)) && !shot_at_before(case);
    if case.is_loss() || !counted && !definite && !package {
        return None;
    }
    let mut topic: Option<(ActorId, Range<usize>)> = None;
    let mut last = None;
    for j in block_start(view, case.core.start)..case.sentence.start {
        let subject = view.subject_at(j).filter(|s| last != Some((s.first, s.last)));
        let Some(subject) = subject else { continue };
        last = Some((subject.first, subject.last));
        for actor in view.actors(subject.first, subject.last) {
            let force = force_of(view, actor)?;
            match &topic {
                Some((one, _)) if *one != force => return None,
                Some(_) => {}
                None => topic = Some((force, view.parties[subject.first].tokens.clone())),
            }
        }
    }
    topic.map(|(side, words)| Ruling::of(Some(side), words))
}

/// Whether a verb of shooting, not of counting, stands before the figure.
fn shot_at_before(case: &Case<'_>) -> bool {
    let words = case.view.words;
    (case.sentence.start..case.start()).any(|j| is_against(words.at(j)) && !CLASSES.reckoning.contains(words.at(j)))
}

/// Of the party that the heading above names.
pub(super) fn under_a_heading(case: &Case<'_>) -> Option<Ruling> {
    counted(case)?;
    topic::heading(case.view, case.core).map(|actor| case.of(actor, case.counted.tokens.clone()))
}

/// "17 soldiers had died, Niger's defence ministry said": a country's own bodies speak of its own soldiers.
pub(super) fn own_body(case: &Case<'_>) -> Option<Ruling> {
    let view = case.view;
    let sayer = sayer(view, case.core, &case.sentence)?;
    let actor = &view.names.actors[sayer];
    let body = actor.kind == ActorKind::Organisation || actor.kind == ActorKind::Person && case.is_loss();
    let own = (body && actor.of.is_some()).then(|| force_of(view, sayer)).flatten()?;
    // Where the paragraph speaks of another's soldiers, it is not settled whose died.
    let spoken = spoken_of(view, case.core.start).and_then(|p| case.of_party(p)).and_then(|r| r.side);
    let told = case.before.iter().rev().find(|f| f.counted.kind == case.counted.kind && f.side.is_some());
    let other = spoken.or_else(|| told.and_then(|f| f.side.clone())).is_some_and(|o| o != own);
    (!other).then(|| Ruling::of(Some(own), case.counted.tokens.clone()))
}

/// To whom the sentence says that something is delivered; a capital may be known as a place.
pub(super) fn receiver(view: &View<'_>, sentence: &Range<usize>, verb: usize, end: usize) -> Option<ActorId> {
    let start = sentence.start.max(verb.saturating_sub(12));
    let mut near = (start..verb).chain(end..sentence.end.min(end + 8));
    near.find_map(|j| {
        if !matches!(view.words.at(j), "to" | "for") || view.cover(j) != Cover::Nothing {
            return None;
        }
        let at = if matches!(view.words.at(j + 1), "the" | "its" | "their") { j + 2 } else { j + 1 };
        match view.cover(at) {
            Cover::Place(p) => view.names.places[p].of.clone(),
            _ => view.named(at).and_then(|(actor, _)| force_of(view, actor)),
        }
    })
}

/// Whose a thing of the same noun was shortly before: "Russian drones".
pub(super) fn same_noun_before(view: &View<'_>, at: usize, what: &str) -> Option<usize> {
    let end = view.party_from(at);
    (end.saturating_sub(12)..end).rev().find(|&p| {
        let p = &view.parties[p];
        let adjective = matches!(p.kind, PartyKind::Adjective | PartyKind::Possessor);
        let noun = (p.tokens.end..p.tokens.end + 4)
            .take_while(|&j| j < at && view.words.kind(j) != TokenKind::Punctuation && verb_at(view.words, j).is_none())
            .any(|j| same_noun(view.words.at(j), what));
        adjective && noun && !p.actors.is_empty()
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
    (end.saturating_sub(12)..end).rev().find(|&p| {
        let p = &view.parties[p];
        let after = p.tokens.end;
        let owner = matches!(p.kind, PartyKind::Adjective | PartyKind::Possessor | PartyKind::Delegates);
        let noun = |j: usize| NOUNS.noun(view.words.at(j)).is_some_and(|n| n.kind == FigureKind::Personnel && !n.weak);
        let forces = owner && (noun(after) || noun(after + 1) || p.tokens.clone().any(noun));
        forces && p.tokens.start >= floor && !p.actors.is_empty()
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
    a == b || last(a) == last(b)
}
