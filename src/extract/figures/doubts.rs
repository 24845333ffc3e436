//! What speaks against any owner of a figure: civilians, a war whose dead it counts, two sides together, a plan.

use std::ops::Range;

use super::agency::Clause;
use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::side::Case;
use crate::extract::FigureKind;
use crate::extract::parties::{Cover, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

/// How far around a figure doubts are looked for, in tokens.
const REACH: usize = 100;

/// How much more must speak for a force than makes it as likely as not: a wrong side is worse than none.
const CAUTION: i32 = 8;

/// What is counted, as it bears on whether it is anybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    /// Soldiers and formations.
    Force,
    /// Weapons.
    Equipment,
    /// Soldiers lost.
    LostForce,
    /// "12 dead"
    Loss,
    /// "12 dead", where soldiers are spoken of.
    LossNearForce,
    /// People, of whom nothing says that they are soldiers.
    People,
    /// People of no side.
    Civilians,
    /// "gunmen"
    Rebels,
}

/// What the figure counts.
pub(super) fn thing(case: &Case<'_>) -> Thing {
    let words = case.view.words;
    let own = case.core.end..case.counted.tokens.end;
    match case.counted.kind {
        FigureKind::Equipment => return Thing::Equipment,
        FigureKind::Personnel | FigureKind::Unit if case.counted.nameless => return Thing::Rebels,
        FigureKind::Personnel | FigureKind::Unit => return Thing::Force,
        FigureKind::Casualties => {}
    }
    let military = |j: usize| NOUNS.noun(words.at(j)).is_some_and(|n| n.kind == FigureKind::Personnel && !n.weak);
    if own.clone().any(|j| CLASSES.nameless.contains(words.at(j)) && !NOUNS.is_loss(words.at(j)) && military(j)) {
        return Thing::Rebels;
    }
    let men = |j: usize| military(j) || CLASSES.servants.contains(words.at(j));
    // "2,317 bodies of soldiers"
    let bodies = own.end..(own.end + 3).min(case.sentence.end);
    if own.clone().any(men) || words.at(own.end) == "of" && bodies.clone().any(men) {
        return Thing::LostForce;
    }
    if own.clone().any(|j| CLASSES.civilians.contains(words.at(j))) {
        return Thing::Civilians;
    }
    if own.clone().any(|j| NOUNS.is_people(words.at(j))) {
        return Thing::People;
    }
    let near = stretch(case);
    if near.clone().any(|j| matches!(words.at(j), "civilians" | "people" | "civilian" | "villagers" | "women")) {
        return Thing::People;
    }
    let from = words.sentences.get(case.at.saturating_sub(1)).map_or(near.start, |s| s.start);
    if (from.max(near.start.saturating_sub(REACH))..near.end).any(military) {
        Thing::LossNearForce
    } else {
        Thing::Loss
    }
}

/// The sentence, as far as doubts are looked for.
fn stretch(case: &Case<'_>) -> Range<usize> {
    let start = case.sentence.start.max(case.start().saturating_sub(REACH));
    start..case.sentence.end.min(case.counted.tokens.end + REACH)
}

/// The part of it before the figure.
fn before(case: &Case<'_>) -> Range<usize> {
    stretch(case).start..case.start()
}

/// How much must speak for a force before the figure is taken for its.
pub(super) fn threshold(case: &Case<'_>) -> i32 {
    let thing = match thing(case) {
        Thing::Force => -12,
        Thing::Equipment => -14,
        Thing::LostForce => -29,
        Thing::Loss => 9,
        Thing::LossNearForce => 0,
        Thing::People => 62,
        Thing::Civilians => 51,
        Thing::Rebels => 35,
    };
    CAUTION + thing + DOUBTS.iter().filter(|(_, is)| is(case)).map(|(weight, _)| weight).sum::<i32>()
}

/// A doubt and its weight.
type Doubt = (i32, fn(&Case<'_>) -> bool);

static DOUBTS: [Doubt; 13] = [
    (69, of_both),
    (39, is_found),
    (2, goes_on_from_nobody),
    (23, |case| case.counted.nameless),
    (28, |case| any(case, |word| CLASSES.needed.contains(word))),
    (18, |case| !case.is_loss() && is_left_open(case)),
    (19, |case| case.is_loss() && is_left_open(case)),
    (46, of_others),
    (40, |case| any(case, |word| CLASSES.planned.contains(word))),
    (8, |case| matches!(case.clause(), Clause::Open { seen: Some(_), .. })),
    (28, strikes),
    // "Behind them 250 guns.": as sure as what it stands with.
    (-7, |case| stretch(case).all(|j| verb_at(case.view.words, j).is_none())),
    (43, of_a_war),
];

/// Whether a word of this sort stands before the figure.
fn any(case: &Case<'_>, is: impl Fn(&str) -> bool) -> bool {
    before(case).any(|j| is(case.view.words.at(j)))
}

/// "the dead of the two sides"
fn of_both(case: &Case<'_>) -> bool {
    let words = case.view.words;
    stretch(case).any(|j| {
        matches!(words.at(j), "both" | "two" | "each" | "all")
            && matches!(words.at(j + 1), "sides" | "side" | "armies" | "powers" | "camps")
    })
}

/// "the police displayed six rifles": of whoever had them.
fn is_found(case: &Case<'_>) -> bool {
    let words = case.view.words;
    case.counted.kind == FigureKind::Equipment
        && before(case).rev().take(6).any(|j| CLASSES.finding.contains(words.at(j)))
}

/// The noun is that of a figure of nobody's.
fn goes_on_from_nobody(case: &Case<'_>) -> bool {
    case.counted.left_out && case.previous().is_some_and(|f| f.side.is_none())
}

/// The verbs say of whom it is not, or of somebody without a name.
fn is_left_open(case: &Case<'_>) -> bool {
    matches!(case.clause(), Clause::Settled(ruling) if ruling.side.is_none())
}

/// "Six neighbours have sent 300 men"
fn of_others(case: &Case<'_>) -> bool {
    let (view, words, before) = (case.view, case.view.words, before(case));
    let nothing = |j: usize| view.cover(j) == Cover::Nothing;
    let Some(verb) = before.clone().rev().find(|&j| verb_at(words, j).is_some() && nothing(j)) else { return false };
    let start = group_start(view, verb, before.start);
    start > before.start && nothing(start - 1) && CLASSES.others.contains(words.at(start - 1))
}

/// "two drones struck a parade": whoever sent them.
fn strikes(case: &Case<'_>) -> bool {
    let (words, end) = (case.view.words, case.counted.tokens.end);
    let verb = (end..case.sentence.end.min(end + 4)).find(|&j| !words.is(j, Classes::AUXILIARY.with(Classes::ADVERB)));
    case.counted.kind == FigureKind::Equipment
        && verb.is_some_and(|j| CLASSES.striking.contains(words.at(j)) || matches!(words.at(j), "struck" | "hit"))
}

/// "The war has killed 9,000 people"
fn of_a_war(case: &Case<'_>) -> bool {
    let words = case.view.words;
    let mut of_loss = false;
    before(case).rev().any(|j| {
        let word = words.at(j);
        if CLASSES.war.contains(word) && of_loss {
            return true;
        }
        of_loss |= NOUNS.is_loss(word) || word == "cost";
        false
    })
}
