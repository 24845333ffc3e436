//! Whose a figure is by the figures told of before it: a part of one, an owner that both have, a total of several.

use super::agency::{self, Clause};
use super::classes::CLASSES;
use super::doubts::{self, Thing};
use super::nouns::NOUNS;
use super::owner;
use super::side::{Case, Ruling, force_of};
use super::spoken::same_noun;
use crate::extract::parties::PartyKind;
use crate::extract::verbs::verb_at;
use crate::extract::{ActorKind, FigureKind};

/// "fired 47 missiles and 28 drones; gunners claimed 30 of the missiles": of those told of, by the noun.
pub(super) fn of_those_told_of(case: &Case<'_>) -> Option<Ruling> {
    let words = case.view.words;
    if words.at(case.core.end) != "of" || !matches!(words.at(case.core.end + 1), "the" | "these" | "those" | "them") {
        return None;
    }
    if case.is_loss() || case.counted.nameless {
        return None;
    }
    // "Italy provides 1,100 of them": of who gives them.
    let start = case.start();
    let gives = (case.sentence.start.max(start.saturating_sub(8))..start)
        .rev()
        .find(|&j| verb_at(words, j).is_some())
        .filter(|&j| CLASSES.having.contains(words.at(j)) || CLASSES.sending.contains(words.at(j)));
    if let Some(actor) =
        gives.filter(|_| words.at(case.core.end + 1) == "them").and_then(|j| agency::subject_of(case.view, j))
    {
        return Some(case.of(actor, start - 1..start));
    }
    let told = case.before.iter().rev().find(|f| f.side.is_some() && same_noun(&f.counted.what, &case.counted.what))?;
    (case.at <= told.sentence + 2).then(|| case.of_figure(told))
}

/// "53 Chinese aircraft and 19 ships": one owner for both.
pub(super) fn one_owner_for_two(case: &Case<'_>) -> Option<Ruling> {
    let words = case.view.words;
    let previous = case.previous().filter(|f| f.side.is_some())?;
    let told = &previous.counted;
    let joined = matches!(words.before(case.start(), 1), "and" | ",") && told.tokens.end + 1 == case.start();
    // "two Ecuadorean brigades wait behind, with dozens of tanks"
    let with = words.before(case.start(), 1) == "with"
        && told.tokens.start >= case.sentence.start
        && case.start() <= told.tokens.end + 8
        && (told.tokens.end..case.start()).all(|j| !words.is_capital(j))
        && case.view.party_from(told.tokens.end) == case.view.party_from(case.start());
    let loss = |kind| kind == FigureKind::Casualties;
    let alike = told.kind == case.counted.kind || !loss(told.kind) && !case.is_loss();
    ((joined || with)
        && NOUNS.noun(words.at(told.tokens.end - 1)).is_some()
        && alike
        && !case.counted.nameless
        && doubts::thing(case) != Thing::Civilians)
        .then(|| case.of_figure(previous))
}

/// "the total at 20,000": of several sides, where those told of before were.
pub(super) fn total_of_several(case: &Case<'_>) -> Option<Ruling> {
    let start = case.start();
    let total = (case.sentence.start.max(start.saturating_sub(6))..start)
        .find(|&j| matches!(case.view.words.at(j), "total" | "altogether" | "combined" | "overall"))?;
    let mut sides = case.before.iter().filter(|f| case.at <= f.sentence + 1).map(|f| &f.side);
    let first = sides.next()?;
    sides.any(|side| side != first).then(|| Ruling::nobody(total..total + 1))
}

/// A noun left out, a bare "40 wounded", "including 12 officers": of the one that the figure before is of.
pub(super) fn part_of_the_one_before(case: &Case<'_>) -> Option<Ruling> {
    let (words, counted) = (case.view.words, case.counted);
    let bare_loss =
        case.is_loss() && counted.what.split(' ').all(|w| NOUNS.is_loss(w)) && words.at(case.core.end) == counted.what;
    // "The figure includes 900", but not "the rebels' total includes 900".
    let included = matches!(words.before(case.start(), 1), "included" | "includes")
        && (matches!(words.at(case.sentence.start + 1), "figure" | "total" | "number" | "count" | "tally")
            || !matches!(case.clause(), Clause::Settled(Ruling { side: Some(_), .. })));
    let part = matches!(words.before(case.start(), 1), "including" | "them" | "whom") || included;
    let previous = case.previous()?;
    let told = &previous.counted;
    // "900 soldiers stay. A group reported 27 dead": no soldiers of those.
    let bare_loss = bare_loss && (told.kind == counted.kind || previous.sentence == case.at);
    if !(counted.left_out || bare_loss || part) || told.kind != counted.kind && !case.is_loss() && !part {
        return None;
    }
    // "It has 900 fighters. The army lost nine", "rebels put their own dead at 40": of somebody else who has no name.
    if !part && agency::unnamed_since(case, told.tokens.end) {
        let words = told.tokens.end..case.start();
        let alone = case.forces.foremost[1].is_none();
        return Some(if alone { Ruling::nobody(words) } else { Ruling::open(words) });
    }
    // "700 Ruritanian soldiers; the rebels' front claims 400": of the party that acts since.
    let other = !part && told.tokens.end < case.sentence.end && {
        let from = told.tokens.end.max(case.sentence.start);
        let range = case.view.party_from(from)..case.view.party_from(case.start());
        // The figures may overlap, and then nothing stands between.
        case.view.parties.get(range).unwrap_or_default().iter().any(|p| {
            let force = p.actors.first().and_then(|&a| force_of(case.view, a));
            p.acts() && force.is_some() && force != previous.side && view_subject(case, p.tokens.end)
        })
    };
    if other {
        return None;
    }
    // "Ukraine's losses come to 530"
    if let Some(own) = owner::force_noun_before(case).filter(|own| own.words.start >= told.tokens.end && !part) {
        return Some(own);
    }
    // "Britain is raising its garrison from 900 to 1,750", a sentence after another's soldiers: of who acts here.
    if let Clause::Settled(own) = case.clause()
        && own.side.is_some()
        && own.words.start >= told.tokens.end.max(case.sentence.start)
        && !part
        // A commander who wants more speaks of those told of.
        && !case.view.subject_at(own.words.end - 1).is_some_and(|s| {
            case.view.actors(s.first, s.last).iter().all(|&a| case.view.kind(a) == ActorKind::Person)
        })
    {
        return Some(own.clone());
    }
    // "70,000 fighters, and the army's at twice that, including 40,000 volunteers": of the one named since.
    let range = case.view.party_from(told.tokens.end)..case.view.party_from(case.core.start);
    let since = range.rev().find(|&p| {
        let party = &case.view.parties[p];
        party.kind == PartyKind::Possessor && part && party.tokens.start >= case.sentence.start
    });
    match since.and_then(|p| case.of_party(p)) {
        Some(ruling) => Some(ruling),
        None => Some(case.of_figure(previous)),
    }
}

/// Whether the party that ends at token `end` is a subject between there and the figure.
fn view_subject(case: &Case<'_>, end: usize) -> bool {
    let view = case.view;
    (end..case.start()).any(|j| {
        view.subject_at(j).is_some_and(|s| view.parties[s.last].tokens.end == end) && verb_at(view.words, j).is_some()
    })
}
