//! How far the mention of a meeting reaches, and whether it says enough for an entry.

use std::ops::Range;

use super::lists::LISTS;
use super::triggers::{Kind, Trigger, VerbClass};
use super::{Candidate, settle};
use crate::extract::parties::{View, group_start};
use crate::extract::places::Breadth;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingForm, MeetingStatus};
use crate::text::TokenKind;

/// The clause that states the meeting: from its subject or noun phrase to its last trigger, object included.
pub(super) fn mention(view: &View<'_>, sentence: &Range<usize>, own: &[Trigger], limit: usize) -> Range<usize> {
    let words = view.words;
    let (first, last) = (own[0], own[own.len() - 1]);
    let mut start = first.at;
    if let Kind::Verb(_) = first.kind {
        start = group_start(view, first.at, sentence.start);
        if let Some(p) = view.party_ending(start).filter(|&p| view.parties[p].tokens.start >= sentence.start) {
            start = view.parties[view.chain_start(p, sentence.start)].tokens.start;
        }
    } else {
        while start > sentence.start
            && first.at - start < 6
            && words.kind(start - 1) == TokenKind::Word
            && !words.is(start - 1, Classes::PREPOSITION)
        {
            start -= 1;
        }
    }
    let mut end = last.end;
    let next = view.party_from(end);
    if let Some(party) = view
        .parties
        .get(next)
        .filter(|p| p.tokens.start <= end + 2 && p.tokens.end <= sentence.end && p.tokens.start < limit)
    {
        end = party.tokens.end;
    }
    start..end
}

/// Whether the clause tells when people meet whom it only calls by what they are: "Foreign ministers of the four nations are
/// to gather later on Thursday".
pub(super) fn is_hollow(view: &View<'_>, own: &[Trigger], sentence: &Range<usize>, c: &Candidate) -> bool {
    let timed = c.date.is_some() || c.date_text.is_some();
    let meets = matches!(
        own[0].kind,
        Kind::Verb(
            VerbClass::Meet
                | VerbClass::Bring
                | VerbClass::Stay
                | VerbClass::Speak
                | VerbClass::Sit
                | VerbClass::Together
        )
    );
    let people = c.taking.actors.len();
    let unnamed = people == 0 || people == 1 && view.kind(c.taking.actors[0]) != ActorKind::Person;
    let lead = sentence.start.max(own[0].at.saturating_sub(14))..own[0].at;
    timed && meets && unnamed && c.standing.said && lead.into_iter().any(|j| LISTS.is_member(view.words.at(j)))
}

/// A meeting that was to be on a day and was called off is one, whoever was to come.
pub(super) fn is_dated_and_off(c: &Candidate) -> bool {
    let timed = c.date.is_some() || c.date_text.is_some();
    timed && c.standing.said && c.standing.status == MeetingStatus::Cancelled && !c.stay
}

/// "a battalion of commandos began to land in Pristina": no guests.
fn lands_soldiers(view: &View<'_>, verb: usize, c: &Candidate) -> bool {
    let words = view.words;
    c.taking.actors.iter().all(|&a| view.kind(a) != ActorKind::Person)
        && (verb.saturating_sub(12)..verb)
            .rev()
            .take_while(|&j| !matches!(words.at(j), ":" | ";" | "."))
            .any(|j| LISTS.is_military(words.at(j)))
}

/// Whether enough is known of the meeting for an entry, or for it to be one spoken of before.
pub(super) fn is_enough(view: &View<'_>, own: &[Trigger], c: &Candidate) -> bool {
    let people = settle::reduced(view, &c.taking).len();
    let timed = c.date.is_some() || c.date_text.is_some();
    let placed = c.place.is_some();
    let body = c.taking.actors.len() == 1 && view.kind(c.taking.actors[0]) != ActorKind::Person;
    match own[0].kind {
        // "A meeting planned for December 18 was called off"
        Kind::Noun if is_dated_and_off(c) => true,
        Kind::Noun if c.further && (timed || placed || c.standing.said) && people == 0 => true,
        Kind::Noun if c.stay && people == 1 && c.standing.said && c.standing.status == MeetingStatus::Cancelled => true,
        Kind::Noun => people >= 2 || people == 1 && (timed || placed || c.definite) || timed && placed || c.definite,
        Kind::Verb(VerbClass::Join | VerbClass::Same | VerbClass::Present | VerbClass::Presence) => people >= 1,
        Kind::Verb(VerbClass::Speak) if c.taking.unnamed && people == 1 => c.standing.said,
        _ if own.len() > 1 => people >= 1 && (timed || placed || people >= 2),
        Kind::Verb(VerbClass::Stay) => {
            people == 1 && !body && timed && placed && c.place.as_ref().is_some_and(|p| p.breadth != Breadth::Building)
                || people >= 2 && c.taking.actors.first().is_some_and(|&a| view.kind(a) == ActorKind::Person)
        }
        Kind::Verb(VerbClass::Bring) => people >= 2 || timed && placed,
        Kind::Verb(VerbClass::Chair) => people >= 2 && timed,
        Kind::Verb(VerbClass::Go) => {
            people >= 1
                && placed
                && c.place.as_ref().is_some_and(|p| p.end > own[0].end)
                && (timed || people >= 2 || c.place.as_ref().is_some_and(|p| p.breadth == Breadth::Building))
                && !c.taking.actors.iter().all(|&a| view.kind(a) == ActorKind::ArmedGroup)
                && !lands_soldiers(view, own[0].at, c)
        }
        Kind::Verb(VerbClass::Sign) => c.taking.actors.len() >= 2 && placed,
        // "HMS Diamond visited Cyprus": only the country visited is a party.
        Kind::Verb(VerbClass::Visit)
            if c.taking.actors.len() == 1
                && c.place.as_ref().is_some_and(|p| p.name == view.names.actors[c.taking.actors[0]].name) =>
        {
            false
        }
        Kind::Verb(VerbClass::Visit) => people >= 1 && (timed || placed || people >= 2),
        // "discussed the truce with Sisi by phone on Monday"
        Kind::Verb(VerbClass::Sit)
            if people >= 2 && c.taking.actors.iter().all(|&a| view.kind(a) == ActorKind::Person) =>
        {
            // "Biden and Trump debated": for an audience, likelier than for each other.
            !view.words.at(own[0].at).starts_with("debat") && timed || c.form == MeetingForm::Call
        }
        // "The ministers of Egypt, Jordan and Qatar convene in Cairo"
        Kind::Verb(VerbClass::Sit)
            if people >= 2 && timed && placed && LISTS.is_gathering(view.words.at(own[0].at)) =>
        {
            true
        }
        // "The council will debate in Vienna on Monday, with X in the chair"
        Kind::Verb(VerbClass::Sit)
            if c.taking.actors.first().is_some_and(|&a| view.kind(a) == ActorKind::Organisation) =>
        {
            timed
        }
        // "The ministers of Egypt, Jordan and Qatar convene in Cairo"
        Kind::Verb(VerbClass::Sit) if people >= 2 && timed && placed => true,
        // "The council will debate in Vienna on Monday, with X in the chair"
        Kind::Verb(VerbClass::Sit)
            if c.taking.actors.first().is_some_and(|&a| view.kind(a) == ActorKind::Organisation) =>
        {
            timed
        }
        Kind::Verb(VerbClass::Sit) => body && view.kind(c.taking.actors[0]) != ActorKind::State && timed,
        Kind::Verb(VerbClass::Meet) if people == 1 && timed && placed => true,
        Kind::Verb(VerbClass::Meet) => people >= 2 || body && (timed || placed) || people == 0 && timed && placed,
        Kind::Verb(_) => people >= 2,
    }
}
