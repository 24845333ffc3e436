//! Dates as front matter, file names and the heads of articles state them. Nothing is guessed: a date without a year, or
//! one whose day and month could be swapped, is none.

use jiff::civil::Date;

use crate::text::month_number;

/// What a stretch of text says about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// One full date.
    Day(Date),
    /// `03/04/2026`: the 3rd of April, or the 4th of March.
    Ambiguous(Date, Date),
    /// No full date.
    None,
}

impl Reading {
    /// The day, where there is one.
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Reading::Day(date) => Some(date),
            Reading::Ambiguous(..) | Reading::None => None,
        }
    }
}

/// The first full date in `text`, with the bytes that state it.
pub(super) fn find(text: &str) -> Option<(Reading, std::ops::Range<usize>)> {
    let words = words(text);
    (0..words.len()).find_map(|i| {
        let (reading, used) = at(&words[i..])?;
        let last = &words[i + used - 1];
        Some((reading, words[i].start..last.start + last.text.len()))
    })
}

/// The date that a value such as a field of front matter states.
pub(super) fn read(text: &str) -> Reading {
    find(text).map_or(Reading::None, |(reading, _)| reading)
}

/// The date that a file's name begins with: `2021-12-30-…`, `2021_12_30 …`, `20211230…`.
pub(super) fn leading(name: &str) -> Option<Date> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let number = |range: std::ops::Range<usize>| name.get(range)?.parse::<i16>().ok();
    let sole = |end: usize| !name[end..].starts_with(|c: char| c.is_ascii_digit());
    match digits {
        8 => date(number(0..4)?, number(4..6)?, number(6..8)?),
        4 => {
            let separator = name[4..].chars().next().filter(|c| "-_.".contains(*c))?;
            let well_formed = name.get(7..8)?.starts_with(separator)
                && name.get(5..7)?.bytes().all(|b| b.is_ascii_digit())
                && name.get(8..10)?.bytes().all(|b| b.is_ascii_digit())
                && sole(10);
            if well_formed { date(number(0..4)?, number(5..7)?, number(8..10)?) } else { None }
        }
        _ => None,
    }
}

/// The date in the path of an address: `/2022/02/20/`, `/2022-02-20/`, `/2022/feb/20/`, `/20220220/`.
pub(super) fn in_address(url: &str) -> Option<Date> {
    let (_, path) = url.split_once("://")?.1.split_once('/')?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
    let split = parts.windows(3).find_map(|window| {
        let year = number(window[0]).filter(|_| window[0].len() == 4)?;
        let month = month_number(window[1]).map(i16::from).or_else(|| number(window[1]))?;
        date(year, month, day_number(window[2])?)
    });
    split.or_else(|| parts.iter().find_map(|part| leading(part).filter(|_| part.len() >= 8)))
}

/// A run of letters or digits, and what stands between it and the next.
struct Word<'t> {
    text: &'t str,
    start: usize,
    after: &'t str,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else { break };
        let same = |c: char| {
            if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() }
        };
        if !same(first) {
            at += first.len_utf8();
            continue;
        }
        let len = rest.find(|c| !same(c)).unwrap_or(rest.len());
        if let Some(last) = out.last_mut() {
            last.after = &text[last.start + last.text.len()..at];
        }
        out.push(Word { text: &rest[..len], start: at, after: &rest[len..] });
        at += len;
    }
    out
}

/// The full date that begins at the first of `words`, and how many of them state it.
fn at(words: &[Word<'_>]) -> Option<(Reading, usize)> {
    let first = words.first()?;
    if first.text.starts_with(|c: char| c.is_ascii_digit()) {
        if first.text.len() == 8 && !first.after.starts_with(['.', ',']) {
            let part = |range: std::ops::Range<usize>| first.text[range].parse::<i16>().ok();
            // 20260227 and 20260227T184000Z; other numbers of eight digits name no day of these centuries.
            return sane(date(part(0..4)?, part(4..6)?, part(6..8)?)?).map(|d| (Reading::Day(d), 1));
        }
        return year_first(words).or_else(|| numbers(words)).or_else(|| day_month_year(words));
    }
    month_day_year(words)
}

/// `2026-02-27`, `2026/02/27`, `2026 February 27`.
fn year_first(words: &[Word<'_>]) -> Option<(Reading, usize)> {
    let [year, month, day, ..] = words else { return None };
    let separator = year.after;
    let month = match (separator, month_number(month.text).map(i16::from)) {
        ("-" | "/" | ".", None) if month.after == separator && month.text.len() <= 2 => month.text.parse().ok()?,
        (" " | "-", Some(number)) if matches!(month.after, " " | "-") => number,
        _ => return None,
    };
    Some((Reading::Day(date(year_number(year.text)?, month, day_number(day.text)?)?), 3))
}

/// `27/02/2026`, `27.02.2026`, `02-27-2026`: only where one of the two can be no month, or both are the same.
fn numbers(words: &[Word<'_>]) -> Option<(Reading, usize)> {
    let [a, b, year, ..] = words else { return None };
    if !matches!(a.after, "/" | "." | "-") || b.after != a.after || a.text.len() > 2 || b.text.len() > 2 {
        return None;
    }
    let (a, b): (i16, i16) = (a.text.parse().ok()?, b.text.parse().ok()?);
    let year = year_number(year.text)?;
    let reading = match (date(year, b, a), date(year, a, b)) {
        (Some(day_first), Some(month_first)) if day_first == month_first => Reading::Day(day_first),
        (Some(day_first), Some(month_first)) => Reading::Ambiguous(day_first, month_first),
        (Some(day), None) | (None, Some(day)) => Reading::Day(day),
        (None, None) => return None,
    };
    Some((reading, 3))
}

/// `11 August 2025`, `11th of August, 2025`, `11-Aug-2025`.
fn day_month_year(words: &[Word<'_>]) -> Option<(Reading, usize)> {
    let day = day_number(words.first()?.text)?;
    let mut next = 1;
    let ordinal = words[0].after.is_empty() && matches!(words.get(1)?.text, "st" | "nd" | "rd" | "th");
    next += usize::from(ordinal);
    next += usize::from(words.get(next)?.text.eq_ignore_ascii_case("of"));
    let month = i16::from(month_number(words.get(next)?.text)?);
    let year = words.get(next + 1)?;
    if !words[..=next].iter().all(|w| is_gap(w.after)) {
        return None;
    }
    Some((Reading::Day(date(year_number(year.text)?, month, day)?), next + 2))
}

/// `August 11, 2025`, `Aug. 11th 2025`.
fn month_day_year(words: &[Word<'_>]) -> Option<(Reading, usize)> {
    let month = i16::from(month_number(words.first()?.text)?);
    let day = day_number(words.get(1)?.text)?;
    let ordinal = words[1].after.is_empty() && matches!(words.get(2)?.text, "st" | "nd" | "rd" | "th");
    let next = 2 + usize::from(ordinal);
    let year = words.get(next)?;
    if !words[..next].iter().all(|w| is_gap(w.after)) {
        return None;
    }
    Some((Reading::Day(date(year_number(year.text)?, month, day)?), next + 1))
}

/// What may stand between the parts of one date.
fn is_gap(between: &str) -> bool {
    between.len() <= 4 && between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '’' | '\''))
}

fn day_number(word: &str) -> Option<i16> {
    if word.len() > 2 { None } else { word.parse().ok() }
}

fn year_number(word: &str) -> Option<i16> {
    if word.len() == 4 { word.parse().ok() } else { None }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().and_then(sane)
}

/// Briefings are of the printed age; other years are misread numbers.
fn sane(date: Date) -> Option<Date> {
    (1800..=2200).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn full_dates_are_read_in_the_shapes_that_articles_use() {
        for (text, year, month, d) in [
            ("2021-12-30", 2021, 12, 30),
            ("2025-08-17T18:42:00+01:00", 2025, 8, 17),
            ("2024-01-05T10:00:00 (UTC +01:00)", 2024, 1, 5),
            ("20260227T184000Z", 2026, 2, 27),
            ("2026/02/27", 2026, 2, 27),
            ("Dec. 29, 2023", 2023, 12, 29),
            ("JAN. 13, 2017", 2017, 1, 13),
            ("11 August 2025", 2025, 8, 11),
            ("11th of August, 2025", 2025, 8, 11),
            ("August 3rd, 2025", 2025, 8, 3),
            ("Feb 27, 2026 6:40 pm", 2026, 2, 27),
            ("Fri, 27 Feb 2026 18:40:00 +0000", 2026, 2, 27),
            ("Published On 27 Feb 2026", 2026, 2, 27),
            ("16 November 2017 • 2:15pm", 2017, 11, 16),
            ("Sunday 17 August 2025 18.42 BST", 2025, 8, 17),
            ("27/02/2026", 2026, 2, 27),
            ("02/27/2026", 2026, 2, 27),
            ("05.05.2026", 2026, 5, 5),
            ("Sept 1, 2024", 2024, 9, 1),
        ] {
            assert_eq!(read(text), Reading::Day(day(year, month, d)), "{text}");
        }
    }

    #[test]
    fn what_leaves_a_part_open_is_no_date() {
        for text in [
            "unknown",
            "",
            "Feb 5",
            "August 2025",
            "2025",
            "13/13/2026",
            "30 February 2025",
            "12 000 2025",
            "1.2.3",
            "3/4/26",
        ] {
            assert_eq!(read(text), Reading::None, "{text}");
        }
        assert_eq!(read("03/04/2026"), Reading::Ambiguous(day(2026, 4, 3), day(2026, 3, 4)));
    }

    #[test]
    fn file_names_begin_with_a_date_or_have_none() {
        assert_eq!(leading("2021-12-30-call.md"), Some(day(2021, 12, 30)));
        assert_eq!(leading("20211230call.md"), Some(day(2021, 12, 30)));
        assert_eq!(leading("2021_12_30 call.md"), Some(day(2021, 12, 30)));
        for name in [
            "call-2021-12-30.md",
            "2021-13-30.md",
            "2021-12-3.md",
            "2021-12_30.md",
            "202112301.md",
            "2021.md",
            "é",
            "2021-12-301",
        ] {
            assert_eq!(leading(name), None, "{name}");
        }
    }
}
