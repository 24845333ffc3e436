//! Where the text is: the place it named last, for "there", and its dateline, for "here".

use std::ops::Range;

use super::aside::visited;
use super::{Candidate, rules};
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::trail::{Aspect, Finding};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{MeetingForm, Precision};
use crate::text::TokenKind;

/// The last place that a sentence names, for the "there" of the next.
pub(super) fn last_place(view: &View<'_>, sentence: &Range<usize>) -> Option<Where> {
    let mut found = None;
    let mut i = sentence.start;
    while i < sentence.end {
        if let Cover::Place(p) = view.cover(i) {
            found = Some(Where { name: view.names.places[p].name.clone(), end: i + 1, breadth: Breadth::Town });
        } else if let Some(w) =
            view.words.is(i, Classes::PLACE).then(|| place_at(view, i)).flatten().filter(|w| w.breadth == Breadth::Town)
        {
            found = Some(w);
        }
        i = view.cover_end(i);
    }
    // "Warsaw has drawn its own conclusions": where a capital acts, "there" is in it.
    found.or_else(|| {
        (sentence.start..sentence.end.min(sentence.start + 40)).find_map(|i| match view.named(i) {
            Some((_, MentionForm::Seat)) => visited(view, i),
            _ => None,
        })
    })
}

/// The day that stands right beside a place: "in Nairobi on Monday", "on Monday in Nairobi".
pub(super) fn day_beside(view: &View<'_>, place: &Where, sentence: &Range<usize>) -> Option<usize> {
    let day = |j: usize| match view.cover(j) {
        Cover::Date(d) if view.dated[d].precision == Precision::Day && view.dated[d].date.is_some() => Some(d),
        _ => None,
    };
    let behind = (place.end..sentence.end.min(place.end + 3)).find_map(day);
    behind.or_else(|| (sentence.start.max(place.end.saturating_sub(5))..place.end).rev().find_map(day))
}

/// A line of a diary without a verb: "The G20 in Rio de Janeiro, 18-19 November."
pub(super) struct Announced {
    pub(super) sentence: usize,
    place: Where,
    date: usize,
}

/// The event that a sentence without a verb announces, by its place and its day.
pub(super) fn announced(view: &View<'_>, s: usize, sentence: &Range<usize>) -> Option<Announced> {
    let words = view.words;
    if sentence.len() > 24 || sentence.clone().any(|j| verb_at(words, j).is_some()) {
        return None;
    }
    let date = sentence.clone().find_map(|j| match view.cover(j) {
        Cover::Date(d) if view.dated[d].precision == Precision::Day => Some(d),
        _ => None,
    })?;
    let place = sentence.clone().filter(|&j| words.at(j) == "in").find_map(|j| place_at(view, j))?;
    Some(Announced { sentence: s, place, date })
}

/// "Xi and Modi will attend." behind such a line: they are at that event.
pub(super) fn go_on(view: &View<'_>, c: &mut Candidate, event: &Announced) {
    if !c.adds || c.present || c.taking.actors.len() < 2 || c.date.is_some() || c.place.is_some() {
        return;
    }
    let dated = &view.dated[event.date];
    c.adds = false;
    c.form = MeetingForm::Summit;
    c.date = dated.date;
    c.precision = dated.precision;
    c.date_text = Some(view.words.span(&dated.tokens).of(view.words.text).to_owned());
    c.place = Some(event.place.clone());
    for aspect in [Aspect::Date, Aspect::Place] {
        view.words.because(Finding::Meeting, &c.tokens, aspect, &rules::ANNOUNCED, &dated.tokens);
    }
}

/// The place that heads an entry: "Hong Kong. The envoy will see the chairman on Monday."
pub(super) fn heading(view: &View<'_>, sentence: &Range<usize>) -> Option<Where> {
    let words = view.words;
    let opens = sentence.start == 0 || words.kind(sentence.start - 1) == TokenKind::Break;
    if !opens || sentence.len() > 6 || !matches!(words.at(sentence.end - 1), "." | ":") {
        return None;
    }
    let covered = !matches!(view.cover(sentence.start), Cover::Nothing | Cover::Date(_));
    visited(view, sentence.start).filter(|place| covered && place.end + 1 == sentence.end)
}

/// Whether a block begins at token `i`.
pub(super) fn opens_block(view: &View<'_>, i: usize) -> bool {
    i == 0 || view.words.kind(i - 1) == TokenKind::Break
}

/// Whether the sentence is a row of a table whose head is "Who | With whom | When"; `before` is so of the row before.
pub(super) fn pairs_people(view: &View<'_>, sentence: &Range<usize>, before: bool) -> bool {
    let words = view.words;
    let bar = |j: usize| words.at(j) == "|";
    if !sentence.clone().take(40).any(bar) {
        return false;
    }
    let head = sentence.clone().take(12).any(|j| words.is_phrase(j, "with whom") || words.is_phrase(j, "met whom"));
    head || before
}

/// The place that a cell of a table's row is: "autumn | summit of A and B | Washington".
pub(super) fn in_cell(view: &View<'_>, row: &Range<usize>) -> Option<(usize, Where)> {
    let words = view.words;
    let edge = |j: usize| words.at(j) == "|" || words.kind(j) == TokenKind::Break;
    (row.start..row.end.min(row.start + 80)).filter(|&i| words.at(i) == "|").find_map(|i| {
        let place = visited(view, i + 1).filter(|_| view.cover(i + 1) != Cover::Nothing)?;
        edge(place.end).then_some((i + 1, place))
    })
}

/// The town of the dateline ("GENEVA, 14 August 2024 –"), which "here" means.
pub(super) fn dateline(view: &View<'_>) -> Option<Where> {
    view.words.sentences.iter().take(6).find_map(|sentence| datelined(view, sentence))
}

/// The town in capitals that opens a sentence, before a dash: "TIRANA - The envoy is expected here".
pub(super) fn datelined(view: &View<'_>, sentence: &Range<usize>) -> Option<Where> {
    let words = view.words;
    let shouted = |j: usize| words.raw(j).chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    if words.kind(sentence.start) != TokenKind::Word
        || !shouted(sentence.start)
        || words.raw(sentence.start).chars().count() <= 2
    {
        return None;
    }
    let dash =
        (sentence.start..sentence.end.min(sentence.start + 14)).find(|&j| matches!(words.at(j), "–" | "—" | "-"))?;
    let mut end = sentence.start;
    while end < dash && words.kind(end) == TokenKind::Word && shouted(end) {
        end += 1;
    }
    let name = words.span(&(sentence.start..end)).of(words.text);
    Some(Where { name: title_case(name), end, breadth: Breadth::Town })
}

/// "NEW YORK" → "New York"
fn title_case(name: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for c in name.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
    out
}
