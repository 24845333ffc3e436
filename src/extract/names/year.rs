//! The year of a text that has no date.

use super::super::annotated::Annotated;
use crate::text::TokenKind;

/// The year that stands most often behind a month or "in"; of several the latest.
pub(super) fn year_named(annotated: &Annotated<'_>) -> Option<i16> {
    let mut years: Vec<i16> = Vec::new();
    let numbers =
        annotated.tokens.windows(2).filter(|pair| pair[1].kind == TokenKind::Number && pair[1].span.len() == 4);
    for [before, year] in numbers.map(|pair| [pair[0], pair[1]].map(|token| token.text(annotated.text()))) {
        let led = before == "in" || crate::text::month_number(before).is_some();
        years.extend(year.parse::<i16>().ok().filter(|year| led && (1900..2100).contains(year)));
    }
    let times = |year: i16| years.iter().filter(|&&y| y == year).count();
    let mut distinct = years.clone();
    distinct.sort_unstable();
    distinct.dedup();
    distinct.into_iter().max_by_key(|&year| (times(year), year))
}
