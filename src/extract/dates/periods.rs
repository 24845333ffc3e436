//! Date phrases that point into a week, a month or a year: "the end of the month", "the week after next", "the third
//! Thursday of March", "the week of 12 May", "over the weekend".

use super::months::{day_then_month, month, month_phrase};
use super::phrase::{Unit, When, Which, weekday, year_after};
use super::relative::unit;
use crate::extract::words::Words;

/// The phrase that points into a longer time, and the token behind it.
pub(super) fn period(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    match words.at(i) {
        "the" => weekend(words, i)
            .or_else(|| but_one(words, i + 1))
            .or_else(|| edge(words, i + 1))
            .or_else(|| nth_weekday(words, i + 1))
            .or_else(|| edge_day(words, i + 1))
            .or_else(|| spelt_day(words, i + 1)),
        "week" => week_of(words, i),
        // "early in the week", "later in the year"
        "early" | "earlier" | "later" | "late" if words.is_phrase(i + 1, "in the") => {
            let unit = unit(words.at(i + 3)).filter(|&unit| unit != Unit::Day && !words.at(i + 3).ends_with('s'))?;
            Some((When::Shifted { unit, by: 0 }, i + 4))
        }
        _ => None,
    }
}

/// "over the weekend": the one that the tense points at.
fn weekend(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let led = matches!(words.before(i, 1), "over" | "at" | "on" | "during");
    let said = led && words.at(i + 1) == "weekend" && words.at(i + 2) != "of";
    said.then_some((When::Weekday { day: 5, which: Which::Any, last: Some(6), weeks: 0 }, i + 2))
}

/// "(the) week after next", "month before last"
fn but_one(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let unit = unit(words.at(i)).filter(|&unit| unit != Unit::Day)?;
    let by = match (words.at(i + 1), words.at(i + 2)) {
        ("after", "next") => 2,
        ("before", "last") => -2,
        ("of", _) if unit == Unit::Week => return week_of(words, i),
        ("beginning" | "starting", _) => return week_of(words, i),
        _ => return None,
    };
    Some((When::Shifted { unit, by }, i + 3))
}

/// "week of 12 May", "week beginning May 12"
fn week_of(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let led = words.at(i) == "week" && matches!(words.at(i + 1), "of" | "beginning" | "starting");
    let at = if words.at(i + 2) == "the" { i + 3 } else { i + 2 };
    let (when, end) = led.then(|| day_then_month(words, at).or_else(|| month_phrase(words, at))).flatten()?;
    match when {
        When::Day { year, month: Some(month), day, last: None } => Some((When::WeekOf { year, month, day }, end)),
        _ => None,
    }
}

/// "(the) end of the month", "start of next week", "middle of the year": of a month with a name the month is found alone.
fn edge(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    if !matches!(words.at(i), "start" | "beginning" | "middle" | "end") || words.at(i + 1) != "of" {
        return None;
    }
    // "by the end of the month" may be any day before it.
    if matches!(words.before(i, 2), "by" | "before" | "until" | "till") {
        return None;
    }
    let by = match words.at(i + 2) {
        "the" | "this" => 0,
        "next" => 1,
        "last" => -1,
        _ => return None,
    };
    let unit = unit(words.at(i + 3)).filter(|&unit| unit != Unit::Day && !words.at(i + 3).ends_with('s'))?;
    Some((When::Shifted { unit, by }, i + 4))
}

/// "(the) third Thursday of March", "first Monday in May", "last Friday of June 2019"
fn nth_weekday(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let nth = match words.at(i) {
        "last" => -1,
        word => ordinal(word).filter(|&n| n <= 5)?,
    };
    let weekday = weekday(words.at(i + 1)).filter(|_| words.is_capital(i + 1))?;
    if !matches!(words.at(i + 2), "of" | "in") {
        return None;
    }
    let (month, end) = month(words, i + 3)?;
    let (year, end) = year_after(words, end);
    Some((When::NthWeekday { year, month, weekday, nth }, end))
}

/// "(the) third of March", "twenty-first of June"
fn spelt_day(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let day = ordinal(words.at(i)).filter(|_| words.at(i + 1) == "of")?;
    let (month, end) = month(words, i + 2)?;
    let (year, end) = year_after(words, end);
    Some((When::Day { year, month: Some(month), day, last: None }, end))
}

/// "(the) last day of March", "first day of June 2019"
fn edge_day(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    if !matches!(words.at(i), "first" | "last") || !words.is_phrase(i + 1, "day of") {
        return None;
    }
    let (month, end) = month(words, i + 3)?;
    let (year, end) = year_after(words, end);
    // The last day of a February is the 28th or the 29th: that of a year that is not known is left alone.
    let day = match (words.at(i), month) {
        ("first", _) => 1,
        (_, 2) => return None,
        (_, 4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    Some((When::Day { year, month: Some(month), day, last: None }, end))
}

/// The number that an ordinal spells, up to the days of a month.
fn ordinal(word: &str) -> Option<i8> {
    const ONES: [&str; 19] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    let one = |word: &str| ONES.iter().position(|&o| o == word).and_then(|at| i8::try_from(at + 1).ok());
    match word {
        "twentieth" => Some(20),
        "thirtieth" => Some(30),
        "thirty-first" => Some(31),
        _ => match word.strip_prefix("twenty-") {
            Some(rest) => one(rest).filter(|&n| n < 10).map(|n| n + 20),
            None => one(word),
        },
    }
}

/// "a week on Friday", "two weeks from Monday", "a week ago on Tuesday", "a week today": weeks from a day with a name.
/// `number` of `unit` end before token `end`.
pub(super) fn weeks_from_a_day(words: &Words<'_>, number: i32, end: usize) -> Option<(When, usize)> {
    let (sign, at) = if words.at(end) == "ago" { (-1, end + 1) } else { (1, end) };
    let by = sign * number;
    let at = match words.at(at) {
        "on" | "from" => at + 1,
        "today" | "tomorrow" | "yesterday" => at,
        _ => return None,
    };
    let days = match words.at(at) {
        "today" => 0,
        "tomorrow" => 1,
        "yesterday" => -1,
        name => {
            let day = weekday(name).filter(|_| words.is_capital(at) && name.len() > 5)?;
            return Some((When::WeekdayAway { day, weeks: by }, at + 1));
        }
    };
    Some((When::FromToday { days: days + 7 * by, last: None }, at + 1))
}
