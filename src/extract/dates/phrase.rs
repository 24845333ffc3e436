//! What a date phrase says, before anything is known of the day it was written.

use std::ops::Range;

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
    /// Days from today, with the last of two: "tomorrow", "today and tomorrow".
    FromToday { days: i32, last: Option<i32> },
    /// "last week", "this month", "next year".
    Shifted { unit: Unit, by: i32 },
    /// "three weeks ago", "in two days".
    Distance { unit: Unit, by: i32 },
    /// Days from the date that the text gave before: "the next day", "two days later", "the same day".
    FromPrevious { unit: Unit, by: i32 },
    /// No date of its own: "in the coming days", "soon".
    Vague,
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
    weekday_phrase(words, i)
        .or_else(|| month_phrase(words, i))
        .or_else(|| season_phrase(words, i))
        .or_else(|| named_day(words, i))
        .or_else(|| shifted(words, i))
        .or_else(|| ordinal_day(words, i))
        .or_else(|| vague(words, i))
        .or_else(|| counted(words, i))
}

fn month(words: &Words<'_>, i: usize) -> Option<(i8, usize)> {
    let word = words.at(i);
    let (word, stop) = (word, words.at(i + 1) == "." && words.touches_previous(i + 1));
    let number = match word {
        "january" => 1,
        "february" => 2,
        "march" => 3,
        "april" => 4,
        "may" => 5,
        "june" => 6,
        "july" => 7,
        "august" => 8,
        "september" => 9,
        "october" => 10,
        "november" => 11,
        "december" => 12,
        "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" | "sept" => 9,
        "oct" => 10,
        "nov" => 11,
        "dec" => 12,
        _ => return None,
    };
    // A verb or a noun in lower case: "may", "march".
    if !words.is_capital(i) {
        return None;
    }
    let short = word.len() <= 4 && !matches!(word, "may" | "june" | "july");
    Some((number, if short && stop { i + 2 } else { i + 1 }))
}

fn day_number(words: &Words<'_>, i: usize) -> Option<i8> {
    if words.kind(i) != TokenKind::Number {
        return None;
    }
    let word = words.at(i);
    let digits = word.strip_suffix("st").or_else(|| word.strip_suffix("nd")).or_else(|| word.strip_suffix("rd"));
    let digits = digits.or_else(|| word.strip_suffix("th")).unwrap_or(word);
    if digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|d| (1..=31).contains(d))
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

/// The end of a range of days behind the first: "-16", "–18", " to 16", " and 20".
fn range_end(words: &Words<'_>, i: usize) -> Option<usize> {
    matches!(words.at(i), "-" | "–" | "—" | "to" | "and" | "or" | "until" | "through").then_some(i + 1)
}

/// "2022-01-10", "10.01.2022", "13/01/2022"
fn iso(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let day_of = |year: i16, month: i8, day: i8, end: usize| {
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        valid.then_some((When::Day { year: Year::Of(year), month: Some(month), day, last: None }, end))
    };
    let touching = |j: usize| words.touches_previous(j);
    if (words.at(i + 1) == "-" || words.at(i + 1) == "/")
        && (1..5).all(|k| touching(i + k))
        && words.at(i + 3) == words.at(i + 1)
    {
        if let Some(year) = year_number(words, i) {
            return day_of(year, words.at(i + 2).parse().ok()?, words.at(i + 4).parse().ok()?, i + 5);
        }
        let (a, b): (i8, i8) = (words.at(i).parse().ok()?, words.at(i + 2).parse().ok()?);
        let year = year_number(words, i + 4)?;
        // 03/04/2022 is a day in April in one country and in March in another.
        return match (a > 12, b > 12) {
            (true, false) => day_of(year, b, a, i + 5),
            (false, true) => day_of(year, a, b, i + 5),
            _ if a == b => day_of(year, a, b, i + 5),
            _ => None,
        };
    }
    let mut parts = words.at(i).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    day_of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?, i + 1)
}

/// "10 January 2022", "16–18 June", "9 and 10 August", "the 14th of May", "30 September-2 October"
fn day_then_month(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let day = day_number(words, i)?;
    let of = |j: usize| if words.at(j) == "of" { j + 1 } else { j };
    if let Some((first_month, end)) = month(words, of(i + 1)) {
        let (year, end) = year_after(words, end);
        // "30 September-2 October"
        if let Some(next) = range_end(words, end)
            && words.at(end) != "or"
            && let Some(last_day) = day_number(words, next)
            && let Some((last_month, last_end)) = month(words, of(next + 1))
            && (words.at(end) != "and" || last_month == first_month && last_day == day + 1)
        {
            let (last_year, last_end) = year_after(words, last_end);
            let year = if year == Year::Unsaid { last_year } else { year };
            return Some((
                When::Day { year, month: Some(first_month), day, last: Some((Some(last_month), last_day)) },
                last_end,
            ));
        }
        return Some((When::Day { year, month: Some(first_month), day, last: None }, end));
    }
    let next = range_end(words, i + 1)?;
    let last = day_number(words, next).filter(|&d| d > day)?;
    let (month, end) = month(words, of(next + 1))?;
    let (year, end) = year_after(words, end);
    let consecutive = words.at(i + 1) != "or";
    Some((When::Day { year, month: Some(month), day, last: consecutive.then_some((None, last)) }, end))
}

/// "January 10", "Jan. 10, 2022", "June 14-16", "Feb. 10 to Feb. 20", "June 2019", "in June", "mid-August", "early March"
fn month_phrase(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    // Parts of a month: the whole of it, for a date.
    let (start, which) = match words.at(i) {
        "early" | "late" | "mid" if month(words, i + 1).is_some() => (i + 1, Which::Any),
        "mid" if words.at(i + 1) == "-" => (i + 2, Which::Any),
        "last" => (i + 1, Which::Last),
        "next" => (i + 1, Which::Next),
        "this" => (i + 1, Which::This),
        word if word.starts_with("mid-") => return mid_month(words, i),
        _ => (i, Which::Any),
    };
    let (number, end) = month(words, start)?;
    if start == i
        && let Some(day) = day_number(words, end).filter(|_| !is_count(words, end))
    {
        let mut last = None;
        let mut after = end + 1;
        if let Some(next) = range_end(words, after) {
            let (last_month, at) = month(words, next).map_or((None, next), |(m, e)| (Some(m), e));
            if let Some(last_day) = day_number(words, at)
                && (last_month.is_some_and(|m| m != number) || last_day > day)
                && month(words, at + 1).is_none()
                && !(words.at(after) == "and" && last_month.is_some_and(|m| m != number))
            {
                last = (words.at(after) != "or").then_some((last_month, last_day));
                after = at + 1;
            }
        }
        let (year, after) = year_after(words, after);
        return Some((When::Day { year, month: Some(number), day, last }, after));
    }
    let (year, after) = year_after(words, end);
    // A bare month needs a lead that makes it a time: "May", "March" and "August" are other words and names too.
    if year == Year::Unsaid && which == Which::Any && start == i {
        let lead = words.before(i, 1);
        let timed = matches!(
            lead,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "of"
                | "from"
                | "during"
                | "before"
                | "after"
                | "through"
                | "to"
                | "and"
                | "for"
                | "between"
                | "'s"
        ) || matches!(lead, "early" | "late" | "mid");
        if !timed || number == 5 && verb_may(words, i) {
            return None;
        }
    }
    Some((When::Month { year, month: number, which }, after))
}

/// "They may", "Theresa May": no month.
fn verb_may(words: &Words<'_>, i: usize) -> bool {
    words.is_capital(i.wrapping_sub(1)) && !matches!(words.before(i, 1), "in" | "since" | "by" | "until")
}

/// "mid-August", one token.
fn mid_month(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = words.at(i).strip_prefix("mid-")?;
    let (year, end) = year_after(words, i + 1);
    if let Some(at) = MONTHS.iter().position(|m| *m == name) {
        return Some((When::Month { year, month: i8::try_from(at + 1).ok()?, which: Which::Any }, end));
    }
    let season = season(name)?;
    Some((When::Season { year, season, which: Which::Any }, end))
}

/// Whether the number at token `i` counts what stands behind it: "In May 20 soldiers died".
fn is_count(words: &Words<'_>, i: usize) -> bool {
    let next = words.at(i + 1);
    words.kind(i + 1) == TokenKind::Word
        && !words.is_capital(i + 1)
        && (next.ends_with('s') && next.len() > 4 && !matches!(next, "across" | "towards" | "afterwards" | "always")
            || matches!(next, "people" | "men" | "women" | "troops" | "more" | "aircraft" | "per"))
        && !words.at(i).ends_with("th")
}

/// "the 27th", "on the 14th": a day whose month the text leaves unsaid.
fn ordinal_day(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    if words.at(i) != "the" {
        return None;
    }
    let day = day_number(words, i + 1)?;
    if let Some((when, end)) = day_then_month(words, i + 1) {
        return Some((when, end));
    }
    let word = words.at(i + 1);
    if !(word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") || word.ends_with("th")) {
        return None;
    }
    // "the 14th Brigade", "the 20th century": an ordinal of something.
    let next = words.at(i + 2);
    let free = words.kind(i + 2) != TokenKind::Word
        || crate::extract::words::is_preposition(next)
        || crate::extract::words::is_auxiliary(next)
        || matches!(next, "and" | "or" | "but" | "when" | "he" | "she" | "they" | "as");
    let led =
        matches!(words.before(i, 1), "on" | "by" | "until" | "for" | "from" | "since" | "before" | "after" | "to");
    (free && led && next != "of").then_some((When::Day { year: Year::Unsaid, month: None, day, last: None }, i + 2))
}

fn weekday(word: &str) -> Option<i8> {
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
    if !words.is_capital(start) {
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

fn season(word: &str) -> Option<u8> {
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
    let said = which != Which::Any || year != Year::Unsaid || (article && lead) || (lead && !fall);
    // "the fall of Kabul", "the fall of 1940" is left to a preposition: "in the fall of 2021".
    if !said || fall && which == Which::Any && (!lead || year == Year::Unsaid && words.at(end) == "of") {
        return None;
    }
    Some((When::Season { year, season: number, which }, end))
}
