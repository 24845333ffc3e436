//! Which of the dates of its clause is the day of a meeting.

use std::ops::Range;

use jiff::civil::Date;

use super::occasions::{self, was_awaited};
use super::off::is_called_off_now;
use super::prospects::moved_on;
use super::status::Standing;
use super::triggers::{Kind, Trigger};
use crate::extract::dates::{When, Which};
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::{MeetingStatus, Precision};

/// The date of a meeting, of those that its clause gives.
pub(super) struct Chosen {
    /// The one that holds.
    pub(super) dated: Option<usize>,
    /// The one to which what had been awaited was moved.
    pub(super) awaited: Option<usize>,
    /// Whether it is a new day, in the place of another.
    pub(super) new_day: bool,
}

/// "has been postponed to July 2": the day that takes the place of another.
pub(super) fn is_new_day(view: &View<'_>, dated: usize) -> bool {
    let words = view.words;
    let at = view.dated[dated].tokens.start;
    let put = |word: &str| matches!(word, "postponed" | "delayed" | "moved" | "rescheduled" | "deferred" | "put");
    // "has delayed a visit from June to July"
    let from_to = at > 2
        && words.before(at, 1) == "to"
        && matches!(view.cover(at - 2), Cover::Date(d) if words.before(view.dated[d].tokens.start, 1) == "from")
        && (at.saturating_sub(14)..at).any(|j| put(words.at(j)));
    from_to
        || matches!(words.before(at, 1), "to" | "until" | "till")
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
}

/// Chooses among `mine`, the dates that go with the triggers `own`; `put_off` is the one that says that it is on another day.
pub(super) fn chosen(
    view: &View<'_>,
    own: &[Trigger],
    mine: &[usize],
    sentence: &Range<usize>,
    put_off: Option<&Trigger>,
) -> Chosen {
    let words = view.words;
    let moved = |d: &usize| is_new_day(view, *d);
    let planned = own[0].kind == Kind::Noun && occasions::was_planned(view, own[0].end);
    let awaited =
        (planned || was_awaited(view, own[0].at)).then(|| occasions::new_day(view, own[0].end, sentence)).flatten();
    // "was to have travelled on Monday; he has put off the trip until Friday"
    let at = own[0].at;
    let meant =
        matches!(own[0].kind, Kind::Verb(_)) && (1..4).any(|k| words.is_phrase(at.saturating_sub(k), "to have"));
    let awaited = awaited.or_else(|| meant.then(|| moved_on(view, at, sentence)).flatten());
    let new_day = mine.iter().any(moved) || put_off.is_some() || awaited.is_some();
    let put_to = put_off.and_then(|t| mine.iter().copied().find(|&d| view.dated[d].tokens.start > t.at));
    // "Three weeks later, on 14 January,": the day named says which.
    let apposed = |d: &usize| {
        let before = d.checked_sub(1).map(|b| &view.dated[b]);
        matches!(view.dated[*d].when, When::Day { .. })
            && before.is_some_and(|b| {
                matches!(b.when, When::FromPrevious { .. })
                    && words.at(b.tokens.end) == ","
                    && view.dated[*d].tokens.start <= b.tokens.end + 2
            })
    };
    let dated = awaited
        .or(put_to)
        .or_else(|| mine.iter().copied().find(apposed))
        .or_else(|| mine.iter().copied().find(moved))
        .or_else(|| {
            mine.iter().copied().find(|&d| view.dated[d].date.is_some() && view.dated[d].precision == Precision::Day)
        })
        .or_else(|| mine.iter().copied().find(|&d| view.dated[d].date.is_some()))
        .or_else(|| mine.iter().copied().find(|&d| !matches!(view.dated[d].when, When::Year(_))))
        .or(mine.first().copied());
    Chosen { dated, awaited, new_day }
}

/// A weekday ahead where the meeting is ahead: "agreed to seek a meeting on Monday".
pub(super) fn in_tense(
    view: &View<'_>,
    dated: Option<usize>,
    date: Option<(Date, Option<Date>)>,
    standing: Standing,
    verb: Option<usize>,
) -> Option<(Date, Option<Date>)> {
    let (Some(d), Some((day, last))) = (dated, date) else { return date };
    let Some(today) = view.anchors.today(view.dated[d].tokens.start) else { return date };
    let bare = matches!(view.dated[d].when, When::Weekday { which: Which::Any, weeks: 0, .. });
    let ahead = standing.said && matches!(standing.status, MeetingStatus::Upcoming | MeetingStatus::Proposed);
    // "has called off a trip that had been set for Friday": what is called off by now is ahead.
    let now = standing.status == MeetingStatus::Cancelled && is_called_off_now(view, view.dated[d].tokens.start);
    // "6 December. Mullen leaves for Seoul, where he confers on Wednesday": the present of a chronicle goes on from its day.
    let told = view.anchors.entry(view.dated[d].tokens.start).is_some()
        && verb.is_some_and(|v| verb_at(view.words, v) == Some(VerbForm::Present));
    let ahead = ahead || now || told;
    let week = |d: Date| d.checked_add(jiff::Span::new().days(7)).ok();
    if bare && ahead && day < today {
        return week(day).map(|d| (d, last.and_then(week))).or(date);
    }
    date
}
