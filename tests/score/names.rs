//! When two names, two places or two dates are the same.

use std::collections::BTreeSet;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name or an id without case, accents, punctuation and "the".
pub(crate) fn key(name: &str) -> String {
    let plain = |c: char| match c {
        '.' | '\'' | '‘' | '’' | '`' | 'ʼ' | 'ʿ' | 'ʾ' => None,
        'ı' => Some('i'),
        'ø' | 'Ø' => Some('o'),
        'ł' | 'Ł' => Some('l'),
        'đ' | 'Đ' | 'ð' => Some('d'),
        'ə' | 'Ə' => Some('e'),
        _ => Some(c),
    };
    let folded: String = name.chars().filter_map(plain).nfkd().filter(|&c| !is_combining_mark(c)).collect();
    let folded = folded.to_lowercase();
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "the");
    words.collect::<Vec<_>>().join(" ")
}

/// Equal, or one is the other with words added: Geneva, and Geneva, Switzerland.
pub(crate) fn same_place(gold: &str, answer: Option<&str>) -> bool {
    let words = |name: &str| -> BTreeSet<String> { key(name).split(' ').map(str::to_owned).collect() };
    let (ours, theirs) = (words(gold), words(answer.unwrap_or_default()));
    answer.is_some_and(|a| !key(a).is_empty()) && (ours.is_subset(&theirs) || theirs.is_subset(&ours))
}

/// Whether two dates at a precision say the same: any day of a week stands for the week.
pub(crate) fn same_date(gold: (Option<&str>, Option<&str>), answer: (Option<&str>, Option<&str>)) -> bool {
    match (gold.0, answer.0) {
        (None, None) => true,
        (Some(a), Some(b)) => gold.1 == answer.1 && period(a, gold.1) == period(b, gold.1),
        _ => false,
    }
}

/// The year of a date at its precision, and which period of that year.
fn period(date: &str, precision: Option<&str>) -> Option<(i16, i16)> {
    let date: Date = date.parse().ok()?;
    let (year, month) = (date.year(), i16::from(date.month()));
    Some(match precision {
        Some("week") => (date.iso_week_date().year(), i16::from(date.iso_week_date().week())),
        Some("month") => (year, month),
        Some("year") => (year, 0),
        // December belongs to the winter of the year that follows.
        Some("season") => (year + month / 12, month % 12 / 3),
        _ => (year, date.day_of_year()),
    })
}
