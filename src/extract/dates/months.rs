//! Date phrases with a day or a month of their own: "January 10, 2022", "16–18 June", "mid-August", "the 27th".

use super::phrase::{When, Which, Year, season, year_after, year_number};
use crate::extract::words::{Classes, Words};
use crate::text::{TokenKind, month_number};

pub(super) fn month(words: &Words<'_>, i: usize) -> Option<(i8, usize)> {
    let word = words.at(i);
    let (word, stop) = (word, words.at(i + 1) == "." && words.touches_previous(i + 1));
    let number = month_number(word)?;
    // A verb or a noun in lower case: "may", "march".
    if !words.is_capital(i) {
        return None;
    }
    let short = word.len() <= 4 && !matches!(word, "may" | "june" | "july");
    Some((number, if short && stop { i + 2 } else { i + 1 }))
}

pub(super) fn day_number(words: &Words<'_>, i: usize) -> Option<i8> {
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

/// The end of a range of days behind the first: "-16", "–18", " to 16", " and 20".
pub(super) fn range_end(words: &Words<'_>, i: usize) -> Option<usize> {
    matches!(words.at(i), "-" | "–" | "—" | "to" | "and" | "or" | "until" | "through").then_some(i + 1)
}

/// "2022-01-10", "10.01.2022", "13/01/2022"
pub(super) fn iso(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
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
pub(super) fn day_then_month(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
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
pub(super) fn month_phrase(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
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
pub(super) fn verb_may(words: &Words<'_>, i: usize) -> bool {
    words.is_capital(i.wrapping_sub(1)) && !matches!(words.before(i, 1), "in" | "since" | "by" | "until")
}

/// "mid-August", one token.
pub(super) fn mid_month(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
    let name = words.at(i).strip_prefix("mid-")?;
    let (year, end) = year_after(words, i + 1);
    if let Some(month) = month_number(name) {
        return Some((When::Month { year, month, which: Which::Any }, end));
    }
    let season = season(name)?;
    Some((When::Season { year, season, which: Which::Any }, end))
}

/// Whether the number at token `i` counts what stands behind it: "In May 20 soldiers died".
pub(super) fn is_count(words: &Words<'_>, i: usize) -> bool {
    let next = words.at(i + 1);
    words.kind(i + 1) == TokenKind::Word
        && !words.is_capital(i + 1)
        && (next.ends_with('s') && next.len() > 4 && !matches!(next, "across" | "towards" | "afterwards" | "always")
            || matches!(next, "people" | "men" | "women" | "troops" | "more" | "aircraft" | "per"))
        && !words.at(i).ends_with("th")
}

/// "the 27th", "on the 14th": a day whose month the text leaves unsaid.
pub(super) fn ordinal_day(words: &Words<'_>, i: usize) -> Option<(When, usize)> {
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
        || words.is(i + 2, Classes::CLAUSE)
        || matches!(next, "and" | "or" | "he" | "she" | "they");
    let led =
        matches!(words.before(i, 1), "on" | "by" | "until" | "for" | "from" | "since" | "before" | "after" | "to");
    (free && led && next != "of").then_some((When::Day { year: Year::Unsaid, month: None, day, last: None }, i + 2))
}
