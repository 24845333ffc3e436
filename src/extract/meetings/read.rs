//! What one clause says of a meeting: its triggers, dates, places and parties put together.

use std::ops::Range;

use jiff::civil::Date;

use super::aside::{
    country_named, further_guests, further_stops, is_moved, is_one_more, joined_there, likewise, spoke_there, visited,
};
use super::dating::{Chosen, chosen, in_tense, is_new_day};
use super::extent::{is_enough, is_hollow, mention};
use super::lists::LISTS;
use super::notes::note_further;
use super::openings::told_there;
use super::participants::{self, Taking};
use super::scene::Scene;
use super::status::{Standing, of_event};
use super::triggers::{Kind, Trigger, VerbClass, is_gerund};
use super::{Candidate, clause, day, frames, noun_phrase, rules};
use crate::extract::dates::is_plural_present;
use crate::extract::places::{Breadth, Where};
use crate::extract::trail::{Aspect, Finding, Rule};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Classes;
use crate::extract::{MeetingForm, MeetingStatus, Precision};

/// By which rule, and by which words.
type Because = Option<(&'static Rule, Range<usize>)>;

/// What the date and the place of a meeting are known by.
struct Why {
    date: Because,
    place: Because,
}

/// Notes why the clause tells of a meeting, and by what its attributes are known.
fn note(view: &Scene<'_, '_>, own: &[Trigger], c: &Candidate, why: Why) {
    let words = view.words;
    let at = own[0].at..own[own.len() - 1].end;
    for trigger in own {
        words.because(Finding::Meeting, &at, Aspect::Found, rules::found(trigger.kind), &(trigger.at..trigger.end));
    }
    let remote = c.form == MeetingForm::Call && own.iter().all(|t| t.form != MeetingForm::Call);
    let form = if remote { &rules::FORM_REMOTE } else { &rules::FORM };
    words.because(Finding::Meeting, &at, Aspect::Form, form, &at);
    let (start, end) = c.standing.by;
    words.because(Finding::Meeting, &at, Aspect::Status, c.standing.rule, &(start..end));
    if let Some((rule, by)) = why.date {
        words.because(Finding::Meeting, &at, Aspect::Date, rule, &by);
    }
    if let Some((rule, by)) = why.place {
        words.because(Finding::Meeting, &at, Aspect::Place, rule, &by);
    }
}

/// The candidates that a group of triggers comes to: one, and one more for each further place on a journey.
pub(super) fn read(
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
        taking.join(&found.beside(view, trigger, &taking));
    }
    if taking.actors.len() < 2 {
        told_there(view, &own[0], sentence, &mut taking);
    }
    // What the notes are on.
    let at = own[0].at..own[own.len() - 1].end;
    // "The parties conferred at the lake on Monday", whoever the parties are.
    taking.void &= !frames::is_conferring(view, own) && !frames::meets_members(view, own);
    if taking.void {
        words.reject(Finding::Meeting, &at, &rules::NO_PARTY, &at);
        return Vec::new();
    }
    // The last trigger names the thing ("for talks"), the first says how it stands.
    let main = own.iter().find(|t| t.kind == Kind::Noun).or(own.last()).copied().unwrap_or(own[0]);
    let last = event.end == triggers.len();
    let (standing, put_off) = match of_event(view, own, &main, sentence, limit, last) {
        Ok(found) => found,
        Err((rule, by)) => {
            words.reject(Finding::Meeting, &at, rule, &by);
            return Vec::new();
        }
    };
    let mine = |t: Option<usize>| t.is_some_and(|t| event.contains(&t));
    // "has spoken to him three times since January": no day of one of them.
    let perfect = matches!(own[0].kind, Kind::Verb(_))
        && !is_gerund(words.at(own[0].at))
        && standing.status != MeetingStatus::Ongoing
        && (1..3).any(|k| matches!(words.before(own[0].at, k), "has" | "have" | "had"));
    let my_dates: Vec<usize> = dates
        .iter()
        .filter(|d| mine(d.trigger) && !(perfect && words.before(d.at, 1) == "since"))
        .map(|d| d.value)
        .collect();
    let my_places: Vec<&clause::Adjunct<Where>> = places.iter().filter(|p| mine(p.trigger)).collect();
    // "planned for Friday, has been postponed to July 2": the new day.
    let dated_own = !my_dates.is_empty();
    let moved = |d: &usize| is_new_day(view, *d);
    let Chosen { dated, awaited, new_day } = chosen(view, own, &my_dates, sentence, put_off.as_ref());
    let narrowest = my_places.iter().min_by_key(|p| p.value.breadth);
    let mut why = Why { place: narrowest.map(|p| (&rules::OWN_PLACE, p.at..p.value.end)), date: None };
    let mut place = my_places.iter().map(|p| &p.value).min_by_key(|p| p.breadth).cloned();
    if own.iter().any(|t| t.kind == Kind::Verb(VerbClass::Visit)) {
        let end = own[0].end;
        if let Some(found) = visited(view, end + usize::from(words.at(end) == "the")) {
            why.place = Some((&rules::OWN_PLACE, end..found.end));
            place = Some(found);
        }
    }
    // "Minsk, 6 December. The two signed": the town that heads the entry.
    let in_town = place.as_ref().is_none_or(|p| p.breadth == Breadth::Building);
    if in_town && let Some(town) = view.anchors.town(own[0].at) {
        why.place = Some((&rules::HEAD_PLACE, town.clone()));
        place =
            Some(Where { name: words.span(&town).of(words.text).to_owned(), end: town.end, breadth: Breadth::Town });
    }
    // "Hong Kong. The envoy will see the chairman": the place that heads the entry.
    if place.is_none() {
        place.clone_from(&view.head);
        why.place = place.as_ref().map(|p| (&rules::HEAD_PLACE, p.end - 1..p.end));
    }
    // "appears in Seoul and spends two hours with Lee": where the clause before took the subject.
    if place.is_none()
        && taking.actors.len() >= 2
        && let Some(found) = day::shared_place(view, &own[0], sentence)
    {
        why.place = Some((&rules::SAME_PLACE, found.end - 1..found.end));
        place = Some(found);
    }
    if own.iter().any(|t| matches!(t.kind, Kind::Verb(VerbClass::Stay | VerbClass::Go))) {
        joined_there(view, &own[0], sentence, &mut taking);
    } else if main.kind == Kind::Noun && (taking.actors.len() < 2 || own.len() > 1) {
        spoke_there(view, &main, sentence, &mut taking);
    }
    if taking.actors.len() == 1 && own.iter().all(|t| t.form == MeetingForm::Visit) {
        country_named(view, &own[0], sentence, &mut taking);
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
    let mut lead = lead.take_while(|&j| verb_at(words, j).is_none());
    let determiner = lead.find(|&j| {
        // "says that talks must be held": no "that talks".
        (words.at(j) != "that" || !words.is_before(j, 1, Classes::SAYING))
            && matches!(
                words.at(j),
                "the" | "this" | "that" | "these" | "those" | "their" | "a" | "an" | "its" | "his" | "her"
            )
    });
    let definite = main.kind == Kind::Noun && determiner.is_some_and(|j| !matches!(words.at(j), "a" | "an"));
    let around = sentence.start.max(main.at.saturating_sub(5))..sentence.end.min(main.end + 3);
    // "It was the first time in a year that the two had met": the meeting just told of.
    let first = matches!(words.at(sentence.start), "it" | "this" | "that")
        && matches!(words.at(sentence.start + 1), "is" | "was")
        && (sentence.start + 2..sentence.start + 6).any(|j| {
            matches!(words.at(j), "first" | "second" | "third" | "fourth" | "fifth" | "only" | "last")
                && matches!(words.at(j + 1), "time" | "such" | "meeting" | "encounter" | "visit" | "call")
        });
    let definite = definite || first && matches!(own[0].kind, Kind::Verb(_));
    let distinct = words.is_phrase(main.end, "of three")
        || around.clone().any(|j| {
            matches!(words.at(j), "again" | "another" | "further" | "previous" | "separate" | "separately" | "earlier")
        });
    // What is ahead of a day that is over is not on that day.
    let ahead = matches!(standing.status, MeetingStatus::Upcoming | MeetingStatus::Proposed);
    let entry = view.anchors.entry(start).filter(|&d| !ahead || view.anchors.briefing().is_none_or(|today| d >= today));
    // "had been planned for Saturday but was put off": a day that no longer holds.
    let dated = dated.filter(|d| moved(d) || awaited.is_some() || !(definite && is_moved(view, sentence)));
    let (date, precision) = match dated {
        Some(d) => (view.dated[d].date, view.dated[d].precision),
        None => (entry.map(|d| (d, None)), if entry.is_some() { Precision::Day } else { Precision::None }),
    };
    let date = in_tense(view, dated, date, standing, matches!(own[0].kind, Kind::Verb(_)).then_some(start));
    // "flew in on Monday, was received by X"
    let goes = matches!(own[0].kind, Kind::Verb(VerbClass::Go | VerbClass::Stay)) && taking.actors.len() < 2;
    let shared = (dated.is_none() && !dated_own && entry.is_none() && !goes)
        .then(|| day::shared(view, &own[0], sentence))
        .flatten();
    // "said in Nairobi on Monday. He was there to meet X"
    let there = my_places
        .iter()
        .any(|p| words.at(p.at) == "there" && places.iter().all(|q| q.at >= p.at || words.at(q.at) == "there"));
    let day_there = view.there_day.filter(|_| there && shared.is_none() && dated.is_none() && entry.is_none());
    let shared = shared.or(day_there);
    let dated = dated.or(shared);
    let (date, precision) = match shared {
        Some(d) => (view.dated[d].date, view.dated[d].precision),
        None => (date, precision),
    };
    why.date = match (shared, dated) {
        (Some(d), _) if day_there == Some(d) => Some((&rules::DAY_THERE, view.dated[d].tokens.clone())),
        (Some(d), _) => Some((&rules::SHARED_DATE, view.dated[d].tokens.clone())),
        (None, Some(d)) => Some((&rules::OWN_DATE, view.dated[d].tokens.clone())),
        (None, None) => entry.map(|_| (&rules::ENTRY_DATE, start..start + 1)),
    };
    // "five days after the mutiny of June 24": counted from the date.
    let from_date = dated.zip(date).filter(|_| shared.is_none()).and_then(|(d, _)| {
        day::counted_to(view, view.dated[d].tokens.start, sentence).map(|(phrase, days)| (phrase, days, d))
    });
    let date = match (&from_date, date) {
        (Some((phrase, days, _)), Some((day, _))) if precision == Precision::Day => {
            words.because(Finding::Meeting, &at, Aspect::Date, &rules::COUNTED_DATE, phrase);
            day::plus(day, *days).map(|d| (d, None))
        }
        _ => date,
    };
    // "wound up a two-day summit on Friday"
    let date = match date {
        Some((d, None)) if precision == Precision::Day => {
            let verb = noun_phrase::verb_before(view, main.at, sentence.start).filter(|_| main.kind == Kind::Noun);
            let lasting = day::lasting(view, main.at, verb, d);
            if lasting.is_some() {
                words.because(
                    Finding::Meeting,
                    &at,
                    Aspect::Date,
                    &rules::LASTING,
                    &(main.at.saturating_sub(2)..main.at),
                );
            }
            lasting.or(date)
        }
        _ => date,
    };
    let date_text = match &from_date {
        Some((phrase, _, d)) => Some(phrase.start..view.dated[*d].tokens.end),
        None => dated.map(|d| view.dated[d].tokens.clone()),
    };
    let date_text = date_text.map(|tokens| words.span(&tokens).of(words.text).to_owned());
    let stay = own.iter().all(|t| {
        matches!(t.kind, Kind::Verb(VerbClass::Go | VerbClass::Stay | VerbClass::Visit)) || t.form == MeetingForm::Visit
    });
    let present = matches!(own[0].kind, Kind::Verb(VerbClass::Present | VerbClass::Presence))
        || own.len() == 1 && participants::goes_on(view, &own[0])
        // "The talks were mediated by X": the talks just told of.
        || definite
            && main.kind == Kind::Noun
            && !taking.actors.is_empty()
            && taking.actors.iter().all(|a| taking.chairs.contains(a));
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
        moves: new_day,
        sentence: s,
    };
    let mut base = base;
    // "Officials gather in the town in mid-August": the present of a timetable.
    let over = |(day, last): (Date, Option<Date>)| {
        let end = if base.precision == Precision::Month { day.last_of_month() } else { last.unwrap_or(day) };
        view.anchors.briefing().is_none_or(|today| end < today)
    };
    let ahead = || {
        let day = base.date.map(|(day, _)| day);
        day.zip(view.anchors.briefing()).is_some_and(|(day, today)| day > today)
    };
    let present = || verb_at(words, own[0].at) == Some(VerbForm::Present) && matches!(own[0].kind, Kind::Verb(_));
    if base.standing.status == MeetingStatus::Held
        && view.anchors.entry(start).is_none()
        && (is_plural_present(words, own[0].at) && base.date.is_some_and(|d| !over(d))
            || (present() || base.moves) && ahead())
    {
        base.standing = Standing { status: MeetingStatus::Upcoming, said: true, ..base.standing };
    }
    if base.date.is_none() && base.date_text.is_none() {
        base.counted =
            day::counted_from(view, base.tokens.start, sentence).or_else(|| day::beside(view, own[0].at, sentence));
    }
    // "saw him a week after Scholz had done so", below a dated heading.
    if base.date_text.is_none()
        && let Some(day) = entry.filter(|_| base.date.is_some())
        && let Some((phrase, days)) = day::counted_from(view, base.tokens.start, sentence)
    {
        words.because(Finding::Meeting, &base.tokens, Aspect::Date, &rules::COUNTED_DATE, &phrase);
        base.date = day::plus(day, days).map(|d| (d, None));
        base.date_text = Some(words.span(&phrase).of(words.text).to_owned());
    }
    let enough = is_enough(view, own, &base) || frames::is_plain(view, own, sentence, &base);
    base.hollow = (!enough || base.taking.actors.is_empty()) && is_hollow(view, own, sentence, &base);
    base.enough = enough;
    if !enough && !base.hollow {
        words.reject(Finding::Meeting, &at, &rules::TOO_LITTLE, &base.tokens);
        return Vec::new();
    }
    note(view, own, &base, why);
    let mut out = vec![base];
    further_stops(view, own, &my_places, dates, &mut out);
    further_guests(view, own, sentence, &mut out);
    likewise(view, own, sentence, &mut out);
    for further in &out[1..] {
        note_further(view, &at, further);
    }
    out
}
