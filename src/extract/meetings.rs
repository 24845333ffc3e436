//! Meetings: encounters between parties, past or planned, one entry for each however often it is mentioned.
//!
//! `triggers` finds the words that tell of one, `participants`, `clause` and `status` read the clause around them,
//! `merge` brings the mentions of one meeting together.

mod clause;
mod merge;
mod participants;
mod status;
mod triggers;

use std::ops::Range;

use jiff::civil::Date;

use super::dates::When;
use super::parties::{Cover, View};
use super::places::{Breadth, Where};
use super::verbs::verb_at;
use super::{ActorKind, Meeting, MeetingForm, MeetingStatus, Precision};
use participants::Taking;
use status::Standing;
use triggers::{Kind, Trigger, VerbClass};

/// What one clause says of a meeting.
#[derive(Debug, Clone)]
struct Candidate {
    /// The clause.
    tokens: Range<usize>,
    form: MeetingForm,
    taking: Taking,
    date: Option<(Date, Option<Date>)>,
    precision: Precision,
    date_text: Option<String>,
    place: Option<Where>,
    standing: Standing,
    /// "the call", "their talks": a meeting spoken of before, or known.
    definite: bool,
    /// "again", "another": none of those before.
    distinct: bool,
    /// A mere stay or visit, which the talks held during it take in.
    stay: bool,
    /// "will attend", "will be joined by": adds to a meeting spoken of before.
    adds: bool,
    /// "held a meeting", "convened a session": a verb of holding says so.
    convened: bool,
    /// The sentence.
    sentence: usize,
}

/// Every meeting, in the order of the first mention.
pub(crate) fn find(view: &View<'_>) -> Vec<Meeting> {
    let mut merger = merge::Merger::new(view);
    let here = dateline(view);
    let mut there: Option<Where> = None;
    for (s, sentence) in view.words.sentences.iter().enumerate() {
        let triggers = collect(view, sentence);
        if !triggers.is_empty() {
            let dates = clause::dates(view, sentence, &triggers);
            let places = clause::places(view, sentence, &triggers, there.as_ref(), here.as_ref());
            let mut before: Option<Candidate> = None;
            for event in group(view, sentence, &triggers) {
                for mut candidate in read(view, s, sentence, &triggers, &event, &dates, &places) {
                    inherit(view, &mut candidate, before.as_ref());
                    before = Some(candidate.clone());
                    merger.take(candidate);
                }
            }
        }
        there = last_place(view, sentence).or(there);
    }
    merger.meetings()
}

/// "visited Beslan on Tuesday and later met": without a day of its own, the second is on the day of the first.
fn inherit(view: &View<'_>, candidate: &mut Candidate, before: Option<&Candidate>) {
    let Some(before) = before else { return };
    let words = view.words;
    let from = before.tokens.end.min(candidate.tokens.start);
    let gap = from..candidate.tokens.end;
    let joined = gap.len() < 24
        && gap.clone().any(|j| {
            words.at(j) == "and"
                && (matches!(words.at(j + 1), "later" | "then" | "also" | "afterwards" | "there")
                    || matches!(words.at(j + 2), "later" | "then" | "also"))
        });
    if joined && candidate.date_text.is_none() && candidate.date.is_none() {
        candidate.date = before.date;
        candidate.precision = before.precision;
    }
}

/// The triggers of a sentence, in order.
fn collect(view: &View<'_>, sentence: &Range<usize>) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        match triggers::trigger_at(view, i) {
            Some(trigger) => {
                i = trigger.end;
                out.push(trigger);
            }
            None => i += 1,
        }
    }
    out
}

/// Triggers that tell of one meeting: "will fly to Moscow for talks", "went there to see", "met at a summit".
fn group(view: &View<'_>, sentence: &Range<usize>, triggers: &[Trigger]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (t, trigger) in triggers.iter().enumerate() {
        let aside = (sentence.start.max(trigger.at.saturating_sub(8))..trigger.at)
            .any(|j| matches!(view.words.at(j), "sidelines" | "margins"));
        if aside && trigger.kind == Kind::Noun {
            continue;
        }
        match out.last_mut() {
            Some(event)
                if event.end == t && belongs(view, &triggers[event.start], &triggers[event.end - 1], trigger) =>
            {
                event.end = t + 1
            }
            _ => out.push(t..t + 1),
        }
    }
    out
}

/// Whether `trigger` tells of the same meeting as the one before it in the sentence.
fn belongs(view: &View<'_>, first: &Trigger, before: &Trigger, trigger: &Trigger) -> bool {
    let words = view.words;
    let gap = before.end..trigger.at;
    if gap.len() > 22 {
        return false;
    }
    let parted = gap.clone().any(|j| {
        view.cover(j) == Cover::Nothing
            && (matches!(
                words.at(j),
                ";" | ":"
                    | "after"
                    | "before"
                    | "but"
                    | "when"
                    | "where"
                    | "who"
                    | "which"
                    | "that"
                    | "since"
                    | "while"
                    | "following"
            ) || verb_at(words, j).is_some()
                && words.before(j, 1) != "to"
                && !matches!(trigger.kind, Kind::Verb(_))
                || words.at(j) == "and"
                    && matches!(
                        words.at(j + 1),
                        "will"
                            | "then"
                            | "later"
                            | "met"
                            | "is"
                            | "was"
                            | "to"
                            | "held"
                            | "had"
                            | "he"
                            | "she"
                            | "they"
                    ))
    });
    if parted {
        return false;
    }
    let moves = matches!(first.kind, Kind::Verb(VerbClass::Go | VerbClass::Stay | VerbClass::Visit))
        || first.form == MeetingForm::Visit;
    match (before.kind, trigger.kind) {
        (_, Kind::Noun) => {
            let lead = (gap.start..gap.end)
                .rev()
                .take(8)
                .any(|j| matches!(words.at(j), "for" | "at" | "in" | "during" | "of" | "on" | "as"));
            lead || gap.is_empty()
                || gap.len() <= 4
                    && matches!(
                        before.kind,
                        Kind::Verb(VerbClass::Sit | VerbClass::Bring | VerbClass::Receive | VerbClass::Join)
                    )
        }
        (_, Kind::Verb(VerbClass::Meet | VerbClass::Speak | VerbClass::Receive | VerbClass::Together)) => {
            moves && matches!(words.before(trigger.at, 1), "to") || gap.is_empty()
        }
        _ => false,
    }
}

/// The candidates that a group of triggers comes to: one, and one more for each further place on a journey.
fn read(
    view: &View<'_>,
    s: usize,
    sentence: &Range<usize>,
    triggers: &[Trigger],
    event: &Range<usize>,
    dates: &[clause::Adjunct<usize>],
    places: &[clause::Adjunct<Where>],
) -> Vec<Candidate> {
    let words = view.words;
    let own = &triggers[event.clone()];
    let limit = triggers.get(event.end).map_or(sentence.end, |next| next.at);
    let mut taking = Taking::default();
    for trigger in own {
        let found = participants::of(view, trigger, sentence, limit.max(trigger.end));
        // "hosted a meeting": the object is the meeting itself.
        taking.void |= found.void && own.len() == 1;
        taking.loose |= found.loose;
        taking.unnamed |= found.unnamed;
        for actor in found.actors {
            if !taking.actors.contains(&actor) {
                taking.actors.push(actor);
            }
        }
    }
    if taking.void {
        return Vec::new();
    }
    // The last trigger names the thing ("for talks"), the first says how it stands.
    let main = own.iter().find(|t| t.kind == Kind::Noun).or(own.last()).copied().unwrap_or(own[0]);
    let Some(standing) = own.first().and_then(|t| status::of(view, t, sentence, limit)) else { return Vec::new() };
    let standing = match own.iter().skip(1).find_map(|t| status::of(view, t, sentence, limit)) {
        Some(other) if other.status == MeetingStatus::Cancelled || !standing.said => other,
        _ => standing,
    };
    let mine = |t: Option<usize>| t.is_some_and(|t| event.contains(&t));
    let my_dates: Vec<usize> = dates.iter().filter(|d| mine(d.trigger)).map(|d| d.value).collect();
    let my_places: Vec<&clause::Adjunct<Where>> = places.iter().filter(|p| mine(p.trigger)).collect();
    // "planned for Friday, has been postponed to July 2": the new day.
    let moved = |d: &usize| {
        let at = view.dated[*d].tokens.start;
        matches!(words.before(at, 1), "to" | "until" | "till")
            && matches!(
                words.before(at, 2),
                "postponed"
                    | "delayed"
                    | "moved"
                    | "rescheduled"
                    | "back"
                    | "off"
                    | "forward"
                    | "adjourned"
                    | "deferred"
            )
    };
    let dated = my_dates
        .iter()
        .copied()
        .find(moved)
        .or_else(|| {
            my_dates
                .iter()
                .copied()
                .find(|&d| view.dated[d].date.is_some() && view.dated[d].precision == Precision::Day)
        })
        .or_else(|| my_dates.iter().copied().find(|&d| view.dated[d].date.is_some()))
        .or_else(|| my_dates.iter().copied().find(|&d| !matches!(view.dated[d].when, When::Year(_))))
        .or(my_dates.first().copied());
    let mut place = my_places.iter().map(|p| &p.value).min_by_key(|p| p.breadth).cloned();
    if own.iter().any(|t| t.kind == Kind::Verb(VerbClass::Visit)) {
        place = visited(view, own[0].end).or(place);
    }
    if own.iter().any(|t| matches!(t.kind, Kind::Verb(VerbClass::Stay | VerbClass::Go))) {
        joined_there(view, own[0].end, sentence, &mut taking);
    } else if main.kind == Kind::Noun && taking.actors.len() < 2 {
        spoke_there(view, main.end, sentence, &mut taking);
    }
    let start = own[0].at;
    let mut tokens = mention(view, sentence, own, limit);
    for adjunct in dates.iter().filter(|d| mine(d.trigger)) {
        tokens = tokens.start.min(adjunct.at)..tokens.end.max(view.dated[adjunct.value].tokens.end);
    }
    for adjunct in &my_places {
        tokens = tokens.start.min(adjunct.at)..tokens.end.max(adjunct.value.end);
    }
    let lead = (sentence.start.max(main.at.saturating_sub(6))..main.at).rev();
    let determiner = lead.clone().find(|&j| {
        matches!(
            words.at(j),
            "the" | "this" | "that" | "these" | "those" | "their" | "a" | "an" | "its" | "his" | "her"
        )
    });
    let definite = main.kind == Kind::Noun && determiner.is_some_and(|j| !matches!(words.at(j), "a" | "an"));
    let around = sentence.start.max(main.at.saturating_sub(5))..sentence.end.min(main.end + 3);
    let distinct = around.clone().any(|j| {
        matches!(words.at(j), "again" | "another" | "further" | "previous" | "separate" | "separately" | "earlier")
    });
    let entry = view.anchors.entry(start);
    // "had been planned for Saturday but was put off": a day that no longer holds.
    let dated = dated.filter(|_| !(definite && is_moved(view, sentence)));
    let (date, precision) = match dated {
        Some(d) => (view.dated[d].date, view.dated[d].precision),
        None => (entry.map(|d| (d, None)), if entry.is_some() { Precision::Day } else { Precision::None }),
    };
    let date_text = dated.map(|d| words.span(&view.dated[d].tokens).of(words.text).to_owned());
    let stay = own.iter().all(|t| {
        matches!(t.kind, Kind::Verb(VerbClass::Go | VerbClass::Stay | VerbClass::Visit)) || t.form == MeetingForm::Visit
    });
    let adds = matches!(own[0].kind, Kind::Verb(VerbClass::Join)) && own.len() == 1;
    let convened = own.len() == 2
        && matches!(own[0].kind, Kind::Verb(VerbClass::Sit | VerbClass::Bring | VerbClass::Receive))
        && main.kind == Kind::Noun;
    let base = Candidate {
        convened,
        tokens,
        form: main.form,
        taking,
        date,
        precision,
        date_text,
        place,
        standing,
        definite,
        distinct,
        stay,
        adds,
        sentence: s,
    };
    if !is_enough(view, own, &base) {
        return Vec::new();
    }
    let mut out = vec![base];
    further_stops(view, own, &my_places, dates, &mut out);
    likewise(view, own, sentence, &mut out);
    out
}

/// The place that a verb of visiting has as its object: "visited Beslan", "will visit Japan and Korea".
fn visited(view: &View<'_>, i: usize) -> Option<Where> {
    match view.cover(i) {
        Cover::Place(p) => {
            Some(Where { name: view.names.places[p].name.clone(), end: view.cover_end(i), breadth: Breadth::Town })
        }
        Cover::Mention(m) => {
            let mention = view.names.mentions[m];
            let end = view.cover_end(i);
            let actor = &view.names.actors[mention.actor];
            let free = view.words.kind(end) != crate::text::TokenKind::Possessive
                && mention.form != super::annotated::MentionForm::Demonym;
            let shown = view.words.span(&(i..end)).of(view.words.text);
            match (actor.kind, mention.form) {
                (ActorKind::State, super::annotated::MentionForm::Seat) if free => {
                    Some(Where { name: shown.to_owned(), end, breadth: Breadth::Town })
                }
                (ActorKind::State, _) if free => {
                    Some(Where { name: actor.name.clone(), end, breadth: Breadth::Country })
                }
                _ => None,
            }
        }
        Cover::Nothing if view.words.is_capital(i) && view.words.kind(i) == crate::text::TokenKind::Word => {
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
fn joined_there(view: &View<'_>, from: usize, sentence: &Range<usize>, taking: &mut Taking) {
    let limit = sentence.end.min(from + 25);
    let Some(at) = (from..limit).find(|&j| view.words.at(j) == "where" && view.cover(j) == Cover::Nothing) else {
        return;
    };
    let first = view.party_from(at + 1);
    let Some(party) = view.parties.get(first).filter(|p| p.tokens.start <= at + 2 && p.acts()) else { return };
    let last = view.chain_end(first, sentence.end);
    let actors = view.actors(first, last);
    // "where he met Xi" is left to its own verb; "where he and Xi agreed" has none.
    if last > first || party.actors.len() > 1 {
        for actor in actors {
            if !taking.actors.contains(&actor) {
                taking.actors.push(actor);
            }
        }
    }
}

/// "a meeting at which the governor reported": he was there.
fn spoke_there(view: &View<'_>, from: usize, sentence: &Range<usize>, taking: &mut Taking) {
    let words = view.words;
    let limit = sentence.end.min(from + 20);
    let Some(at) = (from..limit).find(|&j| matches!(words.at(j), "at" | "during") && words.at(j + 1) == "which") else {
        return;
    };
    let first = view.party_from(at + 2);
    if view.parties.get(first).is_some_and(|p| p.tokens.start <= at + 3 && p.acts()) {
        for actor in view.actors(first, view.chain_end(first, sentence.end)) {
            if !taking.actors.contains(&actor) {
                taking.actors.push(actor);
            }
        }
    }
}

/// Whether the sentence says that the meeting was moved from the day it gives.
fn is_moved(view: &View<'_>, sentence: &Range<usize>) -> bool {
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
fn likewise(view: &View<'_>, own: &[Trigger], sentence: &Range<usize>, out: &mut Vec<Candidate>) {
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

/// The clause that states the meeting: from its subject or noun phrase to its last trigger, object included.
fn mention(view: &View<'_>, sentence: &Range<usize>, own: &[Trigger], limit: usize) -> Range<usize> {
    let words = view.words;
    let (first, last) = (own[0], own[own.len() - 1]);
    let mut start = first.at;
    if let Kind::Verb(_) = first.kind {
        start = super::parties::group_start(view, first.at, sentence.start);
        if let Some(p) = view.party_ending(start).filter(|&p| view.parties[p].tokens.start >= sentence.start) {
            start = view.parties[view.chain_start(p, sentence.start)].tokens.start;
        }
    } else {
        while start > sentence.start
            && first.at - start < 6
            && words.kind(start - 1) == crate::text::TokenKind::Word
            && !super::words::is_preposition(words.at(start - 1))
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

/// "He goes to Kyiv on Monday and to Moscow on Tuesday": each further place with a day of its own is a visit of its own.
fn further_stops(
    view: &View<'_>,
    own: &[Trigger],
    places: &[&clause::Adjunct<Where>],
    dates: &[clause::Adjunct<usize>],
    out: &mut Vec<Candidate>,
) {
    let words = view.words;
    let goes = matches!(own[0].kind, Kind::Verb(VerbClass::Go));
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

/// Whether enough is known of the meeting for an entry, or for it to be one spoken of before.
fn is_enough(view: &View<'_>, own: &[Trigger], c: &Candidate) -> bool {
    let people = merge::reduced(view, &c.taking.actors).len();
    let timed = c.date.is_some() || c.date_text.is_some();
    let placed = c.place.is_some();
    let body = c.taking.actors.len() == 1 && view.kind(c.taking.actors[0]) != ActorKind::Person;
    match own[0].kind {
        Kind::Noun => people >= 2 || people == 1 && (timed || placed || c.definite) || timed && placed || c.definite,
        Kind::Verb(VerbClass::Join) => people >= 1,
        Kind::Verb(VerbClass::Speak) if c.taking.unnamed && people == 1 => c.standing.said,
        _ if own.len() > 1 => people >= 1 && (timed || placed || people >= 2),
        Kind::Verb(VerbClass::Stay) => {
            people == 1 && !body && timed && placed && c.place.as_ref().is_some_and(|p| p.breadth != Breadth::Building)
                || people >= 2
        }
        Kind::Verb(VerbClass::Bring) => people >= 2 || people == 1 && timed && placed,
        Kind::Verb(VerbClass::Go) => {
            people >= 1
                && placed
                && c.place.as_ref().is_some_and(|p| p.end > own[0].end)
                && (timed || c.place.as_ref().is_some_and(|p| p.breadth == Breadth::Building))
                && !c.taking.actors.iter().all(|&a| view.kind(a) == ActorKind::ArmedGroup)
        }
        Kind::Verb(VerbClass::Visit) => people >= 1 && (timed || placed || people >= 2),
        Kind::Verb(VerbClass::Sit) => body && view.kind(c.taking.actors[0]) != ActorKind::State && timed,
        Kind::Verb(VerbClass::Meet) => people >= 2 || body && (timed || placed) || people == 0 && timed && placed,
        Kind::Verb(_) => people >= 2,
    }
}

/// The last place that a sentence names, for the "there" of the next.
fn last_place(view: &View<'_>, sentence: &Range<usize>) -> Option<Where> {
    let mut found = None;
    let mut i = sentence.start;
    while i < sentence.end {
        if let Cover::Place(p) = view.cover(i) {
            found = Some(Where { name: view.names.places[p].name.clone(), end: i + 1, breadth: Breadth::Town });
        } else if let Some(w) = super::places::leads_place(view.words.at(i))
            .then(|| super::places::place_at(view, i))
            .flatten()
            .filter(|w| w.breadth == Breadth::Town)
        {
            found = Some(w);
        }
        i = view.cover_end(i);
    }
    found
}

/// The town of the dateline ("GENEVA, 14 August 2024 –"), which "here" means.
fn dateline(view: &View<'_>) -> Option<Where> {
    let words = view.words;
    for sentence in view.words.sentences.iter().take(6) {
        let Some(dash) =
            (sentence.start..sentence.end.min(sentence.start + 14)).find(|&j| matches!(words.at(j), "–" | "—" | "-"))
        else {
            continue;
        };
        let shown = words.raw(sentence.start);
        if dash > sentence.start
            && shown.chars().count() > 2
            && shown.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        {
            let mut end = sentence.start;
            while end < dash
                && words.kind(end) == crate::text::TokenKind::Word
                && words.raw(end).chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            {
                end += 1;
            }
            let name = words.span(&(sentence.start..end)).of(words.text);
            return Some(Where { name: title_case(name), end, breadth: Breadth::Town });
        }
    }
    None
}

/// "NEW YORK" → "New York"
fn title_case(name: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for c in name.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
    out
}

#[cfg(test)]
mod tests;
