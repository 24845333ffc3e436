//! What a date phrase says → the day it means, seen from the day of writing.

use jiff::ToSpan;
use jiff::civil::Date;

use super::phrase::{Unit, When, Which, Year};
use super::tense::Tense;
use crate::extract::Precision;

type Resolved = (Option<(Date, Option<Date>)>, Precision);

const UNKNOWN: Resolved = (None, Precision::None);

/// The day that `when` comes to, seen from `today`; `previous` is the day that the text named before it.
pub(super) fn resolve(
    when: &When,
    today: Option<Date>,
    tense: Tense,
    previous: Option<(Date, Option<Date>)>,
) -> Resolved {
    match *when {
        When::Day { year, month, day, last } => of_day(year, month, day, last, today, tense),
        When::Month { year, month, which } => at(of_month(year, month, which, today, tense), Precision::Month),
        When::Season { year, season, which } => at(of_season(year, season, which, today, tense), Precision::Season),
        When::Year(year) => at(Date::new(year, 1, 1).ok(), Precision::Year),
        When::Weekday { day, which, last, weeks } => {
            let Some(start) = today.and_then(|t| of_weekday(day, which, weeks, t, tense)) else { return UNKNOWN };
            let end = last.and_then(|l| plus(start, i32::from((l - day).rem_euclid(7))));
            (Some((start, end)), Precision::Day)
        }
        When::WeekdayAway { day, weeks } => {
            // From the next one on ahead, from the last one on back.
            let tense = if weeks < 0 { Tense::Past } else { Tense::Future };
            let from = today.and_then(|t| of_weekday(day, Which::Any, 0, t, tense));
            at(from.and_then(|from| plus(from, 7 * weeks)), Precision::Day)
        }
        When::NthWeekday { year, month, weekday, nth } => {
            at(in_year(year, today, tense, |year| nth_weekday(year, month, weekday, nth)), Precision::Day)
        }
        When::WeekOf { year, month, day } => match of_day(year, Some(month), day, None, today, tense).0 {
            Some((day, _)) => shift(day, Unit::Week, 0),
            None => UNKNOWN,
        },
        When::FromToday { days, last } => match today.and_then(|t| plus(t, days).map(|d| (t, d))) {
            Some((today, date)) => (Some((date, last.and_then(|l| plus(today, l)))), Precision::Day),
            None => UNKNOWN,
        },
        When::Shifted { unit, by } | When::Distance { unit, by } | When::Ahead { unit, by } => {
            today.map_or(UNKNOWN, |t| shift(t, unit, by))
        }
        When::FromPrevious { unit, by } => match previous {
            // A week on from a day is a day again.
            Some((start, end)) => match unit {
                Unit::Day => at(plus(if by > 0 { end.unwrap_or(start) } else { start }, by), Precision::Day),
                Unit::Week => at(plus(start, by * 7), Precision::Day),
                unit => shift(start, unit, by),
            },
            None => UNKNOWN,
        },
        When::Vague => UNKNOWN,
    }
}

fn at(date: Option<Date>, precision: Precision) -> Resolved {
    date.map_or(UNKNOWN, |d| (Some((d, None)), precision))
}

fn plus(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// Days from `a` to `b`.
fn days_between(a: Date, b: Date) -> i32 {
    (b - a).get_days()
}

/// The week, month or year `by` units from that of `date`, as its first day.
fn shift(date: Date, unit: Unit, by: i32) -> Resolved {
    match unit {
        Unit::Day => at(plus(date, by), Precision::Day),
        Unit::Week => {
            let monday = i32::from(date.weekday().to_monday_zero_offset());
            at(plus(date, by * 7 - monday), Precision::Week)
        }
        Unit::Month => {
            let moved = date.checked_add(by.months()).ok();
            at(moved.map(Date::first_of_month), Precision::Month)
        }
        Unit::Year => {
            let moved = date.checked_add(by.years()).ok();
            at(moved.map(Date::first_of_year), Precision::Year)
        }
    }
}

fn of_day(
    year: Year,
    month: Option<i8>,
    day: i8,
    last: Option<(Option<i8>, i8)>,
    today: Option<Date>,
    tense: Tense,
) -> Resolved {
    let start = match (month, today) {
        (Some(month), _) => in_year(year, today, tense, |year| Date::new(year, month, day).ok()),
        (None, Some(today)) => {
            let months = (-2..=2).filter_map(|by: i32| today.first_of_month().checked_add(by.months()).ok());
            nearest(months.filter_map(|m| Date::new(m.year(), m.month(), day).ok()), today, tense)
        }
        _ => None,
    };
    let Some(start) = start else { return UNKNOWN };
    let end = last.and_then(|(month, day)| {
        let month = month.unwrap_or(start.month());
        let year = if month < start.month() { start.year() + 1 } else { start.year() };
        Date::new(year, month, day).ok().filter(|&end| end > start)
    });
    (Some((start, end)), Precision::Day)
}

/// The day that `of` says, in the year that is stated or that the tense points at.
fn in_year(year: Year, today: Option<Date>, tense: Tense, of: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    match (year, today) {
        (Year::Of(year), _) => of(year),
        (Year::Shift(by), Some(today)) => of(today.year() + by),
        (Year::Unsaid, Some(today)) => {
            let years = [today.year() - 1, today.year(), today.year() + 1];
            nearest(years.into_iter().filter_map(of), today, tense)
        }
        (_, None) => None,
    }
}

/// The nth (from 1; the last for -1) of a day of the week (0 for Monday) in a month.
fn nth_weekday(year: i16, month: i8, weekday: i8, nth: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    let weekday = jiff::civil::Weekday::from_monday_zero_offset(weekday).ok()?;
    first.nth_weekday_of_month(nth, weekday).ok()
}

/// How far back or ahead a day without a year may lie against its tense, in days.
const NEAR: i32 = 60;
/// How far off a day without a year is no longer believed when another one lies near.
const FAR: i32 = 240;

/// Of several days, the one that the tense points at. Where that one lies most of a year away and another close by,
/// the close one is meant: nobody leaves the year out of a date that is ten months old.
fn nearest(days: impl Iterator<Item = Date>, today: Date, tense: Tense) -> Option<Date> {
    let days: Vec<(i32, Date)> = days.map(|d| (days_between(today, d), d)).collect();
    let past = days.iter().filter(|(off, _)| *off <= 0).max_by_key(|(off, _)| *off).copied();
    let future = days.iter().filter(|(off, _)| *off >= 0).min_by_key(|(off, _)| *off).copied();
    let (Some(past), Some(future)) = (past, future) else { return past.or(future).map(|(_, d)| d) };
    let chosen = match tense {
        Tense::Past if -past.0 > FAR && future.0 <= NEAR => future,
        Tense::Future if future.0 > FAR && -past.0 <= NEAR => past,
        Tense::Past => past,
        Tense::Future => future,
        Tense::Open | Tense::WasTo => {
            if -past.0 <= future.0 {
                past
            } else {
                future
            }
        }
    };
    Some(chosen.1)
}

fn of_month(year: Year, month: i8, which: Which, today: Option<Date>, tense: Tense) -> Option<Date> {
    match year {
        Year::Of(year) => return Date::new(year, month, 1).ok(),
        Year::Shift(by) => return Date::new(today?.year() + by, month, 1).ok(),
        Year::Unsaid => {}
    }
    let today = today?;
    let this = today.first_of_month();
    let months = [-1, 0, 1].into_iter().filter_map(|by| Date::new(today.year() + by, month, 1).ok());
    match which {
        Which::Last => months.filter(|&m| m < this).max(),
        Which::Next => months.filter(|&m| m > this).min(),
        Which::This => Date::new(today.year(), month, 1).ok(),
        Which::Any => match tense {
            Tense::Past => months.filter(|&m| m <= this).max(),
            Tense::Future => months.filter(|&m| m >= this).min(),
            Tense::Open | Tense::WasTo => months.min_by_key(|&m| days_between(this, m).abs()),
        },
    }
}

/// Seasons begin on 1 March, June, September and December.
fn of_season(year: Year, season: u8, which: Which, today: Option<Date>, tense: Tense) -> Option<Date> {
    let month = 3 * (i8::try_from(season).ok()? + 1);
    match year {
        Year::Of(year) => return Date::new(year, month, 1).ok(),
        Year::Shift(by) => return Date::new(today?.year() + by, month, 1).ok(),
        Year::Unsaid => {}
    }
    let today = today?;
    let starts = [-2, -1, 0, 1].into_iter().filter_map(|by| Date::new(today.year() + by, month, 1).ok());
    let over = |start: Date| start.checked_add(3.months()).is_ok_and(|end| end <= today);
    match (which, tense) {
        (Which::Last, _) => starts.filter(|&s| over(s)).max(),
        (Which::Next, _) => starts.filter(|&s| s > today).min(),
        (_, Tense::Past) => starts.filter(|&s| s <= today).max(),
        _ => starts.filter(|&s| !over(s)).min(),
    }
}

fn of_weekday(day: i8, which: Which, weeks: i32, today: Date, tense: Tense) -> Option<Date> {
    let now = today.weekday().to_monday_zero_offset();
    let back = -i32::from((now - day).rem_euclid(7));
    let ahead = i32::from((day - now).rem_euclid(7));
    let in_week = i32::from(day - now);
    let days = match (weeks, which) {
        (-1, _) => in_week - 7,
        (1, _) => ahead + 7,
        (2, _) => in_week + 7,
        (3, _) => in_week,
        (_, Which::Last) if back == 0 => -7,
        (_, Which::Last) => back,
        (_, Which::Next) => in_week + 7,
        // "was to have met this Saturday", of which it was Thursday when it was said.
        (_, Which::This) if tense == Tense::Past => back,
        (_, Which::This) => ahead,
        (_, Which::Any) if tense == Tense::Future || tense == Tense::WasTo && ahead < -back => ahead,
        (_, Which::Any) => back,
    };
    plus(today, days)
}
