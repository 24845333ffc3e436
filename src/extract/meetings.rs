//! Meetings: encounters between parties, past or planned, one entry for each however often it is mentioned.
//!
//! `triggers` finds the words that tell of one, `participants`, `clause` and `status` read the clause around them,
//! `merge` brings the mentions of one meeting together.

mod agree;
mod aside;
mod clause;
mod companions;
mod day;
mod extent;
mod frames;
mod group;
mod lists;
mod merge;
mod nouns;
mod occasions;
mod off;
mod participants;
mod scene;
mod senses;
mod setting;
mod settle;
mod status;
mod triggers;

use std::ops::Range;

use jiff::civil::Date;

use super::dates::When;
use super::parties::View;
use super::places::{Breadth, Where};
use super::{Meeting, MeetingForm, MeetingStatus, Precision};
use aside::{further_guests, further_stops, is_moved, is_one_more, joined_there, likewise, spoke_there, visited};
use extent::{is_enough, is_hollow, mention};
use group::{collect, group};
use lists::LISTS;
use off::is_called_off_now;
use participants::Taking;
use scene::Scene;
use setting::{dateline, heading, last_place, opens_block};
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
    /// "presided", "was in the room": at the meeting spoken of right before.
    present: bool,
    /// "held a meeting", "convened a session": a verb of holding says so.
    convened: bool,
    /// "has since done the same": the meeting before, with another subject.
    same: bool,
    /// "a second round is expected": one more of those before, with the same parties.
    further: bool,
    /// "three days after he had received him": the days that lie between, and their words.
    counted: Option<(Range<usize>, i32)>,
    /// "Ministers of four nations are to gather": with those whom the next sentences name.
    hollow: bool,
    /// Whether it can be listed as it is.
    enough: bool,
    /// The sentence.
    sentence: usize,
}

/// Every meeting, in the order of the first mention.
pub(crate) fn find(view: &View<'_>) -> Vec<Meeting> {
    let mut merger = merge::Merger::new(view);
    let here = dateline(view);
    let mut there: Option<Where> = None;
    // The place that heads the entry.
    let mut head: Option<Where> = None;
    for (s, sentence) in view.words.sentences.iter().enumerate() {
        if opens_block(view, sentence.start) {
            head = heading(view, sentence);
        }
        let triggers = collect(view, sentence);
        if !triggers.is_empty() {
            let dates = clause::dates(view, sentence, &triggers);
            let places = clause::places(view, sentence, &triggers, there.as_ref(), here.as_ref());
            let mut before: Option<Candidate> = None;
            for event in group(view, sentence, &triggers) {
                let scene = Scene { view, last: merger.last_pair(), head: head.clone() };
                for mut candidate in read(&scene, s, sentence, &triggers, &event, &dates, &places) {
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
            // "had received X, who also held talks with Y"
            words.at(j) == "who" && matches!(words.at(j + 1), "also" | "then" | "later")
                || words.at(j) == "and"
                    && (matches!(words.at(j + 1), "later" | "then" | "also" | "afterwards" | "there")
                        || matches!(words.at(j + 2), "later" | "then" | "also"))
        });
    // "flew to Niamey, saw both leaders": what the traveller does there.
    let there = before.stay
        && before.sentence == candidate.sentence
        && candidate.place.is_none()
        && gap.len() < 24
        && before.taking.actors.first().is_some_and(|a| candidate.taking.actors.contains(a))
        && gap.clone().any(|j| matches!(words.at(j), "," | "and"))
        && !gap.clone().any(|j| matches!(words.at(j), "after" | "before" | "when" | "who" | "which" | ";"));
    if there && before.place.as_ref().is_some_and(|p| p.breadth != Breadth::Country) {
        candidate.place.clone_from(&before.place);
    }
    let joined = joined || there && before.standing.status == candidate.standing.status;
    if joined && candidate.date_text.is_none() && candidate.date.is_none() {
        candidate.date = before.date;
        candidate.precision = before.precision;
    }
}

/// The candidates that a group of triggers comes to: one, and one more for each further place on a journey.
fn read(
    view: &Scene<'_, '_>,
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
    let dated_own = !my_dates.is_empty();
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
    // "Minsk, 6 December. The two signed": the town that heads the entry.
    if place.is_none()
        && let Some(town) = view.anchors.town(own[0].at)
    {
        place =
            Some(Where { name: words.span(&town).of(words.text).to_owned(), end: town.end, breadth: Breadth::Town });
    }
    // "Hong Kong. The envoy will see the chairman": the place that heads the entry.
    if place.is_none() {
        place.clone_from(&view.head);
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
    // What is ahead of a day that is over is not on that day.
    let ahead = matches!(standing.status, MeetingStatus::Upcoming | MeetingStatus::Proposed);
    let entry = view.anchors.entry(start).filter(|&d| !ahead || view.anchors.briefing().is_none_or(|today| d >= today));
    // "had been planned for Saturday but was put off": a day that no longer holds.
    let dated = dated.filter(|_| !(definite && is_moved(view, sentence)));
    let (date, precision) = match dated {
        Some(d) => (view.dated[d].date, view.dated[d].precision),
        None => (entry.map(|d| (d, None)), if entry.is_some() { Precision::Day } else { Precision::None }),
    };
    let date = in_tense(view, dated, date, standing);
    // "flew in on Monday, was received by X"
    let goes = matches!(own[0].kind, Kind::Verb(VerbClass::Go | VerbClass::Stay)) && taking.actors.len() < 2;
    let shared = (dated.is_none() && !dated_own && entry.is_none() && !goes)
        .then(|| day::shared(view, &own[0], sentence))
        .flatten();
    let dated = dated.or(shared);
    let (date, precision) = match shared {
        Some(d) => (view.dated[d].date, view.dated[d].precision),
        None => (date, precision),
    };
    // "wound up a two-day summit on Friday"
    let date = match date {
        Some((d, None)) if precision == Precision::Day => {
            let verb = nouns::verb_before(view, main.at, sentence.start).filter(|_| main.kind == Kind::Noun);
            day::lasting(view, main.at, verb, d).or(date)
        }
        _ => date,
    };
    let date_text = dated.map(|d| words.span(&view.dated[d].tokens).of(words.text).to_owned());
    let stay = own.iter().all(|t| {
        matches!(t.kind, Kind::Verb(VerbClass::Go | VerbClass::Stay | VerbClass::Visit)) || t.form == MeetingForm::Visit
    });
    let present = own[0].kind == Kind::Verb(VerbClass::Present);
    let adds = present || matches!(own[0].kind, Kind::Verb(VerbClass::Join)) && own.len() == 1;
    let convened = own.len() == 2
        && matches!(own[0].kind, Kind::Verb(VerbClass::Sit | VerbClass::Bring | VerbClass::Receive))
        && main.kind == Kind::Noun;
    // "discussed the truce by phone"
    let spoken = |t: &Trigger| matches!(t.kind, Kind::Verb(VerbClass::Sit | VerbClass::Speak | VerbClass::Tell));
    let remote = own.iter().all(spoken) && (start..limit).any(|j| LISTS.remote_end(words, j).is_some());
    let base = Candidate {
        convened,
        present,
        same: own.len() == 1 && own[0].kind == Kind::Verb(VerbClass::Same),
        further: main.kind == Kind::Noun && is_one_more(view, main.at, sentence.start),
        tokens,
        form: if remote { MeetingForm::Call } else { main.form },
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
        counted: None,
        hollow: false,
        enough: false,
        sentence: s,
    };
    let mut base = base;
    if base.date.is_none() && base.date_text.is_none() {
        base.counted = day::counted_from(view, base.tokens.start, sentence);
    }
    let enough = is_enough(view, own, &base);
    base.hollow = (!enough || base.taking.actors.is_empty()) && is_hollow(view, own, sentence, &base);
    base.enough = enough;
    if !enough && !base.hollow {
        return Vec::new();
    }
    let mut out = vec![base];
    further_stops(view, own, &my_places, dates, &mut out);
    further_guests(view, own, sentence, &mut out);
    likewise(view, own, sentence, &mut out);
    out
}

/// A weekday ahead where the meeting is ahead: "agreed to seek a meeting on Monday".
fn in_tense(
    view: &View<'_>,
    dated: Option<usize>,
    date: Option<(Date, Option<Date>)>,
    standing: Standing,
) -> Option<(Date, Option<Date>)> {
    let (Some(d), Some((day, last))) = (dated, date) else { return date };
    let Some(today) = view.anchors.today(view.dated[d].tokens.start) else { return date };
    let bare = matches!(view.dated[d].when, When::Weekday { which: super::dates::Which::Any, weeks: 0, .. });
    let ahead = standing.said && matches!(standing.status, MeetingStatus::Upcoming | MeetingStatus::Proposed);
    // "has called off a trip that had been set for Friday": what is called off by now is ahead.
    let now = standing.status == MeetingStatus::Cancelled && is_called_off_now(view, view.dated[d].tokens.start);
    let ahead = ahead || now;
    let week = |d: Date| d.checked_add(jiff::Span::new().days(7)).ok();
    if bare && ahead && day < today {
        return week(day).map(|d| (d, last.and_then(week))).or(date);
    }
    date
}

#[cfg(test)]
mod tests;
