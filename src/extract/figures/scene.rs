//! Places that the words around a figure carry on: "there", "in the town", "where", a place that opens the paragraph.

use std::ops::Range;

use super::classes::CLASSES;
use super::led::{led, named_place};
use super::place::Placed;
use super::side::block_start;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where};
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// "Djibouti is a port. Some 1,500 legionnaires are stationed there": the one place that the sentence and the one before
/// name.
pub(super) fn there(view: &View<'_>, tokens: &Range<usize>) -> Option<Placed> {
    let words = view.words;
    let at = (tokens.end..tokens.end + 6).find(|&j| {
        // "in the town": the one that was told of.
        let town =
            words.is(j, Classes::PLACE) && words.at(j + 1) == "the" && CLASSES.told_place.contains(words.at(j + 2));
        words.at(j) == "there" || town && words.kind(j + 3) != TokenKind::Possessive && words.at(j + 3) != "of"
    })?;
    // "there are": nowhere.
    if words.is(at + 1, Classes::AUXILIARY) || (tokens.end..at).any(|j| matches!(words.at(j), "." | ";" | ",")) {
        return None;
    }
    let sentence = view.sentence(tokens.start);
    let before = words.sentences.get(words.sentence_of(tokens.start).checked_sub(1)?)?;
    let start = before.start.max(block_start(view, tokens.start));
    // Neither where somebody speaks nor where something comes from.
    let scene = |&j: &usize| !matches!(words.at(j), "from" | "to") && !words.is_before(j, 1, Classes::SAYING);
    let led =
        (start..tokens.start).filter(scene).filter_map(|j| led(view, j)).filter(|w| w.breadth != Breadth::Building);
    // Where a town is told of, that and no country; else the one place that is named.
    let towns = led.filter(|w| w.breadth == Breadth::Town);
    let named = (start..tokens.start).filter(|&j| !is_demonym(view, j)).filter_map(|j| named_place(view, j));
    let found = only(towns).or_else(|| only(named));
    found.filter(|_| at < sentence.end).map(|name| Placed { name, words: at..at + 1 })
}

/// The one place of several mentions, where it is but one.
fn only(places: impl Iterator<Item = Where>) -> Option<String> {
    let mut found: Option<String> = None;
    for place in places {
        if found.as_ref().is_some_and(|f| *f != place.name) {
            return None;
        }
        found = Some(place.name);
    }
    found
}

/// Whether a people or its adjective is named at token `j`, no place.
fn is_demonym(view: &View<'_>, j: usize) -> bool {
    matches!(view.named(j), Some((_, MentionForm::Demonym | MentionForm::Seat)))
        || view.words.kind(view.cover_end(j)) == TokenKind::Possessive && view.cover(j) != Cover::Nothing
}

/// "Uvira. Two battalions are said to have dug in", "Mali. France had 2,400 soldiers there": a place by itself opens the
/// paragraph; a state does so as a place only where "there" says so.
pub(super) fn opener(view: &View<'_>, tokens: &Range<usize>) -> Option<Placed> {
    let words = view.words;
    let start = block_start(view, tokens.start);
    let head = view.sentence(start);
    if head.start != start || head.contains(&tokens.start) || head.len() > 8 {
        return None;
    }
    let named = |j: usize| named_place(view, j).is_some();
    let other = head.clone().any(|j| {
        !named(j)
            && words.kind(j) != TokenKind::Punctuation
            && words.kind(j) != TokenKind::Number
            && !matches!(view.cover(j), Cover::Date(_))
            && words.at(j) != "the"
    });
    let found = head.clone().find_map(|j| named_place(view, j)).filter(|_| !other)?;
    let there = (tokens.end..tokens.end + 3).any(|j| words.at(j) == "there");
    (found.breadth == Breadth::Town || there).then_some(Placed { name: found.name, words: head })
}

/// "fly from Gao, where Chad has sent 20 more", "at Kailahun, in the east, where 222 men": the place that "where" goes on
/// with.
pub(super) fn relative(view: &View<'_>, tokens: &Range<usize>) -> Option<Placed> {
    let words = view.words;
    let floor = view.sentence(tokens.start).start.max(tokens.start.saturating_sub(24));
    let at = (floor..tokens.start)
        .rev()
        .take_while(|&j| !matches!(words.at(j), ";" | ":"))
        .find(|&j| words.at(j) == "where")?;
    let end = if words.before(at, 1) == "," { at - 1 } else { at };
    let (name, start) = ending(view, end, floor)?;
    Some(Placed { name, words: start..at + 1 })
}

/// The place whose phrase ends right before token `end`; of two parted by a comma the narrower, which stands first.
fn ending(view: &View<'_>, end: usize, floor: usize) -> Option<(String, usize)> {
    let low = floor.max(end.saturating_sub(8));
    let (start, found) = (low..end)
        .rev()
        .find_map(|j| led(view, j).filter(|w| w.end == end && w.breadth != Breadth::Building).map(|w| (j, w)))
        .or_else(|| {
            let last = (low..end).rev().find(|&j| named_place(view, j).is_some_and(|w| w.end == end))?;
            Some((last, named_place(view, last)?))
        })?;
    let narrow = narrowest(view, start, end, floor);
    Some(narrow.unwrap_or((found.name, start)))
}

/// The narrower place that stands before the one that the preposition at token `start` leads: "at Kailahun, in the east of
/// Sierra Leone", "the village of Borki, in Sumy province".
pub(super) fn narrowest(view: &View<'_>, start: usize, end: usize, floor: usize) -> Option<(String, usize)> {
    let words = view.words;
    // "in the east of Sierra Leone": back to the preposition of the whole.
    let whole = (floor.max(start.saturating_sub(4))..start).rev().find(|&j| words.is(j, Classes::PLACE));
    let start = whole.filter(|_| words.at(start) == "of").unwrap_or(start);
    let comma = start.checked_sub(1).filter(|&k| k > floor && words.at(k) == "," && k < end)?;
    let low = floor.max(comma.saturating_sub(6));
    (low..comma)
        .rev()
        .find_map(|j| led(view, j).filter(|w| w.end == comma && w.breadth == Breadth::Town).map(|w| (w.name, j)))
        .or_else(|| {
            let last = (low..comma).rev().find(|&j| matches!(view.cover(j), Cover::Place(_)))?;
            let found = named_place(view, last)?;
            let first = (low..=last).rev().take_while(|&k| view.cover(k) == view.cover(last)).last()?;
            (found.end == comma).then_some((found.name, first))
        })
}
