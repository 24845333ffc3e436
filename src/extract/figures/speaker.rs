//! Who speaks: the subject of a verb of saying, wherever the sentence puts him.

use super::classes::CLASSES;
use super::source::source_at;
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, PartyKind, View, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far before its verb a speaker may stand whom an insertion parts from it.
const INSERTION: usize = 24;

/// Who speaks by the verb at `j`.
pub(super) fn speaker(view: &View<'_>, j: usize) -> Option<usize> {
    agent(view, j)
        .or_else(|| talker(view, j))
        .or_else(|| right_before(view, j))
        .or_else(|| inserted(view, j))
        .or_else(|| by_grammar(view, j))
        .or_else(|| reckoner(view, j))
        .or_else(|| seat(view, j))
}

/// "reckoned by the embassy at 5,000": the agent of a participle.
fn agent(view: &View<'_>, j: usize) -> Option<usize> {
    (view.words.at(j + 1) == "by" && verb_at(view.words, j).is_some()).then(|| source_at(view, j + 2)).flatten()
}

/// "The embassy talks of 900": its name alone looks like that of a kind of talks.
fn talker(view: &View<'_>, j: usize) -> Option<usize> {
    let talks = matches!(view.words.at(j), "talks" | "hints") && matches!(view.words.at(j + 1), "of" | "at");
    j.checked_sub(1).filter(|_| talks).and_then(|k| view.named(k)).map(|(actor, _)| actor)
}

/// The start of the verb group of the verb at `j`, with dates in it: "had by Sunday logged".
pub(super) fn group(view: &View<'_>, j: usize) -> usize {
    let floor = view.sentence(j).start;
    let mut start = group_start(view, j, floor);
    while start > floor && matches!(view.cover(start - 1), Cover::Date(_)) {
        let Cover::Date(d) = view.cover(start - 1) else { break };
        let mut date = view.dated[d].tokens.start.max(floor);
        if date > floor && view.words.is(date - 1, Classes::PREPOSITION) {
            date -= 1;
        }
        start = group_start(view, date, floor);
    }
    start
}

/// "his ambassador, Michael Carpenter, told", "Oryx, a group that works from photographs, had logged": the party that an
/// insertion between commas parts from the verb, or whose name is the insertion.
pub(super) fn inserted(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    let close = group(view, j).checked_sub(1).filter(|&k| matches!(words.at(k), "," | "—" | "–"))?;
    let sentence = view.sentence(j);
    let person = |p: usize| match view.parties[p].actors[..] {
        [one] => view.parties[p].acts() && view.kind(one) == ActorKind::Person,
        _ => false,
    };
    if let Some(p) = view.party_ending(close).filter(|&p| person(p))
        && (view.parties[p].apposition
            || view.parties[p].tokens.start > sentence.start
                && matches!(words.before(view.parties[p].tokens.start, 1), "," | "—" | "–"))
    {
        return view.parties[p].actors.first().copied();
    }
    let floor = sentence.start.max(close.saturating_sub(INSERTION));
    for open in (floor..close).rev().filter(|&k| matches!(words.at(k), "," | "—" | "–")) {
        let Some(p) = view.party_ending(open).filter(|&p| view.parties[p].acts()) else {
            // Another clause is no part of an insertion.
            if matches!(
                words.at(open + 1),
                "though" | "although" | "while" | "but" | "and" | "or" | "whereas" | "because"
            ) {
                return None;
            }
            continue;
        };
        let start = view.parties[p].tokens.start;
        let opens = start == sentence.start
            || matches!(
                words.before(start, 1),
                "," | "—" | "–" | "“" | "”" | "\"" | ";" | ":" | "and" | "but" | "though"
            );
        if opens {
            return view.parties[p].actors.first().copied().or_else(|| whose_man(view, p));
        }
    }
    None
}

/// "Rear Admiral Quist's weekly tally, read out on Tuesday, lists": whose count or report it is that says so.
pub(super) fn reckoner(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    let floor = view.sentence(j).start.max(j.saturating_sub(INSERTION));
    let noun = (floor..j).rev().find(|&k| {
        CLASSES.own_words.contains(words.at(k))
            || matches!(words.at(k), "figures" | "report" | "bulletin" | "list" | "statement" | "document" | "study")
    })?;
    // Nothing else may have become the subject since.
    let clean = (noun + 1..j).all(|k| !matches!(words.at(k), ";" | ":") && !words.is(k, Classes::SAYING));
    let owner = (floor.max(noun.saturating_sub(4))..noun).rev().find_map(|k| {
        let (actor, form) = view.named(k)?;
        let end = view.cover_end(k);
        let possessive = words.kind(end) == TokenKind::Possessive;
        let plain = (end..noun).all(|i| !words.is(i, Classes::PREPOSITION) && verb_at(words, i).is_none());
        (plain && (possessive || form == MentionForm::Demonym || end <= noun)).then_some(actor)
    });
    // "Figures compiled by the institute show", "a tally by the institute runs to"
    let maker = || {
        let by = (noun + 1..(noun + 5).min(j)).find(|&k| matches!(words.at(k), "by" | "from"))?;
        source_at(view, by + 1)
    };
    owner.or_else(maker).filter(|_| clean)
}

/// "Islamabad boasts", where the capital is known only as a place: the state's.
fn seat(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    let mut end = group(view, j);
    // "Paris, in its own paper, counts"
    if words.before(end, 1) == "," {
        let close = end - 1;
        end = (close.saturating_sub(10)..close).rev().find(|&k| words.at(k) == ",")?;
    }
    let Cover::Place(p) = view.cover(end.checked_sub(1)?) else { return None };
    let start = (0..end).rev().take_while(|&k| view.cover(k) == Cover::Place(p)).last()?;
    if start > 0 && (words.is(start - 1, Classes::PREPOSITION) || words.before(start, 1) == ",") {
        return None;
    }
    let of = view.names.places[p].of.as_ref()?;
    view.names.actors.iter().position(|a| a.id == *of)
}

/// The party that the grammar of the text gives as the subject of the verb at `j`.
fn by_grammar(view: &View<'_>, j: usize) -> Option<usize> {
    let Some(subject) = view.subject_at(j) else { return parted(view, j) };
    if subject.owner {
        return view.parties[subject.first].actors.first().copied();
    }
    // "China sent 45 aircraft, the ministry in the capital said": one comma parts the verb from another's clause.
    let end = view.parties[subject.last].tokens.end;
    // Nor does it hold past a semicolon, behind which somebody without a name speaks.
    if let Some(k) = (end..j).rev().find(|&k| view.words.at(k) == ";").filter(|&k| k + 2 < j) {
        return inverted(view, j, k);
    }
    let commas = (end..j).filter(|&k| matches!(view.words.at(k), "," | "”" | "\"")).count();
    let open = (end..j).rev().find(|&k| matches!(view.words.at(k), "," | "”" | "\""));
    let anew = open.is_some_and(|k| {
        matches!(view.words.at(k + 1), "the" | "a" | "an" | "its" | "his" | "their")
            // "…, customs officers there say"
            || k + 2 < j
                && view.words.kind(k + 1) == TokenKind::Word
                && verb_at(view.words, k + 1).is_none()
                && !view.words.is(k + 1, Classes::CLAUSE.with(Classes::ADVERB).with(Classes::PREPOSITION))
                && !matches!(view.words.at(k + 1), "and" | "or" | "but")
    });
    if commas % 2 == 1 && anew {
        return inverted(view, j, end);
    }
    view.actors(subject.first, subject.last).first().copied().or_else(|| whose_man(view, subject.first))
}

/// "its spokesman", "his prosecutor": of whose the man without a name is.
fn whose_man(view: &View<'_>, p: usize) -> Option<usize> {
    let party = &view.parties[p];
    (party.kind == PartyKind::Unnamed).then(|| view.whose(party.tokens.start).first().copied()).flatten()
}

/// The party behind the verb at `j`, where their order is turned round: ", says the health ministry".
pub(super) fn behind(view: &View<'_>, j: usize) -> Option<usize> {
    if !matches!(view.words.before(j, 1), "," | "”" | "\"") {
        return None;
    }
    // "told the deputies" has its hearers behind it.
    if view.words.at(j).starts_with("told") || view.words.at(j).starts_with("tell") {
        return None;
    }
    let party = view
        .parties
        .get(view.party_from(j + 1))
        .filter(|p| p.tokens.start == j + 1 && p.acts() && p.kind != PartyKind::Pronoun)?;
    party.actors.first().copied()
}

/// The party that ends right before the verb at `j`: "the ministry (MoD) calculates", "Israeli authorities say".
pub(super) fn right_before(view: &View<'_>, j: usize) -> Option<usize> {
    party_before(view, j).or_else(|| named_before(view, j))
}

/// "The Chadian army says", "White Helmets count": a name of several words that the grammar takes for an adjective.
fn named_before(view: &View<'_>, j: usize) -> Option<usize> {
    let last = j.checked_sub(1)?;
    let (actor, form) = view.named(last)?;
    let cover = view.cover(last);
    let start = (0..=last).rev().take_while(|&k| view.cover(k) == cover).last()?;
    let led = start > 0 && view.words.is(start - 1, Classes::PREPOSITION)
        || start > 1 && view.words.at(start - 1) == "the" && view.words.is(start - 2, Classes::PREPOSITION);
    let whole = form != MentionForm::Demonym || start < last;
    (whole && !led).then_some(actor)
}

fn party_before(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    if let Some(p) = view.party_ending(j).filter(|&p| view.parties[p].acts()) {
        // "a diplomat in Addis Ababa said": not the town.
        let start = view.parties[p].tokens.start;
        if matches!(words.before(start, 1), "in" | "at" | "near" | "from") {
            // "officials in Kyiv said": the state's.
            let seat = view.named(start).is_some_and(|(actor, form)| {
                form == MentionForm::Seat
                    // "officials at the Pentagon said"
                    || view.kind(actor) == ActorKind::Organisation && words.before(start, 1) == "at"
            }) || words.before(start, 1) == "at"
                && view.named(start + 1).is_some_and(|(actor, _)| view.kind(actor) == ActorKind::Organisation);
            let own =
                matches!(words.before(start, 2), "officials" | "authorities" | "generals" | "ministers" | "leaders");
            return (seat && own).then(|| view.parties[p].actors.first().copied()).flatten();
        }
        return view.parties[p].actors.first().copied().or_else(|| whose_man(view, p));
    }
    if words.before(j, 1) == ")" {
        return (j.saturating_sub(3)..j).rev().find_map(|k| view.named(k)).map(|(actor, _)| actor);
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
pub(super) fn inverted(view: &View<'_>, j: usize, floor: usize) -> Option<usize> {
    let open = (floor.max(j.saturating_sub(12))..j).rev().find(|&k| matches!(view.words.at(k), "," | "”" | "\""))?;
    let party = view.parties.get(view.party_from(open + 1))?;
    let near = party.acts() && party.tokens.start <= open + 2 && party.tokens.end <= j;
    near.then(|| party.actors.first().copied()).flatten()
}
