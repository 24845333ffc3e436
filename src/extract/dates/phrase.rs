//! What a date phrase says, before anything is known of the day it was written.

use std::ops::Range;

use super::months::{day_then_month, iso, month_phrase, ordinal_day};
use super::periods::period;
use super::relative::{counted, named_day, shifted, vague, year_alone};
use crate::extract::words::{Classes, Words};
use crate::text::TokenKind;

/// Which one of those that a name recurs for: "last", "this", "next".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Left to the tense.
    Any,
    /// "last Thursday", "in June last year"
    Last,
    /// "this Thursday", "this spring"
    This,
    /// "next Thursday"
    Next,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The year of a day or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// As stated.
    Of(i16),
    /// Not stated.
    Unsaid,
    /// "last year", "this year", "next year": relative to the year of writing.
    Shift(i16),
}

/// What a date phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// A day of a month, with the last day of a range; the first month of "the 27th" is unsaid.
    Day { year: Year, month: Option<i8>, day: i8, last: Option<(Option<i8>, i8)> },
    /// A month.
    Month { year: Year, month: i8, which: Which },
    /// A season, 0 for spring to 3 for winter.
    Season { year: Year, season: u8, which: Which },
    /// A year.
    Year(i16),
    /// A day of the week (0 for Monday), with the last of two; `weeks` more of "Monday week".
    Weekday { day: i8, which: Which, last: Option<i8>, weeks: i32 },
    /// A day of the week, so many weeks before or behind the next or last one: "a week on Friday".
    WeekdayAway { day: i8, weeks: i32 },
    /// The nth of a day of the week in a month, the last one for -1: "the third Thursday of March".
    NthWeekday { year: Year, month: i8, weekday: i8, nth: i8 },
    /// The week of a day of a month.
    WeekOf { year: Year, month: i8, day: i8 },
    /// Days from today, with the last of two: "tomorrow", "today and tomorrow".
    FromToday { days: i32, last: Option<i32> },
    /// "last week", "this month", "next year".
    Shifted { unit: Unit, by: i32 },
    /// "three weeks ago", "in two weeks' time".
    Distance { unit: Unit, by: i32 },
    /// "in two days", where something is ahead; else that is how long it took.
    Ahead { unit: Unit, by: i32 },
    /// Days from the date that the text gave before: "the next day", "two days later", "the same day".
    FromPrevious { unit: Unit, by: i32 },
    /// No date of its own: "in the coming days", "soon".
    Vague,
}

/// Whether a date phrase may begin with the word of token `i`.
#[inline]
pub(super) fn may_begin(words: &Words<'_>, i: usize) -> bool {
    words.is(i, Classes::DATE) || words.kind(i) == TokenKind::Number
}

/// The date phrase that begins at token `i`, with its tokens.
pub(crate) fn phrase_at(words: &Words<'_>, i: usize) -> Option<(When, Range<usize>)> {
    let word = words.at(i);
    if word.is_empty() {
        return None;
    }
    let (when, end) = match words.kind(i) {
        TokenKind::Number => iso(words, i)
            .or_else(|| day_then_month(words, i))
            .or_else(|| counted(words, i))
            .or_else(|| year_alone(words, i))?,
        TokenKind::Word if !words.is(i, Classes::DATE) => {
            debug_assert!(in_words(words, i).is_none(), "{} is no DATE", words.at(i));
            return None;
        }
        TokenKind::Word => in_words(words, i)?,
        _ => return None,
    };
    Some((when, i..end))
}

fn in_words(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    // The commonest words begin phrases of one sort alone.
    let found = match words.at(i) {
        "in" | "over" | "within" | "at" => vague(words, i),
        "a" | "an" => counted(words, i),
        _ => return of_any_sort(words, i),
    };
    debug_assert_eq!(found, of_any_sort(words, i), "{}", words.at(i));
    found
}

fn of_any_sort(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    period(words, i)
        .or_else(|| weekday_phrase(words, i))
        .or_else(|| month_phrase(words, i))
        .or_else(|| season_phrase(words, i))
        .or_else(|| named_day(words, i))
        .or_else(|| shifted(words, i))
        .or_else(|| ordinal_day(words, i))
        .or_else(|| vague(words, i))
        .or_else(|| counted(words, i))
}

pub(super) fn year_number(words: &Words<'_>, i: usize) -> Option<i16> {
    let word = words.at(i);
    if words.kind(i) != TokenKind::Number || word.len() != 4 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    word.parse().ok().filter(|y| (1800..2200).contains(y))
}

/// The year behind a day or a month: "2022", ", 2022", "last year", "of that year"; and the token behind it.
pub(super) fn year_after(words: &Words<'_>, i: usize) -> (Year, usize) {
    if let Some(year) = year_number(words, i) {
        return (Year::Of(year), i + 1);
    }
    if words.at(i) == ","
        && let Some(year) = year_number(words, i + 1)
        && words.kind(i + 2) != TokenKind::Number
    {
        return (Year::Of(year), i + 2);
    }
    let at = if words.at(i) == "of" { i + 1 } else { i };
    match (words.at(at), words.at(at + 1)) {
        ("last", "year") => (Year::Shift(-1), at + 2),
        ("this", "year") => (Year::Shift(0), at + 2),
        ("next", "year") => (Year::Shift(1), at + 2),
        _ => match (words.at(i) == "of").then(|| year_number(words, at)).flatten() {
            Some(year) => (Year::Of(year), at + 1),
            None => (Year::Unsaid, i),
        },
    }
}

pub(super) fn weekday(word: &str) -> Option<i8> {
    Some(match word {
        "monday" | "mon" => 0,
        "tuesday" | "tue" | "tues" => 1,
        "wednesday" | "wed" => 2,
        "thursday" | "thu" | "thur" | "thurs" => 3,
        "friday" | "fri" => 4,
        "saturday" | "sat" => 5,
        "sunday" | "sun" => 6,
        _ => return None,
    })
}

/// "Thursday", "last Thursday", "Thursday, August 7", "Thursday and Friday", "Monday week", "Monday of next week"
fn weekday_phrase(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let (start, which) = match words.at(i) {
        "last" | "past" => (i + 1, Which::Last),
        "next" => (i + 1, Which::Next),
        "this" | "coming" => (i + 1, Which::This),
        "the" if words.at(i + 1) == "coming" => (i + 2, Which::This),
        "the" if matches!(words.at(i + 1), "previous" | "last") => (i + 2, Which::Last),
        "the" if matches!(words.at(i + 1), "following" | "next") => (i + 2, Which::Next),
        _ => (i, Which::Any),
    };
    let day = weekday(words.at(start))?;
    // "Good Friday", "Bloody Sunday": a feast or an event.
    let feast =
        matches!(words.before(start, 1), "good" | "easter" | "ash" | "palm" | "holy" | "maundy" | "bloody" | "black");
    if !words.is_capital(start) || feast && words.is_capital(start.wrapping_sub(1)) {
        return None;
    }
    // "sun", "sat", "wed" are words of their own: the short forms need a date or a comma behind them.
    let short = words.at(start).len() <= 5 && words.at(start) != "friday";
    let mut end = start + 1;
    if short && words.at(end) == "." {
        end += 1;
    }
    // "Thursday, 7 August 2025": the day of the month says it all.
    let dated = if words.at(end) == "," { end + 1 } else { end };
    let dated = if words.at(dated) == "the" { dated + 1 } else { dated };
    let named = day_then_month(words, dated)
        .or_else(|| iso(words, dated))
        .or_else(|| month_phrase(words, dated).filter(|(when, _)| matches!(when, When::Day { .. })));
    if let Some((when, end)) = named {
        return Some((when, end));
    }
    if short {
        return None;
    }
    if matches!(words.at(end), "'s") {
        return Some((When::Weekday { day, which, last: None, weeks: 0 }, end));
    }
    // "Monday week", "Monday of next week", "Tuesday last week"
    let at = if words.at(end) == "of" { end + 1 } else { end };
    match (words.at(at), words.at(at + 1)) {
        ("week", _) if at == end => {
            return Some((When::Weekday { day, which: Which::This, last: None, weeks: 1 }, end + 1));
        }
        ("last", "week") => return Some((When::Weekday { day, which: Which::Any, last: None, weeks: -1 }, at + 2)),
        ("next", "week") => return Some((When::Weekday { day, which: Which::Any, last: None, weeks: 2 }, at + 2)),
        ("this", "week") => return Some((When::Weekday { day, which: Which::Any, last: None, weeks: 3 }, at + 2)),
        _ => {}
    }
    if matches!(words.at(end), "and" | "to" | "-" | "–" | "through")
        && let Some(last) = weekday(words.at(end + 1)).filter(|_| words.at(end + 1).len() > 5)
        && last != day
        && words.is_capital(end + 1)
    {
        return Some((When::Weekday { day, which, last: Some(last), weeks: 0 }, end + 2));
    }
    Some((When::Weekday { day, which, last: None, weeks: 0 }, end))
}

pub(super) fn season(word: &str) -> Option<u8> {
    Some(match word {
        "spring" => 0,
        "summer" => 1,
        "autumn" | "fall" => 2,
        "winter" => 3,
        _ => return None,
    })
}

/// "this autumn", "next spring", "the summer of 2019", "in the spring", "spring 2020"
fn season_phrase(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let mut at = i;
    let mut which = Which::Any;
    let mut article = false;
    while at < i + 3 {
        match words.at(at) {
            "the" => article = true,
            "last" | "previous" => which = Which::Last,
            "next" | "coming" | "following" => which = Which::Next,
            "this" => which = Which::This,
            "early" | "late" | "mid" => {}
            _ => break,
        }
        at += 1;
    }
    let number = season(words.at(at))?;
    let (year, end) = year_after(words, at + 1);
    // "winter of 2013-14"
    let end = if matches!(year, Year::Of(_)) && matches!(words.at(end), "-" | "–" | "/") && words.at(end + 1).len() == 2
    {
        end + 2
    } else {
        end
    };
    let lead = matches!(
        words.before(i, 1),
        "in" | "by" | "until" | "since" | "during" | "before" | "after" | "for" | "through"
    );
    let fall = words.at(at) == "fall";
    // The cell of a calendar: "autumn | summit of A and B".
    let edge = |j: usize| words.at(j) == "|" || words.kind(j) == TokenKind::Break;
    let cell =
        words.at(at + 1) == "|" && i.checked_sub(1).is_none_or(edge) || words.before(i, 1) == "|" && edge(at + 1);
    let said = cell || which != Which::Any || year != Year::Unsaid || (article && lead) || (lead && !fall);
    // "the fall of Kabul", "the fall of 1940" is left to a preposition: "in the fall of 2021".
    if !said || !cell && fall && which == Which::Any && (!lead || year == Year::Unsaid && words.at(end) == "of") {
        return None;
    }
    Some((When::Season { year, season: number, which }, end))
}
