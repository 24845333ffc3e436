//! The English names of the months.

/// The months' names in lower case, January first.
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

/// The number, from 1, of the month that `word` names: by its whole name or its first three letters (September by
/// four as well), whatever the case.
#[must_use]
pub fn month_number(word: &str) -> Option<i8> {
    let is = |month: &str| {
        word.eq_ignore_ascii_case(month)
            || word.eq_ignore_ascii_case(&month[..3])
            || (month == "september" && word.eq_ignore_ascii_case("sept"))
    };
    // Most words are no month: that is settled by their first letter and length.
    let first = word.bytes().next()?.to_ascii_lowercase();
    if !(3..=9).contains(&word.len()) || !b"jfmasond".contains(&first) {
        return None;
    }
    let at = MONTHS.iter().position(|month| is(month))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::month_number;

    #[test]
    fn whole_names_and_abbreviations_are_months() {
        for (word, number) in [("January", 1), ("may", 5), ("SEPT", 9), ("Sep", 9), ("december", 12), ("Jun", 6)] {
            assert_eq!(month_number(word), Some(number), "{word}");
        }
        for word in ["", "Ma", "Marc", "Sunday", "Septem", "junta", "mars"] {
            assert_eq!(month_number(word), None, "{word}");
        }
    }
}
