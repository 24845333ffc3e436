//! The English names of the months.

/// The months' names in lower case, January first.
pub const MONTHS: [&str; 12] = [
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
    let &[a, b, c, ..] = word.as_bytes() else { return None };
    // Most words are no month: that is settled by their first letters.
    let at = match &[a | 0x20, b | 0x20, c | 0x20] {
        b"jan" => 0,
        b"feb" => 1,
        b"mar" => 2,
        b"apr" => 3,
        b"may" => 4,
        b"jun" => 5,
        b"jul" => 6,
        b"aug" => 7,
        b"sep" => 8,
        b"oct" => 9,
        b"nov" => 10,
        b"dec" => 11,
        _ => return None,
    };
    let month: &str = MONTHS[at];
    let is = word.len() == 3 || word.eq_ignore_ascii_case(month) || at == 8 && word.eq_ignore_ascii_case("sept");
    is.then(|| i8::try_from(at + 1).ok()).flatten()
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
