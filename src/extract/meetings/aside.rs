//! What a clause of meeting says beside its verb: the place visited, who was there too, further stops, others who do the
//! same.

use std::ops::Range;

use super::participants::Taking;
use super::scene::Scene;
use super::triggers::{Kind, Trigger, VerbClass, is_further};
use super::{Candidate, clause, rules};
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingForm};
use crate::text::TokenKind;

/// The place that a verb of visiting has as its object: "visited Beslan", "will visit Japan and Korea".
pub(super) fn visited(view: &View<'_>, i: usize) -> Option<Where> {
    match view.cover(i) {
        Cover::Place(p) => {
            Some(Where { name: view.names.places[p].name.clone(), end: view.cover_end(i), breadth: Breadth::Town })
        }
        Cover::Mention(m) => {
            let mention = view.names.mentions[m];
            let end = view.cover_end(i);
            let actor = &view.names.actors[mention.actor];
            let free = view.words.kind(end) != TokenKind::Possessive && mention.form != MentionForm::Demonym;
            let shown = view.words.span(&(i..end)).of(view.words.text);
            match (actor.kind, mention.form) {
                (ActorKind::State, MentionForm::Seat) if free => {
                    Some(Where { name: shown.to_owned(), end, breadth: Breadth::Town })
                }
                (ActorKind::State, _) if free => {
                    Some(Where { name: actor.name.clone(), end, breadth: Breadth::Country })
                }
                _ => None,
            }
        }
        Cover::Nothing if view.words.is_capital(i) && view.words.kind(i) == TokenKind::Word => {
            let mut end = i + 1;
            while end < i + 4 && view.words.is_capital(end) && view.cover(end) == Cover::Nothing {
                end += 1;
            }
            Some(Where { name: view.words.span(&(i..end)).of(view.words.text).to_owned(), end, breadth: Breadth::Town })
        }
        _ => None,
    }
}

/// "was in Beijing, where he and Xi declared": those who act together there.
pub(super) fn joined_there(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, taking: &mut Taking) {
    let from = trigger.end;
    let limit = sentence.end.min(from + 25);
    let Some(at) = (from..limit).find(|&j| view.words.at(j) == "where" && view.cover(j) == Cover::Nothing) else {
        return;
    };
    let first = view.party_from(at + 1);
    let Some(party) = view.parties.get(first).filter(|p| p.tokens.start <= at + 2 && p.acts()) else { return };
    let last = view.chain_end(first, sentence.end);
    // "where he met Xi" is left to its own verb; "where he and Xi agreed" has none.
    let traveller = matches!(view.words.at(party.tokens.start), "he" | "she") && !taking.actors.is_empty();
    let first = if traveller && last > first { first + 1 } else { first };
    if traveller || last > first || party.actors.len() > 1 {
        if traveller && first == last && matches!(view.words.at(view.parties[first].tokens.start), "he" | "she") {
            return;
        }
        view.take(trigger, taking, &rules::BESIDES, first..last + 1);
    }
}

/// "will be in Luanda, the first secretary to visit Angola": the country that the traveller visits.
pub(super) fn country_named(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, taking: &mut Taking) {
    let words = view.words;
    let limit = sentence.end.min(trigger.end + 25);
    let visit = (trigger.end..limit).find(|&j| {
        words.at(j) == "visit"
            && (words.before(j, 1) == "to" || words.at(j + 1) == "to")
            && view.cover(j) == Cover::Nothing
    });
    let Some(at) = visit.map(|j| if words.at(j + 1) == "to" { j + 2 } else { j + 1 }) else { return };
    if let Some((actor, MentionForm::Name)) = view.named(at)
        && view.kind(actor) == ActorKind::State
    {
        let p = view.party_from(at);
        view.take(trigger, taking, &rules::COUNTRY, p..p + 1);
    }
}

/// "a meeting at which the governor reported": he was there.
pub(super) fn spoke_there(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, taking: &mut Taking) {
    let from = trigger.end;
    let words = view.words;
    let limit = sentence.end.min(from + 20);
    let Some(at) =
        (from..limit).find(|&j| matches!(words.at(j), "at" | "during" | "in" | "over") && words.at(j + 1) == "which")
    else {
        return;
    };
    let first = view.party_from(at + 2);
    if view.parties.get(first).is_some_and(|p| p.tokens.start <= at + 3 && p.acts()) {
        let last = view.chain_end(first, sentence.end);
        if trigger.form == MeetingForm::Call {
            // "A call from Berlin to the Kremlin, in which": the persons rather than the places.
            taking.actors.retain(|&a| view.kind(a) == ActorKind::Person);
        }
        view.take(trigger, taking, &rules::BESIDES, first..last + 1);
        // "a call in which Merkel was to have pressed Putin"
        let from = view.parties[last].tokens.end;
        let pressed = view.parties.get(last + 1).filter(|p| p.tokens.start <= from + 7 && p.tokens.end <= sentence.end);
        if taking.actors.len() < 2
            && let Some(other) = pressed
            && (from..other.tokens.start).all(|j| verb_at(words, j).is_some() || matches!(words.at(j), "to" | "with"))
        {
            taking.add(&other.actors);
        }
    }
}

/// Whether the sentence says that the meeting was moved from the day it gives.
pub(super) fn is_moved(view: &View<'_>, sentence: &Range<usize>) -> bool {
    let words = view.words;
    let had = (sentence.start..sentence.end.min(sentence.start + 60)).any(|j| {
        matches!(words.at(j), "planned" | "scheduled" | "due" | "set") && matches!(words.at(j + 1), "for" | "on" | "to")
    });
    had && (sentence.start..sentence.end.min(sentence.start + 60)).any(|j| {
        words.is_phrase(j, "put off") && !words.is_phrase(j + 2, "until further")
            || words.is_phrase(j, "brought forward")
            || matches!(words.at(j), "postponed" | "delayed" | "rescheduled")
                && matches!(words.at(j + 1), "for" | "by" | "because" | "." | "," | "after" | "when")
    })
}

/// ", as are Russia and the OSCE": others who do the same.
pub(super) fn likewise(view: &View<'_>, own: &[Trigger], sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let words = view.words;
    if !matches!(own[0].kind, Kind::Verb(_)) {
        return;
    }
    let limit = sentence.end.min(own[0].end + 40);
    for j in own[0].end..limit {
        if words.at(j) != "as" || !matches!(words.at(j + 1), "are" | "will" | "were" | "did" | "do" | "is") {
            continue;
        }
        let first = view.party_from(j + 2);
        let Some(party) = view.parties.get(first).filter(|p| p.tokens.start <= j + 3 && p.acts()) else { continue };
        let last = view.chain_end(first, sentence.end);
        let actors = view.actors(first, last);
        if actors.len() >= 2 {
            let taking = Taking { actors, ..Taking::default() };
            let tokens = party.tokens.start..view.parties[last].tokens.end;
            let candidate = Candidate { tokens, taking, distinct: true, definite: false, ..out[0].clone() };
            out.push(candidate);
        }
        return;
    }
}

/// "He goes to Kyiv on Monday and to Moscow on Tuesday": each further place with a day of its own is a visit of its own.
pub(super) fn further_stops(
    view: &View<'_>,
    own: &[Trigger],
    places: &[&clause::Adjunct<Where>],
    dates: &[clause::Adjunct<usize>],
    out: &mut Vec<Candidate>,
) {
    let words = view.words;
    let goes = matches!(own[0].kind, Kind::Verb(VerbClass::Go | VerbClass::Stay));
    if own.len() > 1 || places.len() < 2 || !matches!(own[0].kind, Kind::Verb(_)) {
        return;
    }
    let base = out[0].clone();
    let stops: Vec<_> = places.iter().filter(|p| matches!(words.at(p.at), "to" | "in")).collect();
    for (k, stop) in stops.iter().enumerate() {
        let until = stops.get(k + 1).map_or(usize::MAX, |next| next.at);
        let day = dates.iter().find(|d| d.at >= stop.value.end && d.at < until).map(|d| d.value);
        let again = words.before(stop.at, 1) == "again";
        let joined = k == 0 || goes && matches!(words.before(stop.at, 1), "and" | "then" | ",") || again;
        let Some(day) = day.filter(|_| joined) else { return };
        let dated = &view.dated[day];
        let candidate = Candidate {
            tokens: if k == 0 { base.tokens.start..dated.tokens.end } else { stop.at..dated.tokens.end },
            date: dated.date,
            precision: dated.precision,
            date_text: Some(words.span(&dated.tokens).of(words.text).to_owned()),
            place: Some(stop.value.clone()),
            distinct: k > 0,
            definite: k == 0 && base.definite,
            ..base.clone()
        };
        if k == 0 {
            out[0] = candidate;
        } else {
            out.push(candidate);
        }
    }
}

/// "a second round", "the next meeting", "another call": one more of a series.
pub(super) fn is_one_more(view: &View<'_>, at: usize, floor: usize) -> bool {
    let words = view.words;
    let lead = floor.max(at.saturating_sub(3))..at;
    lead.clone().any(|j| is_further(words.at(j)) && !matches!(words.at(j + 1), "of" | "the"))
        && lead.clone().all(|j| {
            // "That second meeting" is the one told of.
            !matches!(words.at(j), "his" | "her" | "their" | "its" | "of" | "in" | "that" | "this")
                && view.cover(j) == Cover::Nothing
        })
}

/// "saw Zelensky in Kyiv on Monday and Putin in Moscow on Tuesday", "telephoned Munir, and then Jaishankar": one verb,
/// a meeting with each.
pub(super) fn further_guests(view: &Scene<'_, '_>, own: &[Trigger], sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let words = view.words;
    let reaches =
        matches!(own[0].kind, Kind::Verb(VerbClass::Meet | VerbClass::Phone | VerbClass::Receive | VerbClass::Visit));
    // "spoke by phone on Monday with X and, separately, with Y"
    let speaks = own[0].kind == Kind::Verb(VerbClass::Speak);
    let with = (own[0].end..own[0].end + 8).find(|&j| matches!(words.at(j), "with" | "to")).filter(|_| speaks);
    let first = with.map_or(own[0].end, |j| j + 1);
    let reaches = reaches || with.is_some();
    if own.len() > 1 || !reaches || out.len() != 1 {
        return;
    }
    let end = sentence.end.min(own[0].end + 45);
    let mut guest = view.party_from(first);
    if view.parties.get(guest).is_none_or(|p| p.tokens.start > first + 2) {
        return;
    }
    while let Some(next) = view.parties.get(guest + 1).filter(|p| p.tokens.end <= end) {
        let (from, at) = (view.parties[guest].tokens.end, next.tokens.start);
        let gap = || from..at;
        if gap().any(|j| {
            view.cover(j) == Cover::Nothing
                && (verb_at(words, j).is_some() || words.is(j, Classes::CLAUSE) || words.at(j) == ";")
        }) {
            return;
        }
        let then = matches!(words.before(at, 1), "then" | "later" | "afterwards" | "separately")
            && matches!(words.before(at, 2), "and" | ",")
            // "saw X and, separately, Y"
            || words.before(at, 1) == ","
                && words.before(at, 2) == "separately"
                && gap().any(|j| words.at(j) == "and")
            || words.at(at) == "then" && matches!(words.before(at, 1), "and" | ",")
            // "received X in Washington and, an hour later, Y"
            || matches!(words.before(at, 1), ",")
                && matches!(words.before(at, 2), "later" | "afterwards" | "after" | "thereafter" | "that" | "next" | "turn")
                && gap().any(|j| words.at(j) == "and");
        // "called on X in Jerusalem on Monday and on Y in Ramallah the next day"
        // "was on the phone to X and later, separately, to Y"
        let lead = words.at(first - 1);
        let again = matches!(lead, "to" | "with") && words.before(at, 1) == lead && gap().any(|j| words.at(j) == "and");
        let repeated = words.before(at, 1) == lead && lead == "on" && words.before(at, 2) == "and";
        // "saw X on Saturday, and Y an hour later"
        let later = words.before(at, 1) == "and"
            && (next.tokens.end..next.tokens.end + 5).take_while(|&j| words.kind(j) == TokenKind::Word).any(|j| {
                words.at(j) == "later"
                    && matches!(words.before(j, 1), "hour" | "hours" | "minutes" | "day" | "days" | "week" | "weeks")
            });
        let then = then || later;
        let joined = matches!(words.before(at, 1), "and" | ",") || then || repeated;
        let timed = |range: Range<usize>| {
            range.clone().find_map(|j| match view.cover(j) {
                Cover::Date(d) => Some(d),
                _ => None,
            })
        };
        // "and Aliyev, Azerbaijan's president, on the day after": past the apposition.
        let end_of = next.tokens.end;
        let apposed = (words.at(end_of) == ",")
            .then(|| (end_of + 2..end.min(end_of + 9)).find(|&j| words.at(j) == ","))
            .flatten()
            .filter(|&close| (end_of + 1..close).all(|j| verb_at(words, j).is_none()));
        let after = apposed.map_or(end_of + usize::from(words.at(end_of) == ","), |close| close + 1);
        let person =
            !next.actors.is_empty() && next.acts() && next.actors.iter().all(|&a| view.kind(a) == ActorKind::Person);
        let ending = (after..end).take(8).take_while(|&j| !matches!(words.at(j), "and" | "," | ";" | ".")).last();
        let tail = after..ending.map_or(after, |j| j + 1);
        let day = timed(tail.clone());
        // Parted by a time or a place of the first, with one of its own; or said to come after.
        let place = tail.clone().find_map(|j| (words.at(j) == "in").then(|| place_at(view, j)).flatten());
        let own_adjuncts =
            timed(gap()).is_some() && day.is_some() || gap().any(|j| words.at(j) == "in") && place.is_some();
        let subject = (after..after + 3).any(|j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some());
        let apart =
            gap().any(|j| matches!(words.at(j), "later" | "then" | "separately" | "afterwards")) && (again || then);
        if (joined || again) && person && !subject && (own_adjuncts || then || apart) {
            let host: Vec<usize> = view.subject(own[0].at);
            let base = &mut out[0];
            let base_day = base.date;
            base.taking.actors.retain(|a| !next.actors.contains(a) || host.contains(a));
            let mut actors = host;
            actors.extend(next.actors.iter().copied());
            let mut further = Candidate {
                tokens: at..tail.end.max(after),
                taking: Taking { actors, ..Taking::default() },
                distinct: true,
                definite: false,
                ..base.clone()
            };
            if let Some(d) = day {
                let dated = &view.dated[d];
                further.date = dated.date;
                // "16 December. He sees X on Friday and Y on Sunday": a chronicle goes on from the first.
                if let (Some((first, _)), Some((second, None))) = (base_day, dated.date)
                    && second < first
                    && view.anchors.entry(dated.tokens.start).is_some()
                {
                    further.date = super::day::plus(second, 7).map(|d| (d, None));
                }
                further.precision = dated.precision;
                further.date_text = Some(words.span(&dated.tokens).of(words.text).to_owned());
            }
            // "sees X there on Friday and Y on Sunday": both are there.
            let there = gap().any(|j| words.at(j) == "there");
            if place.is_some() || own_adjuncts && !there {
                further.place = place;
            }
            out.push(further);
        }
        guest += 1;
    }
}
