//! Whose a figure is by what was done with the counted: who sent, launched or gave it, to whom it was given, from whom it
//! was taken.

use super::classes::CLASSES;
use super::side::{Case, Ruling, is_against};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Classes;
use crate::extract::{ActorKind, FigureKind};

/// "14 missiles that the Houthis had launched", "the 900 soldiers whom Chad sent": of the one who did it.
pub(super) fn relative(case: &Case<'_>) -> Option<Ruling> {
    let (view, end) = (case.view, case.counted.tokens.end);
    let words = view.words;
    if !matches!(words.at(end), "that" | "which" | "whom") || end >= case.sentence.end {
        return None;
    }
    // "warheads that the Pentagon expects China to have": the one behind who speaks.
    let verb_behind = |p: usize| {
        let end = view.parties.get(p)?.tokens.end;
        (end..end + 6).find(|&j| {
            verb_at(words, j).is_some_and(|v| v != VerbForm::Auxiliary)
                || is_against(words.at(j))
                || words.is(j, Classes::SAYING)
        })
    };
    let mut p = view.party_from(end + 1);
    let mut from = end + 1;
    let mut verb = verb_behind(p)?;
    if view.parties[p].tokens.start <= from + 1
        && (words.is(verb, Classes::SAYING) || CLASSES.expecting.contains(words.at(verb)))
    {
        from = verb + 1;
        p = view.party_from(from);
        verb = verb_behind(p)?;
    }
    let party = view.parties.get(p)?;
    let own = party.tokens.start <= from + 1
        && party.acts()
        && !is_against(words.at(verb))
        && !words.is(verb, Classes::SAYING);
    own.then(|| case.of_party(p)).flatten()
}

/// "the 27 helicopters promised by India", "900 troops deployed by Chad".
pub(super) fn given_by(case: &Case<'_>) -> Option<Ruling> {
    let (view, end) = (case.view, case.counted.tokens.end);
    let given = CLASSES.given.contains(view.words.at(end)) && view.words.at(end + 1) == "by";
    let p = view.party_from(end + 2);
    let party = view.parties.get(p).filter(|q| given && q.tokens.start <= end + 2 && end + 2 < case.sentence.end)?;
    party.acts().then(|| case.of_party(p)).flatten()
}

/// "six launchers, delivered to Chad by its neighbour": of who has them now.
pub(super) fn given_to(case: &Case<'_>) -> Option<Ruling> {
    let (view, end) = (case.view, case.counted.tokens.end);
    let words = view.words;
    let at = if words.at(end) == "," { end + 1 } else { end };
    let given = case.counted.kind == FigureKind::Equipment && CLASSES.delivering.contains(words.at(at));
    if !given || words.at(at + 1) != "to" || at + 2 >= case.sentence.end {
        return None;
    }
    let p = view.party_from(at + 2);
    let party = view.parties.get(p).filter(|q| q.tokens.start <= at + 3)?;
    party.acts().then(|| case.of_party(p)).flatten()
}

/// "took eleven rifles off them", "collected 10,000 arms, 178 mortars and 30 guns from the KLA": of who had them.
pub(super) fn taken_from(case: &Case<'_>) -> Option<Ruling> {
    let (view, end) = (case.view, case.counted.tokens.end);
    let words = view.words;
    if case.counted.kind != FigureKind::Equipment {
        return None;
    }
    let taken = (case.sentence.start.max(case.start().saturating_sub(14))..case.start())
        .rev()
        .find(|&j| CLASSES.taking.contains(words.at(j)) && verb_at(words, j).is_some())?;
    // The list goes on up to whom it is taken from.
    let from = (end..case.sentence.end.min(end + 16))
        .take_while(|&j| !matches!(words.at(j), ";" | ":") && verb_at(words, j).is_none())
        .find(|&j| matches!(words.at(j), "from" | "off"))?;
    let p = view.party_from(from + 1);
    let party = view.parties.get(p).filter(|q| q.tokens.start <= from + 2 && q.acts())?;
    let force = party.actors.first().is_some_and(|&a| view.kind(a) != ActorKind::Person);
    (force && taken < from).then(|| case.of_party(p)).flatten()
}
