//! Date phrases without a day or a month of their own: "tomorrow", "last week", "three days ago", "in 2014".

use super::months::month;
use super::periods::weeks_from_a_day;
use super::phrase::{Unit, When, Which, year_after, year_number};
use crate::extract::numbers::cardinal_at;
use crate::extract::words::{Classes, Words};
use crate::text::TokenKind;

/// Days with names of their own: "today", "yesterday", "New Year's Day".
pub(super) fn named_day(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let from_today = |days, end| Some((When::FromToday { days, last: None }, end));
    let fixed = |month, day, end| {
        let (year, end) = year_after(words, end);
        Some((When::Day { year, month: Some(month), day, last: None }, end))
    };
    match words.at(i) {
        "today" if words.is_phrase(i + 1, "and tomorrow") => Some((When::FromToday { days: 0, last: Some(1) }, i + 3)),
        "today" | "tonight" => from_today(0, i + 1),
        "yesterday" if words.is_phrase(i + 1, "and today") => {
            Some((When::FromToday { days: -1, last: Some(0) }, i + 3))
        }
        "yesterday" => from_today(-1, i + 1),
        "tomorrow" => from_today(1, i + 1),
        "overnight" => None,
        "the" if words.is_phrase(i + 1, "day before yesterday") => from_today(-2, i + 4),
        "the" if words.is_phrase(i + 1, "day after tomorrow") => from_today(2, i + 4),
        "this" if matches!(words.at(i + 1), "morning" | "afternoon" | "evening") => from_today(0, i + 2),
        "last" if words.at(i + 1) == "night" => from_today(-1, i + 2),
        "new" if words.at(i + 1) == "year" && words.at(i + 2) == "'s" => match words.at(i + 3) {
            "day" => fixed(1, 1, i + 4),
            "eve" => fixed(12, 31, i + 4),
            _ => None,
        },
        "christmas" => match words.at(i + 1) {
            "day" => fixed(12, 25, i + 2),
            "eve" => fixed(12, 24, i + 2),
            _ => None,
        },
        "may" if words.at(i + 1) == "day" && words.is_capital(i) && words.is_capital(i + 1) => fixed(5, 1, i + 2),
        "boxing" if words.at(i + 1) == "day" => fixed(12, 26, i + 2),
        _ => None,
    }
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" => Unit::Day,
        "week" | "weeks" | "fortnight" | "fortnights" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// "last week", "earlier this month", "next year", "the following day", "the same day", "that week"
pub(super) fn shifted(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let start = if matches!(words.at(i), "earlier" | "later" | "early" | "late" | "sometime") { i + 1 } else { i };
    let (which, at) = match (words.at(start), words.at(start + 1)) {
        ("the", w) => (w, start + 2),
        (w, _) => (w, start + 1),
    };
    let this = unit(words.at(at));
    let article = words.at(start) == "the";
    if let Some(unit) = this {
        let end = at + 1;
        // "the last week of August" lies in August.
        let of_month = unit == Unit::Week && words.at(end) == "of" && month(words, end + 1).is_some();
        let behind_number = of_month || matches!(words.at(at), "days" | "weeks" | "months" | "years");
        let by = match which {
            _ if behind_number => None,
            "last" | "past" if !article && unit != Unit::Day => Some(-1),
            "this" if unit != Unit::Day => Some(0),
            "next" | "coming" if !article && unit != Unit::Day => Some(1),
            _ => None,
        };
        if let Some(by) = by {
            return Some((When::Shifted { unit, by }, end));
        }
        let from_previous = match which {
            _ if behind_number => None,
            "next" | "following" if article => Some(1),
            "same" if unit == Unit::Day => Some(0),
            "previous" | "preceding" if article => Some(-1),
            // "met that day": not "that day he met", which may be any.
            "that"
                if unit == Unit::Day
                    && (matches!(words.before(i, 1), "on" | "later" | "earlier" | "")
                        || words.kind(end) != TokenKind::Word
                        || words.is(end, Classes::PREPOSITION)) =>
            {
                Some(0)
            }
            _ => None,
        };
        if let Some(by) = from_previous {
            return Some((When::FromPrevious { unit, by }, end));
        }
    }
    // "That was the day he met", "on the day of the signing"
    if words.is_phrase(i, "that was the day") {
        return Some((When::FromPrevious { unit: Unit::Day, by: 0 }, i + 4));
    }
    // "later in the day", "that evening": the day spoken of.
    if words.is_phrase(i, "later in the day") {
        return Some((When::FromPrevious { unit: Unit::Day, by: 0 }, i + 4));
    }
    let part = |j: usize| matches!(words.at(j), "evening" | "afternoon" | "night" | "morning");
    // "told parliament next morning", "the following evening"
    let next = i + usize::from(words.at(i) == "the");
    if matches!(words.at(next), "next" | "following") && part(next + 1) && (next > i || words.at(next) == "next") {
        return Some((When::FromPrevious { unit: Unit::Day, by: 1 }, next + 2));
    }
    if words.at(i) == "that" && part(i + 1) {
        return Some((When::FromPrevious { unit: Unit::Day, by: 0 }, i + 2));
    }
    if words.is_phrase(i, "the same") && part(i + 2) {
        return Some((When::FromPrevious { unit: Unit::Day, by: 0 }, i + 3));
    }
    // "the day before", "the day after" with nothing behind.
    if article && words.at(start + 1) == "day" && matches!(words.at(start + 2), "before" | "after") {
        let free = words.kind(start + 3) != TokenKind::Word;
        if free {
            let by = if words.at(start + 2) == "before" { -1 } else { 1 };
            return Some((When::FromPrevious { unit: Unit::Day, by }, start + 3));
        }
    }
    if which == "weekend" {
        return None;
    }
    match (words.at(start), words.at(start + 1)) {
        ("last" | "this" | "next", "weekend") => {
            let by = match words.at(start) {
                "last" => -1,
                "this" => 0,
                _ => 1,
            };
            Some((
                When::Weekday {
                    day: 5,
                    which: [Which::Last, Which::This, Which::Next][usize::try_from(by + 1).ok()?],
                    last: Some(6),
                    weeks: 0,
                },
                start + 2,
            ))
        }
        _ => None,
    }
}

/// "three days ago", "a fortnight ago", "two days later", "a week earlier", "in three days", "in two weeks' time"
pub(super) fn counted(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let (number, at) = match words.at(i) {
        "a" | "an" => (1, i + 1),
        _ => {
            let cardinal = cardinal_at(words, i).filter(|c| !c.vague && c.low <= 500)?;
            (i32::try_from(cardinal.low).ok()?, cardinal.end)
        }
    };
    let unit = unit(words.at(at))?;
    let number = if words.at(at).starts_with("fortnight") { number * 2 } else { number };
    let mut end = at + 1;
    if words.kind(end) == TokenKind::Possessive {
        end += 1;
    }
    if unit == Unit::Week
        && let Some(found) = weeks_from_a_day(words, number, end)
    {
        return Some(found);
    }
    match words.at(end) {
        "ago" => Some((When::Distance { unit, by: -number }, end + 1)),
        "later" | "afterwards" => Some((When::FromPrevious { unit, by: number }, end + 1)),
        "earlier" | "before" if words.at(end) == "earlier" || words.kind(end + 1) != TokenKind::Word => {
            Some((When::FromPrevious { unit, by: -number }, end + 1))
        }
        "time" if words.before(i, 1) == "in" => Some((When::Distance { unit, by: number }, end + 1)),
        "from" if words.at(end + 1) == "now" => Some((When::Distance { unit, by: number }, end + 2)),
        _ if words.before(i, 1) == "in" && unit != Unit::Year && words.kind(end - 1) != TokenKind::Possessive => {
            Some((When::Ahead { unit, by: number }, end))
        }
        _ => None,
    }
}

/// "in 2014", "since 1991": a year that a preposition makes one.
pub(super) fn year_alone(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let year = year_number(words, i).filter(|y| (1900..2100).contains(y))?;
    let lead = words.before(i, 1);
    let led = matches!(
        lead,
        "in" | "since"
            | "of"
            | "by"
            | "until"
            | "till"
            | "before"
            | "after"
            | "during"
            | "from"
            | "early"
            | "late"
            | "for"
            | "to"
            | "throughout"
            | "between"
            | "and"
    );
    if !led
        || words.touches_previous(i + 1)
            && !matches!(words.at(i + 1), "," | "." | ";" | ")" | ":" | "’s" | "'s" | "?" | "!" | "—" | "–")
    {
        return None;
    }
    // "of 2000 troops", "from 2000 to 3000 soldiers": a count.
    let next = words.at(i + 1);
    let counts = words.kind(i + 1) == TokenKind::Word
        && (next.ends_with('s') && next.len() > 4 && !crate::extract::words::is_preposition(next)
            || matches!(next, "men" | "people" | "troops" | "aircraft"));
    let strict = matches!(lead, "in" | "since" | "until" | "till" | "during" | "throughout" | "early" | "late");
    (!counts || strict).then_some((When::Year(year), i + 1))
}

/// Words that put something ahead or behind without a date: the text keeps them, no day is made of them. "in the coming
/// days", "over the next few weeks", "within days", "in the weeks ahead", "shortly afterwards", "at a later date"
pub(super) fn vague(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let end = match words.at(i) {
        lead @ ("in" | "over" | "during" | "within") => {
            let at = if words.at(i + 1) == "the" { i + 2 } else { i + 1 };
            let long = |j: usize| matches!(words.at(j), "days" | "weeks" | "months");
            match (words.at(at), words.at(at + 1)) {
                ("coming", _) if long(at + 1) => at + 2,
                ("next", "few" | "several") if long(at + 2) => at + 3,
                ("next", "couple") if words.at(at + 2) == "of" && long(at + 3) => at + 4,
                ("near", "future") => at + 2,
                (_, "ahead") if long(at) => at + 2,
                (_, "to") if long(at) && words.at(at + 2) == "come" => at + 3,
                _ if long(at) && lead == "within" => at + 1,
                _ => return None,
            }
        }
        "shortly" if matches!(words.at(i + 1), "afterwards" | "after" | "before" | "thereafter") => i + 2,
        "at" if words.is_phrase(i + 1, "an early date") || words.is_phrase(i + 1, "a later date") => i + 4,
        _ => return None,
    };
    Some((When::Vague, end))
}
