//! What all mentions of one meeting come to.

use jiff::civil::Date;

use super::Candidate;
use super::merge::Event;
use super::participants::Taking;
use super::rules;
use super::status::Standing;
use crate::extract::parties::View;
use crate::extract::places::Breadth;
use crate::extract::trail::{Aspect, Finding};
use crate::extract::{ActorKind, Meeting, MeetingStatus, Precision};

pub(super) fn finish(view: &View<'_>, event: Event, today: Option<Date>) -> Meeting {
    let mut known = event.known;
    // A visit with no host named has the country visited.
    if known.stay
        && known.taking.actors.len() == 1
        && let Some(place) = known.place.as_ref().filter(|p| p.breadth == Breadth::Country)
        && let Some(state) = view.names.actors.iter().position(|a| a.name == place.name)
        && !known.taking.actors.contains(&state)
    {
        let words = place.end.saturating_sub(1)..place.end;
        view.words.because(Finding::Meeting, &known.tokens, Aspect::Participants, &rules::COUNTRY, &words);
        known.taking.actors.push(state);
    }
    let actors = reduced(view, &known.taking);
    let (date, date_end) = known.date.map_or((None, None), |(d, end)| (Some(d), end));
    Meeting {
        form: known.form,
        date,
        date_end,
        precision: if date.is_some() { known.precision } else { Precision::None },
        date_text: known.date_text,
        place: known.place.map(|p| p.name),
        participants: actors.into_iter().map(|a| view.names.actors[a].id.clone()).collect(),
        status: as_of(&known.standing, date, date_end, known.precision, today),
        mentions: event.mentions,
    }
}

/// The status as of the briefing's date: a day behind it is not ahead, whatever the tense, and the other way round.
pub(super) fn as_of(
    standing: &Standing,
    date: Option<Date>,
    end: Option<Date>,
    precision: Precision,
    today: Option<Date>,
) -> MeetingStatus {
    let status = standing.status;
    let (Some(date), Some(today)) = (date, today) else { return status };
    // "has been haggling since Monday": the day is when it began.
    if standing.rule == &rules::STILL && status == MeetingStatus::Ongoing && date <= today {
        return status;
    }
    let last = end.unwrap_or(date);
    match status {
        MeetingStatus::Upcoming if precision == Precision::Day && last < today => MeetingStatus::Held,
        MeetingStatus::Held if date > today => MeetingStatus::Upcoming,
        MeetingStatus::Ongoing if date > today => MeetingStatus::Upcoming,
        MeetingStatus::Ongoing if precision == Precision::Day && end.is_none() && date < today => MeetingStatus::Held,
        MeetingStatus::Ongoing if end.is_some() && last < today => MeetingStatus::Held,
        other => other,
    }
}

pub(super) fn absorb(view: &View<'_>, event: &mut Candidate, c: Candidate) {
    if event.hollow && !c.hollow && c.taking.actors.len() >= 2 {
        event.hollow = false;
        event.taking.actors.clear();
        event.form = c.form;
        event.enough = true;
    }
    let loose = c.taking.loose && event.taking.actors.len() >= 2;
    if !loose || c.adds {
        event.taking.join(&Taking { loose: false, unnamed: false, ..c.taking.clone() });
        event.taking.actors = reduced(view, &event.taking);
    }
    if c.adds {
        return;
    }
    if c.moves && c.date.is_some() {
        event.date = c.date;
        event.precision = c.precision;
        event.date_text = c.date_text.clone();
        event.standing = Standing { status: MeetingStatus::Upcoming, ..c.standing };
    }
    let finer = match (event.date, c.date) {
        (None, Some(_)) => true,
        (Some(_), Some(_)) => rank(c.precision) < rank(event.precision),
        _ => false,
    };
    if finer || event.date_text.is_none() && c.date_text.is_some() && event.date.is_none() {
        event.date = c.date;
        event.precision = c.precision;
        event.date_text = c.date_text;
    }
    let narrower = match (&event.place, &c.place) {
        (None, Some(_)) => true,
        (Some(a), Some(b)) => b.breadth < a.breadth,
        _ => false,
    };
    if narrower {
        event.place = c.place;
    }
    if c.standing.status == MeetingStatus::Cancelled
        || c.standing.said && !event.standing.said
        || event.standing.status == MeetingStatus::Proposed
            && c.standing.status == MeetingStatus::Upcoming
            && c.standing.said
    {
        event.standing = c.standing;
    }
    if event.stay && !c.stay {
        event.form = c.form;
    }
    event.stay &= c.stay;
    event.sentence = c.sentence;
}

pub(super) fn rank(precision: Precision) -> u8 {
    match precision {
        Precision::Day => 0,
        Precision::Week => 1,
        Precision::Month => 2,
        Precision::Season => 3,
        Precision::Year => 4,
        Precision::None => 5,
    }
}

/// The participants without the states and bodies whose persons are named; who presides over a body does not stand for it.
pub(super) fn reduced(view: &View<'_>, taking: &Taking) -> Vec<usize> {
    let spoken_for = |a: usize| {
        taking.actors.iter().any(|&p| {
            p != a
                && view.kind(p) == ActorKind::Person
                && view.names.actors[p].of.as_deref() == Some(view.names.actors[a].id.as_str())
                && !(view.kind(a) == ActorKind::Organisation && taking.chairs.contains(&p))
        })
    };
    taking.actors.iter().copied().filter(|&a| view.kind(a) == ActorKind::Person || !spoken_for(a)).collect()
}
