//! Bare counts that other words than a noun tell of: "5,400 of them", "there are some 1,800 now", "could put 40,000 into
//! the field", a list that goes on in the order of the one before.

use std::ops::Range;

use super::classes::CLASSES;
use super::counted::Counted;
use super::left_out::is_year;
use super::nouns::NOUNS;
use crate::extract::FigureKind;
use crate::extract::numbers::{Count, cardinal_at};
use crate::extract::parties::View;
use crate::extract::trail::Rule;
use crate::extract::words::Classes;
use crate::text::TokenKind;

static OF_THEM: Rule = Rule::new("of-them", "\"of them\" means the force that was spoken of");
static THERE_ARE: Rule = Rule::new("there-are", "there are so many of the force told of before");
static IN_THE_FIELD: Rule = Rule::new("in-the-field", "so many are put into the field");
static SAME_ORDER: Rule = Rule::new("same-order", "the list goes on in the order of the one before");

/// How far back a force may be spoken of that "of them" means.
const SPOKEN: usize = 30;

/// What a bare `count` that begins at token `start` counts.
pub(super) fn bare(
    view: &View<'_>,
    count: &Count,
    start: usize,
    previous: Option<&Counted>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    let words = view.words;
    let end = count.tokens.end;
    if count.low < 2 || is_year(view, count) && previous.is_none() {
        return None;
    }
    let told = |by: &'static Rule, told: &Counted, end: usize| told.again(count.tokens.start..end, by);
    // "It could put no more than 40,000 into the field": only forces take it.
    if words.is_phrase(end, "into the field") && count.low >= 10 {
        return Some(Counted::left_out(count.tokens.start..end, FigureKind::Personnel, "troops", &IN_THE_FIELD));
    }
    // "Burundi has soldiers to spare. It has 5,400 of them abroad": the plural spoken of last, and no count of it.
    if previous.is_none()
        && words.at(end) == "of"
        && words.at(end + 1) == "them"
        && CLASSES.having.contains(words.before(start, 1))
    {
        let noun = spoken_of(view, start)?;
        let kind = NOUNS.noun(words.at(noun))?.kind;
        let nameless = CLASSES.nameless.contains(words.at(noun));
        let found = Counted::left_out(count.tokens.start..end + 2, kind, words.at(noun), &OF_THEM);
        return Some(Counted { nameless, ..found });
    }
    let previous = previous?;
    // "The brigade is to reach 4,800 soldiers; there are some 1,800 now"
    if words.before(start, 2) == "there"
        && words.is_before(start, 1, Classes::AUXILIARY)
        && (words.kind(end) != TokenKind::Word || matches!(words.at(end), "now" | "today" | "already"))
        && count.low >= 10
    {
        return Some(told(&THERE_ARE, previous, end));
    }
    // "North Korea: 1.19 million under arms, 4,100 tanks. South Korea: 655,000 and 2,400."
    let colon = (sentence.start..start).take(8).find(|&j| words.at(j) == ":")?;
    let headed = view.party_ending(colon).is_some_and(|p| view.parties[p].tokens.start <= sentence.start + 1);
    let row = (colon + 1..start).all(|j| {
        matches!(words.at(j), "," | "and" | ".")
            || words.kind(j) == TokenKind::Number
            || cardinal_at(words, j).is_some()
    });
    let closed = matches!(words.at(end), "," | "." | "and" | ";") || end >= sentence.end;
    let found = (headed && row && closed).then(|| told(&SAME_ORDER, previous, end))?;
    // "United States Forces Korea: 28,500": the head itself says of what.
    let force =
        colon + 1 == start && (sentence.start..colon).any(|j| matches!(words.at(j), "forces" | "army" | "troops"));
    if force && count.low >= 10 {
        return Some(Counted { kind: FigureKind::Personnel, what: "troops".into(), ..found });
    }
    Some(found)
}

/// The last plural before token `start`, if it means a force, in its sentence and the one before.
fn spoken_of(view: &View<'_>, start: usize) -> Option<usize> {
    let words = view.words;
    let floor = super::side::block_start(view, start).max(start.saturating_sub(SPOKEN));
    let last = (floor..start).rev().find(|&j| NOUNS.noun(words.at(j)).is_some_and(|n| n.plural))?;
    let noun = NOUNS.noun(words.at(last))?;
    let fit = matches!(noun.kind, FigureKind::Personnel | FigureKind::Equipment) && !noun.weak;
    // No other plural since that "them" could mean.
    let other = (last + 1..start).any(|j| {
        let word = words.at(j);
        words.kind(j) == TokenKind::Word
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !words.is_capital(j)
            && view.named(j).is_none()
            && NOUNS.is_people(word)
            && word != "others"
    });
    (fit && !other).then_some(last)
}
