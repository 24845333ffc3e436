//! What stands before a verb as its subject.

use std::ops::Range;

use super::before::{before_insertion, before_others, before_unknown};
use super::groups::is_force;
use super::{Cover, Party, PartyKind, Subject, View};
use crate::extract::roles::Role;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// The start of the verb group that the verb at `v` belongs to: "are expected to meet" from "are" on.
pub(crate) fn group_start(view: &View<'_>, v: usize, floor: usize) -> usize {
    let mut start = v;
    while start > floor {
        let word = view.words.at(start - 1);
        let part = view.words.is(start - 1, Classes::AUXILIARY.with(Classes::ADVERB))
            || word == "to"
            || word == "not"
            || view.words.is(start - 1, Classes::INTENT) && view.words.at(start) == "to";
        if !part || view.cover(start - 1) != Cover::Nothing {
            break;
        }
        start -= 1;
    }
    start
}

/// What stands before a verb as its subject.
pub(super) enum Found {
    Parties(Subject),
    /// Something that is no party.
    Other,
    /// Nothing: the verb shares the subject of the one before it.
    Shared,
}

/// The subject that stands before the verb at `v`.
pub(super) fn subject_of(view: &View<'_>, v: usize, sentence: &Range<usize>) -> Found {
    match party_subject(view, v, sentence) {
        Some(subject) => Found::Parties(subject),
        None => {
            let g = group_start(view, v, sentence.start);
            let before = if g == sentence.start { "" } else { view.words.at(g - 1) };
            // A noun or a pronoun that is no party: "the guns fell", "we will meet them".
            let noun = g > sentence.start
                && view.words.kind(g - 1) == TokenKind::Word
                && view.cover(g - 1) == Cover::Nothing
                && !matches!(
                    before,
                    "and"
                        | "or"
                        | "but"
                        | "then"
                        | "who"
                        | "which"
                        | "that"
                        | "when"
                        | "where"
                        | "as"
                        | "while"
                        | "if"
                        | "than"
                        | "nor"
                        | "because"
                        | "after"
                        | "before"
                        | "since"
                )
                && !view.words.is_before(g, 1, Classes::PREPOSITION)
                && verb_at(view.words, g - 1).is_none()
                && view.words.at(g) != "to"
                && !view.words.at(v).ends_with("ing")
                && verb_at(view.words, g) != Some(crate::extract::verbs::VerbForm::Base);
            if noun && !participle_behind(view, v, g) { Found::Other } else { Found::Shared }
        }
    }
}

/// Whether the verb is a participle behind a noun that is no subject: "a convoy ambushed near the village".
fn participle_behind(view: &View<'_>, v: usize, g: usize) -> bool {
    g == v && view.words.at(v).ends_with("ed") && view.words.is(v + 1, Classes::PREPOSITION)
}

fn party_subject(view: &View<'_>, v: usize, sentence: &Range<usize>) -> Option<Subject> {
    let words = view.words;
    let floor = sentence.start;
    let mut g = group_start(view, v, floor);
    // "Maduro on Thursday ordered": dates between the subject and its verb.
    while g > floor
        && let Cover::Date(d) = view.cover(g - 1)
    {
        g = view.dated[d].tokens.start.max(floor);
        if g > floor && matches!(words.at(g - 1), "on" | "in" | "by" | "late" | "early" | "later" | "since") {
            g -= 1;
        }
    }
    // "Russia itself has"
    while g > floor && matches!(words.at(g - 1), "itself" | "himself" | "herself" | "themselves" | "alone" | "too") {
        g -= 1;
    }
    if g == floor {
        return None;
    }
    let relative = matches!(words.at(g - 1), "who" | "which" | "that" | "whom");
    // "In Mali that means a thousand men": no relative clause.
    let adverbial = words.at(g - 1) == "that"
        && view.party_ending(g - 1).is_some_and(|p| {
            let start = view.parties[p].tokens.start;
            start == floor + 1 && words.is(floor, Classes::PREPOSITION)
        });
    if adverbial {
        return None;
    }
    if relative {
        g -= 1;
    }
    // "The mission, MONUSCO, has": a name as apposition.
    if g > floor + 2
        && words.at(g - 1) == ","
        && let Some(p) = view.party_ending(g - 1)
        && view.parties[p].acts()
        && view.parties[p].tokens.start > floor + 1
        && words.before(view.parties[p].tokens.start, 1) == ","
        && view.cover(view.parties[p].tokens.start - 2) == Cover::Nothing
        && !words.is_before(view.parties[p].tokens.start, 2, Classes::PREPOSITION)
        && view.chain_start(p, floor) == p
    {
        return Some(Subject { first: p, last: p, owner: false });
    }
    let comma = g > floor && matches!(words.at(g - 1), "," | "—" | "–");
    let at = if comma { g - 1 } else { g };
    if let Some(p) = view.party_ending(at).filter(|&p| view.parties[p].tokens.start >= floor) {
        let party = &view.parties[p];
        let first = view.chain_start(p, floor);
        let apposed = (first..=p).any(|q| view.parties[q].apposition);
        if comma && !relative && !apposed {
            // "Han, now the acting president, telephoned": the name before the insertion.
            let p = before_insertion(view, g, floor).filter(|&q| q <= p)?;
            let owner = !view.parties[p].acts();
            return Some(Subject { first: if owner { p } else { view.chain_start(p, floor) }, last: p, owner });
        }
        if !party.acts() {
            return None;
        }
        if relative {
            // "Biden and Putin, who met": both. "with Lavrov, who is": he alone.
            let single = matches!(words.at(g + 1), "is" | "was" | "has");
            return Some(Subject { first: if single { p } else { first }, last: p, owner: false });
        }
        // "after Costa had received him", "before Putin would see him": words that open a clause as well.
        let governed = |q: &Party| {
            q.tokens.start > floor
                && words.is(q.tokens.start - 1, Classes::PREPOSITION)
                && !matches!(words.at(q.tokens.start - 1), "than" | "after" | "before" | "since" | "until")
        };
        // "The army of Niger has", "gunners of the militia shelled": whose people they are.
        let own = governed(&view.parties[p])
            && words.at(party.tokens.start - 1) == "of"
            && party.tokens.start >= 2
            && is_force(words.at(party.tokens.start - 2))
            && first == p;
        if own {
            return Some(Subject { first: p, last: p, owner: true });
        }
        // "delegations of the government and of UNITA met"
        let start = view.parties[first].tokens.start;
        if start > floor + 1 && words.at(start - 1) == "of" && words.role(start - 2) == Some(Role::Body) {
            return Some(Subject { first, last: p, owner: false });
        }
        if governed(&view.parties[first]) {
            // "After talks with Lavrov Blinken said" has no list; "the war in Mali ended" has no party for a subject.
            // "with Lavrov, and Putin received him": a comma opens the next clause.
            let listed = (view.parties[first].tokens.end..party.tokens.start)
                .any(|j| words.at(j) == "and" && words.before(j, 1) != ",");
            return (first < p && !listed).then_some(Subject { first: p, last: p, owner: false });
        }
        return Some(Subject { first, last: p, owner: false });
    }
    let beside = || before_unknown(view, at, floor).or_else(|| before_others(view, at, floor));
    if let Some(p) = (!relative && !comma).then(beside).flatten() {
        return Some(Subject { first: view.chain_start(p, floor), last: p, owner: false });
    }
    if comma && !relative {
        let p = before_insertion(view, g, floor)?;
        let owner = !view.parties[p].acts();
        return Some(Subject { first: if owner { p } else { view.chain_start(p, floor) }, last: p, owner });
    }
    if relative {
        return None;
    }
    // "UN observers in the Golan reported", "the coast guard at the port has": a place between the party and its verb.
    let before = view.party_from(at).checked_sub(1).filter(|&p| view.parties[p].tokens.start >= floor);
    // The place may be a party by its name.
    let before = before.into_iter().chain(before.and_then(|p| p.checked_sub(1))).find(|&p| {
        let party = &view.parties[p];
        let end = party.tokens.end;
        party.acts()
            && party.tokens.start >= floor
            && end < at
            && at - end <= 6
            && matches!(words.at(end), "in" | "at" | "on" | "near" | "across" | "around" | "outside")
            && (end + 1..at)
                .all(|j| words.kind(j) != TokenKind::Punctuation && verb_at(words, j).is_none() && words.at(j) != "and")
            && !(party.tokens.start > floor && words.is(party.tokens.start - 1, Classes::PREPOSITION))
    });
    if let Some(p) = before {
        return Some(Subject { first: view.chain_start(p, floor), last: p, owner: false });
    }
    // "Russia's Black Sea fleet sailed", "Ukrainian forces advanced": the owner of what acts.
    let next = view.party_from(at);
    let owner = next.checked_sub(1).filter(|&p| view.parties[p].tokens.end <= at)?;
    let party = &view.parties[owner];
    let gap = party.tokens.end..at;
    let noun = gap.len() <= 6
        && party.tokens.start >= floor
        && gap.clone().all(|j| {
            !words.is(j, Classes::PREPOSITION)
                && !matches!(words.at(j), "," | ";" | ":" | "and" | "—" | "–" | "“" | "”")
                && verb_at(words, j).is_none()
        });
    (noun && matches!(party.kind, PartyKind::Possessor | PartyKind::Adjective)).then_some(Subject {
        first: owner,
        last: owner,
        owner: true,
    })
}
