//! Who says what a figure says.

use std::ops::Range;

use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::{table, topic};
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::{ActorId, ActorKind};
use crate::text::TokenKind;

/// How far before and behind a figure its sayer is looked for.
const REACH: usize = 60;

/// Who says what the figure says.
pub(super) fn said_by(view: &View<'_>, core: &Range<usize>) -> Option<ActorId> {
    let sentence = view.sentence(core.start);
    sayer(view, core, &sentence).map(|a| view.names.actors[a].id.clone())
}

/// The actor that says what the figure at `core` says.
pub(super) fn sayer(view: &View<'_>, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let floor = sentence.start.max(core.start.saturating_sub(REACH));
    let ceiling = sentence.end.min(core.end + REACH);
    if let Some(owner) = by_estimate(view, core, floor..ceiling) {
        return owner;
    }
    for j in (floor..core.start).rev() {
        if is_said(view, j, core) {
            return subject(view, j);
        }
    }
    for j in floor..ceiling {
        if words.is_phrase(j, "according to") {
            return source_at(view, j + 2);
        }
    }
    // In a table whose row says what is counted, the column says by whom.
    if let Some(cell) = table::cell_at(view, core.start)
        && let (Some(row), Some(column)) = (table::party_in(view, &cell.row), table::party_in(view, &cell.column))
        && cell.column.end - cell.column.start <= 6
        && row != column
        && cell.row.clone().any(|j| NOUNS.is_loss(words.at(j)) || NOUNS.noun(words.at(j)).is_some())
    {
        return Some(column);
    }
    for line in table::captions(view, core.start) {
        if let Some(actor) = in_caption(view, &line) {
            return Some(actor);
        }
    }
    // Under "Zelensky gave the toll:" the list is what he says.
    if let Some(actor) = topic::list_heads(view, core.start).into_iter().find_map(|head| in_caption(view, &head)) {
        return Some(actor);
    }
    // "…, the ministry said": behind the figure, after a comma.
    for j in core.end..ceiling {
        if is_said(view, j, core) && (core.end..j).any(|k| matches!(words.at(k), "," | "”" | "\"")) {
            return behind(view, j).or_else(|| subject(view, j)).or_else(|| inverted(view, j, core.end));
        }
    }
    None
}

/// Whose numbers a table's caption says they are: "as counted by the ministry", "Source: Nato", "The ministry reports:".
fn in_caption(view: &View<'_>, line: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let at_end = line.end..line.end;
    line.clone().find_map(|j| {
        if words.is_phrase(j, "according to") {
            return source_at(view, j + 2);
        }
        let by = words.at(j) == "by" && j > line.start && words.before(j, 1).ends_with("ed")
            || words.at(j) == ":" && matches!(words.before(j, 1), "source" | "sources");
        if by {
            return source_at(view, j + 1);
        }
        if CLASSES.estimate.contains(words.at(j)) && j > line.start + 1 {
            // "the ministry's daily counts", "figures from the ministry"
            let owner = (line.start.max(j.saturating_sub(3))..j)
                .find(|&k| words.kind(k) == TokenKind::Possessive)
                .and_then(|k| view.named(k - 1))
                .map(|(actor, _)| actor);
            let from = || matches!(words.at(j + 1), "from" | "by").then(|| source_at(view, j + 2)).flatten();
            if let Some(actor) = owner.or_else(from) {
                return Some(actor);
            }
        }
        is_said(view, j, &at_end).then(|| subject(view, j)).flatten()
    })
}

/// The source that the phrase at token `i` names: "the ministry", "officials in Kyiv"; a capital may be known as a place.
fn source_at(view: &View<'_>, i: usize) -> Option<usize> {
    let party = view.parties.get(view.party_from(i))?;
    (party.tokens.start <= i + 2 && party.acts()).then(|| party.actors.first().copied()).flatten().or_else(|| {
        let Cover::Place(p) = view.cover(i) else { return None };
        let of = view.names.places[p].of.as_ref()?;
        view.names.actors.iter().position(|a| a.id == *of)
    })
}

/// Whether token `j` is a verb that says what the figure says.
fn is_said(view: &View<'_>, j: usize, core: &Range<usize>) -> bool {
    let words = view.words;
    let word = words.at(j);
    let end = core.start.max(j);
    // "gave a number: …", "gives its own dead as five"
    if matches!(word, "gave" | "gives" | "publishes" | "published" | "released" | "releases") {
        return (j + 1..end.min(j + 7)).any(|k| CLASSES.estimate.contains(words.at(k)) || words.at(k) == "dead");
    }
    let says = is_saying(word) || CLASSES.reckoning.contains(word) && j < core.start;
    if !says || view.cover(j) != Cover::Nothing || verb_at(words, j).is_none() && right_before(view, j).is_none() {
        return false;
    }
    match word {
        "put" | "puts" => (j..end).any(|k| words.at(k) == "at"),
        "spoke" | "spoken" | "speaks" => (j + 1..end.min(j + 5)).any(|k| words.at(k) == "of"),
        // "found records of 44 dead", not "found 12 rifles"
        "found" | "finds" => {
            (j + 1..end.min(j + 4)).any(|k| matches!(words.at(k), "that" | "records" | "evidence" | "proof"))
        }
        // Reckoned by the subject, not in a relative clause of the counted: "a force that counted 100,000".
        _ if !is_saying(word) => !matches!(words.before(j, 1), "that" | "which" | "who"),
        _ => true,
    }
}

/// The party that is the subject of the verb at `j`.
fn subject(view: &View<'_>, j: usize) -> Option<usize> {
    if let Some(actor) = right_before(view, j) {
        return Some(actor);
    }
    let Some(subject) = view.subject_at(j) else { return parted(view, j) };
    if subject.owner {
        return view.parties[subject.first].actors.first().copied();
    }
    // "China sent 45 aircraft, the ministry in the capital said": one comma parts the verb from another's clause.
    let end = view.parties[subject.last].tokens.end;
    let commas = (end..j).filter(|&k| matches!(view.words.at(k), "," | "”" | "\"")).count();
    let open = (end..j).rev().find(|&k| matches!(view.words.at(k), "," | "”" | "\""));
    let anew = open.is_some_and(|k| matches!(view.words.at(k + 1), "the" | "a" | "an" | "its" | "his" | "their"));
    if commas % 2 == 1 && anew {
        return inverted(view, j, end);
    }
    view.actors(subject.first, subject.last).first().copied()
}

/// The party behind the verb at `j`, where their order is turned round: ", says the health ministry".
fn behind(view: &View<'_>, j: usize) -> Option<usize> {
    if !matches!(view.words.before(j, 1), "," | "”" | "\"") {
        return None;
    }
    let party = view.parties.get(view.party_from(j + 1)).filter(|p| p.tokens.start == j + 1 && p.acts())?;
    party.actors.first().copied()
}

/// The party that ends right before the verb at `j`: "the ministry (MoD) calculates", "Israeli authorities say".
fn right_before(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    if let Some(p) = view.party_ending(j).filter(|&p| view.parties[p].acts()) {
        // "a diplomat in Addis Ababa said": not the town.
        let start = view.parties[p].tokens.start;
        if matches!(words.before(start, 1), "in" | "at" | "near" | "from") {
            // "officials in Kyiv said": the state's.
            let seat = view.named(start).is_some_and(|(_, form)| form == MentionForm::Seat);
            let own =
                matches!(words.before(start, 2), "officials" | "authorities" | "generals" | "ministers" | "leaders");
            return (seat && own).then(|| view.parties[p].actors.first().copied()).flatten();
        }
        return view.parties[p].actors.first().copied();
    }
    if words.before(j, 1) == ")" {
        return (j.saturating_sub(3)..j).rev().find_map(|k| view.named(k)).map(|(actor, _)| actor);
    }
    // "his ambassador, Michael Carpenter, told"
    if words.before(j, 1) == ","
        && let Some(p) = j.checked_sub(1).and_then(|comma| view.party_ending(comma))
        && words.before(view.parties[p].tokens.start, 1) == ","
        && let Some(&actor) = view.parties[p].actors.first()
        && view.kind(actor) == ActorKind::Person
        && view.parties[p].acts()
    {
        return Some(actor);
    }
    let people = j.checked_sub(1).filter(|&k| CLASSES.speakers.contains(words.at(k)))?;
    let owner = if words.kind(people.saturating_sub(1)) == TokenKind::Possessive { people - 1 } else { people };
    let p = view.party_ending(owner).or_else(|| view.party_ending(people))?;
    view.parties[p].actors.first().copied()
}

/// The party that a place between commas parts from its verb at `j`: "Kirby, at the White House, gave a number".
fn parted(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    let close = j.checked_sub(1).filter(|&k| words.at(k) == ",")?;
    let open = (close.saturating_sub(10)..close).rev().find(|&k| words.at(k) == ",")?;
    let party = &view.parties[view.party_ending(open)?];
    (matches!(words.at(open + 1), "at" | "in" | "from" | "near") && party.acts())
        .then(|| party.actors.first().copied())
        .flatten()
}

/// The party of the clause that the verb at `j` closes: ", the health ministry in the capital said".
fn inverted(view: &View<'_>, j: usize, floor: usize) -> Option<usize> {
    let open = (floor.max(j.saturating_sub(12))..j).rev().find(|&k| matches!(view.words.at(k), "," | "”" | "\""))?;
    let party = view.parties.get(view.party_from(open + 1))?;
    let near = party.acts() && party.tokens.start <= open + 2 && party.tokens.end <= j;
    near.then(|| party.actors.first().copied()).flatten()
}

/// "by the UN's estimate", "by American reckoning", "Ukraine's own count is 12,000": the owner of a noun of reckoning.
/// `Some(None)` where the reckoner has no name.
fn by_estimate(view: &View<'_>, core: &Range<usize>, near: Range<usize>) -> Option<Option<usize>> {
    let words = view.words;
    for j in near {
        if !CLASSES.estimate.contains(words.at(j)) || core.contains(&j) {
            continue;
        }
        let mut at = j;
        while matches!(
            words.before(at, 1),
            "own" | "latest" | "official" | "running" | "conservative" | "last" | "first"
        ) {
            at -= 1;
        }
        if words.kind(at.saturating_sub(1)) == TokenKind::Possessive {
            at -= 1;
        }
        let Some((actor, form)) = at.checked_sub(1).and_then(|k| view.named(k)) else { continue };
        if form != MentionForm::Demonym && words.kind(at) != TokenKind::Possessive {
            continue;
        }
        // Led by "by" it stands anywhere in the clause; else it is the subject of the number right behind it.
        let mut start = at - 1;
        while start > 0 && view.cover(start - 1) == view.cover(at - 1) {
            start -= 1;
        }
        let led =
            words.before(start, 1) == "by" || matches!(words.before(start, 2), "by") && words.before(start, 1) == "the";
        let is_it = j < core.start
            && core.start - j <= 6
            && (j + 1..core.start).all(|k| {
                let word = words.at(k);
                CLASSES.standing.contains(word)
                    || CLASSES.reaching.contains(word)
                    || NOUNS.is_loss(word)
                    || view.named(k).is_some()
                    || matches!(
                        word,
                        "at" | "to"
                            | "of"
                            | "lower"
                            | "higher"
                            | ","
                            | "about"
                            | "some"
                            | "nearly"
                            | "over"
                            | "more"
                            | "than"
                    )
            });
        // "Russia's toll is 12,000" tells of Russia, not what it says.
        let own = CLASSES.own_words.contains(words.at(j));
        let own = own || words.at(j) == "total" && words.at(j + 1) == "of";
        if own && (led || is_it) {
            return Some(Some(actor));
        }
    }
    None
}
